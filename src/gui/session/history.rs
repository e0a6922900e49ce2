//! What was done and can be taken back, without limit.

/// Things done, and things taken back, each as the step that turns it round.
#[derive(Debug)]
pub struct History<Step> {
    done: Vec<(Deed, Step)>,
    undone: Vec<(Deed, Step)>,
}

/// What a step was, for telling the person. Its words are the wording's message of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Articles were put on the desk.
    Added,
    /// Articles whose files had changed were read again.
    ReadAgain,
    /// Files of articles that were missing were found elsewhere.
    Found,
    /// Articles were taken off the desk.
    Removed,
    /// A text of several articles was cut into them.
    Cut,
    /// Title, outlet, date or language of an article were corrected.
    Corrected,
    /// An article was switched off.
    SwitchedOff,
    /// An article was switched on again.
    SwitchedOn,
    /// An article was moved in the list.
    Moved,
    /// A finding was confirmed.
    Confirmed,
    /// A finding was dismissed.
    Dismissed,
    /// A finding was put aside to be looked up.
    ToCheck,
    /// A decision was withdrawn.
    Reopened,
    /// A note was written.
    Noted,
    /// Mentions were joined by hand.
    Joined,
    /// A mention was taken away from others by hand.
    Parted,
    /// A figure was corrected by hand.
    FigureCorrected,
    /// What was read as a figure is none.
    FigurePassedOver,
    /// A figure is taken as it is read again.
    FigureRestored,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 19] = [
        Self::Added,
        Self::ReadAgain,
        Self::Found,
        Self::Removed,
        Self::Cut,
        Self::Corrected,
        Self::SwitchedOff,
        Self::SwitchedOn,
        Self::Moved,
        Self::Confirmed,
        Self::Dismissed,
        Self::ToCheck,
        Self::Reopened,
        Self::Noted,
        Self::Joined,
        Self::Parted,
        Self::FigureCorrected,
        Self::FigurePassedOver,
        Self::FigureRestored,
    ];

    /// The key of its message.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Added => "deed-added",
            Self::ReadAgain => "deed-read-again",
            Self::Found => "deed-found",
            Self::Removed => "deed-removed",
            Self::Cut => "deed-cut",
            Self::Corrected => "deed-corrected",
            Self::SwitchedOff => "deed-switched-off",
            Self::SwitchedOn => "deed-switched-on",
            Self::Moved => "deed-moved",
            Self::Confirmed => "deed-confirmed",
            Self::Dismissed => "deed-dismissed",
            Self::ToCheck => "deed-to-check",
            Self::Reopened => "deed-reopened",
            Self::Noted => "deed-noted",
            Self::Joined => "deed-joined",
            Self::Parted => "deed-parted",
            Self::FigureCorrected => "deed-figure-corrected",
            Self::FigurePassedOver => "deed-figure-passed-over",
            Self::FigureRestored => "deed-figure-restored",
        }
    }

    /// Whether it changed what is to be analysed, or its order.
    #[must_use]
    pub fn changes_articles(self) -> bool {
        match self {
            Self::Added
            | Self::Removed
            | Self::Cut
            | Self::Corrected
            | Self::SwitchedOff
            | Self::SwitchedOn
            | Self::Moved
            | Self::ReadAgain
            | Self::Found
            | Self::Joined
            | Self::Parted
            | Self::FigureCorrected
            | Self::FigurePassedOver
            | Self::FigureRestored => true,
            Self::Confirmed | Self::Dismissed | Self::ToCheck | Self::Reopened | Self::Noted => false,
        }
    }
}

impl<Step> Default for History<Step> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new() }
    }
}

impl<Step> History<Step> {
    /// Remembers that `deed` was done and that `inverse` takes it back. What had been taken back cannot be repeated any more.
    pub fn record(&mut self, deed: Deed, inverse: Step) {
        self.done.push((deed, inverse));
        self.undone.clear();
    }

    /// Takes the last deed back: `apply` makes a step and returns its inverse.
    pub fn undo(&mut self, apply: impl FnOnce(Step) -> Step) -> Option<Deed> {
        let (deed, step) = self.done.pop()?;
        self.undone.push((deed, apply(step)));
        Some(deed)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, apply: impl FnOnce(Step) -> Step) -> Option<Deed> {
        let (deed, step) = self.undone.pop()?;
        self.done.push((deed, apply(step)));
        Some(deed)
    }

    /// What [`undo`](Self::undo) would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<Deed> {
        self.done.last().map(|d| d.0)
    }

    /// What [`redo`](Self::redo) would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<Deed> {
        self.undone.last().map(|d| d.0)
    }
}
