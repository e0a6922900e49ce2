//! What the person types as a figure, read as a figure of the article is.

use crate::{
    article::Article,
    language::Registry,
    quantity::{Amount, Change, Kind, Quantity, Unit, extract},
};

/// Why what was typed is not taken as a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// There is no figure in it.
    NoFigure,
    /// There are several.
    Several,
}

/// The figure that `told` states, in the place of the one that stands in the article. What is left unsaid stays as it was
/// read: a bare number counts what the figure counted.
///
/// # Errors
/// Where it states no figure, or several.
pub fn read(told: &str, article: &Article, before: &Quantity, languages: &Registry) -> Result<Quantity, Unclear> {
    let pack = languages.get(&article.metadata.language);
    let mut figures = extract(told, pack, article.metadata.published).into_iter().filter(|q| q.converts.is_none());
    let typed = figures.next().ok_or(Unclear::NoFigure)?;
    if figures.next().is_some() {
        return Err(Unclear::Several);
    }
    let numbers = matches!((&typed.amount, &before.amount), (Amount::Number(_), Amount::Number(_)));
    let plain = matches!(typed.kind, Kind::Count | Kind::Other);
    let bare = numbers && plain && typed.unit.measure.is_none() && typed.unit.span.is_none();
    let measure = if bare { before.unit.measure.clone() } else { typed.unit.measure };
    let same_unit = measure.is_none() == before.unit.measure.is_none();
    Ok(Quantity {
        span: before.span,
        core: before.core,
        hedge_span: before.hedge_span.filter(|_| typed.hedge == before.hedge),
        kind: if bare { before.kind } else { typed.kind },
        amount: typed.amount,
        hedge: typed.hedge,
        unit: Unit { measure, span: before.unit.span.filter(|_| same_unit) },
        change: if typed.change == Change::Level { before.change } else { typed.change },
        other_readings: typed.other_readings,
        converts: before.converts,
        of: typed.of.or(before.of),
        rest: None,
        end: before.end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Hedge;

    /// What is made of `told` in the place of the first figure of `text`: its lowest value, its hedge, its kind.
    fn check(text: &str, told: &str, expected: Result<(Option<i64>, Hedge, Kind), Unclear>) {
        let languages = Registry::built_in();
        let article = Article::from_text("a", text, "es", "2025-03-12".parse().ok());
        let pack = languages.get("es");
        let before = extract(text, pack, article.metadata.published).remove(0);
        let found = read(told, &article, &before, &languages).map(|q| {
            let low = match &q.amount {
                Amount::Number(n) => n.low.and_then(|d| i64::try_from(d).ok()),
                _ => None,
            };
            assert_eq!(q.span, before.span);
            (low, q.hedge, q.kind)
        });
        assert_eq!(found, expected, "{told}");
    }

    #[test]
    fn what_is_typed_is_read_as_in_an_article() {
        let text = "Llegaron 3.150 militares al valle.";
        check(text, "1.350", Ok((Some(1350), Hedge::None, Kind::Count)));
        check(text, "unos 1.350 soldados", Ok((Some(1350), Hedge::About, Kind::Count)));
        check(text, "el martes 11 de marzo", Ok((None, Hedge::None, Kind::Date)));
        check(text, "muchos", Err(Unclear::NoFigure));
        check(text, "", Err(Unclear::NoFigure));
        check(text, "1.350 soldados y 20 civiles", Err(Unclear::Several));
    }

    #[test]
    fn a_bare_number_keeps_what_it_is_counted_in() {
        check("Costó 5 millones de euros.", "6 millones", Ok((Some(6_000_000), Hedge::None, Kind::Money)));
        check("Costó 5 millones de euros.", "6 kilómetros", Ok((Some(6), Hedge::None, Kind::Distance)));
        check("Subió un 5 %.", "7", Ok((Some(7), Hedge::None, Kind::Percent)));
    }
}
