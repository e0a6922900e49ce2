//! What may begin at a token, told from the meanings of its word alone: most words that mean anything are articles, verbs and
//! prepositions, and no reader, or few, need to be asked there.

use crate::language::Meaning;

/// A sort of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Any figure at all.
    Figure = 1,
    /// A number in words, with or without more behind it.
    Number = 2,
    /// A day or a longer stretch of the calendar.
    Date = 4,
    /// An hour.
    Time = 8,
}

/// What may begin at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Openings(u8);

impl Openings {
    /// Takes in what may begin with a meaning.
    pub fn add(&mut self, meaning: Meaning) {
        for &opening in openings(meaning) {
            self.0 |= opening as u8;
        }
    }

    /// Whether something of a sort may begin.
    pub fn has(self, opening: Opening) -> bool {
        self.0 & opening as u8 != 0
    }
}

/// What may begin with a meaning. Whoever writes a reader that begins with another one adds it here; a meaning that is not
/// named begins everything but a number.
fn openings(meaning: Meaning) -> &'static [Opening] {
    use Opening::{Date, Figure, Number, Time};
    match meaning {
        Meaning::Stop
        | Meaning::Verb
        | Meaning::Counted
        | Meaning::Person
        | Meaning::Harm
        | Meaning::Rise
        | Meaning::Fall
        | Meaning::Match
        | Meaning::Vote
        | Meaning::More
        | Meaning::That
        | Meaning::Future
        | Meaning::Of
        | Meaning::By
        | Meaning::Denominator
        | Meaning::And
        | Meaning::Or
        | Meaning::When
        | Meaning::Per
        | Meaning::PastVerb
        | Meaning::AgoAfter
        | Meaning::FromNow
        | Meaning::DaysBefore
        | Meaning::DaysAfter
        | Meaning::On
        | Meaning::OnHoliday
        | Meaning::DecadeSuffix
        | Meaning::AgeDecade
        | Meaning::Zone(_)
        | Meaning::LooseZone
        | Meaning::Local
        | Meaning::Morning
        | Meaning::Afternoon
        | Meaning::Night
        | Meaning::HourAnd
        | Meaning::HourLess
        | Meaning::MinutesPast
        | Meaning::MinutesTo
        | Meaning::Before(_)
        | Meaning::After(_) => &[],
        Meaning::The
        | Meaning::From
        | Meaning::To
        | Meaning::Between
        | Meaning::Symbol(_)
        | Meaning::Unit(_)
        | Meaning::Negation
        | Meaning::Minus
        | Meaning::Multiple(_)
        | Meaning::Single => &[Figure],
        Meaning::Cardinal(_)
        | Meaning::Spelled(_)
        | Meaning::One
        | Meaning::Article
        | Meaning::Scale(_)
        | Meaning::Half
        | Meaning::Several
        | Meaning::Collective(_)
        | Meaning::Plenty(_) => &[Figure, Number, Date, Time],
        Meaning::Clock(_) | Meaning::HourPart(_) | Meaning::HalfTo | Meaning::At | Meaning::AtHour => &[Figure, Time],
        Meaning::Month(_)
        | Meaning::Weekday(_)
        | Meaning::Day(_)
        | Meaning::Season(_)
        | Meaning::Period(_)
        | Meaning::Holiday(_)
        | Meaning::Decade(_)
        | Meaning::WeekNumber
        | Meaning::PartOf
        | Meaning::AgoBefore
        | Meaning::Ahead
        | Meaning::AheadIfFuture => &[Figure, Date],
        _ => &[Figure, Date, Time],
    }
}
