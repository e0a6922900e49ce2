//! `cotejo text`: what was read of a file, as the program sees it: the article, without what stands round it.

use super::{
    Outcome,
    check::name_unread,
    options::Text,
    output::{ink, print},
};
use crate::{
    article::{Article, Zone, load::load_all},
    report::{
        in_words,
        text::{Ink, Style, clean},
    },
    text::CodePoints,
    wording::Wording,
};
use serde_json::{Value, json};

/// What parts an article from the next.
const BETWEEN: &str = "⁂";

/// Prints the articles of files, with what is known of each.
pub fn run(asked: &Text, words: &Wording) -> Outcome {
    let loaded = load_all(&asked.paths, asked.reach, &super::languages(words));
    name_unread(&loaded.errors, words);
    let mut outcome = if loaded.errors.is_empty() { Outcome::Calm } else { Outcome::Trouble };
    for (i, article) in loaded.articles.iter().enumerate() {
        let text = if asked.jsonl {
            format!("{}\n", line(article, words))
        } else {
            let between = if i == 0 { String::new() } else { format!("\n{BETWEEN}\n\n") };
            between + &page(article, asked.zones, words, ink())
        };
        if let Err(trouble) = print(text.as_bytes(), words) {
            outcome = trouble;
            break;
        }
    }
    outcome
}

/// An article as a line of JSON. Places count code points of the text.
fn line(article: &Article, words: &Wording) -> Value {
    let about = &article.metadata;
    let places = CodePoints::new(&article.text);
    let blocks: Vec<_> = article
        .blocks
        .iter()
        .map(|block| {
            let (start, end) = (places.at(block.span.start()), places.at(block.span.end()));
            json!({"start": start, "end": end, "zone": block.zone.key()})
        })
        .collect();
    json!({
        "id": article.origin.path.display().to_string(),
        "index": article.origin.index,
        "sha256": article.origin.sha256,
        "fetched": article.origin.fetched,
        "title": about.title,
        "outlet": about.outlet,
        "byline": about.byline,
        "date": about.published,
        "time": about.hour,
        "language": about.language,
        "notices": article.notices.iter().map(|n| in_words(n, words)).collect::<Vec<_>>(),
        "text": article.text,
        "blocks": blocks,
    })
}

/// An article for a person: what is known of it, what there is to say of how it was read, its text.
fn page(article: &Article, zones: bool, words: &Wording, ink: Ink) -> String {
    let about = &article.metadata;
    let day = about.published.map(|day| words.date(day)).unwrap_or_default();
    let known = [clean(&article.name()), day, clean(&about.byline), about.language.clone()];
    let known: Vec<_> = known.into_iter().filter(|part| !part.is_empty()).collect();
    let mut out = format!("{}\n", ink.on(Style::Strong, known.join(" · ")));
    for notice in &article.notices {
        out.push_str(&format!("{}\n", ink.on(Style::Quiet, clean(&in_words(notice, words)))));
    }
    let wide = Zone::ALL.map(|zone| label(zone, words).chars().count()).into_iter().max().unwrap_or_default();
    for block in &article.blocks {
        let text = clean(block.span.of(&article.text));
        let apart = matches!(block.zone, Zone::Boilerplate);
        let text = if apart { ink.on(Style::Quiet, text).to_string() } else { text };
        if zones {
            let zone = format!("{:wide$}", label(block.zone, words));
            out.push_str(&format!("\n{}  {text}\n", ink.on(Style::Quiet, zone)));
        } else {
            out.push_str(&format!("\n{text}\n"));
        }
    }
    out
}

fn label(zone: Zone, words: &Wording) -> String {
    words.text(&format!("zone-{}", zone.key()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::load::load_bytes, language::Registry};
    use std::path::Path;

    const PAGE: &str = "<!DOCTYPE html><html lang=es><head><title>Cae un puente</title>\
        <meta property=og:site_name content=\"El Valle\">\
        <meta property=article:published_time content=2026-03-04></head><body><nav>Portada</nav><article><h1>Cae un puente</h1>\
        <p>El puente cayó el 3 de marzo de 2026 y dejó <b>dos</b> heridos.</p><p>Lea también: Otro puente</p></article></body></html>";

    fn article() -> Article {
        let articles = load_bytes(Path::new("a.html"), PAGE.as_bytes(), &Registry::built_in()).expect("a page");
        articles.into_iter().next().expect("an article")
    }

    #[test]
    fn a_person_reads_what_was_read() {
        let (article, words) = (article(), Wording::new("es"));
        let text =
            "\nCae un puente\n\nEl puente cayó el 3 de marzo de 2026 y dejó dos heridos.\n\nLea también: Otro puente\n";
        assert_eq!(page(&article, false, &words, Ink::None), format!("El Valle · 4 de marzo de 2026 · es\n{text}"));
        let zoned = page(&article, true, &words, Ink::None);
        for expected in
            ["\nTitular        Cae un puente\n", "\nEntrada        El puente", "\nNo se compara  Lea también"]
        {
            assert!(zoned.contains(expected), "{zoned}");
        }
    }

    #[test]
    fn a_program_reads_the_same() {
        let read = line(&article(), &Wording::new("en"));
        assert_eq!((&read["outlet"], &read["title"]), (&json!("El Valle"), &json!("Cae un puente")));
        let text: Vec<char> = read["text"].as_str().expect("text").chars().collect();
        let found: Vec<(String, &str)> = read["blocks"]
            .as_array()
            .expect("blocks")
            .iter()
            .map(|block| {
                let place = |key: &str| usize::try_from(block[key].as_u64().expect("a number")).expect("small");
                (text[place("start")..place("end")].iter().collect(), block["zone"].as_str().expect("a zone"))
            })
            .collect();
        assert_eq!(found[0], ("Cae un puente".to_owned(), "headline"));
        assert_eq!(found[2], ("Lea también: Otro puente".to_owned(), "boilerplate"));
    }
}
