//! What the person prefers: felt at once, kept without being asked.

pub(super) mod controls;
mod measured;

use super::modal;
use crate::{
    analysis::Rigour,
    finding::Disagreement,
    gui::{
        action::Action,
        command::UiCommand,
        scene::Scene,
        theme::{BODY, sign, size, space},
        widgets::{Button, Rank, line},
    },
    preferences::{Preferences, Theme},
    quantity::{Interval, Leeway, Number},
    report::numbers,
    wording::Wording,
};
use controls::{choice, heading, mark, named, option, quiet};
use egui::{Context, Sense, Ui, WidgetInfo, accesskit::Role, vec2};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// How wide the dialog is where there is room; below [`STACKED`] its halves stand below each other.
const WIDTH: f32 = 800.0;
const STACKED: f32 = 700.0;

/// Paints the dialog.
pub fn show(ctx: &Context, scene: &mut Scene<'_>) {
    let window = ctx.content_rect().size();
    let width = WIDTH.min(window.x - 2.0 * (space::XL + space::XXL));
    modal(ctx, scene, "settings-title", width, |ui, scene| {
        let before = scene.view.preferences.clone();
        let mut now = before.clone();
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if width < STACKED {
                look(ui, scene, &mut now);
                ui.add_space(space::L);
                rigour(ui, scene, &mut now);
                ui.add_space(space::L);
                leeway(ui, scene, &mut now);
                ui.add_space(space::L);
                ways(ui, scene, &mut now);
                ui.add_space(space::L);
                network(ui, scene, &mut now);
            } else {
                ui.spacing_mut().item_spacing.x = space::XXL;
                ui.columns(2, |columns| {
                    columns.iter_mut().for_each(|ui| ui.spacing_mut().item_spacing.x = space::S);
                    look(&mut columns[0], scene, &mut now);
                    columns[0].add_space(space::L);
                    rigour(&mut columns[0], scene, &mut now);
                    columns[0].add_space(space::L);
                    leeway(&mut columns[0], scene, &mut now);
                    ways(&mut columns[1], scene, &mut now);
                    columns[1].add_space(space::L);
                    network(&mut columns[1], scene, &mut now);
                });
            }
        });
        quiet(ui, scene.palette, &scene.text("settings-at-once"));
        if now != before {
            scene.ask(Action::Prefer(Box::new(now)));
        }
    });
}

/// Language, theme, size, contrast, motion.
fn look(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let p = scene.palette;
    heading(ui, p, &scene.text("settings-window"));
    let name = scene.text("settings-language");
    named(ui, p, &name, |ui| {
        if choice(ui, p, &name, &scene.text("settings-system"), now.language.is_none()) {
            now.language = None;
        }
        for key in Wording::languages() {
            let words = Wording::new(key).text("language-name");
            if choice(ui, p, &name, &words, now.language.as_deref() == Some(key)) {
                now.language = Some(key.to_owned());
            }
        }
    });
    let name = scene.text("settings-theme");
    named(ui, p, &name, |ui| {
        for (theme, key) in Theme::ALL.into_iter().zip(["settings-system", "settings-light", "settings-dark"]) {
            if choice(ui, p, &name, &scene.text(key), now.theme == theme) {
                now.theme = theme;
            }
        }
    });
    named(ui, p, &scene.text("settings-text"), |ui| text_size(ui, scene, now));
    for (key, on) in
        [("settings-high-contrast", &mut now.high_contrast), ("settings-less-motion", &mut now.less_motion)]
    {
        if mark(ui, p, &scene.text(key), None, *on) {
            *on = !*on;
        }
    }
}

/// Whether addresses are fetched without being asked for each time.
fn network(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let p = scene.palette;
    heading(ui, p, &scene.text("settings-network"));
    if mark(ui, p, &scene.text("settings-fetch"), None, now.fetch_addresses) {
        now.fetch_addresses = !now.fetch_addresses;
    }
    quiet(ui, p, &scene.text("settings-fetch-why"));
}

/// Smaller, how large it is, larger, and back to where it began.
fn text_size(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let sizes = Preferences::TEXT_SIZES;
    let step = |ui: &mut Ui, sign, command: UiCommand, enabled| {
        let name = command.name(scene.words);
        let button = Button::of_icon(sign, &name).rank(Rank::Soft).key_in_tip(command.shortcut(scene.words));
        ui.add(button.enabled(enabled)).clicked()
    };
    if step(ui, sign::MINUS, UiCommand::TextSmaller, now.text_size > *sizes.start()) {
        *now = now.with_text(-Preferences::TEXT_STEP);
    }
    let words = scene.words.count("settings-percent", &[("number", usize::from(now.text_size))]);
    let galley = line(ui, &words, BODY, scene.palette.text, 60.0);
    let (rect, response) = ui.allocate_exact_size(vec2(64.0, size::CONTROL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, scene.palette.text);
    if step(ui, sign::PLUS, UiCommand::TextLarger, now.text_size < *sizes.end()) {
        *now = now.with_text(Preferences::TEXT_STEP);
    }
    if now.text_size != Preferences::USUAL_TEXT {
        ui.add_space(space::S);
        let usual = scene.text("settings-text-usual");
        let key = UiCommand::TextUsual.shortcut(scene.words);
        if ui.add(Button::new(&usual).rank(Rank::Quiet).key_in_tip(key)).clicked() {
            now.text_size = Preferences::USUAL_TEXT;
        }
    }
}

/// Precision against recall, with what was measured of each.
fn rigour(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let p = scene.palette;
    heading(ui, p, &scene.text("settings-rigour"));
    for (rigour, key) in
        [(Rigour::Strict, "settings-strict"), (Rigour::Normal, "settings-normal"), (Rigour::Wide, "settings-wide")]
    {
        let below = measured::of(rigour)
            .map(|m| scene.words.count("settings-measured", &[("right", m.right), ("found", m.found)]));
        if option(ui, p, &scene.text(key), &below.unwrap_or_default(), now.analysis.rigour == rigour) {
            now.analysis.rigour = rigour;
        }
    }
    ui.add_space(space::XS);
    quiet(ui, scene.palette, &scene.text("settings-measured-on"));
}

/// How wide "about" is, each with what it makes of an example.
fn leeway(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let p = scene.palette;
    heading(ui, p, &scene.text("settings-leeway"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (leeway, key) in [
            (Leeway::Narrow, "settings-leeway-narrow"),
            (Leeway::Usual, "settings-leeway-usual"),
            (Leeway::Wide, "settings-leeway-wide"),
        ] {
            let name = scene.text("settings-leeway");
            if choice(ui, p, &name, &scene.text(key), now.analysis.leeway == leeway) {
                now.analysis.leeway = leeway;
            }
        }
    });
    ui.add_space(space::XS);
    quiet(ui, scene.palette, &example(scene.words, now.analysis.leeway));
}

/// "«Unos 1.300» admite de 1.235 a 1.365."
fn example(words: &Wording, leeway: Leeway) -> String {
    let value = Decimal::from(1300);
    let number = Number { low: Some(value), high: Some(value), grain: Decimal::ONE_HUNDRED, digits: true };
    let bounds = Interval::about(&number, leeway);
    let written = |v: Option<Decimal>| numbers::written(words, v.and_then(|v| v.to_f64()).unwrap_or_default());
    let said = [("value", written(Some(value))), ("low", written(bounds.low)), ("high", written(bounds.high))];
    words.with("settings-leeway-example", &said.each_ref().map(|(name, text)| (*name, text.as_str())))
}

/// Which ways of disagreeing are flagged, with how many there are on the desk.
fn ways(ui: &mut Ui, scene: &Scene<'_>, now: &mut Preferences) {
    let p = scene.palette;
    heading(ui, p, &scene.text("settings-ways"));
    let counts = scene.session.disagreements();
    for way in Disagreement::ALL {
        let count = counts.iter().find(|(other, _)| *other == way).map(|(_, count)| *count);
        let on = !now.unflagged.contains(&way);
        if mark(ui, p, &scene.text(&format!("way-{}", way.key())), count, on) {
            if on {
                now.unflagged.push(way);
            } else {
                now.unflagged.retain(|other| *other != way);
            }
        }
    }
    ui.add_space(space::XS);
    quiet(ui, scene.palette, &scene.text("settings-ways-left-out"));
}
