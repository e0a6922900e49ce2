//! Standard output and standard error. A reader that went away is no failure.

use super::Outcome;
use crate::{report::text::Ink, wording::Wording};
use std::io::{self, IsTerminal, Write};

/// Writes to standard output. Where the reader went away, as `head` does, that is quietly the end.
pub fn print(bytes: &[u8], words: &Wording) -> Result<(), Outcome> {
    let mut out = io::stdout().lock();
    finish(out.write_all(bytes).and_then(|()| out.flush()), words)
}

/// What a failure to write means.
pub fn finish(result: io::Result<()>, words: &Wording) -> Result<(), Outcome> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&words.with("cli-output-failed", &[("reason", &error.to_string())]));
            Err(Outcome::Trouble)
        }
        _ => Ok(()),
    }
}

/// Tells the person on standard error.
pub fn complain(message: &str) {
    // There is nowhere to say that standard error is gone.
    let _ = writeln!(io::stderr().lock(), "cotejo: {message}");
}

/// How wide a page on standard output is, in characters: the terminal's width within what reads well, and 100 elsewhere.
pub fn page_width() -> usize {
    let named = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    named.or_else(seen).unwrap_or(100).clamp(40, 140)
}

/// Colours for standard output: only on a terminal, and not where the person does without (<https://no-color.org>).
pub fn ink() -> Ink {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|v| v == "dumb");
    if io::stdout().is_terminal() && !unwanted && !dumb { Ink::Terminal } else { Ink::None }
}
