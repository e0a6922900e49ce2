//! `cotejo completions` and `cotejo man`: what a shell and `man` know of the command line, made of the command line itself.

use super::{
    Outcome,
    options::command,
    output::{finish, print},
};
use crate::wording::Wording;
use clap_complete::Shell;
use std::path::Path;

/// Prints the completions of a shell.
pub fn completions(shell: Shell, words: &Wording) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(words), "cotejo", &mut script);
    print(&script, words).err().unwrap_or(Outcome::Calm)
}

/// Prints the page of the manual, or writes it and one for each command into a folder.
pub fn man(folder: Option<&Path>, words: &Wording) -> Outcome {
    let written = match folder {
        Some(folder) => {
            let made = std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command(words), folder));
            finish(made, words)
        }
        None => {
            let mut page = Vec::new();
            let rendered = clap_mangen::Man::new(command(words)).render(&mut page);
            finish(rendered, words).and_then(|()| print(&page, words))
        }
    };
    written.err().unwrap_or(Outcome::Calm)
}
