//! A finding's name: what it is about, in the words of the articles.

use crate::{
    align::{Aligned, context::Context, terms::Word},
    concept::Class,
    quantity::Kind,
    text::Span,
};
use std::cmp::Reverse;

/// How many words may follow the counted noun.
const FOLLOWING: usize = 4;
/// A topic is no longer than this, in bytes.
const LONGEST: usize = 60;

/// How many words of the clause stand for a figure that counts nothing.
const KEYWORDS: usize = 3;
/// How many of them may be names: without a word for what is done they say nothing.
const NAMES: usize = 2;
/// How many clauses are looked at for them.
const CLAUSES: usize = 12;
/// What stands between them: they are keywords and no sentence.
const BETWEEN: &str = " · ";

/// What a group of figures is about: the noun that most of its mentions count, with the words that follow it, as printed;
/// for a day or an hour what is done or takes place then, with the words that follow it; or else the words of a clause that
/// most of the mentions share.
#[must_use]
pub fn topic(aligned: &Aligned<'_>, group: &[u32]) -> String {
    let contexts: Vec<&Context> = group.iter().map(|&i| &aligned.contexts[i as usize]).collect();
    let best = contexts
        .iter()
        .filter_map(|c| Some((counted(aligned, c)?, *c)))
        .max_by_key(|(phrase, c)| (sharing_noun(&contexts, c), phrase.len().min(40), Reverse(c.quantity)));
    let words = best.map(|(phrase, _)| phrase).or_else(|| deed(aligned, &contexts));
    let words = words.unwrap_or_else(|| keywords(aligned, &contexts));
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// How many of a group count what `one` counts.
fn sharing_noun(group: &[&Context], one: &Context) -> usize {
    let shares = |c: &&&Context| {
        c.noun_concepts.shared(&one.noun_concepts).next().is_some() || c.noun.shared(&one.noun).next().is_some()
    };
    group.iter().filter(shares).count()
}

/// What is done or takes place at the days or hours of a group, as the mention prints it that tells most of it.
fn deed(aligned: &Aligned<'_>, group: &[&Context]) -> Option<String> {
    let moment = |c: &&&Context| matches!(aligned.corpus.quantity(c.quantity).kind, Kind::Date | Kind::Time);
    let speak = |c: &Context| group.iter().filter(|o| o.language == c.language).count() as f32 / group.len() as f32;
    let told = group.iter().take(CLAUSES).filter(moment);
    let told = told.filter_map(|c| deed_of(aligned, group, c).map(|(tells, words)| (tells + 0.3 * speak(c), words)));
    told.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1))).map(|told| told.1)
}

/// What the clause of one day or hour says is done then, and how much that tells.
fn deed_of(aligned: &Aligned<'_>, group: &[&Context], context: &Context) -> Option<(f32, String)> {
    let words = aligned.terms.words(context.article);
    let sentence = aligned.corpus.sentence(context.sentence).span;
    let figure = aligned.corpus.quantity(context.quantity).span;
    let from = words.partition_point(|w| (w.start as usize) < sentence.start());
    let to = words.partition_point(|w| (w.end as usize) <= sentence.end());
    let done =
        |w: &Word| w.concepts.iter().any(|k| matches!(aligned.lexicon.concept(*k).class, Class::Act | Class::Event));
    let acts = (from..to).filter(|i| done(&words[*i]) && !figure.overlaps(words[*i].span()));
    let (act, tells) = acts
        .map(|i| (i, telling(aligned, group, context, &words[i])))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    let text = &aligned.corpus.article(context.article).text;
    let following = words[act + 1..to].iter().take(2 * FOLLOWING).take_while(|w| !figure.overlaps(w.span()));
    // "Kim Jong Un", though "un" is a common word.
    let capital = |w: &Word| w.span().of(text).chars().next().is_some_and(char::is_uppercase);
    let (phrase, more) = run_on(text, words[act].span(), following, |w| !w.common || capital(w));
    let told = 1 + more;
    // A phrase of two or three words tells more than one alone.
    (told > 1).then(|| (tells + 0.1 * told.min(3) as f32, phrase.of(text).to_owned()))
}

/// A phrase with the words that follow it up to the next stop, the last of them one that tells something; and how many of
/// those that tell something were added.
fn run_on<'a>(
    text: &str,
    phrase: Span,
    following: impl Iterator<Item = &'a Word>,
    tells: impl Fn(&Word) -> bool,
) -> (Span, usize) {
    let (mut end, mut last, mut told) = (phrase.end(), phrase.end(), 0);
    for word in following {
        let plain = text.get(last..word.start as usize).is_some_and(|gap| gap.chars().all(char::is_whitespace));
        if !plain || word.end as usize - phrase.start() > LONGEST || told == FOLLOWING {
            break;
        }
        last = word.end as usize;
        if tells(word) {
            (end, told) = (last, told + 1);
        }
    }
    (Span::new(phrase.start(), end), told)
}

/// The words of one clause that most of the group share, in the order of the clause: of all clauses the one whose words
/// tell most.
fn keywords(aligned: &Aligned<'_>, group: &[&Context]) -> String {
    let clauses = group.iter().take(CLAUSES).map(|c| clause_keywords(aligned, group, c));
    clauses.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|best| best.1).unwrap_or_default()
}

/// The most telling words of one clause, and how much they tell in all.
fn clause_keywords(aligned: &Aligned<'_>, group: &[&Context], context: &Context) -> (f32, String) {
    let words = aligned.terms.words(context.article);
    let sentence = aligned.corpus.sentence(context.sentence).span;
    let figure = aligned.corpus.quantity(context.quantity).span;
    let from = words.partition_point(|w| (w.start as usize) < sentence.start());
    let here = words[from..].iter().take_while(|w| (w.end as usize) <= sentence.end()).take(LONGEST);
    let outside = |w: &&Word| !figure.overlaps(Span::new(w.start as usize, w.end as usize)) && !w.common;
    let mut told: Vec<(f32, &Word)> = here.filter(outside).map(|w| (telling(aligned, group, context, w), w)).collect();
    told.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.start.cmp(&b.1.start)));
    let mut chosen: Vec<&Word> = Vec::new();
    let mut sum = 0.0;
    for (tells, word) in told {
        let names = chosen.iter().filter(|w| w.name).count();
        let new = chosen.iter().all(|w| w.term != word.term) && !(word.name && names == NAMES);
        if chosen.len() < KEYWORDS && new {
            chosen.push(word);
            sum += tells;
        }
    }
    chosen.sort_by_key(|w| w.start);
    let text = &aligned.corpus.article(context.article).text;
    let written: Vec<&str> = chosen.iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
    (sum, written.join(BETWEEN))
}

/// How well a word stands for the group: the share of the group that says it or its concept, its weight beside the figure,
/// and whether it names what is done, what takes place, or what is paid or measured.
fn telling(aligned: &Aligned<'_>, group: &[&Context], context: &Context, word: &Word) -> f32 {
    let weight_in = |c: &Context| c.window.entries().iter().find(|e| e.0 == word.term).map(|e| e.1);
    let by_concept = |c: &Context| word.concepts.iter().any(|k| c.concepts.entries().iter().any(|e| e.0 == *k));
    let sharing = group.iter().filter(|c| weight_in(c).is_some() || by_concept(c)).count() as f32 / group.len() as f32;
    let named =
        |class: Class| matches!(class, Class::Act | Class::Event | Class::Thing | Class::Money | Class::Measure);
    let concept = word.concepts.iter().any(|k| named(aligned.lexicon.concept(*k).class));
    sharing + 0.2 * weight_in(context).unwrap_or(0.0).min(2.0) + if concept { 0.35 } else { 0.0 }
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
    let first = words.partition_point(|w| (w.start as usize) < noun.end());
    let reach = if noun.start() >= quantity.span.end() { FOLLOWING } else { 0 };
    let following = words[first..].iter().take(reach).take_while(|w| w.end as usize <= sentence.end());
    let phrase = run_on(text, noun, following, |w| !w.common).0;
    Some(phrase.of(text).to_owned()).filter(|phrase| !phrase.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        concept::Lexicon,
        corpus::{ArticleId, Corpus},
        language::Registry,
    };

    /// What the first figures of some Spanish texts are about, taken for one fact.
    fn check(texts: &[&str], expected: &str) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(texts, &languages);
        let aligned = Aligned::read(&corpus, Lexicon::built_in());
        let first = |i: usize| corpus.quantities_of(ArticleId(i as u32)).next().expect("the text has a figure").0;
        let group: Vec<u32> = (0..texts.len()).map(first).collect();
        assert_eq!(topic(&aligned, &group), expected, "{texts:?}");
    }

    #[test]
    fn what_is_counted_comes_first() {
        check(&["El incendio dejó 12 heridos leves.", "Hubo 15 heridos."], "Heridos leves");
    }

    #[test]
    fn a_day_is_told_by_what_is_done_then() {
        check(
            &["El martes firmaron el acuerdo de paz en Lima.", "El miércoles se firmó el acuerdo de paz."],
            "Firmaron el acuerdo de paz en Lima",
        );
    }
}
