//! The lexicon: from a folded word to its number, and from there to all that it can mean.

use super::Meaning;
use crate::text::{
    fold::{fold, push_folded},
    token::{Gap, Token, TokenKind, tokens},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// The number of a word in a [`Lexicon`]; 0 for a word that it does not know.
pub type WordId = u32;

/// The words and phrases of one language with their meanings.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    /// By word: what it means by itself and with the words behind it, the longest phrase first.
    senses: Vec<Vec<Sense>>,
    /// Words that lost their last vowel before an apostrophe, folded and without it: "l", "dell".
    elided: FxHashSet<String>,
}

/// One meaning of the phrase that begins with a word.
#[derive(Debug)]
struct Sense {
    rest: Box<[WordId]>,
    meaning: Meaning,
}

impl Lexicon {
    /// An empty one. `elided`: the words that lose their last vowel before an apostrophe.
    pub(super) fn new(elided: &[String]) -> Self {
        let elided = elided.iter().map(|w| fold(w)).collect();
        Self { ids: FxHashMap::default(), senses: vec![Vec::new()], elided }
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
            && fold(sign.span.of(text)) == "'"
            && self.elided.contains(&fold(word.span.of(text)))
    }

    /// Adds a word or a phrase. False where it holds no word at all.
    pub(super) fn add(&mut self, phrase: &str, meaning: Meaning) -> bool {
        let mut ids =
            self.tokens(phrase).into_iter().map(|t| self.intern(t.span.of(phrase))).collect::<Vec<_>>().into_iter();
        let Some(first) = ids.next() else { return false };
        self.senses[first as usize].push(Sense { rest: ids.collect(), meaning });
        true
    }

    /// Puts the longest phrases first. To be called when all words are in.
    pub(super) fn finish(&mut self) {
        for senses in &mut self.senses {
            senses.sort_by_key(|s| std::cmp::Reverse(s.rest.len()));
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        let mut folded = String::new();
        word.chars().for_each(|c| push_folded(c, &mut folded));
        let next = self.senses.len() as WordId;
        let id = *self.ids.entry(folded.into_boxed_str()).or_insert(next);
        if id == next {
            self.senses.push(Vec::new());
        }
        id
    }

    /// The numbers of the words of a text, one for each token.
    #[must_use]
    pub fn read(&self, text: &str, tokens: &[Token]) -> Vec<WordId> {
        let mut folded = String::new();
        tokens
            .iter()
            .map(|t| {
                folded.clear();
                t.span.of(text).chars().for_each(|c| push_folded(c, &mut folded));
                self.ids.get(folded.as_str()).copied().unwrap_or(0)
            })
            .collect()
    }

    /// Whether a word means anything, alone or as the first of a phrase.
    #[must_use]
    pub fn knows(&self, id: WordId) -> bool {
        self.senses.get(id as usize).is_some_and(|s| !s.is_empty())
    }

    /// The longest phrase at the start of `words` whose meaning `pick` takes: how many words it has, and what was taken.
    pub fn find<T>(&self, words: &[WordId], mut pick: impl FnMut(Meaning) -> Option<T>) -> Option<(usize, T)> {
        let (&first, behind) = words.split_first()?;
        self.senses.get(first as usize)?.iter().find_map(|s| {
            let fits = behind.len() >= s.rest.len() && behind[..s.rest.len()] == s.rest[..];
            fits.then(|| pick(s.meaning)).flatten().map(|taken| (1 + s.rest.len(), taken))
        })
    }
}
