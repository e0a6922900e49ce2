//! Stretches of the calendar: "el año pasado", "last week", "primer trimestre de 2026", "semana 10", "el pasado otoño".

use super::{
    calendar,
    date::{draft, month_at},
    draft::Draft,
    era::place_at,
    moment::Day,
    scan::Scan,
    tense::{hint, is_past, speaks_of_future},
    words, year,
};
use crate::{
    language::{Meaning, Period},
    text::token::Gap,
};
use jiff::civil::Date;

/// A period with the word that says which one: "last month", "la próxima semana", "este año", with the token behind it
/// and how many periods it lies ahead.
pub(super) fn directed(scan: &Scan, i: usize) -> Option<(usize, Period, i64)> {
    let modifier = |m| match m {
        Meaning::Past => Some(-1),
        Meaning::Next => Some(1),
        Meaning::This => Some(0),
        Meaning::NextButOne => Some(2),
        Meaning::LastButOne => Some(-2),
        _ => None,
    };
    if let Some((len, by)) = scan.find(i, modifier) {
        let (more, period) = scan.find(i + len, of_period)?;
        return Some((i + len + more, period, by));
    }
    let (len, period) = scan.find(i, of_period)?;
    if let Some((end, by)) = but_one(scan, i + len) {
        return Some((end, period, by));
    }
    let (more, by) = scan
        .find(i + len, modifier)
        .filter(|&(_, by)| by != 0 && scan.pack.format.direction_behind && scan.gap(i + len) != Gap::Line)?;
    // "el año anterior a la guerra" is counted from the war.
    let other = |m| matches!(m, Meaning::DaysBefore | Meaning::DaysAfter).then_some(());
    let from_other = scan.find(i + len, other).is_some_and(|(longer, ())| longer > more);
    (!from_other).then_some((i + len + more, period, by))
}

/// "the week after next", "el año antes del pasado": two ahead, or two back.
fn but_one(scan: &Scan, i: usize) -> Option<(usize, i64)> {
    let (len, sign) = scan.find(i, |m| match m {
        Meaning::DaysAfter => Some(1),
        Meaning::DaysBefore => Some(-1),
        _ => None,
    })?;
    let k = i + len + usize::from(scan.is(i + len, Meaning::The));
    let end = k + scan.at(k, if sign > 0 { Meaning::Next } else { Meaning::Past })?;
    let alone = scan.find(end, of_period).is_none() && !scan.is_numeral(end);
    (alone && scan.gap(i) != Gap::Line).then_some((end, 2 * sign))
}

fn of_period(m: Meaning) -> Option<Period> {
    if let Meaning::Period(p) = m { Some(p) } else { None }
}

/// "el año pasado", "last month", "la próxima semana", "este año".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some((end, period)) = rolling(scan, i) {
        // "el último año de su mandato" is a year of something else.
        let day = calendar::until_today(scan.published?, period).filter(|_| !scan.is(end, Meaning::Of))?;
        return Some(draft(i, end, day, None));
    }
    let (end, period, by) = directed(scan, i)?;
    let plural = scan.pack.is_plural_form(scan.str(end - 1)) && scan.pack.is_plural_form(scan.str(i));
    if period == Period::Day || plural {
        return None;
    }
    let day = calendar::shifted(scan.published?, period, by)?;
    Some(draft(i, end, day, None))
}

/// "el último año", "the past week", "the last decade": a period that ends today, with the token behind it. "El último año
/// fiscal" and "el último fin de semana" are the calendar's.
fn rolling(scan: &Scan, i: usize) -> Option<(usize, Period)> {
    let decade = |i| scan.is(i, Meaning::Period(Period::Decade));
    let (len, ()) = scan.find(i, |m| (m == Meaning::Rolling).then_some(())).or_else(|| {
        let last = scan.find(i, |m| (m == Meaning::Past).then_some(()))?;
        decade(i + last.0).then_some(last)
    })?;
    let (more, period) = scan.find(i + len, of_period)?;
    let counts = matches!(period, Period::Week | Period::Month | Period::Year | Period::Decade);
    let plural = scan.pack.is_plural_form(scan.str(i + len)) && scan.pack.is_plural_form(scan.str(i));
    (more == 1 && counts && !plural).then_some((i + len + more, period))
}

/// "a finales de año", "early this year, "fin de mes": a part of the period that runs. The part itself is too vague to be
/// held against a date, so the whole period is meant.
pub(super) fn part_of_running(scan: &Scan, i: usize) -> Option<Draft> {
    let mut k = i + scan.at(i, Meaning::PartOf)?;
    k += usize::from(scan.is(k, Meaning::The) && !scan.is(k, Meaning::This));
    let (len, period) = scan.find(k, of_period).filter(|&(_, p)| !matches!(p, Period::Day | Period::Weekend))?;
    let end = k + len;
    // "a inicios de la semana pasada" says which week behind it.
    let which = directed(scan, k).is_some();
    let goes_on = which || scan.is(end, Meaning::Of) || scan.is_numeral(end) && scan.gap(end) == Gap::Space;
    // "no final do século VIII"
    let named = period == Period::Century && scan.is_capital(end) && scan.gap(end) == Gap::Space;
    if goes_on || named || scan.gap(k) == Gap::Line || scan.pack.is_plural_form(scan.str(k)) {
        return None;
    }
    Some(draft(i, end, calendar::shifted(scan.published?, period, 0)?, None))
}

/// "en el año", "year to date": the running period by a phrase, where nothing behind says of another.
pub(super) fn running(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, period) = scan.find(i, |m| if let Meaning::Running(p) = m { Some(p) } else { None })?;
    let end = i + len;
    let free = scan.breaks_before(end) || scan.is_sign(end, ".,;:)") || is_past(scan, end);
    let day = calendar::shifted(scan.published?, period, 0).filter(|_| free)?;
    Some(draft(i, end, day, None))
}

/// "la primera semana de octubre", "last week of 2019", "semana 10 de 2027", "the third month of 2021".
pub(super) fn week_of(scan: &Scan, i: usize) -> Option<Draft> {
    numbered_week(scan, i).or_else(|| ordered_week(scan, i))
}

/// "week 10", "semana 3 de 2027": of the running year where none is said. "semana 32 de embarazo" is none of the calendar's.
fn numbered_week(scan: &Scan, i: usize) -> Option<Draft> {
    let at = i + scan.at(i, Meaning::WeekNumber)?;
    let number = words::read(scan, at, false, true).filter(|n| !n.open && !n.article && scan.gap(at) == Gap::Space)?;
    let n = i8::try_from(i64::try_from(number.value).ok()?).ok().filter(|n| (1..=53).contains(n))?;
    let stated = year::stated(scan, number.end);
    // "semana 32 de embarazo", "NFL Week 10", "la semana 8 p. m."
    let name = scan.is_capital(i) && !scan.breaks_before(i);
    let hour = |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Hours).then_some(());
    let other = scan.is(number.end, Meaning::Of) || scan.find(number.end, hour).is_some();
    if stated.is_none() && (name || other || scan.is_sign(number.end, ":-–")) {
        return None;
    }
    let year = stated.map(|s| s.1).or_else(|| scan.published.map(|p| p.year()))?;
    Some(draft(i, stated.map_or(number.end, |s| s.0), calendar::week_of_year(year, n)?, None))
}

/// "the first week of 2015", "última semana de octubre", "el tercer mes de 2021".
fn ordered_week(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, n) = order(scan, i)?;
    let (len, period) = scan.find(end, of_period).filter(|&(_, p)| matches!(p, Period::Week | Period::Month))?;
    let end = end + len;
    let stated = year::stated(scan, end).filter(|_| scan.is(end, Meaning::Of));
    if period == Period::Month {
        let (end, year) = stated?;
        let month = if n < 0 { 12 } else { n };
        return (month <= 12).then(|| draft(i, end, Day::Month(year, month), None));
    }
    if let Some((end, year)) = stated {
        let week = if n < 0 { calendar::last_week_of_year(year)? } else { calendar::week_of_year(year, n)? };
        return Some(draft(i, end, week, None));
    }
    let at = end + scan.at(end, Meaning::Of)?;
    let (len, month) = month_at(scan, at)?;
    let (end, year) = year::stated(scan, at + len).map_or((at + len, None), |(e, y)| (e, Some(y)));
    let (end, hint) = hint(scan, i, end);
    let Day::Month(year, month) = calendar::month(scan.published, year, month, hint)? else { return None };
    Some(draft(i, end, calendar::week_of_month(year, month, n)?, None))
}

/// A place in an order, small: "first", "3ª", "última" is -1.
fn order(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    if let Some(len) = scan.at(i, Meaning::Past) {
        return Some((i + len, -1));
    }
    place_at(scan, i)
}

/// "primer trimestre de 2026", "Q1 2026", "the second half of 2024".
pub(super) fn part_of_year(scan: &Scan, i: usize) -> Option<Draft> {
    let of_order = |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None };
    let quarter = |m| match m {
        Meaning::Period(p @ (Period::Quarter | Period::Half)) => Some(p),
        _ => None,
    };
    let (end, n, period) = if scan.str(i) == "Q" && scan.glued(i + 1) {
        (i + 2, scan.str(i + 1).parse::<u64>().ok()?, Period::Quarter)
    } else {
        let (len, n) = scan.find(i, of_order)?;
        // "third-quarter profit"
        let dash = usize::from(scan.is_dash(i + len) && scan.glued(i + len) && scan.glued(i + len + 1));
        let (more, period) = scan.find(i + len + dash, quarter)?;
        (i + len + dash + more, n, period)
    };
    let n = i8::try_from(n).ok().filter(|n| (1..=if period == Period::Half { 2 } else { 4 }).contains(n))?;
    let stated = year::stated(scan, end);
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

/// "el pasado otoño", "verano de 2023", "last spring".
pub(super) fn season(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, month) = scan.find(i, |m| if let Meaning::Season(n) = m { Some(n) } else { None })?;
    let (end, hint) = hint(scan, i, i + len);
    let stated = year::stated(scan, i + len);
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
