//! The sources as a rail of letters, where there is no room for more.

use super::{
    data::{ReadRow, UnreadRow},
    near,
    order::Order,
    row::{self, Shown},
};
use crate::gui::theme::sign;
use crate::gui::{
    action::Action,
    command::UiCommand,
    panels::chrome,
    scene::Scene,
    stops::Stop,
    theme::{radius, size, space},
    view_state::View,
    widgets::{Button, badge, badge_width, focus_ring},
};
use egui::{Align, Layout, Panel, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

/// How high a letter is, and how much lies between two.
const HEIGHT: f32 = 32.0;
const BETWEEN: f32 = 6.0;
/// How wide a letter is with room for its menu on either side, so that it stands in the middle, and how wide that is.
const WIDTH: f32 = 48.0;
const MENU: f32 = 13.0;
/// How much of a letter's colour is left where its source is switched off.
const OFF: f32 = 0.35;

/// Paints the rail.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    Panel::left("rail").exact_size(size::SOURCES_RAIL).resizable(false).frame(chrome(scene.palette)).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
            let sources = scene.session.sources();
            let (read, unread): (Vec<_>, Vec<_>) = sources.iter().partition(|s| s.article().is_some());
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(space::S);
                let near = near(seen, HEIGHT + BETWEEN, read.len());
                ui.add_space(near.start as f32 * (HEIGHT + BETWEEN));
                let top = ui.cursor().top();
                for place in near.clone() {
                    let order = Order { place, of: read.len(), top };
                    if let Some(row) = ReadRow::of(scene.session, scene.words, read[place]) {
                        letter(ui, scene, &row, order);
                        ui.add_space(BETWEEN);
                    }
                }
                ui.add_space((read.len() - near.end) as f32 * (HEIGHT + BETWEEN));
                ui.spacing_mut().item_spacing.y = BETWEEN;
                for row in unread.iter().filter_map(|s| UnreadRow::of(scene.words, s)) {
                    let label = format!("{}. {}", row.name, row.reason);
                    let response = ui.add(Button::of_icon(sign::WARNING_CIRCLE, &label));
                    row::menu(scene, &response, row.source);
                }
                let add = UiCommand::OpenFiles.name(scene.words);
                if ui.add(Button::of_icon(sign::PLUS, &add)).clicked() {
                    scene.ask(UiCommand::OpenFiles);
                }
            });
        });
    });
}

fn letter(ui: &mut Ui, scene: &mut Scene<'_>, row: &ReadRow, order: Order) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, HEIGHT), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("letter", row.source.0)), Sense::click());
    let article = scene.session.article_of(row.source);
    let reading = scene.view.view == View::Reader;
    let on = if reading { article.is_some() && scene.view.reader.articles.contains(&article) } else { row.is_filter };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &row.spoken));
    let near = response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
    if on || near {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    }
    if on {
        ui.painter().rect_stroke(rect, radius::CONTROL, Stroke::new(1.0, p.hairline_strong), StrokeKind::Inside);
    }
    let mut painter = ui.painter().clone();
    painter.multiply_opacity(if row.off { OFF } else { 1.0 });
    badge(ui, &painter, p, rect.center() - vec2(badge_width(row.letter), size::BADGE) / 2.0, row.letter);
    focus_ring(ui.painter(), &response, p, radius::CONTROL);
    scene.view.stops.tell(Stop::Sources, ui.clip_rect(), response.id);
    order.follow(ui, scene, &response, row.source);
    let place = Rect::from_min_max(rect.right_top() - vec2(MENU, 0.0), rect.max);
    let shown =
        Shown { source: row.source, name: &row.outlet, near, under: &response, place, icon: sign::DOTS_THREE_VERTICAL };
    row::more(ui, scene, shown, Some((row, order)));
    let response = response.on_hover_ui(|ui| {
        ui.strong(&row.outlet);
        ui.label(&row.title);
        ui.weak(&row.details);
    });
    if response.clicked() {
        scene.ask(match article {
            Some(article) if reading => Action::ReadAlso(article),
            _ => Action::FilterSource((!row.is_filter).then_some(row.source)),
        });
    }
}
