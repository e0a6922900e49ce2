//! The ribbons between two columns: the selected one as a band, the others as lines that end in their verdict's shape.

use super::{Spread, column::Column, data::Link};
use crate::{
    finding::Verdict,
    gui::{
        action::Action,
        scene::Scene,
        theme::{Palette, radius, size, stroke},
        widgets::{focus_ring, verdict_color, verdict_shape, verdict_tint},
    },
};
use egui::{
    Color32, CursorIcon, Painter, Pos2, Rangef, Rect, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role,
    epaint::{BandPoint, BandShape, CubicBezierShape},
    pos2, vec2,
};

/// How many samples a band is made of.
const SAMPLES: usize = 24;

/// A link with the heights of its ends in the window.
struct Ribbon<'a> {
    link: &'a Link,
    /// The sentences.
    bands: [Rangef; 2],
    /// The figures, or the first lines of the sentences.
    points: [f32; 2],
}

/// Paints the ribbons in `gutter`. A click on an end looks at the finding, or goes to the passage where there is none.
pub fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    spread: &Spread,
    columns: &[Column<'_>; 2],
    gutter: Rect,
    offset: [f32; 2],
) {
    let corpus = &scene.session.analysis().corpus;
    let mut ribbons: Vec<Ribbon<'_>> = spread
        .links
        .iter()
        .filter_map(|link| {
            let at = |side: usize, r: Rangef| {
                let by = gutter.top() - offset[side];
                Rangef::new(r.min + by, r.max + by)
            };
            let band = |side: usize| columns[side].sentence(corpus, link.sentences[side]).map(|r| at(side, r));
            let bands = [band(0)?, band(1)?];
            let point = |side: usize| match link.figures {
                Some(figures) => columns[side].figure(corpus, figures[side]).map(|r| at(side, r).center()),
                None => Some((bands[side].min + 13.0).min(bands[side].max)),
            };
            Some(Ribbon { link, bands, points: [point(0)?, point(1)?] })
        })
        .filter(|r| r.points.iter().any(|y| gutter.y_range().contains(*y)))
        .collect();
    // The selected one lies under the others, which stay thin, and its shapes above all.
    ribbons.sort_by_key(|r| !r.link.selected);
    let painter = ui.painter().with_clip_rect(gutter.expand2(vec2(8.0, 0.0)));
    for ribbon in &ribbons {
        match (ribbon.link.selected, ribbon.link.verdict) {
            (true, Some(verdict)) => band(&painter, scene.palette, ribbon, verdict, gutter),
            (_, verdict) => curve(&painter, scene.palette, ribbon, verdict, gutter),
        }
    }
    for ribbon in &ribbons {
        ends(ui, scene, &painter, ribbon, gutter);
    }
}

fn ends(ui: &mut Ui, scene: &mut Scene<'_>, painter: &Painter, ribbon: &Ribbon<'_>, gutter: Rect) {
    for side in 0..2 {
        let y = ribbon.points[side];
        if !gutter.y_range().contains(y) {
            continue;
        }
        let inset = if ribbon.link.selected { 17.0 } else { 0.0 };
        let x = if side == 0 { gutter.left() + inset } else { gutter.right() - inset };
        let center = pos2(x, y);
        match ribbon.link.verdict {
            Some(verdict) => {
                let shape = if ribbon.link.selected { size::VERDICT_SHAPE } else { 9.0 };
                verdict_shape(painter, scene.palette, center, verdict, shape);
            }
            None => {
                painter.circle_filled(center, 3.0, scene.palette.hairline_strong);
            }
        }
        let rect = Rect::from_center_size(center, vec2(size::TARGET, 20.0));
        let id = ui.scope_id().with(("ribbon", side, ribbon.link.sentences, ribbon.link.figures));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &ribbon.link.spoken[side]));
        focus_ring(painter, &response, scene.palette, radius::CONTROL);
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&ribbon.link.spoken[side]);
        if response.clicked() {
            scene.view.reader.scroll_to = ribbon.link.sentences.map(Some);
            if let Some(finding) = &ribbon.link.finding {
                scene.ask(Action::Select(finding.clone()));
            }
        }
    }
}

/// From 0 to 1 with a level start and end.
fn smoothstep(t: f32) -> f32 {
    t * t * (3.0 - 2.0 * t)
}

fn band(painter: &Painter, palette: &Palette, ribbon: &Ribbon<'_>, verdict: Verdict, gutter: Rect) {
    let [from, to] = ribbon.bands;
    let points = (0..=SAMPLES)
        .map(|i| {
            let t = i as f32 / SAMPLES as f32;
            let s = smoothstep(t);
            let mix = |a: f32, b: f32| a + (b - a) * s;
            BandPoint::new(gutter.left() + gutter.width() * t, mix(from.min, to.min)..=mix(from.max, to.max))
        })
        .collect();
    let (tint, _) = verdict_tint(palette, verdict);
    let ink = verdict_color(palette, verdict);
    painter.add(BandShape::new(points, tint, Stroke::new(stroke::RIBBON_EDGE, ink)));
    for (x, rows) in [(gutter.left(), from), (gutter.right(), to)] {
        painter.vline(x, rows, Stroke::new(stroke::SELECTED_BAR, ink));
    }
}

fn curve(painter: &Painter, palette: &Palette, ribbon: &Ribbon<'_>, verdict: Option<Verdict>, gutter: Rect) {
    let [a, b] = ribbon.points;
    let (left, right) = (gutter.left(), gutter.right());
    let bend = gutter.width() * 0.45;
    let points: [Pos2; 4] = [pos2(left, a), pos2(left + bend, a), pos2(right - bend, b), pos2(right, b)];
    let (width, ink) = match verdict {
        Some(verdict) => (stroke::RIBBON, verdict_tint(palette, verdict).1),
        None => (stroke::LINE, palette.hairline),
    };
    painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::new(width, ink)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_starts_and_ends_level() {
        assert_eq!((smoothstep(0.0), smoothstep(0.5), smoothstep(1.0)), (0.0, 0.5, 1.0));
        assert!(smoothstep(0.01) < 0.001 && smoothstep(0.99) > 0.999);
    }
}
