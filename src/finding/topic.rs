//! A finding's name: what it is about, in the words of the articles.

use crate::{
    align::{Aligned, context::Context},
    quantity::Kind,
    text::Span,
};

/// How many words may follow the counted noun.
const FOLLOWING: usize = 4;
/// A topic is no longer than this, in bytes.
const LONGEST: usize = 60;

/// What a group of figures is about: the counted noun of its clearest mention with the words that follow it, as printed,
/// or else the words of the clause that tell most.
#[must_use]
pub fn topic(aligned: &Aligned<'_>, group: &[u32]) -> String {
    let best = group
        .iter()
        .map(|&i| &aligned.contexts[i as usize])
        .map(|c| (counted(aligned, c), c))
        .max_by_key(|(phrase, c)| (phrase.as_ref().map_or(0, |p| p.len().min(40)), std::cmp::Reverse(c.quantity)));
    let Some((phrase, context)) = best else { return String::new() };
    let words = phrase.unwrap_or_else(|| aligned.around(context));
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The counted noun and what follows it up to the next stop: "soldados a Rusia".
fn counted(aligned: &Aligned<'_>, context: &Context) -> Option<String> {
    let quantity = aligned.corpus.quantity(context.quantity);
    if quantity.unit.measure.is_some() || !matches!(quantity.kind, Kind::Count | Kind::Other | Kind::Rate) {
        return None;
    }
    let noun = quantity.unit.span?;
    let text = &aligned.corpus.article(context.article).text;
    let words = aligned.terms.words(context.article);
    let sentence = aligned.corpus.sentence(context.sentence).span;
    let mut end = noun.end();
    if noun.start() >= quantity.span.end() {
        let first = words.partition_point(|w| (w.start as usize) < noun.end());
        let mut at = noun.end();
        for word in words[first..].iter().take(FOLLOWING) {
            let (start, stop) = (word.start as usize, word.end as usize);
            let plain = text.get(at..start).is_some_and(|between| between.chars().all(char::is_whitespace));
            if !plain || stop > sentence.end() || stop - noun.start() > LONGEST {
                break;
            }
            at = stop;
            if !word.common {
                end = at;
            }
        }
    }
    Some(Span::new(noun.start(), end).of(text).to_owned()).filter(|phrase| !phrase.is_empty())
}
