//! The pipeline: articles in, findings out. One pure function, without files and without failure on text.

use crate::{
    align::{Aligned, Alignment, model::Model},
    article::Article,
    concept::Lexicon,
    corpus::{Corpus, ReadArticle},
    finding::{Finding, judge::judge},
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
    let corpus = Corpus::new(read);
    watch.progress(Stage::Aligning, 0, 1);
    let aligned = Aligned::read(&corpus, languages, Lexicon::built_in());
    let alignment = aligned.sentences();
    let compared = aligned.compare();
    if watch.is_cancelled() {
        return Err(Cancelled);
    }
    watch.progress(Stage::Judging, 0, 1);
    let model = Model::built_in();
    let likelihoods = model.likelihoods(&aligned.contexts, &compared);
    let groups = aligned.group(&compared, &likelihoods, model.stop(settings.rigour));
    let findings = judge(&aligned, &compared, &likelihoods, &groups);
    Ok(Analysis { alignment, findings, corpus })
}
