//! How two moments stand to each other: days that meet or not, hours that are one after rounding or in another zone.

use super::{
    Clock, Day, Moment,
    moment::{CLOCK_STEP, minutes},
    relation::{Relation, Shape, agree, conflict},
};
use jiff::civil::Date;
use std::borrow::Cow;

/// How two moments stand, were they statements of one fact; `hedged` where the hour of one of them is only about. None where
/// neither days nor hours can be compared.
pub(super) fn relate(x: &Moment, y: &Moment, hedged: bool) -> Option<Relation> {
    let days = x.days().zip(y.days());
    let times = x.time.zip(y.time);
    if let Some((a, b)) = days
        && !meet(a, b)
    {
        return near_in_length(a, b).then(|| conflict(Shape::Apart, 1.0));
    }
    if let Some(said) = times {
        let (x, y) = by_one_clock(x, y);
        let (a, b) = x.time.zip(y.time)?;
        let zoned = x.offset.zip(y.offset);
        let shift = zoned.map_or(0, |(ox, oy)| i32::from(ox) - i32::from(oy));
        let between = (minutes(a) - minutes(b) - shift).rem_euclid(24 * 60);
        let between = between.min(24 * 60 - between);
        let between = if x.either_half || y.either_half { between.min((12 * 60 - between).abs()) } else { between };
        // Where only one names its zone, whole hours may be the zone's.
        let perhaps_zone = x.offset.is_some() != y.offset.is_some() && between % 60 == 0;
        let perhaps_zone = perhaps_zone || zoned.is_none() && may_be_clock(&x, &y, between);
        return Some(match between {
            0 if said.0 == said.1 => agree(Shape::Equal, 0.0),
            0 => agree(Shape::Converted, 0.0),
            _ if perhaps_zone => agree(Shape::Converted, 0.0),
            _ if between <= rounding(minutes(a), hedged).max(rounding(minutes(b), hedged)) => {
                agree(Shape::Rounded, 0.0)
            }
            _ => conflict(Shape::Apart, 1.0),
        });
    }
    if days.is_some() {
        return Some(agree(if x == y { Shape::Equal } else { Shape::Rounded }, 0.0));
    }
    relate_open(x.day?, y.day?)
}

/// Whether two hours, so many minutes apart, may be one hour by the clocks of two places: one of them names a clock that the
/// other does not name.
fn may_be_clock(x: &Moment, y: &Moment, between: i32) -> bool {
    !Clock::is_one(x.clock.as_ref(), y.clock.as_ref()) && between >= NEXT_ZONE && between % CLOCK_STEP == 0
}

/// Two clocks are no nearer than this, in minutes.
const NEXT_ZONE: i32 = 60;

/// Whether two stretches of days are of lengths in which one fact may be told: a day and a month, and not a day and a year.
/// Of 17,000 pairs of a day and another year in annotated news two were one fact.
fn near_in_length(a: (Date, Date), b: (Date, Date)) -> bool {
    let days = |x: (Date, Date)| (x.1 - x.0).get_days() + 1;
    let (short, long) = (days(a).min(days(b)), days(a).max(days(b)));
    long < LONG || short > SHORT
}

/// Days and weeks are no longer than this, in days.
const SHORT: i32 = 7;
/// Quarters and years are no shorter than this, in days.
const LONG: i32 = 60;

/// Two moments by the clock of the place that is spoken of, where both are told by it.
fn by_one_clock<'a>(x: &'a Moment, y: &'a Moment) -> (Cow<'a, Moment>, Cow<'a, Moment>) {
    let local = |m: &'a Moment| match m.local {
        Some(time) => Some(Cow::Owned(Moment { time: Some(time), offset: None, clock: None, ..m.clone() })),
        None => m.offset.is_none().then_some(Cow::Borrowed(m)),
    };
    local(x).zip(local(y)).unwrap_or((Cow::Borrowed(x), Cow::Borrowed(y)))
}

/// How many minutes an hour, in minutes from midnight, may be off: "at three" is said of eight to three, "shortly after four"
/// of twenty past. An hour to the minute is one.
fn rounding(minutes: i32, hedged: bool) -> i32 {
    match (minutes % 60, hedged) {
        (0, true) => 25,
        (_, true) if minutes % 5 == 0 => 15,
        (0, false) => 10,
        (_, false) if minutes % 15 == 0 => 5,
        _ => 0,
    }
}

/// Two days of which at least one leaves its year or its week open: compared by what both say.
fn relate_open(x: Day, y: Day) -> Option<Relation> {
    if x == y {
        return Some(agree(Shape::Equal, 0.0));
    }
    let same = match (weekday(x).zip(weekday(y)), month_day(x).zip(month_day(y)), month(x).zip(month(y))) {
        (Some((a, b)), _, _) => a == b,
        (_, Some((a, b)), _) => a == b,
        (_, _, Some((a, b))) => a == b,
        _ => return None,
    };
    Some(if same { agree(Shape::Rounded, 0.0) } else { conflict(Shape::Apart, 1.0) })
}

/// The weekday, where a day has one or is one; 1 is Monday.
fn weekday(day: Day) -> Option<i8> {
    match day {
        Day::Date(date) => Some(date.weekday().to_monday_one_offset()),
        Day::OpenWeekday(weekday) => Some(weekday),
        _ => None,
    }
}

fn month_day(day: Day) -> Option<(i8, i8)> {
    match day {
        Day::Date(date) => Some((date.month(), date.day())),
        Day::OpenDate(month, day) => Some((month, day)),
        _ => None,
    }
}

fn month(day: Day) -> Option<i8> {
    match day {
        Day::Date(date) => Some(date.month()),
        Day::Month(_, month) | Day::OpenDate(month, _) | Day::OpenMonth(month) => Some(month),
        _ => None,
    }
}

fn meet(a: (Date, Date), b: (Date, Date)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

#[cfg(test)]
mod tests {
    use crate::quantity::{relation::Stance, trial};

    fn check(a: &str, b: &str, expected: impl Into<Option<Stance>>) {
        trial::check("es", a, b, expected);
    }

    #[test]
    fn a_day_is_not_held_against_another_year() {
        check("el 14 de agosto de 2025", "en 2024", None);
        check("el 14 de agosto de 2025", "en septiembre de 2025", Stance::Conflict);
        check("el 14 de agosto de 2025", "el 15 de agosto de 2025", Stance::Conflict);
        check("en junio de 2025", "en 2024", Stance::Conflict);
        check("en 2023", "en 2024", Stance::Conflict);
    }

    #[test]
    fn hours_are_rounded() {
        check("a las tres de la tarde", "a las 14.52", Stance::Agree);
        check("a las 15.20", "a las 15.24", Stance::Conflict);
        check("hacia las cuatro de la madrugada", "a las 4.12", Stance::Agree);
        check("a las 4.10", "a las 4.12", Stance::Conflict);
        check("a las cuatro de la madrugada", "a las 4.12", Stance::Conflict);
        check("a la una y cuarto", "a las 13.15", Stance::Agree);
        check("a las nueve menos cuatro minutos", "a las 20.56", Stance::Agree);
        check("a las 3 de la tarde", "a las 3 de la madrugada", Stance::Conflict);
        check("a las 13.15", "a las 1.15", Stance::Conflict);
        check("a las 22.40", "a las 10.40 (14.40 GMT)", Stance::Conflict);
        check("a las 9.00 (06.00 GMT)", "a las 6.00 GMT", Stance::Agree);
        check("poco antes de la medianoche", "a las 23.45", Stance::Agree);
    }

    #[test]
    fn an_hour_may_be_told_by_another_clock_alone() {
        check("a las 14.42 (hora española)", "a las 8.42", Stance::Agree);
        check("eran las 05:35 horas en la Península", "a las 22.35", Stance::Agree);
        check("eran las 05:35 horas en la Península", "a las 22.15", Stance::Conflict);
        check("a las 7:12, hora de Kabul", "a las 4:42", Stance::Agree);
        check("a las 7:12, hora de Kabul", "a las 6:42", Stance::Conflict);
        check("a las 7:12, hora de Kabul", "a las 5:12 (hora de Kabul)", Stance::Conflict);
        check("a las 14:42, hora española", "a las 13:42, hora peninsular", Stance::Conflict);
        check("a las 16:05 en Valladolid", "a las 15:05", Stance::Conflict);
        check("a las 16:05 en punto", "a las 15:05", Stance::Conflict);
        check("a las 16:05, hora local", "a las 22:05, hora peninsular", Stance::Agree);
    }
}
