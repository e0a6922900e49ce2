//! Settings: felt at once, and there again after the next start.

use crate::desk::{Bench, Setup};
use cotejo::{
    analysis::Rigour,
    article::Article,
    finding::{Disagreement, Verdict},
    gui::command::UiCommand,
    preferences::{Preferences, Store, Theme},
    report::{Choice, choice::Part},
};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

const CTRL: Modifiers = Modifiers::COMMAND;

fn open() -> Bench {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.press(CTRL, Key::Comma);
    bench
}

fn click(bench: &mut Bench, label: &str) {
    bench.window.get_by_label(label).click();
    bench.window.run_steps(4);
}

#[test]
fn the_look_changes_at_once() {
    let mut bench = open();
    click(&mut bench, "Tema: Oscuro");
    assert_eq!(bench.window.ctx.theme(), egui::Theme::Dark);
    let line = |bench: &Bench| bench.window.ctx.global_style().visuals.widgets.noninteractive.bg_stroke.color;
    let before = line(&bench);
    click(&mut bench, "Contraste alto");
    assert_ne!(line(&bench), before);
    click(&mut bench, "Contraste alto");
    assert_eq!(line(&bench), before);
    click(&mut bench, "Menos movimiento");
    assert_eq!(bench.window.ctx.global_style().animation_time, 0.0);
    click(&mut bench, "Idioma: English");
    assert!(bench.window.query_by_label("Settings").is_some());
    click(&mut bench, "Language: Español");
    assert!(bench.window.query_by_label("Ajustes").is_some());
}

#[test]
fn what_goes_into_a_report_is_chosen_and_kept() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.desk().ask(UiCommand::Export);
    bench.settle();
    let findings = bench.desk().session().analysis().findings.clone();
    let all = findings.len();
    let agreements = findings.iter().filter(|f| f.verdict == Verdict::Agree).count();
    assert!(agreements > 0);
    let says = |bench: &Bench, going: usize| {
        let words = format!("{going} de {all} hallazgos van en el informe");
        bench.window.query_by_label(&words).is_some()
    };
    assert!(says(&bench, all));
    click(&mut bench, "Acuerdos");
    assert!(says(&bench, all - agreements));
    let kept = Choice::without([Part::Agreements]);
    assert_eq!(bench.desk().view_mut().preferences.report, kept);
    click(&mut bench, "Sin decidir");
    click(&mut bench, "En una sola fuente");
    assert!(says(&bench, 0), "nothing is decided yet");
    assert!(bench.window.query_by_label_contains("Ningún hallazgo va en el informe").is_some());
}

#[test]
fn text_grows_by_keys_and_by_buttons() {
    let mut bench = Bench::with_fixture(Setup::default());
    let zoom = |bench: &Bench| (bench.window.ctx.zoom_factor() * 100.0).round();
    for (key, expected) in
        [(Key::Plus, 110.0), (Key::Equals, 120.0), (Key::Minus, 110.0), (Key::Num0, 100.0), (Key::Minus, 90.0)]
    {
        bench.press(CTRL, key);
        assert_eq!(zoom(&bench), expected, "after {key:?}");
    }
    bench.press(CTRL, Key::Comma);
    click(&mut bench, "Texto más pequeño");
    assert_eq!(zoom(&bench), 80.0);
    click(&mut bench, "Texto más pequeño");
    assert_eq!(zoom(&bench), 80.0, "it goes no further");
    click(&mut bench, "Restablecer");
    assert_eq!(zoom(&bench), 100.0);
}

#[test]
fn a_way_that_is_not_flagged_is_gone_until_it_is_again() {
    let mut bench = open();
    let shown = |bench: &mut Bench| {
        let session = bench.desk().session();
        (session.shown().len(), session.decided().1)
    };
    let before = shown(&mut bench);
    click(&mut bench, "Otro día o año");
    assert_eq!(shown(&mut bench), (before.0 - 1, before.1 - 1));
    click(&mut bench, "Otro día o año");
    assert_eq!(shown(&mut bench), before);
}

#[test]
fn how_wide_about_is_is_shown_and_analysed_again() {
    let texts = ["Unos 1.300 soldados ayudan en Lerma tras la riada.", "En Lerma ayudan 1.400 soldados tras la riada."];
    let article = |(n, text): (usize, &str)| Ok(Article::from_text(&format!("{n}.txt"), text, "es", None));
    let mut bench = Bench::empty(Setup::default());
    bench.desk().session_mut().add(texts.into_iter().enumerate().map(article).collect());
    let mut flagged = |words: &str, example: &str| {
        bench.desk().ask(UiCommand::Settings);
        bench.settle();
        bench.window.get_by_label(&format!("Cuánto abarca «unos» o «cerca de»: {words}")).click();
        bench.settle();
        assert!(bench.window.query_by_label_contains(example).is_some(), "{words}");
        bench.press(Modifiers::NONE, Key::Escape);
        bench.desk().session().decided().1
    };
    assert_eq!(flagged("Mucho", "«Unos 1.300» admite de 1.170 a 1.430."), 0);
    assert_eq!(flagged("Poco", "«Unos 1.300» admite de 1.268 a 1.332."), 1);
    assert_eq!(flagged("Lo usual", "«Unos 1.300» admite de 1.235 a 1.365."), 1);
}

#[test]
fn rigour_analyses_again() {
    let mut bench = Bench::empty(Setup::default());
    bench.press(CTRL, Key::Comma);
    bench.window.get_by_label_contains("Estricto: poco, y casi seguro. Avisos ciertos: ").click();
    bench.settle();
    assert_eq!(bench.desk().session().settings.rigour, Rigour::Strict);
    bench.press(Modifiers::NONE, Key::Escape);
    bench.desk().ask(UiCommand::OpenSample);
    bench.settle();
    let strict = bench.desk().session().decided().1;
    bench.press(CTRL, Key::Comma);
    bench.window.get_by_label_contains("Amplio: más, con más falsas alarmas").click();
    bench.settle();
    let wide = bench.desk().session().decided().1;
    assert!(wide > strict, "wide flags {wide}, strict {strict}");
}

#[test]
fn what_was_chosen_is_there_after_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(&folder.path().join("cotejo/settings.toml"));
    let mut bench = open();
    bench.desk().remember_preferences(store.clone());
    for label in ["Tema: Oscuro", "Contraste alto", "Texto más grande", "Otra hora", "Idioma: English"] {
        click(&mut bench, label);
    }
    bench.settle();
    drop(bench);
    let (preferences, damaged) = store.load();
    assert_eq!(damaged, None);
    let expected = Preferences {
        language: Some("en".to_owned()),
        theme: Theme::Dark,
        text_size: 110,
        high_contrast: true,
        unflagged: vec![Disagreement::OtherHour],
        ..Preferences::default()
    };
    assert_eq!(preferences, expected);
    let mut bench = Bench::empty(Setup::default());
    let ctx = bench.window.ctx.clone();
    bench.desk().take_up(&ctx, preferences);
    bench.settle();
    assert!(bench.window.query_all_by_label("Open articles…").next().is_some());
    assert_eq!((bench.window.ctx.theme(), bench.window.ctx.zoom_factor()), (egui::Theme::Dark, 1.1));
}

#[test]
fn a_damaged_file_is_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.toml");
    std::fs::write(&path, "theme = [").expect("it can be written");
    let (_, damaged) = Store::at(&path).load();
    let mut bench = Bench::empty(Setup::default());
    bench.desk().warn_of_preferences(&damaged.expect("it is damaged"));
    bench.settle();
    assert!(bench.window.query_by_label_contains("No se han podido leer sus ajustes").is_some());
}
