//! What the ledger holds, before it is painted: the sources as columns, the findings shown as lines under their headings.
//!
//! Columns and lines are made when the work changes, the cells of a line when it is first seen.

use super::row::{self, Cell, Row};
use crate::{
    corpus::ArticleId,
    finding::{Finding, Fingerprint},
    gui::{
        panels::findings,
        session::{Letter, Session, SourceId},
        theme::size,
    },
    wording::Wording,
};
use std::{collections::HashMap, sync::Arc};

/// Facts against sources.
#[derive(Clone, Debug)]
pub struct Ledger {
    key: Key,
    /// The sources that were compared, in their order; none that is switched off.
    pub columns: Vec<Column>,
    /// For every article of the analysis its column.
    column_of: Vec<Option<usize>>,
    /// Which of them print one dispatch.
    pub brackets: Vec<Bracket>,
    /// Everything from the top to the bottom.
    pub lines: Vec<Line>,
    /// Every finding shown, and the place of its line.
    facts: Vec<(Fingerprint, usize)>,
    /// What was seen already. Decisions and filters change nothing of it.
    rows: HashMap<Fingerprint, Arc<Row>>,
}

/// What a ledger depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    /// Where the analysis lies: another one may come with a session of its own.
    analysis: usize,
    language: String,
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its article.
    pub article: ArticleId,
    /// Its name on the desk.
    pub source: SourceId,
    /// How it is shown elsewhere.
    pub letter: Letter,
    /// The outlet.
    pub name: String,
}

/// Columns that print one dispatch.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// Two or more, in order.
    pub columns: Vec<usize>,
    /// How many brackets lie between it and the table.
    pub level: usize,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// From the top of the table, in points.
    pub top: f32,
    /// What it is.
    pub content: Content,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The name of the group below.
    Heading(String),
    /// A finding, by its place among those shown.
    Fact(usize),
}

/// How high the heading of a group is.
const HEADING: f32 = 34.0;

impl Line {
    /// Its lower edge.
    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.top + if matches!(self.content, Content::Heading(_)) { HEADING } else { size::ROW_LEDGER }
    }
}

impl Ledger {
    /// The one that was kept, if nothing has changed since.
    #[must_use]
    pub fn renewed(kept: Option<Self>, session: &Session, words: &Wording) -> Self {
        let key = Key {
            revision: session.revision(),
            analysis: std::ptr::from_ref(session.analysis()) as usize,
            language: words.key().to_owned(),
        };
        match kept {
            Some(kept) if kept.key == key => kept,
            Some(kept) => {
                let mut new = Self::of(key, session, words);
                let says_the_same = (kept.key.analysis, &kept.key.language) == (new.key.analysis, &new.key.language);
                if says_the_same && kept.columns == new.columns {
                    new.rows = kept.rows;
                }
                new
            }
            None => Self::of(key, session, words),
        }
    }

    fn of(key: Key, session: &Session, words: &Wording) -> Self {
        let columns = columns(session);
        let mut column_of = vec![None; session.analysis().corpus.len()];
        for (at, column) in columns.iter().enumerate() {
            column_of[column.article.0 as usize] = Some(at);
        }
        let groups = session.analysis().dispatches.groups.iter();
        let brackets = brackets(groups.map(|g| g.iter().filter_map(|a| column_of[a.0 as usize]).collect()));
        let lines = lines(session, words);
        let places = lines.iter().enumerate().filter(|(_, l)| matches!(l.content, Content::Fact(_)));
        let facts = session.shown().zip(places).map(|(f, (at, _))| (f.fingerprint.clone(), at)).collect();
        Self { key, columns, column_of, brackets, lines, facts, rows: HashMap::new() }
    }

    /// How many findings are shown.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.facts.len()
    }

    /// The line of a finding shown, and the heading above it.
    #[must_use]
    pub fn line(&self, place: usize) -> Option<(&Line, Option<&Line>)> {
        let at = self.facts.get(place)?.1;
        let above = at.checked_sub(1).map(|i| &self.lines[i]);
        Some((&self.lines[at], above.filter(|l| matches!(l.content, Content::Heading(_)))))
    }

    /// The lower edge of the last line.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.lines.last().map_or(0.0, Line::bottom)
    }

    /// The column of a source.
    #[must_use]
    pub fn column(&self, source: SourceId) -> Option<usize> {
        self.columns.iter().position(|c| c.source == source)
    }

    /// What the sources say of the finding shown at a place.
    pub fn row(&mut self, session: &Session, words: &Wording, place: usize) -> Option<Arc<Row>> {
        let (fingerprint, _) = self.facts.get(place)?;
        if let Some(row) = self.rows.get(fingerprint) {
            return Some(row.clone());
        }
        let finding = session.shown_at(place).filter(|f| f.fingerprint == *fingerprint)?;
        let row = Arc::new(Row::of(session, words, finding, |article| self.column_of[article.0 as usize]));
        self.rows.insert(fingerprint.clone(), row.clone());
        Some(row)
    }

    /// What the sources say of a finding, and nothing else of it.
    #[must_use]
    pub fn cells(&self, session: &Session, finding: &Finding) -> Vec<Cell> {
        row::cells(session, finding, |article| self.column_of[article.0 as usize])
    }

    /// The letters of those that print the same dispatch as a column.
    pub fn copies_of(&self, column: usize) -> impl Iterator<Item = Letter> {
        let bracket = self.brackets.iter().find(|b| b.columns.contains(&column));
        let others = bracket.into_iter().flat_map(|b| &b.columns).filter(move |c| **c != column);
        others.map(|&c| self.columns[c].letter)
    }
}

/// The articles of the analysis whose sources are still on the desk and switched on.
fn columns(session: &Session) -> Vec<Column> {
    let corpus = &session.analysis().corpus;
    let column = |article: ArticleId| {
        let source = session.source_of(article)?;
        session.source(source).filter(|s| !s.off)?;
        Some(Column { article, source, letter: session.letter(source)?, name: corpus.article(article).name() })
    };
    corpus.article_ids().filter_map(column).collect()
}

/// Brackets over columns; where two lie across each other, one stands above the other.
fn brackets(groups: impl Iterator<Item = Vec<usize>>) -> Vec<Bracket> {
    let mut brackets: Vec<Bracket> = Vec::new();
    for mut columns in groups.filter(|g| g.len() > 1) {
        columns.sort_unstable();
        let (first, last) = (columns[0], columns[columns.len() - 1]);
        let meets = |b: &&Bracket| b.columns[0] <= last && first <= b.columns[b.columns.len() - 1];
        let taken: Vec<usize> = brackets.iter().filter(meets).map(|b| b.level).collect();
        let level = (0..).find(|l| !taken.contains(l)).unwrap_or_default();
        brackets.push(Bracket { columns, level });
    }
    brackets
}

fn lines(session: &Session, words: &Wording) -> Vec<Line> {
    let order = session.filter().order;
    let mut lines: Vec<Line> = Vec::new();
    let mut group = None;
    let mut top = 0.0;
    for (place, finding) in session.shown().enumerate() {
        let key = findings::group_key(order, finding);
        if let Some(key) = key.as_ref().filter(|_| key != group) {
            lines.push(Line { top, content: Content::Heading(words.text(key)) });
            top += HEADING;
        }
        group = key;
        lines.push(Line { top, content: Content::Fact(place) });
        top += size::ROW_LEDGER;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::{fixture, session::Order};

    fn ledger(session: &Session) -> Ledger {
        Ledger::renewed(None, session, &Wording::new("es"))
    }

    #[test]
    fn facts_stand_under_their_headings() {
        let mut session = fixture::session();
        let check = |session: &Session, headings: &[&str]| {
            let ledger = ledger(session);
            let found: Vec<&str> = ledger
                .lines
                .iter()
                .filter_map(|l| match &l.content {
                    Content::Heading(name) => Some(name.as_str()),
                    Content::Fact(_) => None,
                })
                .collect();
            assert_eq!(found, headings);
            assert_eq!(ledger.facts(), session.shown().len());
            assert_eq!(ledger.height(), ledger.lines.windows(2).fold(0.0, |_, w| w[1].bottom()));
            assert!(ledger.lines.windows(2).all(|w| w[0].bottom() == w[1].top));
        };
        check(&session, &["Conflictos", "Tensiones", "Acuerdos", "Una sola fuente"]);
        session.set_filter(|f| f.order = Order::Topic);
        check(&session, &[]);
        session.set_filter(|f| (f.order, f.turned) = (Order::Severity, true));
        check(&session, &["Una sola fuente", "Acuerdos", "Tensiones", "Conflictos"]);
    }

    #[test]
    fn who_is_switched_off_has_no_column_and_the_others_keep_their_letters() {
        let mut session = fixture::session();
        assert_eq!(ledger(&session).columns.len(), 6);
        session.switch(SourceId(1), false);
        let ledger = ledger(&session);
        let letters: String = ledger.columns.iter().map(|c| c.letter.to_string()).collect();
        assert_eq!(letters, "ACDEF");
        assert_eq!(ledger.columns[1].name, "The Northern Ledger");
        assert_eq!(ledger.column(SourceId(1)), None);
    }

    #[test]
    fn a_ledger_is_kept_until_the_work_changes() {
        let mut session = fixture::session();
        let words = Wording::new("es");
        let mut first = ledger(&session);
        first.row(&session, &words, 0);
        let kept = Ledger::renewed(Some(first), &session, &words);
        assert_eq!(kept.rows.len(), 1);
        let other = Ledger::renewed(Some(kept.clone()), &session, &Wording::new("en"));
        assert_eq!(other.rows.len(), 0);
        // What the sources say is kept through decisions and filters, and not where a column goes.
        session.set_filter(|f| f.search = "daños".into());
        let fewer = Ledger::renewed(Some(kept), &session, &words);
        assert_eq!((fewer.facts(), fewer.rows.len()), (1, 1));
        session.switch(SourceId(1), false);
        assert_eq!(Ledger::renewed(Some(fewer), &session, &words).rows.len(), 0);
    }

    #[test]
    fn brackets_that_meet_lie_above_each_other() {
        let levels = |groups: &[&[usize]]| -> Vec<usize> {
            brackets(groups.iter().map(|g| g.to_vec())).iter().map(|b| b.level).collect()
        };
        assert_eq!(levels(&[&[0, 1], &[2, 4]]), [0, 0]);
        assert_eq!(levels(&[&[0, 3], &[2, 4], &[5, 6]]), [0, 1, 0]);
        assert_eq!(levels(&[&[3]]), [0usize; 0]);
    }
}
