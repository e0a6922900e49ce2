//! How long a frame of the desk takes with a thousand articles on it, without a screen.
//!
//! `cargo bench --bench desk` has the newsroom of `benches/newsroom` write 1,000 articles (or as many as are asked for: `-- 200`),
//! starts the desk as a person does, with the work of yesterday on it, and scrolls every view, selects and decides. A frame is
//! what the processor does for it between two pictures: jobs, layout, and the triangles handed to the graphics card. Processor
//! time of that one thread is counted, so that a busy machine changes little. Reading and analysing, which another thread does,
//! are timed beside it.

#![allow(clippy::print_stdout, reason = "what it measures is what it prints")]

#[path = "../events/mod.rs"]
mod events;
#[path = "../newsroom/mod.rs"]
mod newsroom;

use cotejo::{
    autosave::{Autosave, Work},
    case::{Case, CaseSource},
    gui::{
        Desk,
        action::Action,
        command::UiCommand,
        file_dialog::{Answer, Ask, FileDialog, Request},
        view_state::View,
    },
    language::Registry,
    wording::Wording,
};
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};
use rustix::time::{ClockId, clock_gettime};
use std::{
    path::Path,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

const SEED: u64 = 2025;
/// How many outlets write about one event.
const OUTLETS: usize = 4;
const WINDOW: Vec2 = vec2(1440.0, 900.0);
/// How many frames each view is scrolled for.
const FRAMES: usize = 600;
/// How many findings are selected, and decided on.
const STEPS: usize = 100;

fn main() {
    let asked = std::env::args().skip(1).find_map(|a| a.parse().ok());
    let articles: usize = asked.unwrap_or(1000);
    let folder = tempfile::tempdir().expect("a folder");
    let texts = folder.path().join("texts");
    std::fs::create_dir(&texts).expect("a folder");
    newsroom::write(SEED, articles.div_ceil(OUTLETS), OUTLETS).save(&texts).expect("articles written");
    let autosave = Autosave::in_folder(&folder.path().join("desk"));
    let languages = Arc::new(Registry::built_in());
    let begun = Instant::now();
    let read = lay_yesterdays_work(&texts, &autosave, &languages);
    println!("{read} articles read and the work written down in {:.2} s", begun.elapsed().as_secs_f64());

    let mut screen = Screen::start(&autosave, languages);
    let (waiting, whole) = screen.wait();
    println!("analysed after {whole:.2?}: {} findings", screen.desk.session().analysis().findings.len());
    println!("{:<34}{:>9}{:>9}{:>9}{:>9}", "", "half", "99 %", "most", "target");
    report("first frame", &[screen.first], 1000.0);
    report("frames while it is analysed", &waiting, 8.0);

    let side = pos2(100.0, 500.0);
    let list = pos2(400.0, 500.0);
    let wide = pos2(1000.0, 500.0);
    report("sources, scrolled", &screen.scroll(View::Findings, side, vec2(0.0, -90.0)), 8.0);
    report("findings, scrolled", &screen.scroll(View::Findings, list, vec2(0.0, -90.0)), 8.0);
    report("evidence, scrolled", &screen.scroll(View::Findings, wide, vec2(0.0, -12.0)), 8.0);
    report("selecting a finding", &screen.command(View::Findings, UiCommand::Next), 50.0);
    report("deciding on one", &screen.command(View::Findings, UiCommand::Confirm), 50.0);
    report("taking it back", &screen.command(View::Findings, UiCommand::Undo), 50.0);
    report("searching, letter by letter", &screen.search("milla"), 50.0);
    report("ledger, scrolled down", &screen.scroll(View::Ledger, wide, vec2(0.0, -90.0)), 8.0);
    report("ledger, scrolled sideways", &screen.scroll(View::Ledger, wide, vec2(-90.0, 0.0)), 8.0);
    report("selecting one in the ledger", &screen.command(View::Ledger, UiCommand::Next), 50.0);
    report("reader, scrolled", &screen.scroll(View::Reader, wide, vec2(0.0, -12.0)), 8.0);
    report("selecting one in the reader", &screen.command(View::Reader, UiCommand::Next), 50.0);
}

/// Reads all articles of a folder as the desk would, and writes them down as the work that lay on it.
fn lay_yesterdays_work(texts: &Path, autosave: &Autosave, languages: &Registry) -> usize {
    let loaded = cotejo::article::load::load_all(&[texts.to_owned()], cotejo::article::load::Reach::Files, languages);
    let sources: Vec<_> = loaded.articles.into_iter().map(CaseSource::read).collect();
    let read = sources.len();
    let work = Work { case: Case { sources, ..Case::default() }, ..Work::default() };
    autosave.save(&work).expect("the work is written down");
    read
}

/// A window that nobody sees.
struct Screen {
    context: Context,
    desk: Desk,
    first: Duration,
    time: f64,
}

/// The system's dialogs, which nothing here opens.
struct NoDialog;

impl FileDialog for NoDialog {
    fn open(&self, _: Request) -> Ask {
        Box::new(|| Answer::Cancelled)
    }
}

impl Screen {
    /// Starts the desk and paints its first frame.
    fn start(autosave: &Autosave, languages: Arc<Registry>) -> Self {
        let begun = processor_time();
        let context = Context::default();
        let mut desk = Desk::new(&context, Wording::new("es"), languages, Box::new(NoDialog));
        desk.keep_work(autosave.clone(), &[]);
        let mut screen = Self { context, desk, first: Duration::ZERO, time: 0.0 };
        screen.frame(Vec::new());
        screen.first = processor_time() - begun;
        screen
    }

    /// Paints one frame, and says how long it took.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.time),
            events,
            focused: true,
            ..RawInput::default()
        };
        let begun = processor_time();
        let desk = &mut self.desk;
        let output = self.context.run_ui(input, |ui| {
            desk.logic(ui.ctx());
            desk.ui(ui);
        });
        std::hint::black_box(self.context.tessellate(output.shapes, output.pixels_per_point));
        processor_time() - begun
    }

    /// Paints frames until nothing is at work any more. The frames, and how long it was until then.
    fn wait(&mut self) -> (Vec<Duration>, Duration) {
        let begun = Instant::now();
        let mut frames = Vec::new();
        while self.desk.is_busy() {
            frames.push(self.frame(Vec::new()));
            thread::sleep(Duration::from_millis(16));
        }
        let whole = begun.elapsed();
        frames.push(self.frame(Vec::new()));
        (frames, whole)
    }

    fn show(&mut self, view: View) {
        let command = match view {
            View::Findings => UiCommand::ShowFindings,
            View::Reader => UiCommand::ShowReader,
            View::Ledger => UiCommand::ShowLedger,
        };
        self.desk.ask(command);
        for _ in 0..5 {
            self.frame(Vec::new());
        }
    }

    /// Turns the wheel over a place in a view, down and up again, with pages between.
    fn scroll(&mut self, view: View, at: Pos2, by: Vec2) -> Vec<Duration> {
        self.show(view);
        self.frame(vec![Event::PointerMoved(at)]);
        let turn = |n: usize| {
            // Slowly, then by pages, and back.
            let speed = if n % 100 < 80 { 1.0 } else { 20.0 };
            let delta = if n < FRAMES * 2 / 3 { by * speed } else { -by * speed };
            let (unit, modifiers, phase) = (MouseWheelUnit::Point, Modifiers::NONE, TouchPhase::Move);
            let source = MouseWheelSource::Wheel;
            vec![Event::MouseWheel { unit, delta, modifiers, phase, source }]
        };
        (0..FRAMES).map(|n| self.frame(turn(n))).collect()
    }

    /// Types into the search field and empties it again: how long until what it finds is on screen.
    fn search(&mut self, word: &str) -> Vec<Duration> {
        self.show(View::Findings);
        let typed = (1..=word.len()).map(|n| word[..n].to_owned()).chain([String::new()]);
        typed
            .map(|typed| {
                self.desk.ask(Action::SearchFor(typed));
                self.frame(Vec::new()) + self.frame(Vec::new())
            })
            .collect()
    }

    /// Asks for a command again and again: how long until what it does is on screen, all frames together.
    fn command(&mut self, view: View, command: UiCommand) -> Vec<Duration> {
        self.show(view);
        let step = |screen: &mut Self| {
            screen.desk.ask(command);
            let seen = screen.frame(Vec::new()) + screen.frame(Vec::new());
            // What is written down behind it is not part of what is waited for.
            screen.wait();
            seen
        };
        (0..STEPS).map(|_| step(self)).collect()
    }
}

/// How long the processor has worked for this thread.
fn processor_time() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().expect("time goes on")
}

/// Prints a line: the middle, the 99th of a hundred and the longest, beside what is aimed at.
fn report(name: &str, frames: &[Duration], target: f64) {
    let mut times: Vec<f64> = frames.iter().map(|f| f.as_secs_f64() * 1e3).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    let verdict = if at(0.99) > target { "  missed" } else { "" };
    println!("{name:<34}{:>9.2}{:>9.2}{:>9.2}{target:>6} ms{verdict}", at(0.5), at(0.99), at(1.0));
}
