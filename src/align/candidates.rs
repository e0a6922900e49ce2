//! Candidates: which figures are worth comparing, found through an index and never by trying all pairs.

use super::terms::{TermId, Terms};
use super::{context::Context, events::Events};
use crate::{
    article::Zone,
    concept::ConceptId,
    corpus::{ArticleId, Corpus},
    quantity::{Amount, Kind, Quantity, relation::may_be_share},
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// How many candidates a figure keeps: those with the most telling keys in common.
const KEPT: usize = 96;
/// A key that more figures than this share is no way to find one.
const TOO_COMMON: usize = 600;
/// How many of its rarest terms a figure is found by.
const TERMS: usize = 10;

/// What a figure is found by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Concept(ConceptId),
    Near(ConceptId),
    Term(TermId),
    /// The value by its significant digits.
    Digits(u128),
    /// The sort of quantity: a small event is tried whole.
    Kind(Kind),
}

/// Pairs of figures worth comparing, the earlier first, sorted. Figures of two events never meet.
#[must_use]
pub fn candidates(corpus: &Corpus, contexts: &[Context], terms: &Terms, events: &Events) -> Vec<(u32, u32)> {
    // What is no part of the story states none of its facts: without keys it is never found.
    let told = |c: &&Context| c.zone != Zone::Boilerplate;
    let keys_of =
        |c: &Context| Some(c).filter(told).map_or_else(Vec::new, |c| keys(corpus.quantity(c.quantity), c, terms));
    let keys: Vec<Vec<Key>> = contexts.par_iter().map(keys_of).collect();
    // Every event has an index of its own, so that what else is loaded does not change what is found in it.
    let event = |i: usize| events.of_article(contexts[i].article);
    let mut index: FxHashMap<(ArticleId, Key), Vec<u32>> = FxHashMap::default();
    for (i, keys) in keys.iter().enumerate() {
        for key in keys {
            index.entry((event(i), *key)).or_default().push(i as u32);
        }
    }
    let found = |votes: &mut FxHashMap<u32, f32>, (i, keys): (usize, &Vec<Key>)| {
        votes.clear();
        for key in keys {
            let Some(list) = index.get(&(event(i), *key)).filter(|l| l.len() <= TOO_COMMON) else { continue };
            let weight = 1.0 / (list.len() as f32).sqrt();
            for &j in list.iter().filter(|j| **j != i as u32) {
                *votes.entry(j).or_default() += weight;
            }
        }
        let mut found: Vec<(u32, f32)> = votes.iter().map(|(j, v)| (*j, *v)).collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(KEPT);
        found.into_iter().map(|(j, _)| ((i as u32).min(j), (i as u32).max(j))).collect::<Vec<_>>()
    };
    let mut pairs = keys.par_iter().enumerate().map_init(FxHashMap::default, found).collect::<Vec<_>>().concat();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

fn keys(quantity: &Quantity, context: &Context, terms: &Terms) -> Vec<Key> {
    let mut keys: Vec<Key> = context.noun_concepts.entries().iter().map(|c| Key::Concept(c.0)).collect();
    keys.extend(context.concepts.entries().iter().map(|c| Key::Near(c.0)));
    let mut rare: Vec<TermId> =
        context.window.entries().iter().chain(context.cognates.entries()).map(|e| e.0).collect();
    rare.sort_by(|a, b| terms.idf(*b).total_cmp(&terms.idf(*a)).then(a.cmp(b)));
    rare.truncate(TERMS);
    rare.extend(context.noun.entries().iter().map(|e| e.0));
    rare.sort_unstable();
    rare.dedup();
    keys.extend(rare.into_iter().map(Key::Term));
    match &quantity.amount {
        Amount::Number(n) => keys.extend(n.low.or(n.high).map(|v| {
            let mut digits = v.normalize().mantissa().unsigned_abs();
            while digits != 0 && digits.is_multiple_of(10) {
                digits /= 10;
            }
            Key::Digits(digits)
        })),
        Amount::Moment(_) | Amount::Score(..) => {}
    }
    keys.push(Key::Kind(quantity.kind));
    if may_be_share(quantity) {
        keys.push(Key::Kind(Kind::Percent));
    }
    if matches!(quantity.amount, Amount::Number(_)) && quantity.kind != Kind::Percent {
        // Whatever counts may count the same thing as a figure without a unit.
        keys.push(Key::Kind(Kind::Count));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}
