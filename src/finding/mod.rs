//! Findings: mentions that state one fact, how each pair of them stands, and why.

pub mod checks;
pub mod disagreement;
pub mod fingerprint;
pub mod judge;
pub mod reason;
pub mod topic;
pub mod voice;
pub mod witness;

use crate::{
    corpus::{ArticleId, QuantityId, SentenceId},
    quantity::Kind,
    text::Span,
};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

pub use checks::Check;
pub use disagreement::Disagreement;
pub use fingerprint::{Fingerprint, Mark};
pub use reason::Reason;
pub use voice::{Standing, Voice, sides};
pub use witness::Witnesses;

/// The mentions that state one fact, with a verdict for each pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The same for the same finding on every run: what a review is kept by.
    pub fingerprint: Fingerprint,
    /// The gravest verdict of its pairs; [`Verdict::Single`] where there is one mention.
    pub verdict: Verdict,
    /// How much it matters, 0 to 1: what the list is sorted by.
    pub severity: f32,
    /// How sure the program is that the flagged mentions state one fact and disagree (or agree), 0 to 1.
    pub confidence: f32,
    /// What it is about, in the words of the first mention's article: "soldados a Rusia".
    pub topic: String,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// What inside one article does not work out; none where statements are compared.
    pub check: Option<Check>,
    /// Why, where it rests on all its mentions and no pair of them says it: 12 and 3 are not 16.
    pub reasons: Vec<Reason>,
    /// The mentions, in the order of articles and places.
    pub mentions: Vec<Mention>,
    /// Every pair of mentions, `a` before `b`, in this order.
    pub pairs: Vec<Pair>,
}

#[cfg(test)]
impl Finding {
    /// A finding of these mentions, for tests of what does not look at the figures. Its pairs are the test's to add.
    pub(crate) fn of_mentions(mentions: Vec<Mention>) -> Self {
        Self {
            fingerprint: Fingerprint::of(mentions.iter().map(|m| m.mark)),
            verdict: Verdict::Conflict,
            severity: 0.5,
            confidence: 0.5,
            topic: String::new(),
            kind: Kind::Count,
            check: None,
            reasons: Vec::new(),
            mentions,
            pairs: Vec::new(),
        }
    }
}

impl Finding {
    /// How two mentions stand, by their places; none where they are not compared.
    #[must_use]
    pub fn pair(&self, x: usize, y: usize) -> Option<&Pair> {
        let found = self.pairs.binary_search_by_key(&(x.min(y), x.max(y)), |p| (p.a, p.b));
        found.ok().map(|at| &self.pairs[at])
    }

    /// Puts the mentions in the order of their places, and the pairs with them.
    pub(crate) fn sort_mentions(&mut self) {
        let mut order: Vec<usize> = (0..self.mentions.len()).collect();
        order.sort_by_key(|&i| self.mentions[i].quantity);
        let mut place = vec![0; order.len()];
        for (now, &before) in order.iter().enumerate() {
            place[before] = now;
        }
        self.mentions = order.iter().map(|&i| self.mentions[i]).collect();
        for pair in &mut self.pairs {
            (pair.a, pair.b) = (place[pair.a], place[pair.b]);
            if pair.a > pair.b {
                std::mem::swap(&mut pair.a, &mut pair.b);
                pair.reasons = std::mem::take(&mut pair.reasons).into_iter().map(Reason::turned).collect();
            }
        }
        self.pairs.sort_by_key(|p| (p.a, p.b));
    }

    /// Whether its figures part only because named speakers state different ones, two of them within one article: rival
    /// claims, and no slip of the article.
    #[must_use]
    pub fn is_rival_claims(&self) -> bool {
        let rival = |p: &Pair| p.reasons.iter().any(|r| matches!(r, Reason::RivalClaims { .. }));
        let apart = |p: &Pair| p.reasons.iter().any(Reason::tells_speakers_apart);
        // A vague figure beside them ("miles") is in tension with both and parts nobody.
        let gravest = || self.pairs.iter().filter(|p| p.verdict.is_flagged() && p.verdict == self.verdict);
        gravest().any(rival) && gravest().all(apart)
    }

    /// The order of findings: the gravest first, and of two as grave the one that stands first.
    pub(crate) fn by_gravity(&self, other: &Self) -> Ordering {
        let first = |finding: &Self| finding.mentions[0].quantity;
        other.severity.total_cmp(&self.severity).then_with(|| first(self).cmp(&first(other)))
    }

    /// How many of its mentions have one of these marks.
    #[must_use]
    pub fn shares(&self, marks: &[Mark]) -> usize {
        self.mentions.iter().filter(|m| marks.contains(&m.mark)).count()
    }

    /// The marks of its mentions: what a decision about it is found by after another analysis.
    #[must_use]
    pub fn marks(&self) -> Vec<Mark> {
        self.mentions.iter().map(|m| m.mark).collect()
    }
}

/// One place where an article states the fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The figure.
    pub quantity: QuantityId,
    /// The sentence that it stands in.
    pub sentence: SentenceId,
    /// The article.
    pub article: ArticleId,
    /// The words that name who states it, where somebody is named: "según evaluaciones surcoreanas".
    pub attribution: Option<Span>,
    /// What it is recognised by after another analysis.
    pub mark: Mark,
    /// What the person did about it.
    pub by_hand: ByHand,
}

/// What the person did about the place of a mention among others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    /// It was joined with a mention that the program did not match it with.
    pub joined: bool,
    /// It was taken away from mentions that the program matched it with.
    pub parted: bool,
}

/// Two mentions of a finding and how they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first mention, by its place in [`Finding::mentions`].
    pub a: usize,
    /// The second, further on.
    pub b: usize,
    /// How they stand.
    pub verdict: Verdict,
    /// The gap between the two, relative to the larger, 0 to 1; none for dates and times.
    pub difference: Option<f64>,
    /// How sure the program is that the two state one fact, 0 to 1.
    pub sameness: f32,
    /// Why the program thinks so: first what speaks for it, then what speaks against it.
    pub reasons: Vec<Reason>,
}

/// How figures that state one fact stand to each other, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// As stated, both cannot be true.
    Conflict,
    /// Formally compatible, yet a careful editor would want to look.
    Tension,
    /// They say the same.
    Agree,
    /// Only one mention states it.
    Single,
}

impl Verdict {
    /// Every verdict, the gravest first.
    pub const ALL: [Self; 4] = [Self::Conflict, Self::Tension, Self::Agree, Self::Single];

    /// Whether the person is asked to look: a conflict or a tension.
    #[must_use]
    pub fn is_flagged(self) -> bool {
        matches!(self, Self::Conflict | Self::Tension)
    }

    /// Its key in the wording, in reports and on the command line: "conflict".
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Tension => "tension",
            Self::Agree => "agree",
            Self::Single => "single",
        }
    }
}
