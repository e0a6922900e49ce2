//! The letter of a source in a square of its colour.

use crate::gui::{
    session::Letter,
    theme::{BADGE, Palette, radius, size},
};
use egui::{Painter, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

/// How wide a badge is: a square for one letter, more for two and for three.
#[must_use]
pub fn badge_width(letter: Letter) -> f32 {
    match letter.0 {
        0..26 => size::BADGE,
        26..702 => size::BADGE + 8.0,
        _ => size::BADGE + 16.0,
    }
}

/// The part that a badge with its upper left corner at `min` fills.
#[must_use]
pub fn badge_rect(min: Pos2, letter: Letter) -> Rect {
    Rect::from_min_size(min, vec2(badge_width(letter), size::BADGE))
}

/// Paints the badge of a source with its upper left corner at `min`. From the ninth source on the colours repeat, with a ring.
pub fn badge(ui: &Ui, painter: &Painter, palette: &Palette, min: Pos2, letter: Letter) -> Rect {
    let rect = badge_rect(min, letter);
    let (ground, ink) = palette.sources[letter.0 % palette.sources.len()];
    painter.rect_filled(rect, radius::BADGE, ground);
    if letter.0 >= palette.sources.len() {
        painter.rect_stroke(rect.shrink(2.0), radius::MARK, Stroke::new(1.0, ink), StrokeKind::Inside);
    }
    let galley = ui.painter().layout_job(super::line_job(&letter.to_string(), BADGE, ink));
    painter.galley(rect.center() - galley.size() / 2.0, galley, ink);
    rect
}
