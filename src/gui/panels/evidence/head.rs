//! The head of the evidence: verdict, title, summary, note.

use super::data::Evidence;
use crate::{
    gui::{
        command::UiCommand,
        panels::findings,
        scene::Scene,
        theme::{BODY, BODY_BOLD, FACT, SMALL, STATEMENT, Type, sign, size, space},
        widgets::{Button, icon, line, line_job, paragraph, verdict_color, verdict_shape},
    },
    review::Status,
};
use egui::{Align, Color32, Layout, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

/// Paints the head.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, evidence: &Evidence) {
    verdict(ui, scene, evidence);
    write(ui, &evidence.title, FACT, scene.palette.text, Role::Heading);
    ui.add_space(space::XS);
    write(ui, &evidence.summary, STATEMENT, scene.palette.text, Role::Label);
    if !evidence.note.is_empty() {
        note(ui, scene, &evidence.note);
    }
}

fn write(ui: &mut Ui, words: &str, style: Type, ink: Color32, role: Role) {
    let galley = paragraph(ui, words, style, ink, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    ui.painter().galley(rect.min, galley, ink);
}

/// No words are begun where less than this is left.
const STUMP: f32 = 48.0;

/// The verdict as shape and word, who stands alone, what was decided; at the right where in the list this is.
fn verdict(ui: &mut Ui, scene: &mut Scene<'_>, evidence: &Evidence) {
    let p = scene.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let decided = (evidence.status != Status::Open).then(|| scene.text(findings::status_key(evidence.status)));
    let spoken: Vec<&str> = [Some(evidence.verdict_word.as_str()), evidence.apart.as_deref(), decided.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.join(", ")));
    let buttons = ui.scope_builder(
        UiBuilder::new().max_rect(rect.expand2(vec2(7.0, 0.0))).layout(Layout::right_to_left(Align::Center)),
        |ui| {
            for (command, sign) in [
                (UiCommand::CopyFinding, sign::COPY),
                (UiCommand::Split, sign::LINK_BREAK),
                (UiCommand::Join, sign::LINK_SIMPLE),
                (UiCommand::Next, sign::ARROW_DOWN),
                (UiCommand::Previous, sign::ARROW_UP),
            ] {
                if command == UiCommand::Next {
                    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 18.0), Sense::hover());
                    ui.painter().vline(rect.center().x, rect.y_range(), Stroke::new(1.0, p.hairline_strong));
                }
                let name = command.name(scene.words);
                let button = Button::of_icon(sign, &name).key_in_tip(command.shortcut(scene.words));
                if ui.add(button.enabled(scene.is_enabled(command))).clicked() {
                    scene.ask(command);
                }
            }
            if let Some(place) = &evidence.place {
                let galley = ui.painter().layout_job(line_job(place, SMALL, p.text_quiet));
                let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                ui.painter().galley(rect.min, galley, p.text_quiet);
            }
            ui.min_rect().left()
        },
    );
    let right = buttons.inner - space::S;
    let painter = ui.painter().clone();
    let y = rect.center().y;
    verdict_shape(&painter, p, pos2(rect.left() + 7.0, y), evidence.verdict, 14.0);
    let mut x = rect.left() + 14.0 + space::S;
    let mut say = |words: &str, style: Type, ink: Color32| {
        // A stump of a word tells nothing.
        if right - x < STUMP {
            return;
        }
        let galley = line(ui, words, style, ink, right - x);
        let width = galley.size().x;
        painter.galley(pos2(x, y - galley.size().y / 2.0), galley, ink);
        x += width + space::S;
    };
    say(&evidence.verdict_word, BODY_BOLD, verdict_color(p, evidence.verdict));
    if let Some(apart) = &evidence.apart {
        say(apart, BODY, p.text_quiet);
    }
    if let Some(decided) = &decided {
        say("·", BODY, p.text_quiet);
        say(decided, BODY, p.text_quiet);
    }
}

fn note(ui: &mut Ui, scene: &Scene<'_>, note: &str) {
    let p = scene.palette;
    ui.add_space(space::S);
    let width = ui.available_width();
    let galley = paragraph(ui, note, BODY, p.text_quiet, width - size::VERDICT_SHAPE - space::XL);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Note, true, note));
    icon(ui.painter(), pos2(rect.left() + 8.0, rect.top() + 10.0), sign::NOTE_PENCIL, p.text_quiet);
    ui.painter().galley(rect.min + vec2(space::XL, 0.0), galley, p.text_quiet);
}
