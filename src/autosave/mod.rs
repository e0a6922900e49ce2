//! The whole work, kept on the disk from each change on: a crash, a kill or a power cut loses nothing.
//!
//! Every window has a desk of its own in the person's folder for data, which it holds by a lock. What has to give way to
//! another case is set aside in the same folder, and stands among the recent cases.

mod recent;

pub use recent::{Recent, Tally};

use crate::{
    case::{Case, Copies, ENDING, Flaw, read_form},
    report::save::SaveError,
};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

const FORMAT: &str = "cotejo-desk";
const VERSION: u32 = 1;
/// How many windows may have a desk of their own.
const DESKS: usize = 16;

/// The person's folder for data, and the desk in it that is ours.
#[derive(Clone, Debug)]
pub struct Autosave {
    folder: PathBuf,
    desk: usize,
    /// Held as long as anybody writes here.
    _lock: Arc<Option<fs::File>>,
}

/// What lies on a desk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The work itself.
    pub case: Case,
    /// The file that the person keeps it in, where there is one.
    #[serde(default, serialize_with = "path_as_text")]
    pub file: Option<PathBuf>,
    /// The SHA-256 of that file when it was read or written here last; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// Whether there is more here than in that file.
    #[serde(default)]
    pub is_changed: bool,
}

/// What lay on the desk when the program ended.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The work; empty on the first run.
    pub work: Work,
    /// Whether it is the state before the last one, because the last one was damaged.
    pub is_copy: bool,
    /// Where the file was put of which nothing could be read.
    pub unreadable: Option<PathBuf>,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    version: u32,
    work: &'a Work,
}

#[derive(Deserialize)]
struct Body {
    work: Work,
}

impl Autosave {
    /// In the person's own folder for data; none where the system has no such folder.
    #[must_use]
    pub fn of_person() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "cotejo")?;
        Some(Self::in_folder(folders.data_local_dir()))
    }

    /// In a folder: on the first desk that no other window holds. Desks that nobody holds and that still have work on
    /// them, because their window was killed, are set aside.
    #[must_use]
    pub fn in_folder(folder: &Path) -> Self {
        let _ = fs::create_dir_all(folder);
        let at = |desk, lock| Self { folder: folder.to_owned(), desk, _lock: Arc::new(lock) };
        // With more windows than desks, the last ones share one: they still write whole files.
        let ours = (1..=DESKS).find_map(|n| hold(folder, n).map(|lock| at(n, lock))).unwrap_or_else(|| at(DESKS, None));
        for n in (1..=DESKS).filter(|n| *n != ours.desk && desk_path(folder, *n).exists()) {
            if let Some(lock) = hold(folder, n) {
                at(n, lock).clear();
            }
        }
        ours
    }

    /// Takes the work off a desk that nobody holds.
    fn clear(&self) {
        let copies = self.copies();
        let Restored { work, .. } = self.load();
        if work.case.is_empty() || !work.is_changed || self.set_aside(&work, Tally::default()).is_ok() {
            let _ = fs::remove_file(copies.path());
            let _ = fs::remove_dir_all(self.before());
        }
    }

    /// What lay on the desk. Where the file is damaged, the newest whole one before it. A file that says nothing is put
    /// out of the way, so that it is not written over.
    #[must_use]
    pub fn load(&self) -> Restored {
        let copies = self.copies();
        let found = copies.read(parse);
        let gone = matches!(found, Err(Flaw::Missing));
        match found.ok().or_else(|| copies.newest(parse)) {
            Some(found) => Restored { work: found.what, is_copy: found.is_copy, unreadable: None },
            None if gone => Restored::default(),
            None => {
                let aside = self.free_name("desk", "json");
                let moved = fs::rename(copies.path(), &aside).is_ok();
                Restored { unreadable: moved.then_some(aside), ..Restored::default() }
            }
        }
    }

    /// Writes down what lies on the desk now. When this returns, it is on the disk.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to.
    pub fn save(&self, work: &Work) -> Result<(), SaveError> {
        let copies = self.copies();
        let fail = |cause: io::Error| SaveError { path: copies.path().to_owned(), cause };
        fs::create_dir_all(&self.folder).map_err(fail)?;
        let written = Written { format: FORMAT, version: VERSION, work };
        copies.write(&serde_json::to_vec(&written).map_err(|e| fail(e.into()))?)
    }

    /// Puts work that gives way to another case into a file of its own, and among the recent cases. Returns the file.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn set_aside(&self, work: &Work, tally: Tally) -> Result<PathBuf, SaveError> {
        let path = self.free_name(&name_for(work), ENDING);
        fs::create_dir_all(self.aside()).map_err(|cause| SaveError { path: path.clone(), cause })?;
        work.case.write(&self.copies_of(&path))?;
        self.remember(&path, tally);
        Ok(path)
    }

    /// Whether a file is one of those that were set aside: it is ours, and the person has not named it yet.
    #[must_use]
    pub fn is_set_aside(&self, path: &Path) -> bool {
        path.starts_with(self.aside())
    }

    /// Takes away a file that was set aside, once the person keeps its work elsewhere.
    pub fn take_away(&self, path: &Path) {
        if self.is_set_aside(path) {
            let _ = fs::remove_file(path);
            self.forget(path);
        }
    }

    /// A case that the person keeps, with its copies of before; they lie here, not beside it.
    #[must_use]
    pub fn copies_of(&self, path: &Path) -> Copies {
        use sha2::{Digest, Sha256};
        let name: String =
            Sha256::digest(path.as_os_str().as_encoded_bytes()).iter().take(8).map(|b| format!("{b:02x}")).collect();
        Copies::new(path, &self.folder.join("copies").join(name))
    }

    fn copies(&self) -> Copies {
        Copies::new(&desk_path(&self.folder, self.desk), &self.before())
    }

    fn before(&self) -> PathBuf {
        self.folder.join(format!("desk-{}.before", self.desk))
    }

    fn aside(&self) -> PathBuf {
        self.folder.join("unsaved")
    }

    /// A name in the folder of what is set aside that nothing has yet.
    fn free_name(&self, name: &str, ending: &str) -> PathBuf {
        let name = format!("{name} {}", jiff::Zoned::now().strftime("%Y-%m-%d %H.%M"));
        let _ = fs::create_dir_all(self.aside());
        let names = (2..).map(|n| format!("{name} ({n}).{ending}"));
        let mut paths = std::iter::once(format!("{name}.{ending}")).chain(names).map(|n| self.aside().join(n));
        paths.find(|p| !p.exists()).unwrap_or_else(|| self.aside().join(name))
    }
}

/// What a case is called that has no name: the file that it was kept in, or what its first article is about.
fn name_for(work: &Work) -> String {
    let kept = work.file.as_deref().map(crate::case::name_of);
    let name = kept.unwrap_or_else(|| work.case.title());
    let clean: String = name.chars().filter(|c| c.is_alphanumeric() || " -_,".contains(*c)).take(60).collect();
    clean.trim().to_owned()
}

fn parse(bytes: &[u8]) -> Result<Work, Flaw> {
    let Body { work } = read_form(FORMAT, VERSION, bytes)?;
    let case = work.case.sound().ok_or(Flaw::Damaged)?;
    Ok(Work { case, ..work })
}

fn desk_path(folder: &Path, desk: usize) -> PathBuf {
    folder.join(format!("desk-{desk}.json"))
}

/// Takes hold of a desk: with its lock, or without where the system knows none. None where another window holds it.
fn hold(folder: &Path, desk: usize) -> Option<Option<fs::File>> {
    let path = folder.join(format!("desk-{desk}.lock"));
    let Ok(file) = fs::OpenOptions::new().create(true).truncate(false).write(true).open(path) else {
        return Some(None);
    };
    match file.try_lock() {
        Ok(()) => Some(Some(file)),
        Err(fs::TryLockError::WouldBlock) => None,
        Err(fs::TryLockError::Error(_)) => Some(None),
    }
}

fn path_as_text<S: serde::Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
    path.as_ref().map(|p| p.to_string_lossy()).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::Article,
        case::CaseSource,
        finding::Fingerprint,
        review::{Edit, Entry, Status},
    };

    /// Work on one article, with a decision of that name.
    fn work(decision: &str) -> Work {
        let article = Article::from_text("/notas/crecida.txt", "Hubo nueve muertos.", "es", None);
        let mut case = Case { sources: vec![CaseSource::read(article)], ..Case::default() };
        let entry = Entry { status: Status::Confirmed, note: "por teléfono".into(), ..Entry::default() };
        let _ = case.review.apply(Edit { fingerprint: Fingerprint(decision.into()), entry });
        Work { case, is_changed: true, ..Work::default() }
    }

    #[test]
    fn what_is_saved_is_there_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let autosave = Autosave::in_folder(&folder.path().join("new"));
        assert_eq!(autosave.load(), Restored::default());
        autosave.save(&work("a")).expect("it can be written");
        assert_eq!(autosave.load(), Restored { work: work("a"), ..Restored::default() });
    }

    #[test]
    fn a_damaged_desk_gives_way_to_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let autosave = Autosave::in_folder(folder.path());
        autosave.save(&work("a")).expect("it can be written");
        autosave.save(&work("b")).expect("it can be written");
        let path = desk_path(folder.path(), 1);
        let before = Restored { work: work("a"), is_copy: true, unreadable: None };
        for damage in ["", "{", "{\"format\": \"other\"}", "\0\0\0"] {
            fs::write(&path, damage).expect("it can be damaged");
            assert_eq!(autosave.load(), before, "{damage:?}");
        }
        fs::remove_file(&path).expect("it is there");
        assert_eq!(autosave.load(), before);
    }

    #[test]
    fn a_desk_that_says_nothing_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let autosave = Autosave::in_folder(folder.path());
        fs::write(desk_path(folder.path(), 1), "half a de").expect("it can be written");
        let restored = autosave.load();
        assert_eq!(restored.work, Work::default());
        let aside = restored.unreadable.expect("it was put somewhere");
        autosave.save(&work("a")).expect("it can be written");
        assert_eq!(fs::read_to_string(aside).expect("it is there"), "half a de");
    }

    #[test]
    fn two_windows_have_a_desk_each_and_no_work_is_left_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = Autosave::in_folder(folder.path());
        let second = Autosave::in_folder(folder.path());
        first.save(&work("a")).expect("it can be written");
        second.save(&work("b")).expect("it can be written");
        assert_eq!((first.load().work, second.load().work), (work("a"), work("b")));
        // Both are killed, and one is opened again.
        drop((first, second));
        let again = Autosave::in_folder(folder.path());
        assert_eq!(again.load().work, work("a"));
        let recent = again.recent();
        assert_eq!(recent.len(), 1, "{recent:?}");
        assert!(again.is_set_aside(&recent[0].path));
        let found = Case::read(&again.copies_of(&recent[0].path)).expect("a case");
        assert_eq!(found.what, work("b").case);
        assert_eq!(Autosave::in_folder(folder.path()).recent().len(), 1, "set aside once");
    }

    #[test]
    fn recent_cases_are_listed_once_and_say_what_is_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let autosave = Autosave::in_folder(folder.path());
        let at = |name: &str| folder.path().join(name);
        fs::write(at("b.cotejo"), "").expect("a file");
        for name in ["a.cotejo", "b.cotejo", "a.cotejo"] {
            autosave.remember(&at(name), Tally { conflicts: 4, tensions: 6, decided: 3 });
        }
        let listed = |a: &Autosave| a.recent().into_iter().map(|r| (r.path, r.is_gone)).collect::<Vec<_>>();
        assert_eq!(listed(&autosave), [(at("a.cotejo"), true), (at("b.cotejo"), false)]);
        autosave.forget(&at("a.cotejo"));
        assert_eq!(listed(&autosave), [(at("b.cotejo"), false)]);
    }
}
