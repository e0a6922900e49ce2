//! The report for spreadsheets: a row for every mention.
//!
//! A row for every pair would repeat each sentence as often as there are sources, and could not be filtered by source.
//! The rows of one finding share its id, its verdict and its reasons.

use super::{Fact, Mention, Report};
use crate::wording::Wording;
use std::borrow::Cow;

/// The columns, by the keys of their headings.
const COLUMNS: [&str; 22] = [
    "csv-finding",
    "csv-verdict",
    "csv-severity",
    "csv-topic",
    "csv-kind",
    "csv-status",
    "csv-note",
    "csv-source",
    "csv-outlet",
    "csv-title",
    "csv-date",
    "csv-file",
    "csv-figure",
    "csv-low",
    "csv-high",
    "csv-iso",
    "csv-unit",
    "csv-attribution",
    "csv-sentence",
    "csv-reasons",
    "csv-against",
    "csv-by-hand",
];

/// The report as CSV (RFC 4180), with a mark that tells spreadsheets that it is UTF-8.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    // Writing into memory cannot fail, and every row has all columns.
    let _ = table.write_record(COLUMNS.map(|key| words.text(key)));
    for fact in &report.findings {
        for mention in &fact.mentions {
            let _ = table.write_record(row(report, fact, mention, words).iter().map(String::as_bytes));
        }
    }
    let _ = table.flush();
    drop(table);
    out
}

fn row(report: &Report, fact: &Fact, mention: &Mention, words: &Wording) -> Vec<String> {
    let source = report.source(mention);
    let figure = &mention.figure;
    let text = |text: &str| harmless(text).into_owned();
    // Numbers of ours may begin with a minus and stay numbers.
    let number = |v: Option<super::figure::Value>| v.map(|v| v.0.normalize().to_string()).unwrap_or_default();
    vec![
        text(&fact.id),
        words.text(&format!("verdict-{}", fact.verdict.key())),
        format!("{:.2}", fact.severity),
        text(&fact.topic),
        fact.check_key().map_or_else(|| words.text(fact.kind_key()), |key| words.text(&key)),
        fact.decision.clone(),
        text(&fact.note),
        source.letter.clone(),
        text(&source.name),
        text(&source.title),
        text(&source.date.map(|d| d.to_string()).unwrap_or_default()),
        text(&source.file),
        text(mention.told()),
        number(figure.low),
        number(figure.high),
        // The years before our era begin with a minus.
        text(figure.iso.as_deref().unwrap_or_default()),
        text(&figure.unit),
        text(mention.attribution.as_deref().unwrap_or_default()),
        text(&mention.sentence),
        text(&fact.all_reasons()),
        text(&fact.all_against()),
        text(&mention.hand().join("; ")),
    ]
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before one that begins like one
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    // What cannot be seen is cut off by some programs before they look.
    let begins_like_one = text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || is_unseen(c));
    if text.starts_with(['\t', '\r']) || begins_like_one.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Marks of direction, of joining and of byte order.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn formulas_are_neutralised() {
        for (input, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            (" =1", "' =1"),
            ("\u{3000}\u{202e}\r\n\t=1", "'\u{3000}\u{202e}\r\n\t=1"),
            ("\n15", "\n15"),
            ("-0044-03-15", "'-0044-03-15"),
            ("-2 grados", "'-2 grados"),
            ("＝1", "'＝1"),
            ("15.000", "15.000"),
            ("a=b", "a=b"),
        ] {
            assert_eq!(harmless(input), expected);
        }
    }

    #[test]
    fn every_row_is_read_back() {
        let hostile = "=HYPERLINK(\"http://x\",\"y\"), \"a\"\r\nb";
        let report = sample::report(hostile);
        let bytes = print(&report, &Wording::new("es"));
        let text = std::str::from_utf8(&bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("the mark of UTF-8");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(|r| r.expect("a row")).collect();
        assert_eq!(rows.len(), report.findings.iter().map(|f| f.mentions.len()).sum::<usize>());
        assert!(rows.iter().all(|r| r.len() == COLUMNS.len()));
        assert_eq!(&rows[0][9], format!("'{hostile}"));
        assert_eq!((&rows[0][12], &rows[0][13]), ("más de 11.000", "11000"));
    }
}
