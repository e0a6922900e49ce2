//! The evidence of the selected finding.

use super::plain;
use crate::gui::{
    scene::Scene,
    theme::{BODY, FACT, STATEMENT, space},
    widgets::paragraph,
};
use egui::{CentralPanel, ScrollArea, Sense, Ui};

/// Paints the evidence.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let frame = plain(scene.palette.surface).inner_margin(space::XXL as i8);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let Some(finding) = scene.session.selected_finding() else { return };
        let corpus = &scene.session.analysis().corpus;
        ScrollArea::vertical().show(ui, |ui| {
            let width = ui.available_width();
            let write = |ui: &mut Ui, text: &str, style| {
                let galley = paragraph(ui, text, style, scene.palette.text, width);
                let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                ui.painter().galley(rect.min, galley, scene.palette.text);
            };
            write(ui, &finding.topic, FACT);
            for mention in &finding.mentions {
                write(ui, &corpus.article(mention.article).name(), BODY);
                write(ui, corpus.text(mention.article, corpus.sentence(mention.sentence).span), STATEMENT);
            }
        });
    });
}
