//! The lexicon: from a folded word to its number, and from there to all that it can mean.

use super::Meaning;
use crate::text::{
    fold::{fold, fold_into},
    token::{Gap, Token, TokenKind, tokens},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// The number of a word in a [`Lexicon`]; 0 for a word that it does not know.
pub type WordId = u32;

/// The words and phrases of one language with their meanings.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: Ids,
    senses: Vec<Senses>,
    /// Words that lost their last vowel before an apostrophe, folded and without it: "l", "dell".
    elided: FxHashSet<String>,
    /// Words whose accents count, for without them they are other words: "março" and "marco".
    accented: FxHashSet<String>,
    /// The same, folded: most words are none of them, whatever their accents.
    accented_folded: FxHashSet<String>,
}

/// The numbers of words by what they are looked up by.
#[derive(Debug, Default)]
struct Ids {
    /// Plain words of a few letters, as nearly all are: they are compared as one number, wherever they stand.
    short: FxHashMap<u128, WordId>,
    long: FxHashMap<Box<str>, WordId>,
}

impl Ids {
    fn get_or_add(&mut self, folded: String, next: WordId) -> WordId {
        match packed(&folded) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => *self.long.entry(folded.into_boxed_str()).or_insert(next),
        }
    }

    /// The number of a folded word; 0 where there is none.
    fn get(&self, folded: &str) -> WordId {
        let id = packed(folded).map_or_else(|| self.long.get(folded), |key| self.short.get(&key));
        id.copied().unwrap_or(0)
    }
}

/// A plain word of up to sixteen letters as one number, folded.
fn packed(word: &str) -> Option<u128> {
    let mut letters = [0; 16];
    letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    letters.is_ascii().then(|| u128::from_le_bytes(letters))
}

/// What a word means.
#[derive(Debug, Default)]
struct Senses {
    /// By itself.
    alone: Vec<Meaning>,
    /// With the words behind it: by the second word, the longest phrase first.
    phrases: Vec<Phrase>,
}

/// One meaning of a phrase.
#[derive(Debug)]
struct Phrase {
    second: WordId,
    rest: Box<[WordId]>,
    meaning: Meaning,
}

impl Lexicon {
    /// An empty one. `elided`: the words that lose their last vowel before an apostrophe. `accented`: those whose accents
    /// count.
    pub(super) fn new(elided: &[String], accented: &[String]) -> Self {
        let elided = elided.iter().map(|w| fold(w)).collect();
        Self {
            ids: Ids::default(),
            senses: vec![Senses::default()],
            elided,
            accented: accented.iter().map(|w| w.to_lowercase()).collect(),
            accented_folded: accented.iter().map(|w| fold(w)).collect(),
        }
    }

    /// The tokens of a text. A word that lost its vowel has its apostrophe with it, and what follows is a word of its own:
    /// "dell'80%" reads as "dell' 80%".
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let all = tokens(text);
        if self.elided.is_empty() {
            return all;
        }
        let mut out: Vec<Token> = Vec::with_capacity(all.len());
        let mut joined = false;
        for token in all {
            match out.last_mut() {
                Some(last) if self.elides(text, *last, token) => {
                    last.span = last.span.cover(token.span);
                    joined = true;
                }
                _ => {
                    let gap = if joined { token.gap.max(Gap::Space) } else { token.gap };
                    out.push(Token { gap, ..token });
                    joined = false;
                }
            }
        }
        out
    }

    /// Whether a sign is the apostrophe of the word before it.
    fn elides(&self, text: &str, word: Token, sign: Token) -> bool {
        word.kind == TokenKind::Word
            && sign.kind == TokenKind::Sign
            && sign.gap == Gap::None
            && sign.span.of(text).starts_with(['\'', '’', '‘', '‛', '´', 'ʼ'])
            && self.elided.contains(&fold(word.span.of(text)))
    }

    /// Adds a word or a phrase. False where it holds no word at all.
    pub(super) fn add(&mut self, phrase: &str, meaning: Meaning) -> bool {
        let mut ids =
            self.tokens(phrase).into_iter().map(|t| self.intern(t.span.of(phrase))).collect::<Vec<_>>().into_iter();
        let Some(first) = ids.next() else { return false };
        let senses = &mut self.senses[first as usize];
        match ids.next() {
            None => senses.alone.push(meaning),
            Some(second) => senses.phrases.push(Phrase { second, rest: ids.collect(), meaning }),
        }
        true
    }

    /// Puts the phrases in order. To be called when all words are in.
    pub(super) fn finish(&mut self) {
        for senses in &mut self.senses {
            senses.phrases.sort_by_key(|p| (p.second, std::cmp::Reverse(p.rest.len())));
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        let mut folded = String::new();
        self.key_into(word, &mut folded);
        let next = self.senses.len() as WordId;
        let id = self.ids.get_or_add(folded, next);
        if id == next {
            self.senses.push(Senses::default());
        }
        id
    }

    /// Writes by what a word is looked up: folded, save where its accents count.
    fn key_into(&self, word: &str, out: &mut String) {
        let from = out.len();
        fold_into(word, out);
        if !word.is_ascii() && self.accented_folded.contains(&out[from..]) {
            let lower = word.to_lowercase();
            if self.accented.contains(&lower) {
                out.truncate(from);
                out.push_str(&lower);
            }
        }
    }

    /// The numbers of the words of a text, one for each token.
    #[must_use]
    pub fn read(&self, text: &str, tokens: &[Token]) -> Vec<WordId> {
        let mut folded = String::new();
        tokens
            .iter()
            .map(|t| {
                let written = t.span.of(text);
                if let Some(key) = packed(written) {
                    return self.ids.short.get(&key).copied().unwrap_or(0);
                }
                folded.clear();
                self.key_into(written, &mut folded);
                self.ids.get(&folded)
            })
            .collect()
    }

    /// Whether a word means anything, alone or as the first of a phrase.
    #[must_use]
    pub fn knows(&self, id: WordId) -> bool {
        self.senses.get(id as usize).is_some_and(|s| !s.alone.is_empty() || !s.phrases.is_empty())
    }

    /// Every phrase at the start of `words`, the longest first: how many words it has, and what it means. Only those whose
    /// second word stands there are compared: some words begin a hundred phrases.
    pub fn phrases(&self, words: &[WordId], mut found: impl FnMut(usize, Meaning)) {
        let Some((&first, behind)) = words.split_first() else { return };
        let Some(senses) = self.senses.get(first as usize) else { return };
        if let Some((&second, behind)) = behind.split_first().filter(|b| *b.0 != 0) {
            let from = senses.phrases.partition_point(|p| p.second < second);
            let with_second = senses.phrases[from..].iter().take_while(|p| p.second == second);
            for phrase in with_second.filter(|p| behind.starts_with(&p.rest)) {
                found(2 + phrase.rest.len(), phrase.meaning);
            }
        }
        senses.alone.iter().for_each(|&meaning| found(1, meaning));
    }
}
