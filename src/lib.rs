#![doc = include_str!("ARCHITECTURE.md")]

pub mod align;
pub mod analysis;
pub mod article;
pub mod assets;
pub mod corpus;
pub mod finding;
pub mod language;
pub mod quantity;
pub mod review;
pub mod sentence;
pub mod text;
pub mod wording;
