//! Formats: one file each turns what a file holds into the drafts of its articles.

pub mod debris;
pub mod document;
pub mod docx;
pub mod epub;
pub mod flow;
pub mod html;
pub mod linked_data;
pub mod mail;
pub mod markdown;
pub mod odt;
pub mod package;
pub mod page;
pub mod pdf;
pub mod plain;
pub mod records;
pub mod rtf;
pub mod web_archive;
pub mod xml;

use self::document::Document;
use super::{
    Notice,
    draft::Draft,
    encoding::{self, Decoded},
    magic::Binary,
    reason::Reason,
    split,
};
use std::path::Path;

/// What a file holds: the drafts of its articles.
#[derive(Clone, Debug, Default)]
pub struct Delivery {
    /// One, or as many as a database put into one file; in their order there.
    pub drafts: Vec<Draft>,
    /// How many there should be by the file's own word ("Documents (100)"), where it says so.
    pub expected: Option<usize>,
}

impl From<Draft> for Delivery {
    fn from(draft: Draft) -> Self {
        Self { drafts: vec![draft], expected: None }
    }
}

/// Reads what a file holds. `path` is only a name: its ending is looked at where the bytes leave it open.
///
/// # Errors
/// Where the bytes are of no format that is read, or damaged; see [`Reason`].
pub fn read(path: &Path, bytes: &[u8]) -> Result<Delivery, Reason> {
    let mut delivery = if let Some(document) = Document::of(bytes) {
        document.read(bytes)?
    } else if web_archive::begins(bytes) {
        web_archive::read(bytes)?
    } else if let Some(kind) = Binary::of(bytes) {
        return Err(Reason::Binary(kind));
    } else if mail::begins(bytes) {
        mail::read(bytes)
    } else {
        read_text(path, &decode(bytes)?)
    };
    delivery.drafts.retain(|draft| !draft.pieces.is_empty());
    if let ([_], None) = (delivery.drafts.as_slice(), delivery.expected)
        && let Some(only) = delivery.drafts.pop()
    {
        delivery = split::split(only);
    }
    if delivery.drafts.is_empty() { Err(Reason::NoText) } else { Ok(delivery) }
}

/// Reads a text, and says where its letters are doubtful.
fn read_text(path: &Path, decoded: &Decoded) -> Delivery {
    let mut delivery = Format::of(&decoded.text, path).read(&decoded.text);
    let Some(first) = delivery.drafts.iter_mut().find(|draft| !draft.pieces.is_empty()) else { return delivery };
    first.notices.extend(doubts(decoded));
    delivery
}

/// What a person should know of how bytes became letters.
fn doubts(decoded: &Decoded) -> impl Iterator<Item = Notice> {
    let replaced = decoded.replaced.to_string();
    let undecoded = (decoded.replaced > 0).then(|| Notice::new("load-undecoded", &[("count", &replaced)]));
    let guessed = decoded.guessed.then(|| Notice::new("load-encoding-guessed", &[("encoding", decoded.encoding)]));
    undecoded.into_iter().chain(guessed)
}

/// The text of a file, where it is one.
fn decode(bytes: &[u8]) -> Result<Decoded, Reason> {
    let decoded = encoding::decode(bytes);
    let noise = !decoded.encoding.starts_with("UTF-") && Binary::is_noise(bytes, decoded.replaced);
    if decoded.text.trim().is_empty() {
        let zeros = !bytes.is_empty() && bytes.iter().all(|b| *b == 0);
        return Err(if zeros { Reason::Binary(Binary::Other) } else { Reason::Empty });
    }
    if noise || decoded.replaced * 10 > bytes.len() {
        return Err(Reason::Binary(Binary::Other));
    }
    Ok(decoded)
}

/// A format of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, with or without remains of HTML.
    Plain,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// JSON, whole or line by line.
    Records,
}

/// The endings by which a folder's files are taken for articles.
pub const ENDINGS: [&str; 19] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht", "eml", "docx", "docm", "odt", "fodt",
    "rtf", "pdf", "epub", "warc", "wacz",
];

/// The endings of files that are read where they are opened by name. In a folder they may be anything: a program's settings,
/// a report of ours.
pub const NAMED_ENDINGS: [&str; 4] = ["json", "jsonl", "ndjson", "gz"];

impl Format {
    /// The format of a decoded text: by what it holds, and where that does not show by the ending of its name.
    #[must_use]
    pub fn of(text: &str, path: &Path) -> Self {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        let named_page = matches!(ending.as_str(), "html" | "htm" | "xhtml" | "mhtml");
        let reach = (0..=text.len().min(4096)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let head = text[..reach].trim_start().to_lowercase();
        let whole_page = head.starts_with("<!doctype html") || head.starts_with("<html") || head.contains("<body");
        let xml_page = head.starts_with("<?xml") && head.contains("<html");
        if whole_page || xml_page || (named_page && debris::holds_tags(text)) {
            return Self::Html;
        }
        if records::begins(text) {
            return Self::Records;
        }
        match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            _ => Self::Plain,
        }
    }

    /// Reads a decoded text.
    #[must_use]
    pub fn read(self, text: &str) -> Delivery {
        match self {
            Self::Plain => plain::read(text).into(),
            Self::Markdown => markdown::read(text).into(),
            Self::Html => html::read_all(text),
            Self::Records => records::read(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_what_it_holds_and_then_by_its_name() {
        for (text, name, expected) in [
            ("<!DOCTYPE html><p>a", "a.txt", Format::Html),
            ("\n<html><body>", "a", Format::Html),
            ("<p>Uno</p>\nDos", "a.txt", Format::Plain),
            ("<p>Uno</p>", "a.html", Format::Html),
            ("Sin marcas, 3 < 4", "a.html", Format::Plain),
            ("# Uno", "a.md", Format::Markdown),
            ("# Uno", "a.txt", Format::Plain),
            ("", "a.html", Format::Plain),
            ("{\"text\": \"a\"}", "a.txt", Format::Records),
        ] {
            assert_eq!(Format::of(text, Path::new(name)), expected, "{text:?} {name}");
        }
    }
}
