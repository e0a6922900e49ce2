//! The bar at the top: menus, views, how much is decided, the way to the palette.

use super::{chrome, recent};
use crate::gui::{
    action::Action,
    command::{Menu, UiCommand},
    scene::Scene,
    stops::Stop,
    theme::{BODY, BODY_BOLD, SMALL, size, space},
    view_state::View,
    widgets::{focus_ring, key_cap, key_cap_width, line_job, progress_bar},
};
use crate::{preferences::Theme, wording::Wording};
use egui::{
    Align, Layout, MenuBar, Panel, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};

const TABS: [(View, UiCommand, &str); 3] = [
    (View::Findings, UiCommand::ShowFindings, "view-findings"),
    (View::Reader, UiCommand::ShowReader, "view-reader"),
    (View::Ledger, UiCommand::ShowLedger, "view-ledger"),
];

/// Paints the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    Panel::top("menu_bar").exact_size(size::MENU_BAR).frame(chrome(scene.palette)).resizable(false).show(ui, |ui| {
        let bar = ui.max_rect();
        let left = Rect::from_min_max(pos2(bar.left() + 6.0, bar.top()), bar.max);
        ui.scope_builder(UiBuilder::new().max_rect(left).layout(Layout::left_to_right(Align::Center)), |ui| {
            MenuBar::new().ui(ui, |ui| Menu::ALL.into_iter().for_each(|m| menu(ui, scene, m)));
        });
        let after = tabs(ui, scene, bar);
        let right = Rect::from_min_max(pos2(after + space::L, bar.top()), pos2(bar.right() - space::L, bar.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(right).layout(Layout::right_to_left(Align::Center)), |ui| {
            go_to(ui, scene);
            decided(ui, scene);
        });
    });
}

fn menu(ui: &mut Ui, scene: &mut Scene<'_>, menu: Menu) {
    let name = scene.text(menu.key());
    ui.spacing_mut().button_padding.x = 10.0;
    ui.spacing_mut().item_spacing.x = 0.0;
    let menu = ui.menu_button(name, |ui| {
        ui.set_min_width(280.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        for command in UiCommand::of(menu) {
            if command.begins_group() {
                ui.separator();
            }
            let mut button = egui::Button::new(command.name(scene.words)).min_size(vec2(0.0, size::CONTROL - 2.0));
            if let Some(key) = command.shortcut(scene.words) {
                button = button.shortcut_text(key);
            }
            if let Some(on) = is_on(command, scene) {
                button = button.selected(on);
            }
            let response = ui.add_enabled(scene.is_enabled(command), button);
            let response = response.accessible_name(command.name(scene.words));
            if response.on_hover_text(command.tip(scene.words)).clicked() {
                scene.ask(command);
                ui.close();
            }
            if command == UiCommand::OpenCase {
                recent::menu(ui, scene);
            }
        }
    });
    scene.view.stops.tell(Stop::Menus, ui.max_rect(), menu.response.id);
}

/// Whether a command stands for what is so already; none where it stands for no state.
fn is_on(command: UiCommand, scene: &Scene<'_>) -> Option<bool> {
    let theme = |theme| Some(scene.view.preferences.theme == theme);
    match command {
        UiCommand::ThemeLight => theme(Theme::Light),
        UiCommand::ThemeDark => theme(Theme::Dark),
        UiCommand::ThemeSystem => theme(Theme::System),
        UiCommand::Language(place) => Some(Wording::languages().get(place) == Some(&scene.words.key())),
        UiCommand::ShowFindings => Some(scene.view.view == View::Findings),
        UiCommand::ShowReader => Some(scene.view.view == View::Reader),
        UiCommand::ShowLedger => Some(scene.view.view == View::Ledger),
        _ => None,
    }
}

/// The views, in the middle of the bar. Returns where they end.
fn tabs(ui: &mut Ui, scene: &mut Scene<'_>, bar: Rect) -> f32 {
    let widths = TABS.map(|(_, _, key)| {
        let job = line_job(&scene.text(key), BODY_BOLD, scene.palette.text);
        ui.painter().layout_job(job).size().x
    });
    let gap = space::XXL + space::XS;
    let total = widths.iter().sum::<f32>() + gap * (TABS.len() - 1) as f32;
    // On a narrow window the middle would lie on the menus, so the views move to the right.
    let mut x = (bar.center().x - total / 2.0).max(bar.left() + 330.0);
    for ((view, command, key), width) in TABS.into_iter().zip(widths) {
        let rect = Rect::from_min_max(pos2(x, bar.top()), pos2(x + width, bar.bottom()));
        if tab(ui, scene, rect, view, command, key).clicked() {
            scene.ask(command);
        }
        x += width + gap;
    }
    x - gap
}

fn tab(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, view: View, command: UiCommand, key: &str) -> Response {
    let p = scene.palette;
    let enabled = scene.is_enabled(command);
    let on = enabled && scene.view.view == view;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect.expand2(vec2(space::XS, 0.0)), ui.scope_id().with(key), sense);
    let name = scene.text(key);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, enabled, on, &name));
    let (style, ink) = match (enabled, on, response.hovered()) {
        (false, ..) => (BODY, p.text_disabled),
        (_, true, _) => (BODY_BOLD, p.text),
        (_, _, true) => (BODY, p.text),
        _ => (BODY, p.text_quiet),
    };
    let galley = ui.painter().layout_job(line_job(&name, style, ink));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    if on {
        let under =
            Rect::from_min_max(pos2(rect.left() - space::XS, rect.bottom() - 3.0), rect.max + vec2(space::XS, 0.0));
        ui.painter().rect_filled(under, 0, p.accent);
    }
    focus_ring(ui.painter(), &response.clone().with_new_rect(rect.shrink2(vec2(0.0, 8.0))), p, 4);
    response.on_hover_text(format!(
        "{} ({})",
        command.tip(scene.words),
        command.shortcut(scene.words).unwrap_or_default()
    ))
}

/// The way to the palette.
fn go_to(ui: &mut Ui, scene: &mut Scene<'_>) {
    let p = scene.palette;
    let words = scene.text("go-to");
    let key = UiCommand::Palette.shortcut(scene.words).unwrap_or_default();
    let galley = ui.painter().layout_job(line_job(&words, SMALL, p.text_quiet));
    let width = galley.size().x + space::S + key_cap_width(ui, &key);
    if width > ui.available_width() {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::TARGET), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, UiCommand::Palette.name(scene.words)));
    let left = pos2(rect.left() + galley.size().x + space::S, rect.center().y);
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, p.text_quiet);
    key_cap(ui, ui.painter(), p, left, &key, None);
    focus_ring(ui.painter(), &response, p, 4);
    if response.on_hover_text(UiCommand::Palette.tip(scene.words)).clicked() {
        scene.ask(Action::Command(UiCommand::Palette));
    }
}

fn decided(ui: &mut Ui, scene: &Scene<'_>) {
    let (done, total) = scene.session.decided();
    if total == 0 {
        return;
    }
    let arguments = [("done", done), ("total", total)];
    let long = scene.words.count("decided", &arguments);
    let galley = ui.painter().layout_job(line_job(&long, SMALL, scene.palette.text_quiet));
    if galley.size().x + space::M > ui.available_width() {
        return;
    }
    ui.add_space(space::M);
    if ui.ctx().content_rect().width() >= size::WIDE_FROM {
        progress_bar(ui, done as f32 / total as f32, 88.0, &long);
        ui.add_space(space::S);
    }
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &long));
    ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
}
