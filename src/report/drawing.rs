//! A number line as shapes on a sheet: a page and a printed document draw the same ones.

use super::{
    Letter,
    ink::Ink,
    number_line::{Extent, Lane, Line, MOST_BADGES},
};
use crate::finding::Verdict;

/// A number line on a sheet of its own, in units of about a pixel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How wide the sheet is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// What is drawn, from the ground up.
    pub shapes: Vec<Shape>,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A straight line: from, to, how wide, whether in dashes.
    Rule((f32, f32), (f32, f32), f32, bool, Ink),
    /// A rectangle: its corner, its size, the radius of its corners.
    Bar((f32, f32), (f32, f32), f32, Ink),
    /// A disc: its centre and radius.
    Disc((f32, f32), f32, Ink),
    /// A polygon by its corners.
    Polygon(Vec<(f32, f32)>, Ink),
    /// Words: where they begin on their base line.
    Words((f32, f32), String, Face, Ink),
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names under the axis.
    Small,
    /// Values.
    Strong,
    /// The letter of a source.
    Badge,
}

impl Face {
    /// How large the letters are.
    #[must_use]
    pub fn size(self) -> f32 {
        match self {
            Self::Small => 13.0,
            Self::Strong => 14.0,
            Self::Badge => 12.0,
        }
    }

    /// How wide `text` is, about: the sheet is drawn without asking a font.
    #[must_use]
    pub fn width(self, text: &str) -> f32 {
        let wide = if self == Self::Small { 0.54 } else { 0.6 };
        self.size() * wide * text.chars().count() as f32
    }
}

const LANE: f32 = 28.0;
const BADGE: f32 = 18.0;

/// Draws a line on a sheet so wide.
#[must_use]
pub fn draw(line: &Line<Letter>, width: f32) -> Drawing {
    let top = if line.common.is_some() { 22.0 } else { 2.0 };
    let bottom = top + LANE * line.lanes.len() as f32;
    let badges = line.lanes.iter().map(|l| l.letters.len().min(MOST_BADGES)).max().unwrap_or(1);
    let height = bottom + 24.0 + if line.remark.is_some() { 18.0 } else { 0.0 };
    let left = badges as f32 * (BADGE + 2.0) + 24.0;
    let mut sheet =
        Sheet { line, area: (left, top, width - 32.0, bottom), drawing: Drawing { width, height, shapes: Vec::new() } };
    sheet.ground();
    for (place, lane) in line.lanes.iter().enumerate() {
        sheet.lane(lane, top + (place as f32 + 0.5) * LANE);
    }
    sheet.drawing
}

struct Sheet<'a> {
    line: &'a Line<Letter>,
    /// Left, top, right and bottom of what stands above the axis.
    area: (f32, f32, f32, f32),
    drawing: Drawing,
}

impl Sheet<'_> {
    fn x(&self, value: f64) -> f32 {
        (self.area.0 + (self.area.2 - self.area.0) * self.line.share(value)).round()
    }

    fn add(&mut self, shape: Shape) {
        self.drawing.shapes.push(shape);
    }

    /// Words with the ground under them, so that no line crosses them.
    fn words(&mut self, (x, y): (f32, f32), text: &str, face: Face, ink: Ink) {
        let size = (face.width(text) + 8.0, face.size() + 4.0);
        self.add(Shape::Bar((x - 4.0, y - size.1 / 2.0), size, 0.0, Ink::Paper));
        self.add(Shape::Words((x, y + face.size() * 0.35), text.to_owned(), face, ink));
    }

    /// The common band, the axis and its names.
    fn ground(&mut self) {
        let (left, top, right, bottom) = self.area;
        if let Some(common) = &self.line.common {
            let (low, high) = (self.x(common.low), self.x(common.high));
            self.add(Shape::Bar((low, top), ((high - low).max(1.0), bottom - top), 0.0, Ink::Common));
            for x in [low, high] {
                self.add(Shape::Rule((x, top), (x, bottom), 1.0, false, Ink::Apart(Verdict::Agree)));
            }
            let name = &common.name;
            let x = low.min(self.drawing.width - Face::Small.width(name)).max(0.0);
            self.add(Shape::Words((x, top - 7.0), name.clone(), Face::Small, Ink::Quiet));
        }
        let mut free = f32::NEG_INFINITY;
        for (place, (value, name)) in self.line.ticks.iter().enumerate() {
            let mut x = self.x(*value);
            self.add(Shape::Rule((x, top), (x, bottom), 1.0, false, Ink::Hairline));
            if self.line.stretches {
                let Some((next, _)) = self.line.ticks.get(place + 1) else { continue };
                x = f32::midpoint(x, self.x(*next));
            }
            let width = Face::Small.width(name);
            let start = (x - width / 2.0).min(self.drawing.width - width);
            // A name that would run into the one before it is left out; its line stays.
            if start > free {
                free = start + width + 8.0;
                self.add(Shape::Words((start, bottom + 17.0), name.clone(), Face::Small, Ink::Quiet));
            }
        }
        self.add(Shape::Rule((left, bottom), (right, bottom), 1.0, false, Ink::Quiet));
        if let Some(remark) = &self.line.remark {
            let x = self.drawing.width - Face::Small.width(remark);
            self.add(Shape::Words((x, bottom + 35.0), remark.clone(), Face::Small, Ink::Quiet));
        }
    }

    fn lane(&mut self, lane: &Lane<Letter>, y: f32) {
        self.badges(lane, y);
        let (left, _, right, _) = self.area;
        let ink = lane.apart.map_or(Ink::Text, Ink::Apart);
        let (low, high) = lane.extent.ends();
        let (start, end) = (low.map_or(left, |v| self.x(v)), high.map_or(right, |v| self.x(v)));
        let width = Face::Strong.width(&lane.label);
        let band = self.line.common.as_ref().map_or(f32::NEG_INFINITY, |c| self.x(c.high));
        let after = if high.is_none() { start.max(band) + 14.0 } else { end.max(band.min(end + 120.0)) + 16.0 };
        let fits = after + width <= self.drawing.width;
        let at = if fits { after } else { (start - 16.0 - width).max(left + 4.0) };
        self.gap(lane, (start, end), (at, at + width), y, ink);
        self.extent(lane, y, ink);
        self.words((at, y), &lane.label, Face::Strong, ink);
    }

    fn badges(&mut self, lane: &Lane<Letter>, y: f32) {
        for (place, letter) in lane.letters.iter().take(MOST_BADGES).enumerate() {
            let x = place as f32 * (BADGE + 2.0);
            let name = letter.to_string();
            self.add(Shape::Bar((x, y - BADGE / 2.0), (BADGE, BADGE), 4.0, Ink::Source(letter.0)));
            let start = x + (BADGE - Face::Badge.width(&name)) / 2.0;
            self.add(Shape::Words((start, y + 4.3), name, Face::Badge, Ink::OnSource(letter.0)));
        }
        if let Some(more) = lane.letters.len().checked_sub(MOST_BADGES).filter(|n| *n > 0) {
            let x = MOST_BADGES as f32 * (BADGE + 2.0);
            self.add(Shape::Words((x, y + 4.3), format!("+{more}"), Face::Small, Ink::Quiet));
        }
    }

    fn cap(&mut self, x: f32, y: f32, ink: Ink) {
        self.add(Shape::Rule((x, y - 6.0), (x, y + 6.0), 2.0, false, ink));
    }

    fn extent(&mut self, lane: &Lane<Letter>, y: f32, ink: Ink) {
        match lane.extent {
            Extent::Exact(at) => self.point(lane, (self.x(at), y), 5.0, ink),
            Extent::About(low, at, high) => {
                let (low, high) = (self.x(low), self.x(high));
                self.add(Shape::Bar((low - 4.0, y - 6.0), (high - low + 8.0, 12.0), 6.0, Ink::Soft));
                self.point(lane, (self.x(at), y), 3.5, ink);
            }
            Extent::Range(low, high) => {
                let (low, high) = (self.x(low), self.x(high));
                self.add(Shape::Rule((low, y), (high, y), 4.0, false, ink));
                self.cap(low, y, ink);
                self.cap(high, y, ink);
                if lane.apart.is_some() && high - low > 40.0 {
                    self.point(lane, (f32::midpoint(low, high), y), 5.0, ink);
                }
            }
            Extent::From(low) => self.open(self.x(low), self.area.2 + 12.0, y, ink),
            Extent::To(high) => self.open(self.x(high), self.area.0, y, ink),
        }
    }

    /// A value: a disc, or the shape of its verdict.
    fn point(&mut self, lane: &Lane<Letter>, (x, y): (f32, f32), radius: f32, ink: Ink) {
        self.add(match lane.apart {
            Some(Verdict::Conflict) => {
                Shape::Polygon(vec![(x, y - 7.0), (x + 7.0, y), (x, y + 7.0), (x - 7.0, y)], ink)
            }
            Some(Verdict::Tension) => Shape::Polygon(vec![(x, y - 6.5), (x + 7.0, y + 6.0), (x - 7.0, y + 6.0)], ink),
            _ => Shape::Disc((x, y), radius, ink),
        });
    }

    /// Dashes from a bound into the open, with a head at their end.
    fn open(&mut self, from: f32, to: f32, y: f32, ink: Ink) {
        let back = if to > from { -7.0 } else { 7.0 };
        self.cap(from, y, ink);
        self.add(Shape::Rule((from, y), (to + back, y), 2.0, true, ink));
        self.add(Shape::Polygon(vec![(to, y), (to + back, y - 5.0), (to + back, y + 5.0)], ink));
    }

    /// A measured line to the nearest other value; its words stand where the value's own leave room.
    fn gap(&mut self, lane: &Lane<Letter>, ends: (f32, f32), label: (f32, f32), y: f32, ink: Ink) {
        let Some(gap) = &lane.gap else { return };
        let to = self.x(gap.to);
        let from = if (ends.0 - to).abs() < (ends.1 - to).abs() { ends.0 } else { ends.1 };
        if (from - to).abs() < 24.0 {
            return;
        }
        self.add(Shape::Rule((from, y), (to, y), 1.5, false, ink));
        self.add(Shape::Rule((to, y - 5.0), (to, y + 5.0), 1.5, false, ink));
        let (mut low, mut high) = (from.min(to), from.max(to));
        if label.0 < high && label.1 > low {
            if f32::midpoint(label.0, label.1) > f32::midpoint(low, high) { high = label.0 } else { low = label.1 }
        }
        let width = Face::Small.width(&gap.label);
        if high - low > width + 40.0 {
            self.words((f32::midpoint(low, high) - width / 2.0, y), &gap.label, Face::Small, ink);
        } else if label.1 + 12.0 + width <= self.drawing.width {
            self.words((label.1 + 12.0, y), &gap.label, Face::Small, ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn values_stand_on_the_sheet_in_their_order() {
        let report = sample::report("A");
        let line = report.findings[0].line.as_ref().expect("two numbers stand on one axis");
        for width in [300.0, 728.0, 2000.0] {
            let drawing = draw(line, width);
            let discs = drawing.shapes.iter().filter_map(|s| match s {
                Shape::Disc((x, y), ..) => Some((*x, *y)),
                _ => None,
            });
            assert!(discs.clone().count() > 0, "{drawing:?}");
            assert!(discs.clone().all(|(x, y)| (0.0..=width).contains(&x) && (0.0..=drawing.height).contains(&y)));
            let words: Vec<&str> = drawing
                .shapes
                .iter()
                .filter_map(|s| match s {
                    Shape::Words(_, text, ..) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            assert!(words.contains(&"más de 11.000") && words.contains(&"unos 15.000"), "{words:?}");
        }
    }

    #[test]
    fn an_axis_without_width_draws_all_the_same() {
        let line = Line {
            lanes: vec![Lane {
                letters: (0..9).map(Letter).collect(),
                label: "5".to_owned(),
                extent: Extent::To(5.0),
                apart: None,
                gap: None,
            }],
            ends: (5.0, 5.0),
            logarithmic: true,
            ticks: Vec::new(),
            stretches: false,
            common: None,
            remark: None,
            spoken: String::new(),
        };
        let drawing = draw(&line, 100.0);
        assert!(drawing.shapes.iter().any(|s| matches!(s, Shape::Words(_, more, ..) if more == "+3")));
    }
}
