//! The table of units and currencies, the same for all languages; its words stand in the packs.

use rust_decimal::Decimal;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// A unit of measure or a currency.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitOfMeasure {
    /// Its key in the table: "km", "EUR".
    pub key: String,
    /// What it measures: "length".
    pub dimension: String,
    /// How many base units of its dimension one of it is.
    pub factor: Decimal,
    /// What it shows where the base unit shows 0, in base units: only temperatures have one other than 0.
    pub zero: Decimal,
    /// The unit that figures in this one are stated in: decades in years.
    pub said_in: Option<String>,
}

/// Every unit that the program knows, by its place.
#[derive(Debug)]
pub struct Units {
    units: Vec<UnitOfMeasure>,
}

#[derive(Deserialize)]
struct RawUnit {
    factor: String,
    #[serde(default)]
    zero: Option<String>,
    #[serde(default)]
    said_in: Option<String>,
}

impl Units {
    /// The table that the program carries.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static UNITS: LazyLock<Units> = LazyLock::new(|| Units::parse(include_str!("../../assets/units.toml")));
        &UNITS
    }

    /// The table is part of the program, and a test reads it: what cannot be read in it is left out here.
    fn parse(text: &str) -> Self {
        let raw: BTreeMap<String, BTreeMap<String, RawUnit>> = toml::from_str(text).unwrap_or_default();
        let units = raw
            .into_iter()
            .flat_map(|(dimension, units)| {
                units.into_iter().filter_map(move |(key, raw)| {
                    let zero = raw.zero.as_deref().map_or(Some(Decimal::ZERO), |z| z.parse().ok())?;
                    Some(UnitOfMeasure {
                        key,
                        dimension: dimension.clone(),
                        factor: raw.factor.parse().ok()?,
                        zero,
                        said_in: raw.said_in,
                    })
                })
            })
            .collect();
        Self { units }
    }

    /// The place of the unit with that key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<u16> {
        self.units.iter().position(|u| u.key == key).and_then(|i| u16::try_from(i).ok())
    }

    /// The unit at a place.
    ///
    /// # Panics
    /// Where the place did not come from [`Units::find`].
    #[must_use]
    pub fn get(&self, place: u16) -> &UnitOfMeasure {
        &self.units[place as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_whole() {
        let text = include_str!("../../assets/units.toml");
        let raw: BTreeMap<String, BTreeMap<String, RawUnit>> = toml::from_str(text).expect("units.toml is well formed");
        let n: usize = raw.values().map(BTreeMap::len).sum();
        assert_eq!(Units::built_in().units.len(), n);
        for (key, dimension, factor) in [("km", "length", "1000"), ("EUR", "money", "1"), ("hour", "duration", "3600")]
        {
            let units = Units::built_in();
            let unit = units.get(units.find(key).expect(key));
            assert_eq!((unit.dimension.as_str(), unit.factor), (dimension, factor.parse().unwrap()), "{key}");
        }
    }
}
