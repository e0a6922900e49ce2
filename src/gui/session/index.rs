//! What is looked up of the work many times in a frame, made once after each change.

use super::{Letter, Source, SourceId};
use crate::corpus::ArticleId;
use rustc_hash::FxHashMap;

/// Where sources and findings stand.
#[derive(Debug, Default)]
pub struct Index {
    /// For every source its place on the desk.
    places: FxHashMap<SourceId, usize>,
    /// For every source that could be read its letter.
    letters: FxHashMap<SourceId, Letter>,
    /// For every source that was analysed the article of the analysis that it is.
    articles: FxHashMap<SourceId, ArticleId>,
    /// For every finding, by its place in the analysis, its place among those shown.
    shown: Vec<Option<usize>>,
}

impl Index {
    /// Takes note of the sources, and of those that were analysed.
    pub fn file_sources(&mut self, sources: &[Source], analysed: &[SourceId]) {
        self.places = sources.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
        let read = sources.iter().filter(|s| s.article().is_some());
        self.letters = read.enumerate().map(|(i, s)| (s.id, Letter(i))).collect();
        self.articles = analysed.iter().enumerate().map(|(i, id)| (*id, ArticleId(i as u32))).collect();
    }

    /// Takes note of which of so many findings are shown.
    pub fn file_shown(&mut self, shown: &[usize], findings: usize) {
        self.shown.clear();
        self.shown.resize(findings, None);
        for (place, &finding) in shown.iter().enumerate() {
            self.shown[finding] = Some(place);
        }
    }

    /// The place of a source on the desk.
    pub fn place(&self, id: SourceId) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The letter of a source.
    pub fn letter(&self, id: SourceId) -> Option<Letter> {
        self.letters.get(&id).copied()
    }

    /// How many sources have a letter.
    pub fn letters(&self) -> usize {
        self.letters.len()
    }

    /// The article of the analysis that a source is.
    pub fn article(&self, id: SourceId) -> Option<ArticleId> {
        self.articles.get(&id).copied()
    }

    /// The place of a finding of the analysis among those shown.
    pub fn shown_place(&self, finding: usize) -> Option<usize> {
        self.shown.get(finding).copied().flatten()
    }
}
