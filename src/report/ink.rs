//! The colours of a drawing by what they are for, and what they are on paper.

use crate::finding::Verdict;

/// A colour by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is read first.
    Text,
    /// What is read last.
    Quiet,
    /// The lines behind everything.
    Hairline,
    /// The ground, under words that cross a line.
    Paper,
    /// The width of "about".
    Soft,
    /// Where the others overlap.
    Common,
    /// What stands apart.
    Apart(Verdict),
    /// A source's own colour.
    Source(u32),
    /// A letter on that colour.
    OnSource(u32),
    /// The ground of a marked figure.
    Marked,
}

/// Red, green and blue.
pub type Color = (u8, u8, u8);

/// The colours of the sources, as in the window.
const SOURCES: [Color; 8] = [
    (0x2c, 0x33, 0x7b),
    (0xa8, 0x64, 0x1a),
    (0x44, 0x70, 0x50),
    (0x73, 0x48, 0x66),
    (0x4d, 0x47, 0x0f),
    (0x4c, 0x8d, 0x91),
    (0x5f, 0x28, 0x37),
    (0x75, 0x64, 0xab),
];

impl Ink {
    /// The colour that it has on white paper.
    #[must_use]
    pub fn on_paper(self) -> Color {
        match self {
            Self::Text => (0x21, 0x1f, 0x1b),
            Self::Quiet => (0x5f, 0x59, 0x4f),
            Self::Hairline => (0xe2, 0xdd, 0xd3),
            Self::Paper => (0xff, 0xff, 0xff),
            Self::Soft => (0xd3, 0xd1, 0xcc),
            Self::Common => (0xe5, 0xea, 0xed),
            Self::Marked => (0xf3, 0xe6, 0xb8),
            Self::Apart(Verdict::Conflict) => (0x8f, 0x1b, 0x16),
            Self::Apart(Verdict::Tension) => (0x8b, 0x61, 0x00),
            Self::Apart(Verdict::Agree) => (0x12, 0x51, 0x8f),
            Self::Apart(Verdict::Single) => (0x67, 0x61, 0x5a),
            Self::Source(id) => SOURCES[id as usize % SOURCES.len()],
            // The sixth colour is light.
            Self::OnSource(id) if id % 8 == 5 => (0x14, 0x13, 0x11),
            Self::OnSource(_) => (0xff, 0xff, 0xff),
        }
    }
}
