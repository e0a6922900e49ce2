//! The program itself in a window of its own, on a display without a screen (Xvfb).

use crate::network;
use cotejo::case::{Case, Copies};
use image::RgbaImage;
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// What the test needs of the system, beside the program.
const TOOLS: [&str; 5] = ["Xvfb", "openbox", "xdotool", "scrot", "zenity"];

/// Whether the tools are there. Where the checks of a change are run they must be.
fn can_run() -> bool {
    let missing = TOOLS.iter().find(|t| Command::new("which").arg(t).output().is_ok_and(|o| !o.status.success()));
    if let Some(tool) = missing {
        assert!(std::env::var_os("CI").is_none(), "{tool} is not installed: the real window cannot be tested");
        eprintln!("skipped: {tool} is not installed, so the real window was not tested");
    }
    missing.is_none()
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A display without a screen, and the program on it.
struct Screen {
    display: String,
    folder: tempfile::TempDir,
    _server: Running,
}

impl Screen {
    fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts");
        let mut number = String::new();
        let out = server.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut number).expect("Xvfb tells its number");
        let display = format!(":{}", number.trim());
        Self { display, folder: tempfile::tempdir().expect("a folder"), _server: Running(server) }
    }

    fn command(&self, program: &str) -> Command {
        self.dressed(Command::new(program))
    }

    /// A command with what a program needs to show itself on this display, in Spanish.
    fn dressed(&self, mut command: Command) -> Command {
        command
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("LC_ALL", "es_ES.UTF-8")
            .env("LANG", "es_ES.UTF-8")
            .env("XDG_DATA_HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.folder.path())
            .current_dir(env!("CARGO_MANIFEST_DIR"));
        command
    }

    fn tell(&self, arguments: &[&str]) -> String {
        let output = self.command("xdotool").args(arguments).output().expect("xdotool runs");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    fn picture(&self, name: &str) -> RgbaImage {
        let path = self.folder.path().join(name);
        let shot = self.command("scrot").arg("-o").arg(&path).status().expect("scrot runs");
        assert!(shot.success(), "scrot failed");
        image::open(&path).expect("a picture").to_rgba8()
    }

    /// A picture once nothing moves any more.
    fn still(&self, name: &str) -> RgbaImage {
        let mut before = self.picture(name);
        let until = Instant::now() + Duration::from_secs(60);
        while Instant::now() < until {
            sleep(Duration::from_millis(700));
            let now = self.picture(name);
            if now == before {
                return now;
            }
            before = now;
        }
        panic!("the window is never still");
    }

    fn wait_for_window(&self) -> String {
        wait_for("the window", || self.window("--name", "Cotejo"))
    }

    /// The window that is found by that, where there is one.
    fn window(&self, by: &str, pattern: &str) -> Option<String> {
        self.tell(&["search", "--onlyvisible", by, pattern]).lines().last().map(str::to_owned)
    }

    /// Types a path into the system's dialog for files, and waits until it is gone.
    fn answer(&self, path: &Path) {
        let dialog = wait_for("the dialog", || self.window("--class", "zenity"));
        self.tell(&["windowfocus", "--sync", &dialog]);
        self.still("dialog.png");
        // Where a file is to be opened, the slash brings up a field for the path; where one is to be saved, it is there.
        self.tell(&["key", "ctrl+a"]);
        self.tell(&["key", "slash"]);
        self.still("field.png");
        let path = path.display().to_string();
        self.tell(&["type", "--delay", "20", path.trim_start_matches('/')]);
        self.still("typed.png");
        self.tell(&["key", "Return"]);
        wait_for("the dialog to close", || self.window("--class", "zenity").is_none().then_some(()));
    }
}

/// Waits until there is something.
fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + Duration::from_secs(60);
    while Instant::now() < until {
        if let Some(found) = look() {
            return found;
        }
        sleep(Duration::from_millis(200));
    }
    panic!("waited a minute for {what}");
}

fn colours(picture: &RgbaImage) -> usize {
    picture.pixels().map(|p| p.0).collect::<std::collections::HashSet<_>>().len()
}

fn difference(a: &RgbaImage, b: &RgbaImage) -> usize {
    a.pixels().zip(b.pixels()).filter(|(a, b)| a != b).count()
}

#[test]
fn the_program_comes_up_and_keys_move_the_selection() {
    if !can_run() {
        return;
    }
    let screen = Screen::start();
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let child = screen
        .command(env!("CARGO_BIN_EXE_cotejo"))
        .arg(&demo)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut program = Running(child);
    let window = screen.wait_for_window();
    screen.tell(&["windowfocus", "--sync", &window]);
    let first = screen.still("first.png");
    assert!(colours(&first) > 100, "the window is all but empty: {} colours", colours(&first));
    screen.tell(&["key", "n"]);
    let second = screen.still("second.png");
    let moved = difference(&first, &second);
    assert!(moved > 2000, "the key n moved nothing: {moved} pixels differ");
    screen.tell(&["key", "p"]);
    let third = screen.still("third.png");
    assert!(difference(&first, &third) < moved / 10, "the key p did not go back");
    assert!(program.0.try_wait().expect("its state can be asked").is_none(), "the program ended");
    if let Some(keep) = std::env::var_os("COTEJO_KEEP_PICTURES") {
        first.save(Path::new(&keep).join("real-window.png")).expect("the picture can be kept");
    }
}

/// Tells the child that it is the browser from which an article is copied.
const COPIES: &str = "COTEJO_COPIES";

/// The child: holds a page on the clipboard, as browsers put it there, until it is killed.
#[test]
fn copies_a_page() {
    if std::env::var_os(COPIES).is_none() {
        return;
    }
    let page = "<h1>Putin y Kim hablan antes de la cumbre</h1><p>El presidente ruso llamó el martes a Pionyang, que ha \
                enviado unos 15.000 soldados a Rusia, según Seúl.</p>";
    let text = "Putin y Kim hablan antes de la cumbre\n\nEl presidente ruso llamó el martes a Pionyang, que ha enviado \
                unos 15.000 soldados a Rusia, según Seúl.";
    let mut clipboard = arboard::Clipboard::new().expect("the display has a clipboard");
    clipboard.set().html(page, Some(text)).expect("it is copied");
    writeln!(std::io::stdout(), "copied").expect("somebody listens");
    sleep(Duration::from_secs(300));
}

#[test]
fn articles_are_opened_and_pasted_and_a_case_is_saved_by_the_dialogs_of_the_system() {
    if !can_run() {
        return;
    }
    let screen = Screen::start();
    // Dialogs take the keyboard only where something manages windows.
    let manager = screen.command("openbox").stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let _manager = Running(manager.expect("openbox starts"));
    let apart = network::apart(env!("CARGO_BIN_EXE_cotejo"));
    let is_apart = apart.is_some();
    let child = screen
        .dressed(apart.unwrap_or_else(|| Command::new(env!("CARGO_BIN_EXE_cotejo"))))
        // The dialog needs a locale that every system has.
        .env("LC_ALL", "C.UTF-8")
        .env("LANG", "C.UTF-8")
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let program = Running(child);
    let window = screen.wait_for_window();
    let press = |key: &str| {
        screen.tell(&["windowfocus", "--sync", &window]);
        screen.still("before.png");
        screen.tell(&["key", key]);
    };
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    for article in ["01-agencia-meridional.txt", "05-the-harbour-post.txt"] {
        press("ctrl+o");
        screen.answer(&demo.join(article));
    }
    // A third one comes from a browser.
    let copied = Command::new(std::env::current_exe().expect("this test"))
        .args(["real_window::copies_a_page", "--exact", "--nocapture"])
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .env(COPIES, "1")
        .stdout(Stdio::piped())
        .spawn();
    let mut copied = Running(copied.expect("the browser starts"));
    let out = BufReader::new(copied.0.stdout.take().expect("its output is piped"));
    assert!(out.lines().map_while(Result::ok).any(|line| line.ends_with("copied")), "nothing was copied");
    press("ctrl+v");
    press("Return");
    // The first finding is confirmed, and the case saved.
    press("1");
    let file = screen.folder.path().join("cumbre.cotejo");
    press("ctrl+s");
    screen.answer(&file);
    wait_for("the case", || file.exists().then_some(()));
    let case = Case::read(&Copies::none_of(&file)).expect("the case is whole").what;
    let titles: Vec<&str> = case.articles().map(|a| a.metadata.title.as_str()).collect();
    assert_eq!(titles.len(), 3, "{titles:?}");
    assert_eq!(titles[2], "Putin y Kim hablan antes de la cumbre");
    assert!(!case.review.is_empty(), "the decision is not in the case");
    if is_apart {
        assert_eq!(network::packets_of(program.0.id()), 0, "packets were sent");
    }
    if let Some(keep) = std::env::var_os("COTEJO_KEEP_PICTURES") {
        let picture = screen.still("saved.png");
        picture.save(Path::new(&keep).join("real-dialogs.png")).expect("the picture can be kept");
    }
}
