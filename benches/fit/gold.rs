//! Annotated events: a folder with its articles and `gold.json`, and how findings score on it.

#[path = "../events/mod.rs"]
pub mod events;

use cotejo::{
    align::{Aligned, Compared, model::Model},
    article::{Article, load},
    corpus::{Corpus, ReadArticle},
    finding::{Verdict, judge::judge},
    language::Registry,
    quantity::relation::Stance,
    text::Span,
};
pub use events::events_below;
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fmt, fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// An event with its gold, read once.
pub struct Event {
    /// The articles.
    pub corpus: Corpus,
    /// For every figure the gold mentions that it overlaps.
    pub gold_of: Vec<Vec<usize>>,
    /// For every pair of gold mentions of one fact whether it is flagged.
    pub wanted: HashMap<(usize, usize), bool>,
}

/// One compared pair as a row for the fit.
pub struct Row {
    /// The features that are not zero, by their place.
    pub active: Vec<(u32, f32)>,
    /// How much it counts.
    pub weight: f32,
    /// Whether the two are to be joined.
    pub same: bool,
}

#[derive(Deserialize)]
struct Gold {
    facts: Vec<Fact>,
}

#[derive(Deserialize)]
struct Fact {
    mentions: Vec<Mention>,
    #[serde(default)]
    between: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Mention {
    article: String,
    quote: String,
    figure: String,
    says: String,
}

impl Event {
    /// Reads an event; says on standard error what of the gold is not in the articles.
    pub fn read(folder: &Path) -> Option<Self> {
        let gold: Gold = serde_json::from_slice(&fs::read(folder.join("gold.json")).ok()?).ok()?;
        let articles = articles_of(folder);
        let languages = Registry::built_in();
        let read = articles.iter().map(|a| Arc::new(ReadArticle::read(a.clone(), &languages))).collect();
        let corpus = Corpus::new(read);
        let mut spans: Vec<Option<(u32, Span)>> = Vec::new();
        let mut wanted = HashMap::new();
        for fact in &gold.facts {
            let first = spans.len();
            for mention in &fact.mentions {
                let article = articles.iter().position(|a| a.origin.path.ends_with(&mention.article));
                let span = article.and_then(|i| Some((i as u32, find(&articles[i].text, mention)?)));
                if span.is_none() {
                    eprintln!("{}: {}: not found: «{}»", folder.display(), mention.article, mention.quote);
                }
                spans.push(span);
            }
            for (i, a) in fact.mentions.iter().enumerate() {
                for (j, b) in fact.mentions.iter().enumerate().skip(i + 1) {
                    let mut letters = [a.says.as_str(), b.says.as_str()];
                    letters.sort_unstable();
                    wanted.insert((first + i, first + j), fact.between.contains_key(&letters.join("|")));
                }
            }
        }
        let overlapping = |q| {
            let (article, span) = (corpus.article_of(q).0, corpus.quantity(q).span);
            let here = |g: &Option<(u32, Span)>| g.is_some_and(|(a, s)| a == article && s.overlaps(span));
            spans.iter().enumerate().filter(|(_, g)| here(g)).map(|(i, _)| i).collect()
        };
        let gold_of = corpus.quantity_ids().map(overlapping).collect();
        Some(Self { corpus, gold_of, wanted })
    }

    /// The pairs of gold mentions of one fact that two figures stand for.
    pub fn keys(&self, a: u32, b: u32) -> Vec<(usize, usize)> {
        let (x, y) = (&self.gold_of[a as usize], &self.gold_of[b as usize]);
        let both = x.iter().flat_map(|i| y.iter().map(move |j| (*i.min(j), *i.max(j))));
        both.filter(|k| self.wanted.contains_key(k)).collect()
    }

    /// Says of every pair of one fact that was read and not compared how the two figures were read.
    pub fn report_uncompared(&self, path: &Path, aligned: &Aligned<'_>, compared: &[Compared]) {
        let met: BTreeSet<_> = compared.iter().filter(|c| !c.parted).flat_map(|c| self.keys(c.a, c.b)).collect();
        let told = |q: u32| {
            let context = &aligned.contexts[q as usize];
            let quantity = self.corpus.quantity(context.quantity);
            let text = self.corpus.text(context.article, quantity.span);
            let unit = quantity.unit.span.map(|s| self.corpus.text(context.article, s));
            format!(
                "{} «{text}» {:?} {:?} {unit:?}",
                context.article.0,
                quantity.kind,
                quantity.unit.measure.as_ref().map(|m| &m.key)
            )
        };
        for key in self.wanted.keys().filter(|k| !met.contains(k)) {
            let of = |g: usize| self.gold_of.iter().position(|list| list.contains(&g));
            let (Some(a), Some(b)) = (of(key.0), of(key.1)) else { continue };
            let parted = compared.iter().any(|c| c.parted && self.keys(c.a, c.b).contains(key));
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let (qa, qb) = (
                self.corpus.quantity(aligned.contexts[a].quantity),
                self.corpus.quantity(aligned.contexts[b].quantity),
            );
            let events = aligned.events();
            let event = |context: usize| events.of_article(aligned.contexts[context].article);
            let why = if parted {
                "parted"
            } else if event(a) != event(b) {
                "two events"
            } else if cotejo::quantity::relation::relate(qa, qb).is_none() {
                "incomparable"
            } else {
                "kinds or candidates"
            };
            println!("{name} parted={why} | {} | {}", told(a as u32), told(b as u32));
        }
    }

    /// Whether the two of a compared pair are to be joined: they state one fact, and where they are told apart it is one that
    /// the gold flags. A gap that only our reading made, as between the two ends of a range, is nothing to learn.
    pub fn to_join(&self, pair: &Compared) -> bool {
        let keys = self.keys(pair.a, pair.b);
        if pair.relation.stance == Stance::Agree { !keys.is_empty() } else { keys.iter().any(|k| self.wanted[k]) }
    }

    /// How the event does under a model, for every stop.
    pub fn score(&self, aligned: &Aligned<'_>, compared: &[Compared], model: &Model, stops: &[f32]) -> Vec<Tally> {
        let flagged = self.wanted.values().filter(|f| **f).count();
        let likelihoods = model.likelihoods(aligned, compared);
        let score = |stop: &f32| {
            let groups = aligned.group(compared, &likelihoods, *stop);
            let mut tally = Tally { flagged, agree: self.wanted.len() - flagged, ..Tally::default() };
            let (mut hit, mut agreed) = (BTreeSet::new(), BTreeSet::new());
            for finding in judge(aligned, compared, &likelihoods, &groups) {
                for pair in &finding.pairs {
                    let keys = self.keys(finding.mentions[pair.a].quantity.0, finding.mentions[pair.b].quantity.0);
                    if pair.verdict.is_flagged() {
                        let good: Vec<_> = keys.into_iter().filter(|k| self.wanted[k]).collect();
                        tally.wrong += usize::from(good.is_empty());
                        hit.extend(good);
                    } else if pair.verdict == Verdict::Agree {
                        agreed.extend(keys.into_iter().filter(|k| !self.wanted[k]));
                    }
                }
            }
            (tally.hit, tally.agreed) = (hit.len(), agreed.len());
            tally
        };
        stops.iter().map(score).collect()
    }

    /// The findings that a model flags at a stop: of each how sure it is before that is set right, and the share of its
    /// flagged pairs that is right.
    pub fn flagged(&self, aligned: &Aligned<'_>, compared: &[Compared], model: &Model, stop: f32) -> Vec<(f32, f32)> {
        let likelihoods = model.likelihoods(aligned, compared);
        let groups = aligned.group(compared, &likelihoods, stop);
        let mut found = Vec::new();
        for finding in judge(aligned, compared, &likelihoods, &groups).iter().filter(|f| f.verdict.is_flagged()) {
            let flagged: Vec<_> = finding.pairs.iter().filter(|p| p.verdict.is_flagged()).collect();
            let right = flagged.iter().filter(|pair| {
                let keys = self.keys(finding.mentions[pair.a].quantity.0, finding.mentions[pair.b].quantity.0);
                keys.iter().any(|k| self.wanted[k])
            });
            found.push((finding.confidence, right.count() as f32 / flagged.len().max(1) as f32));
        }
        found
    }
}

fn articles_of(folder: &Path) -> Vec<Arc<Article>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|f| f.file_name().is_some_and(|n| n != "gold.json"));
    files.sort();
    let mut articles = Vec::new();
    for file in &files {
        match load::load_file(file, &Registry::built_in()) {
            Ok(loaded) => articles.extend(loaded.into_iter().map(Arc::new)),
            Err(error) => eprintln!("{error}"),
        }
    }
    articles
}

/// Where a gold mention's figure stands in an article's text: white space may differ from the gold's, which quotes a file in
/// Markdown with its signs.
fn find(text: &str, mention: &Mention) -> Option<Span> {
    let mut squeezed = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !squeezed.ends_with(' ') {
            squeezed.push(c);
            places.resize(squeezed.len(), at);
        }
    }
    places.push(text.len());
    let squeeze = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |s: &str| squeeze(&s.replace("**", ""));
    let found = |quote: String, figure: String| Some((squeezed.find(&quote)? + quote.find(&figure)?, figure));
    let (start, figure) = found(squeeze(&mention.quote), squeeze(&mention.figure))
        .or_else(|| found(plain(&mention.quote), plain(&mention.figure)))?;
    Some(Span::new(places[start], places[start + figure.len()]))
}

/// Counts of pairs.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    /// Flagged pairs that were found.
    pub hit: usize,
    /// Pairs flagged that should not be.
    pub wrong: usize,
    /// Flagged pairs in the gold.
    pub flagged: usize,
    /// Agreeing pairs that were found.
    pub agreed: usize,
    /// Agreeing pairs in the gold.
    pub agree: usize,
}

impl Tally {
    /// Adds the counts of another event.
    pub fn add(&mut self, other: Self) {
        self.hit += other.hit;
        self.wrong += other.wrong;
        self.flagged += other.flagged;
        self.agreed += other.agreed;
        self.agree += other.agree;
    }

    /// The share of the flagged pairs that is right.
    pub fn precision(&self) -> f64 {
        ratio(self.hit, self.hit + self.wrong)
    }

    /// The share of the gold's flagged pairs that was found.
    pub fn recall(&self) -> f64 {
        ratio(self.hit, self.flagged)
    }

    /// The harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let agree = ratio(self.agreed, self.agree);
        let (p, r, f1) = (self.precision(), self.recall(), self.f1());
        write!(f, "{:>4}/{:<4} {p:.3} {r:.3} {f1:.3} {agree:.3}", self.hit, self.wrong)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
