//! The report: plain data that is built once, and the printers that write it.

pub mod annotations;
pub mod blocks;
pub mod choice;
pub mod claim_review;
pub mod csv;
pub mod docx;
pub mod drawing;
pub mod figure;
pub mod format;
pub mod html;
pub mod ink;
pub mod json;
pub mod ledger;
pub mod markdown;
pub mod number_line;
pub mod numbers;
#[cfg(test)]
mod payloads;
pub mod pdf;
pub mod reading;
#[cfg(test)]
mod sample;
pub mod sarif;
pub mod save;
pub mod scale;
pub mod stored;
mod svg;
pub mod telling;
pub mod text;
pub mod uri;
pub mod verify;
pub mod xlsx;

pub use choice::{Choice, Chosen};
pub use figure::Figure;
pub use format::Format;
pub use telling::Telling;

use crate::{
    analysis::Analysis,
    article::{Article, load::LoadError, split::Part},
    corpus::{ArticleId, Corpus, QuantityId},
    finding::{Check, Disagreement, Finding, Mention as Found, Pair as Judged, Verdict, Witnesses, sides},
    quantity::Kind,
    review::{Dismissal, Entry, Review, Status},
    text::{CodePoints, Span},
    wording::Wording,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde::Serialize;
use std::{fmt, path::Path};

/// All that is handed on about a set of articles, in the words of one language. Every printer writes the same data.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// What this is, for other programs.
    pub format: &'static str,
    /// Raised when a field changes its meaning.
    pub version: u32,
    /// The program that made it.
    pub generator: String,
    /// The language of its own words.
    pub language: String,
    /// The name of the case that it is about, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// When it was made, where that is to be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<DateTime>,
    /// How many findings went in, where not all did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// The counts.
    pub summary: Summary,
    /// The articles.
    pub articles: Vec<Source>,
    /// The files that could not be read.
    pub unread: Vec<Unread>,
    /// What the person should know about how articles were read.
    pub notices: Vec<Notice>,
    /// The findings, the gravest first.
    pub findings: Vec<Fact>,
}

/// The counts at the head of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Figures read in all articles.
    pub figures: usize,
    /// Findings by their verdict.
    pub conflicts: usize,
    /// Findings that are formally compatible.
    pub tensions: usize,
    /// Findings in which all sources agree.
    pub agreements: usize,
    /// Figures of one source alone.
    pub singles: usize,
    /// Flagged findings that somebody has decided on.
    pub decided: usize,
}

/// An article as a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// Its number, from 0.
    pub id: u32,
    /// Its letter: A, B, … Z, AA.
    pub letter: String,
    /// What to call it: its outlet, or else its file's name.
    pub name: String,
    /// The file.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// When it was fetched, where it comes from the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fetched: Option<Timestamp>,
    /// Which article of the file, from 0, where a file holds several.
    pub index: u32,
    /// Which part of that article, where a person cut it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// The headline.
    pub title: String,
    /// The newspaper or agency; may be empty.
    pub outlet: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// The language's key.
    pub language: String,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many figures were read in it.
    pub figures: usize,
    /// The number of the dispatch that it prints nearly as others do, from 0; none where nobody else does.
    pub dispatch: Option<usize>,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The file.
    pub file: String,
    /// Why, in words.
    pub reason: String,
}

/// Something to know about how an article was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The article.
    pub article: u32,
    /// What, in words.
    pub message: String,
}

/// A finding: one fact and what the sources say of it.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// Its fingerprint: the same on every run.
    pub id: String,
    /// The gravest verdict of its pairs.
    pub verdict: Verdict,
    /// How much it matters, 0 to 1.
    pub severity: f32,
    /// How sure the program is, 0 to 1.
    pub confidence: f32,
    /// What it is about.
    pub topic: String,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// What was checked, where it is about one article by itself: its key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// In what way its figures disagree, where they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disagreement: Option<Disagreement>,
    /// Why, where it rests on all mentions and no pair says it, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    /// What was decided: the key of the status.
    pub status: &'static str,
    /// What was decided, in words, with the reason for dismissing.
    pub decision: String,
    /// The person's note; may be empty.
    pub note: String,
    /// Whether its figures part only because an article tells the claims of two named speakers.
    pub rival_claims: bool,
    /// How many tell it, copies of one dispatch counted once.
    pub witnesses: Witnesses,
    /// The same in words, where some are copies; may be empty.
    pub told_by: String,
    /// Where it is stated.
    pub mentions: Vec<Mention>,
    /// Every pair of mentions.
    pub pairs: Vec<Pair>,
    /// Its values on one axis, where they can stand on one; the letters are those of the sources.
    #[serde(skip)]
    pub line: Option<number_line::Line<Letter>>,
    /// What each source says of it, for tables of facts against sources.
    #[serde(skip)]
    pub ledger: Vec<ledger::Cell>,
}

/// One place where an article states a fact.
#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    /// The article's number.
    pub article: u32,
    /// The sentence, cut around the figure where it is very long.
    pub sentence: String,
    /// The figure and what was read.
    #[serde(flatten)]
    pub figure: Figure,
    /// The 32 characters before the figure.
    pub prefix: String,
    /// The 32 characters behind it.
    pub suffix: String,
    /// Who states it, in the article's words.
    pub attribution: Option<String>,
    /// What was done by hand about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<ByHand>,
    /// What to mark in `sentence`.
    #[serde(skip)]
    pub marks: Marks,
}

/// What a person did by hand about a mention.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByHand {
    /// It was joined with a mention that the program had not matched it with.
    pub joined: bool,
    /// It was taken away from mentions that the program had matched it with.
    pub parted: bool,
    /// What the figure says, where it was corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<Corrected>,
    /// All of it in words.
    pub words: Vec<String>,
}

/// A figure that a person corrected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Corrected {
    /// What it says, as the person typed it.
    pub told: String,
    /// What had been read, in words.
    pub read: String,
}

/// The places to mark in a quoted sentence, in bytes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The figure alone.
    pub figure: Option<Span>,
    /// The hedge.
    pub hedge: Option<Span>,
    /// The counted noun or the unit.
    pub unit: Option<Span>,
}

/// What is marked in a quoted sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// The figure.
    Figure,
    /// Its hedge.
    Hedge,
    /// What it counts or is measured in.
    Unit,
}

impl Marks {
    /// The sentence in parts, none of them empty, with what each is marked as.
    #[must_use]
    pub fn parts(self, sentence: &str) -> Vec<(&str, Option<Marked>)> {
        let mut spans: Vec<(Span, Marked)> = Vec::new();
        for (span, marked) in [(self.figure, Marked::Figure), (self.hedge, Marked::Hedge), (self.unit, Marked::Unit)] {
            // Marks that overlap, as in "$3", would tear the sentence apart: the figure goes first.
            spans.extend(span.filter(|s| spans.iter().all(|(other, _)| !other.overlaps(*s))).map(|s| (s, marked)));
        }
        spans.sort_unstable_by_key(|(span, _)| *span);
        let (mut at, mut parts) = (0, Vec::new());
        for (span, marked) in spans {
            parts.push((&sentence[at..span.start()], None));
            parts.push((span.of(sentence), Some(marked)));
            at = span.end();
        }
        parts.push((&sentence[at..], None));
        parts.retain(|(text, _)| !text.is_empty());
        parts
    }
}

/// Two mentions and how they stand.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    /// The first, by its place in [`Fact::mentions`].
    pub a: usize,
    /// The second.
    pub b: usize,
    /// How they stand.
    pub verdict: Verdict,
    /// The gap relative to the larger value, 0 to 1; none for dates and times.
    pub difference: Option<f64>,
    /// How sure the program is that both state one fact, 0 to 1.
    pub sameness: f32,
    /// What speaks for it, in words.
    pub reasons: Vec<String>,
    /// What speaks against it, in words.
    pub against: Vec<String>,
}

impl Report {
    /// The report on an analysis: what was found, what was decided, what could not be read.
    #[must_use]
    pub fn new(analysis: &Analysis, review: &Review, unread: &[LoadError], words: &Wording) -> Self {
        let corpus = &analysis.corpus;
        let points: Vec<_> = corpus.article_ids().map(|id| CodePoints::new(&corpus.article(id).text)).collect();
        let facts = analysis.findings.iter().map(|f| Fact::new(f, analysis, &points, review, words));
        let mut report = Self {
            format: "cotejo-report",
            version: 1,
            generator: concat!("cotejo ", env!("CARGO_PKG_VERSION")).to_owned(),
            language: words.key().to_owned(),
            case: None,
            made: None,
            chosen: None,
            summary: Summary::default(),
            articles: corpus.article_ids().map(|id| Source::new(analysis, id)).collect(),
            unread: unread.iter().map(|e| Unread::new(e, words)).collect(),
            notices: corpus.article_ids().flat_map(|id| Notice::all(corpus, id, words)).collect(),
            findings: facts.collect(),
        };
        report.summary = report.count();
        report
    }

    /// The same, with the moment it was made.
    #[must_use]
    pub fn made(mut self, at: DateTime) -> Self {
        self.made = Some(at);
        self
    }

    /// The same, about the case in this file, or in none.
    #[must_use]
    pub fn of_case(mut self, file: Option<&Path>) -> Self {
        self.case = file.and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned());
        self
    }

    /// What it is called, with the case that it is about.
    #[must_use]
    pub fn title(&self, words: &Wording) -> String {
        match &self.case {
            Some(case) => words.with("report-title-of", &[("case", case)]),
            None => words.text("report-title"),
        }
    }

    /// The findings that are flagged: conflicts and tensions.
    pub fn flagged(&self) -> impl Iterator<Item = &Fact> {
        self.findings.iter().filter(|f| f.verdict.is_flagged())
    }

    /// The findings with this verdict.
    pub fn with_verdict(&self, verdict: Verdict) -> impl Iterator<Item = &Fact> {
        self.findings.iter().filter(move |f| f.verdict == verdict)
    }

    /// The article that a mention stands in.
    #[must_use]
    pub fn source(&self, mention: &Mention) -> &Source {
        &self.articles[mention.article as usize]
    }

    fn count(&self) -> Summary {
        let of = |verdict| self.with_verdict(verdict).count();
        Summary {
            figures: self.articles.iter().map(|a| a.figures).sum(),
            conflicts: of(Verdict::Conflict),
            tensions: of(Verdict::Tension),
            agreements: of(Verdict::Agree),
            singles: of(Verdict::Single),
            decided: self.flagged().filter(|f| f.status != "open").count(),
        }
    }
}

impl Source {
    fn new(analysis: &Analysis, id: ArticleId) -> Self {
        let corpus = &analysis.corpus;
        let article: &Article = corpus.article(id);
        let known = &article.metadata;
        Self {
            id: id.0,
            letter: letter(id.0),
            name: article.name(),
            file: article.origin.path.display().to_string(),
            sha256: article.origin.sha256.clone(),
            fetched: article.origin.fetched,
            index: article.origin.index,
            part: article.origin.part.clone(),
            title: known.title.clone(),
            outlet: known.outlet.clone(),
            date: known.published,
            language: known.language.clone(),
            sentences: corpus.sentences_of(id).len(),
            figures: corpus.quantities_of(id).len(),
            dispatch: analysis.dispatches.place(id),
        }
    }

    /// When it was fetched, in words, where it comes from the web.
    #[must_use]
    pub fn fetched_in_words(&self, words: &Wording) -> Option<String> {
        let at = words.moment(self.fetched?.to_zoned(TimeZone::UTC).datetime());
        Some(words.with("report-fetched", &[("date", &format!("{at} UTC"))]))
    }
}

/// The number of an article, shown as its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter(pub u32);

impl fmt::Display for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&letter(self.0))
    }
}

/// The letter of an article by its number: A to Z, then AA, AB …
#[must_use]
pub fn letter(mut number: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (number % 26) as u8));
        if number < 26 {
            return letters.iter().rev().collect();
        }
        number = number / 26 - 1;
    }
}

impl Unread {
    fn new(error: &LoadError, words: &Wording) -> Self {
        Self { file: error.path.display().to_string(), reason: in_words(&error.reason.message(), words) }
    }
}

impl Notice {
    fn all(corpus: &Corpus, id: ArticleId, words: &Wording) -> Vec<Self> {
        let notices = corpus.article(id).notices.iter().map(|n| in_words(n, words));
        let passed_over = corpus.read(id).passed_over.iter().map(|q| {
            let figure = text::clean(corpus.text(id, q.span));
            words.with("by-hand-passed-over", &[("figure", &figure)])
        });
        notices.chain(passed_over).map(|message| Self { article: id.0, message }).collect()
    }
}

/// What a notice says.
#[must_use]
pub fn in_words(notice: &crate::article::Notice, words: &Wording) -> String {
    let arguments: Vec<_> = notice.arguments.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    words.with(&notice.key, &arguments)
}

impl Fact {
    fn new(
        finding: &Finding,
        analysis: &Analysis,
        points: &[CodePoints<'_>],
        review: &Review,
        words: &Wording,
    ) -> Self {
        let Entry { status, note, .. } = review.entry(&finding.fingerprint);
        let witnesses = finding.witnesses(&analysis.dispatches);
        Self {
            id: finding.fingerprint.to_string(),
            verdict: finding.verdict,
            severity: finding.severity,
            confidence: finding.confidence,
            topic: finding.topic.clone(),
            kind: finding.kind,
            check: finding.check,
            disagreement: finding.disagreement(),
            reasons: finding.reasons.iter().map(|r| words.reason(r)).collect(),
            status: status_key(status),
            decision: decision(status, words),
            note,
            rival_claims: finding.is_rival_claims(),
            told_by: told_by(&witnesses, words),
            witnesses,
            mentions: finding.mentions.iter().map(|m| Mention::new(m, &analysis.corpus, points, words)).collect(),
            pairs: finding.pairs.iter().map(|p| Pair::new(p, words)).collect(),
            line: number_line::of(finding, &analysis.corpus, analysis.leeway, words, |a| Letter(a.0)),
            ledger: ledger::cells(finding, &analysis.corpus),
        }
    }

    /// The message of its kind.
    #[must_use]
    pub fn kind_key(&self) -> &'static str {
        kind_key(self.kind)
    }

    /// The message of what was checked within one article.
    #[must_use]
    pub fn check_key(&self) -> Option<String> {
        self.check.map(|check| format!("check-{}", check.key()))
    }

    /// The mentions that stand on each side: those that say the same, in groups, in order of their first mention.
    #[must_use]
    pub fn sides(&self) -> Vec<Vec<usize>> {
        sides(self.mentions.len(), |x, y| {
            let found = self.pairs.binary_search_by_key(&(x.min(y), x.max(y)), |p| (p.a, p.b));
            found.is_ok_and(|at| self.pairs[at].verdict == Verdict::Agree)
        })
    }

    /// What speaks for the finding, in one cell: its own reasons, and those of its gravest pairs.
    #[must_use]
    pub fn all_reasons(&self) -> String {
        each_once(self.reasons.iter().chain(self.gravest().flat_map(|p| &p.reasons))).join(" ")
    }

    /// What speaks against its gravest pairs, in one cell.
    #[must_use]
    pub fn all_against(&self) -> String {
        each_once(self.gravest().flat_map(|p| &p.against)).join(" ")
    }

    fn gravest(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|p| p.verdict == self.verdict)
    }
}

/// Texts in their order, each where it comes first.
fn each_once<'t>(texts: impl Iterator<Item = &'t String>) -> Vec<&'t str> {
    let mut all: Vec<&str> = Vec::new();
    for text in texts {
        if !all.contains(&text.as_str()) {
            all.push(text);
        }
    }
    all
}

/// How many tell a fact, in words; empty where every source speaks for itself.
#[must_use]
pub fn told_by(witnesses: &Witnesses, words: &Wording) -> String {
    if witnesses.dispatches.is_empty() {
        return String::new();
    }
    let counts =
        [("sources", witnesses.sources), ("copies", witnesses.copies()), ("dispatches", witnesses.dispatches.len())];
    words.count("finding-told-by", &counts)
}

/// The message of a kind of figures.
#[must_use]
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "kind-count",
        Kind::Money => "kind-money",
        Kind::Percent => "kind-percent",
        Kind::Date => "kind-date",
        Kind::Time => "kind-time",
        Kind::Duration => "kind-duration",
        Kind::Distance => "kind-distance",
        Kind::Area => "kind-area",
        Kind::Weight => "kind-weight",
        Kind::Speed => "kind-speed",
        Kind::Temperature => "kind-temperature",
        Kind::Age => "kind-age",
        Kind::Ordinal => "kind-ordinal",
        Kind::Rate => "kind-rate",
        Kind::Score => "kind-score",
        Kind::Other => "kind-other",
    }
}

/// The key of a status in reports.
fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Confirmed => "confirmed",
        Status::Dismissed(_) => "dismissed",
        Status::ToCheck => "to-check",
    }
}

/// A decision in words: "Descartado: Redondeo".
#[must_use]
pub fn decision(status: Status, words: &Wording) -> String {
    let state = words.text(&format!("state-{}", status_key(status)));
    match status {
        Status::Dismissed(why) => {
            dismissal_key(why).map_or(state.clone(), |key| format!("{state}: {}", words.text(key)))
        }
        _ => state,
    }
}

/// The message of a reason for dismissing; none where none was given.
fn dismissal_key(why: Dismissal) -> Option<&'static str> {
    match why {
        Dismissal::Unsaid => None,
        Dismissal::DifferentFacts => Some("dismiss-different-facts"),
        Dismissal::UpdatedSince => Some("dismiss-updated-since"),
        Dismissal::TypingError => Some("dismiss-typing-error"),
        Dismissal::Conversion => Some("dismiss-conversion"),
        Dismissal::Rounding => Some("dismiss-rounding"),
    }
}

/// How many characters of the text stand in `prefix` and `suffix`.
const CONTEXT: usize = 32;

impl Mention {
    /// The figure in words: those of the article, or those of the person who corrected it.
    #[must_use]
    pub fn told(&self) -> &str {
        let corrected = self.by_hand.as_ref().and_then(|h| h.corrected.as_ref());
        corrected.map_or(&self.figure.exact, |c| &c.told)
    }

    /// What was done by hand about it, in words.
    #[must_use]
    pub fn hand(&self) -> &[String] {
        self.by_hand.as_ref().map(|h| h.words.as_slice()).unwrap_or_default()
    }

    fn new(found: &Found, corpus: &Corpus, points: &[CodePoints<'_>], words: &Wording) -> Self {
        let article = corpus.article(found.article);
        let quantity = corpus.quantity(found.quantity);
        let points = &points[found.article.0 as usize];
        let quoted = figure::excerpt(&article.text, corpus.sentence(found.sentence).span, quantity.span);
        let within = |span: Span| {
            quoted.contains(span).then(|| Span::new(span.start() - quoted.start(), span.end() - quoted.start()))
        };
        Self {
            article: found.article.0,
            sentence: quoted.of(&article.text).to_owned(),
            figure: Figure::new(article, points, quantity),
            prefix: points.before(quantity.span.start(), CONTEXT).to_owned(),
            suffix: points.after(quantity.span.end(), CONTEXT).to_owned(),
            attribution: found.attribution.map(|s| s.of(&article.text).to_owned()),
            by_hand: ByHand::of(found, corpus, words),
            marks: Marks {
                figure: within(quantity.core),
                hedge: quantity.hedge_span.and_then(within),
                unit: quantity.unit.span.and_then(within),
            },
        }
    }
}

impl ByHand {
    fn of(found: &Found, corpus: &Corpus, words: &Wording) -> Option<Self> {
        let said = by_hand(found, corpus, words);
        let corrected = corpus.corrected(found.quantity);
        let corrected = corrected.map(|c| Corrected { told: c.told.clone(), read: reading::value(&c.read, words) });
        let crate::finding::ByHand { joined, parted } = found.by_hand;
        (!said.is_empty()).then_some(Self { joined, parted, corrected, words: said })
    }
}

/// What was done by hand about a mention, in words; nothing where nothing was.
#[must_use]
pub fn by_hand(found: &Found, corpus: &Corpus, words: &Wording) -> Vec<String> {
    let joined = found.by_hand.joined.then(|| words.text("by-hand-joined"));
    let parted = found.by_hand.parted.then(|| words.text("by-hand-parted"));
    joined.into_iter().chain(parted).chain(corrected_by_hand(corpus, found.quantity, words)).collect()
}

/// What a figure was corrected to and how it was read before, in words.
#[must_use]
pub fn corrected_by_hand(corpus: &Corpus, figure: QuantityId, words: &Wording) -> Option<String> {
    let corrected = corpus.corrected(figure)?;
    let read = reading::value(&corrected.read, words);
    Some(words.with("by-hand-corrected", &[("told", &corrected.told), ("read", &read)]))
}

impl Pair {
    fn new(judged: &Judged, words: &Wording) -> Self {
        let (against, reasons): (Vec<_>, Vec<_>) = judged.reasons.iter().partition(|r| r.is_against());
        let in_words = |reasons: Vec<&crate::finding::Reason>| reasons.into_iter().map(|r| words.reason(r)).collect();
        Self {
            a: judged.a,
            b: judged.b,
            verdict: judged.verdict,
            difference: judged.difference,
            sameness: judged.sameness,
            reasons: in_words(reasons),
            against: in_words(against),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Reason;

    #[test]
    fn everything_that_is_shown_has_words() {
        let w = String::new;
        let reasons = [
            Reason::JoinedByHand,
            Reason::SameCounted { a: w(), b: w() },
            Reason::SameCounted { a: w(), b: "x".to_owned() },
            Reason::SameMeasure { measure: w() },
            Reason::SharedNames { names: vec![] },
            Reason::SharedWords { words: vec![] },
            Reason::BothProminent,
            Reason::Apart { times: w() },
            Reason::SameValue,
            Reason::Rounded,
            Reason::WithinBound,
            Reason::SwappedDigits,
            Reason::PowerOfTen { power: 3 },
            Reason::Converted,
            Reason::ByRate { date: w() },
            Reason::OtherClock,
            Reason::OtherPart { whole: 27.into(), part: 3.into(), rest: 24.into() },
            Reason::OtherUnit { a: w(), b: w() },
            Reason::OtherDirection,
            Reason::OtherScore { a: w(), b: w() },
            Reason::OtherDay { a: w(), b: w() },
            Reason::OtherDayFrom { a: w(), day_a: Date::MIN, b: w(), day_b: Date::MAX },
            Reason::OtherHour { a: w(), b: w() },
            Reason::Later { days: 2 },
            Reason::OtherScope { scope: w() },
            Reason::SameArticle,
            Reason::FewWords,
            Reason::SameSpeaker { a: w(), b: w() },
            Reason::SameSpeaker { a: w(), b: "x".to_owned() },
            Reason::SameDispatch,
            Reason::OtherSpeaker { a: w(), b: w() },
            Reason::RivalClaims { a: w(), b: w() },
        ];
        let mut keys: Vec<String> = reasons.iter().map(|r| r.message().0.to_owned()).collect();
        keys.extend(Verdict::ALL.map(|v| format!("verdict-{}", v.key())));
        keys.extend(Verdict::ALL.map(|v| format!("report-count-{}", v.key())));
        keys.extend(Format::ALL.map(|f| f.key().to_owned()));
        let whys = [Dismissal::DifferentFacts, Dismissal::UpdatedSince, Dismissal::TypingError, Dismissal::Conversion];
        keys.extend(whys.iter().chain(&[Dismissal::Rounding]).filter_map(|d| dismissal_key(*d)).map(str::to_owned));
        let statuses = [Status::Open, Status::Confirmed, Status::Dismissed(Dismissal::Unsaid), Status::ToCheck];
        keys.extend(statuses.map(|s| format!("state-{}", status_key(s))));
        let kinds: Vec<Kind> = serde_json::from_str(
            r#"["count", "money", "percent", "date", "time", "duration", "distance", "area", "weight", "speed",
                "temperature", "age", "ordinal", "rate", "score", "other"]"#,
        )
        .expect("every kind of the contract");
        keys.extend(kinds.into_iter().map(|k| kind_key(k).to_owned()));
        for language in Wording::languages() {
            let words = Wording::new(language);
            for key in &keys {
                assert_ne!(&words.text(key), key, "{language}");
            }
            for reason in &reasons {
                assert!(!words.reason(reason).contains('$'), "{}", words.reason(reason));
            }
        }
    }

    #[test]
    fn letters_go_on_after_z() {
        for (number, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letter(number), expected);
        }
    }
}
