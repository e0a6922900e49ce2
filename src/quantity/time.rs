//! Hours: "15:00", "3 p.m.", "a las tres y media de la tarde", "0050 GMT".

use super::{
    Amount, Kind,
    date::counted,
    day_part::{Lead, is_loose, led_by, part_of_day},
    draft::Draft,
    moment::{self, Moment},
    scan::Scan,
    words, zone,
};
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
        .or_else(|| with_hours_word(scan, i))
        .or_else(|| with_point(scan, i))
        .or_else(|| joined_digits(scan, i))
        .or_else(|| before_hour(scan, i))
        .or_else(|| half_to(scan, i))
        .or_else(|| hour_alone(scan, i))?;
    finish(scan, i, clock)
}

fn draft(first: usize, end: usize, time: Time, offset: Option<i16>) -> Draft {
    let moment = Moment { time: Some(time), offset, ..Moment::default() };
    Draft::new(first, end, Kind::Time, Amount::Moment(moment))
}

/// Takes in what stands behind the hour (part of the day, "hours", zone), and asks whether it is an hour at all.
fn finish(scan: &Scan, i: usize, clock: Clock) -> Option<Draft> {
    let mut end = clock.end;
    let mut sure = clock.sure;
    let behind = |end: usize, meaning: Meaning| scan.at(end, meaning).filter(|_| scan.gap(end) != Gap::Line);
    // "a las" says that an hour follows; "at" says so only beside something else that does.
    let strong_at = scan.is_before(i, 0, Meaning::AtHour);
    // "hora" may begin the name of a zone.
    let zone_next = zone::read(scan, end).is_some();
    if let Some(len) = behind(end, Meaning::Hours).filter(|_| {
        !zone_next && (sure || clock.minute > 0 || after_at(scan, i) || !lasts(scan, end) || heads_line(scan, i, end))
    }) {
        end += len;
        sure = true;
    }
    let part = part_of_day(scan, end).filter(|_| sure || strong_at || after_at(scan, i) || !is_loose(scan, end));
    let led_by = led_by(scan, i).filter(|_| part.is_none() && clock.hour <= 12);
    let hour = match (part, led_by) {
        (Some((_, part)), _) => part.hour(clock.hour),
        (None, Some(Lead::Part(part))) if clock.hour < 12 => part.hour(clock.hour),
        _ => clock.hour,
    };
    let mut clock = Clock { hour, ..clock };
    if let Some((behind, _)) = part {
        // The stop of "p.m." may end its sentence as well.
        (end, sure) = (behind, true);
        if let Some(found) = minutes_behind_part(scan, Clock { end, ..clock }) {
            (clock, end) = (found, found.end);
        }
    }
    let (mut offset, mut told_by) = (None, None);
    let zone = zone::read(scan, end).filter(|z| scan.gap(end) != Gap::Line && (sure || z.certain));
    if let Some(zone) = zone {
        (offset, end, sure) = (zone.offset, zone.end, true);
        told_by = Some(zone.clock);
    } else {
        // "alle 23 passate" is an hour, "3 passate" may be things.
        let is_hour = sure || clock.minute > 0 || after_at(scan, i);
        let said = |meaning| behind(end, meaning).filter(|len| *len > 1 || is_hour);
        if let Some(len) = said(Meaning::Local) {
            (end, sure) = (end + len, true);
            told_by = Some(moment::Clock::Local);
        } else if let Some(len) = said(Meaning::Sharp) {
            (end, sure) = (end + len, true);
        }
    }
    sure = sure || told_again(scan, i) && !names_something(scan, end);
    let led = (strong_at || led_by.is_some()) && !names_something(scan, end);
    if !sure && !led {
        return None;
    }
    let time = Time::new(if clock.hour == 24 { 0 } else { clock.hour }, clock.minute, clock.second, 0).ok()?;
    let mut draft = draft(i, end, time, offset);
    if let Amount::Moment(moment) = &mut draft.amount {
        moment.clock = told_by;
    }
    // "Las cuatro" may be of either half of the day; "04.00" and "4 horas" are written by the clock of twenty-four.
    let plain = !scan.is_numeral(i) || clock.end == i + 1 && scan.str(i).len() <= 2 && end == clock.end;
    if let Amount::Moment(moment) = &mut draft.amount
        && plain
        && part.is_none()
        && led_by.is_none()
        && (1..=12).contains(&clock.hour)
        && !scan.str(i).starts_with('0')
    {
        moment.either_half = true;
    }
    Some(draft)
}

/// "8 pm menos cuarto", "9pm e mezza": the part of an hour behind the part of the day.
fn minutes_behind_part(scan: &Scan, clock: Clock) -> Option<Clock> {
    let joints = [(Meaning::HourAnd, false), (Meaning::HourLess, true)];
    let (len, missing) = joints.into_iter().find_map(|(m, missing)| scan.at(clock.end, m).map(|len| (len, missing)))?;
    let part = |m| if let Meaning::HourPart(n) = m { Some(n as i8) } else { None };
    let (more, minute) = scan.find(clock.end + len, part).filter(|_| clock.minute == 0)?;
    let end = clock.end + len + more;
    let hour = if missing { (clock.hour + 23) % 24 } else { clock.hour };
    let minute = if missing { 60 - minute } else { minute };
    (!names_something(scan, end)).then_some(Clock { end, hour, minute, ..clock })
}

/// Whether an hour stands at the head of its line as a live report has it: "16 h: la marcha arranca", "16h." `end` is the
/// word for hours.
fn heads_line(scan: &Scan, i: usize, end: usize) -> bool {
    let first = i == 0 || scan.gap(i) == Gap::Line;
    first && scan.is_numeral(i) && (scan.breaks_before(end + 1) || scan.is_sign(end + 1, ".:|-–—"))
}

/// Whether the word behind an hour may also say how long something took: "15 h", and not "15 Uhr".
fn lasts(scan: &Scan, end: usize) -> bool {
    scan.find(end, |m| matches!(m, Meaning::Unit(_) | Meaning::Abbreviation(_)).then_some(())).is_some()
}

/// Whether a word stands before token `i` that leads to an hour.
pub(super) fn after_at(scan: &Scan, i: usize) -> bool {
    scan.find_before(i, 0, |m| matches!(m, Meaning::At | Meaning::AtHour).then_some(())).is_some()
}

/// Whether the bracket that opens before the hour stands behind another hour: "a las diez de la mañana (las cuatro en España)".
fn told_again(scan: &Scan, i: usize) -> bool {
    let at = scan.find_before(i, 0, |m| matches!(m, Meaning::At | Meaning::AtHour).then_some(()));
    let Some((at, ())) = at.filter(|a| a.0 >= 2 && scan.is_sign(a.0 - 1, "([")) else { return false };
    let of_day = |m| {
        use Meaning::{Afternoon, Hours, Local, Morning, Night};
        matches!(m, Morning | Afternoon | Night | Hours | Local | Meaning::Zone(_)).then_some(())
    };
    let minutes = at >= 4 && scan.is_numeral(at - 2) && scan.is_sign(at - 3, ":") && scan.is_numeral(at - 4);
    minutes || scan.find_before(at - 1, 0, of_day).is_some()
}

/// Whether a noun follows, so that the number counts it: "a las tres mujeres".
fn names_something(scan: &Scan, j: usize) -> bool {
    // Where adjectives agree, whatever the number counts is in plural: "a las 9 jugó" is an hour.
    let agrees = !scan.pack.format.modifiers_first;
    let counted = if agrees { counted(scan, j) } else { scan.may_be_noun(j) };
    // "a las 22 de ayer", yet "las 22 de la flota" are ships.
    if let Some(len) = scan.at(j, Meaning::Of) {
        let dated = |m| {
            matches!(
                m,
                Meaning::Weekday(_)
                    | Meaning::Day(_)
                    | Meaning::This
                    | Meaning::Past
                    | Meaning::Next
                    | Meaning::Holiday(_)
            )
            .then_some(())
        };
        return scan.find(j + len, dated).is_none() && !scan.is_numeral(j + len);
    }
    let hour = scan.find(j, |m| matches!(m, Meaning::At | Meaning::AtHour).then_some(())).is_some();
    counted && !hour || scan.is_sign(j, "%$€") || scan.is_dash(j) && scan.glued(j)
}

/// A whole number of the clock in digits.
fn digits(scan: &Scan, i: usize, most: i8) -> Option<i8> {
    let written = scan.str(i);
    (scan.is_numeral(i) && written.len() <= 2).then(|| written.parse::<i8>().ok()).flatten().filter(|n| *n <= most)
}

/// "15:00", "15:20:14", "20h30".
fn with_colon(scan: &Scan, i: usize) -> Option<Clock> {
    let hour = digits(scan, i, 24)?;
    let sign = scan.is_sign(i + 1, ":") || scan.str(i + 1).eq_ignore_ascii_case("h");
    if !sign || !scan.glued(i + 1) || !scan.glued(i + 2) || scan.str(i + 2).len() != 2 {
        return None;
    }
    let minute = digits(scan, i + 2, 59)?;
    let more = scan.is_sign(i + 3, ":") && scan.glued(i + 3) && scan.glued(i + 4) && scan.str(i + 4).len() == 2;
    let second = more.then(|| digits(scan, i + 4, 59)).flatten();
    let end = i + 3 + if second.is_some() { 2 } else { 0 };
    Some(Clock { end, hour, minute, second: second.unwrap_or(0), sure: true })
}

/// "15 h 30", "15 heures 30", "15 Uhr 30": the word for hours between the two.
fn with_hours_word(scan: &Scan, i: usize) -> Option<Clock> {
    let hour = digits(scan, i, 24)?;
    let len = scan.at(i + 1, Meaning::Hours).filter(|_| scan.gap(i + 1) <= Gap::Space)?;
    let k = i + 1 + len;
    let minute = digits(scan, k, 59).filter(|_| scan.gap(k) <= Gap::Space && scan.str(k).len() == 2)?;
    // "15 horas 30 minutos" is how long it took, unless "at" stands before.
    let at = after_at(scan, i);
    let unit = scan.unit(k + 1);
    let free = unit.is_none() && !names_something(scan, k + 1);
    let end = k + 1 + unit.filter(|_| at).map_or(0, |u| u.0);
    let lasting = scan.is_before(i, 0, Meaning::During);
    (at || free && !lasting).then_some(Clock { end, hour, minute, second: 0, sure: true })
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
    let at = after_at(scan, i);
    let measured =
        scan.find(i + 1, |m| matches!(m, Meaning::Unit(_) | Meaning::Symbol(_) | Meaning::Scale(_)).then_some(()));
    let hours = scan.is(i + 1, Meaning::Hours);
    let sure = at && scan.pack.format.dotted_hours && (measured.is_none() || hours);
    let told = scan.is(i + 1, Meaning::Local) || scan.is(i + 1, Meaning::Sharp);
    let follows = hours || told || !names_something(scan, i + 1);
    Some(Clock { end: i + 1, hour, minute, second: 0, sure: sure && follows })
}

/// "0050 GMT", "1800 hours", "1140 a.m."
fn joined_digits(scan: &Scan, i: usize) -> Option<Clock> {
    let written = scan.str(i);
    let plain = scan.is_numeral(i) && written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit());
    if !plain || scan.gap(i + 1) == Gap::Line {
        return None;
    }
    let zone = zone::read(scan, i + 1).is_some();
    let led = scan.is(i + 1, Meaning::Hours) && after_at(scan, i) && !(i > 0 && scan.is(i - 1, Meaning::The));
    // "1140 a.m.", and not "2024 in the morning"
    let half = part_of_day(scan, i + 1).is_some_and(|(end, _)| scan.span(i + 1, end).of(scan.text).len() <= 5);
    if !zone && !led && !half {
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

/// The minutes that a word or a small number says: "half", "quarter", "twenty", with the token behind.
fn minutes_at(scan: &Scan, i: usize) -> Option<(usize, i8, bool)> {
    let part = scan.find(i, |m| if let Meaning::HourPart(n) = m { Some(n as i8) } else { None });
    let (end, minutes, named) = match part {
        Some((len, n)) => (i + len, n, true),
        None => small(scan, i, 59).map(|(end, n)| (end, n, false))?,
    };
    (minutes > 0).then_some((end, minutes, named))
}

/// So many minutes before an hour of the dial.
fn less(hour: i8, minutes: i8) -> (i8, i8) {
    if hour > 12 { (hour - 1, 60 - minutes) } else { ((hour + 10) % 12 + 1, 60 - minutes) }
}

/// "twenty to eleven", "half past three", "diez para las ocho".
fn before_hour(scan: &Scan, i: usize) -> Option<Clock> {
    let (mut end, minutes, named) = minutes_at(scan, i)?;
    // "20 minutes past eight"
    let unit = |m| matches!(m, Meaning::Unit(_) | Meaning::Abbreviation(_)).then_some(());
    // "minuti alle" says so in one.
    let whole = scan.at(end, Meaning::MinutesTo).or_else(|| scan.at(end, Meaning::MinutesPast)).is_some();
    let word = if named || whole { 0 } else { scan.find(end, unit).map_or(0, |f| f.0) };
    end += word;
    let to = scan.at(end, Meaning::MinutesTo);
    let past = scan.at(end, Meaning::MinutesPast);
    let hour_at = end + to.or(past)?;
    let (end, hour) = small(scan, hour_at, if whole { 24 } else { 12 }).filter(|h| h.1 > 0)?;
    // "At five to two." may be odds; "um zwanzig vor fünf." is an hour.
    let only_hours = to.is_some_and(|_| !scan.is_before(hour_at, 0, Meaning::To)) && scan.is_sign(end, ".,;:)");
    let at = after_at(scan, i) && (scan.breaks_before(end) || only_hours && minutes % 5 == 0);
    let told = part_of_day(scan, end).is_some() || scan.is(end, Meaning::Hours) || at && word == 0;
    let is_hour = told || named && !names_something(scan, end);
    if !is_hour {
        return None;
    }
    let (hour, minute) = if to.is_some() { less(hour, minutes) } else { (hour, minutes) };
    Some(Clock { end, hour, minute, second: 0, sure: told || named })
}

/// "halb acht", "viertel acht": half an hour before eight, three quarters before eight.
fn half_to(scan: &Scan, i: usize) -> Option<Clock> {
    let (len, missing) = scan.find(i, |m| match m {
        Meaning::HalfTo => Some(30),
        Meaning::PartTo(n) => Some(n as i8),
        _ => None,
    })?;
    let (end, hour) = small(scan, i + len, 12).filter(|h| h.1 > 0 && scan.gap(i + len) != Gap::Line)?;
    let told = after_at(scan, i) || part_of_day(scan, end).is_some();
    let (hour, minute) = less(hour, missing);
    (told || !names_something(scan, end)).then_some(Clock { end, hour, minute, second: 0, sure: true })
}

/// "à sept heures dix": an hour in words, and its minutes right behind the word for hours.
fn minutes_behind(scan: &Scan, i: usize, end: usize, alone: Clock) -> Clock {
    if end == alone.end || !after_at(scan, i) || scan.is_numeral(i) {
        return alone;
    }
    match small(scan, end, 59).filter(|m| !names_something(scan, m.0) && scan.gap(end) == Gap::Space) {
        Some((end, minute)) => Clock { end, minute, sure: true, ..alone },
        None => alone,
    }
}

/// "a las tres y media", "5 de la tarde", "nueve menos cuatro": an hour, perhaps with minutes.
fn hour_alone(scan: &Scan, i: usize) -> Option<Clock> {
    let (end, hour) = small(scan, i, 24)?;
    let alone = Clock { end, hour, minute: 0, second: 0, sure: false };
    // "trois heures et demie"
    let word = scan.at(end, Meaning::Hours).filter(|_| scan.gap(end) == Gap::Space).unwrap_or(0);
    let joint = [(Meaning::HourAnd, false), (Meaning::HourLess, true)]
        .into_iter()
        .find_map(|(m, missing)| scan.at(end + word, m).map(|len| (len, missing)));
    let Some((len, missing)) = joint else { return Some(minutes_behind(scan, i, end + word, alone)) };
    let Some((part_end, n, named)) = minutes_at(scan, end + word + len) else { return Some(alone) };
    let unit = |m| matches!(m, Meaning::Unit(_) | Meaning::Abbreviation(_)).then_some(());
    let unit = scan.find(part_end, unit).map_or(0, |f| f.0);
    let at = after_at(scan, i);
    let behind = part_end + unit;
    // "tres y cinco" is two numbers unless it is plain that hours are spoken of.
    let free = !names_something(scan, part_end) || unit > 0;
    // "dos horas y media" is how long it took, unless something leads to an hour.
    // "sept heures moins dix" says nothing else.
    let only_hour = missing && word > 0 && free;
    if !(at && free || only_hour || part_of_day(scan, behind).is_some()) {
        return Some(alone);
    }
    let (hour, minute) = if missing { less(hour, n) } else { (hour, n) };
    // "las tres y media", "le dieci meno venti" count nothing.
    let article = at && unit == 0 && scan.is_before(i, 0, Meaning::The);
    Some(Clock { end: behind, hour, minute, second: 0, sure: word > 0 || article && (named || missing) })
}
