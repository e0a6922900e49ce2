//! Work in the background: reading, analysing, saving, waiting for a dialog. What comes too late is dropped by its number.

use super::{
    clipboard::Clipboard,
    file_dialog::{Answer, Ask},
    session::SourceId,
};
use crate::{
    amendment::Amendments,
    analysis::{self, Analysis, CancelToken, Known, Settings, Stage, Watch},
    article::{
        self, Article, Origin,
        address::Address,
        load::{self, Files, LoadError, Reason},
        split::Cut,
    },
    autosave::{Autosave, Recent, Work},
    case::{self, Case, Copies, Flaw, Found, Sighting, Standing},
    language::Registry,
    preferences::{Preferences, Store},
    report::Format,
    wording::Wording,
};
use egui_inbox::{UiInbox, UiInboxSender};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// Why a case was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Somebody else wrote its file, which has this SHA-256 now.
    ChangedElsewhere(String),
    /// It could not be written; what happened, in words.
    Failed(String),
}

/// What became of a job.
pub enum Outcome {
    /// Files were read.
    Loaded(Vec<Result<Article, LoadError>>),
    /// What was copied was read, or there was nothing to read.
    Pasted(Result<Box<Article>, Reason>),
    /// What was copied is nothing but addresses of pages.
    Addresses(Vec<Address>),
    /// A source was cut into these articles.
    Cut(SourceId, Vec<Article>),
    /// Files of sources were read again.
    ReadAgain(Vec<(SourceId, Result<Article, LoadError>)>),
    /// Articles were analysed.
    Analysed(Vec<SourceId>, Analysis),
    /// The person stopped it.
    Stopped,
    /// A fault of ours ended it.
    Failed,
    /// A dialog was answered.
    Answered(Purpose, Answer),
    /// A case was read, or could not be, for this reason; and what is to be opened after it.
    CaseRead(PathBuf, Result<Found<Case>, Flaw>, Vec<PathBuf>),
    /// A case was written there, or could not be, for this reason.
    CaseSaved(PathBuf, Case, Result<String, NotSaved>),
    /// What became of the articles' files.
    Looked(Vec<(SourceId, Standing)>),
    /// Where files that were missing were found.
    Sought(Vec<(SourceId, Option<Sighting>)>),
    /// The cases that were open last.
    Recent(Vec<Recent>),
    /// The work was written down, or could not be, for this reason.
    Kept(Result<(), String>),
    /// Preferences were written down, or could not be, for this reason.
    Remembered(Result<(), String>),
    /// A report was written there, or could not be, for this reason.
    Saved(PathBuf, Result<(), String>),
}

/// What a dialog was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Files or folders to be read.
    Open,
    /// Where the report goes.
    Report(Format),
    /// Where the case goes.
    Case,
    /// The folder that missing files are looked for in.
    Find,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is at.
    pub phase: Phase,
    /// How many steps are done.
    pub done: usize,
    /// Of how many; 0 where that is not known.
    pub total: usize,
}

/// What a job is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Files are read.
    Loading,
    /// Pages are fetched from the web.
    Fetching,
    /// Articles are analysed.
    Analysing(Stage),
    /// Missing files are looked for.
    Searching,
    /// A report is written.
    Saving,
}

impl Phase {
    /// The key of its message, which takes `done` and `total`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Loading => "phase-loading",
            Self::Fetching => "phase-fetching",
            Self::Analysing(Stage::Reading) => "phase-reading",
            Self::Analysing(Stage::Aligning) => "phase-aligning",
            Self::Analysing(Stage::Judging) => "phase-judging",
            Self::Searching => "phase-searching",
            Self::Saving => "phase-saving",
        }
    }
}

enum Message {
    Progress(u64, Progress),
    Done(u64, Box<Outcome>),
}

/// The jobs of a desk. Loading and analysing stand in one line: a newer one stops the older one of its sort.
pub struct Jobs {
    inbox: UiInbox<Message>,
    languages: Arc<Registry>,
    /// What the last analysis read and found.
    known: Arc<Mutex<Known>>,
    last: u64,
    running: Vec<Running>,
}

struct Running {
    number: u64,
    sort: Sort,
    cancel: Arc<CancelToken>,
    progress: Option<Progress>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Load,
    Analyse,
    Save,
    Keep,
    Look,
    List,
    Remember,
    Dialog,
}

impl Jobs {
    /// No jobs yet.
    #[must_use]
    pub fn new(languages: Arc<Registry>) -> Self {
        Self { inbox: UiInbox::new(), languages, known: Arc::default(), last: 0, running: Vec::new() }
    }

    /// Reads files and folders.
    pub fn load(&mut self, paths: Vec<PathBuf>) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |reporter| Outcome::Loaded(read_all(&paths, &languages, reporter)));
    }

    /// Reads the sample that the program carries.
    pub fn load_sample(&mut self) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |_| Outcome::Loaded(sample(&languages)));
    }

    /// Makes an article of what was copied; of `text`, where the clipboard itself says nothing.
    pub fn paste(&mut self, clipboard: Arc<dyn Clipboard>, text: Option<String>) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |_| {
            let mut clip = clipboard.read();
            clip.text = text.or(clip.text);
            if let Some(addresses) = clip.text.as_deref().and_then(Address::all_in) {
                return Outcome::Addresses(addresses);
            }
            Outcome::Pasted(clip.article(&languages).map(Box::new))
        });
    }

    /// Fetches pages from the web, several at once.
    pub fn fetch(&mut self, addresses: Vec<Address>) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |reporter| Outcome::Loaded(fetch_all(&addresses, &languages, reporter)));
    }

    /// Cuts a text into its articles.
    pub fn cut(&mut self, source: SourceId, whole: Arc<Article>, cut: Cut) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |_| Outcome::Cut(source, cut.parts(&whole, &languages)));
    }

    /// Reads the files of sources again; of each file, where it is now, the article that was read from there before.
    pub fn read_again(&mut self, files: Vec<(SourceId, PathBuf, Origin)>) {
        let languages = self.languages.clone();
        self.start(Sort::Load, move |_| {
            let mut read_already = Files::new(&languages);
            let mut read = |path: &PathBuf, before: &Origin| {
                let article = read_already.article(path, before.index, before.part.as_ref())?.cloned();
                article.ok_or_else(|| LoadError { path: path.clone(), reason: Reason::Vanished })
            };
            Outcome::ReadAgain(files.into_iter().map(|(id, path, before)| (id, read(&path, &before))).collect())
        });
    }

    /// The languages that articles are read in.
    #[must_use]
    pub fn languages(&self) -> &Arc<Registry> {
        &self.languages
    }

    /// Analyses articles, with what was done by hand. An analysis that is still at work is of the articles of before, so it is
    /// stopped.
    pub fn analyse(
        &mut self,
        sources: Vec<SourceId>,
        articles: Vec<Arc<Article>>,
        settings: Settings,
        amendments: Amendments,
    ) {
        self.stop(|sort| sort == Sort::Analyse);
        let (languages, known) = (self.languages.clone(), self.known.clone());
        self.start(Sort::Analyse, move |reporter| {
            // One that failed left nothing half done: each thing known is put in its place whole.
            let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
            match known.analyze(&articles, &languages, &settings, &amendments, reporter) {
                Ok(analysis) => Outcome::Analysed(sources, analysis),
                Err(analysis::Cancelled) => Outcome::Stopped,
            }
        });
    }

    /// Waits for the answer of a dialog that was opened already.
    pub fn wait_for(&mut self, purpose: Purpose, ask: Ask) {
        self.start(Sort::Dialog, move |_| Outcome::Answered(purpose, ask()));
    }

    /// Writes something to a file by `write`.
    pub fn save(&mut self, path: PathBuf, write: impl FnOnce() -> Result<(), String> + Send + 'static) {
        self.start(Sort::Save, move |reporter| {
            reporter.tell(Progress { phase: Phase::Saving, done: 0, total: 0 });
            let result = write();
            Outcome::Saved(path, result)
        });
    }

    /// Reads a case; `then` is what is to be opened when it lies on the desk.
    pub fn read_case(&mut self, copies: Copies, then: Vec<PathBuf>) {
        self.start(Sort::Load, move |_| Outcome::CaseRead(copies.path().to_owned(), Case::read(&copies), then));
    }

    /// Writes a case, unless its file is no longer the one with the SHA-256 `seen`: somebody else's work would be lost.
    pub fn save_case(&mut self, copies: Copies, case: Case, seen: Option<String>, words: &Wording) {
        let words = words.clone();
        self.start(Sort::Save, move |_| {
            let other = seen.and_then(|seen| copies.sha256().filter(|there| *there != seen));
            let write = || case.write(&copies).map_err(|error| NotSaved::Failed(error.in_words(&words)));
            let result = other.map_or_else(write, |there| Err(NotSaved::ChangedElsewhere(there)));
            Outcome::CaseSaved(copies.path().to_owned(), case, result)
        });
    }

    /// Looks whether the files of articles are still what was read; they may also lie in the folder `beside`.
    pub fn look_at_files(&mut self, articles: Vec<(SourceId, Origin)>, beside: Option<PathBuf>) {
        self.stop(|sort| sort == Sort::Look);
        self.start(Sort::Look, move |reporter| {
            let looks = articles.into_iter().take_while(|_| !reporter.is_cancelled());
            Outcome::Looked(looks.map(|(id, o)| (id, Standing::of(&o, beside.as_deref()))).collect())
        });
    }

    /// Looks within a folder for files that are missing.
    pub fn find_files(&mut self, missing: Vec<(SourceId, Origin)>, folder: PathBuf) {
        self.stop(|sort| sort == Sort::Look);
        self.start(Sort::Look, move |reporter| {
            reporter.tell(Progress { phase: Phase::Searching, done: 0, total: 0 });
            let (ids, origins): (Vec<_>, Vec<_>) = missing.into_iter().unzip();
            let sightings = case::look_within(&folder, &origins, || reporter.is_cancelled());
            Outcome::Sought(ids.into_iter().zip(sightings).collect())
        });
    }

    /// Looks at the list of recent cases, after `change` was made to it.
    pub fn list_recent(&mut self, autosave: &Autosave, change: impl FnOnce(&Autosave) + Send + 'static) {
        let autosave = autosave.clone();
        self.start(Sort::List, move |_| {
            change(&autosave);
            Outcome::Recent(autosave.recent())
        });
    }

    /// Writes down what lies on the desk. Says whether it could begin: one is written at a time, so that the last one stays.
    pub fn keep(&mut self, autosave: &Autosave, work: &Work, words: &Wording) -> bool {
        if self.running.iter().any(|r| r.sort == Sort::Keep) {
            return false;
        }
        let (autosave, work, words) = (autosave.clone(), work.clone(), words.clone());
        self.start(Sort::Keep, move |_| Outcome::Kept(autosave.save(&work).map_err(|e| e.in_words(&words))));
        true
    }

    /// Waits until nothing is being written down any more; for when the window closes.
    pub fn wait_for_keeping(&mut self) {
        let until = Instant::now() + Duration::from_secs(10);
        while self.running.iter().any(|r| r.sort == Sort::Keep) && Instant::now() < until {
            for message in self.inbox.read_without_ctx().collect::<Vec<_>>() {
                if let Message::Done(number, _) = message {
                    self.running.retain(|r| r.number != number);
                }
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    /// Writes down what is preferred. Says whether it could begin: one is written at a time, so that the last one stays.
    pub fn remember(&mut self, store: &Store, preferences: &Preferences, words: &Wording) -> bool {
        if self.running.iter().any(|r| r.sort == Sort::Remember) {
            return false;
        }
        let (store, preferences, words) = (store.clone(), preferences.clone(), words.clone());
        self.start(Sort::Remember, move |_| {
            Outcome::Remembered(store.save(&preferences).map_err(|e| e.in_words(&words)))
        });
        true
    }

    /// Stops reading and analysing.
    pub fn cancel(&mut self) {
        self.stop(|sort| matches!(sort, Sort::Load | Sort::Analyse | Sort::Look));
    }

    /// How far the foremost job is that the person should see.
    #[must_use]
    pub fn progress(&self) -> Option<&Progress> {
        self.running.iter().find_map(|r| r.progress.as_ref())
    }

    /// Whether anything is at work, dialogs included.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }

    /// Whether a dialog of the system is open.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.running.iter().any(|r| r.sort == Sort::Dialog)
    }

    /// What has become of jobs since the last call.
    pub fn finished(&mut self, ctx: &egui::Context) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for message in self.inbox.read(ctx).collect::<Vec<_>>() {
            match message {
                Message::Progress(number, progress) => {
                    if let Some(job) = self.running.iter_mut().find(|r| r.number == number) {
                        job.progress = Some(progress);
                    }
                }
                Message::Done(number, outcome) => {
                    // A job that was stopped stands in the list no more: what it brings comes too late.
                    if let Some(at) = self.running.iter().position(|r| r.number == number) {
                        self.running.remove(at);
                        outcomes.push(*outcome);
                    }
                }
            }
        }
        outcomes
    }

    fn stop(&mut self, which: impl Fn(Sort) -> bool) {
        self.running.retain(|r| {
            if which(r.sort) {
                r.cancel.cancel();
            }
            !which(r.sort)
        });
    }

    fn start(&mut self, sort: Sort, work: impl FnOnce(&Reporter) -> Outcome + Send + 'static) {
        self.last += 1;
        let number = self.last;
        let cancel = Arc::new(CancelToken::default());
        let reporter = Reporter { number, sender: self.inbox.sender(), cancel: cancel.clone() };
        self.running.push(Running { number, sort, cancel, progress: None });
        thread::spawn(move || {
            // A fault in the work must not leave the window waiting for ever.
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&reporter))).unwrap_or(Outcome::Failed);
            // Nobody listens any more when the window was closed.
            let _ = reporter.sender.send(Message::Done(number, Box::new(outcome)));
        });
    }
}

/// Tells the window how far a job is.
struct Reporter {
    number: u64,
    sender: UiInboxSender<Message>,
    cancel: Arc<CancelToken>,
}

impl Reporter {
    fn tell(&self, progress: Progress) {
        let _ = self.sender.send(Message::Progress(self.number, progress));
    }
}

impl Watch for Reporter {
    fn progress(&self, stage: Stage, done: usize, total: usize) {
        self.tell(Progress { phase: Phase::Analysing(stage), done, total });
    }

    fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

/// Reads the files of all paths, folders opened out, until the person stops it: what was read by then stays.
fn read_all(paths: &[PathBuf], languages: &Registry, reporter: &Reporter) -> Vec<Result<Article, LoadError>> {
    // A case may be opened from anywhere, so it has to know the whole way to its files.
    let paths: Vec<_> = paths.iter().map(|p| std::path::absolute(p).unwrap_or_else(|_| p.clone())).collect();
    let (files, unread) = load::expand(&paths);
    let mut read: Vec<_> = unread.into_iter().map(Err).collect();
    for (done, file) in files.iter().enumerate() {
        if reporter.is_cancelled() {
            break;
        }
        reporter.tell(Progress { phase: Phase::Loading, done, total: files.len() });
        read.push(load::load_file(file, languages));
    }
    settled(read)
}

/// The articles of what was read, each knowing from the others what it leaves out, and behind them what could not be read.
fn settled(read: Vec<Result<Vec<Article>, LoadError>>) -> Vec<Result<Article, LoadError>> {
    let (mut articles, mut failed) = (Vec::new(), Vec::new());
    for read in read {
        match read {
            Ok(found) => articles.extend(found),
            Err(error) => failed.push(Err(error)),
        }
    }
    article::settle(&mut articles);
    articles.into_iter().map(Ok).chain(failed).collect()
}

/// Fetches pages side by side, for a server may keep one waiting.
fn fetch_all(addresses: &[Address], languages: &Registry, reporter: &Reporter) -> Vec<Result<Article, LoadError>> {
    const AT_ONCE: usize = 4;
    let total = addresses.len();
    let mut read = Vec::new();
    for (part, addresses) in addresses.chunks(AT_ONCE).enumerate() {
        if reporter.is_cancelled() {
            break;
        }
        reporter.tell(Progress { phase: Phase::Fetching, done: part * AT_ONCE, total });
        thread::scope(|scope| {
            let fetch = |address| scope.spawn(move || load::load_address(address, languages));
            let running: Vec<_> = addresses.iter().map(fetch).collect();
            for (thread, address) in running.into_iter().zip(addresses) {
                let broken = || Err(LoadError { path: address.as_str().into(), reason: Reason::Broken });
                read.push(thread.join().unwrap_or_else(|_| broken()));
            }
        });
    }
    settled(read)
}

fn sample(languages: &Registry) -> Vec<Result<Article, LoadError>> {
    load::load_sample(languages).into_iter().map(Ok).collect()
}
