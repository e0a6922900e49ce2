//! The work on the desk: sources, what was found in them, what was decided. Knows nothing of windows.

mod by_hand;
mod case;
mod filter;
mod history;
mod index;
mod source;

pub use case::CaseFile;
pub use filter::{Filter, Order};
pub use history::{Deed, History};
use index::Index;
pub use source::{Letter, Place, Source, SourceId, SourceState};

use crate::{
    amendment::{Amendments, Citation},
    analysis::{Analysis, Settings},
    article::{Article, Metadata, load::LoadError},
    case::Standing,
    corpus::ArticleId,
    finding::{Disagreement, Finding, Fingerprint, Mark, Verdict},
    review::{Edit, Entry, Review, Status},
};
use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// The work: everything that a case would hold, and what is being looked at.
#[derive(Debug)]
pub struct Session {
    sources: Vec<Source>,
    next_source: u32,
    analysis: Arc<Analysis>,
    /// For every article of the analysis the source that it was.
    analysed: Vec<SourceId>,
    /// For every fingerprint its finding's place in the analysis.
    places: HashMap<Fingerprint, usize>,
    review: Review,
    /// What was done by hand.
    amendments: Amendments,
    /// What the finding is known by that is looked at after the next analysis.
    follow: Vec<Mark>,
    /// Mentions that were amended and are lost, of which the person knows.
    lost: BTreeSet<Citation>,
    /// The file that all of this is kept in, where there is one.
    case_file: Option<CaseFile>,
    is_changed: bool,
    history: History<Step>,
    filter: Filter,
    /// What is to be flagged.
    pub settings: Settings,
    /// Ways of disagreeing that the person does not want flagged.
    unflagged: Vec<Disagreement>,
    selected: Option<Fingerprint>,
    /// The findings that pass the filter, in its order, by their places in the analysis.
    shown: Vec<usize>,
    counts: [(Verdict, usize); 4],
    /// For every finding of the analysis the way in which it disagrees.
    ways: Vec<Option<Disagreement>>,
    /// How many of the flagged findings were decided, and how many there are.
    decided: (usize, usize),
    index: Index,
    revision: u64,
    /// How many deeds there were, those taken back and done again left out.
    deeds: u64,
    /// Decisions whose finding is taken by another's, of which the person knows.
    crowded: BTreeSet<Fingerprint>,
    /// How many of them there are since the last analysis.
    newly_crowded: usize,
}

/// A change to the session. Making it gives the one that turns it round.
#[derive(Clone, Debug)]
enum Step {
    /// Puts sources at places on the desk.
    Insert(Vec<(usize, Source)>),
    /// Takes sources off the desk.
    Remove(Vec<SourceId>),
    /// Takes sources off the desk, then puts others at places on it.
    Swap(Vec<SourceId>, Vec<(usize, Source)>),
    /// Corrects what is known about an article.
    Describe(SourceId, Metadata),
    /// Puts other texts of the same articles in their places.
    Renew(Vec<(SourceId, Arc<Article>, Standing)>),
    /// Switches a source off, or on again.
    Switch(SourceId, bool),
    /// Puts a source at a place among all.
    Move(SourceId, usize),
    /// Changes a decision or a note.
    Review(Edit),
    /// Changes what was done by hand, around mentions with these marks.
    Amend(Box<Amendments>, Vec<Mark>),
}

impl Default for Session {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            next_source: 0,
            analysis: Arc::default(),
            analysed: Vec::new(),
            places: HashMap::new(),
            review: Review::default(),
            amendments: Amendments::default(),
            follow: Vec::new(),
            lost: BTreeSet::new(),
            case_file: None,
            is_changed: false,
            history: History::default(),
            filter: Filter::default(),
            settings: Settings::default(),
            unflagged: Vec::new(),
            selected: None,
            shown: Vec::new(),
            counts: Verdict::ALL.map(|v| (v, 0)),
            ways: Vec::new(),
            decided: (0, 0),
            index: Index::default(),
            revision: 0,
            deeds: 0,
            crowded: BTreeSet::new(),
            newly_crowded: 0,
        }
    }
}

impl Session {
    /// The documents on the desk, in order, also those that could not be read.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The document of that name.
    #[must_use]
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.index.place(id).and_then(|at| self.sources.get(at))
    }

    /// The letter of a source: only those that could be read have one.
    #[must_use]
    pub fn letter(&self, id: SourceId) -> Option<Letter> {
        self.index.letter(id)
    }

    /// The letter of an article of the analysis. While a removed source still stands in the analysis, it has the one behind the last.
    #[must_use]
    pub fn letter_of(&self, article: ArticleId) -> Letter {
        self.source_of(article).and_then(|id| self.letter(id)).unwrap_or_else(|| Letter(self.index.letters()))
    }

    /// The source that an article of the analysis was.
    #[must_use]
    pub fn source_of(&self, article: ArticleId) -> Option<SourceId> {
        self.analysed.get(article.0 as usize).copied()
    }

    /// The article of the analysis that a source is, once it was analysed.
    #[must_use]
    pub fn article_of(&self, source: SourceId) -> Option<ArticleId> {
        self.index.article(source)
    }

    /// Puts what was loaded on the desk, behind what stands there, and returns how many could be read. What stands there
    /// already, by the bytes of its file, is left alone; a file that could not be read before gives way to the new attempt.
    pub fn add(&mut self, loaded: Vec<Result<Article, LoadError>>) -> usize {
        let mut added: Vec<Source> = Vec::new();
        for document in loaded {
            let state = match document {
                Ok(article) => SourceState::Read(Arc::new(article)),
                Err(error) => SourceState::Unreadable(Arc::new(error)),
            };
            let source = Source::new(SourceId(self.next_source), state);
            let failed_before = |s: &&mut Source| s.article().is_none() && s.path() == source.path();
            let before = self.sources.iter_mut().chain(&mut added).find(failed_before);
            if let (None, Some(before)) = (source.article(), before) {
                // It failed again: what is new is the reason.
                before.state = source.state;
            } else if !self.has(&source) {
                self.next_source += 1;
                added.push(source);
            }
        }
        let read = added.iter().filter(|s| s.article().is_some()).count();
        if !added.is_empty() {
            self.make(Deed::Added, self.placed(added));
        }
        read
    }

    /// Puts sources behind those on the desk; what could not be read before and can be now takes the place of its failure.
    fn placed(&self, added: Vec<Source>) -> Step {
        let (mut gone, mut places) = (Vec::new(), Vec::new());
        let mut rest = added;
        let mut at = 0;
        for source in &self.sources {
            let failed = source.article().is_none();
            let (here, others): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|s| failed && s.article().is_some() && s.path() == source.path());
            rest = others;
            if here.is_empty() {
                at += 1;
            } else {
                gone.push(source.id);
                for new in here {
                    places.push((at, new));
                    at += 1;
                }
            }
        }
        places.extend((at..).zip(rest));
        if gone.is_empty() { Step::Insert(places) } else { Step::Swap(gone, places) }
    }

    /// Puts sources at places on the desk; their names.
    fn put(&mut self, sources: Vec<(usize, Source)>) -> Vec<SourceId> {
        let names = sources.iter().map(|(_, s)| s.id).collect();
        for (at, source) in sources {
            self.sources.insert(at.min(self.sources.len()), source);
        }
        names
    }

    /// Takes sources off the desk; where they stood.
    fn take_off(&mut self, names: &[SourceId]) -> Vec<(usize, Source)> {
        let all = std::mem::take(&mut self.sources).into_iter().enumerate();
        let (gone, stay): (Vec<_>, Vec<_>) = all.partition(|(_, s)| names.contains(&s.id));
        self.sources = stay.into_iter().map(|(_, s)| s).collect();
        self.filter.source = self.filter.source.filter(|id| !names.contains(id));
        gone
    }

    fn has(&self, source: &Source) -> bool {
        let Some(origin) = source.article().map(|a| &a.origin) else { return false };
        let mut known = self.sources.iter().filter_map(Source::article).map(|a| &a.origin);
        !origin.sha256.is_empty() && known.any(|o| (&o.sha256, o.index) == (&origin.sha256, origin.index))
    }

    /// Puts the articles that a source was cut into in its place. Where it is but one, nothing happens.
    pub fn cut(&mut self, id: SourceId, parts: Vec<Article>) {
        let Some(at) = self.sources.iter().position(|s| s.id == id).filter(|_| parts.len() > 1) else { return };
        let whole = self.sources[at].clone();
        let ids = (self.next_source..).map(SourceId);
        self.next_source += parts.len() as u32;
        let source = |(article, id)| Source { id, state: SourceState::Read(Arc::new(article)), ..whole.clone() };
        let sources = (at..).zip(parts.into_iter().zip(ids).map(source)).collect();
        self.make(Deed::Cut, Step::Swap(vec![id], sources));
    }

    /// Takes a source off the desk.
    pub fn remove(&mut self, id: SourceId) {
        if self.source(id).is_some() {
            self.make(Deed::Removed, Step::Remove(vec![id]));
        }
    }

    /// Corrects what is known about an article.
    pub fn describe(&mut self, id: SourceId, metadata: Metadata) {
        let known = self.source(id).and_then(Source::article).map(|a| &a.metadata);
        if known.is_some_and(|known| *known != metadata) {
            self.make(Deed::Corrected, Step::Describe(id, metadata));
        }
    }

    /// Switches a source off, so that it is not compared, or on again.
    pub fn switch(&mut self, id: SourceId, on: bool) {
        if self.source(id).is_some_and(|s| s.off == on) {
            self.make(if on { Deed::SwitchedOn } else { Deed::SwitchedOff }, Step::Switch(id, !on));
        }
    }

    /// Moves a source to a place among those that could be read, which are the ones with letters; the last place where
    /// there are fewer. Says whether it moved.
    pub fn move_to(&mut self, id: SourceId, place: usize) -> bool {
        let read: Vec<usize> = (0..self.sources.len()).filter(|&i| self.sources[i].article().is_some()).collect();
        let Some(&to) = read.get(place.min(read.len().saturating_sub(1))) else { return false };
        let moves = self.sources.iter().position(|s| s.id == id).is_some_and(|from| from != to);
        if moves {
            self.make(Deed::Moved, Step::Move(id, to));
        }
        moves
    }

    /// The articles that are to be analysed, and the sources that they are.
    #[must_use]
    pub fn to_analyse(&self) -> (Vec<SourceId>, Vec<Arc<Article>>) {
        self.sources.iter().filter(|s| !s.off).filter_map(|s| Some((s.id, s.article()?.clone()))).unzip()
    }

    /// What was found. May be of the articles before the last change, while the next analysis is at work.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The same, to be held on to.
    #[must_use]
    pub fn share_analysis(&self) -> Arc<Analysis> {
        self.analysis.clone()
    }

    /// Takes over what was found in the articles of [`to_analyse`](Self::to_analyse). Decisions stay, and so does the selection where its finding does.
    pub fn set_analysis(&mut self, analysed: Vec<SourceId>, analysis: Analysis) {
        let looked_at = self.selected_finding().map(Finding::marks).unwrap_or_default();
        self.places = analysis.findings.iter().enumerate().map(|(i, f)| (f.fingerprint.clone(), i)).collect();
        let carried = self.review.carry_over(&analysis.findings, &self.follow);
        for (from, to) in carried.moves {
            if self.selected.as_ref() == Some(&from) {
                self.selected = Some(to);
            }
        }
        let known = self.crowded.len();
        self.crowded.extend(carried.crowded);
        self.newly_crowded = self.crowded.len() - known;
        // A finding that nothing was decided about has another name once a mention joined or left it.
        let is_here = self.selected.as_ref().is_some_and(|f| self.places.contains_key(f));
        if self.follow.is_empty() && !is_here {
            self.follow = looked_at;
        }
        self.ways = analysis.findings.iter().map(Finding::disagreement).collect();
        self.analysis = Arc::new(analysis);
        self.analysed = analysed;
        if let Some(followed) = self.followed() {
            self.selected = Some(followed);
        }
        self.changed();
        if self.selected_finding().is_none() {
            self.selected = self.shown.first().map(|&i| self.analysis.findings[i].fingerprint.clone());
        }
    }

    /// What the findings shown are chosen by.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Changes what the findings shown are chosen by.
    pub fn set_filter(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.filter);
        self.changed();
    }

    /// The findings that pass the filter, in its order.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Finding> + DoubleEndedIterator {
        self.shown.iter().map(|&i| &self.analysis.findings[i])
    }

    /// The finding at a place among those shown.
    #[must_use]
    pub fn shown_at(&self, place: usize) -> Option<&Finding> {
        self.shown.get(place).map(|&i| &self.analysis.findings[i])
    }

    /// How many findings of each verdict pass the rest of the filter.
    #[must_use]
    pub fn counts(&self) -> [(Verdict, usize); 4] {
        self.counts
    }

    /// How many findings disagree in each way, whatever the filter: those ways that there are, in their order.
    #[must_use]
    pub fn disagreements(&self) -> Vec<(Disagreement, usize)> {
        let count = |way: Disagreement| (way, self.ways.iter().filter(|w| **w == Some(way)).count());
        Disagreement::ALL.map(count).into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// Ways of disagreeing that are not flagged.
    #[must_use]
    pub fn unflagged(&self) -> &[Disagreement] {
        &self.unflagged
    }

    /// Chooses the ways of disagreeing that are not flagged: what parts so is neither shown nor counted.
    pub fn set_unflagged(&mut self, ways: Vec<Disagreement>) {
        if self.unflagged != ways {
            self.unflagged = ways;
            self.changed();
        }
    }

    /// Whether a finding, by its place in the analysis, asks something of the person.
    fn is_flagged(&self, at: usize) -> bool {
        self.analysis.findings[at].verdict.is_flagged() && !self.is_passed_over(at)
    }

    fn is_passed_over(&self, at: usize) -> bool {
        self.ways[at].is_some_and(|way| self.unflagged.contains(&way))
    }

    fn passes(&self, at: usize) -> bool {
        if self.is_passed_over(at) {
            return false;
        }
        let finding = &self.analysis.findings[at];
        let source = self.filter.source;
        let in_source = finding.mentions.iter().any(|m| self.source_of(m.article) == source);
        let is_way = self.filter.disagreement.is_none_or(|way| self.ways[at] == Some(way));
        is_way && self.filter.passes(finding, &self.analysis.corpus, self.status(finding), in_source)
    }

    /// The finding that is being looked at.
    #[must_use]
    pub fn selected_finding(&self) -> Option<&Finding> {
        self.places.get(self.selected.as_ref()?).map(|&i| &self.analysis.findings[i])
    }

    /// The place of the selected finding among those shown, from 0.
    #[must_use]
    pub fn selected_place(&self) -> Option<usize> {
        self.index.shown_place(*self.places.get(self.selected.as_ref()?)?)
    }

    /// The fingerprint of the finding that is being looked at, also while its analysis is at work.
    #[must_use]
    pub fn selected(&self) -> Option<&Fingerprint> {
        self.selected.as_ref()
    }

    /// Looks at a finding.
    pub fn select(&mut self, fingerprint: Fingerprint) {
        self.selected = Some(fingerprint);
    }

    /// Looks at the next finding shown (`by` 1) or at the one before (`by` -1), and stays at the ends. Says whether it moved.
    pub fn step(&mut self, by: isize) -> bool {
        let last = self.shown.len().saturating_sub(1);
        let to = match self.selected_place() {
            Some(at) => at.saturating_add_signed(by).min(last),
            None if by < 0 => last,
            None => 0,
        };
        self.look_at(to)
    }

    /// Looks at the next (`by` 1) or the last (`by` -1) flagged finding shown that nobody has decided on, going round at the end.
    pub fn step_undecided(&mut self, by: isize) -> bool {
        let n = self.shown.len();
        let at = self.selected_place().unwrap_or(if by < 0 { 0 } else { n.saturating_sub(1) });
        let next = (1..=n).map(|k| if by < 0 { (at + n - k) % n } else { (at + k) % n }).find(|&i| {
            let finding = &self.analysis.findings[self.shown[i]];
            finding.verdict.is_flagged() && self.status(finding) == Status::Open
        });
        next.is_some_and(|i| self.look_at(i))
    }

    fn look_at(&mut self, place: usize) -> bool {
        let Some(&i) = self.shown.get(place) else { return false };
        let fingerprint = self.analysis.findings[i].fingerprint.clone();
        let moved = self.selected.as_ref() != Some(&fingerprint);
        self.selected = Some(fingerprint);
        moved
    }

    /// The files that could not be read.
    pub fn unread(&self) -> impl Iterator<Item = &LoadError> {
        self.sources.iter().filter_map(|s| match &s.state {
            SourceState::Unreadable(error) => Some(&**error),
            SourceState::Read(_) => None,
        })
    }

    /// Takes over decisions of before. They cannot be undone: they were not made here.
    pub fn set_review(&mut self, review: Review) {
        self.review = review;
        self.review.carry_over(&self.analysis.findings, &[]);
        self.changed();
    }

    /// All decisions and notes.
    #[must_use]
    pub fn review(&self) -> &Review {
        &self.review
    }

    /// What was decided about a finding.
    #[must_use]
    pub fn status(&self, finding: &Finding) -> Status {
        self.review.entry(&finding.fingerprint).status
    }

    /// How many of the flagged findings were decided, and how many there are. An agreement asks nothing of the person, so it does not count.
    #[must_use]
    pub fn decided(&self) -> (usize, usize) {
        self.decided
    }

    /// Decides about the selected finding and moves on to the next one. Says what was done.
    pub fn decide(&mut self, status: Status) -> Option<Deed> {
        let finding = self.selected_finding()?;
        let fingerprint = finding.fingerprint.clone();
        let next = self.selected_place().and_then(|at| self.shown.get(at + 1)).copied();
        let entry = Entry { status, marks: finding.marks(), ..self.review.entry(&fingerprint) };
        let deed = match status {
            Status::Open => Deed::Reopened,
            Status::Confirmed => Deed::Confirmed,
            Status::Dismissed(_) => Deed::Dismissed,
            Status::ToCheck => Deed::ToCheck,
        };
        if self.review.entry(&fingerprint).status != status {
            self.make(deed, Step::Review(Edit { fingerprint, entry }));
        }
        if let Some(next) = next {
            self.selected = Some(self.analysis.findings[next].fingerprint.clone());
        }
        Some(deed)
    }

    /// Writes a note about the selected finding.
    pub fn note(&mut self, note: String) {
        let Some(finding) = self.selected_finding() else { return };
        let (fingerprint, marks) = (finding.fingerprint.clone(), finding.marks());
        self.note_about(fingerprint, marks, note);
    }

    /// Writes a note about the finding that had this fingerprint and these marks when the note was begun, whatever was
    /// analysed since. Where it is gone, the note waits for its articles as every decision does.
    pub fn note_about(&mut self, fingerprint: Fingerprint, marks: Vec<Mark>, note: String) {
        let fingerprint = self.now_called(&fingerprint, &marks).unwrap_or(fingerprint);
        let place = self.places.get(&fingerprint);
        let marks = place.map_or(marks, |&i| self.analysis.findings[i].marks());
        let entry = Entry { note, marks, ..self.review.entry(&fingerprint) };
        if entry.note != self.review.entry(&fingerprint).note {
            self.make(Deed::Noted, Step::Review(Edit { fingerprint, entry }));
        }
    }

    /// The fingerprint that a finding has in this analysis: its own, or that of the one with most of its marks, at least
    /// half of them.
    fn now_called(&self, fingerprint: &Fingerprint, marks: &[Mark]) -> Option<Fingerprint> {
        if self.places.contains_key(fingerprint) {
            return Some(fingerprint.clone());
        }
        let known = self.analysis.findings.iter().enumerate().map(|(i, f)| (f.shares(marks), Reverse(i), f));
        let best = known.filter(|(n, ..)| *n > 0 && n * 2 >= marks.len()).max_by_key(|(n, i, _)| (*n, *i));
        best.map(|(.., f)| f.fingerprint.clone())
    }

    /// How many decisions lost their finding to another's decision in the last analysis, of which nobody was told yet.
    pub fn newly_crowded(&mut self) -> usize {
        std::mem::take(&mut self.newly_crowded)
    }

    /// How many deeds there were, those taken back and done again left out.
    #[must_use]
    pub fn deeds(&self) -> u64 {
        self.deeds
    }

    /// Takes back what was done last, and says what it was.
    pub fn undo(&mut self) -> Option<Deed> {
        let mut history = std::mem::take(&mut self.history);
        let deed = history.undo(|step| self.apply(step));
        self.history = history;
        deed
    }

    /// Does again what was taken back last, and says what it is.
    pub fn redo(&mut self) -> Option<Deed> {
        let mut history = std::mem::take(&mut self.history);
        let deed = history.redo(|step| self.apply(step));
        self.history = history;
        deed
    }

    /// What could be taken back and done again.
    #[must_use]
    pub fn history(&self) -> (Option<Deed>, Option<Deed>) {
        (self.history.next_undo(), self.history.next_redo())
    }

    /// Grows with every change to sources, findings, filter and decisions, so that what is derived from them can be kept until then.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    fn make(&mut self, deed: Deed, step: Step) {
        let inverse = self.apply(step);
        self.history.record(deed, inverse);
        self.deeds += 1;
    }

    fn apply(&mut self, step: Step) -> Step {
        let inverse = match step {
            Step::Insert(sources) => Step::Remove(self.put(sources)),
            Step::Remove(names) => Step::Insert(self.take_off(&names)),
            Step::Swap(names, sources) => {
                let gone = self.take_off(&names);
                Step::Swap(self.put(sources), gone)
            }
            Step::Describe(id, metadata) => {
                let before = self.replace_metadata(id, metadata);
                Step::Describe(id, before)
            }
            Step::Renew(articles) => self.exchange(articles),
            Step::Switch(id, off) => {
                let before = self.source_mut(id).map(|s| std::mem::replace(&mut s.off, off));
                Step::Switch(id, before.unwrap_or(off))
            }
            Step::Move(id, to) => {
                let from = self.sources.iter().position(|s| s.id == id).unwrap_or(to);
                if from < self.sources.len() {
                    let source = self.sources.remove(from);
                    self.sources.insert(to.min(self.sources.len()), source);
                }
                Step::Move(id, from)
            }
            Step::Review(edit) => {
                let mut marks = edit.entry.marks.clone();
                let inverse = self.review.apply(edit);
                marks.extend(inverse.entry.marks.iter().filter(|m| !marks.contains(m)).copied().collect::<Vec<_>>());
                // It may have another name by now than when it was decided about.
                if !self.places.contains_key(&inverse.fingerprint) {
                    self.review.carry_over(&self.analysis.findings, &[]);
                }
                if let Some(now) = self.now_called(&inverse.fingerprint, &marks) {
                    self.selected = Some(now);
                }
                Step::Review(inverse)
            }
            Step::Amend(amendments, around) => {
                let before = std::mem::replace(&mut self.amendments, *amendments);
                self.follow.clone_from(&around);
                Step::Amend(Box::new(before), around)
            }
        };
        self.changed();
        inverse
    }

    fn source_mut(&mut self, id: SourceId) -> Option<&mut Source> {
        let at = self.index.place(id)?;
        self.sources.get_mut(at)
    }

    fn replace_metadata(&mut self, id: SourceId, metadata: Metadata) -> Metadata {
        let article = self.source_mut(id).and_then(|s| match &mut s.state {
            SourceState::Read(article) => Some(Arc::make_mut(article)),
            SourceState::Unreadable(_) => None,
        });
        article.map(|a| a.describe(metadata)).unwrap_or_default()
    }

    fn changed(&mut self) {
        self.revision += 1;
        self.is_changed = self.differs();
        let findings = &self.analysis.findings;
        let mut shown: Vec<usize> = (0..findings.len()).filter(|&i| self.passes(i)).collect();
        self.counts = Verdict::ALL.map(|v| (v, shown.iter().filter(|&&i| findings[i].verdict == v).count()));
        shown.retain(|&i| self.filter.shows(findings[i].verdict));
        self.filter.sort(&mut shown, findings);
        let flagged = || (0..findings.len()).filter(|&i| self.is_flagged(i));
        let decided = flagged().filter(|&i| self.status(&findings[i]) != Status::Open).count();
        self.decided = (decided, flagged().count());
        self.index.file_sources(&self.sources, &self.analysed);
        self.index.file_shown(&shown, findings.len());
        self.shown = shown;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{Unwatched, analyze},
        article::load::LoadError,
        gui::fixture,
        language::Registry,
        review::Dismissal,
    };

    fn topics(session: &Session) -> Vec<&str> {
        session.shown().map(|f| f.topic.as_str()).collect()
    }

    #[test]
    fn filters_choose_what_is_shown() {
        let check = |change: fn(&mut Filter), expected: &[&str]| {
            let mut session = fixture::session();
            session.set_filter(change);
            assert_eq!(topics(&session), expected);
        };
        check(|f| f.search = "DANOS".into(), &["daños"]);
        check(|f| f.search = "compuertas".into(), &["día de la crecida"]);
        check(|f| f.disagreement = Some(Disagreement::OtherDay), &["día de la crecida"]);
        check(
            |f| {
                f.toggle(Verdict::Conflict);
                f.toggle(Verdict::Agree);
                f.toggle(Verdict::Single);
            },
            &["muertos", "personas evacuadas"],
        );
        check(
            |f| {
                f.source = Some(SourceId(4));
                f.order = Order::Place;
            },
            &["militares desplegados en el valle", "personas evacuadas", "muertos", "desaparecidos"],
        );
    }

    #[test]
    fn every_edit_can_be_taken_back_and_done_again() {
        let check = |what: &str, edit: fn(&mut Session)| {
            let mut session = fixture::session();
            let state = |s: &Session| format!("{:?}{:?}", s.sources, s.review);
            let before = state(&session);
            edit(&mut session);
            let after = state(&session);
            assert_ne!(before, after, "{what} did nothing");
            assert!(session.undo().is_some());
            assert_eq!(state(&session), before, "{what}, taken back");
            assert!(session.redo().is_some());
            assert_eq!(state(&session), after, "{what}, done again");
        };
        check("confirming", |s| _ = s.decide(Status::Confirmed));
        check("dismissing", |s| _ = s.decide(Status::Dismissed(Dismissal::Rounding)));
        check("a note", |s| s.note("Defensa rectifica".into()));
        check("removing", |s| s.remove(SourceId(2)));
        check("switching off", |s| s.switch(SourceId(2), false));
        check("moving", |s| _ = s.move_to(SourceId(4), 0));
        check("reading again", |s| _ = s.renew(vec![(SourceId(1), fixture::articles().swap_remove(2))]));
        check("correcting", |s| s.describe(SourceId(1), Metadata { title: "Otro".into(), ..Metadata::default() }));
    }

    /// Analyses what lies on the desk, as the program does.
    fn analyse(session: &mut Session) {
        let (sources, articles) = session.to_analyse();
        let (languages, amendments) = (Registry::built_in(), session.amendments().clone());
        let found = analyze(&articles, &languages, &session.settings, &amendments, &Unwatched).expect("nobody cancels");
        session.set_analysis(sources, found);
    }

    /// The fixture's articles, analysed by the program.
    fn analysed() -> Session {
        let mut session = Session::default();
        session.add(fixture::articles().into_iter().map(Ok).collect());
        analyse(&mut session);
        session
    }

    /// Selects a finding of many sources, and names one that it can do without.
    fn leaving(session: &mut Session) -> SourceId {
        let many = session.shown().max_by_key(|f| f.mentions.len()).expect("a finding");
        let (name, leaving) = (many.fingerprint.clone(), many.mentions[many.mentions.len() - 1].article);
        assert!(many.mentions.iter().filter(|m| m.article != leaving).count() > 2);
        session.select(name);
        session.source_of(leaving).expect("a source")
    }

    #[test]
    fn decisions_outlive_other_names_of_all_their_sources() {
        let mut session = analysed();
        let all = session.decided().1;
        assert!(all > 3);
        while session.decided().0 < all {
            session.step_undecided(1);
            session.decide(Status::Confirmed);
        }
        let (before, deeds) = (session.to_case(), session.deeds());
        for i in 0..6 {
            let known = session.sources()[i].article().expect("an article").metadata.clone();
            session.describe(SourceId(i as u32), Metadata { outlet: format!("Otra {i}"), ..known });
        }
        analyse(&mut session);
        assert_eq!(session.decided(), (all, all));
        assert!(session.sources().iter().all(|s| s.name().starts_with("Otra")));
        // Also on another machine, and when a file is read again.
        let mut opened = Session::default();
        opened.open_work(session.to_work());
        opened.renew(vec![(opened.sources()[1].id, fixture::articles().swap_remove(1))]);
        analyse(&mut opened);
        assert_eq!(opened.decided(), (all, all));
        for _ in deeds..session.deeds() {
            session.undo();
        }
        assert_eq!(session.to_case(), before);
    }

    #[test]
    fn what_is_looked_at_is_looked_at_after_another_analysis() {
        let mut session = analysed();
        let shares = |f: &Finding, marks: &[Mark]| f.marks().iter().any(|m| marks.contains(m));
        let leaving = leaving(&mut session);
        let (name, marks) = session.selected_finding().map(|f| (f.fingerprint.clone(), f.marks())).expect("one");
        session.switch(leaving, false);
        analyse(&mut session);
        let now = session.selected_finding().expect("one is selected");
        assert!(now.fingerprint != name && shares(now, &marks));
        // A note that was begun before is written about the same finding.
        let now = now.fingerprint.clone();
        session.step(1);
        session.note_about(name, marks, "a tiempo".into());
        assert_eq!(session.review().entry(&now).note, "a tiempo");
        assert_eq!(session.selected_finding().map(|f| &f.fingerprint), Some(&now));
        assert_eq!(session.undo(), Some(Deed::Noted));
        assert_eq!(session.selected_finding().map(|f| &f.fingerprint), Some(&now));
        assert_eq!(session.review().entry(&now).note, "");
    }

    #[test]
    fn a_decision_is_taken_back_under_the_name_that_its_finding_has_now() {
        let mut session = analysed();
        let leaving = leaving(&mut session);
        let before = session.selected_finding().map(|f| f.fingerprint.clone()).expect("one");
        session.decide(Status::Confirmed);
        // As another setting does, which is no deed.
        session.source_mut(leaving).expect("it is there").off = true;
        analyse(&mut session);
        for status in [Status::Open, Status::Confirmed] {
            let deed = if status == Status::Open { session.undo() } else { session.redo() };
            assert_eq!(deed, Some(Deed::Confirmed));
            let now = session.selected_finding().expect("it is selected");
            assert_ne!(now.fingerprint, before);
            assert_eq!(session.status(now), status);
        }
    }

    #[test]
    fn what_could_not_be_read_keeps_its_place() {
        let error = || LoadError { path: "malo.txt".into(), reason: crate::article::load::Reason::Empty };
        let mut articles = fixture::articles().into_iter();
        let mut session = Session::default();
        session.add(vec![Err(error()), Ok(articles.next().expect("one")), Ok(articles.next().expect("two"))]);
        let before = session.to_case();
        assert_eq!(session.add(vec![Err(error())]), 0);
        assert_eq!((session.to_case(), session.deeds()), (before.clone(), 1), "it failed again");
        let mut read = articles.next().expect("three");
        read.origin.path = "malo.txt".into();
        assert_eq!(session.add(vec![Ok(read)]), 1);
        assert_eq!(session.sources()[0].path().to_str(), Some("malo.txt"));
        assert!(session.sources()[0].article().is_some() && session.sources().len() == 3);
        assert_eq!(session.undo(), Some(Deed::Added));
        assert_eq!(session.to_case(), before);
    }

    #[test]
    fn deciding_moves_on_and_counts() {
        let mut session = fixture::session();
        assert_eq!(session.decided(), (0, 6));
        for _ in 0..6 {
            session.decide(Status::Confirmed);
        }
        assert_eq!(session.decided(), (6, 6));
        assert!(!session.step_undecided(1));
    }

    #[test]
    fn next_undecided_goes_round_and_skips_agreements() {
        let mut session = fixture::session();
        assert!(session.step_undecided(-1));
        assert_eq!(session.selected_finding().map(|f| f.topic.as_str()), Some("personas evacuadas"));
        assert!(session.step_undecided(1));
        assert_eq!(session.selected_place(), Some(0));
    }

    #[test]
    fn decisions_stay_when_articles_are_added() {
        let mut session = Session::default();
        let mut articles = fixture::articles();
        let last = articles.pop();
        let analyse = |session: &mut Session| {
            let (sources, articles) = session.to_analyse();
            session.set_analysis(sources, fixture::analysis(&articles));
        };
        session.add(articles.into_iter().map(Ok).collect());
        analyse(&mut session);
        let first = session.selected_finding().map(|f| f.fingerprint.clone()).expect("a finding");
        session.decide(Status::Confirmed);
        session.add(last.into_iter().map(Ok).collect());
        analyse(&mut session);
        assert_eq!(session.review().entry(&first).status, Status::Confirmed);
        assert_eq!(session.history().0, Some(Deed::Added));
    }

    #[test]
    fn a_source_that_is_off_is_not_analysed_and_keeps_its_letter() {
        let mut session = fixture::session();
        let letter = session.letter(SourceId(3));
        session.switch(SourceId(1), false);
        assert_eq!(session.to_analyse().0, [0, 2, 3, 4, 5].map(SourceId));
        assert_eq!(session.letter(SourceId(3)), letter);
        session.switch(SourceId(1), true);
        assert_eq!(session.to_analyse().0.len(), 6);
    }

    #[test]
    fn sources_move_among_those_that_could_be_read() {
        for (moved, place, expected) in [
            (0, 1, [1, 0, 2, 3, 4, 5]),
            (5, 0, [5, 0, 1, 2, 3, 4]),
            (2, 99, [0, 1, 3, 4, 5, 2]),
            (2, 2, [0, 1, 2, 3, 4, 5]),
        ] {
            let mut session = fixture::session();
            assert_eq!(session.move_to(SourceId(moved), place), place as u32 != moved);
            assert_eq!(session.to_analyse().0, expected.map(SourceId));
        }
    }

    #[test]
    fn what_is_not_flagged_is_neither_shown_nor_counted() {
        let mut session = fixture::session();
        let (shown, flagged) = (session.shown().len(), session.decided().1);
        session.set_unflagged(vec![Disagreement::OtherDay]);
        assert_eq!((session.shown().len(), session.decided().1), (shown - 1, flagged - 1));
        session.set_unflagged(Vec::new());
        assert_eq!((session.shown().len(), session.decided().1), (shown, flagged));
    }

    #[test]
    fn what_was_corrected_stays_when_a_file_is_read_again() {
        let mut session = fixture::session();
        let known = session.sources()[1].article().expect("an article").metadata.clone();
        session.describe(SourceId(1), Metadata { outlet: "Corregido".into(), ..known });
        let mut again = fixture::articles().swap_remove(1);
        again.text.push_str(" Fin.");
        again.metadata.title = "Otro titular".into();
        session.renew(vec![(SourceId(1), again)]);
        let article = session.sources()[1].article().expect("an article");
        assert!(article.text.ends_with(" Fin."));
        assert_eq!(
            (article.metadata.outlet.as_str(), article.metadata.title.as_str()),
            ("Corregido", "Defensa refuerza el operativo en el valle del Aldura")
        );
    }

    #[test]
    fn a_file_is_on_the_desk_only_once() {
        let mut session = fixture::session();
        let mut again = fixture::articles();
        again[0].origin.sha256 = "abc".into();
        let same = again[0].clone();
        assert_eq!(session.add(vec![Ok(again.swap_remove(0))]), 1);
        assert_eq!(session.add(vec![Ok(same)]), 0);
    }
}
