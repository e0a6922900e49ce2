//! Numerals: what "15.000" says depends on who wrote it. The document's other numerals tell which sign groups digits and
//! which stands before decimals; what stays open keeps its second reading.

use super::{decimal::grain, scan::Scan};
use crate::text::token::Gap;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// How many digits surely fit in sixty-four bits.
const SHORT: usize = 18;

/// How a document writes numbers, as far as its numerals tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Notation {
    point: Sign,
    comma: Sign,
    decimal_comma: bool,
}

/// What a sign between digits is in a document, by weight of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Sign {
    groups: u32,
    decimals: u32,
}

/// A numeral of the text with its readings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The token behind it.
    pub end: usize,
    /// What it most likely says.
    pub value: Decimal,
    /// The place value of its last digit that is not a filling zero.
    pub grain: Decimal,
    /// What else it may say.
    pub other: Option<Decimal>,
    /// Digits and nothing else, and how many.
    pub plain: Option<usize>,
}

impl Notation {
    /// Weighs the evidence of a document's numerals.
    pub fn of<'t>(numerals: impl Iterator<Item = &'t str>, decimal_comma: bool) -> Self {
        let mut found = Self { point: Sign::default(), comma: Sign::default(), decimal_comma };
        for numeral in numerals {
            found.weigh(numeral);
        }
        found
    }

    fn weigh(&mut self, numeral: &str) {
        let last = numeral.rfind(['.', ',']);
        if last.is_none() {
            return;
        }
        let (points, commas) = (numeral.matches('.').count(), numeral.matches(',').count());
        match (points, commas) {
            (0, 0) => {}
            (1.., 1..) => {
                let comma_last = last.is_some_and(|at| numeral[at..].starts_with(','));
                let (decimal, group) =
                    if comma_last { (&mut self.comma, &mut self.point) } else { (&mut self.point, &mut self.comma) };
                decimal.decimals += 5;
                group.groups += 5;
            }
            (1, 0) | (0, 1) => {
                let (whole, decimals) = numeral.split_at(last.unwrap_or(0));
                let decimals = &decimals[1..];
                let by_habit = (commas == 1) != self.decimal_comma;
                let sign = if commas == 1 { &mut self.comma } else { &mut self.point };
                if decimals.len() == 3 && whole.len() <= 3 && whole != "0" {
                    // Hardly anybody writes three decimals that are zeros, and hardly anybody writes three decimals often.
                    sign.groups += if by_habit || decimals == "000" { 4 } else { 2 };
                } else if decimals.len() == 2 && commas == 0 && is_clock(whole, decimals) {
                    // "15.30" may be an hour and says nothing.
                } else {
                    sign.decimals += 3;
                }
            }
            (2.., 0) if well_grouped(numeral, '.') => self.point.groups += 5,
            (0, 2..) if well_grouped(numeral, ',') => self.comma.groups += 5,
            _ => {}
        }
    }

    /// Whether a sign with exactly three digits behind it groups them, and whether that is beyond doubt.
    fn groups(&self, sign: char, decimals: &str) -> (bool, bool) {
        let (own, other) = if sign == ',' { (self.comma, self.point) } else { (self.point, self.comma) };
        // Hardly anybody writes three decimals that are zeros.
        if decimals == "000" {
            return (true, own.decimals == 0);
        }
        if own.decimals > own.groups {
            return (false, other.groups > 0);
        }
        let by_habit = (sign == ',') == self.decimal_comma;
        if own.groups >= 5 || other.decimals > 0 || !by_habit {
            return (true, !by_habit || other.decimals > 0 || own.groups >= 5);
        }
        // By the language's habit it is the decimal sign, and nothing in the document says so: news prints far more
        // thousands than thousandths, and an outlet abroad keeps its own habit.
        (self.decimal_comma || decimals.ends_with("00"), false)
    }
}

/// Whether two parts can be an hour and its minutes.
fn is_clock(hour: &str, minutes: &str) -> bool {
    hour.parse::<u8>().is_ok_and(|h| h < 25) && minutes.parse::<u8>().is_ok_and(|m| m < 60)
}

/// Whether a sign stands before every three digits, or before every two and the last three as in India.
fn well_grouped(numeral: &str, sign: char) -> bool {
    let mut parts = numeral.split(sign);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let Some((last, middle)) = rest.split_last() else { return false };
    (1..=3).contains(&first.len())
        && last.len() == 3
        && (middle.iter().all(|p| p.len() == 3) || first.len() <= 2 && middle.iter().all(|p| p.len() == 2))
}

/// Digits of any width as plain ones, and apostrophes of any shape as one; nothing else is left in a numeral.
fn plain(written: &str) -> Cow<'_, str> {
    if written.is_ascii() {
        return Cow::Borrowed(written);
    }
    let plain = written.chars().filter_map(|c| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0),
        '．' => Some('.'),
        '，' => Some(','),
        '’' => Some('\''),
        '0'..='9' | '.' | ',' | '\'' => Some(c),
        _ => None,
    });
    Cow::Owned(plain.collect())
}

/// Reads the numeral at token `i`, with the groups of three digits that follow behind a space.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Numeral> {
    if !scan.is_numeral(i) {
        return None;
    }
    let mut written = plain(scan.str(i));
    let mut end = i + 1;
    if (1..=3).contains(&written.len()) && written.bytes().all(|b| b.is_ascii_digit()) && !written.starts_with('0') {
        while let Some(group) = space_group(scan, end) {
            written.to_mut().push_str(&group);
            end += 1;
            if group.len() > 3 {
                break;
            }
        }
    }
    let digits_only = written.bytes().all(|b| b.is_ascii_digit()) && end == i + 1;
    let plain = digits_only.then_some(written.len());
    let (value, other) = value(&written, &scan.notation)?;
    Some(Numeral { end, value, grain: grain(value), other, plain })
}

/// Three digits behind one space, perhaps with decimals: they belong to the numeral before.
fn space_group<'t>(scan: &Scan<'t>, i: usize) -> Option<Cow<'t, str>> {
    if !scan.is_numeral(i) || scan.gap(i) != Gap::Space {
        return None;
    }
    let group = plain(scan.str(i));
    let (whole, decimals) = group.split_once(['.', ',']).unwrap_or((&group, "0"));
    let fits = whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit()) && decimals.len() <= 2;
    // "15 000 300 …" goes on, "600 12 34" is a telephone.
    let next_is_short = scan.is_numeral(i + 1) && scan.gap(i + 1) == Gap::Space && scan.str(i + 1).len() < 3;
    (fits && !next_is_short && decimals.bytes().all(|b| b.is_ascii_digit())).then_some(group)
}

/// What a numeral says, and what else it may say. None where it is no number ("192.168.0.1").
fn value(written: &str, notation: &Notation) -> Option<(Decimal, Option<Decimal>)> {
    let parse = |decimal: Option<usize>| {
        let (whole, decimals) = decimal.map_or((written, ""), |at| (&written[..at], &written[at + 1..]));
        exact(whole, decimals)
    };
    if written.bytes().all(|b| b.is_ascii_digit()) {
        return Some((parse(None)?, None));
    }
    let signs: Vec<(usize, char)> = written.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    match signs[..] {
        [(at, sign)] => {
            let (whole, decimals) = (&written[..at], &written[at + 1..]);
            if decimals.len() != 3 || whole.len() > 3 || whole.starts_with('0') {
                return Some((parse(Some(at))?, None));
            }
            if sign == '\'' {
                return Some((parse(None)?, None));
            }
            let (groups, sure) = notation.groups(sign, decimals);
            let (grouped, decimal): (Decimal, Decimal) = (parse(None)?, parse(Some(at))?);
            let (value, other) = if groups { (grouped, decimal) } else { (decimal, grouped) };
            Some((value, (!sure).then_some(other)))
        }
        _ => {
            let (at, last) = signs[signs.len() - 1];
            let group = signs[0].1;
            if group == last {
                let even = signs.iter().all(|s| s.1 == group) && well_grouped(written, group);
                return even.then(|| parse(None))?.map(|v| (v, None));
            }
            let whole = &written[..at];
            let even = signs[..signs.len() - 1].iter().all(|s| s.1 == group) && well_grouped(whole, group);
            even.then(|| parse(Some(at)))?.map(|v| (v, None))
        }
    }
}

/// The number of so many digits before and behind the decimal sign; the signs that group them say nothing.
fn exact(whole: &str, decimals: &str) -> Option<Decimal> {
    if whole.len() + decimals.len() <= SHORT {
        let digits = whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit);
        let number = digits.fold(0, |n, digit| 10 * n + i64::from(digit - b'0'));
        return Some(Decimal::new(number, decimals.len() as u32));
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    if decimals.is_empty() { digits.parse().ok() } else { format!("{digits}.{decimals}").parse().ok() }
}

/// A power of ten behind a numeral that ends before token `j`: "6 x 10^23", "2.48×10−5", "1e14". The token behind it, and
/// what it multiplies by.
pub(super) fn power_of_ten(scan: &Scan, j: usize) -> Option<(usize, Decimal)> {
    let letter = scan.str(j).eq_ignore_ascii_case("e") && scan.glued(j);
    let at = if letter { j + 1 } else { raised_ten(scan, j)? };
    let negative = scan.is_dash(at);
    let digits = at + usize::from(negative || scan.is_sign(at, "+"));
    let glued = (j + 1..=digits).skip(usize::from(!letter)).all(|k| scan.glued(k) || !letter);
    if !glued || !scan.is_numeral(digits) || !scan.glued(digits) {
        return None;
    }
    let exponent: u32 = scan.str(digits).parse().ok().filter(|e| *e <= 24)?;
    let power = Decimal::from(10u128.checked_pow(exponent)?);
    let factor = if negative { Decimal::ONE.checked_div(power)? } else { power };
    Some((digits + 1, factor))
}

/// Behind the ten and its sign of "×10^5", "x 10−5".
fn raised_ten(scan: &Scan, j: usize) -> Option<usize> {
    let cross = scan.is_sign(j, "×·*") || scan.str(j) == "x";
    if !cross || scan.str(j + 1) != "10" || scan.gap(j) != scan.gap(j + 1) {
        return None;
    }
    let caret = scan.is_sign(j + 2, "^") && scan.glued(j + 2);
    let minus = scan.is_dash(j + 2) && scan.glued(j + 2);
    (caret || minus).then_some(j + 2 + usize::from(caret))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(document: &[&str], decimal_comma: bool, written: &str, expected: &str) {
        let notation = Notation::of(document.iter().copied().chain([written]), decimal_comma);
        let found = match value(written, &notation) {
            None => "none".to_owned(),
            Some((v, None)) => v.to_string(),
            Some((v, Some(o))) => format!("{v} or {o}"),
        };
        assert_eq!(found, expected, "{written} in {document:?}");
    }

    #[test]
    fn reads_both_notations_in_either_language() {
        for (document, comma, written, expected) in [
            (&[][..], true, "15.000", "15000"),
            (&[], true, "15,000", "15000"),
            (&["7.2"], true, "15,000", "15000"),
            (&["7,2"], true, "15.000", "15000"),
            (&["7,2"], true, "1,234", "1.234 or 1234"),
            (&[], true, "4,700", "4700 or 4.700"),
            (&["15,000"], true, "4,700", "4700"),
            (&["3,150", "12,840"], true, "4,700", "4700"),
            (&[], false, "15,000", "15000"),
            (&[], false, "1.234", "1.234 or 1234"),
            (&[], false, "15.000", "15000"),
            (&[], true, "7,2", "7.2"),
            (&[], true, "7.2", "7.2"),
            (&[], true, "1.234.567,8", "1234567.8"),
            (&[], true, "1,234,567.8", "1234567.8"),
            (&[], false, "1,23,456", "123456"),
            (&[], false, "0.123", "0.123"),
            (&[], false, "192.168.0.1", "none"),
            (&[], true, "1'234'567", "1234567"),
            (&[], false, "4.098,50", "4098.50"),
        ] {
            check(document, comma, written, expected);
        }
    }

    #[test]
    fn debris_is_read_through() {
        use crate::{language::Registry, quantity};
        let packs = Registry::built_in();
        let pack = packs.get("es");
        for (text, expected) in [
            ("15\u{a0}000 casas", "15000"),
            ("15\u{202f}000 casas", "15000"),
            ("15\u{2009}000 casas", "15000"),
            ("1'234 casas", "1234"),
            ("1’234’567 casas", "1234567"),
            ("１５．０００ casas", "15000"),
            ("15.0\u{ad}00 casas", "15000"),
            ("15.\u{200b}000 casas", "15000"),
            ("1.234.567,8 euros", "1234567.8"),
            ("12,34,567 rupias", "1234567"),
            ("\u{2212}5 grados", "-5"),
            ("5 m² de huerta", "5"),
            ("2½ horas", "2.5"),
            ("1,5 millones", "1500000"),
            ("20 mil millones", "20000000000"),
        ] {
            let found = quantity::extract(text, pack, None);
            let values = found.iter().map(|q| match &q.amount {
                quantity::Amount::Number(n) => n.low.map(|v| v.normalize().to_string()).unwrap_or_default(),
                other => format!("{other:?}"),
            });
            assert_eq!(values.collect::<Vec<_>>(), [expected], "{text:?}");
        }
    }

    #[test]
    fn a_scale_is_as_round_as_its_numeral() {
        use crate::{language::Registry, quantity};
        let packs = Registry::built_in();
        let pack = packs.get("es");
        for (text, expected) in [
            ("20 mil millones", 10_000_000_000i64),
            ("2.345 millones", 1_000_000),
            ("1,25 millones", 10_000),
            ("15 mil", 1000),
        ] {
            let found = quantity::extract(text, pack, None);
            let quantity::Amount::Number(n) = &found[0].amount else { panic!("{text} is no number") };
            assert_eq!(n.grain.normalize(), Decimal::from(expected).normalize(), "{text}");
        }
    }
}
