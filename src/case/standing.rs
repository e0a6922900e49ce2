//! Whether the file of an article is still what was read from it.

use crate::article::{Origin, load};
use std::path::{Path, PathBuf};

/// What became of the file that an article was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It is as it was, or nobody has looked.
    #[default]
    Same,
    /// It holds other bytes now. Where it is.
    Changed(PathBuf),
    /// It is gone, or cannot be read.
    Missing,
}

impl Standing {
    /// The key of the message about it, where there is one.
    #[must_use]
    pub fn key(&self) -> Option<&'static str> {
        match self {
            Self::Same => None,
            Self::Changed(_) => Some("case-article-changed"),
            Self::Missing => Some("case-article-missing"),
        }
    }

    /// Looks where the file was, then beside the case: there also under the names of the folders that it lay in.
    #[must_use]
    pub fn of(origin: &Origin, beside: Option<&Path>) -> Self {
        // A name alone is no file: the sample, or a text that was pasted.
        if !is_place(&origin.path) {
            return Self::Same;
        }
        let mut changed = None;
        for place in places(&origin.path, beside) {
            match load::digest(&place) {
                Ok(sha256) if sha256 == origin.sha256 => return Self::Same,
                Ok(_) => changed = changed.or(Some(place)),
                Err(_) => {}
            }
        }
        changed.map_or(Self::Missing, Self::Changed)
    }
}

/// A case comes from any system, so its paths are parted at the signs of all of them.
const SEPARATORS: [char; 2] = ['/', '\\'];

/// Whether a path leads to a file, here or on the system that the case was made on.
fn is_place(path: &Path) -> bool {
    let whole = path.to_string_lossy();
    path.is_absolute() || whole.starts_with(SEPARATORS) || whole.get(1..3) == Some(":\\")
}

/// The name of a file, whichever system its path is of.
pub(super) fn name_in(path: &Path) -> String {
    path.to_string_lossy().rsplit(SEPARATORS).next().unwrap_or_default().to_owned()
}

/// Where a file may be: its own place, then its name beside the case, then its last folders there.
fn places(path: &Path, beside: Option<&Path>) -> Vec<PathBuf> {
    let whole = path.to_string_lossy();
    let parts: Vec<&str> = whole.split(SEPARATORS).filter(|p| !p.is_empty() && !p.ends_with(':')).collect();
    let ends = (1..=parts.len().min(4)).map(|n| parts[parts.len() - n..].iter().collect::<PathBuf>());
    let around = beside.into_iter().flat_map(|folder| ends.clone().map(|end| folder.join(end)));
    std::iter::once(path.to_owned()).chain(around).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_is_looked_for_where_it_was_and_beside_the_case() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("was")).expect("a folder");
        fs::create_dir_all(at("case/was")).expect("a folder");
        fs::write(at("was/a.txt"), "Nueve muertos.").expect("a file");
        let sha256 = load::digest(&at("was/a.txt")).expect("it is there");
        let origin = Origin::of_file(&at("was/a.txt"), sha256);
        let look = || Standing::of(&origin, Some(&at("case")));
        assert_eq!(look(), Standing::Same);
        fs::write(at("was/a.txt"), "Diez muertos.").expect("a file");
        assert_eq!(look(), Standing::Changed(at("was/a.txt")));
        // The one that was read lies beside the case: that is the article.
        fs::write(at("case/was/a.txt"), "Nueve muertos.").expect("a file");
        assert_eq!(look(), Standing::Same);
        fs::remove_file(at("was/a.txt")).expect("it is there");
        assert_eq!(look(), Standing::Same);
        fs::rename(at("case/was/a.txt"), at("case/a.txt")).expect("it is there");
        assert_eq!(look(), Standing::Same);
        fs::remove_file(at("case/a.txt")).expect("it is there");
        assert_eq!(look(), Standing::Missing);
        let foreign = Origin { path: "C:\\Notas\\was\\a.txt".into(), ..origin.clone() };
        assert_eq!(Standing::of(&foreign, Some(&at("case"))), Standing::Missing);
        fs::write(at("case/was/a.txt"), "Nueve muertos.").expect("a file");
        assert_eq!(Standing::of(&foreign, Some(&at("case"))), Standing::Same);
        let sample = Origin { path: "01-muestra.txt".into(), ..origin };
        assert_eq!(Standing::of(&sample, Some(&at("case"))), Standing::Same);
    }
}
