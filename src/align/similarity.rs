//! How alike two sentences are: shared terms by their rarity, spelling by strsim, digits left out.

use super::{
    context::Bag,
    terms::{self, TermId, Terms, Word},
};
use crate::{
    concept::{ConceptId, Lexicon},
    corpus::{ArticleId, Corpus, SentenceId},
    sense::{Direction, Senses},
};
use rayon::prelude::*;

/// What one sentence speaks of.
#[derive(Clone, Debug, Default)]
pub struct Gist {
    /// Its terms by how telling they are.
    pub terms: Bag<TermId>,
    /// Its cognate keys by rarity.
    pub cognates: Bag<TermId>,
    /// Its concepts.
    pub concepts: Bag<ConceptId>,
    /// Where the meaning of its words points to.
    pub sense: Direction,
}

/// The gist of every sentence of a corpus, in the order of their ids.
#[must_use]
pub fn gists(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon) -> Vec<Gist> {
    let gist = |words: &[Word]| {
        let content = || words.iter().filter(|w| !w.common);
        Gist {
            terms: Bag::new(content().map(|w| (w.term, telling(w))).collect()),
            cognates: Bag::new(content().filter_map(|w| w.cognate.map(|k| (k, terms.idf(k)))).collect()),
            concepts: Bag::new(terms::concepts(words, lexicon).map(|c| (c, 1.0)).collect()),
            sense: Senses::built_in().direction(words.iter().filter_map(|w| Some((w.sense?, telling(w))))),
        }
    };
    let articles: Vec<_> = corpus.article_ids().collect();
    let gists = |id: &ArticleId| terms.sentences(corpus, *id).map(gist).collect::<Vec<_>>();
    articles.par_iter().map(gists).collect::<Vec<_>>().into_iter().flatten().collect()
}

/// How much a word tells of what its sentence is about, 0 to 1, whatever else is loaded. The root, since even a common
/// word says something in a short sentence (STS-B in Spanish: .68 for .64).
fn telling(word: &Word) -> f32 {
    word.sense.map_or(1.0, |sense| Senses::built_in().telling(sense).sqrt())
}

impl Gist {
    /// From 0, nothing in common, to 1, the same words: half by the words, half by what they mean together. On pairs of
    /// sentences that people judged (STS-B in Spanish) either half alone does worse than both.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f32 {
        (1.0 - MEANING) * self.worded(other) + MEANING * self.sense.cosine(&other.sense).max(0.0)
    }

    /// How much is worded alike. Across languages the concepts and cognates stand in for the words.
    fn worded(&self, other: &Self) -> f32 {
        let words = self.terms.cosine(&other.terms);
        let cognates = self.cognates.cosine(&other.cognates);
        let concepts = self.concepts.cosine(&other.concepts);
        let bridge = (0.55 * cognates + 0.45 * concepts).min(1.0);
        words.max(0.75 * words + 0.25 * bridge).max(bridge * 0.9)
    }
}

/// What the meaning of the words counts beside the words themselves.
const MEANING: f32 = 0.4;
/// Sentences from this similarity on are shown as telling the same thing.
const ALIKE: f32 = 0.22;
/// How many partners a sentence may have in all.
const PARTNERS: usize = 12;
/// Terms in more sentences than this are no way to find a partner: they would make the index quadratic.
const TOO_COMMON: usize = 400;

/// Pairs of sentences of different articles that tell the same thing, found through an index of their rarer terms and
/// judged by [`Gist::similarity`]. Sorted by the first, then the second.
#[must_use]
pub fn align_sentences(corpus: &Corpus, gists: &[Gist]) -> Vec<(SentenceId, SentenceId, f32)> {
    let mut index: rustc_hash::FxHashMap<Key, Vec<u32>> = rustc_hash::FxHashMap::default();
    for (i, gist) in gists.iter().enumerate() {
        for key in keys(gist) {
            index.entry(key).or_default().push(i as u32);
        }
    }
    let articles: Vec<_> = corpus.sentence_ids().map(|s| corpus.article_of_sentence(s)).collect();
    let partners = |votes: &mut rustc_hash::FxHashMap<u32, u32>, (i, gist): (usize, &Gist)| {
        votes.clear();
        for key in keys(gist) {
            let Some(list) = index.get(&key).filter(|l| l.len() <= TOO_COMMON) else { continue };
            for &j in list.iter().filter(|j| **j as usize > i && articles[**j as usize] != articles[i]) {
                *votes.entry(j).or_default() += 1;
            }
        }
        let mut found: Vec<(u32, f32)> = votes
            .iter()
            .filter(|v| *v.1 >= 2)
            .map(|(&j, _)| (j, gist.similarity(&gists[j as usize])))
            .filter(|f| f.1 >= ALIKE)
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(PARTNERS);
        found.sort_by_key(|f| f.0);
        found.into_iter().map(|(j, s)| (SentenceId(i as u32), SentenceId(j), s)).collect::<Vec<_>>()
    };
    gists.par_iter().enumerate().map_init(Default::default, partners).collect::<Vec<_>>().concat()
}

/// What a sentence is found by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Term(TermId),
    Concept(ConceptId),
}

fn keys(gist: &Gist) -> impl Iterator<Item = Key> {
    let terms = gist.terms.entries().iter().chain(gist.cognates.entries()).map(|e| Key::Term(e.0));
    terms.chain(gist.concepts.entries().iter().map(|e| Key::Concept(e.0)))
}
