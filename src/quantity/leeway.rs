//! How wide "about" is taken: what a reader grants a hedge, where the usual measure is too wide or too narrow for the matter.

use super::{
    Amount, Hedge, Interval, Measure, Quantity,
    relation::{Relation, Shape, Stance, holds, ranges_meet, representative},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How much is granted to "about" and "almost".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leeway {
    /// Half of what is usual.
    Narrow,
    /// What [`Interval::of`] says: what the fit was made with.
    #[default]
    Usual,
    /// Twice what is usual.
    Wide,
}

impl Leeway {
    /// Every leeway, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Narrow, Self::Usual, Self::Wide];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Narrow => "narrow",
            Self::Usual => "usual",
            Self::Wide => "wide",
        }
    }

    /// The leeway of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|leeway| leeway.name() == name)
    }

    /// A spread of the usual width, made as wide as this one.
    pub(super) fn of(self, hedge: Hedge, spread: Decimal) -> Decimal {
        match self {
            Self::Narrow if is_about(hedge) => spread / Decimal::TWO,
            Self::Wide if is_about(hedge) => spread * Decimal::TWO,
            _ => spread,
        }
    }

    /// How two figures stand that stand so under the usual leeway. Only agreeing by nearness and conflicting by mere
    /// distance change: swapped digits and a lost nought stay what they are.
    #[must_use]
    pub fn regard(self, a: &Quantity, b: &Quantity, relation: Relation) -> Relation {
        let (Amount::Number(x), Amount::Number(y)) = (&a.amount, &b.amount) else { return relation };
        let key = |q: &Quantity| q.unit.measure.as_ref().map(|m: &Measure| m.key.clone());
        if self == Self::Usual || !(is_about(a.hedge) || is_about(b.hedge)) || key(a) != key(b) {
            return relation;
        }
        let (ia, ib) = (Interval::within(a, self), Interval::within(b, self));
        let meet = holds(ia, representative(b, y)) || holds(ib, representative(a, x)) || ranges_meet(x, ia, y, ib);
        match (relation.stance, relation.shape) {
            (Stance::Conflict, Shape::Apart) if meet => {
                Relation { stance: Stance::Agree, shape: Shape::Rounded, ..relation }
            }
            (Stance::Agree, Shape::Rounded) if !meet => {
                Relation { stance: Stance::Conflict, shape: Shape::Apart, ..relation }
            }
            _ => relation,
        }
    }
}

fn is_about(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::About | Hedge::Almost)
}

#[cfg(test)]
mod tests {
    use super::{super::relation::relate, *};
    use crate::{language::Registry, quantity::extract};

    #[test]
    fn about_is_as_wide_as_it_is_granted() {
        let languages = Registry::built_in();
        let read = |text: &str| extract(text, languages.get("es"), None).into_iter().next().expect("a figure");
        let check = |a: &str, b: &str, expected: [Stance; 3]| {
            let (a, b) = (read(a), read(b));
            let relation = relate(&a, &b).expect("comparable");
            assert_eq!(Leeway::ALL.map(|leeway| leeway.regard(&a, &b, relation).stance), expected);
            assert_eq!(Leeway::ALL.map(|leeway| leeway.regard(&b, &a, relation).stance), expected);
        };
        use Stance::{Agree, Conflict};
        check("unos 1.300 soldados", "1.310 soldados", [Agree, Agree, Agree]);
        check("unos 1.300 soldados", "1.350 soldados", [Conflict, Agree, Agree]);
        check("unos 1.300 soldados", "1.400 soldados", [Conflict, Conflict, Agree]);
        check("unos 1.300 soldados", "2.600 soldados", [Conflict, Conflict, Conflict]);
        // What is not hedged is not widened, and a swap of digits is no nearness.
        check("1.300 soldados", "1.400 soldados", [Conflict, Conflict, Conflict]);
        check("unos 1.320 soldados", "1.230 soldados", [Conflict, Conflict, Conflict]);
        check("casi 900 kilos", "850 kilos", [Conflict, Agree, Agree]);
    }
}
