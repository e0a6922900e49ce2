//! What the list of sources shows, before it is painted.

use crate::{
    case::Standing,
    gui::{
        panels::moments,
        session::{Letter, Session, Source, SourceId, SourceState},
    },
    wording::Wording,
};
use std::path::Path;

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
    /// Whether its file is missing.
    pub missing: bool,
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

impl ReadRow {
    /// What is shown of a source; nothing where it could not be read.
    #[must_use]
    pub fn of(session: &Session, words: &Wording, source: &Source) -> Option<Self> {
        let article = source.article()?;
        let known = &article.metadata;
        let date = moments::short(words, known.published, known.hour);
        let mut details = date;
        if !known.language.is_empty() {
            details = format!("{}, {details}", known.language);
        }
        if let Some(analysed) = session.article_of(source.id) {
            let figures = session.analysis().corpus.quantities_of(analysed).len();
            details = format!("{details}, {}", words.count("figures", &[("count", figures)]));
        }
        let letter = session.letter(source.id)?;
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
        Some(Self {
            source: source.id,
            letter,
            spoken,
            outlet,
            title,
            details,
            file: file_name(&article.origin.path),
            off: source.off,
            missing: source.standing == Standing::Missing,
            changed: matches!(source.standing, Standing::Changed(_)),
            notices,
            is_filter: session.filter().source == Some(source.id),
        })
    }
}

impl UnreadRow {
    /// What is shown of a source that could not be read; nothing where it could.
    #[must_use]
    pub fn of(words: &Wording, source: &Source) -> Option<Self> {
        match &source.state {
            SourceState::Read(_) => None,
            SourceState::Unreadable(error) => {
                Some(Self { source: source.id, name: source.name(), reason: notice(words, &error.reason.message()) })
            }
        }
    }
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
        let words = Wording::new("es");
        let first = ReadRow::of(&session, &words, &session.sources()[0]).expect("it could be read");
        assert_eq!((first.letter.to_string().as_str(), first.outlet.as_str()), ("A", "El Correo de Aldura"));
        assert!(first.details.starts_with("es, 12 nov, 07:40, "), "{}", first.details);
        assert!(first.details.ends_with(" cifras"), "{}", first.details);
        let unread: Vec<_> = session.sources().iter().filter_map(|s| UnreadRow::of(&words, s)).collect();
        assert_eq!(unread.len(), 1);
        assert_eq!(unread[0].name, "portada-escaneada.pdf");
    }
}
