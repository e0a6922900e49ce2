//! The examples of a language: texts with the figures that are to be found in them, held against what is found.

use super::{Amount, Quantity, extract};
use crate::language::{Pack, pack::Example};
use rust_decimal::Decimal;

/// An example that is read otherwise than it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The example.
    pub example: Example,
    /// What was found in its text, written as the example writes it.
    pub found: Vec<String>,
}

/// The examples of a language that are read otherwise than they say.
#[must_use]
pub fn misread(pack: &Pack) -> Vec<Misread> {
    let read = |example: &Example| {
        let found = extract(&example.text, pack, example.published.parse().ok());
        let found: Vec<_> = found.iter().map(|q| described(&example.text, q)).collect();
        (found != example.figures).then(|| Misread { example: example.clone(), found })
    };
    pack.examples.iter().filter_map(read).collect()
}

/// A figure as the examples write it: "más de 11.000 = 11000.. count, soldados".
#[must_use]
pub fn described(text: &str, quantity: &Quantity) -> String {
    let plain = |d: Option<Decimal>| d.map(|d| d.round_dp(4).normalize().to_string()).unwrap_or_default();
    let value = match &quantity.amount {
        Amount::Number(n) if n.low == n.high => plain(n.low),
        Amount::Number(n) => format!("{}..{}", plain(n.low), plain(n.high)),
        Amount::Moment(m) => m.iso(),
        Amount::Score(a, b) => format!("{a}-{b}"),
    };
    let kind = format!("{:?}", quantity.kind).to_lowercase();
    let noun = quantity.unit.span.map(|s| format!(", {}", s.of(text))).unwrap_or_default();
    format!("{} = {value} {kind}{noun}", quantity.span.of(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;

    #[test]
    fn the_examples_of_every_language_are_read_as_they_say() {
        for pack in Registry::built_in().packs() {
            assert!(pack.examples.len() >= 80, "{} has too few examples", pack.key);
            let wrong = misread(pack);
            let lines = wrong.iter().map(|m| {
                format!(
                    "{}: {}\n  expected {:?}\n  found    {:?}\n",
                    pack.key, m.example.text, m.example.figures, m.found
                )
            });
            assert!(wrong.is_empty(), "{}", lines.collect::<String>());
        }
    }
}
