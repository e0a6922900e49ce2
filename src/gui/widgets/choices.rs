//! A list in a menu, of which one is chosen. However long it is, it scrolls, and only what can be seen is made.

use crate::gui::theme::size;
use egui::{ScrollArea, Ui, vec2};

/// How high a list may be before it scrolls.
const MOST: f32 = 420.0;

/// Paints a list of `count` names and returns the one that was clicked, by its place. Opens where the one that is `chosen` is seen.
pub fn choices(ui: &mut Ui, count: usize, chosen: Option<usize>, name: impl Fn(usize) -> String) -> Option<usize> {
    let row = size::CONTROL;
    let step = row + ui.spacing().item_spacing.y;
    let opened = ui.scope_id().with("choices");
    let mut area = ScrollArea::vertical().max_height(MOST).id_salt("choices");
    // In the first frame of this opening: the frame before did not show it.
    let frame = ui.ctx().cumulative_pass_nr();
    let seen = ui.data_mut(|d| d.get_temp_mut_or_insert_with::<Option<u64>>(opened, || None).replace(frame));
    if seen.is_none_or(|seen| seen + 1 < frame)
        && let Some(chosen) = chosen
    {
        area = area.vertical_scroll_offset((chosen as f32 * step - MOST / 2.0).max(0.0));
    }
    let mut clicked = None;
    area.show_rows(ui, row, count, |ui, range| {
        for place in range {
            let button = egui::Button::selectable(chosen == Some(place), name(place));
            let response = ui.add(button.truncate().min_size(vec2(ui.available_width(), row)));
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(place);
                ui.close();
            }
        }
    });
    clicked
}
