//! Whether what a report quotes still stands in its sources.
//!
//! A quotation stands where its sentence does, with the figure in it. A file that was changed may hold every quotation still,
//! and one that was not may be read otherwise by another version of the program: so both are looked at.

use super::{
    in_words,
    stored::{Stored, StoredArticle, StoredMention},
};
use crate::{
    article::{
        Article,
        address::Address,
        load::{Files, Reason, sha256_of},
    },
    language::Registry,
    wording::Wording,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What became of a report's sources and of what it quotes from them.
#[derive(Clone, Debug, Serialize)]
pub struct Verification {
    /// What this is, for other programs.
    pub format: &'static str,
    /// Raised when a field changes its meaning.
    pub version: u32,
    /// The counts.
    pub summary: Summary,
    /// The sources.
    pub articles: Vec<Source>,
    /// Every quotation, in the report's order.
    pub quotations: Vec<Quotation>,
}

/// How many quotations stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// All of them.
    pub quotations: usize,
    /// Those at their place.
    pub stand: usize,
    /// Those that stand elsewhere in their source.
    pub elsewhere: usize,
    /// Those whose figure stands in a sentence that was changed.
    pub reworded: usize,
    /// Those that are gone.
    pub gone: usize,
    /// Those whose source could not be read.
    pub unknown: usize,
}

/// A source as it is now.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Its number in the report.
    pub id: u32,
    /// Its letter in the report.
    pub letter: String,
    /// The file, as the report names it.
    pub file: String,
    /// Where it was found.
    pub found: Option<String>,
    /// What became of it.
    pub state: State,
    /// Why it could not be read, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Its bytes are those that were read for the report.
    Same,
    /// Its bytes were changed since.
    Changed,
    /// The report does not say which bytes were read.
    Unknown,
    /// It could not be read, or is not there.
    Unread,
}

/// A quotation as it stands now.
#[derive(Clone, Debug, Serialize)]
pub struct Quotation {
    /// The finding's fingerprint.
    pub finding: String,
    /// The article's number.
    pub article: u32,
    /// The figure.
    pub exact: String,
    /// Where the report has it.
    pub start: usize,
    /// The character behind it.
    pub end: usize,
    /// How it stands.
    pub standing: Standing,
    /// Where it stands now, from and to, in code points.
    pub now: Option<(usize, usize)>,
}

/// How a quotation stands in its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Sentence and figure stand where the report has them.
    Stands,
    /// They stand elsewhere in the article.
    Elsewhere,
    /// The figure stands among the same words, and the sentence was changed.
    Reworded,
    /// It is not in the article any more.
    Gone,
    /// The source could not be read.
    Unknown,
}

impl Standing {
    /// Its key in the wording.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Stands => "verify-stands",
            Self::Elsewhere => "verify-elsewhere",
            Self::Reworded => "verify-reworded",
            Self::Gone => "verify-gone",
            Self::Unknown => "verify-unknown",
        }
    }
}

/// Looks at every source and every quotation of a report that lies at `report`.
#[must_use]
pub fn verify(stored: &Stored, report: &Path, languages: &Registry, words: &Wording) -> Verification {
    let mut files = Files::new(languages);
    let mut texts: Vec<Option<Text>> = Vec::new();
    let mut articles = Vec::new();
    for article in &stored.articles {
        let (source, text) = look(article, report, &mut files, words);
        articles.push(source);
        texts.push(text);
    }
    let text_of = |id: u32| stored.articles.iter().position(|a| a.id == id).and_then(|at| texts[at].as_ref());
    let mut quotations = Vec::new();
    for finding in &stored.findings {
        for mention in &finding.mentions {
            let (standing, now) = text_of(mention.article).map_or((Standing::Unknown, None), |t| t.find(mention));
            quotations.push(Quotation {
                finding: finding.id.clone(),
                article: mention.article,
                exact: mention.exact.clone(),
                start: mention.start,
                end: mention.end,
                standing,
                now,
            });
        }
    }
    let summary = Summary::of(&quotations);
    Verification { format: "cotejo-verification", version: 1, summary, articles, quotations }
}

impl Summary {
    fn of(quotations: &[Quotation]) -> Self {
        let count = |standing| quotations.iter().filter(|q| q.standing == standing).count();
        Self {
            quotations: quotations.len(),
            stand: count(Standing::Stands),
            elsewhere: count(Standing::Elsewhere),
            reworded: count(Standing::Reworded),
            gone: count(Standing::Gone),
            unknown: count(Standing::Unknown),
        }
    }
}

/// Finds the file of an article and reads it.
fn look(article: &StoredArticle, report: &Path, files: &mut Files<'_>, words: &Wording) -> (Source, Option<Text>) {
    let found = whereabouts(article, report);
    // A device or a pipe that a report names would be read without an end: nothing but files is looked at.
    let read = found.as_deref().map_or(Err(Reason::Missing), |path| self::article(files, path, article));
    let mut source = Source {
        id: article.id,
        letter: article.letter.clone(),
        file: article.file.clone(),
        found: found.map(|path| path.display().to_string()),
        state: State::Unread,
        reason: None,
    };
    match read {
        Ok(Article { text, origin, .. }) => {
            source.state = match article.sha256.as_str() {
                "" => State::Unknown,
                known if known.eq_ignore_ascii_case(&origin.sha256) => State::Same,
                _ => State::Changed,
            };
            (source, Some(Text::new(text.clone())))
        }
        Err(reason) => {
            let told = match reason {
                Reason::Missing if Address::of(&article.file).is_some() => words.text("verify-fetched"),
                Reason::Missing => words.text("verify-missing"),
                other => in_words(&other.message(), words),
            };
            source.reason = Some(told);
            (source, None)
        }
    }
}

/// The article that a report names, as a file holds it now.
fn article<'f>(files: &'f mut Files<'_>, path: &Path, named: &StoredArticle) -> Result<&'f Article, Reason> {
    let article = files.article(path, named.index, named.part.as_ref()).map_err(|e| e.reason)?;
    article.ok_or(Reason::NoText)
}

/// Where an article's file is: as the report names it, or beside the report. Where there are several, the one whose bytes
/// are those that were read.
fn whereabouts(article: &StoredArticle, report: &Path) -> Option<PathBuf> {
    let named = PathBuf::from(&article.file);
    let folder = report.parent().unwrap_or(Path::new(""));
    // A report from another system writes its paths otherwise.
    let last = article.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut places = vec![named.clone(), folder.join(&named), folder.join(last)];
    places.retain(|p| p.is_file());
    places.dedup();
    let is_same = |path: &PathBuf| sha256_of(path).is_some_and(|found| found.eq_ignore_ascii_case(&article.sha256));
    let first = places.first().cloned();
    let same = if places.len() > 1 { places.into_iter().find(is_same) } else { None };
    same.or(first)
}

/// An article's text, in which places are counted in code points.
struct Text {
    text: String,
    /// The byte at which every character begins, and the end.
    bytes: Vec<usize>,
}

impl Text {
    fn new(text: String) -> Self {
        let bytes = text.char_indices().map(|(byte, _)| byte).chain(Some(text.len())).collect();
        Self { text, bytes }
    }

    /// How a quotation stands, and where.
    fn find(&self, mention: &StoredMention) -> (Standing, Option<(usize, usize)>) {
        if mention.exact.is_empty() {
            return (Standing::Gone, None);
        }
        let place = self.bytes.get(mention.start).copied().filter(|at| self.text[*at..].starts_with(&mention.exact));
        if place.is_some_and(|at| self.is_quoted(mention, at)) {
            return (Standing::Stands, place.map(|at| self.points(at, mention)));
        }
        let all = || self.text.match_indices(mention.exact.as_str()).map(|(at, _)| at);
        let near = |at: &usize| self.bytes.get(mention.start).map_or(usize::MAX, |place| place.abs_diff(*at));
        let alike = |at: &usize| self.likeness(mention, *at);
        let quoted = all().filter(|at| self.is_quoted(mention, *at));
        if let Some(at) = quoted.min_by_key(|at| (std::cmp::Reverse(alike(at)), near(at))) {
            return (Standing::Elsewhere, Some(self.points(at, mention)));
        }
        // Half of the words around it: enough to know it again, too many to stand around another figure by chance.
        let context = mention.prefix.chars().count() + mention.suffix.chars().count();
        match all().min_by_key(|at| (std::cmp::Reverse(alike(at)), near(at))) {
            Some(at) if context > 0 && 2 * alike(&at) >= context => {
                (Standing::Reworded, Some(self.points(at, mention)))
            }
            _ => (Standing::Gone, None),
        }
    }

    /// Whether the sentence stands around the figure at a byte. The sentence may say the same figure twice.
    fn is_quoted(&self, mention: &StoredMention, at: usize) -> bool {
        // "11" stands twice in "111": places that overlap are places.
        let places = mention.sentence.char_indices().map(|(within, _)| within);
        places.filter(|within| mention.sentence[*within..].starts_with(&mention.exact)).any(|within| {
            let begin = at.checked_sub(within).filter(|b| self.text.is_char_boundary(*b));
            begin.is_some_and(|begin| self.text[begin..].starts_with(&mention.sentence))
        })
    }

    /// How many characters around the figure at a byte are those of the quotation.
    fn likeness(&self, mention: &StoredMention, at: usize) -> usize {
        let before = self.text[..at].chars().rev().zip(mention.prefix.chars().rev()).take_while(|(a, b)| a == b);
        let behind = self.text[at + mention.exact.len()..].chars().zip(mention.suffix.chars());
        before.count() + behind.take_while(|(a, b)| a == b).count()
    }

    fn points(&self, at: usize, mention: &StoredMention) -> (usize, usize) {
        let start = self.bytes.binary_search(&at).unwrap_or_else(|next| next);
        (start, start + mention.exact.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ñandú.\n\nEnvió a más de 11.000 soldados, según Seúl. Murieron 11.000 reses.";

    fn mention() -> StoredMention {
        StoredMention {
            article: 0,
            sentence: "Envió a más de 11.000 soldados, según Seúl.".to_owned(),
            exact: "más de 11.000".to_owned(),
            prefix: "Ñandú.\n\nEnvió a ".to_owned(),
            suffix: " soldados, según Seúl. Murieron ".to_owned(),
            start: 16,
            end: 29,
        }
    }

    #[test]
    fn a_quotation_stands_or_moved_or_was_changed_or_is_gone() {
        let check = |text: &str, standing: Standing, now: Option<(usize, usize)>| {
            assert_eq!(Text::new(text.to_owned()).find(&mention()), (standing, now), "{text}");
        };
        check(TEXT, Standing::Stands, Some((16, 29)));
        check(&format!("Á. {TEXT}"), Standing::Elsewhere, Some((19, 32)));
        check(&TEXT.replace("Envió a", "No envió a"), Standing::Reworded, Some((19, 32)));
        check(&TEXT.replace("según Seúl", "dicen"), Standing::Reworded, Some((16, 29)));
        check(&TEXT.replace("más de 11.000", "unos 15.000"), Standing::Gone, None);
        // The same figure among other words is another one.
        check("Vendió más de 11.000 vacas.", Standing::Gone, None);
        check("", Standing::Gone, None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_quoted_of_a_text_stands_in_it(
            before in "\\PC{0,40}", prefix in "[ a1ñ😀.]{0,8}", exact in "[ a1ñ😀.]{1,6}", suffix in "[ a1ñ😀.]{0,8}",
            after in "\\PC{0,40}", other in "[ a1ñ😀.]{0,60}",
        ) {
            let start = before.chars().count() + prefix.chars().count();
            let end = start + exact.chars().count();
            let sentence = format!("{prefix}{exact}{suffix}");
            let text = format!("{before}{sentence}{after}");
            let mention = StoredMention { article: 0, sentence, exact, prefix, suffix, start, end };
            proptest::prop_assert_eq!(Text::new(text).find(&mention), (Standing::Stands, Some((start, end))));
            // In any other text, what is found is the figure.
            let (_, now) = Text::new(other.clone()).find(&mention);
            if let Some((from, to)) = now {
                let found: String = other.chars().skip(from).take(to - from).collect();
                proptest::prop_assert_eq!(found, mention.exact);
            }
        }
    }

    #[test]
    fn odd_places_are_no_trouble() {
        let check = |change: fn(&mut StoredMention), expected: Standing| {
            let mut mention = mention();
            change(&mut mention);
            assert_eq!(Text::new(TEXT.to_owned()).find(&mention).0, expected, "{mention:?}");
        };
        check(|m| m.start = usize::MAX, Standing::Elsewhere);
        check(|m| m.start = 17, Standing::Elsewhere);
        check(|m| (m.start, m.end) = (9, 2), Standing::Elsewhere);
        check(|m| m.exact = String::new(), Standing::Gone);
        check(|m| m.sentence = String::new(), Standing::Reworded);
    }
}
