//! Below the table: what the cell under the cursor rests on, and the ways from there.

use crate::{
    corpus::{ArticleId, QuantityId},
    finding::{Finding, Fingerprint, Verdict},
    gui::{
        action::Action,
        command::UiCommand,
        panels::{
            chrome,
            evidence::{self, Evidence, GroundSort},
        },
        scene::Scene,
        session::Letter,
        theme::{BODY, BODY_BOLD, HEADING, SMALL, STATEMENT, size, space},
        voices,
        widgets::{Button, Mark, MarkedText, Rank, badge, badge_width, line, runs, verdict_color, verdict_shape},
    },
    report,
};
use egui::{Align, Layout, Panel, Rect, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2};
use std::sync::Arc;

/// What is said about a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    key: Key,
    /// The figure that the cell shows.
    figure: Option<QuantityId>,
    /// Who stands worst with it.
    beside: Option<Letter>,
    /// Whose it is; none where it is of all.
    letter: Option<Letter>,
    name: String,
    details: String,
    text: MarkedText,
    verdict: Verdict,
    verdict_word: String,
    /// Why, and what speaks against.
    reasons: Vec<String>,
}

/// What a preview depends on.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    finding: Fingerprint,
    article: Option<ArticleId>,
    language: String,
}

/// How high the preview is, and in a low window.
const HEIGHT: f32 = 92.0;
const HEIGHT_LOW: f32 = 68.0;
/// Under this height of the window it is a low one.
const LOW: f32 = 760.0;
/// Which part of the width the reasons begin at.
const REASONS_FROM: f32 = 0.62;

/// The preview of the selected finding in the column of an article, or of all it says; the kept one, if nothing has
/// changed since. Tells the rest of the window which mention is looked at.
pub fn renewed(kept: Option<Arc<Preview>>, scene: &mut Scene<'_>, article: Option<ArticleId>) -> Option<Arc<Preview>> {
    let preview = scene.session.selected_finding().map(|finding| {
        let key = Key {
            revision: scene.session.revision(),
            finding: finding.fingerprint.clone(),
            article,
            language: scene.words.key().to_owned(),
        };
        kept.filter(|p| p.key == key).unwrap_or_else(|| Arc::new(Preview::of(key, scene, finding)))
    });
    scene.view.chosen = preview.as_ref().and_then(|p| p.figure);
    scene.view.ledger.beside = preview.as_ref().and_then(|p| p.beside);
    preview
}

impl Preview {
    fn of(key: Key, scene: &Scene<'_>, finding: &Finding) -> Self {
        let (session, words) = (scene.session, scene.words);
        let all = Evidence::of(session, words, finding);
        // That both count the same is seen in the table already.
        let telling = |sort| !matches!(sort, GroundSort::Same);
        let grounds = || all.reasons.iter().filter(|g| !g.against);
        let why = grounds().find(|g| telling(g.sort)).or_else(|| grounds().next());
        let against = all.reasons.iter().find(|g| g.against);
        let corpus = &session.analysis().corpus;
        let mention = key.article.and_then(|article| {
            // Of several mentions of one article the one that its cell stands for.
            report::ledger::cells(finding, corpus).into_iter().find(|c| c.article == article).map(|c| c.mention)
        });
        let beside = mention.and_then(|m| voices::sides_from(finding, m)[1]).map(|m| session.letter_of(m.article));
        let (letter, name, details, text) = match (key.article, mention) {
            (None, _) => (None, all.title, String::new(), MarkedText::plain(all.summary)),
            (Some(_), Some(mention)) => {
                let card = evidence::said_by(session, words, finding, mention);
                let sentence = evidence::sentence(corpus, finding, finding.mentions[mention].sentence);
                (card.letters.first().copied(), card.outlet, card.details, sentence)
            }
            (Some(article), None) => {
                let mut text = MarkedText::default();
                text.push_marked(&words.text("ledger-silent"), Mark::Quiet);
                (Some(session.letter_of(article)), corpus.article(article).name(), String::new(), text)
            }
        };
        Self {
            key,
            figure: mention.map(|m| finding.mentions[m].quantity),
            beside,
            letter,
            name,
            details,
            text,
            verdict: all.verdict,
            verdict_word: all.verdict_word,
            reasons: why.into_iter().chain(against).map(|g| evidence::worded(words, g)).collect(),
        }
    }
}

/// Paints the preview.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, preview: Option<&Preview>) {
    let low = ui.ctx().content_rect().height() < LOW;
    let height = if low { HEIGHT_LOW } else { HEIGHT };
    let panel = Panel::bottom("ledger_preview").exact_size(height).resizable(false);
    panel.frame(chrome(scene.palette)).show(ui, |ui| {
        let Some(preview) = preview else { return };
        let inside = ui.max_rect().shrink2(vec2(space::XL, 0.0));
        let inside = inside.with_min_y(inside.top() + space::M);
        let from = inside.left() + (inside.width() * REASONS_FROM).round();
        said(ui, scene, preview, inside.with_max_x(from - space::XL), if low { 1 } else { 2 });
        why(ui, scene, preview, inside.with_min_x(from), if low { 1 } else { 2 });
    });
}

/// Who says it, and the sentence.
fn said(ui: &mut Ui, scene: &Scene<'_>, preview: &Preview, rect: Rect, rows: usize) {
    let p = scene.palette;
    let mut left = rect.left();
    if let Some(letter) = preview.letter {
        badge(ui, ui.painter(), p, rect.min, letter);
        left += badge_width(letter) + space::S;
    }
    let source =
        runs(ui, &[(&preview.name, HEADING, p.text), (&preview.details, SMALL, p.text_quiet)], rect.right() - left);
    let top = rect.top() + source.size().y + space::XS;
    ui.painter().galley(pos2(left, rect.top()), source, p.text);
    let width = rect.right() - left;
    // A line of the serif holds about a letter every seven points.
    let laid = around(&preview.text, (width / 7.4) as usize * rows).lay_out(ui, STATEMENT, p, width);
    let bottom = top + STATEMENT.line * rows as f32;
    laid.paint(&ui.painter().with_clip_rect(rect.expand(space::XS).with_max_y(bottom)), p, pos2(left, top));
    let response = ui.interact(rect, ui.scope_id().with("said"), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("{}{}. {}", preview.name, preview.details, preview.text.text))
    });
}

/// The verdict and its reasons.
fn why(ui: &mut Ui, scene: &Scene<'_>, preview: &Preview, rect: Rect, rows: usize) {
    let p = scene.palette;
    verdict_shape(ui.painter(), p, rect.min + vec2(6.0, 10.0), preview.verdict, size::VERDICT_SHAPE);
    let ink = verdict_color(p, preview.verdict);
    let word = line(ui, &preview.verdict_word, BODY_BOLD, ink, rect.width() - 20.0);
    ui.painter().galley(rect.min + vec2(20.0, 0.0), word, ink);
    for (place, (reason, ink)) in preview.reasons.iter().zip([p.text, p.text_quiet]).take(rows).enumerate() {
        let galley = line(ui, reason, BODY, ink, rect.width());
        ui.painter().galley(rect.min + vec2(0.0, 24.0 + 22.0 * place as f32), galley, ink);
    }
    let response = ui.interact(rect, ui.scope_id().with("why"), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Label, true, format!("{}. {}", preview.verdict_word, preview.reasons.join(" ")))
    });
}

/// The part of a sentence around its figure that is not much longer than so many letters.
fn around(text: &MarkedText, most: usize) -> MarkedText {
    let all = &text.text;
    if all.chars().count() <= most {
        return text.clone();
    }
    let figure = text.marks.iter().find(|(_, mark)| *mark == Mark::Figure).map_or(0, |(range, _)| range.start);
    let before = all[..figure].chars().count();
    // The figure stands in the first half of what is shown, as the rest tells what it is of.
    let skip = before.saturating_sub(most / 3);
    let byte = |chars: usize| all.char_indices().nth(chars).map_or(all.len(), |(at, _)| at);
    let cut = |at: usize| all[at..].find(' ').map_or(all.len(), |space| at + space + 1);
    let start = if skip == 0 { 0 } else { cut(byte(skip)).min(figure) };
    let end = byte(skip + most.saturating_sub(4));
    let end = if end == all.len() { end } else { all[..end].rfind(' ').unwrap_or(end) };
    let mut part = MarkedText::plain(if start > 0 { "…" } else { "" });
    let inside = text.marks.iter().filter_map(|(range, mark)| {
        let (from, to) = (range.start.max(start), range.end.min(end));
        (from < to).then(|| (from - start..to - start, *mark))
    });
    part.push(&MarkedText { text: all[start..end.max(start)].to_owned(), marks: inside.collect() });
    if end < all.len() {
        part.push(&MarkedText::plain("…"));
    }
    part
}

/// How much room each way needs; the keys are there without it.
const EVIDENCE: f32 = 150.0;
const READ: f32 = 150.0;

/// The ways from the cell, at the left of what can be decided: its evidence, and its article beside another.
pub fn ways(ui: &mut Ui, scene: &mut Scene<'_>) {
    let room = ui.available_rect_before_wrap();
    if room.width() < EVIDENCE {
        return;
    }
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center)), |ui| {
        let name = scene.text("ledger-evidence");
        let key = Some(scene.text("key-enter"));
        let finding = scene.session.selected_finding().map(|f| f.fingerprint.clone());
        if ui.add(Button::new(&name).key(key)).clicked()
            && let Some(finding) = finding
        {
            scene.ask(Action::ShowEvidence(finding, scene.view.chosen));
        }
        if room.width() < EVIDENCE + READ {
            return;
        }
        let command = UiCommand::Read;
        let name = match scene.view.ledger.beside {
            Some(letter) => scene.words.with("ledger-read-beside", &[("letter", &letter.to_string())]),
            None => command.name(scene.words),
        };
        let button = Button::new(&name).rank(Rank::Quiet).key(command.shortcut(scene.words));
        if ui.add(button).on_hover_text(command.tip(scene.words)).clicked() {
            scene.ask(command);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_around_its_figure() {
        let words = "palabra ".repeat(30);
        let mut text = MarkedText::plain(words.clone());
        text.push_marked("3.150", Mark::Figure);
        text.push(&MarkedText::plain(format!(" {words}")));
        let part = around(&text, 90);
        let shown = part.marks.iter().map(|(range, _)| &part.text[range.clone()]).collect::<Vec<_>>();
        assert_eq!(shown, ["3.150"]);
        assert!(part.text.starts_with("…palabra") && part.text.ends_with("palabra…"), "{}", part.text);
        assert!(part.text.chars().count() <= 92, "{}", part.text.chars().count());
    }

    #[test]
    fn a_short_sentence_stays_whole_and_an_odd_one_does_no_harm() {
        let short = MarkedText::plain("Hay 25 desaparecidos.");
        assert_eq!(around(&short, 90), short);
        let one = "ñ".repeat(500);
        let mut odd = MarkedText::plain(one.clone());
        odd.push_marked("25", Mark::Figure);
        for (text, most) in [(MarkedText::plain(one), 40), (odd.clone(), 40), (odd, 0)] {
            assert!(around(&text, most).text.chars().count() <= 45);
        }
    }
}
