//! The order of the work: articles by their texts, so that the order of loading changes nothing, and the way back.

use crate::{
    align::{Alignment, constraints::Constraints, dispatch::Dispatches, stand::stand},
    amendment::Located,
    article::Article,
    corpus::{ArticleId, Corpus, QuantityId, SentenceId},
    finding::Finding,
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Articles in an order that depends on nothing but themselves, and the way back to the order that was given.
#[derive(Debug)]
pub(super) struct Order {
    /// The places, in the given order, of the articles in this one.
    pub(super) given: Vec<u32>,
}

impl Order {
    pub(super) fn of(articles: &[Arc<Article>]) -> Self {
        let mut given: Vec<u32> = (0..articles.len() as u32).collect();
        let key = |i: &u32| (&articles[*i as usize].text, &articles[*i as usize].origin.path);
        given.sort_by(|a, b| key(a).cmp(&key(b)));
        Self { given }
    }

    /// Some of the articles, by their places in this order, in the same order.
    pub(super) fn only(&self, places: &[ArticleId]) -> Self {
        Self { given: places.iter().map(|a| self.given[a.0 as usize]).collect() }
    }

    pub(super) fn sorted(&self, given: &Corpus) -> Corpus {
        Corpus::new(self.given.iter().map(|i| given.read(ArticleId(*i)).clone()).collect())
    }

    fn article(&self, id: ArticleId) -> ArticleId {
        ArticleId(self.given[id.0 as usize])
    }

    fn sentence(&self, id: SentenceId, from: &Corpus, to: &Corpus) -> SentenceId {
        let article = from.article_of_sentence(id);
        let first = |corpus: &Corpus, a| corpus.sentences_of(a).next().map_or(0, |s: SentenceId| s.0);
        SentenceId(first(to, self.article(article)) + id.0 - first(from, article))
    }

    fn quantity(&self, id: QuantityId, from: &Corpus, to: &Corpus) -> QuantityId {
        let article = from.article_of(id);
        let first = |corpus: &Corpus, a| corpus.quantities_of(a).next().map_or(0, |q: QuantityId| q.0);
        QuantityId(first(to, self.article(article)) + id.0 - first(from, article))
    }

    /// What the person holds together and apart in these articles. Figures that cannot be compared cannot be joined.
    pub(super) fn constraints(&self, located: &Located, given: &Corpus) -> Constraints {
        if located.joined.is_empty() && located.parted.is_empty() {
            return Constraints::default();
        }
        let mut first = 0;
        let mut starts: FxHashMap<ArticleId, u32> = FxHashMap::default();
        for article in self.given.iter().map(|g| ArticleId(*g)) {
            starts.insert(article, first);
            first += given.quantities_of(article).len() as u32;
        }
        // The contexts stand in the order of the figures.
        let place = |q: QuantityId| {
            let article = given.article_of(q);
            let before = given.quantities_of(article).next()?;
            Some(starts.get(&article)? + q.0 - before.0)
        };
        let both = |(a, b): &(QuantityId, QuantityId)| place(*a).zip(place(*b));
        let joined = located.joined.iter().filter(|(a, b)| stand(given, *a, *b).is_some());
        Constraints::new(joined.filter_map(both).collect(), located.parted.iter().filter_map(both))
    }

    pub(super) fn alignment(&self, alignment: Alignment, from: &Corpus, to: &Corpus) -> Alignment {
        let place = |s: SentenceId| self.sentence(s, from, to);
        let turned = |(a, b, likeness): (SentenceId, SentenceId, f32)| {
            let (a, b) = (place(a), place(b));
            (a.min(b), a.max(b), likeness)
        };
        Alignment { pairs: alignment.pairs.into_iter().map(turned).collect() }
    }

    pub(super) fn dispatches(&self, dispatches: &Dispatches) -> Dispatches {
        let given = |group: &Vec<ArticleId>| group.iter().map(|a| self.article(*a)).collect();
        Dispatches::from_groups(dispatches.groups.iter().map(given))
    }

    pub(super) fn findings(&self, mut findings: Vec<Finding>, from: &Corpus, to: &Corpus) -> Vec<Finding> {
        for finding in &mut findings {
            for mention in &mut finding.mentions {
                mention.article = self.article(mention.article);
                mention.sentence = self.sentence(mention.sentence, from, to);
                mention.quantity = self.quantity(mention.quantity, from, to);
            }
            finding.sort_mentions();
        }
        findings
    }
}
