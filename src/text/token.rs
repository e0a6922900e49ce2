//! Tokens: words, numerals and signs of a text with their places, found in one pass.

use super::Span;

/// A word, a numeral or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// What stands between it and the token before.
    pub gap: Gap,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the accents and soft hyphens among them, and a raised 2 or 3 at the end ("km²").
    Word,
    /// Digits, with the points, commas and apostrophes that stand between two of them: "1.234,5".
    Numeral,
    /// One character that is a fraction: "½".
    Fraction,
    /// Any other character, by itself.
    Sign,
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the two are glued.
    None,
    /// One space, of whatever width.
    Space,
    /// Several spaces.
    Wide,
    /// An end of a line; also before the first token.
    Line,
}

/// Splits a text into tokens, in order. White space belongs to none.
///
/// ```
/// use cotejo::text::token::tokens;
/// let text = "unos 1.234,5 km²; l’État";
/// let found: Vec<_> = tokens(text).iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(found, ["unos", "1.234,5", "km²", ";", "l", "’", "État"]);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5 + 4);
    let mut gap = Gap::Line;
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        let start = at;
        if byte == b' ' && gap == Gap::None {
            (gap, at) = (Gap::Space, at + 1);
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += c.len_utf8();
        if c.is_whitespace() {
            gap = if c == '\n' {
                Gap::Line
            } else {
                match gap {
                    Gap::None => Gap::Space,
                    Gap::Line => Gap::Line,
                    Gap::Space | Gap::Wide => Gap::Wide,
                }
            };
            continue;
        }
        let kind = if c.is_alphabetic() {
            at = word_end(text, at);
            TokenKind::Word
        } else if is_digit(c) {
            at = numeral_end(text, at);
            TokenKind::Numeral
        } else if is_silent(c) {
            continue;
        } else if vulgar_fraction(c).is_some() {
            TokenKind::Fraction
        } else {
            TokenKind::Sign
        };
        out.push(Token { span: Span::new(start, at), kind, gap });
        gap = Gap::None;
    }
    out
}

/// Where the word ends that goes on at `at`.
fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        // Most letters are plain, and need not be taken for more than a byte.
        while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            at += 1;
        }
        match text[at..].chars().next() {
            Some(c) if c.is_ascii() => return at,
            Some(c) if c.is_alphabetic() || is_mark(c) || is_silent(c) || matches!(c, '²' | '³') => {
                at += c.len_utf8();
            }
            _ => return at,
        }
    }
}

/// Where the numeral ends that goes on at `at`.
fn numeral_end(text: &str, mut at: usize) -> usize {
    while let Some(c) = text[at..].chars().next() {
        let behind = at + c.len_utf8();
        let goes_on = is_digit(c)
            || (is_separator(c) || is_silent(c))
                && text[behind..].chars().take(3).find(|c| !is_silent(*c)).is_some_and(is_digit);
        if !goes_on {
            break;
        }
        at = behind;
    }
    at
}

/// The numerator and the denominator of a character that is a fraction.
#[must_use]
pub fn vulgar_fraction(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// A digit, also a full-width one.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// What may stand between two digits of one number.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '．' | '，')
}

/// A combining accent.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A character that is not seen: soft hyphen, zero-width space, mark of direction.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = tokens(text).iter().map(|t| t.span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn splits_words_numerals_and_signs() {
        check("", &[]);
        check("15.000 soldados.", &["15.000", "soldados", "."]);
        check("1.234.567,8; 15,", &["1.234.567,8", ";", "15", ","]);
        check("F-16", &["F", "-", "16"]);
        check("52-year-old", &["52", "-", "year", "-", "old"]);
        check("2½ kg", &["2", "½", "kg"]);
        check("12º, 3rd", &["12", "º", ",", "3", "rd"]);
        check("sol\u{ad}dados １２", &["sol\u{ad}dados", "１２"]);
        check("£4.3m", &["£", "4.3", "m"]);
    }

    #[test]
    fn tells_the_gaps() {
        let gaps: Vec<_> = tokens("a b  c\n d-e").iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Line, Gap::Space, Gap::Wide, Gap::Line, Gap::None, Gap::None]);
    }
}
