//! Places in an order: "tercera", "3.º", "twenty-first".

use super::{Kind, draft::Draft, scan::Scan, words};
use crate::language::Meaning;
use rust_decimal::Decimal;

/// A place in an order: "tercera", "3.º", "twenty-first".
pub(super) fn ordinal(scan: &Scan, i: usize) -> Option<Draft> {
    let of_order = |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None };
    let mut value = 0;
    let mut j = i;
    let mut digits = false;
    if scan.is_numeral(i) {
        let len = scan.at(i + 1, Meaning::OrdinalSuffix).filter(|_| scan.glued(i + 1))?;
        value = scan.str(i).parse().ok()?;
        digits = true;
        // "41º C" is a temperature.
        if scan.find(i + 1, |m| matches!(m, Meaning::Abbreviation(_)).then_some(())).is_some_and(|f| f.0 > len) {
            return None;
        }
        j = i + 1 + len;
        if scan.glued(j) && scan.is_word(j) {
            return None;
        }
    } else {
        if let Some(a) = words::read(scan, i, false, true).filter(|a| !a.digits && !a.article && !a.open) {
            let dash = usize::from(scan.is_dash(a.end) && scan.glued(a.end));
            let scale = a.scale.is_some() || (a.value % Decimal::TEN).is_zero();
            if scale && scan.find(a.end + dash, of_order).is_some_and(|(_, n)| n < 100) {
                value = u32::try_from(a.value).ok()?;
                j = a.end + dash;
            } else {
                return None;
            }
        }
        if j == i && is_preposition(scan, i) {
            return None;
        }
        while let Some((len, n)) = scan.find(j, of_order) {
            if value != 0 && (value % 10 != 0 && value % 100 != 0 || n >= value) {
                break;
            }
            value = value.checked_add(n)?;
            j += len
                + usize::from(
                    scan.is_dash(j + len) && scan.glued(j + len) && scan.find(j + len + 1, of_order).is_some(),
                );
        }
        if j == i {
            return None;
        }
    }
    let mut draft = Draft::new(i, j, Kind::Ordinal, Draft::number(value.into(), Decimal::ONE, digits));
    draft.counts = true;
    Some(draft)
}

/// Whether an ordinal is a small word here: "segundo a polícia" says according to whom, "o segundo" is a place.
fn is_preposition(scan: &Scan, i: usize) -> bool {
    let led = i > 0
        && [Meaning::The, Meaning::Of, Meaning::When, Meaning::This].iter().any(|&m| scan.is_before(i, 0, m))
        && !scan.breaks_before(i);
    scan.is(i, Meaning::Stop) && !led
}
