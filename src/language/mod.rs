//! Languages as data: every word that the program knows of a language stands in its pack, a TOML file.

pub mod pack;
pub mod registry;

pub use pack::Pack;
pub use registry::Registry;
