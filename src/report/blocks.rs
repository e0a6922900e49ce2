//! The report as a row of blocks: headings, paragraphs, quotations, tables. What is written in pages prints these.

use super::{
    Fact, Marked, Mention, Report, Source,
    drawing::{Drawing, draw},
    text,
};
use crate::{
    finding::{Standing, Verdict},
    wording::Wording,
};

/// One thing after another on the pages.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The name of the report.
    Title(String),
    /// A heading: how deep, from 1.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A quotation, the letter of its source before it and its source under it.
    Quotation(Vec<Run>, Vec<Run>, Vec<Run>),
    /// One of several things: the sign before it, and what it is.
    Item(&'static str, Vec<Run>),
    /// A number line, and the same in words.
    Line(Drawing, String),
    /// A table: the cells of its head, then its rows.
    Table(Vec<Vec<Run>>, Vec<Vec<Vec<Run>>>),
    /// What the person noted.
    Note(Vec<Run>),
}

impl Block {
    /// All words of the block.
    pub fn runs_mut(&mut self) -> Box<dyn Iterator<Item = &mut Run> + '_> {
        match self {
            Self::Title(_) | Self::Line(..) => Box::new(std::iter::empty()),
            Self::Heading(_, words) | Self::Paragraph(words) | Self::Item(_, words) | Self::Note(words) => {
                Box::new(words.iter_mut())
            }
            Self::Quotation(letter, words, caption) => Box::new(letter.iter_mut().chain(words).chain(caption)),
            Self::Table(head, rows) => Box::new(head.iter_mut().chain(rows.iter_mut().flatten()).flatten()),
        }
    }
}

/// Words of one style and language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// The language of the article that they stand in; none for the report's own.
    pub language: Option<String>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Style {
    Plain,
    Strong,
    Quiet,
    Figure,
    Hedge,
    Unit,
    Verdict(Verdict),
    /// The shape of a verdict; the words say the same aloud.
    Sign(Verdict),
    /// The letter of a source, in the colour of its number.
    Letter(u32),
}

impl Run {
    fn new(text: impl AsRef<str>, style: Style) -> Self {
        Self { text: shown(text.as_ref()), style, language: None }
    }

    fn plain(text: impl AsRef<str>) -> Self {
        Self::new(text, Style::Plain)
    }

    /// The letter of a source.
    fn letter(source: &Source) -> Self {
        Self::new(&source.letter, Style::Letter(source.id))
    }

    fn of(mut self, source: &Source) -> Self {
        self.language = Some(source.language.clone()).filter(|l| !l.is_empty());
        self
    }
}

/// A text without what a page cannot hold or what would turn the direction of the words around it. What is not seen, such
/// as a space of no width, goes too.
#[must_use]
pub fn shown(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{ffff}' | '\u{ad}');
    let letters = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    letters.filter(|c| !c.is_control() && !unseen(*c)).collect()
}

/// The whole report as blocks; its number lines are drawn so wide.
#[must_use]
pub fn of(report: &Report, words: &Wording, width: f32) -> Vec<Block> {
    let mut pages = Pages { report, words, width, blocks: Vec::new() };
    pages.head();
    pages.ledger();
    report.flagged().for_each(|f| pages.fact(f));
    pages.briefly(Verdict::Agree, "report-agreements");
    pages.briefly(Verdict::Single, "report-singles");
    pages.sources();
    pages.method();
    pages.blocks
}

struct Pages<'a> {
    report: &'a Report,
    words: &'a Wording,
    width: f32,
    blocks: Vec<Block>,
}

impl Pages<'_> {
    fn t(&self, key: &str) -> String {
        self.words.text(key)
    }

    fn heading(&mut self, key: &str) {
        let text = self.t(key);
        self.blocks.push(Block::Heading(1, vec![Run::plain(text)]));
    }

    fn paragraph(&mut self, runs: Vec<Run>) {
        self.blocks.push(Block::Paragraph(runs));
    }

    fn head(&mut self) {
        let s = self.report.summary;
        self.blocks.push(Block::Title(shown(&self.report.title(self.words))));
        if let Some(made) = self.report.made {
            self.paragraph(vec![Run::new(self.words.moment(made), Style::Quiet)]);
        }
        let counts = [("articles", self.report.articles.len()), ("figures", s.figures)];
        self.paragraph(vec![Run::plain(self.words.count("report-read", &counts))]);
        if let Some(chosen) = self.report.chosen {
            self.paragraph(vec![Run::plain(chosen.in_words(self.words))]);
        }
        let decided = [("done", s.decided), ("total", s.conflicts + s.tensions)];
        let decided = self.words.count("report-decided", &decided);
        self.paragraph(vec![
            Run::plain(text::summary(self.report, self.words) + " "),
            Run::new(decided + ".", Style::Quiet),
        ]);
    }

    fn topic(&self, fact: &Fact) -> Run {
        let topic = text::clean(&fact.topic);
        if topic.trim().is_empty() {
            return Run::plain(self.t(fact.kind_key()));
        }
        let run = Run::plain(topic);
        match fact.mentions.first() {
            Some(first) => run.of(self.report.source(first)),
            None => run,
        }
    }

    fn verdict(&self, verdict: Verdict) -> Run {
        Run::new(self.t(&format!("verdict-{}", verdict.key())), Style::Verdict(verdict))
    }

    fn sign(&self, verdict: Verdict) -> Run {
        Run { style: Style::Sign(verdict), ..self.verdict(verdict) }
    }

    /// Facts against sources. Who stands apart has a sign before what it says.
    fn ledger(&mut self) {
        let facts: Vec<&Fact> = self.report.findings.iter().filter(|f| f.verdict != Verdict::Single).collect();
        if facts.is_empty() {
            if self.report.chosen.is_none() {
                let nothing = self.t("report-nothing");
                self.paragraph(vec![Run::plain(nothing)]);
            }
            return;
        }
        self.heading("report-ledger");
        // A page holds only so many columns: more sources go into tables of their own.
        let articles = &self.report.articles;
        let tables = articles.len().div_ceil(MOST_COLUMNS).max(1);
        for sources in articles.chunks(articles.len().div_ceil(tables).max(1)) {
            let name = |s: &Source| vec![Run::letter(s), Run::plain(" "), Run::plain(&s.name)];
            let head =
                std::iter::once(vec![Run::plain(self.t("report-fact"))]).chain(sources.iter().map(name)).collect();
            let rows = facts.iter().map(|fact| {
                let cells = sources.iter().map(|source| self.cell(fact, source));
                std::iter::once(vec![self.sign(fact.verdict), Run::plain(" "), self.topic(fact)]).chain(cells).collect()
            });
            let rows = rows.collect();
            self.blocks.push(Block::Table(head, rows));
        }
    }

    fn cell(&self, fact: &Fact, source: &Source) -> Vec<Run> {
        let Some(cell) = fact.ledger.iter().find(|c| c.article.0 == source.id) else {
            return vec![Run::new("–", Style::Quiet)];
        };
        let value = Run::plain(cell.text()).of(source);
        match cell.standing.verdict().filter(|v| v.is_flagged()) {
            Some(verdict) => {
                let word = if matches!(cell.standing, Standing::Apart(_)) {
                    self.t("report-apart")
                } else {
                    self.t(&format!("verdict-{}", verdict.key()))
                };
                let sign = Run::new(word, Style::Sign(verdict));
                vec![sign, Run::plain(" "), Run { style: Style::Verdict(verdict), ..value }]
            }
            None => vec![value],
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.blocks.push(Block::Heading(2, vec![self.topic(fact)]));
        let check = fact.check_key().map(|key| format!(" · {}", self.t(&key))).unwrap_or_default();
        let decision = format!("{check} · {}", fact.decision);
        let sign = Run { text: String::new(), ..self.sign(fact.verdict) };
        let verdict = self.verdict(fact.verdict);
        self.paragraph(vec![sign, Run::plain(" "), verdict, Run::new(decision, Style::Quiet)]);
        if let Some(line) = &fact.line {
            self.blocks.push(Block::Line(draw(line, self.width), shown(&line.spoken)));
        }
        for mention in &fact.mentions {
            self.mention(mention);
        }
        for line in text::beside(fact, self.words) {
            self.paragraph(vec![Run::plain(line)]);
        }
        for reason in &fact.reasons {
            self.blocks.push(Block::Item("+", vec![Run::plain(reason)]));
        }
        for pair in text::reasoned(fact) {
            let [a, b] = [pair.a, pair.b].map(|m| Run::letter(self.report.source(&fact.mentions[m])));
            let verdict = self.verdict(pair.verdict);
            self.blocks.push(Block::Heading(3, vec![a, Run::plain(" "), b, Run::plain(" "), verdict]));
            self.blocks.extend(pair.reasons.iter().map(|r| Block::Item("+", vec![Run::plain(r)])));
            self.blocks.extend(pair.against.iter().map(|r| Block::Item("−", vec![Run::plain(r)])));
        }
        if !fact.note.is_empty() {
            let title = Run::new(format!("{}. ", self.t("report-note")), Style::Strong);
            self.blocks.push(Block::Note(vec![title, Run::plain(&fact.note)]));
        }
    }

    fn mention(&mut self, mention: &Mention) {
        let source = self.report.source(mention);
        let mut caption = vec![Run::new(&source.name, Style::Quiet)];
        let mut add = |text: String| caption.push(Run::new(text, Style::Quiet));
        if let Some(date) = source.date {
            add(format!(", {}", self.words.date(date)));
        }
        if let Some(speaker) = &mention.attribution {
            add(format!("; {} {}", self.t("report-says"), self.words.quoted(speaker)));
        }
        for hand in mention.hand() {
            add(format!("; {hand}"));
        }
        let letter = vec![Run::letter(source)];
        let quoted = marked(mention).into_iter().map(|r| r.of(source)).collect();
        self.blocks.push(Block::Quotation(letter, quoted, caption));
    }

    fn briefly(&mut self, verdict: Verdict, key: &str) {
        let facts: Vec<&Fact> = self.report.with_verdict(verdict).collect();
        if facts.is_empty() {
            return;
        }
        self.heading(key);
        for fact in facts {
            let mut runs = vec![self.topic(fact), Run::plain(": ")];
            for (place, mention) in fact.mentions.iter().enumerate() {
                let source = self.report.source(mention);
                runs.push(Run::plain(if place > 0 { " · " } else { "" }));
                runs.push(Run::letter(source));
                runs.push(Run::plain(" "));
                runs.push(Run::plain(text::briefly(mention)).of(source));
            }
            self.blocks.push(Block::Item("•", runs));
        }
    }

    fn sources(&mut self) {
        self.heading("report-sources");
        for source in &self.report.articles {
            let mut runs = vec![Run::letter(source), Run::new(format!(" {}", source.name), Style::Strong)];
            if source.title != source.name {
                runs.push(Run::plain(". "));
                runs.push(Run::plain(&source.title).of(source));
            }
            let date = source.date.map(|d| format!(". {}", self.words.date(d))).unwrap_or_default();
            runs.push(Run::plain(date));
            self.blocks.push(Block::Paragraph(runs));
            let hash = if source.sha256.is_empty() { String::new() } else { format!(" · SHA-256 {}", source.sha256) };
            let fetched = source.fetched_in_words(self.words).map(|f| format!(" · {f}")).unwrap_or_default();
            self.paragraph(vec![Run::new(format!("{}{fetched}{hash}", source.file), Style::Quiet)]);
        }
        for unread in &self.report.unread {
            self.blocks.push(Block::Item("!", vec![Run::plain(format!("{}: {}", unread.file, unread.reason))]));
        }
        for notice in &self.report.notices {
            let letter = Run::letter(&self.report.articles[notice.article as usize]);
            self.blocks.push(Block::Item("!", vec![letter, Run::plain(format!(" {}", notice.message))]));
        }
    }

    fn method(&mut self) {
        self.heading("report-method");
        let text = self.t("report-method-text");
        self.paragraph(vec![Run::plain(text)]);
        self.paragraph(vec![Run::new(&self.report.generator, Style::Quiet)]);
    }
}

/// So many sources stand beside each other in a table of the ledger.
const MOST_COLUMNS: usize = 6;

/// The quoted sentence with its figure, hedge and counted noun marked.
fn marked(mention: &Mention) -> Vec<Run> {
    let style = |marked| match marked {
        None => Style::Plain,
        Some(Marked::Figure) => Style::Figure,
        Some(Marked::Hedge) => Style::Hedge,
        Some(Marked::Unit) => Style::Unit,
    };
    let parts = mention.marks.parts(&mention.sentence);
    parts.into_iter().map(|(text, marked)| Run::new(text, style(marked))).filter(|r| !r.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_hides_is_not_shown() {
        let check = |text: &str, expected| assert_eq!(shown(text), expected);
        check("\u{202e}oir\u{202c}", "oir");
        check("1\u{200b}1", "11");
        check("a\u{0}\u{1b}[31m\nb", "a[31m b");
        check("11\u{a0}000 €", "11 000 €");
        check("\u{fff0}\u{ffff}", "\u{fff0}");
    }
}
