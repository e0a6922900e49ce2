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

use super::{Amount, Hedge, Leeway, Number, Quantity};

impl Interval {
    /// What a figure commits its writer to.
    ///
    /// "About" leaves half of the last written place, at least 5 % and at most 10 %; a round number without a hedge
    /// leaves half of its last written place and at most 6 %, of one digit 8 %; a precise number is itself. "More than" and "at least" are
    /// open above, "up to" and "less than" below; "almost" reaches a tenth below and a
    /// hundredth above.
    #[must_use]
    pub fn of(quantity: &Quantity) -> Self {
        Self::within(quantity, Leeway::Usual)
    }

    /// What "about" that number admits.
    #[must_use]
    pub fn about(number: &Number, leeway: Leeway) -> Self {
        let spread = |value| leeway.of(Hedge::About, spread(Hedge::About, number, value));
        Self { low: number.low.map(|v| v - spread(v)), high: number.high.map(|v| v + spread(v)) }
    }

    /// The same with more or less granted to "about" and "almost".
    #[must_use]
    pub fn within(quantity: &Quantity, leeway: Leeway) -> Self {
        let Amount::Number(number) = &quantity.amount else { return Self { low: None, high: None } };
        let granted = |spread| leeway.of(quantity.hedge, spread);
        let spread = |value: Decimal| granted(spread(quantity.hedge, number, value));
        let scaled = |value: Decimal| match &quantity.unit.measure {
            Some(m) => value.checked_mul(m.factor).and_then(|v| v.checked_add(m.zero)).unwrap_or(value),
            None => value,
        };
        let low = number.low.map(|v| match quantity.hedge {
            Hedge::MoreThan | Hedge::AtLeast => v,
            Hedge::Almost => v - granted(v.abs() / Decimal::TEN),
            _ => v - spread(v),
        });
        let high = number.high.map(|v| match quantity.hedge {
            Hedge::LessThan | Hedge::UpTo => v,
            // "Almost 1.2 million" is said of a little more as well.
            Hedge::Almost => v + granted(v.abs() * Decimal::new(1, 2)),
            _ => v + spread(v),
        });
        Self { low: low.map(scaled), high: high.map(scaled) }
    }
}

fn spread(hedge: Hedge, number: &Number, value: Decimal) -> Decimal {
    let share = |percent: i64| value.abs() * Decimal::new(percent, 2);
    let half = number.grain / Decimal::TWO;
    // A figure of one digit is rounded more coarsely than that: three for 3.2.
    let most = if value.abs() < number.grain * Decimal::TEN { 8 } else { 6 };
    match hedge {
        Hedge::Exactly => Decimal::ZERO,
        Hedge::About | Hedge::Almost => half.max(share(5)).min(share(10)),
        _ => half.min(share(most)),
    }
}
