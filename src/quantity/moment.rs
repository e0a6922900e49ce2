//! Moments: places in the calendar and on the clock, as precise as they were said.

use crate::language::Zone;
use jiff::civil::{Date, Time, Weekday};
use std::fmt::Write as _;

/// A place in the calendar or on the clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// The part of the calendar, as precise as it was said.
    pub day: Option<Day>,
    /// The hour, where one was said.
    pub time: Option<Time>,
    /// Minutes east of Greenwich, where a zone was named ("GMT"); none for local time.
    pub offset: Option<i16>,
    /// The hour by the clock of the place that is spoken of, where the text tells one hour by two clocks: "at 7:50 p.m. (0050
    /// GMT)".
    pub local: Option<Time>,
    /// Whose clock the hour is told by, where its words name one.
    pub clock: Option<Clock>,
    /// The weekday, where it was named: to be checked against the date.
    pub weekday: Option<Weekday>,
    /// Whether the hour may be twelve hours later as well: "at four", with nothing said of morning or afternoon.
    pub either_half: bool,
}

/// Whose clock an hour is told by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// That of the place that is spoken of: "hora local".
    Local,
    /// That of a zone: "GMT", "hora peninsular".
    Zone(Zone),
    /// That of a place, by its name, folded: "(00h40 em Lisboa)".
    Place(String),
}

impl Clock {
    /// Whether two hours are told by one clock, as far as their words say.
    #[must_use]
    pub fn is_one(a: Option<&Self>, b: Option<&Self>) -> bool {
        match (a, b) {
            // "España" and "España peninsular".
            (Some(Self::Place(a)), Some(Self::Place(b))) => a.starts_with(b.as_str()) || b.starts_with(a.as_str()),
            // Who names no clock mostly means that of the place too.
            (Some(Self::Local), None) | (None, Some(Self::Local)) => true,
            _ => a == b,
        }
    }
}

/// A part of the calendar, as precise as the writer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Day {
    /// One day.
    Date(Date),
    /// A day by its distance from another, and the days on either side by which the distance was rounded: "hace dos
    /// meses", "three years ago".
    Near(Date, i16),
    /// A month of a year.
    Month(i16, i8),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
    /// Ten years from this one on.
    Decade(i16),
    /// A century: 21 is the 21st.
    Century(i8),
    /// From one day to another, both included.
    Span(Date, Date),
    /// A day of a month whose year stays open.
    OpenDate(i8, i8),
    /// A month whose year stays open.
    OpenMonth(i8),
    /// A weekday whose week stays open.
    OpenWeekday(i8),
}

/// The clocks of two places differ by a multiple of this, in minutes.
pub(super) const CLOCK_STEP: i32 = 30;

/// An hour in minutes from midnight.
pub(crate) fn minutes(time: Time) -> i32 {
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}

impl Moment {
    /// As the command line writes it: "2025-08-15", "2025-08", "2026-Q1", "2026-W07", "2019/2021", "15:00", "2025-08-15T15:00", "00:50Z"; what stays
    /// open has X in its place: "XXXX-08-15", "XXXX-WXX-5".
    ///
    /// ```
    /// use cotejo::quantity::{Day, Moment};
    /// let moment = Moment { day: Some(Day::OpenDate(8, 15)), ..Moment::default() };
    /// assert_eq!(moment.iso(), "XXXX-08-15");
    /// ```
    #[must_use]
    pub fn iso(&self) -> String {
        let mut out = self.day.map(Day::iso).unwrap_or_default();
        let Some(time) = self.time else { return out };
        if !out.is_empty() {
            out.push('T');
        }
        // Writing into a string cannot fail.
        let _ = write!(out, "{:02}:{:02}", time.hour(), time.minute());
        if time.second() != 0 {
            let _ = write!(out, ":{:02}", time.second());
        }
        match self.offset {
            Some(0) => out.push('Z'),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let _ = write!(out, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
            }
            None => {}
        }
        out
    }

    /// The first and the last day that it can be; none for an hour alone, and where the year stays open.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        self.day?.days()
    }
}

impl Day {
    /// As the command line writes it.
    #[must_use]
    pub fn iso(self) -> String {
        match self {
            Self::Date(d) | Self::Near(d, _) => d.to_string(),
            Self::Month(y, m) => format!("{y:04}-{m:02}"),
            Self::Quarter(y, q) => format!("{y:04}-Q{q}"),
            Self::Year(y) => format!("{y:04}"),
            Self::Decade(y) => format!("{:03}X", y / 10),
            Self::Century(c) => format!("{:02}XX", i16::from(c) - 1),
            Self::Span(a, b) if a.weekday() == Weekday::Monday && (b - a).get_days() == 6 => {
                let week = a.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Span(a, b) if (a.month(), a.day(), b.month(), b.day()) == (1, 1, 12, 31) => {
                format!("{:04}/{:04}", a.year(), b.year())
            }
            Self::Span(a, b) => format!("{a}/{b}"),
            Self::OpenDate(m, d) => format!("XXXX-{m:02}-{d:02}"),
            Self::OpenMonth(m) => format!("XXXX-{m:02}"),
            Self::OpenWeekday(n) => format!("XXXX-WXX-{n}"),
        }
    }

    /// The first and the last day; none where it stays open.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let years = |from: i16, to: i16| Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?));
        match self {
            Self::Date(d) => Some((d, d)),
            Self::Near(d, slack) => {
                let slack = jiff::Span::new().days(slack);
                Some((d.checked_sub(slack).ok()?, d.checked_add(slack).ok()?))
            }
            Self::Month(y, m) => Date::new(y, m, 1).ok().map(|d| (d, d.last_of_month())),
            Self::Quarter(y, q) => {
                let first = Date::new(y, q.checked_mul(3)? - 2, 1).ok()?;
                Some((first, Date::new(y, q * 3, 1).ok()?.last_of_month()))
            }
            Self::Year(y) => years(y, y),
            Self::Decade(y) => years(y, y.checked_add(9)?),
            Self::Century(c) => years(i16::from(c) * 100 - 99, i16::from(c) * 100),
            Self::Span(a, b) => Some((a, b)),
            Self::OpenDate(..) | Self::OpenMonth(_) | Self::OpenWeekday(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_bounds() {
        let date = |y, m, d| Date::new(y, m, d).unwrap();
        for (day, iso, days) in [
            (Day::Date(date(2025, 8, 15)), "2025-08-15", Some((date(2025, 8, 15), date(2025, 8, 15)))),
            (Day::Near(date(2025, 8, 15), 3), "2025-08-15", Some((date(2025, 8, 12), date(2025, 8, 18)))),
            (Day::Month(2024, 2), "2024-02", Some((date(2024, 2, 1), date(2024, 2, 29)))),
            (Day::Quarter(2026, 1), "2026-Q1", Some((date(2026, 1, 1), date(2026, 3, 31)))),
            (Day::Decade(1990), "199X", Some((date(1990, 1, 1), date(1999, 12, 31)))),
            (
                Day::Span(date(2019, 1, 1), date(2021, 12, 31)),
                "2019/2021",
                Some((date(2019, 1, 1), date(2021, 12, 31))),
            ),
            (Day::Century(21), "20XX", Some((date(2001, 1, 1), date(2100, 12, 31)))),
            (Day::OpenWeekday(5), "XXXX-WXX-5", None),
        ] {
            assert_eq!(day.iso(), iso);
            assert_eq!(day.days(), days, "{iso}");
        }
        let time = jiff::civil::time(2, 40, 0, 0);
        let moment = Moment { time: Some(time), offset: Some(-300), ..Moment::default() };
        assert_eq!(moment.iso(), "02:40-05:00");
    }
}
