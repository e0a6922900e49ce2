//! The palette: every command, finding, article and recent case by a few letters.

use crate::{
    case::name_of,
    gui::{
        action::Action,
        command::{Menu, UiCommand},
        panels::findings::topic,
        scene::Scene,
        theme::{BODY, radius, space},
        view_state::PaletteState,
        widgets::{icon, key_cap, key_cap_width, line, verdict_shape},
    },
    text::fold,
};
use egui::{
    Align2, Area, Context, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Sense, Stroke, TextEdit, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

const WIDTH: f32 = 520.0;
/// How many lines are shown at most.
const LINES: usize = 9;

/// One line of the palette.
#[derive(Debug, PartialEq)]
pub struct Line {
    /// Its words.
    pub words: String,
    /// The key that does the same.
    pub key: Option<String>,
    /// The verdict, where it is a finding.
    pub verdict: Option<crate::finding::Verdict>,
    /// What it does.
    pub action: Action,
}

/// The commands that can be used now, the findings, the articles and the recent cases, those with all words of the query, the best
/// first; of like ones in that order.
#[must_use]
pub fn lines(scene: &Scene<'_>, query: &str) -> Vec<Line> {
    let wanted: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    let rank = |words: &str| -> Option<usize> {
        let words = fold(words);
        let all = wanted.iter().all(|w| words.contains(w.as_str()));
        let heads = wanted.iter().filter(|w| words.split([' ', '-']).any(|part| part.starts_with(w.as_str()))).count();
        all.then_some(wanted.len() - heads)
    };
    let menus = [Menu::Finding, Menu::View, Menu::File, Menu::Edit, Menu::Help];
    let commands =
        menus.into_iter().flat_map(UiCommand::of).filter(|c| scene.is_enabled(*c) && *c != UiCommand::Palette).map(
            |c| Line {
                words: c.name(scene.words),
                key: c.shortcut(scene.words),
                verdict: None,
                action: Action::Command(c),
            },
        );
    let findings = scene.session.shown().filter(|_| !wanted.is_empty()).map(|f| Line {
        words: topic(f),
        key: None,
        verdict: Some(f.verdict),
        action: Action::Select(f.fingerprint.clone()),
    });
    let places = articles(scene).chain(cases(scene)).filter(|_| !wanted.is_empty());
    let mut found: Vec<(usize, Line)> =
        commands.chain(findings).chain(places).filter_map(|l| Some((rank(&l.words)?, l))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, line)| line).take(LINES).collect()
}

/// The articles that lie on the desk, to be read.
fn articles<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Line> + 'a {
    let corpus = &scene.session.analysis().corpus;
    corpus.article_ids().map(move |id| {
        let article = corpus.article(id);
        let (name, title) = (article.name(), &article.metadata.title);
        let words = scene.words.with("palette-article", &[("name", &name), ("title", title)]);
        Line { words, key: None, verdict: None, action: Action::ReadAt(id, None) }
    })
}

/// The cases of before that can be opened.
fn cases<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = Line> + 'a {
    scene.view.recent.iter().filter(|case| !case.is_gone).map(|case| Line {
        words: scene.words.with("palette-case", &[("name", &name_of(&case.path))]),
        key: None,
        verdict: None,
        action: Action::OpenPaths(vec![case.path.clone()]),
    })
}

/// Paints the palette.
pub fn show(ctx: &Context, scene: &mut Scene<'_>, state: &mut PaletteState) {
    let p = scene.palette;
    let frame = Frame::NONE
        .fill(p.surface_raised)
        .stroke(Stroke::new(1.0, p.hairline_strong))
        .corner_radius(radius::PANEL)
        .inner_margin(Margin::same(6));
    let id = Id::unique("palette");
    let area: Area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 96.0));
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(p.scrim.gamma_multiply(0.18));
    let response = modal.show(ctx, |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 1.0;
        let pressed = keys(ui, state);
        query(ui, scene, state);
        let found = lines(scene, &state.query);
        state.chosen = state.chosen.min(found.len().saturating_sub(1));
        if found.is_empty() {
            nothing(ui, scene);
        }
        for (i, line) in found.into_iter().enumerate() {
            let chosen = i == state.chosen;
            if paint(ui, scene, &line, chosen) || (chosen && pressed) {
                scene.ask(Action::CloseDialog);
                scene.ask(line.action);
            }
        }
    });
    if response.backdrop_response.clicked() {
        scene.ask(Action::CloseDialog);
    }
}

/// Moves the choice by the arrows, and says whether Enter was pressed.
fn keys(ui: &Ui, state: &mut PaletteState) -> bool {
    ui.input_mut(|i| {
        if i.consume_key(Modifiers::NONE, Key::ArrowDown) {
            state.chosen += 1;
        }
        if i.consume_key(Modifiers::NONE, Key::ArrowUp) {
            state.chosen = state.chosen.saturating_sub(1);
        }
        i.consume_key(Modifiers::NONE, Key::Enter)
    })
}

fn query(ui: &mut Ui, scene: &Scene<'_>, state: &mut PaletteState) {
    let p = scene.palette;
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, 40.0), Sense::hover());
    icon(
        ui.painter(),
        pos2(rect.left() + 20.0, rect.center().y),
        crate::gui::theme::sign::MAGNIFYING_GLASS,
        p.text_quiet,
    );
    let field = Rect::from_min_max(pos2(rect.left() + 40.0, rect.top() + 9.0), rect.max);
    let hint = scene.text("palette-hint");
    let edit = TextEdit::singleline(&mut state.query)
        .id(Id::unique("palette_query"))
        .hint_text(&hint)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .desired_width(field.width());
    let response = ui.put(field, edit).accessible_name(&hint);
    if response.changed() {
        state.chosen = 0;
    }
    response.request_focus();
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.hairline));
    ui.add_space(space::XS);
}

/// Says that nothing has these words.
fn nothing(ui: &mut Ui, scene: &Scene<'_>) {
    let words = scene.text("palette-nothing");
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let galley = line(ui, &words, BODY, scene.palette.text_quiet, WIDTH - 40.0);
    let at = pos2(rect.left() + 40.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, scene.palette.text_quiet);
}

fn paint(ui: &mut Ui, scene: &Scene<'_>, row: &Line, chosen: bool) -> bool {
    let p = scene.palette;
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &row.words));
    if chosen {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_selected);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius::CONTROL, p.surface_hover);
    }
    if let Some(verdict) = row.verdict {
        verdict_shape(ui.painter(), p, pos2(rect.left() + 20.0, rect.center().y), verdict, 12.0);
    }
    let mut right = rect.right() - space::M;
    if let Some(key) = &row.key {
        right -= key_cap_width(ui, key);
        key_cap(ui, ui.painter(), p, pos2(right, rect.center().y), key, None);
    }
    let left = rect.left() + 40.0;
    let galley = line(ui, &row.words, BODY, p.text, right - left - space::S);
    ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, p.text);
    response.clicked()
}
