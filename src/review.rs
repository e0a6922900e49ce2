//! What the person decided about the findings: kept by fingerprint, so it outlives the next analysis.

use crate::finding::{Finding, Fingerprint, Mark};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// All decisions and notes of a case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    entries: BTreeMap<Fingerprint, Entry>,
    /// Where entries went when their findings changed, so that an edit from before still finds its entry.
    #[serde(skip)]
    moved: BTreeMap<Fingerprint, Fingerprint>,
}

/// What was decided counts; by which way an entry came to its finding does not.
impl PartialEq for Review {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

impl Eq for Review {}

/// What was decided about one finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The decision.
    pub status: Status,
    /// The person's words; may be empty.
    pub note: String,
    /// The marks of the finding's mentions when it was decided: by them it is found again when a mention has joined or left.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

/// A decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has decided yet.
    #[default]
    Open,
    /// The sources do disagree.
    Confirmed,
    /// They do not, for this reason.
    Dismissed(Dismissal),
    /// Somebody has to look it up.
    ToCheck,
}

/// Why a finding was dismissed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dismissal {
    /// No reason was given.
    #[default]
    Unsaid,
    /// The mentions state different facts.
    DifferentFacts,
    /// One was updated since.
    UpdatedSince,
    /// A typing error, mended at the source.
    TypingError,
    /// The same in other units.
    Conversion,
    /// The same after rounding.
    Rounding,
}

/// What became of entries when the findings changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOver {
    /// Entries that went to another finding, from and to.
    pub moves: Vec<(Fingerprint, Fingerprint)>,
    /// Entries whose findings all have one of their own already. They are kept, and come back when those part again.
    pub crowded: Vec<Fingerprint>,
}

/// A change to a review. Applying it returns its inverse, which undoes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which finding.
    pub fingerprint: Fingerprint,
    /// What is to stand there.
    pub entry: Entry,
}

impl Review {
    /// What stands about a finding; [`Status::Open`] without a note where nothing does.
    #[must_use]
    pub fn entry(&self, fingerprint: &Fingerprint) -> Entry {
        self.entries.get(self.current(fingerprint)).cloned().unwrap_or_default()
    }

    /// The name that an entry has now, given one that it had.
    fn current<'a>(&'a self, fingerprint: &'a Fingerprint) -> &'a Fingerprint {
        let mut now = fingerprint;
        while let Some(next) = self.moved.get(now) {
            now = next;
        }
        now
    }

    /// Adds what was decided elsewhere; where both say something about a finding, the other says it last.
    pub fn take_over(&mut self, other: Self) {
        self.entries.extend(other.entries);
    }

    /// Whether nothing was decided or noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether anything was decided or noted about a finding.
    #[must_use]
    pub fn knows(&self, fingerprint: &Fingerprint) -> bool {
        self.entries.contains_key(fingerprint)
    }

    /// Keeps what was decided when the findings have changed: an entry whose finding is gone moves to the one that shares
    /// most of its mentions, at least half of them, and has no entry of its own. What finds no home stays, for its
    /// articles may come back. Of two that seek one finding, as when two were joined, the one that has most of the marks
    /// `first` gets it.
    pub fn carry_over(&mut self, findings: &[Finding], first: &[Mark]) -> CarriedOver {
        let mut homes: BTreeMap<Mark, Vec<usize>> = BTreeMap::new();
        for (i, finding) in findings.iter().enumerate() {
            for mention in &finding.mentions {
                homes.entry(mention.mark).or_default().push(i);
            }
        }
        let present: BTreeSet<&Fingerprint> = findings.iter().map(|f| &f.fingerprint).collect();
        let mut astray: Vec<Fingerprint> = self.entries.keys().filter(|f| !present.contains(f)).cloned().collect();
        let of_first = |f: &Fingerprint| self.entries[f].marks.iter().filter(|m| first.contains(m)).count();
        astray.sort_by_key(|f| std::cmp::Reverse(of_first(f)));
        let mut carried = CarriedOver::default();
        for from in astray {
            let Some(entry) = self.entries.get(&from) else { continue };
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for home in entry.marks.iter().filter_map(|m| homes.get(m)).flatten() {
                *shared.entry(*home).or_default() += 1;
            }
            let free = |i: &usize| !self.entries.contains_key(&findings[*i].fingerprint);
            shared.retain(|_, n| *n * 2 >= entry.marks.len());
            let is_sought = !shared.is_empty();
            // Of several that share as many, the first in the list, which is the gravest.
            let best = shared.into_iter().filter(|(i, _)| free(i)).max_by_key(|(i, n)| (*n, std::cmp::Reverse(*i)));
            if best.is_none() && is_sought {
                carried.crowded.push(from.clone());
            }
            if let Some((home, _)) = best
                && let Some(entry) = self.entries.remove(&from)
            {
                let to = findings[home].fingerprint.clone();
                self.entries.insert(to.clone(), entry);
                // Who comes home is no longer away: so no chain of moves runs in a circle.
                self.moved.remove(&to);
                self.moved.insert(from.clone(), to.clone());
                carried.moves.push((from, to));
            }
        }
        carried
    }

    /// Makes the change and returns the one that takes it back.
    #[must_use = "the inverse is what undoes the edit"]
    pub fn apply(&mut self, edit: Edit) -> Edit {
        let fingerprint = self.current(&edit.fingerprint).clone();
        let before = self.entry(&fingerprint);
        if edit.entry.status == Status::Open && edit.entry.note.is_empty() {
            self.entries.remove(&fingerprint);
        } else {
            self.entries.insert(fingerprint.clone(), edit.entry);
        }
        Edit { fingerprint, entry: before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::{ArticleId, QuantityId, SentenceId},
        finding::{ByHand, Mention},
    };

    /// A finding whose mentions have these marks.
    fn finding(marks: &[u64]) -> Finding {
        let mention = |m: &u64| Mention {
            quantity: QuantityId(0),
            sentence: SentenceId(0),
            article: ArticleId(0),
            attribution: None,
            mark: Mark(*m),
            by_hand: ByHand::default(),
        };
        Finding::of_mentions(marks.iter().map(mention).collect())
    }

    fn decided(review: &mut Review, finding: &Finding, note: &str) -> Edit {
        let marks = finding.mentions.iter().map(|m| m.mark).collect();
        let entry = Entry { status: Status::Confirmed, note: note.to_owned(), marks };
        review.apply(Edit { fingerprint: finding.fingerprint.clone(), entry })
    }

    /// Decides about a finding, carries the decision over, and says where it went: the place in `after`, if any.
    fn check(before: &[u64], after: &[&[u64]], expected: Option<usize>) {
        let mut review = Review::default();
        let _ = decided(&mut review, &finding(before), "n");
        let after: Vec<Finding> = after.iter().map(|m| finding(m)).collect();
        review.carry_over(&after, &[]);
        let found = after.iter().position(|f| review.entry(&f.fingerprint).status == Status::Confirmed);
        assert_eq!(found, expected, "{before:?}");
    }

    #[test]
    fn decisions_outlive_another_analysis() {
        check(&[1, 2], &[&[1, 2]], Some(0));
        check(&[1, 2], &[&[3, 4], &[1, 2, 3]], Some(1));
        check(&[1, 2, 3, 4], &[&[1], &[2, 3, 4]], Some(1));
        check(&[1, 2, 3], &[&[1], &[4]], None);
        check(&[1, 2], &[], None);
    }

    #[test]
    fn what_finds_no_home_stays_for_its_articles() {
        let mut review = Review::default();
        let first = finding(&[1, 2]);
        let _ = decided(&mut review, &first, "mirar");
        assert_eq!(review.carry_over(&[finding(&[7])], &[]), CarriedOver::default());
        assert_eq!(review.entry(&first.fingerprint).note, "mirar");
    }

    #[test]
    fn of_two_decisions_about_what_is_one_now_that_of_the_looked_at_counts() {
        let (one, other, both) = (finding(&[1, 2]), finding(&[3, 4]), finding(&[1, 2, 3, 4]));
        for (first, expected) in [([1, 2], "one"), ([3, 4], "other")] {
            let mut review = Review::default();
            let _ = decided(&mut review, &one, "one");
            let _ = decided(&mut review, &other, "other");
            let carried = review.carry_over(std::slice::from_ref(&both), &first.map(Mark));
            assert_eq!((carried.moves.len(), carried.crowded.len()), (1, 1));
            assert_eq!(review.entry(&both.fingerprint).note, expected);
            // Once they part again, both are back.
            review.carry_over(&[one.clone(), other.clone()], &[]);
            assert_eq!(
                (review.entry(&one.fingerprint).note, review.entry(&other.fingerprint).note),
                ("one".into(), "other".into())
            );
        }
    }

    #[test]
    fn an_edit_from_before_a_move_finds_its_entry() {
        let mut review = Review::default();
        let (before, after) = (finding(&[1, 2]), finding(&[1, 2, 3]));
        let undo = decided(&mut review, &before, "n");
        review.carry_over(std::slice::from_ref(&after), &[]);
        let redo = review.apply(undo);
        assert_eq!(review.entry(&after.fingerprint), Entry::default());
        let _ = review.apply(redo);
        assert_eq!(review.entry(&after.fingerprint).status, Status::Confirmed);
        review.carry_over(std::slice::from_ref(&before), &[]);
        assert_eq!(review.entry(&before.fingerprint).status, Status::Confirmed);
    }

    #[test]
    fn an_edit_and_its_inverse_leave_things_as_they_were() {
        let mut review = Review::default();
        let finding = finding(&[1, 2]);
        let inverse = decided(&mut review, &finding, "n");
        assert!(review.knows(&finding.fingerprint));
        let again = review.apply(inverse);
        assert_eq!(review, Review::default());
        let _ = review.apply(again);
        assert_eq!(review.entry(&finding.fingerprint).status, Status::Confirmed);
    }
}
