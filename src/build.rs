//! Writes the list of the asset files that the program carries, so that adding a file is enough.
//!
//! A list made by a macro would miss a file added later; cargo runs this again whenever one of the folders changes.

use std::{env, fs, path::Path};

/// The folders whose files the program carries, and the name of the list that each becomes.
const FOLDERS: [(&str, &str, &str); 4] = [
    ("assets/languages", "toml", "LANGUAGE_PACKS"),
    ("assets/wording", "ftl", "WORDINGS"),
    ("assets/help", "md", "MANUALS"),
    ("assets/demo", "", "SAMPLE_ARTICLES"),
];

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut code = String::new();
    for (folder, ending, list) in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        let folder = Path::new(&root).join(folder);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
            .map(|entry| entry.expect("a readable folder").path())
            .filter(|path| path.is_file() && (ending.is_empty() || path.extension().is_some_and(|e| e == ending)))
            .collect();
        files.sort();
        code.push_str(&format!(
            "/// Every file of `{}`: its name and its bytes.\n",
            folder.file_name().unwrap().display()
        ));
        code.push_str(&format!("pub static {list}: &[(&str, &[u8])] = &[\n"));
        for file in files {
            println!("cargo:rerun-if-changed={}", file.display());
            let name = file.file_name().unwrap().to_string_lossy();
            code.push_str(&format!("    ({name:?}, include_bytes!({:?})),\n", file.display().to_string()));
        }
        code.push_str("];\n");
    }
    fs::write(Path::new(&out).join("assets.rs"), code).expect("OUT_DIR can be written");
}
