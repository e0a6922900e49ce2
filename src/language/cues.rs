//! Cues: words beside figures that say how these hang together by arithmetic: "in total", "of them", "born".

use super::{Lexicon, pack::PackError, raw::Raw};
use crate::text::fold;
use rustc_hash::FxHashMap;

/// What words beside a figure say of its part in a reckoning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// It is the sum of others: "en total", "in all".
    Total,
    /// It is a part of the one before: "de ellos", "of whom".
    OfThem,
    /// The same is said again: "es decir", "that is".
    ThatIs,
    /// Before a figure that another one exceeds by so much: "más que", "more than the".
    MoreThan,
    /// Before a figure that another one falls short of by so much: "menos que", "fewer than the".
    LessThan,
    /// Before the year or the day of a birth: "nacido en", "born in".
    Born,
}

/// Where the words of a cue stand in a language's file.
const PLACES: [(&str, Cue); 6] = [
    ("arithmetic.total", Cue::Total),
    ("arithmetic.of_them", Cue::OfThem),
    ("arithmetic.that_is", Cue::ThatIs),
    ("arithmetic.more_than", Cue::MoreThan),
    ("arithmetic.less_than", Cue::LessThan),
    ("arithmetic.born", Cue::Born),
];

/// The cues of a language.
#[derive(Debug, Default)]
pub struct Cues {
    /// By its first word, folded: the words behind it, the longest first.
    phrases: FxHashMap<String, Vec<(Vec<String>, Cue)>>,
}

impl Cues {
    pub(super) fn read(raw: &mut Raw, lexicon: &Lexicon) -> Result<Self, PackError> {
        let mut phrases: FxHashMap<String, Vec<(Vec<String>, Cue)>> = FxHashMap::default();
        for (place, cue) in PLACES {
            for phrase in raw.words(place)? {
                let tokens = lexicon.tokens(&phrase);
                let mut words = tokens.iter().map(|t| fold(t.span.of(&phrase)));
                let Some(first) = words.next() else { continue };
                phrases.entry(first).or_default().push((words.collect(), cue));
            }
        }
        phrases.values_mut().for_each(|all| all.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Ok(Self { phrases })
    }

    /// The longest cue that `words`, folded, begin with, and how many of them it takes.
    #[must_use]
    pub fn at<'w>(&self, mut words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, Cue)> {
        let all = self.phrases.get(words.next()?)?;
        let (rest, cue) = all.iter().find(|(rest, _)| {
            let mut here = words.clone();
            rest.iter().all(|w| here.next() == Some(w))
        })?;
        Some((rest.len() + 1, *cue))
    }
}
