//! The files that the program carries inside itself: language packs, wordings, sample articles, tables.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The faces that the window and printed reports share: sans and serif, regular and semibold.
pub static SANS: &[u8] = include_bytes!("../assets/fonts/SourceSans3_400Regular.ttf");
/// See [`SANS`].
pub static SANS_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/SourceSans3_600SemiBold.ttf");
/// See [`SANS`].
pub static SERIF: &[u8] = include_bytes!("../assets/fonts/SourceSerif4_400Regular.ttf");
/// See [`SANS`].
pub static SERIF_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/SourceSerif4_600SemiBold.ttf");

/// The words by which a page gives away its own parts; see [`crate::article::words`].
pub static ARTICLE_WORDS: &str = include_str!("../assets/articles.toml");
