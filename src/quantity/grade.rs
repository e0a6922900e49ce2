//! Steps of a scale, whose word stands before the number: "categoría 4", "magnitud de 6,9".

use super::{Kind, draft::Draft, measure::kind_of, scan::Scan, words};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// A step of a scale. Where its word is also a unit, the number is measured in it, and else it is a place in an order.
pub(super) fn graded(scan: &Scan, i: usize) -> Option<Draft> {
    let end = i + scan.at(i, Meaning::Grade)?;
    let unit = scan.unit(i).map(|f| f.1);
    let of = scan.at(end, Meaning::Of).filter(|_| unit.is_some()).unwrap_or(0);
    let number = words::read(scan, end + of, false, true).filter(|n| !n.article && !n.open && n.scale.is_none())?;
    let step = number.value.fract().is_zero() && number.value <= Decimal::TEN;
    let own = scan.is_measure(number.end);
    let apart = (i + 1..number.end).any(|k| scan.gap(k) > Gap::Space) || scan.is_sign(number.end, "%");
    if own || apart || !(step || unit.is_some()) {
        return None;
    }
    let kind = unit.map_or(Kind::Ordinal, |u| kind_of(&Units::built_in().get(u).dimension));
    let amount = Draft::number(number.value, number.grain, number.digits);
    let mut draft = Draft::new(end + of, number.end, kind, amount);
    draft.unit = unit;
    draft.unit_words = Some((i, end));
    Some(draft)
}
