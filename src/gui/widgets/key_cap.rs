//! The name of a key in a small frame, beside what it does.

use crate::gui::theme::{KEY, Palette, radius};
use egui::{Color32, Painter, Pos2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

const PADDING: f32 = 6.0;
const HEIGHT: f32 = 18.0;

/// How wide the cap of a key is.
#[must_use]
pub fn key_cap_width(ui: &Ui, key: &str) -> f32 {
    let galley = ui.painter().layout_job(super::line_job(key, KEY, Color32::PLACEHOLDER));
    (galley.size().x + 2.0 * PADDING).max(HEIGHT)
}

/// Paints the cap of a key from `left` on, around the height of `left`. `on` is the ink of a filled button that it stands on.
pub fn key_cap(ui: &Ui, painter: &Painter, palette: &Palette, left: Pos2, key: &str, on: Option<Color32>) -> Rect {
    let (ink, edge) = on.map_or((palette.text_quiet, palette.hairline_strong), |ink| (ink, ink));
    let galley = ui.painter().layout_job(super::line_job(key, KEY, ink));
    let width = (galley.size().x + 2.0 * PADDING).max(HEIGHT);
    let rect = Rect::from_min_size(pos2(left.x, left.y - HEIGHT / 2.0), vec2(width, HEIGHT));
    if on.is_none() {
        painter.rect_filled(rect, radius::BADGE, palette.surface_sunken);
    }
    painter.rect_stroke(rect, radius::BADGE, Stroke::new(1.0, edge), StrokeKind::Inside);
    painter.galley(rect.center() - galley.size() / 2.0, galley, ink);
    rect
}
