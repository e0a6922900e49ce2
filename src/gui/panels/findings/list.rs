//! The list itself: only the lines that can be seen are made and painted.

use super::{
    data::{Content, Item, Row, items},
    list_id, row,
};
use crate::gui::{
    action::Action,
    command::UiCommand,
    panels::kept::{State, kept},
    scene::Scene,
    stops::Stop,
    theme::{BODY, HEADING, SMALL, size, space},
    widgets::{Button, line, paragraph},
};
use egui::{Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Paints the list.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let made = || items(scene.session, scene.words);
    let items = kept(ui, Id::unique("findings_items"), State::of_work(scene), made);
    if items.is_empty() {
        nothing(ui, scene);
        return;
    }
    let height = items.last().map_or(0.0, |i| i.top + i.height()) + space::L;
    let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink(false);
    if std::mem::take(&mut scene.view.scroll_to_selected) {
        area = scroll_to_selected(ui, scene, area, &items, height);
    }
    let out = area.show_viewport(ui, |ui, seen| {
        let top = ui.max_rect().top();
        let width = ui.max_rect().width();
        ui.set_height(height);
        let first = items.partition_point(|i| i.top + i.height() < seen.top());
        for item in items[first..].iter().take_while(|i| i.top < seen.bottom()) {
            let min = pos2(ui.max_rect().left(), top + item.top);
            let rect = Rect::from_min_size(min, vec2(width, item.height()));
            match &item.content {
                Content::Heading(name, count) => heading(ui, scene, rect, name, *count),
                Content::Row(place) => finding(ui, scene, rect, *place),
            }
        }
    });
    ui.ctx().data_mut(|d| d.insert_temp(list_id(), (out.state.clamped_offset().y, out.inner_rect.height())));
    keyboard(ui, scene, out.inner_rect);
}

/// Moves the list no more than needed to see the selected finding, and the heading above it.
fn scroll_to_selected(ui: &Ui, scene: &Scene<'_>, area: ScrollArea, items: &[Item], height: f32) -> ScrollArea {
    let Some(place) = scene.session.selected_place() else { return area };
    let Some(at) = items.iter().position(|i| i.content == Content::Row(place)) else { return area };
    let (offset, seen) = ui.ctx().data(|d| d.get_temp::<(f32, f32)>(list_id())).unwrap_or((0.0, 0.0));
    let above = at.checked_sub(1).filter(|&i| matches!(items[i].content, Content::Heading(..)));
    let top = items[above.unwrap_or(at)].top;
    let bottom = items[at].top + items[at].height() + space::L;
    let to = if top < offset {
        top
    } else if bottom > offset + seen && seen > 0.0 {
        (bottom - seen).min(height - seen)
    } else {
        return area;
    };
    area.vertical_scroll_offset(to.max(0.0))
}

fn heading(ui: &Ui, scene: &Scene<'_>, rect: Rect, name: &str, count: usize) {
    let ink = scene.palette.text_quiet;
    let y = rect.bottom() - 22.0;
    ui.painter().galley(pos2(rect.left() + space::L, y), line(ui, name, HEADING, ink, rect.width()), ink);
    let number = line(ui, &count.to_string(), SMALL, ink, rect.width());
    ui.painter().galley(pos2(rect.right() - space::L - number.size().x, y), number, ink);
}

fn finding(ui: &mut Ui, scene: &mut Scene<'_>, rect: Rect, place: usize) {
    let Some(finding) = scene.session.shown_at(place) else { return };
    let total = scene.session.shown().len();
    let data = Row::of(scene.session, scene.words, finding, place, total);
    let selected = scene.session.selected_place() == Some(place);
    let response = ui.interact(rect, ui.scope_id().with(("finding", &finding.fingerprint)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, selected, &data.spoken));
    row::paint(ui, scene, &data, &response, selected, rect);
    if response.clicked() {
        scene.ask(Action::Select(finding.fingerprint.clone()));
        ui.memory_mut(|m| m.request_focus(list_id()));
    }
}

/// The list is one stop of the keyboard; within it the arrows choose.
fn keyboard(ui: &mut Ui, scene: &mut Scene<'_>, rect: Rect) {
    let response = ui.interact(rect, list_id(), Sense::focusable_noninteractive());
    let name = scene.text("findings-list");
    response.widget_info(|| WidgetInfo::labeled(Role::List, true, &name));
    scene.view.stops.tell(Stop::Findings, rect, list_id());
    if !response.has_focus() {
        return;
    }
    let filter = egui::EventFilter { vertical_arrows: true, horizontal_arrows: true, ..Default::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(list_id(), filter));
    for (key, command) in [(Key::ArrowDown, UiCommand::Next), (Key::ArrowUp, UiCommand::Previous)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            scene.ask(command);
        }
    }
    // To the right of the list stands the evidence.
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowRight)) {
        scene.view.focus_card = true;
    }
}

/// Says why there is nothing, and what to do.
pub fn nothing(ui: &mut Ui, scene: &mut Scene<'_>) {
    let session = scene.session;
    let key = match session.analysis().corpus.len() {
        _ if scene.work.is_some() => return,
        _ if session.filter().is_active() => "findings-none-filtered",
        0 | 1 => "findings-one-article",
        _ => "findings-none",
    };
    let command = if session.filter().is_active() { UiCommand::ClearFilters } else { UiCommand::OpenFiles };
    advise(ui, scene, key, command);
}

/// Says that one article alone has nothing to be compared with, and how to open another.
pub fn one_article(ui: &mut Ui, scene: &mut Scene<'_>) {
    advise(ui, scene, "findings-one-article", UiCommand::OpenFiles);
}

/// What is so, and the command that changes it.
fn advise(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, command: UiCommand) {
    let words = scene.text(key);
    ui.add_space(space::XL);
    let width = ui.available_width() - 2.0 * space::L;
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        let galley = paragraph(ui, &words, BODY, scene.palette.text_quiet, width);
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
    });
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.set_height(size::CONTROL);
        let name = command.name(scene.words);
        if ui.add(Button::new(&name).key(command.shortcut(scene.words))).clicked() {
            scene.ask(command);
        }
    });
}
