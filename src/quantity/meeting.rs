//! How two moments stand to each other: days that meet or not, hours that are one after rounding or in another zone.

use super::{
    Day, Moment,
    relation::{Relation, Shape, agree, conflict},
};
use jiff::civil::Date;

/// How two moments stand, were they statements of one fact; `hedged` where the hour of one of them is only about. None where
/// neither days nor hours can be compared.
pub(super) fn relate(x: &Moment, y: &Moment, hedged: bool) -> Option<Relation> {
    let days = x.days().zip(y.days());
    let times = x.time.zip(y.time);
    if let Some((a, b)) = days
        && !meet(a, b)
    {
        return Some(conflict(Shape::Apart, 1.0));
    }
    if let Some((a, b)) = times {
        let minutes = |t: jiff::civil::Time| i32::from(t.hour()) * 60 + i32::from(t.minute());
        let zoned = x.offset.zip(y.offset);
        let shift = zoned.map_or(0, |(ox, oy)| i32::from(ox) - i32::from(oy));
        let between = (minutes(a) - minutes(b) - shift).rem_euclid(24 * 60);
        let between = between.min(24 * 60 - between);
        let between = if x.either_half || y.either_half { between.min((12 * 60 - between).abs()) } else { between };
        // Where only one names its zone, whole hours may be the zone's.
        let perhaps_zone = x.offset.is_some() != y.offset.is_some() && between % 60 == 0;
        return Some(match between {
            0 => agree(Shape::Equal, 0.0),
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
    use crate::{
        language::Registry,
        quantity::{
            self,
            relation::{Stance, relate},
        },
    };

    /// How the first figures of two Spanish texts stand.
    fn check(a: &str, b: &str, expected: Stance) {
        let languages = Registry::built_in();
        let read = |text: &str| quantity::extract(text, languages.get("es"), None).remove(0);
        let relation = relate(&read(a), &read(b)).expect("they are compared");
        assert_eq!(relation.stance, expected, "{a} / {b}");
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
        check("poco antes de la medianoche", "a las 23.45", Stance::Agree);
    }
}
