//! Who says what: the mentions of a finding, put together where they say the same.

pub use crate::report::Telling;

use super::session::{Letter, Session};
use crate::finding::{Finding, Mention, Pair, Voice as Plain};

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
    let told = |plain: Plain| {
        let mut letters: Vec<Letter> = plain.articles.iter().map(|a| session.letter_of(*a)).collect();
        letters.sort();
        let value = telling.value(&finding.mentions[plain.mentions[0]]);
        Voice { mentions: plain.mentions, letters, value, apart: plain.apart }
    };
    finding.voices().into_iter().map(told).collect()
}

/// A mention and the one that it stands worst with, in another article.
#[must_use]
pub fn sides_from(finding: &Finding, mention: usize) -> [Option<Mention>; 2] {
    let article = finding.mentions[mention].article;
    let other = |p: &Pair| if p.a == mention { Some(p.b) } else { (p.b == mention).then_some(p.a) };
    let others = finding.pairs.iter().filter_map(|p| Some((p.verdict, other(p)?)));
    let worst = others.filter(|&(_, m)| finding.mentions[m].article != article).min();
    [Some(finding.mentions[mention]), worst.map(|(_, m)| finding.mentions[m])]
}

/// Two mentions to be laid side by side: the two of the gravest pair, or of different articles at least.
#[must_use]
pub fn two_sides(finding: &Finding) -> [Option<Mention>; 2] {
    let between = |p: &&Pair| finding.mentions[p.a].article != finding.mentions[p.b].article;
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
