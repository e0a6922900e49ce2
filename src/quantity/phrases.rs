//! The phrases of a pack that stand in a text, all looked up once. The readers ask for them at every token and many times over.

use crate::{
    language::{Lexicon, Meaning, lexicon::WordId},
    text::token::{Gap, Token},
};
use rustc_hash::FxHasher;
use std::{
    hash::{Hash, Hasher},
    mem::discriminant,
};

/// How many tokens a phrase may have at most, where it is looked for backwards.
const LONGEST: usize = 6;

/// A phrase in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    first: u32,
    end: u32,
    pub meaning: Meaning,
}

impl Phrase {
    /// Its first token.
    #[inline]
    pub fn first(&self) -> usize {
        self.first as usize
    }

    /// The token behind it.
    #[inline]
    pub fn end(&self) -> usize {
        self.end as usize
    }

    /// How many tokens it has.
    #[inline]
    pub fn len(&self) -> usize {
        (self.end - self.first) as usize
    }
}

/// The phrases of a pack that stand in a text.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By their first token, the longest first.
    found: Vec<Phrase>,
    /// For every token the place of its first phrase in `found`; one entry more than there are tokens.
    firsts: Vec<u32>,
    /// For every token a bit for each sort of meaning of its phrases; two sorts may share one.
    sorts: Vec<u64>,
    /// The same for the phrases that end before a token.
    sorts_before: Vec<u64>,
    /// How many tokens the longest of them has.
    longest_before: Vec<u8>,
}

impl Phrases {
    /// Looks up every phrase of a text. None reaches over the end of a line. `single` gives the meaning of a word that is
    /// not in the lexicon.
    pub fn read(
        lexicon: &Lexicon,
        tokens: &[Token],
        words: &[WordId],
        single: impl Fn(WordId) -> Option<Meaning>,
    ) -> Self {
        let mut found = Vec::with_capacity(tokens.len());
        let mut firsts = Vec::with_capacity(tokens.len() + 1);
        for (first, &word) in words.iter().enumerate() {
            firsts.push(found.len() as u32);
            if word == 0 {
                continue;
            }
            let mut add = |len: usize, meaning| {
                let end = first + len;
                if tokens[first + 1..end].iter().all(|t| t.gap != Gap::Line) {
                    found.push(Phrase { first: first as u32, end: end as u32, meaning });
                }
            };
            if let Some(meaning) = single(word) {
                add(1, meaning);
            } else {
                lexicon.phrases(&words[first..], add);
            }
        }
        firsts.push(found.len() as u32);
        let mut sorts = vec![0; tokens.len()];
        let mut sorts_before = vec![0; tokens.len() + 1];
        let mut longest_before = vec![0; tokens.len() + 1];
        for phrase in &found {
            let sort = sort(&phrase.meaning);
            sorts[phrase.first()] |= sort;
            sorts_before[phrase.end()] |= sort;
            let longest: &mut u8 = &mut longest_before[phrase.end()];
            *longest = phrase.len().min(LONGEST).max((*longest).into()) as u8;
        }
        Self { found, firsts, sorts, sorts_before, longest_before }
    }

    /// Every phrase, by its first token.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Phrase> {
        self.found.iter()
    }

    /// The phrases that begin at a token, the longest first.
    #[inline]
    pub fn at(&self, i: usize) -> &[Phrase] {
        match self.firsts.get(i..).unwrap_or_default() {
            &[from, to, ..] => &self.found[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Whether a phrase of this sort of meaning may begin at a token: true for all that do, and for a few others.
    #[inline]
    pub fn may_mean(&self, i: usize, meaning: &Meaning) -> bool {
        self.sorts.get(i).is_some_and(|s| s & sort(meaning) != 0)
    }

    /// Whether a phrase of one of these sorts of meaning may begin at a token.
    #[inline]
    pub fn may_mean_any(&self, i: usize, sorts: Sorts) -> bool {
        self.sorts.get(i).is_some_and(|s| s & sorts.0 != 0)
    }

    /// Whether a phrase of this sort of meaning may end before a token.
    #[inline]
    pub fn may_mean_before(&self, end: usize, meaning: &Meaning) -> bool {
        self.sorts_before.get(end).is_some_and(|s| s & sort(meaning) != 0)
    }

    /// The phrases that end before token `end`, the longest first.
    #[inline]
    pub fn before(&self, end: usize) -> impl Iterator<Item = &Phrase> {
        let first = end - self.longest_before.get(end).map_or(0, |&len| usize::from(len));
        (first..end).flat_map(|k| self.at(k)).filter(move |p| p.end() == end)
    }
}

/// A set of sorts of meaning; it may hold a few more than were put in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sorts(u64);

impl Sorts {
    pub fn of(lists: &[&[Meaning]]) -> Self {
        Self(lists.iter().copied().flatten().fold(0, |all, meaning| all | sort(meaning)))
    }
}

/// The bit of a sort of meaning.
#[inline]
fn sort(meaning: &Meaning) -> u64 {
    let mut hasher = FxHasher::default();
    discriminant(meaning).hash(&mut hasher);
    1 << (hasher.finish() % 64)
}
