//! The pipeline: articles in, findings out. One pure function, without files and without failure on text.

mod event;
mod known;
mod order;

use crate::{
    align::{Alignment, dispatch::Dispatches, model::Model},
    amendment::{Amendments, Citation},
    article::Article,
    concept::Lexicon,
    corpus::Corpus,
    finding::Finding,
    language::Registry,
    quantity::Leeway,
    sense::Senses,
};
use serde::{Deserialize, Serialize};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

pub use crate::align::model::Rigour;
pub use known::Known;

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
    /// Mentions that were amended by hand and stand in their articles no more.
    pub lost: Vec<Citation>,
    /// How wide "about" was taken to be.
    pub leeway: Leeway,
}

/// What the person can set about an analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How much is flagged.
    pub rigour: Rigour,
    /// How wide "about" is.
    pub leeway: Leeway,
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

/// Reads the tables that an analysis needs, beside whatever else is done: it would wait for them otherwise.
pub fn prepare() {
    // Threads of their own: those of the pool may wait for the tables.
    thread::spawn(Lexicon::built_in);
    thread::spawn(|| (Model::built_in(), Senses::built_in()));
}

/// Reads, aligns and judges the articles, with what the person did by hand. The same input gives the same output, for any
/// number of threads.
///
/// # Errors
/// [`Cancelled`], where `watch` asked to stop.
pub fn analyze(
    articles: &[Arc<Article>],
    languages: &Registry,
    settings: &Settings,
    amendments: &Amendments,
    watch: &dyn Watch,
) -> Result<Analysis, Cancelled> {
    Known::default().analyze(articles, languages, settings, amendments, watch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Reason, Verdict};

    const TEXTS: [(&str, &str); 4] = [
        ("El Faro", "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle."),
        ("La Costa", "El río Aldura se desbordó en Montoro y causó 15 muertos en el valle."),
        ("La Voz", "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle, según Efe."),
        ("La Hora", "El presupuesto municipal de cultura paga 40 conciertos."),
    ];

    fn articles() -> Vec<Arc<Article>> {
        let article = |(name, text): &(&str, &str)| {
            let mut article = Article::from_text(&format!("{name}.txt"), text, "es", None);
            article.metadata.outlet = (*name).to_owned();
            Arc::new(article)
        };
        TEXTS.iter().map(article).collect()
    }

    fn analysis(articles: &[Arc<Article>], amendments: &Amendments) -> Analysis {
        let languages = Registry::built_in();
        analyze(articles, &languages, &Settings::default(), amendments, &Unwatched).expect("nobody cancels")
    }

    /// The citations of the first figures of the articles, in their order.
    fn cited(analysis: &Analysis) -> Vec<Citation> {
        let first = |a| analysis.corpus.quantities_of(a).next().expect("a figure");
        analysis.corpus.article_ids().map(|a| Citation::of(&analysis.corpus, first(a))).collect()
    }

    /// The findings as their verdicts and what each mention says, whatever the order of the articles.
    fn told(analysis: &Analysis) -> Vec<String> {
        let finding = |f: &Finding| {
            let mut said: Vec<String> = f
                .mentions
                .iter()
                .map(|m| format!("{} {}", analysis.corpus.article(m.article).name(), analysis.corpus.told(m.quantity)))
                .collect();
            said.sort();
            format!("{}: {}", f.verdict.key(), said.join(", "))
        };
        let mut told: Vec<String> = analysis.findings.iter().map(finding).collect();
        told.sort();
        told
    }

    /// Amends the four articles, and says what is found then, in either order of loading.
    fn check(amend: impl FnOnce(&mut Amendments, &[Citation]), expected: &[&str]) -> Analysis {
        let mut articles = articles();
        let cited = cited(&analysis(&articles, &Amendments::default()));
        let mut amendments = Amendments::default();
        amend(&mut amendments, &cited);
        let found = analysis(&articles, &amendments);
        assert_eq!(told(&found), expected);
        articles.reverse();
        assert_eq!(told(&analysis(&articles, &amendments)), expected, "in the other order");
        found
    }

    const TOGETHER: &str = "conflict: El Faro 11, La Costa 15, La Voz 11";
    const ALONE: &str = "single: La Hora 40";

    #[test]
    fn nothing_done_by_hand_changes_nothing() {
        let found = check(|_, _| (), &[TOGETHER, ALONE]);
        assert!(found.findings.iter().flat_map(|f| &f.mentions).all(|m| m.by_hand == Default::default()));
    }

    #[test]
    fn a_conversion_that_does_not_work_out_is_told_once() {
        let texts = [
            "El incendio de la sierra de Maro avanzó 40 kilómetros (30 millas) en una noche.",
            "El incendio de la sierra de Maro avanzó 40 kilómetros en una noche, según los bomberos.",
        ];
        let article = |(i, text): (usize, &&str)| Arc::new(Article::from_text(&format!("{i}.txt"), text, "es", None));
        let articles: Vec<_> = texts.iter().enumerate().map(article).collect();
        let found = analysis(&articles, &Amendments::default());
        assert_eq!(told(&found), ["conflict: 0 30, 0 40, 1 40"]);
        let reason =
            |p: &crate::finding::Pair| p.reasons.iter().find(|r| matches!(r, Reason::ConvertsTo { .. })).cloned();
        let told: Vec<_> = found.findings[0].pairs.iter().filter_map(reason).collect();
        let [Reason::ConvertsTo { a, said, .. }] = &told[..] else { panic!("{told:?}") };
        assert_eq!((a.as_str(), said.as_str()), ("40 kilómetros", "30 millas"));
    }

    #[test]
    fn a_mention_is_taken_out_and_the_others_stay() {
        let found = check(
            |a, c| a.part(&c[1..2], &[c[0].clone(), c[2].clone()], &[]),
            &["agree: El Faro 11, La Voz 11", "single: La Costa 15", ALONE],
        );
        let parted: Vec<bool> = found
            .findings
            .iter()
            .filter(|f| f.verdict != Verdict::Agree)
            .map(|f| f.mentions[0].by_hand.parted)
            .collect();
        assert_eq!(parted, [true, false]);
    }

    #[test]
    fn mentions_are_joined_and_judged_like_any_others() {
        let found =
            check(|a, c| a.join(&c[..1], &c[3..]), &["conflict: El Faro 11, La Costa 15, La Hora 40, La Voz 11"]);
        let by_hand = |p: &&crate::finding::Pair| p.reasons.contains(&Reason::JoinedByHand);
        let pairs: Vec<_> = found.findings[0].pairs.iter().filter(by_hand).map(|p| (p.a, p.b)).collect();
        // All pairs that the person brought together, and none that the program had.
        assert_eq!(pairs, [(0, 3), (1, 3), (2, 3)]);
    }

    #[test]
    fn a_corrected_figure_is_compared_as_the_person_says() {
        let found = check(
            |a, c| a.correct(c[1].clone(), Some("once".into())),
            &["agree: El Faro 11, La Costa once, La Voz 11", ALONE],
        );
        let before = analysis(&articles(), &Amendments::default());
        // It is the same finding: what was decided about it stays.
        assert_eq!(found.findings[0].fingerprint, before.findings[0].fingerprint);
        check(|a, c| a.correct(c[1].clone(), None), &["agree: El Faro 11, La Voz 11", ALONE]);
    }

    #[test]
    fn what_stands_there_no_more_is_told_and_changes_nothing() {
        let mut amendments = Amendments::default();
        let mut articles = articles();
        let cited = cited(&analysis(&articles, &amendments));
        amendments.join(&cited[..1], &cited[3..]);
        amendments.correct(cited[3].clone(), Some("41".into()));
        Arc::make_mut(&mut articles[3]).text = "El presupuesto de cultura no paga ningún concierto.".into();
        Arc::make_mut(&mut articles[3]).blocks[0].span = crate::text::Span::new(0, 51);
        let found = analysis(&articles, &amendments);
        assert_eq!(told(&found)[0], TOGETHER);
        assert_eq!(found.lost, [cited[3].clone()]);
        // An article that is not here is no loss.
        articles.pop();
        assert_eq!(analysis(&articles, &amendments).lost, []);
    }
}
