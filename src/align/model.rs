//! The model: what makes one likelihood of a pair. A table of weights sieves the pairs, the network reads those that are
//! left, and a jury judges them again in the light of the whole event.

use super::{
    Aligned, Compared, crowd, features,
    jury::{self, Juror},
    network::{self, Meanings, Network, Prepared, Views},
    second_look,
    surroundings::Surroundings,
};
use crate::quantity::relation::Stance;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

/// The fitted weights, and where grouping stops.
#[derive(Clone, Debug)]
pub struct Model {
    /// The weights of the sieve: of each feature of a pair, in the order of [`pair_names`].
    pub sieve: Weights,
    /// What reads the pairs that the sieve leaves: networks that were begun differently, whose answers are averaged.
    pub networks: Vec<Network>,
    /// What each of them makes of the words met so far.
    pub meanings: Vec<Arc<Meanings>>,
    /// The weights of a look that does not see the values, only what is said of them: who would be taken for whom if all values
    /// were blackened.
    pub blind: Weights,
    /// What judges at the second look: jurors that were begun differently, whose answers are averaged.
    pub jury: Vec<Juror>,
    /// Groups are joined down to this mean likelihood, for each rigour: strict, normal, wide.
    pub stops: [f32; 3],
    /// What makes the share of right findings of the likelihood of a flagged pair: what is added to its log odds, and what
    /// they are multiplied by first (Platt 1999).
    pub surety: [f32; 2],
}

/// What each feature weighs, and what it weighs more or less in pairs of a certain sort: the same noun speaks for one fact
/// in another measure where the values speak against it. One model of agreeing and disagreeing pairs lost a tenth of the
/// flagged ones; weights of their own for money, percentages, measures, dates and other languages gained nothing on events
/// that were held out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// For each of [`ASPECTS`], in their order, the weight of every feature; those of a pair's aspects are added up.
    pub of: Vec<Vec<f32>>,
}

/// The sorts of pairs that have weights of their own. The first is every pair.
pub const ASPECTS: [&str; 2] = ["all", "apart"];

/// Which of [`ASPECTS`] a pair has.
pub type Aspects = [bool; ASPECTS.len()];

/// The aspects of a pair, by how its values stand.
#[must_use]
pub fn aspects(pair: &Compared) -> Aspects {
    [true, disagree(pair)]
}

impl Weights {
    /// How likely a pair with these features states one fact, from 0 to 1: the logistic function of the weighted sum.
    #[must_use]
    pub fn likelihood(&self, features: &[f32], aspects: Aspects) -> f32 {
        let sum = |weights: &Vec<f32>| weights.iter().zip(features).map(|(w, f)| w * f).sum::<f32>();
        let total: f32 = self.of.iter().zip(aspects).filter(|(_, has)| *has).map(|(weights, _)| sum(weights)).sum();
        likelihood_of(total)
    }

    /// The likelihood of every pair by its own features.
    #[must_use]
    pub fn look(&self, compared: &[Compared]) -> Vec<f32> {
        compared.iter().map(|c| self.likelihood(&c.features, aspects(c))).collect()
    }
}

/// The names of all features of a pair: its own, then those of the crowd around it.
pub fn pair_names() -> Vec<&'static str> {
    features::NAMES.iter().chain(crowd::NAMES).copied().collect()
}

/// The features that the blind look does not see: all that the values say.
pub const VALUES: &[&str] = &[
    "agree",
    "agree_rare",
    "agree_small",
    "tension",
    "log_ratio",
    "near",
    "power_of_ten",
    "swapped",
    "converted",
    "same_article_agree",
    "hedged",
    "date_agree",
    "date_coarse",
    "agree_window",
    "agree_noun",
    "ratio_noun",
    "log_ratio_plain",
    "days_few",
    "days_some",
    "days_few_prominent",
    "minutes_few",
    "minutes_many",
    "slip_noun",
    "slip_window",
];

/// Precision against recall: how sure the program has to be before it takes two figures for one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rigour {
    /// Few findings, nearly all of them right.
    Strict,
    /// The balance.
    #[default]
    Normal,
    /// More is found, more of it wrongly.
    Wide,
}

impl Rigour {
    /// Every rigour, the sparest first.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Normal, Self::Wide];

    /// Its name on the command line and in the table of weights.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Normal => "normal",
            Self::Wide => "wide",
        }
    }

    /// The rigour of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.name() == name)
    }
}

#[derive(Deserialize)]
struct RawModel {
    stops: BTreeMap<String, f32>,
    surety: [f32; 2],
    sieve: RawWeights,
    blind: RawWeights,
}

/// For every feature what it weighs in all pairs, and more in those of each aspect; aspects left out add nothing.
type RawWeights = BTreeMap<String, Vec<f32>>;

static BUILT_IN: LazyLock<Model> = LazyLock::new(|| {
    let jury = jury::parse(include_bytes!("../../assets/jury.bin"));
    network::parse(include_bytes!("../../assets/network.bin"))
        .and_then(|networks| Model::parse(include_str!("../../assets/weights.toml"), networks, jury?))
        .expect("the program's own weights are well formed: a test reads them")
});

impl Model {
    /// The weights that the program carries; `cargo bench --bench fit` makes them.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a table of weights. A feature that it does not name weighs nothing.
    ///
    /// # Errors
    /// Where it is not TOML of that form, or names a feature that does not exist.
    pub fn parse(table: &str, networks: Vec<Network>, jury: Vec<Juror>) -> Result<Self, String> {
        let raw: RawModel = toml::from_str(table).map_err(|e| e.to_string())?;
        let stop = |name: &str| raw.stops.get(name).copied().ok_or_else(|| format!("[stops] {name} is missing"));
        Ok(Self {
            meanings: networks.iter().map(|_| Arc::default()).collect(),
            networks,
            jury,
            sieve: in_order("sieve", &raw.sieve, &pair_names())?,
            blind: in_order("blind", &raw.blind, &pair_names())?,
            stops: [stop("strict")?, stop("normal")?, stop("wide")?],
            surety: raw.surety,
        })
    }

    /// Where grouping stops at that rigour.
    #[must_use]
    pub fn stop(&self, rigour: Rigour) -> f32 {
        self.stops[rigour as usize]
    }

    /// How sure a finding is whose flagged pairs are this likely on average: of findings this sure so many are right.
    #[must_use]
    pub fn surety(&self, likelihood: f32) -> f32 {
        let [added, times] = self.surety;
        likelihood_of(added + times * log_odds(likelihood))
    }

    /// How likely it is, for every pair, that the two state one fact: 0 to 1, after all looks.
    #[must_use]
    pub fn likelihoods(&self, aligned: &Aligned<'_>, compared: &[Compared]) -> Vec<f32> {
        let (first, blind) = (self.first(aligned, compared), self.blind.look(compared));
        let second = second_look::features(&aligned.contexts, compared, &first, &blind);
        let again = |((pair, f), p): ((&Compared, &Option<Vec<f32>>), &f32)| {
            f.as_ref().map_or(*p, |f| self.second(&jury::shown(f, pair)))
        };
        compared.par_iter().zip(&second).zip(&first).map(again).collect()
    }

    /// The likelihood of a pair at the second look, given what it shows.
    fn second(&self, shown: &[f32; jury::INPUT]) -> f32 {
        likelihood_of(self.jury.iter().map(|juror| juror.answer(shown)).sum::<f32>() / self.jury.len() as f32)
    }

    /// The likelihood of every pair at the first look: by the network, or by the sieve where that leaves nothing to read.
    #[must_use]
    pub fn first(&self, aligned: &Aligned<'_>, compared: &[Compared]) -> Vec<f32> {
        let sieved = self.sieve.look(compared);
        let worth = |(pair, p): (&Compared, &f32)| *p >= SIEVE && !pair.parted;
        let mut read = vec![false; aligned.surroundings.len()];
        for (pair, _) in compared.iter().zip(&sieved).filter(|(pair, p)| worth((pair, p))) {
            read[pair.a as usize] = true;
            read[pair.b as usize] = true;
        }
        let view = |(s, read): (&Surroundings, bool)| {
            let networks = self.networks.iter().zip(&self.meanings).filter(|_| read);
            networks.map(|(network, meanings)| network.views(s, meanings)).collect()
        };
        let views: Vec<Vec<Views>> = aligned.surroundings.par_iter().zip(read).map(view).collect();
        let prepared: Vec<Prepared<'_>> = self.networks.iter().map(Prepared::of).collect();
        let judge = |(pair, p): (&Compared, &f32)| {
            if !worth((pair, p)) {
                return *p;
            }
            let views = views[pair.a as usize].iter().zip(&views[pair.b as usize]);
            let answers = prepared.iter().zip(views).map(|(network, (a, b))| network.answer(a, b, pair));
            likelihood_of(answers.sum::<f32>() / self.networks.len() as f32)
        };
        compared.par_iter().zip(&sieved).map(judge).collect()
    }
}

/// The logarithm of the odds, within what a likelihood of one in a thousand makes of it.
#[must_use]
pub fn log_odds(p: f32) -> f32 {
    let p = p.clamp(0.001, 0.999);
    (p / (1.0 - p)).ln()
}

/// The likelihood that has these log odds: the logistic function.
fn likelihood_of(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Pairs that the sieve finds less likely than this are not read. From .005 a hundredth more of the disagreements was lost, and as
/// much again at .01.
pub const SIEVE: f32 = 0.0015;

/// Whether the values of a pair do not agree.
#[must_use]
pub fn disagree(pair: &Compared) -> bool {
    pair.relation.stance != Stance::Agree
}

/// The weights in the order of their names; what is not named weighs nothing.
fn in_order(table: &str, weights: &RawWeights, names: &[&str]) -> Result<Weights, String> {
    if let Some(unknown) = weights.keys().find(|name| !names.contains(&name.as_str())) {
        return Err(format!("[{table}] {unknown}: there is no such feature"));
    }
    if let Some((name, row)) = weights.iter().find(|(_, row)| row.len() > ASPECTS.len()) {
        return Err(format!(
            "[{table}] {name}: {} weights, but there are {} aspects of a pair",
            row.len(),
            ASPECTS.len()
        ));
    }
    let weight =
        |name: &str, aspect: usize| weights.get(name).and_then(|row| row.get(aspect)).copied().unwrap_or_default();
    let column = |aspect: usize| names.iter().map(|name| weight(name, aspect)).collect();
    Ok(Weights { of: (0..ASPECTS.len()).map(column).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_weights_are_well_formed() {
        let names = pair_names();
        assert_eq!(Model::built_in().sieve.of[0].len(), names.len());
        assert!(VALUES.iter().all(|v| names.contains(v)));
    }

    #[test]
    fn mistakes_are_named() {
        for (table, expected) in [
            (
                "surety = [0.0, 1.0]\n[stops]\nstrict = 0.6\nnormal = 0.4\nwide = 0.2\n[sieve]\nbiass = [1.0, 0.0]\n[blind]\n",
                "biass",
            ),
            ("surety = [0.0, 1.0]\n[stops]\nstrict = 0.6\nwide = 0.2\n[sieve]\n[blind]\n", "normal"),
            ("nonsense", "nonsense"),
        ] {
            let error = Model::parse(table, Model::built_in().networks.clone(), Vec::new()).expect_err(table);
            assert!(error.contains(expected), "{error}");
        }
    }
}
