//! What a mention is joined with: the figures of other articles, to be searched and chosen.

use super::{foot, modal};
use crate::gui::{
    action::Action,
    candidates::{Candidate, matching},
    scene::Scene,
    theme::{BODY, BODY_BOLD, EXCERPT, SMALL, radius, size, space},
    view_state::JoinForm,
    widgets::{Button, Rank, badge, line, paragraph, runs},
};
use egui::{
    Context, Id, Key, Margin, Modifiers, Rect, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

const WIDTH: f32 = 640.0;
const ROW: f32 = size::ROW_FINDING;
/// How many rows are seen at once.
const SEEN: f32 = 6.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut JoinForm) {
    modal(ctx, scene, "join-title", WIDTH, |ui, scene| {
        mention(ui, scene, form);
        let before = form.chosen;
        let entered = keys(ui, form);
        query(ui, scene, form);
        form.chosen = form.chosen.min(form.found.len().saturating_sub(1));
        let clicked = if form.found.is_empty() {
            nothing(ui, scene, form);
            None
        } else {
            list(ui, scene, form, before)
        };
        foot(ui, scene, |ui, scene| {
            let join = scene.text("join-do");
            let button = Button::new(&join).rank(Rank::Main).key(Some(scene.text("key-enter")));
            let pressed = ui.add(button.enabled(!form.found.is_empty())).clicked() || entered;
            let chosen = clicked.or(pressed.then_some(form.chosen)).and_then(|i| form.found.get(i));
            if let Some(&other) = chosen {
                let other = form.cite(form.candidates[other].figure);
                scene.ask(Action::Join(Box::new([form.mention.clone(), other])));
            }
        });
    });
}

/// What is to be joined.
fn mention(ui: &mut Ui, scene: &Scene<'_>, form: &JoinForm) {
    let p = scene.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let said = format!(", {}", form.outlet);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}: {}{said}", form.letter, form.told)));
    badge(ui, ui.painter(), p, rect.min + vec2(0.0, 2.0), form.letter);
    let galley = runs(ui, &[(&form.told, BODY_BOLD, p.text), (&said, BODY, p.text_quiet)], ui.available_width() - 30.0);
    ui.painter().galley(rect.min + vec2(30.0, 1.0), galley, p.text);
}

/// Moves the choice by the arrows, and says whether Enter was pressed.
fn keys(ui: &Ui, form: &mut JoinForm) -> bool {
    let page = SEEN as usize - 1;
    // A button that has the focus is pressed by Enter itself.
    let may_enter = ui.memory(|m| m.focused()).is_none_or(|id| id == query_id());
    ui.input_mut(|i| {
        for (key, down, by) in [
            (Key::ArrowDown, true, 1),
            (Key::ArrowUp, false, 1),
            (Key::PageDown, true, page),
            (Key::PageUp, false, page),
        ] {
            if i.consume_key(Modifiers::NONE, key) {
                form.chosen = if down { form.chosen + by } else { form.chosen.saturating_sub(by) };
            }
        }
        may_enter && i.consume_key(Modifiers::NONE, Key::Enter)
    })
}

fn query_id() -> Id {
    Id::unique("join_query")
}

fn query(ui: &mut Ui, scene: &Scene<'_>, form: &mut JoinForm) {
    let hint = scene.text("join-search");
    let edit = TextEdit::singleline(&mut form.query)
        .id(query_id())
        .hint_text(&hint)
        .margin(Margin::symmetric(10, 5))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(&hint);
    if response.changed() {
        form.found = matching(&form.candidates, &form.query);
        form.chosen = 0;
        form.offset = 0.0;
    }
    if ui.memory(|m| m.focused().is_none()) {
        response.request_focus();
    }
}

fn nothing(ui: &mut Ui, scene: &Scene<'_>, form: &JoinForm) {
    let words = scene.text(if form.candidates.is_empty() { "join-none" } else { "join-none-found" });
    let galley = paragraph(ui, &words, BODY, scene.palette.text_quiet, ui.available_width());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + space::XL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    ui.painter().galley(rect.min + vec2(0.0, space::M), galley, scene.palette.text_quiet);
}

/// The figures; only those that can be seen are painted. Says which one was clicked.
fn list(ui: &mut Ui, scene: &Scene<'_>, form: &mut JoinForm, before: usize) -> Option<usize> {
    let height = SEEN.min(form.found.len() as f32) * ROW;
    let mut area = ScrollArea::vertical().id_salt("join_list").max_height(height).auto_shrink([false, true]);
    if before != form.chosen {
        // No further than is needed to see what was chosen.
        let top = form.chosen as f32 * ROW;
        form.offset = form.offset.clamp((top + ROW - height).max(0.0), top);
        area = area.vertical_scroll_offset(form.offset);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    let out = area.show_rows(ui, ROW, form.found.len(), |ui, rows| {
        for place in rows {
            if row(ui, scene, &form.candidates[form.found[place]], place == form.chosen) {
                clicked = Some(place);
            }
        }
    });
    form.offset = out.state.clamped_offset().y;
    clicked
}

fn row(ui: &mut Ui, scene: &Scene<'_>, candidate: &Candidate, chosen: bool) -> bool {
    let p = scene.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let Candidate { letter, outlet, told, excerpt, .. } = candidate;
    let spoken = format!("{letter}, {outlet}: {told}. {}", excerpt.text.trim());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &spoken));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    if chosen {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_hover);
    }
    badge(ui, ui.painter(), p, rect.min + vec2(space::S, 7.0), *letter);
    let left = rect.left() + 36.0;
    let room = rect.right() - left - space::L;
    let said = format!("  {outlet}");
    let head = runs(ui, &[(told, BODY_BOLD, p.text), (&said, SMALL, p.text_quiet)], room);
    ui.painter().galley(pos2(left, rect.top() + 5.0), head, p.text);
    let laid = excerpt.lay_out(ui, EXCERPT, p, 4000.0);
    let below = pos2(left, rect.top() + 27.0);
    let seen = Rect::from_min_size(below, vec2(room, 22.0)).expand2(vec2(4.0, 0.0));
    laid.paint(&ui.painter().with_clip_rect(seen.intersect(ui.clip_rect())), p, below);
    if laid.galley.size().x > room {
        // Who reads it sees that it goes on.
        let dots = line(ui, "…", EXCERPT, p.text_quiet, 20.0);
        ui.painter().galley(pos2(seen.right(), below.y), dots, p.text_quiet);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.hairline));
    response.clicked()
}
