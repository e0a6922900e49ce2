//! In which form the report is to be written, and what goes into it.

use super::{
    foot, modal,
    settings::controls::{heading, mark, quiet},
};
use crate::{
    finding::Finding,
    gui::{
        action::Action,
        scene::Scene,
        theme::{BODY, Palette, SMALL, radius, space},
        widgets::{Button, Rank, focus_frame, line, verdict_shape},
    },
    report::{Choice, Format, choice::Part, text},
};
use egui::{Context, Key, Modifiers, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// How wide the dialog is where there is room; below [`STACKED`] its halves stand below each other.
const WIDTH: f32 = 820.0;
const STACKED: f32 = 700.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, format: &mut Format) {
    let width = WIDTH.min(ctx.content_rect().width() - 2.0 * (space::XL + space::XXL));
    modal(ctx, scene, "export-title", width, |ui, scene| {
        let before = scene.view.preferences.clone();
        let mut now = before.clone();
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if width < STACKED {
                forms(ui, scene, format);
                ui.add_space(space::L);
                contents(ui, scene, &mut now.report);
            } else {
                ui.spacing_mut().item_spacing.x = space::XXL;
                ui.columns(2, |columns| {
                    columns.iter_mut().for_each(|ui| ui.spacing_mut().item_spacing.x = space::S);
                    forms(&mut columns[0], scene, format);
                    contents(&mut columns[1], scene, &mut now.report);
                });
            }
        });
        if now != before {
            scene.ask(Action::Prefer(Box::new(now)));
        }
        foot(ui, scene, |ui, scene| {
            let save = scene.text("export-save");
            let nothing_focused = ui.memory(|m| m.focused().is_none());
            let entered = nothing_focused && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter));
            let key = Some(scene.text("key-enter"));
            if ui.add(Button::new(&save).rank(Rank::Main).key(key)).clicked() || entered {
                scene.ask(Action::SaveReport(*format));
            }
        });
    });
}

fn forms(ui: &mut Ui, scene: &Scene<'_>, format: &mut Format) {
    heading(ui, scene.palette, &scene.text("export-form"));
    for other in Format::ALL {
        if choice(ui, scene.palette, &scene.text(other.key()), other.extension(), other == *format) {
            *format = other;
        }
    }
    for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, Format::ALL.len() - 1)] {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            let at = Format::ALL.iter().position(|f| f == format).unwrap_or_default();
            *format = Format::ALL[(at + step) % Format::ALL.len()];
        }
    }
    ui.add_space(space::S);
    quiet(ui, scene.palette, &scene.text("export-private"));
}

/// What goes in, with how much there is of each, and what that makes.
fn contents(ui: &mut Ui, scene: &Scene<'_>, chosen: &mut Choice) {
    for (key, parts) in
        [("export-findings", &Part::ALL[..4]), ("export-decisions", &Part::ALL[4..8]), ("export-also", &Part::ALL[8..])]
    {
        if key != "export-findings" {
            ui.add_space(space::M);
        }
        heading(ui, scene.palette, &scene.text(key));
        for part in parts {
            let on = chosen.holds(*part);
            let words = scene.text(&format!("part-{}", part.name()));
            if mark(ui, scene.palette, &words, count(scene, *part), on) {
                chosen.set(*part, !on);
            }
        }
    }
    ui.add_space(space::M);
    preview(ui, scene, chosen);
}

/// How much there is of a part, where it can be counted.
fn count(scene: &Scene<'_>, part: Part) -> Option<usize> {
    let findings = scene.session.analysis().findings.iter();
    Some(match part {
        Part::Folders => return None,
        Part::Notes => findings.filter(|f| !scene.session.review().entry(&f.fingerprint).note.is_empty()).count(),
        // Nothing but this part is left out: what is missing then is of it.
        _ => {
            let without = Choice::without([part]);
            findings.filter(|f| !without.takes(f.verdict, scene.session.status(f))).count()
        }
    })
}

/// How many findings go in, and the first of them.
fn preview(ui: &mut Ui, scene: &Scene<'_>, chosen: &Choice) {
    let p = scene.palette;
    let all = &scene.session.analysis().findings;
    let going: Vec<&Finding> = all.iter().filter(|f| chosen.takes(f.verdict, scene.session.status(f))).collect();
    let counts = [("findings", going.len()), ("of", all.len())];
    heading(ui, p, &scene.words.count("export-going", &counts));
    if going.is_empty() && !all.is_empty() {
        return quiet(ui, scene.palette, &scene.text("export-none"));
    }
    for finding in going.iter().take(PREVIEWED) {
        let verdict = scene.text(&format!("verdict-{}", finding.verdict.key()));
        let topic = text::clean(&finding.topic);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{verdict}: {topic}")));
        verdict_shape(ui.painter(), p, pos2(rect.left() + space::M, rect.center().y), finding.verdict, 10.0);
        let galley = line(ui, &topic, SMALL, p.text, rect.width() - 30.0);
        ui.painter().galley(pos2(rect.left() + 30.0, rect.center().y - galley.size().y / 2.0), galley, p.text);
    }
    if let Some(more) = going.len().checked_sub(PREVIEWED).filter(|more| *more > 0) {
        quiet(ui, scene.palette, &scene.words.count("export-more", &[("count", more)]));
    }
}

/// So many findings are named.
const PREVIEWED: usize = 3;

fn choice(ui: &mut Ui, p: &Palette, name: &str, ending: &str, chosen: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name));
    if chosen {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_hover);
    }
    let center = pos2(rect.left() + 20.0, rect.center().y);
    let ring = if chosen { Stroke::new(2.0, p.accent) } else { Stroke::new(1.0, p.control_stroke) };
    ui.painter().circle(center, 7.0, p.surface_raised, ring);
    if chosen {
        ui.painter().circle_filled(center, 3.5, p.accent);
    }
    let galley = line(ui, name, BODY, p.text, rect.width());
    ui.painter().galley(pos2(rect.left() + 38.0, rect.center().y - galley.size().y / 2.0), galley, p.text);
    let ending = line(ui, &format!(".{ending}"), SMALL, p.text_quiet, rect.width());
    let left = rect.right() - space::M - ending.size().x;
    ui.painter().galley(pos2(left, rect.center().y - ending.size().y / 2.0), ending, p.text_quiet);
    focus_frame(ui.painter(), &response, rect, p);
    response.clicked()
}
