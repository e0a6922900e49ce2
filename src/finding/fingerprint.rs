//! A finding's name: the same on every run, whatever was loaded beside it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a finding is recognised by, so that a decision outlives the next analysis.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
