//! What was read of a figure, in the words of a person: its value, what it counts or measures, and what else was noticed.

use super::{kind_key, text::clean};
use crate::{
    article::Article,
    language::Hedge,
    quantity::{Amount, Change, Day, Kind, Moment, Number, Quantity},
    wording::Wording,
};
use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

/// The value of a figure with its hedge: "more than 11,000", "13 August 2025".
#[must_use]
pub fn value(quantity: &Quantity, words: &Wording) -> String {
    amount(&quantity.amount, quantity.hedge, words)
}

/// What belongs to a figure beside its value: the counted noun or the unit, its sort, its direction, its other readings.
/// `number` gives the number under which another figure is shown.
#[must_use]
pub fn about(article: &Article, quantity: &Quantity, words: &Wording, number: impl Fn(usize) -> String) -> Vec<String> {
    let mut parts = Vec::new();
    let printed = quantity.unit.span.map(|s| clean(s.of(&article.text)));
    parts.extend(printed.clone());
    // A sign alone does not say which currency was read, and a unit may have been left out.
    if let Some(measure) = &quantity.unit.measure
        && (printed.is_none() || quantity.kind == Kind::Money || quantity.kind == Kind::Rate)
        && printed.as_ref() != Some(&measure.key)
    {
        parts.push(measure.key.clone());
    }
    parts.push(words.text(kind_key(quantity.kind)));
    let change = match quantity.change {
        Change::Level => None,
        Change::RoseBy => Some("reading-rose-by"),
        Change::FellBy => Some("reading-fell-by"),
        Change::From => Some("reading-from"),
        Change::To => Some("reading-to"),
    };
    parts.extend(change.map(|key| words.text(key)));
    if let Some(other) = quantity.converts {
        parts.push(words.with("reading-converts", &[("number", &number(other as usize))]));
    }
    for other in &quantity.other_readings {
        parts.push(words.with("reading-or", &[("value", &amount(other, Hedge::None, words))]));
    }
    parts
}

fn amount(amount: &Amount, hedge: Hedge, words: &Wording) -> String {
    match amount {
        Amount::Moment(m) => hedged(hedge, &moment(m, words), words),
        Amount::Score(a, b) => format!("{}–{}", words.number(*a), words.number(*b)),
        Amount::Number(n) => number(n, hedge, words),
    }
}

fn number(n: &Number, hedge: Hedge, words: &Wording) -> String {
    let written = |d: Decimal| words.number(d.round_dp(6));
    match (n.low, n.high) {
        (Some(low), Some(high)) if low == high => hedged(hedge, &written(low), words),
        (Some(low), Some(high)) => words.with("hedge-range", &[("low", &written(low)), ("high", &written(high))]),
        // A bound that no hedge states: "miles" is a thousand or more.
        (Some(low), None) if hedge == Hedge::None => hedged(Hedge::AtLeast, &written(low), words),
        (None, Some(high)) if hedge == Hedge::None => hedged(Hedge::UpTo, &written(high), words),
        (Some(bound), None) | (None, Some(bound)) => hedged(hedge, &written(bound), words),
        (None, None) => String::new(),
    }
}

fn hedged(hedge: Hedge, value: &str, words: &Wording) -> String {
    let key = match hedge {
        Hedge::None => "hedge-none",
        Hedge::Exactly => "hedge-exactly",
        Hedge::About => "hedge-about",
        Hedge::Almost => "hedge-almost",
        Hedge::MoreThan => "hedge-more-than",
        Hedge::AtLeast => "hedge-at-least",
        Hedge::LessThan => "hedge-less-than",
        Hedge::UpTo => "hedge-up-to",
    };
    words.with(key, &[("value", value)])
}

/// A moment as a person writes it: "Tuesday, 12 August 2025, 15:00 (GMT+2)".
fn moment(moment: &Moment, words: &Wording) -> String {
    let named = moment.weekday.map(|w| weekday(w.to_monday_one_offset(), words));
    let day = moment.day.map(|day| match (named, day) {
        (Some(weekday), Day::Date(date)) => {
            words.with("moment-weekday", &[("weekday", &weekday), ("date", &words.date(date))])
        }
        _ => calendar(day, words),
    });
    let clock = moment.time.map(|t| clock(t, moment.offset));
    match (day, clock) {
        (Some(day), Some(time)) => words.with("moment-at", &[("day", &day), ("time", &time)]),
        (day, time) => day.or(time).unwrap_or_default(),
    }
}

fn clock(time: Time, offset: Option<i16>) -> String {
    let mut out = format!("{}:{:02}", time.hour(), time.minute());
    if time.second() != 0 {
        out.push_str(&format!(":{:02}", time.second()));
    }
    match offset {
        None => {}
        Some(0) => out.push_str(" (GMT)"),
        Some(minutes) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let rest = if minutes % 60 == 0 { String::new() } else { format!(":{:02}", minutes.abs() % 60) };
            out.push_str(&format!(" (GMT{sign}{}{rest})", minutes.abs() / 60));
        }
    }
    out
}

fn weekday(n: i8, words: &Wording) -> String {
    words.text(&format!("weekday-long-{n}"))
}

/// A part of the calendar, as precise as it was said; what stays open is said to be open.
fn calendar(day: Day, words: &Wording) -> String {
    let month = |n: i8| words.text(&format!("month-long-{n}"));
    let with = |key: &str, values: &[(&str, String)]| {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.with(key, &values)
    };
    let date = |d: Date| words.date(d);
    match day {
        Day::Date(d) => date(d),
        Day::Near(d, days) => with("moment-near", &[("date", date(d)), ("days", days.to_string())]),
        Day::Month(year, n) => with("moment-month", &[("month", month(n)), ("year", year.to_string())]),
        Day::Quarter(year, n) => with("moment-quarter", &[("quarter", n.to_string()), ("year", year.to_string())]),
        Day::Year(year) => year.to_string(),
        Day::Decade(year) => with("moment-decade", &[("year", year.to_string())]),
        Day::Century(n) => with("moment-century", &[("century", roman(n))]),
        Day::Span(from, to) => with("moment-span", &[("from", date(from)), ("to", date(to))]),
        Day::OpenDate(n, day) => with("moment-open-date", &[("month", month(n)), ("day", day.to_string())]),
        Day::OpenMonth(n) => with("moment-open-month", &[("month", month(n))]),
        Day::OpenWeekday(n) => with("moment-open-weekday", &[("weekday", weekday(n, words))]),
    }
}

/// A century's number as it is printed: XXI.
fn roman(n: i8) -> String {
    let tens = "X".repeat(usize::try_from(n / 10).unwrap_or(0));
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{tens}{}", units[usize::try_from(n % 10).unwrap_or(0)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_a_person_writes_them() {
        let date = Date::constant(2025, 8, 12);
        let at = |day: Option<Day>, time: Option<Time>, offset: Option<i16>| Moment {
            day,
            time,
            offset,
            ..Moment::default()
        };
        let noon = Some(Time::constant(12, 5, 0, 0));
        for (m, english, spanish) in [
            (at(Some(Day::Date(date)), None, None), "12 August 2025", "12 de agosto de 2025"),
            (at(None, noon, Some(-90)), "12:05 (GMT−1:30)", "12:05 (GMT−1:30)"),
            (at(Some(Day::Month(2024, 6)), None, None), "June 2024", "junio de 2024"),
            (at(Some(Day::Century(19)), None, None), "century XIX", "siglo XIX"),
            (at(Some(Day::OpenWeekday(2)), None, None), "a Tuesday, date open", "un martes, sin fecha"),
            (at(Some(Day::OpenDate(8, 15)), None, None), "15 August, year open", "15 de agosto, sin año"),
            (
                at(Some(Day::Date(date)), noon, Some(0)),
                "12 August 2025, 12:05 (GMT)",
                "12 de agosto de 2025, 12:05 (GMT)",
            ),
        ] {
            assert_eq!(moment(&m, &Wording::new("en")), english);
            assert_eq!(moment(&m, &Wording::new("es")), spanish);
        }
    }
}
