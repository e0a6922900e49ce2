//! Why two mentions are taken for one fact, and how they differ: as data. The words come from the wording.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One reason, for or against. Shown to the person by the wording's message `reason-<key>` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
#[allow(missing_docs)] // the fields are the arguments of the messages: the words `a` and `b` of the two mentions
pub enum Reason {
    /// The person joined the two.
    JoinedByHand,
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
    /// The same sum in another currency, by a rough rate that was written down then: "2025-10".
    ByRate { date: String },
    /// The same hour by the clock of another place.
    OtherClock,
    /// The two figures are the parts of one whole: all but 3 of 27 are 24.
    OtherPart { whole: Decimal, part: Decimal, rest: Decimal },
    /// The same digits in another unit or currency: per cent against points.
    OtherUnit { a: String, b: String },
    /// One rose and the other fell.
    OtherDirection,
    /// The number of one article is that of another fate in the other: 98 dead where the other counts 98 injured.
    OtherFate { a: String, b: String },
    /// Different results of a match or a vote.
    OtherScore { a: String, b: String },
    /// Different days, months or years.
    OtherDay { a: String, b: String },
    /// Different days, of which one at least is told from that of its article: "yesterday", "Tuesday".
    OtherDayFrom { a: String, day_a: Date, b: String, day_b: Date },
    /// Different hours.
    OtherHour { a: String, b: String },
    /// The later article says more: a toll that rose since.
    Later { days: i32 },
    /// Within one article: what stands above it, and what its text says.
    OwnText { zone: String, a: String, b: String },
    /// The parts make another sum than is said.
    SumIs { parts: Vec<Decimal>, is: Decimal, said: String },
    /// The part is larger than its whole.
    PartExceeds { part: String, whole: String },
    /// The part is another share of the whole, in per cent.
    ShareIs { part: String, whole: String, is: Decimal, said: String },
    /// So many of so many are another share, in per cent.
    FractionIs { fraction: String, is: Decimal, said: String },
    /// Between the two ends lies another change, in per cent.
    ChangeIs { from: String, to: String, is: Decimal, said: String },
    /// Between the two ends lies another difference.
    DifferenceIs { from: String, to: String, is: Decimal, said: String },
    /// The difference of two shares is in points and is said in per cent.
    PointsNotPercent { from: String, to: String, said: String },
    /// Between the two ends lies another time, in the unit that is said.
    DurationIs { from: String, to: String, is: Decimal, unit: String, said: String },
    /// The day falls on another weekday; 1 is Monday.
    OtherWeekday { day: Date, weekday: i8, said: String },
    /// Counted from the day of publication, "yesterday" is another day than the one beside it.
    OtherThanToday { said: String, day: Date, weekday: i8, other: String },
    /// The measure is another one in the other unit.
    ConvertsTo { a: String, is: Decimal, unit: String, said: String },
    /// No rate of recent years makes one sum of the other.
    OtherSum { a: String, b: String },
    /// Who was born then had another age in the year that is told of.
    OtherAge { born: i16, at: i16, is: i16, said: String },
    /// Against: another scope ("additional", "of them", "last year").
    OtherScope { scope: String },
    /// Against: both in one article, near each other.
    SameArticle,
    /// Against: few words in common.
    FewWords,
    /// Both cite the same speaker.
    SameSpeaker { a: String, b: String },
    /// Both stand in near copies of one text, which count as one witness.
    SameDispatch,
    /// Against: the two name different speakers.
    OtherSpeaker { a: String, b: String },
    /// Against a slip: one article tells the claims of two speakers.
    RivalClaims { a: String, b: String },
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
                | Self::RivalClaims { .. }
        )
    }

    /// Whether it says that two different speakers state the two figures.
    #[must_use]
    pub fn tells_speakers_apart(&self) -> bool {
        matches!(self, Self::OtherSpeaker { .. } | Self::RivalClaims { .. })
    }

    /// The same reason with its two mentions in the other order.
    #[must_use]
    pub fn turned(mut self) -> Self {
        match &mut self {
            Self::SameCounted { a, b }
            | Self::OtherUnit { a, b }
            | Self::OtherScore { a, b }
            | Self::OtherFate { a, b }
            | Self::OtherDay { a, b }
            | Self::OtherHour { a, b }
            | Self::SameSpeaker { a, b }
            | Self::OtherSpeaker { a, b }
            | Self::RivalClaims { a, b } => std::mem::swap(a, b),
            Self::OtherDayFrom { a, day_a, b, day_b } => {
                std::mem::swap(a, b);
                std::mem::swap(day_a, day_b);
            }
            _ => {}
        }
        self
    }

    /// The key of its message in the wording and its arguments, in the wording's order.
    #[must_use]
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::JoinedByHand => ("reason-joined-by-hand", vec![]),
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
            Self::ByRate { date } => ("reason-by-rate", vec![("date", date.clone())]),
            Self::OtherClock => ("reason-other-clock", vec![]),
            Self::OtherDay { a, b } => ("reason-other-day", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherDayFrom { a, day_a, b, day_b } => {
                let days = [("day-a", day_a), ("day-b", day_b)].map(|(name, day)| (name, day.to_string()));
                ("reason-other-day-from", [("a", a.clone()), ("b", b.clone())].into_iter().chain(days).collect())
            }
            Self::OtherHour { a, b } => ("reason-other-hour", vec![("a", a.clone()), ("b", b.clone())]),
            Self::Later { days } => ("reason-later", vec![("days", days.to_string())]),
            Self::OtherUnit { a, b } => ("reason-other-unit", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherDirection => ("reason-other-direction", vec![]),
            Self::OtherScore { a, b } => ("reason-other-score", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherFate { a, b } => ("reason-other-fate", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OwnText { zone, a, b } => {
                ("reason-own-text", vec![("zone", zone.clone()), ("a", a.clone()), ("b", b.clone())])
            }
            Self::OtherScope { scope } => ("reason-other-scope", vec![("scope", scope.clone())]),
            Self::SameArticle => ("reason-same-article", vec![]),
            Self::FewWords => ("reason-few-words", vec![]),
            Self::SameSpeaker { a, b } if a == b => ("reason-same-speaker-word", vec![("a", a.clone())]),
            Self::SameSpeaker { a, b } => ("reason-same-speaker", vec![("a", a.clone()), ("b", b.clone())]),
            Self::SameDispatch => ("reason-same-dispatch", vec![]),
            Self::OtherSpeaker { a, b } => ("reason-other-speaker", vec![("a", a.clone()), ("b", b.clone())]),
            Self::RivalClaims { a, b } => ("reason-rival-claims", vec![("a", a.clone()), ("b", b.clone())]),
            _ => self.reckoning(),
        }
    }

    /// The message of what was reckoned. `is` is a number of the program's own, what is `said` the article's.
    fn reckoning(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let between = |from: &String, to: &String, said: &String| {
            vec![("from", from.clone()), ("to", to.clone()), ("said", said.clone())]
        };
        let with = |mut arguments: Vec<(&'static str, String)>, is: &Decimal| {
            arguments.push(("is", is.to_string()));
            arguments
        };
        match self {
            Self::OtherPart { whole, part, rest } => {
                let numbers = [("all", whole), ("out", part), ("left", rest)];
                ("reason-other-part", numbers.map(|(name, number)| (name, number.normalize().to_string())).into())
            }
            Self::SumIs { parts, is, said } => {
                let parts = parts.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
                ("reason-sum-is", with(vec![("parts", parts), ("said", said.clone())], is))
            }
            Self::PartExceeds { part, whole } => {
                ("reason-part-exceeds", vec![("part", part.clone()), ("whole", whole.clone())])
            }
            Self::ShareIs { part, whole, is, said } => {
                let said = vec![("part", part.clone()), ("whole", whole.clone()), ("said", said.clone())];
                ("reason-share-is", with(said, is))
            }
            Self::FractionIs { fraction, is, said } => {
                ("reason-fraction-is", with(vec![("fraction", fraction.clone()), ("said", said.clone())], is))
            }
            Self::ChangeIs { from, to, is, said } => ("reason-change-is", with(between(from, to, said), is)),
            Self::DifferenceIs { from, to, is, said } => ("reason-difference-is", with(between(from, to, said), is)),
            Self::PointsNotPercent { from, to, said } => ("reason-points-not-percent", between(from, to, said)),
            Self::DurationIs { from, to, is, unit, said } => {
                let mut arguments = between(from, to, said);
                arguments.push(("unit", unit.clone()));
                ("reason-duration-is", with(arguments, is))
            }
            Self::OtherWeekday { day, weekday, said } => {
                let day = day.to_string();
                ("reason-other-weekday", vec![("day", day), ("weekday", weekday.to_string()), ("said", said.clone())])
            }
            Self::OtherThanToday { said, day, weekday, other } => {
                let (day, weekday) = (day.to_string(), weekday.to_string());
                let words = vec![("said", said.clone()), ("day", day), ("weekday", weekday), ("other", other.clone())];
                ("reason-other-than-today", words)
            }
            Self::ConvertsTo { a, is, unit, said } => {
                let words = vec![("a", a.clone()), ("unit", unit.clone()), ("said", said.clone())];
                ("reason-converts-to", with(words, is))
            }
            Self::OtherSum { a, b } => ("reason-other-sum", vec![("a", a.clone()), ("b", b.clone())]),
            Self::OtherAge { born, at, is, said } => {
                let years = [("born", born), ("at", at), ("age", is)].map(|(name, year)| (name, year.to_string()));
                ("reason-other-age", years.into_iter().chain([("said", said.clone())]).collect())
            }
            // Every other reason has its message above.
            _ => ("", Vec::new()),
        }
    }
}
