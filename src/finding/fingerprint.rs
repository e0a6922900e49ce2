//! Names that last: a mention's mark, a finding's fingerprint. The same on every run, whatever else was loaded.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// What a finding is recognised by: its mentions' marks as one. It changes when a mention joins or leaves; the marks
/// then tell which finding it was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

/// What a mention is recognised by: its source, its figure, its sentence, as printed; not the place where it stands, so
/// that a paragraph added above it changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mark(pub u64);

impl Mark {
    /// The mark of a figure in a sentence of a source. `again` counts the same figure in the same sentence of the same
    /// source, from 0.
    #[must_use]
    pub fn of(source: &str, figure: &str, sentence: &str, again: u32) -> Self {
        let mut hash = Sha256::new();
        for part in [source, figure, sentence] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.update(again.to_le_bytes());
        let digest = hash.finalize();
        Self(u64::from_le_bytes(std::array::from_fn(|i| digest[i])))
    }
}

impl Fingerprint {
    /// The fingerprint of a finding with these mentions, in any order.
    #[must_use]
    pub fn of(marks: impl IntoIterator<Item = Mark>) -> Self {
        let mut marks: Vec<Mark> = marks.into_iter().collect();
        marks.sort_unstable();
        let mut hash = Sha256::new();
        for mark in marks {
            hash.update(mark.0.to_le_bytes());
        }
        Self(hash.finalize().iter().take(8).map(|b| format!("{b:02x}")).collect())
    }

    /// The fingerprint of what a check found with these mentions: the same figures may also state a fact.
    #[must_use]
    pub fn of_check(check: &str, marks: impl IntoIterator<Item = Mark>) -> Self {
        Self::of(marks.into_iter().chain([Mark::of(check, "", "", 0)]))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_mentions_apart_and_fingerprints_ignore_order() {
        let a = Mark::of("El Correo", "11.000", "Fueron 11.000 soldados.", 0);
        assert_eq!(a, Mark::of("El Correo", "11.000", "Fueron 11.000 soldados.", 0));
        for other in [
            Mark::of("El Correo", "11.000", "Fueron 11.000 soldados.", 1),
            Mark::of("El Correo1", "1.000", "Fueron 11.000 soldados.", 0),
            Mark::of("La Tribuna", "11.000", "Fueron 11.000 soldados.", 0),
        ] {
            assert_ne!(a, other);
            assert_eq!(Fingerprint::of([a, other]), Fingerprint::of([other, a]));
        }
        assert_eq!(Fingerprint::of([a]).0.len(), 16);
    }
}
