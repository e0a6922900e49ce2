//! Texts that want to be something else: every report must show them as texts.

use super::{Format, Report, blocks::shown, csv::harmless, sample};
use crate::{article::load, language::Registry, wording::Wording};
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;
use std::io::{Cursor, Read};

/// What an article may hold where its writer means harm.
const PAYLOADS: [&str; 17] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r\n=1+1",
    "＝1+1",
    "\"; DROP TABLE x; --",
    "a,b;c\td",
    "<script>alert(1)</script>",
    "]]></t><f>1+1</f>",
    "_x003D_1+1",
    "\",\"ruleId\":\"x\"}],\"y\":[{\"",
    "\u{202e}oir\u{202c} \u{200b}\u{feff}\u{0} \u{1b}[31m \u{ffff}",
    "javascript:alert(1)//\\\\server\\share#?%",
    "]]></w:t></w:r></w:p><w:p><w:r><w:instrText>INCLUDETEXT</w:instrText>",
];

fn print(report: &Report, format: Format) -> Vec<u8> {
    format.print(report, &Wording::new("es"))
}

/// Every text within a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// How a value is built, whatever its texts say and however long they are.
fn shape(value: &Value) -> Value {
    match value {
        Value::String(_) => Value::String(String::new()),
        Value::Number(_) => Value::from(0),
        Value::Array(values) => Value::Array(values.iter().map(shape).collect()),
        Value::Object(fields) => Value::Object(fields.iter().map(|(k, v)| (k.clone(), shape(v))).collect()),
        other => other.clone(),
    }
}

#[test]
fn reports_in_json_keep_their_shape_and_the_text() {
    for (format, schema) in [
        (Format::Json, None),
        (Format::Annotations, Some("annotations")),
        (Format::Sarif, Some("sarif")),
        (Format::ClaimReview, Some("claimreview")),
    ] {
        let read = |text: &str| -> (Value, String) {
            let mut report = sample::report(text);
            report.findings[0].status = if format == Format::ClaimReview { "confirmed" } else { "dismissed" };
            // Not every stretch of a text is a figure, and figures are not what is looked at here.
            report.findings[0].mentions.iter_mut().for_each(|m| m.figure.start = 0);
            let printed = String::from_utf8(print(&report, format)).expect("UTF-8");
            (serde_json::from_str(&printed).expect("JSON"), printed)
        };
        let calm = shape(&read("calm").0);
        for payload in PAYLOADS {
            let (value, printed) = read(payload);
            if let Some(schema) = schema {
                sample::assert_valid(schema, &printed);
            }
            // A text in the article may hold a figure more: the finding is of the same two all the same.
            if format != Format::Json {
                assert_eq!(shape(&value), calm, "{format:?} {payload:?}");
            }
            assert!(texts(&value).iter().any(|t| t.contains(payload)), "{format:?} {payload:?}");
        }
    }
}

#[test]
fn no_cell_of_a_workbook_is_a_formula() {
    for payload in PAYLOADS {
        let bytes = print(&sample::report(payload), Format::Xlsx);
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
        let mut found = false;
        for name in book.sheet_names() {
            let formulas = book.worksheet_formula(&name).expect("a sheet");
            assert_eq!(formulas.used_cells().count(), 0, "{payload:?} in {name}");
            let range = book.worksheet_range(&name).expect("a sheet");
            let shown: String = payload.replace("\r\n", "\n").replace(['\0', '\u{1b}', '\u{ffff}'], "");
            found |= range.used_cells().any(|(_, _, cell)| matches!(cell, Data::String(text) if *text == shown));
        }
        assert!(found, "{payload:?} is shown");
    }
}

/// The parts of a document and the names of their elements in order, and all of its text.
fn document(report: &Report) -> (Vec<String>, String) {
    let bytes = print(report, Format::Docx);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let (mut names, mut all) = (Vec::new(), String::new());
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).expect("a part");
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("UTF-8");
        names.push(part.name().expect("a name").to_string());
        let tree = roxmltree::Document::parse(&xml).expect("XML");
        for node in tree.descendants() {
            names.extend(node.is_element().then(|| node.tag_name().name().to_owned()));
            all.push_str(node.text().filter(|_| node.is_text()).unwrap_or_default());
        }
    }
    (names, all)
}

#[test]
fn a_document_keeps_its_parts_and_the_text() {
    let calm = document(&sample::report("calm")).0;
    assert!(calm.iter().any(|name| name.ends_with("tbl")), "{calm:?}");
    for payload in PAYLOADS {
        let (names, text) = document(&sample::report(payload));
        assert_eq!(names, calm, "{payload:?}");
        assert!(text.contains(&shown(payload)), "{payload:?} is shown");
    }
}

#[test]
fn our_own_reader_reads_the_document() {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for payload in PAYLOADS {
        let report = sample::report(payload);
        let bytes = print(&report, Format::Docx);
        let read = load::load_bytes("informe.docx".as_ref(), &bytes, &Registry::built_in()).expect("a document");
        let text: String = read.iter().map(|article| letters(&article.text)).collect();
        for mention in report.findings.iter().flat_map(|f| &f.mentions) {
            assert!(text.contains(&letters(&shown(&mention.sentence))), "{payload:?} in {text}");
        }
    }
}

#[test]
fn printed_pages_hold_nothing_that_acts() {
    let actions = |report: &Report| {
        let bytes = print(report, Format::Pdf);
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let names = ["/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFile", "/AcroForm", "/OpenAction"];
        names.map(|name| bytes.windows(name.len()).filter(|w| *w == name.as_bytes()).count())
    };
    for payload in PAYLOADS {
        assert_eq!(actions(&sample::report(payload)), [0; 7], "{payload:?}");
    }
}

#[test]
fn no_cell_of_a_table_begins_like_a_formula() {
    for payload in PAYLOADS {
        let bytes = print(&sample::report(payload), Format::Csv);
        let text = std::str::from_utf8(&bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("the mark of UTF-8");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
        assert_eq!(rows.len(), 3, "{payload:?}");
        for cell in rows.iter().flatten() {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || harmless(cell) == cell, "{cell:?} of {payload:?}");
        }
        assert!(rows.iter().flatten().any(|cell| cell.contains(payload)), "{payload:?} is shown");
    }
}
