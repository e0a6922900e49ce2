//! Holidays: days that have a name instead of a number, by a rule that gives them for every year.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

/// A holiday, or a stretch of them, by its rule.
///
/// A rule is "12-25" (a day of a month), "11-thu-4" (the fourth Thursday of November; "last" for the last one) or "easter",
/// each with days added or taken: "easter-2", "11-thu-4+1". Two of them with ".." between are a stretch:
/// "easter-7..easter".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    first: Rule,
    last: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rule {
    base: Base,
    /// Days added to it.
    add: i16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    Fixed(i8, i8),
    /// The month, the weekday, and which of them; -1 is the last.
    Nth(i8, Weekday, i8),
    Easter,
}

impl Holiday {
    /// Reads a rule; none where it is not one.
    ///
    /// ```
    /// use cotejo::language::Holiday;
    /// let thanksgiving = Holiday::parse("11-thu-4").unwrap();
    /// let (first, last) = thanksgiving.of_year(2024).unwrap();
    /// assert_eq!((first.to_string(), first), ("2024-11-28".to_owned(), last));
    /// ```
    #[must_use]
    pub fn parse(rule: &str) -> Option<Self> {
        let (first, last) = rule.split_once("..").unwrap_or((rule, rule));
        Some(Self { first: Rule::parse(first.trim())?, last: Rule::parse(last.trim())? })
    }

    /// Its first and its last day in a year.
    #[must_use]
    pub fn of_year(&self, year: i16) -> Option<(Date, Date)> {
        self.first.of_year(year).zip(self.last.of_year(year)).filter(|(a, b)| a <= b)
    }

    /// The month and the day, where they are the same in every year.
    #[must_use]
    pub fn fixed(&self) -> Option<(i8, i8)> {
        match self.first {
            Rule { base: Base::Fixed(month, day), add: 0 } if self.first == self.last => Some((month, day)),
            _ => None,
        }
    }
}

impl Rule {
    fn parse(rule: &str) -> Option<Self> {
        if let Some(rest) = rule.strip_prefix("easter") {
            let add = if rest.is_empty() { 0 } else { rest.parse().ok()? };
            return Some(Self { base: Base::Easter, add });
        }
        let (month, rest) = rule.split_once('-')?;
        let month = month.parse().ok().filter(|m| (1..=12).contains(m))?;
        let (place, add) = match rest.split_once('+') {
            Some((place, add)) => (place, add.parse().ok()?),
            None => (rest, 0),
        };
        let base = match place.split_once('-') {
            Some((weekday, "last")) => Base::Nth(month, weekday_named(weekday)?, -1),
            Some((weekday, nth)) => {
                Base::Nth(month, weekday_named(weekday)?, nth.parse().ok().filter(|n| (1..=5).contains(n))?)
            }
            // The 29th of February exists in some year.
            None => Base::Fixed(month, place.parse().ok().filter(|&d| Date::new(2024, month, d).is_ok())?),
        };
        Some(Self { base, add })
    }

    fn of_year(self, year: i16) -> Option<Date> {
        let day = match self.base {
            Base::Fixed(month, day) => Date::new(year, month, day).ok()?,
            Base::Nth(month, weekday, nth) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?
            }
            Base::Easter => easter(year)?,
        };
        day.checked_add(Span::new().days(i64::from(self.add))).ok()
    }
}

fn weekday_named(name: &str) -> Option<Weekday> {
    Some(match name {
        "mon" => Weekday::Monday,
        "tue" => Weekday::Tuesday,
        "wed" => Weekday::Wednesday,
        "thu" => Weekday::Thursday,
        "fri" => Weekday::Friday,
        "sat" => Weekday::Saturday,
        "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Easter Sunday of the western churches, by the computus that Butcher printed in 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: &str, year: i16, expected: &str) {
        let found = Holiday::parse(rule).and_then(|h| h.of_year(year));
        let found = found.map(|(a, b)| if a == b { a.to_string() } else { format!("{a}/{b}") });
        assert_eq!(found.unwrap_or_default(), expected, "{rule} {year}");
    }

    #[test]
    fn days_of_a_year() {
        check("12-25", 2024, "2024-12-25");
        check("11-thu-4", 2023, "2023-11-23");
        check("11-thu-4+1", 2010, "2010-11-26");
        check("05-mon-last", 2024, "2024-05-27");
        check("easter", 2018, "2018-04-01");
        check("easter", 2019, "2019-04-21");
        check("easter", 2025, "2025-04-20");
        check("easter-2", 2024, "2024-03-29");
        check("easter+49", 2024, "2024-05-19");
        check("easter-7..easter", 2025, "2025-04-13/2025-04-20");
        check("02-29", 2023, "");
        check("13-01", 2024, "");
        check("02-30", 2024, "");
        check("11-thu-6", 2024, "");
        check("christmas", 2024, "");
    }
}
