//! Alignment: which sentences tell the same thing, which figures state the same fact.
//!
//! An index proposes few candidates, a careful comparison judges each pair, and average linkage makes groups of them.

pub mod candidates;
pub mod cluster;
pub mod constraints;
pub mod context;
pub mod crowd;
pub mod dispatch;
pub mod events;
pub mod features;
pub mod jury;
pub mod model;
pub mod network;
pub mod rival;
pub mod second_look;
pub mod similarity;
pub mod stand;
pub mod stored;
pub mod surroundings;
pub mod terms;

use crate::{
    concept::Lexicon,
    corpus::{ArticleId, Corpus, QuantityId, SentenceId},
    quantity::{
        Kind,
        relation::{Relation, Stance},
    },
};
use context::Context;
use dispatch::Dispatches;
use events::Events;
use features::{Extractor, Features};
use rayon::prelude::*;
use rust_decimal::Decimal;
use similarity::Gist;
use surroundings::Surroundings;
use terms::Terms;

/// Sums below this come about by chance.
const SUM_FROM: i64 = 40;
/// How many figures away the other part of a sum may stand.
const SUM_REACH: u32 = 4;

/// All that was read for comparing: terms, contexts, gists. What groups and reasons are made from.
#[derive(Debug)]
pub struct Aligned<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// The words as terms.
    pub terms: Terms,
    /// The context of every figure, in the order of their ids.
    pub contexts: Vec<Context>,
    /// The words around every figure, in the order of their ids.
    pub surroundings: Vec<Surroundings>,
    /// The gist of every sentence, in the order of their ids.
    pub gists: Vec<Gist>,
    /// The concepts.
    pub lexicon: &'a Lexicon,
    /// Which articles print one dispatch.
    pub dispatches: Dispatches,
}

/// Two figures that were compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The first, by the place of its context.
    pub a: u32,
    /// The second, further on.
    pub b: u32,
    /// What they have in common.
    pub features: Features,
    /// How they would stand, were they one fact.
    pub relation: Relation,
    /// Whether they cannot state one fact, whatever their words: with different values one sentence states both, they count
    /// the dead and the injured, one begins a span and the other ends one, or two speakers of one article speak of two places; or one is a part of the other by the sum
    /// of its sentence.
    pub parted: bool,
}

impl<'a> Aligned<'a> {
    /// Reads a corpus for comparing.
    #[must_use]
    pub fn read(corpus: &'a Corpus, lexicon: &'a Lexicon) -> Self {
        let terms = Terms::of(corpus);
        let contexts = context::contexts(corpus, &terms, lexicon);
        let surroundings = surroundings::surroundings(corpus, &terms, lexicon);
        let gists = similarity::gists(corpus, &terms, lexicon);
        let dispatches = Dispatches::of(corpus, &terms);
        Self { corpus, terms, contexts, surroundings, gists, lexicon, dispatches }
    }

    /// The sentences that tell the same thing.
    #[must_use]
    pub fn sentences(&self) -> Alignment {
        Alignment { pairs: similarity::align_sentences(self.corpus, &self.gists) }
    }

    /// Which articles tell of one event.
    #[must_use]
    pub fn events(&self) -> Events {
        Events::of(self.corpus, &self.terms, self.lexicon)
    }

    /// Compares the figures that are worth comparing, in order.
    #[must_use]
    pub fn compare(&self) -> Vec<Compared> {
        self.compare_within(&self.events())
    }

    /// The same, where it is known which articles tell of one event.
    #[must_use]
    pub fn compare_within(&self, events: &Events) -> Vec<Compared> {
        let pairs = candidates::candidates(self.corpus, &self.contexts, &self.terms, events);
        let extractor = Extractor::new(self.corpus, &self.contexts, &self.gists, self.lexicon);
        let compare = |(a, b): (u32, u32)| {
            let (features, relation) = extractor.features(a as usize, b as usize)?;
            let (x, y) = (&self.contexts[a as usize], &self.contexts[b as usize]);
            let apart = relation.stance != Stance::Agree;
            let parted = apart && (extractor.told_apart(x, y, &features) || rival::elsewhere(self, x, y, &features))
                || self.part_of(x, y)
                || self.part_of(y, x);
            Some(Compared { a, b, features, relation, parted })
        };
        let mut compared: Vec<Compared> = pairs.into_par_iter().filter_map(compare).collect();
        crowd::add(self.corpus, &self.contexts, &mut compared);
        compared
    }

    /// Whether the sentence of the first makes up the second from it and one other figure: 5,000 builders and 1,000
    /// sappers where the second says 6,000 in all. Small sums come about by chance.
    fn part_of(&self, part: &Context, whole: &Context) -> bool {
        let exact = |id: QuantityId| Some(self.corpus.quantity(id)).filter(|q| q.kind == Kind::Count)?.exact();
        let (Some(of), Some(all)) = (exact(part.quantity), exact(whole.quantity)) else { return false };
        if of >= all || all < Decimal::from(SUM_FROM) {
            return false;
        }
        let Some(rest) = all.checked_sub(of) else { return false };
        let mut near = self.corpus.beside(part.quantity, SUM_REACH);
        near.any(|q| self.corpus.sentence_of(q) == part.sentence && exact(q) == Some(rest))
    }

    /// The figures that state one fact, given how likely each compared pair does: every figure is in one group, by the
    /// place of its context.
    #[must_use]
    pub fn group(&self, compared: &[Compared], likelihoods: &[f32], stop: f32) -> Vec<Vec<u32>> {
        let links: Vec<(u32, u32, f32)> = compared
            .iter()
            .zip(likelihoods)
            .map(|(c, p)| (c.a, c.b, if c.parted { cluster::CANNOT_LINK } else { *p }))
            .collect();
        cluster::average_linkage(self.contexts.len(), &links, stop)
    }
}

/// Sentences of different articles that tell the same thing, many to many, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Pairs of sentences of two different articles with their similarity from 0 to 1, `a` before `b`, sorted by `a`, then `b`.
    pub pairs: Vec<(SentenceId, SentenceId, f32)>,
}

impl Alignment {
    /// The sentences of `article` that tell what `sentence` tells, the most similar first.
    #[must_use]
    pub fn partners(&self, corpus: &Corpus, sentence: SentenceId, article: ArticleId) -> Vec<(SentenceId, f32)> {
        let mut found: Vec<_> = self
            .pairs
            .iter()
            .filter_map(|&(a, b, s)| (a == sentence).then_some((b, s)).or((b == sentence).then_some((a, s))))
            .filter(|&(other, _)| corpus.article_of_sentence(other) == article)
            .collect();
        found.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;

    /// Whether the first figure of one text and the first of the other are kept apart whatever their words.
    fn check(a: &str, b: &str, expected: bool) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(&[a, b], &languages);
        let aligned = Aligned::read(&corpus, Lexicon::built_in());
        let second = corpus.quantities_of(ArticleId(1)).next().expect("the second text has a figure").0;
        let compared = aligned.compare();
        let pair = compared.iter().find(|c| (c.a, c.b) == (0, second)).expect("the two are compared");
        assert_eq!(pair.parted, expected, "{a} / {b}");
    }

    #[test]
    fn a_part_is_not_the_sum_that_its_sentence_makes_up() {
        check("Llegaron 5.000 obreros y 1.000 zapadores.", "Llegaron 6.000 obreros.", true);
        check("Llegaron 5.000 obreros y 2.000 zapadores.", "Llegaron 6.000 obreros.", false);
        // Half of the other is no part of it by itself: it takes a second figure to make up a sum.
        check("Llegaron 3.000 obreros.", "Llegaron 6.000 obreros.", false);
        check("Llegaron 5.000 obreros. Había 1.000 zapadores.", "Llegaron 6.000 obreros.", false);
    }
}
