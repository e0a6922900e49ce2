//! A line of the table, painted: the fact, how far its figures lie apart, and a cell for every source that can be seen.

use super::{
    data::{Column, Ledger},
    plan::Plan,
    row::{Cell, Row},
    spread, table_id,
};
use crate::{
    corpus::QuantityId,
    finding::{Standing, Verdict},
    gui::{
        action::Action,
        panels::findings,
        scene::Scene,
        session::SourceId,
        theme::{BODY, BODY_BOLD, Palette, radius, size, space, stroke},
        widgets::{fitted, icon, verdict_color, verdict_shape, verdict_tint},
    },
    review::Status,
};
use egui::{
    Align, Color32, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};
use std::ops::Range;

/// Where the words of a fact begin, behind its shape.
pub const INDENT: f32 = 46.0;
/// Between the edges of a cell and its words.
const PADDING: f32 = space::M;
/// How much of a cell its shape takes.
const SHAPE: f32 = space::L;

/// Where a line stands.
pub struct Place {
    /// Among the findings shown.
    pub place: usize,
    /// What was decided.
    pub status: Status,
    /// The column of the cursor, where the cursor is in this line; within, none stands for the column of the facts.
    pub cursor: Option<Option<usize>>,
    /// The part of it that is seen.
    pub rect: Rect,
    /// Where the table begins, to the left of the window where it is scrolled.
    pub left: f32,
}

/// The name of a cell.
#[must_use]
pub fn id(place: usize, source: Option<SourceId>) -> Id {
    table_id().with((place, source))
}

/// Paints a line.
pub fn show(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    ledger: &Ledger,
    row: &Row,
    plan: &Plan,
    here: &Place,
    seen: Range<usize>,
) {
    let p = scene.palette;
    let rect = here.rect;
    if here.cursor.is_some() {
        ui.painter().rect_filled(rect, 0, p.surface_selected);
        let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTED_BAR, rect.height()));
        ui.painter().rect_filled(bar, 0, p.accent);
    } else if ui.rect_contains_pointer(rect) {
        ui.painter().rect_filled(rect, 0, p.surface_hover);
    }
    let body = ui.clip_rect();
    ui.set_clip_rect(body.with_min_x(body.left() + plan.fixed()));
    for column in seen {
        let x = plan.column(here.left, column);
        let rect = Rect::from_x_y_ranges(x, rect.y_range());
        source(ui, scene, row, row.cell(column), &ledger.columns[column], column, here, rect);
    }
    ui.set_clip_rect(body);
    fact(ui, scene, ledger, row, here, rect.with_max_x(rect.left() + plan.fact));
    if plan.spread > 0.0 {
        let left = rect.left() + plan.fact;
        let rect = Rect::from_x_y_ranges(left..=left + plan.spread - space::L, rect.y_range());
        if let Some(line) = &row.spread {
            let response = ui.interact(rect, table_id().with(("spread", here.place)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &line.spoken));
            spread::paint(ui.painter(), p, rect, line, row.verdict);
        } else if row.verdict == Verdict::Agree {
            spread::paint_one(ui.painter(), p, rect);
        }
    }
}

fn fact(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &Ledger, row: &Row, here: &Place, rect: Rect) {
    let p = scene.palette;
    let response = ui.interact(rect, id(here.place, None), Sense::CLICK);
    let words = scene.words;
    response.widget_info(|| {
        let spoken = row.spoken(words, here.status, here.place, ledger.facts());
        WidgetInfo::labeled(Role::RowHeader, true, spoken)
    });
    let middle = rect.center().y;
    verdict_shape(ui.painter(), p, pos2(rect.left() + 30.0, middle), row.verdict, size::VERDICT_SHAPE);
    let decided = is_decided(here.status);
    let (style, ink) = match row.verdict {
        _ if decided => (BODY, p.text_quiet),
        Verdict::Conflict => (BODY_BOLD, p.text),
        _ => (BODY, p.text),
    };
    let mark = findings::status_sign(here.status);
    let right = rect.right() - space::M - if mark.is_some() { 22.0 } else { 0.0 };
    let left = rect.left() + INDENT;
    let galley = fitted(ui, &[(&row.topic, style, ink)], right - left, Align::LEFT);
    ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley, ink);
    if let Some(mark) = mark {
        icon(ui.painter(), pos2(rect.right() - space::M - 8.0, middle), mark, p.text_quiet);
    }
    if here.cursor == Some(None) {
        ring(ui, p, Rect::from_min_max(rect.min + vec2(stroke::SELECTED_BAR + 3.0, 0.0), rect.max - vec2(0.0, 1.0)));
    }
    clicked(scene, ui, row, &response, None, None);
}

#[allow(clippy::too_many_arguments)] // a cell stands in a line and in a column
fn source(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    row: &Row,
    cell: Option<&Cell>,
    column: &Column,
    at: usize,
    here: &Place,
    rect: Rect,
) {
    let p = scene.palette;
    let mut response = ui.interact(rect, id(here.place, Some(column.source)), Sense::CLICK);
    let words = scene.words;
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, row.spoken_cell(words, at, column)));
    if let Some(cell) = cell {
        let whole = paint(ui, p, here.status, cell, rect);
        if !whole && response.hovered() {
            response = response.on_hover_text(cell.said.text());
        }
    }
    if here.cursor == Some(Some(at)) {
        ring(ui, p, rect.with_max_y(rect.bottom() - 1.0));
    }
    clicked(scene, ui, row, &response, Some(column.source), cell.map(|c| c.said.figure));
}

/// Paints what a source says. Whether all of it could be shown.
fn paint(ui: &Ui, p: &Palette, status: Status, cell: &Cell, rect: Rect) -> bool {
    let dismissed = matches!(status, Status::Dismissed(_));
    let standing = if dismissed { Standing::Plain } else { cell.said.standing };
    let quiet = if is_decided(status) { p.text_quiet } else { p.text };
    let (ink, firm, soft) = match standing {
        Standing::Apart(verdict @ Verdict::Conflict) => {
            let ink = verdict_color(p, verdict);
            (ink, BODY_BOLD, ink)
        }
        Standing::Apart(_) => (p.text, BODY_BOLD, p.text_quiet),
        Standing::Plain | Standing::Disputed(_) => (quiet, BODY, p.text_quiet),
    };
    let mut room = rect.width() - 2.0 * PADDING;
    if let Some(verdict) = standing.verdict() {
        if matches!(standing, Standing::Apart(_)) {
            ui.painter().rect_filled(rect.with_max_y(rect.bottom() - 1.0), 0, verdict_tint(p, verdict).0);
        }
        verdict_shape(ui.painter(), p, pos2(rect.left() + PADDING + 3.0, rect.center().y), verdict, 10.0);
        room -= SHAPE;
    }
    let mut parts: Vec<(String, crate::gui::theme::Type, Color32)> = Vec::new();
    for (hedge, value) in &cell.said.values {
        if !parts.is_empty() {
            parts.push(("; ".to_owned(), BODY, soft));
        }
        if !hedge.is_empty() {
            parts.push((format!("{hedge} "), BODY, soft));
        }
        parts.push((value.clone(), firm, ink));
    }
    let runs: Vec<(&str, _, Color32)> = parts.iter().map(|(text, style, ink)| (text.as_str(), *style, *ink)).collect();
    let galley = fitted(ui, &runs, room, Align::RIGHT);
    let whole = !galley.elided;
    ui.painter().galley(pos2(rect.right() - PADDING, rect.center().y - galley.size().y / 2.0), galley, ink);
    whole
}

fn is_decided(status: Status) -> bool {
    matches!(status, Status::Confirmed | Status::Dismissed(_))
}

/// The ring around the cell that the keyboard is in; quiet while the keyboard is elsewhere.
fn ring(ui: &Ui, p: &Palette, rect: Rect) {
    let focused = ui.memory(|m| m.focused()).is_none_or(|id| id == table_id());
    let stroke = if focused { Stroke::new(stroke::FOCUS, p.focus) } else { Stroke::new(1.0, p.control_stroke) };
    ui.painter().rect_stroke(rect, radius::MARK, stroke, StrokeKind::Inside);
}

/// A click goes to the cell, a second one to its evidence.
fn clicked(
    scene: &mut Scene<'_>,
    ui: &Ui,
    row: &Row,
    response: &Response,
    source: Option<SourceId>,
    figure: Option<QuantityId>,
) {
    if response.double_clicked() {
        scene.ask(Action::ShowEvidence(row.fingerprint.clone(), figure));
    } else if response.clicked() {
        scene.view.ledger.column = source;
        scene.ask(Action::Select(row.fingerprint.clone()));
        ui.memory_mut(|m| m.request_focus(table_id()));
    }
}
