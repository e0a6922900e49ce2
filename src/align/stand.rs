//! How two figures of a corpus stand, were they one fact: by what they say, and by what their own articles say of them
//! elsewhere.

use crate::{
    corpus::{Corpus, QuantityId},
    quantity::{
        Kind, Quantity,
        relation::{Relation, Shape, Stance, relate},
    },
};
use rust_decimal::Decimal;
use std::borrow::Cow;

/// How far from a sum without a currency, in figures, the same sum with one is looked for.
const REACH: u32 = 200;
/// A number below this says too little to be known again by its digits alone.
const TELLING: u32 = 1000;

/// How two figures stand, were they one fact; none where they cannot be compared.
///
/// A sum without a currency has the one that its article gives the same digits elsewhere ("a line of 48,000 million",
/// and further down "48,000 million pesos"). Where one of two figures has another unit or none, and its article tells it
/// again beside it in the unit of the other ("51 million Canadian dollars (32 million euros)"), the second telling counts.
#[must_use]
pub fn stand(corpus: &Corpus, a: QuantityId, b: QuantityId) -> Option<Relation> {
    let (qa, qb) = (corpus.quantity(a), corpus.quantity(b));
    let (x, y) = (with_currency(corpus, a, qb), with_currency(corpus, b, qa));
    let relation = relate(&x, &y)?;
    let slip = matches!(relation.shape, Shape::PowerOfTen(_) | Shape::Swapped | Shape::OtherDirection);
    if relation.stance != Stance::Conflict || slip || unit(&x) == unit(&y) {
        return Some(relation);
    }
    let again = |of, other: &Quantity| {
        let told = corpus.quantity(corpus.told_again(of)?);
        let one_unit = unit(told) == unit(other) || unit(other).is_none();
        one_unit.then(|| relate(told, other))?.filter(|r| r.stance == Stance::Agree)
    };
    let agrees = again(a, &y).or_else(|| again(b, &x));
    Some(agrees.map_or(relation, |r| Relation { shape: Shape::Converted, ..r }))
}

/// The key of the unit that a figure is measured in.
fn unit(q: &Quantity) -> Option<&str> {
    q.unit.measure.as_ref().map(|m| m.key.as_str())
}

/// A bare number beside a sum of money, in the currency that its article gives the same digits elsewhere.
fn with_currency<'a>(corpus: &'a Corpus, id: QuantityId, other: &Quantity) -> Cow<'a, Quantity> {
    let own = corpus.quantity(id);
    let bare = own.unit.measure.is_none() && own.unit.span.is_none() && other.kind == Kind::Money;
    let sum = own.exact().filter(|v| bare && *v >= Decimal::from(TELLING));
    let Some(sum) = sum else { return Cow::Borrowed(own) };
    let same = |q: &&Quantity| q.kind == Kind::Money && q.unit.measure.is_some() && q.exact() == Some(sum);
    let found = corpus.beside(id, REACH).map(|q| corpus.quantity(q)).find(same);
    found.map_or(Cow::Borrowed(own), |found| {
        let mut told = own.clone();
        (told.kind, told.unit.measure) = (Kind::Money, found.unit.measure.clone());
        Cow::Owned(told)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::ArticleId, language::Registry};

    /// Whether the first figures of two texts agree.
    fn check(a: &str, b: &str, expected: bool) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(&[a, b], &languages);
        let first = |i| corpus.quantities_of(ArticleId(i)).next().expect("the text has a figure");
        let found = stand(&corpus, first(0), first(1)).map(|r| r.stance == Stance::Agree);
        assert_eq!(found, Some(expected), "{a} / {b}");
    }

    #[test]
    fn a_sum_without_currency_has_that_of_its_article() {
        let (bare, told) = ("Una presa de 40.000 millones.", " La presa costó 40.000 millones de pesos mexicanos.");
        check(&format!("{bare}{told}"), "Costó 2.200 millones de dólares.", true);
        check(bare, "Costó 2.200 millones de dólares.", false);
        check(&format!("{bare}{told}"), "Costó 900 millones de dólares.", false);
    }

    #[test]
    fn what_is_told_again_in_the_other_unit_counts() {
        check("Costó 51 millones de dólares canadienses (32 millones de euros).", "Una obra de 32 millones.", true);
        check("Costó 51 millones de dólares canadienses (32 millones de euros).", "Una obra de 35 millones.", false);
        // The slip is not hidden by the conversion behind it.
        check("Costó 1,3 billones de euros (1.520 millones de dólares).", "Costó 1.300 millones de euros.", false);
    }
}
