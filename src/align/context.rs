//! The context of a figure: what its clause says about it, as weighted terms, concepts and scopes.

use super::terms::{TermId, Terms, Word};
use crate::{
    article::Zone,
    attribution::Voice,
    concept::{Class, ConceptId, Lexicon},
    corpus::{ArticleId, Corpus, QuantityId, SentenceId},
    quantity::{Amount, Day},
    sense::{Direction, Senses},
    text::Span,
};
use rayon::prelude::*;

/// What stands around one figure.
#[derive(Debug)]
pub struct Context {
    /// The figure.
    pub quantity: QuantityId,
    /// Its article.
    pub article: ArticleId,
    /// Its sentence.
    pub sentence: SentenceId,
    /// What its block is.
    pub zone: Zone,
    /// Where in the article it stands, from 0 to 1.
    pub position: f32,
    /// Whether the article is written in another language than most; only compared, never asked for by name.
    pub language: u16,
    /// The terms of the sentence, weighted by nearness and rarity.
    pub window: Bag<TermId>,
    /// The cognate keys of the same words, for other languages.
    pub cognates: Bag<TermId>,
    /// The names among them.
    pub names: Bag<TermId>,
    /// The terms of the counted noun.
    pub noun: Bag<TermId>,
    /// What is counted.
    pub noun_concepts: Bag<ConceptId>,
    /// Where the meaning of the words around it points to, those near it most.
    pub sense: Direction,
    /// Where the meaning of the counted noun points to.
    pub noun_sense: Direction,
    /// What else its clause speaks of.
    pub concepts: Bag<ConceptId>,
    /// What happened to those counted, where the clause says it: dead, injured. Sorted.
    pub fates: Vec<ConceptId>,
    /// The fate that is said of the figure itself: the nearest behind it in what it counts, or else before it.
    pub own_fate: Vec<ConceptId>,
    /// Whether that fate is the counted noun itself: "600 heridos".
    pub counts_fate: bool,
    /// The words that narrow the figure, near it. Sorted.
    pub scopes: Vec<ConceptId>,
    /// Other years named in its sentence. Sorted.
    pub years: Vec<i16>,
    /// Whether its sentence speaks of a year before that of the article: what it tells is background.
    pub background: bool,
}

impl Context {
    /// Whether one speaker states this figure and another or two do; none where one of them names nobody.
    #[must_use]
    pub fn voice_beside(&self, other: &Self, corpus: &Corpus) -> Option<Voice> {
        let (x, y) = (corpus.speaker(self.quantity)?, corpus.speaker(other.quantity)?);
        Some(x.beside(y, self.language == other.language))
    }

    /// Whether the two count persons of fates that exclude each other: the dead and the injured.
    #[must_use]
    pub fn fates_part(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let meet = |f: &ConceptId| other.own_fate.iter().any(|g| lexicon.overlap(*f, *g));
        !self.own_fate.is_empty() && !other.own_fate.is_empty() && !self.own_fate.iter().any(meet)
    }
}

/// Things with weights, sorted by thing, each once. Its length (Euclidean) is kept for the cosine.
#[derive(Clone, Debug)]
pub struct Bag<T> {
    entries: Vec<(T, f32)>,
    length: f32,
}

impl<T> Default for Bag<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), length: 0.0 }
    }
}

impl<T: Copy + Ord> Bag<T> {
    /// A bag of these; the weights of equal things are joined by the larger one.
    #[must_use]
    pub fn new(mut entries: Vec<(T, f32)>) -> Self {
        entries.retain(|e| e.1 > 0.0);
        entries.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        entries.dedup_by(|later, first| later.0 == first.0);
        let length = entries.iter().map(|e| e.1 * e.1).sum::<f32>().sqrt();
        Self { entries, length }
    }

    /// The things and their weights, sorted.
    #[must_use]
    pub fn entries(&self) -> &[(T, f32)] {
        &self.entries
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The things that both hold, with the product of their weights.
    pub fn shared(&self, other: &Self) -> impl Iterator<Item = (T, f32)> {
        let (mut i, mut j) = (0, 0);
        std::iter::from_fn(move || {
            while let (Some(a), Some(b)) = (self.entries.get(i), other.entries.get(j)) {
                match a.0.cmp(&b.0) {
                    std::cmp::Ordering::Less => i += 1,
                    std::cmp::Ordering::Greater => j += 1,
                    std::cmp::Ordering::Equal => {
                        (i, j) = (i + 1, j + 1);
                        return Some((a.0, a.1 * b.1));
                    }
                }
            }
            None
        })
    }

    /// The cosine of the angle between the two: 1 for the same weights, 0 where nothing is shared.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f32 {
        self.cosine_of(other, self.shared(other).map(|s| s.1).sum())
    }

    /// The same, where the products of the weights that both hold are summed up already.
    #[must_use]
    pub fn cosine_of(&self, other: &Self, products: f32) -> f32 {
        let lengths = self.length * other.length;
        if lengths == 0.0 { 0.0 } else { products / lengths }
    }
}

/// Things with weights, in any order.
type Weighted<T> = Vec<(T, f32)>;

/// How a word's weight falls with its distance from the figure: by e at this many words (MATCHING.md).
const REACH: f32 = 7.0;
/// What a comma, a stronger stop, and another figure between leave of a word's weight (MATCHING.md).
const BEHIND_COMMA: f32 = 0.7;
const BEHIND_STOP: f32 = 0.45;
const BEHIND_FIGURE: f32 = 0.6;
/// The weights of the first three content words to the right of a figure as its noun, and what those to the left keep.
const NOUN: [f32; 3] = [1.0, 0.6, 0.35];
const NOUN_LEFT: f32 = 0.45;
/// Scopes count within this many words of the figure.
const SCOPE_REACH: usize = 9;
/// How many words to each side are looked at: a sentence of ten megabytes costs no more than one of a line.
const WINDOW: usize = 48;
/// How many figures to each side are looked at, for the same reason.
const NEIGHBOURS: u32 = 12;
/// A fate that far from a figure belongs to another one.
const FATE_WEIGHT: f32 = 0.2;

/// Reads the context of every figure of a corpus, in the order of their ids.
#[must_use]
pub fn contexts(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon) -> Vec<Context> {
    let mut names: Vec<&str> = Vec::new();
    let place = |article: ArticleId| {
        let name = corpus.article(article).metadata.language.as_str();
        let known = names.iter().position(|l| *l == name);
        let place = known.unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        (article, place as u16)
    };
    let articles: Vec<(ArticleId, u16)> = corpus.article_ids().map(place).collect();
    let read = |&(article, language): &(ArticleId, u16)| {
        let reader = Reader { corpus, terms, lexicon, article, language };
        corpus.quantities_of(article).map(|q| reader.read(q)).collect::<Vec<_>>()
    };
    articles.par_iter().map(read).collect::<Vec<_>>().into_iter().flatten().collect()
}

struct Reader<'a> {
    corpus: &'a Corpus,
    terms: &'a Terms,
    lexicon: &'a Lexicon,
    article: ArticleId,
    language: u16,
}

/// A word seen from a figure.
struct Seen<'a> {
    word: &'a Word,
    weight: f32,
    /// How many words away, from 1; to the left negative.
    distance: i32,
}

impl Reader<'_> {
    fn read(&self, id: QuantityId) -> Context {
        let quantity = self.corpus.quantity(id);
        let sentence = self.corpus.sentence_of(id);
        let s = self.corpus.sentence(sentence);
        let seen = self.look_around(id, s.span);
        let idf = |w: &Word| self.terms.idf(w.term);
        let content = || seen.iter().filter(|s| !s.word.common);
        let window = content().map(|s| (s.word.term, s.weight * idf(s.word))).collect();
        let cognates =
            content().filter_map(|s| s.word.cognate.map(|key| (key, s.weight * self.terms.idf(key)))).collect();
        let names = content().filter(|s| s.word.name).map(|s| (s.word.term, s.weight.max(0.3) * idf(s.word))).collect();
        let sense = directed(seen.iter().map(|s| (s.word, s.weight)));
        let nouns = self.noun(quantity.unit.span, &seen);
        let noun_sense = directed(nouns.iter().copied());
        let (own_fate, fate_at) = self.own_fate(quantity.span, &nouns);
        let (noun, noun_concepts) = self.noun_bags(&nouns);
        let mut concepts = Vec::new();
        let mut fates = Vec::new();
        let mut scopes = Vec::new();
        for s in &seen {
            for concept in &s.word.concepts {
                match self.lexicon.concept(*concept).class {
                    Class::Scope if s.distance.unsigned_abs() as usize <= SCOPE_REACH => scopes.push(*concept),
                    Class::Scope | Class::Role => {}
                    class => {
                        if class == Class::Fate && s.weight >= FATE_WEIGHT {
                            fates.push(*concept);
                        }
                        concepts.push((*concept, s.weight));
                    }
                }
            }
        }
        fates.extend(noun_concepts.iter().filter(|c| self.lexicon.concept(c.0).class == Class::Fate).map(|c| c.0));
        let length = self.corpus.article(self.article).text.len().max(1);
        let years = self.years(id, sentence);
        Context {
            quantity: id,
            article: self.article,
            sentence,
            zone: s.zone,
            position: quantity.span.start() as f32 / length as f32,
            language: self.language,
            window: Bag::new(window),
            cognates: Bag::new(cognates),
            names: Bag::new(names),
            noun: Bag::new(noun),
            sense,
            noun_sense,
            noun_concepts: Bag::new(noun_concepts),
            concepts: Bag::new(concepts),
            fates: sorted(fates),
            own_fate,
            counts_fate: fate_at.zip(quantity.unit.span).is_some_and(|(word, unit)| word.overlaps(unit)),
            scopes: sorted(scopes),
            background: self.is_background(&years),
            years,
        }
    }

    /// The words of the sentence from the figure outwards, with what their distance and the stops between leave of them.
    fn look_around(&self, id: QuantityId, sentence: Span) -> Vec<Seen<'_>> {
        let figure = self.corpus.quantity(id).span;
        let words = self.terms.words(self.article);
        let text = &self.corpus.article(self.article).text;
        let first = words.partition_point(|w| (w.start as usize) < sentence.start());
        let before = words.partition_point(|w| (w.start as usize) < figure.start());
        let after = words.partition_point(|w| (w.start as usize) < figure.end());
        let last = words.partition_point(|w| (w.start as usize) < sentence.end());
        let others: Vec<Span> = self.corpus.beside(id, NEIGHBOURS).map(|q| self.corpus.quantity(q).span).collect();
        let mut seen = Vec::with_capacity(last.saturating_sub(first));
        let mut walk = |indices: &mut dyn Iterator<Item = usize>, step: i32| {
            let (mut at, mut distance, mut left) = (if step > 0 { figure.end() } else { figure.start() }, 0, 1.0);
            for i in indices {
                let word = &words[i];
                let (from, to) = if step > 0 { (at, word.start as usize) } else { (word.end as usize, at) };
                left *= barrier(text.get(from..to.max(from)).unwrap_or_default());
                at = if step > 0 { word.end as usize } else { word.start as usize };
                if others.iter().any(|o| o.overlaps(word.span())) {
                    continue;
                }
                distance += 1;
                let weight = left * (-(distance as f32 - 1.0) / REACH).exp();
                seen.push(Seen { word, weight, distance: distance * step });
            }
        };
        walk(&mut (after..last.max(after)).take(WINDOW), 1);
        walk(&mut (first.min(before)..before).rev().take(WINDOW), -1);
        seen
    }

    /// The counted noun: the words that the reader of figures took for it, or else the first content words beside the figure.
    fn noun<'w>(&'w self, unit: Option<Span>, seen: &[Seen<'w>]) -> Vec<(&'w Word, f32)> {
        let mut weighted: Vec<(&Word, f32)> = Vec::new();
        if let Some(unit) = unit {
            let words = self.terms.words(self.article);
            let from = words.partition_point(|w| (w.start as usize) < unit.start());
            let to = words.partition_point(|w| (w.start as usize) < unit.end());
            let nouns = words[from..to].iter().filter(|w| !w.common);
            weighted.extend(nouns.zip(NOUN.into_iter().chain(std::iter::repeat(0.2))));
        }
        if weighted.is_empty() {
            for (side, keep) in [(1, 1.0), (-1, NOUN_LEFT)] {
                let near = seen.iter().filter(|s| s.distance.signum() == side && !s.word.common && s.weight > 0.2);
                weighted.extend(near.zip(NOUN).map(|(s, weight)| (s.word, weight * keep)));
            }
        }
        weighted
    }

    /// The fate that is said of a figure, with its word: "mató a 31 personas e hirió a 400" counts the dead first and the
    /// injured then.
    fn own_fate(&self, figure: Span, noun: &[(&Word, f32)]) -> (Vec<ConceptId>, Option<Span>) {
        let fate = |id: &ConceptId| {
            let concept = self.lexicon.concept(*id);
            concept.class == Class::Fate && !concept.generic
        };
        let of = |w: &Word| w.concepts.iter().copied().filter(fate).collect::<Vec<_>>();
        let behind = |w: &Word| w.start as usize >= figure.start();
        let distance = |w: &Word| figure.start().abs_diff(w.start as usize);
        let told = |side: bool| {
            let side = noun.iter().map(|n| n.0).filter(|w| behind(w) == side && !of(w).is_empty());
            side.min_by_key(|w| distance(w))
        };
        let word = told(true).or_else(|| told(false));
        (word.map(of).unwrap_or_default(), word.map(Word::span))
    }

    /// The counted noun as terms and as concepts.
    fn noun_bags(&self, weighted: &[(&Word, f32)]) -> (Weighted<TermId>, Weighted<ConceptId>) {
        let stems = weighted.iter().map(|(w, weight)| (w.term, weight * (0.5 + self.terms.idf(w.term)))).collect();
        let concepts = weighted
            .iter()
            .flat_map(|(w, weight)| w.concepts.iter().map(move |c| (*c, *weight)))
            .filter(|(c, _)| !matches!(self.lexicon.concept(*c).class, Class::Scope | Class::Act | Class::Role))
            .collect();
        (stems, concepts)
    }

    /// The years that other figures of the sentence name.
    fn years(&self, id: QuantityId, sentence: SentenceId) -> Vec<i16> {
        let of = |q: QuantityId| match &self.corpus.quantity(q).amount {
            Amount::Moment(m) => m.day.and_then(|day| match day {
                Day::Date(date) => Some(date.year()),
                Day::Month(year, _) | Day::Quarter(year, _) | Day::Year(year) => Some(year),
                _ => None,
            }),
            _ => None,
        };
        sorted(
            self.corpus
                .beside(id, NEIGHBOURS)
                .filter(|q| self.corpus.sentence_of(*q) == sentence)
                .filter_map(of)
                .collect(),
        )
    }

    fn is_background(&self, years: &[i16]) -> bool {
        let published = self.corpus.article(self.article).metadata.published.map(|d| d.year());
        published.is_some_and(|now| !years.is_empty() && years.iter().all(|y| *y < now))
    }
}

/// What the characters between two words leave of a word's weight.
fn barrier(between: &str) -> f32 {
    between
        .chars()
        .map(|c| match c {
            ',' => BEHIND_COMMA,
            ';' | ':' | '(' | ')' | '—' | '–' | '.' | '!' | '?' => BEHIND_STOP,
            _ => 1.0,
        })
        .product::<f32>()
        * if between.chars().any(|c| c.is_ascii_digit()) { BEHIND_FIGURE } else { 1.0 }
}

/// Where the meaning of words points to.
fn directed<'w>(words: impl Iterator<Item = (&'w Word, f32)>) -> Direction {
    let senses = Senses::built_in();
    let known = words.filter_map(|(word, weight)| Some((word.sense?, weight)));
    senses.direction(known.map(|(sense, weight)| (sense, weight * senses.telling(sense))))
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}
