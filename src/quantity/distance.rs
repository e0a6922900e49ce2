//! Days by their distance from another: "hace dos semanas", "three years ago", "dentro de un mes", "two days before Christmas".

use super::{
    calendar::Distance,
    date::{self, draft},
    draft::Draft,
    scan::Scan,
    tense::speaks_of_future,
    words,
};
use crate::{
    language::{Hedge, Meaning, Period},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// How many parts a distance may have: "two years, one month and three days".
const PARTS: usize = 4;

/// Reads the distance that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let before = scan.at(i, Meaning::AgoBefore);
    let ahead = scan.at(i, Meaning::Ahead);
    let maybe_ahead = scan.at(i, Meaning::AheadIfFuture);
    let mut at = i + before.or(ahead).or(maybe_ahead).unwrap_or(0);
    if at > i {
        at += softened(scan, at);
    }
    let (end, distance) = stretch(scan, at)?;
    // "the last 3 months and 2 days ago" are two: the first says how long.
    let which = [Meaning::Past, Meaning::Next];
    if at == i && distance.is_mixed() && (which.iter().any(|&m| scan.is_before(i, 0, m)) || goes_on(scan, i)) {
        return None;
    }
    let (end, sign) = match (before, ahead, maybe_ahead, scan.at(end, Meaning::AgoAfter)) {
        (Some(_), ..) => (end, -1),
        (None, None, _, Some(len)) => (end + len, -1),
        (None, Some(_), ..) => match anchored(scan, end) {
            Some((end, sign, day)) => return Some(draft(i, end, distance.from(day, sign)?, None)),
            None => (end, 1),
        },
        (None, None, None, None) => return behind(scan, i, end, distance),
        // "en una jornada de protestas" is no distance.
        (None, None, Some(_), None) if !scan.is(end, Meaning::Of) && speaks_of_future(scan, i, end) => (end, 1),
        _ => return None,
    };
    Some(draft(i, end, distance.from(scan.published?, sign)?, None))
}

/// Whether a stretch only goes on here with its "and": "3 months and | 2 weeks".
fn goes_on(scan: &Scan, i: usize) -> bool {
    let period = |m| matches!(m, Meaning::Period(_)).then_some(());
    let and = scan.find_before(i, 0, |m| (m == Meaning::And).then_some(()));
    and.is_some_and(|(first, ())| scan.find_before(first, 0, period).is_some())
}

/// What is counted from is behind the distance: "two weeks from now", "dos días después de Navidad".
fn behind(scan: &Scan, i: usize, end: usize, distance: Distance) -> Option<Draft> {
    if let Some(len) = scan.at(end, Meaning::FromNow) {
        return Some(draft(i, end + len, distance.from(scan.published?, 1)?, None));
    }
    let (end, sign, day) = anchored(scan, end)?;
    Some(draft(i, end, distance.from(day, sign)?, None))
}

/// "before Christmas", "a partir de mañana": on which side of which day.
fn anchored(scan: &Scan, end: usize) -> Option<(usize, i64, jiff::civil::Date)> {
    let (len, sign) = scan.find(end, |m| match m {
        Meaning::DaysBefore => Some(-1),
        Meaning::DaysAfter => Some(1),
        _ => None,
    })?;
    let mut k = end + len;
    k += usize::from(scan.is(k, Meaning::The) && date::day(scan, k).is_none());
    // "after next Friday": the weekday looks back at the word that says which one.
    let which = |m| matches!(m, Meaning::Past | Meaning::Next | Meaning::This).then_some(());
    k += scan.find(k, which).map_or(0, |f| f.0);
    let (end, day) = date::day(scan, k).filter(|_| scan.gap(k) != Gap::Line)?;
    Some((end, sign, day))
}

/// A word that softens the number and leaves it: "unos", "almost".
pub(super) fn softened(scan: &Scan, i: usize) -> usize {
    let soft = |m| matches!(m, Meaning::Before(Hedge::About | Hedge::Almost | Hedge::Exactly)).then_some(());
    scan.find(i, soft).map_or(0, |f| f.0)
}

/// "dos semanas", "2 años, 1 mes y 21 días", "año y medio": a stretch of time in the periods of the calendar.
fn stretch(scan: &Scan, i: usize) -> Option<(usize, Distance)> {
    let mut total = Distance::default();
    let mut end = i;
    for part in 0..PARTS {
        let joint = if part == 0 {
            0
        } else {
            let comma = usize::from(scan.is_sign(end, ",") && scan.glued(end));
            comma + scan.at(end + comma, Meaning::And).unwrap_or(0)
        };
        let Some((behind, period, count)) = measured(scan, end + joint) else { break };
        if part > 0 && !total.may_add(period) || !total.add(period, count) {
            break;
        }
        end = behind;
    }
    (end > i).then_some((end, total))
}

/// One part of a stretch: "dos semanas", "un año y medio".
fn measured(scan: &Scan, i: usize) -> Option<(usize, Period, Decimal)> {
    let number = words::read(scan, i, false, true)?;
    let (len, period) = scan
        .find(number.end, |m| if let Meaning::Period(p) = m { Some(p) } else { None })
        .filter(|_| scan.gap(number.end) != Gap::Line)?;
    let end = number.end + len;
    let plus = scan.find(end, |m| if let Meaning::Plus(d) = m { Some(d) } else { None });
    let (end, value) = plus.map_or((end, number.value), |(len, d)| (end + len, number.value + d));
    (!number.open).then_some((end, period, value))
}
