//! A source: one document on the desk, read or not.

use crate::{
    article::{Article, load::LoadError},
    case::Standing,
    corpus::ArticleId,
};
use std::{fmt, path::PathBuf, sync::Arc};

/// The name of a source that stays the same while others come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// One document on the desk.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// What was read, or why nothing was.
    pub state: SourceState,
    /// Whether its file is still what was read.
    pub standing: Standing,
    /// Whether the person switched it off: it stays listed and is not compared.
    pub off: bool,
}

/// Whether a document could be read.
#[derive(Clone, Debug)]
pub enum SourceState {
    /// It could.
    Read(Arc<Article>),
    /// It could not.
    Unreadable(Arc<LoadError>),
}

impl Source {
    /// A document that was just read, or could not be.
    #[must_use]
    pub fn new(id: SourceId, state: SourceState) -> Self {
        Self { id, state, standing: Standing::Same, off: false }
    }

    /// The article, where it could be read.
    #[must_use]
    pub fn article(&self) -> Option<&Arc<Article>> {
        match &self.state {
            SourceState::Read(article) => Some(article),
            SourceState::Unreadable(_) => None,
        }
    }

    /// Where it was read from.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        match &self.state {
            SourceState::Read(article) => article.origin.path.clone(),
            SourceState::Unreadable(error) => error.path.clone(),
        }
    }

    /// What to call it.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.state {
            SourceState::Read(article) => article.name(),
            SourceState::Unreadable(error) => {
                error.path.file_name().map_or_else(|| error.path.display().to_string(), |n| n.to_string_lossy().into())
            }
        }
    }
}

/// The letter of a source: A, B … Z, AA, AB …, with the colour that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Letter(pub usize);

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.0 + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + (rest % 26) as u8));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|l| write!(f, "{l}"))
    }
}

/// Where an article of the analysis stands on the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// In the analysis.
    pub article: ArticleId,
    /// On the desk.
    pub source: SourceId,
    /// How it is shown.
    pub letter: Letter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        for (place, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(Letter(place).to_string(), letters);
        }
    }
}
