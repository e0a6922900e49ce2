//! The command line: the same walk without a window. Its forms are promised to other programs.

mod check;
mod compare;
mod figures;
mod jsonl;
mod languages;
mod margin;
mod options;
mod output;
mod shell;
mod text;
mod verify;

use crate::{analysis::Rigour, article::load::Reach, language::Registry, quantity::Leeway, wording::Wording};
use options::{Options, Task};
use std::{ffi::OsString, path::PathBuf, process::ExitCode};

/// What the program tells its caller, as diff does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All was read, no figures are flagged.
    Calm,
    /// All was read, some figures are flagged.
    Flagged,
    /// Something could not be read or written, or was asked for wrongly.
    Trouble,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Calm => 0,
            Outcome::Flagged => 1,
            Outcome::Trouble => 2,
        })
    }
}

/// Does what the arguments ask for. `open_window` opens the window with the files named, and says why where it cannot.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    open_window: impl FnOnce(Vec<PathBuf>, Wording) -> Result<(), String>,
) -> ExitCode {
    let arguments: Vec<_> = arguments.into_iter().collect();
    match Options::parse(&arguments) {
        Ok(Options { task, words }) => match task {
            Task::Window(paths) => window(paths, words, open_window).into(),
            Task::Check(check) => check::run(&check, &words).into(),
            Task::Figures(figures) => figures::run(&figures, &words).into(),
            Task::Compare => compare::run(&words).into(),
            Task::Text(asked) => text::run(&asked, &words).into(),
            Task::Verify(asked) => verify::run(&asked, &words).into(),
            Task::Languages(files) => languages::run(&files, &words).into(),
            Task::Completions(shell) => shell::completions(shell, &words).into(),
            Task::Man(folder) => shell::man(folder.as_deref(), &words).into(),
        },
        Err(error) => {
            // Help and version are asked for and go to standard output; a broken pipe there is nobody's concern.
            let _ = error.print();
            if error.use_stderr() { Outcome::Trouble.into() } else { ExitCode::SUCCESS }
        }
    }
}

/// The languages at hand. A language of the person's own with a mistake in its file is told of and left out.
fn languages(words: &Wording) -> Registry {
    let (languages, mistakes) = Registry::of_person();
    for mistake in mistakes {
        output::complain(&mistake.in_words(|key, values| words.with(key, values)));
    }
    languages
}

/// Opens the window, or does what `check` would do where there is none.
fn window(
    paths: Vec<PathBuf>,
    words: Wording,
    open: impl FnOnce(Vec<PathBuf>, Wording) -> Result<(), String>,
) -> Outcome {
    let failed =
        if has_display() { open(paths.clone(), words.clone()).err() } else { Some(words.text("cli-no-display")) };
    let Some(reason) = failed else { return Outcome::Calm };
    output::complain(&words.with("cli-no-window", &[("reason", &reason)]));
    if paths.is_empty() {
        output::complain(&words.text("cli-name-files"));
        return Outcome::Trouble;
    }
    check::run(
        &options::Check {
            paths,
            format: None,
            to: None,
            choice: crate::report::Choice::default(),
            rigour: Rigour::default(),
            leeway: Leeway::default(),
            reach: Reach::Files,
        },
        &words,
    )
}

/// Whether there is a display to open a window on. Systems other than those with X11 or Wayland always have one.
fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|v| !v.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
