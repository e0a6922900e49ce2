//! The desk: what is between the system's window and the work.

use super::{
    action::Action,
    clipboard::{Clipboard, EmptyClipboard},
    command::{self, UiCommand},
    file_dialog::FileDialog,
    jobs::Jobs,
    keeping::Keeping,
    panels,
    prefer::Remembering,
    scene::Scene,
    session::Session,
    theme,
    view_state::{View, ViewState},
    watch::FileWatch,
};
use crate::{
    case::name_of,
    language::{PackError, Registry},
    preferences::{Preferences, Theme, Window},
    wording::Wording,
};
use egui::{Context, Event, Key, Modifiers, ThemePreference, Ui};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// The window's contents and all that stands behind them.
pub struct Desk {
    pub(super) session: Session,
    pub(super) view: ViewState,
    pub(super) words: Wording,
    pub(super) jobs: Jobs,
    pub(super) dialog: Box<dyn FileDialog>,
    pub(super) actions: Vec<Action>,
    pub(super) keeping: Option<Keeping>,
    /// The title of the window, as it was told to the system.
    title: String,
    pub(super) clipboard: Arc<dyn Clipboard>,
    pub(super) remembering: Option<Remembering>,
    /// How large the window stands.
    pub(super) window: Option<Window>,
    watch: Option<FileWatch>,
    /// Whether what was pressed to paste came with a text.
    pasted: bool,
    /// Whether a dialog was open in the frame before.
    had_dialog: bool,
}

impl Desk {
    /// An empty desk. Tells egui of the theme.
    #[must_use]
    pub fn new(ctx: &Context, words: Wording, languages: Arc<Registry>, dialog: Box<dyn FileDialog>) -> Self {
        theme::install(ctx);
        let theme = match ctx.options(|o| o.theme_preference) {
            ThemePreference::Light => Theme::Light,
            ThemePreference::Dark => Theme::Dark,
            ThemePreference::System => Theme::System,
        };
        let preferences = Preferences { theme, ..Preferences::default() };
        let view = ViewState { preferences, ..ViewState::default() };
        Self {
            session: Session::default(),
            view,
            words,
            jobs: Jobs::new(languages),
            dialog,
            actions: Vec::new(),
            keeping: None,
            title: String::new(),
            clipboard: Arc::new(EmptyClipboard),
            remembering: None,
            window: None,
            watch: None,
            pasted: false,
            had_dialog: false,
        }
    }

    /// Asks this clipboard for what was copied elsewhere.
    pub fn use_clipboard(&mut self, clipboard: Arc<dyn Clipboard>) {
        self.clipboard = clipboard;
    }

    /// Looks from now on whether opened files are changed by somebody else.
    pub fn watch_files(&mut self, every: Duration) {
        self.watch = Some(FileWatch::every(every));
    }

    /// Says which language of the person's own was left out, where its mistake is, and how it would be right.
    pub fn warn_of_language(&mut self, mistake: &PackError) {
        let text = mistake.in_words(|key, values| self.words.with(key, values));
        self.view.warn(text);
    }

    /// Names the window after the case.
    fn entitle(&mut self, ctx: &Context) {
        let program = "Cotejo".to_owned();
        let named = |path| self.words.with("window-title", &[("name", &name_of(path))]);
        let title = self.session.case_path().map_or(program, named);
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Reads files and folders, as if they had been dropped on the window.
    pub fn open(&mut self, paths: Vec<PathBuf>) {
        if !paths.is_empty() {
            self.actions.push(Action::OpenPaths(paths));
        }
    }

    /// The work on the desk.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The work, to be set up by a test.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// How the work is looked at.
    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// Whether anything is at work in the background.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.jobs.is_busy() || !self.actions.is_empty()
    }

    /// Asks for something, as a click would.
    pub fn ask(&mut self, action: impl Into<Action>) {
        self.actions.push(action.into());
    }

    /// What has to be done before painting: jobs, dropped files, keys, and all that was asked for.
    pub fn logic(&mut self, ctx: &Context) {
        for outcome in self.jobs.finished(ctx) {
            self.receive(outcome);
        }
        if let Some(watch) = &mut self.watch {
            let changed = watch.changed(ctx, &self.session);
            self.tell_of_changes(changed);
        }
        let dropped = ctx.input(|i| i.raw.dropped_files.iter().map(|f| f.path().to_owned()).collect());
        self.open(dropped);
        if self.view.dialog.is_none() && !egui::Popup::is_any_open(ctx) {
            self.listen(ctx);
        }
        for action in std::mem::take(&mut self.actions) {
            self.act(ctx, action);
        }
        self.keep(ctx);
        self.entitle(ctx);
        self.measure_window(ctx);
        self.remember();
    }

    /// Lays out the panels.
    pub fn ui(&mut self, ui: &mut Ui) {
        let mut scene = Scene {
            session: &self.session,
            view: &mut self.view,
            words: &self.words,
            palette: theme::palette(ui),
            languages: self.jobs.languages(),
            work: self.jobs.progress(),
            actions: Vec::new(),
        };
        scene.view.stops.clear();
        let has_dialog = scene.view.dialog.is_some();
        let dialog_opens = !std::mem::replace(&mut self.had_dialog, has_dialog) && has_dialog;
        if dialog_opens {
            // A tooltip stays for as long as its control is painted under the pointer, above the dialog too. This once it is not.
            ui.ctx().request_discard("a dialog opens");
        } else {
            desk(ui, &mut scene);
        }
        panels::dialogs::show(ui.ctx(), &mut scene);
        panels::toasts::show(ui.ctx(), &mut scene);
        let asked = scene.actions;
        if !asked.is_empty() {
            ui.ctx().request_repaint();
            self.actions.extend(asked);
        }
    }

    /// Turns keys into commands. A key that a command takes is taken away from egui.
    fn listen(&mut self, ctx: &Context) {
        let typing = ctx.text_edit_focused();
        let on_control = ctx.memory(|m| m.focused().is_some()) && !panels::findings::has_focus(ctx);
        let (session, view) = (&self.session, self.view.view);
        // In the ledger Enter goes to the evidence of the cell, and what is copied is the table.
        let in_ledger = view == View::Ledger;
        let copied = match self.view.chosen {
            _ if in_ledger => UiCommand::CopyTable,
            Some(_) => UiCommand::CopyQuotation,
            None => UiCommand::CopyFinding,
        };
        let mut asked = Vec::new();
        let pasted = &mut self.pasted;
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let found = match event {
                    // The system hands over what was copied in the place of the key; of nothing copied it is silent, and
                    // only the key that comes up again tells that it was pressed.
                    Event::Paste(text) if !typing => {
                        *pasted = true;
                        asked.push(Action::Paste(Some(text.clone())));
                        return false;
                    }
                    Event::Key { key: Key::V, pressed: false, modifiers, .. } if modifiers.command && !typing => {
                        (!std::mem::take(pasted)).then_some(UiCommand::Paste)
                    }
                    Event::Key { key: Key::V, pressed: true, modifiers, .. } if modifiers.command => None,
                    // Enter and the space bar press the control that has the focus.
                    Event::Key { key: Key::Enter, modifiers: Modifiers::NONE, .. } if on_control || in_ledger => None,
                    Event::Key { key, pressed: true, modifiers, .. } => command::pressed(*key, *modifiers, typing),
                    Event::Copy if !typing => Some(copied),
                    _ => None,
                };
                match found {
                    Some(command) => {
                        if command.is_enabled(session, view) {
                            asked.push(Action::from(command));
                        }
                        false
                    }
                    None => true,
                }
            });
            // The letter of a key that was taken must not be typed into a field that opens by it.
            if !asked.is_empty() {
                input.events.retain(|e| !matches!(e, Event::Text(_)));
            }
        });
        self.actions.extend(asked);
    }
}

impl eframe::App for Desk {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        Desk::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Desk::ui(self, ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // A write that has begun may not end before the program does; the last one is made here, and waited for.
        self.keep_last();
        self.remember_at_the_end();
    }
}

/// Lays out what lies under dialogs and messages.
fn desk(ui: &mut Ui, scene: &mut Scene<'_>) {
    panels::menu_bar::show(ui, scene);
    panels::status_bar::show(ui, scene);
    if scene.session.sources().is_empty() && scene.work.is_none() {
        panels::recent::show(ui, scene);
        panels::empty::show(ui, scene);
    } else {
        // In the ledger the sources are the columns.
        if scene.view.view != View::Ledger {
            panels::sources::show(ui, scene);
        }
        match scene.view.view {
            View::Findings => {
                panels::findings::show(ui, scene);
                panels::decision_bar::show(ui, scene);
                panels::evidence::show(ui, scene);
            }
            View::Reader => {
                panels::decision_bar::show(ui, scene);
                panels::reader::show(ui, scene);
            }
            View::Ledger => panels::ledger::show(ui, scene),
        }
    }
    panels::empty::drop_here(ui, scene);
}
