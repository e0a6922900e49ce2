//! The evidence of the selected finding: who stands alone, what each source says, and why the program thinks so.

mod card;
mod data;
mod head;
mod line;
mod passage;
mod reasons;
mod summary;

pub use data::{Evidence, GroundSort, cards_of, said_by};
pub use line::of as line;
pub use passage::{one_line, sentence};
pub use reasons::worded;

use super::{
    kept::{State, kept},
    plain,
};
use crate::gui::{
    scene::Scene,
    theme::{BODY, HEADING, SMALL, sign, size, space},
    widgets::{Button, Line, Mark, MarkedText, NumberLine, Rank, line_job, paragraph},
};
use egui::{CentralPanel, Id, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};

/// Statements are not set wider than can be read with ease.
const CARDS_MAX: f32 = 680.0;

/// All that is shown of a finding.
struct Page {
    evidence: Evidence,
    line: Option<Line>,
}

/// Paints the evidence.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    CentralPanel::default().frame(plain(scene.palette.surface)).show(ui, |ui| {
        let Some(finding) = scene.session.selected_finding() else {
            nothing(ui, scene);
            return;
        };
        let made = || Page {
            evidence: Evidence::of(scene.session, scene.words, finding),
            line: line::of(scene.session, scene.words, finding),
        };
        let page = kept(ui, Id::unique("evidence"), State::of(scene), made);
        let wide = ui.ctx().content_rect().width() >= size::WIDE_FROM;
        let margin = if wide { space::XXL } else { space::XL };
        // Another finding starts at its head, wherever the last one had been scrolled to.
        let area = ScrollArea::vertical().id_salt(("evidence", &finding.fingerprint)).auto_shrink(false);
        area.show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let most = CARDS_MAX + space::XXL + size::REASONS;
            let width = (room.width() - 2.0 * margin).min(most);
            let inside = Rect::from_min_size(room.min + vec2(margin, space::L), vec2(width, room.height()));
            let used = ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, 0.0);
                contents(ui, scene, &page, wide);
            });
            ui.allocate_rect(used.response.rect.with_max_y(used.response.rect.bottom() + space::XL), Sense::hover());
        });
    });
}

fn contents(ui: &mut Ui, scene: &mut Scene<'_>, page: &Page, wide: bool) {
    let evidence = &page.evidence;
    head::show(ui, scene, evidence);
    if let Some(line) = &page.line {
        let low = ui.ctx().content_rect().height() < 760.0;
        ui.add_space(space::M);
        ui.add(NumberLine::new(line, if low { size::LANE_LOW } else { size::LANE }));
    }
    ui.add_space(space::XL);
    if !wide {
        let open = reasons::folded(ui, scene, evidence, |ui, scene| heading(ui, scene, "evidence-cards", false));
        rule(ui, scene);
        if open {
            reasons::show(ui, scene, evidence);
            rule(ui, scene);
        }
        cards(ui, scene, evidence);
        return;
    }
    let top = ui.cursor().top();
    let all = ui.available_rect_before_wrap();
    let left = Rect::from_min_max(all.min, pos2(all.right() - size::REASONS - space::XXL, all.bottom()));
    let right = Rect::from_min_max(pos2(all.right() - size::REASONS, top), all.max);
    let said = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        ui.set_width(left.width());
        heading(ui, scene, "evidence-cards", true);
        rule(ui, scene);
        cards(ui, scene, evidence);
    });
    let why = ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
        ui.set_width(right.width());
        heading(ui, scene, "evidence-why", false);
        rule(ui, scene);
        reasons::show(ui, scene, evidence);
    });
    ui.advance_cursor_after_rect(said.response.rect.union(why.response.rect));
}

/// The name of a part, and at its right what the marks mean.
fn heading(ui: &mut Ui, scene: &Scene<'_>, key: &str, legend: bool) {
    let words = scene.text(key);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
    let ink = scene.palette.text_quiet;
    let galley = ui.painter().layout_job(line_job(&words, HEADING, ink));
    let after = rect.left() + galley.size().x + space::XL;
    ui.painter().galley(rect.min, galley, ink);
    if !legend {
        return;
    }
    let mut marks = MarkedText::default();
    for (key, mark) in [
        ("evidence-mark-hedge", Mark::Hedge),
        ("evidence-mark-figure", Mark::Figure),
        ("evidence-mark-counted", Mark::Counted),
    ] {
        if !marks.text.is_empty() {
            marks.push(&MarkedText::plain("   "));
        }
        marks.push_marked(&scene.text(key), mark);
    }
    let whole = 0..marks.text.len();
    marks.marks.push((whole, Mark::Quiet));
    let laid = marks.lay_out(ui, SMALL, scene.palette, 400.0);
    let left = rect.right() - laid.galley.size().x;
    if left > after {
        laid.paint(ui.painter(), scene.palette, pos2(left, rect.top()));
    }
}

fn rule(ui: &mut Ui, scene: &Scene<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, scene.palette.hairline_strong));
}

/// How many cards of one voice are shown before the rest is folded away.
const SHOWN_OF_A_VOICE: usize = 4;

fn cards(ui: &mut Ui, scene: &mut Scene<'_>, evidence: &Evidence) {
    let folds = Id::unique(("evidence_folds", &evidence.title));
    let opened = ui.data(|d| d.get_temp::<bool>(folds)).unwrap_or_default();
    let mut hidden = 0;
    let mut shown = Vec::new();
    let mut of_voice = (usize::MAX, 0);
    for card in &evidence.cards {
        of_voice = if of_voice.0 == card.voice { (card.voice, of_voice.1 + 1) } else { (card.voice, 0) };
        if !opened && of_voice.1 >= SHOWN_OF_A_VOICE && evidence.cards.len() > 2 * SHOWN_OF_A_VOICE {
            hidden += 1;
            continue;
        }
        shown.push(card);
    }
    let chosen =
        |scene: &Scene<'_>| shown.iter().position(|c| scene.view.chosen.is_some_and(|q| c.figures.contains(&q)));
    let asked = std::mem::take(&mut scene.view.focus_card).then(|| chosen(scene).unwrap_or_default());
    let alone = scene.session.selected_finding().is_none_or(|f| f.pairs.is_empty());
    for (place, card) in shown.iter().enumerate() {
        card::show(ui, scene, card, alone, asked == Some(place));
    }
    card::keyboard(ui, scene, &shown);
    if hidden > 0 {
        ui.add_space(space::S);
        let words = scene.words.count("evidence-more-cards", &[("count", hidden)]);
        if ui.add(Button::new(&words).rank(Rank::Quiet).icon(sign::CARET_DOWN)).clicked() {
            ui.data_mut(|d| d.insert_temp(folds, true));
        }
    }
}

/// Says that nothing is selected, where there is something to select.
fn nothing(ui: &mut Ui, scene: &Scene<'_>) {
    if scene.session.shown().len() == 0 {
        return;
    }
    let words = scene.text("evidence-none");
    let galley = paragraph(ui, &words, BODY, scene.palette.text_quiet, 400.0);
    let rect = Rect::from_center_size(ui.max_rect().center(), galley.size());
    let response = ui.interact(rect, ui.scope_id().with("nothing"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(rect.min, galley, scene.palette.text_quiet);
}
