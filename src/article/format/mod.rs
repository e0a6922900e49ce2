//! Formats: one file each turns a decoded text into a draft.

pub mod debris;
pub mod html;
pub mod linked_data;
pub mod markdown;
pub mod page;
pub mod plain;

use super::draft::Draft;
use std::path::Path;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text, with or without remains of HTML.
    Plain,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
}

/// The endings by which a folder's files are taken for articles.
pub const ENDINGS: [&str; 8] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml"];

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
        match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            _ => Self::Plain,
        }
    }

    /// Reads a decoded text.
    #[must_use]
    pub fn read(self, text: &str) -> Draft {
        match self {
            Self::Plain => plain::read(text),
            Self::Markdown => markdown::read(text),
            Self::Html => html::read(text),
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
        ] {
            assert_eq!(Format::of(text, Path::new(name)), expected, "{text:?} {name}");
        }
    }
}
