//! `cotejo figures`: what was read, for programs line by line, and for a person beside the text.

use super::{
    Outcome,
    check::name_unread,
    jsonl::{Line, answer_lines},
    options::Figures,
    output::{complain, finish, ink, print},
};
use crate::{
    article::{Article, load::load_all},
    corpus::ReadArticle,
    language::{Hedge, Registry},
    quantity::{Amount, Quantity},
    report::{
        Figure, kind_key,
        text::{Ink, Style, clean},
    },
    wording::Wording,
};
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use std::{
    fmt::Write,
    io::{self, Read},
    sync::Arc,
};

/// Lists the figures of files, or of standard input.
pub fn run(figures: &Figures, words: &Wording) -> Outcome {
    let languages = super::languages(words);
    if figures.paths.is_empty() && figures.jsonl {
        return answer_lines(words, |line| answer(line, &languages));
    }
    let (articles, mut outcome) = if figures.paths.is_empty() {
        match standard_input(&languages) {
            Ok(article) => (vec![article], Outcome::Calm),
            Err(error) => {
                complain(&words.with("cli-input-failed", &[("reason", &error.to_string())]));
                return Outcome::Trouble;
            }
        }
    } else {
        let loaded = load_all(&figures.paths);
        name_unread(&loaded.errors, words);
        (loaded.articles, if loaded.errors.is_empty() { Outcome::Calm } else { Outcome::Trouble })
    };
    for article in articles {
        let read = ReadArticle::read(Arc::new(article), &languages);
        let text = if figures.jsonl { line(&read) } else { beside(&read, words, ink()) };
        if let Err(trouble) = print(text.as_bytes(), words) {
            outcome = trouble;
            break;
        }
    }
    finish(Ok(()), words).err().unwrap_or(outcome)
}

fn answer(line: &Line, languages: &Registry) -> Result<Map<String, Value>, String> {
    let text = line.text("text")?;
    let language = line.optional("lang")?.unwrap_or_else(|| languages.detect(text).key.as_str());
    let article = Arc::new(Article::from_text("", text, language, line.date("reference")?));
    let read = ReadArticle::read(article.clone(), languages);
    Ok(Map::from_iter([("figures".to_owned(), json!(Figure::all(&article, &read.quantities)))]))
}

fn standard_input(languages: &Registry) -> io::Result<Article> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(Article::from_text("-", &text, &languages.detect(&text).key, None))
}

/// An article's figures as one line of JSON, its file as the id.
fn line(read: &ReadArticle) -> String {
    let figures = Figure::all(&read.article, &read.quantities);
    format!("{}\n", json!({"id": read.article.origin.path.display().to_string(), "figures": figures}))
}

/// The text with its figures numbered and marked, and under each paragraph what they mean.
fn beside(read: &ReadArticle, words: &Wording, ink: Ink) -> String {
    let (article, mut out) = (&read.article, String::new());
    let count = words.count("cli-figures-count", &[("count", read.quantities.len())]);
    let head = format!("{} · {} · {count}", clean(&article.name()), article.metadata.language);
    // Writing into a string cannot fail, here and below.
    let _ = writeln!(out, "{}", ink.on(Style::Strong, head));
    let mut next = 0;
    for block in &article.blocks {
        let first = next;
        while read.quantities.get(next).is_some_and(|q| q.span.start() < block.span.end()) {
            next += 1;
        }
        let here = &read.quantities[first..next];
        let mut at = block.span.start();
        let mut text = String::new();
        for (i, quantity) in here.iter().enumerate() {
            let figure = clean(quantity.span.of(&article.text));
            text.push_str(&article.text[at..quantity.span.start().max(at)]);
            let _ = write!(text, "{}", ink.on(Style::Figure, Marked(&figure, first + i + 1)));
            at = quantity.span.end().max(at);
        }
        text.push_str(article.text.get(at..block.span.end()).unwrap_or_default());
        let _ = writeln!(out, "\n{}", lines(&text));
        for (i, quantity) in here.iter().enumerate() {
            let _ = writeln!(out, "    {:>3}  {}", first + i + 1, meaning(article, quantity, words, ink));
        }
    }
    out.push('\n');
    out
}

/// A figure in brackets with its number.
struct Marked<'a>(&'a str, usize);

impl std::fmt::Display for Marked<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}]", self.0)?;
        let raised =
            |c: char| c.to_digit(10).map_or(c, |d| ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][d as usize]);
        self.1.to_string().chars().map(raised).try_for_each(|c| f.write_char(c))
    }
}

/// The text on one line, colours kept.
fn lines(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .filter(|c| *c == '\u{1b}' || !c.is_control())
        .collect()
}

/// What a figure means: "más de 11.000 · soldados · recuento".
fn meaning(article: &Article, quantity: &Quantity, words: &Wording, ink: Ink) -> String {
    let mut parts = vec![ink.on(Style::Strong, value(quantity, words)).to_string()];
    if let Some(unit) = quantity.unit.span {
        parts.push(clean(unit.of(&article.text)));
    }
    if let Some(measure) = &quantity.unit.measure {
        parts.push(measure.key.clone());
    }
    parts.push(ink.on(Style::Quiet, words.text(kind_key(quantity.kind))).to_string());
    parts.join(" · ")
}

fn value(quantity: &Quantity, words: &Wording) -> String {
    let number = |d: Decimal| words.number(d);
    let hedged = |hedge: Hedge, value: &str| {
        let key = match hedge {
            Hedge::None => "hedge-none",
            Hedge::Exactly => "hedge-exactly",
            Hedge::About => "hedge-about",
            Hedge::Almost => "hedge-almost",
            Hedge::MoreThan => "hedge-more-than",
            Hedge::AtLeast => "hedge-at-least",
            Hedge::LessThan => "hedge-less-than",
            Hedge::UpTo => "hedge-up-to",
        };
        words.with(key, &[("value", value)])
    };
    match &quantity.amount {
        Amount::Moment(moment) => hedged(quantity.hedge, &moment.iso()),
        Amount::Score(a, b) => format!("{}–{}", number(*a), number(*b)),
        Amount::Number(n) => match (n.low, n.high) {
            (Some(low), Some(high)) if low == high => hedged(quantity.hedge, &number(low)),
            (Some(low), Some(high)) => words.with("hedge-range", &[("low", &number(low)), ("high", &number(high))]),
            // A bound that no hedge states: "miles" is a thousand or more.
            (Some(low), None) if quantity.hedge == Hedge::None => hedged(Hedge::AtLeast, &number(low)),
            (None, Some(high)) if quantity.hedge == Hedge::None => hedged(Hedge::UpTo, &number(high)),
            (Some(bound), None) | (None, Some(bound)) => hedged(quantity.hedge, &number(bound)),
            (None, None) => String::new(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_stands_beside_its_meaning() {
        let article = Article::from_text("a.txt", "Envió a más de 11.000 soldados.\nNada más.", "es", None);
        let read = ReadArticle::read(Arc::new(article), &Registry::built_in());
        assert_eq!(
            beside(&read, &Wording::new("en"), Ink::None),
            "a · es · one figure\n\nEnvió a [más de 11.000]¹ soldados.\n      1  more than 11,000 · soldados · count\n\nNada más.\n\n"
        );
    }
}
