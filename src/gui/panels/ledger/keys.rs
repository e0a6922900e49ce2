//! The keys of the table: arrows, pages and ends move the cursor, Enter goes to the evidence.

use super::{Cursor, data::Ledger, table_id};
use crate::gui::{action::Action, scene::Scene, theme::size};
use egui::{Key, Modifiers, Popup, Ui};

/// Does what the keys of this frame ask for, and returns where the cursor will be.
pub fn act(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &mut Ledger, cursor: Cursor, view: f32) -> Cursor {
    let free = ui.memory(|m| m.focused()).is_none_or(|id| id == table_id());
    if !free || scene.view.dialog.is_some() || Popup::is_any_open(ui.ctx()) {
        return cursor;
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter)) {
        show_evidence(scene, ledger, cursor);
        return cursor;
    }
    let page = (view / size::ROW_LEDGER) as isize - 1;
    let (places, columns) = (ledger.facts() as isize, ledger.columns.len() as isize);
    // The column of the facts stands before all others.
    let column = cursor.column.map_or(0, |c| c as isize + 1);
    let place = cursor.place.map_or(-1, |p| p as isize);
    let moves = [
        (Modifiers::NONE, Key::ArrowDown, (place + 1, column)),
        (Modifiers::NONE, Key::ArrowUp, (place - 1, column)),
        (Modifiers::NONE, Key::ArrowRight, (place, column + 1)),
        (Modifiers::NONE, Key::ArrowLeft, (place, column - 1)),
        (Modifiers::NONE, Key::PageDown, (place + page, column)),
        (Modifiers::NONE, Key::PageUp, (place - page, column)),
        (Modifiers::NONE, Key::Home, (place, 0)),
        (Modifiers::NONE, Key::End, (place, columns)),
        (Modifiers::COMMAND, Key::Home, (0, 0)),
        (Modifiers::COMMAND, Key::End, (places - 1, columns)),
    ];
    let pressed =
        |(modifiers, key, _): &(Modifiers, Key, (isize, isize))| ui.input_mut(|i| i.consume_key(*modifiers, *key));
    let Some((_, _, (place, column))) = moves.into_iter().find(pressed) else { return cursor };
    let column = (column.clamp(0, columns) as usize).checked_sub(1);
    scene.view.ledger.column = column.map(|c| ledger.columns[c].source);
    scene.view.scroll_to_selected = true;
    let place = place.clamp(0, places - 1) as usize;
    if let Some(row) = ledger.row(scene.session, scene.words, place).filter(|_| cursor.place != Some(place)) {
        scene.ask(Action::Select(row.fingerprint.clone()));
    }
    ui.ctx().request_repaint();
    Cursor { place: Some(place), column }
}

fn show_evidence(scene: &mut Scene<'_>, ledger: &mut Ledger, cursor: Cursor) {
    let row = cursor.place.and_then(|place| ledger.row(scene.session, scene.words, place));
    let Some(row) = row else { return };
    let figure = cursor.column.and_then(|c| row.cell(c)).map(|c| c.said.figure);
    scene.ask(Action::ShowEvidence(row.fingerprint.clone(), figure));
}
