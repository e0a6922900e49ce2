//! Why two mentions are taken for one fact, and how they differ: as data. The words come from the wording.

use serde::{Deserialize, Serialize};

/// One reason, for or against. Shown to the person by the wording's message `reason-<key>` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
#[allow(missing_docs)] // the fields are the arguments of the messages: the words `a` and `b` of the two mentions
pub enum Reason {
    /// Both count the same thing, in these words.
    SameCounted { a: String, b: String },
    /// Both are measured in the same thing.
    SameMeasure { measure: String },
    /// Names that stand near both.
    SharedNames { names: Vec<String> },
    /// Other words that stand near both.
    SharedWords { words: Vec<String> },
    /// Both stand in a headline or at the head of the text.
    BothProminent,
    /// The values are these many times apart.
    Apart { times: String },
    /// The values are equal, or equal after rounding.
    SameValue,
    /// One is the other, rounded.
    Rounded,
    /// One lies within what the other leaves open.
    WithinBound,
    /// The same digits in another order.
    SwappedDigits,
    /// One is ten, a hundred or a thousand times the other.
    PowerOfTen { power: u32 },
    /// The same unit of another system: kilometres and miles.
    Converted,
    /// The same digits in another unit or currency: per cent against points.
    OtherUnit { a: String, b: String },
    /// One rose and the other fell.
    OtherDirection,
    /// Different results of a match or a vote.
    OtherScore { a: String, b: String },
    /// Different days, months or years.
    OtherDay { a: String, b: String },
    /// Different hours.
    OtherHour { a: String, b: String },
    /// The later article says more: a toll that rose since.
    Later { days: i32 },
    /// Against: another scope ("additional", "of them", "last year").
    OtherScope { scope: String },
    /// Against: both in one article, near each other.
    SameArticle,
    /// Against: few words in common.
    FewWords,
    /// Against: the two name different speakers.
    OtherSpeaker { a: String, b: String },
}

impl Reason {
    /// Whether it speaks against taking the two for one fact, or against a real disagreement.
    #[must_use]
    pub fn is_against(&self) -> bool {
        matches!(
            self,
            Self::Later { .. }
                | Self::OtherScope { .. }
                | Self::SameArticle
                | Self::FewWords
                | Self::OtherSpeaker { .. }
        )
    }

    /// The same reason with its two mentions in the other order.
    #[must_use]
    pub fn turned(mut self) -> Self {
        match &mut self {
            Self::SameCounted { a, b }
            | Self::OtherUnit { a, b }
            | Self::OtherScore { a, b }
            | Self::OtherDay { a, b }
            | Self::OtherHour { a, b }
            | Self::OtherSpeaker { a, b } => std::mem::swap(a, b),
            _ => {}
        }
        self
    }

    /// The key of its message in the wording and its arguments, in the wording's order.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::SameCounted { a, b } if a == b => ("reason-same-counted-word", vec![("a", a.clone())]),
            Self::SameCounted { a, b } => ("reason-same-counted", vec![("a", a.clone()), ("b", b.clone())]),
            Self::SameMeasure { measure } => ("reason-same-measure", vec![("measure", measure.clone())]),
            Self::SharedNames { names } => ("reason-shared-names", vec![("names", names.join(", "))]),
            Self::SharedWords { words } => ("reason-shared-words", vec![("words", words.join(", "))]),
            Self::BothProminent => ("reason-both-prominent", vec![]),
            Self::Apart { times } => ("reason-apart", vec![("times", times.clone())]),
            Self::SameValue => ("reason-same-value", vec![]),
            Self::Rounded => ("reason-rounded", vec![]),
            Self::WithinBound => ("reason-within-bound", vec![]),
            Self::SwappedDigits => ("reason-swapped-digits", vec![]),
            Self::PowerOfTen { power } => ("reason-power-of-ten", vec![("factor", 10_u64.pow(*power).to_string())]),
            Self::Converted => ("reason-converted", vec![]),
            Self::OtherDay { a, b } => ("reason-other-day", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherHour { a, b } => ("reason-other-hour", vec![("a", a.clone()), ("b", b.clone())]),
            Self::Later { days } => ("reason-later", vec![("days", days.to_string())]),
            Self::OtherUnit { a, b } => ("reason-other-unit", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherDirection => ("reason-other-direction", vec![]),
            Self::OtherScore { a, b } => ("reason-other-score", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherScope { scope } => ("reason-other-scope", vec![("scope", scope.clone())]),
            Self::SameArticle => ("reason-same-article", vec![]),
            Self::FewWords => ("reason-few-words", vec![]),
            Self::OtherSpeaker { a, b } => ("reason-other-speaker", vec![("a", a.clone()), ("b", b.clone())]),
        }
    }
}
