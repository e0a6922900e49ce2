//! The head of the table: how many facts there are, who the sources are, and by what the lines are ordered.

use super::{cells::INDENT, data::Ledger, plan::Plan, table_id};
use crate::{
    finding::Verdict,
    gui::{
        action::Action,
        scene::Scene,
        session::Order,
        theme::{Palette, SMALL, radius, size, space, stroke},
        widgets::{badge, badge_width, fitted, focus_ring, line_job, verdict_shape},
    },
};
use egui::{Align, CursorIcon, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// How high it is.
pub const HEIGHT: f32 = 52.0;

/// Paints the head. `part` is what is seen of the table.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &Ledger, plan: &Plan, head: Rect, part: Rect) {
    ui.set_clip_rect(head.with_min_x(head.left() + plan.fixed()));
    let left = head.left() - part.left();
    for column in plan.seen(part) {
        let rect = Rect::from_x_y_ranges(plan.column(left, column), head.y_range());
        source(ui, scene, ledger, column, rect);
    }
    brackets(ui, scene, ledger, plan, part, head);
    ui.set_clip_rect(head);
    let words = scene.words.count("ledger-facts", &[("count", ledger.facts())]);
    let verdict = Rect::from_min_size(head.min + vec2(18.0, 0.0), vec2(24.0, head.height()));
    let fact = Rect::from_x_y_ranges(head.left() + INDENT..=head.left() + plan.fact - space::M, head.y_range());
    sorted(ui, scene, Order::Severity, None, verdict);
    sorted(ui, scene, Order::Topic, Some(&words), fact);
    if plan.spread > 0.0 {
        let from = head.left() + plan.fact;
        let words = scene.text("ledger-spread");
        let rect = Rect::from_x_y_ranges(from..=from + plan.spread - space::L, head.y_range());
        sorted(ui, scene, Order::Spread, Some(&words), rect);
    }
    let ink = Stroke::new(stroke::HAIRLINE, scene.palette.hairline_strong);
    ui.painter().hline(head.left() + space::XL..=plan.end(left, head.right()), head.bottom() - 0.5, ink);
}

/// A heading that orders the lines; a second click turns the order round.
fn sorted(ui: &mut Ui, scene: &mut Scene<'_>, order: Order, words: Option<&str>, rect: Rect) {
    let p = scene.palette;
    let filter = scene.session.filter();
    let (on, turned) = (filter.order == order, filter.turned);
    let button = rect.shrink2(vec2(0.0, 12.0));
    let response = ui.interact(button, table_id().with(order.key()), Sense::click());
    let name = scene.text(order.key());
    let spoken = |state: &str| words.map_or_else(|| format!("{name}{state}"), |w| format!("{w}, {name}{state}"));
    let state = match (on, turned) {
        (false, _) => String::new(),
        (true, false) => format!(", {}", scene.text("ledger-sorted")),
        (true, true) => format!(", {}", scene.text("ledger-sorted-turned")),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, spoken(&state)));
    let ink = if response.hovered() || on { p.text } else { p.text_quiet };
    let middle = rect.center().y;
    let mut at = pos2(rect.left() + 12.0, middle);
    let mut ring = button;
    if let Some(words) = words {
        let galley = ui.painter().layout_job(line_job(words, SMALL, ink));
        at.x = rect.left() + galley.size().x + 10.0;
        ring = Rect::from_x_y_ranges(rect.left() - space::S..=at.x + space::S, button.y_range());
        ui.painter().galley(pos2(rect.left(), middle - galley.size().y / 2.0), galley, ink);
    } else if !on {
        let shape = if response.hovered() { Verdict::Conflict } else { Verdict::Single };
        verdict_shape(ui.painter(), p, at, shape, 9.0);
    }
    if on {
        // From A to Z goes up, the gravest and the widest go down.
        arrow(ui.painter(), p, at, (order == Order::Topic) != turned);
    }
    focus_ring(ui.painter(), &response.clone().with_new_rect(ring.shrink(3.0)), p, radius::BADGE);
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(name);
    if response.clicked() {
        scene.ask(if on { Action::TurnOrder(!turned) } else { Action::OrderBy(order) });
    }
}

fn arrow(painter: &Painter, p: &Palette, at: Pos2, up: bool) {
    let y = if up { -1.0 } else { 1.0 };
    let points = vec![at + vec2(-4.5, -2.5 * y), at + vec2(4.5, -2.5 * y), at + vec2(0.0, 3.5 * y)];
    painter.add(Shape::convex_polygon(points, p.text, Stroke::NONE));
}

/// A source. A click shows its facts alone, a second one all of them again.
fn source(ui: &mut Ui, scene: &mut Scene<'_>, ledger: &Ledger, column: usize, rect: Rect) {
    let p = scene.palette;
    let known = &ledger.columns[column];
    let response = ui.interact(rect, table_id().with(known.source), Sense::click());
    let only = scene.session.filter().source == Some(known.source);
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, only, told(scene, ledger, column)));
    if response.hovered() || only {
        let ground = if only { p.surface_selected } else { p.surface_hover };
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 10.0)), radius::BADGE, ground);
    }
    let right = rect.right() - space::M;
    let width = badge_width(known.letter);
    badge(ui, ui.painter(), p, pos2(right - width, rect.center().y - size::BADGE / 2.0), known.letter);
    let room = rect.width() - 2.0 * space::M - width - space::S;
    let galley = fitted(ui, &[(&known.name, SMALL, p.text)], room, Align::RIGHT);
    let at = pos2(right - width - space::S, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, p.text);
    let inside = rect.shrink2(vec2(4.0, 12.0));
    focus_ring(ui.painter(), &response.clone().with_new_rect(inside), p, radius::BADGE);
    if response.hovered() {
        let told = told(scene, ledger, column);
        let key = if only { "filter-all-sources" } else { "source-only" };
        let hint = format!("{told}\n{}", scene.text(key));
        response.clone().on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
    }
    if response.clicked() {
        scene.ask(Action::FilterSource((!only).then_some(known.source)));
    }
}

/// How many of those that print the same dispatch are named.
const MOST_COPIES: usize = 6;

/// "D, Agencia Litoral, casi igual que E".
fn told(scene: &Scene<'_>, ledger: &Ledger, column: usize) -> String {
    let known = &ledger.columns[column];
    let name = format!("{}, {}", known.letter, known.name);
    let mut copies: Vec<String> = ledger.copies_of(column).map(|l| l.to_string()).take(MOST_COPIES + 1).collect();
    if copies.is_empty() {
        return name;
    }
    if copies.len() > MOST_COPIES {
        copies[MOST_COPIES] = "…".to_owned();
    }
    format!("{name}, {}", scene.words.with("ledger-copies", &[("letters", &copies.join(", "))]))
}

/// What joins those that print one dispatch.
fn brackets(ui: &Ui, scene: &Scene<'_>, ledger: &Ledger, plan: &Plan, part: Rect, head: Rect) {
    let ink = Stroke::new(1.5, scene.palette.control_stroke);
    let (left, seen) = (head.left() - part.left(), plan.seen(part));
    // More than two above each other have no room.
    for bracket in ledger.brackets.iter().filter(|b| b.level < 2) {
        let middle = |column: usize| {
            let letter = ledger.columns[column].letter;
            (plan.column(left, column).max - space::M - badge_width(letter) / 2.0).round()
        };
        let (first, last) = (bracket.columns[0], bracket.columns[bracket.columns.len() - 1]);
        if last < seen.start || first >= seen.end {
            continue;
        }
        let y = head.top() + 7.0 - 4.0 * bracket.level as f32;
        ui.painter().hline(middle(first)..=middle(last), y, ink);
        let from = bracket.columns.partition_point(|c| *c < seen.start);
        for &column in bracket.columns[from..].iter().take_while(|c| **c < seen.end) {
            ui.painter().vline(middle(column), y..=head.top() + 14.0, ink);
        }
    }
}
