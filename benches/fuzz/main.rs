//! Looks for an input that breaks one of the readers of what comes from outside: see `targets.rs`.
//!
//! `.ci/fuzz TARGET SECONDS` builds this with libFuzzer and the sanitizer of addresses and runs it. Built as a plain bench,
//! `cargo bench --bench fuzz -- TARGET SECONDS` alters the inputs in `benches/fuzz/corpus` at random instead: slower to find
//! anything, and it needs nothing but the compiler.

#![cfg_attr(fuzzing, no_main)]
#![allow(clippy::print_stdout, reason = "what it did is what it prints")]

mod targets;

use targets::Target;

#[cfg(fuzzing)]
mod with_libfuzzer {
    use super::Target;
    use std::{panic, process, sync::LazyLock};

    /// The target that the environment names. A panic in a crate that is not ours is caught where files are read, and told
    /// as a damaged file; ours ends the run.
    static TARGET: LazyLock<Target> = LazyLock::new(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |about| {
            if about.location().is_none_or(|l| !l.file().contains("/registry/")) {
                tell(about);
                process::abort();
            }
        }));
        let named = std::env::var("COTEJO_FUZZ").unwrap_or_default();
        Target::of(&named).expect("COTEJO_FUZZ names a target")
    });

    libfuzzer_sys::fuzz_target!(|data: &[u8]| TARGET.read(data));
}

#[cfg(not(fuzzing))]
fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let target = arguments.iter().find_map(|a| Target::of(a));
    let seconds = arguments.iter().find_map(|a| a.parse::<u64>().ok());
    let (Some(target), Some(seconds)) = (target, seconds) else {
        let targets = Target::ALL.map(Target::key).join(", ");
        println!(
            "No target and seconds were named, so nothing was run. Usage: cargo bench --bench fuzz -- TARGET SECONDS"
        );
        println!("TARGET is one of {targets}.");
        return;
    };
    let inputs = targets::kept(target);
    let mut dice = fastrand::Rng::with_seed(0x9e37_79b9_7f4a_7c15);
    let start = std::time::Instant::now();
    let mut done = 0_u64;
    while start.elapsed().as_secs() < seconds {
        let mut data = dice.choice(&inputs).cloned().unwrap_or_default();
        for _ in 0..dice.usize(..12) {
            alter(&mut data, &mut dice);
        }
        target.read(&data);
        done += 1;
    }
    println!("{done} inputs read in {seconds} s, without a fault");
}

/// Takes out, doubles or overwrites a stretch.
#[cfg(not(fuzzing))]
fn alter(data: &mut Vec<u8>, dice: &mut fastrand::Rng) {
    if data.is_empty() {
        data.push(0);
    }
    let at = dice.usize(..data.len());
    let end = (at + 1 + dice.usize(..12)).min(data.len());
    match dice.u8(..4) {
        0 => drop(data.drain(at..end)),
        1 => data.extend_from_within(at..end),
        2 => data[at] = dice.u8(..),
        _ => data[at] = b"0123456789.,-'/ ()<>{}"[dice.usize(..22)],
    }
}
