//! Dialogs: one at a time, over the desk; Esc closes.

mod cut;
mod export;
mod fetch;
mod figure;
mod join;
mod keys;
mod manual;
mod note;
mod palette;
mod path;
mod settings;
mod source;

use crate::gui::{
    action::Action,
    scene::Scene,
    theme::{DIALOG, Type, radius, space},
    view_state::Dialog,
    widgets::{Button, line, paragraph},
};
use egui::{
    Align, Color32, Context, Frame, Id, Key, Layout, Margin, Modal, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role, vec2,
};

/// Paints the dialog that is open.
pub fn show(ctx: &Context, scene: &mut Scene<'_>) {
    let Some(mut dialog) = scene.view.dialog.take() else { return };
    let before = scene.actions.len();
    match &mut dialog {
        Dialog::Palette(state) => palette::show(ctx, scene, state),
        Dialog::Keys => keys::show(ctx, scene),
        Dialog::Manual(chapter) => manual::show(ctx, scene, chapter),
        Dialog::Source(form) => source::show(ctx, scene, form),
        Dialog::Cut(form) => cut::show(ctx, scene, form),
        Dialog::Paste(form) => source::paste(ctx, scene, form),
        Dialog::Settings => settings::show(ctx, scene),
        Dialog::Note(form) => note::show(ctx, scene, form),
        Dialog::Join(form) => join::show(ctx, scene, form),
        Dialog::Figure(form) => figure::show(ctx, scene, form),
        Dialog::Export(format) => export::show(ctx, scene, format),
        Dialog::Fetch(form) => fetch::show(ctx, scene, form),
        Dialog::Path(form) => path::show(ctx, scene, form),
    }
    if ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        scene.actions.truncate(before);
        scene.view.back_to_card(Some(&dialog));
        return;
    }
    scene.view.dialog = Some(dialog);
}

/// A dialog in the middle of the window, with a title.
fn modal(ctx: &Context, scene: &mut Scene<'_>, name: &str, width: f32, content: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
    let p = scene.palette;
    let frame = Frame::NONE
        .fill(p.surface_raised)
        .stroke(Stroke::new(1.0, p.hairline_strong))
        .corner_radius(radius::PANEL)
        .inner_margin(Margin::same(space::XL as i8));
    let title = scene.text(name);
    // What is higher than the window scrolls under its title.
    let window = ctx.content_rect().size();
    let width = width.min(window.x - 2.0 * (space::XL + space::M));
    let room = window.y - 2.0 * (space::XL + space::M) - 30.0 - 3.0 * space::S;
    let modal = Modal::new(Id::unique(name.to_owned())).frame(frame).backdrop_color(p.scrim.gamma_multiply(0.4));
    let response = modal.show(ctx, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::S;
        ui.horizontal(|ui| {
            ui.set_height(30.0);
            let galley = line(ui, &title, DIALOG, p.text, width - 60.0);
            let (rect, heading) = ui.allocate_exact_size(galley.size(), Sense::hover());
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
            ui.painter().galley(rect.min, galley, p.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let close = scene.text("close");
                if ui.add(Button::of_icon(crate::gui::theme::sign::X, &close)).clicked() {
                    scene.ask(Action::CloseDialog);
                }
            });
        });
        ui.add_space(space::S);
        let area = ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true]);
        area.show(ui, |ui| content(ui, scene));
    });
    if response.backdrop_response.clicked() {
        scene.ask(Action::CloseDialog);
    }
}

/// The line of buttons at the foot of a dialog, from the right; `content` adds the main one first.
fn foot(ui: &mut Ui, scene: &mut Scene<'_>, content: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
    ui.add_space(space::M);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 30.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        content(ui, scene);
        let cancel = scene.text("cancel");
        let key = scene.text("key-escape");
        if ui.add(Button::new(&cancel).rank(crate::gui::widgets::Rank::Quiet).key(Some(key))).clicked() {
            scene.ask(Action::CloseDialog);
        }
    });
}

/// Words as wide as the dialog, with some room below, said aloud as what they are.
fn say(ui: &mut Ui, words: &str, style: Type, ink: Color32, role: Role, below: f32) {
    let galley = paragraph(ui, words, style, ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(0.0, below), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    ui.painter().galley(rect.min, galley, ink);
}

/// A field with its name above it. Says whether Enter was pressed in it.
fn field(ui: &mut Ui, scene: &Scene<'_>, key: &str, text: &mut String, first: bool) -> bool {
    let p = scene.palette;
    let name = scene.text(key);
    let galley = line(ui, &name, crate::gui::theme::HEADING, p.text_quiet, ui.available_width());
    let (rect, label) = ui.allocate_exact_size(galley.size(), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    ui.painter().galley(rect.min, galley, p.text_quiet);
    let edit = egui::TextEdit::singleline(text)
        .id(Id::unique(key.to_owned()))
        .margin(Margin::symmetric(10, 5))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).labelled_by(label.id);
    // Enter takes the focus away, which is to be seen before it is given again.
    let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if first && !entered && ui.memory(|m| m.focused().is_none()) {
        response.request_focus();
    }
    ui.add_space(space::XS);
    entered
}
