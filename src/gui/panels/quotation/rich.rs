//! The same as rich text, for letters and documents: what other programs keep of a page is its elements, not its look.

use super::credit;
use crate::{
    corpus::{Corpus, QuantityId},
    finding::Finding,
    gui::session::Session,
    report::{self, Marks, text::clean},
    text::Span,
    wording::Wording,
};
use maud::{Markup, html};

/// A finding: its verdict, what every source says, the reasons, what was decided and noted.
pub fn finding(finding: &Finding, session: &Session, words: &Wording) -> String {
    let corpus = &session.analysis().corpus;
    let entry = session.review().entry(&finding.fingerprint);
    let gravest = finding.pairs.iter().filter(|p| p.verdict == finding.verdict);
    let surest = gravest.max_by(|a, b| a.sameness.total_cmp(&b.sameness));
    let reasons = finding.reasons.iter().chain(surest.into_iter().flat_map(|p| &p.reasons));
    let reasons: Vec<String> = reasons.map(|r| words.reason(r)).collect();
    let page = html! {
        p {
            strong { (words.text(&format!("verdict-{}", finding.verdict.key()))) ": " (clean(&finding.topic)) }
            " · " (report::decision(entry.status, words))
        }
        @for mention in &finding.mentions {
            (mentioned(corpus, mention.quantity, &report::by_hand(mention, corpus, words), words))
        }
        @if !reasons.is_empty() { ul { @for reason in &reasons { li { (clean(reason)) } } } }
        @if !entry.note.is_empty() { p { em { (words.text("report-note")) ". " } (clean(&entry.note)) } }
    };
    page.into_string()
}

/// The sentence of a figure with what was done by hand, and what is known of its article.
pub fn quotation(corpus: &Corpus, figure: QuantityId, done: &[String], known: &[&String], words: &Wording) -> String {
    html! { (mentioned(corpus, figure, done, words)) @for line in known { p { (clean(line)) } } }.into_string()
}

/// The sentence of a figure, the figure in bold, and who published it when.
fn mentioned(corpus: &Corpus, figure: QuantityId, done: &[String], words: &Wording) -> Markup {
    let id = corpus.article_of(figure);
    let article = corpus.article(id);
    let sentence = corpus.sentence(corpus.sentence_of(figure)).span;
    let core = corpus.quantity(figure).core;
    // A figure that runs over the end of its sentence is not torn out of it.
    let within = || Span::new(core.start() - sentence.start(), core.end() - sentence.start());
    let marks = Marks { figure: sentence.contains(core).then(within), ..Marks::default() };
    html! {
        blockquote lang=[Some(&article.metadata.language).filter(|l| !l.is_empty())] {
            (words.text("quotation-opens"))
            @for (text, marked) in marks.parts(sentence.of(&article.text)) {
                @if marked.is_some() { strong { (clean(text)) } } @else { (clean(text)) }
            }
            (words.text("quotation-closes")) " (" (clean(&credit(article))) ")"
            @for line in done { " [" (clean(line)) "]" }
        }
    }
}
