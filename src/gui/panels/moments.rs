//! Days and hours as the window writes them.

use crate::wording::Wording;
use jiff::civil::{Date, Time};

/// "12 nov, 07:40"; without the hour where it is not known; the words for "no date" where no day is.
#[must_use]
pub fn short(words: &Wording, day: Option<Date>, hour: Option<Time>) -> String {
    let Some(day) = day else { return words.text("date-none") };
    let month = words.text(&format!("month-{}", day.month()));
    let date = words.with("date-short", &[("day", &day.day().to_string()), ("month", &month)]);
    match hour {
        Some(hour) => format!("{date}, {:02}:{:02}", hour.hour(), hour.minute()),
        None => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn days_are_written_in_the_windows_language() {
        let (day, hour) = (Some(date(2025, 11, 12)), Some(time(7, 40, 0, 0)));
        let check = |language, day, hour, expected| assert_eq!(short(&Wording::new(language), day, hour), expected);
        check("es", day, hour, "12 nov, 07:40");
        check("en", day, hour, "12 Nov, 07:40");
        check("es", day, None, "12 nov");
        check("es", None, hour, "sin fecha");
    }
}
