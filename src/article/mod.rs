//! An article: one document with its text, its parts, and what is known of it.

pub mod address;
pub mod dateline;
mod draft;
pub mod encoding;
pub mod fetch;
pub mod format;
pub mod load;
pub mod magic;
mod metadata;
pub mod reason;
pub mod split;
pub mod stamp;
pub mod words;
mod zones;

pub use metadata::settle;
use split::Part;

use crate::text::Span;
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// One document: its readable text, the parts of it, and what is known about where it comes from.
///
/// Made by [`load`] from a file, or by [`Article::from_text`] from text at hand. Its text never changes afterwards:
/// all spans of sentences and figures refer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Where it was read from.
    pub origin: Origin,
    /// The readable text: blocks separated by one empty line, no markup.
    pub text: String,
    /// The parts of the text in order; together they cover all that is not white space.
    pub blocks: Vec<Block>,
    /// Where blocks begin that a rule stands above, in bytes of the text: see [`split::Cut`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<usize>,
    /// What is known about it, from its file or from the person.
    pub metadata: Metadata,
    /// What the person should know about how it was read (characters that could not be decoded, say).
    pub notices: Vec<Notice>,
    /// Where it was filed and when, "Lima, 15 jun (EFE).-", where the text begins so: not of the story, and not compared.
    pub dateline: Option<Span>,
    /// The month and day of publication where the year was not to be found: an agency prints "15 jun". See [`settle`].
    pub day_without_year: Option<(i8, i8)>,
}

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file, or the name of the sample.
    #[serde(serialize_with = "as_text")]
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// Which article of the file, from 0, where a file holds several.
    pub index: u32,
    /// Which part of that article, where a person cut it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// When it was fetched, where it comes from the web: its path is the address then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fetched: Option<Timestamp>,
    /// What it was called when it was read first, where a person calls it otherwise now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
}

impl Origin {
    /// The first article of a file with this SHA-256.
    #[must_use]
    pub fn of_file(path: &Path, sha256: String) -> Self {
        Self { path: path.to_owned(), sha256, index: 0, part: None, fetched: None, called: None }
    }
}

/// What is known about an article. Every field can be corrected by the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// The newspaper or agency, as a person would name it; empty where unknown.
    pub outlet: String,
    /// The author, as printed; empty where unknown.
    pub byline: String,
    /// The day of publication: what "yesterday" is counted from.
    pub published: Option<Date>,
    /// The hour of publication, where it is known.
    pub hour: Option<Time>,
    /// The language's key in the registry ("es", "en").
    pub language: String,
}

/// A part of an article's text: a headline, a paragraph, a caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub zone: Zone,
}

/// What a part of an article is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Zone {
    /// The title.
    Headline,
    /// A line under the title, or a heading within the text.
    Subhead,
    /// The first paragraph of the body.
    Lead,
    /// Every other paragraph.
    Body,
    /// The words under a picture.
    Caption,
    /// What stands in the text and is not of it: "read also", "founded in 1835", a paywall's line. Kept, and not compared.
    Boilerplate,
}

impl Zone {
    /// All of them, in the order of a page.
    pub const ALL: [Self; 6] =
        [Self::Headline, Self::Subhead, Self::Lead, Self::Body, Self::Caption, Self::Boilerplate];

    /// What other programs call it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// Something that a person should know about how an article was read. Its words come from the wording by its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The key of the message in the wording.
    pub key: String,
    /// What to fill in.
    pub arguments: Vec<(String, String)>,
}

/// Writes a path as text. A name that is no text loses what cannot be written, rather than the whole work with it.
///
/// # Errors
/// Where the serializer has none to write to.
pub fn as_text<S: serde::Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

impl Notice {
    /// A notice by its key, with what to fill in.
    #[must_use]
    pub fn new(key: &str, arguments: &[(&str, &str)]) -> Self {
        let arguments = arguments.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { key: key.to_owned(), arguments }
    }
}

/// So much of an article is compared, in bytes: more than the longest novel has, and nothing that somebody wrote about an event.
/// A file of a million figures takes the memory of the machine otherwise.
pub const COMPARED: usize = 1_000_000;

impl Article {
    /// The part of the text that is compared: all of it, unless it is longer than any article.
    #[must_use]
    pub fn compared(&self) -> &str {
        let reach = (0..=self.text.len().min(COMPARED)).rev().find(|i| self.text.is_char_boundary(*i));
        &self.text[..reach.unwrap_or_default()]
    }

    /// An article from text at hand: paragraphs are split at line ends, and nothing else is looked for.
    #[must_use]
    pub fn from_text(name: &str, text: &str, language: &str, published: Option<Date>) -> Self {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let start = at + (line.len() - line.trim_start().len());
                let zone = if blocks.is_empty() { Zone::Lead } else { Zone::Body };
                blocks.push(Block { span: Span::new(start, start + trimmed.len()), zone });
            }
            at += line.len();
        }
        Self {
            origin: Origin::of_file(Path::new(name), String::new()),
            text: text.to_owned(),
            blocks,
            rules: Vec::new(),
            metadata: Metadata { language: language.to_owned(), published, ..Metadata::default() },
            notices: Vec::new(),
            dateline: None,
            day_without_year: None,
        }
    }

    /// What every decision knows the source by: what it was called when it was read first, whatever it is called since.
    #[must_use]
    pub fn known_as(&self) -> String {
        self.origin.called.clone().unwrap_or_else(|| self.name())
    }

    /// Puts what is known about it in the place of what was, and returns that. Decisions know it as before.
    pub fn describe(&mut self, metadata: Metadata) -> Metadata {
        let known = self.known_as();
        let before = std::mem::replace(&mut self.metadata, metadata);
        self.origin.called = (self.name() != known).then_some(known);
        before
    }

    /// What to call the source: its outlet, or else its file's name.
    #[must_use]
    pub fn name(&self) -> String {
        if self.metadata.outlet.is_empty() {
            self.origin.path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
        } else {
            self.metadata.outlet.clone()
        }
    }
}
