//! The findings: search, filters, and the list, the gravest first.

mod data;
mod list;
mod row;

pub use data::{group_key, topic};
pub use list::{nothing, one_article};
pub use row::status_sign;

use super::chrome;
use crate::gui::theme::sign;
use crate::{
    finding::Disagreement,
    gui::{
        action::Action,
        command::UiCommand,
        scene::Scene,
        session::Order,
        theme::{BODY, HEADING, SMALL, radius, size, space},
        widgets::{Button, Rank, chip, choices, icon, key_cap, key_cap_width, line_job},
    },
    review::Status,
};
use egui::{
    Align, Context, Frame, Id, Layout, Margin, Panel, Popup, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

/// The key of what was decided, as an adjective.
#[must_use]
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Open => "state-open",
        Status::Confirmed => "state-confirmed",
        Status::Dismissed(_) => "state-dismissed",
        Status::ToCheck => "state-to-check",
    }
}

/// Whether the keyboard is in the list: its arrows then choose findings.
#[must_use]
pub fn has_focus(ctx: &Context) -> bool {
    ctx.memory(|m| m.focused()) == Some(list_id())
}

/// Gives the keyboard to the list.
pub fn take_focus(ctx: &Context) {
    ctx.memory_mut(|m| m.request_focus(list_id()));
}

fn list_id() -> Id {
    Id::unique("findings_list")
}

fn search_id() -> Id {
    Id::unique("findings_search")
}

/// Paints the findings.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let window = ui.ctx().content_rect().width();
    let wide = window >= size::WIDE_FROM;
    // The evidence is never narrower than its least; the list yields first.
    let most = (ui.available_width() - size::EVIDENCE_MIN).clamp(size::FINDINGS_MIN, size::FINDINGS_MAX);
    let start = if wide { size::FINDINGS } else { 312.0 };
    Panel::left(if wide { "findings" } else { "findings_narrow" })
        .default_size(start.min(most))
        .size_range(size::FINDINGS_MIN..=most)
        .frame(chrome(scene.palette))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            heading(ui, scene);
            let width = ui.available_width() - 2.0 * space::L;
            ui.horizontal(|ui| {
                ui.add_space(space::L);
                search(ui, scene, width);
            });
            ui.add_space(space::S);
            chips(ui, scene);
            ui.add_space(space::S);
            let line = ui.max_rect().x_range();
            ui.painter().hline(line, ui.cursor().top(), Stroke::new(1.0, scene.palette.hairline));
            list::show(ui, scene);
        });
}

fn heading(ui: &mut Ui, scene: &mut Scene<'_>) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    let name = scene.text("findings");
    let count = scene.session.shown().len();
    let galley = ui.painter().layout_job(line_job(&name, HEADING, p.text));
    let number = ui.painter().layout_job(line_job(&count.to_string(), SMALL, p.text_quiet));
    let left = pos2(rect.left() + space::L, rect.center().y - galley.size().y / 2.0);
    let label = ui.interact(rect, ui.scope_id().with("heading"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{name} {count}")));
    let after = left + vec2(galley.size().x + space::S, 0.0);
    ui.painter().galley(left, galley, p.text);
    ui.painter().galley(after, number, p.text_quiet);
    let inside = rect.shrink2(vec2(6.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center)), |ui| {
        order(ui, scene);
    });
}

/// The order of the findings, as a menu.
pub fn order(ui: &mut Ui, scene: &mut Scene<'_>) {
    let filter = scene.session.filter();
    let (order, turned) = (filter.order, filter.turned);
    let name = scene.text(order.key());
    let label = format!("{name}, {}", scene.text("order-turned"));
    let mut button = Button::new(&name).rank(Rank::Quiet).caret();
    if turned {
        button = button.icon(sign::ARROW_UP).label(&label);
    }
    let response = ui.add(button);
    Popup::menu(&response).show(|ui| {
        for other in Order::ALL {
            if chosen(ui, scene.text(other.key()), other == order) {
                scene.ask(Action::OrderBy(other));
            }
        }
        ui.separator();
        if chosen(ui, scene.text("order-turned"), turned) {
            scene.ask(Action::TurnOrder(!turned));
        }
    });
}

/// The field that searches findings and texts.
pub fn search(ui: &mut Ui, scene: &mut Scene<'_>, width: f32) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::hover());
    let focused = ui.memory(|m| m.has_focus(search_id()));
    ui.painter().rect(rect, radius::CONTROL, p.surface_raised, Stroke::new(1.0, p.control_stroke), StrokeKind::Inside);
    if focused {
        let ring = Stroke::new(2.0, p.focus);
        ui.painter().rect_stroke(rect, radius::CONTROL, ring, StrokeKind::Outside);
    }
    icon(ui.painter(), pos2(rect.left() + 18.0, rect.center().y), sign::MAGNIFYING_GLASS, p.text_quiet);
    let mut words = scene.session.filter().search.clone();
    let key = UiCommand::Search.shortcut(scene.words).filter(|_| words.is_empty() && !focused);
    let cap = key.as_deref().map_or(0.0, |k| key_cap_width(ui, k) + space::M);
    if let Some(key) = &key {
        key_cap(ui, ui.painter(), p, pos2(rect.right() - cap + space::XS, rect.center().y), key, None);
    }
    let field = Rect::from_min_max(pos2(rect.left() + 34.0, rect.top() + 5.0), pos2(rect.right() - cap, rect.bottom()));
    let hint = scene.text("search-hint");
    let edit = TextEdit::singleline(&mut words)
        .id(search_id())
        .font(BODY.font())
        .hint_text(&hint)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .desired_width(field.width());
    let response = ui.put(field, edit).accessible_name(&hint);
    if response.changed() {
        scene.ask(Action::SearchFor(words));
    }
    if std::mem::take(&mut scene.view.focus_search) {
        response.request_focus();
    }
    if focused && ui.input(|i| i.key_pressed(egui::Key::Escape)) {
        scene.ask(Action::SearchFor(String::new()));
    }
}

fn chips(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.add_space(space::L);
        verdicts(ui, scene);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::L);
            more(ui, scene);
        });
    });
}

/// Which verdicts are shown, with how many there are of each.
pub fn verdicts(ui: &mut Ui, scene: &mut Scene<'_>) {
    for (verdict, count) in scene.session.counts() {
        let shown = scene.session.filter().shows(verdict);
        let state = scene.text(if shown { "chip-shown" } else { "chip-hidden" });
        let label = format!("{}, {count}, {state}", scene.text(&format!("group-{}", verdict.key())));
        if chip(ui, verdict, count, shown, &label).clicked() {
            scene.ask(Action::ToggleVerdict(verdict));
        }
    }
}

/// A choice of a menu; whether it was just chosen, which closes the menu.
fn chosen(ui: &mut Ui, name: String, selected: bool) -> bool {
    let clicked = ui.add(egui::Button::new(name).selected(selected)).clicked();
    if clicked {
        ui.close();
    }
    clicked
}

/// The rest of the filters, in a menu.
pub fn more(ui: &mut Ui, scene: &mut Scene<'_>) {
    let filter = scene.session.filter();
    let name = scene.text("filter-more");
    let narrow = ui.available_width() < 90.0;
    let words = if narrow { "" } else { name.as_str() };
    let button = Button::new(words).label(&name);
    let response = ui.add(button.rank(Rank::Soft).icon(sign::FUNNEL_SIMPLE).on(filter.is_narrowed()));
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(240.0);
        let undecided = filter.undecided;
        if chosen(ui, scene.text("filter-undecided"), undecided) {
            scene.ask(Action::FilterUndecided(!undecided));
        }
        ui.separator();
        let mut ways = vec![(None, scene.text("filter-all-ways"))];
        let name = |way: Disagreement, count| format!("{}  {count}", scene.text(&format!("way-{}", way.key())));
        let flagged = |way: &Disagreement| !scene.session.unflagged().contains(way);
        let there = scene.session.disagreements().into_iter().filter(|(way, _)| flagged(way));
        ways.extend(there.map(|(way, count)| (Some(way), name(way, count))));
        for (way, name) in ways {
            if chosen(ui, name, filter.disagreement == way) {
                scene.ask(Action::FilterDisagreement(way));
            }
        }
        ui.separator();
        if chosen(ui, scene.text("filter-all-sources"), filter.source.is_none()) {
            scene.ask(Action::FilterSource(None));
        }
        let sources: Vec<_> = scene.session.sources().iter().filter(|s| s.article().is_some()).collect();
        let name = |place: usize| match scene.session.letter(sources[place].id) {
            Some(letter) => format!("{letter}  {}", sources[place].name()),
            None => sources[place].name(),
        };
        let of_filter = filter.source.and_then(|id| sources.iter().position(|s| s.id == id));
        if let Some(place) = choices(ui, sources.len(), of_filter, name) {
            scene.ask(Action::FilterSource(Some(sources[place].id)));
        }
        ui.separator();
        let clear = egui::Button::new(UiCommand::ClearFilters.name(scene.words));
        if ui.add_enabled(filter.is_active(), clear).clicked() {
            scene.ask(UiCommand::ClearFilters);
            ui.close();
        }
    });
}
