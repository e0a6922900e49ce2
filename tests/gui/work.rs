//! The person's work, step by step, by the labels that a screen reader reads.

use crate::desk::{Bench, Setup};
use cotejo::review::Status;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

#[test]
fn the_empty_desk_says_what_to_do() {
    let bench = Bench::empty(Setup::default());
    for label in ["Abrir artículos…", "Abrir carpeta…", "Probar con un ejemplo", "Ponga dos noticias lado a lado"]
    {
        assert!(bench.window.query_all_by_label(label).next().is_some(), "{label}");
    }
}

#[test]
fn a_decision_moves_on_and_can_be_taken_back() {
    let mut bench = Bench::with_fixture(Setup::default());
    let first = bench.desk().session().selected_finding().expect("a finding").clone();
    bench.press(Modifiers::NONE, Key::Num1);
    assert_eq!(bench.desk().session().status(&first), Status::Confirmed);
    assert_eq!(bench.desk().session().selected_place(), Some(1));
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.desk().session().status(&first), Status::Open);
    assert_eq!(bench.desk().session().selected_place(), Some(0));
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(bench.desk().session().status(&first), Status::Confirmed);
}
