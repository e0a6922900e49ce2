//! The crowd around a pair: how many other figures of the two articles could be meant as well. Two figures that are alone in
//! naming their noun, or alone in being measured so, state one fact sooner than two of many.

use super::{Compared, context::Context, features::place};
use crate::{
    article::Zone,
    corpus::{ArticleId, Corpus},
    quantity::{
        Amount, Kind, Quantity,
        moment::minutes,
        relation::{Shape, Stance},
    },
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// The names of the features of the crowd, which stand behind those of the pair.
pub const NAMES: &[&str] = &[
    "log_ratio_plain",
    "noun_alone",
    "window_alone",
    "measure_alone",
    "date_alone",
    "time_alone",
    "distance_noun",
    "distance_measure",
    "days_few",
    "days_some",
    "days_few_prominent",
    "minutes_few",
    "minutes_many",
    "prominent_noun",
    "slip_noun",
    "slip_window",
];

const BOTH_PROMINENT: usize = place("both_prominent");
const COGNATES: usize = place("cognates");
const CONCEPTS: usize = place("concepts");
const DATE: usize = place("date");
const DISTANCE: usize = place("distance");
const LOG_RATIO: usize = place("log_ratio");
const MEASURE: usize = place("measure");
const MONEY: usize = place("money");
const NOUN: usize = place("noun");
const NOUN_CONCEPT: usize = place("noun_concept");
const PERCENT: usize = place("percent");
const TIME: usize = place("time");
const WINDOW: usize = place("window");

/// Nouns that match nearly as well as those of the pair make a rival.
const NEARLY: f32 = 0.1;
/// Below this two nouns do not match.
const MATCHES: f32 = 0.15;

/// Adds the features of the crowd to every compared pair.
pub fn add(corpus: &Corpus, contexts: &[Context], compared: &mut [Compared]) {
    let crowd = Crowd::of(corpus, contexts, compared);
    let rows: Vec<[f32; NAMES.len()]> = compared.par_iter().map(|pair| crowd.features(pair)).collect();
    for (pair, row) in compared.iter_mut().zip(rows) {
        pair.features.extend(row);
    }
}

/// What a figure has in common with one that it was compared with.
#[derive(Clone, Copy)]
struct Tie {
    other: u32,
    noun: f32,
    words: f32,
}

struct Crowd<'a> {
    corpus: &'a Corpus,
    contexts: &'a [Context],
    /// For every figure its ties to the figures of each article.
    ties: Vec<FxHashMap<ArticleId, Vec<Tie>>>,
    /// The pairs that agree, both ways round.
    agreeing: FxHashSet<(u32, u32)>,
    /// How many different values of its sort the article of every figure states.
    values: Vec<f32>,
}

impl<'a> Crowd<'a> {
    fn of(corpus: &'a Corpus, contexts: &'a [Context], compared: &[Compared]) -> Self {
        let mut ties: Vec<FxHashMap<ArticleId, Vec<Tie>>> = vec![FxHashMap::default(); contexts.len()];
        let mut agreeing = FxHashSet::default();
        for pair in compared {
            let (noun, words) = (noun(pair), words(pair));
            for (x, y) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let list = ties[x as usize].entry(contexts[y as usize].article).or_default();
                list.push(Tie { other: y, noun, words });
                if pair.relation.stance == Stance::Agree {
                    agreeing.insert((x, y));
                }
            }
        }
        let mut stated: FxHashMap<(ArticleId, String), FxHashSet<String>> = FxHashMap::default();
        let sort =
            |q: &Quantity| q.unit.measure.as_ref().map_or_else(|| format!("{:?}", q.kind), |m| m.dimension.clone());
        for c in contexts.iter().filter(|c| c.zone != Zone::Boilerplate) {
            let q = corpus.quantity(c.quantity);
            stated.entry((c.article, sort(q))).or_default().insert(value(q));
        }
        let count = |c: &Context| {
            let key = (c.article, sort(corpus.quantity(c.quantity)));
            stated.get(&key).map_or(1.0, |s| s.len().max(1) as f32)
        };
        let values = contexts.iter().map(count).collect();
        Self { corpus, contexts, ties, agreeing, values }
    }

    fn features(&self, pair: &Compared) -> [f32; NAMES.len()] {
        let flag = |b: bool| f32::from(u8::from(b));
        let of = |place: usize| pair.features[place];
        let (ca, cb) = (&self.contexts[pair.a as usize], &self.contexts[pair.b as usize]);
        let (qa, qb) = (self.corpus.quantity(ca.quantity), self.corpus.quantity(cb.quantity));
        let slip = flag(matches!(pair.relation.shape, Shape::PowerOfTen(_) | Shape::Swapped));
        let (noun, words) = (noun(pair), words(pair));
        let (nouns_ab, words_ab) = self.rivals(pair.a, pair.b, noun, words);
        let (nouns_ba, words_ba) = self.rivals(pair.b, pair.a, noun, words);
        let measured = of(MEASURE).max(of(PERCENT)).max(of(MONEY));
        let alone = 1.0 / (self.values[pair.a as usize] * self.values[pair.b as usize]).sqrt();
        let days = days_between(qa, qb);
        let minutes = minutes_between(qa, qb);
        let (distance, prominent) = (of(DISTANCE), of(BOTH_PROMINENT));
        let few = flag(days.is_some_and(|d| (1..=3).contains(&d)));
        [
            of(LOG_RATIO) * (1.0 - slip),
            noun / (1.0 + (nouns_ab + nouns_ba) as f32),
            1.0 / (1.0 + (words_ab + words_ba) as f32),
            measured * alone,
            of(DATE) * alone,
            of(TIME) * alone,
            distance * noun,
            distance * measured,
            few,
            flag(days.is_some_and(|d| (4..=15).contains(&d))),
            few * prominent,
            flag(minutes.is_some_and(|m| (1..=60).contains(&m))),
            flag(minutes.is_some_and(|m| m > 180)),
            prominent * noun,
            slip * noun,
            slip * words,
        ]
    }

    /// How many other figures of `b`'s article name the noun of `a` as well as `b` does, and how many stand among words
    /// more like those around `a`. What agrees with `b` states the same and is no rival.
    fn rivals(&self, a: u32, b: u32, noun: f32, words: f32) -> (usize, usize) {
        let Some(ties) = self.ties[a as usize].get(&self.contexts[b as usize].article) else { return (0, 0) };
        let others = || ties.iter().filter(|t| t.other != b && !self.agreeing.contains(&(b, t.other)));
        let least = (noun - NEARLY).max(MATCHES);
        (others().filter(|t| t.noun >= least).count(), others().filter(|t| t.words > words).count())
    }
}

/// How well the counted nouns match.
fn noun(pair: &Compared) -> f32 {
    pair.features[NOUN].max(pair.features[NOUN_CONCEPT])
}

/// How like the words around the two are.
fn words(pair: &Compared) -> f32 {
    pair.features[WINDOW] + pair.features[COGNATES] + pair.features[CONCEPTS]
}

/// A value as a key: what is written the same is the same.
fn value(q: &Quantity) -> String {
    match &q.amount {
        Amount::Number(n) => format!("{:?} {:?}", n.low.map(|d| d.normalize()), n.high.map(|d| d.normalize())),
        Amount::Moment(m) => m.iso(),
        Amount::Score(a, b) => format!("{a}-{b}"),
    }
}

/// The days between two dates that name a day.
fn days_between(a: &Quantity, b: &Quantity) -> Option<i32> {
    let day = |q: &Quantity| match &q.amount {
        Amount::Moment(m) if q.kind == Kind::Date => m.days().filter(|(from, to)| from == to).map(|d| d.0),
        _ => None,
    };
    Some((day(a)? - day(b)?).get_days().abs())
}

/// The minutes between two hours of the clock, as they are written.
fn minutes_between(a: &Quantity, b: &Quantity) -> Option<i32> {
    let minute = |q: &Quantity| match &q.amount {
        Amount::Moment(m) if q.kind == Kind::Time => m.time.map(minutes),
        _ => None,
    };
    Some((minute(a)? - minute(b)?).abs())
}
