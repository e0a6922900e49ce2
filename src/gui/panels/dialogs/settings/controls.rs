//! The controls of the dialog: a row of choices, a choice with a line below, a mark that is on or off.

use crate::gui::{
    panels::dialogs::say,
    theme::{BODY, BODY_BOLD, HEADING, Palette, SMALL, radius, size, space},
    widgets::{focus_frame, focus_ring, line, line_job},
};
use egui::{
    Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, text::LayoutJob, vec2,
};

/// Where controls begin, behind their names.
const NAMES: f32 = 104.0;
/// Where words begin, behind a mark.
const WORDS: f32 = 30.0;

/// The heading of a group.
pub fn heading(ui: &mut Ui, p: &Palette, words: &str) {
    let galley = line(ui, words, HEADING, p.text_quiet, ui.available_width());
    let (rect, label) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.painter().galley(rect.min, galley, p.text_quiet);
}

/// A few words of explanation.
pub fn quiet(ui: &mut Ui, p: &Palette, words: &str) {
    say(ui, words, SMALL, p.text_quiet, Role::Label, space::S);
}

/// A name with what belongs to it on its right.
pub fn named(ui: &mut Ui, p: &Palette, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_height(size::CONTROL + space::XS);
        let galley = line(ui, name, BODY, p.text, NAMES);
        let (rect, label) = ui.allocate_exact_size(vec2(NAMES, galley.size().y), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        ui.painter().galley(rect.min, galley, p.text);
        ui.spacing_mut().item_spacing.x = 0.0;
        content(ui);
    });
}

/// One of several choices that stand side by side; `name` is what they choose, for a screen reader. Says whether it was pressed.
pub fn choice(ui: &mut Ui, p: &Palette, name: &str, words: &str, on: bool) -> bool {
    let style = if on { BODY_BOLD } else { BODY };
    // Wide enough for both, so that nothing jumps.
    let width = ui.painter().layout_job(line_job(words, BODY_BOLD, p.text)).size().x + 2.0 * space::M;
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{name}: {words}")));
    let ground = match (on, response.hovered()) {
        (true, _) => p.surface_selected,
        (_, true) => p.surface_hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect(rect, radius::CONTROL, ground, Stroke::new(1.0, p.hairline_strong), StrokeKind::Inside);
    if on {
        ui.painter().rect_stroke(rect, radius::CONTROL, Stroke::new(1.5, p.accent), StrokeKind::Inside);
    }
    let galley = ui.painter().layout_job(line_job(words, style, p.text));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, p.text);
    focus_ring(ui.painter(), &response, p, radius::CONTROL);
    ui.add_space(space::XS);
    response.clicked()
}

/// One of several choices below each other, each with a second line. Says whether it was pressed.
pub fn option(ui: &mut Ui, p: &Palette, words: &str, below: &str, on: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, format!("{words}. {below}")));
    ground(ui, p, &response, rect, on);
    let center = pos2(rect.left() + space::M, rect.top() + 14.0);
    let ring = if on { Stroke::new(2.0, p.accent) } else { Stroke::new(1.0, p.control_stroke) };
    ui.painter().circle(center, 7.0, p.surface_raised, ring);
    if on {
        ui.painter().circle_filled(center, 3.5, p.accent);
    }
    let left = rect.left() + WORDS;
    let name = line(ui, words, BODY, p.text, rect.right() - left);
    ui.painter().galley(pos2(left, rect.top() + 3.0), name, p.text);
    let below = line(ui, below, SMALL, p.text_quiet, rect.right() - left);
    ui.painter().galley(pos2(left, rect.top() + 23.0), below, p.text_quiet);
    focus_frame(ui.painter(), &response, rect, p);
    response.clicked()
}

/// A mark that is on or off, with a count at the right where there is one. Says whether it was pressed.
pub fn mark(ui: &mut Ui, p: &Palette, words: &str, count: Option<usize>, on: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, words));
    ground(ui, p, &response, rect, false);
    let square = Rect::from_center_size(pos2(rect.left() + space::M, rect.center().y), vec2(16.0, 16.0));
    let (fill, edge) = if on { (p.accent, p.accent) } else { (p.surface_raised, p.control_stroke) };
    ui.painter().rect(square, radius::MARK, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if on {
        let at = |x: f32, y: f32| square.min + vec2(x, y);
        ui.painter().line(vec![at(3.5, 8.5), at(6.8, 11.5), at(12.5, 4.8)], Stroke::new(2.0, p.on_accent));
    }
    let left = rect.left() + WORDS;
    let name = line(ui, words, BODY, p.text, rect.right() - left - 32.0);
    ui.painter().galley(pos2(left, rect.center().y - name.size().y / 2.0), name, p.text);
    if let Some(count) = count {
        let count: LayoutJob = line_job(&count.to_string(), SMALL, p.text_quiet);
        let count = ui.painter().layout_job(count);
        let x = rect.right() - space::S - count.size().x;
        ui.painter().galley(pos2(x, rect.center().y - count.size().y / 2.0), count, p.text_quiet);
    }
    focus_frame(ui.painter(), &response, rect, p);
    response.clicked()
}

fn ground(ui: &Ui, p: &Palette, response: &Response, rect: Rect, on: bool) {
    if on {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_hover);
    }
}
