//! What a stopwatch tells: the minute of a match with those added ("90+4'"), how long a race took ("2:04:12") and by how much
//! somebody leads ("a lead of 1:12").

use super::{Kind, decimal::ratio, draft::Draft, measure::UnitAt, scan::Scan, time, zone};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// The minutes after which a part of a match has more added to it.
const ENDS_OF_PARTS: [u32; 4] = [45, 90, 105, 120];
/// How many are added at most.
const MOST_ADDED: u32 = 20;
/// The signs of minutes: "90'".
const MINUTES: &str = "'’′";
/// The signs of seconds.
const SECONDS: &str = "\"”″";

/// What a stopwatch tells from token `i` on.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    if !scan.is_numeral(i) {
        return None;
    }
    added(scan, i).or_else(|| run(scan, i))
}

/// "90+4'", "90.+4. Minute", "90e+4", "45'+2'": the minute of a match.
fn added(scan: &Scan, i: usize) -> Option<Draft> {
    let part = scan.str(i).parse::<u32>().ok().filter(|n| ENDS_OF_PARTS.contains(n))?;
    let plus = behind_minute(scan, i + 1);
    if !scan.is_sign(plus, "+") {
        return None;
    }
    let more = scan.str(plus + 1).parse::<u32>().ok().filter(|n| (1..=MOST_ADDED).contains(n))?;
    let end = behind_minute(scan, plus + 2);
    let marked = end > plus + 2 && scan.is_sign(end - 1, MINUTES);
    let unit = unit_behind(scan, end, "minute");
    let tight = scan.glued(plus) && scan.glued(plus + 1);
    let near = (plus..plus + 2).all(|k| scan.gap(k) != Gap::Line);
    // "45+2 = 47" is a sum.
    let sum = scan.is_sign(end, "=+") || scan.glued(end) && (scan.is_word(end) || scan.is_numeral(end));
    if sum || !(tight || near && (marked || unit.is_some())) {
        return None;
    }
    duration(i, end, Draft::number((part + more).into(), Decimal::ONE, true), "minute", unit)
}

/// The token behind what is glued to the number of a minute: a sign of minutes, or what makes an ordinal of it.
fn behind_minute(scan: &Scan, k: usize) -> usize {
    if !scan.glued(k) {
        return k;
    }
    let ordinal_point = scan.is_sign(k, ".") && scan.is_sign(k + 1, "+") || scan.is_ordinal_point(k);
    if scan.is_sign(k, MINUTES) || ordinal_point {
        return k + 1;
    }
    k + scan.at(k, Meaning::OrdinalSuffix).filter(|_| scan.is_word(k)).unwrap_or(0)
}

/// "2:04:12", "2h04:12", "1:12 ahead": hours, minutes and seconds where the writing or the words beside it say that they
/// are no hour of the day.
fn run(scan: &Scan, i: usize) -> Option<Draft> {
    let first = scan.str(i).parse::<u32>().ok().filter(|_| scan.str(i).len() <= 2)?;
    let by_hours = scan.str(i + 1).eq_ignore_ascii_case("h");
    if !by_hours && !scan.is_sign(i + 1, ":") || !scan.glued(i + 1) {
        return None;
    }
    let second = two_digits(scan, i + 2)?;
    let by_signs = scan.is_sign(i + 3, MINUTES);
    let third = two_digits(scan, i + 4).filter(|_| scan.glued(i + 3) && (by_signs || scan.is_sign(i + 3, ":")));
    let mut end = if third.is_some() { i + 5 } else { i + 3 };
    if by_signs && scan.glued(end) && scan.is_sign(end, SECONDS) {
        end += 1;
    }
    if scan.glued(end) && (scan.is_sign(end, ":") || scan.is_numeral(end)) {
        return None;
    }
    let ahead =
        scan.is_before(i, 0, Meaning::LeadBefore) || scan.gap(end) != Gap::Line && scan.is(end, Meaning::LeadBehind);
    let sixty = Decimal::from(60);
    if let Some(third) = third {
        // By the clock of the day the hour has two digits, or words beside it.
        let written = by_hours || by_signs || scan.str(i).len() == 1;
        if !ahead && (!written || is_of_day(scan, i, end)) {
            return None;
        }
        let seconds = (Decimal::from(first) * sixty + second) * sixty + third;
        let hour = Decimal::from(3600);
        let amount = Draft::number(ratio(seconds, hour)?, ratio(Decimal::ONE, hour)?, true);
        return duration(i, end, amount, "hour", unit_behind(scan, end, "hour"));
    }
    if by_hours {
        return None;
    }
    // "2:30 Stunden" and "4:30 minutes" last, "15:30 horas" is an hour of the day.
    let hours =
        unit_behind(scan, end, "hour").filter(|_| ahead || !scan.is(end, Meaning::Hours) && !time::after_at(scan, i));
    let unit = hours.or_else(|| unit_behind(scan, end, "minute"));
    if !ahead && unit.is_none() || first >= 60 {
        return None;
    }
    let amount = Draft::number(ratio(Decimal::from(first) * sixty + second, sixty)?, ratio(Decimal::ONE, sixty)?, true);
    duration(i, end, amount, if hours.is_some() { "hour" } else { "minute" }, unit)
}

/// Two digits glued to the sign before them, below sixty, perhaps with parts of a second.
fn two_digits(scan: &Scan, k: usize) -> Option<Decimal> {
    let written = scan.str(k);
    let whole = written.find(['.', ',']).unwrap_or(written.len());
    let fits = scan.is_numeral(k) && scan.glued(k) && whole == 2;
    written.replace(',', ".").parse().ok().filter(|n| fits && *n < Decimal::from(60))
}

/// Whether words beside three fields make an hour of the day of them.
fn is_of_day(scan: &Scan, i: usize, end: usize) -> bool {
    let day = |m| matches!(m, Meaning::Weekday(_) | Meaning::Day(_) | Meaning::Month(_)).then_some(());
    let before = i - usize::from(i > 0 && scan.is_sign(i - 1, ",|"));
    let part = |m| {
        matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Night | Meaning::Hours | Meaning::Local)
            .then_some(())
    };
    time::after_at(scan, i)
        || scan.find_before(before, 0, day).is_some()
        || before > 0 && scan.is_numeral(before - 1)
        || scan.find(end, part).is_some()
        || zone::read(scan, end).is_some()
}

/// The unit of this name in words behind a figure.
fn unit_behind(scan: &Scan, end: usize, key: &str) -> Option<UnitAt> {
    let (len, unit) = scan.unit(end).filter(|_| scan.gap(end) != Gap::Line)?;
    let unit = UnitAt { first: end, end: end + len, unit, per: None };
    (unit.key() == key).then_some(unit)
}

fn duration(first: usize, end: usize, amount: super::Amount, key: &str, words: Option<UnitAt>) -> Option<Draft> {
    let mut draft = Draft::new(first, end, Kind::Duration, amount);
    draft.unit = Units::built_in().find(key);
    draft.unit_words = words.map(|u| (u.first, u.end));
    draft.end = words.map_or(end, |u| u.end);
    draft.unit.map(|_| draft)
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Kind, extract};
    use crate::language::Registry;

    /// The first figure of a text: its words, its value to two places, its kind and its unit; or that it is an hour.
    fn check(language: &str, text: &str, expected: &str) {
        let figures = extract(text, Registry::built_in().get(language), None);
        let told = figures.first().map_or("none".to_owned(), |q| {
            let words = q.core.of(text);
            match (&q.amount, &q.unit.measure) {
                (Amount::Number(n), Some(m)) if q.kind == Kind::Duration => {
                    format!("{words} = {} {}", n.low.unwrap_or_default().round_dp(2).normalize(), m.key)
                }
                _ => format!("{words} = {:?}", q.kind),
            }
        });
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn minutes_added_to_a_match_are_one_figure() {
        check("en", "Nolan levelled (90+4') for the hosts.", "90+4' = 94 minute");
        check("es", "Rivas igualó (m. 45+2) de cabeza.", "45+2 = 47 minute");
        check("de", "Brandt traf in der 90.+4 Minute.", "90.+4 = 94 minute");
        check("de", "Brandt traf in der 90.+4. Minute.", "90.+4. = 94 minute");
        check("fr", "Morel a marqué à la 90e+4 minute.", "90e+4 = 94 minute");
        check("it", "Gol di Neri al 45'+2' del primo tempo.", "45'+2' = 47 minute");
        check("pt", "Moura marcou aos 90 + 3 minutos.", "90 + 3 = 93 minute");
        check("en", "The sum 45+2 = 47 is right.", "45 = Count");
    }

    #[test]
    fn a_race_is_no_hour_of_the_day() {
        check("es", "Ganó con un tiempo de 2:04:12 en la meta.", "2:04:12 = 2.07 hour");
        check("fr", "Il a gagné en 2h04:12 hier.", "2h04:12 = 2.07 hour");
        check("en", "She had a lead of 1:12 over the pack.", "1:12 = 1.2 minute");
        check("en", "He crossed the line 1:30 ahead.", "1:30 = 1.5 minute");
        check("es", "Tiene una ventaja de 1:12 sobre Ruiz.", "1:12 = 1.2 minute");
        check("en", "The talk lasts 4:30 minutes.", "4:30 = 4.5 minute");
        check("de", "Die Fahrt dauert 2:30 Stunden.", "2:30 = 2.5 hour");
        check("en", "The quake struck at 2:04:12 on Monday.", "2:04:12 = Time");
        check("es", "El sismo ocurrió a las 2:04:12 hora local.", "2:04:12 hora local = Time");
        check("en", "The siren rang, 10:23:15.", "10:23:15 = Time");
    }
}
