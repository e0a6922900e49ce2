//! Changes: whether a figure says how much there is or how much it changed, and in which direction.

use super::{Amount, Change, decimal::times, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// How far before a figure the verb of its change may stand, in tokens.
const REACH: usize = 7;

/// Judges whether a figure is a change. `floor` is the token behind the figure before this one.
pub(super) fn judge(scan: &Scan, draft: &mut Draft, floor: usize) {
    let first = draft.first();
    let article = usize::from(first > 0 && scan.is(first - 1, Meaning::The) && first > floor);
    let at = first - article;
    let to = at > floor && scan.is(at - 1, Meaning::To);
    // "de" opens a change only where its end follows ("de 10 a 12"): "un alza de 2 %" is one by so much, "es de 19 %" none.
    let loose = at > floor && scan.is(at - 1, Meaning::Of) && !scan.is(draft.end, Meaning::To);
    let from = at > floor && scan.is(at - 1, Meaning::From) && !loose;
    if loose && scan.is_before(at - 1, floor, Meaning::Verb) {
        return;
    }
    let found = if to || from { direction_in_sentence(scan, at) } else { direction(scan, at) };
    let Some(rises) = found else {
        draft.change = behind(scan, draft).unwrap_or(draft.change);
        return;
    };
    let by = scan.is_before(first, floor, Meaning::By) || scan.is_before(at, floor, Meaning::By);
    let relative = draft.kind == super::Kind::Percent || by || article == 0 && at == first && is_verb_at(scan, at);
    draft.change = if to {
        Change::To
    } else if from {
        Change::From
    } else if relative && rises {
        Change::RoseBy
    } else if relative {
        Change::FellBy
    } else {
        draft.change
    };
}

/// Makes a bare number at one end of a change a share where the other end is one: "del 12 % al 14", "from 12 to 14 percent".
pub(super) fn share_percent(before: &mut Draft, after: &mut Draft) {
    if before.change != Change::From || after.change != Change::To {
        return;
    }
    let bare = |d: &Draft| d.unit.is_none() && d.counts && d.unit_words.is_none_or(|w| w.0 < d.core.0);
    let share = |d: &Draft| d.kind == super::Kind::Percent;
    let (with, without) = if share(before) && bare(after) {
        (before, after)
    } else if share(after) && bare(before) {
        (after, before)
    } else {
        return;
    };
    (without.unit, without.kind) = (with.unit, with.kind);
    (without.unit_words, without.counts) = (None, false);
}

/// "de 64 a 91 millones": of what it was before, the scale is said with what it is now.
pub(super) fn share_scale(scan: &Scan, before: &mut Draft, after: &Draft) {
    let beside = after.core.0.checked_sub(before.core.1).is_some_and(|n| (1..=2).contains(&n));
    let to = beside && (before.core.1..after.core.0).any(|k| scan.is(k, Meaning::To));
    let changes = before.change == Change::From && after.change == Change::To;
    let Some(scale) = after.scale.filter(|s| *s >= Decimal::from(1_000_000) && to && changes) else { return };
    let Amount::Number(b) = &mut before.amount else { return };
    let small = |v: Option<Decimal>| v.is_some_and(|v| v < Decimal::ONE_THOUSAND);
    if before.unit.is_some() || before.scale.is_some() || !small(b.low) || !small(b.high) {
        return;
    }
    b.low = b.low.and_then(|v| times(v, scale));
    b.high = b.high.and_then(|v| times(v, scale));
    b.grain = times(b.grain, scale).unwrap_or(b.grain);
    (before.kind, before.unit) = (after.kind, after.unit);
    before.unit_words = before.unit_words.filter(|_| after.unit.is_none());
}

/// Whether the verb of the change stands right before.
fn is_verb_at(scan: &Scan, at: usize) -> bool {
    scan.is_before(at, 0, Meaning::Rise) || scan.is_before(at, 0, Meaning::Fall)
}

/// The nearest word of rising or falling before token `at`, in its clause: true where it rises.
pub(super) fn direction(scan: &Scan, at: usize) -> Option<bool> {
    directed(scan, at, REACH, ".;:,()")
}

/// The same, as far as the sentence reaches: "cayó 38 puntos en un año, hasta el 33 %".
pub(super) fn direction_in_sentence(scan: &Scan, at: usize) -> Option<bool> {
    directed(scan, at, 2 * REACH, ".;:()")
}

fn directed(scan: &Scan, at: usize, reach: usize, ends: &str) -> Option<bool> {
    let clause = (0..at).rev().take(reach).take_while(|&k| scan.gap(k + 1) != Gap::Line && !scan.is_sign(k, ends));
    clause.filter(|&k| scan.is_word(k)).find_map(|k| {
        let rises = scan.is(k, Meaning::Rise);
        (rises || scan.is(k, Meaning::Fall)).then_some(rises)
    })
}

/// "5 % more", "a 12% rise", "un 3 % menos".
fn behind(scan: &Scan, draft: &Draft) -> Option<Change> {
    if draft.kind != super::Kind::Percent || scan.gap(draft.end) == Gap::Line {
        return None;
    }
    (draft.end..draft.end + 2).find_map(|k| {
        if scan.is(k, Meaning::Rise) {
            Some(Change::RoseBy)
        } else {
            scan.is(k, Meaning::Fall).then_some(Change::FellBy)
        }
    })
}
