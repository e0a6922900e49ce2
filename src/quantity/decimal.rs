//! Exact arithmetic on figures: what would overflow is no figure.

use rust_decimal::Decimal;

/// The place value of the last digit of a numeral that is not a filling zero: 1000 for 15000, 0.01 for 1.20.
///
/// Zeros behind the decimal sign were written on purpose, so they count; those before it fill.
pub(super) fn grain(value: Decimal) -> Decimal {
    if value.scale() > 0 {
        return Decimal::new(1, value.scale());
    }
    Decimal::from(10_u128.pow(zeros(value.mantissa().unsigned_abs())))
}

/// How many zeros a number ends with; none where it is nothing else.
fn zeros(mut n: u128) -> u32 {
    let mut zeros = 0;
    while n > u64::MAX.into() && n.is_multiple_of(10) {
        n /= 10;
        zeros += 1;
    }
    // Numbers of sixty-four bits, as nearly all are, divide in a fraction of the time.
    let mut rest = u64::try_from(n).unwrap_or(0);
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    zeros
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
        for (value, expected) in [
            ("15000", "1000"),
            ("15034", "1"),
            ("1.2", "0.1"),
            ("1.20", "0.01"),
            ("0", "1"),
            ("10", "10"),
            ("-1200", "100"),
            ("7920000000000000000000000000", "10000000000000000000000000"),
        ] {
            assert_eq!(grain(value.parse().unwrap()), expected.parse::<Decimal>().unwrap(), "{value}");
        }
    }
}
