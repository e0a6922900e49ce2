//! Numbers in words, in digits, and in both: "dos mil trescientos", "2 mil 300", "1.5bn", "un millón y medio".
//!
//! One grammar serves the languages: words below a thousand add up to a group, a scale multiplies what stands before it and is
//! smaller. What differs (which words there are, what "and" may join) is data of the pack.

use super::{
    decimal::{grain, times},
    digits,
    group::{collective, half_of, plenty},
    opening::Opening,
    scan::Scan,
    sum::Sum,
};
use crate::{
    language::Meaning,
    text::token::{Gap, TokenKind, vulgar_fraction},
};
use rust_decimal::Decimal;

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeric {
    /// The token behind it.
    pub end: usize,
    /// What it says.
    pub value: Decimal,
    /// The place value of its last digit that is not a filling zero.
    pub grain: Decimal,
    /// What else it may say.
    pub other: Option<Decimal>,
    /// Whether any of it is in digits.
    pub digits: bool,
    /// Digits and nothing else, and how many.
    pub plain: Option<usize>,
    /// The last scale that was said, if any: 1000 for "15 mil".
    pub scale: Option<Decimal>,
    /// Whether it says this or more: "miles".
    pub open: bool,
    /// Whether it is no more than the word for one, which may be an article.
    pub article: bool,
    /// Whether a noun stands behind "of": "una docena de", "un millón de".
    pub takes_of: bool,
}

impl Numeric {
    /// A number of which nothing was said yet, up to the token `end`.
    pub fn unsaid(end: usize) -> Self {
        Self {
            end,
            value: Decimal::ZERO,
            grain: Decimal::ONE,
            other: None,
            digits: false,
            plain: None,
            scale: None,
            open: false,
            article: false,
            takes_of: false,
        }
    }
}

/// Reads the number that begins at token `i`. With `money`, letters such as "m" are scales. `joins`: whether "and" may join
/// parts of it; between the ends of a range it may not.
pub(super) fn read(scan: &Scan, i: usize, money: bool, joins: bool) -> Option<Numeric> {
    if !scan.is_numeral(i) && !scan.opens(i, Opening::Number) {
        return None;
    }
    scan.numbers.get(i, usize::from(money) + 2 * usize::from(joins), || read_afresh(scan, i, money, joins))
}

pub(super) fn read_afresh(scan: &Scan, i: usize, money: bool, joins: bool) -> Option<Numeric> {
    let half = half_of(scan, i);
    if half.is_some() {
        return half;
    }
    if let Some(open) = plenty(scan, i) {
        return Some(open);
    }
    let (mut number, sum) = cardinal(scan, i, money, joins)?;
    collective(scan, &mut number);
    point(scan, &mut number);
    plus(scan, &mut number, &sum);
    Some(number)
}

/// Reads a number without the parts that may stand behind it: of "tres y media" the hour alone.
pub(super) fn whole(scan: &Scan, i: usize) -> Option<Numeric> {
    if !scan.is_numeral(i) && !scan.opens(i, Opening::Number) {
        return None;
    }
    cardinal(scan, i, false, true).map(|found| found.0)
}

/// The plain run of digits, words and scales.
fn cardinal(scan: &Scan, i: usize, money: bool, joins: bool) -> Option<(Numeric, Sum)> {
    let mut sum = Sum::default();
    let mut number = Numeric::unsaid(i);
    let mut words = 0;
    // Where the last "and" stood, and the sum before it: should a scale not fit what it joined, the number ended there.
    let mut joined: Option<(usize, Sum)> = None;
    let mut j = i;
    loop {
        if scan.is_numeral(j) && (j == i || fits_behind_scale(scan, j, &sum)) {
            let numeral = digits::read(scan, j)?;
            sum.group = Some(numeral.value);
            sum.closed = true;
            number.digits = true;
            number.grain = numeral.grain;
            number.other = numeral.other;
            number.plain = (j == i).then_some(numeral.plain).flatten();
            j = numeral.end;
            if let Some((len, scale)) = letters(scan, j, money) {
                sum.scale(scale);
                number.plain = None;
                j += len;
            }
        } else if let Some((len, n)) = scan.find(j, small) {
            number.article = n == 1 && words == 0 && scan.is(j, Meaning::One);
            if !sum.takes(n) {
                break;
            }
            sum.add(Decimal::from(n));
            words += 1;
            j += len;
        } else if let Some((len, n)) = spelled(scan, j).filter(|s| sum.takes_spelled(s.1)) {
            sum.add_spelled(n);
            words += 1;
            j += len;
        } else if let Some((len, scale)) = scale_word(scan, j, &sum) {
            let mut tried = sum.clone();
            if !tried.scale(scale) {
                if let Some((end, before)) = joined {
                    (j, sum) = (end, before);
                }
                break;
            }
            sum = tried;
            number.article = false;
            number.plain = None;
            words += 1;
            j += len;
        } else if let Some(next) = joint(scan, j, &sum, joins) {
            if next > j + 1 || !scan.is_dash(j) {
                joined = Some((j, sum.clone()));
            }
            j = next;
        } else {
            break;
        }
    }
    if sum.is_empty() || j == i {
        return None;
    }
    number.end = j;
    number.value = sum.total()?;
    number.scale = sum.last_scale();
    number.takes_of = number.scale.is_some_and(|s| s >= Decimal::from(1_000_000));
    number.other = number.other.and_then(|o| number.scale.map_or(Some(o), |s| times(o, s)));
    number.grain = if let Some(scale) = number.scale.filter(|_| number.digits && sum.parts.len() == 1) {
        times(number.grain, scale)?
    } else {
        grain(number.value)
    };
    Some((number, sum))
}

/// A word below a thousand, or the word for one.
fn small(m: Meaning) -> Option<u32> {
    match m {
        Meaning::Cardinal(n) => Some(n),
        Meaning::One => Some(1),
        _ => None,
    }
}

/// A number in one word: "zweitausenddreihundert", "anderthalb".
fn spelled(scan: &Scan, j: usize) -> Option<(usize, Decimal)> {
    scan.find(j, |m| if let Meaning::Spelled(n) = m { Some(n) } else { None })
}

/// A scale here; at the start of a number only one that can stand alone ("mil", "a hundred").
fn scale_word(scan: &Scan, j: usize, sum: &Sum) -> Option<(usize, Decimal)> {
    if sum.is_empty() {
        // An article before a scale says one: "a million". The scale alone does where it is no plural: "mil".
        let article = scan.at(j, Meaning::Article);
        if let Some(len) = article {
            let (scale_len, scale) = scan.find(j + len, of_scale)?;
            return Some((len + scale_len, scale));
        }
        let (len, scale) = scan.find(j, of_scale)?;
        return (scan.at(j, Meaning::BareScale) == Some(len)).then_some((len, scale));
    }
    // "the 12-million euro plan"
    if scan.is_dash(j) && scan.glued(j) && scan.glued(j + 1) {
        return scan.find(j + 1, of_scale).map(|(len, s)| (len + 1, s));
    }
    scan.find(j, of_scale).filter(|_| scan.gap(j) != Gap::Line)
}

pub(super) fn of_scale(m: Meaning) -> Option<Decimal> {
    if let Meaning::Scale(s) = m { Some(s) } else { None }
}

/// Digits behind a scale go on with the number: "2 mil 300", "mil 500 millones".
fn fits_behind_scale(scan: &Scan, j: usize, sum: &Sum) -> bool {
    let Some(scale) = sum.last_scale() else { return false };
    scale == Decimal::ONE_THOUSAND
        && scan.gap(j) == Gap::Space
        && scan.str(j).len() == 3
        && !scan.str(j).starts_with('0')
        && scan.str(j).bytes().all(|b| b.is_ascii_digit())
}

/// Behind what joins two parts of a number: a hyphen between two words, or "and" where the language lets it stand.
fn joint(scan: &Scan, j: usize, sum: &Sum, joins: bool) -> Option<usize> {
    if sum.is_empty() || sum.closed {
        return None;
    }
    let takes = |next: usize| scan.find(next, small).is_some_and(|(_, n)| sum.takes(n) && n > 0);
    let glued = scan.glued(j) && scan.glued(j + 1);
    if scan.is_dash(j) && glued && scan.gap(j + 1) != Gap::Line && takes(j + 1) {
        return Some(j + 1);
    }
    let len = scan.at(j, Meaning::And).filter(|_| joins)?;
    let next = j + len;
    if scan.gap(j) == Gap::Line || scan.gap(next) == Gap::Line {
        return None;
    }
    and_fits(scan, sum, next).then_some(next)
}

/// Whether the language lets "and" join what was said to the words at `next`.
fn and_fits(scan: &Scan, sum: &Sum, next: usize) -> bool {
    let joins = scan.pack.format.and_joins;
    if sum.group.is_none() && spelled(scan, next).is_some_and(|s| sum.takes_spelled(s.1)) {
        return joins.thousands;
    }
    let Some((_, n)) = scan.find(next, small).filter(|&(_, n)| n > 0 && sum.takes(n)) else { return false };
    let Some(group) = sum.group else { return joins.thousands };
    let tail = group % Decimal::ONE_HUNDRED;
    let tens = tail >= Decimal::from(20) && (tail % Decimal::TEN).is_zero() && n < 10;
    joins.tens && tens || joins.hundreds && tail.is_zero() && n < 100
}

/// Letters that are a scale, glued to digits or close behind them: "3k", "1.5bn", "£4.3m".
fn letters(scan: &Scan, j: usize, money: bool) -> Option<(usize, Decimal)> {
    let gap = scan.gap(j);
    if !scan.is_word(j) || gap > Gap::Space {
        return None;
    }
    let written = scan.str(j);
    let glued = gap == Gap::None;
    if let Some((len, scale)) = scan.find(j, |m| if let Meaning::ScaleLetters(s) = m { Some(s) } else { None }) {
        return (glued || money || written.len() > 1 || written == "k").then_some((len, scale));
    }
    let (len, scale) = scan.find(j, |m| if let Meaning::MoneyLetters(s) = m { Some(s) } else { None })?;
    let counts =
        |len: usize| glued && scan.at(j, Meaning::CountLetters(scale)) == Some(len) && counts_behind(scan, j + len);
    (glued && written == "M" || money || counts(len)).then_some((len, scale))
}

/// Whether a plural or a collective noun stands right behind, as in "1.2m people".
fn counts_behind(scan: &Scan, j: usize) -> bool {
    let plural = scan.is(j, Meaning::Counted) || scan.pack.is_plural_form(scan.str(j));
    scan.is_word(j) && !scan.is(j, Meaning::Stop) && plural
}

/// Decimals in words: "uno coma cinco", "nine point nought four".
fn point(scan: &Scan, number: &mut Numeric) {
    let Some(len) = scan.at(number.end, Meaning::Point).filter(|_| scan.is_word(number.end)) else { return };
    let mut digits = String::new();
    let mut j = number.end + len;
    while let Some((len, n)) = scan.find(j, small) {
        digits.push_str(&n.to_string());
        j += len;
    }
    if digits.is_empty()
        && scan.is_numeral(j)
        && number.plain.is_some()
        && scan.str(j).bytes().all(|b| b.is_ascii_digit())
    {
        digits.push_str(scan.str(j));
        j += 1;
    }
    if digits.is_empty() || digits.len() > 9 || number.scale.is_some() {
        return;
    }
    let decimals = Decimal::new(digits.parse().unwrap_or(0), digits.len() as u32);
    let Some(value) = number.value.checked_add(decimals) else { return };
    *number = Numeric { end: j, value, grain: grain(value), plain: None, article: false, ..number.clone() };
    while let Some((len, scale)) = scan.find(number.end, of_scale) {
        let Some(value) = times(number.value, scale) else { return };
        let Some(grain) = times(number.grain, scale) else { return };
        *number = Numeric {
            end: number.end + len,
            value,
            grain,
            scale: Some(scale),
            takes_of: scale > Decimal::ONE_THOUSAND,
            ..number.clone()
        };
    }
}

/// A part behind the number: "un millón y medio", "two and a half", "2½".
pub(super) fn plus(scan: &Scan, number: &mut Numeric, sum: &Sum) {
    let mut part = scan.find(number.end, |m| if let Meaning::Plus(p) = m { Some(p) } else { None });
    if part.is_none() && scan.kind(number.end) == Some(TokenKind::Fraction) && number.plain.is_some() {
        let c = scan.str(number.end).chars().next().and_then(vulgar_fraction);
        part = c.and_then(|(a, b)| Some((1, Decimal::from(a).checked_div(Decimal::from(b))?)));
    }
    let Some((len, part)) = part.filter(|_| scan.gap(number.end) != Gap::Line) else { return };
    let unit = number.scale.unwrap_or(Decimal::ONE);
    let Some(value) = times(part, unit).and_then(|p| number.value.checked_add(p)) else { return };
    let grain = unit / Decimal::TEN;
    *number = Numeric { end: number.end + len, value, grain, article: false, plain: None, ..number.clone() };
    if sum.last_scale().is_some() {
        return;
    }
    // "two and a half million"
    if let Some((len, scale)) = scan.find(number.end, of_scale)
        && let (Some(value), Some(grain)) = (times(number.value, scale), times(grain, scale))
    {
        *number = Numeric { end: number.end + len, value, grain, scale: Some(scale), takes_of: true, ..number.clone() };
    }
}
