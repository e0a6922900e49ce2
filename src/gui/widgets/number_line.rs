//! The number line: every value of a finding in a lane of its own, who stands apart on top.

use super::{badge, line_job, verdict_color, verdict_shape};
pub use crate::report::number_line::Extent;
use crate::{
    gui::{
        session::Letter,
        theme::{BODY_BOLD, Palette, SMALL, palette, size, space, stroke},
    },
    report::number_line::{self, Gap, MOST_BADGES},
};
use egui::{
    Color32, Painter, Rect, Response, Sense, Shape, Stroke, Ui, Widget, WidgetInfo, accesskit::Role, pos2, vec2,
};

/// What a number line shows, with the letters of the desk.
pub type Line = number_line::Line<Letter>;
/// One value and who states it.
pub type Lane = number_line::Lane<Letter>;

/// A number line as a widget of the whole width.
#[derive(Debug)]
pub struct NumberLine<'a> {
    line: &'a Line,
    lane: f32,
}

impl<'a> NumberLine<'a> {
    /// Shows `line` with lanes of this height.
    #[must_use]
    pub fn new(line: &'a Line, lane: f32) -> Self {
        Self { line, lane }
    }
}

/// Where the axis and the lanes stand in the window.
struct Plot<'a> {
    line: &'a Line,
    palette: &'static Palette,
    /// Above the axis.
    area: Rect,
}

impl Widget for NumberLine<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let line = self.line;
        let head = if line.common.is_some() { 20.0 } else { 0.0 };
        let lanes = self.lane * line.lanes.len() as f32;
        let foot = 24.0 + if line.remark.is_some() { SMALL.line } else { 0.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), head + lanes + foot), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &line.spoken));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let most = line.lanes.iter().map(|l| l.letters.len().min(MOST_BADGES)).max().unwrap_or(1);
        let left = rect.left() + most as f32 * (size::BADGE + space::HAIR) + space::XL;
        let area = Rect::from_min_max(
            pos2(left, rect.top() + head),
            pos2(rect.right() - space::XL, rect.top() + head + lanes),
        );
        let plot = Plot { line, palette: palette(ui), area };
        plot.ground(ui.painter());
        for (place, lane) in line.lanes.iter().enumerate() {
            let y = area.top() + (place as f32 + 0.5) * self.lane;
            for (at, letter) in lane.letters.iter().take(MOST_BADGES).enumerate() {
                let x = rect.left() + at as f32 * (size::BADGE + space::HAIR);
                badge(ui, ui.painter(), plot.palette, pos2(x, y - size::BADGE / 2.0), *letter);
            }
            if let Some(more) = lane.letters.len().checked_sub(MOST_BADGES).filter(|n| *n > 0) {
                let ink = plot.palette.text_quiet;
                let galley = ui.painter().layout_job(line_job(&format!("+{more}"), SMALL, ink));
                let x = rect.left() + MOST_BADGES as f32 * (size::BADGE + space::HAIR);
                ui.painter().galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
            }
            plot.lane(ui.painter(), lane, y);
        }
        response
    }
}

impl Plot<'_> {
    fn x(&self, value: f64) -> f32 {
        (self.area.left() + self.area.width() * self.line.share(value)).round()
    }

    /// The common band, the axis and its names.
    fn ground(&self, painter: &Painter) {
        let (p, area) = (self.palette, self.area);
        if let Some(common) = &self.line.common {
            let x = self.x(common.low)..=self.x(common.high);
            let band = Rect::from_x_y_ranges(x.clone(), area.y_range());
            painter.rect_filled(band, 0.0, p.number_common);
            for x in [*x.start(), *x.end()] {
                painter.vline(x, band.y_range(), Stroke::new(1.0, p.agree_edge));
            }
            let name = painter.layout_job(line_job(&common.name, SMALL, p.text_quiet));
            let left = band.left().min(area.right() + space::L - name.size().x);
            painter.galley(pos2(left, area.top() - 20.0), name, p.text_quiet);
        }
        let mut free = f32::NEG_INFINITY;
        for (place, (value, name)) in self.line.ticks.iter().enumerate() {
            let mut x = self.x(*value);
            painter.vline(x + 0.5, area.y_range(), Stroke::new(1.0, p.hairline));
            if self.line.stretches {
                let Some((next, _)) = self.line.ticks.get(place + 1) else { continue };
                x = f32::midpoint(x, self.x(*next));
            }
            let galley = painter.layout_job(line_job(name, SMALL, p.text_quiet));
            let left = (x - galley.size().x / 2.0).min(painter.clip_rect().right() - galley.size().x - space::XS);
            // A name that would run into the one before it is left out; its line stays.
            if left > free {
                free = left + galley.size().x + space::S;
                painter.galley(pos2(left, area.bottom() + space::XS), galley, p.text_quiet);
            }
        }
        painter.hline(area.x_range(), area.bottom() + 0.5, Stroke::new(1.0, p.control_stroke));
        if let Some(remark) = &self.line.remark {
            let galley = painter.layout_job(line_job(remark, SMALL, p.text_quiet));
            let min = pos2(area.right() + space::L - galley.size().x, area.bottom() + space::XS + SMALL.line);
            painter.galley(min, galley, p.text_quiet);
        }
    }

    fn lane(&self, painter: &Painter, lane: &Lane, y: f32) {
        let ink = lane.apart.map_or(self.palette.text, |verdict| verdict_color(self.palette, verdict));
        let label = painter.layout_job(line_job(&lane.label, BODY_BOLD, ink));
        let (left, right) = self.span(lane);
        let band = self.line.common.as_ref().map_or(f32::NEG_INFINITY, |c| self.x(c.high));
        let open = matches!(lane.extent, Extent::From(_));
        // Labels start right of the band, so that they form a column; where there is no room, they go to the left, and
        // where there is none either they stand on the bar: never on the letters of the lane.
        let after = if open { left.max(band) + space::M } else { right.max(band.min(right + 120.0)) + space::M };
        let fits = after + label.size().x <= self.area.right() + space::XL;
        let x = if fits { after } else { (left - space::M - label.size().x).max(self.area.left() + space::XS) };
        let place = Rect::from_min_size(pos2(x, y - label.size().y / 2.0), label.size());
        if let Some(gap) = &lane.gap {
            self.gap(painter, gap, lane, y, ink, place);
        }
        self.extent(painter, lane, y, ink);
        painter.rect_filled(place.expand2(vec2(space::XS, -2.0)), 0.0, self.palette.surface);
        painter.galley(place.min, label, ink);
    }

    /// The part of the axis that is drawn for a lane.
    fn span(&self, lane: &Lane) -> (f32, f32) {
        let (low, high) = lane.extent.ends();
        let (low, high) = (low.map_or(self.area.left(), |v| self.x(v)), high.map_or(self.area.right(), |v| self.x(v)));
        let sign = if matches!(lane.extent, Extent::Exact(_)) { 7.0 } else { 2.0 };
        (low - sign, high + sign)
    }

    fn extent(&self, painter: &Painter, lane: &Lane, y: f32, ink: Color32) {
        let firm = Stroke::new(stroke::LINE, ink);
        let cap = |x: f32| painter.vline(x, y - 6.0..=y + 6.0, firm);
        match lane.extent {
            Extent::Exact(at) => self.point(painter, lane, pos2(self.x(at), y), 5.0, ink),
            Extent::About(low, at, high) => {
                let bar = Rect::from_x_y_ranges(self.x(low)..=self.x(high), y - 6.0..=y + 6.0);
                painter.rect_filled(bar.expand2(vec2(4.0, 0.0)), 6.0, self.palette.number_soft);
                self.point(painter, lane, pos2(self.x(at), y), 3.5, ink);
            }
            Extent::Range(low, high) => {
                let (low, high) = (self.x(low), self.x(high));
                painter.hline(low..=high, y, Stroke::new(4.0, ink));
                cap(low);
                cap(high);
                if lane.apart.is_some() && high - low > 40.0 {
                    self.point(painter, lane, pos2(f32::midpoint(low, high), y), 0.0, ink);
                }
            }
            Extent::From(low) => {
                cap(self.x(low));
                self.arrow(painter, self.x(low), self.area.right() + space::M, y, ink);
            }
            Extent::To(high) => {
                cap(self.x(high));
                self.arrow(painter, self.x(high), self.area.left(), y, ink);
            }
        }
    }

    /// A value: a disc, or the shape of its verdict.
    fn point(&self, painter: &Painter, lane: &Lane, center: egui::Pos2, radius: f32, ink: Color32) {
        match lane.apart {
            Some(verdict) => verdict_shape(painter, self.palette, center, verdict, 13.0),
            None => {
                painter.circle_filled(center, radius, ink);
            }
        };
    }

    /// Dashes from a bound into the open, with a head at their end.
    fn arrow(&self, painter: &Painter, from: f32, to: f32, y: f32, ink: Color32) {
        let back = if to > from { -7.0 } else { 7.0 };
        let dashes = Shape::dashed_line(&[pos2(from, y), pos2(to + back, y)], Stroke::new(stroke::LINE, ink), 6.0, 4.0);
        painter.extend(dashes);
        let head = vec![pos2(to, y), pos2(to + back, y - 5.0), pos2(to + back, y + 5.0)];
        painter.add(Shape::convex_polygon(head, ink, Stroke::NONE));
    }

    /// A measured line to the nearest other value.
    fn gap(&self, painter: &Painter, gap: &Gap, lane: &Lane, y: f32, ink: Color32, label: Rect) {
        let (low, high) = lane.extent.ends();
        let to = self.x(gap.to);
        let ends = [low, high].map(|v| v.map(|v| self.x(v)));
        let near = ends.into_iter().flatten().min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs()));
        let Some(from) = near else { return };
        let words = painter.layout_job(line_job(&gap.label, SMALL, ink));
        let room = (from - to).abs();
        if room < 24.0 {
            return;
        }
        painter.hline(from.min(to)..=from.max(to), y, Stroke::new(1.5, ink));
        painter.vline(to, y - 5.0..=y + 5.0, Stroke::new(1.5, ink));
        // The words stand in the middle of what the value's own label leaves free of the line.
        let (mut low, mut high) = (from.min(to), from.max(to));
        if label.left() < high && label.center().x > low {
            high = label.left().max(low);
        } else if label.right() > low && label.center().x < low {
            low = label.right().min(high);
        }
        let place = Rect::from_center_size(pos2(f32::midpoint(low, high), y), words.size());
        let place = if high - low > words.size().x + 48.0 {
            place
        } else {
            // There is no room on the line: the words stand behind the value.
            Rect::from_min_size(pos2(label.right() + space::S, y - words.size().y / 2.0), words.size())
        };
        if place.right() <= painter.clip_rect().right() {
            painter.rect_filled(place.expand2(vec2(space::M, -2.0)), 0.0, self.palette.surface);
            painter.galley(place.min, words, ink);
        }
    }
}
