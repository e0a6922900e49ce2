//! The manual as chapters and blocks, read from its Markdown.

use crate::assets;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A part of the manual under a heading of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// One thing after another in a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading within the chapter.
    Heading(Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// One of several things, with its number where they are counted.
    Item(Option<u64>, Vec<Run>),
    /// A row of a table: its cells, and whether it is the head.
    Row(Vec<Vec<Run>>, bool),
}

/// Words of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As the text.
    #[default]
    Plain,
    /// As what is named.
    Strong,
    /// As keys and commands.
    Code,
}

/// The manual in a language; in the first where there is none in this one.
#[must_use]
pub fn of_language(key: &str) -> Vec<Chapter> {
    let named = assets::MANUALS.iter().find(|(name, _)| name.split('.').next() == Some(key));
    let bytes = named.or(assets::MANUALS.first()).map_or(&[][..], |(_, bytes)| bytes);
    read(&String::from_utf8_lossy(bytes))
}

/// The chapters of a text in Markdown. What stands before the first of them is left out: it is the title.
#[must_use]
pub fn read(text: &str) -> Vec<Chapter> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.chapters
}

#[derive(Default)]
struct Reader {
    chapters: Vec<Chapter>,
    words: Vec<Run>,
    strong: bool,
    /// The lists that are open, and the number of the next item of each.
    lists: Vec<Option<u64>>,
    cells: Vec<Vec<Run>>,
    in_head: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) => self.add(&text, if self.strong { Style::Strong } else { Style::Plain }),
            Event::Code(text) => self.add(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => self.add(" ", Style::Plain),
            Event::Start(Tag::Strong) => self.strong = true,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::Start(Tag::TableHead) => self.in_head = true,
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn add(&mut self, text: &str, style: Style) {
        match self.words.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.words.push(Run { text: text.to_owned(), style }),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(HeadingLevel::H1) => self.words.clear(),
            TagEnd::Heading(HeadingLevel::H2) => {
                let title = std::mem::take(&mut self.words).into_iter().map(|r| r.text).collect();
                self.chapters.push(Chapter { title, blocks: Vec::new() });
            }
            TagEnd::Heading(_) => self.put(Block::Heading),
            TagEnd::Paragraph if self.lists.is_empty() => self.put(Block::Paragraph),
            TagEnd::Item => {
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = next.map(|n| n + 1);
                    number
                });
                self.put(|words| Block::Item(number, words));
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.words)),
            TagEnd::TableHead | TagEnd::TableRow => {
                let cells = std::mem::take(&mut self.cells);
                let in_head = std::mem::take(&mut self.in_head);
                self.put(|_| Block::Row(cells, in_head));
            }
            _ => {}
        }
    }

    fn put(&mut self, block: impl FnOnce(Vec<Run>) -> Block) {
        let words = std::mem::take(&mut self.words);
        if let Some(chapter) = self.chapters.last_mut() {
            chapter.blocks.push(block(words));
        }
    }
}

impl Block {
    /// Its words, without their style: for reading aloud.
    #[must_use]
    pub fn spoken(&self) -> String {
        let words = |runs: &[Run]| runs.iter().map(|r| r.text.as_str()).collect::<String>();
        match self {
            Self::Heading(runs) | Self::Paragraph(runs) | Self::Item(None, runs) => words(runs),
            Self::Item(Some(number), runs) => format!("{number}. {}", words(runs)),
            Self::Row(cells, _) => cells.iter().map(|c| words(c)).collect::<Vec<_>>().join(": "),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Wording;

    #[test]
    fn markdown_becomes_blocks() {
        let text = "# Manual\n\nNo.\n\n## Uno\n\nPulse `N` y **lea**\nesto.\n\n1. a\n2. b\n\n- c\n\n### Más\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n## Dos\n\nFin.";
        let chapters = read(text);
        let titles: Vec<&str> = chapters.iter().map(|c| c.title.as_str()).collect();
        assert_eq!(titles, ["Uno", "Dos"]);
        let spoken: Vec<String> = chapters[0].blocks.iter().map(Block::spoken).collect();
        assert_eq!(spoken, ["Pulse N y lea esto.", "1. a", "2. b", "c", "Más", "x: y", "1: 2"]);
        let Block::Paragraph(runs) = &chapters[0].blocks[0] else { panic!("{:?}", chapters[0].blocks) };
        let styles: Vec<Style> = runs.iter().map(|r| r.style).collect();
        assert_eq!(styles, [Style::Plain, Style::Code, Style::Plain, Style::Strong, Style::Plain]);
        assert!(matches!(&chapters[0].blocks[5], Block::Row(_, true)));
        assert!(matches!(&chapters[0].blocks[6], Block::Row(_, false)));
    }

    #[test]
    fn the_manuals_of_all_languages_are_built_alike() {
        /// What a block is, without its words.
        fn shape(block: &Block) -> String {
            match block {
                Block::Heading(_) => "heading".to_owned(),
                Block::Paragraph(_) => "paragraph".to_owned(),
                Block::Item(number, _) => format!("item {number:?}"),
                Block::Row(cells, head) => format!("row {} {head}", cells.len()),
            }
        }
        let languages = Wording::languages();
        assert_eq!(assets::MANUALS.len(), languages.len());
        let manuals: Vec<Vec<Chapter>> = languages.iter().map(|l| of_language(l)).collect();
        assert!(manuals[0].len() > 8);
        for manual in &manuals {
            assert_eq!(manual.len(), manuals[0].len());
            for (chapter, first) in manual.iter().zip(&manuals[0]) {
                let shapes = |c: &Chapter| c.blocks.iter().map(shape).collect::<Vec<_>>();
                assert_eq!(shapes(chapter), shapes(first), "{} / {}", chapter.title, first.title);
                assert!(chapter.blocks.iter().all(|b| !b.spoken().trim().is_empty()), "{}", chapter.title);
            }
        }
        assert_ne!(manuals[0][0].title, manuals[1][0].title, "each is in its own language");
    }
}
