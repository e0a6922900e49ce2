//! Years: "2024", "mil novecientos noventa y dos", "nineteen ninety-two", "'68".

use super::{
    date::{counted, draft},
    draft::Draft,
    moment::Day,
    scan::Scan,
    words,
};
use crate::{
    language::{Hedge, Meaning, Period},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// Whether a number can be a year that news speaks of.
pub(super) fn is_year(value: Decimal) -> bool {
    value.fract().is_zero() && value >= Decimal::from(1000) && value <= Decimal::from(2100)
}

/// Digits alone that can be a year.
fn in_digits(scan: &Scan, i: usize) -> Option<i16> {
    let written = scan.str(i);
    let fits = scan.is_numeral(i) && written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| written.parse::<i16>().ok()).flatten().filter(|y| (1000..=2300).contains(y))
}

/// A year in words: "dos mil veintisiete", "nineteen ninety-two".
fn in_words(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    if !scan.is_word(i) || !scan.is_known(i) {
        return None;
    }
    let first = words::read(scan, i, false, true).filter(|n| !n.digits && !n.open && !n.takes_of)?;
    let value = i16::try_from(i64::try_from(first.value).ok()?).ok()?;
    if is_year(first.value) && first.scale != Some(first.value) {
        return Some((first.end, value));
    }
    // Two numbers of two digits are said one behind the other.
    let rest = words::read(scan, first.end, false, true)
        .filter(|n| !n.digits && !n.open && n.scale.is_none() && scan.gap(first.end) == Gap::Space)?;
    let tens = i16::try_from(i64::try_from(rest.value).ok()?).ok()?;
    ((10..=20).contains(&value) && first.scale.is_none() && (10..=99).contains(&tens))
        .then_some((rest.end, value * 100 + tens))
}

/// Two digits behind an apostrophe, or behind "of" where no day can be meant: "'68", "mayo del 68".
fn in_two_digits(scan: &Scan, i: usize, led: bool) -> Option<(usize, i16)> {
    let mark = usize::from(scan.is_sign(i, "'’‘") && scan.glued(i + 1));
    let written = scan.str(i + mark);
    let n = (scan.is_numeral(i + mark) && written.len() == 2).then(|| written.parse::<i16>().ok()).flatten()?;
    let behind = i + mark + 1;
    let more = scan.is_sign(behind, "%:") && scan.glued(behind);
    let measured = scan.is_measure(behind);
    let fits = mark == 1 || led && n > 31 && !counted(scan, behind);
    (fits && !more && !measured).then(|| (behind, of_two_digits(scan, n)))
}

/// The year that two digits mean: not far ahead of the day of publication.
pub(super) fn of_two_digits(scan: &Scan, n: i16) -> i16 {
    let latest = scan.published.map_or(2039, |p| p.year() + 15);
    let year = latest - latest % 100 + n;
    if year > latest { year - 100 } else { year }
}

/// The year behind a month: "de 2024", ", 2024", "2024", "del 68".
pub(super) fn behind(scan: &Scan, j: usize) -> Option<(usize, i16)> {
    let mut k = j;
    // "Dec. 31 , 1994" is how some programs print it.
    k += usize::from(scan.is_sign(k, ",") && (scan.glued(k) || in_digits(scan, k + 1).is_some()));
    let comma = k > j;
    let mut of = 0;
    if let Some(len) = scan.at(k, Meaning::Of) {
        of = len;
        k += len;
        k += scan.at(k, Meaning::Period(Period::Year)).unwrap_or(0);
    }
    if scan.gap(k) == Gap::Line {
        return None;
    }
    let Some(year) = in_digits(scan, k) else {
        let spoken = in_words(scan, k).filter(|y| !comma && !counted(scan, y.0));
        return spoken.or_else(|| in_two_digits(scan, k, of > 0));
    };
    // "in June 1,200 people" has its sign inside the numeral; "en junio, 2019 personas" has a noun behind.
    let usual = !scan.pack.format.of_before_year && (1900..=2100).contains(&year);
    (k > j || usual || !counted(scan, k + 1)).then_some((k + 1, year))
}

/// The year behind a month or a part of a year, as it was said: "de 2024", "del año pasado", "last year".
pub(super) fn stated(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    behind(scan, i).or_else(|| directed_behind(scan, i))
}

/// "of this year", "del año pasado", "last year".
pub(super) fn directed_behind(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    if scan.gap(i) == Gap::Line {
        return None;
    }
    let k = i + scan.at(i, Meaning::Of).unwrap_or(0);
    let k = k + usize::from(scan.is(k, Meaning::The) && !scan.is(k, Meaning::This));
    let (end, period, by) = super::period::directed(scan, k)?;
    let year = i16::try_from(i64::from(scan.published?.year()) + by).ok()?;
    (period == Period::Year).then_some((end, year))
}

/// A bare year: "en 2024", "2019".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let Some(year) = in_digits(scan, i) else { return spoken(scan, i) };
    if i > 0 && scan.glued(i) && !scan.is_sign(i - 1, "(/-–—\"'“«¿¡[") {
        return None;
    }
    let glued_more = scan.glued(i + 1) && (scan.is_word(i + 1) || scan.is_sign(i + 1, "%/"));
    let measured = scan.find(i + 1, |m| {
        matches!(m, Meaning::Unit(_) | Meaning::Symbol(_) | Meaning::Scale(_) | Meaning::Hours | Meaning::Zone(_))
            .then_some(())
    });
    let usual = (1900..=2100).contains(&year);
    let is_hedged = hedged(scan, i, usual);
    if glued_more
        || measured.is_some()
        || is_hedged
        || scan.find_before(i, 0, |m| matches!(m, Meaning::Symbol(_)).then_some(())).is_some()
    {
        return None;
    }
    let introduced = scan.is_before(i, 0, Meaning::When) || scan.is_before(i, 0, Meaning::PartOf);
    let noun = counted(scan, i + 1);
    let prepositions = scan.is_before(i, 0, Meaning::Of) || scan.is_before(i, 0, Meaning::The);
    // "in 2024 soldiers were sent" has the year before the noun where no other word can stand between.
    let sure = scan.is_before(i, 0, Meaning::BeforeYear);
    let fits =
        sure || if introduced && !prepositions { !noun || usual && scan.pack.format.month_day } else { usual && !noun };
    // A name with a year in it is a name: "Presupuesto 2027".
    let name = i > 0
        && scan.gap(i) == Gap::Space
        && scan.is_named(i - 1)
        && !scan.is_known(i - 1)
        && !scan.breaks_before(i - 1);
    (fits && !name).then(|| draft(i, i + 1, Day::Year(year), None))
}

/// Whether a hedge stands before a number, and not only a word that says when as well: "hacia 2019" is a year, and so is
/// "un 60 % por debajo de 2024". Where hardly any news has a year, a comparison counts all the same: "más alta que 1500".
fn hedged(scan: &Scan, i: usize, usual: bool) -> bool {
    let hedge = scan.find_before(i, 0, |m| if let Meaning::Before(h) = m { Some(h) } else { None });
    let when = scan.find_before(i, 0, |m| (m == Meaning::When).then_some(()));
    let Some((first, hedge)) = hedge else { return false };
    let compares = matches!(hedge, Hedge::MoreThan | Hedge::LessThan);
    when.is_none_or(|(w, ())| compares && !usual && first < w)
}

/// A year in words, where a word before it says that a time follows: "in nineteen ninety-six", "en dos mil quince".
fn spoken(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, year) = in_words(scan, i)?;
    let introduced = scan.is_before(i, 0, Meaning::When)
        && !scan.is_before(i, 0, Meaning::Of)
        && !scan.is_before(i, 0, Meaning::The)
        && scan.find_before(i, 0, |m| matches!(m, Meaning::Before(_)).then_some(())).is_none();
    let behind = |m| matches!(m, Meaning::Unit(_) | Meaning::Symbol(_) | Meaning::Counted).then_some(());
    let fits = introduced && (1500..=2100).contains(&year) && !counted(scan, end);
    (fits && !scan.may_be_noun(end) && scan.find(end, behind).is_none()).then(|| draft(i, end, Day::Year(year), None))
}
