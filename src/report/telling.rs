//! The figures of a finding in the words of their articles, as a table or a sentence shows them.

use crate::{
    corpus::Corpus,
    finding::{Disagreement, Finding, Mention},
    text::Span,
};

/// How far behind a figure what it measures or counts may begin to be shown with it, in bytes: "600 de los heridos".
const UNIT_WITHIN: usize = 4;
const COUNTED_WITHIN: usize = 12;

/// How the figures of a finding are told.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    corpus: &'a Corpus,
    /// Whether what is counted is told too, because the articles disagree about that.
    counted: bool,
}

impl<'a> Telling<'a> {
    /// How those of a finding are told.
    #[must_use]
    pub fn of(finding: &Finding, corpus: &'a Corpus) -> Self {
        Self { corpus, counted: finding.disagreement() == Some(Disagreement::OtherFate) }
    }

    /// Whether what is counted is told with every figure.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self.counted
    }

    /// The figure as it was written, with its hedge; with its unit too, where it is measured in one, and with what it
    /// counts where that is what the articles disagree about: "600 heridos", "unos 600 muertos".
    #[must_use]
    pub fn value(self, mention: &Mention) -> String {
        let quantity = self.corpus.quantity(mention.quantity);
        if let Some(corrected) = self.corpus.corrected(mention.quantity) {
            return corrected.told.clone();
        }
        let within = if self.counted { COUNTED_WITHIN } else { UNIT_WITHIN };
        let unit = quantity.unit.span.filter(|_| self.counted || quantity.unit.measure.is_some());
        let beside = |unit: &Span| unit.start() >= quantity.core.end() && unit.start() <= quantity.core.end() + within;
        let span = unit.filter(beside).map_or(quantity.span, |unit| quantity.span.cover(unit));
        self.corpus.text(mention.article, span).replace(['\n', '\u{a0}'], " ")
    }

    /// The same as within a sentence: "Hasta" at the head of its own is "hasta" here.
    #[must_use]
    pub fn within_sentence(self, mention: &Mention) -> String {
        let value = self.value(mention);
        let quantity = self.corpus.quantity(mention.quantity);
        let hedged = quantity.hedge_span.is_some_and(|h| h.start() == quantity.span.start());
        if hedged { lower_first(&value) } else { value }
    }
}

/// A text with a small letter at its head.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
