//! A finding in words, for the clipboard: what each source says, with where it says so.

use crate::gui::session::Session;

/// The selected finding with the sentence of every mention and its source.
#[must_use]
pub fn of_selected(session: &Session) -> Option<String> {
    let finding = session.selected_finding()?;
    let corpus = &session.analysis().corpus;
    let mut text = finding.topic.clone();
    for mention in &finding.mentions {
        let article = corpus.article(mention.article);
        let sentence = corpus.text(mention.article, corpus.sentence(mention.sentence).span);
        let date = article.metadata.published.map(|d| format!(", {d}")).unwrap_or_default();
        text.push_str(&format!("\n“{}” ({}{date})", sentence.trim(), article.name()));
    }
    Some(text)
}
