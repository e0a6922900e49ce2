//! Headline, subhead and caption against the text: what stands above an article should be found in it again.
//!
//! The model of pairs compares articles, where another figure for the same noun is news. Within one article most figures for
//! one noun are of several facts, so that this asks for more: the figure above must be found nowhere in the text, also not
//! as a sum, and one figure of the text must be the one that it ought to be.

use super::{Check, Slip};
use crate::{
    align::{Aligned, context::Context},
    article::Zone,
    attribution::Voice,
    concept::Class,
    corpus::{ArticleId, QuantityId},
    finding::{Reason, judge::how_they_stand},
    quantity::{
        Amount, Change, Kind, Quantity,
        relation::{Relation, Shape, Stance, relate, representative},
    },
};
use rust_decimal::Decimal;

/// What speaks for two figures being one fact: the noun, the unit, digits that only changed their places, shared words, the
/// first paragraph. Together they must reach [`ENOUGH`].
const SAME_NOUN: f32 = 1.0;
const SAME_PERSONS: f32 = 0.4;
const SAME_UNIT: f32 = 0.6;
const DIGITS_SLIPPED: f32 = 0.8;
const SHARED_WORDS: f32 = 2.0;
const MOST_FOR_WORDS: f32 = 0.7;
const IN_LEAD: f32 = 0.3;
/// What every other value for the same noun takes away: the article tells several facts of that noun.
const RIVAL: f32 = 0.35;
const ENOUGH: f32 = 1.28;

/// A slip of the head is near what the text says, relative to the larger: nine rescued are not sixty-one.
const FAR: f64 = 0.5;

/// Scopes that leave a figure what it is: the others make another figure of it.
const HARMLESS_SCOPES: [&str; 5] = ["total", "estimated", "rumour", "corrected", "contrast"];

/// How many figures of the text are tried as terms of a sum.
const TERMS: usize = 10;

/// The figures above an article that its text states otherwise.
pub(super) fn check(aligned: &Aligned<'_>, article: ArticleId) -> Vec<Slip> {
    let own = Own { aligned };
    let figures = || aligned.corpus.quantities_of(article).filter(|q| own.comparable(*q));
    let above: Vec<QuantityId> = figures().filter(|q| is_above(own.context(*q).zone)).collect();
    if above.is_empty() {
        return Vec::new();
    }
    let text: Vec<QuantityId> = figures().filter(|q| matches!(own.context(*q).zone, Zone::Lead | Zone::Body)).collect();
    let mut slips: Vec<Slip> = Vec::new();
    for head in above {
        let Some(slip) = own.slip(head, &text) else { continue };
        // A subhead that repeats the headline's slip is the same slip.
        if !slips.iter().any(|s| s.figures.last() == slip.figures.last()) {
            slips.push(slip);
        }
    }
    slips
}

fn is_above(zone: Zone) -> bool {
    matches!(zone, Zone::Headline | Zone::Subhead | Zone::Caption)
}

/// The figures of one article.
struct Own<'a> {
    aligned: &'a Aligned<'a>,
}

impl Own<'_> {
    fn context(&self, q: QuantityId) -> &Context {
        // The contexts stand in the order of the figures.
        &self.aligned.contexts[q.0 as usize]
    }

    fn quantity(&self, q: QuantityId) -> &Quantity {
        self.aligned.corpus.quantity(q)
    }

    fn comparable(&self, q: QuantityId) -> bool {
        let q = self.quantity(q);
        let told = matches!(
            q.kind,
            Kind::Count
                | Kind::Money
                | Kind::Percent
                | Kind::Distance
                | Kind::Area
                | Kind::Weight
                | Kind::Other
                | Kind::Score
        );
        told && q.other_readings.is_empty() && q.change != Change::From && !matches!(q.amount, Amount::Moment(_))
    }

    fn slip(&self, head: QuantityId, text: &[QuantityId]) -> Option<Slip> {
        if text.iter().any(|b| self.confirms(head, *b)) || self.is_sum(head, text) {
            return None;
        }
        let mut rated: Vec<(f32, QuantityId, Relation)> = text
            .iter()
            // What another speaker claims is no slip of the head.
            .filter(|b| self.aligned.voices(self.context(head), self.context(**b)) != Some(Voice::Different))
            .filter_map(|b| {
                let relation = relate(self.quantity(head), self.quantity(*b))?;
                let likeness = self.likeness(head, *b, relation)?;
                Some((likeness, *b, relation))
            })
            .collect();
        rated.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let (likeness, found, relation) = *rated.first()?;
        // Figures that say what the best one says support it; the others of its noun are rivals.
        let agrees = |b: QuantityId| {
            relate(self.quantity(found), self.quantity(b)).is_some_and(|r| r.stance != Stance::Conflict)
        };
        let rivals = rated.iter().filter(|(l, b, _)| *l > likeness - 0.5 && !agrees(*b)).count();
        let score = likeness - RIVAL * rivals as f32;
        if score < ENOUGH {
            return None;
        }
        let corpus = self.aligned.corpus;
        let written = |q: QuantityId| corpus.text(corpus.article_of(q), self.quantity(q).span).to_owned();
        let zone = match self.context(head).zone {
            Zone::Headline => "headline",
            Zone::Subhead => "subhead",
            _ => "caption",
        };
        let (a, b) = (written(head), written(found));
        let how = how_they_stand(&a, &b, self.quantity(head), self.quantity(found), relation);
        let confidence = (0.5 + 0.25 * (score - ENOUGH)).clamp(0.5, 0.9);
        let mut slip =
            Slip::new(Check::Headline, confidence, &[head, found], Reason::OwnText { zone: zone.to_owned(), a, b });
        slip.reasons.extend(how);
        Some(slip)
    }

    /// Whether a figure of the text says what stands above, of something that may be the same.
    fn confirms(&self, head: QuantityId, b: QuantityId) -> bool {
        let stands = relate(self.quantity(head), self.quantity(b)).is_some_and(|r| r.stance != Stance::Conflict);
        stands && !self.fates_differ(head, b)
    }

    /// Whether one counts the dead and the other the injured.
    fn fates_differ(&self, a: QuantityId, b: QuantityId) -> bool {
        let lexicon = self.aligned.lexicon;
        let fates = |q| {
            let of_noun = |c: &Context| {
                let all = c.noun_concepts.entries().iter().map(|e| e.0);
                all.filter(|c| lexicon.concept(*c).class == Class::Fate && !lexicon.concept(*c).generic)
                    .collect::<Vec<_>>()
            };
            let context = self.context(q);
            let noun = of_noun(context);
            if noun.is_empty() { context.fates.clone() } else { noun }
        };
        let (x, y) = (fates(a), fates(b));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|f| y.iter().any(|g| lexicon.compatible(*f, *g)))
    }

    /// Whether some figures of the text add up to the one above: "three dead", one here and two there.
    fn is_sum(&self, head: QuantityId, text: &[QuantityId]) -> bool {
        let value = |q: QuantityId| match &self.quantity(q).amount {
            Amount::Number(n) => Some(representative(self.quantity(q), n)),
            _ => None,
        };
        let Some(total) = value(head) else { return false };
        let key = |q: QuantityId| self.quantity(q).unit.measure.as_ref().map(|m| m.dimension.clone());
        let parts: Vec<Decimal> = text
            .iter()
            .filter(|b| key(**b) == key(head) && self.quantity(**b).kind == self.quantity(head).kind)
            .filter_map(|b| value(*b).filter(|v| *v < total && *v > Decimal::ZERO))
            .take(TERMS)
            .collect();
        let make = |i: usize, j: usize| parts[i].checked_add(parts[j]);
        let n = parts.len();
        (0..n).any(|i| {
            (i + 1..n).any(|j| {
                let Some(two) = make(i, j) else { return false };
                two == total || (j + 1..n).any(|k| two.checked_add(parts[k]) == Some(total))
            })
        })
    }

    /// How much speaks for the figure of the text being the one above, said otherwise; none where it is another.
    fn likeness(&self, head: QuantityId, b: QuantityId, relation: Relation) -> Option<f32> {
        let (h, c) = (self.context(head), self.context(b));
        let (p, q) = (self.quantity(head), self.quantity(b));
        let other_kind =
            p.kind != q.kind && !matches!((p.kind, q.kind), (Kind::Count, Kind::Other) | (Kind::Other, Kind::Count));
        let hedged = relation.stance != Stance::Conflict;
        let apart = self.fates_differ(head, b) || self.scopes_differ(h, c) || c.background != h.background;
        if other_kind || hedged || apart {
            return None;
        }
        let mut likeness = 0.0;
        match (&p.unit.measure, &q.unit.measure) {
            (Some(x), Some(y)) if x.key == y.key => likeness += if p.kind == Kind::Percent { 0.2 } else { SAME_UNIT },
            (None, None) => likeness += self.same_noun(h, c)?,
            _ => return None,
        }
        let slipped = matches!(relation.shape, Shape::Swapped | Shape::PowerOfTen(_)) && two_digits(p) && two_digits(q);
        if slipped {
            likeness += DIGITS_SLIPPED;
        } else if relation.gap > FAR {
            return None;
        }
        likeness +=
            ((h.window.cosine(&c.window) + h.cognates.cosine(&c.cognates)) / 2.0 * SHARED_WORDS).min(MOST_FOR_WORDS);
        if c.zone == Zone::Lead {
            likeness += IN_LEAD;
        }
        Some(likeness)
    }

    /// How much the counted nouns speak for one fact; none where they name two things.
    fn same_noun(&self, a: &Context, b: &Context) -> Option<f32> {
        let lexicon = self.aligned.lexicon;
        let class = |id| lexicon.concept(id).class;
        let persons =
            |c: &Context| c.noun_concepts.entries().iter().any(|e| matches!(class(e.0), Class::People | Class::Fate));
        let fate = a.fates.iter().any(|f| b.fates.iter().any(|g| lexicon.compatible(*f, *g)));
        let concept = a.noun_concepts.entries().iter().any(|x| {
            b.noun_concepts
                .entries()
                .iter()
                .any(|y| !lexicon.concept(x.0).generic && !lexicon.concept(y.0).generic && lexicon.compatible(x.0, y.0))
        });
        let term = a.noun.shared(&b.noun).next().is_some();
        if persons(a) && persons(b) {
            // Persons are told by what happened to them.
            return Some(if fate || concept && a.fates.is_empty() && b.fates.is_empty() {
                SAME_NOUN
            } else {
                SAME_PERSONS
            });
        }
        if concept || term {
            return Some(SAME_NOUN);
        }
        (a.noun_concepts.is_empty() || b.noun_concepts.is_empty()).then_some(0.0)
    }

    /// Whether words beside one of the two make another figure of it: additional, of them, last year.
    fn scopes_differ(&self, a: &Context, b: &Context) -> bool {
        let narrows =
            |s: &&crate::concept::ConceptId| !HARMLESS_SCOPES.contains(&self.aligned.lexicon.concept(**s).key.as_str());
        let only = |x: &Context, y: &Context| x.scopes.iter().filter(narrows).any(|s| !y.scopes.contains(s));
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

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn what_stands_above_is_held_against_the_text() {
        check(
            TODAY,
            &[
                (
                    "es",
                    "# Tres muertos al volcar un autobús en Jaén\nCuatro personas murieron este martes al volcar un autobús cerca de Jaén.",
                    "headline: Tres | Cuatro",
                ),
                (
                    "es",
                    "# El incendio de la sierra arrasa 3.200 hectáreas\nEl incendio de la sierra ha quemado ya 2.300 hectáreas de pinar.",
                    "headline: 3.200 | 2.300",
                ),
                (
                    "es",
                    "# El puerto invertirá 130 millones de euros\nEl puerto invertirá 1.300 millones de euros en el nuevo muelle, según el plan aprobado ayer.",
                    "headline: 130 millones | 1.300 millones",
                ),
                (
                    "en",
                    "# Storm death toll climbs to 18\nAt least 21 people are now confirmed dead after the storm, officials said.",
                    "headline: 18 | At least 21",
                ),
                (
                    "en",
                    "# Quake in the valley\nHomes fell in the valley on Monday, where 48 houses were destroyed.\n[The 84 houses destroyed in the valley on Monday.",
                    "headline: 48 | 84",
                ),
            ],
        );
    }

    #[test]
    fn what_the_text_repeats_adds_up_or_tells_of_something_else_is_left_alone() {
        check(
            TODAY,
            &[
                (
                    "es",
                    "# Tres muertos al volcar un autobús\nTres personas murieron y otras cuatro resultaron heridas al volcar un autobús.",
                    "",
                ),
                (
                    "es",
                    "# Tres muertos en dos accidentes\nUn hombre murió en Jaén y dos mujeres murieron en Lugo en dos accidentes.",
                    "",
                ),
                ("es", "# Cae una red con 15.000 clientes\nLa red tenía 14.876 clientes en todo el país.", ""),
                (
                    "es",
                    "# Doce detenidos en la marcha\nLa policía detuvo a doce personas; el año pasado fueron 30 los detenidos.",
                    "",
                ),
                (
                    "es",
                    "# 45.000 personas marchan por la vivienda\nUnas 45.000 personas, según los organizadores, marcharon ayer; la policía contó 12.000.",
                    "",
                ),
                ("es", "# El paro baja un 3 %\nEl paro cayó un 3 % en julio, y un 5 % entre los jóvenes.", ""),
                ("es", "# Vuelven 40 trenes\nLa compañía repondrá 40 trenes; 30 ya circulan.", ""),
                ("en", "# Storm kills 18\nEighteen people died and 40 were injured in the storm, officials said.", ""),
                (
                    "en",
                    "# 12 schools to close\nA dozen schools will close next year, the county said; 30 closed in 2020.",
                    "",
                ),
            ],
        );
    }
}
