//! The window, driven through its labels as a screen reader would, and painted without a display.

#[path = "../support/fixture.rs"]
#[allow(dead_code)]
mod fixture;
#[path = "../support/network.rs"]
mod network;
#[path = "../support/software_renderer.rs"]
mod software_renderer;

mod accessible;
mod by_hand;
mod cases;
mod crowd;
mod desk;
mod ledger;
mod pictures;
mod real_window;
mod settings;
mod sources;
mod views;
mod work;
