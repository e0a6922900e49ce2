//! Places in an order: "tercera", "3.º", "twenty-first", "cincuenta y dos milésimo tricentésimo".

use super::{Amount, Kind, Number, draft::Draft, scan::Scan, words};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// A place in an order.
pub(super) fn ordinal(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, value, digits) = place(scan, i)?;
    if among_numbers(scan, i, end) || value == 1 && !digits && !is_place(scan, i, end) {
        return None;
    }
    let mut draft = Draft::new(i, end, Kind::Ordinal, Draft::number(value.into(), Decimal::ONE, digits));
    draft.counts = true;
    Some(draft)
}

/// Whether an ordinal is a small word here: "segundo a polícia" says according to whom, "o segundo" is a place.
fn is_preposition(scan: &Scan, i: usize) -> bool {
    let leads = [Meaning::The, Meaning::Of, Meaning::To, Meaning::From, Meaning::This, Meaning::On];
    let led = !scan.breaks_before(i) && leads.iter().any(|&m| scan.is_before(i, 0, m));
    let alone = scan.breaks_before(i) && scan.breaks_before(i + 1);
    scan.is(i, Meaning::Stop) && !led && !alone
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
    let led = i > 0 && [Meaning::The, Meaning::Article, Meaning::Stop].into_iter().any(|m| scan.is(i - 1, m));
    let named = scan.is_word(end) && scan.gap(end) == Gap::Space && !scan.is(end, Meaning::Stop);
    let opens = scan.breaks_before(i) || scan.is_sign(i.saturating_sub(1), ",;:(");
    alone || !led && !named && !opens
}

/// "between the tenth and the fifteenth": a stretch of an order.
pub(super) fn between(scan: &Scan, i: usize) -> Option<Draft> {
    let article = |j: usize| j + usize::from(scan.is(j, Meaning::The));
    let first = article(i + scan.at(i, Meaning::Between)?);
    let (end, low, _) = place(scan, first)?;
    let second = article(end + scan.at(end, Meaning::And)?);
    let (end, high, digits) = place(scan, second)?;
    let amount = Amount::Number(Number { low: Some(low.into()), high: Some(high.into()), grain: Decimal::ONE, digits });
    let mut draft = Draft::new(i, end, Kind::Ordinal, amount);
    draft.counts = true;
    (low < high).then_some(draft)
}

/// The place that begins at token `i`: the token behind it, the place, and whether it is in digits.
fn place(scan: &Scan, i: usize) -> Option<(usize, u64, bool)> {
    if scan.is_numeral(i) { in_digits(scan, i) } else { in_words(scan, i).map(|(end, n)| (end, n, false)) }
}

/// "3.º", "41st".
fn in_digits(scan: &Scan, i: usize) -> Option<(usize, u64, bool)> {
    let suffix = scan.at(i + 1, Meaning::OrdinalSuffix).filter(|_| scan.glued(i + 1));
    let point = || (i > 0 && scan.is(i - 1, Meaning::The) && scan.is_ordinal_point(i + 1)).then_some(1);
    let len = suffix.or_else(point)?;
    let value = scan.str(i).parse().ok()?;
    // "41º C" is a temperature.
    if scan.find(i + 1, |m| matches!(m, Meaning::Abbreviation(_)).then_some(())).is_some_and(|f| f.0 > len) {
        return None;
    }
    let end = i + 1 + len;
    (!scan.glued(end) || !scan.is_word(end)).then_some((end, value, true))
}

/// "twenty-first", "two hundred and tenth", "tres millones cincuenta y dos milésimo tricentésimo".
pub(super) fn in_words(scan: &Scan, i: usize) -> Option<(usize, u64)> {
    let of_order = |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None };
    let mut value = 0;
    let mut j = i;
    // "soixante-dixième" is a word of its own, and no tenth behind sixty.
    let own = scan.find(i, of_order).map_or(i, |(len, _)| i + len);
    let before = |a: &words::Numeric| !a.digits && !a.article && !a.open && a.end > i && own <= a.end;
    if let Some(cardinal) = words::whole(scan, i).filter(before) {
        value = u64::try_from(cardinal.value).ok().filter(|v| *v > 0)?;
        let dash = scan.is_dash(cardinal.end) && scan.glued(cardinal.end) && scan.glued(cardinal.end + 1);
        let hundreds = value.is_multiple_of(100) && scan.pack.format.and_joins.hundreds;
        let and = scan.at(cardinal.end, Meaning::And).filter(|_| hundreds).unwrap_or(0);
        j = cardinal.end + usize::from(dash).max(and);
        // "los cien primeros" are a hundred, and "veinte segundos" a time.
        if !dash && scan.pack.is_plural_form(scan.str(j)) {
            return None;
        }
    }
    if j == i && is_preposition(scan, i) {
        return None;
    }
    let start = j;
    while let Some((len, n)) = scan.find(j, of_order) {
        let Some(more) = behind(value, n) else { break };
        value = more;
        j += len;
        let dashed = scan.is_dash(j) && scan.glued(j) && scan.find(j + 1, of_order).is_some();
        j += usize::from(dashed);
    }
    (j > start).then_some((j, value))
}

/// A number with one more ordinal behind it, where it fits: hundreds and more multiply what is smaller before them,
/// the others fill the zeros at its end.
fn behind(value: u64, n: u64) -> Option<u64> {
    let low = if n >= 100 { value % n } else { 0 };
    if n == 100 && low > 0 || n >= 1000 && value > 0 {
        let higher = value - low;
        let product = low.checked_mul(n).filter(|p| *p > 0 && (higher == 0 || p / n < 1_000))?;
        return higher.checked_add(product);
    }
    let room = match n {
        1..10 => value.is_multiple_of(10),
        10..100 => value.is_multiple_of(100),
        _ => value.is_multiple_of(1000),
    };
    value.checked_add(n).filter(|_| room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_multiply_and_fill() {
        for (parts, expected) in [
            (&[20, 5][..], Some(25)),
            (&[52, 1000, 300, 40, 7], Some(52_347)),
            (&[3_000_052, 1000, 300], Some(3_052_300)),
            (&[3000, 1_000_000, 70, 3], Some(3_000_000_073)),
            (&[2, 100], Some(200)),
            (&[1000, 100], Some(1100)),
            (&[12, 3], None),
            (&[10, 8], Some(18)),
            (&[3455, 1_000_000], Some(3_455_000_000)),
            (&[100, 1], Some(101)),
        ] {
            let (first, rest) = parts.split_first().unwrap();
            assert_eq!(rest.iter().try_fold(*first, |v, n| behind(v, *n)), expected, "{parts:?}");
        }
    }
}
