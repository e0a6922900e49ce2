//! The languages at hand: those that the program carries, and those in the person's folder.

use super::{Pack, pack::PackError};
use crate::assets;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

/// The languages at hand. Cheap to clone; the packs are shared.
#[derive(Clone, Debug)]
pub struct Registry {
    packs: Vec<Arc<Pack>>,
}

impl Registry {
    /// The languages that the program carries. They are read once.
    #[must_use]
    pub fn built_in() -> Self {
        static PACKS: LazyLock<Vec<Arc<Pack>>> = LazyLock::new(|| {
            let read = |(name, bytes): &(&str, &[u8])| {
                let key = name.strip_suffix(".toml")?;
                Pack::parse(key, std::str::from_utf8(bytes).ok()?).ok()
            };
            // A thread for each, and none of the pool's: one of these may wait for the packs, and they for it.
            std::thread::scope(|scope| {
                let reading: Vec<_> =
                    assets::LANGUAGE_PACKS.iter().map(|pack| scope.spawn(move || read(pack))).collect();
                reading.into_iter().filter_map(|pack| pack.join().ok()?).map(Arc::new).collect()
            })
        });
        Self { packs: PACKS.clone() }
    }

    /// Those and the ones in the person's own folder: the one that the variable `COTEJO_LANGUAGES` names, and else `languages` in
    /// the person's folder for data.
    #[must_use]
    pub fn of_person() -> (Self, Vec<PackError>) {
        let named = std::env::var_os("COTEJO_LANGUAGES").filter(|v| !v.is_empty()).map(PathBuf::from);
        let own = || Some(directories::ProjectDirs::from("", "", "cotejo")?.data_local_dir().join("languages"));
        named.or_else(own).map_or_else(|| (Self::built_in(), Vec::new()), |folder| Self::with_folder(&folder))
    }

    /// Those and the ones in a folder of the person's, which stand in for a built-in one of the same name. A pack with a
    /// mistake is left out and told of; the others still load. A folder that does not exist holds none.
    #[must_use]
    pub fn with_folder(folder: &Path) -> (Self, Vec<PackError>) {
        let mut registry = Self::built_in();
        let mut mistakes = Vec::new();
        let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
        files.retain(|f| f.extension().is_some_and(|e| e == "toml"));
        files.sort();
        for file in files {
            match Self::read_file(&file) {
                Ok(pack) => registry.insert(pack),
                Err(mistake) => mistakes.push(mistake),
            }
        }
        (registry, mistakes)
    }

    /// Reads the file of one language.
    ///
    /// # Errors
    /// Where the file cannot be read, and the first mistake in it.
    pub fn read_file(file: &Path) -> Result<Pack, PackError> {
        let name = |part: Option<&std::ffi::OsStr>| part.map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let text = fs::read_to_string(file).map_err(|e| PackError {
            file: name(file.file_name()),
            key: "the file".to_owned(),
            problem: e.to_string(),
            example: String::new(),
        })?;
        Pack::parse(&name(file.file_stem()), &text)
    }

    /// Adds a language, in the place of one with the same key.
    pub fn insert(&mut self, pack: Pack) {
        self.packs.retain(|p| p.key != pack.key);
        self.packs.push(Arc::new(pack));
        self.packs.sort_by(|a, b| a.key.cmp(&b.key));
    }

    /// The languages, by their keys.
    pub fn packs(&self) -> impl ExactSizeIterator<Item = &Pack> {
        self.packs.iter().map(Arc::as_ref)
    }

    /// The language with that key, or else the first one.
    ///
    /// # Panics
    /// Never for a registry made here: the program carries at least one language, and a test reads them all.
    #[must_use]
    pub fn get(&self, key: &str) -> &Pack {
        self.packs.iter().find(|p| p.key == key).unwrap_or(&self.packs[0])
    }

    /// The language with that key, where there is one.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Pack> {
        self.packs.iter().map(Arc::as_ref).find(|p| p.key == key)
    }

    /// The language that a text is written in, by its key.
    #[must_use]
    pub fn detect(&self, text: &str) -> &Pack {
        super::detect::detect(text, &self.packs).unwrap_or(&self.packs[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pack_is_read() {
        for (name, bytes) in assets::LANGUAGE_PACKS {
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            let read = Pack::parse(name.trim_end_matches(".toml"), text);
            assert!(read.is_ok(), "{}", read.err().map(|e| e.to_string()).unwrap_or_default());
        }
        assert_eq!(Registry::built_in().packs().len(), assets::LANGUAGE_PACKS.len());
    }

    #[test]
    fn a_bad_pack_is_told_of_and_the_others_load() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("aa.toml"), "name = 3").expect("written");
        let good = std::str::from_utf8(assets::LANGUAGE_PACKS[0].1).expect("UTF-8");
        fs::write(folder.path().join("zz.toml"), good).expect("written");
        let (registry, mistakes) = Registry::with_folder(folder.path());
        assert!(registry.packs().any(|p| p.key == "zz"));
        assert_eq!(mistakes.len(), 1);
        assert_eq!(mistakes[0].file, "aa.toml");
    }

    #[test]
    fn detects_the_language() {
        for (text, expected) in [
            ("El presidente dijo el martes que no habrá acuerdo sin garantías.", "es"),
            ("The president said on Tuesday there would be no deal without guarantees.", "en"),
            ("Sube a 41 la cifra de muertos", "es"),
            ("Death toll rises to 41 in the quake", "en"),
        ] {
            assert_eq!(Registry::built_in().detect(text).key, expected, "{text}");
        }
    }
}
