//! The table itself: what can be seen of it is made and painted, lines and columns; the facts stay where they are while
//! the sources pass beside them.

use super::{
    Cursor,
    cells::{self, Place},
    data::{Content, Ledger},
    header, keys,
    plan::Plan,
    table_id,
};
use crate::gui::{
    panels::findings,
    scene::Scene,
    stops::Stop,
    theme::{HEADING, space, stroke},
    widgets::line,
};
use egui::{Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};

/// Paints the table in `area`. `offset` is how far it was scrolled, and is now.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &mut Ledger, cursor: Cursor, offset: &mut Vec2, area: Rect) {
    let plan = Plan::of(area.width(), ui.ctx().content_rect().width(), ledger.columns.len());
    let head = area.with_max_y(area.top() + header::HEIGHT);
    let body = area.with_min_y(head.bottom());
    let next = keys::act(ui, scene, ledger, cursor, body.height());
    let mut scrolled = ScrollArea::both().id_salt("ledger").auto_shrink(false);
    if std::mem::take(&mut scene.view.scroll_to_selected) {
        let to = reach(ledger, &plan, next, *offset, body.size());
        scrolled = scrolled.scroll_offset(to);
    }
    let out = ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
        // The facts stay where they are, so nothing of them may grow pale when the sources are scrolled.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        scrolled.show_viewport(ui, |ui, part| {
            let size = plan.size(ledger);
            let min = body.min - part.min.to_vec2();
            ui.set_clip_rect(head);
            header::show(ui, scene, ledger, &plan, head, part);
            ui.set_clip_rect(body);
            lines(ui, scene, ledger, &plan, cursor, part, min, body);
            alone(ui, scene, ledger, &plan, min.y + ledger.height(), body);
            edge(ui, scene, &plan, part, area);
            ui.allocate_rect(Rect::from_min_size(min, size), Sense::hover());
        })
    });
    *offset = out.inner.state.clamped_offset();
    stop(ui, scene, ledger, cursor, body);
}

/// How far the table has to be scrolled for the cursor to be seen: no further than needed, with the heading above it.
fn reach(ledger: &Ledger, plan: &Plan, cursor: Cursor, offset: Vec2, view: Vec2) -> Vec2 {
    let size = plan.size(ledger);
    let mut to = offset;
    if let Some((line, heading)) = cursor.place.and_then(|place| ledger.line(place)) {
        let top = heading.unwrap_or(line).top;
        to.y = to.y.max(line.bottom() + space::L - view.y).min(top);
    }
    if let Some(column) = cursor.column {
        let at = plan.column(0.0, column);
        to.x = to.x.max(at.max + space::XL - view.x).min(at.min - plan.fixed());
    }
    to.min(size - view).max(Vec2::ZERO)
}

#[allow(clippy::too_many_arguments)] // where the table stands, and what of it is seen
fn lines(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    ledger: &mut Ledger,
    plan: &Plan,
    cursor: Cursor,
    part: Rect,
    min: egui::Pos2,
    body: Rect,
) {
    let seen = plan.seen(part);
    let first = ledger.lines.partition_point(|l| l.bottom() < part.top());
    let last = ledger.lines.partition_point(|l| l.top < part.bottom());
    let right = plan.end(min.x, body.right());
    for at in first..last {
        let (top, bottom) = (min.y + ledger.lines[at].top, min.y + ledger.lines[at].bottom());
        let rect = Rect::from_min_max(pos2(body.left(), top), pos2(body.right(), bottom));
        match &ledger.lines[at].content {
            Content::Heading(name) => {
                let ink = scene.palette.text_quiet;
                let galley = line(ui, name, HEADING, ink, rect.width() - 2.0 * space::XL);
                let left = pos2(rect.left() + space::XL, rect.bottom() - galley.size().y - 5.0);
                ui.painter().galley(left, galley, ink);
            }
            Content::Fact(place) => {
                let place = *place;
                let Some(row) = ledger.row(scene.session, scene.words, place) else { continue };
                let here = Place {
                    place,
                    status: scene.session.review().entry(&row.fingerprint).status,
                    cursor: (cursor.place == Some(place)).then_some(cursor.column),
                    rect,
                    left: min.x,
                };
                cells::show(ui, scene, ledger, &row, plan, &here, seen.clone());
            }
        }
        ui.painter().hline(
            rect.left() + space::XL..=right,
            rect.bottom() - 0.5,
            Stroke::new(stroke::HAIRLINE, scene.palette.hairline),
        );
    }
}

/// Where sources lie hidden behind the facts, a line says so.
fn edge(ui: &Ui, scene: &Scene<'_>, plan: &Plan, part: Rect, area: Rect) {
    if part.left() > 0.5 {
        let painter = ui.painter().with_clip_rect(area);
        let ink = Stroke::new(stroke::HAIRLINE, scene.palette.hairline_strong);
        painter.vline(area.left() + plan.fixed() - 0.5, area.y_range(), ink);
    }
}

/// One article alone has nothing to be compared with: under its figures stands what to do.
fn alone(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &Ledger, plan: &Plan, top: f32, body: Rect) {
    if ledger.columns.len() > 1 || top > body.bottom() {
        return;
    }
    let width = (plan.fixed() + plan.source).min(460.0);
    let rect = Rect::from_min_size(pos2(body.left() + space::L, top), vec2(width, 140.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| findings::one_article(ui, scene));
}

/// The table is one stop of the keyboard; within it the arrows choose a cell, which a screen reader is told of.
fn stop(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &Ledger, cursor: Cursor, body: Rect) {
    let response = ui.interact(body, table_id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, scene.text("ledger-table")));
    scene.view.stops.tell(Stop::Ledger, body, table_id());
    let Some(place) = cursor.place else { return };
    let source = cursor.column.map(|c| ledger.columns[c].source);
    let cell = cells::id(place, source);
    if ui.ctx().has_accesskit_node(cell) {
        ui.ctx().accesskit_node_builder(table_id(), |node| node.set_active_descendant(cell.accesskit_id()));
    }
    if response.has_focus() {
        let filter = egui::EventFilter { vertical_arrows: true, horizontal_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(table_id(), filter));
    }
}
