//! Stretches of the calendar: "el año pasado", "last week", "primer trimestre de 2026", "siglo XXI", "los años 90", "hace dos semanas".

use super::{
    calendar,
    date::{day_at, draft, year_behind},
    draft::Draft,
    moment::Day,
    scan::Scan,
    tense::{hint, speaks_of_future},
    words,
};
use crate::language::{Meaning, Period};
use jiff::civil::Date;

/// "hace dos semanas", "three years ago", "dentro de dos años".
pub(super) fn ago(scan: &Scan, i: usize) -> Option<Draft> {
    let before = scan.at(i, Meaning::AgoBefore);
    let ahead = scan.at(i, Meaning::Ahead);
    let at = i + before.or(ahead).unwrap_or(0);
    let number = words::read(scan, at, false, true)?;
    let (len, period) = scan.find(number.end, |m| if let Meaning::Period(p) = m { Some(p) } else { None })?;
    let mut end = number.end + len;
    let after = scan.at(end, Meaning::AgoAfter);
    let sign = match (before, ahead, after) {
        (Some(_), ..) => -1,
        (None, None, Some(len)) => {
            end += len;
            -1
        }
        (None, Some(_), None) if !scan.pack.format.modifiers_first || speaks_of_future(scan, i, end) => 1,
        _ => return None,
    };
    let count =
        i64::try_from(number.value).ok().filter(|n| (0..=3000).contains(n) && number.value.fract().is_zero())?;
    let day = calendar::shifted(scan.published?, period, sign * count)?;
    Some(draft(i, end, day, None))
}

/// "el año pasado", "last month", "la próxima semana", "este año".
pub(super) fn period(scan: &Scan, i: usize) -> Option<Draft> {
    let of_period = |m| if let Meaning::Period(p) = m { Some(p) } else { None };
    let modifier = |m| match m {
        Meaning::Past => Some(-1),
        Meaning::Next => Some(1),
        Meaning::This => Some(0),
        _ => None,
    };
    let (first, end, period, by) = if let Some((len, by)) = scan.find(i, modifier) {
        let (more, period) = scan.find(i + len, of_period)?;
        (i, i + len + more, period, by)
    } else {
        let (len, period) = scan.find(i, of_period)?;
        let (more, by) =
            scan.find(i + len, modifier).filter(|&(_, by)| by != 0 && !scan.pack.format.modifiers_first)?;
        (i, i + len + more, period, by)
    };
    if period == Period::Day || scan.pack.is_plural_form(scan.str(end - 1)) && scan.pack.is_plural_form(scan.str(first))
    {
        return None;
    }
    let day = calendar::shifted(scan.published?, period, by)?;
    Some(draft(first, end, day, None))
}

/// "primer trimestre de 2026", "Q1 2026", "the second half of 2024".
pub(super) fn part_of_year(scan: &Scan, i: usize) -> Option<Draft> {
    let of_order = |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None };
    let quarter = |m| match m {
        Meaning::Period(p @ (Period::Quarter | Period::Half)) => Some(p),
        _ => None,
    };
    let (end, n, period) = if scan.str(i) == "Q" && scan.glued(i + 1) {
        (i + 2, scan.str(i + 1).parse::<u32>().ok()?, Period::Quarter)
    } else {
        let (len, n) = scan.find(i, of_order)?;
        let (more, period) = scan.find(i + len, quarter)?;
        (i + len + more, n, period)
    };
    let n = i8::try_from(n).ok().filter(|n| (1..=if period == Period::Half { 2 } else { 4 }).contains(n))?;
    let stated = year_behind(scan, end);
    let year = stated
        .map(|s| s.1)
        .or_else(|| calendar::year_of_part(scan.published?, period, n, speaks_of_future(scan, i, end)))?;
    let day = match period {
        Period::Quarter => Day::Quarter(year, n),
        _ if n == 1 => Day::Span(Date::new(year, 1, 1).ok()?, Date::new(year, 6, 30).ok()?),
        _ => Day::Span(Date::new(year, 7, 1).ok()?, Date::new(year, 12, 31).ok()?),
    };
    Some(draft(i, stated.map_or(end, |s| s.0), day, None))
}

/// "siglo XXI", "the 19th century".
pub(super) fn century(scan: &Scan, i: usize) -> Option<Draft> {
    let century = Meaning::Period(Period::Century);
    if let Some(len) = scan.at(i, century) {
        let n = roman(scan.str(i + len))?;
        return Some(draft(i, i + len + 1, Day::Century(n), None));
    }
    let (end, n) = day_at(scan, i)?;
    let dash = usize::from(scan.is_dash(end));
    let ordinal = !scan.is_numeral(end - 1);
    let len = scan.at(end + dash, century).filter(|_| ordinal)?;
    Some(draft(i, end + dash + len, Day::Century(n), None))
}

/// A Roman numeral up to the thirties, in capitals.
fn roman(word: &str) -> Option<i8> {
    let digit = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let digits: Vec<i8> = word.chars().map(digit).collect::<Option<_>>()?;
    let mut total = 0_i8;
    for (k, &d) in digits.iter().enumerate() {
        let smaller = digits.get(k + 1).is_some_and(|&next| next > d);
        total = total.checked_add(if smaller { -d } else { d })?;
    }
    (1..=30).contains(&total).then_some(total)
}

/// "los años 90", "the 1990s", "la década de 1980".
pub(super) fn decade(scan: &Scan, i: usize) -> Option<Draft> {
    let tens = |j: usize| {
        let written = scan.str(j);
        let n = scan.is_numeral(j).then(|| written.parse::<i16>().ok()).flatten()?;
        match written.len() {
            2 if n % 10 == 0 && n >= 20 => Some(1900 + n),
            4 if n % 10 == 0 && (1000..2100).contains(&n) => Some(n),
            _ => None,
        }
    };
    let plural = |j: usize| scan.str(j) == "s" && scan.glued(j);
    if let Some(n) = tens(i) {
        return plural(i + 1).then(|| draft(i, i + 2, Day::Decade(n), None));
    }
    let (len, period) = scan.find(i, |m| match m {
        Meaning::Period(p @ (Period::Decade | Period::Year)) => Some(p),
        _ => None,
    })?;
    let mut j = i + len;
    j += scan.at(j, Meaning::Of).unwrap_or(0);
    j += usize::from(scan.is(j, Meaning::The));
    j += scan.at(j, Meaning::Period(Period::Year)).filter(|_| period == Period::Decade).unwrap_or(0);
    let short = scan.str(j).len() == 2;
    let n = tens(j)
        .filter(|_| period == Period::Decade || short && j == i + len && scan.pack.is_plural_form(scan.str(i)))?;
    Some(draft(i, j + 1 + usize::from(plural(j + 1)), Day::Decade(n), None))
}

/// "el pasado otoño", "verano de 2023", "last spring".
pub(super) fn season(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, month) = scan.find(i, |m| if let Meaning::Season(n) = m { Some(n) } else { None })?;
    let (end, hint) = hint(scan, i, i + len);
    let stated = year_behind(scan, i + len);
    let directed = end > i + len
        || scan.is_before(i, 0, Meaning::Past)
        || scan.is_before(i, 0, Meaning::Next)
        || scan.is_before(i, 0, Meaning::This);
    let day = match stated {
        Some((_, year)) => calendar::season(year, month)?,
        None if directed => calendar::nearest_season(scan.published?, month, hint)?,
        None => return None,
    };
    Some(draft(i, stated.map_or(end, |s| s.0), day, None))
}
