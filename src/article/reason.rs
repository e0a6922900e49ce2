//! Why a file could not be read, as data.

use super::{Notice, fetch::FetchError, magic::Binary};
use std::io;

/// Why a file could not be read. Its words for a person come from the wording by [`Reason::message`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The system does not let us read it.
    #[error("permission denied")]
    Permission,
    /// A folder without a file that could be an article.
    #[error("the folder holds no file that could be an article")]
    EmptyFolder,
    /// A file of no bytes, or of white space alone.
    #[error("the file is empty")]
    Empty,
    /// A kind of file that is not read as text.
    #[error("not a text file ({0:?})")]
    Binary(Binary),
    /// Larger than [`LIMIT`](super::load::LIMIT); how many bytes it has.
    #[error("too large: {0} bytes")]
    TooLarge(u64),
    /// It was there, and was gone or changed while it was read.
    #[error("it vanished while it was being read")]
    Vanished,
    /// A page without text.
    #[error("no text was found in it")]
    NoText,
    /// It can only be opened with a password.
    #[error("it is encrypted")]
    Encrypted,
    /// Pages without text: pictures of a paper.
    #[error("its pages are pictures without text")]
    Scanned,
    /// What it unpacks to, or how deep its parts lie in each other, is beyond all that a newsroom writes.
    #[error("it unpacks to more than can be read")]
    Bomb,
    /// Its reader had not finished after [`PATIENCE`](super::load::PATIENCE).
    #[error("it took too long to read")]
    TooSlow,
    /// A reader of a format failed on it.
    #[error("its format could not be understood")]
    Broken,
    /// An address on the web that was not fetched.
    #[error("{0}")]
    NotFetched(FetchError),
    /// Anything else that the system says.
    #[error("{0}")]
    System(String),
}

impl Reason {
    /// The key of its message in the wording, and what to fill in: what happened, what it means, what to do.
    #[must_use]
    pub fn message(&self) -> Notice {
        match self {
            Self::Missing => Notice::new("load-missing", &[]),
            Self::Permission => Notice::new("load-permission", &[]),
            Self::EmptyFolder => Notice::new("load-empty-folder", &[]),
            Self::Empty => Notice::new("load-empty", &[]),
            Self::Binary(kind) => Notice::new(kind.key(), &[]),
            Self::TooLarge(bytes) => {
                Notice::new("load-too-large", &[("size", &bytes.div_ceil(1024 * 1024).to_string())])
            }
            Self::Vanished => Notice::new("load-vanished", &[]),
            Self::NoText => Notice::new("load-no-text", &[]),
            Self::Encrypted => Notice::new("load-encrypted", &[]),
            Self::Scanned => Notice::new("load-scanned", &[]),
            Self::Bomb => Notice::new("load-bomb", &[]),
            Self::TooSlow => Notice::new("load-too-slow", &[]),
            Self::Broken => Notice::new("load-broken", &[]),
            Self::NotFetched(error) => error.message(),
            Self::System(words) => Notice::new("load-system", &[("words", words)]),
        }
    }

    /// What the system's error means.
    #[must_use]
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Permission,
            _ => Self::System(error.to_string()),
        }
    }
}
