//! A text with notes in its margin: beside the line that each belongs to where the page is wide enough, else below.

use crate::report::text::{Ink, Style};
use std::fmt::Write;

/// The narrowest page with a margin, in characters.
const WITH_MARGIN: usize = 88;
/// What parts the text from its margin.
const GUTTER: &str = " │ ";
/// How far the later lines of a note, and notes below the text, are set in.
const INDENT: usize = 4;

/// A word of a text or of a note, with how it is set off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its letters; never a space.
    pub text: String,
    /// How it is set off.
    pub style: Option<Style>,
}

impl Word {
    fn width(&self) -> usize {
        self.text.chars().count()
    }
}

/// A note on a word of the text.
#[derive(Clone, Debug)]
pub struct Note {
    /// The word, by its place in the paragraph.
    pub word: usize,
    /// What it says.
    pub words: Vec<Word>,
}

/// The words of a text, all set off in one way.
pub fn words(text: &str, style: Option<Style>) -> impl Iterator<Item = Word> {
    let seen = |word: &str| word.chars().filter(|c| !c.is_control()).collect::<String>();
    text.split_whitespace().map(move |word| Word { text: seen(word), style }).filter(|word| !word.text.is_empty())
}

/// A paragraph with its notes on a page of that many characters.
pub fn lay_out(paragraph: &[Word], notes: &[Note], width: usize, ink: Ink) -> String {
    if width < WITH_MARGIN {
        return below(paragraph, notes, width, ink);
    }
    let room = width - GUTTER.chars().count();
    let left = room * 11 / 20;
    let lines = wrap(paragraph, left, 0);
    let mut margin: Vec<(usize, Vec<Word>)> = Vec::new();
    let mut next = notes.iter().peekable();
    let mut seen = 0;
    let mut out = String::new();
    let mut at = 0;
    // As many lines as the text or the margin needs.
    while at < lines.len() || next.peek().is_some() || at < margin.len() {
        seen += lines.get(at).map_or(0, |line| line.len());
        while let Some(note) = next.next_if(|note| note.word < seen || at >= lines.len()) {
            margin.resize(margin.len().max(at), (0, Vec::new()));
            let wrapped = wrap(&note.words, room - left, INDENT);
            margin.extend(wrapped.iter().enumerate().map(|(i, l)| (if i == 0 { 0 } else { INDENT }, l.to_vec())));
        }
        let text = lines.get(at).copied().unwrap_or_default();
        let beside = margin.get(at).filter(|m| !m.1.is_empty());
        write_line(&mut out, text, ink);
        if let Some((indent, words)) = beside {
            let used: usize = line_width(text);
            let _ = write!(out, "{}{}{}", " ".repeat(left.saturating_sub(used)), GUTTER, " ".repeat(*indent));
            write_line(&mut out, words, ink);
        }
        out.push('\n');
        at += 1;
    }
    out
}

/// The notes below the text.
fn below(paragraph: &[Word], notes: &[Note], width: usize, ink: Ink) -> String {
    let mut out = String::new();
    for line in wrap(paragraph, width, 0) {
        write_line(&mut out, line, ink);
        out.push('\n');
    }
    for note in notes {
        for (i, line) in wrap(&note.words, width.saturating_sub(INDENT), INDENT).into_iter().enumerate() {
            out.push_str(&" ".repeat(if i == 0 { INDENT } else { 2 * INDENT }));
            write_line(&mut out, line, ink);
            out.push('\n');
        }
    }
    out
}

fn line_width(line: &[Word]) -> usize {
    line.iter().map(Word::width).sum::<usize>() + line.len().saturating_sub(1)
}

/// Words in lines of at most `width` characters, all but the first shorter by `indent`. A word that is longer has a line
/// of its own.
fn wrap(words: &[Word], width: usize, indent: usize) -> Vec<&[Word]> {
    let mut lines = Vec::new();
    let (mut first, mut used) = (0, 0);
    for (i, word) in words.iter().enumerate() {
        let most = if lines.is_empty() { width } else { width.saturating_sub(indent) };
        let more = word.width() + usize::from(i > first);
        if i > first && used + more > most {
            lines.push(&words[first..i]);
            (first, used) = (i, word.width());
        } else {
            used += more;
        }
    }
    if first < words.len() {
        lines.push(&words[first..]);
    }
    lines
}

/// Writes the words of a line. Neighbours that are set off alike are one stretch, the space between them too.
fn write_line(out: &mut String, line: &[Word], ink: Ink) {
    for (i, stretch) in line.chunk_by(|a, b| a.style == b.style).enumerate() {
        if i > 0 {
            out.push(' ');
        }
        let text = stretch.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        // Writing into a string cannot fail.
        let _ = match stretch[0].style {
            Some(style) => write!(out, "{}", ink.on(style, text)),
            None => write!(out, "{text}"),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, notes: &[(usize, &str)], width: usize, expected: &str) {
        let paragraph: Vec<_> = words(text, None).collect();
        let notes: Vec<_> =
            notes.iter().map(|(word, text)| Note { word: *word, words: words(text, None).collect() }).collect();
        assert_eq!(lay_out(&paragraph, &notes, width, Ink::None), expected);
    }

    #[test]
    fn notes_stand_below_on_a_narrow_page() {
        check("uno dos tres", &[(1, "la nota es larga")], 16, "uno dos tres\n    la nota es\n        larga\n");
        check("", &[], 16, "");
    }

    #[test]
    fn notes_stand_beside_their_line_on_a_wide_page() {
        let left = |text: &str| format!("{text:<46} │ ");
        let long = "palabra ".repeat(8);
        let expected =
            format!("{}\n{}1 una\n{}2 dos\n", ["palabra"; 5].join(" "), left(&["palabra"; 3].join(" ")), left(""),);
        check(&long, &[(6, "1 una"), (7, "2 dos")], 88, &expected);
    }
}
