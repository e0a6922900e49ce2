//! The languages at hand: those that the program carries, and those in the person's folder.

use super::Pack;

/// The languages at hand.
#[derive(Debug)]
pub struct Registry {
    packs: Vec<Pack>,
}

impl Registry {
    /// The languages that the program carries.
    #[must_use]
    pub fn built_in() -> Self {
        Self { packs: Vec::new() }
    }

    /// The language with that key, or else the first one.
    #[must_use]
    pub fn get(&self, key: &str) -> &Pack {
        self.packs.iter().find(|p| p.key == key).unwrap_or(&self.packs[0])
    }
}
