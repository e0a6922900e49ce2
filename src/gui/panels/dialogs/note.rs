//! The note of a finding.

use super::{foot, modal};
use crate::gui::{
    action::Action,
    scene::Scene,
    view_state::NoteForm,
    widgets::{Button, Rank},
};
use egui::{Context, Id, Key, Margin, Modifiers, TextEdit};

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut NoteForm) {
    modal(ctx, scene, "note-title", 480.0, |ui, scene| {
        let name = scene.text("note-field");
        let done = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::Enter));
        let edit = TextEdit::multiline(&mut form.text)
            .id(Id::unique("note"))
            .hint_text(&name)
            .margin(Margin::symmetric(10, 8))
            .desired_rows(5)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(&name);
        if ui.memory(|m| m.focused().is_none()) {
            response.request_focus();
        }
        foot(ui, scene, |ui, scene| {
            let save = scene.text("note-save");
            let key = format!("{}{}", scene.text("key-ctrl"), scene.text("key-enter"));
            if ui.add(Button::new(&save).rank(Rank::Main).key(Some(key))).clicked() || done {
                scene.ask(Action::SaveNote(form.clone()));
            }
        });
    });
}
