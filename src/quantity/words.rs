//! Numbers in words, in digits, and in both: "dos mil trescientos", "2 mil 300", "1.5bn", "un millón y medio".
//!
//! One grammar serves the languages: words below a thousand add up to a group, a scale multiplies what stands before it and is
//! smaller. What differs (which words there are, what "and" may join) is data of the pack.

use super::{
    decimal::{grain, times},
    digits::{self, Numeral},
    group::{collective, half_of, plenty},
    opening::Opening,
    part,
    scan::Scan,
    spoken_decimals,
    sum::Sum,
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
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
    /// Whether it says a group, which nobody has counted: "una treintena".
    pub grouped: bool,
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
            grouped: false,
        }
    }
}

/// Reads the number that begins at token `i`. With `money`, letters such as "m" are scales. `joins`: whether "and" may join
/// parts of it; between the ends of a range it may not.
pub(super) fn read(scan: &Scan, i: usize, money: bool, joins: bool) -> Option<Numeric> {
    if !scan.opens(i, Opening::Number) {
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
    let mut number = if joins && !money { whole(scan, i)? } else { cardinal(scan, i, money, joins)? };
    collective(scan, &mut number);
    spoken_decimals::add(scan, i, &mut number);
    if joins {
        part::add(scan, &mut number);
    }
    Some(number)
}

/// Reads a number without the parts that may stand behind it: of "tres y media" the hour alone.
pub(super) fn whole(scan: &Scan, i: usize) -> Option<Numeric> {
    if !scan.opens(i, Opening::Number) {
        return None;
    }
    scan.wholes.get(i, 0, || cardinal(scan, i, false, true))
}

/// The plain run of digits, words and scales.
fn cardinal(scan: &Scan, i: usize, money: bool, joins: bool) -> Option<Numeric> {
    let mut sum = Sum::default();
    let mut number = Numeric::unsaid(i);
    let mut words = 0;
    // The first numeral, whose grain the scales behind it multiply.
    let mut numeral_first: Option<Numeral> = None;
    let mut numerals = 0;
    // Where the last "and" stood, and the sum before it: should a scale not fit what it joined, the number ended there.
    let mut joined: Option<(usize, Sum)> = None;
    let mut j = i;
    loop {
        let behind_and = number.digits && joined.as_ref().is_some_and(|(at, _)| at + 1 == j);
        if scan.is_numeral(j) && (j == i || behind_and || fits_behind_scale(scan, j, &sum)) {
            let (end, numeral) = take_numeral(scan, j, money, &mut sum, &mut number)?;
            number.plain = number.plain.filter(|_| j == i);
            j = end;
            numerals += 1;
            if numerals == 1 {
                number.other = numeral.other;
                numeral_first = Some(numeral);
            }
        } else if let Some((len, n)) = scan.find(j, small).filter(|f| sum.takes(f.1) || !multiplies(scan, j)) {
            if !sum.takes(n) {
                break;
            }
            number.article = n == 1 && words == 0 && scan.is(j, Meaning::One);
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
    total(&mut number, &sum, numeral_first.filter(|_| numerals == 1))?;
    Some(number)
}

/// Takes the numeral at token `j` into a number, with the power of ten or the letters that may stand behind it.
fn take_numeral(scan: &Scan, j: usize, money: bool, sum: &mut Sum, number: &mut Numeric) -> Option<(usize, Numeral)> {
    let numeral = digits::read(scan, j)?;
    sum.add(numeral.value);
    sum.closed = true;
    (number.digits, number.plain) = (true, numeral.plain);
    let mut end = numeral.end;
    if let Some((behind, factor)) = digits::power_of_ten(scan, end) {
        sum.group = sum.group.and_then(|g| times(g, factor));
        (number.plain, end) = (None, behind);
    } else if let Some((len, scale)) = letters(scan, end, money) {
        sum.scale(scale);
        (number.plain, end) = (None, end + len);
    }
    Some((end, numeral))
}

/// Says what groups and scales come to. `lone`: the numeral, where there was one and no more.
fn total(number: &mut Numeric, sum: &Sum, lone: Option<Numeral>) -> Option<()> {
    number.value = sum.total()?;
    number.scale = sum.last_scale();
    number.takes_of = number.scale.is_some_and(|s| s >= Decimal::from(1_000_000));
    number.grain = grain(number.value);
    // "20 mil millones" is as round as 20 is, and what else "1.234 millones" may say is in millions too.
    let lone = lone.filter(|_| sum.parts.len() <= 1);
    if let Some(first) = lone.filter(|first| first.value == number.value) {
        number.grain = first.grain;
        number.other = number.other.map(|o| o.normalize());
    } else if let Some(first) = lone {
        let scale = number.value.checked_div(first.value).unwrap_or(Decimal::ONE).round();
        let whole = times(first.value, scale) == Some(number.value.normalize());
        number.grain = times(first.grain, scale).filter(|_| whole).unwrap_or(number.grain);
        number.other = number.other.and_then(|o| times(o, scale));
    }
    Some(())
}

/// A word below a thousand, or the word for one.
pub(super) fn small(m: Meaning) -> Option<u32> {
    match m {
        Meaning::Cardinal(n) => Some(n),
        Meaning::One => Some(1),
        _ => None,
    }
}

/// Whether a word that is a number by itself is also a scale: the "cent" of "cent deux" and of "deux cents".
fn multiplies(scan: &Scan, j: usize) -> bool {
    scan.find(j, of_scale).is_some()
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
        let bare = scan.at(j, Meaning::BareScale) == Some(len) || opens_number(scan, j, len);
        return bare.then_some((len, scale));
    }
    // "the 12-million euro plan"
    if scan.is_dash(j) && scan.glued(j) && scan.glued(j + 1) {
        return scan.find(j + 1, of_scale).map(|(len, s)| (len + 1, s));
    }
    // "12 cents" is money, "douze cents" a number.
    let coins = |m| matches!(m, Meaning::Unit(_)).then_some(());
    let coined = |scale: Decimal| sum.closed && scale < Decimal::ONE_THOUSAND && scan.find(j, coins).is_some();
    scan.find(j, of_scale).filter(|f| scan.gap(j) != Gap::Line && !coined(f.1))
}

pub(super) fn of_scale(m: Meaning) -> Option<Decimal> {
    if let Meaning::Scale(s) = m { Some(s) } else { None }
}

/// Whether a scale at the start says one of it though the language wants a word for one: "hundred thousand", or alone on
/// its line.
fn opens_number(scan: &Scan, j: usize, len: usize) -> bool {
    let starts = j == 0 || !scan.glued(j) && !scan.is_dash(j - 1) && !scan.is(j - 1, Meaning::Several);
    let unit = scan.unit(j + len).map_or(0, |u| u.0);
    let line = scan.breaks_before(j) && scan.len() == j + len + unit;
    let plural = scan.find(j, |m| matches!(m, Meaning::Plenty(_)).then_some(())).is_some();
    // "ronda el millón y medio", "el millón de euros"
    let led = j > 0 && scan.is(j - 1, Meaning::The) && !scan.is_capital(j);
    let goes_on = |m| matches!(m, Meaning::Of | Meaning::Plus(_)).then_some(());
    let hedged = |m| matches!(m, Meaning::Before(_)).then_some(());
    let definite = led && (scan.find(j + len, goes_on).is_some() || scan.find_before(j - 1, 0, hedged).is_some());
    starts && !plural && (line || definite || scan.gap(j + len) == Gap::Space && scan.find(j + len, of_scale).is_some())
}

/// Digits behind a scale go on with the number: "2 mil 300", "mil 45", "un millón 200 mil", "4 thousand 3 hundred".
fn fits_behind_scale(scan: &Scan, j: usize, sum: &Sum) -> bool {
    let Some(scale) = sum.last_scale() else { return false };
    let written = scan.str(j);
    let digits = scan.gap(j) == Gap::Space
        && (1..=3).contains(&written.len())
        && !written.starts_with('0')
        && written.bytes().all(|b| b.is_ascii_digit());
    let lower = || scan.find(j + 1, of_scale).is_some_and(|(_, s)| s < scale && scan.gap(j + 1) == Gap::Space);
    let thousand = scale == Decimal::ONE_THOUSAND;
    let line = || scan.breaks_before(j + 1);
    // "mil 24 horas" is no 1024.
    let measured = || scan.find(j + 1, |m| matches!(m, Meaning::Unit(_) | Meaning::Month(_)).then_some(())).is_some();
    digits && (lower() || thousand && (written.len() == 3 || line() || written.len() == 2 && !measured()))
}

/// Behind what joins two parts of a number: a hyphen between two words, or "and" where the language lets it stand.
pub(super) fn joint(scan: &Scan, j: usize, sum: &Sum, joins: bool) -> Option<usize> {
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
    // "3 hundred and 21"
    let hundreds = sum.group.is_some_and(|g| !g.is_zero() && (g % Decimal::ONE_HUNDRED).is_zero());
    if scan.is_numeral(next) && scan.pack.format.and_joins.hundreds && hundreds {
        return (scan.str(next).len() == 2).then_some(next);
    }
    and_fits(scan, sum, next).then_some(next)
}

/// Whether the language lets "and" join what was said to the words at `next`.
fn and_fits(scan: &Scan, sum: &Sum, next: usize) -> bool {
    let joins = scan.pack.format.and_joins;
    if sum.group.is_none() && spelled(scan, next).is_some_and(|s| sum.takes_spelled(s.1)) {
        return joins.thousands;
    }
    let Some((len, n)) = scan.find(next, small).filter(|&(_, n)| n > 0 && sum.takes(n)) else { return false };
    // "two million and three fifths" goes on with a part.
    let dash = usize::from(scan.is_dash(next + len) && scan.glued(next + len));
    let at = next + len + dash;
    let part = n > 1
        && scan.find(at, |m| matches!(m, Meaning::Fraction(_)).then_some(())).is_some()
        && scan.pack.is_plural_form(scan.str(at));
    let Some(group) = sum.group else { return joins.thousands && !part };
    let tail = group % Decimal::ONE_HUNDRED;
    // French counts on from sixty: "soixante et onze".
    let tens = tail >= Decimal::from(20) && (tail % Decimal::TEN).is_zero() && n < 12;
    let tens = tens && (joins.tens || joins.ones && n % 10 == 1);
    tens || joins.hundreds && tail.is_zero() && n < 100 && !part
}

/// Letters that are a scale, glued to digits or close behind them: "3k", "1.5bn", "£4.3m".
fn letters(scan: &Scan, j: usize, money: bool) -> Option<(usize, Decimal)> {
    let gap = scan.gap(j);
    if !scan.is_word(j) || gap > Gap::Space {
        return None;
    }
    let written = scan.str(j);
    let glued = gap == Gap::None;
    if is_temperature(scan, j) {
        return None;
    }
    if let Some((len, scale)) = scan.find(j, |m| if let Meaning::ScaleLetters(s) = m { Some(s) } else { None }) {
        return (glued || money || written.len() > 1 || written == "k").then_some((len, scale));
    }
    let (len, scale) = scan.find(j, |m| if let Meaning::MoneyLetters(s) = m { Some(s) } else { None })?;
    let money =
        money || scan.glued(j + len) && scan.find(j + len, |m| matches!(m, Meaning::Symbol(_)).then_some(())).is_some();
    let counts =
        |len: usize| glued && scan.at(j, Meaning::CountLetters(scale)) == Some(len) && counts_behind(scan, j + len);
    // "3,5 M de euros", and a number that is all there is
    let millions = written == "M"
        && (glued || scan.is(j + len, Meaning::Of) || scan.breaks_before(j + len) && j + len == scan.len());
    (millions || money || counts(len)).then_some((len, scale))
}

/// Whether letters that are a scale elsewhere say a temperature beside another one: "300 °C (572 °F, 573.15K)".
fn is_temperature(scan: &Scan, j: usize) -> bool {
    let units = Units::built_in();
    let warm = |k: usize| {
        let unit = |m| if let Meaning::Unit(u) | Meaning::Abbreviation(u) = m { Some(u) } else { None };
        scan.find(k, |m| unit(m).filter(|&u| units.get(u).dimension == "temperature")).is_some()
    };
    scan.is_capital(j) && warm(j) && (j.saturating_sub(10)..j).any(warm)
}

/// Whether a plural or a collective noun stands right behind, as in "1.2m people".
fn counts_behind(scan: &Scan, j: usize) -> bool {
    let plural = scan.is(j, Meaning::Counted) || scan.is_plural(j);
    scan.is_word(j) && !scan.is(j, Meaning::Stop) && plural
}
