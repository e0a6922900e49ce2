//! Which findings are shown, and in what order.

use super::SourceId;
use crate::{
    corpus::Corpus,
    finding::{Disagreement, Finding, Verdict},
    review::Status,
    text,
};

/// What the person wants to see of the findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Verdicts that are hidden.
    hidden: Vec<Verdict>,
    /// Only findings of this source.
    pub source: Option<SourceId>,
    /// Only findings that disagree in this way.
    pub disagreement: Option<Disagreement>,
    /// Only findings that nobody has decided on.
    pub undecided: bool,
    /// Only findings with these words, in the topic, a figure or its sentence; accents and case do not count.
    pub search: String,
    /// Their order.
    pub order: Order,
    /// Whether the order is turned round.
    pub turned: bool,
}

/// An order of findings, and what they are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The gravest first, grouped by verdict.
    #[default]
    Severity,
    /// Grouped by the sort of figure.
    Kind,
    /// As they stand in the first article that has them.
    Place,
    /// By what they are about, from A to Z.
    Topic,
    /// Those first whose figures lie furthest apart, measured by the larger.
    Spread,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 5] = [Self::Severity, Self::Kind, Self::Topic, Self::Spread, Self::Place];

    /// The key of its message.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Severity => "order-severity",
            Self::Kind => "order-kind",
            Self::Place => "order-place",
            Self::Topic => "order-topic",
            Self::Spread => "order-spread",
        }
    }
}

impl Filter {
    /// Whether findings of this verdict are shown.
    #[must_use]
    pub fn shows(&self, verdict: Verdict) -> bool {
        !self.hidden.contains(&verdict)
    }

    /// Shows the findings of a verdict, or hides them.
    pub fn toggle(&mut self, verdict: Verdict) {
        if self.shows(verdict) {
            self.hidden.push(verdict);
        } else {
            self.hidden.retain(|v| *v != verdict);
        }
    }

    /// Whether anything is hidden by it.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.hidden.is_empty() || self.is_narrowed() || !self.search.trim().is_empty()
    }

    /// Whether the choices of the menu hide anything: those that no chip and no field shows.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        self.source.is_some() || self.disagreement.is_some() || self.undecided
    }

    /// Shows everything, in the order that was chosen.
    pub fn clear(&mut self) {
        *self = Self { order: self.order, turned: self.turned, ..Self::default() };
    }

    /// Whether a finding passes all but the choice of verdicts and of ways of disagreeing.
    #[must_use]
    pub fn passes(&self, finding: &Finding, corpus: &Corpus, status: Status, in_source: bool) -> bool {
        (self.source.is_none() || in_source)
            && (!self.undecided || status == Status::Open)
            && self.finds(finding, corpus)
    }

    fn finds(&self, finding: &Finding, corpus: &Corpus) -> bool {
        let wanted = folded(self.search.trim());
        wanted.is_empty()
            || folded(&finding.topic).contains(&wanted)
            || finding.mentions.iter().any(|m| {
                folded(corpus.text(m.article, corpus.sentence(m.sentence).span)).contains(&wanted)
                    || folded(corpus.told(m.quantity)).contains(&wanted)
            })
    }

    /// Puts findings, given by their places in `findings` (the gravest first), into the chosen order.
    pub fn sort(&self, shown: &mut [usize], findings: &[Finding]) {
        match self.order {
            Order::Severity => shown.sort_by_key(|&i| (findings[i].verdict, i)),
            // What was checked within one article is a kind by itself, and comes first.
            Order::Kind => shown.sort_by_key(|&i| {
                let finding = &findings[i];
                (finding.check.is_none(), finding.check, finding.kind, finding.verdict, i)
            }),
            Order::Place => shown.sort_by_key(|&i| (findings[i].mentions.first().map(|m| m.quantity), i)),
            Order::Topic => shown.sort_by_cached_key(|&i| (folded(&findings[i].topic), i)),
            Order::Spread => {
                let mut spreads: Vec<(f64, usize)> = shown.iter().map(|&i| (spread(&findings[i]), i)).collect();
                spreads.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
                shown.iter_mut().zip(spreads).for_each(|(place, (_, i))| *place = i);
            }
        }
        if self.turned {
            shown.reverse();
        }
    }
}

/// How far apart the figures of a finding lie, 0 to 1; days and hours have no measure, so that only those come before the
/// agreements that differ.
fn spread(finding: &Finding) -> f64 {
    let least = if finding.verdict.is_flagged() { f64::EPSILON } else { 0.0 };
    finding.pairs.iter().filter_map(|p| p.difference).fold(least, f64::max)
}

fn folded(text: &str) -> String {
    text::fold::fold(text)
}
