//! Alignment: which sentences tell the same thing, which figures state the same fact.

use crate::corpus::{ArticleId, Corpus, SentenceId};

/// Sentences of different articles that tell the same thing, many to many, in any order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Pairs of sentences of two different articles with their similarity from 0 to 1, `a` before `b`, sorted by `a`, then `b`.
    pub pairs: Vec<(SentenceId, SentenceId, f32)>,
}

impl Alignment {
    /// The sentences of `article` that tell what `sentence` tells, the most similar first.
    #[must_use]
    pub fn partners(&self, corpus: &Corpus, sentence: SentenceId, article: ArticleId) -> Vec<(SentenceId, f32)> {
        let mut found: Vec<_> = self
            .pairs
            .iter()
            .filter_map(|&(a, b, s)| (a == sentence).then_some((b, s)).or((b == sentence).then_some((a, s))))
            .filter(|&(other, _)| corpus.article_of_sentence(other) == article)
            .collect();
        found.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        found
    }
}
