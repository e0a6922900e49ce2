//! One sheet of a workbook: a head that stays, filters, and rows of cells that are what they are.

use crate::report::{csv::harmless, figure::Value};
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// The last row that a sheet has, from 0.
const LAST_ROW: u32 = 1_048_575;
/// The longest text of a cell, in the units that Excel counts.
const LONGEST: usize = 32_767;
/// A spreadsheet's numbers keep so many digits.
const DIGITS: usize = 15;
/// How high a line of text is, in points, and how many lines of a cell are shown at most.
const LINE: f64 = 15.0;
const MOST_LINES: usize = 12;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, never a formula.
    Text(String),
    /// A text set off, because it stands apart from what others say.
    Apart(String),
    /// A number set off.
    NumberApart(Value),
    /// A number that was read, as exact as it was written.
    Number(Value),
    /// A number of the program's own: a likelihood, a share.
    Share(f64),
    /// A number of things.
    Count(usize),
    /// A day.
    Day(Date),
}

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A number, where there is one.
    pub fn number(value: Option<Value>) -> Self {
        value.map_or(Self::Empty, Self::Number)
    }

    /// The same, set off.
    pub fn apart(self) -> Self {
        match self {
            Self::Text(text) => Self::Apart(text),
            Self::Number(value) => Self::NumberApart(value),
            other => other,
        }
    }

    /// How many lines it takes in a column so wide, about.
    fn lines(&self, width: f64) -> usize {
        let (Self::Text(text) | Self::Apart(text)) = self else { return 1 };
        let of = |line: &str| (line.chars().take(LONGEST).count() as f64 / width).ceil().max(1.0) as usize;
        text.lines().take(MOST_LINES).map(of).sum()
    }

    /// A day, where there is one.
    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A column: its heading, and how wide it is, in characters.
#[derive(Clone, Debug)]
pub struct Column {
    heading: String,
    width: f64,
}

impl Column {
    /// A column with a heading.
    pub fn new(heading: impl Into<String>, width: u16) -> Self {
        Self { heading: heading.into(), width: f64::from(width) }
    }
}

/// What stands apart lies on this.
const APART: Color = Color::RGB(0x00FB_E3DF);

/// The looks of cells; of numbers one for whole ones and one for others.
pub struct Looks {
    head: Format,
    text: Format,
    /// For what a spreadsheet would take for a formula when the cell is edited.
    quoted: Format,
    apart: Format,
    number: [Format; 2],
    number_apart: [Format; 2],
    share: Format,
    day: Format,
}

impl Looks {
    /// The looks of all sheets.
    pub fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let words = || plain().set_align(FormatAlign::Left).set_indent(1).set_text_wrap();
        // Two looks, for a whole number in the second would be shown with a point at its end.
        let numbers = |look: fn(Format) -> Format| {
            ["#,##0", "#,##0.0##############"].map(|digits| look(plain().set_num_format(digits)))
        };
        let head = words().set_bold().set_background_color(Color::RGB(0x00E7_ECF2));
        Self {
            head: head.set_font_color(Color::RGB(0x001B_2430)).set_border_bottom(FormatBorder::Thin),
            text: words(),
            quoted: words().set_quote_prefix(),
            apart: words().set_quote_prefix().set_bold().set_background_color(APART),
            number: numbers(|look| look),
            number_apart: numbers(|look| look.set_bold().set_background_color(APART)),
            share: plain().set_num_format("0.00"),
            day: plain().set_num_format("yyyy-mm-dd"),
        }
    }
}

/// A sheet on its way.
pub struct Sheet<'l> {
    sheet: Worksheet,
    looks: &'l Looks,
    /// How wide the columns are, in characters.
    widths: Vec<f64>,
    next: u32,
    /// How many rows had no place any more.
    pub left_out: usize,
}

impl<'l> Sheet<'l> {
    /// A sheet with its head. So many columns stay in sight when it is scrolled sideways.
    pub fn new(name: &str, columns: &[Column], staying: u16, looks: &'l Looks) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (at, column) in (0..).zip(columns) {
            sheet.write_string_with_format(0, at, fitting(&column.heading), &looks.head)?;
            sheet.set_column_width(at, column.width)?;
        }
        sheet.set_row_height(0, 2.0 * LINE)?;
        sheet.set_freeze_panes(1, staying)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        let widths = columns.iter().map(|c| c.width).collect();
        Ok(Self { sheet, looks, widths, next: 1, left_out: 0 })
    }

    /// Adds a row; where the sheet is full, it is counted as left out.
    pub fn add(&mut self, row: Vec<Cell>) -> Result<(), XlsxError> {
        if self.next > LAST_ROW {
            self.left_out += 1;
            return Ok(());
        }
        // Not every program finds the height of a row by itself.
        let lines = row.iter().zip(&self.widths).map(|(cell, width)| cell.lines(*width)).max().unwrap_or(1);
        self.sheet.set_row_height(self.next, LINE * lines.min(MOST_LINES) as f64)?;
        for (at, cell) in (0..).zip(row) {
            self.write(at, cell)?;
        }
        self.next += 1;
        Ok(())
    }

    /// The sheet, with filters over its rows.
    pub fn finish(mut self) -> Result<Worksheet, XlsxError> {
        if let Some(last) = self.widths.len().checked_sub(1).filter(|_| self.next > 1) {
            self.sheet.autofilter(0, 0, self.next - 1, u16::try_from(last).unwrap_or(u16::MAX))?;
        }
        Ok(self.sheet)
    }

    fn write(&mut self, at: u16, cell: Cell) -> Result<(), XlsxError> {
        let (row, looks) = (self.next, self.looks);
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                let quoted = matches!(harmless(&text), std::borrow::Cow::Owned(_));
                let look = if quoted { &looks.quoted } else { &looks.text };
                self.sheet.write_string_with_format(row, at, fitting(&text), look)?;
            }
            Cell::Apart(text) => {
                self.sheet.write_string_with_format(row, at, fitting(&text), &looks.apart)?;
            }
            Cell::Number(value) => self.write_number(at, value, &looks.number, &looks.text)?,
            Cell::NumberApart(value) => self.write_number(at, value, &looks.number_apart, &looks.apart)?,
            Cell::Share(share) if share.is_finite() => {
                self.sheet.write_number_with_format(row, at, share, &looks.share)?;
            }
            Cell::Share(_) => {}
            Cell::Count(count) => {
                self.sheet.write_number_with_format(row, at, count as f64, &looks.number[0])?;
            }
            Cell::Day(day) => match calendar(day) {
                Some(date) => {
                    self.sheet.write_datetime_with_format(row, at, &date, &looks.day)?;
                }
                None => {
                    self.sheet.write_string_with_format(row, at, day.to_string(), &looks.text)?;
                }
            },
        }
        Ok(())
    }

    /// A number as such, or its digits as a text where they are too many.
    fn write_number(&mut self, at: u16, value: Value, looks: &[Format; 2], as_text: &Format) -> Result<(), XlsxError> {
        let look = &looks[usize::from(!value.0.is_integer())];
        match in_full(value) {
            Some(number) => self.sheet.write_number_with_format(self.next, at, number, look)?,
            None => self.sheet.write_string_with_format(self.next, at, value.0.normalize().to_string(), as_text)?,
        };
        Ok(())
    }
}

/// The number, where a spreadsheet keeps all its digits.
fn in_full(value: Value) -> Option<f64> {
    let plain = value.0.normalize();
    let digits = plain.mantissa().unsigned_abs().to_string();
    // The zeros at the end of a large number cost nothing.
    (digits.trim_end_matches('0').len() <= DIGITS).then(|| plain.to_f64()).flatten()
}

/// The day as spreadsheets count it. They begin with 1900, and take it for a leap year until March.
fn calendar(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ((year, month) >= (1900, 3)).then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten()
}

/// A text as a cell can hold it: not too long, and without what XML cannot carry.
fn fitting(text: &str) -> String {
    let known = |c: &char| !matches!(*c, '\u{fffe}' | '\u{ffff}') && (!c.is_control() || matches!(*c, '\n' | '\t'));
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut units = 0;
    let mut fits = String::new();
    for c in lines.chars().filter(known) {
        units += c.len_utf16();
        if units >= LONGEST {
            fits.push('…');
            break;
        }
        fits.push(c);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits_or_stay_texts() {
        let check = |written: &str, expected: Option<f64>| {
            let value = Value(written.parse().expect("a number"));
            assert_eq!(in_full(value), expected, "{written}");
        };
        check("11000", Some(11000.0));
        check("1.50", Some(1.5));
        check("-3", Some(-3.0));
        check("7000000000000000000", Some(7e18));
        check("123456789012345", Some(123_456_789_012_345.0));
        check("1234567890123456", None);
    }

    #[test]
    fn days_before_spreadsheets_stay_texts() {
        let check = |day: Date, expected: bool| assert_eq!(calendar(day).is_some(), expected, "{day}");
        check(Date::constant(2025, 8, 13), true);
        check(Date::constant(1900, 3, 1), true);
        check(Date::constant(1900, 2, 28), false);
        check(Date::constant(1492, 10, 12), false);
        check(Date::constant(-44, 3, 15), false);
    }

    #[test]
    fn what_has_no_place_is_counted() {
        let looks = Looks::new();
        let mut sheet = Sheet::new("a", &[Column::new("b", 9)], 0, &looks).expect("a sheet");
        sheet.next = LAST_ROW;
        for expected in [0, 1, 2] {
            sheet.add(vec![Cell::text("c")]).expect("a row");
            assert_eq!(sheet.left_out, expected);
        }
    }

    #[test]
    fn texts_fit_into_a_cell() {
        let check = |text: &str, expected: &str| assert_eq!(fitting(text), expected);
        check("uno\r\ndos\rtres\n", "uno\ndos\ntres\n");
        check("a\u{0}b\u{1b}c\u{ffff}d", "abcd");
        let long = fitting(&"😀".repeat(20_000));
        assert!(long.encode_utf16().count() <= LONGEST && long.ends_with('…'));
    }
}
