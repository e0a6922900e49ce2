//! The cases that were open last: beside the empty desk, and in the menu.

use super::{chrome, moments};
use crate::{
    autosave::Recent,
    case::name_of,
    finding::Verdict,
    gui::{
        action::Action,
        command::UiCommand,
        scene::Scene,
        theme::{BODY_BOLD, HEADING, Palette, SMALL, sign, size, space},
        widgets::{Button, focus_frame, line, line_job, verdict_shape},
    },
    wording::Wording,
};
use egui::{
    Align, Layout, Panel, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};
use jiff::{ToSpan, civil::DateTime};

/// The width of the list beside the empty desk.
const WIDTH: f32 = 340.0;
/// Where the window is narrow.
const NARROW: f32 = 300.0;
const ROW: f32 = 64.0;

/// Paints the list beside the empty desk, where there is one.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.view.recent.is_empty() {
        return;
    }
    let width = if ui.ctx().content_rect().width() < size::WIDE_FROM { NARROW } else { WIDTH };
    Panel::right("recent").exact_size(width).resizable(false).frame(chrome(scene.palette)).show(ui, |ui| {
        heading(ui, scene);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let today = jiff::Zoned::now().datetime();
            for case in scene.view.recent.clone() {
                row(ui, scene, &case, today);
            }
        });
    });
}

fn heading(ui: &mut Ui, scene: &mut Scene<'_>) {
    let p = scene.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let name = scene.text("recent-cases");
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    let galley = ui.painter().layout_job(line_job(&name, HEADING, p.text));
    ui.painter().galley(pos2(rect.left() + space::L, rect.center().y - galley.size().y / 2.0), galley, p.text);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.hairline));
    let inside = rect.shrink2(vec2(space::S, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut corner = ui.new_child(UiBuilder::new().id_salt("open").max_rect(inside).layout(layout));
    let open = UiCommand::OpenCase.name(scene.words);
    if corner.add(Button::of_icon(sign::FOLDER_OPEN, &open)).clicked() {
        scene.ask(UiCommand::OpenCase);
    }
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, case: &Recent, today: DateTime) {
    let p = scene.palette;
    let name = name_of(&case.path);
    let when = when(scene.words, case.when, today);
    let sense = if case.is_gone { Sense::hover() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, !case.is_gone, spoken(scene.words, case, &when)));
    if response.hovered() && !case.is_gone {
        ui.painter().rect_filled(rect, 0, p.surface_hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.hairline));
    let (ink, quiet) = (if case.is_gone { p.text_disabled } else { p.text }, p.text_quiet);
    let left = rect.left() + space::L;
    let right = rect.right() - space::L;
    let room = right - left - if case.is_gone { 28.0 } else { 0.0 };
    ui.painter().galley(pos2(left, rect.top() + 10.0), line(ui, &name, BODY_BOLD, ink, room), ink);
    let under = rect.top() + 34.0;
    if case.is_gone {
        let reason = line(ui, &scene.text("recent-gone"), SMALL, quiet, right - left);
        ui.painter().galley(pos2(left, under), reason, quiet);
        let forget = scene.words.with("recent-forget", &[("name", &name)]);
        let at = Rect::from_min_size(pos2(right - 22.0, rect.top() + 4.0), vec2(size::CONTROL, size::CONTROL));
        // A child of its own, so that the next row stays where it belongs.
        let mut corner = ui.new_child(UiBuilder::new().id_salt(&case.path).max_rect(at));
        if corner.add(Button::of_icon(sign::X, &forget)).clicked() {
            scene.ask(Action::ForgetCase(case.path.clone()));
        }
    } else {
        let galley = ui.painter().layout_job(line_job(&when, SMALL, quiet));
        ui.painter().galley(pos2(right - galley.size().x, under), galley, quiet);
        tally(ui, scene.words, p, case, pos2(left, under));
    }
    focus_frame(ui.painter(), &response, rect, p);
    if response.on_hover_text(case.path.display().to_string()).clicked() {
        scene.ask(Action::OpenPaths(vec![case.path.clone()]));
    }
}

/// How many conflicts and tensions, and how many of them are decided.
fn tally(ui: &Ui, words: &Wording, p: &Palette, case: &Recent, at: Pos2) {
    let tally = case.tally;
    let mut x = at.x;
    for (verdict, count) in [(Verdict::Conflict, tally.conflicts), (Verdict::Tension, tally.tensions)] {
        verdict_shape(ui.painter(), p, pos2(x + 5.0, at.y + 9.0), verdict, 10.0);
        let galley = ui.painter().layout_job(line_job(&count.to_string(), SMALL, p.text_quiet));
        let width = galley.size().x;
        ui.painter().galley(pos2(x + 16.0, at.y), galley, p.text_quiet);
        x += 16.0 + width + space::M;
    }
    let counts = [("place", tally.decided), ("total", tally.conflicts + tally.tensions)];
    let decided = words.count("place-of", &counts);
    let galley = ui.painter().layout_job(line_job(&decided, SMALL, p.text_quiet));
    ui.painter().galley(pos2(x, at.y), galley, p.text_quiet);
}

fn decided(words: &Wording, case: &Recent) -> String {
    let tally = case.tally;
    words.count("decided", &[("done", tally.decided), ("total", tally.conflicts + tally.tensions)])
}

fn spoken(words: &Wording, case: &Recent, when: &str) -> String {
    let name = name_of(&case.path);
    if case.is_gone {
        return format!("{name}. {}", words.text("recent-gone"));
    }
    let conflicts = words.count("recent-conflicts", &[("count", case.tally.conflicts)]);
    let tensions = words.count("recent-tensions", &[("count", case.tally.tensions)]);
    format!("{name}. {conflicts}, {tensions}, {}. {when}", decided(words, case))
}

/// "hoy, 10:42", "ayer", "12 nov".
fn when(words: &Wording, at: DateTime, now: DateTime) -> String {
    let yesterday = now.date().checked_sub(1.day()).unwrap_or(now.date());
    if at.date() == now.date() {
        words.with("recent-today", &[("time", &format!("{:02}:{:02}", at.hour(), at.minute()))])
    } else if at.date() == yesterday {
        words.text("recent-yesterday")
    } else {
        moments::short(words, Some(at.date()), None)
    }
}

/// The list as a menu of the menu "File".
pub fn menu(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.text("recent-cases");
    ui.add_enabled_ui(!scene.view.recent.is_empty(), |ui| {
        ui.menu_button(name, |ui| {
            ui.set_min_width(240.0);
            for case in scene.view.recent.clone() {
                let name = name_of(&case.path);
                let button = egui::Button::new(&name).min_size(vec2(0.0, size::CONTROL - 2.0));
                let response = ui.add_enabled(!case.is_gone, button);
                let response = response.on_hover_text(case.path.display().to_string());
                if response.on_disabled_hover_text(scene.text("recent-gone")).clicked() {
                    scene.ask(Action::OpenPaths(vec![case.path.clone()]));
                    ui.close();
                }
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::autosave::Tally;
    use jiff::civil::date;

    #[test]
    fn a_recent_case_says_when_and_how_far() {
        let now = date(2026, 3, 1).at(9, 0, 0, 0);
        let check = |language, at, expected| assert_eq!(when(&Wording::new(language), at, now), expected);
        check("es", date(2026, 3, 1).at(8, 5, 0, 0), "hoy, 08:05");
        check("es", date(2026, 2, 28).at(23, 59, 0, 0), "ayer");
        check("en", date(2025, 11, 3).at(8, 5, 0, 0), "3 Nov");
        let tally = Tally { conflicts: 4, tensions: 1, decided: 2 };
        let mut case = Recent { path: "/casos/Crecida.cotejo".into(), when: now, tally, is_gone: false };
        let words = Wording::new("es");
        assert_eq!(spoken(&words, &case, "ayer"), "Crecida. 4 conflictos, 1 tensión, 2 de 5 decididos. ayer");
        case.is_gone = true;
        assert_eq!(spoken(&words, &case, "ayer"), "Crecida. El archivo ya no está en ese lugar.");
    }
}
