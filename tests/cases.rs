//! Cases: short articles of ours in folders, and what a person who reads them expects to be flagged.
//!
//! A folder of `tests/cases` holds the articles and `expected.toml`. There a mention is written as the number that its
//! article's file begins with and a stretch of its text with the figure in brackets: `"01: murieron [doce] personas"`.
//! Whatever is flagged and not expected is a false alarm; `[[apart]]` only names the tempting ones and says why.
//!
//! `known_misses.txt` lists what the program does not do yet, one pair a line. A miss that is not in the list fails the
//! test, and so does a line that is no longer missed, so that the list always tells how things stand.

#[path = "corpus/floor.rs"]
mod floor;
#[path = "figures/marked.rs"]
mod marked;

use cotejo::{
    amendment::Amendments,
    analysis::{Analysis, Settings, Unwatched, analyze},
    article::{Article, load},
    corpus::{ArticleId, QuantityId},
    finding::Verdict,
    language::Registry,
    text::Span,
};
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    fmt, fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A folder of articles with what a person expects of them.
struct Case {
    name: String,
    articles: Vec<Arc<Article>>,
    expected: Expected,
}

/// The file `expected.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// One line: what happened, and what the case is there for.
    #[allow(dead_code)] // for the person who reads the file
    about: String,
    /// Where the articles are, from the project's folder, where they are not beside the file.
    folder: Option<PathBuf>,
    #[serde(default)]
    flagged: Vec<Pairs>,
    #[serde(default)]
    agreeing: Vec<Pairs>,
    #[serde(default)]
    apart: Vec<Pairs>,
    /// Where two careful people would part: whatever is said of these is right.
    #[serde(default)]
    open: Vec<Pairs>,
}

/// Pairs of mentions: each of `a` with each of `b`, or all of `of` with one another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    #[serde(alias = "why")]
    what: String,
    verdict: Option<Verdict>,
    #[serde(default)]
    a: Vec<String>,
    #[serde(default)]
    b: Vec<String>,
    #[serde(default)]
    of: Vec<String>,
}

impl Pairs {
    fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let across = self.a.iter().flat_map(|a| self.b.iter().map(move |b| (a, b)));
        let among = self.of.iter().enumerate().flat_map(|(i, a)| self.of[i + 1..].iter().map(move |b| (a, b)));
        across.chain(among).map(|(a, b)| (a.as_str(), b.as_str()))
    }
}

/// Where a figure stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    article: ArticleId,
    span: Span,
}

impl Place {
    fn meets(self, other: Self) -> bool {
        self.article == other.article && self.span.overlaps(other.span)
    }
}

/// A pair of figures that the program takes for one fact.
struct Found {
    a: Place,
    b: Place,
    verdict: Verdict,
}

impl Found {
    fn is(&self, a: Place, b: Place) -> bool {
        (self.a.meets(a) && self.b.meets(b)) || (self.a.meets(b) && self.b.meets(a))
    }
}

/// What went otherwise than a person expects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Miss {
    FalseAlarm,
    NotFlagged,
    OtherVerdict,
    NotAgreed,
}

impl fmt::Display for Miss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FalseAlarm => "false alarm",
            Self::NotFlagged => "not flagged",
            Self::OtherVerdict => "other verdict",
            Self::NotAgreed => "not agreed",
        })
    }
}

/// How many pairs were expected and found.
#[derive(Default, Clone, Copy)]
struct Score {
    expected: usize,
    found: usize,
    false_alarms: usize,
    agreeing: usize,
    agreed: usize,
}

impl Score {
    fn add(&mut self, other: Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.false_alarms += other.false_alarms;
        self.agreeing += other.agreeing;
        self.agreed += other.agreed;
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expected, found, false_alarms, agreeing, agreed } = self;
        write!(f, "flagged {found} of {expected}, false alarms {false_alarms}, agreements {agreed} of {agreeing}")
    }
}

/// What the program made of a case: the misses as lines of `known_misses.txt`, and the count.
struct Outcome {
    misses: BTreeSet<String>,
    score: Score,
}

impl Case {
    fn read(folder: &Path) -> Self {
        let name = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(folder.join("expected.toml")).unwrap_or_else(|e| panic!("{name}: {e}"));
        let expected: Expected = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}/expected.toml: {e}"));
        let beside = expected.folder.as_ref().map_or(folder.to_owned(), |f| root().join(f));
        let files = entries(&beside).into_iter().filter(|p| !p.ends_with("expected.toml"));
        let articles = files
            .flat_map(|file| load::load_file(&file, &Registry::built_in()).unwrap_or_else(|e| panic!("{name}: {e}")))
            .map(Arc::new)
            .collect();
        Self { name, articles, expected }
    }

    fn analyze(&self, articles: &[Arc<Article>]) -> Analysis {
        let (settings, amendments) = (Settings::default(), Amendments::default());
        analyze(articles, &Registry::built_in(), &settings, &amendments, &Unwatched).expect("nobody cancels")
    }

    /// The place of a mention as `expected.toml` writes it.
    fn place(&self, mention: &str) -> Result<Place, String> {
        let fault = |what: &str| format!("{}: «{mention}» {what}", self.name);
        let (number, quotation) = mention.split_once(": ").ok_or(fault("does not begin with an article's number"))?;
        let (before, rest) = quotation.split_once('[').ok_or(fault("has no figure in brackets"))?;
        let (figure, after) = rest.split_once(']').ok_or(fault("has no figure in brackets"))?;
        let article = self.articles.iter().position(|a| file_name(a).starts_with(number));
        let article = article.ok_or(fault("names no article"))?;
        let words = format!("{before}{figure}{after}");
        let mut places = self.articles[article].text.match_indices(&words);
        let (at, _) = places.next().ok_or(fault("does not stand in the article's text"))?;
        if places.next().is_some() {
            return Err(fault("stands in the article's text more than once"));
        }
        let start = at + before.len();
        Ok(Place { article: ArticleId(article as u32), span: Span::new(start, start + figure.len()) })
    }

    /// Every pair of an entry, placed, with its words for a person.
    fn placed<'a>(&'a self, entries: &'a [Pairs]) -> impl Iterator<Item = (&'a Pairs, Place, Place, String)> {
        entries.iter().flat_map(move |entry| {
            let place = |mention| self.place(mention).unwrap_or_else(|fault| panic!("{fault}"));
            entry.pairs().map(move |(a, b)| (entry, place(a), place(b), format!("{a} × {b}")))
        })
    }

    fn outcome(&self) -> Outcome {
        let analysis = self.analyze(&self.articles);
        let found = found_pairs(&analysis);
        let mut misses = BTreeSet::new();
        let mut score = Score::default();
        let mut note = |miss: Miss, pair: &str| misses.insert(format!("{}: {miss}: {pair}", self.name));

        let mut expected = Vec::new();
        for (entry, a, b, words) in self.placed(&self.expected.flagged) {
            let wanted = entry.verdict.unwrap_or_else(|| panic!("{}: «{}» has no verdict", self.name, entry.what));
            score.expected += 1;
            expected.push((a, b));
            match found.iter().filter(|f| f.is(a, b) && f.verdict.is_flagged()).map(|f| f.verdict).min() {
                None => {
                    note(Miss::NotFlagged, &words);
                }
                Some(verdict) => {
                    score.found += 1;
                    if verdict != wanted {
                        note(Miss::OtherVerdict, &words);
                    }
                }
            }
        }
        for (_, a, b, words) in self.placed(&self.expected.agreeing) {
            score.agreeing += 1;
            match found.iter().filter(|f| f.is(a, b)).map(|f| f.verdict).min() {
                Some(Verdict::Agree) => score.agreed += 1,
                // Flagged: that is told below, as the false alarm that it is.
                Some(Verdict::Conflict | Verdict::Tension) => {}
                _ => {
                    note(Miss::NotAgreed, &words);
                }
            }
        }
        expected.extend(self.placed(&self.expected.open).map(|(_, a, b, _)| (a, b)));
        // Placed even where nothing is flagged, so that a mistake in the file comes to light.
        let apart: Vec<_> = self.placed(&self.expected.apart).collect();
        for f in found.iter().filter(|f| f.verdict.is_flagged()) {
            if expected.iter().any(|&(a, b)| f.is(a, b)) {
                continue;
            }
            score.false_alarms += 1;
            let why = apart.iter().find(|(_, a, b, _)| f.is(*a, *b)).map(|(entry, ..)| entry.what.as_str());
            let why = why.map_or(String::new(), |w| format!(" ({w})"));
            note(Miss::FalseAlarm, &format!("{} × {}{why}", show(&analysis, f.a), show(&analysis, f.b)));
        }
        Outcome { misses, score }
    }
}

/// The pairs of all findings.
fn found_pairs(analysis: &Analysis) -> Vec<Found> {
    let place =
        |q: QuantityId| Place { article: analysis.corpus.article_of(q), span: analysis.corpus.quantity(q).span };
    let pairs = analysis.findings.iter().flat_map(|f| f.pairs.iter().map(move |p| (f, p)));
    pairs
        .map(|(f, p)| Found {
            a: place(f.mentions[p.a].quantity),
            b: place(f.mentions[p.b].quantity),
            verdict: p.verdict,
        })
        .collect()
}

/// A mention as `expected.toml` would write it: the figure in brackets between the words around it.
fn show(analysis: &Analysis, place: Place) -> String {
    let article = analysis.corpus.article(place.article);
    let number = file_name(article).chars().take_while(|c| c.is_ascii_digit()).collect::<String>();
    let (before, after) = (&article.text[..place.span.start()], &article.text[place.span.end()..]);
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let mut left: Vec<_> = before.split_inclusive(' ').rev().take(3).collect();
    left.reverse();
    let right: Vec<_> = after.split_inclusive(' ').take(3).collect();
    format!("{number}: {}[{}]{}", left.concat(), place.span.of(&article.text), right.concat().trim_end())
}

fn file_name(article: &Article) -> String {
    article.origin.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a folder holds, sorted by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = read.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths
}

fn cases() -> Vec<Case> {
    let folders = entries(&root().join("tests/cases")).into_iter().filter(|p| p.is_dir());
    folders.map(|folder| Case::read(&folder)).collect()
}

/// The lines of `known_misses.txt` without its comments.
fn known_misses() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("tests/cases/known_misses.txt")).expect("the list can be read");
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn every_mention_stands_in_its_article_once() {
    let mut faults = BTreeSet::new();
    for case in cases() {
        let Expected { flagged, agreeing, apart, open, .. } = &case.expected;
        for pairs in [flagged, agreeing, apart, open].into_iter().flatten() {
            assert!(pairs.pairs().count() > 0, "{}: «{}» holds no pair", case.name, pairs.what);
            let mentions = pairs.a.iter().chain(&pairs.b).chain(&pairs.of);
            faults.extend(mentions.filter_map(|m| case.place(m).err()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
#[allow(clippy::print_stdout)] // the count is what a person runs this for: cargo test --test cases -- --nocapture
fn every_case_is_as_a_person_expects() {
    let (mut misses, mut total) = (BTreeSet::new(), Score::default());
    for case in cases() {
        let outcome = case.outcome();
        println!("{:<28}{}", case.name, outcome.score);
        misses.extend(outcome.misses);
        total.add(outcome.score);
    }
    println!("{:<28}{total}", "all");

    let known = known_misses();
    let lines = |set: Vec<&String>| set.iter().map(|l| format!("  {l}\n")).collect::<String>();
    let new = lines(misses.difference(&known).collect());
    let gone = lines(known.difference(&misses).collect());
    let list = Path::new(env!("CARGO_TARGET_TMPDIR")).join("misses.txt");
    fs::write(&list, lines(misses.iter().collect()).replace("  ", "")).expect("the target folder can be written");
    assert!(
        new.is_empty() && gone.is_empty(),
        "\nmissed, and not known to be missed:\n{new}\nno longer missed, to be taken out of tests/cases/known_misses.txt:\n{gone}\n\
         all misses of this run: {}\n",
        list.display()
    );
}

/// The pairs of an analysis in the words of [`show`], free of the order that the articles were loaded in.
fn told(analysis: &Analysis) -> BTreeSet<String> {
    let pair = |f: &Found| {
        let mut pair = [show(analysis, f.a), show(analysis, f.b)];
        pair.sort();
        format!("{}: {}", f.verdict.key(), pair.join(" × "))
    };
    found_pairs(analysis).iter().map(pair).collect()
}

#[test]
fn the_order_of_loading_changes_nothing() {
    let mut differences = Vec::new();
    for case in cases() {
        let forwards = told(&case.analyze(&case.articles));
        let turned: Vec<_> = case.articles.iter().rev().cloned().collect();
        let backwards = told(&case.analyze(&turned));
        differences.extend(forwards.symmetric_difference(&backwards).map(|pair| format!("{}: {pair}", case.name)));
    }
    assert!(differences.is_empty(), "{differences:#?}");
}
