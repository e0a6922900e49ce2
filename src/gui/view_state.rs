//! The looking: which view, which dialog, what is being typed. Nothing of it is part of the work.

use super::{
    candidates::Candidate,
    command::UiCommand,
    manual::{self, Chapter},
    session::{Letter, SourceId},
    stops::Stops,
    widgets::MarkedText,
};
use crate::{
    amendment::Citation,
    analysis::Analysis,
    article::{Article, Metadata, address::Address, split::Cut},
    autosave::Recent,
    corpus::{ArticleId, QuantityId, SentenceId},
    finding::{Fingerprint, Mark},
    preferences::Preferences,
    quantity::Quantity,
    report::Format,
};
use jiff::civil::Time;
use std::sync::Arc;

/// How the desk looks at the work.
#[derive(Debug, Default)]
pub struct ViewState {
    /// Which view fills the middle.
    pub view: View,
    /// What the person prefers.
    pub preferences: Preferences,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// Messages that are on screen.
    pub toasts: Vec<Toast>,
    /// How many messages there were.
    pub(super) toasted: u64,
    /// The cases that were open last.
    pub recent: Vec<Recent>,
    /// When the work was written down last.
    pub kept_at: Option<Time>,
    /// What the reader shows.
    pub reader: ReaderState,
    /// Where the keyboard is in the ledger.
    pub ledger: LedgerState,
    /// Where the selected finding should be scrolled to in the list.
    pub scroll_to_selected: bool,
    /// Whether the search field should be written in from the next frame on.
    pub focus_search: bool,
    /// Whether the menu of reasons for dismissing should open.
    pub open_dismissal: bool,
    /// Where the keyboard can go with F6.
    pub stops: Stops,
    /// The mention that is chosen, by its figure: what is done by hand is done about it.
    pub chosen: Option<QuantityId>,
    /// Whether the card of the chosen mention should take the keyboard, or the first one where none is chosen.
    pub focus_card: bool,
}

/// What fills the middle of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The list of findings and the evidence of the selected one.
    #[default]
    Findings,
    /// Articles side by side.
    Reader,
    /// Facts against sources.
    Ledger,
}

/// What the reader shows.
#[derive(Clone, Debug, Default)]
pub struct ReaderState {
    /// The article on the left and the one on the right.
    pub articles: [Option<ArticleId>; 2],
    /// The sentences that each should be scrolled to in the next frame.
    pub scroll_to: [Option<SentenceId>; 2],
}

impl ReaderState {
    /// Shows an article on the right; where it is the one on the left, the two change places.
    pub fn put_beside(&mut self, article: ArticleId) {
        if self.articles[0] == Some(article) {
            self.articles.swap(0, 1);
        } else {
            self.articles[1] = Some(article);
        }
        self.scroll_to = [None; 2];
    }
}

/// Where the keyboard is in the ledger; the line is that of the selected finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerState {
    /// The source whose column it is; none for the column of the facts.
    pub column: Option<SourceId>,
    /// Who stands worst with what that source says: whom to read it beside.
    pub beside: Option<Letter>,
}

/// A dialog, with what is being typed into it.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// The command palette.
    Palette(PaletteState),
    /// The keys.
    Keys,
    /// The manual.
    Manual(ManualState),
    /// What is known about a source, being corrected.
    Source(SourceForm),
    /// A text of several articles, being cut into them.
    Cut(Box<CutForm>),
    /// The note of the selected finding, being written.
    Note(NoteForm),
    /// What a mention is joined with, being chosen.
    Join(Box<JoinForm>),
    /// What a figure says, being corrected.
    Figure(Box<FigureForm>),
    /// An article from the clipboard, before it lies on the desk.
    Paste(PasteForm),
    /// What the person prefers.
    Settings,
    /// In which form the report is to be written.
    Export(Format),
    /// Addresses that were pasted, before they are fetched.
    Fetch(FetchForm),
    /// A path to be typed, where the system has no dialog for files.
    Path(PathForm),
}

/// The palette: what is typed, and which line is chosen.
#[derive(Clone, Debug, Default)]
pub struct PaletteState {
    /// What is looked for.
    pub query: String,
    /// The chosen line.
    pub chosen: usize,
}

/// What is known about a source, as it is being typed.
#[derive(Clone, Debug)]
pub struct SourceForm {
    /// Which source.
    pub source: SourceId,
    /// Its title and outlet, and what the form does not show.
    pub metadata: Metadata,
    /// Its date as it is typed: 2025-08-13.
    pub date: String,
}

/// The manual, and where it is open.
#[derive(Clone, Debug)]
pub struct ManualState {
    /// Its chapters.
    pub chapters: Arc<[Chapter]>,
    /// Which one is open.
    pub open: usize,
}

impl ManualState {
    /// The manual in a language, open at its first chapter.
    #[must_use]
    pub fn of_language(key: &str) -> Self {
        Self { chapters: manual::of_language(key).into(), open: 0 }
    }
}

/// A text of several articles, and where it is to be cut.
#[derive(Clone, Debug)]
pub struct CutForm {
    /// The source that it is.
    pub source: SourceId,
    /// The text.
    pub whole: Arc<Article>,
    /// Which of [`CutForm::cuts`] is chosen.
    pub chosen: usize,
    /// The words that each article begins with, as they are typed.
    pub words: String,
    /// The blocks that the parts would begin with, for each way of cutting.
    pub starts: [Vec<usize>; 3],
    /// How many words stand before each block, and in all.
    counted: Vec<usize>,
}

impl CutForm {
    /// The form for a source, the first way chosen that parts it.
    #[must_use]
    pub fn new(source: SourceId, whole: Arc<Article>) -> Self {
        let mut counted = vec![0];
        for block in &whole.blocks {
            let words = block.span.of(&whole.text).split_whitespace().count();
            counted.push(counted.last().unwrap_or(&0) + words);
        }
        let mut form = Self { source, whole, chosen: 0, words: String::new(), starts: Default::default(), counted };
        form.look();
        form.chosen = form.starts.iter().position(|s| s.len() > 1).unwrap_or(form.cuts().len() - 1);
        form
    }

    /// The ways of cutting.
    #[must_use]
    pub fn cuts(&self) -> [Cut; 3] {
        [Cut::Rules, Cut::Headings, Cut::Lines(self.words.clone())]
    }

    /// How a part begins, by its number, and how many words it has.
    #[must_use]
    pub fn part(&self, number: usize) -> (&str, usize) {
        let starts = &self.starts[self.chosen];
        let (start, end) = (starts[number], starts.get(number + 1).copied().unwrap_or(self.whole.blocks.len()));
        (self.whole.blocks[start].span.of(&self.whole.text), self.counted[end] - self.counted[start])
    }

    /// Looks again where each way would cut.
    pub fn look(&mut self) {
        self.starts = self.cuts().map(|cut| cut.starts(&self.whole));
    }
}

/// A pasted article, as it is being described.
#[derive(Clone, Debug)]
pub struct PasteForm {
    /// What was read of the clipboard.
    pub article: Box<Article>,
    /// Its date as it is typed.
    pub date: String,
}

/// Addresses that were pasted, and whether all later ones are fetched without asking.
#[derive(Clone, Debug)]
pub struct FetchForm {
    /// The addresses.
    pub addresses: Vec<Address>,
    /// Whether the person wants not to be asked again.
    pub always: bool,
}

/// A mention, and what it can be joined with.
#[derive(Clone, Debug)]
pub struct JoinForm {
    /// The mention.
    pub mention: Citation,
    /// The letter of its source.
    pub letter: Letter,
    /// The outlet.
    pub outlet: String,
    /// What it says.
    pub told: String,
    /// The figures it can be joined with, the likeliest first.
    pub candidates: Arc<[Candidate]>,
    /// Those that have what is looked for, by their places.
    pub found: Vec<usize>,
    /// The analysis that they are figures of.
    pub analysis: Arc<Analysis>,
    /// What is looked for.
    pub query: String,
    /// The chosen line.
    pub chosen: usize,
    /// How far the list is scrolled.
    pub offset: f32,
}

impl JoinForm {
    /// A candidate, as it is found again after another analysis.
    #[must_use]
    pub fn cite(&self, candidate: QuantityId) -> Citation {
        Citation::of(&self.analysis.corpus, candidate)
    }
}

/// A figure, and what it says.
#[derive(Clone, Debug)]
pub struct FigureForm {
    /// The mentions: one, or several that print the same sentence.
    pub mentions: Vec<Citation>,
    /// The article of the first.
    pub article: Arc<Article>,
    /// What the program read.
    pub read: Quantity,
    /// The letter of its source.
    pub letter: Letter,
    /// The outlets that print it.
    pub outlet: String,
    /// Its sentence, with the figure marked.
    pub sentence: MarkedText,
    /// What is typed.
    pub typed: String,
    /// What stood there at first.
    pub before: String,
    /// What it was corrected to before; the inner none where it was said to be no figure.
    pub told: Option<Option<String>>,
    /// Whether nothing was typed yet.
    pub is_fresh: bool,
}

/// A path that is being typed.
#[derive(Clone, Debug)]
pub struct PathForm {
    /// What it is for.
    pub purpose: PathPurpose,
    /// What is typed.
    pub path: String,
}

/// What a path is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// A file or folder to be read.
    Open,
    /// Where the report goes.
    Report(Format),
    /// Where the case goes.
    Case,
    /// A folder that missing files are looked for in.
    Find,
}

/// A note being written, and which finding it is about: the articles may be analysed again meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteForm {
    /// The finding when the note was begun.
    pub fingerprint: Fingerprint,
    /// The marks of its mentions then.
    pub marks: Vec<Mark>,
    /// What stands in the field.
    pub text: String,
}

/// A message that goes away by itself.
#[derive(Clone, Debug)]
pub struct Toast {
    /// Which it is of all there were: what the screen knows it by while others come and go.
    pub number: u64,
    /// What happened, and what to do.
    pub text: String,
    /// Whether it tells of something that did not work.
    pub warning: bool,
    /// The command that can be given from here.
    pub offer: Option<UiCommand>,
    /// When it goes away, in seconds of egui's clock; set when it is first painted.
    pub until: Option<f64>,
}

impl ViewState {
    /// Closes the dialog. What was done by hand began at a card, and the keyboard goes back to it.
    pub fn close_dialog(&mut self) {
        let dialog = self.dialog.take();
        self.back_to_card(dialog.as_ref());
    }

    /// Gives the keyboard back to the chosen card, if this dialog took it from there.
    pub fn back_to_card(&mut self, dialog: Option<&Dialog>) {
        let from_card = matches!(dialog, Some(Dialog::Join(_) | Dialog::Figure(_)));
        self.focus_card = from_card && self.view == View::Findings && self.chosen.is_some();
    }

    /// Shows a message. At most three stand at a time.
    pub fn say(&mut self, text: impl Into<String>) {
        self.toast(text.into(), None, false);
    }

    /// Shows a message about something that can be taken back.
    pub fn say_with_undo(&mut self, text: impl Into<String>) {
        self.say_with(text, UiCommand::Undo);
    }

    /// Shows a message with a command that answers it, in the place of one with the same.
    pub fn say_with(&mut self, text: impl Into<String>, offer: UiCommand) {
        self.toasts.retain(|t| t.offer != Some(offer));
        self.toast(text.into(), Some(offer), false);
    }

    /// Shows a message about something that did not work.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.toast(text.into(), None, true);
    }

    /// The same, with a command that mends it.
    pub fn warn_with(&mut self, text: impl Into<String>, offer: UiCommand) {
        self.toasts.retain(|t| t.offer != Some(offer));
        self.toast(text.into(), Some(offer), true);
    }

    fn toast(&mut self, text: String, offer: Option<UiCommand>, warning: bool) {
        self.toasted += 1;
        self.toasts.push(Toast { number: self.toasted, text, offer, warning, until: None });
        let over = self.toasts.len().saturating_sub(3);
        self.toasts.drain(..over);
    }
}
