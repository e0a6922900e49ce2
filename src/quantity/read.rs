//! The walk over a text: at every token, what looks like a figure and is none is passed over; dates, hours and numbers are read.

use super::{
    Amount, Kind, bounds, change, clock_distance, currency, date, draft::Draft, figure, hedge, identifier, named_clock,
    noun, opening::Opening, restated, scan::Scan, share, shared, span_end, stopwatch, time, whole,
};
use crate::language::{Meaning, Units};

/// Every figure of a text, in order.
pub(super) fn figures(scan: &Scan) -> Vec<Draft> {
    let mut found: Vec<Draft> = Vec::new();
    let mut i = 0;
    while i < scan.len() {
        let floor = found.last().map_or(0, |d| d.end);
        match figure_at(scan, i) {
            Step::Skip(next) => i = next.max(i + 1),
            Step::Found(mut draft) => {
                hedge::attach(scan, &mut draft, floor);
                i = draft.end.max(draft.core.1).max(i + 1);
                found.push(*draft);
            }
        }
    }
    bounds::join(scan, &mut found);
    beside(scan, &mut found);
    found
}

enum Step {
    Skip(usize),
    Found(Box<Draft>),
}

fn figure_at(scan: &Scan, i: usize) -> Step {
    let starts = scan.opens(i, Opening::Figure);
    let named = scan.opens(i, Opening::Name) || scan.glued(i + 1) && !scan.is_sign(i + 1, ",");
    if !starts && !(named && (scan.is_word(i) || scan.is_sign(i, "#@"))) {
        return Step::Skip(i + 1);
    }
    if let Some(draft) = starts.then(|| share::rate(scan, i)).flatten() {
        return Step::Found(Box::new(draft));
    }
    // "week 10" is a week of the year before it is the number of a week.
    if let Some(draft) = scan.is(i, Meaning::WeekNumber).then(|| date::read(scan, i)).flatten() {
        return Step::Found(Box::new(draft));
    }
    if let Some(end) = identifier::skip(scan, i) {
        return Step::Skip(end);
    }
    if !starts {
        return Step::Skip(i + 1);
    }
    if let Some(end) = scan.opens(i, Opening::Date).then(|| date::impossible(scan, i)).flatten() {
        return Step::Skip(end);
    }
    let distant = scan.hour.and_then(|_| clock_distance::read(scan, i));
    let time = || scan.opens(i, Opening::Time).then(|| time::read(scan, i)).flatten();
    let date = || scan.opens(i, Opening::Date).then(|| date::read(scan, i)).flatten();
    let watch = || stopwatch::read(scan, i);
    let found = distant.or_else(watch).or_else(time).or_else(date).or_else(|| figure::read(scan, i));
    found.map_or(Step::Skip(i + 1), |d| Step::Found(Box::new(d)))
}

/// What needs the figures before and behind: nouns, changes, conversions.
fn beside(scan: &Scan, found: &mut [Draft]) {
    for k in 0..found.len() {
        let floor = k.checked_sub(1).map_or(0, |p| found[p].end);
        let ceiling = found.get(k + 1).map_or(scan.len(), Draft::first);
        if !matches!(found[k].kind, Kind::Date | Kind::Time | Kind::Score) {
            noun::attach(scan, &mut found[k], floor, ceiling);
            change::judge(scan, &mut found[k], floor);
        }
        if let [.., before, this] = &mut found[..=k] {
            change::share_percent(before, this);
            change::share_scale(scan, before, this);
        }
        if k > 0 && converts(scan, &found[k - 1], &found[k]) {
            found[k].converts = u32::try_from(k - 1).ok();
        }
    }
    restated::join(scan, found);
    named_clock::find(scan, found);
    span_end::find(scan, found);
    whole::find(scan, found);
    shared::spread(scan, found);
    currency::settle(found);
}

/// Whether a figure only says the one before it again, in brackets and in another unit: "16 km (10 miles)".
fn converts(scan: &Scan, before: &Draft, draft: &Draft) -> bool {
    let first = draft.first();
    let bracket = first > 0 && scan.is_sign(first - 1, "([") && first > before.end && first - before.end <= 3;
    let (Some(a), Some(b)) = (before.unit, draft.unit) else { return false };
    let (a, b) = (Units::built_in().get(a), Units::built_in().get(b));
    let numbers = matches!((&before.amount, &draft.amount), (Amount::Number(_), Amount::Number(_)));
    bracket && numbers && a.key != b.key && a.dimension == b.dimension && before.per.is_some() == draft.per.is_some()
}

#[cfg(test)]
mod tests {
    use super::{
        super::{operand, ordinal, range, score, words},
        *,
    };
    use crate::language::Registry;

    #[test]
    fn nothing_begins_where_no_reader_is_asked() {
        type Reader = fn(&Scan, usize) -> bool;
        let readers: [(Opening, Reader); 8] = [
            (Opening::Figure, |scan, i| share::rate(scan, i).or_else(|| figure::read(scan, i)).is_some()),
            (Opening::Joined, |scan, i| score::score(scan, i).or_else(|| share::share(scan, i)).is_some()),
            (Opening::Joined, |scan, i| range::read(scan, i).is_some()),
            (Opening::Joined, |scan, i| ordinal::ordinal(scan, i).is_some()),
            (Opening::Count, |scan, i| operand::read(scan, i, true).is_some()),
            (Opening::Date, |scan, i| date::read(scan, i).is_some()),
            (Opening::Time, |scan, i| time::read(scan, i).is_some()),
            (Opening::Number, |scan, i| words::read_afresh(scan, i, false, true).is_some()),
        ];
        for pack in Registry::built_in().packs() {
            for example in &pack.examples {
                let scan = Scan::new(&example.text, pack, "2025-08-13".parse().ok());
                for i in 0..scan.len() {
                    for (opening, reads) in readers.iter().filter(|r| !scan.opens(i, r.0)) {
                        let fault = || format!("{}: {opening:?} at {} in {}", pack.key, scan.str(i), example.text);
                        assert!(!reads(&scan, i), "{}", fault());
                    }
                }
            }
        }
    }
}
