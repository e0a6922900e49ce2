//! Hours: "15:00", "3 p.m.", "a las tres y media de la tarde", "0050 GMT".

use super::{Amount, Kind, draft::Draft, moment::Moment, scan::Scan, words};
use crate::{language::Meaning, text::token::Gap};
use jiff::civil::Time;

/// An hour as far as it was read: not yet told whether before or after noon.
#[derive(Clone, Copy)]
struct Clock {
    end: usize,
    hour: i8,
    minute: i8,
    second: i8,
    /// The writing alone says that it is an hour.
    sure: bool,
}

/// Reads the hour that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some((len, minutes)) = scan.find(i, |m| if let Meaning::Clock(n) = m { Some(n) } else { None }) {
        let time = Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0).ok()?;
        return Some(draft(i, i + len, time, None));
    }
    let clock = with_colon(scan, i)
        .or_else(|| with_point(scan, i))
        .or_else(|| joined_digits(scan, i))
        .or_else(|| before_hour(scan, i))
        .or_else(|| hour_alone(scan, i))?;
    finish(scan, i, clock)
}

fn draft(first: usize, end: usize, time: Time, offset: Option<i16>) -> Draft {
    let moment = Moment { day: None, time: Some(time), offset, weekday: None };
    Draft::new(first, end, Kind::Time, Amount::Moment(moment))
}

/// Takes in what stands behind the hour (part of the day, "hours", zone), and asks whether it is an hour at all.
fn finish(scan: &Scan, i: usize, clock: Clock) -> Option<Draft> {
    let mut end = clock.end;
    let mut sure = clock.sure;
    let behind = |end: usize, meaning: Meaning| scan.at(end, meaning).filter(|_| scan.gap(end) != Gap::Line);
    // "a las" says that an hour follows; "at" says so only beside something else that does.
    let at = scan.find_before(i, 0, |m| (m == Meaning::At).then_some(()));
    let strong_at = at.is_some_and(|(first, ())| i - first > 1);
    if let Some(len) = behind(end, Meaning::Hours).filter(|_| at.is_some() || sure || clock.minute > 0) {
        end += len;
        sure = true;
    }
    let mut hour = clock.hour;
    let morning = behind(end, Meaning::Morning);
    let afternoon = behind(end, Meaning::Afternoon);
    if let Some(len) = morning.or(afternoon) {
        sure = true;
        end += len;
        hour = match (afternoon.is_some(), hour) {
            (true, 1..12) => hour + 12,
            (false, 12) => 0,
            _ => hour,
        };
        // The stop of "p.m." may end its sentence as well.
    }
    let mut offset = None;
    if let Some((len, zone)) = scan.find(end, |m| if let Meaning::Zone(z) = m { Some(z) } else { None }) {
        (offset, end, sure) = (Some(zone), end + len, true);
    } else if let Some(len) = behind(end, Meaning::LooseZone).filter(|_| scan.is_capital(end) || sure) {
        (end, sure) = (end + len, true);
    } else if let Some(len) = behind(end, Meaning::Local) {
        (end, sure) = (end + len, true);
    }
    let led = strong_at && !names_something(scan, end);
    if !sure && !led {
        return None;
    }
    let time = Time::new(if hour == 24 { 0 } else { hour }, clock.minute, clock.second, 0).ok()?;
    Some(draft(i, end, time, offset))
}

/// Whether a noun follows, so that the number counts it: "a las tres mujeres".
fn names_something(scan: &Scan, j: usize) -> bool {
    let counted =
        scan.is_word(j) && scan.gap(j) != Gap::Line && !scan.is(j, Meaning::Stop) && !scan.is(j, Meaning::Verb);
    // "a las 22 de ayer", yet "las 22 de la flota" are ships.
    if let Some(len) = scan.at(j, Meaning::Of) {
        let dated = |m| matches!(m, Meaning::Weekday(_) | Meaning::Day(_) | Meaning::This).then_some(());
        return scan.find(j + len, dated).is_none() && !scan.is_numeral(j + len);
    }
    counted || scan.is_sign(j, "%$€") || scan.is_dash(j) && scan.glued(j)
}

/// A whole number of the clock in digits.
fn digits(scan: &Scan, i: usize, most: i8) -> Option<i8> {
    let written = scan.str(i);
    (scan.is_numeral(i) && written.len() <= 2).then(|| written.parse::<i8>().ok()).flatten().filter(|n| *n <= most)
}

/// "15:00", "15:20:14", "20h30".
fn with_colon(scan: &Scan, i: usize) -> Option<Clock> {
    let hour = digits(scan, i, 24)?;
    let sign = scan.is_sign(i + 1, ":") || scan.str(i + 1) == "h";
    if !sign || !scan.glued(i + 1) || !scan.glued(i + 2) || scan.str(i + 2).len() != 2 {
        return None;
    }
    let minute = digits(scan, i + 2, 59)?;
    let more = scan.is_sign(i + 3, ":") && scan.glued(i + 3) && scan.glued(i + 4) && scan.str(i + 4).len() == 2;
    let second = more.then(|| digits(scan, i + 4, 59)).flatten();
    let end = i + 3 + if second.is_some() { 2 } else { 0 };
    Some(Clock { end, hour, minute, second: second.unwrap_or(0), sure: true })
}

/// "02.17", which is an hour only beside words that say so.
fn with_point(scan: &Scan, i: usize) -> Option<Clock> {
    let (hour, minute) = scan.str(i).split_once('.')?;
    let fits = scan.is_numeral(i) && hour.len() <= 2 && minute.len() == 2;
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    if !fits || hour > 24 || minute > 59 {
        return None;
    }
    // "las 02.17": an article in the plural before a number with a point is enough.
    let at = scan.find_before(i, 0, |m| (m == Meaning::At).then_some(())).is_some();
    let measured =
        scan.find(i + 1, |m| matches!(m, Meaning::Unit(_) | Meaning::Symbol(_) | Meaning::Scale(_)).then_some(()));
    let hours = scan.is(i + 1, Meaning::Hours);
    let sure = at && !scan.pack.format.modifiers_first && (measured.is_none() || hours);
    let follows = hours || !names_something(scan, i + 1) || scan.is(i + 1, Meaning::Local);
    Some(Clock { end: i + 1, hour, minute, second: 0, sure: sure && follows })
}

/// "0050 GMT", "1800 hours".
fn joined_digits(scan: &Scan, i: usize) -> Option<Clock> {
    let written = scan.str(i);
    let plain = scan.is_numeral(i) && written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit());
    let zone = scan.find(i + 1, |m| matches!(m, Meaning::Zone(_)).then_some(())).is_some();
    let hours = scan.is(i + 1, Meaning::Hours) && scan.pack.format.modifiers_first;
    let led = hours && i > 0 && scan.is(i - 1, Meaning::At);
    if !plain || !zone && !led {
        return None;
    }
    let (hour, minute) = (written[..2].parse().ok()?, written[2..].parse().ok()?);
    (hour <= 24 && minute < 60).then_some(Clock { end: i + 1, hour, minute, second: 0, sure: true })
}

/// A small number in digits or words, with the token behind it.
fn small(scan: &Scan, i: usize, most: i8) -> Option<(usize, i8)> {
    if scan.is_numeral(i) {
        return digits(scan, i, most).map(|n| (i + 1, n));
    }
    let n = words::whole(scan, i).filter(|n| !n.digits && n.scale.is_none() && !n.open)?;
    let value = i8::try_from(i64::try_from(n.value).ok()?)
        .ok()
        .filter(|v| (0..=most).contains(v) && n.value.fract().is_zero())?;
    Some((n.end, value))
}

/// "twenty to eleven", "half past three", "quarter to five".
fn before_hour(scan: &Scan, i: usize) -> Option<Clock> {
    let part =
        scan.find(i, |m| if let Meaning::HourPart(n) = m { Some(n as i8) } else { None }).map(|(len, n)| (i + len, n));
    let named = part.is_some();
    let (end, minutes) = part.or_else(|| small(scan, i, 59))?;
    let to = scan.at(end, Meaning::ToHour);
    let past = scan.at(end, Meaning::PastHour);
    if !scan.pack.format.modifiers_first {
        return None;
    }
    let (end, hour) = small(scan, end + to.or(past)?, 12)?;
    let told =
        scan.find(end, |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Hours).then_some(())).is_some();
    if !named && !told || minutes == 0 || hour == 0 {
        return None;
    }
    let (hour, minute) = if to.is_some() { ((hour + 10) % 12 + 1, 60 - minutes) } else { (hour, minutes) };
    Some(Clock { end, hour, minute, second: 0, sure: told || named })
}

/// "a las tres y media", "5 de la tarde", "nueve menos cuatro": an hour, perhaps with minutes.
fn hour_alone(scan: &Scan, i: usize) -> Option<Clock> {
    let (mut end, mut hour) = small(scan, i, 24)?;
    let mut minute = 0;
    let joint = [(Meaning::PastHour, 1), (Meaning::ToHour, -1)]
        .into_iter()
        .find_map(|(m, sign)| scan.at(end, m).map(|len| (len, sign)))
        .filter(|_| !scan.pack.format.modifiers_first);
    if let Some((len, sign)) = joint {
        let part = scan.find(end + len, |m| if let Meaning::HourPart(n) = m { Some(n as i8) } else { None });
        let part = part.map(|(more, n)| (end + len + more, n)).or_else(|| small(scan, end + len, 59));
        if let Some((part_end, n)) = part.filter(|&(_, n)| n > 0) {
            let minutes = |m| if let Meaning::Unit(u) = m { Some(u) } else { None };
            let word = scan.find(part_end, minutes).map_or(0, |f| f.0);
            let told = |end: usize| {
                scan.find(end, |m| matches!(m, Meaning::Morning | Meaning::Afternoon).then_some(())).is_some()
            };
            let at = scan.is_before(i, 0, Meaning::At);
            // "tres y cinco" is two numbers unless it is plain that hours are spoken of.
            if at && (!names_something(scan, part_end) || word > 0) || told(part_end) {
                end = part_end + word;
                (hour, minute) = if sign < 0 { ((hour + 10) % 12 + 1, 60 - n) } else { (hour, n) };
            }
        }
    }
    Some(Clock { end, hour, minute, second: 0, sure: false })
}
