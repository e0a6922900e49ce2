//! A stretch of a text: half-open, in bytes, on character boundaries.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::Range};

/// A half-open stretch of a text, in bytes. Its ends are private, so that every span was made by a constructor that
/// checked their order.
///
/// ```
/// use cotejo::text::Span;
/// let text = "unos 11.000 soldados";
/// let span = Span::new(5, 11);
/// assert_eq!(span.of(text), "11.000");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The stretch from `start` to `end`, in bytes.
    ///
    /// # Panics
    /// Where `end` lies before `start`, or past 4 GiB.
    #[inline]
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends at {end}, before its start at {start}");
        let narrow = |at: usize| u32::try_from(at).expect("a text is shorter than 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The first byte.
    #[inline]
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte behind the last one.
    #[inline]
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes it holds.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    #[inline]
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range of bytes.
    #[inline]
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// What stands there in `text`; empty where the span is not of this text.
    #[inline]
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    ///
    /// ```
    /// # use cotejo::text::Span;
    /// assert!(Span::new(2, 9).contains(Span::new(2, 4)));
    /// assert!(!Span::new(2, 9).contains(Span::new(8, 10)));
    /// ```
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that holds both.
    ///
    /// ```
    /// # use cotejo::text::Span;
    /// assert_eq!(Span::new(1, 3).cover(Span::new(7, 9)), Span::new(1, 9));
    /// ```
    #[inline]
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same stretch, `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
