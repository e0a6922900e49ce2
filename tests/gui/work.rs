//! The person's work, step by step, by the labels that a screen reader reads.

use crate::desk::{Answers, Bench, Setup};
use cotejo::{
    autosave::{Recent, Tally},
    finding::Verdict,
    gui::{command::UiCommand, file_dialog::Answer, view_state::View},
    review::{Dismissal, Status},
    wording::Wording,
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::{path::PathBuf, time::Duration};

const NONE: Modifiers = Modifiers::NONE;

fn topic(bench: &mut Bench) -> String {
    bench.desk().session().selected_finding().map(|f| f.topic.clone()).unwrap_or_default()
}

#[test]
fn the_empty_desk_says_what_to_do() {
    for (language, labels) in [
        ("es", ["Abrir artículos…", "Pegar artículo", "Probar con un ejemplo", "Ponga dos noticias lado a lado"]),
        ("en", ["Open articles…", "Paste article", "Try an example", "Lay two articles side by side"]),
    ] {
        let bench = Bench::empty(Setup { language, ..Setup::default() });
        for label in labels {
            assert!(bench.window.query_all_by_label(label).next().is_some(), "{label}");
        }
    }
}

#[test]
fn keys_walk_through_the_findings() {
    let mut bench = Bench::with_fixture(Setup::default());
    for (modifiers, key, place) in [
        (NONE, Key::N, 1),
        (NONE, Key::F8, 2),
        (Modifiers::ALT, Key::ArrowDown, 3),
        (NONE, Key::P, 2),
        (Modifiers::SHIFT, Key::F8, 1),
        (Modifiers::ALT, Key::ArrowUp, 0),
        (NONE, Key::P, 0),
        (NONE, Key::Enter, 1),
    ] {
        bench.press(modifiers, key);
        assert_eq!(bench.desk().session().selected_place(), Some(place), "after {key:?}");
    }
}

#[test]
fn a_decision_moves_on_and_can_be_taken_back() {
    let mut bench = Bench::with_fixture(Setup::default());
    let first = bench.desk().session().selected_finding().expect("a finding").clone();
    bench.press(NONE, Key::Num1);
    assert_eq!(bench.desk().session().status(&first), Status::Confirmed);
    assert_eq!(bench.desk().session().selected_place(), Some(1));
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.desk().session().status(&first), Status::Open);
    assert_eq!(bench.desk().session().selected_place(), Some(0));
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(bench.desk().session().status(&first), Status::Confirmed);
}

#[test]
fn dismissing_asks_for_the_reason() {
    let mut bench = Bench::with_fixture(Setup::default());
    let first = bench.desk().session().selected_finding().expect("a finding").clone();
    bench.press(NONE, Key::Num2);
    assert_eq!(bench.desk().session().status(&first), Status::Open);
    assert!(bench.window.query_by_label("Hechos distintos").is_some());
    bench.press(NONE, Key::Num3);
    assert_eq!(bench.desk().session().status(&first), Status::Dismissed(Dismissal::TypingError));
    assert!(bench.window.query_by_label("Hechos distintos").is_none());
    assert_eq!(bench.desk().session().selected_place(), Some(1));
}

#[test]
fn clicks_do_what_keys_do() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label_contains("Conflicto. Desaparecidos").click();
    bench.settle();
    assert_eq!(topic(&mut bench), "desaparecidos");
    bench.window.get_by_label("Confirmar").click();
    bench.settle();
    assert_eq!(topic(&mut bench), "día de la crecida");
    assert_eq!(bench.desk().session().decided(), (1, 6));
}

#[test]
fn filters_hide_and_search_finds() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label("Conflictos, 4, visibles").click();
    bench.settle();
    assert!(!bench.desk().session().filter().shows(Verdict::Conflict));
    assert!(bench.window.query_by_label("Conflictos, 4, ocultos").is_some());
    bench.press(Modifiers::COMMAND, Key::F);
    bench.window.get_by_label("Buscar en hallazgos y textos").type_text("inexistente");
    bench.settle();
    assert_eq!(bench.desk().session().shown().len(), 0);
    assert!(bench.window.query_by_label("Ningún hallazgo con estos filtros.").is_some());
    bench.window.get_by_label("Quitar filtros").click();
    bench.settle();
    assert_eq!(bench.desk().session().shown().len(), 11);
}

#[test]
fn one_kind_of_disagreement_can_be_looked_at_alone() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label("Más").click();
    bench.settle();
    bench.window.get_by_label("Otro día o año  1").click();
    bench.settle();
    let shown: Vec<&str> = bench.desk().session().shown().map(|f| f.topic.as_str()).collect();
    assert_eq!(shown, ["día de la crecida"]);
    bench.window.get_by_label("Más").click();
    bench.settle();
    bench.window.get_by_label("Todas las clases de discrepancia").click();
    bench.settle();
    assert_eq!(bench.desk().session().shown().len(), 11);
}

#[test]
fn typing_in_the_search_decides_nothing() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.press(Modifiers::COMMAND, Key::F);
    bench.press(NONE, Key::Num1);
    bench.window.get_by_label("Buscar en hallazgos y textos").type_text("nmp");
    bench.settle();
    assert_eq!(bench.desk().session().decided().0, 0);
    assert_eq!(bench.desk().session().filter().search, "nmp");
}

#[test]
fn a_note_is_written_and_taken_back() {
    let mut bench = Bench::with_fixture(Setup::default());
    let first = bench.desk().session().selected_finding().expect("a finding").fingerprint.clone();
    bench.press(NONE, Key::M);
    bench.window.get_by_label("Lo que conviene recordar").type_text("Defensa rectificó a las 22:00");
    bench.settle();
    bench.window.get_by_label("Guardar nota").click();
    bench.settle();
    assert_eq!(bench.desk().session().review().entry(&first).note, "Defensa rectificó a las 22:00");
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.desk().session().review().entry(&first).note, "");
}

#[test]
fn the_palette_finds_commands_and_findings() {
    let mut bench = Bench::with_fixture(Setup::default());
    for (typed, check) in [
        ("desapar", (|b: &mut Bench| topic(b) == "desaparecidos") as fn(&mut Bench) -> bool),
        ("lectura", |b| b.desk().view_mut().view == View::Reader),
        ("leer tribuna", |b| b.desk().view_mut().view == View::Reader),
        ("english", |b| b.window.query_by_label("Findings").is_some()),
    ] {
        bench.press(Modifiers::COMMAND, Key::P);
        bench.window.get_by_label("Escriba una orden, un hallazgo, una fuente o un caso").type_text(typed);
        bench.settle();
        bench.press(NONE, Key::Enter);
        assert!(check(&mut bench), "{typed}");
    }
}

#[test]
fn the_palette_finds_recent_cases() {
    let mut bench = Bench::with_fixture(Setup::default());
    let when = jiff::civil::date(2026, 3, 4).at(9, 0, 0, 0);
    let recent = |path: &str, is_gone| Recent { path: PathBuf::from(path), when, tally: Tally::default(), is_gone };
    bench.desk().view_mut().recent =
        vec![recent("/nowhere/valle.cotejo", false), recent("/nowhere/puente.cotejo", true)];
    bench.press(Modifiers::COMMAND, Key::P);
    bench.window.get_by_label("Escriba una orden, un hallazgo, una fuente o un caso").type_text("caso:");
    bench.settle();
    assert!(bench.window.query_by_label("Abrir caso: valle").is_some());
    assert!(bench.window.query_by_label("Abrir caso: puente").is_none(), "its file is gone");
    bench.window.get_by_label("Escriba una orden, un hallazgo, una fuente o un caso").type_text("xyz");
    bench.settle();
    assert!(bench.window.query_by_label("Nada lleva esas palabras.").is_some());
}

#[test]
fn no_tooltip_stays_above_a_dialog() {
    let mut bench = Bench::with_fixture(Setup::default());
    let tip = UiCommand::Confirm.tip(&Wording::new("es"));
    bench.window.get_by_label("Confirmar").hover();
    bench.settle();
    std::thread::sleep(Duration::from_millis(700));
    bench.settle();
    assert!(bench.window.query_by_label(&tip).is_some(), "it is there at first");
    bench.press(Modifiers::COMMAND, Key::P);
    bench.settle();
    assert!(bench.window.query_by_label(&tip).is_none());
}

#[test]
fn menus_hold_every_command() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label("Edición").click();
    bench.settle();
    // One in the menu, and one above the evidence.
    assert_eq!(bench.window.query_all_by_label("Copiar hallazgo").count(), 2);
    bench.window.get_by_label("Buscar").click();
    bench.settle();
    bench.press(NONE, Key::Escape);
    bench.window.get_by_label("Ver").click();
    bench.settle();
    bench.window.get_by_label("Tema oscuro").click();
    bench.settle();
    assert_eq!(bench.window.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn details_of_an_article_are_corrected_and_taken_back() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label("Opciones de La Tribuna Nacional").click();
    bench.settle();
    bench.window.get_by_label("Corregir datos…").click();
    bench.settle();
    bench.window.get_by_label("Medio").click();
    bench.settle();
    bench.press(NONE, Key::End);
    bench.window.get_by_label("Medio").type_text(" (web)");
    bench.settle();
    bench.window.get_by_label("Guardar").click();
    bench.window.run_steps(4);
    assert_eq!(bench.desk().session().sources()[1].name(), "La Tribuna Nacional (web)");
    bench.desk().ask(UiCommand::Undo);
    bench.window.run_steps(4);
    assert_eq!(bench.desk().session().sources()[1].name(), "La Tribuna Nacional");
}

#[test]
fn a_system_without_dialogs_asks_for_a_path() {
    let answers = Answers::new(&[Answer::Unavailable]);
    let mut bench = Bench::empty(Setup { answers, ..Setup::default() });
    bench.press(Modifiers::COMMAND, Key::O);
    assert!(bench.window.query_by_label("Ruta del archivo o de la carpeta").is_some());
    bench.press(NONE, Key::Escape);
    assert!(bench.window.query_by_label("Ruta del archivo o de la carpeta").is_none());
}

fn demo() -> Vec<PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let files = std::fs::read_dir(folder).expect("the demo is there").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files.filter(|p| cotejo::article::load::is_article_name(p)).collect();
    files.sort();
    files
}

#[test]
fn files_open_by_dialog_and_are_analysed() {
    let files = demo();
    let answers = Answers::new(&[Answer::Paths(files.clone())]);
    let mut bench = Bench::empty(Setup { answers: answers.clone(), ..Setup::default() });
    bench.window.get_by_label("Abrir artículos…").click();
    bench.settle();
    assert_eq!(answers.asked.borrow().len(), 1);
    assert_eq!(bench.desk().session().sources().len(), files.len());
    assert!(bench.desk().session().analysis().corpus.quantity_ids().len() > 20);
}

#[test]
fn dropped_files_are_opened_and_bad_ones_named() {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &std::path::Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            Err("the desk reads files itself".into())
        }
    }
    let mut bench = Bench::empty(Setup::default());
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("vacio.txt");
    std::fs::write(&empty, "").expect("a file can be written");
    for path in demo().into_iter().take(2).chain([empty]) {
        bench.window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    }
    bench.window.step();
    bench.settle();
    assert_eq!(bench.desk().session().sources().len(), 3);
    assert!(bench.window.query_by_label_contains("vacio.txt. El archivo está vacío").is_some());
    bench.window.get_by_label("Opciones de vacio.txt").click();
    bench.settle();
    bench.window.get_by_label("Quitar").click();
    bench.settle();
    assert_eq!(bench.desk().session().sources().len(), 2);
}

#[test]
fn the_sample_opens_from_the_empty_desk() {
    let mut bench = Bench::empty(Setup::default());
    bench.window.get_by_label("Probar con un ejemplo").click();
    bench.settle();
    assert!(bench.desk().session().sources().len() >= 5);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(bench.desk().session().sources().is_empty());
}

/// The finding that holds figures of both kinds, by the digits as they are written.
fn finding_with(bench: &mut Bench, some: &str, others: &str) -> cotejo::finding::Finding {
    let session = bench.desk().session();
    let corpus = &session.analysis().corpus;
    let says = |f: &cotejo::finding::Finding, digits: &str| {
        f.mentions.iter().any(|m| cotejo::gui::voices::Telling::of(f, corpus).value(m).contains(digits))
    };
    let found = session.shown().find(|f| f.verdict.is_flagged() && says(f, some) && says(f, others));
    found.cloned().unwrap_or_else(|| panic!("{some} against {others} is not among the findings"))
}

#[test]
fn the_whole_job_from_opening_to_the_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("informe.json");
    let answers = Answers::new(&[Answer::Paths(demo()), Answer::Paths(vec![target.clone()])]);
    let mut bench = Bench::empty(Setup { answers, ..Setup::default() });
    bench.press(Modifiers::COMMAND, Key::O);
    let finding = finding_with(&mut bench, "11.000", "15.000");
    let topic = cotejo::gui::topic(&finding);
    bench.window.get_by_label_contains(&format!(". {topic}. ")).click();
    bench.settle();
    bench.window.get_by_label("Confirmar").click();
    bench.settle();
    assert_eq!(bench.desk().session().status(&finding), Status::Confirmed);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(bench.desk().session().status(&finding), Status::Open);
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    bench.press(Modifiers::COMMAND, Key::E);
    bench.window.get_by_label("Datos para programas").click();
    bench.settle();
    bench.window.get_by_label("Guardar informe…").click();
    bench.settle();
    let written = std::fs::read_to_string(&target).expect("the report was written");
    let report: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
    let findings = report["findings"].as_array().expect("it lists findings");
    let ours = findings.iter().find(|f| f["id"] == finding.fingerprint.0.as_str()).expect("ours is among them");
    assert!(ours.to_string().contains("confirmed"), "{ours}");
    assert_eq!(report["articles"].as_array().map(Vec::len), Some(demo().len()));
}

#[test]
fn an_offer_to_undo_goes_when_something_else_is_done() {
    let mut bench = Bench::with_fixture(Setup::default());
    let offers = |bench: &mut Bench| {
        let toasts = &bench.desk().view_mut().toasts;
        toasts.iter().filter(|t| t.offer == Some(UiCommand::Undo)).count()
    };
    bench.press(Modifiers::NONE, Key::Num1);
    assert_eq!(offers(&mut bench), 1);
    bench.press(Modifiers::NONE, Key::M);
    bench.window.event(egui::Event::Text("mirar".into()));
    bench.settle();
    bench.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(offers(&mut bench), 0, "it would take back the note");
    bench.press(Modifiers::NONE, Key::Num1);
    assert_eq!(offers(&mut bench), 1);
}
