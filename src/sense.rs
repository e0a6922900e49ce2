//! What a word means, as a direction: words that mean the same point the same way, in one language and across languages.
//!
//! The table `assets/senses.bin` was made once by `benches/senses/make.py`, which says from what and how. Concepts say
//! more, but only of the words that somebody thought of; directions know eighty thousand.

use std::sync::LazyLock;

/// A table of words with their directions.
#[derive(Debug)]
pub struct Senses {
    count: usize,
    /// Where each word's spelling begins, four bytes each.
    places: &'static [u8],
    /// How telling each word is, one byte each.
    telling: &'static [u8],
    /// The directions, four bits a value.
    values: &'static [u8],
    /// The spellings, each ended by a newline.
    spellings: &'static [u8],
}

/// The place of a word in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SenseId(pub(crate) u32);

/// The values of one direction.
pub const DIMENSIONS: usize = 64;
/// What the file begins with.
const MAGIC: &[u8] = b"COTEJO-SENSES-1\n";
/// The middle of the sixteen steps that four bits can say.
const MIDDLE: f32 = 7.5;

static BUILT_IN: LazyLock<Senses> = LazyLock::new(|| {
    Senses::read(include_bytes!("../assets/senses.bin"))
        .expect("the program's own table is well formed: a test reads it")
});

impl Senses {
    /// The table that the program carries.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads a table; none where the bytes are not one.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let head = bytes.strip_prefix(MAGIC)?;
        let number = |at: usize| Some(u32::from_le_bytes(head.get(at..at + 4)?.try_into().ok()?) as usize);
        let (count, dimensions) = (number(0)?, number(4)?);
        let (places, rest) = head.get(8..)?.split_at_checked(count * 4)?;
        let (telling, rest) = rest.split_at_checked(count)?;
        let (values, spellings) = rest.split_at_checked(count * DIMENSIONS / 2)?;
        (dimensions == DIMENSIONS).then_some(Self { count, places, telling, values, spellings })
    }

    /// The word with this folded spelling ([`fold()`](crate::text::fold())).
    #[must_use]
    pub fn find(&self, folded: &str) -> Option<SenseId> {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = low.midpoint(high);
            match self.spelling(middle).cmp(folded.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(SenseId(middle as u32)),
            }
        }
        None
    }

    fn spelling(&self, i: usize) -> &[u8] {
        let place: [u8; 4] = self.places.get(i * 4..i * 4 + 4).and_then(|p| p.try_into().ok()).unwrap_or_default();
        let from = self.spellings.get(u32::from_le_bytes(place) as usize..).unwrap_or_default();
        from.split(|b| *b == b'\n').next().unwrap_or_default()
    }

    /// How telling a word is: near 1 for a rare one, near 0 for "the".
    #[must_use]
    pub fn telling(&self, word: SenseId) -> f32 {
        f32::from(self.telling[word.0 as usize]) / 255.0
    }

    /// How many words the table has; their ids count up from 0.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The direction of one word, of length 1.
    #[must_use]
    pub fn values(&self, word: SenseId) -> [f32; DIMENSIONS] {
        let at = word.0 as usize * DIMENSIONS / 2;
        let packed = &self.values[at..at + DIMENSIONS / 2];
        let mut values = [0.0; DIMENSIONS];
        for (pair, p) in values.as_chunks_mut::<2>().0.iter_mut().zip(packed) {
            *pair = [f32::from(p & 15) - MIDDLE, f32::from(p >> 4) - MIDDLE];
        }
        // Twice the values are whole numbers, whose sum need not be made in order.
        let twice = |n: u8| 2 * i32::from(n) - (2.0 * MIDDLE) as i32;
        let squares: i32 = packed.iter().map(|p| twice(p & 15).pow(2) + twice(p >> 4).pow(2)).sum();
        let length = (squares as f32 / 4.0).sqrt().max(f32::EPSILON);
        values.iter_mut().for_each(|v| *v /= length);
        values
    }

    /// The direction of words together, each by its weight. Nothing points nowhere.
    pub fn direction(&self, words: impl IntoIterator<Item = (SenseId, f32)>) -> Direction {
        let mut sum = [0.0; DIMENSIONS];
        for (word, weight) in words {
            sum.iter_mut().zip(self.values(word)).for_each(|(s, v)| *s += v * weight);
        }
        let length = sum.iter().map(|v| v * v).sum::<f32>().sqrt();
        if length <= f32::EPSILON {
            return Direction(None);
        }
        sum.iter_mut().for_each(|v| *v /= length);
        Direction(Some(Box::new(sum)))
    }
}

/// Where the meaning of some words points to, of length 1; or nowhere.
#[derive(Clone, Debug, Default)]
pub struct Direction(Option<Box<[f32; DIMENSIONS]>>);

impl Direction {
    /// The cosine of the angle between the two: 1 for the same meaning, near 0 for words that have nothing to do with
    /// each other, 0 where one of them points nowhere.
    #[must_use]
    pub fn cosine(&self, other: &Self) -> f32 {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => a.iter().zip(b.iter()).map(|(x, y)| x * y).sum(),
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(a: &str, b: &str) -> f32 {
        let senses = Senses::built_in();
        let of = |word: &str| senses.direction(senses.find(word).map(|w| (w, 1.0)));
        of(a).cosine(&of(b))
    }

    #[test]
    fn words_that_mean_the_same_point_the_same_way() {
        for (a, b, other) in [
            ("muertos", "fallecidos", "millones"),
            ("incendio", "feuer", "huelga"),
            ("heridos", "injured", "presupuesto"),
            ("soldados", "tropas", "hospital"),
            ("huelga", "strike", "incendio"),
            ("verletzte", "feriti", "haushalt"),
        ] {
            let (near, far) = (alike(a, b), alike(a, other));
            assert!(near > far + 0.2, "{a} {b} {near}, {a} {other} {far}");
        }
    }

    #[test]
    fn a_word_that_is_not_in_the_table_points_nowhere() {
        assert_eq!(Senses::built_in().find("xqzzyx"), None);
        assert_eq!(Senses::built_in().find(""), None);
        assert_eq!(Senses::built_in().direction([]).cosine(&Direction::default()), 0.0);
        assert!((alike("muertos", "muertos") - 1.0).abs() < 1e-5);
    }

    #[test]
    fn bytes_that_are_no_table_are_refused() {
        for bytes in [&b""[..], b"COTEJO-SENSES-1\n", b"COTEJO-SENSES-1\n\xff\xff\xff\xff\x40\0\0\0abc", b"x"] {
            assert!(Senses::read(bytes).is_none());
        }
    }

    #[test]
    fn the_words_stand_in_order() {
        let senses = Senses::built_in();
        assert!((1..senses.count).all(|i| senses.spelling(i - 1) < senses.spelling(i)));
    }
}
