//! What a person has who does not use the mouse, or does not see the screen: every view's tree of names, and the way of the Tab key.

use crate::{
    desk::{Bench, Setup},
    fixture,
};
use cotejo::{
    gui::{
        action::Action,
        command::UiCommand,
        view_state::{Dialog, PathForm, PathPurpose},
    },
    preferences::Preferences,
    wording::Wording,
};
use egui::{
    Event, Key, Modifiers,
    accesskit::{self, Role},
};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};

/// A state of the window: its name, whether there is work on the desk, and how it is reached.
type Scene = (&'static str, bool, fn(&mut Bench));

/// Every view, every dialog and every menu.
const SCENES: [Scene; 25] = [
    ("empty", false, |_| ()),
    ("findings", true, |_| ()),
    ("one source alone", true, |b| {
        let source = b.desk().session().sources()[1].id;
        b.desk().ask(Action::FilterSource(Some(source)));
    }),
    ("no finding", true, |b| b.desk().session_mut().set_filter(|f| f.search = "zzz".into())),
    ("decided", true, |b| b.desk().ask(UiCommand::Confirm)),
    ("reader", true, |b| b.desk().ask(UiCommand::Read)),
    ("ledger", true, |b| b.desk().ask(UiCommand::ShowLedger)),
    ("palette", true, |b| b.desk().ask(UiCommand::Palette)),
    ("join", true, |b| at_card(b, UiCommand::Join)),
    ("correct", true, |b| at_card(b, UiCommand::Correct)),
    ("keys", true, |b| b.desk().ask(UiCommand::Keys)),
    ("manual", true, |b| b.desk().ask(UiCommand::Manual)),
    ("note", true, |b| b.desk().ask(UiCommand::Note)),
    ("settings", true, |b| b.desk().ask(UiCommand::Settings)),
    ("export", true, |b| b.desk().ask(UiCommand::Export)),
    ("source", true, |b| {
        let source = b.desk().session().sources()[0].id;
        b.desk().ask(Action::EditSource(source));
    }),
    ("split", true, |b| {
        let source = b.desk().session().sources()[0].id;
        b.desk().ask(Action::EditCut(source));
    }),
    ("paste", true, |b| b.window.event(Event::Paste(fixture::articles()[2].text.clone()))),
    ("fetch", true, |b| {
        b.window.event(Event::Paste("https://elvalle.example/a\nhttps://elfarol.example/b".to_owned()));
    }),
    ("path", true, |b| {
        let form = PathForm { purpose: PathPurpose::Open, path: String::new() };
        b.desk().view_mut().dialog = Some(Dialog::Path(form));
    }),
    ("toast", true, |b| b.desk().view_mut().say_with("Algo ha pasado.", UiCommand::Undo)),
    ("menu", true, |b| click(b, "menu-file")),
    ("filters", true, |b| click(b, "filter-more")),
    ("menu of a source", true, |b| {
        let label = words(b).with("source-menu", &[("name", "El Correo de Aldura")]);
        b.window.get_by_label(&label).click();
    }),
    ("reasons for dismissing", true, |b| b.desk().ask(UiCommand::Dismiss)),
];

/// The words of the window.
fn words(bench: &Bench) -> Wording {
    let is_spanish = bench.window.query_by_label("Archivo").is_some();
    Wording::new(if is_spanish { "es" } else { "en" })
}

/// Does something about the first article's card.
fn at_card(bench: &mut Bench, command: UiCommand) {
    bench.window.get_by_label_contains("A, El Correo de Aldura, 12").focus();
    bench.settle();
    bench.desk().ask(command);
}

/// Clicks on what has this name in the window's language.
fn click(bench: &mut Bench, key: &str) {
    let label = words(bench).text(key);
    bench.window.get_by_label(&label).click();
}

fn at(scene: Scene, language: &'static str) -> Bench {
    at_size(scene, language, [1440.0, 900.0])
}

fn at_size(scene: Scene, language: &'static str, size: [f32; 2]) -> Bench {
    let setup = Setup { language, size, ..Setup::default() };
    let mut bench = if scene.1 { Bench::with_fixture(setup) } else { Bench::empty(setup) };
    (scene.2)(&mut bench);
    bench.window.step();
    bench.settle();
    bench
}

/// A control as a screen reader meets it: what it is, and its name.
type Control = (Role, String);

fn control(node: &AccessKitNode<'_>) -> Control {
    let labels: Vec<String> = node.labelled_by().filter_map(|l| l.label().or(l.value())).collect();
    (node.role(), node.label().unwrap_or_else(|| labels.join(" ")))
}

/// Every control that is on screen, but egui's own bars for scrolling: a wheel for the mouse, where the keyboard has its own ways.
fn controls(bench: &Bench) -> Vec<Control> {
    let works = |data: &accesskit::Node| {
        data.supports_action(accesskit::Action::Click) || data.supports_action(accesskit::Action::SetValue)
    };
    let nodes = bench.window.root().children_recursive().map(|n| n.accesskit_node());
    let nodes = nodes.filter(|n| works(n.data()) && n.role() != Role::ScrollBar && !n.is_hidden() && !n.is_disabled());
    nodes.map(|n| control(&n)).collect()
}

#[test]
fn every_control_of_every_view_has_a_name() {
    for language in ["es", "en"] {
        for scene in SCENES {
            let controls = controls(&at(scene, language));
            assert!(controls.len() > 5, "{} in {language}: {controls:?}", scene.0);
            let nameless: Vec<_> =
                controls.iter().filter(|(_, name)| !name.chars().any(char::is_alphanumeric)).collect();
            assert!(nameless.is_empty(), "{} in {language}: {nameless:?}", scene.0);
        }
    }
}

/// The control that the keyboard is in.
fn focused(bench: &Bench) -> Option<Control> {
    let mut nodes = bench.window.root().children_recursive().map(|n| n.accesskit_node());
    nodes.find(|n| n.is_focused()).map(|n| control(&n))
}

/// The controls that the Tab key comes by until it is round.
fn reached(bench: &mut Bench) -> Vec<Control> {
    let mut reached: Vec<Control> = Vec::new();
    for _ in 0..120 {
        bench.window.key_press_modifiers(Modifiers::NONE, Key::Tab);
        bench.window.step();
        reached.extend(focused(bench));
    }
    reached
}

#[test]
fn the_tab_key_comes_by_every_control() {
    for scene in SCENES {
        let mut bench = at(scene, "es");
        bench.desk().view_mut().dialog = None;
        bench.settle();
        let before = controls(&bench);
        let mut bench = at(scene, "es");
        // A message goes by itself; F6 is the way to it.
        bench.desk().view_mut().toasts.clear();
        bench.settle();
        let is_dialog = bench.desk().view_mut().dialog.is_some();
        let mut all = controls(&bench);
        // The keyboard stays within a dialog; what lies under it waits. Within a list and a table the arrows choose.
        let waits = |c: &Control| is_dialog && before.contains(c);
        let within = [Role::ListItem, Role::ListBoxOption, Role::Cell, Role::RowHeader];
        all.retain(|c| !waits(c) && !within.contains(&c.0));
        let reached = reached(&mut bench);
        let missed: Vec<_> = all.iter().filter(|c| !reached.contains(c)).collect();
        assert!(missed.is_empty(), "{}: {missed:#?}", scene.0);
    }
}

#[test]
fn the_smallest_window_holds_the_largest_text() {
    for scene in SCENES {
        let mut bench = at_size(scene, "es", [1024.0, 700.0]);
        let usual = bench.desk().view_mut().preferences.clone();
        bench.desk().ask(Action::Prefer(Box::new(Preferences { text_size: 160, ..usual })));
        bench.settle();
        let window = bench.window.ctx.content_rect();
        for _ in 0..60 {
            bench.window.key_press_modifiers(Modifiers::NONE, Key::Tab);
            // What it comes to is scrolled to, which takes a moment.
            bench.window.run_steps(8);
            let root = bench.window.root();
            let Some(node) = root.children_recursive().find(|n| n.accesskit_node().is_focused()) else { continue };
            let name = control(&node.accesskit_node()).1;
            // A row may be cut off at its end, but not lie outside.
            assert!(window.contains(node.rect().center()), "{}: {name} at {:?}", scene.0, node.rect());
        }
    }
}

#[test]
fn f6_goes_round_the_parts_of_the_window() {
    let mut bench = at(SCENES[1], "es");
    let mut round = |modifiers: Modifiers, steps: usize| -> Vec<String> {
        let step = |_| {
            bench.press(modifiers, Key::F6);
            focused(&bench).map(|(_, name)| name.chars().take(20).collect()).unwrap_or_default()
        };
        (0..steps).map(step).collect()
    };
    let parts = ["A, El Correo de Aldu", "Lista de hallazgos", "B, La Tribuna Nacion", "Confirmar", "Archivo"];
    assert_eq!(round(Modifiers::NONE, 6), [parts[0], parts[1], parts[2], parts[3], parts[4], parts[0]]);
    assert_eq!(round(Modifiers::SHIFT, 2), [parts[4], parts[3]]);
    // A message that offers something is one of them, and stays while the keyboard is in it.
    bench.desk().ask(UiCommand::Confirm);
    bench.settle();
    bench.press(Modifiers::NONE, Key::F6);
    for _ in 0..200 {
        bench.window.step();
    }
    assert_eq!(focused(&bench).map(|(_, name)| name).as_deref(), Some("Deshacer"));
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(bench.desk().session().decided().0, 0);
}
