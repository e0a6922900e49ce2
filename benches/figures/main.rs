//! How fast the figures of whole articles are read, with a peer beside it on the same text in the same run.
//!
//! `cargo bench --bench figures` reads the demonstration's articles again and again, each whole, on one core. The peer is
//! the crate text2num, which only turns numbers in words into digits: it does less, and is what a program would take
//! today. Of several rounds the fastest counts, since whatever else runs on the machine can only make one slower.
//!
//! Timed by hand: what is wanted is one figure and its ratio to the peer's, and a framework prints neither.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

use cotejo::{
    article::{Article, load},
    language::Registry,
    quantity,
};
use std::{hint::black_box, time::Instant};
use text2num::{Language, replace_numbers_in_text};

/// How much text is read in a round, in bytes: little enough that a round is now and then not interrupted.
const ROUND: usize = 40_000;
/// How many rounds there are. The readers take turns, so that a busy minute slows both.
const ROUNDS: usize = 200;

fn main() {
    let registry = Registry::built_in();
    let articles = load::load_sample(&registry);
    let peers = [("es", Language::spanish()), ("en", Language::english())];
    println!("{:<10}{:>12}{:>12}{:>9}{:>20}", "language", "Cotejo", "text2num", "ratio", "figures a round");
    for (key, peer) in peers {
        let own: Vec<&Article> = articles.iter().filter(|a| a.metadata.language == key).collect();
        let bytes: usize = own.iter().map(|a| a.text.len()).sum();
        let times = ROUND.div_ceil(bytes.max(1));
        let pack = registry.get(key);
        let mut found = 0;
        let mut ours = f64::INFINITY;
        let mut theirs = f64::INFINITY;
        for _ in 0..ROUNDS {
            found = 0;
            let read = |a: &&Article| quantity::extract(black_box(&a.text), pack, a.metadata.published).len();
            ours = ours.min(seconds(|| (0..times).for_each(|_| found += own.iter().map(read).sum::<usize>())));
            let read = |a: &&Article| replace_numbers_in_text(black_box(&a.text), &peer, 0.0).len();
            theirs = theirs.min(seconds(|| {
                (0..times).for_each(|_| {
                    own.iter().for_each(|a| {
                        black_box(read(a));
                    });
                });
            }));
        }
        let speed = |seconds: f64| (times * bytes) as f64 / 1e6 / seconds;
        println!(
            "{key:<10}{:>7.1} MB/s{:>7.1} MB/s{:>9.2}{found:>20}",
            speed(ours),
            speed(theirs),
            speed(ours) / speed(theirs)
        );
    }
}

/// How long something takes.
fn seconds(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}
