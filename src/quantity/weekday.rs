//! Weekdays: "el viernes", "last Tuesday", "martes 12", "Tuesday of next week".

use super::{
    calendar::{self, Hint},
    date::{counted, day_at, draft},
    draft::Draft,
    moment::Day,
    scan::Scan,
    tense::{hint, told},
};
use crate::{
    language::{Meaning, Period},
    text::token::Gap,
};
use jiff::civil::{Date, Weekday};

/// The weekday at a token, and the token behind it; the stop of a short form ("Tue.") belongs to it.
pub(super) fn at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    let (len, day) = scan.find(i, |m| if let Meaning::Weekday(n) = m { Some(n) } else { None })?;
    let order = scan.find(i, |m| matches!(m, Meaning::Ordinal(_)).then_some(())).is_some_and(|f| f.0 == len);
    if order && !is_day(scan, i, i + len) {
        return None;
    }
    let stop = scan.str(i).len() <= 5
        && scan.is_sign(i + len, ".")
        && scan.glued(i + len)
        && scan.gap(i + len + 1) == Gap::Space
        && !scan.is_capital(i + len + 1);
    Some((len + usize::from(stop), day))
}

/// Whether a word that is a weekday and an ordinal is the weekday: "na quinta (15)" and "desta quinta", yet "a quinta vez".
fn is_day(scan: &Scan, i: usize, end: usize) -> bool {
    let leads = [Meaning::When, Meaning::This, Meaning::Past, Meaning::Next, Meaning::Of, Meaning::On, Meaning::From];
    let joins = [Meaning::And, Meaning::Or, Meaning::To];
    let led = i == 0 || leads.iter().chain(&joins).any(|&m| scan.is_before(i, 0, m)) || scan.is_sign(i - 1, ",(");
    let article = i > 0 && scan.is(i - 1, Meaning::The) && scan.str(i - 1).len() == 1;
    let joined =
        |m| matches!(m, Meaning::Past | Meaning::Next | Meaning::And | Meaning::Or | Meaning::Day(_)).then_some(());
    let ends = scan.breaks_before(end)
        || !scan.is_word(end)
        || scan.is(end, Meaning::Stop)
        || scan.is(end, Meaning::Verb)
        || scan.find(end, joined).is_some();
    led && !article && ends
}

/// A weekday that no month stands behind. `end` is the token behind its name, `n` its number.
pub(super) fn alone(scan: &Scan, i: usize, end: usize, n: i8) -> Option<Draft> {
    let on = Weekday::from_monday_one_offset(n).ok();
    if let Some((k, day)) = numbered(scan, end) {
        let found = calendar::weekday_and_day(scan.published, n, day);
        return Some(draft(i, k, found.unwrap_or(Day::OpenWeekday(n)), on));
    }
    let words = scan.find(i, |m| matches!(m, Meaning::Weekday(_)).then_some(())).map_or(i + 1, |f| i + f.0);
    if scan.pack.is_loose_weekday(scan.span(i, words).of(scan.text))
        && !stands_for_day(scan, i, end)
        && !listed(scan, i, end)
    {
        return None;
    }
    if let Some((k, monday)) = week_behind(scan, end) {
        return Some(draft(i, k, calendar::weekday_of(monday, n)?, on));
    }
    let (day, end) = by_hint(scan, i, end, n);
    let day = range_start(scan, i).and_then(|first| calendar::weekday_from(first, n)).unwrap_or(day);
    Some(draft(i, end, day, on))
}

/// The day that a weekday is by the words around it, and the token behind those that were read.
fn by_hint(scan: &Scan, i: usize, end: usize, n: i8) -> (Day, usize) {
    let (end, hint) = match hint(scan, i, end) {
        // "este viernes" may be either; its verb knows.
        (end, Hint::This) => (end, told(scan, i, end).unwrap_or(Hint::This)),
        (end, Hint::Next) if scan.is_before(i, 0, Meaning::OfNextWeek) => (end, Hint::NextOfNextWeek),
        found => found,
    };
    (calendar::weekday(scan.published, n, hint), end)
}

/// The day that a range of weekdays begins with, where token `i` ends it: "del lunes al viernes".
fn range_start(scan: &Scan, i: usize) -> Option<Date> {
    let the = usize::from(i > 0 && scan.is(i - 1, Meaning::The));
    let (to, ()) = scan.find_before(i - the, 0, |m| (m == Meaning::To).then_some(()))?;
    let (first, n) = scan.find_before(to, 0, |m| if let Meaning::Weekday(n) = m { Some(n) } else { None })?;
    match by_hint(scan, first, to, n).0 {
        Day::Date(day) => Some(day),
        _ => None,
    }
}

/// Whether a word that has other meanings as well is a weekday here: by its capital ("Sun"), or by what stands around it
/// ("na quinta", and not "na quinta fase").
fn stands_for_day(scan: &Scan, i: usize, end: usize) -> bool {
    if scan.pack.format.months_capital {
        return scan.is_capital(i);
    }
    let ordinal = |m| matches!(m, Meaning::Ordinal(_)).then_some(());
    let list = scan.is(end, Meaning::And) || scan.is_sign(end, ",");
    let more = list
        && scan.find(end + 1, ordinal).is_some()
        && scan.find(end + 1, |m| matches!(m, Meaning::Weekday(_)).then_some(())).is_none();
    let noun = scan.may_be_noun(end) && !scan.is(end, Meaning::Past) && !scan.is(end, Meaning::Next);
    let of = scan.is(end, Meaning::Of) && week_behind(scan, end).is_none();
    scan.is_before(i, 0, Meaning::On) && !scan.is_capital(i) && !noun && !of && !more
}

/// Whether a weekday or a day stands beside a short form, with a comma or "or" between: "terça, qua ou qui", "lun o mar".
fn listed(scan: &Scan, i: usize, end: usize) -> bool {
    let joins = |m| matches!(m, Meaning::And | Meaning::Or).then_some(());
    let day = |m| matches!(m, Meaning::Weekday(_) | Meaning::Day(_)).then_some(());
    let before = scan.find_before(i, 0, joins).map_or(i, |f| f.0);
    let before = before - usize::from(before > 0 && scan.is_sign(before - 1, ",."));
    let comma = usize::from(scan.is_sign(end, ","));
    let behind = end + comma + scan.find(end + comma, joins).map_or(0, |f| f.0);
    before < i && scan.find_before(before, 0, day).is_some() || behind > end && scan.find(behind, day).is_some()
}

/// The day of the month behind a weekday: "viernes 31", "Friday the 13th", "martes el día once".
fn numbered(scan: &Scan, end: usize) -> Option<(usize, i8)> {
    let bracket = usize::from(scan.is_sign(end, "(") && scan.is_sign(end + 2, ")"));
    let the = usize::from(scan.is(end, Meaning::The));
    let day_word = scan.at(end + the, Meaning::Period(Period::Day)).unwrap_or(0);
    let at = end + bracket + the + day_word;
    let (k, day) = day_at(scan, at).filter(|_| scan.gap(at) != Gap::Line)?;
    let led = the + day_word > 0;
    let digits = scan.is_numeral(at) || scan.is_word(k - 1) && scan.is_numeral(k.saturating_sub(2));
    let unit = scan.find(k, |m| matches!(m, Meaning::Unit(_) | Meaning::Scale(_) | Meaning::Hours).then_some(()));
    let clock = scan.find(k, |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Night).then_some(()));
    let word = scan.may_be_noun(k);
    // "Friday the 13th" needs nothing behind it.
    let ordinal = the > 0 && digits && k > at + 1;
    let noun = !ordinal && (counted(scan, k) || word && !digits);
    let free = unit.is_none() && clock.is_none() && !noun && !(scan.is_sign(k, ":%-–/") && scan.glued(k));
    (free && (led || digits)).then_some((k + bracket, day))
}

/// "le 25 mardi": the day of the month before its weekday.
pub(super) fn behind_number(scan: &Scan, i: usize) -> Option<Draft> {
    let led = i > 0 && scan.is(i - 1, Meaning::The) && scan.is_numeral(i);
    let (end, day) = day_at(scan, i).filter(|_| led)?;
    let (len, n) =
        at(scan, end).filter(|_| scan.gap(end) == Gap::Space && !scan.pack.is_loose_weekday(scan.str(end)))?;
    let found = calendar::weekday_and_day(scan.published, n, day)?;
    Some(draft(i, end + len, found, Weekday::from_monday_one_offset(n).ok()))
}

/// The week that is named behind a weekday, by its Monday: "of next week", "de la semana pasada", "next week".
fn week_behind(scan: &Scan, end: usize) -> Option<(usize, Date)> {
    let mut k = end + usize::from(scan.is_sign(end, ",") && scan.glued(end));
    k += scan.at(k, Meaning::Of).unwrap_or(0);
    k += usize::from(scan.is(k, Meaning::The) && !scan.is(k, Meaning::This));
    let (end, monday) = week_at(scan, k)?;
    Some((end, monday))
}

/// "next week", "la semana pasada": a week by its Monday.
fn week_at(scan: &Scan, i: usize) -> Option<(usize, Date)> {
    let (end, period, by) = super::period::directed(scan, i)?;
    (period == Period::Week && scan.gap(i) != Gap::Line).then_some(())?;
    match calendar::shifted(scan.published?, Period::Week, by)? {
        Day::Span(monday, _) => Some((end, monday)),
        _ => None,
    }
}

/// "next week on Tuesday", "la próxima semana el martes": the week first.
pub(super) fn of_week(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, monday) = week_at(scan, i)?;
    let mut k = end + usize::from(scan.is_sign(end, ",") && scan.glued(end) || scan.is_dash(end));
    let led = scan.at(k, Meaning::On).or_else(|| scan.at(k, Meaning::Of));
    k += led.unwrap_or(0);
    let (len, n) =
        at(scan, k).filter(|_| scan.gap(k) != Gap::Line && (led.is_some() || k == end || scan.is_dash(end)))?;
    let on = Weekday::from_monday_one_offset(n).ok();
    Some(draft(i, k + len, calendar::weekday_of(monday, n)?, on))
}
