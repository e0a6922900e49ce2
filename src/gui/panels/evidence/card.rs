//! A card: one source, when it wrote, who is cited, and its sentence with the figure marked.

use super::data::Card;
use crate::gui::{
    action::Action,
    scene::Scene,
    stops::Stop,
    theme::{HEADING, SMALL, STATEMENT, radius, size, space, stroke},
    voices,
    widgets::{badge, focus_ring, runs},
};
use egui::{CursorIcon, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2};

/// Between the badge and the words.
const INDENT: f32 = 30.0;

/// Paints a card. A click, or R while it has the focus, opens the articles at the sentence.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, card: &Card) {
    let p = scene.palette;
    let width = ui.available_width();
    let column = width - INDENT;
    let repeated = card.repeated_by.as_ref().map(|r| format!("; {r}")).unwrap_or_default();
    let source = runs(
        ui,
        &[(&card.outlet, HEADING, p.text), (&card.details, SMALL, p.text_quiet), (&repeated, SMALL, p.text_quiet)],
        column,
    );
    let laid = card.passage.text.lay_out(ui, STATEMENT, p, column);
    let letters = card.letters.len() as f32 * (size::BADGE + space::HAIR) - space::HAIR;
    let height = (source.size().y + space::HAIR + laid.height()).max(letters) + 2.0 * space::S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &card.spoken));
    scene.view.stops.tell(Stop::Evidence, ui.clip_rect(), response.id);
    if ui.is_rect_visible(rect) {
        let around = Rect::from_min_max(rect.min + vec2(-space::S, 1.0), rect.max + vec2(space::S, -1.0));
        if response.hovered() {
            ui.painter().rect_filled(around, radius::CONTROL, p.surface_hover);
        }
        for (row, letter) in card.letters.iter().enumerate() {
            let min = rect.min + vec2(0.0, space::S + row as f32 * (size::BADGE + space::HAIR));
            badge(ui, ui.painter(), p, min, *letter);
        }
        let top = rect.min + vec2(INDENT, space::S);
        let below = source.size().y + space::HAIR;
        ui.painter().galley(top, source, p.text);
        laid.paint(ui.painter(), p, top + vec2(0.0, below));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(stroke::HAIRLINE, p.hairline));
        let ring = response.clone().with_new_rect(around.shrink(2.0));
        focus_ring(ui.painter(), &ring, p, radius::CONTROL);
    }
    if scene.view.focus_mention.is_some_and(|m| card.mentions.contains(&m)) {
        scene.view.focus_mention = None;
        response.request_focus();
    }
    if response.has_focus() {
        scene.view.focused_mention = Some(card.mention);
        response.scroll_to_me(None);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(scene.text("evidence-read"));
    if response.clicked() {
        let finding = scene.session.selected_finding();
        let sides = finding.map(|f| voices::sides_from(f, card.mention));
        if let Some([Some(here), there]) = sides {
            let side = |m: crate::finding::Mention| (m.article, Some(m.sentence));
            match there {
                Some(there) => scene.ask(Action::ReadBeside([side(here), side(there)])),
                None => scene.ask(Action::ReadAt(here.article, Some(here.sentence))),
            }
        }
    }
}
