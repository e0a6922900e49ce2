//! What may begin at a token, told from the meanings of its word and of the next one: most words that mean anything are
//! articles, verbs and prepositions, and no reader, or few, need to be asked there.

use super::phrases::Phrases;
use crate::{
    language::{Meaning, Period},
    text::token::{Gap, Token, TokenKind},
};

/// A sort of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Any figure at all.
    Figure = 1,
    /// A number in words or digits, with or without more behind it.
    Number = 2,
    /// A day or a longer stretch of the calendar.
    Date = 4,
    /// An hour.
    Time = 8,
    /// A number with its signs, a part of a whole, a place in an order, a range or a result.
    Count = 16,
}

/// What may begin at a token.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Openings(u8);

impl Openings {
    /// What may begin at each of the tokens of a text.
    pub fn read(text: &str, tokens: &[Token], phrases: &Phrases) -> Vec<Self> {
        let mut all: Vec<Self> = tokens.iter().map(|token| Self::of_token(text, token)).collect();
        for phrase in phrases.all() {
            openings(phrase.meaning).iter().for_each(|&opening| all[phrase.first()].add(opening));
            // "XV secolo": the number of a century is no word of the lexicon.
            if phrase.meaning == Meaning::Period(Period::Century)
                && let Some(before) = phrase.first().checked_sub(1)
                && tokens[before].span.of(text).starts_with(char::is_uppercase)
            {
                all[before].add(Opening::Date);
            }
        }
        // From behind, for an article may lead from a preposition to a number.
        for phrase in phrases.all().rev() {
            let counts = |k: usize| all.get(k).is_some_and(|o| o.has(Opening::Count));
            let led = match phrase.meaning {
                Meaning::The => counts(phrase.first() + 1).then_some(Opening::Count),
                Meaning::From | Meaning::Between => counts(phrase.end()).then_some(Opening::Count),
                // "hora y media"
                Meaning::Unit(_) => phrases.may_mean(phrase.end(), &Meaning::Plus(1.into())).then_some(Opening::Figure),
                _ => None,
            };
            led.into_iter().for_each(|opening| all[phrase.first()].add(opening));
        }
        all
    }

    /// What the kind of a token tells: digits begin everything, and a dash or a point the number behind it.
    fn of_token(text: &str, token: &Token) -> Self {
        use Opening::{Count, Date, Figure, Number, Time};
        let opened: &[Opening] = match token.kind {
            TokenKind::Word => &[],
            TokenKind::Numeral => &[Figure, Number, Date, Time, Count],
            TokenKind::Fraction => &[Count],
            TokenKind::Sign => match token.span.of(text) {
                "." | "," if token.gap == Gap::None => &[],
                "." | "," | "-" | "–" | "—" | "‐" | "‑" | "‒" | "−" => &[Count],
                _ => &[],
            },
        };
        let mut own = Self::default();
        opened.iter().for_each(|&opening| own.add(opening));
        own
    }

    /// Whatever may begin, a figure may.
    fn add(&mut self, opening: Opening) {
        self.0 |= opening as u8 | Opening::Figure as u8;
    }

    /// Whether something of a sort may begin.
    #[inline]
    pub fn has(self, opening: Opening) -> bool {
        self.0 & opening as u8 != 0
    }
}

/// What may begin with a meaning, whatever stands behind. Whoever writes a reader that begins with another one adds it here.
fn openings(meaning: Meaning) -> &'static [Opening] {
    use Opening::{Count, Date, Figure, Number, Time};
    match meaning {
        // These begin a figure by what stands behind them, if at all.
        Meaning::The | Meaning::From | Meaning::Between | Meaning::Unit(_) => &[],
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
        | Meaning::To
        | Meaning::By
        | Meaning::Against
        | Meaning::Compares
        | Meaning::Copula
        | Meaning::Reach
        | Meaning::NumberOf
        | Meaning::Possessive
        | Meaning::Source
        | Meaning::Name
        | Meaning::Label
        | Meaning::Street
        | Meaning::Denominator
        | Meaning::Part
        | Meaning::OutOf
        | Meaning::OutOfCounted
        | Meaning::Over
        | Meaning::OrdinalSuffix
        | Meaning::Plus(_)
        | Meaning::LoosePoint
        | Meaning::BelowZero
        | Meaning::BetweenHedge
        | Meaning::JoinsBounds
        | Meaning::During
        | Meaning::ScaleLetters(_)
        | Meaning::MoneyLetters(_)
        | Meaning::CountLetters(_)
        | Meaning::Abbreviation(_)
        | Meaning::PerUnit(_)
        | Meaning::And
        | Meaning::Or
        | Meaning::When
        | Meaning::BeforeYear
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
        | Meaning::AgeBefore
        | Meaning::AgeBeforeNumber
        | Meaning::AgeLink
        | Meaning::AgeAfter
        | Meaning::At
        | Meaning::AtHour
        | Meaning::Hours
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
        Meaning::Grade | Meaning::Negation | Meaning::Multiple(_) | Meaning::Single | Meaning::Every => &[Figure],
        Meaning::Fraction(_) | Meaning::Symbol(_) | Meaning::MillionSymbol(_) | Meaning::Minus | Meaning::Point => {
            &[Count]
        }
        Meaning::Cardinal(_)
        | Meaning::Spelled(_)
        | Meaning::One
        | Meaning::Article
        | Meaning::Scale(_)
        | Meaning::BareScale
        | Meaning::Half
        | Meaning::Several
        | Meaning::Collective(_)
        | Meaning::Plenty(_) => &[Count, Number, Date, Time],
        Meaning::Ordinal(_) => &[Count, Date],
        Meaning::Clock(_) | Meaning::HourPart(_) | Meaning::HalfTo => &[Time],
        Meaning::Month(_)
        | Meaning::Weekday(_)
        | Meaning::Day(_)
        | Meaning::Season(_)
        | Meaning::Period(_)
        | Meaning::Holiday(_)
        | Meaning::Decade(_)
        | Meaning::Past
        | Meaning::Next
        | Meaning::This
        | Meaning::NextButOne
        | Meaning::LastButOne
        | Meaning::WeekNumber
        | Meaning::PartOf
        | Meaning::AgoBefore
        | Meaning::Ahead
        | Meaning::AheadIfFuture => &[Date],
    }
}
