//! What the person prefers, felt at once and kept.

use super::{app::Desk, theme};
use crate::preferences::{Preferences, Store, Theme, Window};
use egui::{Context, ThemePreference};
use std::path::Path;

/// Where preferences are written down, and which ones were.
pub(super) struct Remembering {
    store: Store,
    kept: Preferences,
}

impl From<Theme> for ThemePreference {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
            Theme::System => Self::System,
        }
    }
}

impl Desk {
    /// Begins with what was preferred before.
    pub fn take_up(&mut self, ctx: &Context, preferences: Preferences) {
        self.prefer(ctx, preferences);
    }

    /// Writes down from now on whatever is preferred.
    pub fn remember_preferences(&mut self, store: Store) {
        self.remembering = Some(Remembering { store, kept: self.view.preferences.clone() });
    }

    /// Says that the file of preferences was damaged, and where it lies now.
    pub fn warn_of_preferences(&mut self, aside: &Path) {
        let path = aside.display().to_string();
        self.view.warn(self.words.with("toast-preferences-damaged", &[("path", &path)]));
    }

    /// Makes preferences felt: only what is other than before is touched.
    pub(super) fn prefer(&mut self, ctx: &Context, new: Preferences) {
        let old = std::mem::replace(&mut self.view.preferences, new.clone());
        if old.language != new.language {
            self.words = new.words();
        }
        if old.theme != new.theme {
            ctx.set_theme(ThemePreference::from(new.theme));
        }
        if old.text_size != new.text_size {
            ctx.set_zoom_factor(f32::from(new.text_size) / 100.0);
        }
        if (old.high_contrast, old.less_motion) != (new.high_contrast, new.less_motion) {
            theme::dress_both(ctx, new.high_contrast, new.less_motion);
        }
        self.session.set_unflagged(new.unflagged);
        if self.session.settings != new.analysis {
            self.session.settings = new.analysis;
            self.analyse();
        }
    }

    /// Writes down what is preferred since the last time.
    pub(super) fn remember(&mut self) {
        let Some(remembering) = &mut self.remembering else { return };
        let now = &self.view.preferences;
        if *now != remembering.kept && self.jobs.remember(&remembering.store, now, &self.words) {
            remembering.kept = now.clone();
        }
    }

    /// Looks how large the window stands. It is written down with the next choice, or at the end.
    pub(super) fn measure_window(&mut self, ctx: &Context) {
        let (rect, maximized) = ctx.input(|i| (i.viewport().inner_rect, i.viewport().maximized));
        let Some(rect) = rect else { return };
        let size = rect.size() * ctx.zoom_factor();
        let before = self.window.unwrap_or(self.view.preferences.window);
        self.window = Some(match maximized {
            // The size to go back to is the one before it filled the screen.
            Some(true) => Window { maximized: true, ..before },
            _ => Window { width: size.x.round() as u32, height: size.y.round() as u32, maximized: false },
        });
    }

    /// Writes the last of it before the program ends.
    pub(super) fn remember_at_the_end(&mut self) {
        let Some(remembering) = &self.remembering else { return };
        let window = self.window.unwrap_or(self.view.preferences.window);
        let last = Preferences { window, ..self.view.preferences.clone() };
        if last != remembering.kept || remembering.store.load().0 != last {
            let _ = remembering.store.save(&last);
        }
    }
}
