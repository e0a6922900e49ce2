//! Whether pages are fetched from the web: asked before anything goes out, unless the person said it once and for all.

use super::{
    foot, modal, say,
    settings::controls::{mark, quiet},
};
use crate::gui::{
    action::Action,
    scene::Scene,
    theme::{BODY, BODY_BOLD, space},
    view_state::FetchForm,
    widgets::{Button, Rank, line},
};
use egui::{Context, Key, Sense, WidgetInfo, accesskit::Role};

/// So many addresses are named.
const SHOWN: usize = 5;
/// So many hosts are named.
const HOSTS: usize = 3;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, form: &mut FetchForm) {
    modal(ctx, scene, "fetch-title", 560.0, |ui, scene| {
        let p = scene.palette;
        let count = form.addresses.len();
        let mut hosts: Vec<&str> = form.addresses.iter().map(|a| a.host()).collect();
        hosts.dedup();
        let more = if hosts.len() > HOSTS { "…" } else { "" };
        let hosts = hosts.iter().take(HOSTS).copied().collect::<Vec<_>>().join(", ") + more;
        let key = if count == 1 { "fetch-why-one" } else { "fetch-why-many" };
        say(ui, &scene.words.with(key, &[("host", &hosts)]), BODY, p.text, Role::Label, space::S);
        let further = count.saturating_sub(SHOWN);
        let further = (further > 0).then(|| scene.words.count("fetch-more", &[("count", further)]));
        for words in form.addresses.iter().take(SHOWN).map(ToString::to_string).chain(further) {
            let galley = line(ui, &words, BODY_BOLD, p.text, ui.available_width());
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            ui.painter().galley(rect.min, galley, p.text);
        }
        ui.add_space(space::S);
        quiet(ui, p, &scene.text("fetch-kept"));
        if mark(ui, p, &scene.text("fetch-always"), None, form.always) {
            form.always = !form.always;
        }
        // Enter on the mark presses the mark.
        let entered = ui.memory(|m| m.focused().is_none()) && ui.input(|i| i.key_pressed(Key::Enter));
        foot(ui, scene, |ui, scene| {
            let name = scene.words.count("fetch-once", &[("count", count)]);
            let main = Button::new(&name).rank(Rank::Main).key(Some(scene.text("key-enter")));
            if ui.add(main).clicked() || entered {
                scene.ask(Action::Fetch(form.addresses.clone(), form.always));
                scene.ask(Action::CloseDialog);
            }
        });
    });
}
