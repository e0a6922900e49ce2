//! Markdown: headings, paragraphs, lists and tables as text; what the front matter says of the article.

use super::debris;
use crate::article::{
    draft::{Draft, Role},
    metadata::take_field,
};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Reads a Markdown text.
#[must_use]
pub fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let body = front_matter(text, &mut draft);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader { draft, buffer: String::new(), role: Role::Paragraph, items: 0, image: None };
    for event in Parser::new_ext(body, options) {
        reader.take(event);
    }
    reader.flush();
    let mut draft = reader.draft;
    spare_headline(&mut draft);
    draft
}

/// Takes the lines between two `---` at the top, and returns what follows them.
fn front_matter<'a>(text: &'a str, draft: &mut Draft) -> &'a str {
    let Some(rest) = text.trim_start().strip_prefix("---\n") else { return text };
    let Some(end) = rest.find("\n---") else { return text };
    let body = rest[end + 4..].find('\n').map_or("", |i| &rest[end + 4 + i + 1..]);
    for line in rest[..end].lines() {
        if let Some((label, value)) = line.split_once(':') {
            take_field(draft, label, value);
        }
    }
    body
}

/// A headline in the front matter and again as the first heading is one headline.
fn spare_headline(draft: &mut Draft) {
    if let [first, second, ..] = draft.pieces.as_slice()
        && first.role == Role::Heading(1)
        && second.text == first.text
    {
        draft.pieces.remove(1);
    }
}

struct Reader {
    draft: Draft,
    buffer: String,
    role: Role,
    /// How many lists are open.
    items: usize,
    /// The words that stand for a picture, while its element is open.
    image: Option<String>,
}

impl Reader {
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.buffer);
        self.draft.push(&text, self.role);
    }

    fn begin(&mut self, role: Role) {
        self.flush();
        self.role = role;
    }

    fn add(&mut self, text: &str) {
        match &mut self.image {
            Some(words) => words.push_str(text),
            None => self.buffer.push_str(text),
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(t) | Event::Code(t) | Event::InlineMath(t) | Event::DisplayMath(t) => self.add(&t),
            Event::Html(t) | Event::InlineHtml(t) => self.add(&debris::clean(&t)),
            Event::SoftBreak => self.add(" "),
            Event::HardBreak => self.add("\n"),
            Event::Rule => {
                self.flush();
                self.draft.ruled = true;
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(Role::Heading(depth(*level))),
            Tag::Paragraph if self.items == 0 => self.begin(Role::Paragraph),
            Tag::List(_) => {
                self.flush();
                self.items += 1;
            }
            Tag::Item | Tag::TableHead | Tag::TableRow => self.begin(Role::Item),
            Tag::TableCell if !self.buffer.is_empty() => self.buffer.push_str(" | "),
            Tag::Image { .. } => self.image = Some(String::new()),
            Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::HtmlBlock => self.begin(Role::Paragraph),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => {
                if let Some(words) = self.image.take() {
                    self.draft.push(&words, Role::Caption);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.items = self.items.saturating_sub(1);
                self.role = Role::Paragraph;
            }
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock
            | TagEnd::BlockQuote(_) => {
                self.flush();
                self.role = Role::Paragraph;
            }
            TagEnd::Paragraph => self.flush(),
            _ => {}
        }
    }
}

fn depth(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Role)]) -> Draft {
        let draft = read(text);
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected, "{text}");
        draft
    }

    #[test]
    fn markup_becomes_text() {
        check(
            "# El puente\n\n**Uno** de [los puentes](https://x.es/1234) cayó\nel lunes.\n\n## Después\n\n* Tres heridos\n* 40 casas\n\n> Una *cita*.\n",
            &[
                ("El puente", Role::Heading(1)),
                ("Uno de los puentes cayó el lunes.", Role::Paragraph),
                ("Después", Role::Heading(2)),
                ("Tres heridos", Role::Item),
                ("40 casas", Role::Item),
                ("Una cita.", Role::Paragraph),
            ],
        );
    }

    #[test]
    fn pictures_and_tables() {
        check(
            "![El puente en mayo](a.jpg)\n\n| Zona | Muertos |\n|---|---|\n| Norte | 4 |\n",
            &[("El puente en mayo", Role::Caption), ("Zona | Muertos", Role::Item), ("Norte | 4", Role::Item)],
        );
    }

    #[test]
    fn front_matter_is_no_text() {
        let draft = check(
            "---\ntitle: \"El puente\"\ndate: 2025-11-03\nsource: El Valle\n---\n# El puente\n\nUno.\n",
            &[("El puente", Role::Heading(1)), ("Uno.", Role::Paragraph)],
        );
        assert_eq!(draft.outlet.as_deref(), Some("El Valle"));
        assert!(draft.published.is_some());
    }
}
