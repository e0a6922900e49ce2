//! The words by which a language's full stops are told apart: those that end a sentence, and those that shorten a word.

use super::{pack::PackError, raw::Raw};
use crate::text::fold;
use rustc_hash::FxHashSet;

/// What stands before a full stop, and what stands behind one. All folded and without their last full stop.
#[derive(Clone, Debug, Default)]
pub struct Breaks {
    /// Shortened words that never end a sentence: "sr", "dra", "mr".
    pub abbreviations: FxHashSet<String>,
    /// Shortened words before a number: "núm. 5", "No. 5". Before anything else their stop ends a sentence.
    pub before_numbers: FxHashSet<String>,
    /// Shortened words that may also end a sentence: "EE. UU.", "p. m.", "Inc.", "etc.".
    pub may_end: FxHashSet<String>,
    /// Words that begin sentences and hardly ever names: after a word of `may_end` and a stop, they begin a new one.
    pub starters: FxHashSet<String>,
    /// Whether a point behind digits makes an ordinal, and so hardly ends a sentence: "am 15. August".
    pub ordinal_point: bool,
}

impl Breaks {
    /// Reads the part `[sentences]` of a language's file.
    ///
    /// # Errors
    /// Where one of its entries is no list of words.
    pub(super) fn read(raw: &mut Raw) -> Result<Self, PackError> {
        let ordinal_point = raw.flag_or("format.ordinal_point", false)?;
        let mut words = |list: &str| -> Result<FxHashSet<String>, PackError> {
            Ok(raw.words(&format!("sentences.{list}"))?.iter().map(|w| fold(w)).collect())
        };
        Ok(Self {
            ordinal_point,
            abbreviations: words("abbreviations")?,
            before_numbers: words("before_numbers")?,
            may_end: words("may_end")?,
            starters: words("starters")?,
        })
    }
}
