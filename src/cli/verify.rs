//! `cotejo verify`: whether what a report quotes still stands in its sources.

use super::{
    Outcome,
    options::Verify,
    output::{complain, ink, print},
};
use crate::{
    report::{
        json::pretty,
        stored::Stored,
        text::{Ink, Style, clean},
        verify::{Quotation, Source, Standing, State, Verification, verify},
    },
    wording::Wording,
};

/// Looks at the report's sources. Exit status: 0 all quotations stand, 1 some do not, 2 something could not be read.
pub fn run(asked: &Verify, words: &Wording) -> Outcome {
    let stored = match Stored::read(&asked.report) {
        Ok(stored) => stored,
        Err(error) => {
            complain(&error.in_words(&asked.report, words));
            return Outcome::Trouble;
        }
    };
    let found = verify(&stored, &asked.report, &super::languages(words), words);
    let text = if asked.json { pretty(&found) } else { in_words(&found, words, ink()) };
    if let Err(trouble) = print(text.as_bytes(), words) {
        return trouble;
    }
    for source in found.articles.iter().filter(|s| s.state == State::Unread) {
        complain(&format!("{}: {}", clean(&source.file), source.reason.as_deref().unwrap_or_default()));
    }
    if found.articles.iter().any(|s| s.state == State::Unread) {
        Outcome::Trouble
    } else if found.summary.reworded + found.summary.gone > 0 {
        Outcome::Flagged
    } else {
        Outcome::Calm
    }
}

/// Every source with its quotations, and the counts.
fn in_words(found: &Verification, words: &Wording, ink: Ink) -> String {
    let mut out = String::new();
    for source in &found.articles {
        let file = source.found.as_ref().unwrap_or(&source.file);
        let head = format!("{}  {}", source.letter, clean(file));
        let head = ink.on(Style::Strong, head.trim_start());
        out.push_str(&format!("{head}: {}\n", ink.on(Style::Quiet, state(source, words))));
        for quotation in found.quotations.iter().filter(|q| q.article == source.id) {
            out.push_str(&format!("  {}\n", line(quotation, words, ink)));
        }
    }
    let s = found.summary;
    let counts = [
        ("quotations", s.quotations),
        ("stand", s.stand),
        ("elsewhere", s.elsewhere),
        ("reworded", s.reworded),
        ("gone", s.gone),
        ("unknown", s.unknown),
    ];
    out.push_str(&format!("{}\n", words.count("verify-summary", &counts)));
    out
}

fn state(source: &Source, words: &Wording) -> String {
    match source.state {
        State::Same => words.text("verify-same"),
        State::Changed => words.text("verify-changed"),
        State::Unknown => words.text("verify-no-hash"),
        State::Unread => source.reason.clone().unwrap_or_default(),
    }
}

fn line(quotation: &Quotation, words: &Wording, ink: Ink) -> String {
    let (sign, style) = match quotation.standing {
        Standing::Stands => ('=', Style::Agree),
        Standing::Elsewhere => ('→', Style::Agree),
        Standing::Reworded => ('≠', Style::Tension),
        Standing::Gone => ('✗', Style::Conflict),
        Standing::Unknown => ('?', Style::Quiet),
    };
    let standing = words.text(quotation.standing.key());
    let place = match quotation.now.filter(|now| *now != (quotation.start, quotation.end)) {
        Some((start, end)) => format!("{}–{} → {start}–{end}", quotation.start, quotation.end),
        None => format!("{}–{}", quotation.start, quotation.end),
    };
    let exact = words.with("verify-quoted", &[("text", &clean(&quotation.exact))]);
    format!("{} {exact} {}", ink.on(style, format!("{sign} {standing}:")), ink.on(Style::Quiet, place))
}
