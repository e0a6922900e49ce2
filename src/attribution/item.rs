//! Items: the words and signs of one sentence with what each does where somebody is told to say something.

use crate::{
    language::{Pack, Roles},
    quantity::{Amount, Quantity},
    text::{
        Span,
        fold::fold_into,
        token::{Gap, Token, TokenKind},
    },
};

/// One word or sign.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Which sign it is.
    pub sign: Sign,
    /// What the word does.
    pub roles: Roles,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// What figure it is part of.
    pub figure: Figure,
    /// Whether nothing stands between it and the item before.
    pub glued: bool,
}

/// Which sign an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// No sign: letters.
    Word,
    /// Digits.
    Number,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A colon.
    Colon,
    /// A quotation mark.
    Quote,
    /// "(" or "[".
    Open,
    /// ")" or "]".
    Close,
    /// A dash with white space beside it.
    Dash,
    /// A hyphen within a word, or an apostrophe.
    Joint,
    /// "&".
    Ampersand,
    /// A full stop.
    Stop,
    /// Anything else.
    Other,
}

/// What figure an item is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// None.
    None,
    /// A day, an hour or another point of time.
    Moment,
    /// Any other.
    Number,
}

impl Item {
    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.sign == Sign::Word
    }

    /// Whether it may be part of a name: a capital, and no figure such as a weekday.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.is_word() && self.capital && self.figure == Figure::None
    }

    /// Whether a clause ends here whatever stands behind.
    #[must_use]
    pub fn ends_clause(&self) -> bool {
        matches!(self.sign, Sign::Semicolon | Sign::Colon | Sign::Quote | Sign::Dash)
    }
}

/// The items of a sentence. `quantities` are those of the article from this sentence on.
#[must_use]
pub fn items(text: &str, sentence: Span, quantities: &[Quantity], pack: &Pack) -> Vec<Item> {
    let written = sentence.of(text);
    let tokens = pack.lexicon.tokens(written);
    let (folded, ends) = folded(written, &tokens);
    let word = |i: usize| ends.get(i).map(|&end| &folded[if i == 0 { 0 } else { ends[i - 1] }..end]);
    let mut quantities = quantities.iter().peekable();
    let mut items = Vec::with_capacity(tokens.len());
    for (i, token) in tokens.iter().enumerate() {
        let span = token.span.shifted(sentence.start());
        while quantities.next_if(|q| q.core.end() <= span.start()).is_some() {}
        let figure = match quantities.peek() {
            Some(q) if q.core.overlaps(span) && matches!(q.amount, Amount::Moment(_)) => Figure::Moment,
            Some(q) if q.core.overlaps(span) => Figure::Number,
            _ => Figure::None,
        };
        let glued = token.gap == Gap::None && i > 0;
        let next_glued = tokens.get(i + 1).is_some_and(|t| t.gap == Gap::None);
        let as_printed = token.span.of(written);
        let sign = sign(*token, as_printed, glued && next_glued);
        let mut roles = Roles::default();
        if sign == Sign::Word {
            roles = pack.speech.roles(word(i).unwrap_or_default(), as_printed, |k| word(i + 1 + k));
            roles.verb |= is_verb(pack, as_printed, items.last());
        }
        let capital = as_printed.starts_with(char::is_uppercase);
        items.push(Item { span, sign, roles, capital, figure, glued });
    }
    items
}

/// Whether a word by its ending is a verb. Behind an article or a preposition it is none: "la sanidad", "de la société".
fn is_verb(pack: &Pack, word: &str, before: Option<&Item>) -> bool {
    let led = || before.is_some_and(|b| b.roles.article || b.roles.of || b.roles.preposition);
    word.starts_with(char::is_lowercase)
        && (pack.is_verb_form(word) || pack.is_past_form(word) || pack.is_future_form(word))
        && !led()
}

/// The folded words of a sentence in one string, without apostrophes, and where each ends.
fn folded(written: &str, tokens: &[Token]) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(written.len());
    let ends = tokens.iter().map(|token| {
        fold_into(token.span.of(written), &mut folded);
        while token.kind == TokenKind::Word && folded.ends_with('\'') {
            folded.pop();
        }
        folded.len()
    });
    let ends = ends.collect();
    (folded, ends)
}

fn sign(token: Token, written: &str, within_word: bool) -> Sign {
    match token.kind {
        TokenKind::Word => return Sign::Word,
        TokenKind::Numeral | TokenKind::Fraction => return Sign::Number,
        TokenKind::Sign => {}
    }
    match written {
        "," | "，" => Sign::Comma,
        ";" => Sign::Semicolon,
        ":" => Sign::Colon,
        "\"" | "“" | "”" | "„" | "«" | "»" | "‹" | "›" => Sign::Quote,
        "(" | "[" => Sign::Open,
        ")" | "]" => Sign::Close,
        "-" | "‐" | "‑" | "'" | "’" | "·" if within_word => Sign::Joint,
        "&" => Sign::Ampersand,
        "-" | "–" | "—" | "―" => Sign::Dash,
        "." | "!" | "?" | "…" => Sign::Stop,
        _ => Sign::Other,
    }
}
