//! Sentences: where one ends and the next begins.

use crate::{
    article::{Article, Zone},
    language::{Breaks, Pack},
    text::{Span, fold},
};

/// One sentence of an article. Never reaches over the end of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Which block it is part of.
    pub block: u32,
    /// What it is: what its block is, but a dateline is [`Zone::Boilerplate`] wherever it stands.
    pub zone: Zone,
}

/// Splits what is compared of an article into sentences, in order; together they cover all that is not white space. A block without a full
/// stop is one sentence. A dateline is one by itself.
#[must_use]
pub fn split(article: &Article, pack: &Pack) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let reach = article.compared().len();
    for (i, block) in article.blocks.iter().enumerate().take_while(|(_, b)| b.span.start() < reach) {
        let sentence = |span, zone| Sentence { span, block: i as u32, zone };
        let mut start = block.span.start();
        if let Some(dateline) = article.dateline.filter(|d| d.start() == start && block.span.contains(*d)) {
            let len = dateline.of(&article.text).trim_end().len();
            sentences.push(sentence(Span::new(start, start + len), Zone::Boilerplate));
            start = dateline.end();
        }
        let text = article.text.get(start..block.span.end().min(reach)).unwrap_or_default();
        sentences.extend(spans(text, &pack.breaks).into_iter().map(|s| sentence(s.shifted(start), block.zone)));
    }
    sentences
}

/// The sentences of a text, in bytes. They cover all that is not white space. Takes time in proportion to the text.
#[must_use]
pub fn spans(text: &str, breaks: &Breaks) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(['.', '!', '?', '…', '。', '！', '？']) {
        let stop = Stop::at(text, at + found);
        at = stop.end;
        if stop.ends_sentence(text, start, breaks) {
            add(text, start, at, &mut out);
            start = at;
        }
    }
    add(text, start, text.len(), &mut out);
    out
}

/// Adds what stands between two places without the white space around it. Signs alone belong to the sentence before.
fn add(text: &str, from: usize, to: usize, out: &mut Vec<Span>) {
    let words = text[from..to].trim();
    if words.is_empty() {
        return;
    }
    let start = from + (text[from..to].len() - text[from..to].trim_start().len());
    let end = start + words.len();
    match out.last_mut() {
        Some(last) if !words.contains(char::is_alphanumeric) => *last = last.cover(Span::new(start, end)),
        _ => out.push(Span::new(start, end)),
    }
}

/// A full stop, or several, with the quotes and brackets that close behind them.
struct Stop {
    /// The first stop.
    start: usize,
    /// Behind the last stop.
    signs: usize,
    /// Behind the closing quotes and brackets.
    end: usize,
}

/// How far before and behind a stop a word is looked for, in bytes: no abbreviation is longer.
const REACH: usize = 40;

impl Stop {
    fn at(text: &str, start: usize) -> Self {
        let behind =
            |from: usize, signs: &[char]| from + (text[from..].len() - text[from..].trim_start_matches(signs).len());
        let signs = behind(start, &['.', '!', '?', '…', '。', '！', '？']);
        let end = behind(signs, &['"', '”', '»', '’', '\'', ')', ']', '›', '*']);
        Self { start, signs, end }
    }

    fn ends_sentence(&self, text: &str, sentence: usize, breaks: &Breaks) -> bool {
        let after = &text[self.end..];
        let wide = text[self.start..self.signs].contains(['。', '！', '？']);
        let next = after.trim_start();
        if next.is_empty() || wide {
            return true;
        }
        if next.len() == after.len() {
            // Nothing between them: a decimal, an address, "2.º"; or a forgotten blank, "la tarde.El ministro".
            return self.is_forgotten_blank(text, after);
        }
        let opens = next
            .trim_start_matches(['"', '“', '«', '‘', '\'', '(', '[', '¿', '¡', '—', '–', '-', '‹', '*', ' ', '\u{a0}']);
        let Some(first) = opens.chars().next() else { return true };
        if first.is_lowercase() {
            return false;
        }
        let plain = &text[self.start..self.signs] == "." && self.signs == self.end;
        !plain || !self.shortens(text, sentence, first, word_of(opens), breaks)
    }

    /// A small letter before the stop and a capital with small letters behind it.
    fn is_forgotten_blank(&self, text: &str, after: &str) -> bool {
        let word = word_before(text, self.start);
        let mut behind = after.chars();
        let capital = behind.next().is_some_and(char::is_uppercase);
        let small = behind.next().is_some_and(char::is_lowercase)
            && behind.next().is_none_or(|c| c.is_lowercase() || c.is_whitespace());
        let long = word.chars().filter(|c| c.is_lowercase()).count() >= 3 && !word.contains(['.', '@', '/']);
        let near = after.char_indices().take_while(|(at, c)| *at < REACH && !c.is_whitespace()).last();
        let near = &after[..near.map_or(0, |(at, _)| at)];
        let address = near.contains(['/', '@', '.']);
        capital && small && long && !address
    }

    /// Whether the stop belongs to a shortened word, an initial or a number of a list.
    fn shortens(&self, text: &str, sentence: usize, first: char, next: &str, breaks: &Breaks) -> bool {
        let word = word_before(text, self.start);
        let folded = fold(word);
        let number_follows = first.is_numeric();
        let starts = || breaks.starters.contains(&fold(next)) && first.is_uppercase();
        if breaks.abbreviations.contains(&folded) {
            return true;
        }
        if breaks.before_numbers.contains(&folded) {
            return number_follows;
        }
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        // "p. m.", "EE. UU.": the word before belongs to it.
        let before = word_before(text, text[..self.start - word.len()].trim_end().trim_end_matches('.').len());
        let both = format!("{}. {folded}", fold(before));
        if breaks.may_end.contains(&folded) || breaks.may_end.contains(&both) || breaks.abbreviations.contains(&both) {
            return !starts();
        }
        if letters == 1 && word.chars().all(char::is_uppercase) {
            // An initial: "J. Pérez"; "la vitamina C. El estudio" ends.
            return !starts();
        }
        if word.contains('.') && letters >= 2 && word.split('.').all(|p| p.chars().count() <= 2) {
            // "U.S", "a.m", "J.D".
            return !starts();
        }
        // "1. Primera razón": the number of a list begins its sentence.
        let begins = text[sentence..self.start - word.len()].trim().is_empty();
        let digits = !word.is_empty() && word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        digits && (begins || breaks.ordinal_point && !starts())
    }
}

/// The word that ends at `end`, with the full stops within it: "U.S".
fn word_before(text: &str, end: usize) -> &str {
    let mut start = end;
    for (at, c) in text[..end].char_indices().rev() {
        if !(c.is_alphanumeric() || matches!(c, '.' | 'º' | 'ª')) || end - at > REACH {
            break;
        }
        start = at;
    }
    text[start..end].trim_start_matches('.')
}

/// The word that a text begins with.
fn word_of(text: &str) -> &str {
    let end = text.char_indices().find(|(at, c)| !c.is_alphanumeric() || *at > REACH).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;
    use proptest::prelude::*;

    /// `expected` is the text with a bar where a sentence ends.
    fn check(language: &str, expected: &str) {
        let text = expected.replace("| ", " ").replace('|', "");
        let registry = Registry::built_in();
        let found: Vec<&str> = spans(&text, &registry.get(language).breaks).into_iter().map(|s| s.of(&text)).collect();
        let wanted: Vec<&str> = expected.split('|').map(str::trim).collect();
        assert_eq!(found, wanted);
    }

    #[test]
    fn spanish() {
        for text in [
            "Murieron 3.150 personas.| Hubo 1.200 heridos.",
            "La reunión fue a las 9 p. m. y terminó tarde.| Nadie habló.",
            "Terminó a las 9 p. m.| El ministro no habló.",
            "Viajó a EE. UU. con el Sr. Gómez y la Dra. Ruiz.| Volvió ayer.",
            "Es la ley de EE. UU.| La firmó J. D. Vance.",
            "El 12.º puesto fue para el núm. 5.| Ganó el 3.º de la lista.",
            "«No lo haré.»| El alcalde se fue.",
            "«¿Qué pasó?», preguntó.| ¿Y ahora?| ¡Nadie lo sabe!",
            "Dijo: \"No lo haré.\"| (Se rio.)| Después calló.",
            "Esperó… y nada.| Luego…| Nada.",
            "Vive en Bs. As. desde 2010.| Tiene 40 años.",
            "Costó 1.5 millones.| Después subió.",
            "1. Se desplomó la producción.| La planta cerró.",
            "Vea www.elvalle.es para más datos.| Gracias.",
            "Cayó la tarde.|El ministro habló.",
            "Sin punto final",
            "La Av. Corrientes y la Gral. Paz están cortadas.| Hay desvíos.",
            "—No —dijo.| —¿Por qué? —preguntó ella.",
        ] {
            check("es", text);
        }
    }

    #[test]
    fn english() {
        for text in [
            "The U.S. Treasury paid $1.5 billion.| It was late.",
            "He moved to the U.S.| The family stayed.",
            "Mr. Smith met Dr. Jones at 5 p.m. on Friday.| They talked.",
            "It opened at 5 p.m.| The doors were shut.",
            "No. 5 won.| \"No.\"| She left.",
            "Acme Inc. cut 300 jobs.| Its shares fell.",
            "Donald J. Trump spoke on Jan. 6 in Washington, D.C.| He left.",
            "\"It was cold,\" she said.| \"We left!\"| Then nothing.",
            "Was it true?| Yes.",
        ] {
            check("en", text);
        }
    }

    #[test]
    fn a_dateline_is_a_sentence_of_its_own() {
        let text = "Lima, 15 jun (Andina).- El sismo dejó 31 muertos.";
        let mut article = Article::from_text("a", text, "es", None);
        article.dateline = Some(Span::new(0, 24));
        let found = split(&article, Registry::built_in().get("es"));
        assert_eq!(
            found.iter().map(|s| s.span.of(text)).collect::<Vec<_>>(),
            ["Lima, 15 jun (Andina).-", "El sismo dejó 31 muertos."]
        );
        assert_eq!(found.iter().map(|s| s.zone).collect::<Vec<_>>(), [Zone::Boilerplate, Zone::Lead]);
    }

    #[test]
    fn a_text_without_sentences_takes_time_by_its_length() {
        let registry = Registry::built_in();
        for piece in ["a", "a. b ", "...", "U.S.", "«»"] {
            let text = piece.repeat(2_000_000 / piece.len());
            let start = std::time::Instant::now();
            let found = spans(&text, &registry.get("en").breaks);
            assert!(!found.is_empty());
            assert!(start.elapsed().as_secs() < 10, "{piece:?} took {:?}", start.elapsed());
        }
    }

    #[test]
    fn what_is_longer_than_any_article_is_read_as_far_as_it_is_compared() {
        use crate::{article::COMPARED, corpus::ReadArticle};
        let languages = Registry::built_in();
        let read = |text: &str| {
            let article = Article::from_text("a.txt", text, "es", None);
            let read = ReadArticle::read(std::sync::Arc::new(article), &languages);
            let reach = read.sentences.last().map_or(0, |s| s.span.end());
            assert!(read.quantities.iter().all(|q| q.span.end() <= COMPARED));
            (reach <= COMPARED, reach > COMPARED / 2)
        };
        assert_eq!(read(&"Hubo niños en la casa. ".repeat(60_000)), (true, true));
        assert_eq!(read(&"á".repeat(COMPARED)), (true, true));
        assert_eq!(read(&"Hubo niños en la casa.\n\n".repeat(60_000)), (true, true));
        assert_eq!(read("Hubo 12 muertos."), (true, false));
    }

    proptest! {
        #[test]
        fn any_text_is_covered_in_order(text in "(\\PC|[.!?…«»\" \nA-Za-z0-9]){0,200}") {
            let registry = Registry::built_in();
            let found = spans(&text, &registry.get("es").breaks);
            let mut end = 0;
            for span in &found {
                prop_assert!(span.start() >= end && !span.is_empty());
                prop_assert!(text[end..span.start()].trim().is_empty());
                prop_assert!(!span.of(&text).is_empty());
                end = span.end();
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
