//! The one place that acts: what was asked for becomes a change to the work or to the looking.

mod by_hand;
mod case;

use super::{
    action::Action,
    app::Desk,
    clipboard::Clip,
    command::UiCommand,
    file_dialog::{Answer, Request, RequestKind},
    jobs::{Outcome, Purpose},
    session::SourceId,
    view_state::{
        CutForm, Dialog, FetchForm, ManualState, NoteForm, PaletteState, PasteForm, PathForm, PathPurpose, SourceForm,
        View,
    },
};
use crate::{
    article::{
        Article,
        address::Address,
        format::{ENDINGS, NAMED_ENDINGS},
        load::{LoadError, Reason},
    },
    case::Standing,
    preferences::{Preferences, Theme},
    report::{Format, Report, save},
    review::Status,
    wording::Wording,
};
use egui::Context;
use std::path::{Path, PathBuf};

impl Desk {
    /// Does what was asked for.
    pub(super) fn act(&mut self, ctx: &Context, action: Action) {
        let before = (self.session.deeds(), self.view.toasted);
        self.perform(ctx, action);
        self.retire_offers(before);
    }

    /// An offer to undo takes back what was done last: it goes once something else was done, of which it does not speak.
    fn retire_offers(&mut self, (deeds, toasted): (u64, u64)) {
        if self.session.deeds() != deeds {
            self.view.toasts.retain(|t| t.offer != Some(UiCommand::Undo) || t.number > toasted);
        }
    }

    fn perform(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Command(command) => self.command(ctx, command),
            Action::OpenPaths(paths) => self.open_paths(paths),
            Action::Select(fingerprint) => {
                self.session.select(fingerprint);
                self.view.chosen = None;
            }
            Action::ShowEvidence(fingerprint, figure) => {
                self.session.select(fingerprint);
                self.view.view = View::Findings;
                self.view.scroll_to_selected = true;
                self.view.chosen = figure;
                self.view.focus_card = figure.is_some();
            }
            Action::Choose(figure) => self.view.chosen = Some(figure),
            Action::Join(pair) => self.join(&pair),
            Action::EditFigure(mentions) => self.view.dialog = self.figure_form(&mentions),
            Action::Correct(mentions, told) => self.correct(&mentions, told.as_deref()),
            Action::Restore(mentions) => self.restore(&mentions),
            Action::Decide(status) => self.decide(status),
            Action::SaveNote(form) => {
                self.session.note_about(form.fingerprint, form.marks, form.text.trim().to_owned());
                self.view.dialog = None;
            }
            Action::ToggleVerdict(verdict) => self.session.set_filter(|f| f.toggle(verdict)),
            Action::FilterSource(source) => self.session.set_filter(|f| f.source = source),
            Action::FilterDisagreement(way) => self.session.set_filter(|f| f.disagreement = way),
            Action::FilterUndecided(on) => self.session.set_filter(|f| f.undecided = on),
            Action::SearchFor(words) => self.session.set_filter(|f| f.search = words),
            Action::OrderBy(order) => self.session.set_filter(|f| (f.order, f.turned) = (order, false)),
            Action::TurnOrder(turned) => self.session.set_filter(|f| f.turned = turned),
            Action::EditSource(id) => self.view.dialog = self.source_form(id),
            Action::Describe(id, metadata) => {
                self.session.describe(id, metadata);
                self.view.dialog = None;
                self.analyse();
            }
            Action::EditCut(id) => {
                let article = self.session.source(id).and_then(|s| s.article()).cloned();
                self.view.dialog = article.map(|whole| Dialog::Cut(Box::new(CutForm::new(id, whole))));
            }
            Action::Cut(id, cut) => {
                if let Some(whole) = self.session.source(id).and_then(|s| s.article()).cloned() {
                    self.jobs.cut(id, whole, cut);
                }
                self.view.dialog = None;
            }
            Action::Remove(id) => self.remove(id),
            Action::Switch(id, on) => self.switch(id, on),
            Action::Move(id, place) => {
                if self.session.move_to(id, place) {
                    self.analyse();
                }
            }
            Action::ReadAgain(ids) => self.read_again(&ids),
            Action::FindFiles(folder) | Action::SaveTo(PathPurpose::Find, folder) => self.find_files(folder),
            Action::Paste(text) => self.jobs.paste(self.clipboard.clone(), text),
            Action::Fetch(addresses, always) => {
                if always {
                    let preferences = self.view.preferences.clone();
                    self.prefer(ctx, Preferences { fetch_addresses: true, ..preferences });
                }
                self.jobs.fetch(addresses);
            }
            Action::AddPasted(article) => self.add_pasted(*article),
            Action::Prefer(preferences) => self.prefer(ctx, *preferences),
            Action::ReadAt(article, sentence) => {
                let reader = &mut self.view.reader;
                reader.articles[0] = Some(article);
                reader.scroll_to[0] = sentence;
                self.view.view = View::Reader;
            }
            Action::ReadAlso(article) => self.view.reader.put_beside(article),
            Action::ReadBeside(sides) => {
                self.view.reader.articles = sides.map(|(article, _)| Some(article));
                self.view.reader.scroll_to = sides.map(|(_, sentence)| sentence);
                self.view.view = View::Reader;
            }
            Action::SaveReport(format) => self.ask_where_to_save(format),
            Action::SaveTo(PathPurpose::Report(format), path) => self.save_report(path, format),
            Action::SaveTo(PathPurpose::Case, path) => self.save_case_to(path),
            Action::SaveTo(PathPurpose::Open, path) => self.open_paths(vec![path]),
            Action::ForgetCase(path) => self.list_recent(move |autosave| autosave.forget(&path)),
            Action::CancelJob => {
                self.jobs.cancel();
                self.view.say(self.words.text("toast-cancelled"));
            }
            Action::Copy(clip) => {
                // egui copies plain text alone.
                let copied = self.clipboard.write(&clip);
                if let Some(text) = clip.text.filter(|_| !copied) {
                    ctx.copy_text(text);
                }
                self.view.say(self.words.text("toast-copied"));
            }
            Action::CloseDialog => self.view.close_dialog(),
        }
    }

    fn command(&mut self, ctx: &Context, command: UiCommand) {
        match command {
            UiCommand::OpenFiles => self.ask_what_to_open(RequestKind::OpenFiles),
            UiCommand::OpenFolder => self.ask_what_to_open(RequestKind::OpenFolder),
            UiCommand::NewCase => self.new_case(),
            UiCommand::OpenCase => self.ask_for_case(),
            UiCommand::SaveCase => self.save_case(),
            UiCommand::SaveCaseAs => self.ask_where_to_save_case(),
            UiCommand::ReadAgain => self.read_changed(),
            UiCommand::FindFiles => self.ask_where_files_are(),
            UiCommand::Paste => self.jobs.paste(self.clipboard.clone(), None),
            UiCommand::OpenSample => self.jobs.load_sample(),
            UiCommand::Export => self.view.dialog = Some(Dialog::Export(Format::default())),
            UiCommand::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            UiCommand::Undo => self.turn_back(true),
            UiCommand::Redo => self.turn_back(false),
            UiCommand::Search => {
                if self.view.view == View::Reader {
                    self.view.view = View::Findings;
                }
                self.view.focus_search = true;
            }
            UiCommand::ClearFilters => self.session.set_filter(super::session::Filter::clear),
            UiCommand::ShowFindings => self.view.view = View::Findings,
            UiCommand::ShowReader => self.read_selected(),
            UiCommand::NextPart => self.view.stops.go(ctx, 1),
            UiCommand::PreviousPart => self.view.stops.go(ctx, -1),
            UiCommand::ShowLedger => {
                self.view.view = View::Ledger;
                self.view.scroll_to_selected = true;
            }
            UiCommand::NextArticle => self.read_other(1),
            UiCommand::PreviousArticle => self.read_other(-1),
            UiCommand::Settings => self.view.dialog = Some(Dialog::Settings),
            UiCommand::TextLarger => self.set_text(ctx, Preferences::TEXT_STEP),
            UiCommand::TextSmaller => self.set_text(ctx, -Preferences::TEXT_STEP),
            UiCommand::TextUsual => {
                let text_size = Preferences::USUAL_TEXT;
                self.prefer(ctx, Preferences { text_size, ..self.view.preferences.clone() });
            }
            UiCommand::ThemeLight => self.set_theme(ctx, Theme::Light),
            UiCommand::ThemeDark => self.set_theme(ctx, Theme::Dark),
            UiCommand::ThemeSystem => self.set_theme(ctx, Theme::System),
            UiCommand::Language(place) => self.speak(ctx, place),
            UiCommand::Next => self.go(|s| s.step(1)),
            UiCommand::Previous => self.go(|s| s.step(-1)),
            UiCommand::NextUndecided => self.go(|s| s.step_undecided(1)),
            UiCommand::PreviousUndecided => self.go(|s| s.step_undecided(-1)),
            UiCommand::Dismiss => self.view.open_dismissal = true,
            UiCommand::Confirm | UiCommand::ToCheck | UiCommand::Reopen => {
                if let Some(status) = command.decision() {
                    self.decide(status);
                }
            }
            UiCommand::Join | UiCommand::Split | UiCommand::Correct => self.amend(command),
            UiCommand::Note => {
                let note = |f: &crate::finding::Finding| NoteForm {
                    fingerprint: f.fingerprint.clone(),
                    marks: f.marks(),
                    text: self.session.review().entry(&f.fingerprint).note,
                };
                self.view.dialog = self.session.selected_finding().map(note).map(Dialog::Note);
            }
            UiCommand::Read => self.read_selected(),
            UiCommand::CopyFinding => {
                if let Some(clip) = super::panels::quotation::of_selected(&self.session, &self.words) {
                    self.act(ctx, Action::Copy(clip));
                }
            }
            UiCommand::CopyQuotation => {
                // Without a card that was chosen, the first that is shown.
                let first = || self.session.selected_finding()?.mentions.first().map(|m| m.quantity);
                let there = |q: &crate::corpus::QuantityId| {
                    (q.0 as usize) < self.session.analysis().corpus.quantity_ids().len()
                };
                if let Some(figure) = self.view.chosen.filter(there).or_else(first) {
                    let clip = super::panels::quotation::of_figure(&self.session, &self.words, figure);
                    self.act(ctx, Action::Copy(clip));
                }
            }
            UiCommand::CopyTable => {
                let table = super::panels::ledger::in_tabs(&self.session, &self.words);
                self.act(ctx, Action::Copy(Clip { html: None, text: Some(table) }));
            }
            UiCommand::Palette => self.view.dialog = Some(Dialog::Palette(PaletteState::default())),
            UiCommand::Keys => self.view.dialog = Some(Dialog::Keys),
            UiCommand::Manual => self.view.dialog = Some(Dialog::Manual(ManualState::of_language(self.words.key()))),
        }
    }

    /// Takes over what a job has brought.
    pub(super) fn receive(&mut self, outcome: Outcome) {
        let before = (self.session.deeds(), self.view.toasted);
        if let Some(outcome) = self.receive_case(outcome) {
            self.take(outcome);
        }
        self.retire_offers(before);
    }

    fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Loaded(documents) => {
                let asked = documents.len();
                let unread = documents.iter().filter(|d| d.is_err()).count();
                let read = self.session.add(documents);
                if unread > 0 {
                    self.view.warn(self.words.count("toast-unreadable", &[("count", unread)]));
                } else if read == 0 && asked > 0 {
                    self.view.say(self.words.text("toast-already-open"));
                }
                if read > 0 {
                    self.analyse();
                }
            }
            Outcome::Cut(id, parts) => {
                self.session.cut(id, parts);
                self.analyse();
            }
            Outcome::Addresses(addresses) => self.fetch(addresses),
            Outcome::Pasted(Ok(article)) => self.describe_pasted(article),
            Outcome::Pasted(Err(reason)) => {
                let key = if reason == Reason::Empty { "paste-empty" } else { "paste-no-text" };
                self.view.warn(self.words.text(key));
            }
            Outcome::Analysed(sources, analysis) => {
                let read = self.view.reader.articles.map(|a| a.and_then(|a| self.session.source_of(a)));
                let chosen = self.view.chosen.and_then(|q| self.session.cite(q));
                self.session.set_analysis(sources, analysis);
                self.view.chosen = chosen.and_then(|c| c.quantity(&self.session.analysis().corpus));
                self.tell_of_losses();
                if self.session.newly_crowded() > 0 {
                    self.view.say(self.words.text("toast-crowded"));
                }
                self.view.scroll_to_selected = true;
                self.view.reader.articles = read.map(|s| s.and_then(|s| self.session.article_of(s)));
            }
            Outcome::Stopped => {}
            Outcome::Failed => self.view.warn(self.words.text("toast-failed")),
            Outcome::Answered(purpose, answer) => self.answered(purpose, answer),
            Outcome::Saved(path, Ok(())) => {
                let path = path.display().to_string();
                self.view.say(self.words.with("toast-saved", &[("path", &path)]));
            }
            // The reason names the file already, and says what to do.
            Outcome::Saved(_, Err(reason)) | Outcome::Remembered(Err(reason)) => self.view.warn(reason),
            // Those of cases were received above.
            _ => {}
        }
    }

    /// Analyses what lies on the desk.
    pub(super) fn analyse(&mut self) {
        let (sources, articles) = self.session.to_analyse();
        let amendments = self.session.amendments().clone();
        self.jobs.analyse(sources, articles, self.session.settings.clone(), amendments);
    }

    fn decide(&mut self, status: Status) {
        if let Some(deed) = self.session.decide(status) {
            let done = self.words.text(deed.key());
            self.view.say_with_undo(done);
            self.moved();
        }
    }

    fn remove(&mut self, id: SourceId) {
        let Some(source) = self.session.source(id) else { return };
        let name = source.name();
        let was_read = source.article().is_some();
        self.session.remove(id);
        self.view.dialog = None;
        self.view.say_with_undo(self.words.with("toast-removed", &[("name", &name)]));
        if was_read {
            self.analyse();
        }
    }

    fn turn_back(&mut self, undo: bool) {
        let deed = if undo { self.session.undo() } else { self.session.redo() };
        let Some(deed) = deed else { return };
        let what = self.words.text(deed.key());
        let key = if undo { "toast-undone" } else { "toast-redone" };
        self.view.toasts.retain(|t| t.offer != Some(UiCommand::Undo));
        self.view.say(self.words.with(key, &[("deed", &what)]));
        self.view.scroll_to_selected = true;
        if deed.changes_articles() {
            self.analyse();
        }
    }

    fn go(&mut self, step: impl FnOnce(&mut super::session::Session) -> bool) {
        if step(&mut self.session) {
            self.moved();
        }
    }

    /// Follows the selection with the list, and with the reader where it is open.
    fn moved(&mut self) {
        self.view.scroll_to_selected = true;
        self.view.chosen = None;
        if self.view.view == View::Reader {
            self.read_selected();
        }
    }

    fn set_theme(&mut self, ctx: &Context, theme: Theme) {
        self.prefer(ctx, Preferences { theme, ..self.view.preferences.clone() });
    }

    fn set_text(&mut self, ctx: &Context, by: i16) {
        self.prefer(ctx, self.view.preferences.with_text(by));
    }

    fn speak(&mut self, ctx: &Context, place: usize) {
        if let Some(language) = Wording::languages().get(place) {
            let language = Some((*language).to_owned());
            self.prefer(ctx, Preferences { language, ..self.view.preferences.clone() });
            self.words = self.view.preferences.words();
        }
    }

    fn switch(&mut self, id: SourceId, on: bool) {
        let Some(source) = self.session.source(id) else { return };
        let name = source.name();
        self.session.switch(id, on);
        let key = if on { "toast-switched-on" } else { "toast-switched-off" };
        self.view.say_with_undo(self.words.with(key, &[("name", &name)]));
        self.analyse();
    }

    /// Asks what the pasted article is called before it lies on the desk.
    fn describe_pasted(&mut self, mut article: Box<Article>) {
        let name = self.words.text("paste-name");
        let pasted = |path: PathBuf| path.to_string_lossy().starts_with(&name);
        let before = self.session.sources().iter().filter(|s| pasted(s.path())).count();
        article.origin.path = if before == 0 { name.into() } else { format!("{name} {}", before + 1).into() };
        let date = article.metadata.published.map(|d| d.to_string()).unwrap_or_default();
        self.view.dialog = Some(Dialog::Paste(PasteForm { article, date }));
    }

    /// Fetches pages where the person said once that they may be; else asks.
    pub(super) fn fetch(&mut self, addresses: Vec<Address>) {
        if self.view.preferences.fetch_addresses {
            self.jobs.fetch(addresses);
        } else {
            self.view.dialog = Some(Dialog::Fetch(FetchForm { addresses, always: false }));
        }
    }

    fn add_pasted(&mut self, article: Article) {
        self.view.dialog = None;
        let name = article.name();
        if self.session.add(vec![Ok(article)]) > 0 {
            self.view.say_with_undo(self.words.with("toast-pasted", &[("name", &name)]));
            self.analyse();
        } else {
            self.view.say(self.words.text("toast-already-open"));
        }
    }

    /// Says that files were changed by somebody else, and offers to read them again.
    pub(super) fn tell_of_changes(&mut self, mut changed: Vec<SourceId>) {
        // What was seen when the case was opened is told already.
        let is_known = |id: &SourceId| self.session.stale().any(|(stale, _)| stale == *id);
        changed.retain(|id| !is_known(id));
        if changed.is_empty() {
            return;
        }
        let standing = |id: &SourceId| {
            let path = self.session.source(*id)?.path();
            Some((*id, Standing::Changed(path)))
        };
        self.session.set_standings(changed.iter().filter_map(standing).collect());
        let words = match changed.as_slice() {
            [one] => {
                let name = self.session.source(*one).map(super::session::Source::name).unwrap_or_default();
                self.words.with("toast-changed", &[("name", &name)])
            }
            many => self.words.count("toast-changed-many", &[("count", many.len())]),
        };
        self.view.say_with(words, UiCommand::ReadAgain);
    }

    /// Shows two sources of the selected finding side by side, each at its sentence. Where the finding has one source
    /// alone, or there is none, other articles fill the places.
    fn read_selected(&mut self) {
        self.view.view = View::Reader;
        let chosen = self.view.chosen;
        let sides = self.session.selected_finding().map_or([None; 2], |finding| {
            match finding.mentions.iter().position(|m| Some(m.quantity) == chosen) {
                Some(mention) => super::voices::sides_from(finding, mention),
                None => super::voices::two_sides(finding),
            }
        });
        let named = sides.map(|m| m.map(|m| m.article));
        let mut others = self.session.analysis().corpus.article_ids().filter(|a| !named.contains(&Some(*a)));
        self.view.reader.articles = named.map(|side| side.or_else(|| others.next()));
        self.view.reader.scroll_to = sides.map(|m| m.map(|m| m.sentence));
    }

    /// Shows another article on the right: the next one that is not on the left, going round at the end.
    fn read_other(&mut self, by: i64) {
        let count = self.session.analysis().corpus.len() as i64;
        let [left, right] = self.view.reader.articles;
        if count < 2 {
            return;
        }
        let mut other = right.map_or(0, |id| i64::from(id.0));
        loop {
            other = (other + by).rem_euclid(count);
            let id = crate::corpus::ArticleId(other as u32);
            if Some(id) != left {
                self.view.reader.articles[1] = Some(id);
                return;
            }
        }
    }

    fn source_form(&self, id: SourceId) -> Option<Dialog> {
        let article = self.session.source(id)?.article()?;
        let date = article.metadata.published.map(|d| d.to_string()).unwrap_or_default();
        Some(Dialog::Source(SourceForm { source: id, metadata: article.metadata.clone(), date }))
    }

    fn ask_what_to_open(&mut self, kind: RequestKind) {
        if self.jobs.is_asking() {
            return;
        }
        let endings =
            ENDINGS.into_iter().chain(NAMED_ENDINGS).chain([crate::case::ENDING]).map(str::to_owned).collect();
        let request = Request {
            kind,
            title: self.words.text("dialog-open-title"),
            filters: vec![
                (self.words.text("filter-articles"), endings),
                (self.words.text("filter-all"), vec!["*".to_owned()]),
            ],
            file_name: String::new(),
        };
        self.jobs.wait_for(Purpose::Open, self.dialog.open(request));
    }

    fn ask_where_to_save(&mut self, format: Format) {
        if self.jobs.is_asking() {
            return;
        }
        self.view.dialog = None;
        let request = Request {
            kind: RequestKind::SaveFile,
            title: self.words.text("dialog-save-title"),
            filters: vec![(self.words.text(format.key()), vec![format.extension().to_owned()])],
            file_name: format!("{}.{}", self.words.text("report-file-name"), format.extension()),
        };
        self.jobs.wait_for(Purpose::Report(format), self.dialog.open(request));
    }

    /// Writes the report in the background: what was found, what was decided, what could not be read.
    fn save_report(&mut self, path: PathBuf, format: Format) {
        let analysis = self.session.share_analysis();
        let review = self.session.review().clone();
        let words = self.words.clone();
        let unread: Vec<LoadError> = self.session.unread().cloned().collect();
        let now = jiff::Zoned::now().datetime();
        let choice = self.view.preferences.report.clone();
        let case = self.session.case_path().filter(|p| !self.is_set_aside(p)).map(Path::to_owned);
        let to = path.clone();
        self.jobs.save(path, move || {
            let report = Report::new(&analysis, &review, &unread, &words);
            let report = report.of_case(case.as_deref()).made(now).chosen(&choice);
            save::save(&to, &format.print(&report, &words)).map_err(|error| error.in_words(&words))
        });
    }

    fn answered(&mut self, purpose: Purpose, answer: Answer) {
        match (purpose, answer) {
            (Purpose::Open, Answer::Paths(paths)) => self.open(paths),
            (Purpose::Report(format), Answer::Paths(paths)) => {
                if let Some(path) = paths.into_iter().next() {
                    self.save_report(path, format);
                }
            }
            (Purpose::Case, Answer::Paths(paths)) => {
                if let Some(path) = paths.into_iter().next() {
                    self.save_case_to(path);
                }
            }
            (Purpose::Find, Answer::Paths(paths)) => {
                if let Some(folder) = paths.into_iter().next() {
                    self.find_files(folder);
                }
            }
            (Purpose::Find, Answer::Unavailable) => {
                self.view.dialog = Some(Dialog::Path(PathForm { purpose: PathPurpose::Find, path: String::new() }));
            }
            (Purpose::Case, Answer::Unavailable) => {
                let path = self.case_file_name();
                self.view.dialog = Some(Dialog::Path(PathForm { purpose: PathPurpose::Case, path }));
            }
            (Purpose::Open, Answer::Unavailable) => {
                self.view.dialog = Some(Dialog::Path(PathForm { purpose: PathPurpose::Open, path: String::new() }));
            }
            (Purpose::Report(format), Answer::Unavailable) => {
                let path = format!("{}.{}", self.words.text("report-file-name"), format.extension());
                self.view.dialog = Some(Dialog::Path(PathForm { purpose: PathPurpose::Report(format), path }));
            }
            (_, Answer::Cancelled) => {}
        }
    }
}
