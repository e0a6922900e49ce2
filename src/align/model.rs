//! The model: a table of weights that makes one likelihood of a pair's features. Logistic regression, nothing more.

use super::{Compared, context::Context, features, second_look};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};

/// The fitted weights, and where grouping stops.
#[derive(Clone, Debug)]
pub struct Model {
    /// The weight of each feature of a pair, in the order of [`features::NAMES`].
    pub first: Vec<f32>,
    /// The weight of each feature of the second look, in the order of [`second_look::NAMES`].
    pub second: Vec<f32>,
    /// Groups are joined down to this mean likelihood, for each rigour: strict, normal, wide.
    pub stops: [f32; 3],
}

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
    first: BTreeMap<String, f32>,
    second: BTreeMap<String, f32>,
}

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
            first: in_order("first", &raw.first, features::NAMES)?,
            second: in_order("second", &raw.second, second_look::NAMES)?,
            stops: [stop("strict")?, stop("normal")?, stop("wide")?],
        })
    }

    /// Where grouping stops at that rigour.
    #[must_use]
    pub fn stop(&self, rigour: Rigour) -> f32 {
        self.stops[rigour as usize]
    }

    /// How likely it is, for every pair, that the two state one fact: 0 to 1, after both looks.
    #[must_use]
    pub fn likelihoods(&self, contexts: &[Context], compared: &[Compared]) -> Vec<f32> {
        let first: Vec<f32> = compared.iter().map(|c| logistic(&self.first, &c.features)).collect();
        let second = second_look::features(contexts, compared, &first);
        second.iter().zip(&first).map(|(f, p)| f.as_ref().map_or(*p, |f| logistic(&self.second, f))).collect()
    }
}

/// The logistic function of the weighted sum of the features.
#[must_use]
pub fn logistic(weights: &[f32], features: &[f32]) -> f32 {
    let sum: f32 = weights.iter().zip(features).map(|(w, f)| w * f).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The weights in the order of their names; what is not named weighs nothing.
fn in_order(table: &str, weights: &BTreeMap<String, f32>, names: &[&str]) -> Result<Vec<f32>, String> {
    if let Some(unknown) = weights.keys().find(|name| !names.contains(&name.as_str())) {
        return Err(format!("[{table}] {unknown}: there is no such feature"));
    }
    Ok(names.iter().map(|name| weights.get(*name).copied().unwrap_or(0.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_own_weights_are_well_formed() {
        assert_eq!(Model::built_in().first.len(), features::NAMES.len());
        assert_eq!(Model::built_in().second.len(), second_look::NAMES.len());
    }

    #[test]
    fn mistakes_are_named() {
        for (table, expected) in [
            ("[stops]\nstrict = 0.6\nnormal = 0.4\nwide = 0.2\n[first]\nbiass = 1.0\n[second]\n", "biass"),
            ("[stops]\nstrict = 0.6\nwide = 0.2\n[first]\n[second]\n", "normal"),
            ("nonsense", "nonsense"),
        ] {
            let error = Model::parse(table).expect_err(table);
            assert!(error.contains(expected), "{error}");
        }
    }
}
