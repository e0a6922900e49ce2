//! Terms: every word of the corpus as a number, so that comparing is counting.

use crate::{
    concept::{Class, ConceptId, Lexicon},
    corpus::{ArticleId, Corpus},
    text::Span,
    vocabulary::{self, Vocabulary, sounds},
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// The words of all articles as terms.
#[derive(Debug)]
pub struct Terms {
    articles: Vec<Vec<Word>>,
    texts: Vec<String>,
    /// For every term where the corpus has it first; none for a spelling that gave way to another.
    firsts: Vec<Option<(ArticleId, Span)>>,
    /// For every term in how many sentences of the corpus it stands.
    frequency: Vec<u32>,
    sentences: u32,
}

/// A term's place in [`Terms`]: a stem, or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermId(pub u32);

/// One word of an article, with its term.
pub type Word = vocabulary::Word<TermId>;

/// The concepts that words name, those left out that only say in what sense a figure is meant ("of them", "in all").
pub fn concepts<'a>(words: &'a [Word], lexicon: &'a Lexicon) -> impl Iterator<Item = ConceptId> + 'a {
    words.iter().flat_map(|w| &w.concepts).copied().filter(|c| lexicon.concept(*c).class != Class::Scope)
}

/// Two spellings of a name are one from this Jaro-Winkler similarity on (strsim): Zelenski and Zelensky reach it.
const SAME_NAME: f64 = 0.90;
/// How many sentences of other news are thought of beside the corpus: those of some two hundred articles.
const ARCHIVE: f32 = 3000.0;
/// Names shorter than this are compared letter by letter.
const FUZZY_FROM: usize = 6;

impl Terms {
    /// The words of every article of a corpus as terms of all of it.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let mut ids: FxHashMap<&str, TermId> = FxHashMap::default();
        let mut texts = Vec::new();
        let mut term = |text| {
            *ids.entry(text).or_insert_with(|| {
                texts.push(text.to_owned());
                TermId(texts.len() as u32 - 1)
            })
        };
        let vocabularies: Vec<&Vocabulary> = corpus.article_ids().map(|id| &*corpus.read(id).vocabulary).collect();
        // The numbers are given in order; what is done with them is done side by side.
        let terms: Vec<Vec<TermId>> = vocabularies.iter().map(|v| v.spellings().map(&mut term).collect()).collect();
        let words = |(vocabulary, terms): (&&Vocabulary, &Vec<TermId>)| {
            vocabulary.words().iter().map(|word| word.with(|spelling| terms[spelling.place()])).collect()
        };
        let articles = vocabularies.par_iter().zip(&terms).map(words).collect();
        let firsts = vec![None; texts.len()];
        let mut terms = Self { articles, texts, firsts, frequency: Vec::new(), sentences: 0 };
        terms.join_spellings();
        terms.find_firsts(corpus);
        terms.count(corpus);
        terms
    }

    /// The words of an article, in order.
    #[must_use]
    pub fn words(&self, article: ArticleId) -> &[Word] {
        &self.articles[article.0 as usize]
    }

    /// The words of an article, sentence by sentence.
    pub fn sentences<'a>(&'a self, corpus: &'a Corpus, article: ArticleId) -> impl Iterator<Item = &'a [Word]> {
        let words = self.words(article);
        corpus.read(article).sentences.iter().map(move |sentence| {
            let from = words.partition_point(|w| (w.start as usize) < sentence.span.start());
            let to = words.partition_point(|w| (w.start as usize) < sentence.span.end());
            &words[from..to]
        })
    }

    /// The term's text: a stem or a name, folded.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        &self.texts[term.0 as usize]
    }

    /// The term as the corpus first writes it: "Pionyang", "soldados".
    #[must_use]
    pub fn as_written(&self, corpus: &Corpus, term: TermId) -> String {
        let first = self.firsts[term.0 as usize].map(|(article, span)| corpus.text(article, span));
        first.unwrap_or_else(|| self.text(term)).to_owned()
    }

    fn find_firsts(&mut self, corpus: &Corpus) {
        for id in corpus.article_ids() {
            for word in &self.articles[id.0 as usize] {
                self.firsts[word.term.0 as usize].get_or_insert((id, word.span()));
            }
        }
    }

    /// How much a term tells: the logarithm of how rare it is among the sentences, from 0.
    #[must_use]
    pub fn idf(&self, term: TermId) -> f32 {
        let n = self.frequency[term.0 as usize].max(1) as f32;
        ((self.sentences.max(1) as f32 + 1.0) / n).ln().max(0.0)
    }

    /// How much a term tells of what an article is about: as [`Terms::idf`], as if the corpus lay in an archive of
    /// three thousand sentences of other news. In a load of four articles the names that all of them share are the most
    /// frequent words of all, and yet those that tell one event from another.
    #[must_use]
    pub fn archive_idf(&self, term: TermId) -> f32 {
        let n = self.frequency[term.0 as usize].max(1) as f32;
        ((self.sentences as f32 + ARCHIVE + 1.0) / n).ln()
    }

    /// Gives the spellings of one name one term: the more frequent one.
    fn join_spellings(&mut self) {
        let mut counts: FxHashMap<TermId, u32> = FxHashMap::default();
        for word in self.articles.iter().flatten().filter(|w| w.name) {
            *counts.entry(word.term).or_default() += 1;
        }
        let mut names: Vec<(TermId, u32)> = counts.into_iter().collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.text(a.0).cmp(self.text(b.0))));
        let mut canonical: FxHashMap<TermId, TermId> = FxHashMap::default();
        let mut kept = Names::default();
        for (name, _) in names {
            let text = self.text(name);
            if text.len() < FUZZY_FROM {
                continue;
            }
            let spelling = Name { term: name, first: text.as_bytes()[0], length: text.len(), sound: sounds(text) };
            if let Some(other) = kept.twin(&spelling) {
                canonical.insert(name, other);
            } else {
                kept.keep(spelling);
            }
        }
        self.articles.par_iter_mut().for_each(|words| {
            for word in words {
                word.term = canonical.get(&word.term).copied().unwrap_or(word.term);
            }
        });
    }

    /// Counts in how many sentences each term stands.
    fn count(&mut self, corpus: &Corpus) {
        // Every term of a sentence once, sentence after sentence.
        let stand = |id: ArticleId| {
            let (mut standing, mut seen) = (Vec::new(), Vec::new());
            for words in self.sentences(corpus, id) {
                seen.clear();
                seen.extend(words.iter().flat_map(|w| std::iter::once(w.term).chain(w.cognate)));
                seen.sort_unstable();
                seen.dedup();
                standing.extend_from_slice(&seen);
            }
            standing
        };
        let ids: Vec<ArticleId> = corpus.article_ids().collect();
        let standing: Vec<Vec<TermId>> = ids.par_iter().map(|id| stand(*id)).collect();
        let mut frequency = vec![0; self.texts.len()];
        standing.iter().flatten().for_each(|term| frequency[term.0 as usize] += 1);
        self.frequency = frequency;
        self.sentences = ids.iter().map(|id| corpus.read(*id).sentences.len() as u32).sum();
    }
}

/// A name as it sounds.
struct Name {
    term: TermId,
    /// The first byte of the name as it is folded: spellings of one name share it.
    first: u8,
    /// How long the name is, folded, in bytes.
    length: usize,
    sound: String,
}

/// Names found by how they sound, one letter more, less, other or moved: what is left of both when one letter is taken out of
/// each, or of neither, is the same (the deletions of Garbe's SymSpell). So no name is compared with all others.
#[derive(Default)]
struct Names {
    names: Vec<Name>,
    /// By the hash of a sound, and of each that is left when one letter is taken out.
    left: FxHashMap<u64, Vec<u32>>,
}

impl Names {
    /// The first name that was kept of which this is another spelling.
    fn twin(&self, name: &Name) -> Option<TermId> {
        let near = deletions(&name.sound).filter_map(|key| self.left.get(&key)).flatten();
        let is_twin = |i: &&u32| {
            let other = &self.names[**i as usize];
            other.first == name.first
                && other.length.abs_diff(name.length) <= 2
                && sound_alike(&other.sound, &name.sound)
        };
        near.filter(is_twin).min().map(|i| self.names[*i as usize].term)
    }

    fn keep(&mut self, name: Name) {
        let place = self.names.len() as u32;
        for key in deletions(&name.sound) {
            self.left.entry(key).or_default().push(place);
        }
        self.names.push(name);
    }
}

/// The hashes of a sound, and of what is left of it without each of its letters.
fn deletions(sound: &str) -> impl Iterator<Item = u64> {
    let hash = |without: Option<usize>| {
        let mut hasher = FxHasher::default();
        let letters = sound.char_indices().filter(|(i, _)| Some(*i) != without);
        letters.for_each(|(_, letter)| hasher.write_u32(letter.into()));
        hasher.finish()
    };
    std::iter::once(None).chain(sound.char_indices().map(|(i, _)| Some(i))).map(hash)
}

/// Whether two folded names are spellings of one, as they sound: nearly the same once the usual changes of spelling are undone.
fn sound_alike(a: &str, b: &str) -> bool {
    a.len().abs_diff(b.len()) < char::MAX_LEN_UTF8
        && strsim::osa_distance(a, b) <= 1
        && strsim::jaro_winkler(a, b) >= SAME_NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings() {
        for (a, b, expected) in [
            ("pionyang", "pyongyang", true),
            ("zelenski", "zelensky", true),
            ("vladimir", "volodimir", false),
            ("martinez", "marquez", false),
            ("caracas", "caracol", false),
        ] {
            assert_eq!(sound_alike(&sounds(a), &sounds(b)), expected, "{a} {b}");
        }
    }
}
