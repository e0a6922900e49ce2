//! The sources as a rail of letters, where there is no room for more.

use super::{
    data::{ReadRow, UnreadRow},
    near,
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
    widgets::{Button, badge, focus_ring},
};
use egui::{Align, Layout, Panel, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

/// How high a letter is, and how much lies between two.
const HEIGHT: f32 = 32.0;
const BETWEEN: f32 = 6.0;

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
                for row in near.clone().filter_map(|i| ReadRow::of(scene.session, scene.words, read[i])) {
                    letter(ui, scene, &row);
                    ui.add_space(BETWEEN);
                }
                ui.add_space((read.len() - near.end) as f32 * (HEIGHT + BETWEEN));
                ui.spacing_mut().item_spacing.y = BETWEEN;
                for row in unread.iter().filter_map(|s| UnreadRow::of(scene.words, s)) {
                    let label = format!("{}. {}", row.name, row.reason);
                    ui.add(Button::of_icon(sign::WARNING_CIRCLE, &label));
                }
                let add = UiCommand::OpenFiles.name(scene.words);
                if ui.add(Button::of_icon(sign::PLUS, &add)).clicked() {
                    scene.ask(UiCommand::OpenFiles);
                }
            });
        });
    });
}

fn letter(ui: &mut Ui, scene: &mut Scene<'_>, row: &ReadRow) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(34.0, HEIGHT), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("letter", row.source.0)), Sense::click());
    let article = scene.session.article_of(row.source);
    let reading = scene.view.view == View::Reader;
    let on = if reading { article.is_some() && scene.view.reader.articles.contains(&article) } else { row.is_filter };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &row.spoken));
    if on || response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    }
    if on {
        ui.painter().rect_stroke(rect, radius::CONTROL, Stroke::new(1.0, p.hairline_strong), StrokeKind::Inside);
    }
    badge(ui, ui.painter(), p, rect.center() - vec2(size::BADGE, size::BADGE) / 2.0, row.letter);
    focus_ring(ui.painter(), &response, p, radius::CONTROL);
    scene.view.stops.tell(Stop::Sources, ui.clip_rect(), response.id);
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
