//! Every key and what it does.

use super::modal;
use crate::gui::{
    command::{Menu, UiCommand},
    scene::Scene,
    theme::{BODY, HEADING, space},
    widgets::{key_cap, key_cap_width, line},
};
use egui::{Context, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

const COLUMN: f32 = 340.0;
const ROW: f32 = 27.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>) {
    modal(ctx, scene, "keys-title", 2.0 * COLUMN + space::XXL, |ui, scene| {
        let columns = columns();
        let beside = ui.available_width() >= 2.0 * COLUMN + space::XXL;
        let heights = columns.each_ref().map(|menus| high(menus));
        let height = if beside { heights[0].max(heights[1]) } else { heights[0] + heights[1] };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let second = if beside { vec2(COLUMN + space::XXL, 0.0) } else { vec2(0.0, heights[0]) };
        for (menus, from) in columns.iter().zip([rect.min, rect.min + second]) {
            let mut at = from;
            for &menu in menus {
                group(ui, scene, menu, at);
                at.y += height_of(menu);
            }
        }
    });
}

/// What is done with findings first, and the menus in two columns that are as nearly alike in height as can be.
fn columns() -> [Vec<Menu>; 2] {
    let menus = [Menu::Finding, Menu::File, Menu::Edit, Menu::View, Menu::Help];
    let higher = |at: &usize| high(&menus[..*at]).max(high(&menus[*at..]));
    let at = (1..menus.len()).min_by(|a, b| higher(a).total_cmp(&higher(b))).unwrap_or(1);
    [menus[..at].to_vec(), menus[at..].to_vec()]
}

fn high(menus: &[Menu]) -> f32 {
    menus.iter().map(|m| height_of(*m)).sum()
}

fn with_keys(menu: Menu) -> impl Iterator<Item = UiCommand> {
    UiCommand::of(menu).filter(|c| !c.shortcuts().is_empty())
}

fn height_of(menu: Menu) -> f32 {
    30.0 + ROW * with_keys(menu).count() as f32
}

fn group(ui: &mut Ui, scene: &Scene<'_>, menu: Menu, at: egui::Pos2) {
    let p = scene.palette;
    let heading = line(ui, &scene.text(menu.key()), HEADING, p.text_quiet, COLUMN);
    ui.painter().galley(at, heading, p.text_quiet);
    for (i, command) in with_keys(menu).enumerate() {
        let y = at.y + 36.0 + ROW * i as f32;
        let name = command.name(scene.words);
        let keys: Vec<String> = command.shortcuts().iter().map(|s| s.label(scene.words)).collect();
        let row = Rect::from_min_size(pos2(at.x, y - ROW / 2.0), vec2(COLUMN, ROW));
        let label = ui.interact(row, ui.scope_id().with(command), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {}", keys.join(", "))));
        let mut x = at.x + COLUMN;
        for key in keys.iter().rev() {
            x -= key_cap_width(ui, key);
            key_cap(ui, ui.painter(), p, pos2(x, y), key, None);
            x -= space::XS;
        }
        let galley = line(ui, &name, BODY, p.text, x - at.x - space::S);
        ui.painter().galley(pos2(at.x, y - galley.size().y / 2.0), galley, p.text);
    }
}
