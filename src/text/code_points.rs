//! Places of a text in Unicode code points, as other programs count them.

/// Counts the code points of one text: from a byte to the number of characters before it.
///
/// Counting from the front for every figure would be quadratic, so a count is kept for every block of the text.
///
/// ```
/// use cotejo::text::CodePoints;
/// let points = CodePoints::new("más de 11.000");
/// assert_eq!(points.at(8), 7);
/// assert_eq!(points.before(8, 4), " de ");
/// assert_eq!(points.after(8, 2), "11");
/// ```
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// The code points before every block of [`BLOCK`] bytes.
    counts: Vec<u32>,
}

/// How many bytes are counted in one go.
const BLOCK: usize = 1024;

impl<'t> CodePoints<'t> {
    /// Counts `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut counts = vec![0];
        let mut count = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            count += starts(block);
            counts.push(count);
        }
        Self { text, counts }
    }

    /// How many code points stand before the byte `at`; all of them where the text ends earlier.
    #[must_use]
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = at / BLOCK;
        (self.counts[block] + starts(&self.text.as_bytes()[block * BLOCK..at])) as usize
    }

    /// The `count` code points that stand before the byte `at`, fewer at the beginning of the text.
    #[must_use]
    pub fn before(&self, at: usize, count: usize) -> &'t str {
        let head = &self.text[..self.text.floor_char_boundary(at)];
        let start = head.char_indices().rev().take(count).last().map_or(head.len(), |(i, _)| i);
        &head[start..]
    }

    /// The `count` code points that stand behind the byte `at`, fewer at the end of the text.
    #[must_use]
    pub fn after(&self, at: usize, count: usize) -> &'t str {
        let tail = &self.text[self.text.floor_char_boundary(at)..];
        let end = tail.char_indices().nth(count).map_or(tail.len(), |(i, _)| i);
        &tail[..end]
    }
}

/// How many code points begin in `bytes`.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|b| **b & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn counts_as_a_plain_count_does() {
        let text = "ñandú 😀 ".repeat(700);
        let points = CodePoints::new(&text);
        for (i, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), i);
        }
        assert_eq!(points.at(text.len() + 9), text.chars().count());
    }

    #[test]
    fn takes_what_there_is() {
        let points = CodePoints::new("año 2025");
        for (at, count, before, after) in
            [(0, 3, "", "año"), (5, 32, "año ", "2025"), (9, 2, "25", ""), (99, 2, "25", ""), (3, 0, "", "")]
        {
            assert_eq!((points.before(at, count), points.after(at, count)), (before, after), "{at} {count}");
        }
    }
}
