//! Buttons: icon, words, key, in three ranks.

use super::{bring_into_sight, focus_ring, icon, key_cap, key_cap_width, line_job};
use crate::gui::theme::{BODY, BODY_BOLD, ICON_TYPE, palette, radius, size, space};
use egui::{Color32, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, accesskit::Role, pos2};

/// How loud a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rank {
    /// The one main button of a place.
    Main,
    /// With a frame.
    #[default]
    Normal,
    /// With a hairline around it: for what is seldom needed.
    Soft,
    /// Words alone.
    Quiet,
}

/// A button with the key that does the same.
#[derive(Debug, Default)]
#[must_use = "it is shown by `ui.add`"]
pub struct Button<'a> {
    rank: Rank,
    icon: Option<&'a str>,
    words: &'a str,
    label: Option<&'a str>,
    key: Option<String>,
    key_in_tip: Option<String>,
    caret: bool,
    disabled: bool,
    on: bool,
}

impl<'a> Button<'a> {
    /// A button with words.
    pub fn new(words: &'a str) -> Self {
        Self { words, ..Self::default() }
    }

    /// A button that shows a sign alone; `label` is what a screen reader and the tooltip say.
    pub fn of_icon(icon: &'a str, label: &'a str) -> Self {
        Self { icon: Some(icon), label: Some(label), rank: Rank::Quiet, ..Self::default() }
    }

    /// What a screen reader says of it, where that is not its words; the tooltip too, where it has none.
    pub fn label(self, label: &'a str) -> Self {
        Self { label: Some(label), ..self }
    }

    /// How loud it is.
    pub fn rank(self, rank: Rank) -> Self {
        Self { rank, ..self }
    }

    /// A Phosphor icon before the words.
    pub fn icon(self, icon: &'a str) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// The key that does the same.
    pub fn key(self, key: Option<String>) -> Self {
        Self { key, ..self }
    }

    /// The key that does the same, told by the tooltip alone.
    pub fn key_in_tip(self, key: Option<String>) -> Self {
        Self { key_in_tip: key, ..self }
    }

    /// A small arrow: it opens a menu.
    pub fn caret(self) -> Self {
        Self { caret: true, ..self }
    }

    /// Whether it can be pressed.
    pub fn enabled(self, enabled: bool) -> Self {
        Self { disabled: !enabled, ..self }
    }

    /// Whether what it stands for is so already.
    pub fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }

    fn width(&self, ui: &Ui) -> f32 {
        let mut parts = Vec::new();
        if self.icon.is_some() {
            parts.push(ICON_TYPE);
        }
        if !self.words.is_empty() {
            parts.push(ui.painter().layout_job(line_job(self.words, self.face(), Color32::PLACEHOLDER)).size().x);
        }
        if self.caret {
            parts.push(ICON_TYPE);
        }
        if let Some(key) = &self.key {
            parts.push(key_cap_width(ui, key));
        }
        let gaps = parts.len().saturating_sub(1) as f32 * space::S;
        let padding = if self.words.is_empty() { (size::CONTROL - ICON_TYPE) / 2.0 } else { 10.0 };
        parts.iter().sum::<f32>() + gaps + 2.0 * padding
    }

    fn face(&self) -> crate::gui::theme::Type {
        if self.rank == Rank::Main { BODY_BOLD } else { BODY }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = palette(ui);
        let sense = if self.disabled { Sense::hover() } else { Sense::click() };
        let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width(ui), size::CONTROL), sense);
        let name = self.label.unwrap_or(self.words).to_owned();
        let enabled = !self.disabled && ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
        bring_into_sight(&response);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter().clone();
        let hovered = response.hovered() && enabled;
        let (ground, edge, ink) = match self.rank {
            _ if !enabled && self.rank != Rank::Quiet => {
                (Color32::TRANSPARENT, palette.hairline, palette.text_disabled)
            }
            _ if !enabled => (Color32::TRANSPARENT, Color32::TRANSPARENT, palette.text_disabled),
            Rank::Main => (palette.accent, palette.accent, palette.on_accent),
            Rank::Normal if hovered || self.on => (palette.surface_selected, palette.control_stroke, palette.text),
            Rank::Normal => (palette.surface_raised, palette.control_stroke, palette.text),
            Rank::Soft if hovered || self.on => (palette.surface_selected, palette.control_stroke, palette.text),
            Rank::Soft => (Color32::TRANSPARENT, palette.hairline_strong, palette.text),
            Rank::Quiet if hovered || self.on => (palette.surface_selected, Color32::TRANSPARENT, palette.text),
            Rank::Quiet => (Color32::TRANSPARENT, Color32::TRANSPARENT, palette.text),
        };
        painter.rect(rect, radius::CONTROL, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
        let padding = if self.words.is_empty() { (size::CONTROL - ICON_TYPE) / 2.0 } else { 10.0 };
        let mut x = rect.left() + padding;
        if let Some(sign) = self.icon {
            icon(&painter, pos2(x + ICON_TYPE / 2.0, rect.center().y), sign, ink);
            x += ICON_TYPE + space::S;
        }
        if !self.words.is_empty() {
            let galley = painter.layout_job(line_job(self.words, self.face(), ink));
            let width = galley.size().x;
            painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, ink);
            x += width + space::S;
        }
        if self.caret {
            icon(&painter, pos2(x + ICON_TYPE / 2.0, rect.center().y), crate::gui::theme::sign::CARET_DOWN, ink);
            x += ICON_TYPE + space::S;
        }
        if let Some(key) = &self.key {
            let on = (self.rank == Rank::Main && enabled).then_some(ink);
            key_cap(ui, &painter, palette, pos2(x, rect.center().y), key, on);
        }
        focus_ring(&painter, &response, palette, radius::CONTROL);
        let tip = self.label.filter(|_| self.words.is_empty());
        match (tip, self.key_in_tip.or(self.key)) {
            (Some(tip), Some(key)) => response.on_hover_text(format!("{tip} ({key})")),
            (Some(tip), None) => response.on_hover_text(tip),
            _ => response,
        }
    }
}
