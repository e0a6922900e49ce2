//! What is known about an article, to be corrected: of a source on the desk, or of one that is being pasted.

use super::{field, foot, modal, say};
use crate::{
    article::Metadata,
    gui::{
        action::Action,
        scene::Scene,
        theme::{SMALL, space},
        view_state::{PasteForm, SourceForm},
        widgets::{Button, Rank},
    },
};
use egui::{ComboBox, Context, Sense, Ui, WidgetInfo, accesskit::Role};
use jiff::civil::Date;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut SourceForm) {
    modal(ctx, scene, "source-title", 480.0, |ui, scene| {
        let (entered, date) = fields(ui, scene, &mut form.metadata, &mut form.date);
        foot(ui, scene, |ui, scene| {
            let save = scene.text("source-save");
            let button = Button::new(&save).rank(Rank::Main).key(Some(scene.text("key-enter"))).enabled(date.is_some());
            if (ui.add(button).clicked() || entered)
                && let Some(published) = date
            {
                scene.ask(Action::Describe(form.source, Metadata { published, ..form.metadata.clone() }));
            }
        });
    });
}

/// A pasted article, before it lies on the desk.
pub fn paste(ctx: &Context, scene: &mut Scene<'_>, form: &mut PasteForm) {
    modal(ctx, scene, "paste-title", 480.0, |ui, scene| {
        let text = &form.article.text;
        let begins = text.split_whitespace().take(24).collect::<Vec<_>>().join(" ");
        let begins = begins.trim_end_matches(|c: char| c.is_ascii_punctuation());
        let number = text.split_whitespace().count();
        let begins = scene.words.quoted(&format!("{begins}…"));
        let words = format!("{} {begins}", scene.words.count("paste-words", &[("count", number)]));
        says(ui, scene, &words, Role::Label);
        ui.add_space(space::S);
        let (entered, date) = fields(ui, scene, &mut form.article.metadata, &mut form.date);
        foot(ui, scene, |ui, scene| {
            let add = scene.text("paste-add");
            let button = Button::new(&add).rank(Rank::Main).key(Some(scene.text("key-enter"))).enabled(date.is_some());
            if (ui.add(button).clicked() || entered)
                && let Some(published) = date
            {
                let mut article = form.article.clone();
                article.metadata.published = published;
                scene.ask(Action::AddPasted(article));
            }
        });
    });
}

/// The fields of what is known. Says whether Enter was pressed in one, and which date stands there; none where it makes no sense.
fn fields(ui: &mut Ui, scene: &Scene<'_>, known: &mut Metadata, date: &mut String) -> (bool, Option<Option<Date>>) {
    let mut entered = field(ui, scene, "source-field-title", &mut known.title, true);
    entered |= field(ui, scene, "source-field-outlet", &mut known.outlet, false);
    entered |= field(ui, scene, "source-field-date", date, false);
    let published = date.trim().parse::<Date>().ok();
    let valid = published.is_some() || date.trim().is_empty();
    if !valid {
        says(ui, scene, &scene.text("source-date-wrong"), Role::Status);
    }
    language(ui, scene, &mut known.language);
    (entered, valid.then_some(published))
}

fn says(ui: &mut Ui, scene: &Scene<'_>, words: &str, role: Role) {
    say(ui, words, SMALL, scene.palette.text_quiet, role, 0.0);
}

fn language(ui: &mut Ui, scene: &Scene<'_>, language: &mut String) {
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
    let named = |key: &str| scene.languages.find(key).map_or_else(|| key.to_owned(), |pack| pack.name.clone());
    let combo = ComboBox::from_id_salt("source-language").width(200.0).selected_text(named(language));
    let response = combo.show_ui(ui, |ui| {
        for pack in scene.languages.packs() {
            ui.selectable_value(language, pack.key.clone(), &pack.name);
        }
    });
    response.response.labelled_by(label.id);
    ui.add_space(space::XS);
}
