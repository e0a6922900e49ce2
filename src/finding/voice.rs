//! Who says what of a fact: its mentions, put together where they say the same, and how each stands to what most say.

use super::{Finding, Verdict};
use crate::corpus::ArticleId;

/// Mentions that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The mentions, by their places in [`Finding::mentions`].
    pub mentions: Vec<usize>,
    /// The articles that say it, each once, in order.
    pub articles: Vec<ArticleId>,
    /// Whether it stands alone against all others.
    pub apart: bool,
}

/// How a voice stands to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It says what most say, or nobody else says anything.
    Plain,
    /// It is one of several values, none of which has more sources than the others.
    Disputed(Verdict),
    /// It differs from what most say.
    Apart(Verdict),
}

impl Standing {
    /// The verdict on it, where it has one.
    #[must_use]
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Plain => None,
            Self::Disputed(verdict) | Self::Apart(verdict) => Some(verdict),
        }
    }

    /// By what standings are compared: the gravest is the least.
    #[must_use]
    pub fn gravity(self) -> Verdict {
        self.verdict().unwrap_or(Verdict::Single)
    }
}

impl Finding {
    /// Its voices: the one that stands apart first, then as they come in the articles.
    #[must_use]
    pub fn voices(&self) -> Vec<Voice> {
        let voice = |mentions: Vec<usize>| {
            let mut articles: Vec<ArticleId> = mentions.iter().map(|&m| self.mentions[m].article).collect();
            articles.sort_unstable();
            articles.dedup();
            Voice { mentions, articles, apart: false }
        };
        let agree = |x: usize, y: usize| self.stand(x, y) == Some(Verdict::Agree);
        let mut voices: Vec<Voice> = sides(self.mentions.len(), agree).into_iter().map(voice).collect();
        if let Some(apart) = self.alone(&voices) {
            voices[apart].apart = true;
            voices[..=apart].rotate_right(1);
        }
        voices
    }

    /// How two mentions stand, where both can be compared.
    fn stand(&self, a: usize, b: usize) -> Option<Verdict> {
        self.pair(a, b).map(|p| p.verdict)
    }

    /// Which voice stands alone: it contradicts every other, and more sources stand against it than with it.
    fn alone(&self, voices: &[Voice]) -> Option<usize> {
        let sources: usize = voices.iter().map(|v| v.articles.len()).sum();
        let against = |voice: usize| {
            voices.iter().enumerate().filter(|(i, _)| *i != voice).all(|(_, other)| {
                between(&voices[voice], other).any(|(a, b)| self.stand(a, b) == Some(Verdict::Conflict))
            })
        };
        let small = |i: &usize| voices.len() > 1 && 2 * voices[*i].articles.len() < sources;
        let mut alone = (0..voices.len()).filter(|i| small(i) && against(*i));
        let first = alone.next();
        first.filter(|_| alone.next().is_none())
    }

    /// The voice to be set apart: who stands alone, or of two voices the one with fewer sources.
    #[must_use]
    pub fn outlier(&self, voices: &[Voice]) -> Option<usize> {
        match voices {
            [first, ..] if first.apart => Some(0),
            [a, b] if self.verdict.is_flagged() && a.articles.len() != b.articles.len() => {
                Some(usize::from(b.articles.len() < a.articles.len()))
            }
            _ => None,
        }
    }

    /// How every voice stands to what most say.
    #[must_use]
    pub fn standings(&self, voices: &[Voice]) -> Vec<Standing> {
        if !self.verdict.is_flagged() {
            return vec![Standing::Plain; voices.len()];
        }
        let outlier = self.outlier(voices);
        let others = || (0..voices.len()).filter(|v| Some(*v) != outlier);
        let most = others().map(|v| voices[v].articles.len()).max();
        let mut largest = others().filter(|&v| Some(voices[v].articles.len()) == most);
        let common = largest.next().filter(|_| largest.next().is_none());
        let flagged = |v: Option<Verdict>| v.filter(|v| v.is_flagged());
        let standing = |voice: usize| match common {
            _ if Some(voice) == outlier => Standing::Apart(self.verdict),
            Some(common) if common == voice => Standing::Plain,
            Some(common) => {
                flagged(self.gravest(&voices[voice], &voices[common])).map_or(Standing::Plain, Standing::Apart)
            }
            None => {
                let against = others().filter(|&v| v != voice).filter_map(|v| self.gravest(&voices[voice], &voices[v]));
                flagged(against.min()).map_or(Standing::Plain, Standing::Disputed)
            }
        };
        (0..voices.len()).map(standing).collect()
    }

    /// How the two of two voices stand that stand worst.
    fn gravest(&self, a: &Voice, b: &Voice) -> Option<Verdict> {
        between(a, b).filter_map(|(x, y)| self.stand(x, y)).min()
    }
}

/// So many mentions in groups in which all agree with each other, in order of their first ones.
#[must_use]
pub fn sides(mentions: usize, agree: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for mention in 0..mentions {
        match sides.iter_mut().find(|side| side.iter().all(|&other| agree(other, mention))) {
            Some(side) => side.push(mention),
            None => sides.push(vec![mention]),
        }
    }
    sides
}

/// Every mention of one voice with every one of another.
fn between<'a>(a: &'a Voice, b: &'a Voice) -> impl Iterator<Item = (usize, usize)> + 'a {
    a.mentions.iter().flat_map(|&x| b.mentions.iter().map(move |&y| (x, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{QuantityId, SentenceId},
        finding::{ByHand, Mark, Mention, Pair},
    };

    /// A finding of mentions that each stand in an article of their own and say a value; values that differ conflict.
    fn finding(values: &[u32]) -> Finding {
        let mention = |i: usize| Mention {
            quantity: QuantityId(i as u32),
            sentence: SentenceId(i as u32),
            article: ArticleId(i as u32),
            attribution: None,
            mark: Mark(i as u64),
            by_hand: ByHand::default(),
        };
        let verdict = |a: usize, b: usize| if values[a] == values[b] { Verdict::Agree } else { Verdict::Conflict };
        let places = || (0..values.len()).flat_map(|a| (a + 1..values.len()).map(move |b| (a, b)));
        let pair = |(a, b)| Pair { a, b, verdict: verdict(a, b), difference: None, sameness: 1.0, reasons: Vec::new() };
        Finding {
            verdict: places().map(|(a, b)| verdict(a, b)).min().unwrap_or(Verdict::Single),
            pairs: places().map(pair).collect(),
            ..Finding::of_mentions((0..values.len()).map(mention).collect())
        }
    }

    #[test]
    fn who_says_the_same_is_one_voice_and_the_odd_one_is_seen() {
        // The articles of every voice; a star where it stands apart, a sign of the question where it is disputed.
        let check = |values: &[u32], expected: &[&str]| {
            let finding = finding(values);
            let voices = finding.voices();
            let sign = |s: &Standing| match s {
                Standing::Plain => "",
                Standing::Disputed(_) => "?",
                Standing::Apart(_) => "*",
            };
            let letters = |v: &Voice| v.articles.iter().map(|a| char::from(b'A' + a.0 as u8)).collect::<String>();
            let told: Vec<String> = finding
                .standings(&voices)
                .iter()
                .zip(&voices)
                .map(|(s, v)| format!("{}{}", sign(s), letters(v)))
                .collect();
            assert_eq!(told, expected, "{values:?}");
        };
        check(&[7], &["A"]);
        check(&[7, 7], &["AB"]);
        check(&[7, 8], &["?A", "?B"]);
        check(&[7, 8, 7], &["*B", "AC"]);
        check(&[7, 7, 8, 8], &["?AB", "?CD"]);
        check(&[7, 7, 8, 9], &["AB", "*C", "*D"]);
    }
}
