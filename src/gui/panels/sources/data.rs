//! What the list of sources shows, before it is painted.

use crate::{
    case::Standing,
    gui::{
        panels::moments,
        session::{Letter, Session, SourceId, SourceState},
    },
    wording::Wording,
};
use std::path::Path;

/// The sources that could be read, and those that could not.
#[derive(Debug, Default, PartialEq)]
pub struct Rows {
    /// With a letter each, in their order.
    pub read: Vec<ReadRow>,
    /// With the reason.
    pub unread: Vec<UnreadRow>,
}

/// A source that could be read.
#[derive(Debug, PartialEq)]
pub struct ReadRow {
    /// Its name on the desk.
    pub source: SourceId,
    /// How it is shown elsewhere.
    pub letter: Letter,
    /// The outlet, or else the file's name.
    pub outlet: String,
    /// The headline.
    pub title: String,
    /// Language, date, how many figures.
    pub details: String,
    /// The file's name.
    pub file: String,
    /// Whether it is switched off.
    pub off: bool,
    /// Whether its file was changed since it was read.
    pub changed: bool,
    /// What the person should know about how it was read.
    pub notices: Vec<String>,
    /// Whether the findings shown are only those of this source.
    pub is_filter: bool,
    /// All of it in one sentence, for a screen reader.
    pub spoken: String,
}

/// A source that could not be read.
#[derive(Debug, PartialEq)]
pub struct UnreadRow {
    /// Its name on the desk.
    pub source: SourceId,
    /// The file's name.
    pub name: String,
    /// What happened, and what to do.
    pub reason: String,
}

impl Rows {
    /// What is shown of the sources of a session.
    #[must_use]
    pub fn of(session: &Session, words: &Wording) -> Self {
        let mut rows = Self::default();
        for source in session.sources() {
            match &source.state {
                SourceState::Read(_) => rows.read.extend(read_row(session, words, source.id)),
                SourceState::Unreadable(error) => rows.unread.push(UnreadRow {
                    source: source.id,
                    name: source.name(),
                    reason: notice(words, &error.reason.message()),
                }),
            }
        }
        rows
    }
}

fn read_row(session: &Session, words: &Wording, id: SourceId) -> Option<ReadRow> {
    let source = session.source(id)?;
    let article = source.article()?;
    let known = &article.metadata;
    let date = moments::short(words, known.published, known.hour);
    let mut details = date;
    if !known.language.is_empty() {
        details = format!("{}, {details}", known.language);
    }
    if let Some(analysed) = session.article_of(id) {
        let figures = session.analysis().corpus.quantities_of(analysed).len();
        details = format!("{details}, {}", words.count("figures", &[("count", figures)]));
    }
    let letter = session.letter(id)?;
    let outlet = article.name();
    let title = if known.title.is_empty() { first_words(&article.text) } else { known.title.clone() };
    let standing = source.standing.key().map(|key| words.text(key));
    let notices = standing.into_iter().chain(article.notices.iter().map(|n| notice(words, n))).collect();
    // That it is on is seen by its being there; who cannot see it is told.
    let state = words.text(if source.off { "source-is-off" } else { "source-is-on" });
    let spoken = format!("{letter}, {outlet}. {title}. {details}, {state}");
    if source.off {
        details = format!("{state}, {details}");
    }
    Some(ReadRow {
        source: id,
        letter,
        spoken,
        outlet,
        title,
        details,
        file: file_name(&article.origin.path),
        off: source.off,
        changed: matches!(source.standing, Standing::Changed(_)),
        notices,
        is_filter: session.filter().source == Some(id),
    })
}

fn notice(words: &Wording, notice: &crate::article::Notice) -> String {
    let arguments: Vec<_> = notice.arguments.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    words.with(&notice.key, &arguments)
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}

fn first_words(text: &str) -> String {
    text.split_whitespace().take(12).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    #[test]
    fn a_row_tells_who_when_and_how_much() {
        let session = fixture::session();
        let rows = Rows::of(&session, &Wording::new("es"));
        let first = &rows.read[0];
        assert_eq!((first.letter.to_string().as_str(), first.outlet.as_str()), ("A", "El Correo de Aldura"));
        assert!(first.details.starts_with("es, 12 nov, 07:40, "), "{}", first.details);
        assert!(first.details.ends_with(" cifras"), "{}", first.details);
        assert_eq!(rows.unread.len(), 1);
        assert_eq!(rows.unread[0].name, "portada-escaneada.pdf");
    }
}
