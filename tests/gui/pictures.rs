//! Pictures of the window. `cargo test --test gui -- --ignored pictures` writes those of `screenshots/`.

use crate::desk::{Bench, Setup};
use cotejo::gui::{action::Action, command::UiCommand};
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use std::path::Path;

fn save(bench: &mut Bench, name: &str) {
    let image = bench.window.render().expect("the renderer paints in memory");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
    std::fs::create_dir_all(&folder).expect("screenshots can be written");
    image.save(folder.join(format!("{name}.png"))).expect("the picture can be written");
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
    let small = || Setup { size: [1024.0, 700.0], ..Setup::default() };
    save(&mut Bench::empty(small()), "empty-small");
    save(&mut Bench::with_fixture(small()), "findings-small");
    for (command, name) in [
        (UiCommand::Export, "export"),
        (UiCommand::Keys, "keys"),
        (UiCommand::Palette, "palette"),
        (UiCommand::Note, "note"),
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
    let mut bench = Bench::with_fixture(Setup::default());
    bench.desk().ask(UiCommand::Confirm);
    bench.settle();
    bench.press(Modifiers::NONE, Key::Num2);
    save(&mut bench, "dismiss");
    let mut bench = Bench::with_fixture(Setup { language: "en", ..Setup::default() });
    let first = bench.desk().session().sources()[0].id;
    save(&mut bench, "findings-english");
    bench.desk().ask(Action::EditSource(first));
    bench.settle();
    save(&mut bench, "source");
}
