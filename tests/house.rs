//! The house's own rules, held by reading `src/`: the direction of imports, who touches files, where egui lives, what is
//! named on the map.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The modules in walking order. Each imports only what stands before it; `cli` and `gui` do not know each other.
const WALK: [&str; 23] = [
    "assets",
    "text",
    "language",
    "concept",
    "sense",
    "article",
    "sentence",
    "quantity",
    "attribution",
    "vocabulary",
    "corpus",
    "amendment",
    "align",
    "finding",
    "analysis",
    "review",
    "wording",
    "report",
    "case",
    "autosave",
    "preferences",
    "cli",
    "gui",
];

/// Where files are read and written. Everything else works on what it is given.
const FILES_ARE_TOUCHED_IN: [&str; 10] = [
    "article/load.rs",
    "language/registry.rs",
    "report/save.rs",
    "report/stored.rs",
    "case/copies.rs",
    "autosave/mod.rs",
    "autosave/recent.rs",
    "preferences.rs",
    "cli/shell.rs",
    "build.rs",
];

/// A source file without its comments and its tests.
struct Source {
    /// Its path within `src/`, with slashes.
    path: String,
    text: String,
    code: String,
}

impl Source {
    /// The top module that it belongs to.
    fn module(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut folders = vec![root()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of src").map(|e| e.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|e| e == "rs")
                && !entry.ends_with("report/sample.rs")
                && !entry.ends_with("report/payloads.rs")
            {
                // The sample and the payloads are compiled for the printers' tests alone.
                let text = fs::read_to_string(&entry).expect("a source file");
                let path = entry.strip_prefix(root()).expect("within src").to_string_lossy().replace('\\', "/");
                sources.push(Source { path, code: code_of(&text), text });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// What the compiler reads of a file outside of its tests: no comments, nothing behind `mod tests`.
fn code_of(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests").unwrap_or(text.len());
    text[..end].lines().map(|l| l.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The top modules that code takes from `crate::`, also within braces: `use crate::{text::Span, wording}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if !rest.starts_with('{') {
            found.push(first_word(rest));
            continue;
        }
        let mut depth = 0;
        let mut expected = false;
        for (i, c) in rest.char_indices() {
            match c {
                '{' => {
                    depth += 1;
                    expected = depth == 1;
                }
                '}' => depth -= 1,
                ',' if depth == 1 => expected = true,
                _ if expected && c.is_ascii_lowercase() => {
                    found.push(first_word(&rest[i..]));
                    expected = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn imports_are_found() {
    for (code, expected) in [
        ("use crate::text::Span;", vec!["text"]),
        (
            "use crate::{\n    align::{A, b::C},\n    corpus::Corpus,\n};\nlet x = crate::review::Y;",
            vec!["align", "corpus", "review"],
        ),
        ("use std::fmt; // crate::gui", vec![]),
    ] {
        assert_eq!(imports(&code_of(code)), expected);
    }
}

#[test]
fn imports_follow_the_walk() {
    let place = |module: &str| WALK.iter().position(|m| *m == module);
    let mut complaints = Vec::new();
    for source in sources() {
        let module = source.module();
        if matches!(module, "lib" | "main" | "build") {
            continue;
        }
        let Some(here) = place(module) else {
            complaints.push(format!("src/{}: `{module}` has no place on the walk (tests/house.rs, WALK)", source.path));
            continue;
        };
        for import in imports(&source.code) {
            let rivals = module == "gui" && import == "cli";
            if rivals || place(&import).is_some_and(|there| there > here) {
                complaints.push(format!("src/{}: `{module}` must not import `{import}`", source.path));
            }
        }
    }
    assert_none(complaints);
}

#[test]
fn every_module_is_on_the_map() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    let mut complaints = Vec::new();
    for source in sources() {
        let parts: Vec<_> = source.path.trim_end_matches(".rs").split('/').collect();
        // Folders within a room are named; what lies in them is not.
        for name in parts.iter().take(2).filter(|n| !matches!(**n, "mod" | "lib" | "main")) {
            if !map.contains(&format!("`{name}`")) && !map.contains(&format!("`{name}.rs`")) {
                complaints.push(format!("src/ARCHITECTURE.md does not name `{name}` (src/{})", source.path));
            }
        }
    }
    complaints.dedup();
    assert_none(complaints);
}

/// Every line of code that holds one of `words` and lies outside of the places that `allowed` allows.
fn only_in(words: &[&str], allowed: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources().iter().filter(|s| !allowed(s)) {
        for (number, line) in source.code.lines().enumerate() {
            if let Some(word) = words.iter().find(|w| line.contains(**w)) {
                complaints.push(format!("src/{}:{}: {word} has no place here", source.path, number + 1));
            }
        }
    }
    complaints
}

#[test]
fn files_are_touched_in_few_places() {
    let touches = ["std::fs", "fs::read", "fs::write", "fs::File", "File::open", "File::create", "use std::{fs"];
    assert_none(only_in(&touches, |s| FILES_ARE_TOUCHED_IN.contains(&s.path.as_str())));
}

#[test]
fn the_window_is_under_gui_alone() {
    let words = ["egui::", "eframe::", "rfd::", "egui_extras::", "egui_inbox::", "egui_phosphor::"];
    assert_none(only_in(&words, |s| s.module() == "gui"));
}

#[test]
fn only_the_command_line_prints() {
    // The build script speaks to cargo by printing.
    let words = ["println!", "print!(", "eprint", "dbg!", "stdout()", "stderr()"];
    assert_none(only_in(&words, |s| s.module() == "cli" || s.path == "build.rs"));
}

#[test]
fn no_code_asks_for_a_language() {
    let mut words = Vec::new();
    for key in ["es", "en", "pt", "fr", "it", "de", "ca", "nl"] {
        words.extend([
            format!("== \"{key}\""),
            format!("!= \"{key}\""),
            format!("\"{key}\" =>"),
            format!("\"{key}\" |"),
            format!("get(\"{key}\")"),
            format!("Some(\"{key}\")"),
            format!("new(\"{key}\")"),
        ]);
    }
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    assert_none(only_in(&words, |_| false));
}

#[test]
fn every_file_introduces_itself() {
    let silent = sources().into_iter().filter(|s| !s.text.starts_with("//!") && s.path != "lib.rs");
    assert_none(silent.map(|s| format!("src/{} does not begin with //!", s.path)).collect());
}
