//! `cotejo languages`: the languages at hand, and whether the file of a new one is right.

use super::{
    Outcome,
    output::{complain, print},
};
use crate::{
    language::{Pack, Registry},
    quantity::examples::misread,
    wording::Wording,
};
use std::{fmt::Write, path::PathBuf};

/// Lists the languages at hand; of files, says whether each can be read and its examples come out as they say.
pub fn run(files: &[PathBuf], words: &Wording) -> Outcome {
    if files.is_empty() {
        let languages = super::languages(words);
        let list = languages.packs().map(|pack| format!("{}\n", headline(pack, words))).collect::<String>();
        return print(list.as_bytes(), words).err().unwrap_or(Outcome::Calm);
    }
    let mut outcome = Outcome::Calm;
    for file in files {
        let found = match Registry::read_file(file) {
            Ok(pack) => check(&pack, words),
            Err(mistake) => {
                complain(&mistake.in_words(|key, values| words.with(key, values)));
                Err(Outcome::Trouble)
            }
        };
        match found {
            Err(Outcome::Trouble) => outcome = Outcome::Trouble,
            Err(other) if outcome == Outcome::Calm => outcome = other,
            _ => {}
        }
    }
    outcome
}

/// "ca · català · 84 examples".
fn headline(pack: &Pack, words: &Wording) -> String {
    format!(
        "{} · {} · {}",
        pack.key,
        pack.name,
        words.count("cli-languages-examples", &[("count", pack.examples.len())])
    )
}

/// Holds the examples of a language against what is read.
fn check(pack: &Pack, words: &Wording) -> Result<(), Outcome> {
    let wrong = misread(pack);
    let mut out =
        format!("{} · {}\n", headline(pack, words), words.count("cli-languages-misread", &[("count", wrong.len())]));
    for misread in &wrong {
        let line = |figures: &[String]| if figures.is_empty() { "–".to_owned() } else { figures.join(" | ") };
        // Writing into a string cannot fail.
        let _ = writeln!(
            out,
            "\n{}\n  {} {}\n  {} {}",
            misread.example.text,
            words.text("cli-languages-expected"),
            line(&misread.example.figures),
            words.text("cli-languages-found"),
            line(&misread.found)
        );
    }
    print(out.as_bytes(), words)?;
    if wrong.is_empty() { Ok(()) } else { Err(Outcome::Flagged) }
}
