//! The window: the desk where sources, findings and evidence lie.
//!
//! `session` holds the work and knows nothing of egui; `view_state` holds the looking. Panels paint and ask for an
//! [`Action`](action::Action); `dispatch` is the one place that acts; `jobs` does what takes long.

pub mod action;
pub mod app;
pub mod candidates;
pub mod clipboard;
pub mod command;
mod dispatch;
pub mod file_dialog;
pub mod jobs;
mod keeping;
pub mod manual;
mod panels;
mod prefer;
pub mod scene;
pub mod session;
pub mod stops;
pub mod theme;
pub mod view_state;
pub mod voices;
mod watch;
mod widgets;

#[cfg(test)]
#[path = "../../tests/support/fixture.rs"]
mod fixture;

pub use app::Desk;
pub use panels::topic;

use crate::{
    analysis::prepare,
    autosave::Autosave,
    language::Registry,
    preferences::{Preferences, Store},
    wording::Wording,
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// How often opened files are looked at for changes.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// The picture of the program for the bar of windows; none where it cannot be read, which a test rules out.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../assets/desktop/cotejo-128.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// Opens the window with these files and folders, and returns when it is closed.
///
/// # Errors
/// Where no window can be opened: no display, no graphics. The text is egui's own.
pub fn run(paths: Vec<PathBuf>, wording: Wording) -> Result<(), String> {
    let store = Store::of_person();
    let (preferences, damaged) = store.as_ref().map_or_else(Default::default, Store::load);
    let window = preferences.window;
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Cotejo")
            .with_app_id("cotejo")
            .with_icon(icon())
            .with_inner_size([window.width as f32, window.height as f32])
            .with_maximized(window.maximized)
            .with_min_inner_size([900.0, 560.0]),
        ..Default::default()
    };
    prepare();
    eframe::run_native(
        "cotejo",
        options,
        Box::new(move |creation| {
            let (languages, mistakes) = Registry::of_person();
            let dialog = Box::new(file_dialog::SystemDialog);
            // A language that the command line asks for goes before the one that is preferred.
            let told = wording.key() != Wording::of_system().key();
            let language = if told { Some(wording.key().to_owned()) } else { preferences.language.clone() };
            let mut desk = Desk::new(&creation.egui_ctx, wording, Arc::new(languages), dialog);
            desk.take_up(&creation.egui_ctx, Preferences { language, ..preferences.clone() });
            if let Some(store) = store {
                desk.remember_preferences(store);
            }
            if let Some(aside) = damaged {
                desk.warn_of_preferences(&aside);
            }
            desk.use_clipboard(Arc::new(clipboard::SystemClipboard::default()));
            desk.watch_files(LOOK_EVERY);
            mistakes.iter().for_each(|mistake| desk.warn_of_language(mistake));
            if let Some(autosave) = Autosave::of_person() {
                desk.keep_work(autosave, &paths);
            }
            desk.open(paths);
            Ok(Box::new(desk))
        }),
    )
    .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_window_has_a_picture() {
        let icon = super::icon();
        assert_eq!((icon.width, icon.height), (128, 128));
    }
}
