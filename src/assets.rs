//! The files that the program carries inside itself: language packs, wordings, sample articles, tables.

include!(concat!(env!("OUT_DIR"), "/assets.rs"));
