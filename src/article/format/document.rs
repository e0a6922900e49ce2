//! Documents of word processors: told apart by what they hold, never by their names.

use super::{Delivery, docx, epub, odt, package::Package, pdf, rtf, web_archive};
use crate::article::{
    magic::{OLE, holds_wide},
    reason::Reason,
};

/// A kind of document that is no text by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Word and all that followed it.
    Docx,
    /// LibreOffice and its kin.
    OpenDocument,
    /// The same in one file of XML.
    FlatOpenDocument,
    /// Pages as they are printed.
    Pdf,
    /// A book.
    Epub,
    /// Pages of a web archive.
    WebArchive,
    /// What every word processor writes.
    Rtf,
    /// One of Office behind a password.
    Locked,
}

/// How far into a file a sign of its kind is looked for, in bytes.
const REACH: usize = 4096;

impl Document {
    /// What kind of document these bytes are; none where they are none that is read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(REACH)];
        let holds = |sign: &str| head.windows(sign.len()).any(|w| w == sign.as_bytes());
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::packed(bytes, holds);
        }
        if bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if bytes.trim_ascii_start().starts_with(b"{\\rtf") {
            return Some(Self::Rtf);
        }
        if bytes.starts_with(OLE) && holds_wide(bytes, "EncryptedPackage") {
            return Some(Self::Locked);
        }
        let flat = holds("<office:document ") && holds("opendocument.text");
        flat.then_some(Self::FlatOpenDocument)
    }

    /// What kind of package it is: by its parts, and where their list is damaged by the names that stand at its head.
    fn packed(bytes: &[u8], head_holds: impl Fn(&str) -> bool) -> Option<Self> {
        let Ok(mut package) = Package::open(bytes) else {
            let named = [
                ("word/", Self::Docx),
                ("[Content_Types].xml", Self::Docx),
                ("opendocument.text", Self::OpenDocument),
                ("epub+zip", Self::Epub),
            ];
            return named.into_iter().find(|(sign, _)| head_holds(sign)).map(|(_, kind)| kind);
        };
        let kind = package.text("mimetype").ok().flatten().unwrap_or_default();
        if kind.contains("epub+zip") || package.holds("META-INF/container.xml") {
            return Some(Self::Epub);
        }
        if kind.contains("opendocument.text") || (kind.is_empty() && package.holds("content.xml")) {
            return Some(Self::OpenDocument);
        }
        if web_archive::is_packed(&package) {
            return Some(Self::WebArchive);
        }
        let types = package.text("[Content_Types].xml").ok().flatten().unwrap_or_default();
        let is_story = types.contains("wordprocessingml.") || types.contains("ms-word.");
        (package.holds("word/document.xml") || is_story).then_some(Self::Docx)
    }

    /// Reads a document.
    ///
    /// # Errors
    /// Where it is damaged, encrypted, or made to harm; see [`Reason`].
    pub fn read(self, bytes: &[u8]) -> Result<Delivery, Reason> {
        let draft = match self {
            Self::Docx => docx::read(&mut Package::open(bytes)?)?,
            Self::OpenDocument => odt::read(&mut Package::open(bytes)?)?,
            Self::Epub => return epub::read(&mut Package::open(bytes)?),
            Self::WebArchive => return web_archive::read_packed(&mut Package::open(bytes)?),
            Self::Pdf => pdf::read(bytes)?,
            Self::Rtf => rtf::read(bytes.trim_ascii_start())?,
            Self::Locked => return Err(Reason::Encrypted),
            Self::FlatOpenDocument => odt::read_flat(&crate::article::encoding::decode(bytes).text)?,
        };
        Ok(draft.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::package::tests::pack, *};

    fn check(bytes: &[u8], expected: Option<Document>) {
        assert_eq!(Document::of(bytes), expected, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }

    #[test]
    fn known_by_what_they_hold() {
        let odt = [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")];
        let ods = [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")];
        check(&pack(&[("[Content_Types].xml", "<a/>"), ("word/document.xml", "<a/>")]), Some(Document::Docx));
        check(&pack(&odt), Some(Document::OpenDocument));
        check(&pack(&ods), None);
        check(&pack(&[("xl/workbook.xml", "<a/>")]), None);
        check(b"PK\x03\x04......word/document.xml", Some(Document::Docx));
        check(
            b"<?xml version='1.0'?><office:document office:mimetype='opendocument.text'>",
            Some(Document::FlatOpenDocument),
        );
        check(&pack(&[("mimetype", "application/epub+zip")]), Some(Document::Epub));
        check(&pack(&[("datapackage.json", "{}"), ("archive/a.warc", "WARC/1.0")]), Some(Document::WebArchive));
        check(b"\n{\\rtf1 a}", Some(Document::Rtf));
        check(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            Some(Document::Locked),
        );
        check(b"%PDF-1.7", Some(Document::Pdf));
        check(b"\n%PDF-1.7", Some(Document::Pdf));
        check(b"Un %PDF-1.7", None);
        check(b"Un puente", None);
        check(b"", None);
    }

    #[test]
    fn a_damaged_one_says_so() {
        assert_eq!(Document::Docx.read(b"PK\x03\x04......word/document.xml").err(), Some(Reason::Broken));
        assert_eq!(Document::OpenDocument.read(&pack(&[("content.xml", "<a")])).err(), Some(Reason::Broken));
    }
}
