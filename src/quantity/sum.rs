//! Groups and scales on their way to a number: words below a thousand add up to a group, a scale multiplies what stands
//! before it and is smaller.

use super::decimal::times;
use rust_decimal::Decimal;

/// Groups and scales on their way to a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum {
    /// Finished parts with the scale of each, falling.
    pub parts: Vec<(Decimal, Decimal)>,
    /// What was said since the last scale.
    pub group: Option<Decimal>,
    /// The group came as digits, so no word adds to it.
    pub closed: bool,
}

impl Sum {
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.group.is_none()
    }

    /// Whether words for `n` (below a thousand) can stand next.
    pub fn takes(&self, n: u32) -> bool {
        let Some(group) = self.group else { return true };
        if self.closed {
            return false;
        }
        let rest = group % Decimal::ONE_HUNDRED;
        match n {
            1..10 => rest.is_zero() || rest >= Decimal::from(20) && (rest % Decimal::TEN).is_zero(),
            // French counts on from sixty and from eighty.
            10..20 => rest.is_zero() || rest == Decimal::from(60) || rest == Decimal::from(80),
            20..100 => rest.is_zero() && !group.is_zero(),
            _ => false,
        }
    }

    pub fn add(&mut self, n: Decimal) {
        *self.group.get_or_insert(Decimal::ZERO) += n;
    }

    /// Whether a number in one word can stand next: behind a larger scale, or before everything.
    pub fn takes_spelled(&self, n: Decimal) -> bool {
        self.group.is_none() && self.parts.last().is_none_or(|p| p.1 > n)
    }

    /// Adds a number in one word: its thousands are finished, and what is below them can still grow.
    pub fn add_spelled(&mut self, n: Decimal) {
        let rest = if n.fract().is_zero() { n % Decimal::ONE_THOUSAND } else { n };
        if rest < n {
            self.parts.push((n - rest, Decimal::ONE_THOUSAND));
        }
        self.group = Some(rest).filter(|r| !r.is_zero());
        self.closed = !rest.is_zero();
    }

    /// Multiplies what stands before by a scale. False where that makes no number.
    pub fn scale(&mut self, scale: Decimal) -> bool {
        let hundred = scale < Decimal::ONE_THOUSAND;
        let mut factor = Decimal::ZERO;
        let mut parts = self.parts.clone();
        if hundred {
            match self.group {
                Some(g) if g < Decimal::ONE_HUNDRED && !g.is_zero() => factor = g,
                // "a hundred"
                None if parts.is_empty() => factor = Decimal::ONE,
                _ => return false,
            }
        } else {
            while let Some(&(value, s)) = parts.last() {
                if s >= scale {
                    break;
                }
                factor += value;
                parts.pop();
            }
            factor += self.group.unwrap_or_default();
            if factor.is_zero() {
                if !self.parts.is_empty() {
                    return false;
                }
                factor = Decimal::ONE;
            }
        }
        let Some(value) = times(factor, scale) else { return false };
        if hundred {
            (self.group, self.closed) = (Some(value), false);
            return true;
        }
        if parts.last().is_some_and(|p| value >= p.1) {
            return false;
        }
        parts.push((value, scale));
        (self.parts, self.group, self.closed) = (parts, None, false);
        true
    }

    pub fn total(&self) -> Option<Decimal> {
        let parts = self.parts.iter().try_fold(Decimal::ZERO, |sum, p| sum.checked_add(p.0))?;
        parts.checked_add(self.group.unwrap_or_default())
    }

    pub fn last_scale(&self) -> Option<Decimal> {
        self.group.is_none().then(|| self.parts.last().map(|p| p.1)).flatten()
    }
}
