//! What articles say, in words for the clipboard: a sentence with its source, or all that is said about a finding.

mod rich;

use crate::{
    article::Article,
    corpus::{ArticleId, Corpus, QuantityId, SentenceId},
    gui::{clipboard::Clip, session::Session},
    report,
    wording::Wording,
};

/// The selected finding with the sentence of every mention and its source; as rich text with its verdict, its reasons and
/// what was decided too.
#[must_use]
pub fn of_selected(session: &Session, words: &Wording) -> Option<Clip> {
    let finding = session.selected_finding()?;
    let corpus = &session.analysis().corpus;
    let mut text = finding.topic.clone();
    for mention in &finding.mentions {
        text.push('\n');
        text.push_str(&quoted(corpus, mention.article, mention.sentence, words));
        for done in report::by_hand(mention, corpus, words) {
            text.push_str(&format!(" [{done}]"));
        }
    }
    Some(Clip { html: Some(rich::finding(finding, session, words)), text: Some(text) })
}

/// The sentence of a figure, with its source, the headline and the place where the article was found.
#[must_use]
pub fn of_figure(session: &Session, words: &Wording, figure: QuantityId) -> Clip {
    let corpus = &session.analysis().corpus;
    let id = corpus.article_of(figure);
    let article = corpus.article(id);
    let mut text = quoted(corpus, id, corpus.sentence_of(figure), words);
    let done = report::corrected_by_hand(corpus, figure, words);
    if let Some(done) = &done {
        text.push_str(&format!(" [{done}]"));
    }
    let known = [article.metadata.title.clone(), article.origin.path.display().to_string()];
    let known: Vec<&String> = known.iter().filter(|k| !k.is_empty()).collect();
    for line in &known {
        text.push('\n');
        text.push_str(line);
    }
    let html = rich::quotation(corpus, figure, &done.into_iter().collect::<Vec<_>>(), &known, words);
    Clip { html: Some(html), text: Some(text) }
}

/// A sentence between quotation marks, and who published it when.
fn quoted(corpus: &Corpus, id: ArticleId, sentence: SentenceId, words: &Wording) -> String {
    let article = corpus.article(id);
    let sentence = corpus.text(id, corpus.sentence(sentence).span);
    format!("{} ({})", words.quoted(sentence.trim()), credit(article))
}

/// Who published an article when: "El Valle, 2025-08-13".
fn credit(article: &Article) -> String {
    let date = article.metadata.published.map(|d| format!(", {d}")).unwrap_or_default();
    format!("{}{date}", article.name())
}
