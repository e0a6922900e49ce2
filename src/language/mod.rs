//! Languages as data: every word that the program knows of a language stands in its pack, a TOML file.

pub mod breaks;
pub mod compound;
pub mod cues;
mod detect;
pub mod holiday;
pub mod lexicon;
pub mod meaning;
pub mod pack;
mod raw;
pub mod registry;
pub mod speech;
pub mod units;
pub mod zone;

pub use breaks::Breaks;
pub use compound::{Compound, Compounds};
pub use cues::{Cue, Cues};
pub use holiday::Holiday;
pub use lexicon::Lexicon;
pub use meaning::{Hedge, Meaning, Period};
pub use pack::{Format, Pack, PackError};
pub use registry::Registry;
pub use speech::{Roles, Speech};
pub use units::Units;
pub use zone::Zone;
