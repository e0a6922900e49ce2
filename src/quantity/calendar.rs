//! The calendar's arithmetic: which day, month or year is meant, seen from the day of publication.

use super::moment::Day;
use crate::language::Period;
use jiff::{
    Span,
    civil::{Date, Weekday},
};

/// What the words around a date say of past and future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    None,
    Past,
    Next,
    This,
}

/// A day of a month; without a year the nearest one, or the last or next one where that was said.
pub(super) fn day_of_month(published: Option<Date>, year: Option<i16>, month: i8, day: i8, hint: Hint) -> Option<Day> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok().map(Day::Date);
    }
    // The 29th of February exists in some year.
    Date::new(2024, month, day).ok()?;
    let Some(today) = published else { return Some(Day::OpenDate(month, day)) };
    let dates = (-4..=4).filter_map(|k| Date::new(today.year() + k, month, day).ok());
    let days = |d: &Date| (*d - today).get_days();
    match hint {
        Hint::Past => dates.filter(|d| *d <= today).max(),
        Hint::Next => dates.filter(|d| *d >= today).min(),
        Hint::None | Hint::This => dates.min_by_key(|d| (days(d).abs(), *d)),
    }
    .map(Day::Date)
}

/// A month; without a year the nearest one, or the last or next one where that was said.
pub(super) fn month(published: Option<Date>, year: Option<i16>, month: i8, hint: Hint) -> Option<Day> {
    if let Some(year) = year {
        return Some(Day::Month(year, month));
    }
    let Some(today) = published else { return Some(Day::OpenMonth(month)) };
    let ahead = i16::from(month) - i16::from(today.month());
    let year = match hint {
        Hint::Past => today.year() - i16::from(ahead >= 0),
        Hint::Next => today.year() + i16::from(ahead < 0),
        Hint::This => today.year(),
        Hint::None if ahead > 6 => today.year() - 1,
        Hint::None if ahead < -6 => today.year() + 1,
        Hint::None => today.year(),
    };
    Some(Day::Month(year, month))
}

/// A weekday. News means the last one, the day itself included, unless it speaks of what is to come; "this Friday" may be
/// either, and is a day of the past only where it is hardly over.
pub(super) fn weekday(published: Option<Date>, n: i8, hint: Hint) -> Day {
    let Some(today) = published else { return Day::OpenWeekday(n) };
    let back = i64::from((today.weekday().to_monday_one_offset() - n).rem_euclid(7));
    let by = match hint {
        Hint::None => -back,
        Hint::Past => -if back == 0 { 7 } else { back },
        Hint::Next => 7 - back,
        Hint::This if back <= 2 => -back,
        Hint::This => 7 - back,
    };
    today.checked_add(Span::new().days(by)).map_or(Day::OpenWeekday(n), Day::Date)
}

/// A day of the month that falls on a weekday, the nearest one: "viernes 31".
pub(super) fn weekday_and_day(published: Option<Date>, n: i8, day: i8) -> Option<Day> {
    let today = published?;
    let weekday = Weekday::from_monday_one_offset(n).ok()?;
    let first = today.first_of_month();
    let months = (-12..=12).filter_map(|k| first.checked_add(Span::new().months(k)).ok());
    let days = months.filter_map(|m| Date::new(m.year(), m.month(), day).ok()).filter(|d| d.weekday() == weekday);
    days.min_by_key(|d| ((*d - today).get_days().abs(), *d)).map(Day::Date)
}

/// So many periods before or after the one that holds the day: "el año pasado", "hace dos semanas".
pub(super) fn shifted(today: Date, period: Period, by: i64) -> Option<Day> {
    let add = |span: Span| today.checked_add(span).ok();
    if by.abs() > 3000 {
        return None;
    }
    Some(match period {
        Period::Day => Day::Date(add(Span::new().days(by))?),
        Period::Week if by.abs() > 1 => Day::Date(add(Span::new().weeks(by))?),
        Period::Week | Period::Weekend => {
            let monday = add(Span::new().days(-i64::from(today.weekday().to_monday_zero_offset())).weeks(by))?;
            let from = if period == Period::Weekend { monday.checked_add(Span::new().days(5)).ok()? } else { monday };
            Day::Span(from, monday.checked_add(Span::new().days(6)).ok()?)
        }
        Period::Month => {
            let day = today.first_of_month().checked_add(Span::new().months(by)).ok()?;
            Day::Month(day.year(), day.month())
        }
        Period::Quarter => {
            let day = today.first_of_month().checked_add(Span::new().months(3 * by)).ok()?;
            Day::Quarter(day.year(), (day.month() - 1) / 3 + 1)
        }
        Period::Year => Day::Year(add(Span::new().years(by))?.year()),
        Period::Decade if by.abs() <= 1 => Day::Decade((today.year() / 10 + by as i16) * 10),
        Period::Decade => Day::Year(add(Span::new().years(10 * by))?.year()),
        Period::Century if by.abs() <= 1 => Day::Century(i8::try_from((today.year() - 1) / 100 + 1 + by as i16).ok()?),
        Period::Century | Period::Half => return None,
    })
}

/// The year of a quarter or a half whose year was not said: the running one, or the last one where it has not begun, or the
/// next one where it is over and yet to come.
pub(super) fn year_of_part(today: Date, period: Period, n: i8, future: bool) -> Option<i16> {
    let months = if period == Period::Half { 6 } else { 3 };
    let begins = (n - 1) * months + 1;
    if future {
        return Some(today.year() + i16::from(begins + months <= today.month()));
    }
    Some(today.year() - i16::from(begins > today.month()))
}

/// A season on the northern half of the world, by the month that it begins in.
pub(super) fn season(year: i16, month: i8) -> Option<Day> {
    let from = Date::new(year, month, 21).ok()?;
    let to = from.checked_add(Span::new().months(3).days(-1)).ok()?;
    Some(Day::Span(from, to))
}

/// The season that began last, or begins next.
pub(super) fn nearest_season(today: Date, month: i8, hint: Hint) -> Option<Day> {
    let begun = Date::new(today.year(), month, 21).is_ok_and(|d| d <= today);
    let year = match hint {
        Hint::Next => today.year() + i16::from(begun),
        _ => today.year() - i16::from(!begun),
    };
    season(year, month)
}
