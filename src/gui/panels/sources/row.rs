//! One source in the list.

use super::{
    data::{ReadRow, UnreadRow},
    order::Order,
};
use crate::gui::theme::sign;
use crate::gui::{
    action::Action,
    command::UiCommand,
    scene::Scene,
    session::SourceId,
    stops::Stop,
    theme::{BODY, BODY_BOLD, EXCERPT, Palette, SMALL, radius, size, space, stroke},
    widgets::{badge, focus_frame, icon, line, paragraph},
};
use egui::{Popup, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Where the words begin, behind the badge.
const INDENT: f32 = 44.0;

/// A source that could be read.
pub fn read(ui: &mut Ui, scene: &mut Scene<'_>, row: &ReadRow, order: Order) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW_SOURCE), Sense::hover());
    // Only the rows that can be seen are made, so a name by their order would pass from one to another.
    let response = ui.interact(rect, ui.scope_id().with(("source", row.source.0)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, row.is_filter, &row.spoken));
    let near = response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
    if row.is_filter {
        ui.painter().rect_filled(rect, 0, p.surface_selected);
        let bar = Rect::from_min_size(rect.min, vec2(stroke::SELECTED_BAR, rect.height()));
        ui.painter().rect_filled(bar, 0, p.accent);
    } else if near {
        ui.painter().rect_filled(rect, 0, p.surface_hover);
    }
    badge(ui, ui.painter(), p, rect.min + vec2(space::L, 6.0), row.letter);
    let x = rect.left() + INDENT;
    let room = rect.right() - x - if near { 34.0 } else { space::M };
    let top = rect.top() + 5.0;
    let ink = if row.off { p.text_quiet } else { p.text };
    for (text, style, ink, y, room) in [
        (&row.outlet, if row.off { BODY } else { BODY_BOLD }, ink, top, room),
        (&row.title, EXCERPT, ink, top + 20.0, rect.right() - x - space::M),
        (&row.details, SMALL, p.text_quiet, top + 40.0, rect.right() - x - space::M),
    ] {
        ui.painter().galley(pos2(x, y), line(ui, text, style, ink, room), ink);
    }
    let notice = if row.off { Some(sign::EYE_SLASH) } else { (!row.notices.is_empty()).then_some(sign::INFO) };
    if let Some(notice) = notice.filter(|_| !near) {
        icon(ui.painter(), pos2(rect.right() - space::L, top + 10.0), notice, p.text_quiet);
    }
    scene.view.stops.tell(Stop::Sources, ui.clip_rect(), response.id);
    order.follow(ui, scene, &response, row.source);
    focus_frame(ui.painter(), &response, rect, p);
    let shown = Shown {
        source: row.source,
        name: &row.outlet,
        near,
        under: &response,
        place: corner(rect),
        icon: sign::DOTS_THREE,
    };
    more(ui, scene, shown, Some((row, order)));
    let chosen = (!row.is_filter).then_some(row.source);
    if tip(response, row).clicked() {
        scene.ask(Action::FilterSource(chosen));
    }
}

fn tip(response: Response, row: &ReadRow) -> Response {
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&row.title);
        ui.weak(&row.file);
        for notice in &row.notices {
            ui.label(notice);
        }
    })
}

/// Whose menu it is, and whether it is pointed at.
pub struct Shown<'a> {
    pub source: SourceId,
    pub name: &'a str,
    pub near: bool,
    /// The whole row.
    pub under: &'a Response,
    /// Where the button of the menu is, and its icon.
    pub place: Rect,
    pub icon: &'static str,
}

/// The place for the menu in the upper right corner of a row.
fn corner(row: Rect) -> Rect {
    Rect::from_min_size(pos2(row.right() - 32.0, row.top() + 1.0), vec2(28.0, 28.0))
}

/// The menu of what can be done with a source; painted where the pointer or the keyboard is.
pub fn more(ui: &mut Ui, scene: &mut Scene<'_>, shown: Shown<'_>, read: Option<(&ReadRow, Order)>) {
    let Shown { source, name, near, under, place, icon: sign } = shown;
    let label = scene.words.with("source-menu", &[("name", name)]);
    let id = ui.scope_id().with(("more", source.0));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if near || open || response.has_focus() || response.hovered() {
        if response.hovered() || open {
            ui.painter().rect_filled(place, radius::CONTROL, scene.palette.surface_selected);
        }
        icon(ui.painter(), place.center(), sign, scene.palette.text_quiet);
    }
    focus_frame(ui.painter(), &response, place, scene.palette);
    Popup::menu(&response).show(|ui| items(ui, scene, source, read));
    // The right button of the mouse opens the same anywhere on the row.
    Popup::context_menu(under).show(|ui| items(ui, scene, source, read));
}

/// The menu of a source that could not be read, under whatever stands for it.
pub fn menu(scene: &mut Scene<'_>, under: &Response, source: SourceId) {
    Popup::menu(under).show(|ui| items(ui, scene, source, None));
    Popup::context_menu(under).show(|ui| items(ui, scene, source, None));
}

/// What can be done with a source.
fn items(ui: &mut Ui, scene: &mut Scene<'_>, source: SourceId, read: Option<(&ReadRow, Order)>) {
    ui.set_min_width(200.0);
    let article = scene.session.article_of(source);
    let mut item = |ui: &mut Ui, key: &str, action: Action| {
        let button = egui::Button::new(scene.text(key)).min_size(vec2(0.0, 28.0));
        if ui.add(button).clicked() {
            scene.ask(action);
            ui.close();
        }
    };
    if let Some((row, order)) = read {
        if row.changed {
            item(ui, "source-read-again", Action::ReadAgain(vec![source]));
        }
        if row.missing {
            item(ui, UiCommand::FindFiles.key(), UiCommand::FindFiles.into());
        }
        if let Some(article) = article {
            item(ui, "source-read", Action::ReadAt(article, None));
        }
        item(ui, "source-correct", Action::EditSource(source));
        item(ui, "source-cut", Action::EditCut(source));
        item(ui, "source-only", Action::FilterSource(Some(source)));
        item(ui, if row.off { "source-on" } else { "source-off" }, Action::Switch(source, row.off));
        if let Some(place) = order.above() {
            item(ui, "source-up", Action::Move(source, place));
        }
        if let Some(place) = order.below() {
            item(ui, "source-down", Action::Move(source, place));
        }
    }
    item(ui, "source-remove", Action::Remove(source));
}

/// A source that could not be read, with the reason.
pub fn unread(ui: &mut Ui, scene: &mut Scene<'_>, row: &UnreadRow) {
    let p = scene.palette;
    let width = ui.available_width();
    let room = width - INDENT - space::M;
    let reason = paragraph(ui, &row.reason, SMALL, p.text_quiet, room);
    let height = 5.0 + 20.0 + reason.size().y + space::S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{}. {}", row.name, row.reason)));
    let near = response.hovered() || ui.rect_contains_pointer(rect);
    icon(ui.painter(), rect.min + vec2(space::L + 9.0, 15.0), sign::WARNING_CIRCLE, p.text_quiet);
    let x = rect.left() + INDENT;
    let name = line(ui, &row.name, BODY_BOLD, p.text, room - if near { 28.0 } else { 0.0 });
    ui.painter().galley(pos2(x, rect.top() + 5.0), name, p.text);
    ui.painter().galley(pos2(x, rect.top() + 25.0), reason, p.text_quiet);
    let shown = Shown {
        source: row.source,
        name: &row.name,
        near,
        under: &response,
        place: corner(rect),
        icon: sign::DOTS_THREE,
    };
    more(ui, scene, shown, None);
}

/// The line above what could not be read.
pub fn divider(ui: &mut Ui, p: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::XL), Sense::hover());
    let x = rect.left() + space::L..=rect.right() - space::L;
    ui.painter().hline(x, rect.center().y, Stroke::new(1.0, p.hairline));
}
