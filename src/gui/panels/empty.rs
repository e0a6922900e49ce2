//! The empty desk: one sentence, one button, one key, and what comes next.

use super::plain;
use crate::finding::Verdict;
use crate::gui::theme::sign;
use crate::gui::{
    command::UiCommand,
    scene::Scene,
    theme::{BODY_BOLD, DISPLAY, Face, Palette, SMALL, STATEMENT, radius, space, stroke},
    widgets::{Button, Rank, key_cap, key_cap_width, line, line_job, paragraph, verdict_shape},
};
use egui::{
    Align, CentralPanel, Color32, Id, LayerId, Layout, Order, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo,
    accesskit::Role,
    epaint::{BandPoint, BandShape, CubicBezierShape},
    pos2, vec2,
};

/// The width of what stands in the middle.
const WIDTH: f32 = 620.0;
/// The height of it with the picture.
const HEIGHT: f32 = 466.0;

/// Paints the empty desk.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let p = scene.palette;
    CentralPanel::default().frame(plain(p.surface)).show(ui, |ui| {
        let area = ui.max_rect();
        let dropping = ui.input(|i| !i.raw.hovered_files.is_empty());
        frame(ui.painter(), p, area.shrink(space::XL), dropping);
        let with_picture = area.height() > HEIGHT + 3.0 * space::XXL;
        let height = if with_picture { HEIGHT } else { HEIGHT - 224.0 };
        let left = area.center().x - WIDTH / 2.0;
        let mut y = area.center().y - height / 2.0;
        if with_picture {
            picture(ui, p, pos2(left, y));
            y += 224.0;
        }
        y = says(ui, scene, "empty-title", DISPLAY, p.text, pos2(left, y)) + space::XS;
        y = says(ui, scene, "empty-promise", STATEMENT, p.text_quiet, pos2(left, y)) + space::XL;
        buttons(ui, scene, pos2(left, y));
        y += 30.0 + space::XXXL;
        ui.painter().hline(left..=left + WIDTH, y, Stroke::new(1.0, p.hairline));
        steps(ui, scene, pos2(left, y + space::M));
    });
}

/// While files hang over a desk that is not empty, says that they can be dropped there.
pub fn drop_here(ui: &Ui, scene: &Scene<'_>) {
    let hovering = ui.input(|i| !i.raw.hovered_files.is_empty());
    if !hovering || scene.session.sources().is_empty() {
        return;
    }
    let p = scene.palette;
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop_here")));
    let area = ui.ctx().content_rect();
    painter.rect_filled(area, 0, p.surface.gamma_multiply(0.85));
    frame(&painter, p, area.shrink(space::XL), true);
    let galley = line(ui, &scene.text("drop-here"), DISPLAY, p.text, area.width());
    painter.galley(area.center() - galley.size() / 2.0, galley, p.text);
}

/// The dashed frame that says: things can be dropped here.
fn frame(painter: &Painter, p: &Palette, rect: Rect, dropping: bool) {
    let (ink, width) = if dropping { (p.focus, 2.0) } else { (p.hairline_strong, 1.5) };
    let r = f32::from(radius::PANEL) + 2.0;
    let mut outline = Vec::new();
    let corners = [
        (rect.right_top() + vec2(-r, r), -90.0),
        (rect.right_bottom() + vec2(-r, -r), 0.0),
        (rect.left_bottom() + vec2(r, -r), 90.0),
        (rect.left_top() + vec2(r, r), 180.0),
    ];
    for (center, from) in corners {
        for step in 0..=6 {
            let angle = f32::to_radians(from + 15.0 * step as f32);
            outline.push(center + r * vec2(angle.cos(), angle.sin()));
        }
    }
    outline.push(outline[0]);
    painter.extend(Shape::dashed_line(&outline, Stroke::new(width, ink), 8.0, 6.0));
}

fn says(ui: &mut Ui, scene: &Scene<'_>, key: &str, style: crate::gui::theme::Type, ink: Color32, at: Pos2) -> f32 {
    let words = scene.text(key);
    let galley = paragraph(ui, &words, style, ink, WIDTH);
    let rect = Rect::from_min_size(at, galley.size());
    let response = ui.interact(rect, ui.scope_id().with(key), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().galley(at, galley, ink);
    rect.bottom()
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, at: Pos2) {
    let rect = Rect::from_min_size(at, vec2(WIDTH, 30.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for (command, rank, icon) in [
            (UiCommand::OpenFiles, Rank::Main, Some(sign::FOLDER_OPEN)),
            (UiCommand::Paste, Rank::Normal, Some(sign::CLIPBOARD_TEXT)),
            (UiCommand::OpenSample, Rank::Quiet, None),
        ] {
            let name = command.name(scene.words);
            let mut button = Button::new(&name).rank(rank).key(command.shortcut(scene.words));
            if let Some(icon) = icon {
                button = button.icon(icon);
            }
            if ui.add(button).on_hover_text(command.tip(scene.words)).clicked() {
                scene.ask(command);
            }
        }
    });
}

/// Three steps: gather, walk, decide.
fn steps(ui: &mut Ui, scene: &Scene<'_>, at: Pos2) {
    let p = scene.palette;
    let column = (WIDTH - 2.0 * space::XL) / 3.0;
    for (i, (key, keys)) in
        [("gather", None), ("walk", Some(("N", "P"))), ("decide", Some(("1", "2")))].into_iter().enumerate()
    {
        let left = at + vec2(i as f32 * (column + space::XL), 0.0);
        let title = format!("{}. {}", i + 1, scene.text(&format!("empty-{key}")));
        let rest = scene.text(&format!("empty-{key}-how"));
        let rect = Rect::from_min_size(left, vec2(column, 80.0));
        let label = ui.interact(rect, ui.scope_id().with(key), Sense::hover());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title}: {rest}")));
        ui.painter().galley(left, line(ui, &title, BODY_BOLD, p.text, column), p.text);
        let mut x = left.x;
        let y = left.y + 32.0;
        if let Some((a, b)) = keys {
            for key in [a, b] {
                key_cap(ui, ui.painter(), p, pos2(x, y), key, None);
                x += key_cap_width(ui, key) + space::XS;
            }
            x += space::XS;
        }
        let galley = paragraph(ui, &rest, SMALL, p.text_quiet, left.x + column - x);
        ui.painter().galley(pos2(x, y - 9.0), galley, p.text_quiet);
    }
}

/// Two sheets whose figures do not agree.
fn picture(ui: &Ui, p: &Palette, at: Pos2) {
    let painter = ui.painter();
    let sheets = [at, at + vec2(422.0, 0.0)];
    let size = vec2(198.0, 175.0);
    for (sheet, lines) in
        sheets.into_iter().zip([[156, 146, 104, 82, 150, 121, 156], [153, 92, 156, 138, 143, 148, 71]])
    {
        let rect = Rect::from_min_size(sheet, size);
        let edge = Stroke::new(1.5, p.hairline_strong);
        painter.rect(rect, radius::BADGE, p.surface_raised, edge, StrokeKind::Inside);
        bar(painter, sheet + vec2(21.0, 22.0), 114.0, 8.0, p.control_stroke);
        for (i, length) in lines.into_iter().enumerate() {
            bar(painter, sheet + vec2(21.0, 48.0 + 18.5 * i as f32), length as f32, 5.0, p.hairline_strong);
        }
    }
    let (from, to) = (at.x + size.x, at.x + 422.0);
    line_between(painter, pos2(from + 4.0, at.y + 55.0), pos2(to - 4.0, at.y + 66.0), stroke::RIBBON, p.agree_edge);
    line_between(painter, pos2(from + 4.0, at.y + 156.0), pos2(to - 4.0, at.y + 159.0), stroke::RIBBON, p.agree_edge);
    ribbon(painter, p, [at.y + 74.0, at.y + 101.0], [at.y + 111.0, at.y + 138.0], from, to);
    verdict_shape(painter, p, pos2((from + to) / 2.0, at.y + 106.0), Verdict::Conflict, 16.0);
    figure(ui, p, "1.350", pos2(from - 22.0, at.y + 87.0), true);
    figure(ui, p, "3.150", pos2(to + 20.0, at.y + 124.0), false);
}

fn bar(painter: &Painter, min: Pos2, width: f32, height: f32, ink: Color32) {
    painter.rect_filled(Rect::from_min_size(min, vec2(width, height)), radius::MARK, ink);
}

fn line_between(painter: &Painter, a: Pos2, b: Pos2, width: f32, ink: Color32) {
    let half = vec2((b.x - a.x) / 2.0, 0.0);
    let points = [a, a + half, b - half, b];
    painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, Stroke::new(width, ink)));
}

/// The band between two figures that do not agree.
fn ribbon(painter: &Painter, p: &Palette, left: [f32; 2], right: [f32; 2], from: f32, to: f32) {
    let steps = 24;
    let at = |i: usize, edge: usize| {
        let t = i as f32 / steps as f32;
        let smooth = t * t * (3.0 - 2.0 * t);
        pos2(from + (to - from) * t, left[edge] + (right[edge] - left[edge]) * smooth)
    };
    let points = (0..=steps).map(|i| BandPoint::new(at(i, 0).x, at(i, 0).y..=at(i, 1).y)).collect();
    painter.add(BandShape::new(points, p.conflict_tint, Stroke::NONE));
    for edge in 0..2 {
        painter.line((0..=steps).map(|i| at(i, edge)).collect(), Stroke::new(1.5, p.conflict));
    }
    painter.rect_filled(Rect::from_x_y_ranges(from..=from + 4.0, left[0]..=left[1]), 0, p.conflict);
    painter.rect_filled(Rect::from_x_y_ranges(to - 4.0..=to, right[0]..=right[1]), 0, p.conflict);
}

/// A figure as it is marked in a text; `at` is the middle of its right or of its left edge.
fn figure(ui: &Ui, p: &Palette, digits: &str, at: Pos2, right: bool) {
    let galley = ui.painter().layout_job(line_job(digits, STATEMENT.in_face(Face::SerifSemibold), p.text));
    let size = galley.size() + vec2(14.0, 2.0);
    let min = if right { at - vec2(size.x, size.y / 2.0) } else { at - vec2(0.0, size.y / 2.0) };
    let rect = Rect::from_min_size(min, size);
    ui.painter().rect_filled(rect, radius::MARK, p.mark_figure);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, p.text);
}
