//! A desk in a test: a window without a display, with dialogs that answer at once.

use crate::{fixture, software_renderer::SoftwareRenderer};
use cotejo::{
    gui::{
        Desk,
        file_dialog::{Answer, Ask, FileDialog, Request},
    },
    language::Registry,
    wording::Wording,
};
use egui::UiBuilder;
use egui_kittest::Harness;
use std::{
    cell::RefCell,
    rc::Rc,
    sync::Arc,
    time::{Duration, Instant},
};

/// A window under test. The desk is made in the first frame, when there is a context to tell of the theme.
pub struct Bench {
    /// What drives the window.
    pub window: Harness<'static, Option<Desk>>,
}

/// What the dialogs of a test answer, one after the other, and what they were asked.
#[derive(Clone, Default)]
pub struct Answers {
    answers: Rc<RefCell<Vec<Answer>>>,
    /// What was asked for.
    pub asked: Rc<RefCell<Vec<Request>>>,
}

impl Answers {
    /// These answers, the first one first.
    #[allow(dead_code)]
    pub fn new(answers: &[Answer]) -> Self {
        let answers = Rc::new(RefCell::new(answers.iter().rev().cloned().collect()));
        Self { answers, asked: Rc::default() }
    }
}

impl FileDialog for Answers {
    fn open(&self, request: Request) -> Ask {
        self.asked.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().pop().unwrap_or(Answer::Cancelled);
        Box::new(move || answer)
    }
}

/// How a bench is set up.
pub struct Setup {
    /// The window's size in points.
    pub size: [f32; 2],
    /// Light or dark.
    pub theme: egui::Theme,
    /// The window's language.
    pub language: &'static str,
    /// What dialogs answer.
    pub answers: Answers,
}

impl Default for Setup {
    fn default() -> Self {
        Self { size: [1440.0, 900.0], theme: egui::Theme::Light, language: "es", answers: Answers::default() }
    }
}

impl Bench {
    /// An empty desk.
    pub fn empty(setup: Setup) -> Self {
        let Setup { size, theme, language, answers } = setup;
        let window = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(16)
            .with_render_cursor(false)
            .renderer(SoftwareRenderer::default())
            .build_ui_state(
                move |ui, desk: &mut Option<Desk>| {
                    let desk = desk.get_or_insert_with(|| {
                        let languages = Arc::new(Registry::built_in());
                        Desk::new(ui.ctx(), Wording::new(language), languages, Box::new(answers.clone()))
                    });
                    desk.logic(ui.ctx());
                    // The harness leaves a margin, which a window does not have.
                    let whole = ui.ctx().content_rect();
                    ui.scope_builder(UiBuilder::new().max_rect(whole), |ui| {
                        ui.set_clip_rect(whole);
                        desk.ui(ui);
                    });
                },
                None,
            );
        let mut bench = Self { window };
        bench.settle();
        bench
    }

    /// A desk with the articles of the fixture, analysed.
    pub fn with_fixture(setup: Setup) -> Self {
        let mut bench = Self::empty(setup);
        *bench.desk().session_mut() = fixture::session();
        bench.settle();
        bench
    }

    /// The desk.
    pub fn desk(&mut self) -> &mut Desk {
        self.window.state_mut().as_mut().expect("the first frame was run")
    }

    /// Runs frames until nothing is at work any more.
    pub fn settle(&mut self) {
        let until = Instant::now() + Duration::from_secs(120);
        loop {
            self.window.run_steps(3);
            if !self.desk().is_busy() {
                // What came in with the last of these frames is painted in the next.
                self.window.run_steps(3);
                if !self.desk().is_busy() {
                    return;
                }
            }
            assert!(Instant::now() < until, "the desk is still at work after two minutes");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses keys, as many frames as it needs.
    pub fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// What Ctrl+C puts on the clipboard.
    pub fn copied(&mut self) -> String {
        self.window.event(egui::Event::Copy);
        self.window.step();
        let commands = &self.window.output().platform_output.commands;
        let text = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        text.expect("something was copied")
    }
}
