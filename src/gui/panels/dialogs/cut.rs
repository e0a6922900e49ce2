//! Where a text of several articles is cut, with what it would become.

use super::{
    field, foot, modal, say,
    settings::controls::{heading, option},
};
use crate::{
    gui::{
        action::Action,
        scene::Scene,
        theme::{BODY, SMALL, space},
        view_state::CutForm,
        widgets::{Button, Rank, line},
    },
    report::text::clean,
};
use egui::{Context, Key, ScrollArea, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// How high the list of articles may grow, and a line of it.
const LIST: f32 = 196.0;
const ROW: f32 = 28.0;
/// So much of an article's beginning is shown, in characters.
const SHOWN: usize = 120;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut CutForm) {
    modal(ctx, scene, "cut-title", 560.0, |ui, scene| {
        let p = scene.palette;
        say(ui, &scene.text("cut-why"), BODY, p.text, Role::Label, space::S);
        let ways = ["cut-rules", "cut-headings", "cut-lines"];
        for (place, key) in ways.into_iter().enumerate() {
            let below = scene.text(&format!("{key}-why"));
            if option(ui, p, &scene.text(key), &below, place == form.chosen) {
                form.chosen = place;
            }
        }
        let by_words = form.chosen == ways.len() - 1;
        let mut entered = false;
        if by_words {
            let before = form.words.clone();
            entered = field(ui, scene, "cut-words", &mut form.words, true);
            if form.words != before {
                form.look();
            }
        }
        ui.add_space(space::S);
        let starts = &form.starts[form.chosen];
        let parts = if starts.len() > 1 { starts.len() } else { 0 };
        heading(ui, p, &scene.words.count("cut-found", &[("count", parts)]));
        if parts > 0 {
            let area = ScrollArea::vertical().id_salt("cut-parts").max_height(LIST).auto_shrink([false, true]);
            area.show_rows(ui, ROW, parts, |ui, rows| rows.for_each(|row| part(ui, scene, form, row)));
        }
        entered |= ui.memory(|m| m.focused().is_none()) && ui.input(|i| i.key_pressed(Key::Enter));
        foot(ui, scene, |ui, scene| {
            let name = scene.text("cut-do");
            let main = Button::new(&name).rank(Rank::Main).key(Some(scene.text("key-enter"))).enabled(parts > 0);
            if (ui.add(main).clicked() || entered) && parts > 0 {
                scene.ask(Action::Cut(form.source, form.cuts()[form.chosen].clone()));
            }
        });
    });
}

/// One article that it would become: its number, how it begins, how long it is.
fn part(ui: &mut Ui, scene: &Scene<'_>, form: &CutForm, row: usize) {
    let p = scene.palette;
    let (beginning, count) = form.part(row);
    let beginning = clean(&beginning.chars().take(SHOWN).collect::<String>());
    let count = scene.words.count("cut-length", &[("count", count)]);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{}. {beginning}, {count}", row + 1)));
    let number = line(ui, &(row + 1).to_string(), SMALL, p.text_quiet, 40.0);
    let length = line(ui, &count, SMALL, p.text_quiet, 140.0);
    let left = rect.left() + 36.0;
    let right = rect.right() - space::M - length.size().x;
    let words = line(ui, &beginning, BODY, p.text, right - space::M - left);
    let middle = |height: f32| rect.center().y - height / 2.0;
    let at = pos2(left - space::S - number.size().x, middle(number.size().y));
    ui.painter().galley(at, number, p.text_quiet);
    ui.painter().galley(pos2(right, middle(length.size().y)), length, p.text_quiet);
    ui.painter().galley(pos2(left, middle(words.size().y)), words, p.text);
}
