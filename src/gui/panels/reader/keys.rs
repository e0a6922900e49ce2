//! The keys that scroll a text.

use egui::{Key, Modifiers, Ui};

/// How far the keys of this frame scroll, in points; down is positive.
pub fn scrolled(ui: &Ui, view: f32) -> f32 {
    if ui.ctx().text_edit_focused() {
        return 0.0;
    }
    // The arrows belong to a control that has the focus.
    let free = ui.memory(|m| m.focused().is_none());
    let line = 54.0;
    let page = view * 0.85;
    let keys = [
        (Key::PageDown, page, true),
        (Key::PageUp, -page, true),
        (Key::Space, page, free),
        (Key::Home, -1e9, true),
        (Key::End, 1e9, true),
        (Key::ArrowDown, line, free),
        (Key::ArrowUp, -line, free),
    ];
    ui.input_mut(|input| {
        let pressed = |(key, by, may): (Key, f32, bool)| {
            if may && input.consume_key(Modifiers::NONE, key) { by } else { 0.0 }
        };
        keys.into_iter().map(pressed).sum()
    })
}
