//! What a figure says, to be corrected; what is typed is read at once, as a figure of the article is.

use super::{field, foot, modal};
use crate::{
    amendment::{Unclear, read},
    gui::{
        action::Action,
        scene::Scene,
        theme::{BODY, HEADING, SMALL, STATEMENT, space},
        view_state::FigureForm,
        widgets::{Button, Rank, badge, icon, line, paragraph},
    },
    quantity::Quantity,
    report::reading,
};
use egui::{Context, Id, Sense, Ui, WidgetInfo, accesskit::Role, text::CCursor, text_selection::CCursorRange, vec2};

const WIDTH: f32 = 600.0;
const INDENT: f32 = 30.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut FigureForm) {
    modal(ctx, scene, "figure-title", WIDTH, |ui, scene| {
        statement(ui, scene, form);
        let was = scene.words.with("figure-was-read", &[("reading", &described(scene, form, &form.read))]);
        says(ui, &was, scene.palette.text_quiet, None);
        ui.add_space(space::S);
        select_all(ui, form);
        let entered = field(ui, scene, "figure-field", &mut form.typed, true);
        let typed = read(&form.typed, &form.article, &form.read, scene.languages);
        match &typed {
            Ok(quantity) => {
                let reading = scene.words.with("figure-is-read", &[("reading", &described(scene, form, quantity))]);
                says(ui, &reading, scene.palette.text, Some(crate::gui::theme::sign::CHECK));
            }
            Err(unclear) => {
                let key = match unclear {
                    Unclear::NoFigure => "figure-none",
                    Unclear::Several => "figure-several",
                };
                says(ui, &scene.text(key), scene.palette.text, Some(crate::gui::theme::sign::WARNING_CIRCLE));
            }
        }
        foot(ui, scene, |ui, scene| {
            let words = scene.text("figure-correct");
            let button = Button::new(&words).rank(Rank::Main).key(Some(scene.text("key-enter")));
            let told = form.typed.trim();
            if (ui.add(button.enabled(typed.is_ok())).clicked() || entered) && typed.is_ok() {
                // What says what was read is no correction.
                scene.ask(match form.told {
                    Some(None) if told == form.before => Action::Restore(form.mentions.clone()),
                    _ if told == form.before => Action::CloseDialog,
                    _ => Action::Correct(form.mentions.clone(), Some(told.to_owned())),
                });
            }
            let ignore = scene.text("figure-pass-over");
            if form.told != Some(None) && ui.add(Button::new(&ignore).rank(Rank::Normal)).clicked() {
                scene.ask(Action::Correct(form.mentions.clone(), None));
            }
            let restore = scene.text("figure-restore");
            if form.told.is_some() && ui.add(Button::new(&restore).rank(Rank::Normal)).clicked() {
                scene.ask(Action::Restore(form.mentions.clone()));
            }
        });
    });
}

/// The sentence with the figure marked, and who prints it.
fn statement(ui: &mut Ui, scene: &Scene<'_>, form: &FigureForm) {
    let p = scene.palette;
    let width = ui.available_width();
    let outlet = line(ui, &form.outlet, HEADING, p.text, width - INDENT);
    let laid = form.sentence.lay_out(ui, STATEMENT, p, width - INDENT);
    let below = outlet.size().y + space::HAIR;
    let (rect, response) = ui.allocate_exact_size(vec2(width, below + laid.height()), Sense::hover());
    let spoken = format!("{}, {}. {}", form.letter, form.outlet, form.sentence.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    badge(ui, ui.painter(), p, rect.min, form.letter);
    ui.painter().galley(rect.min + vec2(INDENT, 0.0), outlet, p.text);
    laid.paint(ui.painter(), p, rect.min + vec2(INDENT, below));
}

/// A figure as it was read: "unos 1.350 · militares · cantidad".
fn described(scene: &Scene<'_>, form: &FigureForm, quantity: &Quantity) -> String {
    let alone = Quantity { converts: None, ..quantity.clone() };
    let about = reading::about(&form.article, &alone, scene.words, |_| String::new());
    std::iter::once(reading::value(quantity, scene.words)).chain(about).collect::<Vec<_>>().join(" · ")
}

fn says(ui: &mut Ui, words: &str, ink: egui::Color32, sign: Option<&str>) {
    let left = if sign.is_some() { 22.0 } else { 0.0 };
    let style = if sign.is_some() { BODY } else { SMALL };
    let galley = paragraph(ui, words, style, ink, ui.available_width() - left);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(if sign.is_some() { Role::Status } else { Role::Label }, true, words));
    if let Some(sign) = sign {
        icon(ui.painter(), rect.min + vec2(8.0, BODY.line / 2.0), sign, ink);
    }
    ui.painter().galley(rect.min + vec2(left, 0.0), galley, ink);
}

/// What stands in the field is written over by the first letter that is typed.
fn select_all(ui: &Ui, form: &mut FigureForm) {
    let id = Id::unique("figure-field".to_owned());
    if form.is_fresh
        && let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), id)
        && ui.memory(|m| m.has_focus(id))
    {
        let end = CCursor::new(form.typed.chars().count());
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
        state.store(ui.ctx(), id);
        form.is_fresh = false;
    }
}
