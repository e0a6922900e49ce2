//! The walk over a text: at every token, what looks like a figure and is none is passed over; dates, hours and numbers are read.

use super::{
    Amount, Kind, change, date, draft::Draft, figure, hedge, identifier, noun, scan::Scan, share, shared, time,
};
use crate::{language::Units, text::token::TokenKind};

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
    beside(scan, &mut found);
    found
}

enum Step {
    Skip(usize),
    Found(Box<Draft>),
}

fn figure_at(scan: &Scan, i: usize) -> Step {
    let starts = scan.is_known(i)
        || matches!(scan.kind(i), Some(TokenKind::Numeral | TokenKind::Fraction))
        || scan.is_dash(i)
        || scan.is_sign(i, ".,") && !scan.glued(i);
    if !starts && !scan.is_word(i) && !scan.is_sign(i, "#@") {
        return Step::Skip(i + 1);
    }
    if let Some(draft) = share::rate(scan, i).filter(|_| starts) {
        return Step::Found(Box::new(draft));
    }
    if let Some(end) = identifier::skip(scan, i) {
        return Step::Skip(end);
    }
    if !starts {
        return Step::Skip(i + 1);
    }
    let found = time::read(scan, i).or_else(|| date::read(scan, i));
    if let Some(end) = date::impossible(scan, i).filter(|_| found.is_none()) {
        return Step::Skip(end);
    }
    let found = found.or_else(|| figure::read(scan, i));
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
        if k > 0 && converts(scan, &found[k - 1], &found[k]) {
            found[k].converts = u32::try_from(k - 1).ok();
        }
    }
    shared::spread(scan, found);
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
