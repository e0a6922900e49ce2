//! Decimals in words: "uno coma cinco", "nine point nought four", "siete con cincuenta".

use super::{
    decimal::{grain, times},
    scan::Scan,
    sum::Sum,
    words::{self, Numeric, of_scale},
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// How many decimals a figure may have.
const MOST: usize = 9;

/// Adds the decimals that stand in words behind a number that begins at token `i`.
pub(super) fn add(scan: &Scan, i: usize, number: &mut Numeric) {
    let at = number.end;
    if number.scale.is_some() || scan.gap(at) == Gap::Line || !scan.is_word(at) {
        return;
    }
    let said = scan.at(at, Meaning::Point);
    let Some(len) = said.or_else(|| scan.at(at, Meaning::LoosePoint)) else { return };
    let Some((end, decimals, digits)) = read(scan, at + len) else { return };
    if said.is_none() && !(measured(scan, end) || scan.breaks_before(i) && scan.breaks_before(end)) {
        return;
    }
    let Some(value) = number.value.checked_add(decimals) else { return };
    let digits = digits || number.digits;
    *number = Numeric { end, value, grain: grain(decimals), digits, plain: None, article: false, ..number.clone() };
    scaled(scan, number);
}

/// Decimals with nothing before them, as the whole of a line or of a share: "point five per cent". Anywhere else the
/// point is one of an agenda.
pub(super) fn lone(scan: &Scan, i: usize) -> Option<Numeric> {
    let len = scan.at(i, Meaning::Point).filter(|_| scan.is_word(i))?;
    let (end, value, digits) = read(scan, i + len)?;
    let line = scan.breaks_before(i) && scan.breaks_before(end);
    (line || measured(scan, end)).then(|| Numeric { value, grain: grain(value), digits, ..Numeric::unsaid(end) })
}

/// Whether a share or another measure stands here.
fn measured(scan: &Scan, j: usize) -> bool {
    let unit = scan.unit(j);
    unit.is_some_and(|(_, u)| matches!(Units::built_in().get(u).dimension.as_str(), "percent" | "temperature"))
}

/// The decimals that begin at token `j`: behind them, what they say, and whether they are in digits.
fn read(scan: &Scan, mut j: usize) -> Option<(usize, Decimal, bool)> {
    let mut said = String::new();
    let numeral = scan.str(j);
    let digits = scan.is_numeral(j) && numeral.bytes().all(|b| b.is_ascii_digit());
    if digits {
        said.push_str(numeral);
        j += 1;
    }
    while !digits && let Some((end, n)) = group(scan, j) {
        said.push_str(&n.to_string());
        j = end;
    }
    let places = said.len();
    let decimals = said.parse().ok().filter(|_| (1..=MOST).contains(&places))?;
    Some((j, Decimal::new(decimals, places as u32), digits))
}

/// A run of words that says one number below a thousand: "cincuenta y dos", "seventy-one", or one digit.
fn group(scan: &Scan, i: usize) -> Option<(usize, Decimal)> {
    let mut sum = Sum::default();
    let mut j = i;
    while let Some((len, n)) = scan.find(j, words::small) {
        let zero = sum.group.is_some_and(|g| g.is_zero());
        if zero || !sum.takes(n) {
            break;
        }
        sum.add(Decimal::from(n));
        j += len;
        let Some(next) = words::joint(scan, j, &sum, true) else { continue };
        j = next;
    }
    sum.group.map(|n| (j, n))
}

/// "uno coma cinco millones".
fn scaled(scan: &Scan, number: &mut Numeric) {
    while let Some((len, scale)) = scan.find(number.end, of_scale) {
        let (Some(value), Some(grain)) = (times(number.value, scale), times(number.grain, scale)) else { return };
        let takes_of = scale > Decimal::ONE_THOUSAND;
        let end = number.end + len;
        *number = Numeric { end, value, grain, scale: Some(scale), takes_of, ..number.clone() };
    }
}
