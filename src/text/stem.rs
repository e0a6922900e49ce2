//! Stems: the part of a word that its inflections share.

use super::fold;
use rust_stemmers::{Algorithm, Stemmer as Snowball};

/// Cuts words of one language to their stems by Snowball's algorithm, folded. Without an algorithm the folded word itself.
pub struct Stemmer(Option<Snowball>);

impl Stemmer {
    /// The stemmer of that name ("spanish", "english" …); one that changes nothing where the name is not known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let algorithm = match name {
            "danish" => Algorithm::Danish,
            "dutch" => Algorithm::Dutch,
            "english" => Algorithm::English,
            "finnish" => Algorithm::Finnish,
            "french" => Algorithm::French,
            "german" => Algorithm::German,
            "greek" => Algorithm::Greek,
            "hungarian" => Algorithm::Hungarian,
            "italian" => Algorithm::Italian,
            "norwegian" => Algorithm::Norwegian,
            "portuguese" => Algorithm::Portuguese,
            "romanian" => Algorithm::Romanian,
            "russian" => Algorithm::Russian,
            "spanish" => Algorithm::Spanish,
            "swedish" => Algorithm::Swedish,
            "turkish" => Algorithm::Turkish,
            _ => return Self(None),
        };
        Self(Some(Snowball::create(algorithm)))
    }

    /// The stem of a word, folded.
    ///
    /// ```
    /// use cotejo::text::Stemmer;
    /// let spanish = Stemmer::named("spanish");
    /// assert_eq!(spanish.stem("Muertos"), spanish.stem("muerta"));
    /// ```
    #[must_use]
    pub fn stem(&self, word: &str) -> String {
        match &self.0 {
            Some(snowball) => fold(&snowball.stem(&word.to_lowercase())),
            None => fold(word),
        }
    }
}

impl std::fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_some() { "Stemmer(Snowball)" } else { "Stemmer(folding)" })
    }
}
