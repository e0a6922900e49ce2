//! The forms that a report can have.

use super::{Report, csv, html, json, markdown, text};
use crate::wording::Wording;
use std::path::Path;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page to hand to anyone.
    #[default]
    Html,
    /// For wikis and issue trackers.
    Markdown,
    /// A row for every pair, for spreadsheets.
    Csv,
    /// For other programs.
    Json,
    /// Plain text.
    Text,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Html, Self::Markdown, Self::Csv, Self::Json, Self::Text];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    /// The ending of its files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Text => "txt",
        }
    }

    /// The key of its name in the wording.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Html => "format-html",
            Self::Markdown => "format-markdown",
            Self::Csv => "format-csv",
            Self::Json => "format-json",
            Self::Text => "format-text",
        }
    }

    /// The form with that name or ending, in any case.
    ///
    /// ```
    /// use cotejo::report::Format;
    /// assert_eq!(Format::from_name("MD"), Some(Format::Markdown));
    /// assert_eq!(Format::from_name("exe"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let other = match name.as_str() {
            "htm" => Some(Self::Html),
            _ => None,
        };
        Self::ALL.into_iter().find(|f| f.name() == name || f.extension() == name).or(other)
    }

    /// The form that a file's ending asks for.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        Self::from_name(path.extension()?.to_str()?)
    }

    /// The report in this form. `words` are the program's own words, in the report's language.
    #[must_use]
    pub fn print(self, report: &Report, words: &Wording) -> Vec<u8> {
        match self {
            Self::Html => html::print(report, words).into_bytes(),
            Self::Markdown => markdown::print(report, words).into_bytes(),
            Self::Csv => csv::print(report, words),
            Self::Json => json::print(report).into_bytes(),
            Self::Text => text::print(report, words, text::Ink::None).into_bytes(),
        }
    }
}
