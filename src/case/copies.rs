//! A file that is written whole or not at all, and the five that it was before.

use super::Flaw;
use crate::{
    article::load::sha256,
    report::save::{self, SaveError},
};
use std::{
    fs,
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

/// How many of the files before are kept.
const KEPT: usize = 5;

/// A file, and where the ones before it are kept: `1` is the newest of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    path: PathBuf,
    before: PathBuf,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// It.
    pub what: T,
    /// Whether it is a copy of before, because the file itself is damaged.
    pub is_copy: bool,
    /// The SHA-256 of the bytes that it was read from.
    pub sha256: String,
}

impl Copies {
    /// A file whose former selves are kept in the folder `before`, which is made when it is needed.
    #[must_use]
    pub fn new(path: &Path, before: &Path) -> Self {
        Self { path: path.to_owned(), before: before.to_owned() }
    }

    /// A file that is only read, without the ones before it.
    #[must_use]
    pub fn none_of(path: &Path) -> Self {
        // Nothing can lie within a file.
        Self::new(path, &path.join("before"))
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The SHA-256 of the file as it is now; none where there is none.
    #[must_use]
    pub fn sha256(&self) -> Option<String> {
        read(&self.path).ok().map(|bytes| sha256(&bytes))
    }

    /// Writes the file. What stood there, where it is whole, becomes the newest of the copies.
    ///
    /// # Errors
    /// Where the file cannot be written. That a copy could not be made is no reason to lose what is written now.
    pub fn write(&self, bytes: &[u8]) -> Result<(), SaveError> {
        if looks_whole(&self.path) {
            let _ = self.turn();
        }
        save::save(&self.path, bytes)
    }

    /// Moves every copy one place back and makes the first. The file itself stays in its place all the while.
    fn turn(&self) -> io::Result<()> {
        fs::create_dir_all(&self.before)?;
        for n in (1..KEPT).rev() {
            // A place may be empty.
            let _ = fs::rename(self.copy(n), self.copy(n + 1));
        }
        let file = fs::canonicalize(&self.path)?;
        // A second name costs nothing. Where the system has none, or not across disks, the bytes are copied.
        fs::hard_link(&file, self.copy(1))
            .or_else(|_| save::save(&self.copy(1), &fs::read(&file)?).map_err(|e| e.cause))
    }

    fn copy(&self, n: usize) -> PathBuf {
        self.before.join(n.to_string())
    }

    /// Reads the file; where it is damaged, the newest copy that is whole.
    ///
    /// # Errors
    /// Where the file is not there, cannot be read or is of a later version, or is damaged and has no whole copy.
    pub fn read<T>(&self, parse: impl Fn(&[u8]) -> Result<T, Flaw>) -> Result<Found<T>, Flaw> {
        let found = |bytes: Vec<u8>| Ok(Found { what: parse(&bytes)?, is_copy: false, sha256: sha256(&bytes) });
        match read(&self.path).and_then(found) {
            Ok(found) => Ok(found),
            Err(Flaw::Damaged) => self.newest(parse).ok_or(Flaw::Damaged),
            Err(flaw) => Err(flaw),
        }
    }

    /// The newest copy that is whole.
    pub fn newest<T>(&self, parse: impl Fn(&[u8]) -> Result<T, Flaw>) -> Option<Found<T>> {
        let mut copies = (1..=KEPT).filter_map(|n| read(&self.copy(n)).ok());
        copies.find_map(|bytes| Some(Found { what: parse(&bytes).ok()?, is_copy: true, sha256: sha256(&bytes) }))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Flaw> {
    fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Flaw::Missing,
        io::ErrorKind::PermissionDenied => Flaw::Permission,
        _ => Flaw::System(error.to_string()),
    })
}

/// Whether a file begins and ends as JSON does: enough to tell one that was cut off, or that the power left empty.
fn looks_whole(path: &Path) -> bool {
    let ends = || -> io::Result<(u8, Vec<u8>)> {
        let mut file = fs::File::open(path)?;
        let mut first = [0];
        file.read_exact(&mut first)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(8)))?;
        let mut last = Vec::new();
        file.read_to_end(&mut last)?;
        Ok((first[0], last))
    };
    ends().is_ok_and(|(first, last)| first == b'{' && last.len() > 1 && last.trim_ascii_end().ends_with(b"}"))
}
