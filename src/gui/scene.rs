//! What a panel is given to paint: the work, the looking, the words, the colours, and a place for what the person asks.

use super::{action::Action, command::UiCommand, session::Session, theme::Palette, view_state::ViewState};
use crate::{language::Registry, wording::Wording};

/// All that a panel may look at while it paints. It asks for changes by [`ask`](Self::ask); they are made when the frame is done.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The work.
    pub session: &'a Session,
    /// The looking. A panel may keep in it what is being typed or scrolled.
    pub view: &'a mut ViewState,
    /// The words of the window's language.
    pub words: &'a Wording,
    /// The colours of the theme.
    pub palette: &'static Palette,
    /// The languages that articles are read in.
    pub languages: &'a Registry,
    /// What is at work in the background.
    pub work: Option<&'a super::jobs::Progress>,
    /// What the person asked for in this frame.
    pub actions: Vec<Action>,
}

impl Scene<'_> {
    /// Asks for something.
    pub fn ask(&mut self, action: impl Into<Action>) {
        self.actions.push(action.into());
    }

    /// The words of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// Whether a command can be used now.
    #[must_use]
    pub fn is_enabled(&self, command: UiCommand) -> bool {
        command.is_enabled(self.session, self.view.view)
    }
}
