//! Places in an order: "tercera", "3.º", "twenty-first".

use super::{Kind, draft::Draft, scan::Scan, words};
use crate::{language::Meaning, text::token::Gap};
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
            let tens = a.value > Decimal::TEN && (a.value % Decimal::TEN).is_zero();
            // "los treinta primeros días" are thirty.
            let apart = !scan.is_dash(a.end) && scan.pack.is_plural_form(scan.str(a.end));
            if (a.scale.is_some() || tens) && !apart && scan.find(a.end + dash, of_order).is_some_and(|(_, n)| n < 100)
            {
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
    if among_numbers(scan, i, j) || value == 1 && !digits && !is_place(scan, i, j) {
        return None;
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

/// Whether the word only points into a number beside it ("the first three months", "los diez primeros meses"), or is a unit
/// ("per second").
fn among_numbers(scan: &Scan, i: usize, end: usize) -> bool {
    let number = |k: usize| {
        scan.is_numeral(k) || scan.find(k, |m| matches!(m, Meaning::Cardinal(n) if n > 1).then_some(())).is_some()
    };
    let behind = scan.gap(end) == Gap::Space && number(end);
    let before = i > 0 && scan.gap(i) == Gap::Space && number(i - 1);
    let unit = scan.find(i, |m| matches!(m, Meaning::Unit(_)).then_some(())).is_some();
    let article = i > 0 && (scan.is(i - 1, Meaning::The) || scan.is(i - 1, Meaning::Article));
    behind || before || unit && scan.is_before(i, 0, Meaning::Per) && !article
}

/// Whether the first one is a place that somebody took ("quedó primero"), and not what news is full of: "the first woman",
/// "la primera que". A word by itself is a place too.
fn is_place(scan: &Scan, i: usize, end: usize) -> bool {
    let alone = scan.breaks_before(i) && (scan.breaks_before(end) || scan.is_sign(end, ".,;)"));
    let led = i > 0 && (scan.is(i - 1, Meaning::The) || scan.is(i - 1, Meaning::Article));
    let named = scan.is_word(end) && scan.gap(end) == Gap::Space && !scan.is(end, Meaning::Stop);
    let opens = scan.breaks_before(i) || scan.is_sign(i.saturating_sub(1), ",;:(");
    alone || !led && !named && !opens
}
