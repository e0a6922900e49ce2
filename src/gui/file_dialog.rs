//! The system's dialogs for files, behind a small trait, so that a test can answer them.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// Waits for the answer; called on a thread of its own.
pub type Ask = Box<dyn FnOnce() -> Answer + Send>;

/// What came of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These files or folders; one where one was asked for.
    Paths(Vec<PathBuf>),
    /// The person thought better of it.
    Cancelled,
    /// The system has no dialog: the window has to ask for a path itself.
    Unavailable,
}

/// What a dialog should look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What is asked for.
    pub kind: RequestKind,
    /// The title of the dialog.
    pub title: String,
    /// Which files are offered: a name, and endings without the dot.
    pub filters: Vec<(String, Vec<String>)>,
    /// The name that is proposed for saving.
    pub file_name: String,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// Files that exist, one or more.
    OpenFiles,
    /// A folder that exists.
    OpenFolder,
    /// Where to write a file.
    SaveFile,
}

/// Whoever can ask the person for files.
pub trait FileDialog {
    /// Opens the dialog, on the window's own thread (some systems want that), and returns what waits for the answer.
    fn open(&self, request: Request) -> Ask;
}

/// The system's own dialog.
#[derive(Debug, Default)]
pub struct SystemDialog;

/// An answer of "nothing" that comes faster than a hand means that there was no dialog to be seen. A dialog that starts and
/// fails (zenity does, given an accent where the locale is not UTF-8) takes a few tenths of a second over it.
const TOO_QUICK: Duration = Duration::from_millis(900);

impl FileDialog for SystemDialog {
    fn open(&self, request: Request) -> Ask {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(&request.title);
        for (name, endings) in &request.filters {
            dialog = dialog.add_filter(name, endings);
        }
        let since = Instant::now();
        let none = move || if since.elapsed() < TOO_QUICK { Answer::Unavailable } else { Answer::Cancelled };
        match request.kind {
            RequestKind::OpenFiles => {
                let picked = dialog.pick_files();
                Box::new(move || block_on(picked).map_or_else(none, |files| paths(&files)))
            }
            RequestKind::OpenFolder => {
                let picked = dialog.pick_folder();
                Box::new(move || block_on(picked).map_or_else(none, |folder| paths(&[folder])))
            }
            RequestKind::SaveFile => {
                let picked = dialog.set_file_name(&request.file_name).save_file();
                Box::new(move || block_on(picked).map_or_else(none, |file| paths(&[file])))
            }
        }
    }
}

fn paths(files: &[rfd::FileHandle]) -> Answer {
    Answer::Paths(files.iter().map(|f| f.path().to_owned()).collect())
}

/// Waits for a future on this thread: the dialog's own threads wake it.
fn block_on<F: Future>(future: F) -> F::Output {
    use std::{
        pin::pin,
        sync::Arc,
        task::{Context, Poll, Wake, Waker},
        thread::{self, Thread},
    };
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
