//! A text of several articles that no database wrote, cut where a person says that each of them begins.

use crate::{
    article::{
        Article, Notice, Origin, Zone,
        draft::{Draft, Piece, Role},
        metadata::settle,
    },
    language::Registry,
    text::fold,
};
use serde::{Deserialize, Serialize};

/// Where a text is cut.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Cut {
    /// At rules: lines of dashes or other signs, ends of pages that somebody set.
    Rules,
    /// At headings.
    Headings,
    /// At the paragraphs that begin with these words; accents and capitals do not count.
    Lines(String),
}

/// Which part of a text an article is that was cut out of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Part {
    /// How the text was cut.
    pub cut: Cut,
    /// Its number among the parts, from 0.
    pub number: u32,
    /// Which part the text itself is, where it was cut out of another before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Box<Part>>,
}

/// So much of a paragraph is looked at for the words that it begins with, in characters.
const BEGINNING: usize = 200;

impl Cut {
    /// The blocks that the parts begin with, by their places; the first is 0. Empty where there is no text.
    #[must_use]
    pub fn starts(&self, whole: &Article) -> Vec<usize> {
        let blocks = &whole.blocks;
        let is_heading = |at: usize| matches!(blocks[at].zone, Zone::Headline | Zone::Subhead);
        let begins: Box<dyn Fn(usize) -> bool> = match self {
            Self::Rules => Box::new(|at| whole.rules.binary_search(&blocks[at].span.start()).is_ok()),
            // A line under a headline is a heading too, and begins nothing.
            Self::Headings => Box::new(move |at| is_heading(at) && !is_heading(at - 1)),
            Self::Lines(words) => {
                let words = fold(words.trim());
                Box::new(move |at| {
                    let head: String = blocks[at].span.of(&whole.text).chars().take(BEGINNING).collect();
                    !words.is_empty() && fold(&head).starts_with(&words)
                })
            }
        };
        (0..blocks.len()).filter(|&at| at == 0 || begins(at)).collect()
    }

    /// The articles that a text is cut into, as if each had come in a file of its own.
    #[must_use]
    pub fn parts(&self, whole: &Article, languages: &Registry) -> Vec<Article> {
        let starts = self.starts(whole);
        let total = starts.len().to_string();
        let ends = starts.iter().skip(1).copied().chain([whole.blocks.len()]);
        let part = |((start, end), number): ((&usize, usize), u32)| {
            let mut draft = Draft { pieces: pieces(whole, *start, end), ..Draft::default() };
            draft.notices.push(Notice::new("load-part", &[("number", &(number + 1).to_string()), ("total", &total)]));
            let of = whole.origin.part.clone().map(Box::new);
            let part = Some(Part { cut: self.clone(), number, of });
            draft.finish(Origin { part, ..whole.origin.clone() }, languages)
        };
        let mut parts: Vec<Article> = starts.iter().zip(ends).zip(0..).map(part).collect();
        settle(&mut parts);
        parts
    }
}

/// The blocks of a text as pieces of one of its own. What they are is asked anew, but for what shows in any text.
fn pieces(whole: &Article, start: usize, end: usize) -> Vec<Piece> {
    let is_heading = |zone: Zone| matches!(zone, Zone::Headline | Zone::Subhead);
    let blocks = &whole.blocks[start..end];
    let headed = blocks.first().is_some_and(|b| is_heading(b.zone));
    let piece = |(at, block): (usize, &crate::article::Block)| {
        let role = match block.zone {
            Zone::Caption => Role::Caption,
            _ if at == 0 && headed => Role::Heading(1),
            zone if is_heading(zone) && headed => Role::Heading(2),
            _ => Role::Line,
        };
        let ruled = whole.rules.binary_search(&block.span.start()).is_ok();
        Piece::new(block.span.of(&whole.text), role).map(|piece| Piece { ruled: ruled && at > 0, ..piece })
    };
    blocks.iter().enumerate().filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::load::{Files, load_file};
    use std::path::Path;

    const TEXT: &str = "Cae un puente en el valle\n\nEl puente cayó el lunes con tres camiones.\n\nHubo dos heridos.\n\n\
                        ----------\n\nArde una fábrica de papel\n\nLa fábrica ardió el martes con 40 obreros dentro.\n\n\
                        ***\n\nSube el río\n\nEl río subió dos metros en una noche.";

    /// Whether an article that was cut out of a file is found again in it.
    fn is_found_again(article: &Article) -> bool {
        let Origin { path, index, part, .. } = &article.origin;
        let languages = Registry::built_in();
        Files::new(&languages).article(path, *index, part.as_ref()).expect("a file") == Some(article)
    }

    /// A text as a file, and its article.
    fn read(folder: &Path, name: &str, text: &str) -> Article {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        load_file(&path, &Registry::built_in()).expect("a text").remove(0)
    }

    fn check(name: &str, text: &str, cut: &Cut, expected: &[&str]) -> Vec<Article> {
        let folder = tempfile::tempdir().expect("a folder");
        let whole = read(folder.path(), name, text);
        let parts = cut.parts(&whole, &Registry::built_in());
        let titles: Vec<&str> = parts.iter().map(|p| p.metadata.title.as_str()).collect();
        assert_eq!(titles, expected, "{name} {cut:?} {whole:?}");
        for part in &parts {
            assert!(is_found_again(part), "{part:?}");
        }
        parts
    }

    #[test]
    fn rules_part_a_text() {
        let titles = ["Cae un puente en el valle", "Arde una fábrica de papel", "Sube el río"];
        let parts = check("a.txt", TEXT, &Cut::Rules, &titles);
        assert!(parts[1].text.ends_with("40 obreros dentro."), "{}", parts[1].text);
        assert_eq!(parts[0].metadata.language, "es");
        check(
            "a.md",
            &TEXT.replace("Cae", "# Cae").replace("Arde", "# Arde").replace("Sube", "# Sube"),
            &Cut::Rules,
            &titles,
        );
        let ansi = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\'{:02x}", c as u32) };
        let pages = TEXT.replace("----------", "\\page ").replace("***", "\\page ").replace("\n\n", "\\par ");
        let pages: String = pages.chars().map(ansi).collect();
        check("a.rtf", &format!("{{\\rtf1\\ansi\\ansicpg1252 {pages}\\par}}"), &Cut::Rules, &titles);
        let page = TEXT.replace("----------", "<hr>").replace("***", "<hr>").replace("\n\n", "</p><p>");
        check("a.html", &format!("<body><p>{page}</p></body>"), &Cut::Rules, &titles);
    }

    #[test]
    fn words_and_headings_part_a_text() {
        let labelled = "Fuente El Valle\n\nUno cayó el lunes.\n\nFuente La Vega\n\nDos cayeron el martes.";
        let parts = check("a.txt", labelled, &Cut::Lines("fuénte ".to_owned()), &["Fuente El Valle", "Fuente La Vega"]);
        assert!(parts[1].text.ends_with("Dos cayeron el martes."));
        let page = "<h1>Uno</h1><h2>De veras</h2><p>Uno cayó el lunes.</p><h1>Dos</h1><p>Dos cayeron el martes.</p>";
        check("a.html", &format!("<body>{page}</body>"), &Cut::Headings, &["Uno", "Dos"]);
        check("a.txt", labelled, &Cut::Lines(" ".to_owned()), &["Fuente El Valle"]);
        check("a.txt", labelled, &Cut::Rules, &["Fuente El Valle"]);
    }

    #[test]
    fn a_part_is_cut_again() {
        let languages = Registry::built_in();
        let folder = tempfile::tempdir().expect("a folder");
        let whole = read(folder.path(), "a.txt", TEXT);
        let part = Cut::Rules.parts(&whole, &languages).remove(1);
        let inner = Cut::Lines("la fabrica".to_owned()).parts(&part, &languages);
        assert_eq!(inner.len(), 2);
        assert!(is_found_again(&inner[1]));
    }
}
