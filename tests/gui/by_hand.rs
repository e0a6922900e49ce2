//! What the person does by hand: mentions joined and split, figures corrected, each taken back and done again.

use crate::desk::{Bench, Setup};
use cotejo::{
    case::Copies,
    corpus::ArticleId,
    finding::Verdict,
    gui::{action::Action, session::Deed, view_state::View},
    review::Status,
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

/// Three articles on a flood, of which one disagrees, and one on something else.
const ARTICLES: [(&str, &str); 4] = [
    ("el-faro", "El Aldura se desborda\n\nEl río Aldura se desbordó en Montoro y causó 11 muertos en el valle.\n"),
    ("la-costa", "El Aldura se desborda\n\nEl río Aldura se desbordó en Montoro y causó 15 muertos en el valle.\n"),
    ("la-voz", "El Aldura crece\n\nEl río Aldura se desbordó en Montoro y causó 11 muertos en el valle, dice Efe.\n"),
    (
        "la-hora",
        "Cultura, con menos dinero\n\nEl presupuesto municipal de cultura paga 40 conciertos al año próximo.\n",
    ),
];

/// A window with these articles, analysed, and the folder that holds them.
fn desk(language: &'static str) -> (Bench, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(format!("{name}.txt"));
    for (name, text) in ARTICLES {
        std::fs::write(path(name), text).expect("a file");
    }
    let mut bench = Bench::empty(Setup { language, ..Setup::default() });
    bench.desk().open(ARTICLES.map(|(name, _)| path(name)).to_vec());
    bench.settle();
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 3), "the flood is what the desk begins with");
    (bench, folder)
}

/// The verdict of the selected finding, and how many mentions it has.
fn selected(bench: &mut Bench) -> (Verdict, usize) {
    let finding = bench.desk().session().selected_finding().expect("one is selected");
    (finding.verdict, finding.mentions.len())
}

fn shows(bench: &Bench, words: &str) -> bool {
    bench.window.query_all_by_label_contains(words).next().is_some()
}

/// The source whose mention is chosen.
fn chosen(bench: &mut Bench) -> Option<String> {
    let figure = bench.desk().view_mut().chosen?;
    let corpus = &bench.desk().session().analysis().corpus;
    Some(corpus.article(corpus.article_of(figure)).name())
}

/// Takes the last edit back and makes it again.
fn check_undo(bench: &mut Bench, deed: Deed, undone: &str, redone: &str) {
    let after = selected(bench);
    let amendments = bench.desk().session().amendments().clone();
    assert_eq!(bench.desk().session().history().0, Some(deed));
    bench.press(CTRL, Key::Z);
    assert_eq!(selected(bench), (Verdict::Conflict, 3), "{undone}");
    assert!(bench.desk().session().amendments().is_empty() && shows(bench, undone), "{undone}");
    bench.press(CTRL | Modifiers::SHIFT, Key::Z);
    assert_eq!((selected(bench), bench.desk().session().amendments()), (after, &amendments), "{redone}");
    assert!(shows(bench, redone), "{redone}");
}

#[test]
fn a_mention_is_split_off_by_one_key() {
    for (language, choose, split, by_hand, undone, redone) in [
        (
            "es",
            "Elija la mención con las flechas",
            "Se ha separado «15» de La Costa",
            "separado a mano",
            "Deshecho: Mención separada",
            "Rehecho: Mención separada",
        ),
        (
            "en",
            "Choose the mention with the arrows",
            "Split “15” in La Costa",
            "split by hand",
            "Undone: Mention split",
            "Redone: Mention split",
        ),
    ] {
        let (mut bench, _folder) = desk(language);
        bench.press(NONE, Key::S);
        assert!(shows(&bench, choose), "{language}");
        assert_eq!(selected(&mut bench), (Verdict::Conflict, 3), "nothing was chosen yet");
        bench.press(NONE, Key::S);
        assert_eq!(selected(&mut bench), (Verdict::Agree, 2), "who stood apart is gone");
        assert!(shows(&bench, split), "{language}");
        let parted = bench.desk().session().analysis().findings.iter().find(|f| f.mentions[0].by_hand.parted);
        let parted = parted.expect("it stands alone now").fingerprint.clone();
        let there = bench.desk().session().selected().cloned().expect("one is selected");
        bench.desk().session_mut().select(parted);
        bench.settle();
        assert!(shows(&bench, by_hand), "{language}");
        bench.desk().session_mut().select(there);
        check_undo(&mut bench, Deed::Parted, undone, redone);
    }
}

#[test]
fn a_mention_is_joined_with_one_that_is_looked_for() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::Num1);
    bench.press(NONE, Key::P);
    bench.press(NONE, Key::J);
    assert!(shows(&bench, "Unir con…"));
    bench.window.get_by_label("Buscar en las cifras de los demás artículos").type_text("nada parecido");
    bench.settle();
    assert!(shows(&bench, "Ninguna cifra con esas palabras"));
    bench.press(NONE, Key::Enter);
    assert!(bench.desk().session().amendments().is_empty(), "there was nothing to choose");
    bench.press(CTRL, Key::A);
    bench.window.get_by_label("Buscar en las cifras de los demás artículos").type_text("CULTÚRA la hora");
    bench.settle();
    assert!(shows(&bench, "La Hora: 40. El presupuesto municipal de cultura"));
    bench.press(NONE, Key::Enter);
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 4));
    assert!(shows(&bench, "Unidos a mano."), "the reasons say so");
    assert!(shows(&bench, "(unido a mano)"), "the card says so");
    let finding = bench.desk().session().selected_finding().expect("a finding").clone();
    assert_eq!(bench.desk().session().status(&finding), Status::Confirmed, "what was decided stays");
    check_undo(&mut bench, Deed::Joined, "Deshecho: Menciones unidas", "Rehecho: Menciones unidas");
}

#[test]
fn arrows_choose_what_to_join_and_escape_leaves() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::S);
    bench.press(NONE, Key::ArrowDown);
    bench.press(NONE, Key::J);
    bench.press(NONE, Key::Escape);
    assert!(!shows(&bench, "Unir con…") && bench.desk().session().amendments().is_empty());
    bench.press(NONE, Key::ArrowDown);
    assert_eq!(chosen(&mut bench).as_deref(), Some("La Voz"), "the keyboard is back at the cards");
    bench.press(NONE, Key::J);
    // There is one figure that it can be joined with; the arrows stay on it.
    bench.press(NONE, Key::ArrowDown);
    bench.press(NONE, Key::ArrowUp);
    bench.window.get_by_label("Unir").click();
    bench.settle();
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 4));
}

#[test]
fn a_misread_figure_is_corrected_and_what_is_typed_is_read_at_once() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::E);
    bench.press(NONE, Key::E);
    assert!(shows(&bench, "El programa leyó: 15 · muertos"));
    for (typed, answer) in [
        ("muchos", "Aquí no se lee ninguna cifra"),
        ("11 muertos y 3 heridos", "Aquí se leen varias cifras"),
        ("unos once", "Se lee: alrededor de 11"),
        ("once", "Se lee: 11"),
    ] {
        bench.press(CTRL, Key::A);
        bench.window.get_by_label("Lo que dice el artículo").type_text(typed);
        bench.settle();
        assert!(shows(&bench, answer), "{typed}");
        if answer.starts_with("Aquí") {
            bench.press(NONE, Key::Enter);
            assert!(bench.desk().session().amendments().is_empty(), "{typed} is no figure");
        }
    }
    bench.press(NONE, Key::Enter);
    assert_eq!(selected(&mut bench), (Verdict::Agree, 3));
    assert!(shows(&bench, "cifra corregida a mano: once; se leía 15"));
    let row = bench.window.get_by_label_contains("Acuerdo. ");
    let spoken = row.accesskit_node().label().unwrap_or_default();
    assert!(spoken.contains("(cifra corregida a mano: once; se leía 15). Sin decidir."), "{spoken}");
    assert_eq!(chosen(&mut bench).as_deref(), Some("La Costa"));
    bench.press(NONE, Key::ArrowDown);
    assert_eq!(chosen(&mut bench).as_deref(), Some("La Voz"), "the keyboard is back at the cards");
    bench.press(NONE, Key::ArrowUp);
    check_undo(&mut bench, Deed::FigureCorrected, "Deshecho: Cifra corregida", "Rehecho: Cifra corregida");
    // It can be read again as it was.
    bench.press(NONE, Key::E);
    bench.window.get_by_label("Volver a lo leído").click();
    bench.settle();
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 3));
    assert!(bench.desk().session().amendments().is_empty());
}

#[test]
fn what_is_no_figure_is_passed_over_and_found_again_in_the_reader() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::E);
    bench.press(NONE, Key::E);
    bench.window.get_by_label("No es una cifra").click();
    bench.settle();
    assert_eq!(selected(&mut bench), (Verdict::Agree, 2));
    check_undo(&mut bench, Deed::FigurePassedOver, "Deshecho: No es una cifra", "Rehecho: No es una cifra");
    bench.desk().ask(Action::ReadAt(ArticleId(1), None));
    bench.settle();
    bench.window.get_by_label_contains("15: no es una cifra, según usted").click();
    bench.settle();
    bench.window.get_by_label("Volver a lo leído").click();
    bench.settle();
    assert_eq!(bench.desk().session().analysis().findings[0].mentions.len(), 3);
}

#[test]
fn a_figure_of_the_reader_is_joined_by_the_same_key() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::R);
    assert_eq!(bench.desk().view_mut().view, View::Reader);
    bench.window.get_by_label_contains("15, Conflicto: ").click();
    bench.settle();
    bench.press(NONE, Key::J);
    assert!(shows(&bench, "B: 15, La Costa"), "the dialog names what was chosen");
    bench.press(NONE, Key::Enter);
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 4));
    assert_eq!(bench.desk().view_mut().view, View::Reader);
    bench.window.get_by_label_contains("15, Conflicto: ").click();
    bench.settle();
    bench.press(NONE, Key::S);
    assert_eq!(bench.desk().session().history().0, Some(Deed::Parted));
}

#[test]
fn the_menu_of_a_card_has_all_three() {
    let (mut bench, _folder) = desk("es");
    bench.window.get_by_label_contains("A, El Faro, sin fecha").click_secondary();
    bench.settle();
    for item in ["Unir menciones", "Corregir cifra…"] {
        assert!(bench.window.query_all_by_label(item).next().is_some(), "{item}");
    }
    // One above the evidence, one in the menu.
    let items: Vec<_> = bench.window.query_all_by_label("Separar mención").collect();
    assert_eq!(items.len(), 2);
    items[1].click();
    bench.settle();
    let chosen = &bench.desk().session().amendments().parted[0].mention;
    assert_eq!(chosen.source, "El Faro");
}

#[test]
fn the_menu_of_a_figure_in_the_reader_has_all_three() {
    let (mut bench, _folder) = desk("es");
    bench.press(NONE, Key::R);
    bench.window.get_by_label_contains("15, Conflicto: ").click_secondary();
    bench.settle();
    for item in ["Unir menciones", "Separar mención", "Corregir cifra…"] {
        assert_eq!(bench.window.query_all_by_label(item).count(), 1, "{item}");
    }
    bench.window.get_by_label("Corregir cifra…").click();
    bench.settle();
    assert!(shows(&bench, "El programa leyó: 15"));
    // What stands there already is no correction.
    bench.press(NONE, Key::Enter);
    assert!(!shows(&bench, "El programa leyó: 15") && bench.desk().session().amendments().is_empty());
}

#[test]
fn arrows_walk_through_the_cards_and_back_to_the_list() {
    let (mut bench, _folder) = desk("es");
    bench.window.get_by_label("Lista de hallazgos").focus();
    bench.settle();
    for (key, expected) in [
        (Key::ArrowRight, Some("La Costa")),
        (Key::ArrowDown, Some("El Faro")),
        (Key::ArrowDown, Some("La Voz")),
        (Key::ArrowDown, Some("La Voz")),
        (Key::ArrowUp, Some("El Faro")),
        (Key::ArrowLeft, None),
        (Key::ArrowRight, Some("La Costa")),
    ] {
        bench.press(NONE, key);
        assert_eq!(chosen(&mut bench).as_deref(), expected, "after {key:?}");
    }
    // The buttons of the chosen card can be reached.
    assert!(shows(&bench, "Separar mención: La Costa"));
}

#[test]
fn what_was_done_by_hand_is_in_the_case() {
    let (mut bench, folder) = desk("es");
    bench.press(NONE, Key::S);
    bench.press(NONE, Key::S);
    let path = folder.path().join("crecida.cotejo");
    let case = bench.desk().session().to_case();
    case.write(&Copies::none_of(&path)).expect("it can be written");
    let mut other = Bench::empty(Setup::default());
    other.desk().open(vec![path]);
    other.settle();
    assert_eq!(other.desk().session().to_case(), case);
    assert_eq!(selected(&mut other), (Verdict::Agree, 2));
    assert!(!other.desk().session().is_changed());
}

#[test]
fn a_mention_that_is_gone_is_told_of_once_and_kept() {
    let (mut bench, folder) = desk("es");
    bench.press(NONE, Key::J);
    bench.press(NONE, Key::Enter);
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 4));
    let told = "Un artículo ha cambiado y ya no contiene una cifra";
    assert!(!shows(&bench, told));
    std::fs::write(folder.path().join("la-hora.txt"), "Cultura, con menos dinero\n\nNo habrá conciertos.\n")
        .expect("a file");
    let id = bench.desk().session().sources()[3].id;
    let path = folder.path().join("la-hora.txt");
    bench.desk().session_mut().set_standings(vec![(id, cotejo::case::Standing::Changed(path))]);
    bench.desk().ask(Action::ReadAgain(vec![id]));
    bench.settle();
    assert!(shows(&bench, told));
    assert_eq!(selected(&mut bench), (Verdict::Conflict, 3));
    assert_eq!(bench.desk().session().amendments().joined.len(), 1);
    bench.desk().view_mut().toasts.clear();
    bench.desk().ask(Action::Switch(id, false));
    bench.settle();
    assert!(!shows(&bench, told), "once is enough");
}
