//! Lines of a page: pieces of print that stand on one height, side by side.

use super::script::{self, Script};
use pdf_oxide::{XYCutStrategy, layout::TextSpan};
use rustc_hash::FxHashMap;

/// A line of print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it begins, and where it ends, from the left of the page.
    pub left: f32,
    /// See `left`.
    pub right: f32,
    /// How high it stands; less is further down.
    pub height: f32,
    /// How large its letters are.
    pub size: f32,
    /// Whether it stands where running heads do: in the upper or lower tenth of the page.
    pub at_edge: bool,
    /// Whether the file itself says that it is of the page and not of the text.
    pub is_furniture: bool,
    /// Whether it is a row of a table: a name and its figures.
    pub is_row: bool,
}

/// Two pieces that stand further apart than this, in letters' sizes, are of two columns or of two cells.
const GUTTER: f32 = 1.2;
/// Words printed one after the other on one line are set no further apart, in letters' sizes.
const APART: f32 = 6.0;
/// A figure in a table stands no further from what it belongs to, in letters' sizes.
const ROW: f32 = 40.0;
/// Nor does a row's name have more letters.
const NAME: usize = 60;
/// Heights are looked up in strips of the page, this many points high.
const STRIP: f32 = 12.0;

impl Line {
    /// Whether there is a letter or a digit in it.
    pub fn has_words(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }

    fn of(span: &TextSpan, page_height: f32) -> Self {
        let share = span.bbox.y / page_height.max(1.0);
        Self {
            text: span.text.trim_matches(['\n', '\r']).to_owned(),
            left: span.bbox.x,
            right: span.bbox.x + span.bbox.width,
            height: span.bbox.y,
            size: span.font_size.abs().max(1.0),
            at_edge: !(0.1..=0.9).contains(&share),
            is_furniture: span.artifact_type.is_some(),
            is_row: false,
        }
    }

    /// Whether a piece stands on this line, no more than so many letters' sizes behind it.
    fn stands_before(&self, part: &Self, gap: f32) -> bool {
        let size = self.size.max(part.size);
        let apart = part.left - self.right;
        let level = (self.height - part.height).abs() < size * 0.2 || Script::of(self, part).is_some();
        level && apart > -size * 0.6 && apart < size * gap && self.is_furniture == part.is_furniture
    }

    /// Puts a piece behind this line. A raised digit stays one: glued on as it is, it would make another number.
    fn take(&mut self, part: Self) {
        let gap = part.left - self.right > self.size.max(part.size) * 0.15;
        if gap && !self.text.ends_with(' ') && !part.text.starts_with(' ') {
            self.text.push(' ');
        }
        match Script::of(self, &part) {
            Some(Script::Behind(way)) => self.text.push_str(&script::written(&part.text, way)),
            Some(Script::Before(way)) => {
                self.text = script::written(&self.text, way);
                self.text.push_str(&part.text);
                (self.height, self.size) = (part.height, part.size);
            }
            None => {
                self.text.push_str(&part.text);
                self.size = self.size.max(part.size);
            }
        }
        self.right = self.right.max(part.right);
    }

    /// Whether it is nothing but a figure, as the cells of tables are: "1.234,5", "-12 %".
    fn is_figure(&self) -> bool {
        let text = self.text.trim();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        text.contains(|c: char| c.is_ascii_digit()) && letters <= 3 && text.len() <= 24 && !text.ends_with('.')
    }
}

/// The lines of a page in the order in which they are read: by the shapes on the page, column by column; or as they were
/// printed, where that tears fewer of them apart. In a narrow column with words set wide apart, shapes take the last words of
/// its lines for a column of their own; and not every program prints in the order in which one reads.
pub fn lines(spans: &[TextSpan], page_height: f32) -> Vec<Line> {
    let (shaped, printed) = (shaped(spans, page_height), printed(spans, page_height));
    if breaks(&printed) < breaks(&shaped) { printed } else { shaped }
}

/// How often a reader of these lines is torn away: every line is counted, since a word out of place stands on a line of its own,
/// and every step that does not lead down the page.
fn breaks(lines: &[Line]) -> usize {
    let not_down = |pair: &&[Line]| pair[1].height > pair[0].height - pair[0].size * 0.3;
    lines.len() + lines.windows(2).filter(not_down).count()
}

/// The pieces of a page that hold anything.
fn parts(spans: &[TextSpan], page_height: f32) -> impl Iterator<Item = Line> {
    spans.iter().filter(|s| !s.text.trim().is_empty()).map(move |s| Line::of(s, page_height))
}

/// The lines in the order in which they were printed. What is printed next and stands behind on the same line is of it, even
/// where the words are set wide apart.
fn printed(spans: &[TextSpan], page_height: f32) -> Vec<Line> {
    let mut spans = spans.to_vec();
    spans.sort_by_key(|span| span.sequence);
    let mut lines: Vec<Line> = Vec::new();
    for part in parts(&spans, page_height) {
        match lines.last_mut().filter(|line| line.stands_before(&part, APART)) {
            Some(line) => line.take(part),
            None => lines.push(part),
        }
    }
    lines
}

/// The lines by the shapes on the page.
fn shaped(spans: &[TextSpan], page_height: f32) -> Vec<Line> {
    let mut parts: Vec<Line> = parts(spans, page_height).collect();
    parts.sort_by(|a, b| a.left.total_cmp(&b.left).then(b.height.total_cmp(&a.height)));
    let lines = rows(joined(parts));
    match spans.first() {
        Some(span) => in_order(&lines, span),
        None => lines,
    }
}

/// Pieces, from left to right, joined into what stands side by side without a gap.
fn joined(parts: Vec<Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut strips = Strips::default();
    for part in parts {
        let best = strips
            .near(part.height)
            .filter(|i| lines[*i].stands_before(&part, GUTTER))
            .min_by(|a, b| distance(&lines[*a], &part).total_cmp(&distance(&lines[*b], &part)));
        if let Some(line) = best {
            lines[line].take(part);
        } else {
            strips.put(part.height, lines.len());
            lines.push(part);
        }
    }
    lines
}

/// Which lines stand how high, so that those beside one are found without looking at all.
#[derive(Default)]
struct Strips(FxHashMap<i32, Vec<usize>>);

impl Strips {
    /// The lines in the strip of that height and in those beside it.
    fn near(&self, height: f32) -> impl Iterator<Item = usize> {
        let strip = Self::of(height);
        (strip - 1..=strip + 1).filter_map(|s| self.0.get(&s)).flatten().copied()
    }

    fn put(&mut self, height: f32, line: usize) {
        self.0.entry(Self::of(height)).or_default().push(line);
    }

    #[allow(clippy::cast_possible_truncation)]
    fn of(height: f32) -> i32 {
        (height / STRIP).floor() as i32
    }
}

fn distance(line: &Line, part: &Line) -> f32 {
    (line.height - part.height).abs() + (part.left - line.right).abs()
}

/// Joins the figures of a table's row to what stands before them: read down its columns, a table says nothing.
fn rows(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut rows: Vec<Line> = Vec::new();
    let mut strips = Strips::default();
    for line in lines {
        let level = |row: &Line| {
            let apart = line.left - row.right;
            (row.height - line.height).abs() < line.size * 0.3 && apart > 0.0 && apart < line.size * ROW
        };
        let before = strips
            .near(line.height)
            .filter(|i| level(&rows[*i]))
            .min_by(|a, b| (line.left - rows[*a].right).total_cmp(&(line.left - rows[*b].right)));
        match before {
            Some(row) if line.is_figure() && (rows[row].is_row || rows[row].text.len() <= NAME) => {
                let row = &mut rows[row];
                row.text = format!("{} | {}", row.text.trim_end(), line.text.trim());
                row.right = line.right;
                row.is_row = true;
            }
            _ => {
                strips.put(line.height, rows.len());
                rows.push(line);
            }
        }
    }
    rows
}

/// The lines column by column. What is cut into columns are whole lines: cut apart by itself, a raised digit is taken for
/// a column, and what stands behind it for the beginning of a line.
fn in_order(lines: &[Line], any: &TextSpan) -> Vec<Line> {
    let stand_ins: Vec<TextSpan> = lines.iter().enumerate().map(|(i, line)| stand_in(line, i, any)).collect();
    let mut ordered = Vec::with_capacity(lines.len());
    for mut region in XYCutStrategy::new().partition_region(&stand_ins) {
        region.sort_by(|a, b| b.bbox.y.total_cmp(&a.bbox.y).then(a.bbox.x.total_cmp(&b.bbox.x)));
        ordered.extend(region.iter().filter_map(|s| lines.get(s.sequence).cloned()));
    }
    ordered
}

/// A line as a piece of print, for cutting the page.
fn stand_in(line: &Line, sequence: usize, any: &TextSpan) -> TextSpan {
    let mut span = any.clone();
    span.text.clone_from(&line.text);
    (span.bbox.x, span.bbox.y) = (line.left, line.height);
    (span.bbox.width, span.bbox.height) = ((line.right - line.left).max(0.0), line.size);
    (span.font_size, span.sequence) = (line.size, sequence);
    span.char_widths.clear();
    span
}
