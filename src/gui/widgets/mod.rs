//! Small things that are painted in several places.

mod badge;
mod button;
mod chip;
mod choices;
mod key_cap;
mod line;
mod marked_text;
mod number_line;
mod progress;
mod verdict_shape;

pub use badge::{badge, badge_width};
pub use button::{Button, Rank};
pub use chip::{chip, letters_chip, letters_width};
pub use choices::choices;
pub use key_cap::{key_cap, key_cap_width};
#[allow(unused_imports)] // for the views
pub use line::{fitted, icon, line, line_job, paragraph, prose, runs};
pub use marked_text::{Laid, Mark, MarkedText};
pub use number_line::{Extent, Line, NumberLine};
pub use progress::progress_bar;
#[allow(unused_imports)] // for the views
pub use verdict_shape::{verdict_color, verdict_shape, verdict_tint};

use super::theme::{Palette, stroke};
use egui::{Painter, Rect, Response, Stroke, StrokeKind};

/// The ring around what the keyboard acts on, outside of the control.
pub fn focus_ring(painter: &Painter, response: &Response, palette: &Palette, radius: u8) {
    if response.has_focus() {
        bring_into_sight(response);
        let rect = response.rect.expand(2.0);
        painter.rect_stroke(rect, radius + 2, Stroke::new(stroke::FOCUS, palette.focus), StrokeKind::Outside);
    }
}

/// Scrolls to what the keyboard has come to, where it lies out of sight.
fn bring_into_sight(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// The ring around a row or cell, inside of it.
pub fn focus_frame(painter: &Painter, response: &Response, rect: Rect, palette: &Palette) {
    if response.has_focus() {
        bring_into_sight(response);
        painter.rect_stroke(rect, 0, Stroke::new(stroke::FOCUS, palette.focus), StrokeKind::Inside);
    }
}
