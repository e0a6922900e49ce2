//! Headline, subhead, caption and first paragraph against the text: what stands above should be found in it again.
//!
//! The model of pairs compares articles, where another figure for the same noun is news. Within one article most figures for
//! one noun are of several facts, so that this asks for more: the figure above must be found nowhere in the text, also not
//! as a sum, and one figure of the text must be the one that it ought to be.

use super::{Check, Slip, likeness::Own};
use crate::{
    align::Aligned,
    article::Zone,
    corpus::{ArticleId, QuantityId},
    finding::{Reason, judge::how_they_stand},
    quantity::{
        Amount, Change, Kind, Leeway,
        relation::{Relation, Stance, representative},
    },
};
use rust_decimal::Decimal;

/// What every other value for the same noun takes away: the article tells several facts of that noun.
const RIVAL: f32 = 0.35;
/// A figure is a rival where nearly as much speaks for it as for the best.
const RIVALS: f32 = 0.5;
/// How much must speak for a figure of the text being the one above.
const ENOUGH: f32 = 1.28;
/// The first paragraph repeats less of the article than its headline does, so that more must speak for a slip.
const ENOUGH_IN_LEAD: f32 = 1.6;
/// How many figures of the text are tried as terms of a sum.
const TERMS: usize = 10;

/// The figures above an article, and those of its first paragraph, that the text states otherwise.
pub(super) fn check(aligned: &Aligned<'_>, article: ArticleId, leeway: Leeway) -> Vec<Slip> {
    let own = Own { aligned, leeway };
    let all: Vec<QuantityId> = aligned.corpus.quantities_of(article).filter(|q| comparable(&own, *q)).collect();
    let of = |zones: &[Zone]| all.iter().copied().filter(|q| zones.contains(&own.context(*q).zone)).collect();
    let above: Vec<QuantityId> = of(&[Zone::Headline, Zone::Subhead, Zone::Caption]);
    let lead: Vec<QuantityId> = of(&[Zone::Lead]);
    let text: Vec<QuantityId> = of(&[Zone::Lead, Zone::Body]);
    let body: Vec<QuantityId> = of(&[Zone::Body]);
    let from_above = above.iter().filter_map(|q| slip(&own, *q, &text, &above, ENOUGH));
    let tolls = lead.iter().filter(|q| own.counts_fates(**q));
    let from_lead = tolls.filter_map(|q| slip(&own, *q, &body, &lead, ENOUGH_IN_LEAD));
    let mut slips: Vec<Slip> = Vec::new();
    for slip in from_above.chain(from_lead) {
        // A subhead that repeats the headline's slip is the same slip.
        if !slips.iter().any(|s| s.figures.iter().any(|q| slip.figures.contains(q))) {
            slips.push(slip);
        }
    }
    slips
}

fn comparable(own: &Own<'_>, q: QuantityId) -> bool {
    let q = own.quantity(q);
    let kinds =
        [Kind::Count, Kind::Money, Kind::Percent, Kind::Distance, Kind::Area, Kind::Weight, Kind::Other, Kind::Score];
    kinds.contains(&q.kind) && q.other_readings.is_empty() && q.change != Change::From
}

/// The figure of the text that is most likely meant by the one above and says something else.
fn slip(own: &Own<'_>, head: QuantityId, text: &[QuantityId], above: &[QuantityId], enough: f32) -> Option<Slip> {
    if text.iter().any(|b| confirms(own, head, *b)) || is_sum(own, head, text) {
        return None;
    }
    let mut rated: Vec<(f32, QuantityId, Relation)> = text
        .iter()
        .filter_map(|b| {
            let relation = own.relate(head, *b)?;
            let crossed = above.iter().any(|other| own.crossed(head, *other, *b));
            Some((own.likeness(head, *b, relation, crossed)?, *b, relation))
        })
        .collect();
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (likeness, found, relation) = *rated.first()?;
    // Figures that say what the best one says support it; the others of its noun are rivals.
    let agrees = |b: QuantityId| own.relate(found, b).is_some_and(|r| r.stance != Stance::Conflict);
    let rivals = rated.iter().filter(|(l, b, _)| *l > likeness - RIVALS && !agrees(*b)).count();
    let score = likeness - RIVAL * rivals as f32;
    if score < enough {
        return None;
    }
    let zone = own.context(head).zone.key();
    let (a, b) = (own.written(head), own.written(found));
    let how = how_they_stand(own.aligned.corpus, head, found, relation);
    let confidence = (0.6 + 0.25 * (score - enough)).clamp(0.6, 0.9);
    let reason = Reason::OwnText { zone: zone.to_owned(), a, b };
    let mut slip = Slip::new(Check::Headline, confidence, &[head, found], reason);
    slip.reasons.extend(how);
    Some(slip)
}

/// Whether a figure of the text says what stands above, of something that may be the same.
fn confirms(own: &Own<'_>, head: QuantityId, b: QuantityId) -> bool {
    let unit = |q: QuantityId| own.quantity(q).unit.measure.as_ref().map(|m| m.dimension.as_str());
    // "More than three" of anything leaves room for whatever is larger, and says nothing of it.
    let stands = || own.relate(head, b).is_some_and(|r| r.stance == Stance::Agree);
    unit(head) == unit(b) && stands() && !own.fates_differ(head, b)
}

/// Whether some figures of the text add up to the one above: "three dead", one here and two there.
fn is_sum(own: &Own<'_>, head: QuantityId, text: &[QuantityId]) -> bool {
    let value = |q: QuantityId| match &own.quantity(q).amount {
        Amount::Number(n) => Some(representative(own.quantity(q), n)),
        _ => None,
    };
    let Some(total) = value(head) else { return false };
    let key = |q: QuantityId| own.quantity(q).unit.measure.as_ref().map(|m| m.dimension.clone());
    let parts: Vec<Decimal> = text
        .iter()
        .filter(|b| key(**b) == key(head) && own.quantity(**b).kind == own.quantity(head).kind)
        .filter_map(|b| value(*b).filter(|v| *v < total && *v > Decimal::ZERO))
        .take(TERMS)
        .collect();
    let make = |i: usize, j: usize| parts[i].checked_add(parts[j]);
    let n = parts.len();
    (0..n).any(|i| {
        (i + 1..n).any(|j| {
            let Some(two) = make(i, j) else { return false };
            two == total || (j + 1..n).any(|k| two.checked_add(parts[k]) == Some(total))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::trial::{check, check_with};
    use super::*;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn what_stands_above_is_held_against_the_text() {
        check(
            TODAY,
            &[
                (
                    "es",
                    "# Tres muertos al volcar un autobús en Jaén\nCuatro personas murieron este martes al volcar un autobús cerca de Jaén.",
                    "headline: Tres | Cuatro",
                ),
                (
                    "es",
                    "# El incendio de la sierra arrasa 3.200 hectáreas\nEl incendio de la sierra ha quemado ya 2.300 hectáreas de pinar.",
                    "headline: 3.200 | 2.300",
                ),
                (
                    "es",
                    "# El puerto invertirá 130 millones de euros\nEl puerto invertirá 1.300 millones de euros en el nuevo muelle, según el plan aprobado ayer.",
                    "headline: 130 millones | 1.300 millones",
                ),
                (
                    "en",
                    "# Storm death toll climbs to 18\nAt least 21 people are now confirmed dead after the storm, officials said.",
                    "headline: 18 | At least 21",
                ),
                (
                    "en",
                    "# Quake in the valley\nHomes fell in the valley on Monday, where 48 houses were destroyed.\n[The 84 houses destroyed in the valley on Monday.",
                    "headline: 48 | 84",
                ),
            ],
        );
    }

    #[test]
    fn about_is_as_wide_as_the_person_says() {
        let text = "# El incendio de la sierra arrasa 3.600 hectáreas\nEl incendio de la sierra ha quemado ya unas 3.000 hectáreas de pinar.";
        let slip = "headline: 3.600 | unas 3.000";
        for (leeway, expected) in [(Leeway::Narrow, slip), (Leeway::Usual, slip), (Leeway::Wide, "")] {
            check_with(leeway, TODAY, &[("es", text, expected)]);
        }
    }

    #[test]
    fn figures_that_changed_places_and_tolls_further_down_are_found() {
        check(
            TODAY,
            &[
                (
                    "es",
                    "# Un choque deja 98 muertos y 14 heridos\nEl choque dejó un centenar de heridos y 14 muertos, entre ellos tres niños.",
                    "headline: 98 | 14",
                ),
                (
                    "es",
                    "Ocho mineros murieron el lunes en el derrumbe de la mina de Valdehierro.\nLos equipos de rescate trabajan en la galería.\nLos nueve mineros muertos en el derrumbe de la mina de Valdehierro fueron enterrados ayer.",
                    "headline: Ocho | nueve",
                ),
                (
                    "pt",
                    "# Enchente mata 15 pessoas\nA enchente deixou, até agora, quatorze mortos confirmados.",
                    "headline: 15 | quatorze",
                ),
            ],
        );
    }

    #[test]
    fn what_the_text_repeats_adds_up_or_tells_of_something_else_is_left_alone() {
        check(
            TODAY,
            &[
                (
                    "es",
                    "# Tres muertos al volcar un autobús\nTres personas murieron y otras cuatro resultaron heridas al volcar un autobús.",
                    "",
                ),
                (
                    "es",
                    "# Tres muertos en dos accidentes\nUn hombre murió en Jaén y dos mujeres murieron en Lugo en dos accidentes.",
                    "",
                ),
                ("es", "# Cae una red con 15.000 clientes\nLa red tenía 14.876 clientes en todo el país.", ""),
                (
                    "es",
                    "# Doce detenidos en la marcha\nLa policía detuvo a doce personas; el año pasado fueron 30 los detenidos.",
                    "",
                ),
                (
                    "es",
                    "# 45.000 personas marchan por la vivienda\nUnas 45.000 personas, según los organizadores, marcharon ayer; la policía contó 12.000.",
                    "",
                ),
                ("es", "# El paro baja un 3 %\nEl paro cayó un 3 % en julio, y un 5 % entre los jóvenes.", ""),
                ("es", "# Vuelven 40 trenes\nLa compañía repondrá 40 trenes; 30 ya circulan.", ""),
                ("en", "# Storm kills 18\nEighteen people died and 40 were injured in the storm, officials said.", ""),
                (
                    "en",
                    "# 12 schools to close\nA dozen schools will close next year, the county said; 30 closed in 2020.",
                    "",
                ),
            ],
        );
    }
}
