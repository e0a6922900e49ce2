//! What is said not to be there: "sin víctimas", "no deaths", "nobody was hurt".

use super::{Kind, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// Nobody came to harm: "sin víctimas", "ningún muerto", "no hubo heridos".
pub(super) fn none_of(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Negation)?;
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
