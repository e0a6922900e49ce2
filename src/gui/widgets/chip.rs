//! Chips: a verdict with its count as a toggle, and the letters of the sources that say the same.

use super::{focus_ring, line_job, verdict_shape};
use crate::{
    finding::Verdict,
    gui::theme::{BADGE, BODY, Palette, palette, radius, size, space},
};
use egui::{
    Color32, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

/// A toggle that shows a verdict's shape and how many there are. `label` is what a screen reader says.
pub fn chip(ui: &mut Ui, verdict: Verdict, count: usize, shown: bool, label: &str) -> Response {
    let palette = palette(ui);
    let ink = if shown { palette.text } else { palette.text_quiet };
    let galley = ui.painter().layout_job(line_job(&count.to_string(), BODY, ink));
    let width = 10.0 + size::VERDICT_SHAPE + space::S + galley.size().x + 10.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, shown, label));
    let (ground, edge) = match (shown, response.hovered()) {
        (true, false) => (palette.surface_raised, palette.hairline_strong),
        (_, true) => (palette.surface_selected, palette.control_stroke),
        (false, false) => (Color32::TRANSPARENT, palette.hairline),
    };
    let painter = ui.painter();
    painter.rect(rect, radius::CONTROL, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
    let center = pos2(rect.left() + 10.0 + size::VERDICT_SHAPE / 2.0, rect.center().y);
    if shown {
        verdict_shape(painter, palette, center, verdict, size::VERDICT_SHAPE);
    } else {
        // What is hidden keeps its place and its count; the shape gives way to a short line.
        painter.hline(center.x - 5.0..=center.x + 5.0, center.y, Stroke::new(2.0, palette.text_disabled));
    }
    painter.galley(pos2(rect.right() - 10.0 - galley.size().x, rect.center().y - galley.size().y / 2.0), galley, ink);
    focus_ring(painter, &response, palette, radius::CONTROL);
    response.on_hover_text(label)
}

/// Space between the letters of a chip.
const LETTER_GAP: f32 = 2.0;
const PADDING: f32 = 5.0;

/// How wide [`letters_chip`] is.
#[must_use]
pub fn letters_width(ui: &Ui, letters: &[String]) -> f32 {
    let width: f32 = letters.iter().map(|l| letter_width(ui, l)).sum();
    width + letters.len().saturating_sub(1) as f32 * LETTER_GAP + 2.0 * PADDING
}

fn letter_width(ui: &Ui, letter: &str) -> f32 {
    ui.painter().layout_job(line_job(letter, BADGE, Color32::PLACEHOLDER)).size().x
}

/// Paints the letters of sources that say the same, from `left` on; apart ones in the colours of the conflict.
pub fn letters_chip(
    ui: &Ui,
    painter: &Painter,
    palette: &Palette,
    left: Pos2,
    letters: &[String],
    apart: bool,
) -> Rect {
    let rect = Rect::from_min_size(pos2(left.x, left.y - 8.5), vec2(letters_width(ui, letters), 17.0));
    let (ground, edge, ink) = if apart {
        (palette.conflict_tint, palette.conflict_edge, palette.conflict)
    } else {
        (palette.surface_sunken, palette.hairline_strong, palette.text_quiet)
    };
    painter.rect(rect, radius::BADGE, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
    let mut x = rect.left() + PADDING;
    for letter in letters {
        let galley = painter.layout_job(line_job(letter, BADGE, ink));
        let width = galley.size().x;
        painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, ink);
        x += width + LETTER_GAP;
    }
    rect
}
