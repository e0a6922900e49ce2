//! The jury: what judges a pair at the second look. Each juror weighs all that is known of it, its own features and those
//! that the whole event lends it, in one layer of units; their answers are averaged.
//!
//! A weighted sum of the same features found 46 of a hundred disagreements at a precision of .77 in events that were held
//! out; units find 49 at .79.

use super::{
    Compared, model,
    network::{self, told},
    second_look,
    stored::{Form, Numbers, add_rows, dot},
};
use std::ops::Range;

/// One juror.
#[derive(Clone, Debug, PartialEq)]
pub struct Juror(pub Numbers);

/// How many units a juror has.
pub const UNITS: usize = 32;
/// What a juror is told: the features of the second look, the same where the values disagree, and what the network was told.
pub const INPUT: usize = 2 * second_look::NAMES.len() + network::FEATURES;
/// The weights from the input to the units: [`INPUT`] rows of [`UNITS`].
pub const INTO_UNITS: Range<usize> = 0..INPUT * UNITS;
/// What is added to the units.
pub const UNITS_BIAS: Range<usize> = INTO_UNITS.end..INTO_UNITS.end + UNITS;
/// From the units to the answer.
pub const ANSWER: Range<usize> = UNITS_BIAS.end..UNITS_BIAS.end + UNITS;
/// From the input to the answer.
pub const DIRECT: Range<usize> = ANSWER.end..ANSWER.end + INPUT;
/// What is added to the answer.
pub const BIAS: usize = DIRECT.end;
/// How many weights a juror has.
pub const WEIGHTS: usize = BIAS + 1;
/// Standardised features are held within this many standard deviations.
const WITHIN: f32 = 4.0;

/// What a pair shows, not yet standardised, given its features of the second look.
#[must_use]
pub fn shown(second: &[f32], pair: &Compared) -> [f32; INPUT] {
    let mut shown = [0.0; INPUT];
    let n = second_look::NAMES.len();
    shown[..n].copy_from_slice(second);
    if model::disagree(pair) {
        shown[n..2 * n].copy_from_slice(second);
    }
    shown[2 * n..].copy_from_slice(&told(pair));
    shown
}

impl Juror {
    /// What is shown, standardised.
    #[must_use]
    pub fn standardised(&self, shown: &[f32; INPUT]) -> [f32; INPUT] {
        let Numbers { means, scales, .. } = &self.0;
        std::array::from_fn(|i| ((shown[i] - means[i]) * scales[i]).clamp(-WITHIN, WITHIN))
    }

    /// The units of what is shown, once it is standardised.
    #[must_use]
    pub fn units(&self, input: &[f32; INPUT]) -> [f32; UNITS] {
        let mut units = [0.0; UNITS];
        units.copy_from_slice(&self.0.weights[UNITS_BIAS]);
        add_rows(&mut units, input, &self.0.weights[INTO_UNITS]);
        units.iter_mut().for_each(|u| *u = u.max(0.0));
        units
    }

    /// The logarithm of the odds that a pair states one fact, given its input and units.
    #[must_use]
    pub fn sum(&self, input: &[f32; INPUT], units: &[f32; UNITS]) -> f32 {
        let weights = &self.0.weights;
        dot(&weights[ANSWER], units) + dot(&weights[DIRECT], input) + weights[BIAS]
    }

    /// The logarithm of the odds that a pair states one fact, given what it shows.
    #[must_use]
    pub fn answer(&self, shown: &[f32; INPUT]) -> f32 {
        let input = self.standardised(shown);
        self.sum(&input, &self.units(&input))
    }
}

/// Reads jurors as [`write()`] writes them.
///
/// # Errors
/// Where the bytes are none, or were fitted for other features: then the weights have to be fitted anew.
pub fn parse(bytes: &[u8]) -> Result<Vec<Juror>, String> {
    Ok(form().parse(bytes)?.into_iter().map(Juror).collect())
}

/// Jurors as bytes.
#[must_use]
pub fn write(jurors: &[Juror]) -> Vec<u8> {
    form().write(jurors.iter().map(|j| &j.0))
}

fn form() -> Form {
    let names = [second_look::NAMES.to_vec(), model::pair_names()].concat().join(" ");
    Form { magic: b"COTEJO-JURY-1\n", names, features: INPUT, weights: WEIGHTS }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::model::Model;

    #[test]
    fn the_programs_own_jury_is_read_and_written() {
        let jury = &Model::built_in().jury;
        assert!(!jury.is_empty());
        assert_eq!(parse(&write(jury)).as_ref(), Ok(jury));
    }

    #[test]
    fn it_answers_whatever_is_shown() {
        for value in [0.0, 1.0, -1.0e9, 1.0e9] {
            let answers = Model::built_in().jury.iter().map(|j| j.answer(&[value; INPUT]));
            assert!(answers.into_iter().all(f32::is_finite));
        }
    }
}
