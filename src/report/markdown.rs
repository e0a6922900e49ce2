//! The report as Markdown: for wikis, issue trackers, notes.

use super::{Fact, Mention, Report, text};
use crate::{finding::Verdict, wording::Wording};
use std::fmt::{self, Write};

/// The report as Markdown (CommonMark, with GitHub's tables).
#[must_use]
pub fn print(report: &Report, words: &Wording) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write(&mut out, report, words);
    out
}

fn write(out: &mut String, report: &Report, words: &Wording) -> fmt::Result {
    writeln!(out, "# {}\n", escape(&report.title(words)))?;
    if let Some(made) = report.made {
        writeln!(out, "{}\n", words.moment(made))?;
    }
    let counts = [("articles", report.articles.len()), ("figures", report.summary.figures)];
    writeln!(out, "{} {}", words.count("report-read", &counts), text::summary(report, words))?;
    if let Some(chosen) = report.chosen {
        writeln!(out, "\n{}", chosen.in_words(words))?;
    }
    write_sources(out, report, words)?;
    for fact in report.flagged() {
        write_fact(out, report, fact, words)?;
    }
    write_briefly(out, report, Verdict::Agree, words)?;
    writeln!(out, "\n## {}\n\n{}\n", words.text("report-method"), words.text("report-method-text"))?;
    writeln!(out, "{}", escape(&report.generator))
}

fn write_sources(out: &mut String, report: &Report, words: &Wording) -> fmt::Result {
    let t = |key: &str| words.text(key);
    writeln!(out, "\n## {}\n", t("report-sources"))?;
    let heads = ["csv-source", "csv-outlet", "csv-title", "csv-date", "csv-file"].map(t);
    writeln!(out, "| {} | SHA-256 |\n|{}", heads.join(" | "), "---|".repeat(6))?;
    for s in &report.articles {
        let date = s.date.map(|d| words.date(d)).unwrap_or_default();
        let fetched = s.fetched_in_words(words).map(|f| format!(" ({f})")).unwrap_or_default();
        let file = format!("{}{fetched}", s.file);
        let cells = [&s.letter, &s.name, &s.title, &date, &file, &s.sha256].map(|cell| escape(cell));
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    for unread in &report.unread {
        writeln!(out, "\n- {}: {}", escape(&unread.file), escape(&unread.reason))?;
    }
    for notice in &report.notices {
        let letter = &report.articles[notice.article as usize].letter;
        writeln!(out, "\n- {letter}: {}", escape(&notice.message))?;
    }
    Ok(())
}

fn write_fact(out: &mut String, report: &Report, fact: &Fact, words: &Wording) -> fmt::Result {
    let verdict = words.text(&format!("verdict-{}", fact.verdict.key()));
    writeln!(out, "\n## {} {verdict}: {}\n", text::sign(fact.verdict), escape(&fact.topic))?;
    let checked = fact.check_key().map(|key| format!(" · {}", words.text(&key))).unwrap_or_default();
    writeln!(out, "**{}**{checked}\n", escape(&fact.decision))?;
    for mention in &fact.mentions {
        let source = report.source(mention);
        let speaker = mention.attribution.as_ref().map(|a| format!(", {}", escape(a))).unwrap_or_default();
        let hand: String = mention.hand().iter().map(|h| format!(" · _{}_", escape(h))).collect();
        writeln!(out, "> **{}** {}\n> — {}{speaker}{hand}\n", source.letter, marked(mention), escape(&source.name))?;
    }
    for reason in &fact.reasons {
        writeln!(out, "- {}", escape(reason))?;
    }
    for line in text::beside(fact, words) {
        writeln!(out, "{}\n", escape(&line))?;
    }
    for pair in text::reasoned(fact) {
        let letters = [pair.a, pair.b].map(|i| report.source(&fact.mentions[i]).letter.as_str()).join("–");
        writeln!(out, "- **{letters}**")?;
        for (sign, reason) in pair.reasons.iter().map(|r| ('+', r)).chain(pair.against.iter().map(|r| ('−', r))) {
            writeln!(out, "    - \\{sign} {}", escape(reason))?;
        }
    }
    if !fact.note.is_empty() {
        writeln!(out, "\n**{}.** {}", words.text("report-note"), escape(&fact.note))?;
    }
    Ok(())
}

fn write_briefly(out: &mut String, report: &Report, verdict: Verdict, words: &Wording) -> fmt::Result {
    let mut facts = report.with_verdict(verdict).peekable();
    if facts.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", words.text("report-agreements"))?;
    for fact in facts {
        let said = fact.mentions.iter().map(|m| format!("{} {}", report.source(m).letter, escape(&text::briefly(m))));
        writeln!(out, "- {}: {}", escape(&fact.topic), said.collect::<Vec<_>>().join(" · "))?;
    }
    Ok(())
}

/// The sentence with its figure in bold.
fn marked(mention: &Mention) -> String {
    let text = &mention.sentence;
    let Some(figure) = mention.marks.figure else { return escape(text) };
    let (head, tail) = (&text[..figure.start()], &text[figure.end()..]);
    format!("{}**{}**{}", escape(head), escape(figure.of(text)), escape(tail))
}

/// A text on one line that Markdown shows as it is: no markup, no HTML, no link, no mention of a user.
fn escape(text: &str) -> String {
    let text = text::clean(text);
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '^' => out.extend(['\\', c]),
            ':' if text[i..].starts_with("://") => out.push_str("\\:"),
            '.' if text[..i].to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            // What would begin a list or an underline at the head of a line.
            '+' | '-' | '=' if text[..i].trim().is_empty() => out.extend(['\\', c]),
            '.' | ')' if begins_list(&text[..i], &text[i + 1..]) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

/// Whether a stop or a bracket between these two would make a numbered list of the line: "1. uno", and not "11.000".
fn begins_list(before: &str, after: &str) -> bool {
    before.trim().bytes().all(|b| b.is_ascii_digit()) && after.chars().next().is_none_or(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What a reader of Markdown shows of an escaped text.
    fn shown(text: &str) -> (String, bool) {
        let (mut out, mut plain) = (String::new(), true);
        for event in Parser::new_ext(text, Options::all()) {
            match event {
                Event::Text(t) => out.push_str(&t),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => plain = false,
            }
        }
        (out, plain)
    }

    #[test]
    fn hostile_texts_are_shown_as_they_are() {
        for text in [
            "<script>alert(1)</script>",
            "[x](javascript:alert(1)) ![y](http://z/w.png)",
            "# Título | celda `código` **fuerte** _x_ ~~y~~",
            "&lt;b&gt; https://a.b www.c.d",
            "1. uno",
            "- dos",
            "= tres",
            "$x$ \\* ^nota^ [^1]",
            "@equipo",
        ] {
            let (out, plain) = shown(&escape(text));
            assert!(plain, "{text}: {}", escape(text));
            assert_eq!(out.replace(['“', '”'], "\""), text);
        }
    }

    #[test]
    fn the_report_holds_no_html_and_no_link() {
        let report = sample::report("<img src=x onerror=alert(1)> [a](http://b) | c\n\n# d");
        let text = print(&report, &Wording::new("es"));
        for event in Parser::new_ext(&text, Options::all()) {
            let bad = matches!(
                event,
                Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Link { .. } | Tag::Image { .. })
            );
            assert!(!bad, "{event:?}");
        }
        assert!(text.contains("**11.000**"), "{text}");
    }
}
