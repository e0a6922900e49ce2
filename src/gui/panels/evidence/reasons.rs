//! Why the program thinks so, and what speaks against.

use super::data::{Evidence, Ground, GroundSort};
use crate::{
    gui::{
        scene::Scene,
        theme::{BODY, HEADING, SMALL, sign, space, stroke},
        widgets::{focus_ring, icon, line_job, paragraph},
    },
    wording::Wording,
};
use egui::{Id, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

/// Between the sign and the words.
const INDENT: f32 = 24.0;

/// Paints the reasons, what speaks against under its own name, and how sure the program is.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, evidence: &Evidence) {
    for (place, ground) in evidence.reasons.iter().enumerate() {
        if place > 0 {
            hairline(ui, scene);
        }
        reason(ui, scene, &worded(scene.words, ground), icon_of(ground));
    }
    if !evidence.reasons.is_empty() {
        hairline(ui, scene);
    }
    ui.add_space(space::S);
    let galley = paragraph(ui, &evidence.sureness, SMALL, scene.palette.text_quiet, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &evidence.sureness));
    ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
    ui.add_space(space::S);
}

/// A reason as a sentence; what speaks against says so.
#[must_use]
pub fn worded(words: &Wording, ground: &Ground) -> String {
    if ground.against {
        return words.with("evidence-counter", &[("reason", &lower_first(&ground.text))]);
    }
    ground.text.clone()
}

/// A sentence that goes on after a colon; a word in capitals stays as it is.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn hairline(ui: &mut Ui, scene: &Scene<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(stroke::HAIRLINE, scene.palette.hairline));
}

fn reason(ui: &mut Ui, scene: &Scene<'_>, words: &str, sign: &str) {
    let p = scene.palette;
    ui.add_space(space::S);
    let galley = paragraph(ui, words, BODY, p.text, ui.available_width() - INDENT);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    icon(ui.painter(), pos2(rect.left() + 8.0, rect.top() + BODY.line / 2.0), sign, p.text_quiet);
    ui.painter().galley(rect.min + vec2(INDENT, 0.0), galley, p.text);
    ui.add_space(space::S);
}

fn icon_of(ground: &Ground) -> &'static str {
    match ground.sort {
        GroundSort::Same => sign::EQUALS,
        GroundSort::Digits => sign::SHUFFLE,
        GroundSort::Time => sign::CLOCK,
        GroundSort::Unit => sign::RULER,
        GroundSort::Cited => sign::QUOTES,
        GroundSort::ByHand => sign::LINK_SIMPLE,
        GroundSort::Other => sign::INFO,
    }
}

/// One line that holds the heading of the cards and, at its right, the reasons folded away. Says whether they are open.
pub fn folded(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    evidence: &Evidence,
    heading: impl FnOnce(&mut Ui, &Scene<'_>),
) -> bool {
    let p = scene.palette;
    let id = Id::unique("evidence_reasons_open");
    let mut open = ui.data(|d| d.get_temp::<bool>(id)).unwrap_or_default();
    let words = scene.words.count("evidence-why-count", &[("count", evidence.reasons.len())]);
    let galley = ui.painter().layout_job(line_job(&words, HEADING, p.text));
    let all = ui.available_rect_before_wrap();
    let width = galley.size().x + 24.0;
    let fold = Rect::from_min_size(pos2(all.right() - width, all.top() - 4.0), vec2(width, 26.0));
    let response = ui.interact(fold, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &words));
    if response.clicked() {
        open = !open;
        ui.data_mut(|d| d.insert_temp(id, open));
    }
    let ink = if response.hovered() { p.accent } else { p.text };
    ui.painter().galley_with_override_text_color(all.right_top() - vec2(width, 0.0), galley, ink);
    let sign = if open { sign::CARET_DOWN } else { sign::CARET_RIGHT };
    icon(ui.painter(), pos2(all.right() - 8.0, all.top() + 9.0), sign, ink);
    focus_ring(ui.painter(), &response, p, 4);
    let left = Rect::from_min_max(all.min, pos2(fold.left() - space::M, all.bottom()));
    let used = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| heading(ui, scene));
    ui.advance_cursor_after_rect(used.response.rect.with_max_x(all.right()));
    open
}
