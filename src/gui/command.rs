//! Every command of the window, once: menus, palette, tooltips and keys read this one list.

use super::{session::Session, view_state::View};
use crate::{
    review::{Dismissal, Status},
    wording::Wording,
};
use egui::{Key, Modifiers};

/// Something that the person can ask for from a menu, the palette or a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each is explained by its own message, `command-…-tip`
pub enum UiCommand {
    NewCase,
    OpenFiles,
    OpenFolder,
    OpenCase,
    Paste,
    OpenSample,
    ReadAgain,
    FindFiles,
    SaveCase,
    SaveCaseAs,
    Export,
    Quit,
    Undo,
    Redo,
    Search,
    ClearFilters,
    Settings,
    ShowFindings,
    ShowReader,
    NextPart,
    PreviousPart,
    ShowLedger,
    NextArticle,
    PreviousArticle,
    TextLarger,
    TextSmaller,
    TextUsual,
    ThemeLight,
    ThemeDark,
    ThemeSystem,
    /// Speaks the language at that place of [`Wording::languages`].
    Language(usize),
    Next,
    Previous,
    NextUndecided,
    PreviousUndecided,
    Confirm,
    Dismiss,
    ToCheck,
    Reopen,
    Join,
    Split,
    Correct,
    Note,
    Read,
    CopyFinding,
    CopyQuotation,
    CopyTable,
    Palette,
    Keys,
    Manual,
}

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Menu {
    File,
    Edit,
    View,
    Finding,
    Help,
}

impl Menu {
    /// Every menu, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Finding, Self::Help];

    /// The key of its name in the wording.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Finding => "menu-finding",
            Self::Help => "menu-help",
        }
    }
}

/// A key with the keys held beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Ctrl, Shift, Alt.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

const fn plain(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::NONE, key }
}
const fn ctrl(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::COMMAND, key }
}
const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT), key }
}
const fn shift(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::SHIFT, key }
}
const fn alt(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::ALT, key }
}

/// What is known of a command: its key in the wording, its menu, its shortcuts (the one that is shown first).
struct Entry {
    command: UiCommand,
    key: &'static str,
    menu: Menu,
    shortcuts: &'static [Shortcut],
}

macro_rules! commands {
    ($($command:ident $key:literal $menu:ident [$($shortcut:expr),*];)*) => {
        &[$(Entry {
            command: UiCommand::$command,
            key: concat!("command-", $key),
            menu: Menu::$menu,
            shortcuts: &[$($shortcut),*],
        }),*]
    };
}

static COMMANDS: &[Entry] = commands! {
    NewCase "new-case" File [ctrl(Key::N)];
    OpenFiles "open-files" File [ctrl(Key::O)];
    OpenFolder "open-folder" File [ctrl_shift(Key::O)];
    OpenCase "open-case" File [];
    Paste "paste" File [ctrl(Key::V)];
    OpenSample "open-sample" File [];
    ReadAgain "read-again" File [];
    FindFiles "find-files" File [];
    SaveCase "save-case" File [ctrl(Key::S)];
    SaveCaseAs "save-case-as" File [ctrl_shift(Key::S)];
    Export "export" File [ctrl(Key::E)];
    Quit "quit" File [ctrl(Key::Q)];
    Undo "undo" Edit [ctrl(Key::Z)];
    Redo "redo" Edit [ctrl_shift(Key::Z), ctrl(Key::Y)];
    CopyFinding "copy-finding" Edit [ctrl(Key::C)];
    CopyQuotation "copy-quotation" Edit [];
    CopyTable "copy-table" Edit [];
    Search "search" Edit [ctrl(Key::F)];
    ClearFilters "clear-filters" Edit [];
    Settings "settings" Edit [ctrl(Key::Comma)];
    ShowFindings "show-findings" View [ctrl(Key::Num1)];
    ShowReader "show-reader" View [ctrl(Key::Num2)];
    ShowLedger "show-ledger" View [ctrl(Key::Num3)];
    NextPart "next-part" View [plain(Key::F6)];
    PreviousPart "previous-part" View [shift(Key::F6)];
    NextArticle "next-article" View [alt(Key::ArrowRight)];
    PreviousArticle "previous-article" View [alt(Key::ArrowLeft)];
    TextLarger "text-larger" View [ctrl(Key::Plus), ctrl(Key::Equals)];
    TextSmaller "text-smaller" View [ctrl(Key::Minus)];
    TextUsual "text-usual" View [ctrl(Key::Num0)];
    ThemeLight "theme-light" View [];
    ThemeDark "theme-dark" View [];
    ThemeSystem "theme-system" View [];
    Next "next" Finding [plain(Key::N), plain(Key::F8), alt(Key::ArrowDown)];
    Previous "previous" Finding [plain(Key::P), shift(Key::F8), alt(Key::ArrowUp)];
    NextUndecided "next-undecided" Finding [plain(Key::Enter), ctrl_shift(Key::PageDown)];
    PreviousUndecided "previous-undecided" Finding [ctrl_shift(Key::PageUp)];
    Confirm "confirm" Finding [plain(Key::Num1)];
    Dismiss "dismiss" Finding [plain(Key::Num2)];
    ToCheck "to-check" Finding [plain(Key::Num3)];
    Reopen "reopen" Finding [plain(Key::Num0)];
    Join "join" Finding [plain(Key::J)];
    Split "split" Finding [plain(Key::S)];
    Correct "correct" Finding [plain(Key::E)];
    Note "note" Finding [plain(Key::M)];
    Read "read" Finding [plain(Key::R)];
    Palette "palette" Help [ctrl(Key::P), ctrl_shift(Key::P)];
    Keys "keys" Help [plain(Key::Questionmark)];
    Manual "manual" Help [plain(Key::F1)];
};

impl UiCommand {
    /// Every command, in the order of the menus.
    pub fn all() -> impl Iterator<Item = Self> {
        Menu::ALL.into_iter().flat_map(Self::of)
    }

    /// The commands of a menu, in its order.
    pub fn of(menu: Menu) -> impl Iterator<Item = Self> {
        let languages = if menu == Menu::View { Wording::languages().len() } else { 0 };
        COMMANDS.iter().filter(move |e| e.menu == menu).map(|e| e.command).chain((0..languages).map(Self::Language))
    }

    /// None for the languages, which are as many as there are wordings.
    fn entry(self) -> Option<&'static Entry> {
        COMMANDS.iter().find(|e| e.command == self)
    }

    /// The key of its name in the wording; with "-tip" behind it, of the sentence that explains it.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.entry().map_or("command-language", |e| e.key)
    }

    /// Its name.
    #[must_use]
    pub fn name(self, words: &Wording) -> String {
        match self {
            // A language is named in its own words, for who cannot read those of the window.
            Self::Language(place) => {
                Wording::languages().get(place).map(|l| Wording::new(l).text("language-name")).unwrap_or_default()
            }
            _ => words.text(self.key()),
        }
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn tip(self, words: &Wording) -> String {
        words.text(&format!("{}-tip", self.key()))
    }

    /// The menu that it stands in.
    #[must_use]
    pub fn menu(self) -> Menu {
        self.entry().map_or(Menu::View, |e| e.menu)
    }

    /// Its keys; the first is the one that is shown.
    #[must_use]
    pub fn shortcuts(self) -> &'static [Shortcut] {
        self.entry().map_or(&[], |e| e.shortcuts)
    }

    /// The key that is shown beside it, as it is printed on the keyboard.
    #[must_use]
    pub fn shortcut(self, words: &Wording) -> Option<String> {
        self.shortcuts().first().map(|s| s.label(words))
    }

    /// Whether a line stands above it in its menu.
    #[must_use]
    pub fn begins_group(self) -> bool {
        matches!(
            self,
            Self::SaveCase
                | Self::Export
                | Self::Quit
                | Self::CopyFinding
                | Self::Search
                | Self::Settings
                | Self::TextLarger
                | Self::ThemeLight
                | Self::Language(0)
                | Self::Confirm
                | Self::Join
                | Self::Note
        )
    }

    /// Whether it can be used now.
    #[must_use]
    pub fn is_enabled(self, session: &Session, view: View) -> bool {
        let selected = session.selected_finding();
        match self {
            Self::Undo => session.history().0.is_some(),
            Self::Redo => session.history().1.is_some(),
            Self::Export | Self::Search | Self::ShowFindings | Self::ShowReader | Self::ShowLedger => {
                !session.analysis().corpus.is_empty()
            }
            Self::NextArticle | Self::PreviousArticle => view == View::Reader && session.analysis().corpus.len() > 2,
            Self::NewCase | Self::SaveCaseAs => !session.to_case().is_empty() || session.case_path().is_some(),
            // Saving again what is saved does no harm, and tells that it is.
            Self::SaveCase => session.is_changed() || session.case_path().is_some(),
            Self::ReadAgain => session.stale().next().is_some(),
            Self::FindFiles => session.missing().next().is_some(),
            Self::ClearFilters => session.filter().is_active(),
            Self::Next | Self::Previous | Self::CopyTable => session.shown().len() > 0,
            Self::NextUndecided | Self::PreviousUndecided => session.decided().0 < session.decided().1,
            Self::Confirm | Self::Dismiss | Self::ToCheck | Self::Note | Self::CopyFinding | Self::CopyQuotation => {
                selected.is_some()
            }
            Self::Join => selected.is_some() && session.analysis().corpus.len() > 1,
            Self::Split => selected.is_some_and(|f| !f.pairs.is_empty()),
            Self::Correct => selected.is_some(),
            Self::Reopen => selected.is_some_and(|f| session.status(f) != Status::Open),
            Self::Read => selected.is_some() && view != View::Reader,
            _ => true,
        }
    }

    /// Whether it shows a state, and whether that state is on: for the check mark in the menu.
    #[must_use]
    pub fn decision(self) -> Option<Status> {
        match self {
            Self::Confirm => Some(Status::Confirmed),
            Self::Dismiss => Some(Status::Dismissed(Dismissal::Unsaid)),
            Self::ToCheck => Some(Status::ToCheck),
            Self::Reopen => Some(Status::Open),
            _ => None,
        }
    }
}

impl Shortcut {
    /// As it is printed on the keyboard: "Ctrl+E".
    #[must_use]
    pub fn label(self, words: &Wording) -> String {
        let mut label = String::new();
        if self.modifiers.command || self.modifiers.ctrl {
            label.push_str(&words.text("key-ctrl"));
        }
        if self.modifiers.alt {
            label.push_str(&words.text("key-alt"));
        }
        if self.modifiers.shift {
            label.push_str(&words.text("key-shift"));
        }
        let key = match self.key {
            Key::Enter => words.text("key-enter"),
            Key::ArrowDown => words.text("key-down"),
            Key::ArrowUp => words.text("key-up"),
            Key::ArrowLeft => words.text("key-left"),
            Key::ArrowRight => words.text("key-right"),
            Key::PageDown => words.text("key-page-down"),
            Key::PageUp => words.text("key-page-up"),
            Key::Home => words.text("key-home"),
            Key::End => words.text("key-end"),
            Key::Escape => words.text("key-escape"),
            Key::Questionmark => "?".to_owned(),
            Key::Comma => ",".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "-".to_owned(),
            Key::Equals => "=".to_owned(),
            other => other.name().to_owned(),
        };
        label + &key
    }

    /// Whether it would also be typed into a field, so that it must not act while one is being written in.
    #[must_use]
    pub fn is_typed(self) -> bool {
        !self.modifiers.command && !self.modifiers.alt && !matches!(self.key, Key::F1 | Key::F6 | Key::F8)
    }

    fn is_pressed(self, key: Key, modifiers: Modifiers) -> bool {
        // On many keyboards the question mark and the plus sign need Shift.
        let beside = if matches!(key, Key::Questionmark | Key::Plus | Key::Equals) {
            Modifiers { shift: false, ..modifiers }
        } else {
            modifiers
        };
        self.key == key && beside.matches_exact(self.modifiers)
    }
}

/// What a field that is being written in does itself: it takes back letters, not decisions.
const FIELDS_OWN: [UiCommand; 2] = [UiCommand::Undo, UiCommand::Redo];

/// The command that a pressed key asks for. `typing` says that a field is being written in.
#[must_use]
pub fn pressed(key: Key, modifiers: Modifiers, typing: bool) -> Option<UiCommand> {
    COMMANDS
        .iter()
        .filter(|e| !(typing && FIELDS_OWN.contains(&e.command)))
        .find(|e| e.shortcuts.iter().any(|s| s.is_pressed(key, modifiers) && !(typing && s.is_typed())))
        .map(|e| e.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen: Vec<(Shortcut, UiCommand)> = Vec::new();
        for entry in COMMANDS {
            for shortcut in entry.shortcuts {
                let other = seen.iter().find(|(s, _)| s == shortcut);
                assert!(other.is_none(), "{:?} and {other:?}", entry.command);
                seen.push((*shortcut, entry.command));
            }
        }
    }

    #[test]
    fn every_command_is_worded_in_every_language() {
        for language in Wording::languages() {
            let words = Wording::new(language);
            for command in UiCommand::all() {
                assert_ne!(command.name(&words), command.key(), "{language}");
                assert_ne!(command.tip(&words), format!("{}-tip", command.key()), "{language}");
            }
            for menu in Menu::ALL {
                assert_ne!(words.text(menu.key()), menu.key());
                assert!(UiCommand::of(menu).next().is_some());
            }
        }
    }

    #[test]
    fn keys_find_their_command() {
        let ctrl = Modifiers::COMMAND;
        let check = |key, modifiers, typing, expected| assert_eq!(pressed(key, modifiers, typing), expected, "{key:?}");
        check(Key::F8, Modifiers::NONE, false, Some(UiCommand::Next));
        check(Key::F8, Modifiers::SHIFT, false, Some(UiCommand::Previous));
        check(Key::F8, Modifiers::NONE, true, Some(UiCommand::Next));
        check(Key::F6, Modifiers::SHIFT, true, Some(UiCommand::PreviousPart));
        check(Key::F1, Modifiers::NONE, true, Some(UiCommand::Manual));
        check(Key::N, Modifiers::NONE, true, None);
        check(Key::Num1, Modifiers::NONE, false, Some(UiCommand::Confirm));
        check(Key::Num1, ctrl, false, Some(UiCommand::ShowFindings));
        check(Key::Z, ctrl, false, Some(UiCommand::Undo));
        check(Key::Z, ctrl, true, None);
        check(Key::Z, ctrl | Modifiers::SHIFT, false, Some(UiCommand::Redo));
        check(Key::Questionmark, Modifiers::SHIFT, false, Some(UiCommand::Keys));
        check(Key::Plus, ctrl | Modifiers::SHIFT, false, Some(UiCommand::TextLarger));
        check(Key::Num0, ctrl, false, Some(UiCommand::TextUsual));
    }
}
