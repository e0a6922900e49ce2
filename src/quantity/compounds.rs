//! Numbers in one word found among the tokens of a text, and parted from the word that may stand glued behind them.

use crate::{
    language::{Meaning, Pack, lexicon::WordId},
    text::{
        Span,
        fold::fold_into,
        token::{Gap, Token, TokenKind},
    },
};

/// Marks the number of a word that was taken apart; what is left of it is its place among the meanings found.
const TAKEN_APART: WordId = 1 << 31;

/// The place of a word's meaning among those that [`read`] gave, where the word was taken apart.
pub(super) fn place(word: WordId) -> Option<usize> {
    (word & TAKEN_APART != 0).then_some((word & !TAKEN_APART) as usize)
}

/// Takes apart the words that the lexicon does not know: gives what they say, and writes their places into `words`. Of
/// "dreijährige" the end becomes a token of its own.
pub(super) fn read(text: &str, pack: &Pack, tokens: &mut Vec<Token>, words: &mut Vec<WordId>) -> Vec<Meaning> {
    let mut meanings = Vec::new();
    let mut tails: Vec<(usize, Token)> = Vec::new();
    let mut folded = String::new();
    for (i, token) in tokens.iter().enumerate() {
        if words[i] != 0 || token.kind != TokenKind::Word {
            continue;
        }
        let written = token.span.of(text);
        if !pack.compounds.may_open(written) {
            continue;
        }
        folded.clear();
        fold_into(written, &mut folded);
        let Some(found) = pack.compounds.take_apart(&folded) else { continue };
        if found.tail > 0 {
            let Some((at, _)) = written.char_indices().rev().nth(found.tail - 1) else { continue };
            let start = token.span.start() + at;
            let span = Span::new(start, token.span.end());
            tails.push((i, Token { span, kind: TokenKind::Word, gap: Gap::None }));
        }
        words[i] = TAKEN_APART | meanings.len() as WordId;
        meanings.push(found.meaning);
    }
    part(text, pack, tokens, words, &tails);
    meanings
}

/// Makes two tokens of each word whose end is a word of its own.
fn part(text: &str, pack: &Pack, tokens: &mut Vec<Token>, words: &mut Vec<WordId>, tails: &[(usize, Token)]) {
    if tails.is_empty() {
        return;
    }
    let behind: Vec<Token> = tails.iter().map(|t| t.1).collect();
    let behind_words = pack.lexicon.read(text, &behind);
    let mut next = 0;
    let mut parted = Vec::with_capacity(tokens.len() + tails.len());
    let mut parted_words = Vec::with_capacity(tokens.len() + tails.len());
    for (i, (token, word)) in tokens.iter().zip(&*words).enumerate() {
        parted.push(*token);
        parted_words.push(*word);
        if tails.get(next).is_some_and(|t| t.0 == i) {
            let tail = behind[next];
            if let Some(head) = parted.last_mut() {
                head.span = Span::new(token.span.start(), tail.span.start());
            }
            parted.push(tail);
            parted_words.push(behind_words[next]);
            next += 1;
        }
    }
    (*tokens, *words) = (parted, parted_words);
}
