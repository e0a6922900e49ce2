//! The sentence of a mention between its neighbours, with its marks.

use crate::{
    article::Zone,
    corpus::{Corpus, SentenceId},
    finding::Finding,
    gui::widgets::{Mark, MarkedText},
    text::Span,
};
use std::ops::Range;

/// A sentence with what stands before and after it, in quiet text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passage {
    /// The whole, with its marks.
    pub text: MarkedText,
    /// Where the sentence stands in it.
    pub sentence: Range<usize>,
}

/// How much of a neighbouring sentence is shown, in characters.
const NEIGHBOUR: usize = 140;

impl Passage {
    /// The sentence alone.
    #[must_use]
    pub fn sentence(&self) -> &str {
        self.text.text.get(self.sentence.clone()).unwrap_or_default()
    }
}

/// The passage of a finding's mention, by its place in [`Finding::mentions`].
#[must_use]
pub fn of(corpus: &Corpus, finding: &Finding, mention: usize) -> Passage {
    let mention = finding.mentions[mention];
    let mut text = MarkedText::default();
    if let Some(before) = neighbour(corpus, mention.sentence, -1) {
        text.push_marked(&format!("{} ", tail(&before)), Mark::Quiet);
    }
    let start = text.text.len();
    text.push(&sentence(corpus, finding, mention.sentence));
    let sentence = start..text.text.len();
    if let Some(after) = neighbour(corpus, mention.sentence, 1) {
        text.push_marked(&format!(" {}", head(&after)), Mark::Quiet);
    }
    Passage { text, sentence }
}

/// A sentence with the finding's own figures marked strongly and all others quietly.
#[must_use]
pub fn sentence(corpus: &Corpus, finding: &Finding, id: SentenceId) -> MarkedText {
    let article = corpus.article_of_sentence(id);
    let span = corpus.sentence(id).span;
    let mut text = MarkedText::plain(one_line(corpus.text(article, span)));
    let mut mark = |part: Span, mark| {
        if span.contains(part) {
            text.marks.push((part.start() - span.start()..part.end() - span.start(), mark));
        }
    };
    for figure in corpus.quantities_of(article) {
        let quantity = corpus.quantity(figure);
        if !quantity.core.overlaps(span) {
            continue;
        }
        if !finding.mentions.iter().any(|m| m.quantity == figure) {
            mark(quantity.core, Mark::OtherFigure);
            continue;
        }
        mark(quantity.core, Mark::Figure);
        if let Some(hedge) = quantity.hedge_span {
            mark(hedge, Mark::Hedge);
        }
        if let Some(counted) = quantity.unit.span.filter(|unit| !unit.overlaps(quantity.core)) {
            mark(counted, Mark::Counted);
        }
    }
    text
}

/// The text with every line end and tab as one space, so that its bytes keep their places.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}

/// The sentence before (-1) or after (1), where it is running text of the same article.
fn neighbour(corpus: &Corpus, id: SentenceId, by: i64) -> Option<String> {
    let article = corpus.article_of_sentence(id);
    let other = u32::try_from(i64::from(id.0) + by).ok().map(SentenceId)?;
    if !corpus.sentences_of(article).any(|s| s == other) {
        return None;
    }
    let running = |zone| matches!(zone, Zone::Lead | Zone::Body);
    let (here, there) = (corpus.sentence(id), corpus.sentence(other));
    let text = one_line(corpus.text(article, there.span));
    (running(here.zone) && running(there.zone) && !text.trim().is_empty()).then(|| text.trim().to_owned())
}

/// The first words of a long sentence.
fn head(text: &str) -> String {
    match text.char_indices().nth(NEIGHBOUR) {
        Some((at, _)) => format!("{}…", text[..at].rsplit_once(' ').map_or(&text[..at], |(words, _)| words)),
        None => text.to_owned(),
    }
}

/// The last words of a long sentence.
fn tail(text: &str) -> String {
    match text.char_indices().rev().nth(NEIGHBOUR) {
        Some((at, _)) => format!("…{}", text[at..].split_once(' ').map_or(&text[at..], |(_, words)| words)),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    #[test]
    fn the_sentence_is_marked_and_its_neighbours_are_quiet() {
        let session = fixture::session();
        let finding = session.shown().next().expect("a finding");
        let passage = of(&session.analysis().corpus, finding, 1);
        let marked = |mark| -> Vec<&str> {
            passage.text.marks.iter().filter(|(_, m)| *m == mark).map(|(r, _)| &passage.text.text[r.clone()]).collect()
        };
        assert_eq!(passage.sentence(), "En la zona inundada trabajan ya 3.150 militares, según Defensa.");
        assert_eq!(marked(Mark::Figure), ["3.150"]);
        assert_eq!(marked(Mark::Counted), ["militares"]);
        assert_eq!(marked(Mark::Quiet), ["La ministra sobrevoló el valle por la tarde. ", " El relevo llega hoy."]);
    }

    #[test]
    fn a_long_neighbour_is_cut_between_words() {
        let long = "palabra ".repeat(60);
        assert!(head(&long).ends_with("palabra…"), "{}", head(&long));
        assert!(tail(long.trim()).starts_with("…palabra"), "{}", tail(&long));
        let one = "ñ".repeat(500);
        assert!(head(&one).chars().count() <= NEIGHBOUR + 1);
        assert!(tail(&one).chars().count() <= NEIGHBOUR + 2);
    }
}
