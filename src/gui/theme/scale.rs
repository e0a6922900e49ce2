//! Sizes of the desk in points: type, distances, radii, strokes. Names are those of the design's tokens.

use egui::{FontFamily, FontId};

/// A face of the two families. Each is a family of its own to egui, which would otherwise slant and never embolden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Statements and articles.
    Serif,
    /// Titles within articles.
    SerifItalic,
    /// Titles of facts.
    SerifSemibold,
    /// Emphasis in articles.
    SerifBold,
    /// The interface.
    Sans,
    /// Names and headings of the interface.
    SansSemibold,
    /// Badges.
    SansBold,
    /// Emphasis in the interface.
    SansItalic,
    /// Phosphor.
    Icons,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 9] = [
        Self::Serif,
        Self::SerifItalic,
        Self::SerifSemibold,
        Self::SerifBold,
        Self::Sans,
        Self::SansSemibold,
        Self::SansBold,
        Self::SansItalic,
        Self::Icons,
    ];

    /// The name of its family.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::SerifItalic => "serif_italic",
            Self::SerifSemibold => "serif_semibold",
            Self::SerifBold => "serif_bold",
            Self::Sans => "sans",
            Self::SansSemibold => "sans_semibold",
            Self::SansBold => "sans_bold",
            Self::SansItalic => "sans_italic",
            Self::Icons => "icons",
        }
    }

    /// Its family.
    #[must_use]
    pub fn family(self) -> FontFamily {
        FontFamily::Name(self.name().into())
    }
}

/// A way of setting text: face, size and height of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// The face.
    pub face: Face,
    /// The size of the letters.
    pub size: f32,
    /// From one line to the next.
    pub line: f32,
}

impl Type {
    /// For egui.
    #[must_use]
    pub fn font(self) -> FontId {
        FontId::new(self.size, self.face.family())
    }

    /// The same in another face.
    #[must_use]
    pub const fn in_face(self, face: Face) -> Self {
        Self { face, ..self }
    }
}

const fn set(face: Face, size: f32, line: f32) -> Type {
    Type { face, size, line }
}

/// The empty desk.
pub const DISPLAY: Type = set(Face::Serif, 34.0, 42.0);
/// The title of a finding or of an article.
pub const FACT: Type = set(Face::SerifSemibold, 24.0, 30.0);
/// The title of a dialog.
pub const DIALOG: Type = set(Face::SerifSemibold, 20.0, 26.0);
/// The text of an article.
pub const READING: Type = set(Face::Serif, 17.0, 27.0);
/// A mention in the evidence.
pub const STATEMENT: Type = set(Face::Serif, 16.0, 24.0);
/// Titles of articles in lists.
pub const EXCERPT: Type = set(Face::Serif, 14.0, 20.0);
/// The interface.
pub const BODY: Type = set(Face::Sans, 14.0, 20.0);
/// Names in the interface.
pub const BODY_BOLD: Type = set(Face::SansSemibold, 14.0, 20.0);
/// Second lines, counts, labels of axes; nothing is smaller but keys and badges.
pub const SMALL: Type = set(Face::Sans, 13.0, 18.0);
/// Headings of groups.
pub const HEADING: Type = set(Face::SansSemibold, 13.0, 18.0);
/// The letter of a source.
pub const BADGE: Type = set(Face::SansBold, 12.0, 18.0);
/// The name of a key.
pub const KEY: Type = set(Face::SansSemibold, 12.0, 16.0);

/// The only distances there are.
pub mod space {
    #![allow(missing_docs)]
    pub const HAIR: f32 = 2.0;
    pub const XS: f32 = 4.0;
    pub const S: f32 = 8.0;
    pub const M: f32 = 12.0;
    pub const L: f32 = 16.0;
    pub const XL: f32 = 24.0;
    pub const XXL: f32 = 32.0;
    pub const XXXL: f32 = 48.0;
}

/// How round corners are.
pub mod radius {
    #![allow(missing_docs)]
    pub const MARK: u8 = 2;
    pub const BADGE: u8 = 4;
    pub const CONTROL: u8 = 6;
    pub const PANEL: u8 = 10;
}

/// How thick lines are.
pub mod stroke {
    #![allow(missing_docs)]
    pub const HAIRLINE: f32 = 1.0;
    pub const MARK_UNIT: f32 = 1.0;
    pub const MARK_HEDGE: f32 = 1.5;
    pub const LINE: f32 = 2.0;
    pub const FOCUS: f32 = 2.0;
    pub const SELECTED_BAR: f32 = 3.0;
    pub const RIBBON: f32 = 4.0;
    pub const RIBBON_EDGE: f32 = 1.0;
}

/// How large the parts of the window are.
pub mod size {
    #![allow(missing_docs)]
    pub const MENU_BAR: f32 = 40.0;
    pub const STATUS_BAR: f32 = 28.0;
    pub const DECISION_BAR: f32 = 56.0;
    pub const ROW_FINDING: f32 = 52.0;
    pub const ROW_HEADING: f32 = 36.0;
    pub const ROW_SOURCE: f32 = 68.0;
    pub const ROW_LEDGER: f32 = 42.0;
    pub const LEDGER_SOURCE: f32 = 120.0;
    pub const LANE: f32 = 28.0;
    pub const LANE_LOW: f32 = 24.0;
    pub const CONTROL: f32 = 30.0;
    pub const TARGET: f32 = 24.0;
    pub const BADGE: f32 = 18.0;
    pub const VERDICT_SHAPE: f32 = 12.0;
    pub const SOURCES_MIN: f32 = 200.0;
    pub const SOURCES: f32 = 236.0;
    pub const SOURCES_MAX: f32 = 320.0;
    pub const SOURCES_RAIL: f32 = 52.0;
    pub const FINDINGS_MIN: f32 = 300.0;
    pub const FINDINGS: f32 = 376.0;
    pub const FINDINGS_MAX: f32 = 520.0;
    pub const EVIDENCE_MIN: f32 = 560.0;
    pub const MEASURE_MIN: f32 = 440.0;
    pub const MEASURE: f32 = 560.0;
    pub const MEASURE_MAX: f32 = 640.0;
    pub const GUTTER: f32 = 112.0;
    pub const GUTTER_MIN: f32 = 88.0;
    pub const OVERVIEW_STRIP: f32 = 12.0;
    pub const REASONS: f32 = 252.0;
    /// Below this width of the window the sources become a rail of letters.
    pub const WIDE_FROM: f32 = 1200.0;
}

/// How long movements last, in seconds; none when the system asks for less motion.
pub mod motion {
    #![allow(missing_docs)]
    pub const PANEL: f32 = 0.12;
    pub const SCROLL_TO: f32 = 0.18;
    pub const TOAST: f32 = 0.12;
}

/// The size of an icon.
pub const ICON_TYPE: f32 = 16.0;
