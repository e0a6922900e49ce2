//! The program: arguments to the command line, or to the window.

use cotejo::wording::Wording;
use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    cotejo::cli::run(std::env::args_os(), open_window)
}

#[cfg(feature = "window")]
fn open_window(paths: Vec<PathBuf>, words: Wording) -> Result<(), String> {
    cotejo::gui::run(paths, words)
}

#[cfg(not(feature = "window"))]
fn open_window(_: Vec<PathBuf>, words: Wording) -> Result<(), String> {
    Err(words.text("cli-built-without-window"))
}
