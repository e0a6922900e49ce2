//! Fits the network by gradient descent, one event a step; neighbours, inputs and units are dropped at random, so that
//! nothing is learnt by heart.

use super::{
    adam::{Adam, add, standards},
    chance::Chance,
};
use cotejo::align::{
    Compared,
    network::{
        DIRECT, FEATURES, GATHERED, GAZE_HIDDEN, GAZE_TRAITS, GAZES, HIDDEN, INPUT, NEIGHBOUR, Network, PRODUCT, Part,
        Reading, UNITS, VIEW, Views, WEIGHTS, place, told,
    },
    stored::{Numbers, dot},
    surroundings::{FIGURE_TRAITS, NEIGHBOUR_TRAITS, Surroundings},
};
use cotejo::sense::DIMENSIONS;

/// An event to learn from.
pub struct Example<'a> {
    /// The words around every figure.
    pub surroundings: &'a [Surroundings],
    /// The pairs to learn from, each with whether it states one fact.
    pub pairs: Vec<(&'a Compared, bool)>,
    /// How much the event counts.
    pub weight: f32,
}

/// How often every event is shown.
const EPOCHS: usize = 12;
/// The rate of learning at its highest.
const RATE: f32 = 2.5e-3;
/// So many pairs' losses make up a unit.
const BATCH: f32 = 300.0;

/// What is dropped at random, as shares.
#[derive(Clone, Copy)]
struct Dropped {
    neighbours: f32,
    inputs: f32,
    units: f32,
}

const DROPPED: Dropped = Dropped { neighbours: 0.15, inputs: 0.1, units: 0.3 };
const NOTHING: Dropped = Dropped { neighbours: 0.0, inputs: 0.0, units: 0.0 };

/// The network that these events make likely.
pub fn fit(examples: &[Example<'_>], seed: u64) -> Network {
    let mut chance = Chance::new(seed);
    let mut network = beginning(examples, &mut chance);
    let mut order: Vec<usize> = (0..examples.len()).filter(|i| !examples[*i].pairs.is_empty()).collect();
    let mut adam = Adam::new(WEIGHTS, RATE, order.len() * EPOCHS);
    let mut gradient = vec![0.0_f32; WEIGHTS];
    for _ in 0..EPOCHS {
        chance.shuffle(&mut order);
        for i in &order {
            gradient.fill(0.0);
            learn(&network, &examples[*i], DROPPED, &mut chance, &mut gradient);
            adam.step(&mut network.0.weights, &gradient);
        }
    }
    network
}

/// A network that knows nothing yet: small weights at random, features standardised.
fn beginning(examples: &[Example<'_>], chance: &mut Chance) -> Network {
    let (means, scales) = standards(examples.iter().flat_map(|e| &e.pairs).map(|(pair, _)| told(pair)));
    let mut weights = vec![0.0; WEIGHTS];
    let mut fill = |part: Part, size: f32| {
        weights[place(part)].iter_mut().for_each(|w| *w = size * chance.normal());
    };
    let over = |inputs: usize| 1.0 / (inputs as f32).sqrt();
    fill(Part::Neighbour, over(NEIGHBOUR));
    fill(Part::Figure, 0.3 * over(FIGURE_TRAITS));
    fill(Part::Gaze, 0.5 * over(HIDDEN));
    fill(Part::GazeTraits, 0.1 * over(NEIGHBOUR_TRAITS));
    fill(Part::View, over(GATHERED));
    fill(Part::Units, over(INPUT));
    fill(Part::Answer, 0.3 * over(UNITS));
    weights[place(Part::Bias)][0] = -4.0;
    Network(Numbers { means, scales, weights })
}

/// Adds the gradient of one event's loss; gives back the loss.
fn learn(network: &Network, example: &Example<'_>, dropped: Dropped, chance: &mut Chance, out: &mut [f32]) -> f64 {
    let mut wanted = vec![false; example.surroundings.len()];
    example.pairs.iter().for_each(|(pair, _)| {
        wanted[pair.a as usize] = true;
        wanted[pair.b as usize] = true;
    });
    let readings: Vec<Option<Reading>> = example
        .surroundings
        .iter()
        .zip(wanted)
        .map(|(s, wanted)| {
            wanted.then(|| {
                let mut seen = s.clone();
                seen.neighbours.retain(|_| !chance.within(dropped.neighbours));
                network.read(&seen)
            })
        })
        .collect();
    let mut views: Vec<Views> = vec![[[0.0; VIEW]; GAZES]; readings.len()];
    let mut loss = 0.0;
    for (pair, same) in &example.pairs {
        let (i, j) = (pair.a as usize, pair.b as usize);
        let (Some(a), Some(b)) = (&readings[i], &readings[j]) else { continue };
        let (pull, cost) = learn_pair(network, (&a.views, &b.views), pair, *same, example.weight, dropped, chance, out);
        loss += cost;
        for gaze in 0..GAZES {
            for k in 0..VIEW {
                views[i][gaze][k] += pull[gaze][k] * b.views[gaze][k];
                views[j][gaze][k] += pull[gaze][k] * a.views[gaze][k];
            }
        }
    }
    for ((reading, s), views) in readings.iter().zip(example.surroundings).zip(&views) {
        if let Some(reading) = reading {
            learn_reading(network, reading, &s.traits, views, out);
        }
    }
    loss
}

/// Adds the gradient of one pair's loss to the weights that judge; gives back that of the products of its views, and the
/// loss.
#[allow(clippy::too_many_arguments, reason = "one call, in the loop that learns")]
fn learn_pair(
    network: &Network,
    (a, b): (&Views, &Views),
    pair: &Compared,
    same: bool,
    weight: f32,
    dropped: Dropped,
    chance: &mut Chance,
    out: &mut [f32],
) -> (Views, f64) {
    let input = network.input(a, b, pair);
    let kept = |share: f32, chance: &mut Chance| if chance.within(share) { 0.0 } else { 1.0 / (1.0 - share) };
    let mut shown = input;
    let mut mask = [1.0; INPUT];
    for (x, m) in shown.iter_mut().zip(&mut mask) {
        *m = kept(dropped.inputs, chance);
        *x *= *m;
    }
    let mut units = network.units(&shown);
    let mut slopes = [0.0; UNITS];
    let answer = &network.0.weights[place(Part::Answer)];
    for u in 0..UNITS {
        let keep = kept(dropped.units, chance);
        slopes[u] = if units[u] > 0.0 { keep * answer[u] } else { 0.0 };
        units[u] *= keep;
    }
    let z = network.sum(&input, &units);
    let p = 1.0 / (1.0 + (-z).exp());
    let error = (p - f32::from(u8::from(same))) * weight / BATCH;
    let loss = f64::from(if same { (1.0 + (-z).exp()).ln() } else { (1.0 + z.exp()).ln() } * weight / BATCH);
    slopes.iter_mut().for_each(|s| *s *= error);

    out[place(Part::Bias)][0] += error;
    add(&mut out[place(Part::Answer)], error, &units);
    add(&mut out[place(Part::Direct)], error, &input[..DIRECT]);
    add(&mut out[place(Part::UnitsBias)], 1.0, &slopes);
    let direct = &network.0.weights[place(Part::Direct)];
    let rows = network.0.weights[place(Part::Units)].as_chunks::<UNITS>().0;
    let mut back = [0.0; INPUT];
    for (i, gradient) in out[place(Part::Units)].as_chunks_mut::<UNITS>().0.iter_mut().enumerate() {
        if shown[i] != 0.0 {
            add(gradient, shown[i], &slopes);
        }
        if i >= FEATURES && mask[i] != 0.0 {
            back[i] = mask[i] * dot(&rows[i], &slopes);
        }
    }
    let mut pull = [[0.0; VIEW]; GAZES];
    for gaze in 0..GAZES {
        let alike = back[FEATURES + gaze] + error * direct[FEATURES + gaze];
        for k in 0..VIEW {
            pull[gaze][k] = alike + PRODUCT * back[DIRECT + gaze * VIEW + k];
        }
    }
    (pull, loss)
}

/// Adds the gradient of one figure's views to the weights that read.
fn learn_reading(network: &Network, reading: &Reading, traits: &[f32], views: &Views, out: &mut [f32]) {
    let n = reading.neighbours.len();
    let mut hidden = vec![[0.0_f32; HIDDEN]; n];
    let mut shares = vec![[0.0_f32; GAZES]; n];
    let weights = &network.0.weights[place(Part::View)];
    for gaze in 0..GAZES {
        let (view, slope) = (&reading.views[gaze], &views[gaze]);
        let along = dot(view, slope);
        let raw: [f32; VIEW] = std::array::from_fn(|k| (slope[k] - view[k] * along) / reading.lengths[gaze]);
        let part = gaze * GATHERED * VIEW..(gaze + 1) * GATHERED * VIEW;
        let mut gathered = [0.0; GATHERED];
        let gradient = &mut out[place(Part::View)][part.clone()];
        let rows = weights[part].as_chunks::<VIEW>().0;
        for (j, (gradient, row)) in gradient.as_chunks_mut::<VIEW>().0.iter_mut().zip(rows).enumerate() {
            add(gradient, reading.gathered[gaze][j], &raw);
            gathered[j] = dot(row, &raw);
        }
        for (i, (hidden, shares)) in hidden.iter_mut().zip(&mut shares).enumerate() {
            shares[gaze] = dot(&gathered[..DIMENSIONS], &reading.neighbours[i][..DIMENSIONS])
                + dot(&gathered[DIMENSIONS..], &reading.hidden[i]);
            add(hidden, reading.shares[i][gaze], &gathered[DIMENSIONS..]);
        }
        let mean: f32 = reading.shares.iter().zip(&shares).map(|(share, slope)| share[gaze] * slope[gaze]).sum();
        for (slope, share) in shares.iter_mut().zip(&reading.shares) {
            slope[gaze] = share[gaze] * (slope[gaze] - mean);
        }
    }
    let gazes = network.0.weights[place(Part::Gaze)].as_chunks::<GAZES>().0;
    let mut sum = [0.0; HIDDEN];
    for i in 0..n {
        let score = &shares[i];
        let (known, units) = (&reading.neighbours[i], &reading.hidden[i]);
        let by_unit = out[place(Part::Gaze)].as_chunks_mut::<GAZES>().0;
        for (h, gradient) in by_unit.iter_mut().enumerate() {
            add(gradient, GAZE_HIDDEN * units[h], score);
            hidden[i][h] += GAZE_HIDDEN * dot(&gazes[h], score);
        }
        let by_trait = out[place(Part::GazeTraits)].as_chunks_mut::<GAZES>().0;
        for (t, gradient) in by_trait.iter_mut().enumerate() {
            add(gradient, GAZE_TRAITS * known[DIMENSIONS + t], score);
        }
        for h in 0..HIDDEN {
            if units[h] <= 0.0 {
                hidden[i][h] = 0.0;
            }
        }
        let rows = out[place(Part::Neighbour)].as_chunks_mut::<HIDDEN>().0;
        for (x, gradient) in known.iter().zip(rows) {
            if *x != 0.0 {
                add(gradient, *x, &hidden[i]);
            }
        }
        add(&mut sum, 1.0, &hidden[i]);
    }
    add(&mut out[place(Part::NeighbourBias)], 1.0, &sum);
    for (x, gradient) in traits.iter().zip(out[place(Part::Figure)].as_chunks_mut::<HIDDEN>().0) {
        if *x != 0.0 {
            add(gradient, *x, &sum);
        }
    }
}

/// Compares the gradient with differences of the loss, on weights of every part.
///
/// # Panics
/// Where they differ: then what is below was fitted wrongly.
pub fn check_gradient(example: &Example<'_>) {
    let mut chance = Chance::new(7);
    let mut network = beginning(std::slice::from_ref(example), &mut chance);
    let mut gradient = vec![0.0; WEIGHTS];
    let mut scratch = vec![0.0; WEIGHTS];
    learn(&network, example, NOTHING, &mut chance, &mut gradient);
    for (part, size) in cotejo::align::network::PARTS {
        let (mut best, mut at) = (0.0, 0);
        for i in (0..size).map(|i| place(part).start + i) {
            if gradient[i].abs() > best {
                (best, at) = (gradient[i].abs(), i);
            }
        }
        let kept = network.0.weights[at];
        let mut loss = |by: f32| {
            network.0.weights[at] = kept + by;
            learn(&network, example, NOTHING, &mut chance, &mut scratch)
        };
        let step = 0.01;
        let slope = (loss(step) - loss(-step)) / f64::from(2.0 * step);
        network.0.weights[at] = kept;
        let off = (slope - f64::from(gradient[at])).abs() / f64::from(best).max(1e-6);
        assert!(off < 0.05, "the gradient of {part:?} is wrong: {} where the loss says {slope}", gradient[at]);
    }
}
