//! What of a report is handed on: which findings go in, and what is told of them.

use super::{Report, status_key};
use crate::{article::address::Address, finding::Verdict, review::Status, wording::Wording};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A choice: everything, but for what is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Choice {
    without: Vec<Part>,
}

/// What can be left out of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Conflicts.
    Conflicts,
    /// Tensions.
    Tensions,
    /// What all sources agree on.
    Agreements,
    /// Figures of one source alone.
    Singles,
    /// Of what is flagged: what nobody has decided on.
    Undecided,
    /// What was confirmed.
    Confirmed,
    /// What is still to be checked.
    ToCheck,
    /// What was dismissed.
    Dismissed,
    /// The person's notes.
    Notes,
    /// The folders that the articles lie in; their files are named all the same.
    Folders,
}

/// How many findings went into a report, where not all did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// So many are in it.
    pub findings: usize,
    /// So many there were.
    pub of: usize,
}

impl Chosen {
    /// The same in words.
    #[must_use]
    pub fn in_words(self, words: &Wording) -> String {
        words.count("report-chosen", &[("findings", self.findings), ("of", self.of)])
    }
}

impl Part {
    /// Every part, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Conflicts,
        Self::Tensions,
        Self::Agreements,
        Self::Singles,
        Self::Undecided,
        Self::Confirmed,
        Self::ToCheck,
        Self::Dismissed,
        Self::Notes,
        Self::Folders,
    ];

    /// Its name on the command line and in settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflicts => "conflicts",
            Self::Tensions => "tensions",
            Self::Agreements => "agreements",
            Self::Singles => "singles",
            Self::Undecided => "undecided",
            Self::Confirmed => "confirmed",
            Self::ToCheck => "to-check",
            Self::Dismissed => "dismissed",
            Self::Notes => "notes",
            Self::Folders => "folders",
        }
    }

    /// The part of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The part that findings of a verdict are.
    #[must_use]
    pub fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Conflict => Self::Conflicts,
            Verdict::Tension => Self::Tensions,
            Verdict::Agree => Self::Agreements,
            Verdict::Single => Self::Singles,
        }
    }

    /// The part that flagged findings of a status are, by its key.
    fn of_status(key: &str) -> Self {
        match key {
            "confirmed" => Self::Confirmed,
            "to-check" => Self::ToCheck,
            "dismissed" => Self::Dismissed,
            _ => Self::Undecided,
        }
    }
}

impl Choice {
    /// Everything but these.
    pub fn without(parts: impl IntoIterator<Item = Part>) -> Self {
        let mut choice = Self::default();
        parts.into_iter().for_each(|part| choice.set(part, false));
        choice
    }

    /// Whether a part goes in.
    #[must_use]
    pub fn holds(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    /// Puts a part in, or leaves it out.
    pub fn set(&mut self, part: Part, holds: bool) {
        self.without.retain(|other| *other != part);
        if !holds {
            self.without.push(part);
            self.without.sort_unstable();
        }
    }

    /// Whether a finding goes in. Only what is flagged is decided on.
    #[must_use]
    pub fn takes(&self, verdict: Verdict, status: Status) -> bool {
        self.takes_key(verdict, status_key(status))
    }

    fn takes_key(&self, verdict: Verdict, status: &str) -> bool {
        self.holds(Part::of_verdict(verdict)) && (!verdict.is_flagged() || self.holds(Part::of_status(status)))
    }
}

impl Report {
    /// The same with nothing but what was chosen; its counts are those of what is left, and it says that there was more.
    #[must_use]
    pub fn chosen(mut self, choice: &Choice) -> Self {
        let of = self.findings.len();
        self.findings.retain(|fact| choice.takes_key(fact.verdict, fact.status));
        if !choice.holds(Part::Notes) {
            self.findings.iter_mut().for_each(|fact| fact.note.clear());
        }
        if !choice.holds(Part::Folders) {
            let files =
                self.articles.iter_mut().map(|a| &mut a.file).chain(self.unread.iter_mut().map(|u| &mut u.file));
            files.for_each(|file| {
                // What was fetched has an address, which is no secret of this computer.
                if let Some(name) = Path::new(file.as_str()).file_name().filter(|_| Address::of(file).is_none()) {
                    *file = name.to_string_lossy().into_owned();
                }
            });
        }
        let findings = self.findings.len();
        self.chosen = (findings < of).then_some(Chosen { findings, of });
        self.summary = self.count();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{report::sample, review::Dismissal};

    #[test]
    fn findings_go_in_by_verdict_and_decision() {
        let check = |without: &[Part], verdict, status, expected| {
            let choice = Choice::without(without.iter().copied());
            assert_eq!(choice.takes(verdict, status), expected, "{without:?}");
        };
        let dismissed = Status::Dismissed(Dismissal::Rounding);
        check(&[], Verdict::Conflict, dismissed, true);
        check(&[Part::Dismissed], Verdict::Conflict, dismissed, false);
        check(&[Part::Dismissed], Verdict::Conflict, Status::Open, true);
        check(&[Part::Undecided], Verdict::Tension, Status::Open, false);
        check(&[Part::Undecided], Verdict::Agree, Status::Open, true);
        check(&[Part::Agreements], Verdict::Agree, Status::Open, false);
        check(&[Part::Tensions, Part::Confirmed], Verdict::Conflict, Status::ToCheck, true);
    }

    #[test]
    fn what_is_left_out_is_gone_and_told() {
        let mut whole = sample::report("secreto");
        whole.articles[0].file = "/casa/ana/secreto.txt".to_owned();
        let all = whole.clone().chosen(&Choice::default());
        assert_eq!((all.chosen, all.findings.len(), all.articles[0].file.as_str()), (None, 1, "/casa/ana/secreto.txt"));
        let some = whole.clone().chosen(&Choice::without([Part::Notes, Part::Folders]));
        assert_eq!((some.findings[0].note.as_str(), some.articles[0].file.as_str()), ("", "secreto.txt"));
        let none = whole.chosen(&Choice::without([Part::Dismissed]));
        assert_eq!(none.chosen, Some(Chosen { findings: 0, of: 1 }));
        assert_eq!((none.findings.len(), none.summary.tensions), (0, 0));
    }

    #[test]
    fn every_part_has_a_name_of_its_own() {
        for part in Part::ALL {
            assert_eq!(Part::from_name(part.name()), Some(part));
            assert_eq!(serde_json::to_value(part).expect("a name"), part.name());
        }
    }
}
