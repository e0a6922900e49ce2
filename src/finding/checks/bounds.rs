//! Bounds for reckoning: what a figure may stand for when others are computed from it.

use crate::quantity::{Hedge, Kind, Number, Quantity};
use rust_decimal::Decimal;

/// A stretch of values, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub low: Decimal,
    pub high: Decimal,
}

/// What is counted up to here was counted one by one; beyond, a writer may have rounded.
const COUNTED: i64 = 1000;

impl Bounds {
    /// What a figure may stand for, in base units; none where it leaves an end open. A small count is exact, whatever else
    /// is written leaves half of its last place, and at most a twentieth of its value.
    pub fn of(q: &Quantity, n: &Number) -> Option<Self> {
        let (low, high) = (n.low?, n.high?);
        let factor = q.unit.measure.as_ref().map_or(Decimal::ONE, |m| m.factor);
        let spread = |v: Decimal| {
            let exact = matches!(q.hedge, Hedge::None | Hedge::Exactly)
                && matches!(q.kind, Kind::Count | Kind::Other)
                && v.fract().is_zero()
                && v.abs() < Decimal::from(COUNTED);
            let share = |percent: i64| v.abs() * Decimal::new(percent, 2);
            let half = n.grain / Decimal::TWO;
            match q.hedge {
                _ if exact || low != high => Decimal::ZERO,
                Hedge::About | Hedge::Almost => half.max(share(5)).min(share(10)),
                _ => half.min(share(5)),
            }
        };
        let (a, b) = (low.checked_sub(spread(low))?, high.checked_add(spread(high))?);
        Some(Self { low: a.checked_mul(factor)?, high: b.checked_mul(factor)? })
    }

    /// One value.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: value, high: value }
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// How many times the other; both must be above zero.
    pub fn over(self, other: Self) -> Option<Self> {
        if self.low.is_sign_negative() || other.low <= Decimal::ZERO {
            return None;
        }
        Some(Self { low: self.low.checked_div(other.high)?, high: self.high.checked_div(other.low)? })
    }

    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// The same, reaching further by so much on either side.
    pub fn wider(self, by: Decimal) -> Self {
        Self { low: self.low - by, high: self.high + by }
    }
}

/// The middle of a closed number, as it is written; none where an end is open.
pub(super) fn middle(n: &Number) -> Option<Decimal> {
    Some(n.low?.checked_add(n.high?)? / Decimal::TWO)
}

/// One unit of the last place that was written: 1 for "20" and "20.000", 0.1 for "12,9".
pub(super) fn last_place(n: &Number) -> Decimal {
    n.grain.min(Decimal::ONE)
}
