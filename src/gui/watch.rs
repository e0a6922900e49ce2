//! Notices that an opened file was changed by somebody else, without disturbing anybody while none was.

use super::session::{Session, SourceId};
use crate::article::load::{self, FileState};
use egui_inbox::UiInbox;
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak},
    thread,
    time::Duration,
};

/// A file that is watched.
#[derive(Clone, Debug, PartialEq)]
struct Watched {
    source: SourceId,
    path: PathBuf,
    /// The SHA-256 of what was read of it.
    sha256: String,
}

/// Looks at the files of the desk now and then, on a thread of its own; the thread ends with it.
pub(super) struct FileWatch {
    inbox: UiInbox<(SourceId, String)>,
    files: Arc<Mutex<Vec<Watched>>>,
    /// The revision of the session that the files are of.
    revision: u64,
}

impl FileWatch {
    /// Begins to watch.
    pub(super) fn every(interval: Duration) -> Self {
        let inbox = UiInbox::new();
        let files = Arc::new(Mutex::new(Vec::new()));
        let (sender, watched) = (inbox.sender(), Arc::downgrade(&files));
        thread::spawn(move || {
            let mut known = Known::default();
            while let Some(files) = current(&watched) {
                for change in known.changes(&files) {
                    if sender.send(change).is_err() {
                        return;
                    }
                }
                thread::sleep(interval);
            }
        });
        Self { inbox, files, revision: u64::MAX }
    }

    /// Which sources have changed on the disk since the last call.
    pub(super) fn changed(&mut self, ctx: &egui::Context, session: &Session) -> Vec<SourceId> {
        if self.revision != session.revision() {
            self.revision = session.revision();
            let files = session.sources().iter().filter_map(|s| {
                let origin = &s.article()?.origin;
                Some(Watched { source: s.id, path: origin.path.clone(), sha256: origin.sha256.clone() })
            });
            *self.files.lock().unwrap_or_else(PoisonError::into_inner) = files.collect();
        }
        let told: Vec<_> = self.inbox.read(ctx).collect();
        // What was read again in the meantime is no news.
        let is_news = |(id, sha256): &(SourceId, String)| {
            session.source(*id).and_then(|s| s.article()).is_some_and(|a| a.origin.sha256 != *sha256)
        };
        told.into_iter().filter(is_news).map(|(id, _)| id).collect()
    }
}

fn current(files: &Weak<Mutex<Vec<Watched>>>) -> Option<Vec<Watched>> {
    Some(files.upgrade()?.lock().unwrap_or_else(PoisonError::into_inner).clone())
}

/// What each file was when it was looked at last.
#[derive(Default)]
struct Known(HashMap<PathBuf, (FileState, String)>);

impl Known {
    /// The files that hold something else than what was read of them, each told once. A file is read only when its time
    /// or its length is another; one that is gone tells nothing, for it may be on its way (programs save so).
    fn changes(&mut self, files: &[Watched]) -> Vec<(SourceId, String)> {
        let mut changes = Vec::new();
        // A file of several articles is many sources.
        let mut looked_at: HashMap<&Path, Option<String>> = HashMap::new();
        for file in files {
            let news = looked_at.entry(&file.path).or_insert_with(|| self.news(&file.path));
            if let Some(sha256) = news.as_ref().filter(|sha256| **sha256 != file.sha256) {
                changes.push((file.source, sha256.clone()));
            }
        }
        changes
    }

    /// What a file holds, where that is not what it held when it was looked at last.
    fn news(&mut self, path: &Path) -> Option<String> {
        let state = load::state_of(path)?;
        let before = self.0.get(path);
        if before.is_some_and(|(known, _)| *known == state) {
            return None;
        }
        let sha256 = load::sha256_of(path)?;
        let is_news = before.is_none_or(|(_, told)| *told != sha256);
        self.0.insert(path.to_owned(), (state, sha256.clone()));
        is_news.then_some(sha256)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_once_and_a_touch_never() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        let write = |text: &str| std::fs::write(&path, text).expect("it can be written");
        write("uno");
        let sha256 = load::sha256_of(&path).expect("it is there");
        let files = [Watched { source: SourceId(3), path: path.clone(), sha256 }];
        let mut known = Known::default();
        let mut changes = || known.changes(&files).into_iter().map(|c| c.0).collect::<Vec<_>>();
        assert_eq!(changes(), []);
        write("otro texto");
        assert_eq!(changes(), [SourceId(3)]);
        assert_eq!(changes(), []);
        write("uno");
        assert_eq!(changes(), [], "it is again as it was read");
        std::fs::remove_file(&path).expect("it can be removed");
        assert_eq!(changes(), []);
    }
}
