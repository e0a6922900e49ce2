//! What is known about a source, to be corrected.

use super::{field, foot, modal};
use crate::{
    gui::{
        action::Action,
        scene::Scene,
        theme::{SMALL, space},
        view_state::SourceForm,
        widgets::{Button, Rank, paragraph},
    },
    wording::Wording,
};
use egui::{ComboBox, Context, Sense, WidgetInfo, accesskit::Role};

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut SourceForm) {
    modal(ctx, scene, "source-title", 480.0, |ui, scene| {
        let mut entered = field(ui, scene, "source-field-title", &mut form.metadata.title, true);
        entered |= field(ui, scene, "source-field-outlet", &mut form.metadata.outlet, false);
        entered |= field(ui, scene, "source-field-date", &mut form.date, false);
        let date = form.date.trim().parse::<jiff::civil::Date>().ok();
        let valid = date.is_some() || form.date.trim().is_empty();
        if !valid {
            let words = scene.text("source-date-wrong");
            let galley = paragraph(ui, &words, SMALL, scene.palette.text_quiet, ui.available_width());
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
            ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
        }
        language(ui, scene, &mut form.metadata.language);
        foot(ui, scene, |ui, scene| {
            let save = scene.text("source-save");
            let button = Button::new(&save).rank(Rank::Main).key(Some(scene.text("key-enter"))).enabled(valid);
            if (ui.add(button).clicked() || entered) && valid {
                let metadata = crate::article::Metadata { published: date, ..form.metadata.clone() };
                scene.ask(Action::Describe(form.source, metadata));
            }
        });
    });
}

fn language(ui: &mut egui::Ui, scene: &Scene<'_>, language: &mut String) {
    let name = scene.text("source-field-language");
    let galley = crate::gui::widgets::line(
        ui,
        &name,
        crate::gui::theme::HEADING,
        scene.palette.text_quiet,
        ui.available_width(),
    );
    let (rect, label) = ui.allocate_exact_size(galley.size(), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
    let named = |key: &str| {
        let known = Wording::languages().contains(&key);
        if known { Wording::new(key).text("language-name") } else { key.to_owned() }
    };
    let combo = ComboBox::from_id_salt("source-language").width(200.0).selected_text(named(language));
    let response = combo.show_ui(ui, |ui| {
        for key in Wording::languages() {
            ui.selectable_value(language, key.to_owned(), named(key));
        }
    });
    response.response.labelled_by(label.id);
    ui.add_space(space::XS);
}
