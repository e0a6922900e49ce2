//! What the token behind a small number makes of it: a day, an hour, the beginning of something longer, or nothing. Most
//! numbers have a noun behind them, and their readers need not be asked for the rest.

use super::{
    opening::{Opening, Openings},
    phrases::{Phrases, Sorts},
    scan::is_dash,
};
use crate::{
    language::{Meaning, Period, Zone},
    text::token::{Gap, Token, TokenKind},
};
use rust_decimal::Decimal;

/// The tokens of a text, asked for what they make of a number before them.
pub(super) struct BehindNumber<'a> {
    text: &'a str,
    tokens: &'a [Token],
    phrases: &'a Phrases,
    date: Sorts,
    more: Sorts,
}

impl<'a> BehindNumber<'a> {
    pub fn new(text: &'a str, tokens: &'a [Token], phrases: &'a Phrases) -> Self {
        let date = Sorts::of(&[IN_NUMBERS, IN_DATES]);
        let more = Sorts::of(&[IN_NUMBERS, IN_HOURS, IN_MORE]);
        Self { text, tokens, phrases, date, more }
    }

    /// Adds what the number from token `first` to before `end` may begin; `digits` as they are written, where it has some.
    pub fn open(&self, opened: &mut Openings, digits: &str, first: usize, end: usize) {
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        let short = || digits.split_once('.').is_some_and(|(a, b)| a.len() <= 2 && (b.len() <= 2 || b.contains('.')));
        // A year, "13.8.2025", "15.8.", "20.30".
        let itself = if plain { digits.len() == 4 } else { short() || !digits.is_ascii() };
        if itself || self.dates(end) {
            opened.add(Opening::Date);
        }
        let more = self.goes_on(end);
        // "empate a dos"
        if more || self.phrases.may_mean_before(first, &Meaning::DrawBefore) {
            opened.add(Opening::Joined);
        }
        let led = [Meaning::At, Meaning::AtHour].iter().any(|at| self.phrases.may_mean_before(first, at));
        if itself || more || led {
            opened.add(Opening::Time);
        }
    }

    /// Whether a day, or a distance from one, may go on with a token.
    fn dates(&self, k: usize) -> bool {
        let Some(token) = self.tokens.get(k) else { return false };
        let joins = match token.kind {
            TokenKind::Word => token.gap != Gap::Space,
            // "18, 19 y 20 de junio"
            TokenKind::Sign if token.span.of(self.text) == "," => {
                self.tokens.get(k + 1).is_some_and(|t| t.kind == TokenKind::Numeral)
            }
            TokenKind::Sign => is_dash(token.span.of(self.text)) || matches!(token.span.of(self.text), "." | "/"),
            TokenKind::Numeral | TokenKind::Fraction => true,
        };
        joins || self.phrases.may_mean_any(k, self.date)
    }

    /// Whether anything else goes on with a token: all but words apart and signs that close.
    fn goes_on(&self, k: usize) -> bool {
        let Some(token) = self.tokens.get(k) else { return true };
        let joins = match token.kind {
            TokenKind::Word => token.gap != Gap::Space,
            TokenKind::Sign => !matches!(token.span.of(self.text), "%" | ")" | ";" | "!" | "?" | "\"" | "»" | "”"),
            TokenKind::Numeral | TokenKind::Fraction => true,
        };
        joins || self.phrases.may_mean_any(k, self.more)
    }
}

/// What goes on with a number.
const IN_NUMBERS: &[Meaning] = &[
    Meaning::Cardinal(0),
    Meaning::Spelled(Decimal::ONE),
    Meaning::One,
    Meaning::Scale(Decimal::ONE),
    Meaning::ScaleLetters(Decimal::ONE),
    Meaning::MoneyLetters(Decimal::ONE),
    Meaning::CountLetters(Decimal::ONE),
    Meaning::Collective(Decimal::ONE),
    Meaning::Plenty(Decimal::ONE),
    Meaning::And,
    Meaning::Plus(Decimal::ONE),
    Meaning::Point,
    Meaning::LoosePoint,
];

/// What makes a day or a distance from one of the number before it.
const IN_DATES: &[Meaning] = &[
    Meaning::Month(1),
    Meaning::Weekday(1),
    Meaning::Period(Period::Day),
    Meaning::Ordinal(1),
    Meaning::OrdinalSuffix,
    Meaning::DecadeSuffix,
    Meaning::Of,
    Meaning::To,
];

/// What makes an hour of it.
const IN_HOURS: &[Meaning] = &[
    Meaning::Hours,
    Meaning::Morning,
    Meaning::Afternoon,
    Meaning::Night,
    Meaning::Local,
    Meaning::Sharp,
    Meaning::Zone(Zone::fixed(0)),
    Meaning::LooseZone,
    Meaning::HourAnd,
    Meaning::HourLess,
    Meaning::MinutesPast,
    Meaning::MinutesTo,
];

/// What makes a share, a place in an order, a result or a range of it; between the ends of a range may stand a unit.
const IN_MORE: &[Meaning] = &[
    Meaning::Fraction(2),
    Meaning::Part,
    Meaning::Denominator,
    Meaning::Over,
    Meaning::Ordinal(1),
    Meaning::OrdinalSuffix,
    Meaning::To,
    Meaning::Or,
    Meaning::Of,
    Meaning::Unit(0),
    Meaning::Abbreviation(0),
    Meaning::Symbol(0),
    Meaning::MillionSymbol(0),
    Meaning::Match,
    Meaning::DrawBehind,
];
