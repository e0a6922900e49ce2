//! What was decided, kept on the disk from the moment it was decided: a crash or a power cut loses nothing.
//!
//! Decisions are kept by fingerprint, which is the same on every run. So one file holds them for all articles, and
//! whoever opens an article again finds what was decided about it.

use crate::{
    report::save::{self, SaveError},
    review::Review,
};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The file of decisions, and the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Autosave {
    path: PathBuf,
}

/// What stands in the file.
#[derive(Serialize, Deserialize)]
struct Kept {
    format: String,
    version: u32,
    review: Review,
}

const FORMAT: &str = "cotejo-decisions";
const VERSION: u32 = 1;

impl Autosave {
    /// In the person's own folder for data; none where the system has no such folder.
    #[must_use]
    pub fn of_person() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "cotejo")?;
        Some(Self::at(&folders.data_local_dir().join("decisions.json")))
    }

    /// At a place of one's own.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// What was decided before; nothing on the first run. Where the file is damaged, the one before it is read.
    #[must_use]
    pub fn load(&self) -> Review {
        read(&self.path).or_else(|| read(&self.backup())).unwrap_or_default()
    }

    /// Writes what is decided now. The file that was whole before stays beside it.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to.
    pub fn save(&self, review: &Review) -> Result<(), SaveError> {
        let fail = |cause: io::Error| SaveError { path: self.path.clone(), cause };
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(fail)?;
        }
        if read(&self.path).is_some() {
            fs::copy(&self.path, self.backup()).map_err(fail)?;
        }
        let kept = Kept { format: FORMAT.to_owned(), version: VERSION, review: review.clone() };
        let bytes = serde_json::to_vec_pretty(&kept).map_err(|e| fail(e.into()))?;
        save::save(&self.path, &bytes)
    }

    fn backup(&self) -> PathBuf {
        self.path.with_extension("bak")
    }
}

/// The decisions of a file that is whole and of a version that is known.
fn read(path: &Path) -> Option<Review> {
    let kept: Kept = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    (kept.format == FORMAT && kept.version == VERSION).then_some(kept.review)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finding::Fingerprint,
        review::{Edit, Entry, Status},
    };

    fn confirmed(fingerprint: &str) -> Review {
        let mut review = Review::default();
        let entry = Entry { status: Status::Confirmed, note: "por teléfono".into(), ..Entry::default() };
        let _ = review.apply(Edit { fingerprint: Fingerprint(fingerprint.into()), entry });
        review
    }

    #[test]
    fn what_is_saved_is_there_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let autosave = Autosave::at(&folder.path().join("new/decisions.json"));
        assert_eq!(autosave.load(), Review::default());
        autosave.save(&confirmed("a")).expect("it can be written");
        assert_eq!(autosave.load(), confirmed("a"));
    }

    #[test]
    fn a_damaged_file_gives_way_to_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("decisions.json");
        let autosave = Autosave::at(&path);
        autosave.save(&confirmed("a")).expect("it can be written");
        autosave.save(&confirmed("b")).expect("it can be written");
        for damage in ["", "{", "{\"format\": \"other\"}", "\0\0\0"] {
            fs::write(&path, damage).expect("it can be damaged");
            assert_eq!(autosave.load(), confirmed("a"), "{damage:?}");
        }
        // Saving over a damaged file leaves the whole one where it is.
        autosave.save(&confirmed("c")).expect("it can be written");
        fs::write(&path, "{").expect("it can be damaged");
        assert_eq!(autosave.load(), confirmed("a"));
    }
}
