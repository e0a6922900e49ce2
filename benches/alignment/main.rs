//! The alignment of sentences beside what a person would take instead: all pairs compared by strsim, or by RapidFuzz.
//!
//! `cargo bench --bench alignment -- FOLDERS` (without folders: `tests/corpus`) says of annotated events how many pairs of
//! sentences of different articles that state one fact each method puts forward, where each may put forward as many pairs as
//! ours does. Then it has the newsroom write a thousand articles, and says how long each takes for them on as many
//! threads as there are cores. All of it in one run, on the same sentences. Without Python and RapidFuzz that row is left out.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

#[path = "../fit/gold.rs"]
#[allow(dead_code)]
mod gold;
#[path = "../newsroom/mod.rs"]
mod newsroom;

use cotejo::{
    align::{Aligned, Alignment, terms::Terms},
    analysis::prepare,
    article::load::{Reach, load_all},
    concept::Lexicon,
    corpus::{ArticleId, Corpus, ReadArticle, SentenceId},
    language::Registry,
};
use gold::{Event, events, events_below};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    env,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::Arc,
    thread::available_parallelism,
    time::Instant,
};

const SEED: u64 = 2025;
/// How many articles the methods are timed on, and how many outlets write about one event.
const ARTICLES: usize = 1_000;
const OUTLETS: usize = 4;
/// Comparing all pairs by strsim takes hours: so many are compared, and the rest reckoned.
const TIMED: usize = 200_000;
/// RapidFuzz gives up a pair that cannot reach this, of 100, any more.
const CUTOFF: u32 = 60;

type Pair = (SentenceId, SentenceId);

fn main() {
    prepare();
    let folders: Vec<PathBuf> = env::args().skip(1).filter(|a| !a.starts_with('-')).map(PathBuf::from).collect();
    let folders = if folders.is_empty() { vec!["tests/corpus".into()] } else { folders };
    let events: Vec<Event> = folders
        .iter()
        .flat_map(|f| events_below(f))
        .collect::<Vec<_>>()
        .par_iter()
        .filter_map(|f| Event::read(f))
        .collect();
    found(&events);
    speed();
}

/// How many of the pairs that state one fact each method puts forward.
fn found(events: &[Event]) {
    let wanted: Vec<BTreeSet<Pair>> = events.iter().map(one_fact).collect();
    let all: usize = wanted.iter().map(BTreeSet::len).sum();
    let ours: Vec<Vec<Pair>> = events
        .par_iter()
        .map(|e| Aligned::read(&e.corpus, Lexicon::built_in()).sentences().pairs.iter().map(|p| (p.0, p.1)).collect())
        .collect();
    let forward: usize = ours.iter().map(Vec::len).sum();
    let right: usize = ours.iter().zip(&wanted).map(|(pairs, w)| pairs.iter().filter(|p| w.contains(p)).count()).sum();
    println!("{} events, {all} pairs of sentences of two articles that state one fact", events.len());
    println!("{:<28}{:>12}{:>8}{:>9}", "", "put forward", "found", "of all");
    let row = |name: &str, forward: usize, right: usize| {
        println!("{name:<28}{forward:>12}{right:>8}{:>9.3}", right as f64 / all as f64);
    };
    row("Cotejo", forward, right);
    let pairs: Vec<(usize, Pair)> =
        events.iter().enumerate().flat_map(|(n, e)| pairs_of(&e.corpus).into_iter().map(move |p| (n, p))).collect();
    // As many as ours, those that are most alike.
    let best = |scores: &[f64]| {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        order.iter().take(forward).filter(|&&i| wanted[pairs[i].0].contains(&pairs[i].1)).count()
    };
    let text = |n: usize, s: SentenceId| sentence(&events[n].corpus, s).to_lowercase();
    for (name, measure) in STRSIM {
        let scores: Vec<f64> = pairs.par_iter().map(|(n, p)| measure(&text(*n, p.0), &text(*n, p.1))).collect();
        row(name, forward, best(&scores));
    }
    for scorer in ["ratio", "token_sort_ratio", "token_set_ratio"] {
        let sets: Vec<_> = events.iter().map(|e| articles_of(&e.corpus)).collect();
        let Some(told) = rapidfuzz(scorer, 0, &sets, true) else { return };
        let scores: Vec<f64> = told["scores"]
            .as_array()
            .expect("a list of sets")
            .iter()
            .flat_map(|set| set.as_array().expect("a list of scores").iter().filter_map(Value::as_f64))
            .collect();
        assert_eq!(scores.len(), pairs.len(), "RapidFuzz was given the same pairs");
        row(&format!("RapidFuzz {scorer}"), forward, best(&scores));
    }
}

/// How alike two texts are, 0 to 1.
type Measure = fn(&str, &str) -> f64;

/// What strsim offers for whole sentences.
const STRSIM: [(&str, Measure); 3] = [
    ("strsim Levenshtein", strsim::normalized_levenshtein),
    ("strsim Sørensen-Dice", strsim::sorensen_dice),
    ("strsim Jaro-Winkler", strsim::jaro_winkler),
];

/// How long each takes for a thousand articles.
fn speed() {
    let folder = tempfile::tempdir().expect("a folder");
    newsroom::write(SEED, ARTICLES / OUTLETS, OUTLETS).save(folder.path()).expect("articles written");
    let languages = Registry::built_in();
    let loaded = load_all(&[folder.path().to_owned()], Reach::Files, &languages);
    let read = loaded.articles.into_par_iter().map(|a| Arc::new(ReadArticle::read(Arc::new(a), &languages))).collect();
    let corpus = Corpus::new(read);
    let sentences: Vec<String> = corpus.sentence_ids().map(|s| sentence(&corpus, s).to_lowercase()).collect();
    let all = sentences.len() * (sentences.len() - 1) / 2;
    let threads = available_parallelism().map_or(1, usize::from);
    println!(
        "\n{ARTICLES} articles, {} sentences, {:.1} million pairs, {threads} threads",
        sentences.len(),
        all as f64 / 1e6
    );
    println!("{:<28}{:>11}{:>11}", "", "seconds", "times ours");
    let begun = Instant::now();
    let aligned: usize = align(&corpus).iter().map(|a| a.pairs.len()).sum();
    let ours = begun.elapsed().as_secs_f64();
    println!("{:<28}{ours:>11.2}{:>11.1}   {aligned} pairs", "Cotejo", 1.0);
    if let Some(told) = rapidfuzz("ratio", CUTOFF, &[articles_of(&corpus)], false) {
        let seconds = told["seconds"].as_f64().unwrap_or_default();
        println!("{:<28}{seconds:>11.2}{:>11.1}   cdist, cutoff {CUTOFF}", "RapidFuzz ratio", seconds / ours);
    }
    let step = (all / TIMED).max(1);
    let count = sentences.len();
    for (name, measure) in STRSIM {
        let begun = Instant::now();
        let sum: f64 = (0..TIMED)
            .into_par_iter()
            .map(|n| measure(&sentences[n * step % count], &sentences[(n * step / count + n + 1) % count]))
            .sum();
        assert!(sum > 0.0, "they were compared");
        let seconds = begun.elapsed().as_secs_f64() * all as f64 / TIMED as f64;
        println!("{name:<28}{seconds:>11.0}{:>11.0}   reckoned from {TIMED} pairs", seconds / ours);
    }
}

/// Puts the articles that tell one event together, and aligns the sentences of each event, as the analysis does.
fn align(corpus: &Corpus) -> Vec<Alignment> {
    let lexicon = Lexicon::built_in();
    let events = cotejo::align::events::Events::of(corpus, &Terms::of(corpus), lexicon);
    let one = |members: Vec<ArticleId>| {
        let event = Corpus::new(members.iter().map(|a| corpus.read(*a).clone()).collect());
        Aligned::read(&event, lexicon).sentences()
    };
    events.members([]).into_par_iter().map(one).collect()
}

/// The pairs of sentences of two articles that hold figures of one fact.
fn one_fact(event: &Event) -> BTreeSet<Pair> {
    let corpus = &event.corpus;
    let figures: Vec<_> = corpus.quantity_ids().collect();
    let both = |a, b| {
        let apart = corpus.article_of(a) != corpus.article_of(b);
        (apart && !event.keys(a.0, b.0).is_empty()).then(|| (corpus.sentence_of(a), corpus.sentence_of(b)))
    };
    figures.iter().enumerate().flat_map(|(n, a)| figures[n + 1..].iter().filter_map(|b| both(*a, *b))).collect()
}

/// All pairs of sentences of two articles, in order.
fn pairs_of(corpus: &Corpus) -> Vec<Pair> {
    let all: Vec<_> = corpus.sentence_ids().collect();
    let behind = |a: &SentenceId| {
        let a = *a;
        let apart = |b: &&SentenceId| corpus.article_of_sentence(a) != corpus.article_of_sentence(**b);
        all[a.0 as usize + 1..].iter().filter(apart).map(move |b| (a, *b)).collect::<Vec<_>>()
    };
    all.iter().flat_map(behind).collect()
}

fn sentence(corpus: &Corpus, id: SentenceId) -> &str {
    corpus.text(corpus.article_of_sentence(id), corpus.sentence(id).span)
}

fn articles_of(corpus: &Corpus) -> Vec<Vec<&str>> {
    corpus.article_ids().map(|a| corpus.sentences_of(a).map(|s| sentence(corpus, s)).collect()).collect()
}

/// Has RapidFuzz compare all pairs in each set of articles. None where it is not installed, which is told.
fn rapidfuzz(scorer: &str, cutoff: u32, sets: &[Vec<Vec<&str>>], scores: bool) -> Option<Value> {
    let asked = json!({"scorer": scorer, "cutoff": cutoff, "workers": -1, "sets": sets, "scores": scores});
    let mut child = Command::new("python3")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/alignment/rapidfuzz_cdist.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let _ = child.stdin.take()?.write_all(asked.to_string().as_bytes());
    let output = child.wait_with_output().ok()?;
    let told = output.status.success().then(|| serde_json::from_slice(&output.stdout).ok()).flatten();
    if told.is_none() {
        println!("RapidFuzz was not run: pip install rapidfuzz numpy");
    }
    told
}
