//! The order of the sources, changed by dragging a row, or by keys while it has the focus.

use crate::gui::{
    action::Action,
    scene::Scene,
    session::SourceId,
    theme::{size, stroke},
};
use egui::{CursorIcon, Key, Modifiers, Rangef, Response, Stroke, Ui};

/// Where a row stands among those that can be moved.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// Its place, from 0.
    pub place: usize,
    /// How many there are.
    pub of: usize,
    /// Where the first one begins.
    pub top: f32,
}

impl Order {
    /// The place above; none for the first one.
    pub fn above(self) -> Option<usize> {
        self.place.checked_sub(1)
    }

    /// The place below; none for the last one.
    pub fn below(self) -> Option<usize> {
        Some(self.place + 1).filter(|place| *place < self.of)
    }

    /// Asks for another place where the row is dragged there, or its keys are pressed; shows where it would go.
    pub fn follow(self, ui: &Ui, scene: &mut Scene<'_>, response: &Response, source: SourceId) {
        if response.has_focus() {
            let keys = Modifiers::COMMAND | Modifiers::SHIFT;
            for (key, place) in [(Key::ArrowUp, self.above()), (Key::ArrowDown, self.below())] {
                if ui.input_mut(|i| i.consume_key(keys, key))
                    && let Some(place) = place
                {
                    scene.ask(Action::Move(source, place));
                }
            }
        }
        let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged() || response.drag_stopped())
        else {
            return;
        };
        // Between which two rows: the nearest line.
        let line = (((pointer.y - self.top) / size::ROW_SOURCE).round().max(0.0) as usize).min(self.of);
        let place = if line > self.place { line - 1 } else { line };
        if response.drag_stopped() {
            if place != self.place {
                scene.ask(Action::Move(source, place));
            }
            return;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let y = self.top + line as f32 * size::ROW_SOURCE;
        let x = Rangef::new(response.rect.left(), response.rect.right());
        // Painted over the rows below, which come later.
        let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, response.id));
        painter.hline(x, y, Stroke::new(stroke::SELECTED_BAR, scene.palette.accent));
    }
}
