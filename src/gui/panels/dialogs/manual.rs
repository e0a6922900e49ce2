//! The manual: its chapters on the left, the open one beside them.

use super::modal;
use crate::gui::{
    manual::{Block, Chapter, Run, Style},
    scene::Scene,
    theme::{BODY, BODY_BOLD, DIALOG, HEADING, Palette, Type, radius, space},
    view_state::ManualState,
    widgets::{focus_frame, line, prose},
};
use egui::{
    Color32, Context, Key, Modifiers, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};

/// How wide the dialog is where there is room, and the list of chapters in it.
const WIDTH: f32 = 880.0;
const LIST: f32 = 236.0;
const ROW: f32 = 32.0;
/// What the frame and the title of the dialog leave of the window's height.
const AROUND: f32 = 160.0;
/// How wide the first column of a table is, and what stands before an item.
const FIRST: f32 = 112.0;
const INDENT: f32 = 24.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, state: &mut ManualState) {
    let window = ctx.content_rect().size();
    let width = WIDTH.min(window.x - 2.0 * (space::XL + space::XXL));
    modal(ctx, scene, "manual-title", width, |ui, scene| {
        let ManualState { chapters, open } = state;
        for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, chapters.len().max(1) - 1)] {
            if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
                *open = (*open + step) % chapters.len().max(1);
            }
        }
        let Some(chapter) = chapters.get(*open) else { return };
        let height = (window.y - AROUND).max(ROW * chapters.len() as f32);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let (list, text) = rect.split_left_right_at_x(rect.left() + LIST);
        ui.scope_builder(UiBuilder::new().max_rect(list), |ui| contents(ui, scene.palette, chapters, open));
        let text = text.with_min_x(text.left() + space::XL);
        ui.scope_builder(UiBuilder::new().max_rect(text), |ui| {
            let area = ScrollArea::vertical().id_salt(("manual", chapter.title.as_str())).auto_shrink([false, false]);
            area.show(ui, |ui| {
                ui.set_max_width(ui.available_width() - space::L);
                read(ui, scene.palette, chapter);
            });
        });
    });
}

/// The list of chapters.
fn contents(ui: &mut Ui, p: &Palette, chapters: &[Chapter], open: &mut usize) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for (place, chapter) in chapters.iter().enumerate() {
        let chosen = place == *open;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &chapter.title));
        if chosen {
            ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, radius::CONTROL, p.surface_hover);
        }
        let style = if chosen { BODY_BOLD } else { BODY };
        let galley = line(ui, &chapter.title, style, p.text, rect.width() - 2.0 * space::M);
        ui.painter().galley(pos2(rect.left() + space::M, rect.center().y - galley.size().y / 2.0), galley, p.text);
        focus_frame(ui.painter(), &response, rect, p);
        if response.clicked() {
            *open = place;
        }
    }
}

/// The text of a chapter.
fn read(ui: &mut Ui, p: &Palette, chapter: &Chapter) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let title = [Run { text: chapter.title.clone(), style: Style::Plain }];
    put(ui, p, &title, (DIALOG, DIALOG), 0.0, None, &chapter.title);
    ui.add_space(space::M);
    for block in &chapter.blocks {
        let spoken = block.spoken();
        let set = (TEXT, STRONG);
        match block {
            Block::Heading(runs) => {
                ui.add_space(space::S);
                put(ui, p, runs, (BODY_BOLD, BODY_BOLD), 0.0, None, &spoken);
                ui.add_space(space::XS);
            }
            Block::Paragraph(runs) => {
                put(ui, p, runs, set, 0.0, None, &spoken);
                ui.add_space(space::M);
            }
            Block::Item(number, runs) => {
                let sign = number.map_or("•".to_owned(), |n| format!("{n}."));
                put(ui, p, runs, set, INDENT, Some(&sign), &spoken);
                ui.add_space(space::S);
            }
            Block::Row(cells, head) => row(ui, p, cells, *head, &spoken),
        }
    }
}

/// Running text of the manual, and what stands out of it.
const TEXT: Type = Type { size: BODY.size + 1.0, line: BODY.line + 3.0, ..BODY };
const STRONG: Type = Type { size: BODY_BOLD.size + 1.0, line: BODY_BOLD.line + 3.0, ..BODY_BOLD };

/// The words in egui's terms: their style, ink, and the ground of keys.
fn set<'r>(
    runs: &'r [Run],
    p: &Palette,
    (plain, strong): (Type, Type),
) -> Vec<(&'r str, Type, Color32, Option<Color32>)> {
    let run = |run: &'r Run| match run.style {
        Style::Plain => (run.text.as_str(), plain, p.text, None),
        Style::Strong => (run.text.as_str(), strong, p.text, None),
        Style::Code => (run.text.as_str(), strong, p.text_quiet, Some(p.surface_sunken)),
    };
    runs.iter().map(run).collect()
}

/// A block of words, a sign before it where it has one.
fn put(ui: &mut Ui, p: &Palette, runs: &[Run], style: (Type, Type), indent: f32, sign: Option<&str>, spoken: &str) {
    let width = ui.available_width();
    let galley = prose(ui, &set(runs, p, style), width - indent);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    if let Some(sign) = sign {
        let galley = line(ui, sign, style.0, p.text_quiet, indent);
        ui.painter().galley(rect.min, galley, p.text_quiet);
    }
    ui.painter().galley(rect.min + vec2(indent, 0.0), galley, p.text);
}

/// A row of a table, a hairline under it.
fn row(ui: &mut Ui, p: &Palette, cells: &[Vec<Run>], head: bool, spoken: &str) {
    let width = ui.available_width();
    let style = if head { (HEADING, HEADING) } else { (TEXT, STRONG) };
    let share = (width - FIRST) / cells.len().saturating_sub(1).max(1) as f32;
    let laid: Vec<_> = cells
        .iter()
        .enumerate()
        .map(|(at, runs)| prose(ui, &set(runs, p, style), if at == 0 { FIRST } else { share } - space::M))
        .collect();
    let height = laid.iter().map(|g| g.size().y).fold(0.0, f32::max) + 2.0 * space::XS;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken));
    for (at, galley) in laid.into_iter().enumerate() {
        let x = if at == 0 { 0.0 } else { FIRST + share * (at - 1) as f32 };
        ui.painter().galley(rect.min + vec2(x, space::XS), galley, p.text);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, p.hairline));
}
