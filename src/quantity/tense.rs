//! Whether the words around a date speak of what was or of what is to come.

use super::{calendar::Hint, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// How far before a date its verb is looked for, in tokens.
const BEFORE: usize = 12;
/// How far behind it.
const BEHIND: usize = 8;
/// How far behind a word of the future its participle may stand: "will be officially opened".
const PARTICIPLE: usize = 3;

/// What the words around say of past and future, and the token behind those that were read: "junio pasado".
pub(super) fn hint(scan: &Scan, first: usize, end: usize) -> (usize, Hint) {
    let kinds = [
        (Meaning::Past, Hint::Past),
        (Meaning::Next, Hint::Next),
        (Meaning::NextButOne, Hint::NextButOne),
        (Meaning::This, Hint::This),
    ];
    for (meaning, hint) in kinds {
        if first > 0 && scan.is_before(first, 0, meaning) {
            return (end, hint);
        }
        // "el martes pasado" says it behind; "this Friday" never does.
        if hint != Hint::This
            && scan.gap(end) != Gap::Line
            && scan.pack.format.direction_behind
            && let Some(len) = scan.at(end, meaning)
        {
            return (end + len, hint);
        }
    }
    let told = told(scan, first, end).unwrap_or(Hint::None);
    // "Desde octubre regirá" begins then; "since October" never does.
    let since = scan.is_before(first, 0, Meaning::Since);
    let noun = first - usize::from(first > 0 && scan.is(first - 1, Meaning::The));
    let begins = told == Hint::Will && scan.is_before(noun, 0, Meaning::From);
    (end, if since && !begins { Hint::Since } else { told })
}

/// On which side of today the verb beside a date puts it, or, where there is none, a word such as "until".
pub(super) fn told(scan: &Scan, first: usize, end: usize) -> Option<Hint> {
    let until = scan.is_before(first, 0, Meaning::Until);
    if happened(scan, first) {
        return Some(Hint::Since);
    }
    match verb(scan, first, end) {
        Some(true) => Some(Hint::Will),
        Some(false) => Some(if until { Hint::Until } else { Hint::Was }),
        None if until => Some(Hint::Will),
        None => scan.is_before(first, 0, Meaning::From).then_some(Hint::Was),
    }
}

/// Whether the verb that tells what happened stands right before the date, or with a preposition between that says when:
/// "empezó en octubre", "opened on May 3". Then the date is over.
fn happened(scan: &Scan, first: usize) -> bool {
    let when = |m| matches!(m, Meaning::On | Meaning::AheadIfFuture).then_some(());
    let end = scan.find_before(first, 0, when).map_or(first, |f| f.0);
    let Some(k) = end.checked_sub(1).filter(|_| !scan.breaks_before(end)) else { return false };
    let led = |f: usize| scan.is(f, Meaning::Future);
    is_past(scan, k) && !is_future(scan, k) && !(k.saturating_sub(PARTICIPLE)..k).any(led)
}

/// Whether the clause speaks of what is to come: a verb in the future, "will", "se prevé". The verb that is nearest
/// decides, and the one before the date before the one behind it: "anunció el martes que cerrará" speaks of a Tuesday that
/// was.
pub(super) fn speaks_of_future(scan: &Scan, first: usize, end: usize) -> bool {
    verb(scan, first, end).unwrap_or(false)
}

/// Whether the verb beside a date is of the future; none where there is no verb.
fn verb(scan: &Scan, first: usize, end: usize) -> Option<bool> {
    let (before, joined) = before(scan, first);
    match before {
        // "La estación registró ayer 41 grados y el jueves se esperan 43": each clause has its verb.
        Some(_) if joined => behind(scan, end).or(before),
        None => behind(scan, end),
        _ => before,
    }
}

/// What the nearest verb before a date says, and whether "and" stands between; none where the clause has none there.
fn before(scan: &Scan, first: usize) -> (Option<bool>, bool) {
    let mut joined = false;
    let mut k = first;
    while k > 0 && first - k < BEFORE && !scan.breaks_before(k) && !scan.is_sign(k - 1, ",;:\"“”«»") {
        k -= 1;
        if is_future(scan, k) {
            return (Some(true), joined);
        }
        joined |= scan.is(k, Meaning::And);
        if is_past(scan, k) {
            let led = (k.saturating_sub(PARTICIPLE)..k)
                .any(|f| scan.is(f, Meaning::Future) && !(f + 1..=k).any(|b| scan.breaks_before(b)));
            return (Some(led), joined);
        }
        // "dijo que el martes viajará": the verb of what was said stands behind. "Tendrá que esperar" is one verb.
        if scan.is(k, Meaning::That) {
            return ((k > 0 && is_future(scan, k - 1)).then_some(true), joined);
        }
    }
    (None, joined)
}

/// What the nearest verb behind a date says.
fn behind(scan: &Scan, end: usize) -> Option<bool> {
    // "On Friday, leaders will meet"
    let from = end + usize::from(scan.is_sign(end, ","));
    (from..from + BEHIND)
        .take_while(|&k| !scan.breaks_before(k) && !scan.is_sign(k, ",;:\"“”«»") && !scan.is(k, Meaning::That))
        .find_map(|k| if is_future(scan, k) { Some(true) } else { is_past(scan, k).then_some(false) })
}

fn is_future(scan: &Scan, k: usize) -> bool {
    scan.is(k, Meaning::Future) || scan.is_word(k) && scan.pack.is_future_form(scan.str(k))
}

/// Whether a word tells what happened. A name may end like a verb: "United".
pub(super) fn is_past(scan: &Scan, k: usize) -> bool {
    let name = scan.is_capital(k) && !scan.breaks_before(k);
    scan.is_word(k) && !name && (scan.is(k, Meaning::PastVerb) || scan.pack.is_past_form(scan.str(k)))
}
