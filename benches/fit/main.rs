//! Fits the weights, the networks and the jury from annotated events, and says how well they do on events that they were not
//! fitted on.
//!
//! `cargo bench --bench fit -- FOLDER[@COUNT]… [--write]` reads every event (a folder with `gold.json`) below the folders,
//! each counting as one or as much as is said. It
//! prints precision, recall and F1 of the flagged pairs with whole events held out, then the same for weights that have
//! seen every event: the gap between the two is how far the weights are tuned. With `--write` the assets are
//! written. `--misses` tells what was read and not compared, `--dump=FILE` writes all that is compared as JSON and ends.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

mod adam;
mod chance;
mod descent;
mod dump;
mod gold;
mod logistic;
mod verdict;

use cotejo::{
    align::{
        Aligned, Compared, jury,
        model::{self, Model, Weights},
        network::{self, Network},
        second_look,
    },
    concept::Lexicon,
};
use gold::{Event, Row, Tally};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use verdict::Case;

/// Events are held out in this many parts.
const FOLDS: usize = 5;
/// How many networks are averaged.
const NETWORKS: usize = 2;
/// How many jurors make up the jury.
const JURORS: usize = 4;
/// Where grouping may stop; that of each rigour is chosen by cross-validation.
const STOPS: [f32; 15] = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let folders: Vec<(PathBuf, f32)> = arguments.iter().filter(|a| !a.starts_with("--")).map(|a| folder(a)).collect();
    if folders.is_empty() {
        eprintln!(
            "No folder was named, so nothing was fitted. Usage: cargo bench --bench fit -- FOLDER[@COUNT]… [--write] [--misses] [--dump=FILE]"
        );
        return;
    }
    let below = |(folder, count): &(PathBuf, f32)| {
        gold::events_below(folder).into_iter().map(|path| (path, *count)).collect::<Vec<_>>()
    };
    let mut found: Vec<(PathBuf, f32)> = folders.iter().flat_map(below).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let read = found.into_iter().filter_map(|(path, count)| Some((Event::read(&path)?, path, count)));
    let (mut events, mut paths, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    for (event, path, count) in read {
        events.push(event);
        paths.push(path);
        counts.push(count);
    }
    let aligned: Vec<Aligned<'_>> = events.iter().map(|e| Aligned::read(&e.corpus, Lexicon::built_in())).collect();
    let compared: Vec<Vec<Compared>> = aligned.iter().map(Aligned::compare).collect();
    if arguments.iter().any(|a| a == "--misses") {
        for ((path, event), (aligned, compared)) in paths.iter().zip(&events).zip(aligned.iter().zip(&compared)) {
            event.report_uncompared(path, aligned, compared);
        }
    }
    let set = Set { counts: &counts, events: &events, aligned: &aligned, compared: &compared };
    report_reading(&events, &compared);
    if let Some(place) = arguments.iter().find_map(|a| a.strip_prefix("--dump=")) {
        let name = |p: &PathBuf| {
            let set = p.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
            format!("{set}/{}", p.file_name().unwrap_or_default().to_string_lossy())
        };
        let names: Vec<String> = paths.iter().map(name).collect();
        dump::write(Path::new(place), &names, &events, &aligned, &compared);
        return;
    }

    let models = set.fit();
    let all = &models[FOLDS];
    // Events that count less stand farther from the news that the program is for: the stops are not chosen by them.
    let most = counts.iter().copied().fold(0.0, f32::max);
    let mut held_out = vec![Tally::default(); STOPS.len()];
    let mut seen = held_out.clone();
    let mut by_event: Vec<Vec<Tally>> = Vec::new();
    for (i, event) in events.iter().enumerate() {
        let score = |model: &Model| event.score(&aligned[i], &compared[i], model, &STOPS);
        let tallies = score(&models[i % FOLDS]);
        if counts[i] >= most {
            held_out.iter_mut().zip(&tallies).for_each(|(sum, t)| sum.add(*t));
            seen.iter_mut().zip(score(all)).for_each(|(sum, t)| sum.add(t));
        }
        by_event.push(tallies);
    }
    println!("{:>5}  {:^34}  {:^34}", "stop", "held out  P     R     F1   agree", "seen      P     R     F1   agree");
    for (i, stop) in STOPS.iter().enumerate() {
        println!("{stop:>5}  {}  {}", held_out[i], seen[i]);
    }
    let stops = choose_stops(&held_out);
    println!("strict {} normal {} wide {}", STOPS[stops[0]], STOPS[stops[1]], STOPS[stops[2]]);
    let flagged: Vec<(f32, f32)> = (0..events.len())
        .into_par_iter()
        .filter(|i| counts[*i] >= most)
        .flat_map_iter(|i| events[i].flagged(&aligned[i], &compared[i], &models[i % FOLDS], STOPS[stops[1]]))
        .collect();
    let surety = surety(&flagged);
    let all = &Model { surety, ..all.clone() };
    report_surety(&flagged, all);
    report_sets(&paths, &by_event, &stops);
    if arguments.iter().any(|a| a == "--write") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/weights.toml");
        std::fs::write(&path, table(all, stops, &held_out, &seen, events.len())).expect("the table can be written");
        println!("wrote {}", path.display());
        let path = path.with_file_name("network.bin");
        std::fs::write(&path, network::write(&all.networks)).expect("the networks can be written");
        println!("wrote {}", path.display());
        let path = path.with_file_name("jury.bin");
        std::fs::write(&path, jury::write(&all.jury)).expect("the jury can be written");
        println!("wrote {}", path.display());
    }
}

/// A folder of events and how much each of them counts in the fit: 1, or what stands behind `@`.
fn folder(argument: &str) -> (PathBuf, f32) {
    let weighed = argument.rsplit_once('@').and_then(|(path, count)| Some((PathBuf::from(path), count.parse().ok()?)));
    weighed.unwrap_or_else(|| (PathBuf::from(argument), 1.0))
}

/// What was read and compared of the pairs that state one fact.
fn report_reading(events: &[Event], compared: &[Vec<Compared>]) {
    let (mut same, mut met, mut read) = (0, 0, 0);
    for (event, compared) in events.iter().zip(compared) {
        let have: BTreeSet<usize> = event.gold_of.iter().flatten().copied().collect();
        let keys: BTreeSet<_> = compared.iter().filter(|c| !c.parted).flat_map(|c| event.keys(c.a, c.b)).collect();
        same += event.wanted.len();
        read += event.wanted.keys().filter(|k| have.contains(&k.0) && have.contains(&k.1)).count();
        met += event.wanted.keys().filter(|k| keys.contains(k)).count();
    }
    let pairs: usize = compared.iter().map(Vec::len).sum();
    println!(
        "{} events; {same} pairs of one fact, both figures read {read}, compared {met}; {pairs} pairs compared in all",
        events.len()
    );
}

/// The held-out figures of each folder of events, at the chosen stops: strict, normal, wide.
fn report_sets(paths: &[PathBuf], by_event: &[Vec<Tally>], stops: &[usize; 3]) {
    let mut sets: BTreeMap<String, Vec<Tally>> = BTreeMap::new();
    for (path, tallies) in paths.iter().zip(by_event) {
        let set = path.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
        let sums = sets.entry(set.unwrap_or_default()).or_insert_with(|| vec![Tally::default(); stops.len()]);
        sums.iter_mut().zip(stops).for_each(|(sum, stop)| sum.add(tallies[*stop]));
    }
    for (set, tallies) in &sets {
        let told: Vec<String> = tallies.iter().map(Tally::to_string).collect();
        println!("{set:>16}  {}", told.join("   "));
    }
}

/// What makes the share of right findings of how likely their flagged pairs are: log odds that are moved and stretched.
fn surety(flagged: &[(f32, f32)]) -> [f32; 2] {
    let row = |(p, right): &(f32, f32)| {
        let odds = model::log_odds(*p);
        let row = |same: bool, weight: f32| Row { active: vec![(0, 1.0), (1, odds)], same, weight };
        [row(true, *right), row(false, 1.0 - right)]
    };
    let rows: Vec<Row> = flagged.iter().flat_map(row).collect();
    let weights = logistic::fit(&rows.iter().collect::<Vec<_>>());
    [weights[0], weights[1]]
}

/// Of the findings said to be so sure, how many are right; held out.
fn report_surety(flagged: &[(f32, f32)], model: &Model) {
    println!("  sure  findings  right");
    for band in 0..10 {
        let within = |p: f32| (model.surety(p) * 10.0).min(9.0) as usize == band;
        let found: Vec<f32> = flagged.iter().filter(|f| within(f.0)).map(|f| f.1).collect();
        if !found.is_empty() {
            let right = found.iter().sum::<f32>() / found.len() as f32;
            println!("{:>3}-{:<3} {:>8}  {right:.2}", band * 10, band * 10 + 10, found.len());
        }
    }
}

/// Strict: the best F1 at a precision of 0.9; normal: the best F1 at 0.78, or else the most precise that still finds a
/// quarter; wide: the best F1. As places in [`STOPS`].
fn choose_stops(tallies: &[Tally]) -> [usize; 3] {
    let best = |precision: f64| {
        let good = tallies.iter().enumerate().filter(|(_, t)| t.precision() >= precision && t.hit > 0);
        good.max_by(|a, b| a.1.f1().total_cmp(&b.1.f1())).map(|(i, _)| i)
    };
    let enough = tallies.iter().enumerate().filter(|(_, t)| t.recall() > 0.25);
    let precise = enough.max_by(|a, b| a.1.precision().total_cmp(&b.1.precision())).map_or(STOPS.len() / 2, |(i, _)| i);
    let normal = best(0.78).unwrap_or(precise);
    [best(0.9).unwrap_or(precise.max(normal)), normal, best(0.0).unwrap_or(normal)]
}

/// Events with what was compared in them.
struct Set<'a> {
    /// How much each event counts in the fit.
    counts: &'a [f32],
    events: &'a [Event],
    aligned: &'a [Aligned<'a>],
    compared: &'a [Vec<Compared>],
}

impl Set<'_> {
    /// One model for every part of the events, fitted on those of the other parts, and a last one on all of them.
    ///
    /// The jury learns from likelihoods that were given to events by networks that had not seen them: with seen ones
    /// it would learn to trust them too much (MATCHING.md: .73 for .68). What a held-out event lends to the jury that
    /// judges it is only that the networks of other parts have seen it, a few dozen weights behind.
    fn fit(&self) -> Vec<Model> {
        let others = |fold: usize| (0..self.events.len()).filter(|i| i % FOLDS != fold).collect::<Vec<_>>();
        let mut models: Vec<Model> =
            (0..=FOLDS).into_par_iter().map(|fold| self.fit_first(&others(fold), fold)).collect();
        let cases: Vec<Vec<Case>> = (0..self.events.len())
            .into_par_iter()
            .map(|e| {
                let (compared, aligned) = (&self.compared[e], &self.aligned[e]);
                let model = &models[e % FOLDS];
                let (first, blind) = (model.first(aligned, compared), model.blind.look(compared));
                let looks = second_look::features(&aligned.contexts, compared, &first, &blind);
                let case = |(c, f): (&Compared, Option<Vec<f32>>)| {
                    let same = self.events[e].to_join(c);
                    Some(Case { shown: jury::shown(&f?, c), same, weight: self.counts[e] })
                };
                compared.iter().zip(looks).filter_map(case).collect()
            })
            .collect();
        cases.iter().flatten().take(1).for_each(verdict::check_gradient);
        models.par_iter_mut().enumerate().for_each(|(fold, model)| {
            let cases: Vec<&Case> = others(fold).into_iter().flat_map(|e| &cases[e]).collect();
            let juror = |i| verdict::fit(&cases, (fold * JURORS + i) as u64);
            model.jury = (0..JURORS).into_par_iter().map(juror).collect();
        });
        models
    }

    /// Fits what looks first on these events: the sieve, the blind look and the network. The second look is empty.
    fn fit_first(&self, events: &[usize], seed: usize) -> Model {
        let (sieve, blind) = (self.fit_sieve(events), self.fit_blind(events));
        let networks = self.fit_networks(events, &sieve, seed);
        let meanings = networks.iter().map(|_| Default::default()).collect();
        Model { sieve, blind, networks, meanings, jury: Vec::new(), stops: [0.0; 3], surety: [0.0, 1.0] }
    }

    /// Fits the network on what the sieve leaves, and on all that states one fact.
    fn fit_networks(&self, events: &[usize], sieve: &Weights, seed: usize) -> Vec<Network> {
        let example = |e: &usize| {
            let event = &self.events[*e];
            let likely = sieve.look(&self.compared[*e]);
            let pairs = self.compared[*e].iter().zip(likely).filter(|(c, _)| !c.parted);
            let pairs = pairs.map(|(c, p)| (c, event.to_join(c), p)).filter(|(_, same, p)| *same || *p >= model::SIEVE);
            descent::Example {
                surroundings: &self.aligned[*e].surroundings,
                pairs: pairs.map(|(c, same, _)| (c, same)).collect(),
                weight: self.counts[*e],
            }
        };
        let examples: Vec<descent::Example<'_>> = events.iter().map(example).collect();
        if seed == 0 {
            examples.iter().find(|e| !e.pairs.is_empty()).into_iter().for_each(descent::check_gradient);
        }
        (0..NETWORKS).into_par_iter().map(|i| descent::fit(&examples, (seed * NETWORKS + i) as u64)).collect()
    }

    fn row(&self, event: usize, pair: &Compared, active: Vec<(u32, f32)>) -> Row {
        Row { active, same: self.events[event].to_join(pair), weight: self.counts[event] }
    }

    fn fit_sieve(&self, events: &[usize]) -> Weights {
        let rows = self.rows(events, |c| widened(&c.features, c, None));
        split(logistic::fit(&rows.iter().collect::<Vec<_>>()), model::pair_names().len())
    }

    /// Fits on all but what the values say; what is not seen weighs nothing.
    fn fit_blind(&self, events: &[usize]) -> Weights {
        let names = model::pair_names();
        let hidden: Vec<bool> = names.iter().map(|name| model::VALUES.contains(name)).collect();
        let rows = self.rows(events, |c| widened(&c.features, c, Some(&hidden)));
        split(logistic::fit(&rows.iter().collect::<Vec<_>>()), names.len())
    }

    fn rows(&self, events: &[usize], features: impl Fn(&Compared) -> Vec<(u32, f32)>) -> Vec<Row> {
        let pairs = events.iter().flat_map(|e| self.compared[*e].iter().filter(|c| !c.parted).map(move |c| (*e, c)));
        pairs.map(|(e, c)| self.row(e, c, features(c))).collect()
    }
}

/// The features that are not zero, once for every aspect that the pair has. Of those that are hidden none, and then the
/// aspect of values that disagree is hidden as well.
fn widened(features: &[f32], pair: &Compared, hidden: Option<&[bool]>) -> Vec<(u32, f32)> {
    let mut aspects = model::aspects(pair);
    aspects[1] &= hidden.is_none();
    let has = (0..aspects.len()).filter(|a| aspects[*a]);
    let told = |i: &usize| features[*i] != 0.0 && !hidden.is_some_and(|h| h[*i]);
    has.flat_map(|a| (0..features.len()).filter(told).map(move |i| ((a * features.len() + i) as u32, features[i])))
        .collect()
}

/// The weights of widened features, of which there are `n` for every aspect.
fn split(mut weights: Vec<f32>, n: usize) -> Weights {
    weights.resize(n * model::ASPECTS.len(), 0.0);
    Weights { of: weights.chunks(n).map(<[f32]>::to_vec).collect() }
}

/// The table as it is written, with the figures of the fit at its head.
fn table(model: &Model, stops: [usize; 3], held: &[Tally], seen: &[Tally], events: usize) -> String {
    let mut out = String::from(
        "# How much each feature of a pair of figures speaks for one fact. Made by `cargo bench --bench fit -- FOLDER… --write`;\n\
         # do not change by hand. The features are described in src/align/{features,crowd}.rs. Each has its weight in all pairs,\n\
         # and what is added for each aspect of the pair (src/align/model.rs): ",
    );
    out.push_str(&format!("{}.\n#\n", model::ASPECTS.join(", ")));
    out.push_str(&format!("# {events} events, whole events held out in {FOLDS} parts; figures of those that count fully. Flagged right/wrong, precision, recall, F1, recall of agreement:\n"));
    for (name, stop) in ["strict", "normal", "wide"].iter().zip(stops) {
        out.push_str(&format!("#   {name:<7} held out {}   seen {}\n", held[stop], seen[stop]));
    }
    let [strict, normal, wide] = stops.map(|s| STOPS[s]);
    out.push_str(&format!(
        "\n# What makes a finding's surety of the likelihood of its flagged pairs.\nsurety = {:.3?}\n",
        model.surety
    ));
    out.push_str(&format!("\n[stops]\nstrict = {strict}\nnormal = {normal}\nwide = {wide}\n"));
    let pairs = model::pair_names();
    let tables = [("sieve", &pairs[..], &model.sieve), ("blind", &pairs, &model.blind)];
    for (name, names, weights) in tables {
        out.push_str(&format!("\n[{name}]\n"));
        for (i, name) in names.iter().enumerate() {
            let row: Vec<String> = weights.of.iter().map(|of| format!("{:.3}", of[i])).collect();
            out.push_str(&format!("{name} = [{}]\n", row.join(", ")));
        }
    }
    out
}
