//! Days, months, years: what the calendar's words say, counted from the day of publication where they leave it open.

use super::{
    Amount, Kind, calendar,
    draft::Draft,
    moment::{Day, Moment},
    period::{ago, century, decade, part_of_year, period, season},
    scan::Scan,
    slashed_date::numeric,
    tense::hint,
    words,
};
use crate::{
    language::{Meaning, Period},
    text::token::Gap,
};
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;

/// Reads the date that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    numeric(scan, i)
        .or_else(|| ago(scan, i))
        .or_else(|| named(scan, i))
        .or_else(|| day_number(scan, i))
        .or_else(|| relative_day(scan, i))
        .or_else(|| part_of_year(scan, i))
        .or_else(|| century(scan, i))
        .or_else(|| decade(scan, i))
        .or_else(|| season(scan, i))
        .or_else(|| period(scan, i))
        .or_else(|| year(scan, i))
}

pub(super) fn draft(first: usize, end: usize, day: Day, weekday: Option<Weekday>) -> Draft {
    let moment = Moment { day: Some(day), time: None, offset: None, weekday };
    Draft::new(first, end, Kind::Date, Amount::Moment(moment))
}

/// Whether a number can be a year that news speaks of.
pub(super) fn is_year(value: Decimal) -> bool {
    value.fract().is_zero() && value >= Decimal::from(1000) && value <= Decimal::from(2100)
}

/// Digits alone that can be a year.
fn year_at(scan: &Scan, i: usize) -> Option<i16> {
    let written = scan.str(i);
    let fits = scan.is_numeral(i) && written.len() == 4 && written.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| written.parse::<i16>().ok()).flatten().filter(|y| (1000..=2100).contains(y))
}

/// A small number in digits or words, with the suffix of an ordinal: the day of a month.
pub(super) fn day_at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    let (mut end, value) = if scan.is_numeral(i) {
        let written = scan.str(i);
        (i + 1, (written.len() <= 2).then(|| written.parse::<i8>().ok()).flatten()?)
    } else if let Some((len, n)) = scan.find(i, |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None }) {
        (i + len, i8::try_from(n).ok()?)
    } else {
        let n = words::read(scan, i, false, true).filter(|n| !n.digits && n.scale.is_none() && !n.open)?;
        let (end, value) = (n.end, i8::try_from(i64::try_from(n.value).ok()?).ok()?);
        let dash = usize::from(scan.is_dash(end) && scan.glued(end));
        match scan.find(end + dash, |m| if let Meaning::Ordinal(n @ 1..10) = m { Some(n as i8) } else { None }) {
            Some((len, n)) if value >= 20 && value % 10 == 0 => (end + dash + len, value + n),
            _ => (end, value),
        }
    };
    if scan.glued(end)
        && let Some(len) = scan.at(end, Meaning::OrdinalSuffix)
    {
        end += len;
    }
    (1..=31).contains(&value).then_some((end, value))
}

fn month_at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    scan.find(i, |m| if let Meaning::Month(n) = m { Some(n) } else { None })
}

fn weekday_at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    let (len, day) = scan.find(i, |m| if let Meaning::Weekday(n) = m { Some(n) } else { None })?;
    Some((
        len + usize::from(
            scan.str(i).len() <= 5
                && scan.is_sign(i + len, ".")
                && scan.glued(i + len)
                && scan.gap(i + len + 1) == Gap::Space
                && !scan.is_capital(i + len + 1),
        ),
        day,
    ))
}

/// The year behind a month: "de 2024", ", 2024", "2024".
pub(super) fn year_behind(scan: &Scan, j: usize) -> Option<(usize, i16)> {
    let mut k = j;
    k += usize::from(scan.is_sign(k, ",") && scan.glued(k));
    if let Some(len) = scan.at(k, Meaning::Of) {
        k += len;
        k += scan.at(k, Meaning::Period(Period::Year)).unwrap_or(0);
    }
    let year = year_at(scan, k).filter(|_| scan.gap(k) != Gap::Line)?;
    // "in June 1,200 people" has its sign inside the numeral; "en junio, 2019 personas" has a noun behind.
    let usual = scan.pack.format.modifiers_first && (1900..=2100).contains(&year);
    (k > j || usual || !counted(scan, k + 1)).then_some((k + 1, year))
}

/// Whether a noun in plural stands here.
fn counted(scan: &Scan, j: usize) -> bool {
    scan.is_word(j)
        && scan.gap(j) != Gap::Line
        && !scan.is(j, Meaning::Stop)
        && !scan.is(j, Meaning::Verb)
        && (scan.is(j, Meaning::Counted) || scan.pack.is_plural_form(scan.str(j)))
}

/// "15 de agosto de 2024", "el miércoles 15", "August 15, 2024", "agosto de 2024", "el viernes".
fn named(scan: &Scan, i: usize) -> Option<Draft> {
    let mut j = i;
    let mut weekday = None;
    if let Some((len, n)) = weekday_at(scan, j) {
        weekday = Some(n);
        j += len;
        j += usize::from(
            scan.is_sign(j, ",")
                && (day_at(scan, j + 1).is_some() || month_at(scan, j + 1).is_some() || scan.is(j + 1, Meaning::The)),
        );
        if scan.is(j, Meaning::The) && day_at(scan, j + 1).is_some_and(|(k, _)| day_month(scan, j + 1, k, i).is_some())
        {
            j += 1;
        }
    }
    let on = weekday.and_then(|n| Weekday::from_monday_one_offset(n).ok());
    let found = day_at(scan, j)
        .and_then(|(end, _)| day_month(scan, j, end, i))
        .or_else(|| month_day(scan, j, i))
        .or_else(|| month_alone(scan, j, i).filter(|_| weekday.is_none()));
    if let Some((end, day)) = found {
        return Some(draft(i, end, day, on));
    }
    let n = weekday?;
    let end = j - usize::from(j > i + 1 && scan.is_sign(j - 1, ","));
    weekday_alone(scan, i, end, n, on)
}

/// "15 de agosto", "5 al 8 de agosto", "15 August 2024".
fn day_month(scan: &Scan, i: usize, end: usize, from: usize) -> Option<(usize, Day)> {
    let (_, first) = day_at(scan, i)?;
    let mut j = end;
    let mut last = None;
    let joint = if scan.is_dash(j) { Some(1) } else { scan.at(j, Meaning::To).or_else(|| scan.at(j, Meaning::And)) };
    if let Some(len) = joint
        && let k = j + len + usize::from(scan.is(j + len, Meaning::The))
        && let Some((k_end, n)) = day_at(scan, k)
    {
        last = Some(n);
        j = k_end;
    }
    // "el primer día de mayo"
    j += scan.at(j, Meaning::Period(Period::Day)).filter(|_| !scan.is_numeral(i)).unwrap_or(0);
    let of = scan.at(j, Meaning::Of).unwrap_or(0);
    let (len, month) = month_at(scan, j + of).filter(|_| scan.gap(j) != Gap::Line)?;
    if of == 0 && scan.pack.is_loose_month(scan.str(j)) && !scan.is_capital(j) {
        return None;
    }
    j += of + len;
    finish_day(scan, from, j, month, first, last)
}

/// "August 15, 2024", "Aug. 5-8".
fn month_day(scan: &Scan, i: usize, from: usize) -> Option<(usize, Day)> {
    let (len, month) = month_at(scan, i).filter(|_| scan.pack.format.month_day)?;
    let (end, first) = day_at(scan, i + len).filter(|_| scan.gap(i + len) != Gap::Line)?;
    let loose = scan.pack.is_loose_month(scan.str(i)) && !scan.is_capital(i);
    let measured = scan.find(end, |m| matches!(m, Meaning::Unit(_) | Meaning::Scale(_)).then_some(())).is_some();
    if loose || scan.is_sign(end, "%") || measured || !scan.is_numeral(i + len) && !scan.is_capital(i) {
        return None;
    }
    if counted(scan, end) && i > 0 && scan.is(i - 1, Meaning::When) {
        return None;
    }
    let mut j = end;
    let mut last = None;
    let joint = if scan.is_dash(j) { Some(1) } else { scan.at(j, Meaning::To) };
    if let Some(len) = joint
        && let Some((k_end, n)) = day_at(scan, j + len)
        && n > first
    {
        last = Some(n);
        j = k_end;
    }
    finish_day(scan, from, j, month, first, last)
}

fn finish_day(scan: &Scan, from: usize, j: usize, month: i8, first: i8, last: Option<i8>) -> Option<(usize, Day)> {
    let (end, year) = year_behind(scan, j).map_or((j, None), |(e, y)| (e, Some(y)));
    let (end, hint) = hint(scan, from, end);
    let day = calendar::day_of_month(scan.published, year, month, first, hint)?;
    match (last, day) {
        (Some(last), Day::Date(start)) => {
            let stop = Date::new(start.year(), month, last).ok().filter(|s| *s > start)?;
            Some((end, Day::Span(start, stop)))
        }
        _ => Some((end, day)),
    }
}

/// "agosto de 2024", "en abril", "junio pasado".
fn month_alone(scan: &Scan, i: usize, from: usize) -> Option<(usize, Day)> {
    let (len, month) = month_at(scan, i)?;
    let (mut end, year) = year_behind(scan, i + len).map_or((i + len, None), |(e, y)| (e, Some(y)));
    let loose = scan.pack.is_loose_month(scan.str(i));
    let introduced = i > 0
        && [Meaning::When, Meaning::Past, Meaning::Next, Meaning::This, Meaning::PartOf, Meaning::Of]
            .iter()
            .any(|&m| scan.is_before(i, 0, m));
    if loose && year.is_none() && !(introduced && (scan.is_capital(i) || !scan.pack.format.month_day)) {
        return None;
    }
    if year.is_none() && scan.glued(i) && i > 0 {
        return None;
    }
    let capital_name = scan.is_capital(i) && !scan.pack.format.month_day && !introduced && year.is_none();
    if capital_name {
        return None;
    }
    let found = hint(scan, from, end);
    end = found.0;
    calendar::month(scan.published, year, month, found.1).map(|d| (end, d))
}

/// "el viernes", "el próximo lunes", "el martes 12".
fn weekday_alone(scan: &Scan, i: usize, end: usize, n: i8, on: Option<Weekday>) -> Option<Draft> {
    // "viernes 31": the nearest such day of a month that falls on this weekday.
    if let Some((k, day)) = day_at(scan, end + usize::from(scan.is(end, Meaning::The))).filter(|&(k, _)| {
        (!scan.pack.format.month_day && scan.is_numeral(end))
            || scan.is_word(k - 1) && scan.is_numeral(k.saturating_sub(2))
    }) && !counted(scan, k)
        && scan.find(k, |m| matches!(m, Meaning::Unit(_) | Meaning::Scale(_)).then_some(())).is_none()
        && !scan.is_sign(k, ":%")
    {
        let found = calendar::weekday_and_day(scan.published, n, day);
        return Some(draft(i, k, found.unwrap_or(Day::OpenWeekday(n)), on));
    }
    if scan.str(i).len() <= 4 && !scan.is_capital(i) && scan.pack.format.month_day {
        return None;
    }
    let (end, hint) = hint(scan, i, end);
    Some(draft(i, end, calendar::weekday(scan.published, n, hint), on))
}

/// "el día 18": of the month that is nearest.
fn day_number(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Period(Period::Day))?;
    let led = i > 0 && scan.is(i - 1, Meaning::The) && !scan.pack.is_plural_form(scan.str(i));
    let (end, day) = day_at(scan, i + len).filter(|_| led && scan.is_numeral(i + len))?;
    let today = scan.published?;
    let months =
        [-1, 0, 1].into_iter().filter_map(|k| today.first_of_month().checked_add(jiff::Span::new().months(k)).ok());
    let days = months.filter_map(|m| Date::new(m.year(), m.month(), day).ok());
    let nearest = days.min_by_key(|d| ((*d - today).get_days().abs(), *d))?;
    Some(draft(i, end, Day::Date(nearest), None))
}

/// "ayer", "mañana", "last night".
fn relative_day(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, by) = scan.find(i, |m| if let Meaning::Day(n) = m { Some(n) } else { None })?;
    // "la mañana" is a part of the day, "esta mañana" is read whole.
    if by == 1 && i > 0 && (scan.is(i - 1, Meaning::The) || scan.is_before(i, 0, Meaning::Of)) {
        return None;
    }
    let day = scan.published.and_then(|p| p.checked_add(jiff::Span::new().days(i64::from(by))).ok())?;
    Some(draft(i, i + len, Day::Date(day), None))
}

/// A bare year: "en 2024", "2019".
fn year(scan: &Scan, i: usize) -> Option<Draft> {
    let year = year_at(scan, i)?;
    if i > 0 && scan.glued(i) && !scan.is_sign(i - 1, "(/-–—\"'“«¿¡[") {
        return None;
    }
    let glued_more = scan.glued(i + 1) && (scan.is_word(i + 1) || scan.is_sign(i + 1, "%/"));
    let measured = scan.find(i + 1, |m| {
        matches!(m, Meaning::Unit(_) | Meaning::Symbol(_) | Meaning::Scale(_) | Meaning::Hours | Meaning::Zone(_))
            .then_some(())
    });
    let is_hedged = scan.find_before(i, 0, |m| if let Meaning::Before(h) = m { Some(h) } else { None }).is_some()
        && !scan.is_before(i, 0, Meaning::When);
    if glued_more
        || measured.is_some()
        || is_hedged
        || scan.find_before(i, 0, |m| matches!(m, Meaning::Symbol(_)).then_some(())).is_some()
    {
        return None;
    }
    let introduced = scan.is_before(i, 0, Meaning::When) || scan.is_before(i, 0, Meaning::PartOf);
    let usual = (1900..=2100).contains(&year);
    let noun = counted(scan, i + 1);
    let prepositions = scan.is_before(i, 0, Meaning::Of) || scan.is_before(i, 0, Meaning::The);
    let fits =
        if introduced && !prepositions { !noun || usual && scan.pack.format.modifiers_first } else { usual && !noun };
    // A name with a year in it is a name: "Presupuesto 2027".
    let name = i > 0
        && scan.gap(i) == Gap::Space
        && scan.is_capital(i - 1)
        && !scan.is_known(i - 1)
        && !scan.breaks_before(i - 1);
    (fits && !name).then(|| draft(i, i + 1, Day::Year(year), None))
}
