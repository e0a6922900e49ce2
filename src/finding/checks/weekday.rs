//! Weekdays against dates: "martes 13 de agosto" of a year in which it was a Wednesday; "ayer, martes" in an article of a
//! Wednesday.

use super::{Check, Slip, line::Line};
use crate::{
    finding::Reason,
    quantity::{Amount, Day, Moment},
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};

/// A day whose year is not said is that of the year of publication only where it lies this near, in days.
const NEAR: i32 = 150;
/// News names a weekday with the number of its day for days that are this near.
const THIS_WEEK: i32 = 9;
/// A day of the month that falls on the weekday only this far away was not the one that was meant.
const ANOTHER_MONTH: i32 = 24;

/// The first weekday of a sentence that is not that of its date.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    (0..line.figures.len()).find_map(|k| dated(line, k).or_else(|| numbered(line, k)).or_else(|| apposed(line, k)))
}

fn moment<'a>(line: &Line<'a>, k: usize) -> Option<&'a Moment> {
    match &line.figures.get(k)?.1.amount {
        Amount::Moment(m) => Some(m),
        _ => None,
    }
}

fn date(line: &Line<'_>, k: usize) -> Option<Date> {
    match moment(line, k)?.day? {
        Day::Date(date) => Some(date),
        _ => None,
    }
}

/// The longest run of digits in a text.
fn digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// "el martes 13 de agosto de 2025"
fn dated(line: &Line<'_>, k: usize) -> Option<Slip> {
    let (said, date) = (moment(line, k)?.weekday?, date(line, k)?);
    let year = digits(&line.written(k)) == 4;
    let near = line.published.is_some_and(|today| (date - today).get_days().abs() <= NEAR);
    if said == date.weekday() || !(year || near) || line.is_any(k) {
        return None;
    }
    let reason = fell_on(date, line.written(k));
    Some(Slip::new(Check::Weekday, if year { 0.95 } else { 0.85 }, &[line.id(k)], reason))
}

fn fell_on(date: Date, said: String) -> Reason {
    Reason::OtherWeekday { day: date, weekday: date.weekday().to_monday_one_offset(), said }
}

/// "el martes 13", where the 13th of these days is a Wednesday.
fn numbered(line: &Line<'_>, k: usize) -> Option<Slip> {
    let (said, found, today) = (moment(line, k)?.weekday?, date(line, k)?, line.published?);
    let written = line.written(k);
    // "Friday the 13th" is a day to fear, and no date.
    let words = written.split_whitespace().filter(|w| w.starts_with(char::is_alphabetic)).count();
    let alone = words == 1 && (1..=2).contains(&digits(&written)) && !written.contains('/');
    if !alone || said != found.weekday() || (found - today).get_days().abs() <= ANOTHER_MONTH {
        return None;
    }
    let first = today.first_of_month();
    let months = [-1, 0, 1].into_iter().filter_map(|n| first.checked_add(n.months()).ok());
    let mut days = months.filter_map(|m| Date::new(m.year(), m.month(), found.day()).ok());
    let meant = days.find(|d| (*d - today).get_days().abs() <= THIS_WEEK)?;
    Some(Slip::new(Check::Weekday, 0.7, &[line.id(k)], fell_on(meant, written)).perhaps())
}

/// "ayer, martes": a day by its distance from today, and its weekday or its date beside it.
fn apposed(line: &Line<'_>, k: usize) -> Option<Slip> {
    let (first, second) = (date(line, k)?, date(line, k + 1)?);
    let (a, b) = (line.written(k), line.written(k + 1));
    // Counted from the day of publication: no digits, and no weekday of its own.
    let by_distance = moment(line, k)?.weekday.is_none() && digits(&a) == 0;
    let beside = matches!(line.between(k, k + 1).as_str(), "" | "," | "(" | ",t" | "t");
    let ends = line.behind(k + 1).chars().next().is_none_or(|c| ",.);-".contains(c)) || digits(&b) > 0;
    let near = (first - line.published?).get_days().abs() <= 2;
    let said: Option<Weekday> = moment(line, k + 1)?.weekday;
    let same = said.map_or(first == second, |w| w == first.weekday());
    let names_day = said.is_some() || digits(&b) > 0;
    let quoted = line.between(k, k + 1).contains('"');
    if !by_distance || !beside || !ends || !near || same || !names_day || quoted {
        return None;
    }
    let reason =
        Reason::OtherThanToday { said: a, day: first, weekday: first.weekday().to_monday_one_offset(), other: b };
    Some(Slip::new(Check::Weekday, 0.75, &[line.id(k), line.id(k + 1)], reason).perhaps())
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13"; // a Wednesday

    #[test]
    fn weekdays_are_held_against_their_dates() {
        check(
            TODAY,
            &[
                ("es", "La firma fue el martes 13 de agosto de 2025.", "weekday: martes 13 de agosto de 2025"),
                ("es", "El juicio empezó el lunes 15 de julio.", "weekday: lunes 15 de julio"),
                ("es", "Ayer, jueves, volvió a llover en el valle.", "weekday: Ayer | jueves"),
                ("es", "Lo anunció ayer lunes.", "weekday: ayer | lunes"),
                ("es", "El martes 14 se reúne el comité.", "weekday: martes 14"),
                ("en", "The bridge was closed on Tuesday, August 13, 2025.", "weekday: Tuesday, August 13, 2025"),
                ("en", "It opened on Friday 12 August.", "weekday: Friday 12 August"),
                (
                    "pt",
                    "O acordo foi assinado na segunda-feira, 12 de agosto de 2025.",
                    "weekday: segunda-feira, 12 de agosto de 2025",
                ),
                ("fr", "Le procès a commencé le lundi 15 juillet 2025.", "weekday: lundi 15 juillet 2025"),
                ("it", "L'incontro è previsto per giovedì 15 agosto 2025.", "weekday: giovedì 15 agosto 2025"),
                (
                    "de",
                    "Das Treffen fand am Montag, dem 12. August 2025, statt.",
                    "weekday: Montag, dem 12. August 2025",
                ),
            ],
        );
    }

    #[test]
    fn weekdays_that_are_right_or_open_are_left_alone() {
        check(
            TODAY,
            &[
                ("es", "La firma fue el miércoles 13 de agosto de 2025.", ""),
                ("es", "El martes 12 se reunió el comité.", ""),
                ("es", "Ayer, martes, volvió a llover.", ""),
                ("es", "Ayer el miércoles parecía lejos.", ""),
                ("es", "Nació un martes 13 de agosto.", ""),
                ("es", "El jueves 14 y el viernes 15 no habrá trenes.", ""),
                ("es", "Hoy, miércoles 13 de agosto, abre la feria.", ""),
                ("es", "El sábado 24 de marzo de 2018 se incendió el almacén.", ""),
                ("en", "It opened on Tuesday, 12 August.", ""),
                ("en", "Friday the 13th is a film.", ""),
                ("pt", "O acordo foi assinado na terça-feira, 12 de agosto.", ""),
                ("fr", "Le procès a commencé le mardi 15 juillet 2025.", ""),
                ("de", "Am Dienstag, dem 12. August 2025, begann das Treffen.", ""),
            ],
        );
    }
}
