//! Two articles side by side, with what they have in common joined by ribbons.

mod column;
mod data;
mod header;
mod keys;
mod quotation;
mod ribbons;
mod scroll;
mod strip;

use super::{kept::State, plain};
use crate::{
    corpus::{ArticleId, SentenceId},
    finding::Verdict,
    gui::{
        action::Action,
        scene::Scene,
        theme::{size, space},
    },
};
use column::Column;
use data::{Link, Page, Tick};
use egui::{CentralPanel, Id, Rect, Ui, pos2};
use scroll::{Columns, Ends, Scroll};
use std::sync::Arc;

/// Under this width of the window one article is shown, and the other as a quotation.
const TWO_FROM: f32 = 1000.0;

/// All that is shown, kept until something of it changes.
#[derive(Debug)]
struct Spread {
    key: Key,
    pages: [Page; 2],
    links: Vec<Link>,
    ticks: [Vec<Tick>; 2],
}

/// What a spread depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    state: State,
    articles: [ArticleId; 2],
}

/// What the reader remembers from frame to frame.
#[derive(Clone, Debug, Default)]
struct Memory {
    spread: Option<Arc<Spread>>,
    scroll: Scroll,
    /// The side that was scrolled last.
    side: usize,
}

fn memory_id() -> Id {
    Id::unique("reader")
}

/// Paints the articles that are being read.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    CentralPanel::default().frame(plain(scene.palette.surface)).show(ui, |ui| {
        let mut memory: Memory = ui.data(|d| d.get_temp(memory_id())).unwrap_or_default();
        follow_selection(scene, &memory);
        let Some(articles) = data::articles_of(scene.session, scene.view.reader.articles) else { return };
        scene.view.reader.articles = articles.map(Some);
        let spread = spread(scene, articles, memory.spread.take());
        let two = ui.ctx().content_rect().width() >= TWO_FROM && articles[0] != articles[1];
        if two {
            side_by_side(ui, scene, &mut memory, &spread);
        } else {
            one(ui, scene, &mut memory, &spread);
        }
        memory.spread = Some(spread);
        ui.data_mut(|d| d.insert_temp(memory_id(), memory));
    });
}

/// Where another finding was selected since the last frame, shows the articles and sentences that state it.
fn follow_selection(scene: &mut Scene<'_>, memory: &Memory) {
    let Some(finding) = scene.session.selected_finding() else { return };
    let Some(before) = &memory.spread else { return };
    let asked = scene.view.reader.scroll_to.iter().any(Option::is_some);
    if asked || before.key.state.selected() == Some(&finding.fingerprint) {
        return;
    }
    let Some(shown) = data::articles_of(scene.session, scene.view.reader.articles) else { return };
    let articles = data::articles_for(finding, shown);
    let links = data::links(scene.session, scene.words, articles);
    let sentence = |side: usize| -> Option<SentenceId> {
        let linked = links.iter().find(|l| l.selected).map(|l| l.sentences[side]);
        linked.or_else(|| finding.mentions.iter().find(|m| m.article == articles[side]).map(|m| m.sentence))
    };
    scene.view.reader.scroll_to = [sentence(0), sentence(1)];
    scene.view.reader.articles = articles.map(Some);
}

fn spread(scene: &Scene<'_>, articles: [ArticleId; 2], kept: Option<Arc<Spread>>) -> Arc<Spread> {
    let session = scene.session;
    let key = Key { state: State::of(scene), articles };
    if let Some(kept) = kept.filter(|s| s.key == key) {
        return kept;
    }
    let links = data::links(session, scene.words, articles);
    let page = |side: usize| {
        let mut tinted: Vec<(SentenceId, Verdict)> = data::tinted(&links, side);
        tinted.dedup();
        Page::of(session, scene.words, articles[side], &tinted)
    };
    let pages = [page(0), page(1)];
    let ticks = articles.map(|id| data::ticks(&session.analysis().findings, id));
    Arc::new(Spread { key, pages, links, ticks })
}

/// Where everything stands in the window.
struct Places {
    /// The overview strips.
    strips: [Rect; 2],
    /// The columns with their margins: where the wheel scrolls them.
    sides: [Rect; 2],
    /// The texts.
    columns: [Rect; 2],
}

impl Places {
    /// Shares a window between two columns and the gutter between them.
    fn of(all: Rect) -> Self {
        let strip = size::OVERVIEW_STRIP;
        let gutter = if all.width() >= 1200.0 { size::GUTTER } else { size::GUTTER_MIN };
        let inner = all.shrink2(egui::vec2(strip, 0.0));
        let width = (inner.width() - gutter) / 2.0;
        let left = Rect::from_min_max(inner.min, pos2(inner.left() + width, inner.bottom()));
        let right = Rect::from_min_max(pos2(inner.right() - width, inner.top()), inner.max);
        let margin = if width >= 540.0 { 42.0 } else { space::L };
        let text = (width - 2.0 * margin).min(size::MEASURE_MAX);
        let column = |side: Rect| {
            let left = side.center().x - text / 2.0;
            Rect::from_x_y_ranges(left.round()..=(left + text).round(), side.y_range())
        };
        Self {
            strips: [all.with_max_x(inner.left()), all.with_min_x(inner.right())],
            sides: [left, right],
            columns: [column(left), column(right)],
        }
    }
}

fn side_by_side(ui: &mut Ui, scene: &mut Scene<'_>, memory: &mut Memory, spread: &Spread) {
    let places = Places::of(ui.max_rect());
    for side in 0..2 {
        header::show(ui, scene, &spread.pages[side], spread, side, places.columns[side]);
    }
    header::common(ui, scene, spread, places.columns[0].right()..=places.columns[1].left());
    let below = |rect: Rect| rect.with_min_y(rect.top() + header::HEIGHT);
    // Both texts begin at the same height, below the taller of the two headings.
    let [a, b] = [0, 1].map(|side| Column::head_height(ui, scene, &spread.pages[side], places.columns[side].width()));
    let columns =
        [0, 1].map(|side| Column::lay_out(ui, scene, &spread.pages[side], places.columns[side].width(), a.max(b)));
    let view = below(places.columns[0]);
    let geometry = geometry(scene, &columns, &spread.links, view.height());
    arrive(scene, memory, &columns, &geometry);
    let pointed = (0..2).find(|&side| ui.rect_contains_pointer(below(places.sides[side])));
    if let Some(side) = pointed {
        memory.side = side;
    }
    let wheel = ui.input(|i| i.smooth_scroll_delta().y);
    let by =
        keys::scrolled(ui, view.height()) - if ui.rect_contains_pointer(below(ui.max_rect())) { wheel } else { 0.0 };
    if by != 0.0 {
        memory.scroll.scroll(&geometry, memory.side, by);
    }
    for (side, column) in columns.iter().enumerate() {
        let strip = strip::show(
            ui,
            scene,
            column,
            &spread.ticks[side],
            places.strips[side],
            view.height(),
            memory.scroll.offset[side],
        );
        if let Some(offset) = strip {
            memory.side = side;
            memory.scroll.scroll(&geometry, side, offset - memory.scroll.offset[side]);
        }
    }
    let still = ui.style().animation_time == 0.0;
    if memory.scroll.step(&geometry, ui.input(|i| i.stable_dt).min(0.1), still) {
        ui.ctx().request_repaint();
    }
    let mut shown = None;
    for (side, column) in columns.iter().enumerate() {
        let rect = below(places.columns[side]);
        shown = column.show(ui, scene, rect, memory.scroll.offset[side]).map(|y| (side, y)).or(shown);
    }
    // A figure that the keyboard has come to is brought into sight.
    if let Some((side, y)) = shown {
        let mut to = [None, None];
        to[side] = Some(y);
        memory.scroll.go_to(&geometry, to);
        ui.ctx().request_repaint();
    }
    let gutter = Rect::from_x_y_ranges(
        places.columns[0].right() + space::M..=places.columns[1].left() - space::M,
        view.y_range(),
    );
    ribbons::show(ui, scene, spread, &columns, gutter, memory.scroll.offset);
}

/// The heights that scrolling has to know.
fn geometry(scene: &Scene<'_>, columns: &[Column<'_>; 2], links: &[Link], view: f32) -> Columns {
    let corpus = &scene.session.analysis().corpus;
    let ends = links.iter().filter_map(|link| {
        let y = [0, 1].map(|side| columns[side].sentence(corpus, link.sentences[side]).map(|r| r.min));
        Some(Ends { y: [y[0]?, y[1]?], selected: link.selected })
    });
    Columns { heights: [columns[0].height, columns[1].height], view, links: ends.collect() }
}

/// Starts on the way to the sentences that were asked for.
fn arrive(scene: &mut Scene<'_>, memory: &mut Memory, columns: &[Column<'_>; 2], geometry: &Columns) {
    let asked = std::mem::take(&mut scene.view.reader.scroll_to);
    if asked == [None, None] {
        return;
    }
    let corpus = &scene.session.analysis().corpus;
    let places = [0, 1].map(|side| asked[side].and_then(|s| columns[side].sentence(corpus, s)).map(|r| r.min));
    memory.scroll.go_to(geometry, places);
    memory.side = usize::from(asked[0].is_none());
}

/// One article, with the other as a pinned quotation.
fn one(ui: &mut Ui, scene: &mut Scene<'_>, memory: &mut Memory, spread: &Spread) {
    let all = ui.max_rect();
    let lone = spread.pages[0].article == spread.pages[1].article;
    let strip_rect = all.with_min_x(all.right() - size::OVERVIEW_STRIP);
    let side = all.with_max_x(strip_rect.left());
    let width = (side.width() - 2.0 * space::XL).min(size::MEASURE_MAX);
    let left = (side.center().x - width / 2.0).round();
    let rect = Rect::from_x_y_ranges(left..=left + width, all.y_range());
    header::show(ui, scene, &spread.pages[0], spread, 0, rect);
    let page = &spread.pages[0];
    let head = Column::head_height(ui, scene, page, width);
    let column = Column::lay_out(ui, scene, page, width, head);
    let quoted = if lone {
        None
    } else {
        quotation::of(scene, spread, &column, memory.scroll.offset[0], all.height() - header::HEIGHT)
    };
    let pinned = quoted.map_or(0.0, |link| quotation::show(ui, scene, spread, link, rect));
    let view = rect.with_min_y(rect.top() + header::HEIGHT).with_max_y(rect.bottom() - pinned);
    let geometry = Columns { heights: [column.height; 2], view: view.height(), links: Vec::new() };
    let asked = std::mem::take(&mut scene.view.reader.scroll_to);
    let corpus = &scene.session.analysis().corpus;
    if let Some(place) = asked[0].and_then(|s| column.sentence(corpus, s)) {
        memory.scroll.go_to(&geometry, [Some(place.min), None]);
    }
    let wheel = if ui.rect_contains_pointer(side) { ui.input(|i| i.smooth_scroll_delta().y) } else { 0.0 };
    let by = keys::scrolled(ui, view.height()) - wheel;
    if by != 0.0 {
        memory.scroll.scroll(&geometry, 0, by);
    }
    let offset = memory.scroll.offset[0];
    if let Some(to) = strip::show(ui, scene, &column, &spread.ticks[0], strip_rect, view.height(), offset) {
        memory.scroll.scroll(&geometry, 0, to - offset);
    }
    if memory.scroll.step(&geometry, ui.input(|i| i.stable_dt).min(0.1), ui.style().animation_time == 0.0) {
        ui.ctx().request_repaint();
    }
    if let Some(y) = column.show(ui, scene, view, memory.scroll.offset[0]) {
        memory.scroll.go_to(&geometry, [Some(y), None]);
    }
}

/// Asks for the two articles to be shown, the first on the left; each stays where it is read.
fn choose(scene: &mut Scene<'_>, articles: [ArticleId; 2]) {
    scene.ask(Action::ReadBeside(articles.map(|id| (id, None))));
}
