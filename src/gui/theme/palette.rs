//! The colours of the desk by name, light and dark: the only place where a colour is written down.
//!
//! Tints are opaque and mixed beforehand, so that nothing depends on blending. The contrast of each pair that is used
//! is held by the tests below.

use egui::Color32;

/// Every colour of one theme.
#[derive(Debug, PartialEq)]
pub struct Palette {
    /// Reading: evidence, reader, ledger.
    pub surface: Color32,
    /// Bars and side panels.
    pub surface_chrome: Color32,
    /// Dialogs, menus, fields, palette.
    pub surface_raised: Color32,
    /// Tracks, key caps, overview strips.
    pub surface_sunken: Color32,
    /// Row or button under the pointer.
    pub surface_hover: Color32,
    /// Selected row, with a bar in accent.
    pub surface_selected: Color32,
    /// Between things.
    pub hairline: Color32,
    /// Around a dialog, under a heading.
    pub hairline_strong: Color32,
    /// Around fields and quiet buttons.
    pub control_stroke: Color32,
    /// Behind a dialog, at 40 %.
    pub scrim: Color32,
    /// What is read.
    pub text: Color32,
    /// Second lines and counts.
    pub text_quiet: Color32,
    /// What cannot be used now.
    pub text_disabled: Color32,
    /// The selected bar, links, the one main button.
    pub accent: Color32,
    /// On `accent`.
    pub on_accent: Color32,
    /// The ring around what the keyboard acts on.
    pub focus: Color32,
    /// Of the verdict: shape, word and outlier.
    pub conflict: Color32,
    /// Of the verdict.
    pub tension: Color32,
    /// Of the verdict.
    pub agree: Color32,
    /// Of the verdict.
    pub single: Color32,
    /// Behind what has the verdict conflict.
    pub conflict_tint: Color32,
    /// Behind what has the verdict tension.
    pub tension_tint: Color32,
    /// Behind what has the verdict agree.
    pub agree_tint: Color32,
    /// Behind what has the verdict single.
    pub single_tint: Color32,
    /// At the edge of a ribbon or a tinted cell of conflict.
    pub conflict_edge: Color32,
    /// At the edge of a ribbon or a tinted cell of tension.
    pub tension_edge: Color32,
    /// At the edge of a ribbon or a tinted cell of agree.
    pub agree_edge: Color32,
    /// At the edge of a ribbon or a tinted cell of single.
    pub single_edge: Color32,
    /// On `conflict`.
    pub on_conflict: Color32,
    /// Behind the digits of a mention.
    pub mark_figure: Color32,
    /// Behind the other figures of a text.
    pub mark_figure_quiet: Color32,
    /// The dashed line under the hedge.
    pub mark_hedge: Color32,
    /// The solid line under the counted noun.
    pub mark_unit: Color32,
    /// The soft interval of an "about".
    pub number_soft: Color32,
    /// The band where the other sources overlap.
    pub number_common: Color32,
    /// The badges of the sources, and the letter on each; they repeat after eight, and the letter goes on.
    pub sources: [(Color32, Color32); 8],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The colours on a light ground.
pub static LIGHT: Palette = ON_LIGHT;

/// The colours on a dark ground.
pub static DARK: Palette = ON_DARK;

const ON_LIGHT: Palette = Palette {
    surface: rgb(0xFCFBF8),
    surface_chrome: rgb(0xF5F3EE),
    surface_raised: rgb(0xFFFFFF),
    surface_sunken: rgb(0xEDEAE2),
    surface_hover: rgb(0xF2EFE8),
    surface_selected: rgb(0xEFEBE2),
    hairline: rgb(0xE2DDD3),
    hairline_strong: rgb(0xCBC4B6),
    control_stroke: rgb(0x8A8376),
    scrim: rgb(0x2A2722),
    text: rgb(0x211F1B),
    text_quiet: rgb(0x5F594F),
    text_disabled: rgb(0xA39C8E),
    accent: rgb(0x26374F),
    on_accent: rgb(0xFFFFFF),
    focus: rgb(0x1668DC),
    conflict: rgb(0x8F1B16),
    tension: rgb(0x8B6100),
    agree: rgb(0x12518F),
    single: rgb(0x67615A),
    conflict_tint: rgb(0xF1E5E1),
    tension_tint: rgb(0xF1ECDF),
    agree_tint: rgb(0xE5EAED),
    single_tint: rgb(0xEDECE8),
    conflict_edge: rgb(0xDBB8B4),
    tension_edge: rgb(0xDACDAE),
    agree_edge: rgb(0xB6C8D8),
    single_edge: rgb(0xCFCDC9),
    on_conflict: rgb(0xFFFFFF),
    mark_figure: rgb(0xF3E6B8),
    mark_figure_quiet: rgb(0xF3F0E6),
    mark_hedge: rgb(0x6D5A17),
    mark_unit: rgb(0x5F594F),
    number_soft: rgb(0xD3D1CC),
    number_common: rgb(0xE5EAED),
    sources: [
        (rgb(0x2C337B), rgb(0xFFFFFF)),
        (rgb(0xA8641A), rgb(0xFFFFFF)),
        (rgb(0x447050), rgb(0xFFFFFF)),
        (rgb(0x734866), rgb(0xFFFFFF)),
        (rgb(0x4D470F), rgb(0xFFFFFF)),
        (rgb(0x4C8D91), rgb(0x141311)),
        (rgb(0x5F2837), rgb(0xFFFFFF)),
        (rgb(0x7564AB), rgb(0xFFFFFF)),
    ],
};

const ON_DARK: Palette = Palette {
    surface: rgb(0x1C1B19),
    surface_chrome: rgb(0x242320),
    surface_raised: rgb(0x2B2926),
    surface_sunken: rgb(0x151412),
    surface_hover: rgb(0x2A2825),
    surface_selected: rgb(0x33302B),
    hairline: rgb(0x34312C),
    hairline_strong: rgb(0x4A463F),
    control_stroke: rgb(0x847D70),
    scrim: rgb(0x080807),
    text: rgb(0xECE8E0),
    text_quiet: rgb(0xB0A99C),
    text_disabled: rgb(0x6B655B),
    accent: rgb(0xC6D3E6),
    on_accent: rgb(0x1A2130),
    focus: rgb(0x6FB0FF),
    conflict: rgb(0xEE8468),
    tension: rgb(0xF6CF66),
    agree: rgb(0x6BA9DC),
    single: rgb(0xABA69D),
    conflict_tint: rgb(0x402D26),
    tension_tint: rgb(0x413A26),
    agree_tint: rgb(0x29333A),
    single_tint: rgb(0x34332F),
    conflict_edge: rgb(0x74473A),
    tension_edge: rgb(0x786739),
    agree_edge: rgb(0x3D576B),
    single_edge: rgb(0x585550),
    on_conflict: rgb(0x1C1B19),
    mark_figure: rgb(0x4A4020),
    mark_figure_quiet: rgb(0x282520),
    mark_hedge: rgb(0xCDB25C),
    mark_unit: rgb(0xB0A99C),
    number_soft: rgb(0x42403B),
    number_common: rgb(0x293238),
    sources: [
        (rgb(0x6F8CCB), rgb(0x141311)),
        (rgb(0xB5824F), rgb(0x141311)),
        (rgb(0x86D6BB), rgb(0x141311)),
        (rgb(0xEBC9F5), rgb(0x141311)),
        (rgb(0xBEB755), rgb(0x141311)),
        (rgb(0x7DB0B7), rgb(0x141311)),
        (rgb(0xE7858B), rgb(0x141311)),
        (rgb(0xB39DF1), rgb(0x141311)),
    ],
};

/// High contrast on a light ground: hairlines are seen as the edges of controls are, nothing is quiet. The colours of the
/// verdicts stay, for their distances from each other were measured; their edges become as strong as they are.
pub static LIGHT_STRONG: Palette = Palette {
    surface: rgb(0xFFFFFF),
    surface_chrome: rgb(0xFAF9F6),
    surface_selected: rgb(0xEFEBE2),
    hairline: rgb(0x6A6459),
    hairline_strong: rgb(0x4A453D),
    control_stroke: rgb(0x35312B),
    text: rgb(0x000000),
    text_quiet: rgb(0x000000),
    text_disabled: rgb(0x6A6459),
    accent: rgb(0x14233B),
    focus: rgb(0x0B4FB0),
    conflict_edge: rgb(0x8F1B16),
    tension_edge: rgb(0x8B6100),
    agree_edge: rgb(0x12518F),
    single_edge: rgb(0x67615A),
    mark_figure: rgb(0xF5DC85),
    mark_figure_quiet: rgb(0xEDE6CE),
    mark_hedge: rgb(0x4A3C0C),
    mark_unit: rgb(0x000000),
    number_soft: rgb(0xA5A198),
    number_common: rgb(0xC9D9E8),
    ..ON_LIGHT
};

/// High contrast on a dark ground.
pub static DARK_STRONG: Palette = Palette {
    surface: rgb(0x0B0B0A),
    surface_chrome: rgb(0x121110),
    surface_raised: rgb(0x1A1917),
    surface_sunken: rgb(0x000000),
    surface_hover: rgb(0x2A2825),
    surface_selected: rgb(0x38342E),
    hairline: rgb(0x9B9486),
    hairline_strong: rgb(0xBDB6A8),
    control_stroke: rgb(0xD0C9BB),
    text: rgb(0xFFFFFF),
    text_quiet: rgb(0xFFFFFF),
    text_disabled: rgb(0x9B9486),
    accent: rgb(0xDCE7F7),
    focus: rgb(0x8CC2FF),
    conflict_edge: rgb(0xEE8468),
    tension_edge: rgb(0xF6CF66),
    agree_edge: rgb(0x6BA9DC),
    single_edge: rgb(0xABA69D),
    mark_figure: rgb(0x5E4F1C),
    mark_figure_quiet: rgb(0x332E22),
    mark_hedge: rgb(0xF0D272),
    mark_unit: rgb(0xFFFFFF),
    number_soft: rgb(0x6B675E),
    number_common: rgb(0x2F4656),
    ..ON_DARK
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Verdict, report::ink::Ink};

    /// Relative luminance after WCAG 2.2.
    fn luminance(c: Color32) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn check(name: &str, ink: Color32, ground: Color32, least: f64) {
        let is = contrast(ink, ground);
        assert!(is >= least, "{name}: contrast {is:.2}, needs {least}");
    }

    #[test]
    fn printed_reports_have_the_colours_of_the_light_window() {
        let check = |ink: Ink, color: Color32| {
            assert_eq!(ink.on_paper(), (color.r(), color.g(), color.b()), "{ink:?}");
        };
        let p = &LIGHT;
        for (ink, color) in [
            (Ink::Text, p.text),
            (Ink::Quiet, p.text_quiet),
            (Ink::Hairline, p.hairline),
            (Ink::Paper, p.surface_raised),
            (Ink::Soft, p.number_soft),
            (Ink::Common, p.number_common),
            (Ink::Marked, p.mark_figure),
            (Ink::Apart(Verdict::Conflict), p.conflict),
            (Ink::Apart(Verdict::Tension), p.tension),
            (Ink::Apart(Verdict::Agree), p.agree),
            (Ink::Apart(Verdict::Single), p.single),
        ] {
            check(ink, color);
        }
        for (id, (ground, letter)) in (0..).zip(p.sources) {
            check(Ink::Source(id), ground);
            check(Ink::OnSource(id), letter);
        }
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        for p in [&LIGHT, &DARK, &LIGHT_STRONG, &DARK_STRONG] {
            for ground in [p.surface, p.surface_chrome, p.surface_raised, p.surface_hover, p.surface_selected] {
                check("text", p.text, ground, 7.0);
                check("text-quiet", p.text_quiet, ground, 4.5);
                check("accent", p.accent, ground, 4.5);
                for (name, ink) in
                    [("conflict", p.conflict), ("tension", p.tension), ("agree", p.agree), ("single", p.single)]
                {
                    check(name, ink, ground, 4.5);
                }
                check("focus", p.focus, ground, 3.0);
                check("control-stroke", p.control_stroke, ground, 3.0);
            }
            check("on-accent", p.on_accent, p.accent, 4.5);
            check("mark", p.text, p.mark_figure, 7.0);
            for (badge, letter) in p.sources {
                check("letter", letter, badge, 4.5);
                check("badge", badge, p.surface_chrome, 3.0);
            }
        }
    }

    #[test]
    fn with_high_contrast_nothing_is_quiet() {
        for p in [&LIGHT_STRONG, &DARK_STRONG] {
            for ground in [p.surface, p.surface_chrome, p.surface_raised] {
                check("text", p.text, ground, 15.0);
                check("text-quiet", p.text_quiet, ground, 15.0);
                check("text-disabled", p.text_disabled, ground, 4.5);
                check("hairline", p.hairline, ground, 4.5);
                check("control-stroke", p.control_stroke, ground, 7.0);
                for edge in [p.conflict_edge, p.tension_edge, p.agree_edge, p.single_edge] {
                    check("edge", edge, ground, 3.0);
                }
            }
        }
    }
}
