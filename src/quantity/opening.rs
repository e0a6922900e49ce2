//! What may begin at a token, told from the meanings of its word and of the next one: most words that mean anything are
//! articles, verbs and prepositions, and no reader, or few, need to be asked there.

use super::{behind_number::BehindNumber, phrases::Phrases, scan};
use crate::{
    language::{Meaning, Period},
    text::token::{Gap, Token, TokenKind},
};
use rust_decimal::Decimal;

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
    /// A number with its signs and its unit.
    Count = 16,
    /// What looks like a figure and is none.
    Name = 32,
    /// What is more than one number: a part of a whole, a place in an order, a range or a result.
    Joined = 64,
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
            if matches!(phrase.meaning, Meaning::Period(Period::Century))
                && let Some(before) = phrase.first().checked_sub(1)
                && tokens[before].span.of(text).starts_with(char::is_uppercase)
            {
                all[before].add(Opening::Date);
            }
        }
        let behind = BehindNumber::new(text, tokens, phrases);
        for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Numeral) {
            behind.open(&mut all[i], token.span.of(text), i, i + 1);
        }
        // From behind, for an article may lead from a preposition to a number.
        for phrase in phrases.all().rev() {
            let (first, end) = (phrase.first(), phrase.end());
            let counts = |k: usize| all.get(k).is_some_and(|o| o.has(Opening::Count) || o.has(Opening::Joined));
            match phrase.meaning {
                Meaning::Cardinal(_) | Meaning::One | Meaning::Article => {
                    behind.open(&mut all[first], "", first, end);
                }
                Meaning::The if counts(first + 1) => all[first].add(Opening::Joined),
                Meaning::From | Meaning::Between if counts(end) => all[first].add(Opening::Joined),
                // "la próxima semana", "last week"
                Meaning::Past
                | Meaning::Rolling
                | Meaning::Next
                | Meaning::This
                | Meaning::NextButOne
                | Meaning::LastButOne
                    if phrases.may_mean(end, &Meaning::Period(Period::Week)) =>
                {
                    all[first].add(Opening::Date);
                }
                // "hora y media"
                Meaning::Unit(_) if phrases.may_mean(end, &Meaning::Plus(Decimal::ONE)) => {
                    all[first].add(Opening::Figure);
                }
                _ => {}
            }
        }
        all
    }

    /// What the kind of a token tells: digits are a number, and a dash or a point begins the one behind it.
    fn of_token(text: &str, token: &Token) -> Self {
        use Opening::{Count, Joined, Number};
        let opened: &[Opening] = match token.kind {
            TokenKind::Word => &[],
            TokenKind::Numeral => &[Count, Number],
            TokenKind::Fraction => &[Joined],
            TokenKind::Sign => match token.span.of(text) {
                "." | "," if token.gap == Gap::None => &[],
                "." | "," => &[Count, Joined],
                sign if scan::is_dash(sign) => &[Count, Joined],
                _ => &[],
            },
        };
        let mut own = Self::default();
        opened.iter().for_each(|&opening| own.add(opening));
        own
    }

    /// Whatever may begin, a figure may; a name is none.
    pub fn add(&mut self, opening: Opening) {
        let figure = if opening == Opening::Name { 0 } else { Opening::Figure as u8 };
        self.0 |= opening as u8 | figure;
    }

    /// Whether something of a sort may begin.
    #[inline]
    pub fn has(self, opening: Opening) -> bool {
        self.0 & opening as u8 != 0
    }
}

/// What may begin with a meaning, whatever stands behind. Whoever writes a reader that begins with another one adds it here.
fn openings(meaning: Meaning) -> &'static [Opening] {
    use Opening::{Count, Date, Figure, Joined, Name, Number, Time};
    match meaning {
        // These begin a figure by what stands behind them, if at all.
        Meaning::The
        | Meaning::From
        | Meaning::Between
        | Meaning::Unit(_)
        | Meaning::Past
        | Meaning::Rolling
        | Meaning::Next
        | Meaning::This
        | Meaning::NextButOne
        | Meaning::LastButOne => &[],
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
        | Meaning::OfWhich
        | Meaning::FromNow
        | Meaning::DaysBefore
        | Meaning::DaysAfter
        | Meaning::On
        | Meaning::OnHoliday
        | Meaning::OfNextWeek
        | Meaning::Until
        | Meaning::Since
        | Meaning::AfternoonBefore
        | Meaning::LoosePart
        | Meaning::NightBefore
        | Meaning::LeadBefore
        | Meaning::LeadBehind
        | Meaning::DrawBefore
        | Meaning::DrawBehind
        | Meaning::Quake
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
        | Meaning::Sharp
        | Meaning::ClockOf
        | Meaning::ClockPlace
        | Meaning::InPlace
        | Meaning::AllBut
        | Meaning::Morning
        | Meaning::Afternoon
        | Meaning::Night
        | Meaning::HourAnd
        | Meaning::HourLess
        | Meaning::MinutesPast
        | Meaning::MinutesTo
        | Meaning::Before(_)
        | Meaning::After(_) => &[],
        Meaning::Name | Meaning::Label | Meaning::Street => &[Name],
        Meaning::Grade | Meaning::Negation | Meaning::Multiple(_) | Meaning::Single | Meaning::Every => &[Figure],
        Meaning::Symbol(_) | Meaning::MillionSymbol(_) | Meaning::Minus | Meaning::Point => &[Count, Joined],
        Meaning::Cardinal(_) | Meaning::One | Meaning::Article => &[Count, Number],
        Meaning::Spelled(_)
        | Meaning::Scale(_)
        | Meaning::BareScale
        | Meaning::Half
        | Meaning::Several
        | Meaning::Collective(_)
        | Meaning::Plenty(_) => &[Count, Joined, Number, Date, Time],
        Meaning::Fraction(_) => &[Joined],
        Meaning::Ordinal(_) => &[Joined, Date],
        Meaning::Clock(_) | Meaning::HourPart(_) | Meaning::HalfTo | Meaning::PartTo(_) => &[Time],
        Meaning::Month(_)
        | Meaning::Weekday(_)
        | Meaning::Day(_)
        | Meaning::Season(_)
        | Meaning::Period(_)
        | Meaning::Holiday(_)
        | Meaning::Decade(_)
        | Meaning::WeekNumber
        | Meaning::Running(_)
        | Meaning::PartOf
        | Meaning::AgoBefore
        | Meaning::Ahead
        | Meaning::AheadIfFuture => &[Date],
    }
}
