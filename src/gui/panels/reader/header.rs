//! The line above a column: which article, and how to choose another.

use super::{
    Spread, choose,
    data::{Link, Page},
};
use crate::{
    corpus::ArticleId,
    finding::Verdict,
    gui::{
        scene::Scene,
        stops::Stop,
        theme::{BODY_BOLD, SMALL, radius, sign, size, space},
        widgets::{badge, choices, focus_ring, icon, line, line_job, paragraph},
    },
};
use egui::{CursorIcon, Popup, Rect, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use std::ops::RangeInclusive;

/// How high the line is.
pub const HEIGHT: f32 = 56.0;

/// Paints the line above the column `side`.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, page: &Page, spread: &Spread, side: usize, column: Rect) {
    let p = scene.palette;
    let row = Rect::from_min_size(column.min, vec2(column.width(), HEIGHT));
    let details = ui.painter().layout_job(line_job(&page.details, SMALL, p.text_quiet));
    let room = row.width() - size::BADGE - details.size().x - space::XXXL - space::L;
    let name = line(ui, &page.outlet, BODY_BOLD, p.text, room);
    let width = size::BADGE + space::S + name.size().x + space::S + size::VERDICT_SHAPE;
    let center = row.center().y;
    let button = Rect::from_min_size(pos2(row.left(), center - 15.0), vec2(width, 30.0));
    let response = ui.interact(button, ui.scope_id().with(("choose", side)), Sense::click());
    let key = if side == 0 { "reader-choose-left" } else { "reader-choose-right" };
    let spoken = scene.words.with(key, &[("letter", &page.letter.to_string()), ("outlet", &page.outlet)]);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    scene.view.stops.tell(Stop::Reader, ui.clip_rect(), response.id);
    if response.hovered() {
        ui.painter().rect_filled(button.expand2(vec2(space::S, 0.0)), radius::CONTROL, p.surface_hover);
    }
    badge(ui, ui.painter(), p, pos2(row.left(), center - size::BADGE / 2.0), page.letter);
    let left = row.left() + size::BADGE + space::S;
    let after = left + name.size().x + space::S;
    ui.painter().galley(pos2(left, center - name.size().y / 2.0), name, p.text);
    icon(ui.painter(), pos2(after + 6.0, center), sign::CARET_DOWN, p.text_quiet);
    focus_ring(ui.painter(), &response.clone().with_new_rect(button.expand2(vec2(space::XS, 0.0))), p, radius::CONTROL);
    let min = pos2(row.right() - details.size().x, center - details.size().y / 2.0);
    ui.painter().galley(min, details, p.text_quiet);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let shown = spread.pages.each_ref().map(|p| p.article);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(260.0);
        let corpus = &scene.session.analysis().corpus;
        let id = |place: usize| ArticleId(place as u32);
        let name = |at| format!("{}  {}", scene.session.letter_of(id(at)), corpus.article(id(at)).name());
        if let Some(place) = choices(ui, corpus.len(), Some(shown[side].0 as usize), name) {
            choose(scene, with(shown, side, id(place)));
        }
    });
}

/// The articles with another one on a side. The article of the other side changes places with this one.
fn with(shown: [ArticleId; 2], side: usize, id: ArticleId) -> [ArticleId; 2] {
    let mut articles = shown;
    if shown[1 - side] == id {
        articles.swap(0, 1);
    } else {
        articles[side] = id;
    }
    articles
}

/// Between the columns: how many passages they share.
pub fn common(ui: &mut Ui, scene: &Scene<'_>, spread: &Spread, gutter: RangeInclusive<f32>) {
    let p = scene.palette;
    let words = scene.words.count("reader-common", &[("count", spread.links.len())]);
    let width = gutter.end() - gutter.start() - space::XL;
    let galley = paragraph(ui, &words, SMALL, p.text_quiet, width.max(40.0));
    if galley.rows.len() > 1 {
        return;
    }
    let top = ui.max_rect().top();
    let center = pos2(f32::midpoint(*gutter.start(), *gutter.end()), top + HEIGHT / 2.0);
    let rect = Rect::from_center_size(center, galley.size());
    let response = ui.interact(rect, ui.scope_id().with("common"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(rect.min, galley, p.text_quiet);
    let count = |verdict: Verdict| spread.links.iter().filter(|l: &&Link| l.verdict == Some(verdict)).count();
    let told = [
        ("conflicts", count(Verdict::Conflict)),
        ("tensions", count(Verdict::Tension)),
        ("agreements", count(Verdict::Agree)),
    ];
    response.on_hover_text(scene.words.count("reader-common-verdicts", &told));
}
