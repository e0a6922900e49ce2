//! The forms that a report can have.

use super::{Report, annotations, claim_review, csv, docx, html, json, markdown, pdf, sarif, text, xlsx};
use crate::wording::Wording;
use std::path::Path;

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page to hand to anyone.
    #[default]
    Html,
    /// Pages to print.
    Pdf,
    /// A document that editors write in.
    Docx,
    /// A workbook: findings, mentions, pairs, ledger, decisions and sources.
    Xlsx,
    /// A row for every mention, for spreadsheets.
    Csv,
    /// For wikis and issue trackers.
    Markdown,
    /// For other programs.
    Json,
    /// Every mention as a W3C Web Annotation.
    Annotations,
    /// For programs that show what checkers find in files.
    Sarif,
    /// Drafts of what fact-checkers publish beside an article.
    ClaimReview,
    /// Plain text.
    Text,
}

impl Format {
    /// Every form.
    pub const ALL: [Self; 11] = [
        Self::Html,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Markdown,
        Self::Json,
        Self::Annotations,
        Self::Sarif,
        Self::ClaimReview,
        Self::Text,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::Annotations => "annotations",
            Self::Sarif => "sarif",
            Self::ClaimReview => "claimreview",
            Self::Text => "text",
        }
    }

    /// The ending of its files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Annotations => "jsonld",
            Self::Sarif => "sarif",
            Self::ClaimReview => "claimreview.json",
            Self::Text => "txt",
        }
    }

    /// The key of its name in the wording.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Html => "format-html",
            Self::Pdf => "format-pdf",
            Self::Docx => "format-docx",
            Self::Xlsx => "format-xlsx",
            Self::Csv => "format-csv",
            Self::Markdown => "format-markdown",
            Self::Json => "format-json",
            Self::Annotations => "format-annotations",
            Self::Sarif => "format-sarif",
            Self::ClaimReview => "format-claimreview",
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

    /// The form that a file's ending asks for. An ending of two parts goes before its second part alone.
    ///
    /// ```
    /// use cotejo::report::Format;
    /// assert_eq!(Format::from_path("informe.json".as_ref()), Some(Format::Json));
    /// assert_eq!(Format::from_path("informe.Sarif.json".as_ref()), Some(Format::Sarif));
    /// ```
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let (stem, ending) = path.file_name()?.to_str()?.rsplit_once('.')?;
        let before = stem.rsplit_once('.').map(|(_, before)| before);
        let told = before.and_then(Self::from_name).filter(|f| matches!(f, Self::Sarif | Self::ClaimReview));
        told.filter(|_| ending.eq_ignore_ascii_case("json")).or_else(|| Self::from_name(ending))
    }

    /// Whether a report of this form says when it was made.
    #[must_use]
    pub fn is_dated(self) -> bool {
        matches!(self, Self::Html | Self::Pdf | Self::Docx | Self::Xlsx | Self::Markdown | Self::ClaimReview)
    }

    /// The report in this form. `words` are the program's own words, in the report's language.
    #[must_use]
    pub fn print(self, report: &Report, words: &Wording) -> Vec<u8> {
        match self {
            Self::Html => html::print(report, words).into_bytes(),
            Self::Pdf => pdf::print(report, words),
            Self::Docx => docx::print(report, words),
            Self::Xlsx => xlsx::print(report, words),
            Self::Csv => csv::print(report, words),
            Self::Markdown => markdown::print(report, words).into_bytes(),
            Self::Json => json::print(report).into_bytes(),
            Self::Annotations => annotations::print(report).into_bytes(),
            Self::Sarif => sarif::print(report, words).into_bytes(),
            Self::ClaimReview => claim_review::print(report, words).into_bytes(),
            Self::Text => text::print(report, words, text::Ink::None).into_bytes(),
        }
    }
}
