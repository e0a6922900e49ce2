//! Claims: places where somebody is told to say something, each with the stretch of the sentence that it holds for.

use super::{
    item::{Figure, Item, Sign},
    phrase::{Habits, Phrase, phrase},
    subject::{self, Subject},
};
use crate::{language::Roles, text::Span};
use std::ops::Range;

/// One place where somebody is told to say something.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it holds for.
    pub scope: Span,
    /// The words that tell so; figures among them are none of what is said.
    pub cue: Span,
    /// Who says it.
    pub who: Who,
}

/// Who says something.
#[derive(Clone, Debug)]
pub enum Who {
    /// The one that is named here, by these words, of these classes.
    Named(Vec<Item>, Range<usize>),
    /// Who was named before: "he said", "añadió".
    Before,
}

/// How far a clause reaches: a sentence without end costs no more than one of a page.
const LONGEST_CLAUSE: usize = 400;
/// How far before a bracket the figure stands that the bracket speaks of.
const BEFORE_BRACKET: usize = 8;

/// The claims of a sentence, in order. What stands in brackets is read by itself: "(según la Policía, 11)".
#[must_use]
pub fn claims(items: &[Item], habits: Habits) -> Vec<Claim> {
    let mut main = Vec::with_capacity(items.len());
    let mut claims = Vec::new();
    let mut at = 0;
    while at < items.len() {
        let close = (items[at].sign == Sign::Open).then(|| closing(items, at)).flatten();
        match close {
            Some(close) => {
                claims.extend(Reader::new(&items[at + 1..close], habits, figure_at_end(&main)).read());
                at = close + 1;
            }
            None => {
                main.push(items[at]);
                at += 1;
            }
        }
    }
    claims.extend(Reader::new(&main, habits, None).read());
    claims.sort_by_key(|c| c.cue);
    claims
}

/// The bracket that closes what an item opens.
fn closing(items: &[Item], open: usize) -> Option<usize> {
    let rest = items[open + 1..].iter().take(LONGEST_CLAUSE);
    rest.into_iter().position(|i| i.sign == Sign::Close).map(|i| open + 1 + i)
}

/// The figure that stands last before a bracket.
fn figure_at_end(main: &[Item]) -> Option<Span> {
    let near = &main[main.len().saturating_sub(BEFORE_BRACKET)..];
    let last = near.iter().rposition(|i| i.figure == Figure::Number)?;
    let first = near[..last].iter().rposition(|i| i.figure != Figure::Number).map_or(0, |i| i + 1);
    Some(near[first].span.cover(near[last].span))
}

/// A claim with what later ones ask of it.
struct Found {
    claim: Claim,
    /// The items of its cue.
    start: usize,
    end: usize,
    /// Whether it holds for what stands behind it.
    forward: bool,
}

/// Reads the claims of a clause or a bracket.
pub(super) struct Reader<'a> {
    pub(super) items: &'a [Item],
    pub(super) habits: Habits,
    /// The figure before the bracket.
    outside: Option<Span>,
    found: Vec<Found>,
}

impl<'a> Reader<'a> {
    fn new(items: &'a [Item], habits: Habits, outside: Option<Span>) -> Self {
        Self { items, habits, outside, found: Vec::new() }
    }

    fn read(mut self) -> impl Iterator<Item = Claim> {
        let mut at = 0;
        while at < self.items.len() {
            at = self.claim_at(at).unwrap_or(at + 1).max(at + 1);
        }
        self.found.into_iter().map(|f| f.claim)
    }

    /// Reads what begins at an item; gives the item to go on from.
    fn claim_at(&mut self, at: usize) -> Option<usize> {
        let roles = self.items[at].roles;
        if roles.according_to > 0
            && !self.follows(at, |i| i.roles.article)
            && let Some(end) = self.according_to(at)
        {
            return Some(end);
        }
        if roles.according_to_behind > 0
            && let Some(end) = self.according_to_behind(at)
        {
            return Some(end);
        }
        if let Some(verb) = self.verb(at) {
            return self.said(verb);
        }
        self.headline(at).or_else(|| self.ellipsis(at))
    }

    pub(super) fn get(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    pub(super) fn follows(&self, at: usize, what: impl Fn(&Item) -> bool) -> bool {
        at.checked_sub(1).and_then(|b| self.get(b)).is_some_and(what)
    }

    /// "según la Policía", "según informó la Policía".
    fn according_to(&mut self, at: usize) -> Option<usize> {
        let mut from = at + self.items[at].roles.according_to as usize;
        while self.get(from).is_some_and(|i| i.roles.auxiliary || i.figure == Figure::Moment) {
            from += 1;
        }
        let verb = self.get(from).map(|i| i.roles.says.max(i.roles.participle)).filter(|w| *w > 0);
        let known = self.get(from).is_some_and(|i| i.roles.known() > 0);
        let who = match verb.filter(|_| !known) {
            Some(words) => match subject::behind(self.items, from + words as usize, self.habits)? {
                Subject::Phrase(p) => p,
                Subject::Pronoun => return None,
            },
            None => phrase(self.items, from, self.habits)?.with_apposition(self.items, self.habits),
        };
        let two_names = || self.items[who.items.clone()].iter().filter(|i| i.is_name()).count() > 1 && !who.led;
        if verb.is_none() && !who.tells(self.habits) && !two_names() {
            return None;
        }
        let end = who.items.end;
        let who = self.in_relative_clause(&who).unwrap_or(who);
        self.beside(at, end, &who);
        Some(end)
    }

    /// "según los datos que publicó el Ministerio": the one who gave what is vague by itself.
    fn in_relative_clause(&self, what: &Phrase) -> Option<Phrase> {
        let that = what.items.end;
        let vague = !what.named && self.items[what.items.clone()].iter().all(|i| i.roles.speaker == 0);
        self.get(that).filter(|i| vague && i.roles.that)?;
        let giver = match self.verb_words(that + 1) {
            Some(words) => match subject::behind(self.items, that + 1 + words, self.habits)? {
                Subject::Phrase(p) => p,
                Subject::Pronoun => return None,
            },
            None => phrase(self.items, that + 1, self.habits)?,
        };
        let tells = giver.named || self.items[giver.items.clone()].iter().any(|i| i.roles.speaker > 0);
        tells.then_some(giver)
    }

    /// How many words of a verb begin at an item, an auxiliary before it included. A plain word where a subject would have
    /// its article is taken for a verb that is not known.
    fn verb_words(&self, at: usize) -> Option<usize> {
        let helped = self.get(at).is_some_and(|i| i.roles.auxiliary);
        let item = self.get(at + usize::from(helped))?;
        let Roles { says, participle, verb, article, stop, preposition, .. } = item.roles;
        let plain = item.is_word() && !(item.capital || article || stop || preposition || item.roles.known() > 0);
        let words = says.max(participle).max(u8::from(verb || plain));
        (words > 0).then_some(usize::from(helped) + words as usize)
    }

    /// "der Polizei zufolge".
    fn according_to_behind(&mut self, at: usize) -> Option<usize> {
        let low = at.saturating_sub(8);
        let start = (low..at).rev().take_while(|&i| self.items[i].is_word()).last()?;
        let who = (start..at)
            .find_map(|i| phrase(&self.items[..at], i, self.habits).filter(|p| p.items.end == at && p.known))?;
        self.beside(who.items.start, at + 1, &who);
        Some(at + 1)
    }

    /// A claim that holds for the figures before it in its clause, or, where there are none, for those behind it.
    fn beside(&mut self, start: usize, end: usize, who: &Phrase) {
        let boundary = self.boundary(start);
        let stop = self.clause_end(end);
        let told = |range: Range<usize>, what: Figure| self.items[range].iter().any(|i| i.figure == what);
        let behind = !told(boundary..start, Figure::Number)
            && (told(end..stop, Figure::Number) || !told(boundary..start, Figure::Moment));
        if behind || self.leads_to_figure(start, end) {
            return self.add(start, end, end..stop, true, self.named(who));
        }
        let from = match self.found.last() {
            // "dijo que hubo 18.000, 60.000 según …": what was said before keeps its own.
            Some(last) if last.forward => self.nearest_figure_clause(last.end, start),
            _ => boundary,
        };
        self.add(start, end, from..start, false, self.named(who));
    }

    /// "starben laut Polizei 12 Menschen": within a clause, a figure directly behind.
    fn leads_to_figure(&self, start: usize, end: usize) -> bool {
        let near = self.items[end..].iter().take(3);
        let mut near = near.take_while(|i| i.sign != Sign::Comma && !i.roles.opener);
        !self.follows(start, |i| i.sign == Sign::Comma) && near.any(|i| i.figure == Figure::Number)
    }

    /// Where what stands before an item can begin: behind the claim before, or a semicolon.
    pub(super) fn boundary(&self, at: usize) -> usize {
        let low = self.found.last().map_or(0, |f| f.end).min(at);
        (low..at).rev().find(|&i| self.items[i].sign == Sign::Semicolon).map_or(low, |i| i + 1)
    }

    /// The beginning of the nearest part before an item, between commas or openers of clauses, that holds a figure.
    fn nearest_figure_clause(&self, low: usize, at: usize) -> usize {
        let mut seen = false;
        for i in (low..at).rev() {
            let item = &self.items[i];
            seen |= item.figure != Figure::None;
            let parts = item.sign == Sign::Comma && item.figure == Figure::None || item.roles.opener;
            if seen && parts {
                return i + 1;
            }
        }
        low
    }

    /// Where the clause that begins at an item ends: at a semicolon, or at the end.
    pub(super) fn clause_end(&self, from: usize) -> usize {
        let end = self.items.len().min(from + LONGEST_CLAUSE);
        (from..end).find(|&i| self.items[i].sign == Sign::Semicolon).unwrap_or(end)
    }

    pub(super) fn named(&self, who: &Phrase) -> Who {
        let head = who.head.start - who.items.start..who.head.end - who.items.start;
        Who::Named(self.items[who.items.clone()].to_vec(), head)
    }

    /// Keeps a claim. In a bracket that says nothing else it holds for the figure before the bracket.
    pub(super) fn add(&mut self, start: usize, end: usize, scope: Range<usize>, forward: bool, who: Who) {
        if start >= end {
            return;
        }
        let cover = |range: Range<usize>| self.items[range.start].span.cover(self.items[range.end - 1].span);
        let scope = if scope.is_empty() { self.outside } else { Some(cover(scope)) };
        if let Some(scope) = scope {
            let claim = Claim { scope, cue: cover(start..end), who };
            self.found.push(Found { claim, start, end, forward });
        }
    }

    /// "Policía: hay doce muertos": a speaker and a colon at the head of a sentence.
    fn headline(&mut self, at: usize) -> Option<usize> {
        if at > 0 {
            return None;
        }
        let who = phrase(self.items, 0, self.habits).filter(|p| p.known && p.items.len() <= 6)?;
        let end = who.items.end;
        self.get(end).filter(|i| i.sign == Sign::Colon)?;
        // "Bomberos: 116" is no claim.
        let words = self.items[end + 1..].iter().take(12).filter(|i| i.is_word() && i.figure == Figure::None).count();
        if words < 2 {
            return None;
        }
        self.add(0, end + 1, end + 1..self.items.len(), true, self.named(&who));
        Some(end + 1)
    }

    /// "…; los organizadores, en 60.000": a speaker beside a figure, where one was told before in the sentence.
    fn ellipsis(&mut self, at: usize) -> Option<usize> {
        let last = self.found.last().filter(|f| f.forward || f.start < at)?;
        let opens = |i: &Item| matches!(i.sign, Sign::Comma | Sign::Semicolon) || i.roles.opener && !i.roles.that;
        let led = self.follows(at, |i| i.roles.preposition) && at >= 2 && opens(&self.items[at - 2]);
        if at < last.end || !(self.follows(at, opens) || led) {
            return None;
        }
        let who = phrase(self.items, at, self.habits).filter(|p| p.known)?;
        let mut figure = who.items.end;
        while self.get(figure).is_some_and(|i| i.sign == Sign::Comma || i.roles.preposition)
            && figure < who.items.end + 2
        {
            figure += 1;
        }
        self.get(figure).filter(|i| i.figure == Figure::Number)?;
        self.add(at, who.items.end, figure..self.clause_end(figure), true, self.named(&who));
        Some(figure)
    }
}
