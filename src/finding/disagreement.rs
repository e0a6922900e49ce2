//! In what way the figures of a finding disagree: what a person can filter by.

use super::{Finding, Pair, Reason};
use serde::{Deserialize, Serialize};

/// A way of disagreeing, the most telling first: a finding has the first that is true of its gravest pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disagreement {
    /// Within one article something does not work out.
    Within,
    /// Two named speakers of one article state different figures.
    RivalClaims,
    /// The number of one article is that of another fate in the other: the dead and the injured.
    OtherFate,
    /// A later article says more.
    Update,
    /// Ten, a hundred or a thousand times the other: a zero too many, billón for billion.
    PowerOfTen,
    /// The same digits in another order.
    SwappedDigits,
    /// The same digits in another unit: per cent for points, euros for dollars.
    OtherUnit,
    /// One rose and the other fell.
    OtherDirection,
    /// Different results of a match or a vote.
    OtherScore,
    /// Different days, months or years.
    OtherDay,
    /// Different hours.
    OtherHour,
    /// One lies in what the other leaves open: "more than 11,000" and 15,000.
    Bound,
    /// Simply another value.
    OtherValue,
}

impl Disagreement {
    /// Every way, in the order in which they are listed.
    pub const ALL: [Self; 13] = [
        Self::OtherValue,
        Self::OtherFate,
        Self::PowerOfTen,
        Self::SwappedDigits,
        Self::OtherUnit,
        Self::OtherDirection,
        Self::OtherDay,
        Self::OtherHour,
        Self::OtherScore,
        Self::Update,
        Self::Bound,
        Self::RivalClaims,
        Self::Within,
    ];

    /// Its key in reports and in the wording: "power-of-ten".
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::RivalClaims => "rival-claims",
            Self::OtherFate => "other-fate",
            Self::Update => "update",
            Self::PowerOfTen => "power-of-ten",
            Self::SwappedDigits => "swapped-digits",
            Self::OtherUnit => "other-unit",
            Self::OtherDirection => "other-direction",
            Self::OtherScore => "other-score",
            Self::OtherDay => "other-day",
            Self::OtherHour => "other-hour",
            Self::Bound => "bound",
            Self::OtherValue => "other-value",
        }
    }

    /// The way in which the two mentions of a pair disagree.
    fn of(pair: &Pair) -> Self {
        let way = |reason: &Reason| match reason {
            Reason::OtherFate { .. } => Some(Self::OtherFate),
            Reason::Later { .. } => Some(Self::Update),
            Reason::PowerOfTen { .. } => Some(Self::PowerOfTen),
            Reason::SwappedDigits => Some(Self::SwappedDigits),
            Reason::OtherUnit { .. } | Reason::ConvertsTo { .. } => Some(Self::OtherUnit),
            Reason::OtherDirection => Some(Self::OtherDirection),
            Reason::OtherScore { .. } => Some(Self::OtherScore),
            Reason::OtherDay { .. } | Reason::OtherDayFrom { .. } => Some(Self::OtherDay),
            Reason::OtherHour { .. } => Some(Self::OtherHour),
            Reason::WithinBound => Some(Self::Bound),
            _ => None,
        };
        pair.reasons.iter().filter_map(way).min().unwrap_or(Self::OtherValue)
    }
}

impl Finding {
    /// In what way its figures disagree; none where they agree, or one source alone states the fact.
    #[must_use]
    pub fn disagreement(&self) -> Option<Disagreement> {
        if !self.verdict.is_flagged() {
            return None;
        }
        if self.check.is_some() {
            return Some(Disagreement::Within);
        }
        if self.is_rival_claims() {
            return Some(Disagreement::RivalClaims);
        }
        let gravest = self.pairs.iter().filter(|p| p.verdict == self.verdict);
        gravest.map(Disagreement::of).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict;

    #[test]
    fn every_way_has_a_key_and_is_listed_once() {
        let mut ways = Disagreement::ALL.to_vec();
        ways.sort_unstable();
        ways.dedup();
        assert_eq!(ways.len(), Disagreement::ALL.len());
        for way in ways {
            let written = serde_json::to_string(&way).expect("a way is a word");
            assert_eq!(written, format!("\"{}\"", way.key()));
        }
    }

    /// The way in which a pair with these reasons disagrees.
    fn check(reasons: &[Reason], expected: Disagreement) {
        let pair =
            Pair { a: 0, b: 1, verdict: Verdict::Conflict, difference: None, sameness: 1.0, reasons: reasons.to_vec() };
        assert_eq!(Disagreement::of(&pair), expected, "{reasons:?}");
    }

    #[test]
    fn the_most_telling_reason_names_the_way() {
        let apart = || Reason::Apart { times: "1.4".into() };
        check(&[Reason::BothProminent, Reason::SwappedDigits], Disagreement::SwappedDigits);
        check(&[Reason::PowerOfTen { power: 3 }], Disagreement::PowerOfTen);
        check(&[apart()], Disagreement::OtherValue);
        check(&[apart(), Reason::Later { days: 1 }], Disagreement::Update);
        check(&[Reason::WithinBound, Reason::FewWords], Disagreement::Bound);
        check(&[], Disagreement::OtherValue);
    }
}
