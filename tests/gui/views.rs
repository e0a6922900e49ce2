//! Evidence and reader, driven by their labels.

use crate::desk::{Bench, Setup};
use cotejo::{
    corpus::ArticleId,
    gui::{command::UiCommand, view_state::View},
};
use egui_kittest::kittest::Queryable;

#[test]
fn the_evidence_says_who_stands_alone_and_why() {
    let bench = Bench::with_fixture(Setup::default());
    for label in [
        "Conflicto, solo La Tribuna Nacional se aparta",
        "Militares desplegados en el valle",
        "Lo que dice cada fuente",
        "Por qué",
    ] {
        assert!(bench.window.query_all_by_label(label).next().is_some(), "{label}");
    }
    let line = bench.window.get_by_label_contains("Zona común de A, C, D, E y F");
    assert!(format!("{line:?}").contains("B 3.150, aparte"), "{line:?}");
}

#[test]
fn a_card_opens_the_articles_at_its_sentence() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label_contains("A, El Correo de Aldura, 12 nov, 07:40, sin fuente").click();
    bench.settle();
    let view = bench.desk().view_mut();
    assert_eq!(view.view, View::Reader);
    // Beside the article of the card stands the one that contradicts it.
    assert_eq!(view.reader.articles, [Some(ArticleId(0)), Some(ArticleId(1))]);
}

#[test]
fn in_a_narrow_window_the_reasons_are_folded_away() {
    let mut bench = Bench::with_fixture(Setup { size: [1024.0, 700.0], ..Setup::default() });
    assert!(bench.window.query_by_label_contains("Muy probable").is_none());
    bench.window.get_by_label_contains("Por qué: ").click();
    bench.settle();
    assert!(bench.window.query_by_label_contains("Muy probable").is_some());
    bench.desk().ask(UiCommand::Next);
    bench.settle();
    assert!(bench.window.query_all_by_label("Desaparecidos").next().is_some());
}
