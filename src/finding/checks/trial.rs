//! What the checks' tests have in common: a text of an article, and what is found in it.

use super::slips;
use crate::{
    align::Aligned,
    article::{Article, Block, Zone},
    concept::Lexicon,
    corpus::{Corpus, ReadArticle},
    language::Registry,
    quantity::Leeway,
    text::Span,
};
use std::sync::Arc;

/// Checks what is found in texts, given by language, text, and what is expected: "weekday: martes 13" names the check and its figures, several slips are joined by "; ".
/// The first line is the lead; a line that begins with "# " is the headline, with "> " a subhead, with "[" a caption.
pub fn check(published: &str, cases: &[(&str, &str, &str)]) {
    check_with(Leeway::Usual, published, cases);
}

/// The same, with another width of "about".
pub fn check_with(leeway: Leeway, published: &str, cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(language, text, expected)| {
            let found = found_in(leeway, language, published, text);
            (found != *expected).then(|| format!("{language}: {text}\n  found    {found}\n  expected {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn found_in(leeway: Leeway, language: &str, published: &str, text: &str) -> String {
    let languages = Registry::built_in();
    let article = article(language, published, text);
    let read = ReadArticle::read(Arc::new(article), &languages);
    let corpus = Corpus::new(vec![Arc::new(read)]);
    let aligned = Aligned::read(&corpus, Lexicon::built_in());
    let written = |q| {
        let id = corpus.article_of(q);
        corpus.text(id, corpus.quantity(q).span).to_owned()
    };
    let told = slips(&aligned, &languages, leeway).into_iter().map(|s| {
        let figures: Vec<String> = s.figures.iter().map(|q| written(*q)).collect();
        format!("{}: {}", s.check.key(), figures.join(" | "))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn article(language: &str, published: &str, text: &str) -> Article {
    let mut article = Article::from_text("a.txt", text, language, published.parse().ok());
    let mut led = false;
    let zones: Vec<Block> = article
        .blocks
        .iter()
        .map(|b| {
            let line = b.span.of(text);
            let (zone, skip) = match line.get(..1) {
                Some("#") => (Zone::Headline, 2),
                Some(">") => (Zone::Subhead, 2),
                Some("[") => (Zone::Caption, 1),
                _ if led => (Zone::Body, 0),
                _ => (Zone::Lead, 0),
            };
            led |= zone == Zone::Lead;
            Block { span: Span::new(b.span.start() + skip, b.span.end()), zone }
        })
        .collect();
    article.blocks = zones;
    article
}
