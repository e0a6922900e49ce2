//! A text made ready for reading: its tokens, their words in the pack's lexicon, and how the document writes numbers.

use super::{
    compounds,
    digits::Notation,
    memo::Memo,
    opening::{Opening, Openings},
    operand::Operand,
    phrases::Phrases,
    words::Numeric,
};
use crate::{
    language::{Meaning, Pack, lexicon::WordId},
    text::{
        Span, fold,
        token::{Gap, Token, TokenKind},
    },
};
use jiff::civil::{Date, Time};

/// A text made ready for reading. All readers of figures ask it, by the place of a token.
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub pack: &'a Pack,
    pub published: Option<Date>,
    /// The hour of that day that distances of hours and minutes are counted from; none where they are not to be read.
    pub hour: Option<Time>,
    pub notation: Notation,
    pub tokens: Vec<Token>,
    /// The currencies whose signs stand in the text, by their places in the table of units.
    pub currencies: Vec<u16>,
    /// The numbers that were read last.
    pub numbers: Memo<Option<Numeric>>,
    /// The same without the parts that may stand behind them.
    pub wholes: Memo<Option<Numeric>>,
    /// Numbers with their signs and units.
    pub operands: Memo<Option<Operand>>,
    words: Vec<WordId>,
    phrases: Phrases,
    openings: Vec<Openings>,
}

impl<'a> Scan<'a> {
    pub fn new(text: &'a str, pack: &'a Pack, published: Option<Date>) -> Self {
        let mut tokens = pack.lexicon.tokens(text);
        let mut words = pack.lexicon.read(text, &tokens);
        let compounds = compounds::read(text, pack, &mut tokens, &mut words);
        let numerals = tokens.iter().filter(|t| t.kind == TokenKind::Numeral).map(|t| t.span.of(text));
        let notation = Notation::of(numerals, pack.format.decimal_comma);
        let taken_apart = |word| compounds::place(word).and_then(|k| compounds.get(k).copied());
        let phrases = Phrases::read(&pack.lexicon, &tokens, &words, taken_apart);
        let openings = Openings::read(text, &tokens, &phrases);
        let mut scan = Self {
            text,
            pack,
            published,
            hour: None,
            notation,
            tokens,
            currencies: Vec::new(),
            numbers: Memo::new(),
            wholes: Memo::new(),
            operands: Memo::new(),
            words,
            phrases,
            openings,
        };
        scan.currencies = scan.seen_currencies();
        scan
    }

    fn seen_currencies(&self) -> Vec<u16> {
        let symbol = |m| if let Meaning::Symbol(u) = m { Some(u) } else { None };
        let signs = (0..self.len()).filter(|&i| self.kind(i) == Some(TokenKind::Sign) && self.is_known(i));
        let mut seen: Vec<u16> = signs.filter_map(|i| self.find(i, symbol).map(|f| f.1)).collect();
        seen.sort_unstable();
        seen.dedup();
        seen
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// What stands at a token; empty behind the end.
    #[inline]
    pub fn str(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    #[inline]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    #[inline]
    pub fn is_numeral(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Numeral)
    }

    #[inline]
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    /// The gap before a token; an end of line behind the last one.
    #[inline]
    pub fn gap(&self, i: usize) -> Gap {
        self.tokens.get(i).map_or(Gap::Line, |t| t.gap)
    }

    /// Whether a token is glued to the one before it.
    #[inline]
    pub fn glued(&self, i: usize) -> bool {
        self.gap(i) == Gap::None
    }

    /// Whether a token is one of these signs.
    #[inline]
    pub fn is_sign(&self, i: usize, signs: &str) -> bool {
        self.kind(i) == Some(TokenKind::Sign) && self.is_one_of(i, signs)
    }

    fn is_one_of(&self, i: usize, signs: &str) -> bool {
        // A sign is one character, and most are one byte, which is no part of another character.
        match self.str(i).as_bytes() {
            &[sign] => signs.bytes().any(|b| b == sign),
            _ => self.str(i).chars().next().is_some_and(|sign| signs.chars().any(|c| c == sign)),
        }
    }

    /// Whether a token is a dash, short or long.
    #[inline]
    pub fn is_dash(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Sign) && is_dash(self.str(i))
    }

    /// Whether a word means anything to the pack.
    pub fn is_known(&self, i: usize) -> bool {
        self.words.get(i).is_some_and(|&w| w != 0 && (self.pack.lexicon.knows(w) || compounds::place(w).is_some()))
    }

    /// Whether something of a sort may begin at a token.
    #[inline]
    pub fn opens(&self, i: usize, opening: Opening) -> bool {
        self.openings.get(i).is_some_and(|o| o.has(opening))
    }

    /// The stretch of the tokens from `first` to before `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).max(first);
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// The longest phrase at a token whose meaning `pick` takes, with how many tokens it has. No phrase reaches over the
    /// end of a line.
    #[inline]
    pub fn find<T>(&self, i: usize, mut pick: impl FnMut(Meaning) -> Option<T>) -> Option<(usize, T)> {
        self.phrases.at(i).iter().find_map(|p| pick(p.meaning).map(|taken| (p.len(), taken)))
    }

    /// How many tokens the longest phrase of a meaning has here.
    #[inline]
    pub fn at(&self, i: usize, meaning: Meaning) -> Option<usize> {
        // Most tokens are asked for what they never mean: where a reader names the meaning, that is one test of a bit.
        if self.phrases.may_mean(i, &meaning) { self.longest(i, meaning) } else { None }
    }

    fn longest(&self, i: usize, meaning: Meaning) -> Option<usize> {
        self.find(i, |m| (m == meaning).then_some(())).map(|f| f.0)
    }

    /// Whether a phrase of a meaning begins here.
    #[inline]
    pub fn is(&self, i: usize, meaning: Meaning) -> bool {
        self.at(i, meaning).is_some()
    }

    /// The longest phrase that ends just before `end`, and not before `floor`: where it begins, and what was taken.
    pub fn find_before<T>(
        &self,
        end: usize,
        floor: usize,
        mut pick: impl FnMut(Meaning) -> Option<T>,
    ) -> Option<(usize, T)> {
        let mut phrases = self.phrases.before(end).filter(|p| p.first() >= floor);
        phrases.find_map(|p| pick(p.meaning).map(|taken| (p.first(), taken)))
    }

    /// Whether a phrase of a meaning ends just before `end`.
    #[inline]
    pub fn is_before(&self, end: usize, floor: usize, meaning: Meaning) -> bool {
        self.phrases.may_mean_before(end, &meaning) && self.ends_before(end, floor, meaning)
    }

    fn ends_before(&self, end: usize, floor: usize, meaning: Meaning) -> bool {
        self.find_before(end, floor, |m| (m == meaning).then_some(())).is_some()
    }

    /// The unit in words at a token, by its place in the table, with how many tokens it has.
    #[inline]
    pub fn unit(&self, i: usize) -> Option<(usize, u16)> {
        self.find(i, |m| if let Meaning::Unit(u) = m { Some(u) } else { None })
    }

    /// Whether a scale or a unit stands here, so that a number before it is no day, no year and no name.
    pub fn is_measure(&self, i: usize) -> bool {
        self.find(i, |m| matches!(m, Meaning::Scale(_) | Meaning::Unit(_)).then_some(())).is_some()
    }

    /// Whether a word of the same line stands here that may be a noun.
    pub fn may_be_noun(&self, i: usize) -> bool {
        self.is_word(i) && self.gap(i) != Gap::Line && !self.is(i, Meaning::Stop) && !self.is(i, Meaning::Verb)
    }

    /// Whether a sentence may end before token `i`: an end of line, or a full stop and its like with a space behind.
    pub fn breaks_before(&self, i: usize) -> bool {
        i == 0
            || i >= self.len()
            || self.gap(i) == Gap::Line
            || self.is_sign(i - 1, ".!?;…¿¡") && !self.glued(i) && !self.is_ordinal_point(i - 1)
    }

    /// Whether a token is the point that makes an ordinal of the digits before it: "am 15. August". Before a word that opens
    /// sentences it ends one.
    pub fn is_ordinal_point(&self, i: usize) -> bool {
        let behind_digits = self.is_sign(i, ".") && self.glued(i) && i > 0 && self.is_numeral(i - 1);
        if !self.pack.format.ordinal_point || !behind_digits || self.str(i - 1).len() > 3 {
            return false;
        }
        // "28.Oktober": a space that was left out before a month.
        let month = self.find(i + 1, |m| matches!(m, Meaning::Month(_)).then_some(())).is_some();
        let next = self.is_word(i + 1) && (self.gap(i + 1) == Gap::Space || month && self.glued(i + 1));
        next && !(self.is_capital(i + 1) && self.pack.breaks.starters.contains(&fold(self.str(i + 1))))
    }

    /// Whether a word begins with a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        self.is_word(i) && self.str(i).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a word by its capital is part of a name. Where every noun has one, it tells nothing.
    pub fn is_named(&self, i: usize) -> bool {
        self.is_capital(i) && !self.pack.format.nouns_capitalised
    }

    /// Whether a word looks like a noun in plural; where every noun has a capital, that is the better sign.
    pub fn is_plural(&self, i: usize) -> bool {
        if self.pack.format.nouns_capitalised { self.is_capital(i) } else { self.pack.is_plural_form(self.str(i)) }
    }
}

/// Whether a sign is a dash, short or long.
pub(super) fn is_dash(sign: &str) -> bool {
    matches!(sign, "-" | "–" | "—" | "‐" | "‑" | "‒" | "−")
}
