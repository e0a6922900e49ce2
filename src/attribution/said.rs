//! Verbs of saying: "dijo que", ", dijo", "cifró en", with who says it and what is said.

use super::{
    claim::{Reader, Who},
    item::{Figure, Item, Sign},
    phrase::phrase,
    subject::{self, Subject},
};

/// How far behind a verb "that" stands: "dijo este lunes en la sede del partido que".
const REACH_OF_THAT: usize = 14;
/// How far before a participle its auxiliary stands: "hat die Polizei am Abend mitgeteilt".
const REACH_OF_AUXILIARY: usize = 10;
/// How far from a verb of saying a colon or a quotation opens what is said.
const REACH_OF_QUOTE: usize = 8;

/// A verb of saying.
#[derive(Clone, Copy)]
pub(super) struct Verb {
    start: usize,
    end: usize,
    /// Whether it only tells figures: "cifró".
    figure: bool,
}

impl Reader<'_> {
    /// The verb of saying at an item, where it is one: no noun behind an article, no participle without its auxiliary, and
    /// said by somebody ("se estima" is said by nobody).
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let item = self.get(at)?;
        let roles = item.roles;
        let finite = roles.says.max(roles.figure);
        let participle = roles.participle.max(roles.figure_participle);
        if finite.max(participle) == 0 || item.capital && at > 0 && !self.items[at - 1].ends_clause() {
            return None;
        }
        let passive = self.follows(at, |i| i.roles.passive)
            || self.follows(at, |i| i.roles.auxiliary || i.roles.article) && self.follows(at - 1, |i| i.roles.passive);
        if passive {
            return None;
        }
        let helped = |reach: usize| {
            let before = (at.saturating_sub(reach)..at).rev().take_while(|&i| self.items[i].sign != Sign::Comma);
            before.into_iter().find(|&i| self.items[i].roles.auxiliary)
        };
        if finite > 0 && !self.is_noun(at, finite) {
            let start = helped(1).unwrap_or(at);
            return Some(Verb { start, end: at + finite as usize, figure: roles.says == 0 });
        }
        let start = helped(REACH_OF_AUXILIARY).filter(|_| participle > 0)?;
        let between = self.items[start + 1..at].iter().all(|i| i.roles.stop);
        let start = if between { start } else { at };
        Some(Verb { start, end: at + participle as usize, figure: roles.participle == 0 })
    }

    /// Whether what could be a verb is a noun: "la cuenta", but not "el FMI la estima" or "en compten".
    fn is_noun(&self, at: usize, words: u8) -> bool {
        let roles = self.items[at].roles;
        let leads = |i: &Item| i.roles.article || i.roles.of || i.roles.preposition && roles.says > 0;
        let pronoun = self.follows(at, |i| i.roles.article)
            && self.follows(at - 1, |i| i.roles.known() > 0 || i.is_name() && !i.roles.stop);
        words == 1 && !roles.verb && self.follows(at, leads) && !pronoun
    }

    /// A verb of saying with its subject, and what is said.
    pub(super) fn said(&mut self, verb: Verb) -> Option<usize> {
        if self.is_about_its_noun(verb) {
            return None;
        }
        let opens = self.opens_tail(verb.start);
        let flanked = opens
            && self.follows(verb.start, |i| !i.is_word())
            && self.get(verb.end).is_none_or(|i| matches!(i.sign, Sign::Comma | Sign::Stop | Sign::Quote | Sign::Dash));
        if flanked {
            // ", agregó,": who was named before.
            let scope = self.boundary(verb.start)..self.clause_end(verb.end);
            self.add(verb.start, verb.end, scope, false, Who::Before);
            return Some(verb.end);
        }
        let (who, inverted) = self.subject(verb, opens);
        let (start, end) = match &who {
            Some(Subject::Phrase(p)) => (verb.start.min(p.items.start), verb.end.max(p.items.end)),
            _ => (verb.start, verb.end),
        };
        let (that, quote) = (self.that_behind(verb.end, end), self.quote_behind(end));
        let (tail, closes) = (self.opens_tail(start), self.closes(end));
        let known = self.tells(who.as_ref());
        let led = matches!(&who, Some(Subject::Phrase(p)) if p.led);
        if verb.figure && (!known || inverted) {
            return None;
        }
        let who = match &who {
            Some(Subject::Phrase(p)) => self.named(p),
            Some(Subject::Pronoun) => Who::Before,
            None if that.is_some() && start < 2 => Who::Before,
            None => return None,
        };
        let quoted = tail && inverted && self.after_quote(start);
        if let Some(from) = that.or(quote).filter(|_| !quoted) {
            self.add(start, end.min(from), from..self.clause_end(from), true, who);
        } else if tail && (closes || inverted) {
            self.add(start, end, self.boundary(start)..start, false, who);
        } else if known || matches!(who, Who::Before) || self.habits.that_may_lack && led && !inverted {
            let from = self.behind_moment(end);
            self.add(start, end, from..self.clause_end(from), true, who);
        } else {
            return None;
        }
        Some(end)
    }

    /// Who a verb is said of, and whether they stand behind it. `opens`: a comma or a quotation mark stands before the verb.
    fn subject(&self, verb: Verb, opens: bool) -> (Option<Subject>, bool) {
        let before = subject::before(self.items, verb.start, self.habits);
        let behind = subject::behind(self.items, verb.end, self.habits);
        let closes = match &behind {
            // "…», relató una vecina que vive allí".
            Some(Subject::Phrase(p)) => {
                self.closes(p.items.end) || self.get(p.items.end).is_some_and(|i| i.roles.that && opens)
            }
            _ => self.closes(verb.end + 1),
        };
        let (tells_before, tells_behind) = (self.tells(before.as_ref()), self.tells(behind.as_ref()));
        let inverted = match (opens, &before) {
            (false, Some(_)) => false,
            (false, None) => tells_behind || closes,
            (true, _) => (tells_behind || !tells_before) && closes || !tells_before && tells_behind,
        };
        if inverted && behind.is_some() { (behind, true) } else { (before, false) }
    }

    /// Whether a verb stands in a relative clause with a subject of its own: "una cifra que Pionyang jamás confirmó" is said
    /// of the noun, and by nobody who speaks in the sentence.
    fn is_about_its_noun(&self, verb: Verb) -> bool {
        let Verb { start: verb, end, .. } = verb;
        let opens = |i: &Item| i.ends_clause() || i.sign == Sign::Comma;
        let low = (0..verb).rev().find(|&i| opens(&self.items[i])).map_or(0, |i| i + 1);
        let Some(that) = (low..verb).rev().find(|&i| self.items[i].roles.that) else { return false };
        let from = low + self.items[low].roles.according_to as usize;
        let Some(noun) = phrase(&self.items[..that], from, self.habits).filter(|p| p.items.end == that && !p.named)
        else {
            return false;
        };
        let speaks = self.items[noun.items].iter().any(|i| i.roles.speaker > 0);
        let acts = self.items[that + 1..verb].iter().any(|i| i.roles.verb || i.roles.says > 0);
        let first = phrase(&self.items[..verb], that + 1, self.habits).is_some();
        let behind = || self.tells(subject::behind(self.items, end, self.habits).as_ref());
        !speaks && !acts && (first || that + 1 == verb && behind())
    }

    fn tells(&self, who: Option<&Subject>) -> bool {
        matches!(who, Some(Subject::Phrase(p)) if p.tells(self.habits))
    }

    /// Whether a comma, a quotation mark or a dash stands before an item, with nothing but small words between: what it
    /// opens is told of what stands before.
    fn opens_tail(&self, at: usize) -> bool {
        let small = |i: &Item| {
            let roles = i.roles;
            roles.auxiliary || roles.opener || roles.pronoun || roles.stop && !roles.article && !roles.preposition
        };
        let before = (0..at).rev().take(4).find(|&i| !small(&self.items[i]));
        before.is_some_and(|i| i > 0 && matches!(self.items[i].sign, Sign::Comma | Sign::Quote | Sign::Dash))
    }

    /// Whether a quotation ends before an item, or before the comma before it.
    fn after_quote(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).rev().any(|i| self.items[i].sign == Sign::Quote && self.items[i].glued)
    }

    /// Whether nothing is said behind an item: the sentence ends there, or a comma or a quotation mark follows, or the day
    /// on which it was said.
    fn closes(&self, from: usize) -> bool {
        let mut at = from;
        let mut dated = false;
        while let Some(item) = self.get(at).filter(|_| at < from + REACH_OF_THAT) {
            if matches!(item.sign, Sign::Comma | Sign::Stop | Sign::Quote | Sign::Dash | Sign::Semicolon) {
                return true;
            }
            if item.figure == Figure::Moment {
                (at, dated) = (at + 1, true);
            } else if dated && !item.roles.that && item.sign != Sign::Colon {
                return true;
            } else if item.figure == Figure::Number || item.sign == Sign::Colon {
                return false;
            } else if item.roles.preposition {
                at = phrase(self.items, at + 1, self.habits).map_or(at + 1, |p| p.items.end);
            } else if item.roles.stop && !item.roles.article && !item.roles.that {
                at += 1;
            } else {
                return false;
            }
        }
        at >= self.items.len()
    }

    /// Behind "that", where it opens what is said.
    fn that_behind(&self, verb: usize, subject: usize) -> Option<usize> {
        let end = (subject.max(verb) + REACH_OF_THAT).min(self.items.len());
        for at in verb..end {
            let item = &self.items[at];
            if item.roles.that {
                let comma = self.follows(at, |i| i.sign == Sign::Comma) && at == subject + 1;
                let relative = comma && !self.habits.comma_before_that;
                return (!relative).then_some(at + 1);
            }
            let stops = item.ends_clause() || item.figure == Figure::Number || item.sign == Sign::Stop;
            if stops || item.roles.says > 0 && at > verb && item.roles.known() == 0 {
                return None;
            }
        }
        None
    }

    /// Behind a colon or before a quotation that opens what is said.
    fn quote_behind(&self, from: usize) -> Option<usize> {
        let end = (from + REACH_OF_QUOTE).min(self.items.len());
        for at in from..end {
            let item = &self.items[at];
            match item.sign {
                Sign::Colon => return Some(at + 1).filter(|a| *a < self.items.len()),
                // A mark that is glued to what stands before it closes.
                Sign::Quote if !item.glued => return Some(at),
                Sign::Comma | Sign::Semicolon | Sign::Stop | Sign::Quote => return None,
                _ if item.figure == Figure::Number => return None,
                _ => {}
            }
        }
        None
    }

    /// Behind the day on which something was said.
    fn behind_moment(&self, from: usize) -> usize {
        let moment_next = |at: usize| self.items[at + 1..].iter().take(2).any(|i| i.figure == Figure::Moment);
        let mut at = from;
        while self.get(at).is_some_and(|i| i.figure == Figure::Moment || i.roles.stop && moment_next(at)) {
            at += 1;
        }
        at
    }
}
