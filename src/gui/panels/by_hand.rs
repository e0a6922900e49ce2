//! What can be done about a mention: its menu, and what is done by hand as small buttons on a card.

use crate::{
    corpus::QuantityId,
    gui::{
        action::Action,
        command::UiCommand,
        scene::Scene,
        theme::{sign, size},
        widgets::Button,
    },
};
use egui::{Align, Layout, Rect, Response, Ui, UiBuilder, vec2};

/// The commands, each with its sign.
pub const COMMANDS: [(UiCommand, &str); 3] = [
    (UiCommand::Join, sign::LINK_SIMPLE),
    (UiCommand::Split, sign::LINK_BREAK),
    (UiCommand::Correct, sign::PENCIL_SIMPLE),
];

/// How wide the buttons are.
pub const BUTTONS: f32 = COMMANDS.len() as f32 * size::CONTROL;

/// The menu of a mention, where the right button of the mouse was pressed on it. `alone` says that it is with no other.
pub fn menu(response: &Response, scene: &mut Scene<'_>, mention: QuantityId, alone: bool) {
    response.context_menu(|ui| {
        ui.set_min_width(240.0);
        ui.spacing_mut().item_spacing.y = 1.0;
        for command in COMMANDS.map(|(command, _)| command).into_iter().chain([UiCommand::CopyQuotation]) {
            if command == UiCommand::CopyQuotation {
                ui.separator();
            }
            let words = command.name(scene.words);
            let mut button = egui::Button::new(&words).min_size(vec2(0.0, size::CONTROL - 2.0));
            if let Some(key) = command.shortcut(scene.words) {
                button = button.shortcut_text(key);
            }
            let enabled = !(alone && command == UiCommand::Split);
            let item = ui.add_enabled(enabled, button).accessible_name(words);
            if item.on_hover_text(command.tip(scene.words)).clicked() {
                ask(scene, command, mention);
                ui.close();
            }
        }
    });
}

/// The buttons of a mention, from the right edge of `rect` on. `name` is what a screen reader calls the mention.
pub fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, rect: Rect, mention: QuantityId, name: &str, alone: bool) {
    // They lie on a card that has its place already, and take none themselves.
    let layout = Layout::right_to_left(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().id_salt(("by_hand", mention)).max_rect(rect).layout(layout));
    ui.spacing_mut().item_spacing.x = 0.0;
    for (command, sign) in COMMANDS.into_iter().rev() {
        let words = format!("{}: {name}", command.name(scene.words).trim_end_matches('…'));
        let button = Button::of_icon(sign, &words).key_in_tip(command.shortcut(scene.words));
        if ui.add(button.enabled(!(alone && command == UiCommand::Split))).clicked() {
            ask(scene, command, mention);
        }
    }
}

fn ask(scene: &mut Scene<'_>, command: UiCommand, mention: QuantityId) {
    scene.ask(Action::Choose(mention));
    scene.ask(command);
}
