//! The bar at the bottom: what lies on the desk, what is at work and how to stop it, the way to the keys.

use super::chrome;
use crate::gui::{
    action::Action,
    command::UiCommand,
    scene::Scene,
    theme::{SMALL, size, space},
    widgets::{focus_ring, key_cap, key_cap_width, line_job, progress_bar},
};
use egui::{Align, Color32, Layout, Panel, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

/// Paints the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    Panel::bottom("status_bar").exact_size(size::STATUS_BAR).frame(chrome(scene.palette)).resizable(false).show(
        ui,
        |ui| {
            let inside = ui.max_rect().shrink2(vec2(space::L, 0.0));
            ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center)), |ui| {
                says(ui, &lying(scene), scene.palette.text_quiet);
                kept(ui, scene);
                at_work(ui, scene);
            });
            ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
                keys(ui, scene);
            });
        },
    );
}

/// "6 artículos, 145 cifras": what is compared.
fn lying(scene: &Scene<'_>) -> String {
    let mut read = scene.session.sources().iter().filter(|s| s.article().is_some()).peekable();
    if read.peek().is_none() {
        return scene.text("status-empty");
    }
    let articles = read.filter(|s| !s.off).count();
    let figures = scene.session.analysis().corpus.quantity_ids().len();
    scene.words.count("status-desk", &[("articles", articles), ("figures", figures)])
}

/// Where the work is kept: in a case, or by itself.
fn kept(ui: &mut Ui, scene: &Scene<'_>) {
    let name = scene.session.case_path().map(crate::case::name_of);
    let text = match (name, scene.view.kept_at) {
        (Some(name), _) if scene.session.is_changed() => scene.words.with("case-status-changed", &[("name", &name)]),
        (Some(name), _) => scene.words.with("case-status-saved", &[("name", &name)]),
        (None, Some(at)) if !scene.session.sources().is_empty() => {
            scene.words.with("case-status-kept", &[("time", &format!("{:02}:{:02}", at.hour(), at.minute()))])
        }
        (None, _) => return,
    };
    ui.add_space(space::L);
    says(ui, &text, scene.palette.text_quiet);
}

fn at_work(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(progress) = scene.work.copied() else { return };
    ui.add_space(space::L);
    let label = scene.words.count(progress.phase.key(), &[("done", progress.done), ("total", progress.total)]);
    says(ui, &label, scene.palette.text);
    if progress.total > 0 {
        progress_bar(ui, progress.done as f32 / progress.total as f32, 88.0, &label);
    }
    if quiet_button(ui, scene, &scene.text("cancel"), None).clicked() {
        scene.ask(Action::CancelJob);
    }
}

fn keys(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.text("status-keys");
    let key = UiCommand::Keys.shortcut(scene.words);
    if quiet_button(ui, scene, &name, key.as_deref()).on_hover_text(UiCommand::Keys.tip(scene.words)).clicked() {
        scene.ask(UiCommand::Keys);
    }
}

fn says(ui: &mut Ui, words: &str, ink: Color32) {
    let galley = ui.painter().layout_job(line_job(words, SMALL, ink));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().galley(rect.min, galley, ink);
}

fn quiet_button(ui: &mut Ui, scene: &Scene<'_>, words: &str, key: Option<&str>) -> Response {
    let p = scene.palette;
    let galley = ui.painter().layout_job(line_job(words, SMALL, p.text));
    let cap = key.map_or(0.0, |k| key_cap_width(ui, k) + space::S);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + cap, size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    if let Some(key) = key {
        key_cap(ui, ui.painter(), p, pos2(rect.left(), rect.center().y), key, None);
    }
    let ink = if response.hovered() { p.text } else { p.text_quiet };
    ui.painter().galley(pos2(rect.left() + cap, rect.center().y - galley.size().y / 2.0), galley, ink);
    focus_ring(ui.painter(), &response, p, 4);
    response
}
