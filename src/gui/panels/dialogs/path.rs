//! A path, typed by hand, where the system has no dialog for files.

use super::{field, foot, modal, say};
use crate::gui::{
    action::Action,
    scene::Scene,
    theme::BODY,
    view_state::{PathForm, PathPurpose},
    widgets::{Button, Rank},
};
use egui::{Context, accesskit::Role};
use std::path::PathBuf;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut PathForm) {
    let (title, button, action): (_, _, fn(PathPurpose, PathBuf) -> Action) = match form.purpose {
        PathPurpose::Open => ("path-open-title", "path-open", |_, path| Action::OpenPaths(vec![path])),
        PathPurpose::Find => ("find-title", "find-here", |_, path| Action::FindFiles(path)),
        PathPurpose::Report(_) | PathPurpose::Case => ("path-save-title", "path-save", Action::SaveTo),
    };
    modal(ctx, scene, title, 560.0, |ui, scene| {
        say(ui, &scene.text("path-why"), BODY, scene.palette.text_quiet, Role::Label, 0.0);
        let entered = field(ui, scene, "path-field", &mut form.path, true);
        foot(ui, scene, |ui, scene| {
            let name = scene.text(button);
            let given = !form.path.trim().is_empty();
            let main = Button::new(&name).rank(Rank::Main).key(Some(scene.text("key-enter"))).enabled(given);
            if (ui.add(main).clicked() || entered) && given {
                scene.ask(action(form.purpose, PathBuf::from(form.path.trim())));
                scene.ask(Action::CloseDialog);
            }
        });
    });
}
