//! The work written down as it is done, and found again at the next start.

use super::app::Desk;
use crate::{
    autosave::{Autosave, Restored, Tally, Work},
    case::name_of,
    finding::Fingerprint,
    report::save::SaveError,
};
use egui::Context;
use std::{
    path::{Path, PathBuf, absolute},
    time::{Duration, Instant},
};

/// How long a mere change of the selection may wait to be written down.
const LOOKING: Duration = Duration::from_secs(3);
/// How long to wait after a failure before it is tried again.
const AGAIN: Duration = Duration::from_secs(10);

/// Where the work is written down, and what was written.
pub struct Keeping {
    pub(super) autosave: Autosave,
    /// What was written last, or is being written.
    kept: Option<Work>,
    /// The state of the session that `kept` is known to be of.
    seen: Option<(u64, Option<Fingerprint>)>,
    began: Instant,
    /// Whether the last attempt failed, which the person knows by now.
    has_failed: bool,
}

impl Desk {
    /// Lays on the desk what lay there when the program ended, and writes down from now on whatever is done. Where the
    /// program was started with files of other work, that gives way to them.
    pub fn keep_work(&mut self, autosave: Autosave, paths: &[PathBuf]) {
        let Restored { work, is_copy, unreadable } = autosave.load();
        if is_copy {
            self.view.warn(self.words.text("desk-from-copy"));
        }
        if let Some(path) = unreadable {
            self.view.warn(self.words.with("desk-unreadable", &[("path", &path.display().to_string())]));
        }
        let stays = paths.is_empty() || paths.iter().any(|p| belongs(p, &work)) || !self.give_way(&autosave, &work);
        let keeping = Keeping { autosave, kept: None, seen: None, began: Instant::now(), has_failed: false };
        self.keeping = Some(keeping);
        if stays && work != Work::default() {
            // Somebody else may have saved the case since.
            let compared = work.file.clone().filter(|_| !work.is_changed);
            self.lay(work);
            if let Some(path) = compared {
                self.jobs.read_case(self.copies_of(&path), Vec::new());
            }
        }
        self.list_recent(|_| {});
    }

    /// Sets work aside that stands in no file. Says whether nothing is lost when the desk is cleared.
    fn give_way(&mut self, autosave: &Autosave, work: &Work) -> bool {
        if !work.is_changed || work.case.is_empty() {
            return true;
        }
        match autosave.set_aside(work, Tally::default()) {
            Ok(path) => {
                self.view.say(self.words.with("case-set-aside", &[("name", &name_of(&path))]));
                true
            }
            Err(error) => {
                self.view.warn(SaveError::in_words(&error, &self.words));
                false
            }
        }
    }

    /// Writes down what was done since the last time.
    pub(super) fn keep(&mut self, ctx: &Context) {
        let Some(keeping) = &mut self.keeping else { return };
        let now = (self.session.revision(), self.session.selected().cloned());
        if keeping.seen.as_ref() == Some(&now) {
            return;
        }
        let work = self.session.to_work();
        if keeping.kept.as_ref() == Some(&work) {
            keeping.seen = Some(now);
            return;
        }
        let wait = match &keeping.kept {
            _ if keeping.has_failed => AGAIN,
            Some(kept) if is_looking(kept, &work) => LOOKING,
            _ => Duration::ZERO,
        };
        let rest = wait.saturating_sub(keeping.began.elapsed());
        if !rest.is_zero() {
            ctx.request_repaint_after(rest);
        } else if self.jobs.keep(&keeping.autosave, &work, &self.words) {
            keeping.began = Instant::now();
            keeping.kept = Some(work);
            keeping.seen = Some(now);
        }
    }

    /// Takes note of whether the work could be written down.
    pub(super) fn kept(&mut self, result: Result<(), String>) {
        let Some(keeping) = &mut self.keeping else { return };
        match result {
            Ok(()) => {
                keeping.has_failed = false;
                self.view.kept_at = Some(jiff::Zoned::now().time());
            }
            Err(reason) => {
                // It is tried again, and told only once.
                if !std::mem::replace(&mut keeping.has_failed, true) {
                    self.view.warn(reason);
                }
                (keeping.kept, keeping.seen) = (None, None);
            }
        }
    }

    /// Writes down the last of it before the program ends.
    pub(super) fn keep_last(&mut self) {
        self.jobs.wait_for_keeping();
        let Some(keeping) = &self.keeping else { return };
        let work = self.session.to_work();
        if keeping.has_failed || keeping.kept.as_ref() != Some(&work) {
            // Nobody is there to be told any more.
            let _ = keeping.autosave.save(&work);
        }
    }
}

/// Whether nothing but the selection has changed.
fn is_looking(kept: &Work, work: &Work) -> bool {
    kept.case.is_same_work(&work.case) && kept.file == work.file && kept.is_changed == work.is_changed
}

/// Whether a file is part of the work, or a folder holds some of it.
fn belongs(path: &Path, work: &Work) -> bool {
    use crate::case::CaseSource;
    let Ok(path) = absolute(path) else { return false };
    let of_source = |source: &CaseSource| match source {
        CaseSource::Read { article, .. } => article.origin.path.starts_with(&path),
        CaseSource::Unread { path: other } => other.starts_with(&path),
    };
    work.file.as_deref() == Some(&path) || work.case.sources.iter().any(of_source)
}
