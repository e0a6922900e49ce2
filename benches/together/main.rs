//! How well the events of a load are told apart: written events loaded together by the ten and the hundred.
//!
//! `cargo bench --bench together` draws events from `benches/events` and says, for loads of several sizes, how many of the pairs of
//! articles that were put together tell one event, and how many that do were put together. `-- FOLDER` loads all events of a
//! folder instead, alone and together.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

#[path = "../events/mod.rs"]
mod events;

use cotejo::{
    align::{events::Events, terms::Terms},
    article::load::{Reach, load_all},
    concept::Lexicon,
    corpus::{ArticleId, Corpus, ReadArticle},
    language::Registry,
};
use events::events_below;
use fastrand::Rng;
use rayon::prelude::*;
use std::{
    env,
    path::{Path, PathBuf},
    sync::Arc,
};

const SEED: u64 = 2025;
/// How many events are loaded together, and how many such loads are drawn.
const LOADS: [(usize, usize); 5] = [(1, 1000), (2, 300), (10, 30), (100, 3), (230, 2)];

/// The articles of one event.
type Told = Vec<Arc<ReadArticle>>;

/// Pairs of articles: those of one event, those put together, those that are both.
#[derive(Clone, Copy, Default)]
struct Pairs {
    of_one_event: usize,
    together: usize,
    right: usize,
}

fn main() {
    let folders: Vec<PathBuf> = env::args().skip(1).filter(|a| !a.starts_with("--")).map(PathBuf::from).collect();
    println!("{:>9}{:>9}{:>12}{:>9}{:>9}{:>9}", "together", "loads", "of one", "found", "recall", "right");
    if folders.is_empty() {
        let events = read(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/events")]);
        let mut rng = Rng::with_seed(SEED);
        for (size, loads) in LOADS {
            tell(size, (0..loads).map(|_| rng.choose_multiple(&events, size)).collect());
        }
    } else {
        let events = read(&folders);
        tell(1, events.iter().map(|event| vec![event]).collect());
        tell(events.len(), vec![events.iter().collect()]);
    }
}

/// The events below these folders.
fn read(folders: &[PathBuf]) -> Vec<Told> {
    let paths: Vec<PathBuf> = folders.iter().flat_map(|folder| events_below(folder)).collect();
    let languages = Registry::built_in();
    let read = |path: &PathBuf| {
        let articles = load_all(std::slice::from_ref(path), Reach::Files, &languages).articles;
        articles.into_iter().map(|a| Arc::new(ReadArticle::read(Arc::new(a), &languages))).collect()
    };
    paths.par_iter().map(read).collect()
}

fn tell(size: usize, loads: Vec<Vec<&Told>>) {
    let count = loads.len();
    let pairs: Vec<Pairs> = loads.par_iter().map(|load| Pairs::of(load)).collect();
    let sum = |of: fn(&Pairs) -> usize| pairs.iter().map(of).sum::<usize>();
    let (one, together, right) = (sum(|p| p.of_one_event), sum(|p| p.together), sum(|p| p.right));
    let (recall, precision) = (right as f64 / one.max(1) as f64, right as f64 / together.max(1) as f64);
    println!("{size:>9}{count:>9}{one:>12}{right:>9}{recall:>9.3}{precision:>9.3}");
}

impl Pairs {
    fn of(load: &[&Told]) -> Self {
        let event: Vec<usize> = load.iter().enumerate().flat_map(|(i, told)| vec![i; told.len()]).collect();
        let corpus = Corpus::new(load.iter().flat_map(|told| told.iter().cloned()).collect());
        let events = Events::of(&corpus, &Terms::of(&corpus), Lexicon::built_in());
        let mut pairs = Self::default();
        for a in 0..event.len() {
            for b in a + 1..event.len() {
                let [x, y] = [a, b].map(|i| events.of_article(ArticleId(i as u32)));
                pairs.of_one_event += usize::from(event[a] == event[b]);
                pairs.together += usize::from(x == y);
                pairs.right += usize::from(x == y && event[a] == event[b]);
            }
        }
        pairs
    }
}
