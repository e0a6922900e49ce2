//! Amendments: what the person does by hand about what was read and matched. An input of the analysis, so that it outlives
//! the next one: figures corrected before anything is compared, mentions joined and parted when groups are made.

mod citation;
mod correct;
mod reading;

pub use citation::Citation;
pub use reading::{Unclear, read};

use crate::corpus::{Corpus, QuantityId};
use serde::{Deserialize, Serialize};

/// All that was done by hand in a case. In what order it was done plays no part: a later edit takes away what it contradicts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amendments {
    /// Mentions that state one fact, which the program did not match.
    pub joined: Vec<[Citation; 2]>,
    /// Mentions that do not state the fact of others, which the program did match.
    pub parted: Vec<Parting>,
    /// Figures that were misread.
    pub corrected: Vec<Correction>,
}

/// A mention that was taken away from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parting {
    /// Which mention.
    pub mention: Citation,
    /// Those it was with.
    pub from: Vec<Citation>,
}

/// What a figure says, against how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Which figure.
    pub mention: Citation,
    /// What it says, in the language of its article: "unos 1.350 soldados". None where it is no figure at all.
    pub told: Option<String>,
}

/// Amendments in the articles at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Located {
    /// Pairs of figures that were joined.
    pub joined: Vec<(QuantityId, QuantityId)>,
    /// Pairs of figures of which the first was taken away from the second.
    pub parted: Vec<(QuantityId, QuantityId)>,
    /// The mentions whose article is here, and which do not stand in it any more.
    pub lost: Vec<Citation>,
}

impl Amendments {
    /// Whether nothing was done by hand.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty() && self.parted.is_empty() && self.corrected.is_empty()
    }

    /// Joins the facts of two mentions. `one` and `other` are all mentions of either, each with the one that was chosen at
    /// its head: whatever held them apart holds no more.
    pub fn join(&mut self, one: &[Citation], other: &[Citation]) {
        let (Some(a), Some(b)) = (one.first(), other.first()) else { return };
        for parting in &mut self.parted {
            let against = match (one.contains(&parting.mention), other.contains(&parting.mention)) {
                (true, _) => other,
                (_, true) => one,
                (false, false) => continue,
            };
            parting.from.retain(|c| !against.contains(c));
        }
        self.parted.retain(|p| !p.from.is_empty());
        let pair = if a <= b { [a.clone(), b.clone()] } else { [b.clone(), a.clone()] };
        if a != b && !self.joined.contains(&pair) {
            self.joined.push(pair);
            self.joined.sort();
        }
    }

    /// Takes mentions away from others that they are with. `program` are those that the program itself keeps with them: what
    /// only a mention that goes away held to the rest stays there.
    pub fn part(&mut self, mentions: &[Citation], from: &[Citation], program: &[Citation]) {
        let crosses = |[a, b]: &[Citation; 2]| {
            mentions.contains(a) && from.contains(b) || mentions.contains(b) && from.contains(a)
        };
        let (gone, stay): (Vec<_>, Vec<_>) = std::mem::take(&mut self.joined).into_iter().partition(crosses);
        self.joined = stay;
        let fars: Vec<Citation> = gone.into_iter().map(|[a, b]| if mentions.contains(&a) { b } else { a }).collect();
        if let Some(near) = program.first().or(fars.first()) {
            for far in fars.iter().filter(|far| !program.contains(far)) {
                self.join(std::slice::from_ref(near), std::slice::from_ref(far));
            }
        }
        for mention in mentions {
            match self.parted.iter_mut().find(|p| p.mention == *mention) {
                Some(parting) => parting.from.extend(from.iter().cloned()),
                None => self.parted.push(Parting { mention: mention.clone(), from: from.to_vec() }),
            }
        }
        for parting in &mut self.parted {
            parting.from.sort();
            parting.from.dedup();
        }
        self.parted.sort_by(|x, y| x.mention.cmp(&y.mention));
    }

    /// Writes down what a figure says; none where it is no figure.
    pub fn correct(&mut self, mention: Citation, told: Option<String>) {
        self.restore(&mention);
        self.corrected.push(Correction { mention, told });
        self.corrected.sort_by(|x, y| x.mention.cmp(&y.mention));
    }

    /// Takes a figure as the program reads it.
    pub fn restore(&mut self, mention: &Citation) {
        self.corrected.retain(|c| c.mention != *mention);
    }

    /// What the person says that a figure says; the inner none where it is no figure.
    #[must_use]
    pub fn correction(&self, mention: &Citation) -> Option<&Option<String>> {
        self.corrected.iter().find(|c| c.mention == *mention).map(|c| &c.told)
    }

    /// Adds what was done by hand elsewhere.
    pub fn extend(&mut self, other: Self) {
        self.joined.extend(other.joined.into_iter().filter(|j| !self.joined.contains(j)).collect::<Vec<_>>());
        self.parted.extend(other.parted);
        for correction in other.corrected {
            self.correct(correction.mention, correction.told);
        }
    }

    /// Cites every mention as it stands in its article now, so that one mention has one citation.
    pub fn recite(&mut self, corpus: &Corpus) {
        let cite = |c: &mut Citation| {
            if let Some(now) = c.now(corpus) {
                *c = now;
            }
        };
        self.joined.iter_mut().for_each(|pair| {
            pair.iter_mut().for_each(cite);
            pair.sort();
        });
        for parting in &mut self.parted {
            cite(&mut parting.mention);
            parting.from.iter_mut().for_each(cite);
        }
        self.corrected.iter_mut().for_each(|c| cite(&mut c.mention));
    }

    /// Finds the mentions in the articles at hand.
    #[must_use]
    pub fn locate(&self, corpus: &Corpus) -> Located {
        let find = |c: &Citation| c.quantity(corpus);
        let pair = |a: &Citation, b: &Citation| find(a).zip(find(b)).filter(|(a, b)| a != b);
        let mut located = Located {
            joined: self.joined.iter().filter_map(|[a, b]| pair(a, b)).map(|(a, b)| (a.min(b), a.max(b))).collect(),
            parted: self.parted.iter().flat_map(|p| p.from.iter().filter_map(|c| pair(&p.mention, c))).collect(),
            lost: self.citations().filter(|c| c.is_lost(corpus)).cloned().collect(),
        };
        located.joined.sort_unstable();
        located.joined.dedup();
        located.parted.sort_unstable();
        located.parted.dedup();
        located.lost.sort();
        located.lost.dedup();
        located
    }

    fn citations(&self) -> impl Iterator<Item = &Citation> {
        let parted = self.parted.iter().flat_map(|p| std::iter::once(&p.mention).chain(&p.from));
        self.joined.iter().flatten().chain(parted).chain(self.corrected.iter().map(|c| &c.mention))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::Article, corpus::ReadArticle, language::Registry};
    use std::sync::Arc;

    /// Articles of these texts, each with its own name.
    pub(super) fn corpus(texts: &[(&str, &str)]) -> Corpus {
        let languages = Registry::built_in();
        let read = |(name, text): &(&str, &str)| {
            Arc::new(ReadArticle::read(Arc::new(Article::from_text(name, text, "es", None)), &languages))
        };
        Corpus::new(texts.iter().map(read).collect())
    }

    /// The citations of every figure.
    fn all(corpus: &Corpus) -> Vec<Citation> {
        corpus.quantity_ids().map(|q| Citation::of(corpus, q)).collect()
    }

    fn four() -> Vec<Citation> {
        all(&corpus(&[("a", "Hubo 11 muertos."), ("b", "Hubo 12 muertos."), ("c", "Hubo 13."), ("d", "Hubo 14.")]))
    }

    #[test]
    fn a_later_edit_takes_away_what_it_contradicts() {
        let c = four();
        let mut amendments = Amendments::default();
        amendments.part(&c[..1], &c[1..3], &[]);
        amendments.join(&c[..1], &[c[1].clone(), c[3].clone()]);
        assert_eq!(amendments.parted, [Parting { mention: c[0].clone(), from: vec![c[2].clone()] }]);
        amendments.join(&[c[2].clone()], &c[..1]);
        assert_eq!(amendments.parted, []);
        assert_eq!(amendments.joined.len(), 2);
        amendments.part(&c[..1], &c[1..3], &[]);
        // The two that were joined to it are still one fact.
        assert_eq!(amendments.joined, [[c[1].clone(), c[2].clone()]]);
    }

    #[test]
    fn what_a_mention_brought_with_it_stays_when_it_goes() {
        let c = four();
        let mut amendments = Amendments::default();
        // The program has 0 with 1, and 2 with 3; the person joins 0 with 2, and then takes 0 away.
        amendments.join(&c[..2], &c[2..]);
        amendments.part(&c[..1], &c[1..], &c[1..2]);
        assert_eq!(amendments.joined, [[c[1].clone(), c[2].clone()]]);
    }

    #[test]
    fn what_was_joined_to_one_that_goes_away_stays_together() {
        let c = four();
        let mut amendments = Amendments::default();
        amendments.join(&c[..1], &c[1..2]);
        amendments.join(&c[..2], &c[2..3]);
        amendments.part(&c[..1], &c[1..3], &[]);
        assert_eq!(amendments.joined, [[c[1].clone(), c[2].clone()]]);
    }

    #[test]
    fn what_was_done_is_written_and_read_again() {
        let c = four();
        let mut amendments = Amendments::default();
        amendments.join(&c[..1], &c[1..2]);
        amendments.part(&c[2..3], &c[3..], &[]);
        amendments.correct(c[3].clone(), Some("unos 15".into()));
        amendments.correct(c[2].clone(), None);
        let text = serde_json::to_string(&amendments).expect("JSON");
        assert_eq!(serde_json::from_str::<Amendments>(&text).expect("it is read"), amendments);
        assert_eq!(amendments.correction(&c[2]), Some(&None));
        amendments.restore(&c[2]);
        assert_eq!(amendments.correction(&c[2]), None);
    }

    #[test]
    fn mentions_are_found_whatever_the_order() {
        let texts = [("a", "Hubo 11 muertos."), ("b", "Ayer hubo 12 muertos."), ("c", "Son 13 los muertos.")];
        let mut amendments = Amendments::default();
        let before = corpus(&texts);
        let c = all(&before);
        amendments.join(&c[..1], &c[2..]);
        amendments.part(&c[1..2], &c[2..], &[]);
        let turned = corpus(&[texts[2], texts[1], texts[0]]);
        let located = amendments.locate(&turned);
        assert_eq!(located.joined, [(QuantityId(0), QuantityId(2))]);
        assert_eq!(located.parted, [(QuantityId(1), QuantityId(0))]);
        assert_eq!(located.lost, []);
        // An article that is not here is no loss; a sentence that is not there any more is one.
        let other = corpus(&[("a", "Hubo once víctimas, por ahora."), texts[1]]);
        let located = amendments.locate(&other);
        assert_eq!((located.joined, located.parted), (vec![], vec![]));
        assert_eq!(located.lost, [c[0].clone()]);
    }
}
