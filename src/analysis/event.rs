//! An event: articles that tell of one, aligned and judged as if they lay there alone.

use super::{Cancelled, Settings, order::Order};
use crate::{
    align::{
        Aligned, Alignment, constraints::Constraints, dispatch::Dispatches, events::Events, model::Model, rival,
        terms::Terms,
    },
    amendment::Located,
    concept::Lexicon,
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle},
    finding::{
        Finding, checks,
        judge::{Wishes, judge_by},
    },
    language::Registry,
};
use std::sync::Arc;

/// Articles that tell of one event, and nothing else of what is loaded. What is found in it is the same whatever lies beside it.
#[derive(Debug)]
pub(super) struct Event {
    order: Order,
    /// Its articles, in that order.
    pub(super) corpus: Corpus,
    /// More than one, where the person joined them.
    events: Events,
    /// What the person holds together and apart in it.
    constraints: Constraints,
}

/// What was found in one event, by the places in its own corpus.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) alignment: Alignment,
    pub(super) dispatches: Dispatches,
    pub(super) findings: Vec<Finding>,
}

impl Event {
    /// The events of a corpus. What the person joined is one event, whatever its articles tell.
    pub(super) fn all(given: &Corpus, order: &Order, located: &Located) -> Vec<Self> {
        let corpus = order.sorted(given);
        let lexicon = Lexicon::built_in();
        let events = Events::of(&corpus, &Terms::of(&corpus), lexicon);
        let mut place = vec![0; corpus.len()];
        (0..).zip(&order.given).for_each(|(i, g): (u32, &u32)| place[*g as usize] = i);
        let place = |q: QuantityId| place[given.article_of(q).0 as usize];
        let by_hand = located.joined.iter().map(|(a, b)| (place(*a), place(*b)));
        let event = |members: Vec<ArticleId>| {
            let order = order.only(&members);
            let constraints = order.constraints(located, given);
            Self { corpus: order.sorted(given), constraints, events: events.only(&members), order }
        };
        events.members(by_hand).into_iter().map(event).collect()
    }

    /// Whether it has the same articles, read alike, and the same done by hand.
    pub(super) fn is(&self, other: &Self) -> bool {
        fn articles(event: &Event) -> impl Iterator<Item = *const ReadArticle> {
            event.corpus.article_ids().map(|a| Arc::as_ptr(event.corpus.read(a)))
        }
        articles(self).eq(articles(other)) && self.events == other.events && self.constraints == other.constraints
    }

    /// Aligns and judges the articles of the event. `judging` is told when the one is done, and may stop the other.
    pub(super) fn analyze(
        &self,
        languages: &Registry,
        settings: &Settings,
        judging: impl FnOnce() -> Result<(), Cancelled>,
    ) -> Result<Found, Cancelled> {
        let aligned = Aligned::read(&self.corpus, Lexicon::built_in());
        let alignment = aligned.sentences();
        let compared = aligned.compare_within(&self.events);
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
        Ok(Found { alignment, dispatches: aligned.dispatches, findings })
    }

    /// What was found in it, by the places in the given order.
    pub(super) fn placed(&self, found: Found, given: &Corpus) -> Found {
        Found {
            alignment: self.order.alignment(found.alignment, &self.corpus, given),
            dispatches: self.order.dispatches(&found.dispatches),
            findings: self.order.findings(found.findings, &self.corpus, given),
        }
    }
}
