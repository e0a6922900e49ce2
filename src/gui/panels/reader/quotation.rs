//! The other article as a quotation, where the window is too narrow for two columns.

use super::{Spread, choose, column::Column, data::Link};
use crate::gui::{
    panels::evidence::sentence,
    scene::Scene,
    theme::{HEADING, SMALL, STATEMENT, radius, size, space, stroke},
    widgets::{MarkedText, badge, focus_ring, runs},
};
use egui::{CursorIcon, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

/// No more lines than leave the article room.
const MOST: f32 = 4.0;

/// The passage to be quoted: the selected one, or else the topmost that is seen.
pub fn of<'a>(scene: &Scene<'_>, spread: &'a Spread, column: &Column<'_>, offset: f32, view: f32) -> Option<&'a Link> {
    let corpus = &scene.session.analysis().corpus;
    let seen = |link: &&Link| {
        let place = column.sentence(corpus, link.sentences[0]);
        place.is_some_and(|r| r.max > offset && r.min < offset + view)
    };
    spread.links.iter().find(|l| l.selected).or_else(|| spread.links.iter().find(seen)).or(spread.links.first())
}

/// Paints the quotation at the bottom and returns how high it is. A click changes the two articles.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, spread: &Spread, link: &Link, column: Rect) -> f32 {
    let p = scene.palette;
    let page = &spread.pages[1];
    let corpus = &scene.session.analysis().corpus;
    let finding = scene.session.analysis().findings.iter().find(|f| Some(&f.fingerprint) == link.finding.as_ref());
    let text = match finding {
        Some(finding) => sentence(corpus, finding, link.sentences[1]),
        None => {
            MarkedText::plain(corpus.text(page.article, corpus.sentence(link.sentences[1]).span).replace('\n', " "))
        }
    };
    let indent = size::BADGE + space::M;
    let laid = text.lay_out(ui, STATEMENT, p, column.width() - indent);
    let hint = scene.text("reader-change-sides");
    let byline = format!(", {}", page.byline);
    let head = runs(ui, &[(&page.outlet, HEADING, p.text), (&byline, SMALL, p.text_quiet)], column.width() - indent);
    let lines = laid.height().min(MOST * STATEMENT.line);
    let height = space::M + head.size().y + lines + space::M;
    let all = ui.max_rect();
    let rect = Rect::from_min_max(
        pos2(all.left(), all.bottom() - height),
        pos2(all.right() - size::OVERVIEW_STRIP, all.bottom()),
    );
    let response = ui.interact(rect, ui.scope_id().with("quotation"), Sense::click());
    let spoken = format!("{}. {}", page.outlet, text.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let ground = if response.hovered() { p.surface_hover } else { p.surface_chrome };
    ui.painter().rect_filled(rect, 0.0, ground);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(stroke::HAIRLINE, p.hairline_strong));
    let top = pos2(column.left(), rect.top() + space::M);
    badge(ui, ui.painter(), p, top, page.letter);
    let left = top + vec2(indent, 0.0);
    let below = left + vec2(0.0, head.size().y);
    ui.painter().galley(left, head, p.text);
    laid.paint(
        &ui.painter().with_clip_rect(Rect::from_min_size(below, vec2(column.width(), lines)).expand(4.0)),
        p,
        below,
    );
    focus_ring(ui.painter(), &response.clone().with_new_rect(rect.shrink(4.0)), p, radius::MARK);
    if response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint).clicked() {
        let [a, b] = spread.pages.each_ref().map(|p| p.article);
        choose(scene, [b, a]);
        scene.view.reader.scroll_to = [Some(link.sentences[1]), Some(link.sentences[0])];
    }
    height
}
