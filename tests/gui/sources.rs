//! Sources: pasted, switched off, moved, read again.

use crate::desk::{Bench, Setup};
use cotejo::{
    article::Article,
    gui::{
        action::Action,
        clipboard::{Clip, Clipboard},
        command::UiCommand,
    },
};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const TEXT: &str = "Cae un puente en el valle\n\n3 de noviembre de 2025\n\nEl puente cayó el lunes con tres camiones.";

/// A clipboard with something on it.
struct Copied(Clip);

impl Clipboard for Copied {
    fn read(&self) -> Clip {
        self.0.clone()
    }
}

fn names(bench: &mut Bench) -> Vec<String> {
    bench.desk().session().sources().iter().map(|s| s.name()).collect()
}

fn click(bench: &mut Bench, label: &str) {
    bench.window.get_by_label(label).click();
    bench.settle();
}

#[test]
fn what_was_copied_is_described_and_added_and_taken_back() {
    let html = "<h1>Cae un puente en el valle</h1><p>El puente cayó el lunes con tres camiones.</p>".to_owned();
    for (clip, key) in [
        (Clip { html: Some(html), text: Some(TEXT.to_owned()) }, true),
        (Clip { html: None, text: Some(TEXT.to_owned()) }, false),
        (Clip::default(), true),
    ] {
        let mut bench = Bench::empty(Setup::default());
        let copied = clip != Clip::default();
        bench.desk().use_clipboard(Arc::new(Copied(clip)));
        if key {
            // As the system does it: the text in the place of the key.
            bench.window.event(Event::Paste(TEXT.to_owned()));
            bench.window.step();
            bench.settle();
        } else {
            click(&mut bench, "Pegar artículo");
        }
        assert!(bench.window.query_by_label("Añadir artículo").is_some(), "{copied}");
        bench.window.get_by_label("Medio").focus();
        bench.settle();
        bench.window.get_by_label("Medio").type_text("Diario del Valle");
        bench.settle();
        click(&mut bench, "Añadir artículo");
        assert_eq!(names(&mut bench), ["Diario del Valle"]);
        let source = &bench.desk().session().sources()[0];
        assert_eq!(source.article().map(|a| a.metadata.title.as_str()), Some("Cae un puente en el valle"));
        bench.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(names(&mut bench), Vec::<String>::new());
    }
}

#[test]
fn enter_accepts_what_was_pasted() {
    let mut bench = Bench::empty(Setup::default());
    bench.desk().use_clipboard(Arc::new(Copied(Clip { html: None, text: Some(TEXT.to_owned()) })));
    bench.desk().ask(UiCommand::Paste);
    bench.settle();
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&mut bench).len(), 1);
    assert!(bench.desk().view_mut().dialog.is_none());
}

/// A server on this machine that has one page, and counts how often it was asked.
fn serve() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/puente", listener.local_addr().expect("an address"));
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = asked.clone();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            counted.fetch_add(1, Ordering::SeqCst);
            let body = "<html lang=es><body><h1>Cae un puente</h1><p>El puente cayó el lunes con 3 camiones.</p></body></html>";
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
            );
        }
    });
    (address, asked)
}

#[test]
fn an_address_is_fetched_where_the_person_says_so() {
    let (address, asked) = serve();
    let paste = |bench: &mut Bench| {
        bench.window.event(Event::Paste(address.clone()));
        bench.window.step();
        bench.settle();
    };
    let mut bench = Bench::empty(Setup::default());
    paste(&mut bench);
    assert!(bench.window.query_by_label_contains("Cotejo trabaja sin red").is_some());
    bench.press(Modifiers::NONE, Key::Escape);
    assert_eq!((names(&mut bench).len(), asked.load(Ordering::SeqCst)), (0, 0), "nobody said yes");
    paste(&mut bench);
    click(&mut bench, "Traer siempre las direcciones que se peguen, sin preguntar");
    click(&mut bench, "Traer la página");
    assert_eq!((names(&mut bench), asked.load(Ordering::SeqCst)), (vec!["127.0.0.1".to_owned()], 1));
    let article = bench.desk().session().sources()[0].article().cloned().expect("it was read");
    assert!(article.origin.fetched.is_some() && article.origin.sha256.len() == 64);
    assert_eq!(article.origin.path.to_str(), Some(address.as_str()));
    // From now on without asking; and what is no page at all says why.
    assert!(bench.desk().view_mut().preferences.fetch_addresses);
    bench.desk().session_mut().undo();
    paste(&mut bench);
    assert_eq!((names(&mut bench).len(), asked.load(Ordering::SeqCst)), (1, 2));
    bench.window.event(Event::Paste("http://127.0.0.1:9/nada".to_owned()));
    bench.window.step();
    bench.settle();
    assert!(bench.window.query_by_label_contains("No hubo respuesta").is_some());
    // A link that is dropped leads to its page.
    let folder = tempfile::tempdir().expect("a folder");
    let link = folder.path().join("puente.url");
    fs::write(&link, format!("[InternetShortcut]\r\nURL={address}\r\n")).expect("a file");
    bench.desk().open(vec![link]);
    bench.settle();
    assert_eq!(asked.load(Ordering::SeqCst), 3);
}

#[test]
fn an_empty_clipboard_says_so() {
    let mut bench = Bench::empty(Setup::default());
    bench.press(Modifiers::COMMAND, Key::V);
    assert!(bench.window.query_by_label_contains("El portapapeles está vacío").is_some());
    bench.desk().view_mut().toasts.clear();
    bench.desk().ask(UiCommand::Paste);
    bench.settle();
    assert!(bench.window.query_by_label_contains("El portapapeles está vacío").is_some());
}

#[test]
fn pasting_into_a_field_adds_no_article() {
    let mut bench = Bench::with_fixture(Setup::default());
    bench.press(Modifiers::COMMAND, Key::F);
    bench.window.event(Event::Paste("militares".to_owned()));
    bench.window.step();
    bench.press(Modifiers::COMMAND, Key::V);
    assert_eq!(bench.desk().session().filter().search, "militares");
    assert!(bench.desk().view_mut().dialog.is_none());
}

#[test]
fn of_many_sources_those_are_listed_that_can_be_seen() {
    let mut bench = Bench::empty(Setup::default());
    let article = |n: usize| {
        let mut article = Article::from_text(&format!("{n}.txt"), TEXT, "es", None);
        article.metadata.outlet = format!("Diario {n}");
        Ok(article)
    };
    bench.desk().session_mut().add((0..300).map(article).collect());
    bench.desk().ask(UiCommand::ThemeLight);
    bench.settle();
    let listed = |bench: &Bench| bench.window.query_all_by_label_contains(", Diario ").count();
    assert!((8..20).contains(&listed(&bench)), "{} rows", listed(&bench));
    // The keyboard goes on where the eye cannot.
    bench.window.get_by_label_contains(", Diario 7. ").focus();
    bench.settle();
    for _ in 0..40 {
        bench.window.key_press(Key::Tab);
        bench.window.step();
    }
    assert!(bench.window.query_by_label_contains(", Diario 25. ").is_some());
    assert!(bench.window.query_by_label_contains(", Diario 0. ").is_none());
    let last = bench.desk().session().sources()[280].id;
    bench.desk().ask(Action::FilterSource(Some(last)));
    bench.settle();
    click(&mut bench, "Más");
    let offered = |bench: &Bench| bench.window.query_all_by_label_contains("  Diario ").count();
    assert!((8..30).contains(&offered(&bench)), "{} of them", offered(&bench));
    bench.window.get_by_label_contains("  Diario 281").click();
    bench.settle();
    let session = bench.desk().session();
    assert_eq!(session.filter().source, Some(session.sources()[281].id));
}

#[test]
fn a_source_is_switched_off_and_on_again() {
    let mut bench = Bench::with_fixture(Setup::default());
    click(&mut bench, "Opciones de La Tribuna Nacional");
    click(&mut bench, "Apagar");
    assert!(bench.desk().session().sources()[1].off);
    assert_eq!(bench.desk().session().analysis().corpus.len(), 5);
    assert!(bench.window.query_by_label_contains(", apagada").is_some());
    assert!(bench.window.query_by_label_contains("5 artículos, ").is_some(), "what is off is not counted");
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(bench.window.query_by_label_contains("6 artículos, ").is_some());
    assert_eq!(bench.desk().session().analysis().corpus.len(), 6);
    assert!(bench.window.query_by_label_contains(", apagada").is_none());
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    click(&mut bench, "Opciones de La Tribuna Nacional");
    click(&mut bench, "Encender");
    assert_eq!(bench.desk().session().analysis().corpus.len(), 6);
}

#[test]
fn sources_move_by_menu_by_keys_and_by_dragging() {
    let mut bench = Bench::with_fixture(Setup::default());
    let before = names(&mut bench);
    click(&mut bench, "Opciones de La Tribuna Nacional");
    click(&mut bench, "Subir");
    assert_eq!(names(&mut bench)[..2], [before[1].clone(), before[0].clone()]);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&mut bench), before);
    let row = |bench: &Bench, i: usize| bench.window.get_by_label_contains(&format!(", {}. ", before[i])).rect();
    bench.window.get_by_label_contains(", La Tribuna Nacional. ").focus();
    bench.settle();
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(names(&mut bench)[..3], [before[0].clone(), before[2].clone(), before[1].clone()]);
    bench.press(Modifiers::COMMAND, Key::Z);
    let (from, to) = (row(&bench, 0).center(), row(&bench, 2).center_bottom());
    bench.window.drag_at(from);
    bench.window.step();
    bench.window.hover_at(to);
    bench.window.step();
    bench.window.drop_at(to);
    bench.settle();
    assert_eq!(names(&mut bench)[..3], [before[1].clone(), before[2].clone(), before[0].clone()]);
}

#[test]
fn a_changed_file_is_told_of_and_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("valle.txt");
    fs::write(&path, TEXT).expect("it can be written");
    let mut bench = Bench::empty(Setup::default());
    bench.desk().watch_files(Duration::from_millis(20));
    bench.desk().open(vec![path.clone()]);
    bench.settle();
    fs::write(&path, format!("{TEXT}\n\nNo hubo heridos, según el alcalde.")).expect("it can be changed");
    let until = Instant::now() + Duration::from_secs(30);
    while bench.window.query_by_label_contains("El artículo ha cambiado: ").is_none() {
        assert!(Instant::now() < until, "the change was not noticed");
        thread::sleep(Duration::from_millis(20));
        bench.window.run_steps(2);
    }
    click(&mut bench, "Leer de nuevo");
    let text =
        |bench: &mut Bench| bench.desk().session().sources()[0].article().map(|a| a.text.clone()).unwrap_or_default();
    assert!(text(&mut bench).contains("No hubo heridos"));
    assert!(bench.window.query_by_label_contains("El artículo ha cambiado: ").is_none());
    bench.press(Modifiers::COMMAND, Key::Z);
    assert!(!text(&mut bench).contains("No hubo heridos"));
}

/// Three articles in one text, parted by lines of signs.
pub const THREE: &str = "Cae un puente en el valle\n\nEl puente cayó el lunes con tres camiones.\n\n----------\n\n\
                         Arde una fábrica de papel\n\nLa fábrica ardió el martes con 40 obreros dentro.\n\n----------\n\n\
                         Fecha de hoy: sube el río\n\nEl río subió dos metros en una noche.";

#[test]
fn a_file_of_several_articles_is_split_into_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tres.txt");
    fs::write(&path, THREE).expect("a file");
    let mut bench = Bench::empty(Setup::default());
    bench.desk().watch_files(Duration::from_millis(20));
    bench.desk().open(vec![path.clone()]);
    bench.settle();
    let open = |bench: &mut Bench| {
        let source = bench.desk().session().sources()[0].id;
        bench.desk().ask(Action::EditCut(source));
        bench.settle();
    };
    open(&mut bench);
    assert!(bench.window.query_by_label("Quedarían 3 artículos").is_some());
    assert!(bench.window.query_by_label("2. Arde una fábrica de papel, 14 palabras").is_some());
    // Another way of cutting, that finds nothing: the button does nothing either.
    click(&mut bench, "En los párrafos que empiezan igual. Por ejemplo «Fecha:» o el nombre del medio");
    assert!(bench.window.query_by_label("Así no se separa nada").is_some());
    bench.press(Modifiers::NONE, Key::Enter);
    assert_eq!(names(&mut bench), ["Tres"]);
    bench.window.get_by_label("Con qué empieza cada artículo").focus();
    bench.settle();
    bench.window.get_by_label("Con qué empieza cada artículo").type_text("fecha de hoy");
    bench.settle();
    assert!(bench.window.query_by_label("Quedarían 2 artículos").is_some());
    click(&mut bench, "En las líneas divisorias. Líneas de guiones u otros signos, saltos de página");
    bench.press(Modifiers::NONE, Key::Enter);
    assert!(bench.desk().view_mut().dialog.is_none());
    let titles = |bench: &mut Bench| {
        let sources = bench.desk().session().sources();
        let titles = sources.iter().filter_map(|s| s.article()).map(|a| a.metadata.title.clone());
        titles.collect::<Vec<_>>()
    };
    let parts = ["Cae un puente en el valle", "Arde una fábrica de papel", "Fecha de hoy: sube el río"];
    assert_eq!(titles(&mut bench), parts);
    bench.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&mut bench), parts[..1]);
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(titles(&mut bench), parts);
    // The file again is what stands there already; and where it changes, each part is read from its place.
    bench.desk().open(vec![path.clone()]);
    bench.settle();
    assert_eq!(titles(&mut bench), parts);
    fs::write(&path, THREE.replace("40 obreros", "50 obreros")).expect("a file");
    let before = bench.desk().session().to_analyse().1;
    let until = Instant::now() + Duration::from_secs(30);
    while bench.desk().session().stale().count() < 3 {
        assert!(Instant::now() < until, "the change was not noticed");
        thread::sleep(Duration::from_millis(20));
        bench.window.run_steps(2);
    }
    bench.desk().ask(UiCommand::ReadAgain);
    bench.settle();
    let after = bench.desk().session().to_analyse().1;
    assert_eq!(after.len(), before.len());
    assert!(after.iter().any(|a| a.text.contains("50 obreros") && !a.text.contains("camiones")), "{after:#?}");
}

#[test]
fn the_rail_of_letters_has_the_menu_of_every_source() {
    for reading in [false, true] {
        let size = if reading { [1440.0, 900.0] } else { [1024.0, 700.0] };
        let mut bench = Bench::with_fixture(Setup { size, ..Setup::default() });
        if reading {
            bench.desk().ask(UiCommand::ShowReader);
            bench.settle();
        }
        let before = names(&mut bench);
        click(&mut bench, "Opciones de El Correo de Aldura");
        click(&mut bench, "Apagar");
        assert!(bench.desk().session().sources()[0].off, "reading: {reading}");
        click(&mut bench, "Opciones de El Correo de Aldura");
        click(&mut bench, "Quitar");
        assert_eq!(names(&mut bench), before[1..]);
        bench.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(names(&mut bench), before);
    }
}
