//! What two figures have in common and what parts them, as numbers: the input of the model.

use super::context::{Bag, Context};
use super::crowd;
use super::similarity::Gist;
use super::stand::stand;
use crate::{
    article::Zone,
    attribution::Voice,
    concept::{Class, ConceptId, Lexicon},
    corpus::Corpus,
    quantity::{
        Amount, Hedge, Kind, Quantity,
        relation::{Relation, Shape, Stance, are_shares, leaves_out_rate},
    },
};
use rust_decimal::Decimal;

/// The features of one pair, in the order of [`NAMES`].
pub type Features = Vec<f32>;

/// The names of the features; the table of weights uses them.
pub const NAMES: &[&str] = &[
    "bias",
    "agree",
    "agree_rare",
    "agree_small",
    "tension",
    "log_ratio",
    "near",
    "power_of_ten",
    "swapped",
    "converted",
    "money",
    "percent",
    "measure",
    "date",
    "time",
    "other_kind",
    "window",
    "cognates",
    "names",
    "noun",
    "noun_concept",
    "noun_clash",
    "noun_missing",
    "fate",
    "fate_clash",
    "concepts",
    "acts",
    "events",
    "sentence",
    "across",
    "across_window",
    "across_concepts",
    "across_noun",
    "same_article",
    "same_article_agree",
    "same_sentence",
    "neighbour_sentence",
    "distance",
    "both_prominent",
    "one_prominent",
    "scope_shared",
    "scope_previous",
    "scope_planned",
    "scope_additional",
    "scope_part",
    "scope_total",
    "scope_per",
    "scope_average",
    "scope_maximum",
    "scope_other",
    "year_clash",
    "year_shared",
    "background_one",
    "background_both",
    "hedged",
    "date_agree",
    "date_window",
    "date_acts",
    "date_names",
    "date_cognates",
    "date_coarse",
    "money_window",
    "money_noun",
    "percent_window",
    "count_noun",
    "count_noun_clash",
    "agree_window",
    "agree_noun",
    "noun_window",
    "ratio_noun",
    "sense",
    "sense_noun",
    "across_sense",
    "across_sense_noun",
    "moment_sense",
    "money_sense",
    "money_sense_noun",
    "percent_sense",
    "other_direction",
    "other_unit",
    "fates_exclude",
    "fates_exclude_agree",
    "voices_same",
    "voices_differ",
    "voices_differ_same_article",
    "rate_left_out",
];

/// The place of a feature in [`NAMES`], known when the program is compiled.
#[must_use]
pub const fn place(name: &str) -> usize {
    let mut i = 0;
    while i < NAMES.len() {
        let (a, b) = (NAMES[i].as_bytes(), name.as_bytes());
        let mut same = a.len() == b.len();
        let mut k = 0;
        while same && k < a.len() {
            same = a[k] == b[k];
            k += 1;
        }
        if same {
            return i;
        }
        i += 1;
    }
    panic!("there is no such feature")
}

/// Every scope that has a feature of its own.
const SCOPES: [&str; 8] = ["previous", "planned", "additional", "part", "total", "per", "average", "maximum"];

/// What makes the features of pairs: the corpus and what was read of it.
#[derive(Debug)]
pub struct Extractor<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// The context of every figure.
    pub contexts: &'a [Context],
    /// The gist of every sentence.
    pub gists: &'a [Gist],
    /// The concepts.
    pub lexicon: &'a Lexicon,
    scopes: Vec<Option<ConceptId>>,
    /// The scope of words that set two figures against each other.
    contrast: Option<ConceptId>,
}

impl<'a> Extractor<'a> {
    /// An extractor over these.
    #[must_use]
    pub fn new(corpus: &'a Corpus, contexts: &'a [Context], gists: &'a [Gist], lexicon: &'a Lexicon) -> Self {
        let scopes = SCOPES.iter().map(|s| lexicon.find(s)).collect();
        Self { corpus, contexts, gists, lexicon, scopes, contrast: lexicon.find("contrast") }
    }

    /// The features of two figures, given how they stand. None where they are of kinds that no fact joins.
    #[must_use]
    pub fn features(&self, a: usize, b: usize) -> Option<(Features, Relation)> {
        let (ca, cb) = (&self.contexts[a], &self.contexts[b]);
        let (qa, qb) = (self.corpus.quantity(ca.quantity), self.corpus.quantity(cb.quantity));
        if !comparable(qa, qb) {
            return None;
        }
        let relation = stand(self.corpus, ca.quantity, cb.quantity)?;
        let mut row = Row { values: Vec::with_capacity(NAMES.len() + crowd::NAMES.len()) };
        self.fill(&mut row, ca, cb, qa, qb, relation);
        debug_assert_eq!(row.values.len(), NAMES.len());
        Some((row.values, relation))
    }

    fn fill(&self, row: &mut Row, ca: &Context, cb: &Context, qa: &Quantity, qb: &Quantity, relation: Relation) {
        let flag = |b: bool| f32::from(u8::from(b));
        let agree = flag(relation.stance == Stance::Agree);
        let apart = flag(relation.stance == Stance::Conflict);
        let is_date = flag(qa.kind == Kind::Date);
        let is_time = flag(qa.kind == Kind::Time);
        let number = 1.0 - flag(matches!(qa.amount, Amount::Moment(_)));
        let money = flag(qa.kind == Kind::Money || qb.kind == Kind::Money);
        let percent = flag(qa.kind == Kind::Percent || qb.kind == Kind::Percent);
        let count = flag(qa.kind == Kind::Count && qb.kind == Kind::Count);
        let measured = flag((qa.unit.measure.is_some() || qb.unit.measure.is_some()) && money == 0.0 && percent == 0.0);
        let odd = |q: &Quantity| matches!(q.kind, Kind::Ordinal | Kind::Score | Kind::Rate | Kind::Other);
        let other = number * flag(odd(qa) || odd(qb));
        let log_ratio = (-(1.0 - relation.apart().clamp(0.0, 0.9999)).ln()).min(4.0) as f32 * number * apart;

        let window = ca.window.cosine(&cb.window);
        let cognates = ca.cognates.cosine(&cb.cognates);
        let names = overlap(&ca.names, &cb.names);
        let noun = ca.noun.cosine(&cb.noun);
        let (noun_concept, noun_clash) = self.noun_match(ca, cb);
        let noun_missing = flag(ca.noun_concepts.is_empty() || cb.noun_concepts.is_empty());
        let shared_fate = ca.fates.iter().any(|f| cb.fates.contains(f));
        let fate_clash = !shared_fate && !ca.fates.is_empty() && !cb.fates.is_empty();
        let concepts = ca.concepts.cosine(&cb.concepts);
        let acts = self.class_match(ca, cb, Class::Act);
        let events = self.class_match(ca, cb, Class::Event);
        let sentence = self.gists[ca.sentence.0 as usize].similarity(&self.gists[cb.sentence.0 as usize]);
        let across = flag(ca.language != cb.language);
        let same_article = flag(ca.article == cb.article);
        let same_sentence = flag(ca.sentence == cb.sentence);
        let neighbour = same_article * flag(ca.sentence.0.abs_diff(cb.sentence.0) == 1);
        let prominent = |c: &Context| matches!(c.zone, Zone::Headline | Zone::Subhead | Zone::Lead);
        let noun_any = noun.max(noun_concept);

        row.push(1.0);
        row.push(agree);
        row.push(agree * number * rarity(qa).min(rarity(qb)));
        row.push(agree * number * flag(small(qa) && small(qb)));
        row.push(flag(relation.stance == Stance::Tension));
        row.push(log_ratio);
        row.push(number * apart * flag(relation.apart() < 0.3));
        row.push(flag(matches!(relation.shape, Shape::PowerOfTen(_))) * rarity(qa).min(rarity(qb)).max(0.3));
        row.push(flag(relation.shape == Shape::Swapped));
        row.push(flag(relation.shape == Shape::Converted));
        row.push(money);
        row.push(percent);
        row.push(measured);
        row.push(is_date);
        row.push(is_time);
        row.push(other);
        row.push(window);
        row.push(cognates);
        row.push(names);
        row.push(noun);
        row.push(noun_concept);
        row.push(noun_clash);
        row.push(noun_missing);
        row.push(flag(shared_fate));
        row.push(flag(fate_clash));
        row.push(concepts);
        row.push(acts);
        row.push(events);
        row.push(sentence);
        row.push(across);
        row.push(across * (window + cognates));
        row.push(across * concepts);
        row.push(across * noun_any);
        row.push(same_article);
        row.push(same_article * agree);
        row.push(same_sentence);
        row.push(neighbour);
        row.push((ca.position - cb.position).abs());
        row.push(flag(prominent(ca) && prominent(cb)));
        row.push(flag(prominent(ca) != prominent(cb)));
        self.scopes(row, ca, cb);
        let years = ca.years.iter().any(|y| cb.years.contains(y));
        row.push(flag(!years && !ca.years.is_empty() && !cb.years.is_empty()));
        row.push(flag(years));
        row.push(flag(ca.background != cb.background));
        row.push(flag(ca.background && cb.background));
        row.push(flag((qa.hedge != Hedge::None) == (qb.hedge != Hedge::None)));
        row.push(is_date * agree);
        row.push(is_date * window);
        row.push(is_date * acts);
        row.push(is_date * names);
        row.push(is_date * cognates);
        row.push(is_date * flag(relation.shape == Shape::Rounded));
        row.push(money * window);
        row.push(money * noun_any);
        row.push(percent * window);
        row.push(count * noun_any);
        row.push(count * noun_clash);
        row.push(agree * window);
        row.push(agree * noun_any);
        row.push(noun_any * window);
        row.push(log_ratio * (1.0 - noun_any));
        let (sense, sense_noun) = (ca.sense.cosine(&cb.sense), ca.noun_sense.cosine(&cb.noun_sense));
        row.push(sense);
        row.push(sense_noun);
        row.push(across * sense);
        row.push(across * sense_noun);
        row.push((is_date + is_time) * sense);
        row.push(money * sense);
        row.push(money * sense_noun);
        row.push(percent * sense);
        row.push(flag(relation.shape == Shape::OtherDirection));
        row.push(flag(relation.shape == Shape::OtherUnit));
        let exclude = flag(ca.fates_part(cb, self.lexicon));
        row.push(exclude);
        row.push(exclude * agree);
        let voice = ca.voice_beside(cb, self.corpus);
        let differ = flag(voice == Some(Voice::Different));
        row.push(flag(voice == Some(Voice::Same)));
        row.push(differ);
        row.push(differ * same_article);
        row.push(flag(leaves_out_rate(qa, qb)));
    }

    /// Whether two figures of different values are told apart by their words: one sentence states both and does not set them
    /// against each other ("18.000 según la Policía y 60.000 según los organizadores" is one fact in two mouths), they count
    /// the dead and the injured, or one is the first end of a span and the other the last. `features` are those of the pair.
    #[must_use]
    pub fn told_apart(&self, a: &Context, b: &Context, features: &[f32]) -> bool {
        let contrasts = |c: &Context| c.scopes.iter().any(|s| Some(*s) == self.contrast);
        let rivals = features[const { place("voices_differ") }] > 0.0;
        let one_breath = a.sentence == b.sentence && !(contrasts(a) || contrasts(b) || rivals);
        let counts = |c: &Context| self.corpus.quantity(c.quantity).kind == Kind::Count;
        let end = |c: &Context| self.corpus.quantity(c.quantity).end;
        let other_end = end(a).zip(end(b)).is_some_and(|(x, y)| x != y);
        one_breath || other_end || features[const { place("fates_exclude") }] > 0.0 && counts(a) && counts(b)
    }

    /// How far the counted nouns name one concept (0 to 1), and whether they name different ones.
    fn noun_match(&self, a: &Context, b: &Context) -> (f32, f32) {
        let mut best: f32 = 0.0;
        for (x, wx) in a.noun_concepts.entries() {
            for (y, wy) in b.noun_concepts.entries() {
                let fits = if x == y {
                    1.0
                } else if self.lexicon.compatible(*x, *y) {
                    0.7
                } else if self.one_generic(*x, *y) {
                    0.4
                } else {
                    0.0
                };
                best = best.max(fits * wx * wy);
            }
        }
        let clash = best == 0.0 && !a.noun_concepts.is_empty() && !b.noun_concepts.is_empty();
        (best, f32::from(u8::from(clash)))
    }

    /// Whether one of the two is a generic word for the other's class: "people" for "passengers".
    fn one_generic(&self, a: ConceptId, b: ConceptId) -> bool {
        let (a, b) = (self.lexicon.concept(a), self.lexicon.concept(b));
        let persons = |c: &crate::concept::Concept| matches!(c.class, Class::People | Class::Fate);
        (a.generic && persons(b)) || (b.generic && persons(a))
    }

    /// The share of the weight of one class of concepts that both clauses hold.
    fn class_match(&self, a: &Context, b: &Context, class: Class) -> f32 {
        let of = |bag: &Bag<ConceptId>| {
            bag.entries().iter().filter(|e| self.lexicon.concept(e.0).class == class).map(|e| e.1).sum::<f32>()
        };
        let total = of(&a.concepts).min(of(&b.concepts));
        if total == 0.0 {
            return 0.0;
        }
        let shared: f32 = a
            .concepts
            .shared(&b.concepts)
            .filter(|s| self.lexicon.concept(s.0).class == class)
            .map(|s| s.1.sqrt())
            .sum();
        (shared / total).min(1.0)
    }

    fn scopes(&self, row: &mut Row, a: &Context, b: &Context) {
        let shared = a.scopes.iter().any(|s| b.scopes.contains(s));
        row.push(f32::from(u8::from(shared)));
        for scope in &self.scopes {
            let differs = scope.is_some_and(|s| a.scopes.contains(&s) != b.scopes.contains(&s));
            row.push(f32::from(u8::from(differs)));
        }
        let known = |s: &ConceptId| self.scopes.contains(&Some(*s));
        let others = |c: &Context| c.scopes.iter().filter(|s| !known(s)).copied().collect::<Vec<_>>();
        row.push(f32::from(u8::from(others(a) != others(b))));
    }
}

struct Row {
    values: Features,
}

impl Row {
    fn push(&mut self, value: f32) {
        self.values.push(value);
    }
}

/// Whether one fact could be stated by both: the same dimension, or a bare count against anything that counts.
fn comparable(a: &Quantity, b: &Quantity) -> bool {
    let moment = |q: &Quantity| matches!(q.amount, Amount::Moment(_));
    let score = |q: &Quantity| matches!(q.amount, Amount::Score(..));
    if moment(a) || moment(b) {
        return moment(a) && moment(b) && a.kind == b.kind;
    }
    if score(a) || score(b) {
        return score(a) && score(b);
    }
    let dimension = |q: &Quantity| q.unit.measure.as_ref().map(|m| m.dimension.clone());
    if leaves_out_rate(a, b) {
        return true;
    }
    match (dimension(a), dimension(b)) {
        (Some(x), Some(y)) => x == y || are_shares(a, b),
        (None, None) => a.kind == b.kind || bare(a) || bare(b),
        (Some(_), None) => bare(b) && a.kind != Kind::Percent,
        (None, Some(_)) => bare(a) && b.kind != Kind::Percent,
    }
}

/// Whether a figure counts something that was not said.
fn bare(q: &Quantity) -> bool {
    matches!(q.kind, Kind::Count | Kind::Other) && q.unit.measure.is_none()
}

/// How telling a value is, 0 to 1: its significant digits, of which four tell as much as can be told.
fn rarity(q: &Quantity) -> f32 {
    let Amount::Number(n) = &q.amount else { return 0.5 };
    let value = n.low.or(n.high).unwrap_or(Decimal::ZERO);
    let mut mantissa = value.normalize().mantissa().unsigned_abs();
    while mantissa != 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    (mantissa.to_string().len().min(4) as f32 - 1.0) / 3.0 + if value > Decimal::from(20) { 0.2 } else { 0.0 }
}

/// Whether a value is so small that two may agree by chance.
fn small(q: &Quantity) -> bool {
    matches!(&q.amount, Amount::Number(n) if n.low.or(n.high).is_some_and(|v| v.abs() <= Decimal::from(12)))
}

/// The share of the smaller bag's weight that both hold.
fn overlap<T: Copy + Ord>(a: &Bag<T>, b: &Bag<T>) -> f32 {
    let total = |bag: &Bag<T>| bag.entries().iter().map(|e| e.1).sum::<f32>();
    let smaller = total(a).min(total(b));
    if smaller == 0.0 { 0.0 } else { (a.shared(b).map(|s| s.1.sqrt()).sum::<f32>() / smaller).min(1.0) }
}
