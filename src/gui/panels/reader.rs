//! Articles side by side.

use super::plain;
use crate::gui::{
    scene::Scene,
    theme::{FACT, READING, space},
    widgets::paragraph,
};
use egui::{CentralPanel, ScrollArea, Sense, Ui};

/// Paints the articles that are being read.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let frame = plain(scene.palette.surface).inner_margin(space::XXL as i8);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let corpus = &scene.session.analysis().corpus;
        let shown = scene.view.reader.articles;
        ui.columns(2, |columns| {
            for (side, (ui, id)) in columns.iter_mut().zip(shown).enumerate() {
                let Some(id) = id.filter(|id| (id.0 as usize) < corpus.len()) else { continue };
                let article = corpus.article(id);
                ScrollArea::vertical().id_salt(side).show(ui, |ui| {
                    let width = ui.available_width() - space::XL;
                    for (text, style) in [(&article.metadata.title, FACT), (&article.text, READING)] {
                        let galley = paragraph(ui, text, style, scene.palette.text, width);
                        let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                        ui.painter().galley(rect.min, galley, scene.palette.text);
                    }
                });
            }
        });
    });
}
