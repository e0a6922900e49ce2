//! The ledger as a spreadsheet takes it from the clipboard: a line a fact, a column a source, tabs between them.

use super::data::Ledger;
use crate::{
    gui::{panels::findings, session::Session},
    report::csv,
    text::one_line,
    wording::Wording,
};

/// The findings shown, in their order, with what each source says of them; empty where it is silent.
#[must_use]
pub fn in_tabs(session: &Session, words: &Wording) -> String {
    let ledger = Ledger::renewed(None, session, words);
    let head = ["csv-topic", "csv-verdict", "csv-status"].map(|key| words.text(key));
    let names: Vec<String> = ledger.columns.iter().map(|c| c.name.clone()).collect();
    let mut table = line(head.iter().chain(&names).map(String::as_str));
    for finding in session.shown() {
        let topic = findings::topic(finding);
        let verdict = words.text(&format!("verdict-{}", finding.verdict.key()));
        let status = words.text(findings::status_key(session.status(finding)));
        let mut said = vec![String::new(); ledger.columns.len()];
        ledger.cells(session, finding).iter().for_each(|cell| said[cell.column] = cell.said.text());
        let facts = [topic.as_str(), &verdict, &status];
        table.push('\n');
        table.push_str(&line(facts.into_iter().chain(said.iter().map(String::as_str))));
    }
    table
}

fn line<'a>(fields: impl Iterator<Item = &'a str>) -> String {
    fields.map(field).collect::<Vec<_>>().join("\t")
}

/// A field that stays one: without line ends and tabs, no formula, and in quotation marks where it begins with one, as a
/// spreadsheet would look for the mark that closes it.
fn field(text: &str) -> String {
    let one_line = one_line(text);
    let field = csv::harmless(&one_line);
    if field.starts_with('"') { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::{fixture, session::SourceId};

    fn table(session: &Session) -> Vec<Vec<String>> {
        let text = in_tabs(session, &Wording::new("es"));
        text.split('\n').map(|line| line.split('\t').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_source_that_is_silent_leaves_its_field_empty() {
        let lines = table(&fixture::session());
        assert_eq!(lines[0][..5], ["Dato", "Veredicto", "Decisión", "El Correo de Aldura", "La Tribuna Nacional"]);
        assert_eq!(lines.len(), 12);
        assert!(lines.iter().all(|l| l.len() == 9), "{lines:?}");
        let start = ["Militares desplegados en el valle", "Conflicto", "Sin decidir", "1.350", "3.150", "about 1,300"];
        assert_eq!(lines[1][..6], start);
        let peak = lines.iter().find(|l| l[0] == "Caudal máximo").expect("the fixture has it");
        assert_eq!(peak[3..], ["", "2.400", "", "", "", ""]);
    }

    #[test]
    fn only_what_is_shown_is_copied() {
        let mut session = fixture::session();
        session.set_filter(|f| f.search = "daños".into());
        session.switch(SourceId(2), false);
        let lines = table(&session);
        assert_eq!((lines.len(), lines[0].len()), (2, 8));
        assert!(!lines[0].contains(&"The Northern Ledger".to_owned()));
    }

    #[test]
    fn no_field_breaks_the_table_or_reckons() {
        for (text, expected) in [
            ("a\tb\nc", "a b c"),
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("+34 600", "'+34 600"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\"miles\" de ellos", "\"\"\"miles\"\" de ellos\""),
            ("unos \"miles\"", "unos \"miles\""),
        ] {
            assert_eq!(field(text), expected);
        }
    }
}
