//! The floor: what the program makes of the annotated events beside this file, which it may not fall below.
//!
//! The weights were fitted on these events among others, so this says that nothing broke, not how well the program does
//! on news that it has not met: that is what `cargo bench --bench fit` prints.

#[allow(clippy::print_stdout, reason = "the fit tells what it could not compare")]
#[allow(dead_code, reason = "the fit uses the rest")]
#[path = "../../benches/fit/gold.rs"]
mod gold;

use cotejo::{
    align::{
        Aligned,
        model::{Model, Rigour},
    },
    concept::Lexicon,
};
use gold::{Event, Tally, events_below};
use std::path::Path;

/// The least share of the flagged pairs that is right, and of the pairs to be flagged that are found.
const PRECISION: f64 = 0.76;
const RECALL: f64 = 0.52;
/// The least share of the agreeing pairs that are found.
const AGREEMENT: f64 = 0.80;

#[test]
#[allow(
    clippy::print_stdout,
    reason = "the count is what a person runs this for: cargo test --test cases -- --nocapture"
)]
fn the_annotated_events_are_judged_no_worse_than_the_floor() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let folders = events_below(&folder);
    assert!(folders.len() > 80, "{}: only {} events", folder.display(), folders.len());
    let model = Model::built_in();
    let mut sum = Tally::default();
    for folder in &folders {
        let event =
            Event::read(folder).unwrap_or_else(|| panic!("{}: no gold.json that can be read", folder.display()));
        let aligned = Aligned::read(&event.corpus, Lexicon::built_in());
        let tallies = event.score(&aligned, &aligned.compare(), model, &[model.stop(Rigour::Normal)]);
        tallies.iter().for_each(|tally| sum.add(*tally));
    }
    println!("annotated events: {sum}");
    let agreement = sum.agreed as f64 / sum.agree as f64;
    assert!(sum.precision() >= PRECISION && sum.recall() >= RECALL && agreement >= AGREEMENT, "below the floor: {sum}");
}
