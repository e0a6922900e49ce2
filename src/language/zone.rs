//! Zones of time: how far from Greenwich, in winter and in summer.

use jiff::civil::{Date, Weekday};

/// A zone of time, with its habit of summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Minutes east of Greenwich in winter.
    standard: i16,
    summer: Summer,
}

/// Between which days clocks stand an hour ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Summer {
    Never,
    /// From the last Sunday of March to the last of October.
    Europe,
    /// From the second Sunday of March to the first of November.
    America,
    /// From the first Sunday of October to the first of April.
    Australia,
}

impl Zone {
    /// A zone without summer time, by its minutes east of Greenwich.
    #[must_use]
    pub const fn fixed(minutes: i16) -> Self {
        Self { standard: minutes, summer: Summer::Never }
    }

    /// Reads "60 europe", "-300 america", "600 australia": the minutes in winter and whose summer it keeps.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (minutes, summer) = text.split_once(' ')?;
        let summer = match summer {
            "europe" => Summer::Europe,
            "america" => Summer::America,
            "australia" => Summer::Australia,
            _ => return None,
        };
        Some(Self { standard: minutes.parse().ok().filter(|m| (-840..=840).contains(m))?, summer })
    }

    /// Minutes east of Greenwich on a day. None where that hangs on the day and the day is not known, or is one of those
    /// on which clocks are changed: a wrong offset is worse than none.
    #[must_use]
    pub fn offset(self, day: Option<Date>) -> Option<i16> {
        if self.summer == Summer::Never {
            return Some(self.standard);
        }
        let day = day?;
        let sunday = |month, nth| Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok();
        let (spring, autumn) = match self.summer {
            Summer::Never => return Some(self.standard),
            Summer::Europe => (sunday(3, -1)?, sunday(10, -1)?),
            Summer::America => (sunday(3, 2)?, sunday(11, 1)?),
            Summer::Australia => (sunday(10, 1)?, sunday(4, 1)?),
        };
        if day == spring || day == autumn {
            return None;
        }
        let ahead = if spring < autumn { spring < day && day < autumn } else { day > spring || day < autumn };
        Some(self.standard + if ahead { 60 } else { 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(zone: &str, day: &str, expected: Option<i16>) {
        let zone = Zone::parse(zone).unwrap_or(Zone::fixed(0));
        assert_eq!(zone.offset(day.parse().ok()), expected, "{zone:?} {day}");
    }

    #[test]
    fn offsets_by_the_day() {
        check("60 europe", "2025-08-13", Some(120));
        check("60 europe", "2025-01-13", Some(60));
        check("60 europe", "2025-10-26", None);
        check("60 europe", "", None);
        check("-300 america", "2025-03-10", Some(-240));
        check("-300 america", "2025-11-03", Some(-300));
        check("600 australia", "2025-01-13", Some(660));
        check("600 australia", "2025-07-13", Some(600));
        check("60 mars", "2025-07-13", Some(0));
    }
}
