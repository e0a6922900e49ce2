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
    shared: BTreeMap<String, Vec<String>>,
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

    /// How many times the one sum is the other at these rates: 1 where they are the same, 2 where one is twice the other.
    /// Where a sign is shared by several currencies, the meaning that brings the two nearest. None where a rate is not known.
    #[must_use]
    pub fn times(&self, a: (Decimal, &str), b: (Decimal, &str)) -> Option<f64> {
        let dollars = |value: Decimal, key: &str| Some(value.to_f64()? / self.per_dollar.get(key)?.to_f64()?);
        let mut best: Option<f64> = None;
        for x in self.meanings(a.1) {
            for y in self.meanings(b.1) {
                let (Some(p), Some(q)) = (dollars(a.0, x), dollars(b.0, y)) else { continue };
                let (small, large) = (p.abs().min(q.abs()), p.abs().max(q.abs()));
                if small > 0.0 {
                    let times = large / small;
                    best = Some(best.map_or(times, |b| b.min(times)));
                }
            }
        }
        best
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
        ] {
            let times = rates.times((a.into(), ka), (b.into(), kb)).expect("both rates are known");
            assert_eq!(times < 1.3, expected, "{a} {ka} is {times} times {b} {kb}");
        }
        assert!(rates.times((1.into(), "EUR"), (1.into(), "BTC")).is_none());
        assert!(rates.may_be_one("$", "peso") && !rates.may_be_one("EUR", "USD"));
    }
}
