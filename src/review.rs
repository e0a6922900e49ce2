//! What the person decided about the findings: kept by fingerprint, so it outlives the next analysis.

use crate::finding::Fingerprint;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All decisions and notes of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    entries: BTreeMap<Fingerprint, Entry>,
}

/// What was decided about one finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The decision.
    pub status: Status,
    /// The person's words; may be empty.
    pub note: String,
}

/// A decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// The sources do disagree.
    Confirmed,
    /// They do not, for this reason.
    Dismissed(Dismissal),
    /// Somebody has to look it up.
    ToCheck,
}

/// Why a finding was dismissed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dismissal {
    /// No reason was given.
    #[default]
    Unsaid,
    /// The mentions state different facts.
    DifferentFacts,
    /// One was updated since.
    UpdatedSince,
    /// A typing error, mended at the source.
    TypingError,
    /// The same in other units.
    Conversion,
    /// The same after rounding.
    Rounding,
}

/// A change to a review. Applying it returns its inverse, which undoes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which finding.
    pub fingerprint: Fingerprint,
    /// What is to stand there.
    pub entry: Entry,
}

impl Review {
    /// What stands about a finding; [`Status::Open`] without a note where nothing does.
    #[must_use]
    pub fn entry(&self, fingerprint: &Fingerprint) -> Entry {
        self.entries.get(fingerprint).cloned().unwrap_or_default()
    }

    /// Makes the change and returns the one that takes it back.
    #[must_use = "the inverse is what undoes the edit"]
    pub fn apply(&mut self, edit: Edit) -> Edit {
        let before = self.entry(&edit.fingerprint);
        if edit.entry == Entry::default() {
            self.entries.remove(&edit.fingerprint);
        } else {
            self.entries.insert(edit.fingerprint.clone(), edit.entry);
        }
        Edit { fingerprint: edit.fingerprint, entry: before }
    }
}
