//! Files that are no text: known by their first bytes, so that the person can be told what they are.

/// A kind of file that is not read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// A document of Word as it was written until 2007.
    OldDocument,
    /// A spreadsheet or a presentation.
    Office,
    /// A picture.
    Image,
    /// Sound or a film.
    Media,
    /// ZIP and other packed files.
    Archive,
    /// A program, a data base, anything else.
    Other,
}

/// How files of Office began until 2007, and begin today where they are locked with a password.
pub const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes hold a name in letters of two bytes each, as the parts of such a file are named.
#[must_use]
pub fn holds_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|w| w[0] == wide[0] && w == wide)
}

impl Binary {
    /// Its key in the wording: `load-kind-<key>`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OldDocument => "load-kind-old-document",
            Self::Office => "load-kind-office",
            Self::Image => "load-kind-image",
            Self::Media => "load-kind-media",
            Self::Archive => "load-kind-archive",
            Self::Other => "load-kind-other",
        }
    }

    /// What kind of binary file these bytes are; none where they may be text.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |signs: &[&[u8]]| signs.iter().any(|s| bytes.starts_with(s));
        let holds = |sign: &[u8]| bytes[..bytes.len().min(4096)].windows(sign.len()).any(|w| w == sign);
        if begins(&[b"PK\x03\x04", b"PK\x05\x06"]) {
            let office = holds(b"xl/") || holds(b"ppt/") || holds(b"opendocument.");
            return Some(if office { Self::Office } else { Self::Archive });
        }
        if begins(&[OLE]) {
            let kinds = [
                ("WordDocument", Self::OldDocument),
                ("Workbook", Self::Office),
                ("Book", Self::Office),
                ("PowerPoint Document", Self::Office),
            ];
            let kind = kinds.into_iter().find(|(name, _)| holds_wide(bytes, name));
            return Some(kind.map_or(Self::Other, |(_, kind)| kind));
        }
        if begins(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\x01\0"])
            || (begins(&[b"RIFF"]) && holds(b"WEBP"))
        {
            return Some(Self::Image);
        }
        if begins(&[b"ID3", b"OggS", b"fLaC", b"RIFF", b"\x1a\x45\xdf\xa3"]) || bytes.get(4..8) == Some(b"ftyp") {
            return Some(Self::Media);
        }
        if begins(&[b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd"]) {
            return Some(Self::Archive);
        }
        if begins(&[b"\x7fELF", b"MZ\x90\0", b"SQLite format 3\0", b"\xca\xfe\xba\xbe"]) {
            return Some(Self::Other);
        }
        None
    }

    /// Whether a decoded text is no text after all: too many of its characters were controls or could not be read.
    #[must_use]
    pub fn is_noise(bytes: &[u8], replaced: usize) -> bool {
        let sample = &bytes[..bytes.len().min(64 * 1024)];
        let controls = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
        replaced * 10 > bytes.len() || controls * 20 > sample.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_by_their_first_bytes() {
        for (bytes, expected) in [
            (&b"PK\x03\x04......xl/workbook.xml"[..], Some(Binary::Office)),
            (b"PK\x03\x04......readme", Some(Binary::Archive)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", Some(Binary::OldDocument)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Binary::Other)),
            (b"\x89PNG\r\n", Some(Binary::Image)),
            (b"MZ is also how a sentence may begin", None),
            (b"", None),
            (b"PK", None),
        ] {
            assert_eq!(Binary::of(bytes), expected, "{bytes:?}");
        }
    }
}
