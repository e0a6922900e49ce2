//! Days and months: what the calendar's words say, counted from the day of publication where they leave it open.

use super::{
    Amount, Kind, calendar, distance,
    draft::Draft,
    era::{century, decade, no_decade},
    holiday,
    moment::{Day, Moment},
    period,
    scan::Scan,
    slashed_date,
    tense::hint,
    weekday, words, year,
};
use crate::{
    language::{Hedge, Meaning, Period},
    text::token::Gap,
};
use jiff::civil::{Date, Weekday};

/// Reads the date that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    slashed_date::read(scan, i)
        .or_else(|| distance::read(scan, i))
        .or_else(|| weekday::of_week(scan, i))
        .or_else(|| holiday::read(scan, i))
        .or_else(|| listed(scan, i))
        .or_else(|| named(scan, i))
        .or_else(|| spoken_digits(scan, i))
        .or_else(|| weekday::behind_number(scan, i))
        .or_else(|| day_number(scan, i))
        .or_else(|| ordinal_alone(scan, i))
        .or_else(|| day_of_running(scan, i))
        .or_else(|| relative_day(scan, i))
        .or_else(|| period::part_of_year(scan, i))
        .or_else(|| period::week_of(scan, i))
        .or_else(|| century(scan, i))
        .or_else(|| decade(scan, i))
        .or_else(|| period::season(scan, i))
        .or_else(|| period::read(scan, i))
        .or_else(|| period::part_of_running(scan, i))
        .or_else(|| period::running(scan, i))
        .or_else(|| year::read(scan, i))
}

/// "el 9 de 8 de 1971": all in digits, joined by words.
fn spoken_digits(scan: &Scan, i: usize) -> Option<Draft> {
    if !scan.is_numeral(i) {
        return None;
    }
    let (end, day) = day_at(scan, i)?;
    let at = end + scan.at(end, Meaning::Of)?;
    let month = scan.is_numeral(at).then(|| scan.str(at).parse::<i8>().ok()).flatten()?;
    let (end, year) = year::behind(scan, at + 1).filter(|_| scan.is(at + 1, Meaning::Of))?;
    Some(draft(i, end, Day::Date(Date::new(year, month, day).ok()?), None))
}

/// The one day that is named at token `i` and the token behind it: what distances are counted from.
pub(super) fn day(scan: &Scan, i: usize) -> Option<(usize, Date)> {
    let draft = slashed_date::read(scan, i)
        .or_else(|| holiday::read(scan, i))
        .or_else(|| named(scan, i))
        .or_else(|| relative_day(scan, i))?;
    match draft.amount {
        Amount::Moment(Moment { day: Some(Day::Date(day)), .. }) => Some((draft.end, day)),
        _ => None,
    }
}

/// A day that no calendar has, such as the 30th of February: the token behind it. It is left as it stands, so that no
/// other figure is made of its parts.
pub(super) fn impossible(scan: &Scan, i: usize) -> Option<usize> {
    if let Some(end) = slashed_date::impossible(scan, i).or_else(|| no_decade(scan, i)) {
        return Some(end);
    }
    let (end, month, n) = if scan.is_numeral(i) {
        let (end, n) = day_at(scan, i)?;
        let of = scan.at(end, Meaning::Of).unwrap_or(0);
        let (len, month) = month_at(scan, end + of)?;
        (end + of + len, month, n)
    } else {
        let (len, month) = month_at(scan, i).filter(|_| scan.pack.format.month_day && scan.is_numeral(i + 1))?;
        let (end, n) = day_at(scan, i + len)?;
        (end, month, n)
    };
    let (end, year) = year::behind(scan, end).map_or((end, 2024), |(e, y)| (e, y));
    Date::new(year, month, n).is_err().then_some(end)
}

pub(super) fn draft(first: usize, end: usize, day: Day, weekday: Option<Weekday>) -> Draft {
    let moment = Moment { day: Some(day), weekday, ..Moment::default() };
    let hedge = if matches!(day, Day::Near(..)) { Hedge::About } else { Hedge::None };
    Draft { hedge, ..Draft::new(first, end, Kind::Date, Amount::Moment(moment)) }
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
    } else if scan.is_ordinal_point(end) {
        end += 1;
    }
    (1..=31).contains(&value).then_some((end, value))
}

pub(super) fn month_at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    scan.find(i, |m| if let Meaning::Month(n) = m { Some(n) } else { None })
}

/// Whether a noun in plural stands here.
pub(super) fn counted(scan: &Scan, j: usize) -> bool {
    scan.is_word(j)
        && scan.gap(j) != Gap::Line
        && !scan.is(j, Meaning::Stop)
        && !scan.is(j, Meaning::Verb)
        && (scan.is(j, Meaning::Counted) || scan.is_plural(j))
}

/// "15 de agosto de 2024", "el miércoles 15", "August 15, 2024", "agosto de 2024", "el viernes".
fn named(scan: &Scan, i: usize) -> Option<Draft> {
    let mut j = i;
    let mut weekday = None;
    if let Some((len, n)) = weekday::at(scan, j) {
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
    // "Friday 5/12", "Friday (Jun-15)"
    let joined = weekday.and_then(|_| {
        let bracket = usize::from(scan.is_sign(j, "("));
        let date = slashed_date::read(scan, j + bracket).filter(|_| scan.gap(j) != Gap::Line)?;
        Some((date.end + usize::from(bracket == 1 && scan.is_sign(date.end, ")")), date))
    });
    if let Some((end, date)) = joined
        && let Amount::Moment(Moment { day: Some(day), .. }) = date.amount
    {
        return Some(draft(i, end, day, on));
    }
    let found = day_at(scan, j)
        .and_then(|(end, _)| day_month(scan, j, end, i))
        .or_else(|| month_day(scan, j, i))
        .or_else(|| month_alone(scan, j, i).filter(|_| weekday.is_none()));
    if let Some((end, day)) = found {
        return Some(draft(i, end, day, on));
    }
    let n = weekday?;
    let end = j - usize::from(j > i + 1 && scan.is_sign(j - 1, ","));
    weekday::alone(scan, i, end, n)
}

/// The first of several days of one month, each of which is a figure: of "18, 19 y 20 de junio" the 18th.
fn listed(scan: &Scan, i: usize) -> Option<Draft> {
    if !scan.is_numeral(i) {
        return None;
    }
    let (first_end, first) = day_at(scan, i)?;
    let mut end = first_end;
    let mut joined = false;
    for _ in 0..8 {
        let comma = usize::from(scan.is_sign(end, ","));
        let and = scan.at(end + comma, Meaning::And).unwrap_or(0);
        if joined || comma + and == 0 {
            break;
        }
        let k = end + comma + and;
        let k = k + usize::from(scan.is(k, Meaning::The));
        (end, _) = day_at(scan, k).filter(|_| scan.is_numeral(k))?;
        joined = and > 0;
    }
    let between = i > 0 && scan.is(i - 1, Meaning::The) && scan.is_before(i - 1, 0, Meaning::Between);
    if !joined || between || scan.is_before(i, 0, Meaning::Between) {
        return None;
    }
    let of = scan.at(end, Meaning::Of).unwrap_or(0);
    let (len, month) = month_at(scan, end + of)?;
    let end = end + of + len;
    let (end, year) = year::stated(scan, end).map_or((end, None), |(e, y)| (e, Some(y)));
    let (_, hint) = hint(scan, i, end);
    let day = calendar::day_of_month(scan.published, year, month, first, hint)?;
    Some(draft(i, first_end, day, None))
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
    let sure = of > 0 || !scan.pack.is_loose_month(scan.str(j)) || scan.is_capital(j);
    if !sure && year::behind(scan, j + len).is_none() {
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
    let measured = scan.is_measure(end);
    if loose || scan.is_sign(end, "%") || measured {
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
    let (end, year) = year::stated(scan, j).map_or((j, None), |(e, y)| (e, Some(y)));
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
    let loose = scan.pack.is_loose_month(scan.str(i));
    let stated = if loose && !scan.is_capital(i) { year::behind(scan, i + len) } else { year::stated(scan, i + len) };
    let (mut end, year) = stated.map_or((i + len, None), |(e, y)| (e, Some(y)));
    let introduced = i > 0
        && [Meaning::When, Meaning::Past, Meaning::Next, Meaning::This, Meaning::PartOf, Meaning::Of]
            .iter()
            .any(|&m| scan.is_before(i, 0, m));
    let capitals = scan.pack.format.months_capital;
    if loose && year.is_none() && !(introduced && capitals && scan.is_capital(i)) {
        return None;
    }
    if year.is_none() && scan.glued(i) && i > 0 {
        return None;
    }
    // "Julio" is a person, "5 de Outubro" a street.
    let which = [Meaning::This, Meaning::Past, Meaning::Next].iter().any(|&m| scan.is_before(i, 0, m));
    let opens_sentence = introduced && scan.breaks_before(i.saturating_sub(1));
    if scan.is_named(i) && !capitals && year.is_none() && !opens_sentence && !which {
        return None;
    }
    let found = hint(scan, from, end);
    end = found.0;
    calendar::month(scan.published, year, month, found.1).map(|d| (end, d))
}

/// "el día 18": of the month that is nearest.
fn day_number(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Period(Period::Day))?;
    let on = i > 0 && (scan.is(i - 1, Meaning::The) || scan.is_before(i, 0, Meaning::On));
    let led = on && !scan.pack.is_plural_form(scan.str(i));
    let (end, day) = day_at(scan, i + len).filter(|_| led && scan.gap(i + len) == Gap::Space)?;
    // "el día 9 de mayo" is read from its number on.
    if counted(scan, end) || day_month(scan, i + len, end, i).is_some() {
        return None;
    }
    Some(draft(i, end, nearest_month(scan, day)?, None))
}

/// "on the 18th": of the month that is nearest.
fn ordinal_alone(scan: &Scan, i: usize) -> Option<Draft> {
    if !scan.is_numeral(i) || !scan.pack.format.month_day {
        return None;
    }
    let (end, day) = day_at(scan, i).filter(|&(end, _)| end > i + 1)?;
    let the = i > 0 && scan.is(i - 1, Meaning::The);
    let led = scan.is_before(i - usize::from(the), 0, Meaning::On);
    let free = scan.breaks_before(end)
        || scan.is_sign(end, ".!?,;:)")
        || scan.is_dash(end) && !scan.glued(end)
        || scan.is(end, Meaning::Stop) && !scan.is(end, Meaning::Of);
    let day = nearest_month(scan, day).filter(|_| led && free)?;
    Some(draft(i, end, day, None))
}

/// "the 15th day of next month", "el primer día del mes".
fn day_of_running(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, day) = day_at(scan, i)?;
    let end = end + scan.at(end, Meaning::Period(Period::Day))?;
    let k = end + scan.at(end, Meaning::Of)?;
    let k = k + usize::from(scan.is(k, Meaning::The) && !scan.is(k, Meaning::This));
    let (end, by) = match period::directed(scan, k) {
        Some((end, Period::Month, by)) => (end, by),
        _ => (k + scan.at(k, Meaning::Period(Period::Month))?, 0),
    };
    let Day::Month(year, month) = calendar::shifted(scan.published?, Period::Month, by)? else { return None };
    Some(draft(i, end, Day::Date(Date::new(year, month, day).ok()?), None))
}

/// A day of the month that is nearest to today.
fn nearest_month(scan: &Scan, day: i8) -> Option<Day> {
    let today = scan.published?;
    let months =
        [-1, 0, 1].into_iter().filter_map(|k| today.first_of_month().checked_add(jiff::Span::new().months(k)).ok());
    let days = months.filter_map(|m| Date::new(m.year(), m.month(), day).ok());
    days.min_by_key(|d| ((*d - today).get_days().abs(), *d)).map(Day::Date)
}

/// "ayer", "mañana", "last night".
fn relative_day(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, by) = scan.find(i, |m| if let Meaning::Day(n) = m { Some(n) } else { None })?;
    // "la mañana" is a part of the day and "de la mañana" too, "am Morgen" likewise; "la reunión de mañana" is tomorrow's.
    if by == 1 && len == 1 && i > 0 && (scan.is(i - 1, Meaning::The) || scan.is_before(i, 0, Meaning::On)) {
        return None;
    }
    let day = scan.published.and_then(|p| p.checked_add(jiff::Span::new().days(i64::from(by))).ok())?;
    Some(draft(i, i + len, Day::Date(day), None))
}
