//! `cotejo figures`: what was read, for programs line by line, and for a person beside the text.

use super::{
    Outcome,
    check::name_unread,
    jsonl::{Line, answer_lines},
    margin::{self, Note, Word},
    options::Figures,
    output::{complain, finish, ink, page_width, print},
};
use crate::{
    article::{Article, load::load_all},
    corpus::ReadArticle,
    language::Registry,
    quantity::{Quantity, extract_at},
    report::{
        Figure, reading,
        text::{Ink, Style, clean},
    },
    text::Span,
    wording::Wording,
};
use serde_json::{Map, Value, json};
use std::{
    io::{self, Read},
    ops::Range,
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
        let loaded = load_all(&figures.paths, figures.reach, &languages);
        name_unread(&loaded.errors, words);
        (loaded.articles, if loaded.errors.is_empty() { Outcome::Calm } else { Outcome::Trouble })
    };
    for article in articles {
        let read = ReadArticle::read(Arc::new(article), &languages);
        let text = if figures.jsonl { line(&read) } else { beside(&read, words, page_width(), ink()) };
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
    let reference = line.date("reference")?;
    let (published, hour) = (reference.map(|r| r.0), reference.and_then(|r| r.1));
    let article = Article::from_text("", text, language, published);
    let quantities = extract_at(text, languages.get(language), published, hour);
    Ok(Map::from_iter([("figures".to_owned(), json!(Figure::all(&article, &quantities)))]))
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

/// The text with its figures numbered and marked, and what they mean in the margin.
fn beside(read: &ReadArticle, words: &Wording, width: usize, ink: Ink) -> String {
    let article = &read.article;
    let count = words.count("cli-figures-count", &[("count", read.quantities.len())]);
    let head = format!("{} · {} · {count}", clean(&article.name()), article.metadata.language);
    let mut out = format!("{}\n", ink.on(Style::Strong, head));
    let mut next = 0;
    for block in &article.blocks {
        let first = next;
        next += read.quantities[first..].iter().take_while(|q| q.span.start() < block.span.end()).count();
        out.push('\n');
        out.push_str(&paragraph(read, block.span, first..next, words, width, ink));
    }
    out.push('\n');
    out
}

/// A paragraph with the figures `here`.
fn paragraph(read: &ReadArticle, span: Span, here: Range<usize>, words: &Wording, width: usize, ink: Ink) -> String {
    let (article, text) = (&read.article, &read.article.text);
    let (mut line, mut notes) = (Vec::new(), Vec::new());
    let mut at = span.start();
    for i in here {
        let quantity = &read.quantities[i];
        let (start, end) = (quantity.span.start().max(at), quantity.span.end().max(at));
        line.extend(margin::words(&text[at..start], None));
        // What is glued to the figure stays glued to it: "(16 km)".
        let glued = !text[..start].ends_with(char::is_whitespace) && start > at;
        let opening = if glued { line.pop().map(|w: Word| w.text) } else { None }.unwrap_or_default();
        let (open, close) = if ink == Ink::None { ("[", "]") } else { ("", "") };
        let rest = &text[end..span.end().max(end)];
        let tail = rest.find(char::is_whitespace).map_or(rest, |n| &rest[..n]);
        let next_start = read.quantities.get(i + 1).map_or(usize::MAX, |q| q.span.start());
        let tail = if end + tail.len() > next_start { "" } else { tail };
        let figure = format!("{opening}{open}{}{close}{}{tail}", clean(&text[start..end]), raised(i + 1));
        notes.push(Note { word: line.len(), words: meaning(article, quantity, i, words).collect() });
        line.extend(margin::words(&figure, Some(Style::Figure)));
        at = end + tail.len();
    }
    line.extend(margin::words(text.get(at..span.end()).unwrap_or_default(), None));
    margin::lay_out(&line, &notes, width, ink)
}

/// What a figure means: "¹ more than 11,000 · soldados · count".
fn meaning<'a>(
    article: &'a Article,
    quantity: &'a Quantity,
    place: usize,
    words: &'a Wording,
) -> impl Iterator<Item = Word> + 'a {
    let about = reading::about(article, quantity, words, |other| raised(other + 1));
    let about = about.iter().map(|part| format!("· {part}")).collect::<Vec<_>>().join(" ");
    margin::words(&raised(place + 1), None)
        .chain(margin::words(&reading::value(quantity, words), Some(Style::Strong)))
        .chain(margin::words(&about, Some(Style::Quiet)))
        .collect::<Vec<_>>()
        .into_iter()
}

/// A number in raised digits.
fn raised(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().chars().filter_map(|c| c.to_digit(10)).map(|d| DIGITS[d as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_stands_beside_its_meaning() {
        let article = Article::from_text("a.txt", "Envió a más de 11.000 soldados.\nNada más.", "es", None);
        let read = ReadArticle::read(Arc::new(article), &Registry::built_in());
        assert_eq!(
            beside(&read, &Wording::new("en"), 60, Ink::None),
            "a · es · one figure\n\nEnvió a [más de 11.000]¹ soldados.\n    ¹ more than 11,000 · soldados · count\n\nNada más.\n\n"
        );
    }

    #[test]
    fn what_is_glued_to_a_figure_stays_glued() {
        let text = "Son 16 km (10 millas), «tres», 3-1.";
        let article = Article::from_text("a.txt", text, "es", None);
        let read = ReadArticle::read(Arc::new(article), &Registry::built_in());
        let shown = beside(&read, &Wording::new("es"), 80, Ink::None);
        assert!(shown.contains("Son [16]¹ km ([10]² millas), «[tres]³», [3-1]⁴."), "{shown}");
        assert!(shown.contains("equivale a ¹"), "{shown}");
    }
}
