//! Subjects: who a verb of saying is said of, before it or behind it.

use super::{
    item::{Figure, Item, Sign},
    phrase::{Habits, Phrase, phrase},
};
use std::ops::Range;

/// How far a subject is looked for, in words and signs.
const REACH: usize = 40;
/// How far behind its verb a subject stands: "informó este martes a la prensa la Policía".
const REACH_BEHIND: usize = 12;
/// How many commas back a subject may stand: "El ministro, Pedro Gil, dijo".
const COMMAS: usize = 3;

/// What is found where a subject may stand.
#[derive(Clone, Debug)]
pub enum Subject {
    /// Somebody.
    Phrase(Phrase),
    /// "he", "they": who was named before.
    Pronoun,
}

/// The subject before a verb, within its clause: "La Policía ha informado", "El ministro, Pedro Gil, dijo".
#[must_use]
pub fn before(items: &[Item], verb: usize, habits: Habits) -> Option<Subject> {
    let low = clause_start(items, verb);
    let commas = commas_before(items, low, verb);
    let nearest = commas.first().map_or(low, |c| c + 1);
    if let Some(found) = within(items, nearest..verb, habits) {
        return Some(whole_name(items, found, nearest, low, habits));
    }
    let empty = items[nearest..verb].iter().all(|i| is_passed_over(i) || i.roles.that);
    if commas.is_empty() || !empty {
        return None;
    }
    // "X, …, dijo": what stands between the commas is an apposition or an aside.
    let mut aside: Option<Phrase> = None;
    for (k, &comma) in commas.iter().enumerate() {
        let from = commas.get(k + 1).map_or(low, |c| c + 1);
        let found = within(items, from..comma, habits);
        let ends_there = |p: &Phrase| p.items.end == comma;
        match (found, aside.take()) {
            (Some(Subject::Phrase(p)), Some(name)) if ends_there(&p) && (p.known || p.named) => {
                return Some(Subject::Phrase(if name.items.start == comma + 1 { p.joined(&name) } else { p }));
            }
            (Some(Subject::Phrase(p)), None) if ends_there(&p) && (p.known || p.named) => aside = Some(p),
            (_, Some(name)) => return Some(Subject::Phrase(name)),
            _ => {}
        }
        let opens = k + 1 == commas.len();
        if let (Some(name), true) = (&aside, opens) {
            return Some(Subject::Phrase(name.clone()));
        }
    }
    None
}

/// "Rosa Vidal, la alcaldesa, …": what was found may be the tail of a name that began before a comma.
fn whole_name(items: &[Item], found: Subject, start: usize, low: usize, habits: Habits) -> Subject {
    let Subject::Phrase(tail) = found else { return found };
    let apposed = start > low + 1 && tail.items.start == start && tail.known != tail.named;
    if !apposed {
        return Subject::Phrase(tail);
    }
    let from = commas_before(items, low, start - 1).first().map_or(low, |c| c + 1);
    match phrase(items, from, habits) {
        Some(head) if head.items.end == start - 1 && head.known == tail.named && head.named == tail.known => {
            Subject::Phrase(head.joined(&tail))
        }
        _ => Subject::Phrase(tail),
    }
}

/// The subject behind a verb: "informó este martes la Policía", "said the mayor".
#[must_use]
pub fn behind(items: &[Item], from: usize, habits: Habits) -> Option<Subject> {
    let end = (from + REACH_BEHIND).min(items.len());
    let mut at = from;
    while at < end {
        let item = &items[at];
        if item.figure == Figure::Number || item.roles.that || !(item.is_word() || item.sign == Sign::Number) {
            return None;
        }
        if item.figure == Figure::Moment {
            at += 1;
        } else if item.roles.preposition {
            // "a la prensa", "on Tuesday": passed over with its noun; but "informou a polícia."
            let also_article = item.roles.article.then(|| phrase(items, at, habits)).flatten();
            if let Some(found) = also_article.filter(|p| ends_at(items, p)) {
                return Some(Subject::Phrase(found.with_apposition(items, habits)));
            }
            at += 1;
            while items.get(at).is_some_and(|i| i.roles.stop && !i.roles.article && !i.roles.preposition) {
                at += 1;
            }
            at = phrase(items, at, habits).map_or(at, |p| p.items.end);
        } else if let Some(found) = phrase(items, at, habits) {
            return Some(Subject::Phrase(found.with_apposition(items, habits)));
        } else if item.roles.pronoun {
            return Some(Subject::Pronoun);
        } else if is_passed_over(item) {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// Whether a sign or the end of the sentence stands behind a phrase.
#[must_use]
pub fn ends_at(items: &[Item], phrase: &Phrase) -> bool {
    items.get(phrase.items.end).is_none_or(|i| !i.is_word() && i.sign != Sign::Number)
}

/// The first noun phrase of a clause that no preposition governs and no other clause follows.
fn within(items: &[Item], range: Range<usize>, habits: Habits) -> Option<Subject> {
    let mut found: Option<Subject> = None;
    // The subject of the clause before, which may go on: "La Junta pagará … y calcula".
    let mut earlier: Option<Subject> = None;
    let mut governed = false;
    let mut acted = false;
    let mut at = range.start;
    while at < range.end {
        let item = &items[at];
        let acts = item.roles.verb || item.roles.says > 0;
        if item.roles.known() == 0 && (acts || item.roles.opener || item.roles.that) && !item.is_name() {
            if item.roles.opener && !item.roles.that {
                earlier = found.take().or(earlier);
                // "in Alabama and Louisiana": what stood under a preposition goes on under it.
                governed = governed && items.get(at + 1).is_some_and(Item::is_name);
            } else if item.roles.that {
                // "El hombre que murió dijo": a relative clause ends no subject.
                let relative = matches!(&found, Some(Subject::Phrase(p)) if p.items.end == at);
                if !relative {
                    (found, earlier, governed) = (None, None, false);
                }
            } else {
                acted = true;
            }
            at += 1;
        } else if item.roles.preposition {
            governed = true;
            at += 1;
        } else if let Some(p) = phrase(&items[..range.end], at, habits) {
            at = p.items.end;
            if !governed && found.is_none() {
                found = Some(Subject::Phrase(p));
            }
            governed = governed && items.get(at).is_some_and(|i| i.roles.opener);
        } else {
            if item.roles.pronoun && found.is_none() {
                found = Some(Subject::Pronoun);
            }
            at += 1;
        }
    }
    let known = |s: &Subject| matches!(s, Subject::Phrase(p) if p.known) || matches!(s, Subject::Pronoun);
    match (found, earlier.filter(known)) {
        // "The police and the army said": no verb stands between the two.
        (Some(_), Some(first)) if !acted => Some(first),
        (found, earlier) => found.or(earlier),
    }
}

/// Where the clause of a verb begins at the earliest.
fn clause_start(items: &[Item], verb: usize) -> usize {
    let low = verb.saturating_sub(REACH);
    (low..verb).rev().find(|&i| items[i].ends_clause()).map_or(low, |i| i + 1)
}

/// The commas between two places, the nearest to the end first.
fn commas_before(items: &[Item], low: usize, end: usize) -> Vec<usize> {
    (low..end).rev().filter(|&i| items[i].sign == Sign::Comma).take(COMMAS).collect()
}

/// Whether a word between a subject and its verb says nothing of who speaks: "también", "ha", "se".
fn is_passed_over(item: &Item) -> bool {
    let roles = item.roles;
    item.figure == Figure::Moment || item.is_word() && (roles.auxiliary || roles.stop && !roles.preposition)
}
