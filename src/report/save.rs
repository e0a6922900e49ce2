//! Writing a file so that it is either whole or not there.

use crate::wording::Wording;
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// A file that could not be written, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}", path = path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    #[source]
    pub cause: io::Error,
}

impl SaveError {
    /// What happened and what to do, in the person's words.
    #[must_use]
    pub fn in_words(&self, words: &Wording) -> String {
        let key = match self.cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "save-no-space",
            io::ErrorKind::PermissionDenied => "save-permission",
            io::ErrorKind::ReadOnlyFilesystem => "save-read-only",
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "save-no-folder",
            io::ErrorKind::IsADirectory => "save-is-folder",
            _ => "save-failed",
        };
        words.with(key, &[("path", &self.path.display().to_string()), ("reason", &self.cause.to_string())])
    }
}

/// Writes a file atomically: into a new file beside it, onto the disk, then in its place. A reader sees the old file or
/// the new one, whenever the power goes; where it fails, the old one is untouched.
///
/// # Errors
/// Where the folder is gone, cannot be written, or is full; see [`SaveError::in_words`].
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write(path, bytes).map_err(|cause| SaveError { path: path.to_owned(), cause })
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link is followed, so that the file it names is replaced and not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(path).ok();
    if before.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if before.as_ref().is_some_and(|m| !m.is_file()) {
        // A pipe or a device, as in `-o /dev/stdout`, cannot be replaced.
        return fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    if before.as_ref().is_some_and(|m| m.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = new_file(folder, before.as_ref())?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|e| e.error)?;
    settle(folder);
    Ok(())
}

/// A file beside the one to be replaced, with its permissions; where there was none, with those that any new file gets.
fn new_file(folder: &Path, before: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".cotejo-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes the person's umask away from this.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions())?;
    }
    Ok(file)
}

/// Puts the new name onto the disk too. Where a system does not let a folder be synced, the file itself already is.
fn settle(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("informe.html");
        for text in ["uno", "otro, más largo", ""] {
            save(&path, text.as_bytes()).expect("a folder that can be written");
            assert_eq!(fs::read_to_string(&path).expect("the file"), text);
        }
        assert_eq!(names(folder.path()), ["informe.html"], "nothing is left behind");
    }

    #[test]
    fn failures_are_told_and_leave_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), "").expect("a file");
        for (path, expected) in
            [("gone/informe.html", "save-no-folder"), ("file/informe.html", "save-no-folder"), ("", "save-is-folder")]
        {
            let path = folder.path().join(path);
            let error = save(&path, b"text").expect_err("cannot be written");
            let words = Wording::new("es");
            let arguments = [("path", path.display().to_string()), ("reason", error.cause.to_string())];
            let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
            assert_eq!(error.in_words(&words), words.with(expected, &arguments));
        }
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_protected_file_stays() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a.md"), folder.path().join("link.md"));
        fs::write(&path, "before").expect("a file");
        symlink(&path, &link).expect("a link");
        save(&link, b"through the link").expect("can be written");
        assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("our file");
        assert_eq!(save(&path, b"after").expect_err("protected").cause.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&path).expect("the file"), "through the link");
    }
}
