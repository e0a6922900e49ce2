//! Which language a text is written in: a detector for the clear cases, the packs' own frequent words for the others.

use super::Pack;
use crate::text::{fold, token::tokens};
use std::sync::Arc;

/// How much of a text is looked at, in bytes: a language shows in its first paragraphs.
const SAMPLE: usize = 4000;
/// A text of fewer words is too short for trigrams.
const SHORT: usize = 12;

/// The language of a text, of those at hand; none where there is none at hand.
///
/// The frequent words decide where they are clear, since they are those of the languages at hand and no others; where they
/// are not, as in a short headline, the detector's trigrams do.
pub(super) fn detect<'a>(text: &str, packs: &'a [Arc<Pack>]) -> Option<&'a Pack> {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let sample = &text[..end];
    let folded = fold(sample);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).collect();
    let mut scores: Vec<(usize, &Pack)> =
        packs.iter().map(|p| (words.iter().filter(|w| p.common.contains(**w)).count(), p.as_ref())).collect();
    scores.sort_by_key(|s| std::cmp::Reverse(s.0));
    let best = scores.first()?;
    let second = scores.get(1).map_or(0, |s| s.0);
    if best.0 > 2 * second + 2 {
        return Some(best.1);
    }
    // A language that the detector does not know would be taken for its nearest neighbour.
    if best.1.code.is_empty() && best.0 > second {
        return Some(best.1);
    }
    let code = whichlang::detect_language(sample).three_letter_code();
    let guess = packs.iter().map(Arc::as_ref).find(|p| p.code == code);
    if words.len() >= SHORT {
        return guess.or(Some(best.1));
    }
    // In a headline the words for figures tell more than trigrams: "12 morti", "sales rose 5 %".
    let tokens = tokens(sample);
    let plurals = |p: &Pack| words.iter().filter(|w| is_plural_of_known(p, w)).count();
    let known =
        |p: &Pack| p.lexicon.read(sample, &tokens).into_iter().filter(|w| p.lexicon.knows(*w)).count() + plurals(p);
    let told: Vec<(usize, &Pack)> = scores.iter().map(|&(n, p)| (2 * n + known(p), p)).collect();
    let most = told.iter().map(|t| t.0).max()?;
    let mut likely = told.iter().filter(|t| t.0 == most).map(|t| t.1);
    guess.filter(|g| told.iter().any(|t| t.0 == most && t.1.key == g.key)).or_else(|| likely.next())
}

/// Whether a folded word is the plural of one that the language knows, and is not known itself: "soldados".
fn is_plural_of_known(pack: &Pack, word: &str) -> bool {
    let known = |word: &str| {
        let found = pack.lexicon.read(word, &pack.lexicon.tokens(word));
        found.first().is_some_and(|w| pack.lexicon.knows(*w))
    };
    let singular = |ending: &String| word.strip_suffix(ending.as_str()).is_some_and(known);
    pack.is_plural_form(word) && !known(word) && pack.format.plural.iter().any(singular)
}

#[cfg(test)]
mod tests {
    use crate::language::Registry;

    #[test]
    fn a_headline_is_told_by_its_words_for_figures() {
        let languages = Registry::built_in();
        for (text, expected) in [
            ("Mueren doce en un choque", "es"),
            ("Sales rose 5 %", "en"),
            ("12 morti a Roma", "it"),
            ("Zwölf Tote bei Brand", "de"),
            ("Nove feridos em Lisboa", "pt"),
            ("Trois blessés à Lyon", "fr"),
            ("15.000 soldados", "es"),
        ] {
            assert_eq!(languages.detect(text).key, expected, "{text}");
        }
    }
}
