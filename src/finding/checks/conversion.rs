//! Conversions in brackets: "16 km (16 miles)".

use super::{
    Check, Slip,
    bounds::{Bounds, last_place, middle},
    line::Line,
};
use crate::{
    finding::Reason,
    language::{Hedge, Units},
    quantity::{
        Number, Quantity,
        relation::{Stance, relate},
    },
};
use rust_decimal::Decimal;

/// Two sums in two currencies are odd where they are this far apart, relative to the larger: a rate of some years ago may
/// be half or twice that of today, and no more than a few times.
const OTHER_RATE: f64 = 0.8;
/// A conversion may leave this share of its value, or half of its last place; with "about" twice as much.
const ROUNDED: i64 = 5;

/// The first conversion of a sentence that says another value.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    (1..line.figures.len()).find_map(|k| at(line, k))
}

fn at(line: &Line<'_>, k: usize) -> Option<Slip> {
    let (q, before) = (line.figure(k), line.figure(k - 1));
    q.converts?;
    if line.between(k - 1, k) != "(" || !line.behind(k).starts_with(')') {
        return None;
    }
    let (n, m) = (line.number(k)?, line.number(k - 1)?);
    let dimension = q.unit.measure.as_ref()?.dimension.as_str();
    match dimension {
        // "five years (ten months in prison)": what stands in the brackets is another time.
        "duration" | "percent" => return None,
        "money" => {
            let relation = relate(before, q)?;
            if relation.stance != Stance::Conflict || relation.gap < OTHER_RATE {
                return None;
            }
            let reason = Reason::OtherSum { a: line.counted(k - 1), b: line.counted(k) };
            return Some(Slip::new(Check::Conversion, 0.7, &[line.id(k - 1), line.id(k)], reason).perhaps());
        }
        _ => {}
    }
    // "rose by 1.5 °C (2.7 °F)" is a distance between two temperatures, where only the size of a degree counts.
    let same = [true, false]
        .into_iter()
        .any(|zero| stretch(before, m, zero).zip(stretch(q, n, zero)).is_none_or(|(a, b)| a.meets(b)));
    if same {
        return None;
    }
    let is = in_unit_of(before, m, q)?;
    let unit = unit_words(line, k);
    let reason = Reason::ConvertsTo { a: line.counted(k - 1), is, unit, said: line.counted(k) };
    Some(Slip::new(Check::Conversion, 0.9, &[line.id(k - 1), line.id(k)], reason))
}

/// What a measure may stand for in base units, with the zero of its scale or without.
fn stretch(q: &Quantity, n: &Number, zero: bool) -> Option<Bounds> {
    let measure = q.unit.measure.as_ref()?;
    let share = if matches!(q.hedge, Hedge::About | Hedge::Almost) { 2 * ROUNDED } else { ROUNDED };
    let spread = |v: Decimal| (v.abs() * Decimal::new(share, 2)).max(last_place(n) / Decimal::TWO);
    let scaled = |v: Decimal| {
        let v = v.checked_mul(measure.factor)?;
        if zero { v.checked_add(measure.zero) } else { Some(v) }
    };
    let (low, high) = (n.low.or(n.high)?, n.high.or(n.low)?);
    Some(Bounds { low: scaled(low - spread(low))?, high: scaled(high + spread(high))? })
}

/// What `a` is in the unit of `b`, to three digits or so.
fn in_unit_of(a: &Quantity, n: &Number, b: &Quantity) -> Option<Decimal> {
    let (from, to) = (a.unit.measure.as_ref()?, b.unit.measure.as_ref()?);
    let base = middle(n).or(n.low).or(n.high)?.checked_mul(from.factor)?.checked_add(from.zero)?;
    let value = base.checked_sub(to.zero)?.checked_div(to.factor)?;
    Some(value.round_sf(3)?.normalize())
}

/// The unit as the article writes it, or else its key.
fn unit_words(line: &Line<'_>, k: usize) -> String {
    let q = line.figure(k);
    let key = q.unit.measure.as_ref().map(|m| m.key.clone()).unwrap_or_default();
    debug_assert!(key.contains('/') || Units::built_in().find(&key).is_some());
    q.unit.span.map_or(key, |s| s.of(line.text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn conversions_are_reckoned_again() {
        check(
            TODAY,
            &[
                ("en", "The fire started 16 km (16 miles) from the town.", "conversion: 16 | 16"),
                ("en", "The wall is 10 feet (30 metres) high.", "conversion: 10 | 30"),
                ("en", "It reached 40 °C (94 °F) in the shade.", "conversion: 40 | 94"),
                ("es", "El epicentro estuvo a 80 kilómetros (500 millas) de la costa.", "conversion: 80 | 500"),
                ("es", "El buque llevaba 120 toneladas (26.000 libras) de grano.", "conversion: 120 | 26.000"),
                ("fr", "La tempête a touché la côte à 160 km/h (260 mph).", "conversion: 160 | 260"),
            ],
        );
    }

    #[test]
    fn conversions_that_work_out_are_left_alone() {
        check(
            TODAY,
            &[
                ("en", "The fire started 16 km (10 miles) from the town.", ""),
                ("en", "About 3 feet (1 metre) of snow fell.", ""),
                ("en", "A mile (2 km) further on the road ends.", ""),
                ("en", "It warmed by 1.5 °C (2.7 °F) in a century.", ""),
                ("en", "It reached 40 °C (104 °F) in the shade.", ""),
                ("en", "It costs 100 euros ($110).", ""),
                ("en", "He got five years (ten months suspended).", ""),
                ("en", "The lake covers 100 hectares (250 acres).", ""),
                ("es", "Cayó a 80 kilómetros (50 millas) de la costa.", ""),
                ("es", "La finca mide 12 hectáreas (120.000 metros cuadrados).", ""),
                ("es", "Recorrió 300 kilómetros (40 en bicicleta).", ""),
            ],
        );
    }
}
