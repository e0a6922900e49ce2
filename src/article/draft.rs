//! A draft: what a format's reader found in a file, before it is known which piece is what.

use super::{
    Article, Block, COMPARED, Metadata, Notice, Origin, Zone,
    dateline::Dateline,
    metadata::{self, Dated},
    zones,
};
use crate::{language::Registry, text::Span};

/// What a format's reader hands over: the pieces of the text in order, and what the file says of itself.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The pieces of the text, in order; white space is folded.
    pub pieces: Vec<Piece>,
    /// The headline, where the file names one apart from its text.
    pub title: Option<String>,
    /// The newspaper.
    pub outlet: Option<String>,
    /// The author.
    pub byline: Option<String>,
    /// The day of publication, as it is written there.
    pub published: Option<String>,
    /// The language's tag, "es-MX".
    pub language: Option<String>,
    /// Lines of the page outside the article, where a day may stand.
    pub surroundings: Vec<String>,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Whether a rule stands behind the last piece.
    pub ruled: bool,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words, white space folded, not empty.
    pub text: String,
    /// What the format says that it is.
    pub role: Role,
    /// Whether a rule stands above it, or a page was ended there on purpose: where a file of several articles may be cut.
    pub ruled: bool,
}

/// What a format says of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing: a line of a plain text.
    Line,
    /// A heading of that depth, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// An item of a list, a row of a table: never a heading, however short.
    Item,
    /// The words of a picture.
    Caption,
    /// Something beside the story.
    Aside,
}

impl Piece {
    /// A piece of these words; none where there is neither a letter nor a digit.
    #[must_use]
    pub fn new(text: &str, role: Role) -> Option<Self> {
        let text = fold_white_space(text);
        text.contains(char::is_alphanumeric).then_some(Self { text, role, ruled: false })
    }

    /// The same, under the rule that stands there, if any; a line that is nothing but a rule is one for the next piece.
    #[must_use]
    pub fn below(ruled: &mut bool, text: &str, role: Role) -> Option<Self> {
        *ruled |= is_rule(text);
        let piece = Self::new(text, role)?;
        Some(Self { ruled: std::mem::take(ruled), ..piece })
    }
}

/// Runs of spaces, tabs and line ends become one space, as a browser shows them; no-break spaces stay.
#[must_use]
pub fn fold_white_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}').to_owned()
}

/// Whether a line is nothing but a rule: "-----", "***", "= = =".
#[must_use]
pub fn is_rule(text: &str) -> bool {
    let signs = || text.chars().filter(|c| !c.is_whitespace());
    let drawn = |c: char| matches!(c, '-' | '–' | '—' | '=' | '_' | '*' | '#' | '~' | '+' | '─' | '═' | '·');
    signs().take(3).count() == 3 && signs().all(drawn)
}

impl Draft {
    /// Puts a piece at the end, unless it is empty.
    pub fn push(&mut self, text: &str, role: Role) {
        self.pieces.extend(Piece::below(&mut self.ruled, text, role));
    }

    /// How many bytes of text there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|p| p.text.len()).sum()
    }

    /// The article: its parts are told apart, and what is known of it is gathered.
    #[must_use]
    pub fn finish(mut self, origin: Origin, languages: &Registry) -> Article {
        let (language, foreign) = metadata::language(&self, languages);
        let tag = self.language.clone().unwrap_or_else(|| language.clone());
        if let Some(masthead) = zones::masthead(&self.pieces, &tag) {
            self.pieces[masthead].role = Role::Aside;
            self.outlet.get_or_insert_with(|| self.pieces[masthead].text.clone());
        }
        let zones = zones::assign(&self.pieces, &tag);
        let (text, blocks, rules) = assemble(&self.pieces, &zones);
        let first_paragraphs = || blocks.iter().filter(|b| matches!(b.zone, Zone::Lead | Zone::Body)).take(3);
        let dateline = first_paragraphs().find_map(|b| Some((*b, Dateline::at_head_of(b.span.of(&text), &tag)?)));
        let dated = metadata::published(&self, &zones, dateline.as_ref().map(|(_, d)| d), &tag);
        let headline = blocks.iter().find(|b| b.zone == Zone::Headline).map(|b| b.span.of(&text).to_owned());
        let outlet = metadata::outlet(&self, dateline.as_ref().map(|(_, d)| d), &origin.path);
        let byline = metadata::byline(&self.pieces, &zones);
        let mut notices = std::mem::take(&mut self.notices);
        notices.extend(foreign);
        notices.extend(dated.notice());
        if text.len() > COMPARED {
            let size = text.len().div_ceil(COMPARED).to_string();
            notices.push(Notice::new("load-long", &[("size", &size)]));
        }
        let Dated { day, day_without_year, hour, .. } = dated;
        let metadata = Metadata {
            title: headline.or(self.title).unwrap_or_default(),
            outlet,
            byline: self.byline.or(byline).unwrap_or_default(),
            published: day,
            hour,
            language,
        };
        let dateline = dateline.map(|(b, d)| Span::new(b.span.start(), b.span.start() + d.len));
        Article { origin, text, blocks, rules, metadata, notices, dateline, day_without_year }
    }
}

/// The pieces as one text, an empty line between them; where the pieces begin that a rule stands above.
fn assemble(pieces: &[Piece], zones: &[Zone]) -> (String, Vec<Block>, Vec<usize>) {
    let mut text = String::with_capacity(pieces.iter().map(|p| p.text.len() + 2).sum());
    let mut blocks = Vec::with_capacity(pieces.len());
    let mut rules = Vec::new();
    for (piece, zone) in pieces.iter().zip(zones) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        if piece.ruled && start > 0 {
            rules.push(start);
        }
        text.push_str(&piece.text);
        blocks.push(Block { span: Span::new(start, text.len()), zone: *zone });
    }
    (text, blocks, rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_lines_of_signs() {
        for (text, expected) in
            [("-----", true), (" * * * ", true), ("──────", true), ("--", false), ("...", false), ("--- 1", false)]
        {
            assert_eq!(is_rule(text), expected, "{text}");
        }
    }

    #[test]
    fn white_space_is_folded_as_a_browser_does() {
        for (input, expected) in
            [("  a \n\t b  ", "a b"), ("60\u{a0}% de", "60\u{a0}% de"), ("\u{a0} a\u{200b}", "a"), (" \n ", "")]
        {
            assert_eq!(fold_white_space(input), expected, "{input:?}");
        }
    }
}
