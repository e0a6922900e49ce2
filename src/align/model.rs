//! The model: a table of weights that makes one likelihood of a pair's features. Logistic regression, nothing more.

use super::{Compared, context::Context, crowd, features, second_look};
use crate::quantity::relation::Stance;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// The fitted weights, and where grouping stops.
#[derive(Clone, Debug)]
pub struct Model {
    /// The weights of the first look: of each feature of a pair, in the order of [`pair_names`].
    pub first: Weights,
    /// Those of a look that does not see the values, only what is said of them: who would be taken for whom if all values
    /// were blackened.
    pub blind: Weights,
    /// Those of the second look, in the order of [`second_look::NAMES`].
    pub second: Weights,
    /// Groups are joined down to this mean likelihood, for each rigour: strict, normal, wide.
    pub stops: [f32; 3],
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
        1.0 / (1.0 + (-total).exp())
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

#[derive(Deserialize)]
struct RawModel {
    stops: BTreeMap<String, f32>,
    first: RawWeights,
    blind: RawWeights,
    second: RawWeights,
}

/// For every feature what it weighs in all pairs, and more in those of each aspect; aspects left out add nothing.
type RawWeights = BTreeMap<String, Vec<f32>>;

static BUILT_IN: LazyLock<Model> = LazyLock::new(|| {
    Model::parse(include_str!("../../assets/weights.toml"))
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
    pub fn parse(table: &str) -> Result<Self, String> {
        let raw: RawModel = toml::from_str(table).map_err(|e| e.to_string())?;
        let stop = |name: &str| raw.stops.get(name).copied().ok_or_else(|| format!("[stops] {name} is missing"));
        Ok(Self {
            first: in_order("first", &raw.first, &pair_names())?,
            blind: in_order("blind", &raw.blind, &pair_names())?,
            second: in_order("second", &raw.second, second_look::NAMES)?,
            stops: [stop("strict")?, stop("normal")?, stop("wide")?],
        })
    }

    /// Where grouping stops at that rigour.
    #[must_use]
    pub fn stop(&self, rigour: Rigour) -> f32 {
        self.stops[rigour as usize]
    }

    /// How likely it is, for every pair, that the two state one fact: 0 to 1, after all looks.
    #[must_use]
    pub fn likelihoods(&self, contexts: &[Context], compared: &[Compared]) -> Vec<f32> {
        let (first, blind) = (self.first.look(compared), self.blind.look(compared));
        let second = second_look::features(contexts, compared, &first, &blind);
        let again = |((pair, f), p): ((&Compared, &Option<Vec<f32>>), &f32)| {
            f.as_ref().map_or(*p, |f| self.second.likelihood(f, aspects(pair)))
        };
        compared.iter().zip(&second).zip(&first).map(again).collect()
    }
}

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
        assert_eq!(Model::built_in().first.of[0].len(), names.len());
        assert_eq!(Model::built_in().second.of[0].len(), second_look::NAMES.len());
        assert!(VALUES.iter().all(|v| names.contains(v)));
    }

    #[test]
    fn mistakes_are_named() {
        for (table, expected) in [
            (
                "[stops]\nstrict = 0.6\nnormal = 0.4\nwide = 0.2\n[first]\nbiass = [1.0, 0.0]\n[blind]\n[second]\n",
                "biass",
            ),
            ("[stops]\nstrict = 0.6\nwide = 0.2\n[first]\n[blind]\n[second]\n", "normal"),
            ("nonsense", "nonsense"),
        ] {
            let error = Model::parse(table).expect_err(table);
            assert!(error.contains(expected), "{error}");
        }
    }
}
