//! Evidence and reader, driven by their labels.

use crate::desk::{Bench, Setup};
use cotejo::{
    corpus::ArticleId,
    gui::{
        clipboard::{Clip, Clipboard},
        command::UiCommand,
        view_state::View,
    },
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::sync::{Arc, Mutex};

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
fn of_a_chosen_card_the_quotation_is_copied_and_else_the_finding() {
    let mut bench = Bench::with_fixture(Setup::default());
    assert_eq!(bench.copied().matches('«').count(), 6);
    let quotation = "«El Ejército ha enviado 1.350 militares a las dos orillas desde la madrugada.» (El Correo de Aldura, \
                     2025-11-12)\nEl Aldura se desborda y deja el valle incomunicado\nel-correo-de-aldura.txt";
    bench.window.get_by_label_contains("A, El Correo de Aldura, 12 nov, 07:40, sin fuente").focus();
    bench.settle();
    assert_eq!(bench.copied(), quotation);
}

/// A clipboard that takes what is copied in all its forms.
#[derive(Default)]
struct Taking(Mutex<Clip>);

impl Clipboard for Taking {
    fn read(&self) -> Clip {
        self.0.lock().expect("nobody failed").clone()
    }

    fn write(&self, clip: &Clip) -> bool {
        *self.0.lock().expect("nobody failed") = clip.clone();
        true
    }
}

#[test]
fn a_finding_is_copied_for_letters_and_documents_too() {
    let mut bench = Bench::with_fixture(Setup::default());
    let clipboard = Arc::new(Taking::default());
    bench.desk().use_clipboard(clipboard.clone());
    bench.desk().ask(UiCommand::CopyFinding);
    bench.settle();
    let copied = clipboard.read();
    let (html, text) = (copied.html.expect("rich text"), copied.text.expect("plain text"));
    assert!(text.starts_with("militares desplegados en el valle\n«"), "{text}");
    assert!(html.starts_with("<p><strong>Conflicto: militares desplegados en el valle</strong>"), "{html}");
    assert_eq!(html.matches("<blockquote").count(), 6);
    assert!(html.contains("ha enviado <strong>1.350</strong> militares"), "{html}");
    assert!(html.contains("<ul><li>"), "{html}");
    bench.window.get_by_label_contains("A, El Correo de Aldura, 12 nov, 07:40, sin fuente").focus();
    bench.settle();
    bench.desk().ask(UiCommand::CopyQuotation);
    bench.settle();
    let html = clipboard.read().html.expect("rich text");
    assert_eq!((html.matches("<blockquote").count(), html.matches("<p>").count()), (1, 2), "{html}");
}

#[test]
fn the_manual_opens_and_its_chapters_are_walked_through() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.press(Modifiers::NONE, Key::F1);
    assert!(bench.window.query_by_label_contains("Todo ocurre en su equipo").is_some());
    bench.press(Modifiers::NONE, Key::ArrowDown);
    assert!(bench.window.query_by_label_contains("Todo ocurre en su equipo").is_none());
    assert!(bench.window.query_by_label_contains("Cotejo lee 116 cifras").is_some());
    bench.window.get_by_label("Casos").click();
    bench.settle();
    assert!(bench.window.query_by_label_contains("Todo se guarda al momento").is_some());
    bench.press(Modifiers::NONE, Key::Escape);
    assert!(bench.desk().view_mut().dialog.is_none());
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

/// The reader with the day of the flood: Tuesday on the left, Wednesday on the right.
fn reading(size: [f32; 2]) -> Bench {
    let mut bench = Bench::with_fixture(Setup { size, ..Setup::default() });
    bench.window.get_by_label_contains("Conflicto. Día de la crecida").click();
    bench.settle();
    bench.press(Modifiers::NONE, Key::R);
    bench
}

#[test]
fn ribbons_join_what_two_articles_have_in_common() {
    let mut bench = reading([1440.0, 900.0]);
    assert!(bench.window.query_by_label_contains("De A a C, conflicto: martes 11, Wednesday 12 November").is_some());
    assert!(bench.window.query_by_label_contains("De C a A, conflicto: Wednesday 12 November, martes 11").is_some());
    bench.window.get_by_label_contains("De A a C, acuerdo: 118, 118").click();
    bench.settle();
    let selected = bench.desk().session().selected_finding().expect("a finding").topic.clone();
    assert_eq!(selected, "rescatados en helicóptero");
}

#[test]
fn a_click_on_a_figure_looks_at_its_finding() {
    let mut bench = reading([1440.0, 900.0]);
    bench.window.get_by_label("1.350, Conflicto: Militares desplegados en el valle").click();
    bench.settle();
    let selected = bench.desk().session().selected_finding().expect("a finding").topic.clone();
    assert_eq!(selected, "militares desplegados en el valle");
}

#[test]
fn the_next_finding_brings_the_articles_that_state_it() {
    let mut bench = reading([1440.0, 900.0]);
    bench.press(Modifiers::NONE, Key::N);
    assert_eq!(bench.desk().session().selected_finding().map(|f| f.topic.as_str()), Some("daños"));
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(0)), Some(ArticleId(5))]);
}

#[test]
fn other_articles_can_be_put_on_either_side() {
    let mut bench = reading([1440.0, 900.0]);
    bench.press(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(0)), Some(ArticleId(3))]);
    bench.press(Modifiers::ALT, Key::ArrowLeft);
    bench.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(0)), Some(ArticleId(1))]);
    bench.window.get_by_label("Artículo de la izquierda: A, El Correo de Aldura").click();
    bench.settle();
    bench.window.get_by_label("E  Radio Ribera").click();
    bench.settle();
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(4)), Some(ArticleId(1))]);
}

#[test]
fn a_narrow_window_quotes_the_other_article() {
    let mut bench = reading([960.0, 640.0]);
    assert!(bench.window.query_by_label_contains("De A a C").is_none());
    bench.window.get_by_label_contains("The Northern Ledger. Villagers said the water came on Wednesday").click();
    bench.settle();
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(2)), Some(ArticleId(0))]);
}
