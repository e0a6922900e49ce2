//! The articles of a case with their sentences and quantities, and the look-ups between them.

use crate::{
    article::Article,
    attribution::{Attributions, Speaker},
    concept::Lexicon,
    language::Registry,
    quantity::{self, Quantity},
    sentence::{self, Sentence},
    text::{Span, one_line},
    vocabulary::{Met, Vocabulary},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// How far behind or before a figure, in bytes, what it counts is quoted with it.
const UNIT_REACH: usize = 24;

/// The place of an article in a [`Corpus`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// The place of a sentence in a [`Corpus`]: those of the first article, then those of the second, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SentenceId(pub u32);

/// The place of a quantity in a [`Corpus`], ordered as the sentences are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuantityId(pub u32);

/// Articles, their sentences, their quantities.
#[derive(Debug, Default)]
pub struct Corpus {
    read: Vec<Arc<ReadArticle>>,
    /// For every article the ids of its first sentence and quantity; one entry more than there are articles.
    starts: Vec<(u32, u32)>,
}

/// An article with all that was read in it. Depends on nothing but the article, so it can be kept when others change.
#[derive(Debug)]
pub struct ReadArticle {
    /// The article.
    pub article: Arc<Article>,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Its quantities, in order.
    pub quantities: Vec<Quantity>,
    /// For every quantity the sentence that it begins in, by its place in `sentences`.
    pub sentence_of: Vec<u32>,
    /// Who states each quantity, where the article names somebody.
    pub attributions: Attributions,
    /// Its words.
    pub vocabulary: Arc<Vocabulary>,
    /// The quantities that the person corrected, by their places in `quantities`.
    pub corrected: BTreeMap<u32, Corrected>,
    /// What was read as a figure and is none, as the person says: it stands in no list.
    pub passed_over: Vec<Quantity>,
}

/// A quantity that says what the person says.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// What it says, as the person typed it: "unos 1.350".
    pub told: String,
    /// What had been read.
    pub read: Quantity,
}

impl ReadArticle {
    /// Reads the sentences and quantities of an article.
    #[must_use]
    pub fn read(article: Arc<Article>, languages: &Registry) -> Self {
        Self::read_after(article, languages, &mut Met::default())
    }

    /// The same, where other articles were read before.
    #[must_use]
    pub fn read_after(article: Arc<Article>, languages: &Registry, met: &mut Met) -> Self {
        let pack = languages.get(&article.metadata.language);
        let sentences = sentence::split(&article, pack);
        let quantities = quantity::extract(article.compared(), pack, article.metadata.published);
        let vocabulary = Vocabulary::read(&article, &sentences, pack, Lexicon::built_in(), met).into();
        Self::of(article, sentences, quantities, vocabulary, languages)
    }

    /// An article with these sentences, quantities and words.
    fn of(
        article: Arc<Article>,
        sentences: Vec<Sentence>,
        quantities: Vec<Quantity>,
        vocabulary: Arc<Vocabulary>,
        languages: &Registry,
    ) -> Self {
        let pack = languages.get(&article.metadata.language);
        let sentence_of = quantities
            .iter()
            .map(|q| sentences.partition_point(|s| s.span.start() <= q.core.start()).saturating_sub(1) as u32)
            .collect();
        let attributions = Attributions::read(&article, &sentences, &quantities, pack);
        let (corrected, passed_over) = (BTreeMap::new(), Vec::new());
        Self { article, sentences, quantities, sentence_of, attributions, vocabulary, corrected, passed_over }
    }

    /// The same with quantities, by their places, that say what the person says; those without are passed over.
    #[must_use]
    pub fn amended(&self, told: &BTreeMap<usize, Option<(String, Quantity)>>, languages: &Registry) -> Self {
        let stays = |place: usize| !matches!(told.get(&place), Some(None));
        // Where each quantity stands when those before it are gone.
        let places: Vec<u32> = (0..self.quantities.len())
            .scan(0, |next, place| {
                let here = *next;
                *next += u32::from(stays(place));
                Some(here)
            })
            .collect();
        let (mut quantities, mut corrected, mut passed_over) = (Vec::new(), BTreeMap::new(), Vec::new());
        for (place, read) in self.quantities.iter().enumerate() {
            let mut quantity = match told.get(&place) {
                Some(None) => {
                    passed_over.push(read.clone());
                    continue;
                }
                Some(Some((told, quantity))) => {
                    corrected.insert(places[place], Corrected { told: told.clone(), read: read.clone() });
                    quantity.clone()
                }
                None => read.clone(),
            };
            quantity.converts = quantity.converts.filter(|c| stays(*c as usize)).map(|c| places[c as usize]);
            quantities.push(quantity);
        }
        let (sentences, vocabulary) = (self.sentences.clone(), self.vocabulary.clone());
        let plain = Self::of(self.article.clone(), sentences, quantities, vocabulary, languages);
        Self { corrected, passed_over, ..plain }
    }

    /// Everything that was read as a figure, also what is none as the person says.
    pub fn printed(&self) -> impl Iterator<Item = &Quantity> {
        self.quantities.iter().chain(&self.passed_over)
    }
}

impl Corpus {
    /// A corpus of these articles, in this order.
    #[must_use]
    pub fn new(read: Vec<Arc<ReadArticle>>) -> Self {
        let mut starts = vec![(0, 0)];
        for r in &read {
            let (s, q) = starts[starts.len() - 1];
            starts.push((s + r.sentences.len() as u32, q + r.quantities.len() as u32));
        }
        Self { read, starts }
    }

    /// A corpus of Spanish texts, an article each, for tests.
    #[cfg(test)]
    pub(crate) fn of_texts(texts: &[&str], languages: &Registry) -> Self {
        let article = |text: &&str| Arc::new(Article::from_text("a", text, "es", None));
        Self::new(texts.iter().map(|text| Arc::new(ReadArticle::read(article(text), languages))).collect())
    }

    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.read.len()
    }

    /// Whether there are no articles.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// Every article's id, in order.
    pub fn article_ids(&self) -> impl ExactSizeIterator<Item = ArticleId> + use<> {
        (0..self.read.len() as u32).map(ArticleId)
    }

    /// Every quantity's id, in order.
    pub fn quantity_ids(&self) -> impl ExactSizeIterator<Item = QuantityId> + use<> {
        (0..self.starts.last().map_or(0, |s| s.1)).map(QuantityId)
    }

    /// Every sentence's id, in order.
    pub fn sentence_ids(&self) -> impl ExactSizeIterator<Item = SentenceId> + use<> {
        (0..self.starts.last().map_or(0, |s| s.0)).map(SentenceId)
    }

    /// The article.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.read[id.0 as usize].article
    }

    /// The article with its sentences and quantities.
    #[must_use]
    pub fn read(&self, id: ArticleId) -> &Arc<ReadArticle> {
        &self.read[id.0 as usize]
    }

    /// The sentence.
    #[must_use]
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        let article = self.article_of_sentence(id).0 as usize;
        &self.read[article].sentences[(id.0 - self.starts[article].0) as usize]
    }

    /// The quantity.
    #[must_use]
    pub fn quantity(&self, id: QuantityId) -> &Quantity {
        let article = self.article_of(id).0 as usize;
        &self.read[article].quantities[(id.0 - self.starts[article].1) as usize]
    }

    /// What the person said of a quantity, where it was corrected.
    #[must_use]
    pub fn corrected(&self, id: QuantityId) -> Option<&Corrected> {
        let article = self.article_of(id).0 as usize;
        self.read[article].corrected.get(&(id.0 - self.starts[article].1))
    }

    /// A quantity in words: those of the article with its hedge, or those of the person who corrected it.
    #[must_use]
    pub fn told(&self, id: QuantityId) -> &str {
        let printed = || self.text(self.article_of(id), self.quantity(id).span);
        self.corrected(id).map_or_else(printed, |c| &c.told)
    }

    /// A quantity in words with what it counts or is measured in, where that stands beside it: "12.000 hectáreas".
    #[must_use]
    pub fn counted(&self, id: QuantityId) -> String {
        if let Some(corrected) = self.corrected(id) {
            return corrected.told.clone();
        }
        let quantity = self.quantity(id);
        let beside =
            |s: &Span| s.start() <= quantity.span.end() + UNIT_REACH && quantity.span.start() <= s.end() + UNIT_REACH;
        let whole = quantity.unit.span.filter(beside).map_or(quantity.span, |unit| quantity.span.cover(unit));
        one_line(self.text(self.article_of(id), whole))
    }

    /// Who states a quantity, where its article names somebody.
    #[must_use]
    pub fn speaker(&self, id: QuantityId) -> Option<&Speaker> {
        let article = self.article_of(id).0 as usize;
        self.read[article].attributions.speaker((id.0 - self.starts[article].1) as usize)
    }

    /// The article that a quantity stands in.
    #[must_use]
    pub fn article_of(&self, id: QuantityId) -> ArticleId {
        ArticleId(self.starts.partition_point(|s| s.1 <= id.0) as u32 - 1)
    }

    /// The other quantities of its article that stand at most `reach` places before or behind one, in order. Costs no more
    /// in an article of a million figures.
    pub fn beside(&self, id: QuantityId, reach: u32) -> impl Iterator<Item = QuantityId> + use<> {
        let article = self.article_of(id).0 as usize;
        let (start, end) = (self.starts[article].1, self.starts[article + 1].1);
        let near = id.0.saturating_sub(reach).max(start)..id.0.saturating_add(reach + 1).min(end);
        near.filter(move |q| *q != id.0).map(QuantityId)
    }

    /// The quantity that says the same in another unit beside it: of "51 million Canadian dollars (32 million euros)" either
    /// has the other.
    #[must_use]
    pub fn told_again(&self, id: QuantityId) -> Option<QuantityId> {
        let article = self.article_of(id).0 as usize;
        let (start, own) = (self.starts[article].1, &self.read[article].quantities);
        let place = id.0 - start;
        let next = || own.get(place as usize + 1).filter(|q| q.converts == Some(place)).map(|_| place + 1);
        self.quantity(id).converts.or_else(next).map(|i| QuantityId(start + i))
    }

    /// The article that a sentence stands in.
    #[must_use]
    pub fn article_of_sentence(&self, id: SentenceId) -> ArticleId {
        ArticleId(self.starts.partition_point(|s| s.0 <= id.0) as u32 - 1)
    }

    /// The sentence that a quantity begins in.
    #[must_use]
    pub fn sentence_of(&self, id: QuantityId) -> SentenceId {
        let article = self.article_of(id).0 as usize;
        let (sentences, quantities) = self.starts[article];
        SentenceId(sentences + self.read[article].sentence_of[(id.0 - quantities) as usize])
    }

    /// The ids of an article's sentences.
    pub fn sentences_of(&self, id: ArticleId) -> impl ExactSizeIterator<Item = SentenceId> + use<> {
        let i = id.0 as usize;
        (self.starts[i].0..self.starts[i + 1].0).map(SentenceId)
    }

    /// The ids of an article's quantities.
    pub fn quantities_of(&self, id: ArticleId) -> impl ExactSizeIterator<Item = QuantityId> + Clone + use<> {
        let i = id.0 as usize;
        (self.starts[i].1..self.starts[i + 1].1).map(QuantityId)
    }

    /// What stands in an article at `span`.
    #[must_use]
    pub fn text(&self, id: ArticleId, span: Span) -> &str {
        span.of(&self.article(id).text)
    }
}
