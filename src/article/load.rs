//! Reads files into articles. The only reader of articles' files.

use super::Article;
use std::path::{Path, PathBuf};

/// A file that could not be read, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {reason}", path = path.display())]
pub struct LoadError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub reason: Reason,
}

/// Why a file could not be read. Its words for a person come from the wording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
}

/// Reads the articles of one file.
///
/// # Errors
/// Where the file cannot be read as an article; see [`Reason`].
pub fn load_file(path: &Path) -> Result<Vec<Article>, LoadError> {
    Err(LoadError { path: path.to_owned(), reason: Reason::Missing })
}
