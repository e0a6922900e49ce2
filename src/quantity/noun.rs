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
/// How far to the left of a figure the verb stands that leads from the noun to it, in tokens.
const VERB_REACH: usize = 5;

/// Finds the noun that a figure counts. `floor` and `ceiling` are the ends of the figures beside it.
pub(super) fn attach(scan: &Scan, draft: &mut Draft, floor: usize, ceiling: usize) {
    if !draft.counts || draft.unit_words.is_some() {
        return;
    }
    // "27 autres ont été blessées": what the others are was said before, and not by the nearest noun.
    let others = scan.is(draft.end, Meaning::More);
    let found = right(scan, draft, ceiling)
        .or_else(|| behind_article(scan, draft))
        .or_else(|| predicate(scan, draft))
        .or_else(|| left(scan, draft, floor).filter(|_| !others));
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
    scan.is(k, Meaning::Counted) || scan.is_plural(k) || is_plural_acronym(scan, k)
}

/// "MPs", "ONGs": capitals and the ending of the plural.
fn is_plural_acronym(scan: &Scan, k: usize) -> bool {
    scan.pack.format.plural.iter().any(|ending| {
        let capitals = scan.str(k).strip_suffix(ending.as_str()).unwrap_or_default();
        capitals.len() > 1 && capitals.chars().all(char::is_uppercase)
    })
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
        if !draft.takes_of && len == 1 && k == draft.end + 1 || draft.kind == Kind::Ordinal {
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
        // "current and former employees": the noun stands behind the second modifier.
        let and = scan.at(end, Meaning::And).unwrap_or(0);
        if scan.pack.format.modifiers_first && and > 0 && !is_plural(scan, end - 1) && is_plural(scan, end + and + 1) {
            end += and;
            continue;
        }
        // "women finds": a noun of its own plural is the last.
        if scan.pack.format.modifiers_first && scan.is(end - 1, Meaning::Counted) {
            break;
        }
        // A noun in plural ends the phrase where modifiers come first: "North Korean troops | near Kursk".
        let fate = scan.is(end, Meaning::Verb) || scan.pack.format.nouns_capitalised;
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

/// "ascienden a 11 los muertos", "elevó a 430 el número de afectados": the noun stands behind its article.
fn behind_article(scan: &Scan, draft: &Draft) -> Option<(usize, usize)> {
    let k = draft.end.max(draft.core.1);
    if !scan.is(k, Meaning::The) || scan.gap(k) == Gap::Line {
        return None;
    }
    let counted = k + 1 + scan.at(k + 1, Meaning::NumberOf).unwrap_or(0);
    let harmed = scan.is(counted, Meaning::Harm);
    let noun = names(scan, counted) && is_plural(scan, counted) && (harmed || counted > k + 1);
    noun.then_some((counted, counted + 1))
}

/// "nueve son menores", "83 resultaron lesionadas", "nine killed": what is said of so many, where they have no noun.
fn predicate(scan: &Scan, draft: &Draft) -> Option<(usize, usize)> {
    let first = draft.end.max(draft.core.1);
    let linking =
        |k: usize| scan.is_word(k) && scan.gap(k) == Gap::Space && (is_verb(scan, k) || scan.is(k, Meaning::Copula));
    let k = (first..first + 4).find(|&k| !linking(k))?;
    if draft.kind != Kind::Count {
        return None;
    }
    if k > first && scan.is(k - 1, Meaning::Harm) {
        return Some((k - 1, k));
    }
    if scan.gap(k) != Gap::Space || !scan.is_word(k) {
        return None;
    }
    if let Some(len) = scan.at(k, Meaning::Harm) {
        return Some((k, k + len));
    }
    let said = k > first && scan.is(k - 1, Meaning::Copula) && names(scan, k);
    let last = (k..k + 3).take_while(|&n| names(scan, n) && (n == k || scan.gap(n) == Gap::Space));
    let noun = last.filter(|&n| is_plural(scan, n)).last()?;
    said.then_some((k, noun + 1))
}

/// "los damnificados son 8.900", "deaths rose to 41": the nearest plural with an article or "of" before it, where a verb
/// says that it comes to the figure.
fn left(scan: &Scan, draft: &Draft, floor: usize) -> Option<(usize, usize)> {
    let proper = |k: usize| scan.is_named(k) && !scan.breaks_before(k);
    // Where every noun has a capital, a plural has its ending besides.
    let ending = |k: usize| !scan.pack.format.nouns_capitalised || scan.pack.is_plural_form(scan.str(k));
    let noun = |&k: &usize| names(scan, k) && is_plural(scan, k) && ending(k) && !proper(k);
    let led = |k: usize| {
        let before = k.checked_sub(1).filter(|&b| b >= floor);
        let led = before.is_some_and(|b| scan.is(b, Meaning::The) || scan.is(b, Meaning::Of));
        led || scan.is(k, Meaning::Harm) || scan.breaks_before(k)
    };
    let verb = comes_to(scan, draft, floor)?;
    let found = stretch(scan, floor, verb, ".;:,()!?\"«»“”").take(REACH).filter(noun).find(|&k| led(k));
    // "La cifra de muertos por el derrumbe del lunes, en el oeste, ascendió a nueve."
    let far = || {
        let counted = |k: &usize| scan.is_before(*k, floor, Meaning::NumberOf);
        stretch(scan, floor, verb, ".;:!?").take(3 * REACH).filter(noun).find(counted)
    };
    found.or_else(far).map(|k| (k, k + 1))
}

/// The tokens before `end`, the nearest first, as far back as none is one of these signs or a number.
fn stretch<'a>(scan: &'a Scan, floor: usize, end: usize, signs: &'a str) -> impl Iterator<Item = usize> + 'a {
    let stops = move |k: usize| {
        scan.gap(k + 1) == Gap::Line || scan.is_sign(k, signs) || scan.kind(k) == Some(TokenKind::Numeral)
    };
    (floor..end).rev().take_while(move |&k| !stops(k))
}

/// The word that says that what stands before it comes to the figure: "son", "subió a", "rondan"; the figure itself where a
/// hedge or "of" stands between it and the noun.
fn comes_to(scan: &Scan, draft: &Draft, floor: usize) -> Option<usize> {
    let mut at = draft.first();
    at -= usize::from(at > floor && scan.is(at - 1, Meaning::The));
    if draft.hedge_words.is_some_and(|h| h.0 < draft.core.0) && at > floor && names(scan, at - 1) {
        return Some(at);
    }
    let verb = |k: usize| {
        [Meaning::Verb, Meaning::Rise, Meaning::Fall, Meaning::Reach].into_iter().any(|m| scan.is(k, m))
            || scan.pack.is_verb_form(scan.str(k))
    };
    let near = stretch(scan, floor, at, ".;:,()!?\"«»“”").take(VERB_REACH);
    let only_small = |k: usize| verb(k) || scan.is(k, Meaning::Stop) || scan.is(k, Meaning::To) || scan.is_known(k);
    near.take_while(|&k| only_small(k)).find(|&k| verb(k))
}
