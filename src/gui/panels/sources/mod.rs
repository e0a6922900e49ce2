//! The sources on the desk: who they are, what was found in them, and what could not be read.

mod data;
mod order;
mod rail;
mod row;

use super::chrome;
use crate::gui::{
    command::UiCommand,
    scene::Scene,
    theme::{HEADING, SMALL, size, space},
    widgets::{Button, line_job},
};
use data::{ReadRow, UnreadRow};
use egui::{Align, Layout, Panel, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};
use order::Order;
use std::ops::Range;

/// Paints the sources: as rows, or as a rail of letters where the window is narrow or articles are being read.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let reading = scene.view.view == crate::gui::view_state::View::Reader;
    if reading || ui.ctx().content_rect().width() < size::WIDE_FROM {
        rail::show(ui, scene);
        return;
    }
    Panel::left("sources")
        .default_size(size::SOURCES)
        .size_range(size::SOURCES_MIN..=size::SOURCES_MAX)
        .frame(chrome(scene.palette))
        .show(ui, |ui| {
            let sources = scene.session.sources();
            let (read, unread): (Vec<_>, Vec<_>) = sources.iter().partition(|s| s.article().is_some());
            heading(ui, scene, read.len());
            ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let top = ui.cursor().top();
                let near = near(seen, size::ROW_SOURCE, read.len());
                ui.add_space(near.start as f32 * size::ROW_SOURCE);
                for place in near.clone() {
                    let order = Order { place, of: read.len(), top };
                    if let Some(row) = ReadRow::of(scene.session, scene.words, read[place]) {
                        row::read(ui, scene, &row, order);
                    }
                }
                ui.add_space((read.len() - near.end) as f32 * size::ROW_SOURCE);
                if !unread.is_empty() {
                    row::divider(ui, scene.palette);
                }
                for row in unread.iter().filter_map(|s| UnreadRow::of(scene.words, s)) {
                    row::unread(ui, scene, &row);
                }
            });
        });
}

/// Those of equally high rows that can be seen, with one more above and below: there the keyboard goes on.
fn near(seen: Rect, height: f32, rows: usize) -> Range<usize> {
    let first = (seen.top() / height).floor().max(0.0) as usize;
    let last = (seen.bottom() / height).ceil().max(0.0) as usize;
    first.saturating_sub(1).min(rows)..(last + 1).min(rows)
}

fn heading(ui: &mut Ui, scene: &mut Scene<'_>, count: usize) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let name = scene.text("sources");
    let galley = ui.painter().layout_job(line_job(&name, HEADING, p.text));
    let number = ui.painter().layout_job(line_job(&count.to_string(), SMALL, p.text_quiet));
    let left = pos2(rect.left() + space::L, rect.center().y - galley.size().y / 2.0);
    let after = left + vec2(galley.size().x + space::S, 0.0);
    let label = ui.interact(rect, ui.scope_id().with("heading"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name} {count}")));
    ui.painter().galley(left, galley, p.text);
    ui.painter().galley(after, number, p.text_quiet);
    let inside = rect.shrink2(vec2(space::S, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
        let add = UiCommand::OpenFiles.name(scene.words);
        let key = UiCommand::OpenFiles.shortcut(scene.words);
        if ui.add(Button::of_icon(crate::gui::theme::sign::PLUS, &add).key_in_tip(key)).clicked() {
            scene.ask(UiCommand::OpenFiles);
        }
    });
}
