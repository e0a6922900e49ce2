//! Where annotated events lie: folders that hold a `gold.json` beside their articles.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Every event below a folder, in the order of their paths; says on standard error where there is no such folder.
#[must_use]
pub fn events_below(folder: &Path) -> Vec<PathBuf> {
    if folder.join("gold.json").is_file() {
        return vec![folder.to_owned()];
    }
    let Ok(entries) = fs::read_dir(folder) else {
        eprintln!("{}: there is no such folder", folder.display());
        return Vec::new();
    };
    let below = entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir());
    let mut events: Vec<PathBuf> = below.flat_map(|p| events_below(&p)).collect();
    events.sort();
    events
}
