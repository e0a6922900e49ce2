//! One, told from the article that is the same word: "una mujer murió", "durante una hora", "five crashes and one injury".

use super::{
    identifier,
    measure::UnitAt,
    operand::{self, Operand},
    scan::Scan,
    words,
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// Dimensions whose unit with an article is a thing and no measure: "a point", "a byte".
const NOT_COUNTED: [&str; 4] = ["point", "data", "times", "magnitude"];

/// "a litre" as the whole of a text, "an hour and 20 minutes", "nearly a mile", "over a decade"; elsewhere an article that
/// never stands for the number counts nothing.
pub(super) fn of_unit(scan: &Scan, i: usize) -> Option<Operand> {
    let at = i + scan.at(i, Meaning::Article).or_else(|| scan.at(i, Meaning::One))?;
    let unit = |m| if let Meaning::Unit(u) | Meaning::Abbreviation(u) = m { Some(u) } else { None };
    let (len, unit) = scan.find(at, unit)?;
    let unit = UnitAt { first: at, end: at + len, unit, per: None };
    let all = i == 0 && unit.end == scan.len();
    let number = words::Numeric { value: Decimal::ONE, ..words::Numeric::unsaid(at) };
    let joined = scan.is_dash(unit.end) && scan.glued(unit.end);
    let measured = || !joined && !scan.may_be_noun(unit.end) && is_measured(scan, i, unit);
    (all || goes_on(scan, unit) || measured()).then_some(Operand {
        first: i,
        number,
        unit: Some(unit),
        unit_first: false,
        end: unit.end,
    })
}

/// Whether "and" and a number in a smaller unit follow: "a dollar and 42 cents".
fn goes_on(scan: &Scan, large: UnitAt) -> bool {
    let Some(and) = scan.at(large.end, Meaning::And) else { return false };
    let small = operand::read(scan, large.end + and, false).and_then(|o| o.unit);
    let factor = |u: UnitAt| Units::built_in().get(u.unit).factor;
    small.is_some_and(|s| s.dimension() == large.dimension() && factor(s) < factor(large))
}

/// Whether the word for one states a number: before a unit that is measured, before a person who came to harm, before
/// a scale. Before any other noun it is an article.
pub(super) fn is_said(scan: &Scan, o: &Operand) -> bool {
    if let Some(unit) = o.unit {
        let counted = !NOT_COUNTED.contains(&unit.dimension());
        let lasts = || is_no_article(scan, o) || is_measured(scan, o.first, unit);
        return counted && (unit.dimension() != "duration" || lasts());
    }
    let at = o.number.end;
    if scan.gap(at) == Gap::Line {
        return false;
    }
    let harmed = scan.is(at, Meaning::Harm);
    let person_and_fate =
        scan.is(at, Meaning::Person) && (scan.is(at + 1, Meaning::Verb) || scan.is(at + 1, Meaning::Harm));
    let scored = is_no_article(scan, o) && (scan.is(at, Meaning::Vote) || scan.is(at, Meaning::Match));
    harmed || person_and_fate || scored || beside_another(scan, o)
}

/// Whether the word for one is not the article as well.
fn is_no_article(scan: &Scan, o: &Operand) -> bool {
    !scan.is(o.first, Meaning::The) && !scan.is(o.first, Meaning::Article)
}

/// "dos hombres y una mujer", "five crashes and one injury": one among other counted things is counted too.
fn beside_another(scan: &Scan, o: &Operand) -> bool {
    let noun = |k: usize| scan.is_word(k) && !scan.is(k, Meaning::Stop) && !scan.is(k, Meaning::Verb);
    let number = |k: usize| {
        scan.is_numeral(k) || scan.find(k, |m| matches!(m, Meaning::Cardinal(n) if n > 1).then_some(())).is_some()
    };
    if !noun(o.end) || scan.is_named(o.end) {
        return false;
    }
    let (first, _) = match scan.find_before(o.first, 0, |m| (m == Meaning::And).then_some(())) {
        Some(and) => and,
        None => return scan.is(o.end + 1, Meaning::And) && number(o.end + 2) && identifier::counts(scan, o.end + 2),
    };
    let unit = |k: usize| scan.find(k, |m| matches!(m, Meaning::Unit(_)).then_some(())).is_some();
    let mut words = (0..first).rev().take(4).take_while(|&k| (noun(k) && !unit(k)) || scan.is_numeral(k)).peekable();
    words.peek().is_some_and(|&k| scan.is_plural(k) || scan.is(k, Meaning::Counted)) && words.any(number)
}

/// Whether something around the one of a unit says that it is a measure: a hedge ("nearly a mile"), words of lasting
/// ("durante un año", "hace un mes"), how far away it is ("a un minuto de la salida"), or a part added behind.
fn is_measured(scan: &Scan, first: usize, unit: UnitAt) -> bool {
    // "durante un segundo mandato" is no second long.
    let order =
        scan.find(unit.first, |m| matches!(m, Meaning::Ordinal(_) | Meaning::Fraction(_)).then_some(())).is_some();
    if order && scan.may_be_noun(unit.end) || NOT_COUNTED.contains(&unit.dimension()) {
        return false;
    }
    // "lower than a year earlier" compares with another time.
    let compared = scan.is(first, Meaning::Article) && scan.is_before(first, 0, Meaning::Compares);
    if compared && (scan.is(unit.end, Meaning::AgoAfter) || scan.is(unit.end, Meaning::Verb)) {
        return false;
    }
    let plus = scan.find(unit.end, |m| if let Meaning::Plus(_) = m { Some(()) } else { None }).is_some();
    let hedged = scan.find_before(first, 0, |m| matches!(m, Meaning::Before(_)).then_some(())).is_some();
    if plus || hedged || goes_on(scan, unit) {
        return true;
    }
    // "a mile from the school"
    let away = scan.is(unit.end, Meaning::From) && !scan.is(unit.end, Meaning::FromNow) && unit.dimension() == "length";
    away || unit.dimension() == "duration" && lasts(scan, first, unit.end)
}

/// Whether the words around a stretch of time say that it lasts, has passed or is to come.
fn lasts(scan: &Scan, first: usize, end: usize) -> bool {
    let before = |meaning| scan.is_before(first, 0, meaning);
    if before(Meaning::AgoBefore)
        || before(Meaning::Ahead)
        || before(Meaning::During)
        || scan.is(end, Meaning::AgoAfter)
    {
        return true;
    }
    let of = scan.is(end, Meaning::Of);
    // "en un mes" says how long something took, "en un año electoral" when it was.
    let closed = scan.breaks_before(end) || scan.is_sign(end, ".,;:)");
    before(Meaning::AheadIfFuture) && closed || before(Meaning::To) && of || before(Meaning::AgeBefore) && !of
}
