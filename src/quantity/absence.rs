//! What is said not to be there: "sin víctimas", "no deaths", "nobody was hurt".

use super::{Kind, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// How far before its negation harm may stand, in tokens: "Verletzt wurde bei dem Brand in dem Haus niemand."
const REACH: usize = 14;

/// Nobody came to harm: "sin víctimas", "ningún muerto", "no hubo heridos".
pub(super) fn none_of(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Negation)?;
    if let Some(harm) = said_before(scan, i, i + len) {
        let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ZERO, Decimal::ONE, false));
        draft.unit_words = Some(harm);
        return Some(draft);
    }
    let at = (i + len..i + len + 3).find(|&k| scan.is(k, Meaning::Harm))?;
    let apart = (i + len..=at).any(|k| scan.gap(k) == Gap::Line || scan.is_sign(k, ".,;:()") || scan.is_numeral(k));
    let nearer = (i + len..at).any(|k| scan.is(k, Meaning::Negation));
    if apart || nearer {
        return None;
    }
    let end = scan.at(at, Meaning::Harm).map_or(at + 1, |n| at + n);
    let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ZERO, Decimal::ONE, false));
    draft.unit_words = Some((at, end));
    draft.end = end;
    Some(draft)
}

/// Harm that opens a clause which the negation ends: "Verletzt wurde niemand."
fn said_before(scan: &Scan, i: usize, end: usize) -> Option<(usize, usize)> {
    let first = (i.saturating_sub(REACH)..i).find(|&k| scan.breaks_before(k) && scan.is(k, Meaning::Harm))?;
    let harm_end = first + scan.at(first, Meaning::Harm)?;
    let apart = (first + 1..=i).any(|k| scan.breaks_before(k) || !scan.is_word(k));
    let ends = scan.breaks_before(end) || scan.is_sign(end, ".,;:!");
    (!apart && ends && harm_end < i).then_some((first, harm_end))
}
