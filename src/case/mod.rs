//! A case: the work on one event, as a file that a person keeps, sends and opens again on another machine.
//!
//! It holds the articles with their texts, so that it opens where their files are missing; the decisions by fingerprint; what
//! was done by hand; and which finding was looked at. It is JSON with the name and the version of its format in front.

mod copies;
mod search;
mod standing;

pub use copies::{Copies, Found};
pub use search::{Sighting, look_within};
pub use standing::Standing;

use crate::{
    amendment::Amendments,
    article::{Article, as_text, load::sha256},
    finding::Fingerprint,
    report::save::SaveError,
    review::Review,
    wording::Wording,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// How the name of a case's file ends, without the dot.
pub const ENDING: &str = "cotejo";

const FORMAT: &str = "cotejo-case";
const VERSION: u32 = 1;

/// The work on one event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The documents, in their order.
    pub sources: Vec<CaseSource>,
    /// The decisions and notes.
    #[serde(default)]
    pub review: Review,
    /// What was done by hand about figures and matches.
    #[serde(default)]
    pub amendments: Amendments,
    /// The finding that was looked at.
    #[serde(default)]
    pub selected: Option<Fingerprint>,
}

/// One document of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseSource {
    /// An article, with its text and what is known about it, corrected by the person or not.
    Read {
        /// The article.
        article: Arc<Article>,
        /// Whether it was switched off: it is listed and not compared.
        #[serde(default)]
        off: bool,
    },
    /// A file that could not be read.
    Unread {
        /// Where it is.
        #[serde(serialize_with = "as_text")]
        path: PathBuf,
    },
}

/// What stands before the case in its file.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize)]
struct Written<'a, T> {
    format: &'a str,
    version: u32,
    case: &'a T,
}

#[derive(Deserialize)]
struct Body<T> {
    case: T,
}

/// Why a case could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The system does not let us read it.
    #[error("permission denied")]
    Permission,
    /// Half of it is missing, or it is something else.
    #[error("damaged, or not a case")]
    Damaged,
    /// A later version of the program wrote it.
    #[error("written by a later version (format {0})")]
    Newer(u32),
    /// Anything else that the system says.
    #[error("{0}")]
    System(String),
}

impl Flaw {
    /// What happened and what to do, in the person's words.
    #[must_use]
    pub fn in_words(&self, path: &Path, words: &Wording) -> String {
        let key = match self {
            Self::Missing => "case-gone",
            Self::Permission => "case-permission",
            Self::Damaged => "case-damaged",
            Self::Newer(_) => "case-newer",
            Self::System(_) => "case-system",
        };
        words.with(key, &[("path", &path.display().to_string()), ("reason", &self.to_string())])
    }
}

/// Whether a file is a case, by its name.
#[must_use]
pub fn is_case_name(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ENDING))
}

/// The name of a case: that of its file, without the ending.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

impl CaseSource {
    /// An article that is compared.
    #[must_use]
    pub fn read(article: Article) -> Self {
        Self::Read { article: Arc::new(article), off: false }
    }
}

impl Case {
    /// Whether there is nothing in it that somebody would miss.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.review.is_empty() && self.amendments.is_empty()
    }

    /// What it is about, as far as its first article says; empty where it has none.
    #[must_use]
    pub fn title(&self) -> String {
        let titled = self.articles().map(|a| &a.metadata.title).find(|t| !t.is_empty());
        titled.cloned().or_else(|| self.articles().next().map(|a| a.name())).unwrap_or_default()
    }

    /// The articles that are compared: those that were not switched off.
    pub fn compared(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.sources.iter().filter_map(|s| match s {
            CaseSource::Read { article, off: false } => Some(article),
            CaseSource::Read { .. } | CaseSource::Unread { .. } => None,
        })
    }

    /// The articles, in their order.
    pub fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.sources.iter().filter_map(|s| match s {
            CaseSource::Read { article, .. } => Some(article),
            CaseSource::Unread { .. } => None,
        })
    }

    /// Whether two cases hold the same work, whatever was looked at.
    #[must_use]
    pub fn is_same_work(&self, other: &Self) -> bool {
        self.sources == other.sources && self.review == other.review && self.amendments == other.amendments
    }

    /// The case as its file holds it.
    ///
    /// # Errors
    /// Where it cannot be put into JSON, which nothing that it holds brings about.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(&Written { format: FORMAT, version: VERSION, case: self })?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The case that a file holds.
    ///
    /// # Errors
    /// Where it is damaged, no case, or of a later version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Flaw> {
        let body: Body<Self> = read_form(FORMAT, VERSION, bytes)?;
        body.case.sound().ok_or(Flaw::Damaged)
    }

    /// The case, if every part of its articles lies within their texts: whoever quotes them relies on it.
    #[must_use]
    pub fn sound(self) -> Option<Self> {
        let is_sound = |source: &CaseSource| match source {
            CaseSource::Read { article, .. } => is_sound(article),
            CaseSource::Unread { .. } => true,
        };
        self.sources.iter().all(is_sound).then_some(self)
    }

    /// Reads a case, or the newest whole copy of it where it is damaged.
    ///
    /// # Errors
    /// Where it is not there or cannot be read, nor any copy of it.
    pub fn read(copies: &Copies) -> Result<Found<Self>, Flaw> {
        copies.read(Self::from_bytes)
    }

    /// Writes the case; what stood there before stays among the copies. Gives back the SHA-256 of what was written.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn write(&self, copies: &Copies) -> Result<String, SaveError> {
        let bytes = self.to_bytes().map_err(|e| SaveError { path: copies.path().to_owned(), cause: e.into() })?;
        copies.write(&bytes).map(|()| sha256(&bytes))
    }
}

/// Reads a file of ours, if its head says that it is of this format, and of no later version than the one that is known.
pub(crate) fn read_form<T: DeserializeOwned>(format: &str, version: u32, bytes: &[u8]) -> Result<T, Flaw> {
    let head: Head = serde_json::from_slice(bytes).map_err(|_| Flaw::Damaged)?;
    if head.format != format || head.version == 0 {
        return Err(Flaw::Damaged);
    }
    if head.version > version {
        return Err(Flaw::Newer(head.version));
    }
    serde_json::from_slice(bytes).map_err(|_| Flaw::Damaged)
}

fn is_sound(article: &Article) -> bool {
    let lies = |span: crate::text::Span, from: usize| {
        span.start() >= from && article.text.get(span.start()..span.end()).is_some()
    };
    let mut end = 0;
    let blocks = article.blocks.iter().all(|b| lies(b.span, std::mem::replace(&mut end, b.span.end())));
    blocks && article.dateline.is_none_or(|d| lies(d, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        amendment::Citation,
        article::split::{Cut, Part},
        review::{Edit, Entry, Status},
    };

    /// A case with two articles, a file that could not be read and one decision.
    fn case() -> Case {
        let texts = ["Hubo nueve muertos.\n\nCayó el puente.", "Los muertos son once — según Efe."];
        let article = |(i, text): (usize, &str)| {
            let mut article = Article::from_text(&format!("/notas/{i}.txt"), text, "es", None);
            article.metadata.outlet = "El Faro".into();
            CaseSource::read(article)
        };
        let mut sources: Vec<CaseSource> = texts.into_iter().enumerate().map(article).collect();
        sources.push(CaseSource::Unread { path: "/notas/foto.pdf".into() });
        let mut review = Review::default();
        let entry = Entry { status: Status::ToCheck, note: "«llamar»\n\"hoy\"".into(), ..Entry::default() };
        let _ = review.apply(Edit { fingerprint: Fingerprint("ab".into()), entry });
        let mut amendments = Amendments::default();
        let mention = |n: u32| Citation {
            source: "El Faro".into(),
            path: "/notas/0.txt".into(),
            sha256: "ab".into(),
            index: 0,
            part: (n == 3).then(|| Part { cut: Cut::Lines("«Medio»".into()), number: 2, of: None }),
            sentence: "Hubo nueve muertos.".into(),
            again: n,
            figure: "nueve".into(),
            at: 5,
        };
        amendments.join(&[mention(0)], &[mention(1)]);
        amendments.part(&[mention(2)], &[mention(3)], &[]);
        amendments.correct(mention(4), Some("unos «nueve»".into()));
        Case { sources, review, amendments, selected: Some(Fingerprint("ab".into())) }
    }

    fn copies(folder: &Path) -> Copies {
        Copies::new(&folder.join("caso.cotejo"), &folder.join("before"))
    }

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let copies = copies(folder.path());
        for case in [case(), Case::default()] {
            case.write(&copies).expect("it can be written");
            let found = Case::read(&copies).expect("it can be read");
            assert_eq!((found.what, found.is_copy), (case, false));
        }
    }

    #[test]
    fn every_half_of_a_case_is_refused() {
        let bytes = case().to_bytes().expect("JSON");
        let whole = bytes.trim_ascii_end().len();
        for end in 0..whole {
            assert_eq!(Case::from_bytes(&bytes[..end]), Err(Flaw::Damaged), "{end} of {whole} bytes");
        }
        assert!(Case::from_bytes(&bytes).is_ok());
    }

    #[test]
    fn what_is_no_case_says_so() {
        let text = String::from_utf8(case().to_bytes().expect("JSON")).expect("UTF-8");
        for (from, to, expected) in [
            ("cotejo-case", "cotejo-report", Flaw::Damaged),
            ("\"version\": 1", "\"version\": 2", Flaw::Newer(2)),
            ("\"version\": 1", "\"version\": 0", Flaw::Damaged),
            ("\"end\": 19", "\"end\": 1900", Flaw::Damaged),
            ("\"start\": 0", "\"start\": 20", Flaw::Damaged),
            // In the middle of the dash.
            ("Hubo nueve muertos.", "Hubo nueve muerto—", Flaw::Damaged),
        ] {
            let other = text.replacen(from, to, 1);
            assert_ne!(other, text, "{from} is not in the file");
            assert_eq!(Case::from_bytes(other.as_bytes()), Err(expected), "{to}");
        }
        // What a later version adds without need is passed over.
        let more = text.replacen("\"version\": 1,", "\"version\": 1, \"colour\": \"red\",", 1);
        assert_eq!(Case::from_bytes(more.as_bytes()), Ok(case()));
    }

    #[test]
    fn a_damaged_case_gives_way_to_the_newest_whole_copy() {
        let folder = tempfile::tempdir().expect("a folder");
        let copies = copies(folder.path());
        let noted = |n: usize| Case { selected: Some(Fingerprint(n.to_string())), ..case() };
        for n in 0..9 {
            noted(n).write(&copies).expect("it can be written");
        }
        let kept = std::fs::read_dir(folder.path().join("before")).expect("the copies").count();
        assert_eq!(kept, 5);
        for damage in ["", "{", "{}", "\0\0\0\0", "{\"format\":\"cotejo-case\",\"version\":1}"] {
            std::fs::write(copies.path(), damage).expect("it can be damaged");
            let found = Case::read(&copies).expect("a copy");
            assert_eq!((found.what, found.is_copy), (noted(7), true), "{damage:?}");
        }
        std::fs::write(folder.path().join("before/1"), "{").expect("it can be damaged");
        assert_eq!(Case::read(&copies).expect("a copy").what, noted(6));
        // Saving over a damaged file leaves the whole copies where they are.
        std::fs::write(copies.path(), "{").expect("it can be damaged");
        noted(9).write(&copies).expect("it can be written");
        std::fs::write(copies.path(), "{").expect("it can be damaged");
        assert_eq!(Case::read(&copies).expect("a copy").what, noted(6));
    }

    #[test]
    fn a_case_that_is_gone_or_newer_is_not_replaced_by_a_copy() {
        let folder = tempfile::tempdir().expect("a folder");
        let copies = copies(folder.path());
        case().write(&copies).expect("it can be written");
        case().write(&copies).expect("it can be written");
        let newer = "{\"format\":\"cotejo-case\",\"version\":7,\"case\":[]}";
        std::fs::write(copies.path(), newer).expect("it can be written");
        assert_eq!(Case::read(&copies).map(|f| f.what), Err(Flaw::Newer(7)));
        std::fs::remove_file(copies.path()).expect("it is there");
        assert_eq!(Case::read(&copies).map(|f| f.what), Err(Flaw::Missing));
        for language in Wording::languages() {
            let words = Wording::new(language);
            for flaw in
                [Flaw::Missing, Flaw::Permission, Flaw::Damaged, Flaw::Newer(7), Flaw::System("disk on fire".into())]
            {
                let said = flaw.in_words(Path::new("/x/caso.cotejo"), &words);
                assert!(said.contains("caso.cotejo") && !said.starts_with("case-"), "{language}: {said}");
            }
        }
    }
}
