//! Packages: documents that are a ZIP of parts (DOCX, ODT, EPUB), opened within limits that hold whatever they claim to be.

use crate::article::{encoding, reason::Reason};
use std::{
    borrow::Cow,
    io::{Cursor, Read},
};
use zip::{ZipArchive, result::ZipError};

/// So much may be unpacked of one package, in bytes, all parts together: a book of a thousand pages is a twentieth.
const ROOM: u64 = 96 * 1024 * 1024;
/// Text packs to a tenth or a thirtieth. What packs to less than a part in so many is made to fill the memory…
const RATIO: u64 = 300;
/// …once it is larger than this: a short part may well be the same few words again and again.
const SMALL: u64 = 2 * 1024 * 1024;
/// No document has more parts.
const MOST_PARTS: usize = 20_000;

/// An open package. It remembers how much was unpacked.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    room: u64,
}

impl<'a> Package<'a> {
    /// Opens a package by its list of parts.
    ///
    /// # Errors
    /// Where the list is damaged, or longer than any document's.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
        if archive.len() > MOST_PARTS {
            return Err(Reason::Bomb);
        }
        Ok(Self { archive, room: ROOM })
    }

    /// The names of its parts.
    pub fn names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.archive.file_names().flatten()
    }

    /// Whether there is a part of that name.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The bytes of a part; none where there is none of that name.
    ///
    /// # Errors
    /// Where it is encrypted, damaged, or unpacks to more than is left of the room.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let mut file = self.archive.by_index(index).map_err(|e| reason(&e))?;
        let packed = file.compressed_size().max(1);
        // The size that a part claims is not believed: what comes out is counted.
        let most = self.room.min((packed * RATIO).max(SMALL));
        let mut bytes = Vec::new();
        file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|_| Reason::Broken)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Reason::Bomb);
        }
        self.room -= length;
        Ok(Some(bytes))
    }

    /// The text of a part; none where there is none of that name.
    ///
    /// # Errors
    /// As [`part`](Self::part).
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Reason> {
        Ok(self.part(name)?.map(|bytes| encoding::decode(&bytes).text))
    }
}

fn reason(error: &ZipError) -> Reason {
    match error {
        ZipError::UnsupportedArchive(words) if *words == ZipError::PASSWORD_REQUIRED => Reason::Encrypted,
        _ => Reason::Broken,
    }
}

/// The name of a part that another one points to: "../media/a.xml" from the folder "word/" is "media/a.xml".
#[must_use]
pub fn resolve(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

/// The folder of a part, with its slash: "word/" of "word/document.xml".
#[must_use]
pub fn folder(name: &str) -> &str {
    &name[..name.rfind('/').map_or(0, |i| i + 1)]
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    /// A package of these parts, for the tests of all formats that are one.
    pub fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
        pack_bytes(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
    }

    /// A package of parts that are no text.
    pub fn pack_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("room in memory");
            writer.write_all(bytes).expect("room in memory");
        }
        writer.finish().expect("room in memory").into_inner()
    }

    #[test]
    fn parts_are_unpacked_within_limits() {
        let zeros = "0".repeat(40 * 1024 * 1024);
        let bytes = pack(&[("a.xml", "uno"), ("bomb.xml", &zeros)]);
        let mut package = Package::open(&bytes).expect("a package");
        for (name, expected) in
            [("a.xml", Ok(Some("uno".to_owned()))), ("none.xml", Ok(None)), ("bomb.xml", Err(Reason::Bomb))]
        {
            assert_eq!(package.text(name), expected, "{name}");
        }
        assert!(package.holds("a.xml") && !package.holds("b.xml"));
        assert_eq!(Package::open(&bytes[..200]).err(), Some(Reason::Broken));
    }

    #[test]
    fn parts_point_to_each_other() {
        for (folder, target, expected) in [
            ("word/", "styles.xml", "word/styles.xml"),
            ("word/", "/word/styles.xml", "word/styles.xml"),
            ("OEBPS/", "../a/./b.xhtml", "a/b.xhtml"),
            ("", "../../a", "a"),
        ] {
            assert_eq!(resolve(folder, target), expected);
        }
        assert_eq!((folder("word/document.xml"), folder("a")), ("word/", ""));
    }
}
