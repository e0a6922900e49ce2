//! The pipeline: articles in, findings out. One pure function, without files and without failure on text.

use crate::{
    align::{
        Aligned, Alignment, cluster, constraints::Constraints, dispatch::Dispatches, model::Model, related::Related,
        rival, stand::stand, terms::Terms,
    },
    amendment::{Amendments, Citation, Located},
    article::Article,
    concept::Lexicon,
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle, SentenceId},
    finding::{
        Finding, checks,
        judge::{Wishes, judge_by},
    },
    language::Registry,
    quantity::Leeway,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
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

/// Articles in an order that depends on nothing but themselves, and the way back to the order that was given.
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

    /// Some of the articles, by their places in this order, in the same order.
    fn only(&self, places: &[ArticleId]) -> Self {
        Self { given: places.iter().map(|a| self.given[a.0 as usize]).collect() }
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

    /// What the person holds together and apart in these articles. Figures that cannot be compared cannot be joined.
    fn constraints(&self, located: &Located, given: &Corpus) -> Constraints {
        if located.joined.is_empty() && located.parted.is_empty() {
            return Constraints::default();
        }
        let mut first = 0;
        let mut starts: FxHashMap<ArticleId, u32> = FxHashMap::default();
        for article in self.given.iter().map(|g| ArticleId(*g)) {
            starts.insert(article, first);
            first += given.quantities_of(article).len() as u32;
        }
        // The contexts stand in the order of the figures.
        let place = |q: QuantityId| {
            let article = given.article_of(q);
            let before = given.quantities_of(article).next()?;
            Some(starts.get(&article)? + q.0 - before.0)
        };
        let both = |(a, b): &(QuantityId, QuantityId)| place(*a).zip(place(*b));
        let joined = located.joined.iter().filter(|(a, b)| stand(given, *a, *b).is_some());
        Constraints::new(joined.filter_map(both).collect(), located.parted.iter().filter_map(both))
    }

    fn alignment(&self, alignment: Alignment, from: &Corpus, to: &Corpus) -> Alignment {
        let place = |s: SentenceId| self.sentence(s, from, to);
        let turned = |(a, b, likeness): (SentenceId, SentenceId, f32)| {
            let (a, b) = (place(a), place(b));
            (a.min(b), a.max(b), likeness)
        };
        Alignment { pairs: alignment.pairs.into_iter().map(turned).collect() }
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
        findings
    }
}

/// An event: articles that tell of one, and nothing else of what is loaded. What is found in it is the same whatever lies beside it.
struct Event {
    order: Order,
    related: Related,
    /// What the person holds together and apart in it.
    constraints: Constraints,
}

/// What was found in one event, by the places in the given order.
struct Found {
    alignment: Alignment,
    dispatches: Dispatches,
    findings: Vec<Finding>,
}

impl Event {
    /// The events of a corpus. What the person joined is one event, whatever its articles tell.
    fn all(given: &Corpus, order: &Order, located: &Located, languages: &Registry) -> Vec<Self> {
        let corpus = order.sorted(given);
        let lexicon = Lexicon::built_in();
        let related = Related::of(&corpus, &Terms::of(&corpus, languages, lexicon), lexicon);
        let mut place = vec![0; corpus.len()];
        (0..).zip(&order.given).for_each(|(i, g): (u32, &u32)| place[*g as usize] = i);
        let place = |q: QuantityId| place[given.article_of(q).0 as usize];
        let by_hand = located.joined.iter().map(|(a, b)| (place(*a), place(*b)));
        let of = cluster::components(corpus.len(), related.links().chain(by_hand));
        let mut members: BTreeMap<u32, Vec<ArticleId>> = BTreeMap::new();
        for (i, event) in (0..).zip(of) {
            members.entry(event).or_default().push(ArticleId(i));
        }
        let members: Vec<Vec<ArticleId>> = members.into_values().collect();
        let event = |(members, related): (&Vec<ArticleId>, Related)| {
            let order = order.only(members);
            let constraints = order.constraints(located, given);
            Self { related, order, constraints }
        };
        members.iter().zip(related.split(&members)).map(event).collect()
    }

    /// Aligns and judges the articles of the event. `judging` is told when the one is done, and may stop the other.
    fn analyze(
        &self,
        given: &Corpus,
        languages: &Registry,
        settings: &Settings,
        judging: impl FnOnce() -> Result<(), Cancelled>,
    ) -> Result<Found, Cancelled> {
        let corpus = self.order.sorted(given);
        let aligned = Aligned::read(&corpus, languages, Lexicon::built_in());
        let alignment = aligned.sentences();
        let compared = aligned.compare_within(&self.related);
        judging()?;
        let model = Model::built_in();
        let mut likelihoods = model.likelihoods(&aligned, &compared);
        let groups = aligned.group(&compared, &likelihoods, model.stop(settings.rigour));
        let groups = rival::join(&aligned, &compared, &mut likelihoods, groups);
        let held = self.constraints.hold(groups);
        let wishes = Wishes { constraints: &self.constraints, held: &held, leeway: settings.leeway };
        let mut findings = judge_by(&aligned, &compared, &likelihoods, wishes);
        findings.iter_mut().filter(|f| f.verdict.is_flagged()).for_each(|f| f.confidence = model.surety(f.confidence));
        checks::add(&aligned, languages, &self.constraints, settings.leeway, &mut findings);
        Ok(Found {
            alignment: self.order.alignment(alignment, &corpus, given),
            dispatches: self.order.dispatches(&aligned.dispatches),
            findings: self.order.findings(findings, &corpus, given),
        })
    }
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
    let done = AtomicUsize::new(0);
    let read = |article: &Arc<Article>| {
        if watch.is_cancelled() {
            return Err(Cancelled);
        }
        watch.progress(Stage::Reading, done.fetch_add(1, Ordering::Relaxed), articles.len());
        Ok(Arc::new(ReadArticle::read(article.clone(), languages)))
    };
    let read = articles.par_iter().map(read).collect::<Result<Vec<_>, Cancelled>>()?;
    // The work is done in an order of its own, so that the order of loading changes nothing.
    let order = Order::of(articles);
    let given = Corpus::new(amendments.corrected(read, languages));
    let located = if amendments.is_empty() { Located::default() } else { amendments.locate(&given) };
    watch.progress(Stage::Aligning, 0, articles.len());
    let events = Event::all(&given, &order, &located, languages);
    let done = AtomicUsize::new(0);
    let go_on = || if watch.is_cancelled() { Err(Cancelled) } else { Ok(()) };
    let look = |event: &Event| {
        go_on()?;
        event.analyze(&given, languages, settings, || {
            watch.progress(Stage::Judging, done.fetch_add(event.order.given.len(), Ordering::Relaxed), articles.len());
            go_on()
        })
    };
    let found = events.par_iter().map(look).collect::<Result<Vec<_>, Cancelled>>()?;
    let mut analysis = Analysis { lost: located.lost, leeway: settings.leeway, ..Analysis::default() };
    let mut dispatches = Vec::new();
    for found in found {
        analysis.alignment.pairs.extend(found.alignment.pairs);
        analysis.findings.extend(found.findings);
        dispatches.extend(found.dispatches.groups);
    }
    analysis.alignment.pairs.sort_by_key(|p| (p.0, p.1));
    analysis.dispatches = Dispatches::from_groups(dispatches);
    analysis.findings.sort_by(Finding::by_gravity);
    analysis.corpus = given;
    Ok(analysis)
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
