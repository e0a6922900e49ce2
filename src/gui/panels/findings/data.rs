//! What the list of findings shows, before it is painted.

use crate::{
    finding::{Finding, Verdict},
    gui::{
        panels::capital,
        session::{Order, Session},
        theme::size,
        voices::{self, Voice},
    },
    quantity::Kind,
    report,
    review::Status,
    wording::Wording,
};

/// A line of the list, with its place from the top.
#[derive(Debug, PartialEq)]
pub struct Item {
    /// From the top of the list, in points.
    pub top: f32,
    /// What it is.
    pub content: Content,
}

/// What a line of the list is.
#[derive(Debug, PartialEq)]
pub enum Content {
    /// A heading, and how many findings stand under it.
    Heading(String, usize),
    /// A finding, by its place among those shown.
    Row(usize),
}

impl Item {
    /// How high it is.
    #[must_use]
    pub fn height(&self) -> f32 {
        match self.content {
            Content::Heading(..) => size::ROW_HEADING,
            Content::Row(_) => size::ROW_FINDING,
        }
    }
}

/// Every line of the list.
#[must_use]
pub fn items(session: &Session, words: &Wording) -> Vec<Item> {
    let order = session.filter().order;
    let mut items: Vec<Item> = Vec::new();
    let mut group = None;
    let mut heading = 0;
    let mut top = 0.0;
    for (place, finding) in session.shown().enumerate() {
        let key = group_key(order, finding);
        if key.is_some() && key != group {
            heading = items.len();
            let name = key.as_deref().map(|k| words.text(k)).unwrap_or_default();
            items.push(Item { top, content: Content::Heading(name, 0) });
            top += size::ROW_HEADING;
        }
        group = key;
        if let Some(Item { content: Content::Heading(_, count), .. }) = items.get_mut(heading) {
            *count += 1;
        }
        items.push(Item { top, content: Content::Row(place) });
        top += size::ROW_FINDING;
    }
    items
}

/// The message that names the group a finding stands in.
#[must_use]
pub fn group_key(order: Order, finding: &Finding) -> Option<String> {
    match order {
        Order::Severity => Some(format!("group-{}", finding.verdict.key())),
        Order::Kind if finding.check.is_some() => Some("report-within".to_owned()),
        Order::Kind => Some(kind_key(finding.kind).to_owned()),
        Order::Topic | Order::Spread | Order::Place => None,
    }
}

/// The message that names a sort of figure, as a heading.
fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "kind-group-count",
        Kind::Money => "kind-group-money",
        Kind::Percent | Kind::Rate => "kind-group-percent",
        Kind::Date | Kind::Time => "kind-group-date",
        Kind::Duration | Kind::Age => "kind-group-duration",
        Kind::Distance | Kind::Area | Kind::Weight | Kind::Speed | Kind::Temperature => "kind-group-measure",
        Kind::Ordinal | Kind::Score | Kind::Other => "kind-group-other",
    }
}

/// What a row shows of a finding.
#[derive(Debug, PartialEq)]
pub struct Row {
    /// The verdict.
    pub verdict: Verdict,
    /// What it is about.
    pub topic: String,
    /// Who says what.
    pub voices: Vec<Voice>,
    /// What was decided.
    pub status: Status,
    /// Whether anything about it was done by hand.
    pub by_hand: bool,
    /// All of it in one sentence, for a screen reader.
    pub spoken: String,
}

impl Row {
    /// What is shown of a finding that stands at `place` of `total`.
    #[must_use]
    pub fn of(session: &Session, words: &Wording, finding: &Finding, place: usize, total: usize) -> Self {
        let voices = voices::voices(finding, session);
        let status = session.status(finding);
        let topic = topic(finding);
        let said: Vec<String> = voices
            .iter()
            .map(|v| {
                let letters: Vec<String> = v.letters.iter().map(ToString::to_string).collect();
                format!("{}: {}", letters.join(", "), v.value)
            })
            .collect();
        let verdict = words.text(&format!("verdict-{}", finding.verdict.key()));
        let place = words.count("place-of", &[("place", place + 1), ("total", total)]);
        let corpus = &session.analysis().corpus;
        let mut done: Vec<String> = finding
            .mentions
            .iter()
            .flat_map(|m| report::by_hand(m, corpus, words))
            .map(|d| format!(" ({d})"))
            .collect();
        done.dedup();
        let (said, state) = (said.join(". "), words.text(super::status_key(status)));
        let spoken = format!("{verdict}. {topic}. {said}{}. {state}. {place}.", done.concat());
        Self { verdict: finding.verdict, topic, voices, status, by_hand: !done.is_empty(), spoken }
    }
}

/// The topic as a title: with a capital at its head.
#[must_use]
pub fn topic(finding: &Finding) -> String {
    capital(&finding.topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    #[test]
    fn the_gravest_stand_first_under_their_heading() {
        let session = fixture::session();
        let items = items(&session, &Wording::new("es"));
        let Content::Heading(name, count) = &items[0].content else { panic!("no heading: {:?}", items[0]) };
        assert_eq!((name.as_str(), *count), ("Conflictos", session.counts()[0].1));
        assert_eq!(items[1].top, items[0].height());
        let rows = items.iter().filter(|i| matches!(i.content, Content::Row(_))).count();
        assert_eq!(rows, session.shown().len());
    }

    #[test]
    fn a_row_says_who_stands_alone() {
        let session = fixture::session();
        let finding = session.shown().next().expect("a finding");
        let row = Row::of(&session, &Wording::new("es"), finding, 0, 8);
        assert_eq!(row.voices[0].value, "3.150");
        assert!(row.voices[0].apart);
        assert!(row.spoken.starts_with("Conflicto. Militares"), "{}", row.spoken);
        assert!(row.spoken.contains("B: 3.150"), "{}", row.spoken);
    }
}
