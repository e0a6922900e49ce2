//! The network: a small one that reads the words around two figures and says how likely they state one fact.
//!
//! A figure is read once: every neighbour becomes a row of hidden units, a few gazes pick out the neighbours that matter
//! (attention pooling, Lin et al. 2017), and what each gaze sees becomes a view, a direction of length 1. Two figures are
//! judged by their features (`features`, `crowd`), by how alike their views are, and by the products of the views, in one
//! layer of units. Counting shared words stopped at an average precision of .47 on disagreeing pairs of events that were
//! held out, whatever was added to it; reading them gives more, and still learns from every event.

use super::{
    Compared, crowd, features, model,
    stored::{Form, Numbers, add_rows, dot},
    surroundings::{FIGURE_TRAITS, NEIGHBOUR_TRAITS, Neighbour, Surroundings},
};
use crate::{
    quantity::relation::Stance,
    sense::{DIMENSIONS, SenseId, Senses},
};
use std::{ops::Range, sync::OnceLock};

/// The fitted network; its weights stand part by part: see [`Part`].
#[derive(Clone, Debug, PartialEq)]
pub struct Network(pub Numbers);

/// How many hidden units a neighbour has.
pub const HIDDEN: usize = 96;
/// How many gazes there are.
pub const GAZES: usize = 6;
/// How many values a view has.
pub const VIEW: usize = 24;
/// How many units judge a pair.
pub const UNITS: usize = 64;
/// What is known of a neighbour: its meaning and its traits.
pub const NEIGHBOUR: usize = DIMENSIONS + NEIGHBOUR_TRAITS;
/// What a gaze gathers: meanings and hidden units.
pub const GATHERED: usize = DIMENSIONS + HIDDEN;
/// The features of a pair: its own, those of the crowd, and how the values stand.
pub const FEATURES: usize = features::NAMES.len() + crowd::NAMES.len() + 3;
/// What the last unit sees directly: the features and how alike the views are.
pub const DIRECT: usize = FEATURES + GAZES;
/// What the units see: that, and the products of the views.
pub const INPUT: usize = DIRECT + GAZES * VIEW;

/// What a gaze makes of the hidden units and of the traits, before the softmax: larger factors learn faster.
pub const GAZE_HIDDEN: f32 = 2.0;
/// The same for traits.
pub const GAZE_TRAITS: f32 = 5.0;
/// The products of views are small; this brings them to the size of the features.
pub const PRODUCT: f32 = 3.0;
/// Standardised features are held within this many standard deviations.
const WITHIN: f32 = 5.0;
/// A view of nothing is not divided by nothing: the square of the shortest length.
const SHORTEST: f32 = 1e-4;

/// A part of the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// From a neighbour to its hidden units: [`NEIGHBOUR`] rows of [`HIDDEN`].
    Neighbour,
    /// What is added to the hidden units.
    NeighbourBias,
    /// From a figure's traits to the hidden units of all its neighbours: [`FIGURE_TRAITS`] rows of [`HIDDEN`].
    Figure,
    /// From the hidden units to the gazes: [`HIDDEN`] rows of [`GAZES`].
    Gaze,
    /// From a neighbour's traits to the gazes: [`NEIGHBOUR_TRAITS`] rows of [`GAZES`].
    GazeTraits,
    /// From what a gaze gathers to its view: for each gaze [`GATHERED`] rows of [`VIEW`].
    View,
    /// From the input to the units: [`INPUT`] rows of [`UNITS`].
    Units,
    /// What is added to the units.
    UnitsBias,
    /// From the units to the answer.
    Answer,
    /// From the features and likenesses to the answer.
    Direct,
    /// What is added to the answer.
    Bias,
}

/// Every part with its size, in the order of the weights.
pub const PARTS: [(Part, usize); 11] = [
    (Part::Neighbour, NEIGHBOUR * HIDDEN),
    (Part::NeighbourBias, HIDDEN),
    (Part::Figure, FIGURE_TRAITS * HIDDEN),
    (Part::Gaze, HIDDEN * GAZES),
    (Part::GazeTraits, NEIGHBOUR_TRAITS * GAZES),
    (Part::View, GAZES * GATHERED * VIEW),
    (Part::Units, INPUT * UNITS),
    (Part::UnitsBias, UNITS),
    (Part::Answer, UNITS),
    (Part::Direct, DIRECT),
    (Part::Bias, 1),
];

/// Where a part stands among the weights.
#[must_use]
pub const fn place(part: Part) -> Range<usize> {
    let (mut i, mut at) = (0, 0);
    while i < PARTS.len() {
        if PARTS[i].0 as u8 == part as u8 {
            return at..at + PARTS[i].1;
        }
        at += PARTS[i].1;
        i += 1;
    }
    at..at
}

/// How many weights there are.
pub const WEIGHTS: usize = place(Part::Bias).end;

/// What the gazes of a figure see: directions of length 1.
pub type Views = [[f32; VIEW]; GAZES];

/// A figure as it was read, with all that was computed on the way; fitting needs it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What is known of every neighbour.
    pub neighbours: Vec<[f32; NEIGHBOUR]>,
    /// Their hidden units.
    pub hidden: Vec<[f32; HIDDEN]>,
    /// How much each gaze dwells on each neighbour; the shares of a gaze make up 1.
    pub shares: Vec<[f32; GAZES]>,
    /// What every gaze gathers.
    pub gathered: [[f32; GATHERED]; GAZES],
    /// How long every view is before it is brought to length 1.
    pub lengths: [f32; GAZES],
    /// What every gaze sees.
    pub views: Views,
}

impl Network {
    fn part(&self, part: Part) -> &[f32] {
        &self.0.weights[place(part)]
    }

    /// What the gazes of a figure see, given what the units make of the words that were met before.
    #[must_use]
    pub fn views(&self, surroundings: &Surroundings, meanings: &Meanings) -> Views {
        let add = |units: &mut [f32; HIDDEN], sense: Option<SenseId>, known: &[f32; NEIGHBOUR]| {
            if let Some(sense) = sense {
                units.iter_mut().zip(meanings.of(self, sense)).for_each(|(u, m)| *u += m);
            }
            let rows = &self.part(Part::Neighbour)[DIMENSIONS * HIDDEN..];
            add_rows(units, &known[DIMENSIONS..], rows);
        };
        self.read_by(surroundings, add).views
    }

    /// Reads the words around a figure.
    #[must_use]
    pub fn read(&self, surroundings: &Surroundings) -> Reading {
        self.read_by(surroundings, |units, _, known| add_rows(units, known, self.part(Part::Neighbour)))
    }

    /// Reads the words around a figure; `add` adds what one of them says to the hidden units.
    fn read_by(
        &self,
        surroundings: &Surroundings,
        add: impl Fn(&mut [f32; HIDDEN], Option<SenseId>, &[f32; NEIGHBOUR]),
    ) -> Reading {
        let known: Vec<[f32; NEIGHBOUR]> = surroundings.neighbours.iter().map(known).collect();
        let mut base = [0.0; HIDDEN];
        base.copy_from_slice(self.part(Part::NeighbourBias));
        add_rows(&mut base, &surroundings.traits, self.part(Part::Figure));
        let hidden: Vec<[f32; HIDDEN]> = surroundings
            .neighbours
            .iter()
            .zip(&known)
            .map(|(neighbour, known)| {
                let mut units = base;
                add(&mut units, neighbour.sense, known);
                units.iter_mut().for_each(|u| *u = u.max(0.0));
                units
            })
            .collect();
        let shares = self.shares(&known, &hidden);
        let mut gathered = [[0.0; GATHERED]; GAZES];
        for ((neighbour, hidden), shares) in known.iter().zip(&hidden).zip(&shares) {
            for (gathered, share) in gathered.iter_mut().zip(shares) {
                let (meaning, units) = gathered.split_at_mut(DIMENSIONS);
                meaning.iter_mut().zip(neighbour).for_each(|(g, x)| *g += share * x);
                units.iter_mut().zip(hidden).for_each(|(g, x)| *g += share * x);
            }
        }
        let (mut views, mut lengths) = ([[0.0; VIEW]; GAZES], [0.0; GAZES]);
        for (gaze, weights) in self.part(Part::View).chunks_exact(GATHERED * VIEW).enumerate() {
            add_rows(&mut views[gaze], &gathered[gaze], weights);
            lengths[gaze] = (views[gaze].iter().map(|v| v * v).sum::<f32>() + SHORTEST).sqrt();
            views[gaze].iter_mut().for_each(|v| *v /= lengths[gaze]);
        }
        Reading { neighbours: known, hidden, shares, gathered, lengths, views }
    }

    /// How much each gaze dwells on each neighbour: a softmax over the neighbours.
    fn shares(&self, known: &[[f32; NEIGHBOUR]], hidden: &[[f32; HIDDEN]]) -> Vec<[f32; GAZES]> {
        let mut shares: Vec<[f32; GAZES]> = known
            .iter()
            .zip(hidden)
            .map(|(neighbour, hidden)| {
                let (mut by_units, mut by_traits) = ([0.0; GAZES], [0.0; GAZES]);
                add_rows(&mut by_units, hidden, self.part(Part::Gaze));
                add_rows(&mut by_traits, &neighbour[DIMENSIONS..], self.part(Part::GazeTraits));
                std::array::from_fn(|g| GAZE_HIDDEN * by_units[g] + GAZE_TRAITS * by_traits[g])
            })
            .collect();
        for gaze in 0..GAZES {
            let most = shares.iter().map(|s| s[gaze]).fold(f32::NEG_INFINITY, f32::max);
            shares.iter_mut().for_each(|s| s[gaze] = (s[gaze] - most).exp());
            let sum: f32 = shares.iter().map(|s| s[gaze]).sum();
            shares.iter_mut().for_each(|s| s[gaze] /= sum);
        }
        shares
    }

    /// What the units see of a pair: its features, how alike the views are, and their products.
    #[must_use]
    pub fn input(&self, a: &Views, b: &Views, pair: &Compared) -> [f32; INPUT] {
        let mut input = [0.0; INPUT];
        for (i, told) in told(pair).into_iter().enumerate() {
            input[i] = self.standardised(i, told);
        }
        add_likeness(&mut input, a, b);
        input
    }

    fn standardised(&self, feature: usize, told: f32) -> f32 {
        ((told - self.0.means[feature]) * self.0.scales[feature]).clamp(-WITHIN, WITHIN)
    }

    /// The units of a pair.
    #[must_use]
    pub fn units(&self, input: &[f32; INPUT]) -> [f32; UNITS] {
        let mut units = [0.0; UNITS];
        units.copy_from_slice(self.part(Part::UnitsBias));
        add_rows(&mut units, input, self.part(Part::Units));
        units.iter_mut().for_each(|u| *u = u.max(0.0));
        units
    }

    /// The answer to an input and its units: the logarithm of the odds that the pair states one fact.
    #[must_use]
    pub fn sum(&self, input: &[f32; INPUT], units: &[f32; UNITS]) -> f32 {
        dot(self.part(Part::Answer), units) + dot(self.part(Part::Direct), input) + self.part(Part::Bias)[0]
    }
}

/// What the hidden units of one network make of the meaning of a word, reckoned once for each word that is met: most words of an
/// article stand in many others.
#[derive(Clone, Debug)]
pub struct Meanings(Vec<OnceLock<Box<[f32; HIDDEN]>>>);

impl Meanings {
    /// Nothing reckoned yet.
    #[must_use]
    pub fn new() -> Self {
        Self((0..Senses::built_in().count()).map(|_| OnceLock::new()).collect())
    }

    fn of(&self, network: &Network, sense: SenseId) -> &[f32; HIDDEN] {
        self.0[sense.0 as usize].get_or_init(|| {
            let mut units = Box::new([0.0; HIDDEN]);
            let rows = &network.part(Part::Neighbour)[..DIMENSIONS * HIDDEN];
            add_rows(&mut units, &Senses::built_in().values(sense), rows);
            units
        })
    }
}

impl Default for Meanings {
    fn default() -> Self {
        Self::new()
    }
}

/// A network with what it makes of a pair that has none of the features, reckoned once: most features of most pairs are 0, and
/// only those that are not have to be added.
#[derive(Debug)]
pub struct Prepared<'a> {
    network: &'a Network,
    /// What a feature that is 0 is, standardised.
    zeros: [f32; FEATURES],
    units: [f32; UNITS],
    sum: f32,
}

impl<'a> Prepared<'a> {
    /// The network, prepared.
    #[must_use]
    pub fn of(network: &'a Network) -> Self {
        let zeros = std::array::from_fn(|i| network.standardised(i, 0.0));
        let mut units = [0.0; UNITS];
        units.copy_from_slice(network.part(Part::UnitsBias));
        add_rows(&mut units, &zeros, network.part(Part::Units));
        let sum = network.part(Part::Bias)[0] + dot(network.part(Part::Direct), &zeros);
        Self { network, zeros, units, sum }
    }

    /// The logarithm of the odds that a pair states one fact: what [`Network::sum`] says, but for the last digits.
    #[must_use]
    pub fn answer(&self, a: &Views, b: &Views, pair: &Compared) -> f32 {
        let mut input = [0.0; INPUT];
        for (i, told) in told(pair).into_iter().enumerate().filter(|(_, told)| *told != 0.0) {
            input[i] = self.network.standardised(i, told) - self.zeros[i];
        }
        add_likeness(&mut input, a, b);
        let mut units = self.units;
        add_rows(&mut units, &input, self.network.part(Part::Units));
        units.iter_mut().for_each(|u| *u = u.max(0.0));
        dot(self.network.part(Part::Answer), &units) + dot(self.network.part(Part::Direct), &input) + self.sum
    }
}

/// Adds how alike the views are, and their products.
fn add_likeness(input: &mut [f32; INPUT], a: &Views, b: &Views) {
    for gaze in 0..GAZES {
        for k in 0..VIEW {
            let product = a[gaze][k] * b[gaze][k];
            input[FEATURES + gaze] += product;
            input[DIRECT + gaze * VIEW + k] = PRODUCT * product;
        }
    }
}

/// Reads networks as [`write()`] writes them.
///
/// # Errors
/// Where the bytes are none, or were fitted for other features: then the weights have to be fitted anew.
pub fn parse(bytes: &[u8]) -> Result<Vec<Network>, String> {
    Ok(form().parse(bytes)?.into_iter().map(Network).collect())
}

/// Networks as bytes.
#[must_use]
pub fn write(networks: &[Network]) -> Vec<u8> {
    form().write(networks.iter().map(|n| &n.0))
}

fn form() -> Form {
    Form { magic: b"COTEJO-NETWORK-1\n", names: model::pair_names().join(" "), features: FEATURES, weights: WEIGHTS }
}

/// The features of a pair that the network is told, not yet standardised.
#[must_use]
pub fn told(pair: &Compared) -> [f32; FEATURES] {
    let mut told = [0.0; FEATURES];
    let (own, stand) = told.split_at_mut(FEATURES - 3);
    own.copy_from_slice(&pair.features);
    stand[0] = f32::from(u8::from(pair.relation.stance == Stance::Tension));
    stand[1] = f32::from(u8::from(pair.relation.stance == Stance::Conflict));
    stand[2] = pair.relation.apart() as f32;
    told
}

/// What is known of a neighbour as one row: its meaning, then its traits.
fn known(neighbour: &Neighbour) -> [f32; NEIGHBOUR] {
    let mut row = [0.0; NEIGHBOUR];
    if let Some(sense) = neighbour.sense {
        row[..DIMENSIONS].copy_from_slice(&Senses::built_in().values(sense));
    }
    row[DIMENSIONS..].copy_from_slice(&neighbour.traits);
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        align::{Aligned, model::Model},
        concept::Lexicon,
        corpus::Corpus,
        language::Registry,
    };

    /// What the program's own networks answer for the first figures of two texts, either way round.
    fn answers(a: &str, b: &str) -> (f32, f32) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(&[a, b], &languages);
        let aligned = Aligned::read(&corpus, Lexicon::built_in());
        let compared = aligned.compare();
        let second = corpus.quantities_of(crate::corpus::ArticleId(1)).next().expect("the second text has a figure").0;
        let pair = compared.iter().find(|c| (c.a, c.b) == (0, second)).expect("the two are compared");
        let network = Prepared::of(&Model::built_in().networks[0]);
        let views = |i: u32| network.network.read(&aligned.surroundings[i as usize]).views;
        (network.answer(&views(pair.a), &views(pair.b), pair), network.answer(&views(pair.b), &views(pair.a), pair))
    }

    #[test]
    fn the_order_of_a_pair_changes_nothing() {
        let (one, other) = answers("El incendio dejó 12 heridos.", "Hubo 15 lesionados en el incendio.");
        assert!((one - other).abs() < 1e-4, "{one} {other}");
    }

    #[test]
    fn it_reads_what_is_said_of_a_figure() {
        let same = answers("El incendio dejó 12 heridos.", "En el incendio resultaron lesionadas 15 personas.").0;
        let other = answers("El incendio dejó 12 heridos.", "El incendio arrasó 15 naves industriales.").0;
        assert!(same > other + 1.0, "{same} {other}");
    }

    #[test]
    fn what_is_reckoned_once_changes_nothing() {
        let languages = Registry::built_in();
        let texts = [
            "El incendio dejó 12 heridos y 3 muertos.",
            "Hubo 15 lesionados en el incendio, según Efe.",
            "Ardieron 40 ha.",
        ];
        let corpus = Corpus::of_texts(&texts, &languages);
        let aligned = Aligned::read(&corpus, Lexicon::built_in());
        let compared = aligned.compare();
        assert!(compared.len() > 3);
        for network in &Model::built_in().networks {
            let (prepared, meanings) = (Prepared::of(network), Meanings::new());
            for pair in &compared {
                let [a, b] = [pair.a, pair.b].map(|i| &aligned.surroundings[i as usize]);
                let input = network.input(&network.read(a).views, &network.read(b).views, pair);
                let slow = network.sum(&input, &network.units(&input));
                let quick = prepared.answer(&network.views(a, &meanings), &network.views(b, &meanings), pair);
                assert!((slow - quick).abs() < 1e-3, "{slow} {quick}");
            }
        }
    }

    #[test]
    fn a_figure_without_words_is_read_too() {
        let network = &Model::built_in().networks[0];
        let reading = network.read(&Surroundings { neighbours: Vec::new(), traits: [0.0; FIGURE_TRAITS] });
        assert!(reading.views.iter().flatten().all(|v| v.is_finite()));
    }

    #[test]
    fn networks_are_written_and_read_again() {
        let networks = &Model::built_in().networks;
        assert_eq!(parse(&write(networks)).as_ref(), Ok(networks));
    }
}
