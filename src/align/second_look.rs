//! The second look: each pair again, in the light of the whole event. Who else could state the fact, who stands by it?

use super::{Compared, cluster, context::Context};
use crate::quantity::relation::Stance;
use rustc_hash::FxHashMap;

/// The names of the features of the second look; the table of weights uses them.
pub const NAMES: &[&str] = &[
    "bias",
    "first",
    "first_agree",
    "first_date",
    "first_across",
    "margin_worse",
    "margin_better",
    "rank",
    "agreeing_rival",
    "agreeing_rival_far",
    "support",
    "support_agreeing",
    "facts_mean",
    "facts_max",
    "facts_min",
    "facts_size",
    "facts_overlap",
    "facts_overlap_apart",
    "conflict",
    "conflict_same_article",
    "conflict_near",
    "slot",
    "log_ratio",
    "noun_clash",
    "scope_clash",
];

/// Facts are first guessed from agreeing pairs alone, down to this mean likelihood (MATCHING.md).
const GUESS: f32 = 0.4;
/// Pairs less likely than this are not looked at again: nothing could lift them.
pub const WORTH_A_LOOK: f32 = 0.02;

/// The features of the second look for every pair, given what the first look made of it. A pair that is not worth another
/// look has none.
#[must_use]
pub fn features(contexts: &[Context], compared: &[Compared], first: &[f32]) -> Vec<Option<Vec<f32>>> {
    let event = Event::of(contexts, compared, first);
    compared
        .iter()
        .zip(first)
        .map(|(pair, p)| (*p >= WORTH_A_LOOK && !pair.parted).then(|| event.look(pair, *p)))
        .collect()
}

/// The pairs of an event, found by either end.
struct Event<'a> {
    contexts: &'a [Context],
    /// For every figure the others that it was compared with, by place: the likelihood, and whether they agree.
    links: Vec<FxHashMap<u32, (f32, bool)>>,
    /// For every figure the provisional fact that it belongs to.
    fact: Vec<u32>,
    /// The figures of every provisional fact.
    facts: Vec<Vec<u32>>,
}

impl<'a> Event<'a> {
    fn of(contexts: &'a [Context], compared: &[Compared], first: &[f32]) -> Self {
        let mut links = vec![FxHashMap::default(); contexts.len()];
        let mut agreeing = Vec::new();
        for (pair, &p) in compared.iter().zip(first) {
            let agrees = pair.relation.stance == Stance::Agree;
            let p = if pair.parted { 0.0 } else { p };
            links[pair.a as usize].insert(pair.b, (p, agrees));
            links[pair.b as usize].insert(pair.a, (p, agrees));
            if agrees && !pair.parted {
                agreeing.push((pair.a, pair.b, p));
            }
        }
        let facts = cluster::average_linkage(contexts.len(), &agreeing, GUESS);
        let mut fact = vec![0; contexts.len()];
        for (i, members) in facts.iter().enumerate() {
            for m in members {
                fact[*m as usize] = i as u32;
            }
        }
        Self { contexts, links, fact, facts }
    }

    fn likelihood(&self, a: u32, b: u32) -> f32 {
        self.links[a as usize].get(&b).map_or(0.0, |l| l.0)
    }

    fn look(&self, pair: &Compared, p: f32) -> Vec<f32> {
        let flag = |b: bool| f32::from(u8::from(b));
        let logit = (p.clamp(0.001, 0.999) / (1.0 - p.clamp(0.001, 0.999))).ln();
        let agrees = pair.relation.stance == Stance::Agree;
        let named = |name: &str| {
            let at = super::features::NAMES.iter().position(|n| *n == name);
            at.map_or(0.0, |i| pair.features[i])
        };
        let (ab, ba) = (self.rivals(pair.a, pair.b), self.rivals(pair.b, pair.a));
        let (margin_a, margin_b) = (p - ab.best, p - ba.best);
        let agreeing_rival = ab.best_agreeing.max(ba.best_agreeing);
        let (support, support_agreeing) = self.support(pair.a, pair.b);
        let between = self.between(pair.a, pair.b);
        let conflict = pair.relation.stance == Stance::Conflict;
        let same_article = named("same_article");
        vec![
            1.0,
            logit,
            logit * flag(agrees),
            logit * named("date"),
            logit * named("across"),
            margin_a.min(margin_b),
            margin_a.max(margin_b),
            1.0 / (1.0 + (ab.better + ba.better) as f32),
            flag(!agrees) * agreeing_rival,
            flag(!agrees) * (agreeing_rival - p).max(0.0),
            support,
            support_agreeing,
            between.mean,
            between.max,
            between.min,
            between.size,
            between.overlap,
            between.overlap * flag(!agrees),
            flag(conflict),
            flag(conflict) * same_article,
            flag(conflict) * flag(pair.relation.gap < 0.3),
            self.slot(pair.a, pair.b) * flag(!agrees),
            named("log_ratio"),
            named("noun_clash"),
            named("scope_previous") + named("scope_planned") + named("scope_additional") + named("scope_part"),
        ]
    }

    /// The other figures of `b`'s article that could state what `a` states.
    fn rivals(&self, a: u32, b: u32) -> Rivals {
        let article = self.contexts[b as usize].article;
        let p = self.likelihood(a, b);
        let mut rivals = Rivals::default();
        for (&c, &(likelihood, agrees)) in &self.links[a as usize] {
            if c == b || self.contexts[c as usize].article != article || self.fact[c as usize] == self.fact[b as usize]
            {
                continue;
            }
            rivals.best = rivals.best.max(likelihood);
            rivals.better += usize::from(likelihood > p);
            if agrees {
                rivals.best_agreeing = rivals.best_agreeing.max(likelihood);
            }
        }
        rivals
    }

    /// The best third figure that stands by both: the smaller of its two likelihoods. The second is the best that agrees
    /// with one of the two.
    fn support(&self, a: u32, b: u32) -> (f32, f32) {
        let (few, many) = if self.links[a as usize].len() < self.links[b as usize].len() { (a, b) } else { (b, a) };
        let (mut best, mut best_agreeing) = (0.0_f32, 0.0_f32);
        for (c, &(p, agrees)) in &self.links[few as usize] {
            if let Some(&(q, also_agrees)) = self.links[many as usize].get(c) {
                best = best.max(p.min(q));
                if agrees || also_agrees {
                    best_agreeing = best_agreeing.max(p.min(q));
                }
            }
        }
        (best, best_agreeing)
    }

    /// How the provisional facts of two figures stand to each other.
    fn between(&self, a: u32, b: u32) -> Between {
        let (x, y) = (self.fact[a as usize], self.fact[b as usize]);
        let (x, y) = (&self.facts[x as usize], &self.facts[y as usize]);
        let (mut sum, mut max, mut min, mut pairs) = (0.0_f32, 0.0_f32, 1.0_f32, 0_u32);
        for i in x.iter().take(FACT_SIZE) {
            for j in y.iter().take(FACT_SIZE).filter(|j| *j != i) {
                let p = self.likelihood(*i, *j);
                sum += p;
                max = max.max(p);
                min = min.min(p);
                pairs += 1;
            }
        }
        let articles = |fact: &[u32]| {
            let mut articles: Vec<_> = fact.iter().map(|i| self.contexts[*i as usize].article).collect();
            articles.sort_unstable();
            articles.dedup();
            articles
        };
        let (ax, ay) = (articles(x), articles(y));
        let both = if x == y { 0 } else { ax.iter().filter(|article| ay.contains(article)).count() };
        Between {
            mean: if pairs == 0 { 0.0 } else { sum / pairs as f32 },
            max,
            min: if pairs == 0 { 0.0 } else { min },
            size: ((x.len().min(9) + y.len().min(9)) as f32).ln(),
            overlap: both as f32 / ax.len().min(ay.len()).max(1) as f32,
        }
    }

    /// Whether the two stand in like places of their articles' facts: neither article has a figure that agrees with the
    /// other's, so each fills the slot that the other leaves open. 1 where so.
    fn slot(&self, a: u32, b: u32) -> f32 {
        let alone = |x: u32, article| {
            !self.facts[self.fact[x as usize] as usize].iter().any(|i| self.contexts[*i as usize].article == article)
        };
        let (article_a, article_b) = (self.contexts[a as usize].article, self.contexts[b as usize].article);
        f32::from(u8::from(alone(a, article_b) && alone(b, article_a)))
    }
}

/// More figures of one fact than this say no more about it.
const FACT_SIZE: usize = 12;

#[derive(Default)]
struct Rivals {
    best: f32,
    best_agreeing: f32,
    better: usize,
}

struct Between {
    mean: f32,
    max: f32,
    min: f32,
    size: f32,
    overlap: f32,
}
