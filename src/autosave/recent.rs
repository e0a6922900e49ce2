//! The cases that were open last: a list in the person's folder for data.

use super::Autosave;
use crate::{
    case::read_form,
    finding::{Finding, Verdict},
    report::save,
    review::{Review, Status},
};
use jiff::{Zoned, civil::DateTime};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};

const FORMAT: &str = "cotejo-recent";
const VERSION: u32 = 1;
/// How many cases are listed.
const LISTED: usize = 12;

/// A case that was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// When it was open last, by the clock of the place.
    pub when: DateTime,
    /// What was found in it, and how much of it was decided.
    #[serde(default)]
    pub tally: Tally,
    /// Whether its file is gone.
    #[serde(skip)]
    pub is_gone: bool,
}

/// What was found in a case, and how much of it was decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // the names say what is counted
pub struct Tally {
    pub conflicts: usize,
    pub tensions: usize,
    pub decided: usize,
}

impl Tally {
    /// Counts what was found, and how much of it was decided.
    #[must_use]
    pub fn of(findings: &[Finding], review: &Review) -> Self {
        let count = |verdict| findings.iter().filter(|f| f.verdict == verdict).count();
        let decided = |f: &&Finding| f.verdict.is_flagged() && review.entry(&f.fingerprint).status != Status::Open;
        Self {
            conflicts: count(Verdict::Conflict),
            tensions: count(Verdict::Tension),
            decided: findings.iter().filter(decided).count(),
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    cases: &'a [Recent],
}

#[derive(Deserialize)]
struct Body {
    cases: Vec<Recent>,
}

impl Autosave {
    /// The cases that were open last, the newest first. Looks whether their files are there.
    #[must_use]
    pub fn recent(&self) -> Vec<Recent> {
        let mut cases = self.listed();
        cases.iter_mut().for_each(|c| c.is_gone = !c.path.is_file());
        cases
    }

    /// Puts a case on top of the list. A list that cannot be written costs nobody any work.
    pub fn remember(&self, path: &Path, tally: Tally) {
        let Some(name) = path.to_str() else { return };
        let now = Zoned::now().datetime();
        let first = Recent { path: PathBuf::from(name), when: now, tally, is_gone: false };
        let others = self.listed().into_iter().filter(|c| c.path != path);
        self.list(&std::iter::once(first).chain(others).take(LISTED).collect::<Vec<_>>());
    }

    /// Takes a case off the list.
    pub fn forget(&self, path: &Path) {
        self.list(&self.listed().into_iter().filter(|c| c.path != path).collect::<Vec<_>>());
    }

    fn listed(&self) -> Vec<Recent> {
        let bytes = fs::read(self.list_path()).unwrap_or_default();
        read_form(FORMAT, VERSION, &bytes).map(|b: Body| b.cases).unwrap_or_default()
    }

    fn list(&self, cases: &[Recent]) {
        if let Ok(bytes) = serde_json::to_vec_pretty(&Written { format: FORMAT, version: VERSION, cases }) {
            let _ = save::save(&self.list_path(), &bytes);
        }
    }

    fn list_path(&self) -> PathBuf {
        self.folder.join("recent.json")
    }
}
