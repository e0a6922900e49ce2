//! The report for a terminal.

use super::{Fact, Mention, Pair, Report};
use crate::{finding::Verdict, text::Span, wording::Wording};
use rustc_hash::FxHashMap;
use std::fmt::{self, Display, Write};

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Plain text: for files and pipes.
    None,
    /// The colours of a terminal.
    Terminal,
}

/// How a stretch of text is set off. Meaning never hangs on it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Style {
    Strong,
    Quiet,
    Figure,
    Conflict,
    Tension,
    Agree,
}

impl Ink {
    /// `text` in a style; as it is where no colours are used.
    pub fn on(self, style: Style, text: impl Display) -> impl Display {
        let code = match style {
            Style::Strong => "1",
            Style::Quiet => "2",
            Style::Figure => "1;33",
            Style::Conflict => "1;31",
            Style::Tension => "33",
            Style::Agree => "34",
        };
        fmt::from_fn(move |f| match self {
            Self::None => write!(f, "{text}"),
            Self::Terminal => write!(f, "\u{1b}[{code}m{text}\u{1b}[0m"),
        })
    }
}

/// The flagged findings in full, the agreements in a line each, the rest as a count.
#[must_use]
pub fn print(report: &Report, words: &Wording, ink: Ink) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write(&mut out, report, words, ink);
    out
}

fn write(out: &mut String, report: &Report, words: &Wording, ink: Ink) -> fmt::Result {
    let counts = [("articles", report.articles.len()), ("figures", report.summary.figures)];
    writeln!(out, "{}", ink.on(Style::Strong, words.count("report-read", &counts)))?;
    for source in &report.articles {
        let title = if source.title.is_empty() { &source.file } else { &source.title };
        let date = source.date.map(|d| d.to_string()).unwrap_or_default();
        let head = format!("{:>2}  {}  {date}  {}", source.letter, clean(&source.name), source.language);
        writeln!(out, "{head}  {}", ink.on(Style::Quiet, clean(title)))?;
    }
    for notice in &report.notices {
        let letter = &report.articles[notice.article as usize].letter;
        writeln!(out, "{}", ink.on(Style::Quiet, format!("{letter:>2}  {}", clean(&notice.message))))?;
    }
    writeln!(out, "\n{}", summary(report, words))?;
    if let Some(chosen) = report.chosen {
        writeln!(out, "{}", chosen.in_words(words))?;
    }
    for fact in report.flagged() {
        writeln!(out)?;
        write_fact(out, report, fact, words, ink)?;
    }
    write_agreements(out, report, words, ink)
}

/// The counts by verdict in a sentence.
#[must_use]
pub fn summary(report: &Report, words: &Wording) -> String {
    let s = report.summary;
    let counts = [("conflicts", s.conflicts), ("tensions", s.tensions), ("agreements", s.agreements)];
    words.count("report-summary", &counts)
}

fn write_fact(out: &mut String, report: &Report, fact: &Fact, words: &Wording, ink: Ink) -> fmt::Result {
    let verdict = words.text(&format!("verdict-{}", fact.verdict.key()));
    let head = ink.on(style(fact.verdict), format!("{} {verdict}", sign(fact.verdict)));
    let decided = if fact.status == "open" { String::new() } else { format!("  [{}]", fact.decision) };
    let checked = fact.check_key().map(|key| format!("  ({})", words.text(&key))).unwrap_or_default();
    writeln!(out, "{head}  {}{checked}{decided}", ink.on(Style::Strong, clean(&fact.topic)))?;
    for mention in &fact.mentions {
        let source = report.source(mention);
        writeln!(out, "  {:>2}  {}", source.letter, marked(mention, ink))?;
        let speaker = mention.attribution.as_ref().map(|a| format!(", {}", clean(a))).unwrap_or_default();
        let hand: String = mention.hand().iter().map(|h| format!(" · {}", clean(h))).collect();
        writeln!(out, "      {}", ink.on(Style::Quiet, format!("{}{speaker}{hand}", clean(&source.name))))?;
    }
    for reason in &fact.reasons {
        writeln!(out, "      + {}", clean(reason))?;
    }
    for line in beside(fact, words) {
        writeln!(out, "  {}", ink.on(Style::Quiet, line))?;
    }
    for pair in reasoned(fact) {
        let letters = [pair.a, pair.b].map(|i| report.source(&fact.mentions[i]).letter.clone());
        writeln!(out, "  {}", ink.on(style(pair.verdict), letters.join("–")))?;
        for (sign, reason) in pair.reasons.iter().map(|r| ('+', r)).chain(pair.against.iter().map(|r| ('−', r))) {
            writeln!(out, "      {sign} {}", clean(reason))?;
        }
    }
    if !fact.note.is_empty() {
        writeln!(out, "  {}: {}", words.text("report-note"), clean(&fact.note))?;
    }
    Ok(())
}

/// What else is told of a fact: that two speakers part, that some sources are copies of one text.
pub(super) fn beside(fact: &Fact, words: &Wording) -> Vec<String> {
    let rival = fact.rival_claims.then(|| format!("{}.", words.text("finding-rival-claims")));
    rival.into_iter().chain(Some(fact.told_by.clone()).filter(|t| !t.is_empty())).collect()
}

/// A figure in words, and in brackets what was done by hand about it.
pub(super) fn briefly(mention: &Mention) -> String {
    match mention.hand() {
        [] => mention.told().to_owned(),
        hand => format!("{} ({})", mention.told(), hand.join("; ")),
    }
}

/// The flagged pairs that are worth telling: of those between the same two sides, the one that is surest to be one fact.
pub(super) fn reasoned(fact: &Fact) -> Vec<&Pair> {
    let sides = fact.sides();
    let mut side = vec![sides.len(); fact.mentions.len()];
    // A mention on several sides counts to the first.
    for (place, mentions) in sides.iter().enumerate().rev() {
        mentions.iter().for_each(|&mention| side[mention] = place);
    }
    let between = |pair: &Pair| (side[pair.a].min(side[pair.b]), side[pair.a].max(side[pair.b]));
    let mut places: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    let mut told: Vec<&Pair> = Vec::new();
    for pair in fact.pairs.iter().filter(|p| p.verdict.is_flagged()) {
        let place = *places.entry(between(pair)).or_insert(told.len());
        match told.get_mut(place) {
            Some(best) if pair.sameness > best.sameness => *best = pair,
            Some(_) => {}
            None => told.push(pair),
        }
    }
    told
}

fn write_agreements(out: &mut String, report: &Report, words: &Wording, ink: Ink) -> fmt::Result {
    let mut agreements = report.with_verdict(Verdict::Agree).peekable();
    if agreements.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "\n{}", ink.on(Style::Strong, words.text("report-agreements")))?;
    for fact in agreements {
        let said = fact.mentions.iter().map(|m| format!("{} {}", report.source(m).letter, clean(&briefly(m))));
        let said: Vec<_> = said.collect();
        let sign = ink.on(Style::Agree, sign(Verdict::Agree));
        writeln!(out, "{sign} {}: {}", clean(&fact.topic), said.join(" · "))?;
    }
    Ok(())
}

/// The shape of a verdict.
pub(super) fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Conflict => '◆',
        Verdict::Tension => '▲',
        Verdict::Agree => '●',
        Verdict::Single => '○',
    }
}

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Conflict => Style::Conflict,
        Verdict::Tension => Style::Tension,
        Verdict::Agree => Style::Agree,
        Verdict::Single => Style::Quiet,
    }
}

/// The sentence with its figure set off: by colour, or by brackets where there is none.
fn marked(mention: &Mention, ink: Ink) -> String {
    let text = &mention.sentence;
    let Some(figure) = mention.marks.figure else { return clean(text) };
    let (head, tail) = (Span::new(0, figure.start()).of(text), &text[figure.end()..]);
    let figure = clean(figure.of(text));
    match ink {
        Ink::None => format!("{}[{figure}]{}", clean(head), clean(tail)),
        Ink::Terminal => format!("{}{}{}", clean(head), ink.on(Style::Figure, figure), clean(tail)),
    }
}

/// A text on one line, without characters that would steer the terminal or turn the direction of writing.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if c.is_control() => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn texts_cannot_steer_the_terminal() {
        for (input, expected) in [
            ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
            ("uno\n\n dos\t tres", "uno dos tres"),
            ("12\u{202e}34", "1234"),
            ("15\u{a0}000", "15 000"),
        ] {
            assert_eq!(clean(input), expected, "{input:?}");
        }
    }
}
