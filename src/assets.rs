//! The files that the program carries inside itself: language packs, wordings, sample articles, tables.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The words by which a page gives away its own parts; see [`crate::article::words`].
pub static ARTICLE_WORDS: &str = include_str!("../assets/articles.toml");
