//! What is done with cases: opened, saved, put aside for another, their files looked at.

use crate::{
    article::load::{LoadError, address_at},
    autosave::{Autosave, Work},
    case::{Case, Copies, ENDING, Flaw, Found, Sighting, Standing, is_case_name, name_of},
    gui::{
        app::Desk,
        command::UiCommand,
        file_dialog::{Request, RequestKind},
        jobs::{NotSaved, Outcome, Purpose},
        session::SourceId,
        view_state::{ReaderState, View},
    },
    report::in_words,
    text::fold,
};
use std::path::{Path, PathBuf, absolute};

impl Desk {
    /// Opens files and folders: a case takes the desk, articles are added to it.
    pub(super) fn open_paths(&mut self, paths: Vec<PathBuf>) {
        let (cases, articles): (Vec<_>, Vec<_>) = paths.into_iter().partition(|p| is_case_name(p));
        if cases.len() > 1 {
            self.view.say(self.words.with("case-one-at-a-time", &[("name", &name_of(&cases[0]))]));
        }
        let (mut files, mut addresses) = (Vec::new(), Vec::new());
        for path in articles {
            match address_at(&path) {
                Some(address) => addresses.push(address),
                None => files.push(path),
            }
        }
        if !addresses.is_empty() {
            self.fetch(addresses);
        }
        match cases.into_iter().next() {
            Some(path) => self.open_case(absolute(&path).unwrap_or(path), files),
            None if files.is_empty() => {}
            None => self.jobs.load(files),
        }
    }

    fn open_case(&mut self, path: PathBuf, then: Vec<PathBuf>) {
        if self.session.case_path() == Some(&path) {
            self.view.say(self.words.with("case-already-open", &[("name", &name_of(&path))]));
            if !then.is_empty() {
                self.jobs.load(then);
            }
        } else {
            self.jobs.read_case(self.copies_of(&path), then);
        }
    }

    /// A case with its copies of before.
    pub(in crate::gui) fn copies_of(&self, path: &Path) -> Copies {
        match &self.keeping {
            Some(keeping) => keeping.autosave.copies_of(path),
            // Without a folder for data they can only lie beside it.
            None => Copies::new(path, &path.with_extension("before")),
        }
    }

    /// Takes over a case that was read.
    pub(super) fn case_read(&mut self, path: PathBuf, read: Result<Found<Case>, Flaw>, then: Vec<PathBuf>) {
        if self.session.case_path() == Some(&path) {
            self.compared(path, read);
            return;
        }
        match read {
            Ok(found) if self.make_room() => {
                let name = name_of(&path);
                // What a damaged file holds is no work of anybody's that saving could destroy.
                let seen = (!found.is_copy).then_some(found.sha256);
                self.lay(Work { case: found.what, file: Some(path.clone()), seen, is_changed: found.is_copy });
                if found.is_copy {
                    self.view.warn(self.words.with("case-from-copy", &[("name", &name)]));
                } else {
                    self.view.say(self.words.with("case-opened", &[("name", &name)]));
                }
                self.list_recent(move |autosave| {
                    let before = autosave.recent().into_iter().find(|r| r.path == path);
                    autosave.remember(&path, before.map(|r| r.tally).unwrap_or_default());
                });
            }
            Ok(_) => {}
            Err(flaw) => {
                self.view.warn(flaw.in_words(&path, &self.words));
                self.list_recent(|_| {});
            }
        }
        if !then.is_empty() {
            self.jobs.load(then);
        }
    }

    /// Takes note of what stands in the file of the case that lies here since the last time the program ran.
    fn compared(&mut self, path: PathBuf, read: Result<Found<Case>, Flaw>) {
        match read {
            Ok(Found { what, is_copy: false, sha256 }) => {
                if !self.session.is_changed() && !what.is_same_work(&self.session.to_case()) {
                    self.view.say(self.words.with("case-saved-elsewhere", &[("name", &name_of(&path))]));
                    self.lay(Work { case: what, file: Some(path), seen: Some(sha256), is_changed: false });
                }
            }
            // The file is gone or damaged: what lies here stands nowhere else.
            _ => self.session.set_unsaved(),
        }
    }

    /// Begins a case with nothing in it.
    pub(super) fn new_case(&mut self) {
        if self.make_room() {
            self.lay(Work::default());
        }
    }

    /// Makes sure that what lies on the desk is kept somewhere, so that something else can be laid on it. Says whether it is.
    fn make_room(&mut self) -> bool {
        let tally = self.session.tally();
        if !self.session.is_changed() {
            if let Some(path) = self.session.case_path().map(Path::to_owned) {
                self.list_recent(move |autosave| autosave.remember(&path, tally));
            }
            return true;
        }
        let Some(keeping) = &self.keeping else {
            self.view.warn(self.words.text("case-save-first"));
            return false;
        };
        match keeping.autosave.set_aside(&self.session.to_work(), tally) {
            Ok(path) => {
                self.view.say(self.words.with("case-set-aside", &[("name", &name_of(&path))]));
                self.list_recent(|_| {});
                true
            }
            Err(error) => {
                self.view.warn(error.in_words(&self.words));
                false
            }
        }
    }

    /// Lays work on the desk: analyses it, and looks what became of its files.
    pub(in crate::gui) fn lay(&mut self, work: Work) {
        self.jobs.cancel();
        self.session.open_work(work);
        self.view.view = View::Findings;
        self.view.reader = ReaderState::default();
        self.view.chosen = None;
        self.view.dialog = None;
        self.view.toasts.retain(|t| t.offer.is_none());
        let unread: Vec<PathBuf> = self.session.unread().map(|e| e.path.clone()).collect();
        if !unread.is_empty() {
            self.jobs.load(unread);
        }
        if self.session.sources().iter().any(|s| s.article().is_some()) {
            self.analyse();
            let beside = self.session.case_path().and_then(Path::parent).map(Path::to_owned);
            let origins = self.session.sources().iter().filter_map(|s| Some((s.id, s.article()?.origin.clone())));
            self.jobs.look_at_files(origins.collect(), beside);
        }
    }

    /// Tells what became of the articles' files.
    pub(super) fn looked(&mut self, standings: Vec<(SourceId, Standing)>) {
        let changed = standings.iter().filter(|(_, s)| matches!(s, Standing::Changed(_))).count();
        let missing = standings.iter().filter(|(_, s)| *s == Standing::Missing).count();
        self.session.set_standings(standings);
        if missing > 0 {
            let text = self.words.count("case-missing", &[("count", missing)]);
            self.view.say_with(text, UiCommand::FindFiles);
        }
        self.tell_changed(changed);
    }

    fn tell_changed(&mut self, changed: usize) {
        if changed > 0 {
            let text = self.words.count("case-changed", &[("count", changed)]);
            self.view.say_with(text, UiCommand::ReadAgain);
        }
    }

    /// Asks for the folder that missing files are looked for in.
    pub(super) fn ask_where_files_are(&mut self) {
        if self.jobs.is_asking() {
            return;
        }
        let title = self.words.text("find-title");
        let kind = RequestKind::OpenFolder;
        let request = Request { kind, title, filters: Vec::new(), file_name: String::new() };
        self.jobs.wait_for(Purpose::Find, self.dialog.open(request));
    }

    /// Looks for the files that are missing in a folder.
    pub(super) fn find_files(&mut self, folder: PathBuf) {
        let folder = absolute(&folder).unwrap_or(folder);
        let missing = self.session.missing().map(|(id, origin)| (id, origin.clone())).collect();
        self.jobs.find_files(missing, folder);
    }

    /// Gives files that were found their new places, and says how many there were.
    fn files_found(&mut self, sightings: Vec<(SourceId, Option<Sighting>)>) {
        let (mut same, mut changed) = (Vec::new(), Vec::new());
        // What was found by another way in the meantime is looked for no more.
        let is_missing = |id: SourceId| self.session.source(id).is_some_and(|s| s.standing == Standing::Missing);
        let sightings: Vec<_> = sightings.into_iter().filter(|(id, _)| is_missing(*id)).collect();
        let all = sightings.len();
        for (id, sighting) in sightings {
            match sighting {
                Some(Sighting::Same(path)) => same.push((id, path)),
                Some(Sighting::Changed(path)) => changed.push((id, Standing::Changed(path))),
                None => {}
            }
        }
        let (settled, told) = (!same.is_empty(), changed.len());
        let found = same.len() + told;
        self.session.set_standings(changed);
        self.session.settle_files(same);
        self.view.toasts.retain(|t| t.offer != Some(UiCommand::FindFiles));
        let key = if found == 0 { "case-found-none" } else { "case-found" };
        let text = self.words.count(key, &[("found", found), ("count", all)]);
        if found < all {
            self.view.say_with(text, UiCommand::FindFiles);
        } else if settled {
            self.view.say_with_undo(text);
        } else {
            self.view.say(text);
        }
        self.tell_changed(told);
        if settled {
            self.analyse();
        }
    }

    /// Reads the articles again whose files have changed.
    pub(super) fn read_changed(&mut self) {
        let stale: Vec<SourceId> = self.session.stale().map(|(id, _)| id).collect();
        self.read_again(&stale);
    }

    /// Reads these articles again, as far as their files have changed.
    pub(super) fn read_again(&mut self, ids: &[SourceId]) {
        self.view.toasts.retain(|t| t.offer != Some(UiCommand::ReadAgain));
        let origin = |id| Some(self.session.source(id)?.article()?.origin.clone());
        let stale = self.session.stale().filter(|(id, _)| ids.contains(id));
        let files = stale.filter_map(|(id, path)| Some((id, path.to_owned(), origin(id)?))).collect();
        self.jobs.read_again(files);
    }

    /// Puts articles that were read again in the place of the old ones.
    pub(super) fn renewed(&mut self, read: Vec<(SourceId, Result<crate::article::Article, LoadError>)>) {
        let mut articles = Vec::new();
        for (id, article) in read {
            match article {
                Ok(article) => articles.push((id, article)),
                Err(error) => {
                    let reason = in_words(&error.reason.message(), &self.words);
                    let path = error.path.display().to_string();
                    self.view.warn(self.words.with("toast-not-read-again", &[("path", &path), ("reason", &reason)]));
                }
            }
        }
        let count = self.session.renew(articles);
        if count > 0 {
            self.view.say_with_undo(self.words.count("case-read-again", &[("count", count)]));
            self.analyse();
        }
    }

    /// Saves the case where it is kept, or asks where.
    pub(super) fn save_case(&mut self) {
        match self.session.case_path().map(Path::to_owned) {
            Some(path) if !self.is_set_aside(&path) => self.save_case_to(path),
            _ => self.ask_where_to_save_case(),
        }
    }

    /// Saves the case there.
    pub(super) fn save_case_to(&mut self, path: PathBuf) {
        let mut path = absolute(&path).unwrap_or(path);
        if !is_case_name(&path) {
            path.as_mut_os_string().push(format!(".{ENDING}"));
        }
        let seen = self.session.case_file(&path).and_then(|f| f.seen.clone());
        self.jobs.save_case(self.copies_of(&path), self.session.to_case(), seen, &self.words);
    }

    /// Takes note of what became of a case that was to be saved.
    fn saving_ended(&mut self, path: PathBuf, case: Case, result: Result<String, NotSaved>) {
        match result {
            Ok(sha256) => self.case_saved(path, case, sha256),
            Err(NotSaved::Failed(reason)) => self.view.warn(reason),
            Err(NotSaved::ChangedElsewhere(sha256)) => {
                let text = self.words.with("case-changed-elsewhere", &[("name", &name_of(&path))]);
                self.view.warn_with(text, UiCommand::SaveCaseAs);
                // Whoever saves again knows of it.
                self.session.set_seen(&path, sha256);
            }
        }
    }

    /// Takes note of a case that was saved.
    fn case_saved(&mut self, path: PathBuf, case: Case, sha256: String) {
        let before = self.session.case_path().filter(|p| self.is_set_aside(p)).map(Path::to_owned);
        self.view.say(self.words.with("case-saved", &[("name", &name_of(&path))]));
        self.session.set_saved(path.clone(), case, Some(sha256));
        let tally = self.session.tally();
        self.list_recent(move |autosave| {
            if let Some(before) = before {
                autosave.take_away(&before);
            }
            autosave.remember(&path, tally);
        });
    }

    pub(super) fn is_set_aside(&self, path: &Path) -> bool {
        self.keeping.as_ref().is_some_and(|k| k.autosave.is_set_aside(path))
    }

    pub(super) fn ask_where_to_save_case(&mut self) {
        if self.jobs.is_asking() {
            return;
        }
        let request = Request {
            kind: RequestKind::SaveFile,
            title: self.words.text("case-save-title"),
            filters: vec![self.case_filter()],
            file_name: self.case_file_name(),
        };
        self.jobs.wait_for(Purpose::Case, self.dialog.open(request));
    }

    pub(super) fn ask_for_case(&mut self) {
        if self.jobs.is_asking() {
            return;
        }
        let request = Request {
            kind: RequestKind::OpenFiles,
            title: self.words.text("case-open-title"),
            filters: vec![self.case_filter()],
            file_name: String::new(),
        };
        self.jobs.wait_for(Purpose::Open, self.dialog.open(request));
    }

    fn case_filter(&self) -> (String, Vec<String>) {
        (self.words.text("filter-cases"), vec![ENDING.to_owned()])
    }

    /// The name that is proposed for the case: the one that it has, or the first words of what it is about. Some systems'
    /// dialogs fail on an accent.
    pub(super) fn case_file_name(&self) -> String {
        let kept = self.session.case_path().filter(|p| !self.is_set_aside(p)).map(name_of);
        let title = || {
            let title = fold(&self.session.to_case().title());
            let words = title.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
            words.take(6).collect::<Vec<_>>().join("-")
        };
        let name = kept.unwrap_or_else(title);
        let name = if name.is_empty() { self.words.text("case-file-name") } else { name };
        format!("{name}.{ENDING}")
    }

    /// Changes the list of recent cases, and looks at it again.
    pub(in crate::gui) fn list_recent(&mut self, change: impl FnOnce(&Autosave) + Send + 'static) {
        if let Some(keeping) = &self.keeping {
            self.jobs.list_recent(&keeping.autosave, change);
        }
    }

    /// Takes over what a job about cases has brought. Gives back what is about something else.
    pub(super) fn receive_case(&mut self, outcome: Outcome) -> Option<Outcome> {
        match outcome {
            Outcome::CaseRead(path, read, then) => self.case_read(path, read, then),
            Outcome::CaseSaved(path, case, result) => self.saving_ended(path, case, result),
            Outcome::Looked(standings) => self.looked(standings),
            Outcome::Sought(sightings) => self.files_found(sightings),
            Outcome::ReadAgain(read) => self.renewed(read),
            Outcome::Recent(recent) => self.view.recent = recent,
            Outcome::Kept(result) => self.kept(result),
            other => return Some(other),
        }
        None
    }
}
