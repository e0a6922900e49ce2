//! The letters of a printed report: how wide they are, and which of them there are.

use crate::assets;
use krilla::text::Font;
use ttf_parser::Face as Tables;

/// A family and a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// For everything around quotations.
    Sans,
    /// The same, strong.
    SansBold,
    /// For quotations and titles.
    Serif,
    /// The same, strong.
    SerifBold,
}

/// The fonts that the program carries.
pub struct Faces {
    fonts: [Font; 4],
    tables: [Tables<'static>; 4],
}

/// Stands for a letter that no font holds: a filled square, which news does not use.
const MISSING: char = '■';

/// In the order of [`Face`].
const FILES: [&[u8]; 4] = [assets::SANS, assets::SANS_SEMIBOLD, assets::SERIF, assets::SERIF_SEMIBOLD];

impl Faces {
    /// The fonts; none where one cannot be read, which a test rules out.
    pub fn new() -> Option<Self> {
        let font = |file: &'static [u8]| Font::new(file.to_vec().into(), 0);
        let tables = |file: &'static [u8]| Tables::parse(file, 0).ok();
        let [a, b, c, d] = FILES;
        Some(Self {
            fonts: [font(a)?, font(b)?, font(c)?, font(d)?],
            tables: [tables(a)?, tables(b)?, tables(c)?, tables(d)?],
        })
    }

    /// A font for drawing.
    pub fn font(&self, face: Face) -> Font {
        self.fonts[face as usize].clone()
    }

    /// Whether a letter can be printed in every face.
    pub fn has(&self, letter: char) -> bool {
        self.tables.iter().all(|t| t.glyph_index(letter).is_some())
    }

    /// The text with a sign in the place of each letter that the fonts do not hold, and whether there was one.
    pub fn printable(&self, text: &str) -> (String, bool) {
        let shown: String = text.chars().map(|c| if self.has(c) { c } else { MISSING }).collect();
        let is_missing = shown != text;
        (shown, is_missing)
    }

    /// How wide a text is.
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let tables = &self.tables[face as usize];
        let advance = |c| tables.glyph_index(c).and_then(|g| tables.glyph_hor_advance(g)).unwrap_or(500);
        let units: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
        units as f32 * size / f32::from(tables.units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_hold_the_letters_of_europe() {
        let faces = Faces::new().expect("the fonts can be read");
        let check = |letters: &str, expected| assert!(letters.chars().all(|c| faces.has(c) == expected), "{letters}");
        check("áéíñçßøłžőțéÀ€«»“”–—…", true);
        check("Київ Ўзбек Αθήνα", true);
        check("東京القاهرة", false);
        assert_eq!(faces.printable("a 京"), ("a ■".to_owned(), true));
        assert_eq!(faces.printable("a"), ("a".to_owned(), false));
        assert!(faces.has(MISSING));
        assert!(faces.width(Face::SansBold, 10.0, "mm") > faces.width(Face::Sans, 10.0, "ii"));
    }
}
