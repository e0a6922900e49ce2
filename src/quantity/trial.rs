//! What the tests of comparing share: how the first figures of two texts in one language stand, whichever comes first.

use super::{
    extract,
    relation::{Stance, relate},
};
use crate::language::Registry;

/// None is expected where the two cannot be compared.
pub(super) fn check(language: &str, a: &str, b: &str, expected: impl Into<Option<Stance>>) {
    let languages = Registry::built_in();
    let read = |text: &str| extract(text, languages.get(language), None).remove(0);
    let expected = expected.into();
    for (a, b) in [(a, b), (b, a)] {
        assert_eq!(relate(&read(a), &read(b)).map(|r| r.stance), expected, "{a} / {b}");
    }
}
