//! Holidays by their names: "Christmas Day", "Nochevieja", "Easter 2018", "la Semana Santa de 2025".

use super::{calendar::Hint, date::draft, draft::Draft, moment::Day, scan::Scan, tense::hint, year};
use crate::{
    language::{Holiday, Meaning},
    text::token::Gap,
};
use jiff::civil::Date;

/// Reads the holiday that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, place) = scan.find(i, |m| if let Meaning::Holiday(n) = m { Some(n) } else { None })?;
    let holiday = scan.pack.holiday(place)?;
    let end = i + len;
    if let Some((end, year)) = year::stated(scan, end) {
        return Some(draft(i, end, stretch(holiday.of_year(year)?), None));
    }
    let (behind, hint) = hint(scan, i, end);
    if scan.pack.is_loose_holiday(scan.span(i, end).of(scan.text)) && behind == end && !led(scan, i, end, hint) {
        return None;
    }
    Some(draft(i, behind, nearest(scan, holiday, hint)?, None))
}

/// Whether the words before say that the day is meant, and not what is named after it: "on Christmas", no "Christmas market".
fn led(scan: &Scan, i: usize, end: usize, hint: Hint) -> bool {
    let said =
        [Meaning::OnHoliday, Meaning::DaysBefore, Meaning::DaysAfter, Meaning::Past, Meaning::Next, Meaning::This];
    let noun = scan.is_word(end)
        && scan.gap(end) == Gap::Space
        && !scan.is(end, Meaning::Stop)
        && !scan.is(end, Meaning::Verb)
        && !scan.is(end, Meaning::Morning)
        && !scan.is(end, Meaning::PartOf);
    !noun && (hint == Hint::Past || said.iter().any(|&m| scan.is_before(i, 0, m)))
}

fn stretch((first, last): (Date, Date)) -> Day {
    if first == last { Day::Date(first) } else { Day::Span(first, last) }
}

/// The holiday of the year that is nearest, or that the words around point to.
fn nearest(scan: &Scan, holiday: &Holiday, hint: Hint) -> Option<Day> {
    let Some(today) = scan.published else {
        return holiday.fixed().map(|(month, day)| Day::OpenDate(month, day));
    };
    let near = (-1..=1).filter_map(|k| holiday.of_year(today.year() + k));
    let found = match hint {
        Hint::Past | Hint::Since => near.filter(|h| h.1 <= today).max(),
        Hint::Next | Hint::NextButOne | Hint::NextOfNextWeek | Hint::Will => near.filter(|h| h.0 >= today).min(),
        Hint::None | Hint::Was | Hint::Until | Hint::This => near.min_by_key(|h| ((h.0 - today).get_days().abs(), h.0)),
    };
    found.map(stretch)
}
