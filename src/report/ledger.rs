//! The ledger: facts against sources, what each source says of each fact and how it stands to the others.

use super::telling::{Telling, lower_first};
use crate::{
    corpus::{ArticleId, Corpus, QuantityId},
    finding::{Finding, Mention, Standing},
    text::fold,
};

/// What one source says of a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The source's article.
    pub article: ArticleId,
    /// The mention, by its place in [`Finding::mentions`]: of several the one that stands worst.
    pub mention: usize,
    /// Its figure.
    pub figure: QuantityId,
    /// Each value as it is written: how firmly, then what.
    pub values: Vec<(String, String)>,
    /// How it stands to what the others say.
    pub standing: Standing,
}

impl Cell {
    /// All of it as one text.
    #[must_use]
    pub fn text(&self) -> String {
        let value = |(hedge, value): &(String, String)| {
            if hedge.is_empty() { value.clone() } else { format!("{hedge} {value}") }
        };
        self.values.iter().map(value).collect::<Vec<_>>().join("; ")
    }
}

/// What the sources say of a fact, in the order of their articles; who is silent has no cell.
#[must_use]
pub fn cells(finding: &Finding, corpus: &Corpus) -> Vec<Cell> {
    let voices = finding.voices();
    let telling = Telling::of(finding, corpus);
    let mut standing_of = vec![Standing::Plain; finding.mentions.len()];
    for (voice, standing) in voices.iter().zip(finding.standings(&voices)) {
        voice.mentions.iter().for_each(|&m| standing_of[m] = standing);
    }
    let mut cells: Vec<Cell> = Vec::new();
    // The mentions stand in the order of the articles, so that those of one article follow each other.
    for (place, mention) in finding.mentions.iter().enumerate() {
        let (value, standing) = (value(corpus, telling, mention), standing_of[place]);
        match cells.last_mut().filter(|c| c.article == mention.article) {
            Some(cell) => cell.add(value, standing, place, mention),
            None => cells.push(Cell {
                article: mention.article,
                mention: place,
                figure: mention.quantity,
                values: vec![value],
                standing,
            }),
        }
    }
    cells
}

impl Cell {
    /// Takes another mention of its article in.
    fn add(&mut self, value: (String, String), standing: Standing, place: usize, mention: &Mention) {
        let known = |v: &(String, String)| fold(&v.0) == fold(&value.0) && fold(&v.1) == fold(&value.1);
        if !self.values.iter().any(known) {
            self.values.push(value);
        }
        if standing.gravity() < self.standing.gravity() {
            (self.standing, self.mention, self.figure) = (standing, place, mention.quantity);
        }
    }
}

/// How firmly a mention states its figure, and the figure, both as they are written.
fn value(corpus: &Corpus, telling: Telling<'_>, mention: &Mention) -> (String, String) {
    let whole = telling.value(mention);
    let quantity = corpus.quantity(mention.quantity);
    let at_its_head = quantity.hedge_span.filter(|h| h.start() == quantity.span.start());
    let hedge = at_its_head.map(|h| corpus.text(mention.article, h).replace(['\n', '\u{a0}'], " "));
    match hedge.as_ref().and_then(|h| Some((h, whole.strip_prefix(h.as_str())?.trim_start()))) {
        Some((hedge, figure)) if !figure.is_empty() => (lower_first(hedge), figure.to_owned()),
        _ => (String::new(), whole),
    }
}

#[cfg(test)]
mod tests {
    use crate::{finding::Standing, report::sample};

    #[test]
    fn a_hedge_is_told_from_its_figure() {
        let report = sample::report("A");
        let told: Vec<_> = report.findings[0].ledger.iter().map(|c| (c.article.0, c.text(), c.standing)).collect();
        let disputed = Standing::Disputed(crate::finding::Verdict::Tension);
        assert_eq!(told, [(0, "más de 11.000".to_owned(), disputed), (1, "unos 15.000".to_owned(), disputed)]);
    }
}
