//! The report as a document that editors write in: headings, tables and quotations of the word processor's own.

mod drawing;

use super::{
    Report,
    blocks::shown,
    blocks::{self, Block, Run, Style},
    ink::Ink,
    text,
};
use crate::wording::Wording;
use jiff::civil::{DateTime, date};
use maud::{Markup, PreEscaped, html};
use std::io::{Cursor, Write};
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The report as the bytes of a DOCX file. Writing into memory does not fail; if it did, nothing would be handed on.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> Vec<u8> {
    pack(report, words).unwrap_or_default()
}

/// A namespace, and the beginning of the types of parts.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

fn pack(report: &Report, words: &Wording) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", relations()),
        ("docProps/core.xml", properties(report, words)),
        ("word/_rels/document.xml.rels", parts_of_document()),
        ("word/document.xml", document(report, words)),
        ("word/styles.xml", styles(report)),
        ("word/footer1.xml", footer(report)),
    ];
    for (name, part) in parts {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(br#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#)?;
        zip.write_all(part.into_string().as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn types() -> Markup {
    let part = |name: &str, kind: &str| {
        html! { Override PartName=(format!("/{name}")) ContentType=(kind) {} }
    };
    html! {
        Types xmlns=(format!("{PACKAGE}/content-types")) {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            (part("word/document.xml", &format!("{TYPE}.document.main+xml")))
            (part("word/styles.xml", &format!("{TYPE}.styles+xml")))
            (part("word/footer1.xml", &format!("{TYPE}.footer+xml")))
            (part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        }
    }
}

fn relations() -> Markup {
    html! {
        Relationships xmlns=(format!("{PACKAGE}/relationships")) {
            Relationship Id="r1" Type=(format!("{RELATION}/officeDocument")) Target="word/document.xml" {}
            Relationship Id="r2" Type=(format!("{PACKAGE}/relationships/metadata/core-properties")) Target="docProps/core.xml" {}
        }
    }
}

fn parts_of_document() -> Markup {
    html! {
        Relationships xmlns=(format!("{PACKAGE}/relationships")) {
            Relationship Id="r1" Type=(format!("{RELATION}/styles")) Target="styles.xml" {}
            Relationship Id="r2" Type=(format!("{RELATION}/footer")) Target="footer1.xml" {}
        }
    }
}

fn properties(report: &Report, words: &Wording) -> Markup {
    let made = report.made.unwrap_or_else(|| DateTime::from(date(1980, 1, 1)));
    html! {
        cp:coreProperties xmlns:cp=(format!("{PACKAGE}/metadata/core-properties"))
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (shown(&report.title(words))) }
            dc:creator { (report.generator) }
            dc:language { (report.language) }
            dcterms:created xsi:type="dcterms:W3CDTF" { (made.strftime("%Y-%m-%dT%H:%M:%SZ")) }
        }
    }
}

fn document(report: &Report, words: &Wording) -> Markup {
    let names = drawing::NAMESPACES;
    html! {
        w:document xmlns:w=(W) xmlns:r=(RELATION) xmlns:mc=(names[0].1) xmlns:wp=(names[1].1) xmlns:a=(names[2].1)
            xmlns:wpg=(names[3].1) xmlns:wps=(names[4].1) mc:Ignorable="wpg wps" {
            w:body {
                @for (place, block) in blocks::of(report, words, drawing::WIDTH).iter().enumerate() { (one(block, place)) }
                w:sectPr {
                    w:footerReference w:type="default" r:id="r2" {}
                    w:pgSz w:w="11906" w:h="16838" {}
                    w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0" {}
                }
            }
        }
    }
}

/// A block by its place in the document, from 0.
fn one(block: &Block, place: usize) -> Markup {
    html! {
        @match block {
            Block::Title(text) => (paragraph("Title", &[plain(text)])),
            Block::Heading(depth, words) => (paragraph(&format!("Heading{depth}"), words)),
            Block::Paragraph(words) => (paragraph("Normal", words)),
            Block::Quotation(letter, words, caption) => {
                (paragraph("Quote", &[letter.as_slice(), &[plain("  ")], words].concat()))
                (paragraph("Caption", caption))
            }
            Block::Item(sign, words) => (paragraph("ListParagraph", &[&[plain(&format!("{sign}\t"))], words.as_slice()].concat())),
            Block::Line(line, spoken) => w:p {
                w:pPr { w:pStyle w:val="Drawing" {} }
                w:r { (drawing::group(line, spoken, place + 1)) }
            },
            Block::Table(head, rows) => (table(head, rows)),
            Block::Note(words) => (paragraph("Note", words)),
        }
    }
}

fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), style: Style::Plain, language: None }
}

fn paragraph(style: &str, words: &[Run]) -> Markup {
    html! {
        w:p {
            w:pPr { w:pStyle w:val=(style) {} }
            @for run in words { (run_of(run)) }
        }
    }
}

fn run_of(run: &Run) -> Markup {
    let strong = matches!(run.style, Style::Strong | Style::Figure | Style::Verdict(_) | Style::Letter(_));
    let (ink, ground) = match run.style {
        Style::Quiet => (Some(Ink::Quiet), None),
        Style::Verdict(verdict) | Style::Sign(verdict) => (Some(Ink::Apart(verdict)), None),
        Style::Figure => (None, Some(Ink::Marked)),
        Style::Letter(id) => (Some(Ink::OnSource(id)), Some(Ink::Source(id))),
        _ => (None, None),
    };
    let line = match run.style {
        Style::Hedge => Some("dash"),
        Style::Unit => Some("single"),
        _ => None,
    };
    // The order of these is that of the schema.
    html! {
        w:r {
            w:rPr {
                @if strong { w:b {} }
                @if let Some(ink) = ink { w:color w:val=(hex(ink)) {} }
                @if let Some(line) = line { w:u w:val=(line) {} }
                @if let Some(ground) = ground { w:shd w:val="clear" w:color="auto" w:fill=(hex(ground)) {} }
                @if let Some(language) = &run.language { w:lang w:val=(language) {} }
            }
            @for (place, part) in words_of(run).split('\t').enumerate() {
                @if place > 0 { w:tab {} }
                w:t xml:space="preserve" { (part) }
            }
        }
    }
}

/// What a run shows: a verdict its shape, a letter some ground around it.
fn words_of(run: &Run) -> String {
    match run.style {
        Style::Sign(verdict) => text::sign(verdict).to_string(),
        Style::Letter(_) => format!("\u{a0}{}\u{a0}", run.text),
        _ => run.text.clone(),
    }
}

fn hex(ink: Ink) -> String {
    let (r, g, b) = ink.on_paper();
    format!("{r:02X}{g:02X}{b:02X}")
}

fn table(head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) -> Markup {
    // The fact stands in the first column: it is half as wide again.
    let width = |column: usize| 9638 * if column == 0 { 3 } else { 2 } / (2 * head.len() + 1);
    let cells = |cells: &[Vec<Run>]| {
        html! {
            @for (column, cell) in cells.iter().enumerate() {
                w:tc { w:tcPr { w:tcW w:w=(width(column)) w:type="dxa" {} } (paragraph("Cell", cell)) }
            }
        }
    };
    html! {
        w:tbl {
            w:tblPr { w:tblStyle w:val="Ledger" {} w:tblW w:w="5000" w:type="pct" {} w:tblLook w:firstRow="1" w:firstColumn="1" {} }
            w:tblGrid { @for column in 0..head.len() { w:gridCol w:w=(width(column)) {} } }
            w:tr { w:trPr { w:cantSplit {} w:tblHeader {} } (cells(head)) }
            @for row in rows { w:tr { w:trPr { w:cantSplit {} } (cells(row)) } }
        }
        // A table does not touch what follows.
        (paragraph("Normal", &[]))
    }
}

/// The number of each page, beside the program's name.
fn footer(report: &Report) -> Markup {
    html! {
        w:ftr xmlns:w=(W) {
            w:p {
                w:pPr { w:pStyle w:val="Caption" {} w:jc w:val="right" {} }
                w:r { w:t xml:space="preserve" { (report.generator) " · " } }
                w:fldSimple w:instr=" PAGE " { w:r { w:t { "1" } } }
            }
        }
    }
}

fn styles(report: &Report) -> Markup {
    let border = |side: &str, size: u8| {
        PreEscaped(format!(r#"<w:{side} w:val="single" w:sz="{size}" w:space="8" w:color="CBC4B6"/>"#))
    };
    let headings = [(1_u8, 32, 360), (2, 28, 320), (3, 22, 160)];
    html! {
        w:styles xmlns:w=(W) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri" {}
                    w:sz w:val="21" {}
                    w:lang w:val=(report.language) {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="80" w:line="264" w:lineRule="auto" {} } }
            }
            w:style w:type="paragraph" w:default="1" w:styleId="Normal" { w:name w:val="Normal" {} w:qFormat {} }
            w:style w:type="paragraph" w:styleId="Title" {
                w:name w:val="Title" {} w:basedOn w:val="Normal" {} w:qFormat {}
                w:rPr { w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" {} w:sz w:val="48" {} }
            }
            @for (depth, size, before) in headings {
                w:style w:type="paragraph" w:styleId=(format!("Heading{depth}")) {
                    w:name w:val=(format!("heading {depth}")) {} w:basedOn w:val="Normal" {} w:next w:val="Normal" {} w:qFormat {}
                    w:pPr { w:keepNext {} w:keepLines {} w:spacing w:before=(before) w:after="80" {} w:outlineLvl w:val=(depth - 1) {} }
                    w:rPr { w:b {} w:sz w:val=(size) {} }
                }
            }
            w:style w:type="paragraph" w:styleId="Quote" {
                w:name w:val="Quote" {} w:basedOn w:val="Normal" {} w:qFormat {}
                w:pPr { w:keepNext {} w:keepLines {} w:spacing w:before="120" w:after="0" {} w:ind w:left="284" {} }
                w:rPr { w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" {} w:sz w:val="23" {} }
            }
            w:style w:type="paragraph" w:styleId="Caption" {
                w:name w:val="caption" {} w:basedOn w:val="Normal" {} w:qFormat {}
                w:pPr { w:ind w:left="284" {} }
                w:rPr { w:color w:val="5F594F" {} w:sz w:val="18" {} }
            }
            w:style w:type="paragraph" w:styleId="ListParagraph" {
                w:name w:val="List Paragraph" {} w:basedOn w:val="Normal" {} w:qFormat {}
                w:pPr { w:tabs { w:tab w:val="left" w:pos="568" {} } w:spacing w:after="40" {} w:ind w:left="568" w:hanging="284" {} }
            }
            w:style w:type="paragraph" w:styleId="Note" {
                w:name w:val="Note" {} w:basedOn w:val="Normal" {} w:qFormat {}
                w:pPr { w:pBdr { (border("left", 24)) } w:spacing w:before="120" {} w:ind w:left="284" {} }
            }
            w:style w:type="paragraph" w:styleId="Drawing" {
                w:name w:val="Drawing" {} w:basedOn w:val="Normal" {}
                w:pPr { w:keepNext {} w:spacing w:before="80" w:after="80" {} }
            }
            w:style w:type="paragraph" w:styleId="Label" {
                w:name w:val="Label" {} w:basedOn w:val="Normal" {}
                w:pPr { w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto" {} }
            }
            w:style w:type="paragraph" w:styleId="Cell" {
                w:name w:val="Cell" {} w:basedOn w:val="Normal" {}
                w:pPr { w:spacing w:before="40" w:after="40" {} }
                w:rPr { w:sz w:val="18" {} }
            }
            w:style w:type="table" w:styleId="Ledger" {
                w:name w:val="Ledger" {}
                w:tblPr {
                    w:tblBorders { (border("top", 4)) (border("bottom", 4)) (border("insideH", 4)) }
                    w:tblCellMar { w:left w:w="70" w:type="dxa" {} w:right w:w="70" w:type="dxa" {} }
                }
                w:tblStylePr w:type="firstRow" { w:rPr { w:b {} } }
            }
        }
    }
}
