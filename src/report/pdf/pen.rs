//! Draws what was laid out on one page.

use super::{
    face::{Face, Faces},
    layout::{Mark, SCALE, What},
    line::{LETTER, Piece, SIGN, letter_width},
};
use crate::{
    finding::Verdict,
    report::{
        blocks::{self, Style},
        drawing::{Drawing, Face as Words, Shape},
        ink::Ink,
    },
};
use krilla::{
    color::rgb,
    geom::{Path, PathBuilder, Point, Rect},
    paint::{Fill, Stroke, StrokeDash},
    surface::Surface,
    text::TextDirection,
};

/// Draws on one page.
pub struct Pen<'a, 'f> {
    /// The page.
    pub surface: Surface<'a>,
    /// What it writes with.
    pub faces: &'f Faces,
}

/// A place on the page.
type Spot = (f32, f32);

impl Pen<'_, '_> {
    /// Draws one thing.
    pub fn mark(&mut self, mark: &Mark) {
        let at = mark.at;
        match &mark.what {
            What::Words(piece, face, size) => self.piece(at, piece, *face, *size),
            What::Ground(width, height, ink) => self.bar(at, (*width, *height), 1.5, *ink),
            What::Rule(width, ink) => self.rule(at, (at.0 + width, at.1), 0.5, false, *ink),
            What::Drawing(drawing) => self.drawing(at, drawing),
        }
    }

    fn piece(&mut self, at: Spot, piece: &Piece, face: Face, size: f32) {
        match piece.style {
            Style::Sign(verdict) => self.sign((at.0 + size * SIGN / 2.0, at.1 - size * 0.33), size * 0.38, verdict),
            Style::Letter(id) => {
                let width = letter_width(self.faces, size, &piece.text);
                let own = self.faces.width(Face::SansBold, size * LETTER, &piece.text);
                self.bar((at.0, at.1 - size * 0.92), (width, size * 1.2), size * 0.25, Ink::Source(id));
                let start = (at.0 + (width - own) / 2.0, at.1 - size * 0.04);
                self.words(start, Face::SansBold, size * LETTER, Ink::OnSource(id), &piece.text);
            }
            Style::Quiet => self.words(at, face, size, Ink::Quiet, &piece.text),
            Style::Verdict(verdict) => self.words(at, face, size, Ink::Apart(verdict), &piece.text),
            _ => self.words(at, face, size, Ink::Text, &piece.text),
        }
    }

    /// Words on their base line.
    pub fn words(&mut self, (x, y): Spot, face: Face, size: f32, ink: Ink, text: &str) {
        if text.is_empty() {
            return;
        }
        self.fill(ink);
        let font = self.faces.font(face);
        self.surface.draw_text(Point::from_xy(x, y), font, size, text, false, TextDirection::LeftToRight);
    }

    /// The shape of a verdict around a point.
    fn sign(&mut self, (x, y): Spot, r: f32, verdict: Verdict) {
        let ink = Ink::Apart(verdict);
        match verdict {
            Verdict::Conflict => self.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], ink),
            Verdict::Tension => self.polygon(&[(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)], ink),
            Verdict::Agree => self.disc((x, y), r * 0.8, ink),
            Verdict::Single => {
                self.disc((x, y), r * 0.8, ink);
                self.disc((x, y), r * 0.5, Ink::Paper);
            }
        }
    }

    fn fill(&mut self, ink: Ink) {
        let (r, g, b) = ink.on_paper();
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill { paint: rgb::Color::new(r, g, b).into(), ..Fill::default() }));
    }

    fn path(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }

    fn bar(&mut self, (x, y): Spot, (width, height): (f32, f32), radius: f32, ink: Ink) {
        self.fill(ink);
        let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
        let (right, bottom, k) = (x + width, y + height, r * (1.0 - ROUND));
        let mut path = PathBuilder::new();
        if r == 0.0 {
            if let Some(rect) = Rect::from_xywh(x, y, width, height) {
                path.push_rect(rect);
            }
            return self.path(path.finish());
        }
        path.move_to(x + r, y);
        path.line_to(right - r, y);
        path.cubic_to(right - k, y, right, y + k, right, y + r);
        path.line_to(right, bottom - r);
        path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
        path.line_to(x + r, bottom);
        path.cubic_to(x + k, bottom, x, bottom - k, x, bottom - r);
        path.line_to(x, y + r);
        path.cubic_to(x, y + k, x + k, y, x + r, y);
        path.close();
        self.path(path.finish());
    }

    fn rule(&mut self, from: Spot, to: Spot, width: f32, dashed: bool, ink: Ink) {
        let dash = dashed.then(|| StrokeDash { array: vec![4.0, 2.7], offset: 0.0 });
        let (r, g, b) = ink.on_paper();
        self.surface.set_fill(None);
        let paint = rgb::Color::new(r, g, b).into();
        self.surface.set_stroke(Some(Stroke { paint, width, dash, ..Stroke::default() }));
        let mut path = PathBuilder::new();
        path.move_to(from.0, from.1);
        path.line_to(to.0, to.1);
        self.path(path.finish());
    }

    fn polygon(&mut self, corners: &[Spot], ink: Ink) {
        self.fill(ink);
        let mut path = PathBuilder::new();
        for (place, (x, y)) in corners.iter().enumerate() {
            if place == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        path.close();
        self.path(path.finish());
    }

    fn disc(&mut self, (x, y): Spot, r: f32, ink: Ink) {
        self.bar((x - r, y - r), (2.0 * r, 2.0 * r), r, ink);
    }

    fn drawing(&mut self, (left, top): Spot, drawing: &Drawing) {
        let at = |(x, y): Spot| (left + x * SCALE, top + y * SCALE);
        for shape in &drawing.shapes {
            match shape {
                Shape::Rule(from, to, width, dashed, ink) => {
                    self.rule(at(*from), at(*to), width * SCALE, *dashed, *ink);
                }
                Shape::Bar(corner, size, radius, ink) => {
                    self.bar(at(*corner), (size.0 * SCALE, size.1 * SCALE), radius * SCALE, *ink);
                }
                Shape::Disc(center, radius, ink) => self.disc(at(*center), radius * SCALE, *ink),
                Shape::Polygon(corners, ink) => {
                    let corners: Vec<Spot> = corners.iter().map(|c| at(*c)).collect();
                    self.polygon(&corners, *ink);
                }
                Shape::Words(start, text, words, ink) => {
                    let face = if *words == Words::Small { Face::Sans } else { Face::SansBold };
                    let text = self.faces.printable(&blocks::shown(text)).0;
                    self.words(at(*start), face, words.size() * SCALE, *ink, &text);
                }
            }
        }
    }
}

/// How far the handles of a curve lie out so that four of them make a circle, in radii.
const ROUND: f32 = 0.5523;
