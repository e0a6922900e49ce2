//! Rough rates of exchange: only to see whether two sums in two currencies may be one.

use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// How much of each currency a dollar buys, roughly, on a day that the table names.
#[derive(Debug, Deserialize)]
pub struct Rates {
    /// When the rates were written down: "2025-10".
    pub date: String,
    per_dollar: BTreeMap<String, Decimal>,
    /// How far a rate may be off, in times; what is not named has `usual`.
    wander: BTreeMap<String, f64>,
    shared: BTreeMap<String, Vec<String>>,
}

/// How far apart two sums in two currencies are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// How many times the one is the other at the rates of the table: 1 where they are the same, 2 where one is twice the other.
    pub times: f64,
    /// How many times too high or too low the rates may be.
    pub wander: f64,
}

static BUILT_IN: LazyLock<Rates> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/rates.toml"))
        .expect("the program's own rates are well formed: a test reads them")
});

impl Rates {
    /// The table that the program carries.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Whether one word or sign may mean the other: "$" may be "peso", and both may be "MXN".
    #[must_use]
    pub fn may_be_one(&self, a: &str, b: &str) -> bool {
        a == b || self.meanings(a).any(|x| self.meanings(b).any(|y| x == y))
    }

    /// How far apart the two sums are at these rates. Where a sign is shared by several currencies, the meaning that brings
    /// the two nearest. None where a rate is not known.
    #[must_use]
    pub fn apart(&self, a: (Decimal, &str), b: (Decimal, &str)) -> Option<Apart> {
        let dollars = |value: Decimal, key: &str| Some(value.to_f64()? / self.per_dollar.get(key)?.to_f64()?);
        let mut best: Option<Apart> = None;
        for x in self.meanings(a.1) {
            for y in self.meanings(b.1) {
                let (Some(p), Some(q)) = (dollars(a.0, x), dollars(b.0, y)) else { continue };
                let (small, large) = (p.abs().min(q.abs()), p.abs().max(q.abs()));
                if small > 0.0 {
                    let apart = Apart { times: large / small, wander: self.wander(x).max(self.wander(y)) };
                    best = best.filter(|b| b.times <= apart.times).or(Some(apart));
                }
            }
        }
        best
    }

    fn wander(&self, currency: &str) -> f64 {
        self.wander.get(currency).or_else(|| self.wander.get("usual")).copied().unwrap_or(1.0)
    }

    /// Whether several currencies have this word or sign: "peso", "$".
    #[must_use]
    pub fn is_shared(&self, key: &str) -> bool {
        self.shared.contains_key(key)
    }

    fn meanings<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        let shared = self.shared.get(key);
        let own = shared.is_none().then_some(key);
        shared.into_iter().flatten().map(String::as_str).chain(own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_in_two_currencies() {
        let rates = Rates::built_in();
        for (a, ka, b, kb, expected) in [
            (100, "EUR", 116, "USD", true),
            (12_500, "peso", 9, "USD", true),
            (100, "EUR", 100, "JPY", false),
            (120, "PEN", 35, "USD", true),
            (18, "GBP", 11, "USD", false),
            (900, "ARS", 1, "USD", true),
        ] {
            let apart = rates.apart((a.into(), ka), (b.into(), kb)).expect("both rates are known");
            assert_eq!(apart.times <= apart.wander, expected, "{a} {ka} and {b} {kb}: {apart:?}");
        }
        assert!(rates.apart((1.into(), "EUR"), (1.into(), "BTC")).is_none());
        assert!(rates.may_be_one("$", "peso") && !rates.may_be_one("EUR", "USD"));
    }
}
