//! How much speaks for two figures of one article being one fact, said otherwise.

use crate::{
    align::{Aligned, context::Context, terms::Word},
    article::Zone,
    attribution::Voice,
    concept::{Class, ConceptId},
    corpus::QuantityId,
    quantity::{
        Amount, Kind, Leeway, Quantity,
        relation::{Relation, Shape, Stance, relate},
    },
};
use rust_decimal::Decimal;

/// What the noun, the unit and digits that only changed their places speak for.
const SAME_NOUN: f32 = 1.0;
const SAME_PERSONS: f32 = 0.4;
const SAME_UNIT: f32 = 0.6;
const SAME_PERCENT: f32 = 0.2;
const DIGITS_SLIPPED: f32 = 1.0;
/// The text says of the dead what the headline says of the injured.
const CROSSED: f32 = 0.6;
/// Words that both clauses share, and the most that they count.
const SHARED_WORDS: f32 = 2.0;
const MOST_FOR_WORDS: f32 = 0.7;
/// Told in the first paragraph, or in the first part of the article by its length.
const EARLY: f32 = 0.3;
const FIRST_TOLD: f32 = 0.3;
/// Close values, within this relative to the larger: a toll that was raised in one place and not in the other.
const CLOSE: f32 = 0.2;
const NEAR: f64 = 0.15;
/// Beyond this, relative to the larger, it is no slip of the head: nine rescued are not sixty-one.
const FAR: f64 = 0.5;
/// What a word takes away that may make another figure of it: a headline leaves out "so far" and "will".
const OTHER_SCOPE: f32 = 0.2;

/// Scopes that leave a figure what it is, and those that always make another of it; the rest may.
const HARMLESS_SCOPES: [&str; 6] = ["total", "estimated", "rumour", "corrected", "contrast", PART];
const PARTING_SCOPES: [&str; 4] = ["additional", "per", "average", "negated"];
/// The scope of a part, and how many words before the figure and behind it its words may stand: in "14 dead, among them three
/// children" they are not of the dead.
const PART: &str = "part";
const PART_BEFORE: usize = 5;
const PART_BEHIND: usize = 2;

/// The figures of one article.
pub(super) struct Own<'a> {
    pub aligned: &'a Aligned<'a>,
    /// How wide "about" is.
    pub leeway: Leeway,
}

impl Own<'_> {
    pub fn context(&self, q: QuantityId) -> &Context {
        // The contexts stand in the order of the figures.
        &self.aligned.contexts[q.0 as usize]
    }

    /// How two figures stand, as far as they can be compared.
    pub fn relate(&self, a: QuantityId, b: QuantityId) -> Option<Relation> {
        let (a, b) = (self.quantity(a), self.quantity(b));
        relate(a, b).map(|relation| self.leeway.regard(a, b, relation))
    }

    pub fn quantity(&self, q: QuantityId) -> &Quantity {
        self.aligned.corpus.quantity(q)
    }

    /// The figure as it is written.
    pub fn written(&self, q: QuantityId) -> String {
        let corpus = self.aligned.corpus;
        corpus.text(corpus.article_of(q), self.quantity(q).span).to_owned()
    }

    fn class(&self, concept: ConceptId) -> Class {
        self.aligned.lexicon.concept(concept).class
    }

    /// Whether a figure counts persons, or what happened to them.
    fn counts_persons(&self, c: &Context) -> bool {
        c.noun_concepts.entries().iter().any(|e| matches!(self.class(e.0), Class::People | Class::Fate))
    }

    /// Whether a figure counts what happened to persons: what every newspaper tells twice.
    pub fn counts_fates(&self, q: QuantityId) -> bool {
        let context = self.context(q);
        self.counts_persons(context) && !context.fates.is_empty()
    }

    /// Whether one counts the dead and the other the injured.
    pub fn fates_differ(&self, a: QuantityId, b: QuantityId) -> bool {
        let lexicon = self.aligned.lexicon;
        let fates = |q| {
            let context = self.context(q);
            let all = context.noun_concepts.entries().iter().map(|e| e.0);
            let fate = |c: &ConceptId| self.class(*c) == Class::Fate && !lexicon.concept(*c).generic;
            let noun: Vec<ConceptId> = all.filter(fate).collect();
            if noun.is_empty() { context.fates.clone() } else { noun }
        };
        let (x, y) = (fates(a), fates(b));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|f| y.iter().any(|g| lexicon.compatible(*f, *g)))
    }

    /// Whether `b` says of what happened in `head` what `other`, beside it, says of something else.
    pub fn crossed(&self, head: QuantityId, other: QuantityId, b: QuantityId) -> bool {
        let same = || relate(self.quantity(other), self.quantity(b)).is_some_and(|r| r.shape == Shape::Equal);
        let one_line = other != head && self.context(head).sentence == self.context(other).sentence;
        one_line && same() && self.fates_differ(head, other) && self.fates_differ(other, b)
    }

    /// How much speaks for the figure of the text being the one above; none where it is another.
    pub fn likeness(&self, head: QuantityId, b: QuantityId, relation: Relation, crossed: bool) -> Option<f32> {
        let (h, c) = (self.context(head), self.context(b));
        let (p, q) = (self.quantity(head), self.quantity(b));
        let loose = |k: Kind| matches!(k, Kind::Count | Kind::Other);
        let other_kind = p.kind != q.kind && !(loose(p.kind) && loose(q.kind));
        let apart = self.fates_differ(head, b)
            || self.scopes_part(h, c)
            || self.is_part(head) != self.is_part(b)
            || c.background != h.background;
        // What two speakers claim is no slip of the article.
        let rivals = h.voice_beside(c, self.aligned.corpus) == Some(Voice::Different);
        if rivals || other_kind || relation.stance != Stance::Conflict || apart {
            return None;
        }
        let swapped = relation.shape == Shape::Swapped && two_digits(p) && two_digits(q);
        let scaled = matches!(relation.shape, Shape::PowerOfTen(_)) && two_digits(p) && two_digits(q);
        let (mut likeness, slipped) = match (&p.unit.measure, &q.unit.measure) {
            (Some(x), Some(y)) if x.key == y.key && p.kind == Kind::Percent => (SAME_PERCENT, swapped || scaled),
            (Some(x), Some(y)) if x.key == y.key => (SAME_UNIT, swapped || scaled),
            (None, None) => {
                let noun = self.same_noun(h, c).or(swapped.then_some(0.0))?;
                // Twelve dead are no slip for 1,200 persons who lost their homes.
                (noun, swapped || scaled && noun >= SAME_NOUN)
            }
            _ => return None,
        };
        likeness += match relation.gap {
            _ if slipped => DIGITS_SLIPPED,
            _ if crossed => CROSSED,
            gap if gap > FAR => return None,
            gap if gap < NEAR && p.kind != Kind::Percent => CLOSE,
            _ => 0.0,
        };
        let words = (h.window.cosine(&c.window) + h.cognates.cosine(&c.cognates)) / 2.0;
        likeness += (words * SHARED_WORDS).min(MOST_FOR_WORDS);
        if c.zone == Zone::Lead || c.position < FIRST_TOLD {
            likeness += EARLY;
        }
        Some(if self.scopes_differ(h, c) { likeness - OTHER_SCOPE } else { likeness })
    }

    /// How much the counted nouns speak for one fact; none where they name two things.
    fn same_noun(&self, a: &Context, b: &Context) -> Option<f32> {
        let lexicon = self.aligned.lexicon;
        let fate = a.fates.iter().any(|f| b.fates.iter().any(|g| lexicon.compatible(*f, *g)));
        let one = |x: ConceptId, y: ConceptId| {
            !lexicon.concept(x).generic && !lexicon.concept(y).generic && lexicon.compatible(x, y)
        };
        let nouns = |c: &Context| c.noun_concepts.entries().iter().map(|e| e.0).collect::<Vec<_>>();
        let (x, y) = (nouns(a), nouns(b));
        let concept = x.iter().any(|p| y.iter().any(|q| one(*p, *q)));
        if self.counts_persons(a) && self.counts_persons(b) {
            // Persons are told apart by what happened to them.
            let untold = a.fates.is_empty() && b.fates.is_empty();
            return Some(if fate || concept && untold { SAME_NOUN } else { SAME_PERSONS });
        }
        if concept || a.noun.shared(&b.noun).next().is_some() {
            return Some(SAME_NOUN);
        }
        (x.is_empty() || y.is_empty()).then_some(0.0)
    }

    /// Whether words beside one of the two always make another figure of it: additional, of them, each.
    fn scopes_part(&self, a: &Context, b: &Context) -> bool {
        self.only_one_has(a, b, |key| PARTING_SCOPES.contains(&key))
    }

    /// Whether a figure is called a part of another: "including 14", "14 of them".
    fn is_part(&self, q: QuantityId) -> bool {
        let context = self.context(q);
        let part = |w: &Word| w.concepts.iter().any(|c| self.aligned.lexicon.concept(*c).key == PART);
        if !context.scopes.iter().any(|s| self.aligned.lexicon.concept(*s).key == PART) {
            return false;
        }
        let words = self.aligned.terms.words(context.article);
        let sentence = self.aligned.corpus.sentence(context.sentence).span;
        let figure = self.quantity(q).span;
        let before = words.partition_point(|w| (w.start as usize) < figure.start());
        let behind = words.partition_point(|w| (w.start as usize) < figure.end());
        let led = words[..before].iter().rev().take(PART_BEFORE).take_while(|w| w.start as usize >= sentence.start());
        let text = self.aligned.corpus.article(context.article).text.as_str();
        let joined =
            |w: &&Word| text.get(figure.end()..w.start as usize).is_some_and(|t| !t.contains([',', ';', '(', '.']));
        let followed = words[behind..].iter().take(PART_BEHIND).take_while(joined);
        led.chain(followed).any(part)
    }

    /// Whether words beside one of the two may make another figure of it: last year, at most.
    fn scopes_differ(&self, a: &Context, b: &Context) -> bool {
        self.only_one_has(a, b, |key| !HARMLESS_SCOPES.contains(&key))
    }

    fn only_one_has(&self, a: &Context, b: &Context, wanted: impl Fn(&str) -> bool) -> bool {
        let only = |x: &Context, y: &Context| {
            let mut own = x.scopes.iter().filter(|s| !y.scopes.contains(s));
            own.any(|s| wanted(&self.aligned.lexicon.concept(*s).key))
        };
        only(a, b) || only(b, a)
    }
}

/// Whether a number has two digits that are no filling zeros, so that a slip of its digits shows.
fn two_digits(q: &Quantity) -> bool {
    match &q.amount {
        Amount::Number(n) => n.low.or(n.high).is_some_and(|v| v.abs() >= n.grain * Decimal::TEN),
        _ => false,
    }
}
