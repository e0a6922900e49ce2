//! The overview strip beside a column: where in the article its findings stand, and which part is seen.

use super::{column::Column, data::Tick};
use crate::{
    finding::Verdict,
    gui::{
        scene::Scene,
        theme::{radius, stroke},
        widgets::{focus_frame, verdict_color},
    },
};
use egui::{Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// Paints the strip. Returns where the person has scrolled the column to.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    column: &Column<'_>,
    ticks: &[Tick],
    rect: Rect,
    view: f32,
    offset: f32,
) -> Option<f32> {
    let p = scene.palette;
    let last = (column.height - view).max(0.0);
    let share = if last > 0.0 { offset / last } else { 0.0 };
    let conflicts = ticks.iter().filter(|t| t.verdict == Verdict::Conflict).count();
    let id = ui.scope_id().with(("strip", rect.left() as i32));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let place = scene.words.with(
        "reader-strip",
        &[
            ("outlet", column.outlet()),
            ("percent", &format!("{:.0}", share * 100.0)),
            ("conflicts", &conflicts.to_string()),
        ],
    );
    response.widget_info(|| WidgetInfo::slider(true, f64::from(share) * 100.0, &place));
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, p.surface_sunken);
    // A column that is wholly seen is not stretched over the strip.
    let scale = rect.height() / column.height.max(view);
    let corpus = &scene.session.analysis().corpus;
    for tick in ticks {
        let Some(place) = column.figure(corpus, tick.quantity) else { continue };
        let center = pos2(rect.center().x, rect.top() + place.center() * scale);
        let ink = verdict_color(p, tick.verdict);
        match tick.verdict {
            Verdict::Conflict => painter.rect_filled(Rect::from_center_size(center, vec2(rect.width(), 4.0)), 0.0, ink),
            Verdict::Tension => {
                painter.rect_filled(Rect::from_center_size(center, vec2(rect.width() * 2.0 / 3.0, 4.0)), 0.0, ink)
            }
            _ => painter.circle_filled(center, 2.0, ink),
        };
    }
    let frame = Rect::from_min_size(
        pos2(rect.left(), rect.top() + offset * scale),
        vec2(rect.width(), (view * scale).min(rect.height())),
    );
    let ink = if response.hovered() || response.dragged() { p.text } else { p.control_stroke };
    painter.rect_stroke(frame, radius::MARK, Stroke::new(stroke::HAIRLINE, ink), StrokeKind::Inside);
    focus_frame(&painter, &response, rect, p);
    if response.has_focus() {
        let filter = egui::EventFilter { vertical_arrows: true, ..Default::default() };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        for (key, by) in [(Key::ArrowDown, 54.0), (Key::ArrowUp, -54.0)] {
            if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
                return Some((offset + by).clamp(0.0, last));
            }
        }
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked())?;
    Some(((pointer.y - rect.top()) / scale - view / 2.0).clamp(0.0, last))
}
