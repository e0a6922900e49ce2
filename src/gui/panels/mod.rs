//! The parts of the window. Each paints what a scene holds and asks for actions.

pub mod by_hand;
pub mod decision_bar;
pub mod dialogs;
pub mod empty;
pub mod evidence;
pub mod findings;
mod kept;
pub mod ledger;
pub mod menu_bar;
pub mod moments;
pub mod quotation;
pub mod reader;
pub mod recent;
pub mod sources;
pub mod status_bar;
pub mod toasts;

pub use findings::topic;

use super::theme::Palette;
use egui::{Color32, Frame, Margin};

/// Words with a capital at their head.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The ground of a bar or a side panel, without margins.
fn chrome(palette: &Palette) -> Frame {
    plain(palette.surface_chrome)
}

/// A ground without margins and lines.
fn plain(fill: Color32) -> Frame {
    Frame::NONE.fill(fill).inner_margin(Margin::ZERO)
}
