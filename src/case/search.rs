//! Looks in a folder for files that are missing: by their names, and by their bytes where they were renamed.

use super::standing::name_in;
use crate::article::{Origin, load};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};

/// Where a missing file was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sighting {
    /// The file that was read lies there.
    Same(PathBuf),
    /// A file of its name lies there, and holds other bytes.
    Changed(PathBuf),
}

/// Looks for files within a folder until `stop` says so. For each of them what was found, in their order. How far is
/// looked, and how much is read, is bounded by [`load::files_within`].
pub fn look_within(folder: &Path, missing: &[Origin], stop: impl Fn() -> bool) -> Vec<Option<Sighting>> {
    let files = load::files_within(folder, &stop);
    let mut known: FxHashMap<&Path, Option<String>> = FxHashMap::default();
    let mut sightings: Vec<Option<Sighting>> = vec![None; missing.len()];
    // Those of the same name come first: mostly nothing else has to be read.
    for (origin, sighting) in missing.iter().zip(&mut sightings) {
        let name = name_in(&origin.path).to_lowercase();
        for file in files.iter().filter(|f| name_in(f).to_lowercase() == name) {
            if stop() {
                return sightings;
            }
            match known.entry(file).or_insert_with(|| load::sha256_of(file)) {
                Some(sha256) if *sha256 == origin.sha256 => {
                    *sighting = Some(Sighting::Same(file.clone()));
                    break;
                }
                Some(_) if sighting.is_none() => *sighting = Some(Sighting::Changed(file.clone())),
                _ => {}
            }
        }
    }
    let is_same = |sighting: &Option<Sighting>| matches!(sighting, Some(Sighting::Same(_)));
    for file in files.iter().filter(|f| load::is_article_name(f)) {
        if sightings.iter().all(is_same) || stop() {
            break;
        }
        let Some(sha256) = known.entry(file).or_insert_with(|| load::sha256_of(file)) else { continue };
        for (origin, sighting) in missing.iter().zip(&mut sightings) {
            if origin.sha256 == *sha256 && !is_same(sighting) {
                *sighting = Some(Sighting::Same(file.clone()));
            }
        }
    }
    sightings
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn files_are_found_by_name_and_by_bytes_in_folders_below() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("a/b")).expect("a folder");
        let write = |name: &str, text: &str| {
            fs::write(at(name), text).expect("a file");
            load::digest(&at(name)).expect("it is there")
        };
        let same = write("a/uno.txt", "Uno.");
        write("uno.txt", "Otro uno.");
        let renamed = write("a/b/nombre.txt", "Dos.");
        write("a/tres.txt", "Otro tres.");
        let origin = |path: &str, sha256: &str| Origin::of_file(Path::new(path), sha256.to_owned());
        let missing = [
            origin("/casa/uno.txt", &same),
            origin("C:\\Notas\\dos.txt", &renamed),
            origin("C:\\Notas\\Tres.TXT", "33"),
            origin("/casa/cuatro.txt", "44"),
        ];
        let expected = [
            Some(Sighting::Same(at("a/uno.txt"))),
            Some(Sighting::Same(at("a/b/nombre.txt"))),
            Some(Sighting::Changed(at("a/tres.txt"))),
            None,
        ];
        assert_eq!(look_within(folder.path(), &missing, || false), expected);
        assert_eq!(look_within(folder.path(), &missing, || true), [None, None, None, None]);
        assert_eq!(look_within(&at("no está"), &missing, || false), [None, None, None, None]);
    }
}
