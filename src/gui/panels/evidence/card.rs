//! A card: one source, when it wrote, who is cited, and its sentence with the figure marked.

use super::data::Card;
use crate::gui::{
    action::Action,
    panels::{by_hand, capital, findings},
    scene::Scene,
    stops::Stop,
    theme::{HEADING, SMALL, STATEMENT, radius, sign, size, space, stroke},
    voices,
    widgets::{badge, focus_ring, icon, paragraph, runs},
};
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

/// Between the badge and the words.
const INDENT: f32 = 30.0;

/// Paints a card. A click, or R while it has the focus, opens the articles at the sentence. `alone` says that the finding
/// has no other, `focus` that it is to take the keyboard.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, card: &Card, alone: bool, focus: bool) {
    let p = scene.palette;
    let width = ui.available_width();
    let column = width - INDENT;
    let laid = card.passage.text.lay_out(ui, STATEMENT, p, column);
    let hand = (!card.hand.is_empty()).then(|| {
        let words = capital(&card.hand.join("; "));
        paragraph(ui, &words, SMALL, p.text_quiet, column - 20.0)
    });
    let done = hand.as_ref().map_or(0.0, |h| h.size().y + space::XS);
    let letters = card.letters.len() as f32 * (size::BADGE + space::HAIR) - space::HAIR;
    let height = (HEADING.line + space::HAIR + laid.height() + done).max(letters) + 2.0 * space::S;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, id(card), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &card.spoken));
    scene.view.stops.tell(Stop::Evidence, ui.clip_rect(), response.id);
    let chosen = scene.view.chosen.is_some_and(|q| card.figures.contains(&q));
    let near = chosen || response.hovered() || response.has_focus() || ui.rect_contains_pointer(rect);
    if ui.is_rect_visible(rect) {
        let around = Rect::from_min_max(rect.min + vec2(-space::S, 1.0), rect.max + vec2(space::S, -1.0));
        if chosen {
            ui.painter().rect_filled(around, 0, p.surface_selected);
            let bar = Rect::from_min_size(around.min, vec2(stroke::SELECTED_BAR, around.height()));
            ui.painter().rect_filled(bar, 0, p.accent);
        } else if near {
            ui.painter().rect_filled(around, radius::CONTROL, p.surface_hover);
        }
        for (row, letter) in card.letters.iter().enumerate() {
            let min = rect.min + vec2(0.0, space::S + row as f32 * (size::BADGE + space::HAIR));
            badge(ui, ui.painter(), p, min, *letter);
        }
        let top = rect.min + vec2(INDENT, space::S);
        let repeated = card.repeated_by.as_ref().map(|r| format!("; {r}")).unwrap_or_default();
        let source = runs(
            ui,
            &[(&card.outlet, HEADING, p.text), (&card.details, SMALL, p.text_quiet), (&repeated, SMALL, p.text_quiet)],
            if near { column - by_hand::BUTTONS } else { column },
        );
        let below = top + vec2(0.0, HEADING.line + space::HAIR);
        ui.painter().galley(top, source, p.text);
        laid.paint(ui.painter(), p, below);
        if let Some(hand) = hand {
            let min = below + vec2(0.0, laid.height() + space::XS);
            icon(ui.painter(), min + vec2(8.0, SMALL.line / 2.0), sign_of(card), p.text_quiet);
            ui.painter().galley(min + vec2(20.0, 0.0), hand, p.text_quiet);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(stroke::HAIRLINE, p.hairline));
        let ring = response.clone().with_new_rect(around.shrink(2.0));
        focus_ring(ui.painter(), &ring, p, 0);
    }
    if focus {
        response.request_focus();
    }
    if response.has_focus() {
        scene.view.chosen = Some(card.figure);
        response.scroll_to_me(None);
    }
    by_hand::menu(&response, scene, card.figure, alone);
    if near {
        let place = Rect::from_min_max(pos2(rect.right() - by_hand::BUTTONS, rect.top() + 1.0), rect.right_top())
            .with_max_y(rect.top() + 1.0 + size::CONTROL);
        by_hand::buttons(ui, scene, place, card.figure, &card.outlet, alone);
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

/// The sign of what was done by hand.
fn sign_of(card: &Card) -> &'static str {
    match (card.is_corrected, card.by_hand.joined) {
        (true, _) => sign::PENCIL_SIMPLE,
        (false, true) => sign::LINK_SIMPLE,
        (false, false) => sign::LINK_BREAK,
    }
}

fn id(card: &Card) -> Id {
    Id::unique(("card", card.key))
}

/// Within the cards the arrows choose; the one to the left leads back to the list.
pub fn keyboard(ui: &Ui, scene: &mut Scene<'_>, cards: &[&Card]) {
    let Some(place) = cards.iter().position(|c| ui.memory(|m| m.has_focus(id(c)))) else { return };
    let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(id(cards[place]), filter));
    let last = cards.len() - 1;
    for (key, to) in [
        (Key::ArrowDown, (place + 1).min(last)),
        (Key::ArrowUp, place.saturating_sub(1)),
        (Key::Home, 0),
        (Key::End, last),
    ] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            ui.memory_mut(|m| m.request_focus(id(cards[to])));
        }
    }
    if ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::ArrowLeft)) {
        scene.view.chosen = None;
        findings::take_focus(ui.ctx());
    }
}
