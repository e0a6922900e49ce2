//! The ledger: facts against sources, what each source says of each fact, and what the cell under the cursor rests on.

mod cells;
mod copied;
mod data;
mod header;
mod keys;
mod plan;
mod preview;
mod row;
mod spread;
mod table;

pub use copied::in_tabs;
pub use preview::ways;

use super::{decision_bar, findings, plain};
use crate::gui::{
    command::UiCommand,
    scene::Scene,
    theme::{sign, size, space},
    widgets::Button,
};
use data::Ledger;
use egui::{Align, CentralPanel, Id, Layout, Rect, Sense, Stroke, Ui, UiBuilder, Vec2, vec2};
use preview::Preview;
use std::sync::Arc;

/// How high the line of tools above the table is.
const TOOLS: f32 = 52.0;

/// Under this width (a small window with large text) only the signs of the tools are shown.
const TIGHT: f32 = 760.0;

/// What the ledger remembers from frame to frame.
#[derive(Clone, Debug, Default)]
struct Memory {
    ledger: Option<Ledger>,
    preview: Option<Arc<Preview>>,
    /// How far the table is scrolled.
    offset: Vec2,
}

/// The cell that the keyboard is in. Its line is that of the selected finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cursor {
    /// The place of the finding among those shown; none where the filters hide it.
    place: Option<usize>,
    /// The column; none for that of the facts.
    column: Option<usize>,
}

fn memory_id() -> Id {
    Id::unique("ledger")
}

/// The table as one stop of the keyboard.
fn table_id() -> Id {
    Id::unique("ledger_table")
}

/// Paints the ledger, and below it what can be decided.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let memory = ui.data_mut(|d| d.remove_temp::<Memory>(memory_id()));
    let Memory { ledger, preview, mut offset } = memory.unwrap_or_default();
    let mut ledger = Ledger::renewed(ledger, scene.session, scene.words);
    let column = scene.view.ledger.column.and_then(|source| ledger.column(source));
    let cursor = Cursor { place: scene.session.selected_place(), column };
    let mut told = None;
    if ledger.facts() > 0 {
        let article = column.map(|c| ledger.columns[c].article);
        told = preview::renewed(preview, scene, article);
        decision_bar::show(ui, scene);
        preview::show(ui, scene, told.as_deref());
    }
    CentralPanel::default().frame(plain(scene.palette.surface)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let all = ui.max_rect();
        tools(ui, scene, all.with_max_y(all.top() + TOOLS));
        let below = all.with_min_y(all.top() + TOOLS);
        ui.painter().hline(below.x_range(), below.top(), Stroke::new(1.0, scene.palette.hairline));
        if ledger.facts() == 0 {
            nothing(ui, scene, below);
        } else {
            table::show(ui, scene, &mut ledger, cursor, &mut offset, below);
        }
    });
    ui.data_mut(|d| d.insert_temp(memory_id(), Memory { ledger: Some(ledger), preview: told, offset }));
}

/// The same search and filters as above the list of findings, their order, and the table to be copied.
fn tools(ui: &mut Ui, scene: &mut Scene<'_>, bar: Rect) {
    let inside = bar.shrink2(vec2(space::XL, 0.0));
    let wide = ui.ctx().content_rect().width() >= size::WIDE_FROM;
    let tight = inside.width() < TIGHT;
    let width = match (wide, tight) {
        (true, _) => 272.0,
        (_, false) => 220.0,
        (_, true) => 150.0,
    };
    let centred = |rect: Rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let field = inside.with_max_x(inside.left() + width);
    ui.scope_builder(centred(field), |ui| findings::search(ui, scene, width));
    ui.scope_builder(centred(inside.with_min_x(field.right() + space::S)), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        findings::verdicts(ui, scene);
        findings::more(ui, scene);
    });
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let name = UiCommand::CopyTable.name(scene.words);
        // The key copies the table while it is looked at, and the finding elsewhere.
        let key = UiCommand::CopyFinding.shortcut(scene.words).filter(|_| wide);
        let button =
            if tight { Button::of_icon(sign::COPY, &name) } else { Button::new(&name).icon(sign::COPY).key(key) };
        let button = button.enabled(scene.is_enabled(UiCommand::CopyTable));
        if ui.add(button).on_hover_text(UiCommand::CopyTable.tip(scene.words)).clicked() {
            scene.ask(UiCommand::CopyTable);
        }
        // The heads of the table sort it as well.
        if !tight {
            findings::order(ui, scene);
        }
    });
}

/// Says why there is no table, and what to do.
fn nothing(ui: &mut Ui, scene: &mut Scene<'_>, area: Rect) {
    // Where the facts would begin.
    let rect = Rect::from_min_size(area.min + vec2(space::L, 0.0), vec2(area.width().min(460.0), area.height()));
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| findings::nothing(ui, scene));
    ui.allocate_rect(area, Sense::hover());
}
