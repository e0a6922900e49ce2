//! Messages that come quietly and go by themselves.

use crate::gui::{
    command::UiCommand,
    scene::Scene,
    stops::Stop,
    theme::{BODY, radius, size, space},
    widgets::{Button, Rank, icon, paragraph},
};
use egui::{
    Align, Align2, Area, Context, Frame, Id, Layout, Order, Sense, Stroke, Ui, WidgetInfo,
    accesskit::{Live, Role},
    vec2,
};

/// How long a short message stays, in seconds.
const STAYS: f64 = 6.0;
/// How long one stays that asks for something.
const OFFERED: f64 = 30.0;
/// How many characters a person reads in a second, at leisure: a long message stays until it is read.
const READ: f64 = 15.0;

/// Paints the messages above the status bar.
pub fn show(ctx: &Context, scene: &mut Scene<'_>) {
    let now = ctx.input(|i| i.time);
    for toast in &mut scene.view.toasts {
        let least = if toast.offer.is_some() { OFFERED } else { STAYS };
        let stays = least.max(toast.text.chars().count() as f64 / READ);
        let until = *toast.until.get_or_insert(now + stays);
        if until > now {
            ctx.request_repaint_after_secs((until - now) as f32);
        }
    }
    scene.view.toasts.retain(|t| t.until.is_none_or(|until| until > now));
    if scene.view.toasts.is_empty() {
        return;
    }
    // The newest stands lowest, each as wide as its words, all flush with the right edge.
    let mut rise = size::STATUS_BAR + size::DECISION_BAR + space::M;
    for i in (0..scene.view.toasts.len()).rev() {
        let area = Area::new(Id::unique(("toast", scene.view.toasts[i].number))).order(Order::Foreground);
        let shown = area.anchor(Align2::RIGHT_BOTTOM, vec2(-space::XL, -rise)).show(ctx, |ui| toast(ui, scene, i));
        rise += shown.response.rect.height() + space::S;
    }
}

fn toast(ui: &mut Ui, scene: &mut Scene<'_>, i: usize) {
    let p = scene.palette;
    let toast = scene.view.toasts[i].clone();
    let frame = Frame::NONE
        .fill(p.surface_raised)
        .stroke(Stroke::new(1.0, p.hairline_strong))
        .corner_radius(radius::PANEL)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(vec2(space::M, space::XS));
    frame.show(ui, |ui| {
        let galley = paragraph(ui, &toast.text, BODY, p.text, 560.0);
        // Its own height, not that of all that was there before.
        let room = vec2(ui.available_width(), size::CONTROL.max(galley.size().y));
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_height(room.y);
            let sign = match (toast.warning, &toast.offer) {
                (true, _) => crate::gui::theme::sign::WARNING_CIRCLE,
                (_, Some(UiCommand::ReadAgain | UiCommand::FindFiles)) => crate::gui::theme::sign::INFO,
                _ => crate::gui::theme::sign::CHECK,
            };
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
            icon(ui.painter(), rect.center(), sign, p.text_quiet);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.text));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
            ui.painter().galley(rect.min, galley, p.text);
            if let Some(command) = toast.offer {
                ui.add_space(space::L);
                let words = command.name(scene.words);
                let key = command.shortcut(scene.words);
                let button = ui.add(Button::new(&words).rank(Rank::Quiet).key(key));
                scene.view.stops.tell(Stop::Messages, button.rect, button.id);
                if button.has_focus() {
                    // Whoever is at it with the keyboard is not left with nothing.
                    scene.view.toasts[i].until = None;
                }
                if button.clicked() {
                    scene.view.toasts[i].until = Some(0.0);
                    scene.ask(command);
                }
            }
        });
    });
}
