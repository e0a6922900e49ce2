//! One finding in the list: its shape, what it is about, who says what.

use super::data::Row;
use crate::gui::theme::sign;
use crate::{
    gui::{
        scene::Scene,
        theme::{BODY, BODY_BOLD, Palette, SMALL, size, space, stroke},
        voices::Voice,
        widgets::{icon, letters_chip, letters_width, line, verdict_shape},
    },
    review::Status,
};
use egui::{Color32, Rect, Response, Stroke, Ui, pos2, vec2};

/// Where the words begin, behind the shape.
const INDENT: f32 = 40.0;

/// Paints a row.
pub fn paint(ui: &Ui, scene: &Scene<'_>, row: &Row, response: &Response, selected: bool, rect: Rect) {
    let p = scene.palette;
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0, p.surface_selected);
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(stroke::SELECTED_BAR, rect.height())), 0, p.accent);
    } else if response.hovered() {
        painter.rect_filled(rect, 0, p.surface_hover);
    }
    let first = rect.top() + 16.0;
    verdict_shape(painter, p, pos2(rect.left() + 22.0, first), row.verdict, size::VERDICT_SHAPE);
    let decided = matches!(row.status, Status::Confirmed | Status::Dismissed(_));
    let (style, ink) = if decided { (BODY, p.text_quiet) } else { (BODY_BOLD, p.text) };
    let pencil = row.by_hand.then_some(sign::PENCIL_SIMPLE);
    let marks: Vec<&str> = status_sign(row.status).into_iter().chain(pencil).collect();
    let right = rect.right() - space::L - 22.0 * marks.len() as f32;
    let x = rect.left() + INDENT;
    let topic = line(ui, &row.topic, style, ink, right - x);
    painter.galley(pos2(x, first - topic.size().y / 2.0), topic, ink);
    for (place, mark) in marks.into_iter().enumerate() {
        icon(painter, pos2(rect.right() - space::L - 8.0 - 22.0 * place as f32, first), mark, p.text_quiet);
    }
    voices(ui, p, &row.voices, decided, pos2(x, rect.top() + 36.0), rect.right() - space::L);
    if ui.memory(|m| m.has_focus(super::list_id())) && selected {
        painter.rect_stroke(rect, 0, Stroke::new(stroke::FOCUS, p.focus), egui::StrokeKind::Inside);
    }
}

/// What was decided, as a sign.
pub fn status_sign(status: Status) -> Option<&'static str> {
    match status {
        Status::Open => None,
        Status::Confirmed => Some(sign::CHECK),
        Status::Dismissed(_) => Some(sign::PROHIBIT),
        Status::ToCheck => Some(sign::CLOCK),
    }
}

/// Letters and values, as many as there is room for.
fn voices(ui: &Ui, p: &Palette, voices: &[Voice], decided: bool, mut at: egui::Pos2, right: f32) {
    let painter = ui.painter();
    for (i, voice) in voices.iter().enumerate() {
        let letters: Vec<String> = voice.letters.iter().map(ToString::to_string).collect();
        let width = letters_width(ui, &letters);
        let separator = if i == 0 { 0.0 } else { 20.0 };
        if at.x + separator + width + 30.0 > right {
            let rest = line(ui, "…", SMALL, p.text_quiet, 20.0);
            painter.galley(pos2(at.x + space::XS, at.y - rest.size().y / 2.0), rest, p.text_quiet);
            return;
        }
        if i > 0 {
            let slash = line(ui, "/", SMALL, p.hairline_strong, 20.0);
            painter.galley(pos2(at.x + space::S, at.y - slash.size().y / 2.0), slash, p.hairline_strong);
            at.x += separator;
        }
        let apart = voice.apart && !decided;
        let chip = letters_chip(ui, painter, p, at, &letters, apart);
        let (style, ink): (_, Color32) = match (apart, decided) {
            (true, _) => (SMALL.in_face(crate::gui::theme::Face::SansSemibold), p.conflict),
            (_, true) => (SMALL, p.text_quiet),
            _ => (SMALL, p.text),
        };
        at.x = chip.right() + 6.0;
        let value = line(ui, &voice.value, style, ink, (right - at.x).max(0.0));
        let width = value.size().x;
        painter.galley(pos2(at.x, at.y - value.size().y / 2.0), value, ink);
        at.x += width;
    }
}
