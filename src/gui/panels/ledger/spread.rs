//! How far the figures of a fact lie apart, at a glance: every value on one small axis, who stands apart by its shape.

use crate::{
    finding::Verdict,
    gui::{
        theme::{Palette, space, stroke},
        widgets::{Extent, Line, verdict_color, verdict_shape},
    },
};
use egui::{Color32, Painter, Rect, Shape, Stroke, pos2};

/// How long the arrow of an open bound is.
const ARROW: f32 = 16.0;
/// A range is seen as one, however near its ends.
const SHORTEST: f32 = 6.0;
/// How wide the axis is at least where the values agree, as a share of the largest.
const SAME: f64 = 0.5;

/// Paints every value of a line. Where the verdict is that they agree, they lie near each other.
pub fn paint(painter: &Painter, p: &Palette, rect: Rect, line: &Line, verdict: Verdict) {
    axis(painter, p, rect);
    let scale = Scale::of(rect, line, verdict);
    // Who stands apart is painted last, over the others.
    for apart in [false, true] {
        for lane in line.lanes.iter().filter(|l| l.apart.is_some() == apart) {
            value(painter, p, &scale, lane.apart, point(line, lane.extent), rect.center().y);
        }
    }
}

/// Paints what all agree on.
pub fn paint_one(painter: &Painter, p: &Palette, rect: Rect) {
    axis(painter, p, rect);
    painter.circle_filled(rect.center(), 4.0, p.text);
}

fn axis(painter: &Painter, p: &Palette, rect: Rect) {
    painter.hline(rect.x_range(), rect.center().y, Stroke::new(stroke::HAIRLINE, p.hairline_strong));
}

/// A day among days is a point: so small an axis has no hours.
fn point(line: &Line, extent: Extent) -> Extent {
    match extent {
        Extent::Range(from, to) if line.stretches && to - from <= 1.0 => Extent::Exact(from),
        other => other,
    }
}

/// From values to places. The ends of the axis are those of the values, so that what differs lies far apart.
struct Scale {
    low: f64,
    high: f64,
    logarithmic: bool,
    left: f32,
    width: f32,
}

impl Scale {
    fn of(rect: Rect, line: &Line, verdict: Verdict) -> Self {
        let ends = || line.lanes.iter().map(|l| point(line, l.extent).ends());
        let known = || ends().flat_map(|(low, high)| [low, high]).flatten();
        let low = known().fold(f64::INFINITY, f64::min);
        let high = known().fold(f64::NEG_INFINITY, f64::max);
        let width = if verdict.is_flagged() { 0.0 } else { SAME * low.abs().max(high.abs()) };
        let more = ((width - (high - low)) / 2.0).max(0.0);
        let (low, high) = (low - more, high + more);
        let inside = rect.shrink2(egui::vec2(space::S, 0.0));
        // An open bound needs room for its arrow.
        let before = ends().any(|(low, _)| low.is_none());
        let after = ends().any(|(_, high)| high.is_none());
        let left = inside.left() + if before { ARROW } else { 0.0 };
        let right = inside.right() - if after { ARROW } else { 0.0 };
        Self { low, high, logarithmic: line.logarithmic && low > 0.0, left, width: right - left }
    }

    fn x(&self, value: f64) -> f32 {
        let share = if self.high <= self.low {
            0.5
        } else if self.logarithmic {
            (value.ln() - self.low.ln()) / (self.high.ln() - self.low.ln())
        } else {
            (value - self.low) / (self.high - self.low)
        };
        self.left + self.width * share.clamp(0.0, 1.0) as f32
    }
}

fn value(painter: &Painter, p: &Palette, scale: &Scale, apart: Option<Verdict>, extent: Extent, y: f32) {
    let ink = apart.map_or(p.text, |verdict| verdict_color(p, verdict));
    match extent {
        Extent::Exact(at) | Extent::About(_, at, _) => {
            let center = pos2(scale.x(at), y);
            match apart {
                Some(verdict) => verdict_shape(painter, p, center, verdict, 10.0),
                None => {
                    painter.circle_filled(center, 4.0, ink);
                }
            }
        }
        Extent::Range(low, high) => {
            let (low, high) = (scale.x(low), scale.x(high));
            let more = ((SHORTEST - (high - low)) / 2.0).max(0.0);
            painter.hline(low - more..=high + more, y, Stroke::new(4.0, ink));
            if let Some(verdict) = apart {
                verdict_shape(painter, p, pos2(f32::midpoint(low, high), y), verdict, 10.0);
            }
        }
        Extent::From(low) => arrow(painter, scale.x(low), ARROW, y, ink),
        Extent::To(high) => arrow(painter, scale.x(high), -ARROW, y, ink),
    }
}

/// A bound: a cap, and an arrow into the open.
fn arrow(painter: &Painter, from: f32, by: f32, y: f32, ink: Color32) {
    let firm = Stroke::new(stroke::LINE, ink);
    painter.vline(from, y - 5.0..=y + 5.0, firm);
    let (to, back) = (from + by, by.signum() * 6.0);
    painter.hline(from.min(to - back)..=from.max(to - back), y, firm);
    let head = vec![pos2(to, y), pos2(to - back, y - 4.0), pos2(to - back, y + 4.0)];
    painter.add(Shape::convex_polygon(head, ink, Stroke::NONE));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::number_line::Lane;
    use egui::{Pos2, vec2};

    fn line(extents: &[Extent], logarithmic: bool) -> Line {
        let lane = |extent: &Extent| Lane {
            letters: Vec::new(),
            label: String::new(),
            extent: *extent,
            apart: None,
            gap: None,
        };
        Line {
            lanes: extents.iter().map(lane).collect(),
            ends: (0.0, 0.0),
            logarithmic,
            ticks: Vec::new(),
            stretches: false,
            common: None,
            remark: None,
            spoken: String::new(),
        }
    }

    #[test]
    fn values_fill_the_axis_and_arrows_have_room() {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(116.0, 42.0));
        let check = |extents: &[Extent], logarithmic, value, expected: f32| {
            let x = Scale::of(rect, &line(extents, logarithmic), Verdict::Conflict).x(value);
            assert!((x - expected).abs() < 0.01, "{extents:?}: {x}");
        };
        let two = [Extent::Exact(10.0), Extent::Exact(1000.0)];
        check(&two, false, 10.0, 8.0);
        check(&two, false, 1000.0, 108.0);
        check(&two, true, 100.0, 58.0);
        check(&[Extent::From(40.0), Extent::Range(20.0, 30.0)], false, 40.0, 92.0);
        check(&[Extent::To(5.0), Extent::Exact(9.0)], false, 5.0, 24.0);
        check(&[Extent::Exact(9.0), Extent::Exact(9.0)], false, 9.0, 58.0);
        // Seven inches and 180 millimetres are no opposite ends.
        let scale = Scale::of(rect, &line(&[Extent::Exact(180.0), Extent::Exact(178.0)], false), Verdict::Agree);
        assert!(scale.x(180.0) - scale.x(178.0) < 4.0);
    }

    #[test]
    fn a_day_among_days_is_a_point() {
        let days = Line { stretches: true, ..line(&[Extent::Range(10.0, 11.0), Extent::Range(11.0, 13.0)], false) };
        assert_eq!(point(&days, days.lanes[0].extent), Extent::Exact(10.0));
        assert_eq!(point(&days, days.lanes[1].extent), days.lanes[1].extent);
        let numbers = Line { stretches: false, ..days };
        assert_eq!(point(&numbers, numbers.lanes[0].extent), numbers.lanes[0].extent);
    }
}
