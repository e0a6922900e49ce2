//! How long the whole analysis takes as the articles grow in number, cold: a process of its own for each size, as the person
//! starts one.
//!
//! `cargo bench --bench scale` has the newsroom of `benches/newsroom` write 100, 1,000 and 10,000 articles (or as many as are
//! asked for: `-- 200 2000`) about events of four outlets each, reads and analyses them, and says what each stage took, the most
//! memory that it needed, by which power of the articles the time grew from one size to the next, and what the analysis takes when
//! one article more is added to those that are known.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

#[path = "../events/mod.rs"]
mod events;
#[path = "../newsroom/mod.rs"]
mod newsroom;

use cotejo::{
    amendment::Amendments,
    analysis::{Known, Settings, Stage, Watch, prepare},
    article::load::{Reach, load_all},
    language::Registry,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

const SEED: u64 = 2025;
/// How many outlets write about one event.
const OUTLETS: usize = 4;
const SIZES: [usize; 3] = [100, 1000, 10_000];
/// The variable that tells a process that it is to analyse a folder, and nothing else.
const FOLDER: &str = "COTEJO_SCALE_FOLDER";

fn main() {
    if let Some(folder) = env::var_os(FOLDER) {
        return analyse(Path::new(&folder));
    }
    let asked: Vec<usize> = env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    println!(
        "{:>9}{:>10}{:>10}{:>10}{:>10}{:>9}{:>10}{:>10}{:>9}",
        "articles", "loading", "reading", "judging", "whole", "growth", "one more", "findings", "memory"
    );
    let mut before: Option<(usize, f64)> = None;
    for size in sizes {
        let folder = tempfile::tempdir().expect("a folder");
        newsroom::write(SEED, size.div_ceil(OUTLETS), OUTLETS).save(folder.path()).expect("articles written");
        let program = env::current_exe().expect("this program");
        let output = Command::new(program).env(FOLDER, folder.path()).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let told = String::from_utf8_lossy(&output.stdout);
        let told: Vec<f64> = told.split_whitespace().map(|n| n.parse().expect("a number")).collect();
        let [loading, reading, judging, another, findings, memory] = told[..] else { panic!("{told:?}") };
        let whole = loading + reading + judging;
        let growth = before.map(|(n, t)| (whole / t).ln() / (size as f64 / n as f64).ln());
        let growth = growth.map_or(String::new(), |g| format!("{g:.2}"));
        println!(
            "{size:>9}{loading:>8.2} s{reading:>8.2} s{judging:>8.2} s{whole:>8.2} s{growth:>9}{another:>8.3} s{findings:>10}{memory:>6.0} MB"
        );
        before = Some((size, whole));
    }
}

/// When the stages began.
struct Stages(Mutex<Vec<(Stage, Instant)>>);

impl Watch for Stages {
    fn progress(&self, stage: Stage, _: usize, _: usize) {
        let mut seen = self.0.lock().expect("nobody failed");
        if seen.last().is_none_or(|(last, _)| *last != stage) {
            seen.push((stage, Instant::now()));
        }
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

/// Reads and analyses a folder but for its last article, then with it, and prints the seconds of each stage, how much was found,
/// and the megabytes that it took.
fn analyse(folder: &Path) {
    let begun = Instant::now();
    prepare();
    let languages = Registry::built_in();
    let loaded = load_all(&[PathBuf::from(folder)], Reach::Files, &languages);
    let articles: Vec<_> = loaded.articles.into_iter().map(Arc::new).collect();
    let stages = Stages(Mutex::default());
    let from = Instant::now();
    let (mut known, settings, amendments) = <(Known, Settings, Amendments)>::default();
    let mut analyse = |articles: &[_], watch: &Stages| {
        known.analyze(articles, &languages, &settings, &amendments, watch).expect("nobody cancels")
    };
    let found = analyse(&articles[..articles.len() - 1], &stages);
    let (count, end) = (found.findings.len(), Instant::now());
    let memory = peak_megabytes();
    analyse(&articles, &Stages(Mutex::default()));
    let another = end.elapsed();
    let seen = stages.0.into_inner().expect("nobody failed");
    // Events are aligned and judged side by side: only the reading comes before all else.
    let aligning = seen.iter().find(|(stage, _)| *stage == Stage::Aligning).map_or(end, |(_, at)| *at);
    let spans: [Duration; 4] = [from - begun, aligning - from, end - aligning, another];
    let seconds: Vec<String> = spans.iter().map(|d| d.as_secs_f64().to_string()).collect();
    println!("{} {count} {memory}", seconds.join(" "));
}

/// The most memory that this process had; 0 where the system does not tell.
fn peak_megabytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|l| l.strip_prefix("VmHWM:"))
        .and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok());
    peak.unwrap_or_default() / 1024.0
}
