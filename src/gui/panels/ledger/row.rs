//! What the sources say of one fact, and how each of them stands.

use super::data::Column;
use crate::{
    corpus::{ArticleId, Corpus, QuantityId},
    finding::{Finding, Fingerprint, Mention, Verdict},
    gui::{
        panels::{evidence, findings},
        session::Session,
        voices::{self, Telling, Voice},
        widgets::Line,
    },
    review::Status,
    text::fold,
    wording::Wording,
};

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The finding.
    pub fingerprint: Fingerprint,
    /// How its mentions stand.
    pub verdict: Verdict,
    /// What it is about.
    pub topic: String,
    /// What the sources say, in the order of their columns; who is silent has none.
    pub cells: Vec<Cell>,
    /// Every value on an axis, where there are several and they can stand on one.
    pub spread: Option<Line>,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The column of the source.
    pub column: usize,
    /// The mention, by its place in [`Finding::mentions`]: of several the one that stands worst.
    pub mention: usize,
    /// Its figure.
    pub figure: QuantityId,
    /// Each value as it is written: how firmly, then what.
    pub values: Vec<(String, String)>,
    /// How it stands to what the others say.
    pub standing: Standing,
}

/// How a source stands to the others.
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
}

impl Cell {
    /// All of it as one text.
    #[must_use]
    pub fn text(&self) -> String {
        let value = |(hedge, value): &(String, String)| {
            if hedge.is_empty() { value.clone() } else { format!("{hedge} {value}") }
        };
        self.values.iter().map(value).collect::<Vec<_>>().join("; ")
    }
}

impl Row {
    /// What the sources say of a finding. `column` tells where an article stands, if it is shown.
    #[must_use]
    pub fn of(
        session: &Session,
        words: &Wording,
        finding: &Finding,
        column: impl Fn(ArticleId) -> Option<usize>,
    ) -> Self {
        let cells = cells(session, finding, column);
        let mut spread = evidence::line(session, words, finding);
        // On the axis those stand out that do in the cells.
        for cell in cells.iter().filter(|c| c.values.len() == 1) {
            let letter = session.letter_of(finding.mentions[cell.mention].article);
            if let (Standing::Apart(verdict), Some(line)) = (cell.standing, &mut spread) {
                let own = line.lanes.iter_mut().filter(|l| l.letters.contains(&letter));
                own.for_each(|l| l.apart = Some(verdict));
            }
        }
        Self {
            fingerprint: finding.fingerprint.clone(),
            verdict: finding.verdict,
            topic: findings::topic(finding),
            cells,
            spread,
        }
    }

    /// What the source in a column says.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |c| c.column).ok().map(|at| &self.cells[at])
    }

    /// The fact with its verdict, for a screen reader.
    #[must_use]
    pub fn spoken(&self, words: &Wording, status: Status, place: usize, total: usize) -> String {
        let verdict = words.text(&format!("verdict-{}", self.verdict.key()));
        let status = words.text(findings::status_key(status));
        let place = words.count("place-of", &[("place", place + 1), ("total", total)]);
        format!("{verdict}. {}. {status}. {place}.", self.topic)
    }

    /// A cell, for a screen reader: "Troops, La Tribuna: 3,150, conflict".
    #[must_use]
    pub fn spoken_cell(&self, words: &Wording, column: usize, source: &Column) -> String {
        let names = [("topic", self.topic.as_str()), ("source", source.name.as_str())];
        let Some(cell) = self.cell(column) else { return words.with("ledger-cell-silent", &names) };
        let text = cell.text();
        let said = words.with("ledger-cell", &[names[0], names[1], ("value", &text)]);
        match cell.standing.verdict() {
            Some(verdict) => format!("{said}, {}", words.text(&format!("verdict-{}", verdict.key())).to_lowercase()),
            None => said,
        }
    }
}

/// The cells of a finding, in the order of their columns. `column` tells where an article stands, if it is shown.
#[must_use]
pub fn cells(session: &Session, finding: &Finding, column: impl Fn(ArticleId) -> Option<usize>) -> Vec<Cell> {
    let corpus = &session.analysis().corpus;
    let voices = voices::voices(finding, session);
    let telling = Telling::of(finding, corpus);
    let mut standing_of = vec![Standing::Plain; finding.mentions.len()];
    for (voice, standing) in voices.iter().zip(standings(finding, &voices)) {
        voice.mentions.iter().for_each(|&m| standing_of[m] = standing);
    }
    let mut cells: Vec<Cell> = Vec::new();
    // The mentions stand in the order of the articles, so that those of one article follow each other.
    for (mention, said) in finding.mentions.iter().enumerate() {
        let Some(column) = column(said.article) else { continue };
        let (value, standing) = (value(corpus, telling, said), standing_of[mention]);
        match cells.last_mut().filter(|c| c.column == column) {
            Some(cell) => {
                let known = |v: &(String, String)| fold(&v.0) == fold(&value.0) && fold(&v.1) == fold(&value.1);
                if !cell.values.iter().any(known) {
                    cell.values.push(value);
                }
                if gravity(standing) < gravity(cell.standing) {
                    (cell.standing, cell.mention, cell.figure) = (standing, mention, said.quantity);
                }
            }
            None => cells.push(Cell { column, mention, figure: said.quantity, values: vec![value], standing }),
        }
    }
    cells.sort_by_key(|c| c.column);
    cells
}

fn gravity(standing: Standing) -> Verdict {
    standing.verdict().unwrap_or(Verdict::Single)
}

/// How firmly a mention states its figure, and the figure, both as they are written.
fn value(corpus: &Corpus, telling: Telling<'_>, mention: &Mention) -> (String, String) {
    let whole = telling.value(mention);
    let quantity = corpus.quantity(mention.quantity);
    let at_its_head = quantity.hedge_span.filter(|h| h.start() == quantity.span.start());
    let hedge = at_its_head.map(|h| corpus.text(mention.article, h).replace(['\n', '\u{a0}'], " "));
    match hedge.as_ref().and_then(|h| Some((h, whole.strip_prefix(h.as_str())?.trim_start()))) {
        Some((hedge, figure)) if !figure.is_empty() => (voices::lower_first(hedge), figure.to_owned()),
        _ => (String::new(), whole),
    }
}

/// How every voice stands to what most say.
fn standings(finding: &Finding, voices: &[Voice]) -> Vec<Standing> {
    if !finding.verdict.is_flagged() {
        return vec![Standing::Plain; voices.len()];
    }
    let outlier = evidence::outlier(finding, voices);
    let others = || (0..voices.len()).filter(|v| Some(*v) != outlier);
    let most = others().map(|v| voices[v].letters.len()).max();
    let mut largest = others().filter(|&v| Some(voices[v].letters.len()) == most);
    let common = largest.next().filter(|_| largest.next().is_none());
    let flagged = |v: Option<Verdict>| v.filter(|v| v.is_flagged());
    let standing = |voice: usize| match common {
        _ if Some(voice) == outlier => Standing::Apart(finding.verdict),
        Some(common) if common == voice => Standing::Plain,
        Some(common) => {
            flagged(gravest(finding, &voices[voice], &voices[common])).map_or(Standing::Plain, Standing::Apart)
        }
        None => {
            let against = others().filter(|&v| v != voice).filter_map(|v| gravest(finding, &voices[voice], &voices[v]));
            flagged(against.min()).map_or(Standing::Plain, Standing::Disputed)
        }
    };
    (0..voices.len()).map(standing).collect()
}

/// How the two of two voices stand that stand worst.
fn gravest(finding: &Finding, a: &Voice, b: &Voice) -> Option<Verdict> {
    let pairs = a.mentions.iter().flat_map(|&x| b.mentions.iter().map(move |&y| (x, y)));
    pairs.filter_map(|(x, y)| voices::verdict(finding, x, y)).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    fn row(topic: &str) -> Row {
        let session = fixture::session();
        let finding = session.analysis().findings.iter().find(|f| f.topic == topic).expect("the fixture has it");
        Row::of(&session, &Wording::new("es"), finding, |a| Some(a.0 as usize))
    }

    /// Every cell as "column value", with a star where it stands apart and a sign of the question where it is disputed.
    fn said(topic: &str) -> Vec<String> {
        let sign = |s| match s {
            Standing::Plain => "",
            Standing::Disputed(_) => "?",
            Standing::Apart(_) => "*",
        };
        row(topic).cells.iter().map(|c| format!("{}{}{}", c.column, sign(c.standing), c.text())).collect()
    }

    #[test]
    fn the_odd_one_out_is_marked_and_who_is_silent_has_no_cell() {
        let check = |topic, expected: &[&str]| assert_eq!(said(topic), expected, "{topic}");
        check(
            "militares desplegados en el valle",
            &["01.350", "1*3.150", "2about 1,300", "3entre 1.200 y 1.400", "4entre 1.200 y 1.400", "5más de 1.100"],
        );
        // Of two voices the one with fewer sources.
        check("muertos", &["0*nueve", "111", "2*Nine", "3Once", "4Once", "511"]);
        // One against one: nobody is the odd one.
        check("daños", &["0?230 millones", "5?320 millones"]);
        check("lluvia en un día", &["0180", "2seven inches"]);
        check("caudal máximo", &["12.400"]);
    }

    #[test]
    fn a_hedge_is_told_from_its_figure() {
        let evacuated = row("personas evacuadas");
        assert_eq!(evacuated.cells[0].values, [("más de".to_owned(), "11.000".to_owned())]);
        // "Unas" begins its sentence, and no cell.
        assert_eq!(evacuated.cells[1].values, [("unas".to_owned(), "15.000".to_owned())]);
        assert_eq!(evacuated.cells[0].standing, Standing::Apart(Verdict::Tension));
    }

    #[test]
    fn cells_are_told_to_who_cannot_see_them() {
        let session = fixture::session();
        let words = Wording::new("en");
        let row = row("desaparecidos");
        let column = |place: usize| {
            let article = ArticleId(place as u32);
            let source = session.source_of(article).expect("a source");
            let name = session.analysis().corpus.article(article).name();
            Column { article, source, letter: session.letter_of(article), name }
        };
        let check = |place, expected: &str| assert_eq!(row.spoken_cell(&words, place, &column(place)), expected);
        check(5, "Desaparecidos, Diario del Puerto: más de 40, conflict");
        check(3, "Desaparecidos, Agencia Litoral: 25");
        check(1, "Desaparecidos, La Tribuna Nacional: silent");
        assert_eq!(row.spoken(&words, Status::Open, 1, 11), "Conflict. Desaparecidos. Undecided. 2 of 11.");
    }
}
