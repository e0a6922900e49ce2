//! Ages against years of birth: "born in 1960, aged 50" in an article of 2025.

use super::{Check, Slip, line::Line};
use crate::{
    finding::Reason,
    quantity::{Amount, Day, Kind},
};
use rust_decimal::prelude::ToPrimitive;

/// How many words may stand between "born" and the year: "born in the village of Ávila in 1960".
const REACH: usize = 5;

/// The age of a sentence that fits neither the day of publication nor any year that the sentence names.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    let places = || 0..line.figures.len();
    let mut ages = places().filter(|&k| line.figure(k).kind == Kind::Age);
    let age = ages.next()?;
    // Of two ages only one could be told.
    if ages.next().is_some() {
        return None;
    }
    let years: Vec<(usize, i16)> = places().filter_map(|k| Some((k, year(line, k)?))).collect();
    let (born_at, born) = *years.iter().find(|(k, _)| led_by_birth(line, *k))?;
    let number = line.number(age)?;
    let said = number.low.filter(|low| Some(*low) == number.high)?.to_i16()?;
    let others = years.iter().filter(|(k, _)| *k != born_at).map(|(_, y)| *y);
    let now: Vec<i16> = line.published.map(jiff::civil::Date::year).into_iter().chain(others).collect();
    // Before the birthday of the year it is one less; the article may be of the year's first days.
    let fits = |at: &i16| (at - born - 1..=at - born + 1).contains(&said);
    let last = now.iter().copied().filter(|at| *at >= born).max()?;
    if now.iter().any(fits) || said > 115 || !(0..=115).contains(&(last - born)) {
        return None;
    }
    let reason = Reason::OtherAge { born, at: last, is: last - born, said: line.written(age) };
    Some(Slip::new(Check::Age, 0.8, &[line.id(born_at), line.id(age)], reason))
}

fn year(line: &Line<'_>, k: usize) -> Option<i16> {
    let Amount::Moment(moment) = &line.figure(k).amount else { return None };
    match moment.day? {
        Day::Date(date) => Some(date.year()),
        Day::Month(year, _) | Day::Year(year) => Some(year),
        _ => None,
    }
}

/// Whether "born" stands before a figure, with a place between at most.
fn led_by_birth(line: &Line<'_>, k: usize) -> bool {
    let before = line.before(k);
    let signs: Vec<char> = before.chars().rev().collect();
    signs.iter().position(|s| *s == 'B').is_some_and(|at| {
        at <= REACH
            && signs[..at].iter().all(|s| "wot(<>,".contains(*s))
            && signs[..at].iter().filter(|s| **s == ',').count() < 2
    })
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn ages_are_held_against_births() {
        check(
            TODAY,
            &[
                ("es", "Nacido en 1960, el ministro, de 50 años, dejó el cargo.", "age: 1960 | 50"),
                ("es", "La escritora, de 41 años, nació en Lima en 1994.", "age: 41 | 1994"),
                ("en", "Born in 1960, the minister, aged 50, resigned.", "age: 1960 | 50"),
                ("fr", "Né en 1975 à Lyon, le maire, âgé de 60 ans, a démissionné.", "age: 1975 | 60"),
            ],
        );
    }

    #[test]
    fn ages_that_fit_some_year_are_left_alone() {
        check(
            TODAY,
            &[
                ("es", "Nacido en 1960, el ministro, de 65 años, dejó el cargo.", ""),
                ("es", "Nacido en 1960, el ministro, de 64 años, dejó el cargo.", ""),
                ("es", "Nacido en 1960, murió en 2010 a los 50 años.", ""),
                ("es", "Nació en 1960 y a los 20 años, en 1980, emigró.", ""),
                ("en", "Born in 1960, he joined the party at 25 and the cabinet at 50.", ""),
                ("en", "The club, born in 1899, has a captain aged 31.", ""),
                ("en", "Born in Leeds in 1960, he died in 2001 at the age of 41.", ""),
            ],
        );
    }
}
