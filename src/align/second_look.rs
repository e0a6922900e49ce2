//! The second look: each pair again, in the light of the whole event. Who else could state the fact, who stands by it?

use super::{Compared, cluster, context::Context, features::place, model::log_odds};
use crate::quantity::relation::Stance;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// The names of the features of the second look, as the jury is shown them.
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
    "blind",
    "blind_margin",
    "blind_margin_log",
    "blind_mutual",
    "blind_rank",
    "blind_facts_mean",
    "blind_facts_max",
    "other_fact",
    "other_fact_mean",
    "other_fact_margin",
    "other_fact_blind",
    "other_fact_blind_margin",
    "lone",
    "lone_mean",
    "breadth",
    "covering",
];

/// Facts are first guessed from agreeing pairs alone, down to this mean likelihood (MATCHING.md).
const GUESS: f32 = 0.4;
/// Pairs less likely than this are not looked at again: nothing could lift them.
pub const WORTH_A_LOOK: f32 = 0.02;

/// The features of the second look for every pair, given what the first look made of it and the one that does not see the
/// values. A pair that is not worth another look has none.
#[must_use]
pub fn features(contexts: &[Context], compared: &[Compared], first: &[f32], blind: &[f32]) -> Vec<Option<Vec<f32>>> {
    let event = Event::of(contexts, compared, first, blind);
    compared
        .par_iter()
        .zip(first.par_iter().zip(blind))
        .map(|(pair, (p, b))| (*p >= WORTH_A_LOOK && !pair.parted).then(|| event.look(pair, *p, *b)))
        .collect()
}

/// The pairs of an event, found by either end.
struct Event<'a> {
    contexts: &'a [Context],
    /// For every figure the others that it was compared with, by place.
    links: Vec<FxHashMap<u32, Link>>,
    /// For every figure the provisional fact that it belongs to.
    fact: Vec<u32>,
    /// The figures of every provisional fact.
    facts: Vec<Vec<u32>>,
    /// How two provisional facts stand to each other, the smaller place first.
    between: FxHashMap<(u32, u32), Between>,
    /// For every provisional fact the best mean likelihood of another one, seeing the values and not.
    best_other: Vec<(f32, f32)>,
    /// For every article how many tell of its event: those whose figures were compared with its own, directly or by others.
    tellers: Vec<usize>,
}

/// A pair as seen from one of its ends.
#[derive(Clone, Copy)]
struct Link {
    likelihood: f32,
    blind: f32,
    agrees: bool,
}

impl<'a> Event<'a> {
    fn of(contexts: &'a [Context], compared: &[Compared], first: &[f32], blind: &[f32]) -> Self {
        let mut links = vec![FxHashMap::default(); contexts.len()];
        let mut agreeing = Vec::new();
        for (pair, (&p, &b)) in compared.iter().zip(first.iter().zip(blind)) {
            let agrees = pair.relation.stance == Stance::Agree;
            let (p, b) = if pair.parted { (0.0, 0.0) } else { (p, b) };
            let link = Link { likelihood: p, blind: b, agrees };
            links[pair.a as usize].insert(pair.b, link);
            links[pair.b as usize].insert(pair.a, link);
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
        let tellers = tellers(contexts, compared);
        let best_other = vec![(0.0, 0.0); facts.len()];
        let mut event = Self { contexts, links, fact, facts, between: FxHashMap::default(), best_other, tellers };
        for pair in compared.iter().filter(|c| !c.parted) {
            event.relate_facts(pair.a, pair.b);
        }
        event
    }

    /// Keeps how the provisional facts of two figures stand to each other.
    fn relate_facts(&mut self, a: u32, b: u32) {
        let key = self.fact_pair(a, b);
        if self.between.contains_key(&key) {
            return;
        }
        let between = self.stand(key.0, key.1);
        if key.0 != key.1 {
            for fact in [key.0, key.1] {
                let best = &mut self.best_other[fact as usize];
                *best = (best.0.max(between.mean), best.1.max(between.blind_mean));
            }
        }
        self.between.insert(key, between);
    }

    fn fact_pair(&self, a: u32, b: u32) -> (u32, u32) {
        let (x, y) = (self.fact[a as usize], self.fact[b as usize]);
        (x.min(y), x.max(y))
    }

    fn link(&self, a: u32, b: u32) -> Link {
        self.links[a as usize].get(&b).copied().unwrap_or(Link { likelihood: 0.0, blind: 0.0, agrees: false })
    }

    fn look(&self, pair: &Compared, p: f32, blind: f32) -> Vec<f32> {
        let flag = |b: bool| f32::from(u8::from(b));
        let logit = log_odds(p);
        let agrees = pair.relation.stance == Stance::Agree;
        let of = |place: usize| pair.features[place];
        let (ab, ba) = (self.rivals(pair.a, pair.b), self.rivals(pair.b, pair.a));
        let (margin_a, margin_b) = (p - ab.best, p - ba.best);
        let agreeing_rival = ab.best_agreeing.max(ba.best_agreeing);
        let (support, support_agreeing) = self.support(pair.a, pair.b);
        let key = self.fact_pair(pair.a, pair.b);
        let between = self.between.get(&key).copied().unwrap_or_default();
        let conflict = pair.relation.stance == Stance::Conflict;
        let same_article = of(const { place("same_article") });
        let mut row = vec![
            1.0,
            logit,
            logit * flag(agrees),
            logit * of(const { place("date") }),
            logit * of(const { place("across") }),
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
            flag(conflict) * flag(pair.relation.apart() < 0.3),
            self.slot(pair.a, pair.b) * flag(!agrees),
            of(const { place("log_ratio") }),
            of(const { place("noun_clash") }),
            of(const { place("scope_previous") })
                + of(const { place("scope_planned") })
                + of(const { place("scope_additional") })
                + of(const { place("scope_part") }),
        ];
        let rivals = (ab.best_blind, ba.best_blind);
        let margin_log = log_odds(blind) - log_odds(rivals.0).max(log_odds(rivals.1));
        row.extend([
            log_odds(blind),
            blind - rivals.0.max(rivals.1),
            margin_log.clamp(-3.0, 3.0),
            flag(ab.better_blind + ba.better_blind == 0),
            1.0 / (1.0 + (ab.better_blind + ba.better_blind) as f32),
            between.blind_mean,
            between.blind_max,
        ]);
        let tellers = self.tellers[self.contexts[pair.a as usize].article.0 as usize];
        row.extend(self.other_fact(key, between, tellers));
        row
    }

    /// How two facts of different values stand to each other: whether each is the other's best, whether one is a single
    /// figure, and whether the two share out the articles of the event between them.
    fn other_fact(&self, (x, y): (u32, u32), between: Between, tellers: usize) -> [f32; 9] {
        if x == y {
            return [0.0; 9];
        }
        let best = |of: fn(&(f32, f32)) -> f32| of(&self.best_other[x as usize]).max(of(&self.best_other[y as usize]));
        let (mean, blind) = (between.mean, between.blind_mean);
        let (few, many) = (between.articles.0.min(between.articles.1), between.articles.0.max(between.articles.1));
        let lone = f32::from(u8::from(between.lone));
        let covering = between.overlap == 0.0 && few + many >= tellers;
        [
            1.0,
            mean,
            mean - best(|b| b.0),
            blind,
            blind - best(|b| b.1),
            lone,
            lone * mean,
            (many as f32).ln_1p(),
            f32::from(u8::from(covering)),
        ]
    }

    /// The other figures of `b`'s article that could state what `a` states.
    fn rivals(&self, a: u32, b: u32) -> Rivals {
        let article = self.contexts[b as usize].article;
        let own = self.link(a, b);
        let mut rivals = Rivals::default();
        for (&c, link) in &self.links[a as usize] {
            if c == b || self.contexts[c as usize].article != article || self.fact[c as usize] == self.fact[b as usize]
            {
                continue;
            }
            rivals.best = rivals.best.max(link.likelihood);
            rivals.better += usize::from(link.likelihood > own.likelihood);
            rivals.best_blind = rivals.best_blind.max(link.blind);
            rivals.better_blind += usize::from(link.blind > own.blind);
            if link.agrees {
                rivals.best_agreeing = rivals.best_agreeing.max(link.likelihood);
            }
        }
        rivals
    }

    /// The best third figure that stands by both: the smaller of its two likelihoods. The second is the best that agrees
    /// with one of the two.
    fn support(&self, a: u32, b: u32) -> (f32, f32) {
        let (few, many) = if self.links[a as usize].len() < self.links[b as usize].len() { (a, b) } else { (b, a) };
        let (mut best, mut best_agreeing) = (0.0_f32, 0.0_f32);
        for (c, x) in &self.links[few as usize] {
            if let Some(y) = self.links[many as usize].get(c) {
                let weaker = x.likelihood.min(y.likelihood);
                best = best.max(weaker);
                if x.agrees || y.agrees {
                    best_agreeing = best_agreeing.max(weaker);
                }
            }
        }
        (best, best_agreeing)
    }

    /// How two provisional facts stand to each other.
    fn stand(&self, x: u32, y: u32) -> Between {
        let (fx, fy) = (&self.facts[x as usize], &self.facts[y as usize]);
        let mut found = Between { min: 1.0, ..Between::default() };
        let mut pairs = 0_u32;
        for i in fx.iter().take(FACT_SIZE) {
            for j in fy.iter().take(FACT_SIZE).filter(|j| *j != i) {
                let link = self.link(*i, *j);
                found.mean += link.likelihood;
                found.blind_mean += link.blind;
                found.max = found.max.max(link.likelihood);
                found.blind_max = found.blind_max.max(link.blind);
                found.min = found.min.min(link.likelihood);
                pairs += 1;
            }
        }
        if pairs == 0 {
            found.min = 0.0;
        }
        found.mean /= pairs.max(1) as f32;
        found.blind_mean /= pairs.max(1) as f32;
        let articles = |fact: &[u32]| {
            let mut articles: Vec<_> = fact.iter().map(|i| self.contexts[*i as usize].article).collect();
            articles.sort_unstable();
            articles.dedup();
            articles
        };
        let (ax, ay) = (articles(fx), articles(fy));
        let both = if x == y { 0 } else { ax.iter().filter(|article| ay.contains(article)).count() };
        found.articles = (ax.len(), ay.len());
        found.lone = fx.len().min(fy.len()) == 1;
        found.size = ((fx.len().min(9) + fy.len().min(9)) as f32).ln();
        found.overlap = both as f32 / ax.len().min(ay.len()).max(1) as f32;
        found
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

/// For every article how many hang together with it by compared pairs.
fn tellers(contexts: &[Context], compared: &[Compared]) -> Vec<usize> {
    let count = contexts.iter().map(|c| c.article.0 as usize + 1).max().unwrap_or(0);
    let article = |i: u32| contexts[i as usize].article.0;
    let event = cluster::components(count, compared.iter().map(|pair| (article(pair.a), article(pair.b))));
    let mut sizes = vec![0; count];
    event.iter().for_each(|e| sizes[*e as usize] += 1);
    event.iter().map(|e| sizes[*e as usize]).collect()
}

#[derive(Default)]
struct Rivals {
    best: f32,
    best_agreeing: f32,
    better: usize,
    best_blind: f32,
    better_blind: usize,
}

#[derive(Clone, Copy, Default)]
struct Between {
    mean: f32,
    max: f32,
    min: f32,
    size: f32,
    /// The share of the articles of one that are the other's as well.
    overlap: f32,
    blind_mean: f32,
    blind_max: f32,
    /// How many articles state each.
    articles: (usize, usize),
    /// Whether one of the two is a single figure.
    lone: bool,
}
