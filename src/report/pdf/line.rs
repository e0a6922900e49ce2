//! Words set in lines that are no wider than their column.

use super::face::{Face, Faces};
use crate::report::blocks::{Run, Style};

/// How a paragraph is set: face and size of its plain words, where it begins, how wide it is.
#[derive(Clone, Copy)]
pub struct Set {
    /// Whether it is a quotation or a title.
    pub serif: bool,
    /// Whether all of it is strong.
    pub strong: bool,
    /// The size of its letters.
    pub size: f32,
    /// Where its lines begin.
    pub left: f32,
    /// How wide they may be.
    pub width: f32,
}

impl Set {
    /// The same, further to the right.
    pub fn indented(self, by: f32) -> Self {
        Self { left: self.left + by, width: self.width - by, ..self }
    }

    /// The face of words in a style.
    pub fn face(self, style: Style) -> Face {
        let strong = self.strong || matches!(style, Style::Strong | Style::Figure | Style::Verdict(_));
        match (self.serif, strong) {
            _ if matches!(style, Style::Letter(_)) => Face::SansBold,
            (false, false) => Face::Sans,
            (false, true) => Face::SansBold,
            (true, false) => Face::Serif,
            (true, true) => Face::SerifBold,
        }
    }
}

/// Words of one style and language that stand on one line.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The words, with the space behind them.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Their language, where it is not the report's.
    pub language: Option<String>,
}

impl Piece {
    /// How wide it is; at the end of a line without the space behind it.
    pub fn width(&self, faces: &Faces, set: Set, is_last: bool) -> f32 {
        let text = if is_last { self.text.trim_end() } else { &self.text };
        match self.style {
            Style::Sign(_) => set.size * SIGN,
            Style::Letter(_) => letter_width(faces, set.size, text),
            style => faces.width(set.face(style), set.size, text),
        }
    }
}

/// How wide the shape of a verdict is, in sizes of the letters beside it.
pub const SIGN: f32 = 0.8;

/// How large the letter of a source is, in sizes of the letters beside it.
pub const LETTER: f32 = 0.85;

/// How wide the letter of a source is with the ground around it: at least as wide as high.
pub fn letter_width(faces: &Faces, size: f32, letter: &str) -> f32 {
    (faces.width(Face::SansBold, size * LETTER, letter) + size * 0.5).max(size * 1.2)
}

/// What stands in a paragraph, line by line.
pub fn lines(faces: &Faces, runs: &[Run], set: Set) -> Vec<Vec<Piece>> {
    let (mut lines, mut line, mut used) = (Vec::new(), Vec::new(), 0.0);
    for word in words(faces, runs, set) {
        let width = |is_last: bool| word.iter().map(|p| p.width(faces, set, is_last)).sum::<f32>();
        if used + width(true) > set.width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        used += width(false);
        line.extend(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words, each with the space behind it. What is wider than the column is cut.
fn words(faces: &Faces, runs: &[Run], set: Set) -> Vec<Vec<Piece>> {
    let mut words: Vec<Vec<Piece>> = Vec::new();
    let mut has_ended = true;
    for run in runs {
        for part in parts(run) {
            let mut rest = part;
            loop {
                let (head, tail) = rest.split_at(fitting(faces, rest, run.style, set));
                let piece = Piece { text: head.to_owned(), style: run.style, language: run.language.clone() };
                match words.last_mut().filter(|w| !has_ended && w.len() < MOST_PIECES) {
                    Some(word) => word.push(piece),
                    None => words.push(vec![piece]),
                }
                has_ended = head.ends_with(' ') || !tail.is_empty();
                rest = tail;
                if rest.is_empty() {
                    break;
                }
            }
        }
    }
    words
}

/// A word that is torn into more styles than this is broken.
const MOST_PIECES: usize = 64;

/// The words of a run. Signs and letters are one whole.
fn parts(run: &Run) -> Vec<&str> {
    match run.style {
        Style::Sign(_) | Style::Letter(_) => vec![&run.text],
        _ => run.text.split_inclusive(' ').collect(),
    }
}

/// How much of a word fits into a line of its own, in bytes: at least one letter.
fn fitting(faces: &Faces, word: &str, style: Style, set: Set) -> usize {
    if matches!(style, Style::Sign(_) | Style::Letter(_)) {
        return word.len();
    }
    let (mut used, face) = (0.0, set.face(style));
    for (at, letter) in word.char_indices() {
        used += faces.width(face, set.size, letter.encode_utf8(&mut [0; 4]));
        if used > set.width && at > 0 && letter != ' ' {
            return at;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Verdict;

    #[test]
    fn words_stand_in_lines() {
        let faces = Faces::new().expect("the fonts can be read");
        let set = Set { serif: false, strong: false, size: 10.0, left: 0.0, width: 60.0 };
        let check = |runs: &[(&str, Style)], expected: &[&str]| {
            let run = |(text, style): &(&str, Style)| Run { text: (*text).to_owned(), style: *style, language: None };
            let runs: Vec<Run> = runs.iter().map(run).collect();
            let lines = lines(&faces, &runs, set);
            let lines: Vec<String> = lines.iter().map(|l| l.iter().map(|p| p.text.as_str()).collect()).collect();
            assert_eq!(lines, expected);
        };
        check(&[("uno dos tres cuatro", Style::Plain)], &["uno dos tres ", "cuatro"]);
        check(
            &[("más de ", Style::Hedge), ("11", Style::Figure), (".000 soldados", Style::Plain)],
            &["más de 11.000 ", "soldados"],
        );
        check(&[("iiiiiiiiiiiiiiiiiiiiiiiiiiii", Style::Plain)], &["iiiiiiiiiiiiiiiiiiiiiiii", "iiii"]);
        check(&[("A B", Style::Letter(0)), (" uno", Style::Plain)], &["A B uno"]);
        check(&[("stands apart from all others", Style::Sign(Verdict::Conflict))], &["stands apart from all others"]);
        check(&[("", Style::Plain)], &[]);
    }
}
