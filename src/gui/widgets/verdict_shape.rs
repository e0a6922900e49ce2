//! The outline of each verdict: diamond, triangle, disc, ring. Shape and colour together, so that neither is alone.

use crate::{
    finding::Verdict,
    gui::theme::{Palette, stroke},
};
use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

/// The colour of a verdict.
#[must_use]
pub fn verdict_color(palette: &Palette, verdict: Verdict) -> Color32 {
    match verdict {
        Verdict::Conflict => palette.conflict,
        Verdict::Tension => palette.tension,
        Verdict::Agree => palette.agree,
        Verdict::Single => palette.single,
    }
}

/// The colours behind what has a verdict, and of its edge.
#[must_use]
#[allow(dead_code)] // for the views
pub fn verdict_tint(palette: &Palette, verdict: Verdict) -> (Color32, Color32) {
    match verdict {
        Verdict::Conflict => (palette.conflict_tint, palette.conflict_edge),
        Verdict::Tension => (palette.tension_tint, palette.tension_edge),
        Verdict::Agree => (palette.agree_tint, palette.agree_edge),
        Verdict::Single => (palette.single_tint, palette.single_edge),
    }
}

/// Paints the shape of a verdict around `center`; `size` is 12 in lists, 10 in text, 14 in titles.
pub fn verdict_shape(painter: &Painter, palette: &Palette, center: Pos2, verdict: Verdict, size: f32) {
    let color = verdict_color(palette, verdict);
    let k = size / 12.0;
    let polygon = |points: &[(f32, f32)]| {
        let points = points.iter().map(|&(x, y)| center + vec2(x, y) * k).collect();
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    match verdict {
        Verdict::Conflict => painter.add(polygon(&[(0.0, -7.0), (7.0, 0.0), (0.0, 7.0), (-7.0, 0.0)])),
        Verdict::Tension => painter.add(polygon(&[(0.0, -6.0), (6.5, 5.5), (-6.5, 5.5)])),
        Verdict::Agree => painter.circle_filled(center, 5.0 * k, color),
        Verdict::Single => painter.circle_stroke(center, 4.5 * k, Stroke::new(stroke::LINE, color)),
    };
}
