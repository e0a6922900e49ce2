//! What a view asks for. Views change nothing themselves; `dispatch` does.

use super::{
    clipboard::Clip,
    command::UiCommand,
    session::{Order, SourceId},
    view_state::{NoteForm, PathPurpose},
};
use crate::{
    amendment::Citation,
    article::{Article, Metadata, address::Address, split::Cut},
    corpus::{ArticleId, QuantityId, SentenceId},
    finding::{Disagreement, Fingerprint, Verdict},
    preferences::Preferences,
    report::Format,
    review::Status,
};
use std::path::PathBuf;

/// Something that the person asked for by a click or a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// One of the commands.
    Command(UiCommand),
    /// Reads these files and folders.
    OpenPaths(Vec<PathBuf>),
    /// Looks at a finding.
    Select(Fingerprint),
    /// Shows the evidence of a finding, at what one of its mentions says.
    ShowEvidence(Fingerprint, Option<QuantityId>),
    /// Decides about the selected finding and moves on.
    Decide(Status),
    /// Writes the note about the selected finding.
    SaveNote(NoteForm),
    /// Chooses a mention: what is done by hand is done about it.
    Choose(QuantityId),
    /// Joins the facts of two mentions.
    Join(Box<[Citation; 2]>),
    /// Opens the dialog that corrects these figures.
    EditFigure(Vec<Citation>),
    /// Writes down what figures say; none where they are no figures.
    Correct(Vec<Citation>, Option<String>),
    /// Takes figures as the program reads them.
    Restore(Vec<Citation>),
    /// Shows the findings of a verdict, or hides them.
    ToggleVerdict(Verdict),
    /// Shows the findings of this source alone, or of all again.
    FilterSource(Option<SourceId>),
    /// Shows only what disagrees in this way, or all again.
    FilterDisagreement(Option<Disagreement>),
    /// Shows only what nobody has decided on, or all again.
    FilterUndecided(bool),
    /// Shows findings with these words.
    SearchFor(String),
    /// Orders the findings.
    OrderBy(Order),
    /// Turns their order round, or back.
    TurnOrder(bool),
    /// Opens the dialog that corrects what is known about a source.
    EditSource(SourceId),
    /// Corrects what is known about a source.
    Describe(SourceId, Metadata),
    /// Opens the dialog that cuts a source into several articles.
    EditCut(SourceId),
    /// Cuts a source into several articles.
    Cut(SourceId, Cut),
    /// Takes a source off the desk.
    Remove(SourceId),
    /// Switches a source on, or off.
    Switch(SourceId, bool),
    /// Moves a source to that place in the list.
    Move(SourceId, usize),
    /// Reads the files of sources again.
    ReadAgain(Vec<SourceId>),
    /// Looks for the files that are missing in this folder.
    FindFiles(PathBuf),
    /// Makes an article of what was copied: of this text, where the system hands nothing over.
    Paste(Option<String>),
    /// Fetches these addresses; with `true` later ones that are pasted too, without asking.
    Fetch(Vec<Address>, bool),
    /// Puts a pasted article on the desk.
    AddPasted(Box<Article>),
    /// Prefers this from now on.
    Prefer(Box<Preferences>),
    /// Shows an article in the reader, at a sentence.
    ReadAt(ArticleId, Option<SentenceId>),
    /// Shows an article beside the one on the left of the reader.
    ReadAlso(ArticleId),
    /// Shows two articles side by side in the reader, each at a sentence; the first on the left.
    ReadBeside([(ArticleId, Option<SentenceId>); 2]),
    /// Writes the report: asks where, then saves.
    SaveReport(Format),
    /// Writes what a typed path is for there.
    SaveTo(PathPurpose, PathBuf),
    /// Takes a case whose file is gone off the list of recent ones.
    ForgetCase(PathBuf),
    /// Stops what is at work.
    CancelJob,
    /// Puts words on the clipboard, in all the forms that they come in.
    Copy(Clip),
    /// Closes the dialog that is open.
    CloseDialog,
}

impl From<UiCommand> for Action {
    fn from(command: UiCommand) -> Self {
        Self::Command(command)
    }
}
