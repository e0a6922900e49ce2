//! The work as a case: taken from the desk, laid on it, and which file it is kept in.

use super::{Deed, Session, Source, SourceId, SourceState, Step};
use crate::{
    article::{
        Article, Metadata, Origin,
        load::{LoadError, Reason},
    },
    autosave::{Tally, Work},
    case::{Case, CaseSource, Standing},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

/// The file that the work is kept in.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// Where it is.
    pub path: PathBuf,
    /// What stands in it; none where that is not known, other than that it is not what lies on the desk.
    saved: Option<Case>,
    /// The SHA-256 of the file when it was read or written last; none where that is not known.
    pub seen: Option<String>,
}

impl Session {
    /// The work on the desk. Articles are shared, not copied.
    #[must_use]
    pub fn to_case(&self) -> Case {
        let source = |source: &Source| match &source.state {
            SourceState::Read(article) => CaseSource::Read { article: article.clone(), off: source.off },
            SourceState::Unreadable(error) => CaseSource::Unread { path: error.path.clone() },
        };
        Case {
            sources: self.sources.iter().map(source).collect(),
            review: self.review.clone(),
            amendments: self.amendments.clone(),
            selected: self.selected.clone(),
        }
    }

    /// The work with the file that it is kept in.
    #[must_use]
    pub fn to_work(&self) -> Work {
        let (file, seen) = self.case_file.as_ref().map(|f| (f.path.clone(), f.seen.clone())).unzip();
        Work { case: self.to_case(), file, seen: seen.flatten(), is_changed: self.is_changed() }
    }

    /// Clears the desk and lays a case on it. It is not analysed yet; what was done before cannot be taken back any more.
    pub fn open_work(&mut self, work: Work) {
        let Work { case, file, seen, is_changed } = work;
        let next_source = self.next_source;
        let revision = self.revision;
        let settings = self.settings.clone();
        let unflagged = std::mem::take(&mut self.unflagged);
        *self = Self { next_source, revision, settings, unflagged, ..Self::default() };
        self.case_file = file.map(|path| CaseFile { path, saved: (!is_changed).then(|| case.clone()), seen });
        for source in case.sources {
            let is_off = matches!(source, CaseSource::Read { off: true, .. });
            let state = match source {
                CaseSource::Read { article, .. } => SourceState::Read(article),
                // The reason is not kept, since the file is looked at again.
                CaseSource::Unread { path } => {
                    SourceState::Unreadable(Arc::new(LoadError { path, reason: Reason::Missing }))
                }
            };
            self.sources.push(Source { off: is_off, ..Source::new(SourceId(self.next_source), state) });
            self.next_source += 1;
        }
        self.review = case.review;
        self.amendments = case.amendments;
        self.selected = case.selected;
        self.changed();
    }

    /// The file that the work is kept in.
    #[must_use]
    pub fn case_path(&self) -> Option<&Path> {
        self.case_file.as_ref().map(|f| f.path.as_path())
    }

    /// The file that the work is kept in, if it is this one.
    pub fn case_file(&self, path: &Path) -> Option<&CaseFile> {
        self.case_file.as_ref().filter(|f| f.path == path)
    }

    /// Takes note of what the case's file is now.
    pub fn set_seen(&mut self, path: &Path, sha256: String) {
        if let Some(file) = self.case_file.as_mut().filter(|f| f.path == path) {
            file.seen = Some(sha256);
            self.revision += 1;
        }
    }

    /// The work stands in this file now, whose SHA-256 that is.
    pub fn set_saved(&mut self, path: PathBuf, case: Case, sha256: Option<String>) {
        self.case_file = Some(CaseFile { path, saved: Some(case), seen: sha256 });
        self.revision += 1;
        self.is_changed = self.differs();
    }

    /// The work does not stand in its file any more.
    pub fn set_unsaved(&mut self) {
        if let Some(file) = &mut self.case_file {
            file.saved = None;
        }
        self.revision += 1;
        self.is_changed = self.differs();
    }

    /// Whether there is work on the desk that stands in no file.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    pub(super) fn differs(&self) -> bool {
        let case = self.to_case();
        match &self.case_file {
            Some(file) => file.saved.as_ref().is_none_or(|saved| !saved.is_same_work(&case)),
            None => !case.is_empty(),
        }
    }

    /// What was found, and how much of it was decided.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally::of(&self.analysis.findings, &self.review)
    }

    /// Takes over what became of the articles' files.
    pub fn set_standings(&mut self, standings: Vec<(SourceId, Standing)>) {
        for (id, standing) in standings {
            if let Some(source) = self.sources.iter_mut().find(|s| s.id == id) {
                source.standing = standing;
            }
        }
        self.changed();
    }

    /// The articles whose files hold something else now, and where those are.
    pub fn stale(&self) -> impl Iterator<Item = (SourceId, &Path)> {
        self.sources.iter().filter_map(|s| match &s.standing {
            Standing::Changed(path) => Some((s.id, path.as_path())),
            Standing::Same | Standing::Missing => None,
        })
    }

    /// The articles whose files are missing, and what those were.
    pub fn missing(&self) -> impl Iterator<Item = (SourceId, &Origin)> {
        let missing = self.sources.iter().filter(|s| s.standing == Standing::Missing);
        missing.filter_map(|s| Some((s.id, &s.article()?.origin)))
    }

    /// Gives articles the places where their files were found. They keep the names that they had: by them the person, and
    /// every decision, recognises them.
    pub fn settle_files(&mut self, found: Vec<(SourceId, PathBuf)>) {
        let place = |(id, path): (SourceId, PathBuf)| {
            let before = self.source(id)?.article()?;
            let mut article = Article::clone(before);
            article.origin.path = path;
            if article.name() != before.name() {
                article.metadata.outlet = before.name();
            }
            Some((id, Arc::new(article), Standing::Same))
        };
        let new: Vec<_> = found.into_iter().filter_map(place).collect();
        if !new.is_empty() {
            self.make(Deed::Found, Step::Renew(new));
        }
    }

    /// Puts articles as they are now in the place of what was read before. What was known about them stays: by it the
    /// person, and every decision, recognises them. Says how many there were.
    pub fn renew(&mut self, articles: Vec<(SourceId, Article)>) -> usize {
        let place = |(id, article): (SourceId, Article)| {
            let before = self.source(id)?.article()?;
            let metadata = completed(&before.metadata, &article.metadata);
            let mut article = article;
            article.origin.called = Some(before.known_as());
            article.describe(metadata);
            Some((id, Arc::new(article), Standing::Same))
        };
        let new: Vec<_> = articles.into_iter().filter_map(place).collect();
        let count = new.len();
        if count > 0 {
            self.make(Deed::ReadAgain, Step::Renew(new));
        }
        count
    }

    /// Exchanges articles, and returns those that stood there.
    pub(super) fn exchange(&mut self, articles: Vec<(SourceId, Arc<Article>, Standing)>) -> Step {
        let mut before = Vec::new();
        for (id, article, standing) in articles {
            let Some(source) = self.sources.iter_mut().find(|s| s.id == id) else { continue };
            if let SourceState::Read(old) = &mut source.state {
                let old = std::mem::replace(old, article);
                before.push((id, old, std::mem::replace(&mut source.standing, standing)));
            }
        }
        Step::Renew(before)
    }
}

/// What was known, with what was not known filled in.
fn completed(known: &Metadata, new: &Metadata) -> Metadata {
    let or = |known: &String, new: &String| if known.is_empty() { new.clone() } else { known.clone() };
    Metadata {
        title: or(&known.title, &new.title),
        outlet: or(&known.outlet, &new.outlet),
        byline: or(&known.byline, &new.byline),
        published: known.published.or(new.published),
        hour: known.hour.or(new.hour),
        language: or(&known.language, &new.language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Disagreement, gui::fixture, quantity::Leeway, review::Status};

    /// The desk of a case, after the analysis.
    fn opened(work: Work) -> Session {
        let mut session = Session::default();
        session.open_work(work);
        let (sources, articles) = session.to_analyse();
        session.set_analysis(sources, fixture::analysis(&articles));
        session
    }

    #[test]
    fn a_case_brings_back_the_desk() {
        let mut session = fixture::session();
        session.decide(Status::Confirmed);
        session.note("mirar".into());
        let (again, case) = (opened(session.to_work()), session.to_case());
        assert_eq!(again.to_case(), case);
        assert_eq!(again.selected_place(), session.selected_place());
        assert_eq!(again.decided(), (1, 6));
        assert_eq!(again.history(), (None, None));
    }

    #[test]
    fn what_the_person_prefers_outlives_a_case() {
        let mut session = fixture::session();
        session.set_unflagged(vec![Disagreement::OtherDay]);
        session.settings.leeway = Leeway::Wide;
        let work = session.to_work();
        session.open_work(work);
        assert_eq!((session.unflagged(), session.settings.leeway), (&[Disagreement::OtherDay][..], Leeway::Wide));
    }

    #[test]
    fn work_that_stands_in_no_file_is_known() {
        assert!(!Session::default().is_changed());
        let mut session = fixture::session();
        assert!(session.is_changed());
        session.set_saved("/casos/crecida.cotejo".into(), session.to_case(), None);
        assert!(!session.is_changed());
        session.step(1);
        assert!(!session.is_changed(), "looking is no work");
        session.decide(Status::ToCheck);
        assert!(session.is_changed());
        assert!(opened(session.to_work()).is_changed(), "also after a crash");
        session.undo();
        assert!(!session.is_changed());
        assert!(!opened(session.to_work()).is_changed());
    }

    #[test]
    fn a_file_that_was_found_keeps_its_name() {
        let mut session = fixture::session();
        let id = session.sources()[1].id;
        session.describe(id, Metadata::default());
        session.set_standings(vec![(id, Standing::Missing)]);
        let (before, name) = (session.to_case(), session.sources()[1].name());
        assert_eq!(session.missing().count(), 1);
        session.settle_files(vec![(id, "/nuevo/otro-nombre.txt".into())]);
        assert_eq!(session.sources()[1].path(), PathBuf::from("/nuevo/otro-nombre.txt"));
        assert_eq!((session.missing().count(), session.sources()[1].name()), (0, name));
        assert_eq!(session.undo(), Some(Deed::Found));
        assert_eq!((session.missing().count(), session.to_case().sources), (1, before.sources));
    }

    #[test]
    fn an_article_is_read_again_and_its_decisions_stay() {
        let mut session = fixture::session();
        session.decide(Status::Confirmed);
        let before = session.to_case();
        let id = session.sources()[1].id;
        session.set_standings(vec![(id, Standing::Changed("/nuevo/b.txt".into()))]);
        assert_eq!(session.stale().count(), 1);
        let mut new = fixture::articles().swap_remove(1);
        new.text.push_str("\n\nSe ha sabido después.");
        new.metadata.outlet = "Otra cabecera".into();
        assert_eq!(session.renew(vec![(id, new)]), 1);
        let article = session.sources()[1].article().expect("it was read").clone();
        assert!(article.text.ends_with("después."));
        assert_eq!(article.metadata.outlet, "La Tribuna Nacional");
        assert_eq!((session.stale().count(), session.review()), (0, &before.review));
        assert_eq!(session.undo(), Some(Deed::ReadAgain));
        assert_eq!(session.to_case().sources, before.sources);
        assert_eq!(session.stale().count(), 1);
    }
}
