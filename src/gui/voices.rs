//! Who says what: the mentions of a finding, put together where they say the same.

use super::session::{Letter, Session};
use crate::{
    corpus::Corpus,
    finding::{Disagreement, Finding, Mention, Verdict},
    text::Span,
};

/// Mentions that say the same, and the words of the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The mentions, by their places in [`Finding::mentions`].
    pub mentions: Vec<usize>,
    /// The letters of the sources that say it, each once, in order.
    pub letters: Vec<Letter>,
    /// What they say, in the words of the first: "más de 40".
    pub value: String,
    /// Whether it stands alone against all others.
    pub apart: bool,
}

/// The voices of a finding: the one that stands apart first, then as they come in the articles.
#[must_use]
pub fn voices(finding: &Finding, session: &Session) -> Vec<Voice> {
    let telling = Telling::of(finding, &session.analysis().corpus);
    let mut voices: Vec<Voice> = Vec::new();
    for (place, mention) in finding.mentions.iter().enumerate() {
        let letter = session.letter_of(mention.article);
        match voices.iter_mut().find(|v| v.mentions.iter().all(|&m| agree(finding, m, place))) {
            Some(voice) => {
                voice.mentions.push(place);
                if !voice.letters.contains(&letter) {
                    voice.letters.push(letter);
                }
            }
            None => {
                let value = telling.value(mention);
                voices.push(Voice { mentions: vec![place], letters: vec![letter], value, apart: false });
            }
        }
    }
    voices.iter_mut().for_each(|v| v.letters.sort());
    if let Some(apart) = apart(finding, &voices) {
        voices[apart].apart = true;
        voices[..=apart].rotate_right(1);
    }
    voices
}

/// Which voice stands alone: it contradicts every other, and more sources stand against it than with it.
fn apart(finding: &Finding, voices: &[Voice]) -> Option<usize> {
    let sources: usize = voices.iter().map(|v| v.letters.len()).sum();
    let against = |voice: usize| {
        voices.iter().enumerate().filter(|(i, _)| *i != voice).all(|(_, other)| {
            let pairs = || voices[voice].mentions.iter().flat_map(|&a| other.mentions.iter().map(move |&b| (a, b)));
            pairs().any(|(a, b)| verdict(finding, a, b) == Some(Verdict::Conflict))
        })
    };
    let mut alone =
        (0..voices.len()).filter(|&i| voices.len() > 1 && 2 * voices[i].letters.len() < sources && against(i));
    let first = alone.next();
    first.filter(|_| alone.next().is_none())
}

/// How two mentions stand, where both can be compared.
#[must_use]
pub fn verdict(finding: &Finding, a: usize, b: usize) -> Option<Verdict> {
    finding.pair(a, b).map(|p| p.verdict)
}

fn agree(finding: &Finding, a: usize, b: usize) -> bool {
    verdict(finding, a, b) == Some(Verdict::Agree)
}

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

/// A mention and the one that it stands worst with, in another article.
#[must_use]
pub fn sides_from(finding: &Finding, mention: usize) -> [Option<Mention>; 2] {
    let article = finding.mentions[mention].article;
    let other = |p: &crate::finding::Pair| if p.a == mention { Some(p.b) } else { (p.b == mention).then_some(p.a) };
    let others = finding.pairs.iter().filter_map(|p| Some((p.verdict, other(p)?)));
    let worst = others.filter(|&(_, m)| finding.mentions[m].article != article).min();
    [Some(finding.mentions[mention]), worst.map(|(_, m)| finding.mentions[m])]
}

/// Two mentions to be laid side by side: the two of the gravest pair, or of different articles at least.
#[must_use]
pub fn two_sides(finding: &Finding) -> [Option<Mention>; 2] {
    let between = |p: &&crate::finding::Pair| finding.mentions[p.a].article != finding.mentions[p.b].article;
    let pair = finding.pairs.iter().filter(between).min_by_key(|p| p.verdict);
    match pair {
        Some(p) => [Some(finding.mentions[p.a]), Some(finding.mentions[p.b])],
        None => [finding.mentions.first().copied(), None],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    /// Every voice as "letters value", the one that stands apart with a star.
    fn said(topic: &str) -> Vec<String> {
        let session = fixture::session();
        let finding = session.analysis().findings.iter().find(|f| f.topic == topic).expect("the fixture has it");
        voices(finding, &session)
            .iter()
            .map(|v| {
                let letters: String = v.letters.iter().map(ToString::to_string).collect();
                format!("{}{letters} {}", if v.apart { "*" } else { "" }, v.value)
            })
            .collect()
    }

    #[test]
    fn who_stands_alone_is_seen_first() {
        let check = |topic, expected: &[&str]| assert_eq!(said(topic), expected, "{topic}");
        check("militares desplegados en el valle", &["*B 3.150", "ACDEF 1.350"]);
        check("día de la crecida", &["*C Wednesday 12 November", "ABD martes 11"]);
        // One against one: nobody stands alone.
        check("daños", &["A 230 millones", "F 320 millones"]);
        // A tension is no contradiction.
        check("personas evacuadas", &["A más de 11.000", "BCDE Unas 15.000"]);
        check("caudal máximo", &["B 2.400"]);
    }
}
