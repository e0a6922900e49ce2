//! One article as a column of text.

use super::data::{Page, Paragraph, Role};
use crate::{
    amendment::Citation,
    corpus::{Corpus, QuantityId, SentenceId},
    gui::{
        action::Action,
        panels::by_hand,
        scene::Scene,
        theme::{BODY, BODY_BOLD, FACT, Face, READING, SMALL, Type, radius, space, stroke},
        widgets::{Laid, focus_ring, paragraph},
    },
};
use egui::{
    CursorIcon, Rangef, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit::Role as Access, pos2,
    vec2,
};

/// An article, laid out.
pub struct Column<'a> {
    page: &'a Page,
    paragraphs: Vec<Set<'a>>,
    /// How high it is with the space below it.
    pub height: f32,
}

/// A paragraph in its place.
struct Set<'a> {
    /// From the top of the column.
    top: f32,
    content: &'a Paragraph,
    laid: Laid,
}

/// Between paragraphs.
const GAP: f32 = space::M;

fn style(role: Role) -> Type {
    match role {
        Role::Title => FACT,
        Role::Heading => READING.in_face(Face::SerifSemibold),
        Role::Body => READING,
        Role::Caption => BODY,
        Role::Quiet => BODY,
    }
}

impl<'a> Column<'a> {
    /// How high the title with its byline is.
    pub fn head_height(ui: &Ui, scene: &Scene<'_>, page: &Page, width: f32) -> f32 {
        let title = page.paragraphs.first().filter(|p| p.role == Role::Title);
        let title = title.map_or(0.0, |p| p.text.lay_out(ui, FACT, scene.palette, width).height() + space::XS);
        title + SMALL.line + space::XL
    }

    /// Breaks an article into lines of `width`; the text begins below a head of `head`.
    pub fn lay_out(ui: &Ui, scene: &Scene<'_>, page: &'a Page, width: f32, head: f32) -> Self {
        let mut top = 0.0;
        let mut paragraphs = Vec::with_capacity(page.paragraphs.len());
        for (place, content) in page.paragraphs.iter().enumerate() {
            if place == usize::from(page.paragraphs[0].role == Role::Title) {
                top = head;
            }
            if content.role == Role::Heading && place > 1 {
                top += GAP;
            }
            let laid = content.text.lay_out(ui, style(content.role), scene.palette, width);
            let height = laid.height();
            paragraphs.push(Set { top, content, laid });
            top += height + GAP;
        }
        Self { page, paragraphs, height: top + space::XXXL }
    }

    /// The height at which a part of the article stands, from the top of the column.
    fn part(&self, span: crate::text::Span) -> Option<Rangef> {
        let inside = |set: &&Set<'_>| set.content.span.is_some_and(|s| s.contains(span));
        let set = self.paragraphs.iter().find(inside)?;
        let start = set.content.span?.start();
        let rects = set.laid.places_of(&(span.start() - start..span.end() - start));
        let (first, last) = (rects.first()?, rects.last()?);
        Some(Rangef::new(set.top + first.top(), set.top + last.bottom()))
    }

    /// The height at which a sentence stands.
    pub fn sentence(&self, corpus: &Corpus, id: SentenceId) -> Option<Rangef> {
        self.part(corpus.sentence(id).span)
    }

    /// The height at which a figure stands.
    pub fn figure(&self, corpus: &Corpus, id: QuantityId) -> Option<Rangef> {
        self.part(corpus.quantity(id).core)
    }

    /// What a screen reader calls it.
    pub fn outlet(&self) -> &str {
        &self.page.outlet
    }

    /// Paints what is seen of it in `view`. Returns the height of a figure that the keyboard has come to, where it is out of sight.
    pub fn show(&self, ui: &mut Ui, scene: &mut Scene<'_>, view: Rect, offset: f32) -> Option<f32> {
        let mut asked = None;
        ui.scope_builder(UiBuilder::new().max_rect(view), |ui| {
            ui.set_clip_rect(view.expand2(vec2(space::S, 0.0)).intersect(ui.clip_rect()));
            self.byline(ui, scene, view, offset);
            for set in &self.paragraphs {
                let min = pos2(view.left(), view.top() + set.top - offset);
                let rect = Rect::from_min_size(min, vec2(view.width(), set.laid.height()));
                if rect.bottom() < view.top() - view.height() || rect.top() > view.bottom() + view.height() {
                    continue;
                }
                let label =
                    ui.interact(rect, ui.scope_id().with((self.page.article, "p", set.top as i32)), Sense::hover());
                let role = if matches!(set.content.role, Role::Title | Role::Heading) {
                    Access::Heading
                } else {
                    Access::Label
                };
                label.widget_info(|| WidgetInfo::labeled(role, true, &set.content.text.text));
                if rect.intersects(view) {
                    set.laid.paint(ui.painter(), scene.palette, min);
                }
                asked = self.figures(ui, scene, set, min, view).map(|y| y + offset - view.top()).or(asked);
            }
            if self.page.shortened {
                self.rest(ui, scene, view, offset);
            }
        });
        asked
    }

    fn byline(&self, ui: &Ui, scene: &Scene<'_>, view: Rect, offset: f32) {
        let title = self.paragraphs.first().filter(|s| s.content.role == Role::Title);
        let top = title.map_or(0.0, |s| s.laid.height() + space::XS);
        let galley = paragraph(ui, &self.page.byline, SMALL, scene.palette.text_quiet, view.width());
        let min = pos2(view.left(), view.top() + top - offset);
        let rect = Rect::from_min_size(min, galley.size());
        let response = ui.interact(rect, ui.scope_id().with((self.page.article, "byline")), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &self.page.byline));
        ui.painter().galley(min, galley, scene.palette.text_quiet);
    }

    /// Says that a very long article is not shown to its end.
    fn rest(&self, ui: &Ui, scene: &Scene<'_>, view: Rect, offset: f32) {
        let galley = paragraph(ui, &scene.text("reader-shortened"), BODY_BOLD, scene.palette.text_quiet, view.width());
        let min = pos2(view.left(), view.top() + self.height - space::XXXL - offset);
        ui.painter().galley(min, galley, scene.palette.text_quiet);
    }

    /// The figures as buttons: a click looks at the finding of the figure, and chooses it for what is done by hand. What is
    /// no figure, as the person says, can be taken for one again.
    fn figures(&self, ui: &mut Ui, scene: &mut Scene<'_>, set: &Set<'_>, min: egui::Pos2, view: Rect) -> Option<f32> {
        let mut asked = None;
        for figure in &set.content.figures {
            if figure.quantity.is_some() && figure.finding.is_none() {
                continue;
            }
            let rects = set.laid.places_of(&figure.range);
            let Some(first) = rects.first() else { continue };
            let rect = first.translate(min.to_vec2()).expand2(vec2(3.0, 0.0));
            let response =
                ui.interact(rect, ui.scope_id().with(("figure", self.page.article, figure.core)), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &figure.spoken));
            if figure.quantity.is_some() && scene.view.chosen == figure.quantity {
                let chosen = Stroke::new(stroke::LINE, scene.palette.accent);
                ui.painter().rect_stroke(rect.expand2(vec2(0.0, -1.0)), radius::MARK, chosen, StrokeKind::Outside);
            }
            focus_ring(ui.painter(), &response, scene.palette, radius::MARK);
            if response.has_focus() {
                scene.view.chosen = figure.quantity;
            }
            if response.gained_focus() && (rect.top() < view.top() || rect.bottom() > view.bottom()) {
                asked = Some(rect.top());
            }
            if let Some(quantity) = figure.quantity {
                by_hand::menu(&response, scene, quantity, !figure.is_matched);
            }
            let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&figure.spoken);
            if response.clicked() {
                match (&figure.finding, figure.quantity) {
                    (Some(finding), Some(quantity)) => {
                        scene.ask(Action::Select(finding.clone()));
                        scene.ask(Action::Choose(quantity));
                    }
                    _ => {
                        let read = scene.session.analysis().corpus.read(self.page.article);
                        scene.ask(Action::EditFigure(vec![Citation::at(read, figure.core)]));
                    }
                }
            }
        }
        asked
    }
}
