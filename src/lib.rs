#![doc = include_str!("ARCHITECTURE.md")]

pub mod align;
pub mod amendment;
pub mod analysis;
pub mod article;
pub mod assets;
pub mod attribution;
pub mod autosave;
pub mod case;
pub mod cli;
pub mod concept;
pub mod corpus;
pub mod finding;
#[cfg(feature = "window")]
pub mod gui;
pub mod language;
pub mod preferences;
pub mod quantity;
pub mod report;
pub mod review;
pub mod sense;
pub mod sentence;
pub mod text;
pub mod vocabulary;
pub mod wording;

// The fixtures of the window are shared with the tests in `tests/`, which know the library by its name.
#[cfg(all(test, feature = "window"))]
extern crate self as cotejo;
