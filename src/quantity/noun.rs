//! The counted noun with its near modifiers, found beside the figure without a grammar of the language: by its stop words,
//! by where its modifiers stand, and by its plurals.

use super::{Kind, draft::Draft, scan::Scan};
use crate::{
    language::Meaning,
    text::token::{Gap, TokenKind},
};
use rust_decimal::Decimal;

/// How many words a noun with its modifiers may have.
const LONGEST: usize = 4;
/// How far to the left of a figure its noun is looked for, in tokens.
const REACH: usize = 10;

/// Finds the noun that a figure counts. `floor` and `ceiling` are the ends of the figures beside it.
pub(super) fn attach(scan: &Scan, draft: &mut Draft, floor: usize, ceiling: usize) {
    if !draft.counts || draft.unit_words.is_some() {
        return;
    }
    let found = right(scan, draft, ceiling).or_else(|| left(scan, draft.first(), floor));
    draft.unit_words = found;
    if let Some((_, end)) = found.filter(|f| f.0 >= draft.end) {
        draft.end = end;
    }
}

/// A word that can be a noun or its modifier.
fn names(scan: &Scan, k: usize) -> bool {
    scan.is_word(k) && !scan.is(k, Meaning::Stop) && !is_verb(scan, k)
}

fn is_verb(scan: &Scan, k: usize) -> bool {
    scan.is(k, Meaning::Verb) && !scan.is(k, Meaning::Counted) || scan.pack.is_verb_form(scan.str(k))
}

fn is_plural(scan: &Scan, k: usize) -> bool {
    scan.is(k, Meaning::Counted) || scan.pack.is_plural_form(scan.str(k))
}

/// "soldados norcoreanos", "North Korean troops", "de los heridos".
fn right(scan: &Scan, draft: &Draft, ceiling: usize) -> Option<(usize, usize)> {
    let mut k = draft.end.max(draft.core.1);
    if let Some((_, end)) = draft.hedge_words.filter(|h| h.0 >= draft.core.1) {
        k = k.max(end);
    }
    if let Some(len) = scan.at(k, Meaning::Of) {
        // "40 de los heridos" counts some of them; "12 de agosto" was read as a date.
        k += len;
        k += usize::from(scan.is(k, Meaning::The));
        if !draft.takes_of && len == 1 && k == draft.end + 1 {
            return None;
        }
    }
    // "40-odd boats"
    k += scan.find(k, |m| matches!(m, Meaning::After(_)).then_some(())).map_or(0, |f| f.0);
    let joined = scan.is_dash(k) && scan.glued(k) && scan.glued(k + 1);
    k += usize::from(joined);
    if joined && names(scan, k) {
        return Some((k, k + 1));
    }
    // "otros 40", "40 more people": one word may stand between.
    let first = k + scan.at(k, Meaning::More).unwrap_or(0);
    if !names(scan, first) || scan.gap(first) == Gap::Line || scan.gap(k) == Gap::Line {
        return None;
    }
    let mut end = first;
    while end < ceiling.min(first + LONGEST)
        && names(scan, end)
        && (end == first || matches!(scan.gap(end), Gap::Space))
    {
        end += 1;
        // A noun in plural ends the phrase where modifiers come first: "North Korean troops | near Kursk".
        let fate = scan.is(end, Meaning::Verb);
        if scan.pack.format.modifiers_first && is_plural(scan, end - 1) && (fate || !is_plural(scan, end)) {
            break;
        }
        if !scan.pack.format.modifiers_first && !agrees(scan, end - 1, end) {
            break;
        }
    }
    let plural = (first..end).any(|k| is_plural(scan, k));
    let one = matches!(draft.kind, Kind::Ordinal) || draft.amount == Draft::number(Decimal::ONE, Decimal::ONE, false);
    if one && !plural && scan.pack.format.modifiers_first {
        return Some((first, first + 1));
    }
    // Where the noun comes last and none is in plural, the words are something else: "15 in Kursk region said".
    let counted = if scan.pack.format.modifiers_first { plural } else { one || is_plural(scan, first) };
    (end > first && counted).then_some((first, end))
}

/// Whether the next word can be an adjective of a noun that stands before it: it is in plural as well.
fn agrees(scan: &Scan, noun: usize, next: usize) -> bool {
    names(scan, next) && is_plural(scan, noun) && is_plural(scan, next) && !scan.is_capital(next)
}

/// "los damnificados son 8.900", "deaths rose to 41": the nearest plural with an article or "of" before it.
fn left(scan: &Scan, first: usize, floor: usize) -> Option<(usize, usize)> {
    let stops = |k: usize| {
        scan.gap(k + 1) == Gap::Line || scan.is_sign(k, ".;:,()!?\"«»“”") || scan.kind(k) == Some(TokenKind::Numeral)
    };
    let stretch = (floor..first).rev().take(REACH).take_while(|&k| !stops(k));
    let proper = |k: usize| scan.is_capital(k) && !scan.breaks_before(k);
    let mut candidates = stretch.filter(|&k| names(scan, k) && is_plural(scan, k) && !proper(k));
    let noun = candidates.find(|&k| {
        let before = k.checked_sub(1).filter(|&b| b >= floor);
        let led = before.is_some_and(|b| scan.is(b, Meaning::The) || scan.is(b, Meaning::Of));
        led || scan.is(k, Meaning::Harm) || scan.breaks_before(k)
    })?;
    Some((noun, noun + 1))
}
