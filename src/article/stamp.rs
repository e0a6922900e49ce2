//! Stamps: the day and hour that stand on a page as "13 de agosto de 2025, 10:30" or "Aug. 13, 2025".

use super::words::{Calendar, Words};
use crate::text::fold;
use jiff::civil::{Date, Time};
use std::ops::Range;

/// A day found on a page, with or without its year, and the hour behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The year, where it was written.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month, 1 to 31.
    pub day: i8,
    /// The hour, where one was written near it.
    pub time: Option<Time>,
    /// Where the day stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether it was written in figures that could also be read the other way round: 04/10/2025.
    pub ambiguous: bool,
}

/// A word, a number or a sign of a short text.
#[derive(Debug)]
struct Token {
    kind: Kind,
    range: Range<usize>,
}

#[derive(Debug, PartialEq)]
enum Kind {
    /// Its value and how many digits it has.
    Number(u32, usize),
    /// Folded.
    Word(String),
    Sign(char),
}

/// No stamp lies further on in a line than this, in bytes: a longer line is prose.
const REACH: usize = 400;

impl Stamp {
    /// The day, where the year is known and the month has that day.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// Every stamp in the first few hundred bytes of `text`, in order. `tag` is the language's, as far as it is known.
    #[must_use]
    pub fn all(text: &str, tag: &str) -> Vec<Self> {
        let calendar = &Words::get().calendar;
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match read(&tokens[at..], calendar, tag) {
                Some((mut stamp, used)) => {
                    stamp.time = clock(&tokens, calendar);
                    found.push(stamp);
                    at += used;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The first stamp with a year, or else the first one.
    #[must_use]
    pub fn find(text: &str, tag: &str) -> Option<Self> {
        let all = Self::all(text, tag);
        all.iter().find(|s| s.date().is_some()).or(all.first()).cloned()
    }
}

/// How many words of a line belong to no stamp, and how many of these begin with a small letter: what tells a stamp
/// from a sentence that holds a date.
#[must_use]
pub fn other_words(text: &str) -> (usize, usize) {
    let calendar = &Words::get().calendar;
    let says_something = |t: &&Token| match &t.kind {
        Kind::Word(w) => {
            calendar.month(w).is_none()
                && calendar.weekday(w).is_none()
                && !calendar.is_link(w)
                && !calendar.is_stamp_word(w)
                && !calendar.is_day_ending(w)
                && !matches!(w.as_str(), "º" | "ª")
        }
        _ => false,
    };
    let tokens = tokens(text);
    let other = tokens.iter().filter(says_something);
    let small = other.clone().filter(|t| text[t.range.clone()].starts_with(char::is_lowercase));
    (other.count(), small.count())
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < REACH) {
        let end = at + c.len_utf8();
        let last = out.last_mut().filter(|t| t.range.end == at);
        if let Some(d) = c.to_digit(10) {
            match last {
                Some(Token { kind: Kind::Number(value, digits), range }) => {
                    *value = value.saturating_mul(10).saturating_add(d);
                    *digits += 1;
                    range.end = end;
                }
                _ => out.push(Token { kind: Kind::Number(d, 1), range: at..end }),
            }
        } else if c.is_alphabetic() {
            match last {
                Some(Token { kind: Kind::Word(word), range }) => {
                    word.push(c);
                    range.end = end;
                }
                _ => out.push(Token { kind: Kind::Word(c.to_string()), range: at..end }),
            }
        } else if !c.is_whitespace() {
            out.push(Token { kind: Kind::Sign(c), range: at..end });
        }
    }
    for token in &mut out {
        if let Kind::Word(word) = &mut token.kind {
            *word = fold(word);
        }
    }
    out
}

/// A stamp that begins at the first token, and how many tokens it takes.
fn read(tokens: &[Token], calendar: &Calendar, tag: &str) -> Option<(Stamp, usize)> {
    let (parts, used) = in_figures(tokens, calendar, tag)
        .or_else(|| day_month(tokens, calendar))
        .or_else(|| month_day(tokens, calendar))?;
    let (year, month, day, ambiguous) = parts;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // Where no year was written, any leap year says whether the month has that day.
    Date::new(year.unwrap_or(2024), month, day).ok()?;
    let range = tokens[0].range.start..tokens[used - 1].range.end;
    Some((Stamp { year, month, day, time: None, range, ambiguous }, used))
}

/// The year, month and day as numbers, and whether the order was in doubt.
type Parts = (Option<i16>, u32, u32, bool);

/// 2025-08-13, 13/08/2025, 13.8.25, 08/13/2025.
fn in_figures(tokens: &[Token], calendar: &Calendar, tag: &str) -> Option<(Parts, usize)> {
    let [a, s, b, t, c, rest @ ..] = tokens else { return None };
    let (Kind::Number(a, a_digits), Kind::Sign(s), Kind::Number(b, b_digits), Kind::Sign(t), Kind::Number(c, c_digits)) =
        (&a.kind, &s.kind, &b.kind, &t.kind, &c.kind)
    else {
        return None;
    };
    let touching = tokens[..5].windows(2).all(|w| w[0].range.end == w[1].range.start);
    if s != t || !matches!(s, '-' | '/' | '.') || *b_digits > 2 || !touching {
        return None;
    }
    // A fourth part makes it a version number or an address.
    if matches!(rest, [Token { kind: Kind::Sign(x), range }, Token { kind: Kind::Number(..), .. }, ..] if x == s && range.start == tokens[4].range.end)
    {
        return None;
    }
    if *a_digits == 4 && *c_digits <= 2 {
        return Some(((year(*a), *b, *c, false), 5));
    }
    let full = match c_digits {
        4 => *c,
        2 if *s != '-' => 2000 + *c,
        _ => return None,
    };
    if *a_digits > 2 {
        return None;
    }
    let ambiguous = *a <= 12 && *b <= 12 && a != b && calendar.order_varies(tag);
    let month_first = *b > 12 || (*a <= 12 && calendar.month_comes_first(tag));
    let (month, day) = if month_first { (*a, *b) } else { (*b, *a) };
    Some(((year(full), month, day, ambiguous), 5))
}

/// "13 de agosto de 2025", "13 Aug 2025", "3rd March, 2024", "15 jun".
fn day_month(tokens: &[Token], calendar: &Calendar) -> Option<(Parts, usize)> {
    let Kind::Number(day, 1..=2) = tokens.first()?.kind else { return None };
    let mut at = 1;
    if word(tokens, at).is_some_and(|w| calendar.is_day_ending(w)) && tokens[at].range.start == tokens[0].range.end {
        at += 1;
    }
    at += usize::from(sign(tokens, at).is_some_and(|c| matches!(c, '.' | '-' | '/')));
    at += usize::from(sign(tokens, at) == Some('°') || word(tokens, at).is_some_and(|w| matches!(w, "º" | "ª")));
    at += usize::from(word(tokens, at).is_some_and(|w| calendar.is_link(w)));
    // "14 d'agost", "3 d’abril"
    at += usize::from(at > 1 && sign(tokens, at).is_some_and(|c| matches!(c, '\'' | '’')));
    let month = calendar.month(word(tokens, at)?)?;
    at += 1;
    let (year, used) = year_behind(tokens, at, calendar);
    Some(((year, month as u32, day, false), used))
}

/// "August 13, 2025", "Aug. 13".
fn month_day(tokens: &[Token], calendar: &Calendar) -> Option<(Parts, usize)> {
    let month = calendar.month(word(tokens, 0)?)?;
    let mut at = 1;
    at += usize::from(sign(tokens, at) == Some('.'));
    let Kind::Number(day, 1..=2) = tokens.get(at)?.kind else { return None };
    at += 1;
    if word(tokens, at).is_some_and(|w| calendar.is_day_ending(w)) && tokens[at].range.start == tokens[at - 1].range.end
    {
        at += 1;
    }
    // "10:30" is an hour, not the tenth.
    if sign(tokens, at) == Some(':') && matches!(tokens.get(at + 1).map(|t| &t.kind), Some(Kind::Number(..))) {
        return None;
    }
    let (year, used) = year_behind(tokens, at, calendar);
    Some(((year, month as u32, day, false), used))
}

/// The year that may follow a month or a day, and where the date ends.
fn year_behind(tokens: &[Token], end: usize, calendar: &Calendar) -> (Option<i16>, usize) {
    let mut at = end;
    at += usize::from(sign(tokens, at).is_some_and(|c| matches!(c, '.' | ',' | '-' | '/')));
    at += usize::from(sign(tokens, at) == Some(','));
    at += usize::from(word(tokens, at).is_some_and(|w| calendar.is_link(w)));
    match tokens.get(at).map(|t| &t.kind) {
        Some(Kind::Number(value, 4)) if year(*value).is_some() => (year(*value), at + 1),
        _ => (None, end + usize::from(sign(tokens, end) == Some('.'))),
    }
}

fn year(value: u32) -> Option<i16> {
    (1900..=2099).contains(&value).then_some(value as i16)
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    match &tokens.get(at)?.kind {
        Kind::Word(w) => Some(w),
        _ => None,
    }
}

fn sign(tokens: &[Token], at: usize) -> Option<char> {
    match tokens.get(at)?.kind {
        Kind::Sign(c) => Some(c),
        _ => None,
    }
}

/// The first hour of the line: "10:30", "6:10 a. m.", "7.45pm".
fn clock(tokens: &[Token], calendar: &Calendar) -> Option<Time> {
    (0..tokens.len()).find_map(|i| {
        let [a, s, b, rest @ ..] = &tokens[i..] else { return None };
        let (Kind::Number(hour, 1..=2), Kind::Sign(sign), Kind::Number(minute, 2)) = (&a.kind, &s.kind, &b.kind) else {
            return None;
        };
        let half = half_of_day(rest, calendar);
        // A full stop stands between the parts of a date as well; only with "am" or "pm" is it surely an hour.
        let touching = a.range.end == s.range.start && s.range.end == b.range.start;
        if !touching || !(*sign == ':' || (*sign == '.' && half.is_some())) {
            return None;
        }
        let hour = match half {
            Some(false) if *hour == 12 => 0,
            Some(true) if *hour < 12 => hour + 12,
            _ => *hour,
        };
        Time::new(i8::try_from(hour).ok()?, i8::try_from(*minute).ok()?, 0, 0).ok()
    })
}

/// Whether "pm" (true) or "am" (false) follows.
fn half_of_day(tokens: &[Token], calendar: &Calendar) -> Option<bool> {
    let mut letters = String::new();
    for token in tokens.iter().take(4) {
        match &token.kind {
            Kind::Word(w) if w.len() <= 2 => letters.push_str(w),
            Kind::Sign('.') => {}
            _ => break,
        }
    }
    let begins = |words: &[String]| words.iter().any(|w| letters.starts_with(w.as_str()));
    if begins(&calendar.afternoon) { Some(true) } else { begins(&calendar.morning).then_some(false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, tag: &str, expected: &str) {
        let found = Stamp::find(text, tag).map_or(String::new(), |s| {
            let year = s.year.map_or("?".to_owned(), |y| y.to_string());
            let time = s.time.map_or(String::new(), |t| format!(" {:02}:{:02}", t.hour(), t.minute()));
            format!("{year}-{:02}-{:02}{time}", s.month, s.day)
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn reads_stamps_as_newsrooms_print_them() {
        for (text, tag, expected) in [
            ("2025-08-13", "es", "2025-08-13"),
            ("2025-08-13T10:15:00-05:00", "es", "2025-08-13 10:15"),
            ("Toledo | 29/07/2025 - 23:48 h.", "es", "2025-07-29 23:48"),
            ("13.06.2026 | 06:30", "es", "2026-06-13 06:30"),
            ("04/10/2025 9:02 p. m.", "es", "2025-10-04 21:02"),
            ("04/10/2025", "en-US", "2025-04-10"),
            ("04/10/2025", "en-GB", "2025-10-04"),
            ("13/04/2025", "en-US", "2025-04-13"),
            ("Jueves, 31 de julio de 2025 · Edición impresa", "es", "2025-07-31"),
            ("3 de noviembre, 2025", "es", "2025-11-03"),
            ("1.º de mayo del 2024", "es", "2024-05-01"),
            ("Por la redacción, 28 SEPT 2026 - 00:47 CEST", "es", "2026-09-28 00:47"),
            ("Jan. 29, 2026, 11:48 a.m. ET", "en", "2026-01-29 11:48"),
            ("By our staff, 12 May 2026, updated 7.45pm", "en", "2026-05-12 19:45"),
            ("Published: Saturday, October 11th, 2025", "en", "2025-10-11"),
            ("Lima, 15 jun (Agencia).-", "es", "?-06-15"),
            ("Posted Friday, Oct. 10, 5:12 p.m.", "en", "?-10-10 17:12"),
            ("versión 1.2.2025.4", "es", ""),
            ("may 10:30", "en", ""),
            ("El 30 de febrero no existe: 31/31/2025", "es", ""),
            ("ningún día", "es", ""),
        ] {
            check(text, tag, expected);
        }
    }

    #[test]
    fn counts_what_is_not_of_the_stamp() {
        assert_eq!(other_words("Sevilla, 5 de abril de 2025, 10:30 h"), (1, 0));
        assert_eq!(other_words("Murieron cuatro personas el 5 de abril de 2025"), (3, 2));
    }
}
