//! The bar under the evidence: what can be decided, each with its key.

use super::{chrome, findings, ledger};
use crate::gui::theme::sign;
use crate::{
    gui::{
        action::Action,
        command::UiCommand,
        scene::Scene,
        stops::Stop,
        theme::{BODY_BOLD, size, space},
        view_state::View,
        widgets::{Button, Rank, line, verdict_shape},
    },
    review::{Dismissal, Status},
};
use egui::{
    Align, Key, Layout, Modifiers, Panel, Popup, Response, Sense, SetOpenCommand, Ui, UiBuilder, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

/// The reasons for dismissing, in the order of their keys.
const REASONS: [(Dismissal, &str, Key); 5] = [
    (Dismissal::DifferentFacts, "dismiss-different-facts", Key::Num1),
    (Dismissal::UpdatedSince, "dismiss-updated-since", Key::Num2),
    (Dismissal::TypingError, "dismiss-typing-error", Key::Num3),
    (Dismissal::Conversion, "dismiss-conversion", Key::Num4),
    (Dismissal::Rounding, "dismiss-rounding", Key::Num5),
];

/// "Next undecided" is there only where this much is left of the bar: it leaves first.
const NEXT_UNDECIDED: f32 = 240.0;

/// In a very narrow bar (a small window with the largest text) what is left out stands in the menu and has its key.
const KEYS: f32 = 340.0;
const TO_CHECK: f32 = 400.0;
const NOTE: f32 = 480.0;

/// Paints the bar.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let in_ledger = scene.view.view == View::Ledger;
    let panel = Panel::bottom("decision_bar").exact_size(size::DECISION_BAR).resizable(false);
    // In the ledger it goes on from what the cell says, above it.
    let panel = panel.show_separator_line(!in_ledger);
    panel.frame(chrome(scene.palette)).show(ui, |ui| {
        let Some(finding) = scene.session.selected_finding() else { return };
        let wide = ui.ctx().content_rect().width() >= size::WIDE_FROM;
        let reading = scene.view.view == View::Reader;
        // In the ledger it stands under the edges of the table.
        let margin = if wide && !in_ledger { space::XXL } else { space::XL };
        let inside = ui.max_rect().shrink2(vec2(margin, 0.0));
        let status = scene.session.status(finding);
        let room = inside.width();
        if reading || in_ledger {
            ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
                if reading {
                    command(ui, scene, UiCommand::Next, Rank::Quiet, None);
                    command(ui, scene, UiCommand::Previous, Rank::Quiet, None);
                    ui.add_space(space::S);
                }
                if room >= TO_CHECK {
                    command(ui, scene, UiCommand::ToCheck, Rank::Normal, Some(status == Status::ToCheck));
                }
                dismiss(ui, scene, status);
                command(ui, scene, UiCommand::Confirm, Rank::Main, None);
                if reading { about(ui, scene) } else { ledger::ways(ui, scene) }
            });
            return;
        }
        let left = UiBuilder::new().max_rect(inside).layout(Layout::left_to_right(Align::Center));
        let used = ui.scope_builder(left, |ui| {
            command(ui, scene, UiCommand::Confirm, Rank::Main, None);
            dismiss(ui, scene, status);
            if room >= TO_CHECK {
                command(ui, scene, UiCommand::ToCheck, Rank::Normal, Some(status == Status::ToCheck));
            }
            if room >= NOTE {
                ui.add_space(space::XS);
                note(ui, scene);
            }
            if room >= NOTE && status != Status::Open {
                command(ui, scene, UiCommand::Reopen, Rank::Quiet, None);
            }
            ui.min_rect().right()
        });
        if inside.right() - used.inner >= NEXT_UNDECIDED {
            ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
                command(ui, scene, UiCommand::NextUndecided, Rank::Quiet, None);
            });
        }
    });
}

fn command(ui: &mut Ui, scene: &mut Scene<'_>, command: UiCommand, rank: Rank, on: Option<bool>) -> Response {
    let name = command.name(scene.words);
    let enabled = scene.is_enabled(command);
    let button = Button::new(&name).rank(rank).key(key(ui, scene, command)).enabled(enabled);
    let response = ui.add(button.on(on.unwrap_or(false))).on_hover_text(command.tip(scene.words));
    scene.view.stops.tell(Stop::Decisions, ui.clip_rect(), response.id);
    if response.clicked() {
        scene.ask(command);
    }
    response
}

/// The key of a command, where there is room for it.
fn key(ui: &Ui, scene: &Scene<'_>, command: UiCommand) -> Option<String> {
    command.shortcut(scene.words).filter(|_| ui.max_rect().width() >= KEYS)
}

fn note(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = UiCommand::Note.name(scene.words);
    let written =
        scene.session.selected_finding().is_some_and(|f| !scene.session.review().entry(&f.fingerprint).note.is_empty());
    let button = Button::new(&name).rank(Rank::Quiet).icon(sign::NOTE_PENCIL).on(written);
    let button = button.key(UiCommand::Note.shortcut(scene.words));
    if ui.add(button).on_hover_text(UiCommand::Note.tip(scene.words)).clicked() {
        scene.ask(UiCommand::Note);
    }
}

/// Dismissing asks for the reason.
fn dismiss(ui: &mut Ui, scene: &mut Scene<'_>, status: Status) {
    let name = UiCommand::Dismiss.name(scene.words);
    let key = key(ui, scene, UiCommand::Dismiss);
    let button = Button::new(&name).caret().key(key).on(matches!(status, Status::Dismissed(_)));
    let response = ui.add(button).on_hover_text(UiCommand::Dismiss.tip(scene.words));
    let asked = std::mem::take(&mut scene.view.open_dismissal);
    let popup = Popup::menu(&response).open_memory(if asked {
        Some(SetOpenCommand::Bool(true))
    } else if response.clicked() {
        Some(SetOpenCommand::Toggle)
    } else {
        None
    });
    popup.gap(space::XS).show(|ui| {
        ui.set_min_width(280.0);
        for (reason, key, digit) in REASONS {
            let words = scene.text(key);
            let button = egui::Button::new(&words).shortcut_text(digit.name()).min_size(vec2(0.0, size::CONTROL));
            let pressed = !asked && ui.input_mut(|i| i.consume_key(Modifiers::NONE, digit));
            if ui.add(button).accessible_name(words).clicked() || pressed {
                scene.ask(Action::Decide(Status::Dismissed(reason)));
                ui.close();
            }
        }
    });
}

/// What the selected finding is about, where the list is not beside it.
fn about(ui: &mut Ui, scene: &Scene<'_>) {
    let Some(finding) = scene.session.selected_finding() else { return };
    let topic = findings::topic(finding);
    let room = ui.available_rect_before_wrap();
    let galley = line(ui, &topic, BODY_BOLD, scene.palette.text, room.width() - space::XXL);
    let response = ui.interact(room, ui.scope_id().with("about"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &topic));
    let center = pos2(room.left() + 7.0, room.center().y);
    verdict_shape(ui.painter(), scene.palette, center, finding.verdict, size::VERDICT_SHAPE);
    let left = pos2(room.left() + 22.0, room.center().y - galley.size().y / 2.0);
    ui.painter().galley(left, galley, scene.palette.text);
}
