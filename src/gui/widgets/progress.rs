//! How much is done, as a thin line.

use crate::gui::theme::{palette, stroke};
use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

/// A thin bar of `width`, filled by `share` (0 to 1). `label` is what a screen reader says.
pub fn progress_bar(ui: &mut Ui, share: f32, width: f32, label: &str) -> Response {
    let palette = palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo {
        value: Some(f64::from(share) * 100.0),
        ..WidgetInfo::labeled(Role::ProgressIndicator, true, label)
    });
    let filled = Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height()));
    // Lines around the track, so that it is not taken for what fills it where lines are strong.
    let edge = Stroke::new(stroke::HAIRLINE, palette.hairline_strong);
    ui.painter().rect(rect, 2, palette.surface_sunken, edge, StrokeKind::Inside);
    ui.painter().rect_filled(filled, 2, palette.accent);
    response
}
