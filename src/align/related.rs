//! Which articles tell of one event: figures of unrelated articles never meet.

use super::{
    cluster,
    context::Bag,
    similarity::Gist,
    terms::{TermId, Terms},
};
use crate::{
    concept::ConceptId,
    corpus::{ArticleId, Corpus},
    quantity::{Amount, relation::representative},
};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

/// Which articles tell of one event.
#[derive(Debug, Default)]
pub struct Related {
    pairs: FxHashSet<(ArticleId, ArticleId)>,
}

/// Articles from this likeness on are taken for one event's, if they share a name at all. Measured on 46 annotated events,
/// two articles at a time: 98 in a hundred pairs of one event reach it, and 2 in a hundred of two events.
const ONE_EVENT: f32 = 0.13;
/// Two articles that are both this like a third are taken for one event's as well.
const BY_A_THIRD: f32 = 0.2;
/// Two articles with this many others in common are taken for one event's.
const BY_TWO: usize = 2;
/// How many articles around one are asked which others they have in common.
const WITNESSES: usize = 24;
/// Names in common from this cosine on. Two reports of one event that share no name are rare; two floods share none.
const SHARED_NAMES: f32 = 0.02;
/// Briefs without names tell one event where they share this many telling values, and are somewhat alike.
const SHARED_VALUES: usize = 2;
const SOMEWHAT_ALIKE: f32 = 0.08;
/// A text of fewer words than this is too short to tell by: a headline, a quotation, a claim to be compared.
const TOO_SHORT: usize = 40;

impl Related {
    /// Compares the articles of a corpus by their names, rarer words and concepts.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms, gists: &[Gist]) -> Self {
        let profiles: Vec<Profile> = corpus.article_ids().map(|id| Profile::of(corpus, terms, gists, id)).collect();
        let mut pairs = FxHashSet::default();
        let mut close: Vec<Vec<ArticleId>> = vec![Vec::new(); profiles.len()];
        for (i, a) in profiles.iter().enumerate() {
            for (j, b) in profiles.iter().enumerate().skip(i + 1) {
                let (x, y) = (ArticleId(i as u32), ArticleId(j as u32));
                let likeness = a.likeness(b);
                let named = a.names.cosine(&b.names) >= SHARED_NAMES;
                let unsure = a.length.min(b.length) < TOO_SHORT;
                let values = likeness >= SOMEWHAT_ALIKE && a.shared_values(b) >= SHARED_VALUES;
                if unsure || values || (named && likeness >= ONE_EVENT) {
                    pairs.insert((x, y));
                }
                if named && likeness >= BY_A_THIRD {
                    close[i].push(y);
                    close[j].push(x);
                }
            }
        }
        for around in &close {
            pairs.extend(pairs_of(around));
        }
        let mut related = Self { pairs };
        related.close_gaps(profiles.len());
        related
    }

    /// Takes two articles for one event's where two others are related to both: four outlets tell one event, and the one
    /// that tells it in quite other words than another is known by the rest.
    fn close_gaps(&mut self, articles: usize) {
        let mut around: Vec<Vec<ArticleId>> = vec![Vec::new(); articles];
        let mut sorted: Vec<_> = self.pairs.iter().copied().collect();
        sorted.sort_unstable();
        for (a, b) in sorted {
            for (x, y) in [(a, b), (b, a)] {
                if around[x.0 as usize].len() < WITNESSES {
                    around[x.0 as usize].push(y);
                }
            }
        }
        let mut common: FxHashMap<(ArticleId, ArticleId), usize> = FxHashMap::default();
        for around in &around {
            pairs_of(around).for_each(|pair| *common.entry(pair).or_default() += 1);
        }
        self.pairs.extend(common.into_iter().filter(|(_, n)| *n >= BY_TWO).map(|(pair, _)| pair));
    }

    /// The event of each article, as a number: articles that are related, directly or through others, share it.
    #[must_use]
    pub fn events(&self, articles: usize) -> Vec<u32> {
        cluster::components(articles, self.pairs.iter().map(|(a, b)| (a.0, b.0)))
    }

    /// Whether the two tell of one event. An article always does with itself.
    #[must_use]
    pub fn tell_one_event(&self, a: ArticleId, b: ArticleId) -> bool {
        a == b || self.pairs.contains(&(a.min(b), a.max(b)))
    }
}

/// Every two of these articles, the earlier first.
fn pairs_of(articles: &[ArticleId]) -> impl Iterator<Item = (ArticleId, ArticleId)> {
    let with = |(i, a): (usize, &ArticleId)| {
        let a = *a;
        articles[i + 1..].iter().map(move |b| (a.min(*b), a.max(*b)))
    };
    articles.iter().enumerate().flat_map(with)
}

/// What an article speaks of, as a whole.
#[derive(Debug)]
pub struct Profile {
    names: Bag<TermId>,
    words: Bag<TermId>,
    concepts: Bag<ConceptId>,
    /// The values that do not agree by chance, sorted.
    values: Vec<Decimal>,
    /// How many words the article has.
    length: usize,
}

impl Profile {
    /// The profile of one article.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms, gists: &[Gist], id: ArticleId) -> Self {
        let mut names = FxHashMap::<TermId, f32>::default();
        let mut words = FxHashMap::<TermId, f32>::default();
        for word in terms.words(id).iter().filter(|w| !w.common) {
            let bag = if word.name { &mut names } else { &mut words };
            *bag.entry(word.term).or_default() += 1.0;
            if let Some(key) = word.cognate {
                *words.entry(key).or_default() += 0.5;
            }
        }
        let mut concepts = FxHashMap::<ConceptId, f32>::default();
        for sentence in corpus.sentences_of(id) {
            for (concept, _) in gists[sentence.0 as usize].concepts.entries() {
                *concepts.entry(*concept).or_default() += 1.0;
            }
        }
        let damped = |n: f32| 1.0 + n.ln();
        let rare = |(term, n): (TermId, f32)| (term, damped(n) * terms.idf(term));
        Self {
            names: Bag::new(names.into_iter().map(rare).collect()),
            words: Bag::new(words.into_iter().filter(|(_, n)| *n >= 0.5).map(rare).collect()),
            concepts: Bag::new(concepts.into_iter().map(|(c, n)| (c, damped(n))).collect()),
            values: telling_values(corpus, id),
            length: terms.words(id).len(),
        }
    }

    /// How many telling values both articles state.
    fn shared_values(&self, other: &Self) -> usize {
        self.values.iter().filter(|v| other.values.binary_search(v).is_ok()).count()
    }

    /// From 0 to 1: how alike two articles are in names, words and concepts.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        0.5 * self.names.cosine(&other.names)
            + 0.1 * self.words.cosine(&other.words)
            + 0.4 * self.concepts.cosine(&other.concepts)
    }
}

/// The numbers of an article that two unrelated articles hardly share: of two or more significant digits, or large.
fn telling_values(corpus: &Corpus, id: ArticleId) -> Vec<Decimal> {
    let telling = |value: &Decimal| {
        let digits = value.normalize().mantissa().unsigned_abs();
        let significant = digits.to_string().trim_end_matches('0').len();
        *value >= Decimal::ONE_THOUSAND || (significant >= 2 && *value > Decimal::from(12))
    };
    let value = |q| match &corpus.quantity(q).amount {
        Amount::Number(n) => Some(representative(corpus.quantity(q), n).normalize()),
        _ => None,
    };
    let mut values: Vec<Decimal> = corpus.quantities_of(id).filter_map(value).filter(telling).collect();
    values.sort_unstable();
    values.dedup();
    values
}
