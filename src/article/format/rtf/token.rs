//! The tokens of RTF: groups, control words, bytes of text.

/// A token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word with its number, or a sign behind a backslash.
    Word(&'a str, Option<i32>),
    /// The star of a group that may be left out.
    Star,
    /// A byte of text.
    Byte(u8),
}

/// The tokens of a file.
pub struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    /// The tokens of these bytes.
    #[must_use]
    pub fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn run(&mut self, takes: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|b| !takes(*b)).unwrap_or(rest.len());
        self.at += length;
        // Only ASCII is taken.
        std::str::from_utf8(&rest[..length]).unwrap_or_default()
    }

    /// What follows a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let word = self.run(|b| b.is_ascii_alphabetic());
        if word.is_empty() {
            return self.symbol();
        }
        let sign = usize::from(self.bytes.get(self.at) == Some(&b'-'));
        self.at += sign;
        let digits = self.run(|b| b.is_ascii_digit());
        let number = digits.parse::<i64>().ok().map(|n| n.min(i64::from(i32::MAX)) * if sign == 1 { -1 } else { 1 });
        let number = number.and_then(|n| i32::try_from(n).ok());
        // One space ends a control word and is no text.
        self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
        if word == "bin" {
            let length = digits.parse::<usize>().unwrap_or(usize::from(!digits.is_empty()) * usize::MAX);
            self.at = self.at.saturating_add(length).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }

    fn symbol(&mut self) -> Option<Token<'a>> {
        let symbol = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match symbol {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2)?;
                self.at += 2;
                let value = std::str::from_utf8(digits).ok().and_then(|d| u8::from_str_radix(d, 16).ok());
                Token::Byte(value.unwrap_or(b'?'))
            }
            b'\\' | b'{' | b'}' => Token::Byte(symbol),
            b'*' => Token::Star,
            b'\n' | b'\r' => Token::Word("par", None),
            b'~' => Token::Word("~", None),
            b'_' => Token::Word("_", None),
            _ => Token::Word("", None),
        })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\n' | b'\r' | 0 => continue,
                _ => Some(Token::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        let found: Vec<Token<'_>> = Tokens::of(br"{\b0 a\'e9\*\u-5?\~}\").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Byte(b'a'),
            Token::Byte(0xe9),
            Token::Star,
            Token::Word("u", Some(-5)),
            Token::Byte(b'?'),
            Token::Word("~", None),
            Token::Close,
        ];
        assert_eq!(found, expected);
    }
}
