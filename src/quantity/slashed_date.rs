//! Dates whose parts are joined by signs: "2025-08-13", "13/08/2025", "13.8.2025", "13/8", "31-dic-1994", "15.8."

use super::{
    calendar,
    calendar::Hint,
    date::{counted, draft, month_at},
    draft::Draft,
    moment::Day,
    scan::Scan,
    tense::hint,
    weekday, year,
};
use crate::{language::Meaning, text::token::Gap};
use jiff::civil::Date;

/// Numerals and the name of a month, glued together by one sign.
struct Joined<'a> {
    parts: Vec<Part<'a>>,
    /// The token behind the last part.
    end: usize,
    sign: &'a str,
}

/// One part of such a date.
#[derive(Clone, Copy, PartialEq)]
enum Part<'a> {
    Digits(&'a str),
    Month(i8),
}

impl Part<'_> {
    fn number(self) -> Option<i16> {
        match self {
            Self::Digits(written) => written.parse().ok(),
            Self::Month(_) => None,
        }
    }

    fn small(self) -> Option<i8> {
        self.number().and_then(|n| i8::try_from(n).ok())
    }

    fn len(self) -> usize {
        if let Self::Digits(written) = self { written.len() } else { 0 }
    }
}

/// Reads the date that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    if i > 0 && scan.glued(i) && !scan.is_sign(i - 1, "(¿¡\"'“«[") {
        return None;
    }
    if let Some(draft) = dotted(scan, i).or_else(|| spaced(scan, i)) {
        return Some(draft);
    }
    let joined = joined(scan, i)?;
    let day = match joined.parts.len() {
        2 => without_year(scan, i, &joined)?,
        3 => Day::Date(whole(scan, &joined)?),
        _ => return None,
    };
    Some(draft(i, joined.end, day, None))
}

/// Three numbers that are joined as those of a date are, and make none: "30/02/2025". The token behind them.
pub(super) fn impossible(scan: &Scan, i: usize) -> Option<usize> {
    let joined = joined(scan, i).filter(|j| j.parts.len() == 3 && scan.is_numeral(i))?;
    let lens = joined.parts.iter().map(|p| p.len()).collect::<Vec<_>>();
    let small = |k: usize| joined.parts[k].number().is_some_and(|n| (1..=31).contains(&n));
    let like = lens[2] == 4 && lens[0] <= 2 && lens[1] <= 2 && small(0) && small(1) && joined.sign != ".";
    (like && whole(scan, &joined).is_none()).then_some(joined.end)
}

fn joined<'a>(scan: &Scan<'a>, i: usize) -> Option<Joined<'a>> {
    let part = |k: usize| {
        if scan.is_numeral(k) {
            let written = scan.str(k);
            let plain = written.len() <= 4 && written.bytes().all(|b| b.is_ascii_digit());
            return plain.then_some(Part::Digits(written));
        }
        month_at(scan, k).filter(|&(len, _)| len == 1).map(|(_, month)| Part::Month(month))
    };
    let sign = scan.str(i + 1);
    if scan.is_numeral(i) && scan.str(i).matches('.').count() == 2 {
        let parts: Vec<_> = scan.str(i).split('.').map(Part::Digits).collect();
        let plain = parts.iter().all(|p| p.number().is_some() && p.len() <= 4);
        return (plain && !goes_on(scan, i + 1)).then_some(Joined { parts, end: i + 1, sign: "." });
    }
    if !(scan.is_sign(i + 1, "/") || scan.is_dash(i + 1)) {
        return None;
    }
    let mut parts = vec![part(i)?];
    let mut end = i + 1;
    while end < i + 5 && scan.str(end) == sign && scan.glued(end) && scan.glued(end + 1) {
        let Some(next) = part(end + 1) else { break };
        parts.push(next);
        end += 2;
    }
    (parts.len() > 1 && !goes_on(scan, end)).then_some(Joined { parts, end, sign })
}

/// Whether more is glued to the parts than a date has.
fn goes_on(scan: &Scan, end: usize) -> bool {
    let time = scan.str(end).starts_with('T');
    scan.glued(end) && (scan.is_sign(end, "/") || scan.is_dash(end) || scan.is_word(end) && !time)
}

/// "13/8", "Jan/3", "15-ago".
fn without_year(scan: &Scan, i: usize, joined: &Joined) -> Option<Day> {
    let (a, b) = (joined.parts[0], joined.parts[1]);
    match (a, b) {
        (Part::Month(month), other) | (other, Part::Month(month)) => {
            if other.len() == 4 {
                return calendar::month(scan.published, other.number(), month, Hint::None);
            }
            let day = other.small().filter(|_| other.len() <= 2)?;
            calendar::day_of_month(scan.published, None, month, day, Hint::None)
        }
        (Part::Digits(x), Part::Digits(_)) if x.len() == 4 => year_and_more(scan, a.number()?, b, joined),
        (Part::Digits(x), Part::Digits(y)) => {
            if joined.sign != "/" || x.len() > 2 || y.len() > 2 || !tells_day(scan, i, joined.end, x, y) {
                return None;
            }
            let (x, y) = (a.small()?, b.small()?);
            let (day, month) = if scan.pack.format.day_first { (x, y) } else { (y, x) };
            let (day, month) = if month > 12 { (month, day) } else { (day, month) };
            let on = weekday_before(scan, i);
            on.and_then(|n| calendar::day_on_weekday(scan.published?, [(month, day), (day, month)], n))
                .map(Day::Date)
                .or_else(|| calendar::day_of_month(scan.published, None, month, day, hint(scan, i, joined.end).1))
        }
    }
}

/// "2019-21", "2024/25" and "1850-1900" are years from one to the other, "2015-12" and "2015-3" a month.
fn year_and_more(scan: &Scan, year: i16, more: Part, joined: &Joined) -> Option<Day> {
    let n = more.number().filter(|_| (1800..=2100).contains(&year))?;
    if counted(scan, joined.end) || scan.is_measure(joined.end) || scan.is_sign(joined.end, "%") {
        return None;
    }
    let ahead = if more.len() == 4 { n - year } else { (n - year % 100).rem_euclid(100) };
    let longest = if more.len() == 4 { YEARS_IN_FULL } else { YEARS_IN_SHORT };
    if matches!(more.len(), 2 | 4) && (1..=longest).contains(&ahead) {
        let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year + ahead, 12, 31).ok()?);
        return Some(Day::Span(first, last));
    }
    let month = i8::try_from(n).ok().filter(|m| (1..=12).contains(m) && joined.sign == "-" && more.len() <= 2)?;
    Some(Day::Month(year, month))
}

/// How far apart two years may be that are written as one: "2019-21".
const YEARS_IN_SHORT: i16 = 20;
/// The same, where both have four digits: "1850-1900".
const YEARS_IN_FULL: i16 = 150;

/// "02 04 2009", "2016 10 16": with nothing but spaces between.
fn spaced(scan: &Scan, i: usize) -> Option<Draft> {
    let lens = [0, 1, 2].map(|k| if scan.is_numeral(i + k) { scan.str(i + k).len() } else { 0 });
    let apart = scan.gap(i + 1) == Gap::Space && scan.gap(i + 2) == Gap::Space;
    let more = i > 0 && scan.is_numeral(i - 1) || scan.is_numeral(i + 3) || scan.is_measure(i + 3);
    if lens != [2, 2, 4] && lens != [4, 2, 2] || !apart || more {
        return None;
    }
    let parts: Vec<_> = [0, 1, 2].map(|k| Part::Digits(scan.str(i + k))).to_vec();
    let day = whole(scan, &Joined { parts, end: i + 3, sign: " " })?;
    Some(draft(i, i + 3, Day::Date(day), None))
}

/// "3/4" is a part of a whole; a day has a zero before it, or is past the twelfth, or stands behind a word that says a day.
fn tells_day(scan: &Scan, i: usize, end: usize, x: &str, y: &str) -> bool {
    let telling = [x, y].iter().any(|p| p.starts_with('0') || p.len() == 2 && *p > "12");
    let which = [Meaning::On, Meaning::Next, Meaning::Past, Meaning::This];
    let led = weekday_before(scan, i).is_some() || which.iter().any(|&m| scan.is_before(i, 0, m));
    let whole = scan.is(end, Meaning::Of) || counted(scan, end) || scan.is_sign(end, "%");
    let measured = scan.is_measure(end);
    telling || led && !whole && !measured && scan.gap(i) == Gap::Space
}

/// The weekday right before a token: "Friday 5/12".
fn weekday_before(scan: &Scan, i: usize) -> Option<i8> {
    let k = i.checked_sub(1)?;
    let k = if scan.is_sign(k, ",") { k.checked_sub(1)? } else { k };
    weekday::at(scan, k).filter(|&(len, _)| len == 1).map(|(_, n)| n)
}

/// A date of three parts.
fn whole(scan: &Scan, joined: &Joined) -> Option<Date> {
    let p = &joined.parts;
    if let Some(month) = p.iter().find_map(|p| if let Part::Month(m) = p { Some(*m) } else { None }) {
        let mut rest = p.iter().filter(|p| !matches!(p, Part::Month(_)));
        let (a, b) = (*rest.next()?, *rest.next()?);
        return match (a.len(), b.len()) {
            (4, 1 | 2) => Date::new(a.number()?, month, b.small()?).ok(),
            (1 | 2, 4) => Date::new(b.number()?, month, a.small()?).ok(),
            (1 | 2, 2) => Date::new(year::of_two_digits(scan, b.number()?), month, a.small()?).ok(),
            _ => None,
        };
    }
    if p[0].len() == 4 {
        return Date::new(p[0].number()?, p[1].small()?, p[2].small()?).ok();
    }
    let year = match p[2].len() {
        4 => p[2].number()?,
        2 if joined.sign == "/" || joined.sign == "." && p[0].len() == 2 && p[1].len() == 2 => {
            year::of_two_digits(scan, p[2].number()?)
        }
        _ => return None,
    };
    let straight = || Date::new(year, p[1].small()?, p[0].small()?).ok();
    let american = || Date::new(year, p[0].small()?, p[1].small()?).ok();
    let day_first = scan.pack.format.day_first || joined.sign == ".";
    if day_first { straight().or_else(american) } else { american().or_else(straight) }
}

/// "15.8.", where a language writes a day and a month like this.
fn dotted(scan: &Scan, i: usize) -> Option<Draft> {
    let (day, month) = scan.str(i).split_once('.')?;
    let stop = scan.is_sign(i + 1, ".") && scan.glued(i + 1);
    if !scan.pack.format.dotted_dates || !scan.is_numeral(i) || !stop || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let day = calendar::day_of_month(scan.published, None, month, day, Hint::None)?;
    Some(draft(i, i + 2, day, None))
}
