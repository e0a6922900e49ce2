//! Quotations: where somebody's own words stand between quotation marks, over the ends of sentences.

use crate::text::Span;

/// Fewer words than this between quotation marks are a name or a term: the "historic" march.
const FEWEST_WORDS: usize = 3;

/// The quotations of a block of text, in order, with their marks. One that is not closed reaches to the end of the block.
#[must_use]
pub fn quotations(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in block.of(text).char_indices() {
        let at = block.start() + at;
        match open {
            None => {
                if matches!(c, '"' | '“' | '”' | '„' | '«' | '»') {
                    open = Some((at, c));
                }
            }
            Some((start, opener)) if closes(opener, c) => {
                found.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            Some(_) => {}
        }
    }
    found.extend(open.map(|(start, _)| Span::new(start, block.end())));
    found.retain(|q| q.of(text).split_whitespace().take(FEWEST_WORDS).count() == FEWEST_WORDS);
    found
}

fn closes(opener: char, c: char) -> bool {
    match opener {
        '„' => matches!(c, '“' | '”' | '"'),
        '“' => matches!(c, '”' | '"'),
        '«' => c == '»',
        '»' => c == '«',
        _ => c == opener,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> =
            quotations(text, Span::new(0, text.len())).into_iter().map(|q| q.of(text).to_owned()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_every_language() {
        check("Dijo: «Son doce muertos. No hay más», y calló.", &["«Son doce muertos. No hay más»"]);
        check("\"We lost ten homes,\" he said.", &["\"We lost ten homes,\""]);
        check("Er sagte: „Es sind zwölf Tote.“", &["„Es sind zwölf Tote.“"]);
        check("La «marcha» siguió. «Son doce “casas” rotas»", &["«Son doce “casas” rotas»"]);
        check("He said: “It is not over", &["“It is not over"]);
        check("", &[]);
    }
}
