//! In which form the report is to be written.

use super::{foot, modal};
use crate::{
    gui::{
        action::Action,
        scene::Scene,
        theme::{BODY, Palette, SMALL, radius, space},
        widgets::{Button, Rank, focus_frame, line, paragraph},
    },
    report::Format,
};
use egui::{Context, Key, Modifiers, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, format: &mut Format) {
    modal(ctx, scene, "export-title", 480.0, |ui, scene| {
        ui.spacing_mut().item_spacing.y = 0.0;
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
        ui.add_space(space::M);
        let (done, total) = scene.session.decided();
        let contents = scene.words.count("export-contents", &[("done", done), ("total", total)]);
        let words = format!("{contents} {}", scene.text("export-private"));
        let galley = paragraph(ui, &words, SMALL, scene.palette.text_quiet, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
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
