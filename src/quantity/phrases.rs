//! The phrases of a pack that stand in a text, all looked up once: by the token that they begin with, and by the one behind
//! their end. The readers ask for them at every token and many times over.

use super::opening::{Opening, Openings};
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
struct Phrase {
    /// Its first token.
    first: u32,
    /// The token behind it.
    end: u32,
    meaning: Meaning,
}

/// The phrases of a pack that stand in a text.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// By their first token, the longest first.
    found: Vec<Phrase>,
    /// For every token the place of its first phrase in `found`; one entry more than there are tokens.
    firsts: Vec<u32>,
    /// The same by the token behind them: places in `found`, the longest first.
    ended: Vec<u32>,
    ends: Vec<u32>,
    /// For every token what may begin there.
    openings: Vec<Openings>,
    /// For every token a bit for each sort of meaning of its phrases; two sorts may share one.
    sorts: Vec<u64>,
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
        let (ended, ends) = by_end(&found, tokens.len());
        let mut openings = vec![Openings::default(); tokens.len()];
        let mut sorts = vec![0; tokens.len()];
        for phrase in &found {
            openings[phrase.first as usize].add(phrase.meaning);
            sorts[phrase.first as usize] |= sort(&phrase.meaning);
        }
        Self { found, firsts, ended, ends, openings, sorts }
    }

    /// The phrases that begin at a token, the longest first: how many tokens each has, and what it means.
    pub fn at(&self, i: usize) -> impl Iterator<Item = (usize, Meaning)> {
        stretch(&self.firsts, i, &self.found).iter().map(|p| ((p.end - p.first) as usize, p.meaning))
    }

    /// Whether a phrase of this sort of meaning may begin at a token: true for all that do, and for a few others.
    #[inline]
    pub fn may_mean(&self, i: usize, meaning: &Meaning) -> bool {
        self.sorts.get(i).is_some_and(|s| s & sort(meaning) != 0)
    }

    /// Whether something of a sort may begin at a token.
    pub fn opens(&self, i: usize, opening: Opening) -> bool {
        self.openings.get(i).is_some_and(|o| o.has(opening))
    }

    /// The phrases that end before token `end`, the longest first: where each begins, and what it means.
    pub fn before(&self, end: usize) -> impl Iterator<Item = (usize, Meaning)> {
        stretch(&self.ends, end, &self.ended)
            .iter()
            .map(|&k| &self.found[k as usize])
            .filter(|p| (p.end - p.first) as usize <= LONGEST)
            .map(|p| (p.first as usize, p.meaning))
    }
}

/// The entries of place `i`; none behind the last one.
fn stretch<'a, T>(starts: &[u32], i: usize, entries: &'a [T]) -> &'a [T] {
    match (starts.get(i), starts.get(i + 1)) {
        (Some(&from), Some(&to)) => &entries[from as usize..to as usize],
        _ => &[],
    }
}

/// The bit of a sort of meaning.
#[inline]
fn sort(meaning: &Meaning) -> u64 {
    let mut hasher = FxHasher::default();
    discriminant(meaning).hash(&mut hasher);
    1 << (hasher.finish() % 64)
}

/// The places of the phrases by the token behind their end, and for each such token the place of the first of them. The
/// order of the first tokens is kept, so that the longest stands first.
fn by_end(found: &[Phrase], tokens: usize) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0_u32; tokens + 2];
    for phrase in found {
        ends[phrase.end as usize + 1] += 1;
    }
    for i in 1..ends.len() {
        ends[i] += ends[i - 1];
    }
    let mut next = ends.clone();
    let mut ended = vec![0_u32; found.len()];
    for (k, phrase) in found.iter().enumerate() {
        let at = &mut next[phrase.end as usize];
        ended[*at as usize] = k as u32;
        *at += 1;
    }
    (ended, ends)
}
