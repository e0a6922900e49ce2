//! Pictures of the window. `cargo test --test gui -- --ignored pictures` writes those of `screenshots/`.

use crate::{
    crowd,
    desk::{Bench, Setup},
    fixture,
};
use cotejo::{
    autosave::{Recent, Tally},
    gui::{action::Action, command::UiCommand},
    preferences::Preferences,
};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use std::path::Path;

fn save(bench: &mut Bench, name: &str) {
    let image = bench.window.render().expect("the renderer paints in memory");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    std::fs::create_dir_all(&folder).expect("screenshots can be written");
    image.save(folder.join(format!("{name}.png"))).expect("the picture can be written");
}

/// Cases that were open before; one is gone.
fn recent() -> Vec<Recent> {
    let today = jiff::Zoned::now().date();
    let cases = [
        ("Crecida del Aldura", 4, 6, 3, 0, false),
        ("Presupuesto de Lerma", 2, 3, 5, 1, false),
        ("Huelga de estibadores", 1, 8, 2, 7, true),
        ("Final de la Copa Litoral", 0, 2, 2, 13, false),
    ];
    let case = |(name, conflicts, tensions, decided, days, is_gone)| Recent {
        path: format!("/casos/{name}.cotejo").into(),
        when: today.checked_sub(jiff::Span::new().days(days)).expect("a day").at(10, 42, 0, 0),
        tally: Tally { conflicts, tensions, decided },
        is_gone,
    };
    cases.map(case).to_vec()
}

/// The ledger in both languages and themes, in a small window, and with many sources, scrolled sideways.
fn ledgers() {
    let small = [1024.0, 700.0];
    let usual = Setup::default().size;
    for (theme, language, size, name) in [
        (Theme::Light, "es", usual, "ledger-light"),
        (Theme::Dark, "en", usual, "ledger-dark"),
        (Theme::Light, "es", small, "ledger-small"),
    ] {
        let mut bench = Bench::with_fixture(Setup { theme, language, size, ..Setup::default() });
        bench.press(Modifiers::COMMAND, Key::Num3);
        for key in [Key::ArrowRight, Key::ArrowRight] {
            bench.press(Modifiers::NONE, key);
        }
        save(&mut bench, name);
    }
    let mut bench = Bench::empty(Setup::default());
    *bench.desk().session_mut() = crowd::session(30);
    bench.settle();
    bench.press(Modifiers::COMMAND, Key::Num3);
    (0..17).for_each(|_| bench.press(Modifiers::NONE, Key::ArrowRight));
    bench.press(Modifiers::NONE, Key::ArrowDown);
    save(&mut bench, "ledger-many");
}

#[test]
#[ignore = "writes the pictures of the ledger"]
fn pictures_of_the_ledger() {
    ledgers();
}

#[test]
#[ignore = "writes the pictures of screenshots/"]
fn pictures_by_hand() {
    by_hand();
}

#[test]
#[ignore = "writes the pictures of screenshots/"]
fn pictures() {
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut bench = Bench::empty(Setup { theme, ..Setup::default() });
        save(&mut bench, &format!("empty-{suffix}"));
        let mut bench = Bench::with_fixture(Setup { theme, ..Setup::default() });
        save(&mut bench, &format!("findings-{suffix}"));
        bench.desk().ask(UiCommand::Read);
        bench.settle();
        save(&mut bench, &format!("reader-{suffix}"));
    }
    for (theme, suffix, language) in [(Theme::Light, "light", "es"), (Theme::Dark, "dark", "en")] {
        let mut bench = Bench::empty(Setup { theme, language, ..Setup::default() });
        bench.desk().view_mut().recent = recent();
        bench.settle();
        save(&mut bench, &format!("recent-{suffix}"));
    }
    let small = || Setup { size: [1024.0, 700.0], ..Setup::default() };
    save(&mut Bench::empty(small()), "empty-small");
    save(&mut Bench::with_fixture(small()), "findings-small");
    let mut bench = Bench::empty(small());
    bench.desk().view_mut().recent = recent();
    bench.settle();
    save(&mut bench, "recent-small");
    let mut bench = Bench::with_fixture(Setup::default());
    bench.desk().view_mut().recent = recent();
    let case = bench.desk().session().to_case();
    bench.desk().session_mut().set_saved("/casos/Crecida del Aldura.cotejo".into(), case, None);
    let text = "El artículo ha cambiado. Sus decisiones se conservan.";
    bench.desk().view_mut().say_with(text, UiCommand::ReadAgain);
    bench.settle();
    save(&mut bench, "case-changed");
    bench.window.get_by_label("Archivo").click();
    bench.settle();
    bench.window.get_by_label_contains("Casos recientes").click();
    bench.settle();
    save(&mut bench, "menu-file");
    ledgers();
    for (theme, language, size, suffix) in [
        (Theme::Light, "es", [1440.0, 900.0], ""),
        (Theme::Dark, "en", [1440.0, 900.0], "-dark"),
        (Theme::Light, "es", [1024.0, 700.0], "-small"),
    ] {
        let mut bench = Bench::with_fixture(Setup { theme, language, size, ..Setup::default() });
        bench.press(Modifiers::NONE, Key::F1);
        bench.press(Modifiers::NONE, Key::ArrowDown);
        save(&mut bench, &format!("manual{suffix}"));
    }
    for (command, name) in [
        (UiCommand::Export, "export"),
        (UiCommand::Keys, "keys"),
        (UiCommand::Palette, "palette"),
        (UiCommand::Note, "note"),
        (UiCommand::Settings, "settings"),
    ] {
        let mut bench = Bench::with_fixture(Setup::default());
        bench.desk().ask(command);
        bench.settle();
        save(&mut bench, name);
    }
    let mut bench = Bench::with_fixture(Setup::default());
    bench.window.get_by_label("Hallazgo").click();
    bench.settle();
    save(&mut bench, "menu");
    let mut bench = Bench::with_fixture(small());
    let off = bench.desk().session().sources()[3].id;
    bench.desk().ask(Action::Switch(off, false));
    bench.window.get_by_label("Opciones de El Correo de Aldura").click();
    bench.settle();
    save(&mut bench, "menu-source-small");
    let mut bench = Bench::with_fixture(Setup::default());
    bench.desk().ask(UiCommand::Confirm);
    bench.settle();
    bench.press(Modifiers::NONE, Key::Num2);
    save(&mut bench, "dismiss");
    let mut bench = Bench::with_fixture(Setup { theme: Theme::Dark, language: "en", ..small() });
    bench.desk().ask(UiCommand::Settings);
    bench.settle();
    save(&mut bench, "settings-dark-small");
    bench.desk().ask(UiCommand::Export);
    bench.settle();
    save(&mut bench, "export-dark-small");
    bench.desk().ask(Action::CloseDialog);
    bench.settle();
    bench.window.event(egui::Event::Paste("https://elvalle.example/a\nhttps://elfarol.example/2026/b".to_owned()));
    bench.window.step();
    bench.settle();
    save(&mut bench, "fetch-dark-small");
    for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut bench = Bench::with_fixture(Setup { theme, ..Setup::default() });
        let usual = bench.desk().view_mut().preferences.clone();
        bench.desk().ask(Action::Prefer(Box::new(Preferences { high_contrast: true, ..usual })));
        bench.settle();
        save(&mut bench, &format!("contrast-{suffix}"));
    }
    // The largest text, which the smallest window has to hold too.
    for (size, suffix) in [([1440.0, 900.0], "large"), ([1024.0, 700.0], "large-small")] {
        let mut bench = Bench::with_fixture(Setup { size, ..Setup::default() });
        let usual = bench.desk().view_mut().preferences.clone();
        bench.desk().ask(Action::Prefer(Box::new(Preferences { text_size: 160, ..usual })));
        bench.settle();
        save(&mut bench, &format!("text-{suffix}"));
        bench.desk().ask(UiCommand::Keys);
        bench.settle();
        save(&mut bench, &format!("text-{suffix}-keys"));
        bench.desk().ask(Action::CloseDialog);
        bench.desk().ask(UiCommand::ShowLedger);
        bench.settle();
        save(&mut bench, &format!("text-{suffix}-ledger"));
    }
    let mut bench = Bench::with_fixture(Setup::default());
    let copied = fixture::articles()[2].text.clone();
    let off = bench.desk().session().sources()[1].id;
    bench.desk().session_mut().switch(off, false);
    bench.window.event(egui::Event::Paste(copied));
    bench.window.step();
    bench.settle();
    save(&mut bench, "paste");
    bench.desk().ask(Action::CloseDialog);
    bench.settle();
    bench.window.event(egui::Event::Paste("https://elvalle.example/2026/03/cae-un-puente".to_owned()));
    bench.window.step();
    bench.settle();
    save(&mut bench, "fetch");
    for (theme, language, size, suffix) in [
        (Theme::Light, "es", [1440.0, 900.0], ""),
        (Theme::Dark, "en", [1440.0, 900.0], "-dark"),
        (Theme::Light, "es", [1024.0, 700.0], "-small"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("resumen-de-prensa.txt");
        std::fs::write(&path, crate::sources::THREE).expect("a file");
        let mut bench = Bench::empty(Setup { theme, language, size, ..Setup::default() });
        bench.desk().open(vec![path]);
        bench.settle();
        let source = bench.desk().session().sources()[0].id;
        bench.desk().ask(Action::EditCut(source));
        bench.settle();
        if !suffix.is_empty() {
            // With the field, which takes the most room.
            let label =
                if language == "es" { "En los párrafos que empiezan igual" } else { "At paragraphs that begin alike" };
            bench.window.get_by_label_contains(label).click();
            bench.settle();
        }
        save(&mut bench, &format!("split{suffix}"));
    }
    let mut bench = Bench::with_fixture(Setup { language: "en", ..Setup::default() });
    let first = bench.desk().session().sources()[0].id;
    save(&mut bench, "findings-english");
    bench.desk().ask(Action::EditSource(first));
    bench.settle();
    save(&mut bench, "source");
}

/// The dialogs that join and correct, a chosen card, and cards of what was done by hand.
fn by_hand() {
    for (theme, suffix, language) in [(Theme::Light, "light", "es"), (Theme::Dark, "dark", "en")] {
        let desk = || {
            let mut bench = Bench::empty(Setup { theme, language, ..Setup::default() });
            let articles = fixture::articles().into_iter().map(Ok).collect();
            bench.desk().session_mut().add(articles);
            // Whatever is switched, the desk analyses.
            let first = bench.desk().session().sources()[0].id;
            bench.desk().ask(Action::Switch(first, true));
            bench.settle();
            bench.desk().view_mut().toasts.clear();
            bench
        };
        let mut bench = desk();
        bench.press(Modifiers::NONE, Key::E);
        bench.desk().view_mut().toasts.clear();
        bench.settle();
        save(&mut bench, &format!("by-hand-chosen-{suffix}"));
        // Split off, it stands first among what the others may be joined with.
        bench.press(Modifiers::NONE, Key::S);
        bench.press(Modifiers::NONE, Key::J);
        bench.desk().view_mut().toasts.clear();
        bench.settle();
        save(&mut bench, &format!("by-hand-join-{suffix}"));
        let mut bench = desk();
        bench.press(Modifiers::NONE, Key::E);
        bench.press(Modifiers::NONE, Key::E);
        bench.window.event(egui::Event::Text("unos 1.350".to_owned()));
        bench.settle();
        bench.desk().view_mut().toasts.clear();
        bench.settle();
        save(&mut bench, &format!("by-hand-correct-{suffix}"));
        bench.press(Modifiers::NONE, Key::Enter);
        save(&mut bench, &format!("by-hand-corrected-{suffix}"));
    }
    let mut bench = Bench::with_fixture(Setup::default());
    bench.desk().ask(UiCommand::Read);
    bench.settle();
    bench.window.get_by_label("1.350, Conflicto: Militares desplegados en el valle").click_secondary();
    bench.settle();
    save(&mut bench, "by-hand-reader");
    let mut bench = Bench::with_fixture(Setup { size: [1024.0, 700.0], ..Setup::default() });
    bench.press(Modifiers::NONE, Key::E);
    bench.desk().view_mut().toasts.clear();
    bench.settle();
    save(&mut bench, "by-hand-chosen-small");
    bench.press(Modifiers::NONE, Key::J);
    save(&mut bench, "by-hand-join-small");
}
