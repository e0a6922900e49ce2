//! Text as bytes and characters: spans, folding, tokens. Knows nothing of articles or figures.

pub mod code_points;
pub mod fold;
pub mod span;
pub mod stem;
pub mod token;
pub mod word;

pub use code_points::CodePoints;
pub use fold::fold;
pub use span::Span;
pub use stem::Stemmer;
pub use word::words;

/// A text in one line: any white space between two words becomes a space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
