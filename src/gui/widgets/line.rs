//! Lines of text, laid out by the theme's own sizes.

use crate::gui::theme::{Face, ICON_TYPE, SMALL, Type};
use egui::{
    Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Ui,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use std::sync::Arc;

/// One section of text in egui's words.
fn format(style: Type, color: Color32) -> TextFormat {
    TextFormat { font_id: style.font(), color, line_height: Some(style.line), ..TextFormat::default() }
}

/// One line without a width.
#[must_use]
pub fn line_job(text: &str, style: Type, color: Color32) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.replace(['\n', '\r', '\t'], " "), format(style, color));
    job.break_on_newline = false;
    job
}

/// One line, cut with an ellipsis where it is wider than `width`.
#[must_use]
pub fn line(ui: &Ui, text: &str, style: Type, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = line_job(text, style, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// One line of several runs, each in its own style and colour, cut with an ellipsis where it is wider than `width`.
#[must_use]
#[allow(dead_code)] // for the views
pub fn runs(ui: &Ui, runs: &[(&str, Type, Color32)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
    for (text, style, color) in runs {
        job.append(text, 0.0, format(*style, *color));
    }
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Runs on one line where they fit; else small on two, cut with an ellipsis where that is not enough either. Painted at the
/// edge that they are aligned to.
#[must_use]
pub fn fitted(ui: &Ui, runs: &[(&str, Type, Color32)], width: f32, align: Align) -> Arc<Galley> {
    let job = |small: bool| {
        let mut job = LayoutJob { break_on_newline: false, halign: align, ..LayoutJob::default() };
        for (text, style, color) in runs {
            let style = if small { Type { face: style.face, ..SMALL } } else { *style };
            job.append(text, 0.0, format(style, *color));
        }
        job
    };
    let whole = ui.painter().layout_job(job(false));
    if whole.size().x <= width {
        return whole;
    }
    let mut job = job(true);
    job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: 2, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// A paragraph broken at `width`.
#[must_use]
pub fn paragraph(ui: &Ui, text: &str, style: Type, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(style, color));
    job.wrap = TextWrapping::wrap_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// A paragraph of several runs, each in its own style, ink and ground, broken at `width`.
#[must_use]
pub fn prose(ui: &Ui, runs: &[(&str, Type, Color32, Option<Color32>)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (text, style, color, ground) in runs {
        let background = ground.unwrap_or_default();
        job.append(text, 0.0, TextFormat { background, ..format(*style, *color) });
    }
    job.wrap = TextWrapping::wrap_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// A Phosphor icon in the middle of `rect`.
pub fn icon(painter: &Painter, center: Pos2, sign: &str, color: Color32) -> Rect {
    painter.text(center, Align2::CENTER_CENTER, sign, FontId::new(ICON_TYPE, Face::Icons.family()), color)
}
