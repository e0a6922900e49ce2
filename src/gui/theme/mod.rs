//! The one home of colours, faces and sizes, and how egui is told of them.

mod palette;
mod scale;
pub mod sign;

pub use palette::{DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Palette};
pub use scale::*;

use crate::assets;
use egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui,
    Visuals,
    style::{ScrollAnimation, WidgetVisuals},
    vec2,
};
use std::sync::Arc;

/// The colours that `ui` is painted in now.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    let visuals = ui.visuals();
    // Which of the two dressed the window is seen by its lines.
    let strong = visuals.widgets.noninteractive.bg_stroke.color == of(visuals.dark_mode, true).hairline;
    of(visuals.dark_mode, strong)
}

/// The colours on a dark or a light ground, with high contrast or with the usual one.
#[must_use]
pub fn of(dark: bool, high_contrast: bool) -> &'static Palette {
    match (dark, high_contrast) {
        (false, false) => &LIGHT,
        (true, false) => &DARK,
        (false, true) => &LIGHT_STRONG,
        (true, true) => &DARK_STRONG,
    }
}

/// Tells egui of the faces, and of both themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    // Text grows and shrinks by commands of ours, which are remembered.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    dress_both(ctx, false, false);
}

/// Tells egui of the colours of both themes, and whether things may slide.
pub fn dress_both(ctx: &Context, high_contrast: bool, less_motion: bool) {
    let usual = Style::default();
    for theme in [Theme::Light, Theme::Dark] {
        let dark = theme == Theme::Dark;
        ctx.style_mut_of(theme, |style| {
            dress(style, of(dark, high_contrast), dark);
            style.animation_time = if less_motion { 0.0 } else { usual.animation_time };
            style.scroll_animation = if less_motion { ScrollAnimation::none() } else { usual.scroll_animation };
        });
    }
}

macro_rules! face {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file)).as_slice()
    };
}

/// Every face as a family of its own, and behind each what egui carries for other scripts.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let faces = [
        (Face::Serif, assets::SERIF),
        (Face::SerifItalic, face!("SourceSerif4_400Regular_Italic.ttf")),
        (Face::SerifSemibold, assets::SERIF_SEMIBOLD),
        (Face::SerifBold, face!("SourceSerif4_700Bold.ttf")),
        (Face::Sans, assets::SANS),
        (Face::SansSemibold, assets::SANS_SEMIBOLD),
        (Face::SansBold, face!("SourceSans3_700Bold.ttf")),
        (Face::SansItalic, face!("SourceSans3_400Regular_Italic.ttf")),
        (Face::Icons, face!("Phosphor.ttf")),
    ];
    for (face, bytes) in faces {
        fonts.font_data.insert(face.name().into(), Arc::new(FontData::from_static(bytes)));
        let mut family = vec![face.name().to_owned()];
        if face != Face::Icons {
            family.extend(fallback.iter().cloned());
        }
        fonts.families.insert(face.family(), family);
    }
    if let Some(proportional) = fonts.families.get_mut(&FontFamily::Proportional) {
        proportional.insert(0, Face::Sans.name().into());
    }
    fonts
}

/// One theme in egui's own words, for the widgets that are not painted by us: fields, menus, scroll bars, tooltips.
fn dress(style: &mut Style, p: &Palette, dark: bool) {
    style.text_styles = [
        (TextStyle::Small, SMALL.font()),
        (TextStyle::Body, BODY.font()),
        (TextStyle::Button, BODY.font()),
        (TextStyle::Heading, FACT.font()),
        (TextStyle::Monospace, BODY.font()),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::S, space::XS);
    spacing.button_padding = vec2(space::M, space::XS);
    spacing.interact_size = vec2(size::TARGET, size::CONTROL);
    spacing.menu_margin = Margin::same(space::XS as i8 + 2);
    spacing.window_margin = Margin::same(space::XL as i8);
    spacing.scroll.floating = true;
    spacing.scroll.bar_width = space::S;
    spacing.scroll.floating_width = space::XS;
    style.visuals = visuals(p, dark);
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.5;
}

fn visuals(p: &Palette, dark: bool) -> Visuals {
    let mut v = if dark { Visuals::dark() } else { Visuals::light() };
    let state = |fill, stroke, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(stroke::HAIRLINE, stroke),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(stroke::HAIRLINE, text),
        expansion: 0.0,
    };
    v.widgets.noninteractive = state(p.surface, p.hairline, p.text);
    v.widgets.inactive = state(p.surface_raised, p.control_stroke, p.text);
    v.widgets.hovered = state(p.surface_hover, p.control_stroke, p.text);
    v.widgets.active = state(p.surface_selected, p.text_quiet, p.text);
    v.widgets.open = state(p.surface_selected, p.control_stroke, p.text);
    v.override_text_color = None;
    v.weak_text_color = Some(p.text_quiet);
    v.hyperlink_color = p.accent;
    v.selection.bg_fill = p.mark_figure;
    v.selection.stroke = Stroke::new(stroke::FOCUS, p.focus);
    v.faint_bg_color = p.surface_chrome;
    v.extreme_bg_color = p.surface_raised;
    v.text_edit_bg_color = Some(p.surface_raised);
    v.code_bg_color = p.surface_sunken;
    v.panel_fill = p.surface_chrome;
    v.window_fill = p.surface_raised;
    v.window_stroke = Stroke::new(stroke::HAIRLINE, p.hairline_strong);
    v.window_corner_radius = CornerRadius::same(radius::PANEL);
    v.menu_corner_radius = CornerRadius::same(radius::CONTROL);
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: p.scrim.gamma_multiply(0.22) };
    v.window_shadow = shadow;
    v.popup_shadow = shadow;
    v.text_cursor.stroke = Stroke::new(stroke::FOCUS, p.accent);
    v
}
