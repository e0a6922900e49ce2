//! Text with marks in it: figures, hedges and counted nouns of a sentence, matched sentences of an article.

use super::verdict_tint;
use crate::{
    finding::Verdict,
    gui::theme::{Face, Palette, Type, radius, stroke},
};
use egui::{
    Galley, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};
use std::{ops::Range, sync::Arc};

/// A text and what stands out in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// The marks with their places in bytes, on character boundaries; they may overlap.
    pub marks: Vec<(Range<usize>, Mark)>,
}

/// Why a part of a text stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The figure that it is about: "3.150".
    Figure,
    /// Another figure.
    OtherFigure,
    /// How firmly the figure is stated: "about".
    Hedge,
    /// What the figure counts: "troops".
    Counted,
    /// What only surrounds.
    Quiet,
    /// A sentence that the other article has too.
    Matched(Verdict),
}

/// How much further than its letters the ground of a figure reaches, to either side.
const FIGURE_ROOM: f32 = 3.0;

impl MarkedText {
    /// A text without marks.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    /// Adds a text behind this one, with all its marks.
    pub fn push(&mut self, other: &Self) {
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.iter().map(|(range, mark)| (range.start + at..range.end + at, *mark)));
    }

    /// Adds words behind the text, marked as a whole.
    pub fn push_marked(&mut self, words: &str, mark: Mark) {
        let start = self.text.len();
        self.text.push_str(words);
        self.marks.push((start..self.text.len(), mark));
    }

    /// Breaks the text into lines of at most `width`.
    #[must_use]
    pub fn lay_out(&self, ui: &Ui, style: Type, palette: &Palette, width: f32) -> Laid {
        let galley = ui.painter().layout_job(self.job(style, palette, width));
        let places = self.marks.iter().map(|(range, mark)| (*mark, places(&galley, &self.text, range))).collect();
        Laid { galley, places }
    }

    fn job(&self, style: Type, palette: &Palette, width: f32) -> LayoutJob {
        let mut ends: Vec<usize> = self.marks.iter().flat_map(|(r, _)| [r.start, r.end]).collect();
        ends.extend([0, self.text.len()]);
        ends.sort_unstable();
        ends.dedup();
        let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
        let edge = |at: usize| self.marks.iter().any(|(r, m)| *m == Mark::Figure && (r.start == at || r.end == at));
        for pair in ends.windows(2) {
            let Some(part) = self.text.get(pair[0]..pair[1]) else { continue };
            let has = |mark| self.marks.iter().any(|(r, m)| *m == mark && r.start <= pair[0] && pair[1] <= r.end);
            let face = match style.face {
                _ if !has(Mark::Figure) => style.face,
                Face::Serif | Face::SerifItalic => Face::SerifSemibold,
                Face::Sans | Face::SansItalic => Face::SansSemibold,
                bold => bold,
            };
            let color = if has(Mark::Quiet) { palette.text_quiet } else { palette.text };
            let font_id = style.in_face(face).font();
            // The ground of a figure reaches a little further than its letters, and the words beside it make room.
            let letters = part.starts_with(|c: char| c.is_alphanumeric() || c.is_whitespace());
            let room = if pair[0] > 0 && edge(pair[0]) && letters { FIGURE_ROOM } else { 0.0 };
            job.append(
                part,
                room,
                TextFormat { font_id, color, line_height: Some(style.line), ..TextFormat::default() },
            );
        }
        job.wrap = TextWrapping::wrap_at_width(width.max(40.0));
        job
    }
}

/// A marked text that was broken into lines.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The lines.
    pub galley: Arc<Galley>,
    /// For every mark the parts of lines that it covers, in the galley's own coordinates.
    pub places: Vec<(Mark, Vec<Rect>)>,
}

impl Laid {
    /// How high it is.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// The parts of lines that some bytes of the text cover.
    #[must_use]
    pub fn places_of(&self, range: &Range<usize>) -> Vec<Rect> {
        places(&self.galley, self.galley.text(), range)
    }

    /// Paints it with its upper left corner at `min`: grounds, then letters, then lines.
    pub fn paint(&self, painter: &Painter, palette: &Palette, min: Pos2) {
        for matched in [true, false] {
            for (mark, rects) in &self.places {
                for rect in rects {
                    let rect = rect.translate(min.to_vec2());
                    if matches!(mark, Mark::Matched(_)) == matched {
                        paint_ground(painter, palette, *mark, rect);
                    }
                }
            }
        }
        painter.galley(min, self.galley.clone(), palette.text);
        for (mark, rects) in &self.places {
            for rect in rects {
                paint_line(painter, palette, *mark, rect.translate(min.to_vec2()));
            }
        }
    }
}

fn paint_ground(painter: &Painter, palette: &Palette, mark: Mark, rect: Rect) {
    match mark {
        Mark::Figure => painter.rect_filled(rect.expand2(vec2(FIGURE_ROOM, -1.0)), radius::MARK, palette.mark_figure),
        Mark::OtherFigure => {
            painter.rect_filled(rect.expand2(vec2(2.0, -1.0)), radius::MARK, palette.mark_figure_quiet)
        }
        Mark::Matched(verdict) => {
            painter.rect_filled(rect.expand2(vec2(1.0, 0.0)), 0.0, verdict_tint(palette, verdict).0)
        }
        Mark::Hedge | Mark::Counted | Mark::Quiet => return,
    };
}

/// Hedge and counted noun have a line under the letters, a dashed and a solid one.
fn paint_line(painter: &Painter, palette: &Palette, mark: Mark, rect: Rect) {
    // The letters stand in the middle of the line's height; their feet are about three quarters down.
    let y = (rect.top() + rect.height() * 0.5 + 8.5).round();
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    match mark {
        Mark::Hedge => {
            let stroke = Stroke::new(stroke::MARK_HEDGE, palette.mark_hedge);
            painter.extend(Shape::dashed_line(&ends, stroke, 3.0, 2.0));
        }
        Mark::Counted => {
            painter.hline(rect.x_range(), y, Stroke::new(stroke::MARK_UNIT, palette.mark_unit));
        }
        _ => {}
    }
}

/// The parts of lines that a range of a text covers, one a line, without the spaces at a line's end.
fn places(galley: &Galley, text: &str, range: &Range<usize>) -> Vec<Rect> {
    let count = |bytes: &Range<usize>| text.get(bytes.clone()).map_or(0, |part| part.chars().count());
    let start = count(&(0..range.start));
    let end = start + count(range);
    let mut rects = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let after = first + row.glyphs.len();
        let here =
            row.glyphs.get(start.clamp(first, after) - first..end.clamp(first, after) - first).unwrap_or_default();
        let trimmed = here.iter().rposition(|g| !g.chr.is_whitespace()).map_or(0, |last| last + 1);
        if let (Some(a), Some(b)) = (here[..trimmed].first(), here[..trimmed].last()) {
            let left = row.pos.x + a.pos.x;
            let right = row.pos.x + b.max_x();
            rects.push(Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y())));
        }
        first = after + usize::from(row.ends_with_newline);
    }
    rects
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::{self, LIGHT, STATEMENT};

    fn lay_out(text: &MarkedText, width: f32) -> Laid {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let mut laid = None;
        for _ in 0..2 {
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                laid = Some(text.lay_out(ui, STATEMENT, &LIGHT, width));
            });
            output.textures_delta.clear();
        }
        laid.expect("it was laid out")
    }

    #[test]
    fn a_mark_that_is_broken_covers_a_part_of_each_line() {
        let mut text = MarkedText::plain("La señora dijo que ");
        text.push_marked("once mil doscientos cincuenta y tres vecinos", Mark::Figure);
        let wide = lay_out(&text, 2000.0);
        assert_eq!(wide.places[0].1.len(), 1);
        let narrow = lay_out(&text, 120.0);
        assert!(narrow.places[0].1.len() > 2, "{:?}", narrow.places);
        for rect in &narrow.places[0].1 {
            assert!(rect.right() <= 121.0, "{rect:?}");
        }
    }

    #[test]
    fn a_mark_stands_where_its_letters_do() {
        let mut text = MarkedText::plain("ñññ ");
        text.push_marked("9", Mark::Figure);
        let laid = lay_out(&text, 500.0);
        let rect = laid.places[0].1[0];
        assert!(rect.left() > 20.0 && rect.right() <= laid.galley.size().x + 1.0, "{rect:?}");
    }

    #[test]
    fn a_text_takes_over_the_marks_of_another() {
        let mut text = MarkedText::plain("é ");
        let mut other = MarkedText::default();
        other.push_marked("12", Mark::Hedge);
        text.push(&other);
        assert_eq!(&text.text[text.marks[0].0.clone()], "12");
    }
}
