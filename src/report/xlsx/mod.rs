//! The report as a workbook: findings, mentions, pairs, the ledger, sources and decisions, a sheet each.
//!
//! Numbers are numbers and days are days, so that they can be sorted and reckoned with; every text is a text, whatever it
//! begins with.

mod sheet;

use super::{Fact, Figure, Mention, Report, figure::Value};
use crate::{finding::Standing, wording::Wording};
use jiff::civil::DateTime;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use sheet::{Cell, Column, Looks, Sheet};

/// A sheet has 16,384 columns. Four of the ledger tell the fact.
const MOST_SOURCES: usize = 16_380;

/// The report as the bytes of an XLSX file. Empty where a workbook could not be made of it, which no report known does.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> Vec<u8> {
    let book = Book { report, words, looks: Looks::new() };
    book.print().unwrap_or_default()
}

struct Book<'r> {
    report: &'r Report,
    words: &'r Wording,
    looks: Looks,
}

impl Book<'_> {
    fn t(&self, key: &str) -> String {
        self.words.text(key)
    }

    fn print(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let properties = DocProperties::new()
            .set_title(self.report.title(self.words))
            .set_comment(&self.report.generator)
            .set_creation_datetime(&moment(self.report.made)?);
        book.set_properties(&properties);
        let mut left_out = 0;
        for sheet in [self.findings()?, self.ledger()?, self.mentions()?, self.pairs()?, self.decisions()?] {
            left_out += sheet.left_out;
            book.push_worksheet(sheet.finish()?);
        }
        book.push_worksheet(self.sources()?.finish()?);
        book.push_worksheet(self.about(left_out)?);
        book.save_to_buffer()
    }

    fn sheet(&self, name: &str, columns: &[(&str, u16)], staying: u16) -> Result<Sheet<'_>, XlsxError> {
        let columns: Vec<_> = columns.iter().map(|(key, width)| Column::new(self.t(key), *width)).collect();
        Sheet::new(&self.t(name), &columns, staying, &self.looks)
    }

    fn findings(&self) -> Result<Sheet<'_>, XlsxError> {
        let columns = [
            ("csv-finding", 18),
            ("csv-verdict", 18),
            ("csv-topic", 34),
            ("csv-kind", 14),
            ("csv-low", 24),
            ("csv-high", 24),
            ("xlsx-difference", 12),
            ("csv-severity", 10),
            ("xlsx-confidence", 10),
            ("report-sources", 10),
            ("csv-status", 20),
            ("csv-note", 30),
            ("csv-reasons", 50),
            ("csv-against", 40),
        ];
        let mut sheet = self.sheet("xlsx-findings", &columns, 3)?;
        for fact in &self.report.findings {
            let figures = || fact.mentions.iter().map(|m| &m.figure);
            let bound = |of: fn(&Figure) -> Option<Value>| figures().filter_map(of).map(|v| v.0);
            let gap = fact.pairs.iter().filter_map(|p| p.difference).reduce(f64::max);
            // What is written in different units has no least and no largest value.
            let one_unit = figures().all(|f| f.kind == fact.kind && same_unit(f, &fact.mentions[0].figure));
            let of = |value: Option<_>| Cell::number(value.filter(|_| one_unit).map(Value));
            sheet.add(vec![
                Cell::text(&fact.id),
                self.verdict(fact.verdict.key()),
                Cell::text(&fact.topic),
                Cell::text(self.kind(fact)),
                of(bound(|f| f.low.or(f.high)).min()),
                of(bound(|f| f.high.or(f.low)).max()),
                gap.map_or(Cell::Empty, Cell::Share),
                Cell::Share(fact.severity.into()),
                Cell::Share(fact.confidence.into()),
                Cell::Count(fact.ledger.len()),
                Cell::text(&fact.decision),
                Cell::text(&fact.note),
                Cell::text(fact.all_reasons()),
                Cell::text(fact.all_against()),
            ])?;
        }
        Ok(sheet)
    }

    /// Facts against sources. Who stands apart is named in a column too: a colour alone says nothing to some.
    fn ledger(&self) -> Result<Sheet<'_>, XlsxError> {
        let sources = || self.report.articles.iter().take(MOST_SOURCES);
        let mut columns: Vec<_> = [("report-fact", 34), ("csv-verdict", 18), ("csv-status", 18), ("xlsx-apart", 12)]
            .map(|(key, width)| Column::new(self.t(key), width))
            .into();
        columns.extend(sources().map(|s| Column::new(format!("{} {}", s.letter, s.name), 20)));
        let mut sheet = Sheet::new(&self.t("xlsx-ledger"), &columns, 1, &self.looks)?;
        for fact in &self.report.findings {
            // What was dismissed stands apart from nothing, as in the window.
            let is_apart = |s: Standing| fact.status != "dismissed" && matches!(s, Standing::Apart(_));
            let apart = fact.ledger.iter().filter(|c| is_apart(c.standing));
            let letters: Vec<_> = apart.map(|c| self.report.articles[c.article.0 as usize].letter.as_str()).collect();
            let topic = if fact.topic.is_empty() { self.kind(fact) } else { fact.topic.clone() };
            let head = [
                Cell::text(topic),
                self.verdict(fact.verdict.key()),
                Cell::text(&fact.decision),
                Cell::text(letters.join(", ")),
            ];
            let said = sources().map(|source| {
                let cell = fact.ledger.iter().find(|c| c.article.0 == source.id);
                cell.map_or(Cell::Empty, |c| if is_apart(c.standing) { said(fact, c).apart() } else { said(fact, c) })
            });
            sheet.add(head.into_iter().chain(said).collect())?;
        }
        Ok(sheet)
    }

    fn mentions(&self) -> Result<Sheet<'_>, XlsxError> {
        let columns = [
            ("csv-finding", 18),
            ("csv-topic", 30),
            ("csv-verdict", 18),
            ("csv-source", 8),
            ("csv-outlet", 22),
            ("csv-date", 14),
            ("csv-figure", 20),
            ("csv-low", 24),
            ("csv-high", 24),
            ("csv-iso", 18),
            ("csv-unit", 16),
            ("csv-attribution", 28),
            ("csv-sentence", 70),
            ("csv-by-hand", 24),
            ("xlsx-start", 10),
            ("xlsx-end", 10),
            ("csv-file", 30),
        ];
        let mut sheet = self.sheet("xlsx-mentions", &columns, 2)?;
        for fact in &self.report.findings {
            for mention in &fact.mentions {
                sheet.add(self.mention(fact, mention))?;
            }
        }
        Ok(sheet)
    }

    fn mention(&self, fact: &Fact, mention: &Mention) -> Vec<Cell> {
        let source = self.report.source(mention);
        let figure = &mention.figure;
        let moment = figure.iso.as_deref().map(|iso| iso.parse().map_or_else(|_| Cell::text(iso), Cell::Day));
        vec![
            Cell::text(&fact.id),
            Cell::text(&fact.topic),
            self.verdict(fact.verdict.key()),
            Cell::text(&source.letter),
            Cell::text(&source.name),
            Cell::day(source.date),
            Cell::text(mention.told()),
            Cell::number(figure.low),
            Cell::number(figure.high),
            moment.unwrap_or(Cell::Empty),
            Cell::text(&figure.unit),
            Cell::text(mention.attribution.as_deref().unwrap_or_default()),
            Cell::text(&mention.sentence),
            Cell::text(mention.hand().join("; ")),
            Cell::Count(figure.start),
            Cell::Count(figure.end),
            Cell::text(&source.file),
        ]
    }

    fn pairs(&self) -> Result<Sheet<'_>, XlsxError> {
        let columns = [
            ("csv-finding", 18),
            ("csv-topic", 30),
            ("csv-verdict", 18),
            ("xlsx-source-a", 22),
            ("xlsx-figure-a", 20),
            ("xlsx-source-b", 22),
            ("xlsx-figure-b", 20),
            ("xlsx-difference", 12),
            ("xlsx-sameness", 12),
            ("csv-reasons", 50),
            ("csv-against", 40),
        ];
        let mut sheet = self.sheet("xlsx-pairs", &columns, 2)?;
        for fact in &self.report.findings {
            for pair in &fact.pairs {
                let side = |mention: usize| {
                    let mention = &fact.mentions[mention];
                    let source = self.report.source(mention);
                    [Cell::text(format!("{} {}", source.letter, source.name)), Cell::text(mention.told())]
                };
                let mut row = vec![Cell::text(&fact.id), Cell::text(&fact.topic), self.verdict(pair.verdict.key())];
                row.extend(side(pair.a).into_iter().chain(side(pair.b)));
                row.extend([
                    pair.difference.map_or(Cell::Empty, Cell::Share),
                    Cell::Share(pair.sameness.into()),
                    Cell::text(pair.reasons.join(" ")),
                    Cell::text(pair.against.join(" ")),
                ]);
                sheet.add(row)?;
            }
        }
        Ok(sheet)
    }

    /// What somebody has decided or noted.
    fn decisions(&self) -> Result<Sheet<'_>, XlsxError> {
        let columns =
            [("csv-finding", 18), ("csv-topic", 34), ("csv-verdict", 18), ("csv-status", 28), ("csv-note", 60)];
        let mut sheet = self.sheet("xlsx-decisions", &columns, 2)?;
        for fact in self.report.findings.iter().filter(|f| f.status != "open" || !f.note.is_empty()) {
            let verdict = self.verdict(fact.verdict.key());
            let said = [&fact.decision, &fact.note].map(Cell::text);
            sheet.add([Cell::text(&fact.id), Cell::text(&fact.topic), verdict].into_iter().chain(said).collect())?;
        }
        Ok(sheet)
    }

    fn sources(&self) -> Result<Sheet<'_>, XlsxError> {
        let columns = [
            ("csv-source", 8),
            ("csv-outlet", 26),
            ("csv-title", 60),
            ("csv-date", 14),
            ("xlsx-language", 10),
            ("xlsx-sentences", 10),
            ("xlsx-figures", 10),
            ("csv-file", 40),
            ("xlsx-fetched", 20),
            ("xlsx-sha256", 66),
            ("xlsx-notices", 60),
        ];
        let mut sheet = self.sheet("report-sources", &columns, 1)?;
        for source in &self.report.articles {
            let notices = self.report.notices.iter().filter(|n| n.article == source.id);
            let notices: Vec<_> = notices.map(|n| n.message.as_str()).collect();
            sheet.add(vec![
                Cell::text(&source.letter),
                Cell::text(&source.name),
                Cell::text(&source.title),
                Cell::day(source.date),
                Cell::text(&source.language),
                Cell::Count(source.sentences),
                Cell::Count(source.figures),
                Cell::text(&source.file),
                Cell::text(source.fetched.map(|f| f.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()),
                Cell::text(&source.sha256),
                Cell::text(notices.join("\n")),
            ])?;
        }
        for unread in &self.report.unread {
            let mut row = vec![Cell::Empty; 7];
            row.extend([Cell::text(&unread.file), Cell::Empty, Cell::Empty, Cell::text(&unread.reason)]);
            sheet.add(row)?;
        }
        Ok(sheet)
    }

    /// How the workbook was made, and what it cannot know.
    fn about(&self, left_out: usize) -> Result<Worksheet, XlsxError> {
        let columns = [Column::new(self.t("report-method"), 100)];
        let mut sheet = Sheet::new(&self.t("xlsx-about"), &columns, 0, &self.looks)?;
        let made = self.report.made.map(|m| m.date());
        let full = (left_out > 0).then(|| self.words.count("xlsx-left-out", &[("count", left_out)]));
        for line in [self.t("report-method-text"), self.t("xlsx-offsets"), self.report.generator.clone()] {
            sheet.add(vec![Cell::text(line)])?;
        }
        for cell in made.map(Cell::Day).into_iter().chain(full.map(Cell::text)) {
            sheet.add(vec![cell])?;
        }
        sheet.finish()
    }

    fn verdict(&self, key: &str) -> Cell {
        Cell::text(self.t(&format!("verdict-{key}")))
    }

    fn kind(&self, fact: &Fact) -> String {
        fact.check_key().map_or_else(|| self.t(fact.kind_key()), |key| self.t(&key))
    }
}

/// What a source says of a fact: a number where its words say nothing beside it.
fn said(fact: &Fact, cell: &super::ledger::Cell) -> Cell {
    let figure = fact.mentions.get(cell.mention).map(|m| &m.figure);
    let exact = figure.filter(|f| f.low.is_some() && f.low == f.high).and_then(|f| f.low);
    let bare = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}');
    match (exact, cell.values.as_slice()) {
        (Some(number), [(hedge, value)]) if hedge.is_empty() && value.chars().all(bare) => Cell::Number(number),
        _ => Cell::text(cell.text()),
    }
}

/// Whether two figures are counted in the same unit, as far as their words tell: counted things may be named anyhow.
fn same_unit(a: &Figure, b: &Figure) -> bool {
    a.kind == crate::quantity::Kind::Count || a.unit == b.unit
}

/// When it was made; a fixed moment where that is not told, so that the same report is the same file.
fn moment(made: Option<DateTime>) -> Result<ExcelDateTime, XlsxError> {
    let known = made.and_then(|m| {
        let (year, hour) = (u16::try_from(m.year()).ok()?, u16::try_from(m.hour()).ok()?);
        let [month, day, minute, second] = [m.month(), m.day(), m.minute(), m.second()].map(|n| n.unsigned_abs());
        ExcelDateTime::from_ymd(year, month, day).ok()?.and_hms(hour, minute, f64::from(second)).ok()
    });
    known.map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    fn read(report: &Report, language: &str) -> Xlsx<Cursor<Vec<u8>>> {
        let bytes = print(report, &Wording::new(language));
        open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook")
    }

    fn rows(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
        let range = book.worksheet_range(sheet).expect("a sheet");
        range.rows().map(<[Data]>::to_vec).collect()
    }

    /// What stands in a row under a heading.
    fn at<'a>(rows: &'a [Vec<Data>], row: usize, heading: &str) -> &'a Data {
        let column = rows[0].iter().position(|c| c.as_string().as_deref() == Some(heading));
        &rows[row][column.unwrap_or_else(|| panic!("no column {heading}: {:?}", rows[0]))]
    }

    #[test]
    fn every_sheet_is_there_in_every_language() {
        for language in Wording::languages() {
            let names = read(&sample::report("A"), language).sheet_names();
            assert_eq!(names.len(), 7, "{language}");
            assert!(names.iter().all(|n| n.chars().count() <= 31 && !n.contains("xlsx-")), "{names:?}");
        }
    }

    #[test]
    fn numbers_are_numbers_and_days_are_days() {
        let mut book = read(&sample::report("A"), "en");
        let mentions = rows(&mut book, "Mentions");
        assert_eq!(at(&mentions, 1, "Low").as_f64(), Some(11000.0));
        assert_eq!(at(&mentions, 1, "High"), &Data::Empty);
        assert_eq!(at(&mentions, 1, "Figure").as_string().as_deref(), Some("más de 11.000"));
        // 13 August 2025, as spreadsheets count days.
        let Data::DateTime(day) = at(&mentions, 1, "Date of publication") else { panic!("no date: {mentions:?}") };
        assert_eq!(day.as_f64(), 45882.0);
        let findings = rows(&mut book, "Findings");
        assert_eq!(at(&findings, 1, "Finding").as_string().as_deref(), Some("0123"));
        assert_eq!(at(&findings, 1, "Low").as_f64(), Some(11000.0));
        let pairs = rows(&mut book, "Pairs");
        assert_eq!(at(&pairs, 1, "Difference").as_f64(), Some(0.27));
        let decisions = rows(&mut book, "Decisions");
        assert_eq!(at(&decisions, 1, "Decision").as_string().as_deref(), Some("Descartado: Redondeo"));
    }

    #[test]
    fn the_ledger_lays_facts_against_sources() {
        let mut book = read(&sample::report("A"), "en");
        let ledger = rows(&mut book, "Ledger");
        assert_eq!(at(&ledger, 1, "A A").as_string().as_deref(), Some("más de 11.000"));
        assert_eq!(at(&ledger, 1, "B B").as_string().as_deref(), Some("unos 15.000"));
    }

    #[test]
    fn a_bare_number_is_a_number_in_the_ledger_too() {
        let check = |hedge: &str, value: &str, exact: &str, expected: Cell| {
            let mut report = sample::report("A");
            let fact = &mut report.findings[0];
            let number = exact.parse().ok().map(Value);
            (fact.mentions[0].figure.low, fact.mentions[0].figure.high) = (number, number);
            fact.ledger[0].values = vec![(hedge.to_owned(), value.to_owned())];
            assert_eq!(said(fact, &fact.ledger[0]), expected, "{hedge} {value}");
        };
        let number = |text: &str| Cell::Number(Value(text.parse().expect("a number")));
        check("", "11.000", "11000", number("11000"));
        check("", "1,5", "1.5", number("1.5"));
        check("unos", "11.000", "11000", Cell::text("unos 11.000"));
        check("", "15 millones", "15000000", Cell::text("15 millones"));
        check("", "3-1", "", Cell::text("3-1"));
    }

    #[test]
    fn the_same_report_is_the_same_file() {
        let words = Wording::new("es");
        assert_eq!(print(&sample::report("A"), &words), print(&sample::report("A"), &words));
    }
}
