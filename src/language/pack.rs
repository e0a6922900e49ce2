//! One language: its words for numbers, hedges, units, dates; checked when it is read.

/// One language, read from its file and checked.
#[derive(Debug)]
pub struct Pack {
    /// Its key: the name of its file without the ending ("es").
    pub key: String,
}
