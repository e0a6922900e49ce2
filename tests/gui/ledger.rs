//! The ledger, by the labels that a screen reader reads and by its keys.

use crate::{
    crowd,
    desk::{Bench, Setup},
};
use cotejo::{
    corpus::ArticleId,
    finding::Verdict,
    gui::{
        command::UiCommand,
        session::{Order, SourceId},
        view_state::View,
    },
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

const NONE: Modifiers = Modifiers::NONE;

/// The ledger of the fixture, reached by its key.
fn ledger(setup: Setup) -> Bench {
    let mut bench = Bench::with_fixture(setup);
    bench.press(Modifiers::COMMAND, Key::Num3);
    assert_eq!(bench.desk().view_mut().view, View::Ledger);
    bench
}

fn topic(bench: &mut Bench) -> String {
    bench.desk().session().selected_finding().map(|f| f.topic.clone()).unwrap_or_default()
}

/// The label of the card that has the focus in the evidence.
fn focused(bench: &Bench) -> String {
    let focused = bench.window.root().children_recursive().find(|n| n.accesskit_node().is_focused());
    focused.and_then(|n| n.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn every_cell_says_what_its_source_says() {
    for (language, labels) in [
        (
            "es",
            [
                "Militares desplegados en el valle, La Tribuna Nacional: 3.150, conflicto",
                "Militares desplegados en el valle, The Northern Ledger: about 1,300",
                "Desaparecidos, La Tribuna Nacional: no lo dice",
                "Conflicto. Militares desplegados en el valle. Sin decidir. 1 de 11.",
                "E, Radio Ribera, casi igual que D",
                "11 hechos, De la A a la Z",
            ],
        ),
        (
            "en",
            [
                "Militares desplegados en el valle, La Tribuna Nacional: 3.150, conflict",
                "Muertos, El Correo de Aldura: nueve, tension",
                "Desaparecidos, La Tribuna Nacional: silent",
                "Conflict. Militares desplegados en el valle. Undecided. 1 of 11.",
                "E, Radio Ribera, nearly the same as D",
                "11 facts, From A to Z",
            ],
        ),
    ] {
        let bench = ledger(Setup { language, ..Setup::default() });
        for label in labels {
            assert!(bench.window.query_by_label(label).is_some(), "{label}");
        }
        assert!(bench.window.query_by_label_contains("B 3.150, ").is_some(), "the spread is told");
    }
}

#[test]
fn arrows_walk_from_cell_to_cell_and_enter_goes_to_the_evidence() {
    let mut bench = ledger(Setup::default());
    for (modifiers, key, topic_after, column) in [
        (NONE, Key::ArrowRight, "militares desplegados en el valle", Some(0)),
        (NONE, Key::ArrowRight, "militares desplegados en el valle", Some(1)),
        (NONE, Key::ArrowDown, "desaparecidos", Some(1)),
        (NONE, Key::End, "desaparecidos", Some(5)),
        (NONE, Key::ArrowRight, "desaparecidos", Some(5)),
        (Modifiers::COMMAND, Key::End, "caudal máximo", Some(5)),
        (NONE, Key::ArrowDown, "caudal máximo", Some(5)),
        (NONE, Key::Home, "caudal máximo", None),
        (NONE, Key::ArrowLeft, "caudal máximo", None),
        (Modifiers::COMMAND, Key::Home, "militares desplegados en el valle", None),
        (NONE, Key::PageDown, "caudal máximo", None),
        (NONE, Key::PageUp, "militares desplegados en el valle", None),
        (NONE, Key::N, "desaparecidos", None),
        (NONE, Key::End, "desaparecidos", Some(5)),
    ] {
        bench.press(modifiers, key);
        assert_eq!(topic(&mut bench), topic_after, "after {key:?}");
        assert_eq!(bench.desk().view_mut().ledger.column, column.map(SourceId), "after {key:?}");
    }
    bench.press(NONE, Key::Enter);
    assert_eq!(bench.desk().view_mut().view, View::Findings);
    assert!(focused(&bench).starts_with("F, Diario del Puerto, "), "{}", focused(&bench));
}

#[test]
fn a_click_shows_what_a_cell_rests_on_and_two_go_there() {
    let mut bench = ledger(Setup::default());
    let cell = "Día de la crecida, The Northern Ledger: Wednesday 12 November, conflicto";
    bench.window.get_by_label(cell).click();
    bench.settle();
    assert_eq!(topic(&mut bench), "día de la crecida");
    let said = "The Northern Ledger, 12 nov, 23:02, cita: «Villagers». Villagers said the water came on Wednesday";
    assert!(bench.window.query_by_label_contains(said).is_some());
    // A source that is silent says so.
    bench.window.get_by_label("Día de la crecida, Radio Ribera: no lo dice").click();
    bench.settle();
    assert!(bench.window.query_by_label_contains("Radio Ribera. No dice nada de este hecho.").is_some());
    bench.window.get_by_label(cell).click();
    bench.settle();
    bench.window.get_by_label("Leer junto a A").click();
    bench.settle();
    assert_eq!(bench.desk().view_mut().reader.articles, [Some(ArticleId(2)), Some(ArticleId(0))]);
    bench.press(Modifiers::COMMAND, Key::Num3);
    bench.window.get_by_label("Ver pruebas").click();
    bench.settle();
    assert_eq!(bench.desk().view_mut().view, View::Findings);
    assert!(focused(&bench).starts_with("C, The Northern Ledger, "), "{}", focused(&bench));
}

#[test]
fn headings_sort_by_a_click_and_by_the_keyboard() {
    let mut bench = ledger(Setup::default());
    let order = |bench: &mut Bench| (bench.desk().session().filter().order, bench.desk().session().filter().turned);
    bench.window.get_by_label("11 hechos, De la A a la Z").click();
    bench.settle();
    assert_eq!(order(&mut bench), (Order::Topic, false));
    let first = |bench: &mut Bench| bench.desk().session().shown().next().map(|f| f.topic.clone());
    assert_eq!(first(&mut bench).as_deref(), Some("aviso de la presa"));
    bench.window.get_by_label("11 hechos, De la A a la Z, ordenado").click();
    bench.settle();
    assert_eq!(first(&mut bench).as_deref(), Some("rescatados en helicóptero"));
    assert!(bench.window.query_by_label("11 hechos, De la A a la Z, ordenado al revés").is_some());
    bench.window.get_by_label("Dispersión, Por dispersión").focus();
    bench.settle();
    bench.press(NONE, Key::Enter);
    assert_eq!(order(&mut bench), (Order::Spread, false));
    assert_eq!(bench.desk().view_mut().view, View::Ledger);
    // And from the menu, which the list of findings has too.
    bench.window.get_by_label("Por dispersión").click();
    bench.settle();
    bench.window.get_by_label("En orden inverso").click();
    bench.settle();
    assert_eq!(order(&mut bench), (Order::Spread, true));
}

#[test]
fn the_filter_is_that_of_the_findings() {
    let mut bench = ledger(Setup::default());
    bench.window.get_by_label("Conflictos, 4, visibles").click();
    bench.settle();
    assert!(!bench.desk().session().filter().shows(Verdict::Conflict));
    bench.press(Modifiers::COMMAND, Key::F);
    assert_eq!(bench.desk().view_mut().view, View::Ledger);
    bench.window.get_by_label("Buscar en hallazgos y textos").type_text("camas");
    bench.settle();
    assert!(bench.window.query_by_label("1 hecho, De la A a la Z").is_some());
    bench.window.get_by_label("Buscar en hallazgos y textos").type_text("no hay tal");
    bench.settle();
    assert!(bench.window.query_by_label("Ningún hallazgo con estos filtros.").is_some());
    bench.window.get_by_label("Quitar filtros").click();
    bench.settle();
    assert!(bench.window.query_by_label("11 hechos, De la A a la Z").is_some());
    bench.window.get_by_label("B, La Tribuna Nacional").click();
    bench.settle();
    assert_eq!(bench.desk().session().shown().len(), 5);
    bench.window.get_by_label("B, La Tribuna Nacional").click();
    bench.settle();
    assert_eq!(bench.desk().session().shown().len(), 11);
}

#[test]
fn what_is_copied_is_the_table() {
    let mut bench = ledger(Setup::default());
    let table = bench.copied();
    assert_eq!(table.lines().count(), 12);
    assert!(table.lines().all(|l| l.split('\t').count() == 9), "{table}");
    // Elsewhere it is the finding.
    bench.press(Modifiers::COMMAND, Key::Num1);
    assert!(bench.copied().contains('«'));
}

#[test]
fn decisions_are_made_without_leaving() {
    let mut bench = ledger(Setup::default());
    bench.press(NONE, Key::Num1);
    assert_eq!(topic(&mut bench), "desaparecidos");
    assert!(
        bench.window.query_by_label("Conflicto. Militares desplegados en el valle. Confirmado. 1 de 11.").is_some()
    );
    bench.press(NONE, Key::Num2);
    assert!(bench.window.query_by_label("Hechos distintos").is_some());
    bench.press(NONE, Key::Num1);
    assert!(bench.window.query_by_label("Conflicto. Desaparecidos. Descartado. 2 de 11.").is_some());
    assert_eq!(bench.desk().view_mut().view, View::Ledger);
}

#[test]
fn a_source_that_is_switched_off_has_no_column() {
    let mut bench = ledger(Setup::default());
    bench.desk().session_mut().switch(SourceId(1), false);
    bench.settle();
    assert!(bench.window.query_by_label("B, La Tribuna Nacional").is_none());
    assert!(bench.window.query_by_label("C, The Northern Ledger").is_some());
}

#[test]
fn one_article_alone_says_what_is_missing() {
    let mut bench = Bench::with_fixture(Setup::default());
    let others: Vec<SourceId> = bench.desk().session().sources()[1..].iter().map(|s| s.id).collect();
    others.into_iter().for_each(|id| bench.desk().session_mut().remove(id));
    bench.desk().session_mut().set_analysis(Vec::new(), cotejo::analysis::Analysis::default());
    bench.settle();
    bench.desk().ask(UiCommand::ShowLedger);
    bench.settle();
    assert!(bench.window.query_by_label_contains("Con un solo artículo no hay con qué comparar.").is_some());
    assert!(bench.window.query_all_by_label("Abrir artículos…").next().is_some());
}

#[test]
fn many_sources_pass_beside_the_facts() {
    let mut bench = Bench::empty(Setup { size: [1024.0, 700.0], ..Setup::default() });
    *bench.desk().session_mut() = crowd::session(40);
    bench.settle();
    bench.press(Modifiers::COMMAND, Key::Num3);
    // Only what can be seen is there.
    let seen = |bench: &Bench| {
        (0..40)
            .filter(|i| bench.window.query_all_by_label_contains(&crowd::head(*i)).next().is_some())
            .collect::<Vec<_>>()
    };
    let first = seen(&bench);
    assert!(first.contains(&0) && first.len() < 9, "{first:?}");
    bench.press(NONE, Key::End);
    let last = seen(&bench);
    assert!(last.contains(&39) && !last.contains(&0) && last.len() < 9, "{last:?}");
    // The facts stay, and going back brings the first source again.
    assert!(bench.window.query_by_label_contains(". 1 de ").is_some());
    bench.press(NONE, Key::Home);
    bench.press(NONE, Key::ArrowRight);
    assert!(seen(&bench).contains(&0));
}
