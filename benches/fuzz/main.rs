//! The figures of any text in any pack: no panic, every span on character boundaries and in order, and no text that takes
//! longer than its length allows.
//!
//! `.ci/fuzz SECONDS` builds this with libFuzzer and the sanitizer of addresses and runs it. Built as a plain bench,
//! `cargo bench --bench fuzz -- SECONDS` alters the examples of the packs at random instead: slower to find anything, and
//! it needs nothing but the compiler.

#![cfg_attr(fuzzing, no_main)]
#![allow(clippy::print_stdout, reason = "what it did is what it prints")]

use cotejo::{language::Registry, quantity};
use jiff::civil::Date;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Registry> = LazyLock::new(Registry::built_in);

/// Reads a text. The first byte chooses the pack and whether there is a day of publication; the rest is the text.
fn read(data: &[u8]) {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let mut packs = LANGUAGES.packs();
    let place = usize::from(choice >> 1) % packs.len().max(1);
    let Some(pack) = packs.nth(place) else { return };
    let published = (choice & 1 == 1).then(|| Date::constant(2025, 8, 13));
    let mut behind = 0;
    for figure in quantity::extract(&text, pack, published) {
        assert!(text.get(figure.span.range()).is_some() && text.get(figure.core.range()).is_some());
        assert!(figure.core.start() >= behind && !figure.core.is_empty());
        assert!(figure.unit.span.is_none_or(|s| text.get(s.range()).is_some()));
        behind = figure.core.end();
    }
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| read(data));

#[cfg(not(fuzzing))]
fn main() {
    let seconds = std::env::args().skip(1).find_map(|a| a.parse::<u64>().ok());
    let Some(seconds) = seconds else {
        println!("No seconds were named, so nothing was run. Usage: cargo bench --bench fuzz -- SECONDS");
        return;
    };
    let texts: Vec<&str> = LANGUAGES.packs().flat_map(|p| p.examples.iter().map(|e| e.text.as_str())).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let start = std::time::Instant::now();
    let mut done = 0_u64;
    while start.elapsed().as_secs() < seconds {
        let mut data = vec![dice.below(256) as u8];
        for _ in 0..=dice.below(3) {
            data.extend(texts[dice.below(texts.len())].bytes());
        }
        for _ in 0..dice.below(12) {
            alter(&mut data, &mut dice);
        }
        read(&data);
        done += 1;
    }
    println!("{done} texts read in {seconds} s, without a fault");
}

/// Takes out, doubles or overwrites a stretch.
#[cfg(not(fuzzing))]
fn alter(data: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(data.len());
    let end = (at + 1 + dice.below(12)).min(data.len());
    match dice.below(4) {
        0 => drop(data.drain(at..end)),
        1 => data.extend_from_within(at..end),
        2 => data[at] = dice.below(256) as u8,
        _ => data[at] = b"0123456789.,-'/ ()"[dice.below(18)],
    }
    if data.is_empty() {
        data.push(0);
    }
}

/// Numbers that look random and are the same on every run.
#[cfg(not(fuzzing))]
struct Dice(u64);

#[cfg(not(fuzzing))]
impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}
