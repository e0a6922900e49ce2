//! Figures of other articles that may state the fact of a mention, the likeliest first: what the person joins it with.

use super::{
    session::{Letter, Session},
    widgets::{Mark, MarkedText},
};
use crate::{
    align::stand::stand,
    article::Zone,
    corpus::{Corpus, QuantityId, SentenceId},
    text::fold,
};
use std::collections::{BTreeSet, HashMap};

/// A figure that a mention can be joined with.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Which figure.
    pub figure: QuantityId,
    /// The letter of its source.
    pub letter: Letter,
    /// The outlet.
    pub outlet: String,
    /// What it says.
    pub told: String,
    /// The words around it.
    pub excerpt: MarkedText,
    /// All of it, as a search compares it.
    folded: String,
}

/// How much of a sentence is shown before and behind its figure, in characters.
const BEFORE: usize = 44;
const BEHIND: usize = 120;
/// Shorter words say little of what a sentence is about.
const TELLING: usize = 4;

/// The figures that can be compared with a mention, stand in another article and are not of its finding.
#[must_use]
pub fn candidates(session: &Session, mention: QuantityId) -> Vec<Candidate> {
    let analysis = session.analysis();
    let corpus = &analysis.corpus;
    let own = corpus.article_of(mention);
    let matched = || session.finding_of(mention).into_iter().flat_map(|f| &f.mentions);
    let known: BTreeSet<QuantityId> = matched().map(|m| m.quantity).collect();
    let told: BTreeSet<SentenceId> = matched().map(|m| m.sentence).collect();
    let sentence = corpus.sentence_of(mention);
    let alike: HashMap<SentenceId, f32> = analysis
        .alignment
        .pairs
        .iter()
        .filter_map(|&(a, b, s)| (a == sentence).then_some((b, s)).or((b == sentence).then_some((a, s))))
        .collect();
    let words = telling(corpus, sentence);
    let one = |is: bool| f32::from(u8::from(is));
    let mut likeness: HashMap<SentenceId, f32> = HashMap::new();
    let mut like = |there: SentenceId| {
        *likeness.entry(there).or_insert_with(|| {
            let shared = telling(corpus, there).intersection(&words).count() as f32 / words.len().max(1) as f32;
            let aside = one(corpus.sentence(there).zone == Zone::Boilerplate);
            // A sentence that states the fact already states another with its other figures.
            2.0 * alike.get(&there).copied().unwrap_or_default() + shared - aside - one(told.contains(&there))
        })
    };
    let mut ranked: Vec<(f32, QuantityId)> = corpus
        .quantity_ids()
        .filter(|q| corpus.article_of(*q) != own && !known.contains(q) && stand(corpus, mention, *q).is_some())
        .map(|q| {
            let same_kind = one(corpus.quantity(q).kind == corpus.quantity(mention).kind);
            (like(corpus.sentence_of(q)) + 0.5 * same_kind, q)
        })
        .collect();
    ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    ranked.into_iter().map(|(_, q)| Candidate::of(session, q)).collect()
}

/// Those with all words of a query, case and accents aside, by their places.
#[must_use]
pub fn matching(candidates: &[Candidate], query: &str) -> Vec<usize> {
    let wanted: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    let matches = |c: &Candidate| wanted.iter().all(|w| c.folded.contains(w.as_str()));
    (0..candidates.len()).filter(|&i| matches(&candidates[i])).collect()
}

impl Candidate {
    fn of(session: &Session, figure: QuantityId) -> Self {
        let corpus = &session.analysis().corpus;
        let article = corpus.article_of(figure);
        let sentence = corpus.text(article, corpus.sentence(corpus.sentence_of(figure)).span);
        let (letter, outlet) = (session.letter_of(article), corpus.article(article).name());
        let told = corpus.told(figure).replace(['\n', '\u{a0}'], " ");
        let folded = fold(&format!("{letter} {outlet} {told} {sentence}"));
        Self { figure, letter, outlet, told, excerpt: excerpt(corpus, figure, BEFORE, BEHIND), folded }
    }
}

/// The longer words of a sentence, case and accents aside; digits tell nothing of what it is about.
fn telling(corpus: &Corpus, sentence: SentenceId) -> BTreeSet<String> {
    let text = fold(corpus.text(corpus.article_of_sentence(sentence), corpus.sentence(sentence).span));
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| w.chars().count() >= TELLING && !w.contains(char::is_numeric)).map(str::to_owned).collect()
}

/// The sentence of a figure on one line with the figure marked, cut between words where it is longer than that many
/// characters before the figure or behind it.
#[must_use]
pub fn excerpt(corpus: &Corpus, figure: QuantityId, before: usize, behind: usize) -> MarkedText {
    let article = corpus.article_of(figure);
    let text = &corpus.article(article).text;
    let core = corpus.quantity(figure).core;
    let sentence = corpus.sentence(corpus.sentence_of(figure)).span.cover(core);
    marked(&text[sentence.start()..core.start()], core.of(text), &text[core.end()..sentence.end()], before, behind)
}

/// Words on one line with the figure between them marked, cut between words where they are longer.
#[must_use]
pub fn marked(head: &str, figure: &str, tail: &str, before: usize, behind: usize) -> MarkedText {
    let line = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    let (head, tail) = (line(head), line(tail));
    let head = match head.char_indices().rev().nth(before) {
        Some((at, _)) => format!("…{}", head[at..].split_once(' ').map_or(&head[at..], |(_, words)| words)),
        None => head,
    };
    let tail = match tail.char_indices().nth(behind) {
        Some((at, _)) => format!("{}…", tail[..at].rsplit_once(' ').map_or(&tail[..at], |(words, _)| words)),
        None => tail,
    };
    let mut text = MarkedText::plain(head);
    text.push_marked(&line(figure), Mark::Figure);
    text.push(&MarkedText::plain(tail));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::ArticleId, gui::fixture};

    /// A figure of the fixture, by its article and its place there.
    fn figure(session: &Session, article: u32, place: usize) -> QuantityId {
        session.analysis().corpus.quantities_of(ArticleId(article)).nth(place).expect("the fixture has it")
    }

    #[test]
    fn the_likeliest_stand_first_and_no_digit_makes_them_likely() {
        let session = fixture::session();
        // Nine bodies in one article: those that count the dead elsewhere come before what merely is as many.
        let found = candidates(&session, figure(&session, 3, 4));
        assert!(found.iter().all(|c| c.letter != Letter(3)));
        // "2.300 camas se han montado en polideportivos": who slept in them stands first.
        assert!(found[0].excerpt.text.contains("polideportivos"), "{:?}", found[0]);
    }

    #[test]
    fn what_cannot_be_compared_is_not_offered() {
        let session = fixture::session();
        let hour = figure(&session, 0, 5);
        assert_eq!(session.analysis().corpus.told(hour), "16:35");
        let told: Vec<String> = candidates(&session, hour).into_iter().map(|c| c.told).collect();
        assert!(!told.contains(&"3.150".to_owned()), "{told:?}");
    }

    #[test]
    fn a_search_ignores_accents_and_case() {
        let session = fixture::session();
        let found = candidates(&session, figure(&session, 0, 2));
        let check = |query: &str, expected: bool| {
            let matches = matching(&found, query);
            assert_eq!(!matches.is_empty(), expected, "{query}");
            assert!(matches.into_iter().all(|i| found[i].folded.contains(&fold(query))));
        };
        check("CAMAS", true);
        check("agencia litoral", true);
        check("inexistente", false);
        check("", true);
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        let text = marked(&"palabra ".repeat(40), "12", &" más".repeat(80), 20, 20);
        assert!(text.text.starts_with("…palabra") && text.text.ends_with("más…"), "{}", text.text);
        let (range, _) = &text.marks[0];
        assert_eq!(&text.text[range.clone()], "12");
    }
}
