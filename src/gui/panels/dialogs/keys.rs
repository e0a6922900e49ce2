//! Every key and what it does.

use super::modal;
use crate::{
    gui::{
        command::{Menu, Shortcut, UiCommand},
        scene::Scene,
        theme::{BODY, HEADING, space},
        widgets::{key_cap, key_cap_width, line},
    },
    wording::Wording,
};
use egui::{Context, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

const COLUMN: f32 = 340.0;
const ROW: f32 = 27.0;
/// Beside the keys there is room for the bar that shows in a low window.
const BAR: f32 = space::L;

/// Keys that belong together.
struct Group {
    title: String,
    /// What is done, and the keys that do it.
    rows: Vec<(String, Vec<String>)>,
}

/// The keys that are no command: they belong to what has the focus.
const WITHIN: [(&str, &[(Modifiers, Key)]); 8] = [
    ("keys-move", &[(Modifiers::NONE, Key::ArrowUp), (Modifiers::NONE, Key::ArrowDown)]),
    ("keys-across", &[(Modifiers::NONE, Key::ArrowLeft), (Modifiers::NONE, Key::ArrowRight)]),
    ("keys-page", &[(Modifiers::NONE, Key::PageUp), (Modifiers::NONE, Key::PageDown)]),
    ("keys-ends", &[(Modifiers::NONE, Key::Home), (Modifiers::NONE, Key::End)]),
    ("keys-cell", &[(Modifiers::NONE, Key::Enter)]),
    ("keys-source", &[(CTRL_SHIFT, Key::ArrowUp), (CTRL_SHIFT, Key::ArrowDown)]),
    ("keys-control", &[(Modifiers::NONE, Key::Tab), (Modifiers::SHIFT, Key::Tab)]),
    ("keys-leave", &[(Modifiers::NONE, Key::Escape)]),
];
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>) {
    modal(ctx, scene, "keys-title", 2.0 * COLUMN + space::XXL + BAR, |ui, scene| {
        let columns = columns(groups(scene.words));
        let beside = ui.available_width() >= 2.0 * COLUMN + space::XXL;
        let heights = columns.each_ref().map(|groups| high(groups));
        let height = if beside { heights[0].max(heights[1]) } else { heights[0] + heights[1] };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let second = if beside { vec2(COLUMN + space::XXL, 0.0) } else { vec2(0.0, heights[0]) };
        for (groups, from) in columns.iter().zip([rect.min, rect.min + second]) {
            let mut at = from;
            for group in groups {
                paint(ui, scene, group, at);
                at.y += group.height();
            }
        }
    });
}

/// What is done with findings first, then the menus, then what belongs to lists and texts.
fn groups(words: &Wording) -> Vec<Group> {
    let of_menu = |menu: Menu| {
        let commands = UiCommand::of(menu).filter(|c| !c.shortcuts().is_empty());
        let keys = |c: UiCommand| c.shortcuts().iter().map(|s| s.label(words)).collect();
        Group { title: words.text(menu.key()), rows: commands.map(|c| (c.name(words), keys(c))).collect() }
    };
    let within = WITHIN.iter().map(|(key, keys)| {
        let keys = keys.iter().map(|(modifiers, key)| Shortcut { modifiers: *modifiers, key: *key }.label(words));
        (words.text(key), keys.collect())
    });
    let menus = [Menu::Finding, Menu::File, Menu::Edit, Menu::View, Menu::Help].into_iter().map(of_menu);
    menus.chain([Group { title: words.text("keys-within"), rows: within.collect() }]).collect()
}

/// The groups in two columns that are as nearly alike in height as can be.
fn columns(mut groups: Vec<Group>) -> [Vec<Group>; 2] {
    let higher = |at: &usize| high(&groups[..*at]).max(high(&groups[*at..]));
    let at = (1..groups.len()).min_by(|a, b| higher(a).total_cmp(&higher(b))).unwrap_or(1);
    let second = groups.split_off(at);
    [groups, second]
}

fn high(groups: &[Group]) -> f32 {
    groups.iter().map(Group::height).sum()
}

impl Group {
    fn height(&self) -> f32 {
        30.0 + ROW * self.rows.len() as f32
    }
}

fn paint(ui: &mut Ui, scene: &Scene<'_>, group: &Group, at: egui::Pos2) {
    let p = scene.palette;
    let heading = line(ui, &group.title, HEADING, p.text_quiet, COLUMN);
    ui.painter().galley(at, heading, p.text_quiet);
    for (i, (name, keys)) in group.rows.iter().enumerate() {
        let y = at.y + 36.0 + ROW * i as f32;
        let row = Rect::from_min_size(pos2(at.x, y - ROW / 2.0), vec2(COLUMN, ROW));
        let label = ui.interact(row, ui.scope_id().with((&group.title, i)), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {}", keys.join(", "))));
        let mut x = at.x + COLUMN;
        for key in keys.iter().rev() {
            x -= key_cap_width(ui, key);
            key_cap(ui, ui.painter(), p, pos2(x, y), key, None);
            x -= space::XS;
        }
        let galley = line(ui, name, BODY, p.text, x - at.x - space::S);
        ui.painter().galley(pos2(at.x, y - galley.size().y / 2.0), galley, p.text);
    }
}
