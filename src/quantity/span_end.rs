//! The ends of a span that are figures of their own: "from 8 p.m. to 6 a.m.", "between July and September".

use super::{Change, End, Kind, draft::Draft, scan::Scan};
use crate::{
    language::{Hedge, Meaning},
    text::token::Gap,
};

/// How many tokens may stand between the two ends, and between a day and its hour.
const REACH: usize = 4;

/// What stands before the first end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Between,
    From,
}

/// Tells both ends of every span which one they are.
pub(super) fn find(scan: &Scan, found: &mut [Draft]) {
    for k in 1..found.len() {
        if found[k - 1].span_end.is_some() && found[k].span_end.is_some() || !is_span(scan, found, k) {
            continue;
        }
        found[k - 1].span_end = Some(End::First);
        found[k].span_end = Some(End::Last);
        // "from Monday at 8 p.m. to Tuesday at 6 a.m."
        let (before, behind) = (day_and_hour(scan, found, k - 1), day_and_hour(scan, found, k + 1));
        if before && behind && found[k - 2].kind == found[k].kind {
            found[k - 2].span_end = Some(End::First);
            found[k + 1].span_end = Some(End::Last);
        }
    }
}

/// Whether figure `k` is the last end of what the one before it begins.
fn is_span(scan: &Scan, found: &[Draft], k: usize) -> bool {
    let (a, b) = (&found[k - 1], &found[k]);
    let (from, to) = (a.end, b.first());
    if from >= to || to - from > REACH || (from..=to).any(|j| scan.gap(j) == Gap::Line) {
        return false;
    }
    let calendar = is_calendar(a) && is_calendar(b);
    let alike = a.kind == b.kind;
    if calendar && alike && scan.is_dash(from) && from + 1 == to {
        return scan.glued(from) == scan.glued(to);
    }
    let floor = |k: usize| k.checked_sub(1).map_or(0, |p| found[p].end);
    let opener = || {
        opener(scan, a, floor(k - 1)).or_else(|| {
            let first = (k > 1 && day_and_hour(scan, found, k - 1)).then(|| &found[k - 2])?;
            opener(scan, first, floor(k - 2))
        })
    };
    let joined = |meaning| scan.at(from, meaning).is_some_and(|len| is_lead(scan, from + len, to));
    // A number that stands beside an hour, or without a unit and a change of its own: "de 20.00 a 6.00".
    let bare = |d: &Draft| d.kind == Kind::Count && d.unit.is_none() && d.change == Change::Level;
    let fits = |d: &Draft| is_calendar(d) || bare(d);
    let one_hour = bare(a) && b.kind == Kind::Time || bare(b) && b.unit_words.is_none() && a.kind == Kind::Time;
    let counts = fits(a) && fits(b) && (alike || one_hour);
    if joined(Meaning::And) {
        return counts && opener() == Some(Opener::Between);
    }
    // "del lunes a las 8" has a day and its hour, "from 8 p.m. to Tuesday" two ends.
    let over = a.kind == Kind::Time && b.kind == Kind::Date;
    joined(Meaning::To) && (calendar && alike || (counts || over) && opener() == Some(Opener::From))
}

fn is_calendar(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Date | Kind::Time)
}

/// Whether figure `k` and the one before it are a day and an hour of it: "Monday at 8 p.m.", "8 p.m. on Monday".
fn day_and_hour(scan: &Scan, found: &[Draft], k: usize) -> bool {
    let Some((a, b)) = k.checked_sub(1).and_then(|p| found.get(p)).zip(found.get(k)) else { return false };
    let (from, to) = (a.end, b.first());
    let from = from + usize::from(scan.is_sign(from, ","));
    let two = matches!((a.kind, b.kind), (Kind::Date, Kind::Time) | (Kind::Time, Kind::Date));
    two && from <= to && to - from <= REACH && is_lead(scan, from, to)
}

/// Whether only words that lead to a day or an hour stand between two tokens: "the", "at", "on", "a las", "around".
fn is_lead(scan: &Scan, mut from: usize, to: usize) -> bool {
    let leads = |m| match m {
        Meaning::The | Meaning::At | Meaning::AtHour | Meaning::On | Meaning::To | Meaning::PartOf | Meaning::Of => {
            true
        }
        Meaning::Before(hedge) => hedge == Hedge::About,
        _ => false,
    };
    while from < to {
        let Some((len, ())) = scan.find(from, |m| leads(m).then_some(())).filter(|f| from + f.0 <= to) else {
            return false;
        };
        from += len;
    }
    from == to
}

/// What opens a span before its first end, behind at most an article and a word for hours: "entre las", "del", "from about".
fn opener(scan: &Scan, draft: &Draft, floor: usize) -> Option<Opener> {
    let mut at = draft.first();
    for _ in 0..REACH {
        let found = scan.find_before(at, floor, |m| match m {
            Meaning::Between => Some(Opener::Between),
            Meaning::From => Some(Opener::From),
            _ => None,
        });
        if found.is_some() {
            return found.map(|f| f.1);
        }
        let small = |m| matches!(m, Meaning::The | Meaning::At | Meaning::On | Meaning::PartOf).then_some(());
        at = at.checked_sub(1).filter(|&k| k >= floor && scan.find(k, small).is_some())?;
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::{
        language::Registry,
        quantity::{self, End},
    };

    /// The ends of the spans of a text.
    fn check(language: &str, text: &str, expected: &str) {
        let languages = Registry::built_in();
        let figures = quantity::extract(text, languages.get(language), "2025-08-13".parse().ok());
        let told = |q: &quantity::Quantity| {
            let side = if q.end? == End::First { "<" } else { ">" };
            Some(format!("{side}{}", q.core.of(text)))
        };
        assert_eq!(figures.iter().filter_map(told).collect::<Vec<_>>().join(" "), expected, "{text}");
    }

    #[test]
    fn the_ends_of_a_span_are_told_apart() {
        check("en", "The bridge is shut from 8 p.m. to 6 a.m. every day.", "<8 p.m. >6 a.m.");
        check(
            "en",
            "The bridge is shut at night (8 at night until 6 in the morning).",
            "<8 at night >6 in the morning",
        );
        check("en", "It rained between July and September.", "<July >September");
        check("en", "Shut from Monday at 8 p.m. to Tuesday at 6 a.m.", "<Monday <8 p.m. >Tuesday >6 a.m.");
        check("en", "Shut from 8 p.m. to 10 p.m. on Tuesday.", "<8 p.m. >10 p.m.");
        check("en", "She came on Monday and left on Friday.", "");
        check("en", "Trains leave at 8 p.m. and 10 p.m.", "");
        check("es", "El puente se cierra de 20.00 a 6.00 cada día.", "<20.00 >6.00");
        check("es", "El puente se cierra de las 20:00 a las 6:00.", "<20:00 >6:00");
        check("es", "Se cierra entre las ocho de la tarde y las diez.", "<ocho de la tarde >diez");
        check("es", "Se cierra entre el 28 de mayo y el 7 de junio.", "<28 de mayo >7 de junio");
        check("es", "Llegaron el lunes a las 8.", "");
        check("de", "Die Brücke ist von 20 Uhr bis 6 Uhr gesperrt.", "<20 Uhr >6 Uhr");
        check("de", "Sie ist von Montag bis Freitag gesperrt.", "<Montag >Freitag");
        check("de", "Sie ist zwischen 8 und 17 Uhr gesperrt.", "<8 >17 Uhr");
        check("fr", "Le pont est fermé de juillet à septembre.", "<juillet >septembre");
        check("it", "Il ponte è chiuso dalle 20:00 alle 6:00.", "<20:00 >6:00");
        check("pt", "A ponte fecha das 20h às 6h.", "<20h >6h");
    }
}
