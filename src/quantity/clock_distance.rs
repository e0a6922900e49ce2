//! Hours by their distance from the one that is written in: "in 5 minutes", "hace media hora". Read only where that hour
//! was given: an article's own is when it was last touched, and its distances are rounded.

use super::{
    Amount, Kind, calendar::Hint, distance::softened, draft::Draft, moment::Day, moment::Moment, scan::Scan,
    tense::told, words,
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use jiff::{Span, civil::DateTime};
use rust_decimal::Decimal;

/// The longest distance that is read, in seconds: a hundred days.
const LONGEST: i64 = 100 * 86_400;

/// Reads the distance that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let now = scan.published?.to_datetime(scan.hour?);
    let before = scan.at(i, Meaning::AgoBefore);
    let ahead = scan.at(i, Meaning::Ahead);
    let maybe_ahead = scan.at(i, Meaning::AheadIfFuture);
    let at = i + before.or(ahead).or(maybe_ahead).unwrap_or(0);
    let at = if at > i { at + softened(scan, at) } else { at };
    let (end, seconds) = stretch(scan, at)?;
    let (end, sign) = match (before, ahead, maybe_ahead) {
        (Some(_), ..) => (end, -1),
        (_, Some(_), _) => (end, 1),
        (.., Some(_)) if told(scan, i, end) != Some(Hint::Was) => (end, 1),
        (.., Some(_)) => return None,
        _ => match (scan.at(end, Meaning::AgoAfter), scan.at(end, Meaning::FromNow)) {
            (Some(len), _) => (end + len, -1),
            (None, Some(len)) => (end + len, 1),
            _ => return None,
        },
    };
    let then = now.checked_add(Span::new().seconds(sign * seconds)).ok()?;
    Some(Draft::new(i, end, Kind::Time, Amount::Moment(moment(then))))
}

/// A day and an hour, to the minute.
fn moment(then: DateTime) -> Moment {
    let time = then.time().with().second(0).subsec_nanosecond(0).build().unwrap_or_default();
    Moment { day: Some(Day::Date(then.date())), time: Some(time), ..Moment::default() }
}

/// "5 minutos", "half an hour", "1 hora y 20 minutos": in seconds, with the token behind.
fn stretch(scan: &Scan, i: usize) -> Option<(usize, i64)> {
    let (mut end, mut seconds) = part(scan, i)?;
    let joint = scan.at(end, Meaning::And).unwrap_or(0);
    if let Some((behind, more)) = part(scan, end + joint).filter(|p| p.1 < 3600 && p.1 < seconds) {
        (end, seconds) = (behind, seconds + more);
    }
    (0..=LONGEST).contains(&seconds).then_some((end, seconds))
}

/// A number of hours, minutes or seconds.
fn part(scan: &Scan, i: usize) -> Option<(usize, i64)> {
    let (end, count) = match scan.at(i, Meaning::Half) {
        Some(len) => (i + len, Decimal::new(5, 1)),
        None => words::read(scan, i, false, true).filter(|n| !n.open).map(|n| (n.end, n.value))?,
    };
    let unit = |m| if let Meaning::Unit(u) | Meaning::Abbreviation(u) = m { Some(u) } else { None };
    let (len, unit) = scan.find(end, unit).filter(|_| scan.gap(end) != Gap::Line)?;
    let unit = Units::built_in().get(unit);
    if unit.dimension != "duration" || unit.factor > Decimal::from(3600) {
        return None;
    }
    Some((end + len, i64::try_from((unit.factor * count).round()).ok()?))
}
