//! Cases: saved, opened again here and elsewhere, found again after a crash.

use crate::desk::{Answers, Bench, Setup};
use cotejo::{
    autosave::Autosave,
    gui::{command::UiCommand, file_dialog::Answer, session::Deed, view_state::View},
    review::Status,
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

const ARTICLES: [(&str, &str); 2] = [
    ("el-faro.txt", "La crecida deja once muertos\n\nEl río Aldura se desbordó y causó 11 muertos en el valle.\n"),
    ("la-costa.txt", "La crecida deja quince muertos\n\nEl río Aldura se desbordó y causó 15 muertos en el valle.\n"),
];

/// A folder with two articles that disagree, and a folder for data.
struct Desktop {
    folder: TempDir,
}

impl Desktop {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in ARTICLES {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        Self { folder }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn data(&self) -> PathBuf {
        self.at("data")
    }

    /// A window that was started with these files, and whose dialogs answer with these.
    fn window(&self, files: &[&str], answers: &[&str]) -> Bench {
        self.window_with(files, Answers::new(&answers.iter().map(|a| self.answer(a)).collect::<Vec<_>>()))
    }

    fn window_with(&self, files: &[&str], answers: Answers) -> Bench {
        let mut bench = Bench::empty(Setup { answers, ..Setup::default() });
        let paths: Vec<PathBuf> = files.iter().map(|f| self.at(f)).collect();
        bench.desk().keep_work(Autosave::in_folder(&self.data()), &paths);
        bench.desk().open(paths);
        bench.settle();
        bench
    }

    fn answer(&self, name: &str) -> Answer {
        Answer::Paths(vec![self.at(name)])
    }

    /// Both articles, the first finding confirmed, saved as `crecida.cotejo`.
    fn saved(&self) {
        let mut bench = self.window(&["el-faro.txt", "la-costa.txt"], &["crecida"]);
        bench.press(Modifiers::NONE, Key::Num1);
        bench.press(Modifiers::COMMAND, Key::S);
        assert!(self.at("crecida.cotejo").is_file(), "the ending was added");
    }

    /// Another machine: nothing of ours is there but the case.
    fn forget_data(&self) {
        fs::remove_dir_all(self.data()).expect("it is there");
    }
}

fn decided(bench: &mut Bench) -> usize {
    bench.desk().session().decided().0
}

fn sources(bench: &mut Bench) -> usize {
    bench.desk().session().sources().len()
}

fn says(bench: &Bench, words: &str) -> bool {
    bench.window.query_all_by_label_contains(words).next().is_some()
}

fn assert_says(bench: &Bench, words: &str) {
    assert!(says(bench, words), "{words} is not to be read");
}

#[test]
fn a_case_is_saved_and_opened_again() {
    let desktop = Desktop::new();
    let answers = Answers::new(&[desktop.answer("crecida"), desktop.answer("otra.cotejo")]);
    let mut bench = desktop.window_with(&["el-faro.txt", "la-costa.txt"], answers.clone());
    bench.press(Modifiers::NONE, Key::Num1);
    assert_eq!(decided(&mut bench), 1, "the articles disagree");
    assert_says(&bench, "Guardado a las ");
    bench.press(Modifiers::COMMAND, Key::S);
    assert_says(&bench, "Caso guardado: crecida");
    assert_says(&bench, "crecida, guardado");
    assert!(answers.asked.borrow()[0].file_name.starts_with("la-crecida-deja-"));
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_says(&bench, "crecida, con cambios sin guardar");
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    bench.press(Modifiers::COMMAND, Key::S);
    assert_eq!(answers.asked.borrow().len(), 1, "where is asked once");
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    assert_eq!(answers.asked.borrow().len(), 2);
    assert_eq!(answers.asked.borrow()[1].file_name, "crecida.cotejo");
    let case = bench.desk().session().to_case();
    drop(bench);
    desktop.forget_data();
    for name in ["crecida.cotejo", "otra.cotejo"] {
        let mut bench = desktop.window(&[name], &[]);
        assert_eq!(bench.desk().session().to_case(), case, "{name}");
        assert_eq!((decided(&mut bench), bench.desk().session().is_changed()), (1, false));
        assert_says(&bench, &format!("{}, guardado", name.trim_end_matches(".cotejo")));
        assert!(!says(&bench, "ha cambiado") && !says(&bench, "Falta"));
    }
}

#[test]
fn a_case_opens_by_the_dialog_and_by_its_menu() {
    let desktop = Desktop::new();
    desktop.saved();
    desktop.forget_data();
    for command in [UiCommand::OpenCase, UiCommand::OpenFiles] {
        let mut bench = desktop.window(&[], &["crecida.cotejo"]);
        bench.desk().ask(command);
        bench.settle();
        assert_eq!((sources(&mut bench), decided(&mut bench)), (2, 1), "{command:?}");
        drop(bench);
        desktop.forget_data();
    }
}

#[test]
fn two_windows_on_one_case_do_not_write_over_each_other() {
    let desktop = Desktop::new();
    desktop.saved();
    let mut one = desktop.window(&["crecida.cotejo"], &[]);
    let mut other = desktop.window(&["crecida.cotejo"], &["otra"]);
    let decide = |bench: &mut Bench, decision: UiCommand| {
        bench.desk().ask(decision);
        bench.settle();
        bench.press(Modifiers::COMMAND, Key::S);
    };
    let kept = || fs::read_to_string(desktop.at("crecida.cotejo")).expect("a case");
    decide(&mut one, UiCommand::ToCheck);
    decide(&mut other, UiCommand::Reopen);
    assert_says(&other, "se ha guardado en otra ventana");
    assert!(kept().contains("to_check"));
    assert!(other.desk().session().is_changed());
    // A crash in between does not make it forget.
    let work = other.desk().session().to_work();
    assert!(work.seen.is_some());
    other.desk().ask(UiCommand::SaveCaseAs);
    other.settle();
    let own = fs::read_to_string(desktop.at("otra.cotejo")).expect("a case");
    assert!(!own.contains("to_check") && !own.contains("confirmed"));
    // The first goes on without being bothered, and saves what it saved itself before.
    decide(&mut one, UiCommand::Confirm);
    assert!(kept().contains("confirmed"));
}

#[test]
fn whoever_saves_again_replaces_what_another_window_saved() {
    let desktop = Desktop::new();
    desktop.saved();
    let mut bench = desktop.window(&["crecida.cotejo"], &[]);
    write(&desktop.at("crecida.cotejo"), |text| text.replace("confirmed", "dismissed"));
    bench.desk().ask(UiCommand::Undo);
    bench.press(Modifiers::NONE, Key::Num3);
    bench.press(Modifiers::COMMAND, Key::S);
    assert_says(&bench, "se ha guardado en otra ventana");
    bench.press(Modifiers::COMMAND, Key::S);
    assert_says(&bench, "Caso guardado: crecida");
    assert!(!fs::read_to_string(desktop.at("crecida.cotejo")).expect("a case").contains("dismissed"));
}

#[test]
fn a_folder_that_vanished_loses_nothing() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt", "la-costa.txt"], &["red/crecida"]);
    fs::create_dir(desktop.at("red")).expect("a folder");
    bench.press(Modifiers::NONE, Key::Num1);
    bench.press(Modifiers::COMMAND, Key::S);
    fs::rename(desktop.at("red"), desktop.at("lejos")).expect("it is there");
    bench.press(Modifiers::NONE, Key::Num3);
    bench.press(Modifiers::COMMAND, Key::S);
    assert_says(&bench, "no existe. Elija otra carpeta");
    assert_says(&bench, "con cambios sin guardar");
    let case = bench.desk().session().to_case();
    drop(bench);
    // What was done is there at the next start, with the folder or without it.
    let mut bench = desktop.window(&[], &[]);
    assert_eq!(bench.desk().session().to_case(), case);
    fs::rename(desktop.at("lejos"), desktop.at("red")).expect("it is there");
    bench.press(Modifiers::COMMAND, Key::S);
    assert_says(&bench, "Caso guardado: crecida");
    assert!(!bench.desk().session().is_changed());
}

#[test]
fn after_a_crash_everything_is_there() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt", "la-costa.txt"], &[]);
    let first = bench.desk().session().selected_finding().expect("a finding").clone();
    bench.press(Modifiers::NONE, Key::M);
    bench.window.get_by_label("Lo que conviene recordar").type_text("Llamar a Emergencias");
    bench.settle();
    bench.window.get_by_label("Guardar nota").click();
    bench.settle();
    bench.press(Modifiers::NONE, Key::Num3);
    let work = bench.desk().session().to_work();
    // The window is gone without a word; another one is opened, as it is or with the same files.
    drop(bench);
    for files in [&[][..], &["el-faro.txt"], &["."]] {
        let mut bench = desktop.window(files, &[]);
        assert_eq!(bench.desk().session().to_work(), work, "started with {files:?}");
        assert_eq!(bench.desk().session().status(&first), Status::ToCheck);
        assert_eq!(bench.desk().session().review().entry(&first.fingerprint).note, "Llamar a Emergencias");
    }
}

#[test]
fn closing_the_window_loses_nothing_and_asks_nothing() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt", "la-costa.txt"], &[]);
    bench.press(Modifiers::NONE, Key::Num1);
    // A change that is made in the last frame, and no frame after it.
    bench.desk().session_mut().note("al salir".into());
    bench.desk().session_mut().decide(Status::ToCheck);
    let work = bench.desk().session().to_work();
    eframe::App::on_exit(bench.desk(), None);
    drop(bench);
    let mut bench = desktop.window(&[], &[]);
    assert_eq!(bench.desk().session().to_work(), work);
    assert!(bench.desk().view_mut().dialog.is_none());
}

#[test]
fn changes_that_were_not_saved_outlive_a_crash_and_opening_the_case() {
    let desktop = Desktop::new();
    desktop.saved();
    let mut bench = desktop.window(&[], &[]);
    assert!(!bench.desk().session().is_changed());
    bench.desk().ask(UiCommand::Undo);
    bench.desk().ask(UiCommand::Previous);
    bench.desk().ask(UiCommand::Reopen);
    bench.settle();
    assert_eq!(decided(&mut bench), 0);
    drop(bench);
    let mut bench = desktop.window(&["crecida.cotejo"], &[]);
    assert_eq!(decided(&mut bench), 0, "what was done last counts, not what was saved last");
    assert!(bench.desk().session().is_changed());
    assert_says(&bench, "El caso crecida ya está abierto");
}

#[test]
fn a_case_that_was_saved_elsewhere_or_is_gone_is_noticed_at_the_next_start() {
    let desktop = Desktop::new();
    desktop.saved();
    write(&desktop.at("crecida.cotejo"), |text| text.replacen("\"confirmed\"", "\"to_check\"", 1));
    let mut bench = desktop.window(&[], &[]);
    assert_says(&bench, "se guardó después en otro lugar");
    assert!(format!("{:?}", bench.desk().session().review()).contains("ToCheck"));
    drop(bench);
    fs::remove_file(desktop.at("crecida.cotejo")).expect("it is there");
    let mut bench = desktop.window(&[], &[]);
    assert_eq!((sources(&mut bench), decided(&mut bench)), (2, 1));
    assert_says(&bench, "crecida, con cambios sin guardar");
}

#[test]
fn other_work_gives_way_and_is_kept() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt", "la-costa.txt"], &[]);
    bench.press(Modifiers::NONE, Key::Num1);
    bench.press(Modifiers::COMMAND, Key::N);
    assert_says(&bench, "El trabajo anterior se conserva en Casos recientes");
    assert_eq!(sources(&mut bench), 0);
    bench.window.get_by_label_contains("1 de 1 decididos").click();
    bench.settle();
    assert_eq!((sources(&mut bench), decided(&mut bench)), (2, 1));
    drop(bench);
    // Started with other files, the desk is theirs.
    fs::write(desktop.at("otra.txt"), "Cae un puente\n\nEl puente cayó el lunes.\n").expect("a file");
    let mut bench = desktop.window(&["otra.txt"], &[]);
    assert_eq!((sources(&mut bench), bench.desk().session().review().is_empty()), (1, true));
}

#[test]
fn work_that_was_set_aside_gets_a_place_of_its_own_when_it_is_saved() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt"], &["faro"]);
    bench.press(Modifiers::COMMAND, Key::N);
    let aside = bench.desk().view_mut().recent[0].path.clone();
    bench.desk().open(vec![aside.clone()]);
    bench.settle();
    bench.press(Modifiers::COMMAND, Key::S);
    assert!(desktop.at("faro.cotejo").is_file() && !aside.exists());
    let recent: Vec<PathBuf> = bench.desk().view_mut().recent.iter().map(|r| r.path.clone()).collect();
    assert_eq!(recent, [desktop.at("faro.cotejo")]);
}

#[test]
fn a_recent_case_that_is_gone_says_so() {
    let desktop = Desktop::new();
    desktop.saved();
    fs::rename(desktop.at("crecida.cotejo"), desktop.at("movida.cotejo")).expect("it is there");
    let mut bench = desktop.window(&[], &[]);
    bench.press(Modifiers::COMMAND, Key::N);
    assert_says(&bench, "crecida. El archivo ya no está en ese lugar.");
    bench.window.get_by_label("Quitar crecida de la lista").click();
    bench.settle();
    assert!(!says(&bench, "crecida. El archivo ya no está"));
}

/// Saves a case, does something to its files, opens it on another machine, and reads this.
fn check(change: impl Fn(&Desktop), expected: &[&str], found: (usize, usize)) -> (Desktop, Bench) {
    let desktop = Desktop::new();
    desktop.saved();
    desktop.forget_data();
    change(&desktop);
    let mut bench = desktop.window(&["crecida.cotejo"], &[]);
    for words in expected {
        assert_says(&bench, words);
    }
    assert_eq!((sources(&mut bench), decided(&mut bench)), found, "{expected:?}");
    (desktop, bench)
}

fn write(path: &Path, change: impl Fn(String) -> String) {
    let text = fs::read_to_string(path).expect("it is there");
    fs::write(path, change(text)).expect("it can be written");
}

#[test]
fn a_missing_article_is_read_from_the_case() {
    let gone = |d: &Desktop| fs::remove_file(d.at("el-faro.txt")).expect("it is there");
    check(gone, &["Falta el archivo de un artículo. Se usa el texto guardado en el caso."], (2, 1));
}

/// The case on another machine, with these files in a folder of its own there; the dialog answers with that folder.
fn elsewhere(files: &[(&str, &str)]) -> (Desktop, Bench) {
    let desktop = Desktop::new();
    desktop.saved();
    desktop.forget_data();
    ARTICLES.iter().for_each(|(name, _)| fs::remove_file(desktop.at(name)).expect("it is there"));
    fs::create_dir_all(desktop.at("llegado/hoy")).expect("a folder");
    files.iter().for_each(|(name, text)| fs::write(desktop.at("llegado/hoy").join(name), text).expect("a file"));
    let mut bench = desktop.window(&["crecida.cotejo"], &["llegado", "llegado"]);
    bench.settle();
    (desktop, bench)
}

fn press_button(bench: &mut Bench, label: &str) {
    // A message stands where it stays a frame after it was first shown.
    bench.settle();
    bench.window.get_by_label(label).click();
    bench.settle();
}

#[test]
fn missing_files_are_found_in_a_folder() {
    let [faro, costa] = ARTICLES;
    // One under its own name, one renamed.
    let (desktop, mut bench) = elsewhere(&[faro, ("nota final.txt", costa.1)]);
    assert_says(&bench, "Faltan los archivos de 2 artículos");
    let before = bench.desk().session().to_case();
    press_button(&mut bench, "Buscar archivos…");
    assert_says(&bench, "Archivos encontrados: 2 de 2.");
    let paths: Vec<PathBuf> = bench.desk().session().sources().iter().map(|s| s.path()).collect();
    assert_eq!(paths, ["el-faro.txt", "nota final.txt"].map(|n| desktop.at("llegado/hoy").join(n)));
    assert_eq!((decided(&mut bench), bench.desk().session().missing().count()), (1, 0));
    assert!(!UiCommand::FindFiles.is_enabled(bench.desk().session(), View::Findings));
    press_button(&mut bench, "Deshacer");
    assert_eq!(bench.desk().session().to_case(), before);
    assert_eq!(bench.desk().session().missing().count(), 2);
}

#[test]
fn a_missing_file_that_has_changed_is_offered_and_none_found_says_so() {
    let (_desktop, mut bench) = elsewhere(&[(ARTICLES[0].0, "El río Aldura causó 12 muertos en el valle.\n")]);
    press_button(&mut bench, "Buscar archivos…");
    assert_says(&bench, "Archivos encontrados: 1 de 2.");
    assert_says(&bench, "El artículo ha cambiado.");
    press_button(&mut bench, "Leer de nuevo");
    let text = bench.desk().session().sources()[0].article().map(|a| a.text.clone()).unwrap_or_default();
    let said = format!("{:?}", bench.desk().view_mut().toasts);
    assert!(text.contains("12 muertos"), "{text}; {said}");
    // The row of the one that is still missing offers it too.
    bench.window.query_all_by_label_contains("Opciones de ").last().expect("its menu").click();
    bench.settle();
    let offers = bench.window.query_all_by_label("Buscar archivos…").count();
    assert_eq!(offers, 2, "in the message and in the menu of the row");
    bench.press(Modifiers::NONE, Key::Escape);
    press_button(&mut bench, "Buscar archivos…");
    assert_says(&bench, "En esa carpeta no está ninguno de los archivos que faltan.");
    assert_eq!((sources(&mut bench), decided(&mut bench)), (2, 1));
}

#[test]
fn a_changed_article_is_noticed_and_read_again() {
    let more = |text| text + "\nEl agua llegó a 3 metros en la plaza.\n";
    let change = |d: &Desktop| write(&d.at("el-faro.txt"), more);
    let expected = "El artículo ha cambiado. Sus decisiones se conservan.";
    let (_desktop, mut bench) = check(change, &[expected], (2, 1));
    let text = |bench: &mut Bench| {
        let articles = bench.desk().session().sources().iter().filter_map(|s| s.article());
        articles.map(|a| a.text.clone()).collect::<Vec<_>>().join("\n")
    };
    assert!(!text(&mut bench).contains("en la plaza"));
    bench.window.get_by_label("Leer de nuevo").click();
    bench.settle();
    assert!(text(&mut bench).contains("en la plaza"));
    assert_eq!((decided(&mut bench), bench.desk().session().history().0), (1, Some(Deed::ReadAgain)));
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(!text(&mut bench).contains("en la plaza"));
    assert_eq!(decided(&mut bench), 1);
}

#[test]
fn what_is_no_case_leaves_the_desk_as_it_was() {
    let half = |d: &Desktop| write(&d.at("crecida.cotejo"), |t| t[..t.len() / 2].to_owned());
    check(half, &["está dañado o no es un caso de Cotejo"], (0, 0));
    let newer = |d: &Desktop| write(&d.at("crecida.cotejo"), |t| t.replacen("\"version\": 1", "\"version\": 99", 1));
    check(newer, &["se guardó con una versión posterior de Cotejo"], (0, 0));
    check(|d| fs::remove_file(d.at("crecida.cotejo")).expect("it is there"), &["No se encuentra"], (0, 0));
}

#[test]
fn a_damaged_case_is_opened_from_its_copy() {
    let desktop = Desktop::new();
    desktop.saved();
    let mut bench = desktop.window(&[], &[]);
    bench.press(Modifiers::COMMAND, Key::S);
    bench.press(Modifiers::COMMAND, Key::N);
    fs::write(desktop.at("crecida.cotejo"), "{\"format\":").expect("it can be damaged");
    bench.desk().open(vec![desktop.at("crecida.cotejo")]);
    bench.settle();
    assert_says(&bench, "El archivo del caso crecida estaba dañado");
    assert_eq!((sources(&mut bench), decided(&mut bench)), (2, 1));
    assert!(bench.desk().session().is_changed(), "it asks to be saved");
}

#[test]
fn a_damaged_desk_is_told_of() {
    let desktop = Desktop::new();
    let mut bench = desktop.window(&["el-faro.txt", "la-costa.txt"], &[]);
    bench.press(Modifiers::NONE, Key::Num1);
    drop(bench);
    let damage = |name: &str| fs::write(desktop.data().join(name), "").expect("it can be damaged");
    damage("desk-1.json");
    let mut bench = desktop.window(&[], &[]);
    assert_says(&bench, "Se ha recuperado la copia anterior");
    assert_eq!(sources(&mut bench), 2);
    drop(bench);
    damage("desk-1.json");
    (1..=5).map(|n| format!("desk-1.before/{n}")).filter(|n| desktop.data().join(n).exists()).for_each(|n| damage(&n));
    let bench = desktop.window(&[], &[]);
    assert_says(&bench, "no se ha podido recuperar");
}
