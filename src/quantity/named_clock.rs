//! Whose clock an hour is told by, where words apart from it name one: "(00h40 de hoje em Lisboa)", "14.42 (hora española)".

use super::{Amount, Kind, draft::Draft, moment::Clock, scan::Scan, zone};
use crate::{
    language::Meaning,
    text::{fold, token::Gap},
};

/// How far behind an hour the day may stand, with whose clock behind it: "de hoje".
const DAY_WITHIN: usize = 2;
/// How many words the name of a place may have: "the United Arab Emirates".
const LONGEST_NAME: usize = 4;

/// Gives the hours the clocks that the words behind them name. Those that follow at once were read with the hour.
pub(super) fn find(scan: &Scan, found: &mut [Draft]) {
    for at in 0..found.len() {
        if found[at].kind != Kind::Time {
            continue;
        }
        let end = found[at].end;
        let day = found.get(at + 1).filter(|d| d.kind == Kind::Date && d.core.0.saturating_sub(end) <= DAY_WITHIN);
        let day = day.filter(|d| !(end..d.core.0).any(|j| scan.kind(j).is_none() || scan.is_sign(j, ".;:(")));
        // "16.05 hora de Kabul": the word for hours was read with the hour.
        let within = Some(end - 1).filter(|&k| k >= found[at].core.0 && scan.is(k, Meaning::ClockOf));
        let clock =
            [within, Some(end), day.map(|d| d.end)].into_iter().flatten().find_map(|end| behind(scan, &found[at], end));
        if let Amount::Moment(moment) = &mut found[at].amount {
            moment.clock = moment.clock.take().or(clock);
        }
    }
}

/// The clock that is named at token `end`, or behind a comma or a bracket there.
fn behind(scan: &Scan, draft: &Draft, end: usize) -> Option<Clock> {
    let opened = scan.is_sign(end, "([");
    let at = end + usize::from(opened || scan.is_sign(end, ","));
    if (end..=at).any(|k| scan.gap(k) == Gap::Line) {
        return None;
    }
    // "Central" behind a comma may begin anything.
    let known = zone::read(scan, at).filter(|z| z.certain && (opened || matches!(z.clock, Clock::Zone(_))));
    if let Some(zone) = known {
        return Some(zone.clock);
    }
    if scan.is(at, Meaning::Local) {
        return Some(Clock::Local);
    }
    if let Some(len) = scan.at(at, Meaning::ClockPlace) {
        return Some(named(scan, at, at + len));
    }
    if let Some(len) = scan.at(at, Meaning::ClockOf) {
        let first = at + len + usize::from(scan.is(at + len, Meaning::The) && !scan.is_capital(at + len));
        return scan.is_capital(first).then(|| named(scan, first, name_end(scan, first)));
    }
    let last = name_end(scan, at);
    if last > at && scan.pack.is_clock_word(scan.str(last)) {
        return Some(named(scan, at, last));
    }
    in_bracket(scan, draft, end)
}

/// The place in a bracket that holds an hour and where it is that hour, and nothing else: "(a las 07.12 en Canarias)".
/// Elsewhere a place behind an hour is where something happened.
fn in_bracket(scan: &Scan, draft: &Draft, end: usize) -> Option<Clock> {
    let leads = |m| matches!(m, Meaning::At | Meaning::AtHour | Meaning::The | Meaning::To).then_some(());
    let mut head = draft.first();
    while head > 0 && scan.find(head - 1, leads).is_some() {
        head -= 1;
    }
    let opened = head > 0 && scan.is_sign(head - 1, "([");
    let at = end + usize::from(scan.is_sign(end, ","));
    let first = at + scan.at(at, Meaning::InPlace).filter(|_| opened)?;
    let named_so = scan.is_capital(first) || scan.is_capital(first + 1) && scan.is_word(first);
    let other =
        |m| matches!(m, Meaning::Street | Meaning::Label | Meaning::Weekday(_) | Meaning::Month(_)).then_some(());
    let last = (first..=first + LONGEST_NAME).find(|&k| !scan.is_word(k))?;
    let closed = scan.is_sign(last, ")]") && named_so && scan.find(first, other).is_none();
    closed.then(|| named(scan, first, last))
}

/// The token behind the name that begins at a token: its words with a capital.
fn name_end(scan: &Scan, first: usize) -> usize {
    (first..first + LONGEST_NAME).find(|&k| !(scan.is_word(k) && scan.is_capital(k))).unwrap_or(first + LONGEST_NAME)
}

/// The clock of the place that is named between two tokens, by its words with a capital.
fn named(scan: &Scan, first: usize, end: usize) -> Clock {
    let words = (first..end).filter(|&k| scan.is_capital(k)).map(|k| fold(scan.str(k)));
    Clock::Place(words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use crate::{
        language::Registry,
        quantity::{self, Amount, Clock},
    };

    /// Whose clock the first hour of a text is told by; nothing where none is named.
    fn check(language: &str, text: &str, expected: &str) {
        let languages = Registry::built_in();
        let figures = quantity::extract(text, languages.get(language), "2025-08-13".parse().ok());
        let moment = figures.iter().find_map(|q| match &q.amount {
            Amount::Moment(m) if m.time.is_some() => Some(m.clone()),
            _ => None,
        });
        let told = match moment.unwrap_or_default().clock {
            None => String::new(),
            Some(Clock::Local) => "local".to_owned(),
            Some(Clock::Zone(_)) => "zone".to_owned(),
            Some(Clock::Place(name)) => name,
        };
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn whose_clock_is_named() {
        check("pt", "O jogo acabou tarde (00h40 de hoje em Lisboa).", "lisboa");
        check("es", "Eran las 05:35 horas en la Península.", "peninsula");
        check("es", "El choque fue a las 14.42 (hora española).", "zone");
        check("es", "El despegue es hoy (a las 7:12 en Canarias).", "canarias");
        check("es", "Llegó a las 16:05 en Valladolid.", "");
        check("es", "Llegó a las 16:05, hora de Kabul.", "kabul");
        check("es", "Llegó a las 16:05 hora de Kabul.", "kabul");
        check("es", "Llegó a las 16:05 en punto.", "");
        check("es", "Llegó a las 16:05, hora local.", "local");
        check("en", "It began at 8.40am UK time.", "zone");
        check("en", "It began at 8:40 a.m. Kabul time.", "kabul");
        check("en", "It began at 8:40 p.m. on Tuesday, local time.", "local");
        check("en", "It began late (8:40 p.m. at the Town Hall).", "");
        check("fr", "Il a atterri à 14 h 30, heure de Paris.", "zone");
        check("fr", "Il a atterri tard (à 0 h 47 au Québec).", "quebec");
        check("de", "Er landete um 14.30 Uhr Ortszeit.", "local");
        check("de", "Er landete um 14.30 Uhr in Bremen.", "");
        check("it", "È atterrato alle 14:30, ora di Kabul.", "kabul");
    }
}
