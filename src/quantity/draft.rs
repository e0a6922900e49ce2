//! A figure on its way from tokens to a [`Quantity`].

use super::{Amount, Change, End, Hedge, Kind, Measure, Number, Quantity, Unit, scan::Scan};
use crate::language::Units;
use rust_decimal::Decimal;

/// A figure by the places of its tokens, half-open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// The figure alone.
    pub core: (usize, usize),
    /// The words of its hedge.
    pub hedge_words: Option<(usize, usize)>,
    /// The words of its unit or the counted noun.
    pub unit_words: Option<(usize, usize)>,
    /// The token behind all that was read.
    pub end: usize,
    pub kind: Kind,
    pub amount: Amount,
    pub hedge: Hedge,
    /// The unit, by its place in the table.
    pub unit: Option<u16>,
    /// The unit that the first one is counted by, in a rate: "euros por kilo".
    pub per: Option<u16>,
    pub change: Change,
    pub other: Vec<Amount>,
    pub converts: Option<u32>,
    /// The whole that it is a part of.
    pub whole: Option<Decimal>,
    /// What it leaves of the whole, where that is meant.
    pub rest: Option<Decimal>,
    /// Which end of a span it is.
    pub span_end: Option<End>,
    /// The last scale that was said with the number.
    pub scale: Option<Decimal>,
    /// Whether a noun is looked for.
    pub counts: bool,
    /// Whether "of" stands between the figure and its noun.
    pub takes_of: bool,
}

impl Draft {
    /// A figure that says this, from `first` to before `end`.
    pub fn new(first: usize, end: usize, kind: Kind, amount: Amount) -> Self {
        Self {
            core: (first, end),
            hedge_words: None,
            unit_words: None,
            end,
            kind,
            amount,
            hedge: Hedge::None,
            unit: None,
            per: None,
            change: Change::Level,
            other: Vec::new(),
            converts: None,
            whole: None,
            rest: None,
            span_end: None,
            scale: None,
            counts: false,
            takes_of: false,
        }
    }

    /// One value.
    pub fn number(value: Decimal, grain: Decimal, digits: bool) -> Amount {
        Amount::Number(Number { low: Some(value), high: Some(value), grain, digits })
    }

    /// The first token of the figure or of its hedge.
    pub fn first(&self) -> usize {
        self.hedge_words.map_or(self.core.0, |h| h.0.min(self.core.0))
    }

    /// Opens the ends that the hedge leaves open.
    fn hedged(&self) -> Amount {
        let Amount::Number(mut n) = self.amount.clone() else { return self.amount.clone() };
        match self.hedge {
            Hedge::MoreThan | Hedge::AtLeast => n.high = None,
            Hedge::LessThan | Hedge::UpTo => n.low = None,
            _ => {}
        }
        if n.low.is_none() && n.high.is_none() {
            return self.amount.clone();
        }
        Amount::Number(n)
    }

    /// The finished quantity.
    pub fn finish(self, scan: &Scan) -> Quantity {
        let amount = self.hedged();
        let core = scan.span(self.core.0, self.core.1);
        let hedge_span = self.hedge_words.map(|(a, b)| scan.span(a, b));
        let span = match self.hedge_words {
            Some((_, b)) if b > self.core.1 + 1 => core,
            Some(_) => core.cover(hedge_span.unwrap_or(core)),
            None => core,
        };
        Quantity {
            span,
            core,
            hedge_span,
            kind: self.kind,
            amount,
            hedge: self.hedge,
            unit: Unit {
                measure: self.unit.map(|u| measure(u, self.per)),
                span: self.unit_words.map(|(a, b)| scan.span(a, b)),
            },
            change: self.change,
            other_readings: self.other,
            converts: self.converts,
            of: self.whole,
            rest: self.rest,
            end: self.span_end,
        }
    }
}

/// The unit as a quantity carries it; of a rate, the ratio of its two units.
fn measure(unit: u16, per: Option<u16>) -> Measure {
    let unit = Units::built_in().get(unit);
    let plain =
        || Measure { key: unit.key.clone(), dimension: unit.dimension.clone(), factor: unit.factor, zero: unit.zero };
    let Some(per) = per.map(|p| Units::built_in().get(p)) else { return plain() };
    let Some(factor) = unit.factor.checked_div(per.factor) else { return plain() };
    // Rain in litres by the square metre is rain in millimetres.
    let dimension = match (unit.dimension.as_str(), per.dimension.as_str()) {
        ("volume", "area") => "length".to_owned(),
        (unit, per) => format!("{unit}/{per}"),
    };
    Measure { key: format!("{}/{}", unit.key, per.key), dimension, factor, zero: Decimal::ZERO }
}
