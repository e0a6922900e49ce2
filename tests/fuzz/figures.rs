//! The figures of any text in any pack: no panic, every span on character boundaries and in order, and no text that takes
//! longer than its length allows (libFuzzer stops at `-timeout`).
//!
//! On a stable toolchain, with the sanitizer of addresses:
//! `RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zsanitizer=address -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
//! -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
//! -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing" cargo run --release --target x86_64-unknown-linux-gnu
//! --manifest-path tests/fuzz/Cargo.toml --bin figures -- -timeout=5 -max_len=4096 -max_total_time=600`

#![no_main]

use cotejo::{language::Registry, quantity};
use jiff::civil::Date;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LANGUAGES: LazyLock<Registry> = LazyLock::new(Registry::built_in);

// The first byte chooses the pack and whether there is a day of publication; the rest is the text.
fuzz_target!(|data: &[u8]| {
    let Some((&choice, bytes)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let packs = LANGUAGES.packs();
    let place = usize::from(choice >> 1) % packs.len().max(1);
    let Some(pack) = LANGUAGES.packs().nth(place) else { return };
    let published = (choice & 1 == 1).then(|| Date::constant(2025, 8, 13));
    let mut behind = 0;
    for figure in quantity::extract(&text, pack, published) {
        assert!(text.get(figure.span.range()).is_some() && text.get(figure.core.range()).is_some());
        assert!(figure.core.start() >= behind && !figure.core.is_empty());
        assert!(figure.unit.span.is_none_or(|s| text.get(s.range()).is_some()));
        behind = figure.core.end();
    }
});
