//! Concepts: what news counts and what happens to it, apart from its wording and language.
//!
//! The lexicon is data (`assets/concepts.toml`, `assets/scopes.toml`). Each concept lists its words in every language;
//! a word is looked up as it is written, then by its stem.

use crate::{
    language::Registry,
    text::{Stemmer, fold},
};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// All concepts, and the words by which each language names them.
#[derive(Debug)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    languages: BTreeMap<String, Forms>,
}

/// The place of a concept in the [`Lexicon`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(pub u16);

/// What is counted, or what happens to it.
#[derive(Debug)]
pub struct Concept {
    /// Its name in the file: "soldier".
    pub key: String,
    /// What sort of thing it is.
    pub class: Class,
    /// Whether it stands for any of its class: "people", "victims".
    pub generic: bool,
    /// More general concepts that it may be named by.
    pub broader: Vec<ConceptId>,
    /// Of a fate: other fates that are said of the same persons.
    pub overlaps: Vec<ConceptId>,
}

/// What sort of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Persons: soldier, passenger.
    People,
    /// What happened to persons: dead, injured. Two fates are never one fact.
    Fate,
    /// What is done: send, sign.
    Act,
    /// What takes place: earthquake, summit.
    Event,
    /// What is counted and is no person: house, vote.
    Thing,
    /// What money is for: budget, fine.
    Money,
    /// What is measured: depth, magnitude.
    Measure,
    /// A kind of place: province, street.
    Place,
    /// Who speaks: police, ministry.
    Role,
    /// A point of time: beginning, deadline.
    Time,
    /// A word beside a figure that narrows what it says: additional, planned, of them.
    Scope,
}

/// The words of one language.
#[derive(Debug, Default)]
struct Forms {
    exact: FxHashMap<String, Vec<ConceptId>>,
    stems: FxHashMap<String, Vec<ConceptId>>,
    /// Entries of several words, by the stem of the first: the stems of the others and the concept.
    phrases: FxHashMap<String, Vec<(Vec<String>, ConceptId)>>,
}

/// What was found at a word: how many words it takes, and which concepts they name.
pub struct Named {
    /// How many words, at least 1.
    pub words: usize,
    /// The concepts.
    pub concepts: Vec<ConceptId>,
}

/// A mistake in a file of concepts.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {what}")]
pub struct LexiconError {
    /// The file.
    pub file: String,
    /// What is wrong and where.
    pub what: String,
}

#[derive(Deserialize)]
struct RawConcept {
    class: Class,
    #[serde(default)]
    generic: bool,
    #[serde(default)]
    broader: Vec<String>,
    #[serde(default)]
    overlaps: Vec<String>,
    #[serde(flatten)]
    words: BTreeMap<String, String>,
}

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let files = [
        ("concepts.toml", include_str!("../assets/concepts.toml")),
        ("scopes.toml", include_str!("../assets/scopes.toml")),
    ];
    Lexicon::parse(&files, &Registry::built_in())
        .expect("the program's own concepts are well formed: a test reads them")
});

impl Lexicon {
    /// The concepts that the program carries.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads concepts from files, given as name and content. Later files may add to the words of earlier concepts.
    ///
    /// # Errors
    /// Where a file is not TOML, or a concept names a class or a broader concept that does not exist.
    pub fn parse(files: &[(&str, &str)], packs: &Registry) -> Result<Self, LexiconError> {
        let mut raw: BTreeMap<String, RawConcept> = BTreeMap::new();
        for (file, content) in files {
            let wrong = |what: String| LexiconError { file: (*file).to_owned(), what };
            let read: BTreeMap<String, RawConcept> = toml::from_str(content).map_err(|e| wrong(e.to_string()))?;
            for (key, concept) in read {
                if let Some(known) = raw.get_mut(&key) {
                    for (language, words) in concept.words {
                        known.words.entry(language).or_default().push_str(&format!(" {words}"));
                    }
                } else {
                    raw.insert(key, concept);
                }
            }
        }
        let ids: BTreeMap<&str, ConceptId> =
            raw.keys().enumerate().map(|(i, key)| (key.as_str(), ConceptId(i as u16))).collect();
        let mut concepts = Vec::with_capacity(raw.len());
        let mut languages: BTreeMap<String, Forms> = BTreeMap::new();
        for (key, concept) in &raw {
            let found = |field: &str, names: &[String]| -> Result<Vec<ConceptId>, LexiconError> {
                let id = |name: &String| {
                    ids.get(name.as_str()).copied().ok_or_else(|| LexiconError {
                        file: files.iter().map(|f| f.0).collect::<Vec<_>>().join(", "),
                        what: format!("[{key}] {field} = \"{name}\": there is no such concept"),
                    })
                };
                names.iter().map(id).collect()
            };
            let (broader, overlaps) = (found("broader", &concept.broader)?, found("overlaps", &concept.overlaps)?);
            for (language, words) in &concept.words {
                let none = Stemmer::named("");
                let stemmer = packs.find(language).map_or(&none, |p| &p.stemmer);
                languages.entry(language.clone()).or_default().add(ids[key.as_str()], words, stemmer);
            }
            concepts.push(Concept {
                key: key.clone(),
                class: concept.class,
                generic: concept.generic,
                broader,
                overlaps,
            });
        }
        Ok(Self { concepts, languages })
    }

    /// The concept.
    #[must_use]
    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.0 as usize]
    }

    /// How many concepts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// The concept with that key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<ConceptId> {
        self.concepts.binary_search_by(|c| c.key.as_str().cmp(key)).ok().map(|i| ConceptId(i as u16))
    }

    /// What the words from the first on name in `language`; each word is given folded and as its stem. The longest entry
    /// wins; none where the words are not in the lexicon.
    #[must_use]
    pub fn named(&self, language: &str, words: &[(&str, &str)]) -> Option<Named> {
        let forms = self.languages.get(language)?;
        let (folded, stem) = *words.first()?;
        let phrase = forms.phrases.get(stem).and_then(|entries| {
            entries
                .iter()
                .filter(|(rest, _)| {
                    words.len() > rest.len() && rest.iter().zip(&words[1..]).all(|(r, (_, stem))| r == stem)
                })
                .max_by_key(|(rest, _)| rest.len())
        });
        if let Some((rest, concept)) = phrase {
            return Some(Named { words: rest.len() + 1, concepts: vec![*concept] });
        }
        let concepts = forms.exact.get(folded).or_else(|| forms.stems.get(stem))?;
        Some(Named { words: 1, concepts: concepts.clone() })
    }

    /// Whether one of the two may be named by the other: the same concept, or one broader than the other.
    #[must_use]
    pub fn compatible(&self, a: ConceptId, b: ConceptId) -> bool {
        a == b || self.concept(a).broader.contains(&b) || self.concept(b).broader.contains(&a)
    }

    /// Whether two fates may be said of the same persons: compatible ones, and those that overlap.
    #[must_use]
    pub fn overlap(&self, a: ConceptId, b: ConceptId) -> bool {
        self.compatible(a, b) || self.concept(a).overlaps.contains(&b) || self.concept(b).overlaps.contains(&a)
    }
}

impl Forms {
    fn add(&mut self, concept: ConceptId, words: &str, stemmer: &Stemmer) {
        for entry in words.split_whitespace() {
            if let Some(exact) = entry.strip_prefix('=') {
                push_new(self.exact.entry(fold(exact)).or_default(), concept);
            } else if entry.contains('_') {
                let mut stems = entry.split('_').filter(|w| !w.is_empty()).map(|w| stemmer.stem(w));
                let Some(first) = stems.next() else { continue };
                self.phrases.entry(first).or_default().push((stems.collect(), concept));
            } else {
                push_new(self.stems.entry(stemmer.stem(entry)).or_default(), concept);
            }
        }
    }
}

fn push_new(list: &mut Vec<ConceptId>, concept: ConceptId) {
    if !list.contains(&concept) {
        list.push(concept);
    }
}
