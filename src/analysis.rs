//! The pipeline: articles in, findings out. One pure function, without files and without failure on text.

use crate::{
    align::{Aligned, Alignment, dispatch::Dispatches, model::Model, rival},
    article::Article,
    concept::Lexicon,
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle, SentenceId},
    finding::{Finding, checks, judge::judge},
    language::Registry,
};
use serde::{Deserialize, Serialize};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

pub use crate::align::model::Rigour;

/// All that was found in a set of articles.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The articles, sentences and quantities.
    pub corpus: Corpus,
    /// Which sentences tell the same thing.
    pub alignment: Alignment,
    /// Which articles print one dispatch.
    pub dispatches: Dispatches,
    /// What was found, the gravest first.
    pub findings: Vec<Finding>,
}

/// What the person can set about an analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// How much is flagged.
    pub rigour: Rigour,
}

/// A part of the pipeline, for showing how far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Sentences and figures are read, article by article.
    Reading,
    /// Statements are compared.
    Aligning,
    /// Verdicts are made.
    Judging,
}

/// Told how far the analysis is, and asked whether to go on.
pub trait Watch: Sync {
    /// `done` of `total` steps of `stage` are finished.
    fn progress(&self, stage: Stage, done: usize, total: usize);
    /// Whether the person wants it to stop.
    fn is_cancelled(&self) -> bool;
}

/// The analysis was stopped by the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the analysis was stopped")]
pub struct Cancelled;

/// Watches nothing; for tests and the command line.
#[derive(Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _: Stage, _: usize, _: usize) {}
    fn is_cancelled(&self) -> bool {
        false
    }
}

/// A flag that another thread can raise.
#[derive(Debug, Default)]
pub struct CancelToken(AtomicBool);

impl CancelToken {
    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// An order of articles that depends on nothing but themselves, and the way back to the order that was given.
struct Order {
    /// The places, in the given order, of the articles in this one.
    given: Vec<u32>,
}

impl Order {
    fn of(articles: &[Arc<Article>]) -> Self {
        let mut given: Vec<u32> = (0..articles.len() as u32).collect();
        let key = |i: &u32| (&articles[*i as usize].text, &articles[*i as usize].origin.path);
        given.sort_by(|a, b| key(a).cmp(&key(b)));
        Self { given }
    }

    fn sorted(&self, given: &Corpus) -> Corpus {
        Corpus::new(self.given.iter().map(|i| given.read(ArticleId(*i)).clone()).collect())
    }

    fn article(&self, id: ArticleId) -> ArticleId {
        ArticleId(self.given[id.0 as usize])
    }

    fn sentence(&self, id: SentenceId, from: &Corpus, to: &Corpus) -> SentenceId {
        let article = from.article_of_sentence(id);
        let first = |corpus: &Corpus, a| corpus.sentences_of(a).next().map_or(0, |s: SentenceId| s.0);
        SentenceId(first(to, self.article(article)) + id.0 - first(from, article))
    }

    fn quantity(&self, id: QuantityId, from: &Corpus, to: &Corpus) -> QuantityId {
        let article = from.article_of(id);
        let first = |corpus: &Corpus, a| corpus.quantities_of(a).next().map_or(0, |q: QuantityId| q.0);
        QuantityId(first(to, self.article(article)) + id.0 - first(from, article))
    }

    fn alignment(&self, alignment: Alignment, from: &Corpus, to: &Corpus) -> Alignment {
        let place = |s: SentenceId| self.sentence(s, from, to);
        let turned = |(a, b, likeness): (SentenceId, SentenceId, f32)| {
            let (a, b) = (place(a), place(b));
            (a.min(b), a.max(b), likeness)
        };
        let mut pairs: Vec<_> = alignment.pairs.into_iter().map(turned).collect();
        pairs.sort_by_key(|p| (p.0, p.1));
        Alignment { pairs }
    }

    fn dispatches(&self, dispatches: &Dispatches) -> Dispatches {
        let given = |group: &Vec<ArticleId>| group.iter().map(|a| self.article(*a)).collect();
        Dispatches::from_groups(dispatches.groups.iter().map(given))
    }

    fn findings(&self, mut findings: Vec<Finding>, from: &Corpus, to: &Corpus) -> Vec<Finding> {
        for finding in &mut findings {
            for mention in &mut finding.mentions {
                mention.article = self.article(mention.article);
                mention.sentence = self.sentence(mention.sentence, from, to);
                mention.quantity = self.quantity(mention.quantity, from, to);
            }
            finding.sort_mentions();
        }
        findings.sort_by(|a, b| {
            b.severity.total_cmp(&a.severity).then_with(|| a.mentions[0].quantity.cmp(&b.mentions[0].quantity))
        });
        findings
    }
}

/// Reads, aligns and judges the articles. The same input gives the same output, for any number of threads.
///
/// # Errors
/// [`Cancelled`], where `watch` asked to stop.
pub fn analyze(
    articles: &[Arc<Article>],
    languages: &Registry,
    settings: &Settings,
    watch: &dyn Watch,
) -> Result<Analysis, Cancelled> {
    let mut read = Vec::with_capacity(articles.len());
    for (done, article) in articles.iter().enumerate() {
        if watch.is_cancelled() {
            return Err(Cancelled);
        }
        watch.progress(Stage::Reading, done, articles.len());
        read.push(Arc::new(ReadArticle::read(article.clone(), languages)));
    }
    // The work is done in an order of its own, so that the order of loading changes nothing.
    let order = Order::of(articles);
    let given = Corpus::new(read);
    let corpus = order.sorted(&given);
    watch.progress(Stage::Aligning, 0, 1);
    let aligned = Aligned::read(&corpus, languages, Lexicon::built_in());
    let alignment = aligned.sentences();
    let compared = aligned.compare();
    if watch.is_cancelled() {
        return Err(Cancelled);
    }
    watch.progress(Stage::Judging, 0, 1);
    let model = Model::built_in();
    let mut likelihoods = model.likelihoods(&aligned, &compared);
    let groups = aligned.group(&compared, &likelihoods, model.stop(settings.rigour));
    let groups = rival::join(&aligned, &compared, &mut likelihoods, groups);
    let mut findings = judge(&aligned, &compared, &likelihoods, &groups);
    findings.iter_mut().filter(|f| f.verdict.is_flagged()).for_each(|f| f.confidence = model.surety(f.confidence));
    checks::add(&aligned, languages, &mut findings);
    let (alignment, findings) =
        (order.alignment(alignment, &corpus, &given), order.findings(findings, &corpus, &given));
    let dispatches = order.dispatches(&aligned.dispatches);
    Ok(Analysis { alignment, dispatches, findings, corpus: given })
}
