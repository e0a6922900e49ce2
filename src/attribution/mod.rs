//! Attribution: who states a figure, where an article names somebody. Without a name it is the article itself.
//!
//! A claim is one place where somebody is told to say something, with the stretch of text that it holds for: the clause
//! behind "dijo que", the sentence before ", dijo", what stands beside "según". A quotation belongs to who is told to say
//! it, over the ends of its sentences. The narrowest claim over a figure tells who states it; where unsure, nobody does.

mod claim;
mod item;
mod phrase;
mod quotation;
mod said;
mod speaker;
mod subject;

use crate::{
    article::{Article, Zone},
    language::Pack,
    quantity::Quantity,
    sentence::Sentence,
    text::{Span, fold},
};
use claim::{Claim, Who};
use item::Item;
use phrase::Habits;
use std::ops::Range;

pub use speaker::{Speaker, Voice};

/// Who states the figures of one article.
#[derive(Debug, Default)]
pub struct Attributions {
    /// Everybody who is named, in order; some more than once, in other words.
    pub speakers: Vec<Speaker>,
    /// For every figure its speaker, by the place in `speakers`.
    pub of_figures: Vec<Option<u32>>,
}

impl Attributions {
    /// Reads who states the figures of an article. Takes time in proportion to the text.
    #[must_use]
    pub fn read(article: &Article, sentences: &[Sentence], quantities: &[Quantity], pack: &Pack) -> Self {
        let found = Self { speakers: Vec::new(), of_figures: vec![None; quantities.len()] };
        if pack.speech.is_empty() {
            return found;
        }
        let habits = Habits {
            modifiers_first: pack.format.modifiers_first,
            nouns_capitalised: pack.format.nouns_capitalised,
            comma_before_that: pack.speech.comma_before_that,
            that_may_lack: pack.speech.that_may_lack,
        };
        let mut reader = Reader { article, quantities, pack, habits, found, last: None, next: 0, at_sentence: 0 };
        for sentences in sentences.chunk_by(|a, b| a.block == b.block) {
            reader.block(sentences);
        }
        let mut found = reader.found;
        found.resolve();
        found
    }

    /// Who states a figure, by its place among the article's.
    #[must_use]
    pub fn speaker(&self, figure: usize) -> Option<&Speaker> {
        let place = *self.of_figures.get(figure)?;
        self.speakers.get(place? as usize)
    }

    /// Gives a bare name the class that it has elsewhere in the article: "el alcalde Luque" tells who "Luque" is.
    fn resolve(&mut self) {
        let known: rustc_hash::FxHashMap<String, Vec<String>> = self
            .speakers
            .iter()
            .filter(|s| !s.classes.is_empty())
            .flat_map(|s| s.names.iter().map(|n| (n.clone(), s.classes.clone())))
            .collect();
        for speaker in self.speakers.iter_mut().filter(|s| s.classes.is_empty()) {
            if let Some(classes) = speaker.names.iter().find_map(|n| known.get(n)) {
                speaker.classes.clone_from(classes);
            }
        }
    }
}

/// For how many sentences somebody who was named can be meant by "he said".
const REMEMBERED: usize = 2;
/// How many claims to each side of a figure are looked at: a sentence without end costs no more than one of a line.
const NEAR: usize = 12;

/// Reads an article block by block.
struct Reader<'a> {
    article: &'a Article,
    quantities: &'a [Quantity],
    pack: &'a Pack,
    habits: Habits,
    found: Attributions,
    /// Who was named last, and in which sentence.
    last: Option<(u32, usize)>,
    /// The first figure that is not yet behind.
    next: usize,
    at_sentence: usize,
}

/// A claim whose speaker is known.
#[derive(Clone, Copy)]
struct Told {
    scope: Span,
    cue: Span,
    speaker: u32,
}

impl Reader<'_> {
    fn block(&mut self, sentences: &[Sentence]) {
        let Some(first) = sentences.first() else { return };
        let block = self.article.blocks.get(first.block as usize).map_or(first.span, |b| b.span);
        let quotations = quotation::quotations(&self.article.text, block);
        let mut told: Vec<Vec<Told>> = Vec::with_capacity(sentences.len());
        let figures_from = self.next;
        for sentence in sentences {
            told.push(self.sentence(sentence));
        }
        let speakers = quoted(&quotations, &told);
        for figure in figures_from..self.next {
            let at = self.quantities[figure].core;
            let place = sentences.partition_point(|s| s.span.start() <= at.start()).saturating_sub(1);
            let sentence = narrowest(&told[place], at);
            let within = || quotations.iter().position(|q| q.contains(at)).and_then(|i| speakers[i]);
            self.found.of_figures[figure] = sentence.or_else(within);
        }
    }

    fn sentence(&mut self, sentence: &Sentence) -> Vec<Told> {
        self.at_sentence += 1;
        let from = self.next;
        while self.quantities.get(self.next).is_some_and(|q| q.core.start() < sentence.span.end()) {
            self.next += 1;
        }
        if sentence.zone == Zone::Boilerplate {
            return Vec::new();
        }
        let text = &self.article.text;
        let items = item::items(text, sentence.span, &self.quantities[from..self.next], self.pack);
        let claims = claim::claims(&items, self.habits);
        let mut told = Vec::with_capacity(claims.len());
        for claim in claims {
            if let Some(speaker) = self.who(&claim) {
                told.push(Told { scope: claim.scope, cue: claim.cue, speaker });
            }
        }
        if told.is_empty() {
            self.remember_subject(&items);
        }
        told
    }

    /// The place of a claim's speaker.
    fn who(&mut self, claim: &Claim) -> Option<u32> {
        match &claim.who {
            Who::Named(words, head) => {
                let place = self.add(self.speaker(words, head.clone()));
                self.last = Some((place, self.at_sentence));
                Some(place)
            }
            Who::Before => self.last.filter(|l| l.1 + REMEMBERED >= self.at_sentence).map(|l| l.0),
        }
    }

    /// Who a sentence begins with may be meant by "he said" in the next: "La alcaldesa visitó la zona. «…», dijo."
    fn remember_subject(&mut self, items: &[Item]) {
        let subject = phrase::phrase(items, 0, self.habits).map(|p| p.with_apposition(items, self.habits));
        let Some(phrase) = subject.filter(|p| p.known) else { return };
        let head = phrase.head.start - phrase.items.start..phrase.head.end - phrase.items.start;
        let speaker = self.speaker(&items[phrase.items], head);
        if !speaker.classes.is_empty() {
            let place = self.add(speaker);
            self.last = Some((place, self.at_sentence));
        }
    }

    fn add(&mut self, speaker: Speaker) -> u32 {
        let place = self.found.speakers.len() as u32;
        self.found.speakers.push(speaker);
        place
    }

    /// The speaker that these words name; their class is read in `head`.
    fn speaker(&self, items: &[Item], head: Range<usize>) -> Speaker {
        let span = items[0].span.cover(items[items.len() - 1].span);
        let classes_in = |range: Range<usize>| {
            let mut classes = Vec::new();
            let mut at = range.start;
            while at < range.end {
                let roles = items[at].roles;
                if roles.speaker > 0 {
                    classes.push(self.pack.speech.class(roles.class).to_owned());
                }
                at += roles.known().max(1) as usize;
            }
            classes.sort();
            classes.dedup();
            classes
        };
        let mut classes = classes_in(head);
        if classes.is_empty() {
            classes = classes_in(0..items.len());
        }
        let name = |i: &&Item| {
            i.is_name() && i.roles.known() == 0 && !i.roles.article && !i.roles.of && !self.habits.nouns_capitalised
        };
        let names = items.iter().filter(name);
        let mut names: Vec<String> = names.map(|i| fold(i.span.of(&self.article.text))).collect();
        names.sort();
        names.dedup();
        Speaker { span, classes, names }
    }
}

/// The speaker of the narrowest claim that holds for a figure. The claims are in order.
fn narrowest(told: &[Told], figure: Span) -> Option<u32> {
    let here = told.partition_point(|t| t.cue.start() < figure.start());
    let near = &told[here.saturating_sub(NEAR)..told.len().min(here + NEAR)];
    let over = near.iter().filter(|t| t.scope.contains(figure) && !t.cue.overlaps(figure));
    over.min_by_key(|t| t.scope.len()).map(|t| t.speaker)
}

/// Who says each quotation: who is told to say a part of it, or else whoever said the one before in this block.
fn quoted(quotations: &[Span], told: &[Vec<Told>]) -> Vec<Option<u32>> {
    let mut speakers: Vec<Option<u32>> = Vec::with_capacity(quotations.len());
    let mut claims = told.iter().flatten().peekable();
    for quotation in quotations {
        // A claim that ended before this quotation began holds for none of those that follow.
        while claims.next_if(|t| t.cue.end().max(t.scope.end()) <= quotation.start()).is_some() {}
        let own = claims
            .clone()
            .take(NEAR)
            .find(|t| t.scope.overlaps(*quotation) && !quotation.contains(t.cue))
            .map(|t| t.speaker);
        let before = speakers.last().copied().flatten();
        speakers.push(own.or(before));
    }
    speakers
}
