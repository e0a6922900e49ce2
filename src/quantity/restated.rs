//! An hour told again by the clock of another place: "à 6 h 47 (0 h 47 au Québec)", "a las 15.20, hora local (22.20 en España)".

use super::{
    Amount, Kind,
    draft::Draft,
    moment::{CLOCK_STEP, Moment, minutes},
    scan::Scan,
};
use crate::language::Meaning;
use jiff::civil::Time;

/// How many words may stand between an hour and the bracket in which it is told again: "hora local de Arequipa".
const APART: usize = 5;
/// How many words behind an hour may lead to the name of the place whose clock it is: "en la España peninsular".
const NAMED_WITHIN: usize = 3;

/// Finds the hours that are told again, and gives both the clock of the place that is spoken of.
pub(super) fn join(scan: &Scan, found: &mut [Draft]) {
    for k in 1..found.len() {
        let (left, right) = found.split_at_mut(k);
        let (before, again) = (&mut left[k - 1], &mut right[0]);
        if before.kind != Kind::Time || !stands_again(scan, before, again) {
            continue;
        }
        let read = if again.kind == Kind::Time { None } else { dotted(scan, again) };
        let Some(other) = read.as_ref().or(moment(again)).cloned() else { continue };
        let Some(first) = moment(before).cloned() else { continue };
        let (Some(here), Some(there)) = (first.time, other.time) else { continue };
        // Two zones that are both known need no third clock.
        let both_known = first.offset.is_some() && other.offset.is_some();
        if both_known || (minutes(here) - minutes(there)) % CLOCK_STEP != 0 || here == there {
            continue;
        }
        // The local one says so, or the other names a zone; else it is the one told first.
        let second_is_local = scan.is_before(again.end, 0, Meaning::Local)
            || scan.is(again.end, Meaning::Local)
            || first.offset.is_some() && other.offset.is_none();
        let local = if second_is_local { there } else { here };
        if let Some(other) = read {
            (again.kind, again.amount, again.counts, again.unit_words) =
                (Kind::Time, Amount::Moment(other), false, None);
            again.end = again.core.1;
        }
        for draft in [before, again] {
            if let Amount::Moment(moment) = &mut draft.amount {
                moment.local = Some(local);
            }
        }
        right[0].converts = u32::try_from(k - 1).ok();
    }
}

fn moment(draft: &Draft) -> Option<&Moment> {
    match &draft.amount {
        Amount::Moment(moment) if draft.kind == Kind::Time => Some(moment),
        _ => None,
    }
}

/// Whether `again` stands where an hour is told again: at the head of a bracket, or behind a comma and before a place.
fn stands_again(scan: &Scan, before: &Draft, again: &Draft) -> bool {
    let first = again.first();
    if first <= before.end || first - before.end > APART + 2 {
        return false;
    }
    let mut head = first;
    while head > before.end && scan.find(head - 1, |m| leads(m).then_some(())).is_some() {
        head -= 1;
    }
    let joint = head - 1;
    if joint < before.end || (before.end..joint).any(|k| scan.breaks_before(k) && k > before.end) {
        return false;
    }
    if scan.is_sign(joint, "([") {
        return true;
    }
    let placed = (again.end..again.end + NAMED_WITHIN).any(|k| scan.is_word(k) && scan.is_capital(k))
        && scan.is_word(again.end)
        && !scan.is_capital(again.end);
    scan.is_sign(joint, ",") && joint == before.end && placed
}

/// The words that lead to an hour: "a las", "at", "às".
fn leads(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::At | Meaning::AtHour | Meaning::The)
}

/// "22.20" read as a number, as the hour that it can be.
fn dotted(scan: &Scan, draft: &Draft) -> Option<Moment> {
    let (first, end) = draft.core;
    if draft.kind != Kind::Count || end != first + 1 || draft.unit.is_some() {
        return None;
    }
    let (hour, minute) = scan.str(first).split_once('.').filter(|(_, m)| m.len() == 2)?;
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
    Some(Moment { time: Some(time), ..Moment::default() })
}

#[cfg(test)]
mod tests {
    use crate::{
        language::Registry,
        quantity::{self, Amount},
    };

    /// The hours of a text, and by the local clock where they are told by two.
    fn check(language: &str, text: &str, expected: &str) {
        let languages = Registry::built_in();
        let figures = quantity::extract(text, languages.get(language), None);
        let told = |q: &quantity::Quantity| match &q.amount {
            Amount::Moment(m) => m.time.map(|t| match m.local {
                Some(local) => format!("{}={}", t.strftime("%H:%M"), local.strftime("%H:%M")),
                None => t.strftime("%H:%M").to_string(),
            }),
            _ => None,
        };
        let hours: Vec<String> = figures.iter().filter_map(told).collect();
        assert_eq!(hours.join(" "), expected, "{text}");
    }

    #[test]
    fn an_hour_is_told_again_by_another_clock() {
        check("fr", "Le train est sorti des rails à 6 h 47 (0 h 47 au Québec).", "06:47=06:47 00:47=06:47");
        check("es", "El choque fue a las 15.20, hora local (22.20 en España).", "15:20=15:20 22:20=15:20");
        check("en", "It hit land at 8.40am UK time (2.40am local).", "08:40=02:40 02:40=02:40");
        check("en", "The crush happened at 7:50 p.m. (0050 GMT) at gate 7.", "19:50=19:50 00:50=19:50");
        check("es", "Eran las diez de la noche, las once en España, cuando habló.", "22:00=22:00 23:00=22:00");
        check("es", "Sesiones a las 18.00 y a las 20.00 horas.", "18:00 20:00");
        check("es", "Abre de 8:00 a 10:00.", "08:00 10:00");
        check("en", "It began at 7:50 p.m. (0117 GMT).", "19:50 01:17");
    }
}
