//! A report in JSON or as annotations, read back: what it quotes, and from where.

use super::annotations;
use crate::{
    article::{load::read_up_to, split::Part},
    wording::Wording,
};
use serde::Deserialize;
use std::{fs, io, path::Path};

/// What a report quotes. Everything else of it is passed over.
#[derive(Clone, Debug, Deserialize)]
pub struct Stored {
    /// The articles.
    pub articles: Vec<StoredArticle>,
    /// The findings.
    pub findings: Vec<StoredFinding>,
}

/// An article as a report names it.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredArticle {
    /// Its number, from 0.
    pub id: u32,
    /// Its letter.
    #[serde(default)]
    pub letter: String,
    /// The file.
    pub file: String,
    /// SHA-256 of the file's bytes.
    #[serde(default)]
    pub sha256: String,
    /// Which article of the file, from 0.
    #[serde(default)]
    pub index: u32,
    /// Which part of that article, where a person cut it.
    #[serde(default)]
    pub part: Option<Part>,
}

/// A finding as a report tells it.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredFinding {
    /// Its fingerprint.
    pub id: String,
    /// Where it is stated.
    pub mentions: Vec<StoredMention>,
}

/// A quotation.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredMention {
    /// The article's number.
    pub article: u32,
    /// The sentence.
    pub sentence: String,
    /// The figure in the article's words.
    pub exact: String,
    /// What stands before it.
    #[serde(default)]
    pub prefix: String,
    /// What stands behind it.
    #[serde(default)]
    pub suffix: String,
    /// Its first character, in code points of the article's text.
    pub start: usize,
    /// The character behind its last one.
    pub end: usize,
}

/// Why a report could not be read back.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file could not be read.
    #[error("{0}")]
    System(#[from] io::Error),
    /// It is larger than [`LIMIT`].
    #[error("too large")]
    TooLarge,
    /// It is no JSON, or damaged; where.
    #[error("{0}")]
    Damaged(#[from] serde_json::Error),
    /// It is JSON, and no report.
    #[error("not a report")]
    Other,
    /// It was made by a later program; its version.
    #[error("version {0}")]
    Later(u64),
    /// A quotation is of an article that the report does not name.
    #[error("no article {0}")]
    Dangling(u32),
}

/// The largest report that is read, in bytes: 1 GiB.
pub const LIMIT: u64 = 1024 * 1024 * 1024;
/// The version of reports that is read.
const VERSION: u64 = 1;

/// What a report says of itself.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u64>,
}

impl Stored {
    /// Reads a report's file.
    ///
    /// # Errors
    /// Where the file cannot be read, or is no report of ours; see [`Unreadable::in_words`].
    pub fn read(path: &Path) -> Result<Self, Unreadable> {
        let about = fs::metadata(path)?;
        if about.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
        }
        if about.len() > LIMIT {
            return Err(Unreadable::TooLarge);
        }
        let bytes = read_up_to(LIMIT, path)?;
        if bytes.len() as u64 > LIMIT { Err(Unreadable::TooLarge) } else { Self::parse(&bytes) }
    }

    /// Reads a report's text.
    ///
    /// # Errors
    /// Where it is no report of ours, or damaged.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let value: serde_json::Value = serde_json::from_slice(bytes)?;
        if value["type"] == "AnnotationCollection" {
            return annotations::read_back(&value).ok_or(Unreadable::Other);
        }
        let head = Head::deserialize(&value).map_err(|_| Unreadable::Other)?;
        match (head.format.as_deref(), head.version) {
            (Some("cotejo-report"), Some(version)) if version > VERSION => return Err(Unreadable::Later(version)),
            (Some("cotejo-report"), Some(_)) => {}
            _ => return Err(Unreadable::Other),
        }
        let stored = Self::deserialize(value)?;
        let known = |id: u32| stored.articles.iter().any(|a| a.id == id);
        let mut mentions = stored.findings.iter().flat_map(|f| &f.mentions);
        match mentions.find(|m| !known(m.article)) {
            Some(dangling) => Err(Unreadable::Dangling(dangling.article)),
            None => Ok(stored),
        }
    }
}

impl Unreadable {
    /// What happened and what to do, in the person's words.
    #[must_use]
    pub fn in_words(&self, path: &Path, words: &Wording) -> String {
        let path = path.display().to_string();
        let (key, reason) = match self {
            Self::System(error) if error.kind() == io::ErrorKind::NotFound => ("verify-no-report", String::new()),
            Self::System(error) => ("verify-report-unread", error.to_string()),
            Self::TooLarge => ("verify-report-too-large", String::new()),
            Self::Damaged(error) => ("verify-report-damaged", error.to_string()),
            Self::Dangling(article) => ("verify-report-dangling", article.to_string()),
            Self::Other => ("verify-not-a-report", String::new()),
            Self::Later(version) => ("verify-report-later", version.to_string()),
        };
        words.with(key, &[("file", &path), ("reason", &reason)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{json, sample};

    #[test]
    fn what_was_printed_is_read_back() {
        let report = sample::report("A");
        let stored = Stored::parse(json::print(&report).as_bytes()).expect("a report");
        assert_eq!(stored.articles.len(), 2);
        let mention = &stored.findings[0].mentions[0];
        assert_eq!((mention.exact.as_str(), mention.start, mention.end), ("más de 11.000", 8, 21));
    }

    #[test]
    fn what_is_no_report_says_so_in_every_language() {
        let check = |text: &str, key: &str| {
            let error = Stored::parse(text.as_bytes()).expect_err(text);
            for language in Wording::languages() {
                let words = Wording::new(language);
                let told = error.in_words(Path::new("a.json"), &words);
                // The message up to its first filling.
                let begin = words.with(key, &[("file", "a.json"), ("reason", "#")]);
                let begin = begin.split('#').next().unwrap_or_default();
                assert!(begin.len() > 10 && told.starts_with(begin), "{text}: {told}");
            }
        };
        check("", "verify-report-damaged");
        check("{\"format\": \"cotejo-rep", "verify-report-damaged");
        check("{\"format\": \"cotejo-report\", \"version\": 1}", "verify-report-damaged");
        check("[1, 2]", "verify-not-a-report");
        check("{}", "verify-not-a-report");
        check("{\"format\": \"other\", \"version\": 1}", "verify-not-a-report");
        check("{\"format\": \"cotejo-report\", \"version\": 2}", "verify-report-later");
        let dangling = r#"{"format": "cotejo-report", "version": 1, "articles": [], "findings": [{"id": "1", "mentions":
            [{"article": 3, "sentence": "a", "exact": "a", "start": 0, "end": 1}]}]}"#;
        check(dangling, "verify-report-dangling");
    }
}
