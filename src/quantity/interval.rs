//! What a writer commits to: the one place where hedge, range and rounding become bounds.

use rust_decimal::Decimal;

/// The values that a figure, read fairly, may stand for, in base units. An end that is `None` is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The smallest value; open for "up to".
    pub low: Option<Decimal>,
    /// The largest value; open for "more than".
    pub high: Option<Decimal>,
}
