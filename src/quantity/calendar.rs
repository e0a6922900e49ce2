//! The calendar's arithmetic: which day, month or year is meant, seen from the day of publication.

use super::moment::Day;
use crate::language::Period;
use jiff::{
    Span,
    civil::{Date, ISOWeekDate, Weekday},
};
use rust_decimal::Decimal;

/// What the words around a date say of past and future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    None,
    /// The verb tells what happened.
    Was,
    /// The verb tells what happened, and that it went on until then.
    Until,
    /// The verb speaks of what is to come.
    Will,
    /// Since then: over, whatever the verb says.
    Since,
    Past,
    Next,
    /// The one after the next.
    NextButOne,
    /// The one of the next week, where one of this week is still to come.
    NextOfNextWeek,
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
        Hint::Past | Hint::Since => dates.filter(|d| *d <= today).max(),
        Hint::Next | Hint::NextButOne | Hint::NextOfNextWeek | Hint::Will => dates.filter(|d| *d >= today).min(),
        Hint::This => dates.min_by_key(|d| (days(d).abs(), *d)),
        Hint::None | Hint::Was | Hint::Until => dates.min_by_key(|d| (weight(i64::from(days(d)), hint), *d)),
    }
    .map(Day::Date)
}

/// How far a day or a month lies, where nothing says on which side: news without a verb of the future looks back further
/// than it looks ahead.
fn weight(ahead: i64, hint: Hint) -> i64 {
    let times = match hint {
        Hint::Was => 3,
        Hint::Until => 1,
        _ => 2,
    };
    if ahead <= 0 { -ahead } else { ahead * times }
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
        Hint::Since => today.year() - i16::from(ahead > 0),
        Hint::Next | Hint::NextButOne | Hint::NextOfNextWeek | Hint::Will => today.year() + i16::from(ahead < 0),
        Hint::This => today.year(),
        Hint::None | Hint::Was | Hint::Until => {
            let by = (-1..=1).min_by_key(|by| (weight(i64::from(ahead) + 12 * by, hint), *by)).unwrap_or(0);
            today.year() + by as i16
        }
    };
    Some(Day::Month(year, month))
}

/// How many days back a weekday without a verb is read as the one to come.
const FAR_BACK: i64 = 5;

/// A weekday. News means the last one, the day itself included, unless it speaks of what is to come; "this Friday" may be
/// either, and is a day of the past only where it is hardly over.
pub(super) fn weekday(published: Option<Date>, n: i8, hint: Hint) -> Day {
    let Some(today) = published else { return Day::OpenWeekday(n) };
    let back = i64::from((today.weekday().to_monday_one_offset() - n).rem_euclid(7));
    let by = match hint {
        // A day that is almost a week ago is told by a verb of the past.
        Hint::None if back >= FAR_BACK => 7 - back,
        Hint::None | Hint::Was | Hint::Until | Hint::Since => -back,
        Hint::Will => (7 - back) % 7,
        Hint::Past => -if back == 0 { 7 } else { back },
        Hint::Next => 7 - back,
        Hint::NextButOne => 14 - back,
        Hint::NextOfNextWeek => {
            let ahead = 7 - back;
            let this_week = ahead + i64::from(today.weekday().to_monday_zero_offset()) < 7;
            ahead + if this_week { 7 } else { 0 }
        }
        Hint::This if back <= 2 => -back,
        Hint::This => 7 - back,
    };
    today.checked_add(Span::new().days(by)).map_or(Day::OpenWeekday(n), Day::Date)
}

/// The first day from another on that is this weekday.
pub(super) fn weekday_from(first: Date, n: i8) -> Option<Day> {
    let ahead = i64::from((n - first.weekday().to_monday_one_offset()).rem_euclid(7));
    first.checked_add(Span::new().days(ahead)).ok().map(Day::Date)
}

/// Which of two readings of a day and a month falls on a weekday, within half a year of today: "Friday 5/12".
pub(super) fn day_on_weekday(today: Date, readings: [(i8, i8); 2], n: i8) -> Option<Date> {
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = readings.into_iter().flat_map(|(month, day)| years.map(|y| Date::new(y, month, day).ok())).flatten();
    let near = days.filter(|d| (*d - today).get_days().abs() <= 183);
    near.filter(|d| d.weekday().to_monday_one_offset() == n).min_by_key(|d| ((*d - today).get_days().abs(), *d))
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

/// A weekday of the week that begins on a Monday.
pub(super) fn weekday_of(monday: Date, n: i8) -> Option<Day> {
    monday.checked_add(Span::new().days(i64::from(n) - 1)).ok().map(Day::Date)
}

/// A week of a year, as the calendar numbers them.
pub(super) fn week_of_year(year: i16, n: i8) -> Option<Day> {
    let monday = ISOWeekDate::new(year, n, Weekday::Monday).ok()?.date();
    Some(Day::Span(monday, monday.checked_add(Span::new().days(6)).ok()?))
}

/// The last week of a year, as the calendar numbers them.
pub(super) fn last_week_of_year(year: i16) -> Option<Day> {
    week_of_year(year, 53).or_else(|| week_of_year(year, 52))
}

/// The first, second … or last seven days of a month; -1 for the last.
pub(super) fn week_of_month(year: i16, month: i8, n: i8) -> Option<Day> {
    let first = Date::new(year, month, 1).ok()?;
    let last = first.last_of_month();
    let days = Span::new().days(6);
    match n {
        -1 => Some(Day::Span(last.checked_sub(days).ok()?, last)),
        1..=5 => {
            let from = Date::new(year, month, (n - 1) * 7 + 1).ok()?;
            Some(Day::Span(from, from.checked_add(days).ok()?.min(last)))
        }
        _ => None,
    }
}

/// A distance between two days as it was said: in months and days, and how much it leaves open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Distance {
    months: i64,
    days: i64,
    /// The days by which the writer may have rounded, on either side.
    slack: i16,
    /// How many parts it was said in.
    parts: u8,
}

impl Distance {
    /// Adds a part; false where it cannot be counted in whole months or days.
    pub fn add(&mut self, period: Period, count: Decimal) -> bool {
        let (months, days, slack) = match period {
            Period::Day => (0, 1, 0),
            Period::Week => (0, 7, 3),
            Period::Month => (1, 0, 15),
            Period::Quarter => (3, 0, 45),
            Period::Half => (6, 0, 90),
            Period::Year => (12, 0, 183),
            Period::Decade => (120, 0, 1826),
            Period::Century => (1200, 0, 18_262),
            Period::Weekend => return false,
        };
        if count > Decimal::from(3000) || count.is_sign_negative() {
            return false;
        }
        let whole = |per: i64| {
            let n = Decimal::from(per) * count;
            i64::try_from(n).ok().filter(|_| n.fract().is_zero())
        };
        let Some((months, days)) = whole(months).zip(whole(days)) else { return false };
        self.months += months;
        self.days += days;
        self.parts += 1;
        // "twenty years ago" is said of eighteen as well, "three years ago" is not.
        let round = count >= Decimal::TEN && (count % Decimal::TEN).is_zero();
        self.slack = slack + if round { slack / 2 } else { 0 };
        true
    }

    /// Whether a part of this size may follow those that were added: "a year and two months", never two years in a row.
    pub fn may_add(&self, period: Period) -> bool {
        match period {
            Period::Day => self.slack > 0,
            Period::Week => self.slack > 3,
            Period::Month => self.slack > 15,
            _ => false,
        }
    }

    /// Whether it was said in several parts.
    pub fn is_mixed(self) -> bool {
        self.parts > 1
    }

    /// The day at this distance, as precise as the distance was.
    pub fn from(self, day: Date, sign: i64) -> Option<Day> {
        let span = Span::new().try_months(sign * self.months).ok()?.try_days(sign * self.days).ok()?;
        let found = day.checked_add(span).ok()?;
        Some(if self.slack == 0 { Day::Date(found) } else { Day::Near(found, self.slack) })
    }
}

/// So many periods before or after the one that holds the day: "el año pasado".
pub(super) fn shifted(today: Date, period: Period, by: i64) -> Option<Day> {
    let add = |span: Span| today.checked_add(span).ok();
    if by.abs() > 3000 {
        return None;
    }
    Some(match period {
        Period::Day => Day::Date(add(Span::new().days(by))?),
        Period::Week | Period::Weekend => {
            let monday = add(Span::new().days(7 * by - i64::from(today.weekday().to_monday_zero_offset())))?;
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
        Period::Decade => Day::Decade((today.year() / 10 + i16::try_from(by).ok()?) * 10),
        Period::Century => Day::Century(i8::try_from((i64::from(today.year()) - 1) / 100 + 1 + by).ok()?),
        Period::Half => return None,
    })
}

/// The period that ends today: "the past year".
pub(super) fn until_today(today: Date, period: Period) -> Option<Day> {
    let span = match period {
        Period::Week => Span::new().weeks(1),
        Period::Month => Span::new().months(1),
        Period::Year => Span::new().years(1),
        Period::Decade => Span::new().years(10),
        _ => return None,
    };
    Some(Day::Span(today.checked_sub(span).ok()?, today))
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
    let to = from.checked_add(Span::new().months(3)).and_then(Date::yesterday).ok()?;
    Some(Day::Span(from, to))
}

/// The season that began last, or begins next.
pub(super) fn nearest_season(today: Date, month: i8, hint: Hint) -> Option<Day> {
    let begun = Date::new(today.year(), month, 21).is_ok_and(|d| d <= today);
    let year = match hint {
        Hint::Next | Hint::NextButOne | Hint::NextOfNextWeek | Hint::Will => today.year() + i16::from(begun),
        _ => today.year() - i16::from(!begun),
    };
    season(year, month)
}
