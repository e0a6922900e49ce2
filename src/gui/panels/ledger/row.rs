//! What the sources say of one fact, and how each of them stands.

use super::data::Column;
use crate::{
    corpus::ArticleId,
    finding::{Finding, Fingerprint, Standing, Verdict},
    gui::{
        panels::{evidence, findings},
        session::Session,
        widgets::Line,
    },
    report::ledger,
    review::Status,
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
    /// What it says.
    pub said: ledger::Cell,
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
        for said in cells.iter().map(|c| &c.said).filter(|c| c.values.len() == 1) {
            let letter = session.letter_of(said.article);
            if let (Standing::Apart(verdict), Some(line)) = (said.standing, &mut spread) {
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
        let text = cell.said.text();
        let said = words.with("ledger-cell", &[names[0], names[1], ("value", &text)]);
        match cell.said.standing.verdict() {
            Some(verdict) => format!("{said}, {}", words.text(&format!("verdict-{}", verdict.key())).to_lowercase()),
            None => said,
        }
    }
}

/// The cells of a finding, in the order of their columns. `column` tells where an article stands, if it is shown.
#[must_use]
pub fn cells(session: &Session, finding: &Finding, column: impl Fn(ArticleId) -> Option<usize>) -> Vec<Cell> {
    let said = ledger::cells(finding, &session.analysis().corpus).into_iter();
    let mut cells: Vec<Cell> = said.filter_map(|said| Some(Cell { column: column(said.article)?, said })).collect();
    cells.sort_by_key(|c| c.column);
    cells
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
        row(topic).cells.iter().map(|c| format!("{}{}{}", c.column, sign(c.said.standing), c.said.text())).collect()
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
        assert_eq!(evacuated.cells[0].said.values, [("más de".to_owned(), "11.000".to_owned())]);
        // "Unas" begins its sentence, and no cell.
        assert_eq!(evacuated.cells[1].said.values, [("unas".to_owned(), "15.000".to_owned())]);
        assert_eq!(evacuated.cells[0].said.standing, Standing::Apart(Verdict::Tension));
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
