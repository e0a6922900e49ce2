//! Exact arithmetic on figures: what would overflow is no figure.

use rust_decimal::Decimal;

/// The place value of the last digit of a numeral that is not a filling zero: 1000 for 15000, 0.01 for 1.20.
///
/// Zeros behind the decimal sign were written on purpose, so they count; those before it fill.
pub(super) fn grain(value: Decimal) -> Decimal {
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    let mut grain = Decimal::ONE;
    let mut rest = value.abs();
    if rest.is_zero() {
        return grain;
    }
    while (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        grain *= Decimal::TEN;
    }
    grain
}

/// A product, without the filling zeros that multiplying leaves behind the decimal sign.
pub(super) fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b).map(|p| p.normalize())
}

/// A ratio, to ten places; to more where ten would leave nothing of it.
pub(super) fn ratio(a: Decimal, b: Decimal) -> Option<Decimal> {
    let exact = a.checked_div(b)?;
    let rounded = exact.round_dp(10);
    Some(if rounded.is_zero() { exact } else { rounded }.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_grain() {
        for (value, expected) in
            [("15000", "1000"), ("15034", "1"), ("1.2", "0.1"), ("1.20", "0.01"), ("0", "1"), ("10", "10")]
        {
            assert_eq!(grain(value.parse().unwrap()), expected.parse::<Decimal>().unwrap(), "{value}");
        }
    }
}
