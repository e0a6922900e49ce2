//! Fits the jury by gradient descent, so many pairs a step; units are dropped at random, so that nothing is learnt by heart.

use super::{
    adam::{Adam, add, standards},
    chance::Chance,
};
use cotejo::align::{
    jury::{ANSWER, BIAS, DIRECT, INPUT, INTO_UNITS, Juror, UNITS, UNITS_BIAS, WEIGHTS},
    stored::{Numbers, dot},
};

/// A pair to learn from.
pub struct Case {
    /// What it shows.
    pub shown: [f32; INPUT],
    /// Whether the two are to be joined.
    pub same: bool,
    /// How much it counts.
    pub weight: f32,
}

/// How often every pair is shown.
const EPOCHS: usize = 12;
/// The rate of learning at its highest.
const RATE: f32 = 2e-3;
/// How many pairs make up a step.
const BATCH: usize = 512;
/// The share of the units that is dropped at random.
const DROPPED: f32 = 0.3;

/// The juror that these cases make likely.
pub fn fit(cases: &[&Case], seed: u64) -> Juror {
    let mut chance = Chance::new(seed);
    let mut juror = beginning(cases, &mut chance);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let mut adam = Adam::new(WEIGHTS, RATE, EPOCHS * order.len().div_ceil(BATCH));
    let mut gradient = vec![0.0_f32; WEIGHTS];
    for _ in 0..EPOCHS {
        chance.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            gradient.fill(0.0);
            for i in batch {
                learn(&juror, cases[*i], DROPPED, &mut chance, &mut gradient);
            }
            adam.step(&mut juror.0.weights, &gradient);
        }
    }
    juror
}

/// A juror that knows nothing yet: small weights at random, features standardised.
fn beginning(cases: &[&Case], chance: &mut Chance) -> Juror {
    let (means, scales) = standards(cases.iter().map(|c| c.shown));
    let mut weights = vec![0.0; WEIGHTS];
    let size = 1.0 / (INPUT as f32).sqrt();
    weights[INTO_UNITS].iter_mut().for_each(|w| *w = size * chance.normal());
    weights[ANSWER].iter_mut().for_each(|w| *w = 0.1 * chance.normal());
    weights[BIAS] = -2.0;
    Juror(Numbers { means, scales, weights })
}

/// Adds the gradient of one case's loss; gives back the loss.
fn learn(juror: &Juror, case: &Case, dropped: f32, chance: &mut Chance, out: &mut [f32]) -> f64 {
    let input = juror.standardised(&case.shown);
    let mut units = juror.units(&input);
    let answer = &juror.0.weights[ANSWER];
    let mut slopes = [0.0; UNITS];
    for u in 0..UNITS {
        let keep = if chance.within(dropped) { 0.0 } else { 1.0 / (1.0 - dropped) };
        slopes[u] = if units[u] > 0.0 { keep * answer[u] } else { 0.0 };
        units[u] *= keep;
    }
    let z = juror.sum(&input, &units);
    let p = 1.0 / (1.0 + (-z).exp());
    let error = (p - f32::from(u8::from(case.same))) * case.weight / BATCH as f32;
    slopes.iter_mut().for_each(|s| *s *= error);
    out[BIAS] += error;
    add(&mut out[ANSWER], error, &units);
    add(&mut out[DIRECT], error, &input);
    add(&mut out[UNITS_BIAS], 1.0, &slopes);
    for (x, gradient) in input.iter().zip(out[INTO_UNITS].as_chunks_mut::<UNITS>().0) {
        add(gradient, *x, &slopes);
    }
    let loss = if case.same { (1.0 + (-z).exp()).ln() } else { (1.0 + z.exp()).ln() };
    f64::from(loss * case.weight / BATCH as f32)
}

/// Compares the gradient with differences of the loss.
///
/// # Panics
/// Where they differ: then what is below was fitted wrongly.
pub fn check_gradient(case: &Case) {
    let mut chance = Chance::new(7);
    let mut juror = beginning(&[case], &mut chance);
    // One case alone is its own mean: nothing would be left of it.
    juror.0.means.fill(0.1);
    let (mut gradient, mut scratch) = (vec![0.0; WEIGHTS], vec![0.0; WEIGHTS]);
    learn(&juror, case, 0.0, &mut chance, &mut gradient);
    for part in [INTO_UNITS, UNITS_BIAS, ANSWER, DIRECT, BIAS..WEIGHTS] {
        let steepest = part.max_by(|a, b| gradient[*a].abs().total_cmp(&gradient[*b].abs())).unwrap_or_default();
        let kept = juror.0.weights[steepest];
        let mut loss = |by: f32| {
            juror.0.weights[steepest] = kept + by;
            learn(&juror, case, 0.0, &mut chance, &mut scratch)
        };
        let step = 0.001;
        let slope = (loss(step) - loss(-step)) / f64::from(2.0 * step);
        juror.0.weights[steepest] = kept;
        let off = (slope - f64::from(gradient[steepest])).abs() / f64::from(gradient[steepest].abs()).max(1e-6);
        assert!(off < 0.05, "the gradient at {steepest} is wrong: {} where the loss says {slope}", gradient[steepest]);
    }
    assert!(dot(&gradient, &gradient) > 0.0, "a case that teaches nothing checks nothing");
}
