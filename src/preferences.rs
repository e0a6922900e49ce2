//! What the person likes: the language of the window, its look, how much is flagged. Kept in the person's own folder
//! for settings, as a file that can be read and written by hand.

use crate::{
    analysis::Settings,
    finding::Disagreement,
    report::{
        Choice,
        save::{self, SaveError},
    },
    wording::Wording,
};
use serde::{Deserialize, Serialize};
use std::{
    fs, io,
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

/// Everything that can be chosen once and for all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language of the window by its key; the system's where none is chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Light, dark, or as the system is.
    pub theme: Theme,
    /// How large everything is, in per cent; one of [`TEXT_SIZES`](Self::TEXT_SIZES).
    pub text_size: u16,
    /// Darker letters and lines.
    pub high_contrast: bool,
    /// Nothing slides.
    pub less_motion: bool,
    /// Ways of disagreeing that are not flagged.
    pub unflagged: Vec<Disagreement>,
    /// Whether web addresses that are pasted are fetched without asking. Nothing else ever is.
    pub fetch_addresses: bool,
    /// What goes into a report.
    pub report: Choice,
    /// How the window stood last.
    pub window: Window,
    /// What the analysis is told.
    pub analysis: Settings,
}

/// A theme, or the system's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Dark letters on light paper.
    Light,
    /// Light letters on a dark ground.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];
}

/// How large the window stood, in points of a text size of 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Window {
    pub width: u32,
    pub height: u32,
    /// Whether it filled the screen.
    pub maximized: bool,
}

impl Default for Window {
    fn default() -> Self {
        Self { width: 1440, height: 900, maximized: false }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            text_size: Self::USUAL_TEXT,
            high_contrast: false,
            less_motion: false,
            unflagged: Vec::new(),
            fetch_addresses: false,
            report: Choice::default(),
            window: Window::default(),
            analysis: Settings::default(),
        }
    }
}

impl Preferences {
    /// How small and how large text can be, in per cent.
    pub const TEXT_SIZES: RangeInclusive<u16> = 80..=160;
    /// The text size to begin with, in per cent.
    pub const USUAL_TEXT: u16 = 100;
    /// From one text size to the next, in per cent.
    pub const TEXT_STEP: i16 = 10;

    /// The words of the chosen language.
    #[must_use]
    pub fn words(&self) -> Wording {
        self.language.as_deref().map_or_else(Wording::of_system, Wording::new)
    }

    /// The same with text larger or smaller by so many per cent, as far as it goes.
    #[must_use]
    pub fn with_text(&self, by: i16) -> Self {
        let size = self.text_size.saturating_add_signed(by);
        Self { text_size: size.clamp(*Self::TEXT_SIZES.start(), *Self::TEXT_SIZES.end()), ..self.clone() }
    }

    /// What a file may say, brought to what there is: somebody may have written it by hand.
    fn tamed(self) -> Self {
        let language = self.language.clone().filter(|key| Wording::languages().contains(&key.as_str()));
        let window = Window {
            width: self.window.width.clamp(900, 16_000),
            height: self.window.height.clamp(560, 16_000),
            ..self.window
        };
        Self { language, window, ..self.with_text(0) }
    }
}

/// The file of preferences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    path: PathBuf,
}

impl Store {
    /// In the person's own folder for settings; none where the system has no such folder.
    #[must_use]
    pub fn of_person() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "cotejo")?;
        Some(Self::at(&folders.config_dir().join("settings.toml")))
    }

    /// At a place of one's own.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// What is preferred; what the program begins with, on the first run. A damaged file is put aside, so that nothing of
    /// it is lost, and where it lies then is said.
    #[must_use]
    pub fn load(&self) -> (Preferences, Option<PathBuf>) {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::InvalidData => String::from("\0"),
            Err(_) => return (Preferences::default(), None),
        };
        match toml::from_str::<Preferences>(&text) {
            Ok(preferences) => (preferences.tamed(), None),
            Err(_) => {
                let aside = self.path.with_extension("damaged.toml");
                let moved = fs::rename(&self.path, &aside).is_ok();
                (Preferences::default(), Some(if moved { aside } else { self.path.clone() }))
            }
        }
    }

    /// Writes down what is preferred.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to.
    pub fn save(&self, preferences: &Preferences) -> Result<(), SaveError> {
        let fail = |cause: io::Error| SaveError { path: self.path.clone(), cause };
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(fail)?;
        }
        let text = toml::to_string_pretty(preferences).map_err(|e| fail(io::Error::other(e)))?;
        save::save(&self.path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::Rigour, quantity::Leeway, report::choice::Part};

    fn chosen() -> Preferences {
        Preferences {
            language: Some(Wording::languages()[0].to_owned()),
            theme: Theme::Dark,
            text_size: 130,
            high_contrast: true,
            less_motion: true,
            unflagged: vec![Disagreement::OtherHour, Disagreement::RivalClaims],
            fetch_addresses: true,
            report: Choice::without([Part::Notes, Part::Singles]),
            window: Window { width: 1024, height: 700, maximized: true },
            analysis: Settings { rigour: Rigour::Wide, leeway: Leeway::Narrow },
        }
    }

    #[test]
    fn what_is_chosen_is_there_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(&folder.path().join("new/settings.toml"));
        assert_eq!(store.load(), (Preferences::default(), None));
        for preferences in [chosen(), Preferences::default()] {
            store.save(&preferences).expect("it can be written");
            assert_eq!(store.load(), (preferences, None));
        }
    }

    #[test]
    fn a_damaged_file_is_put_aside_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.toml");
        for damage in [&b"theme = \"pink\""[..], b"text_size = [", b"\xff\xfe\0"] {
            fs::write(&path, damage).expect("it can be damaged");
            let (preferences, aside) = Store::at(&path).load();
            assert_eq!(preferences, Preferences::default());
            let aside = aside.expect("it is told");
            assert_eq!(fs::read(&aside).expect("it is left"), damage);
            assert!(!path.exists());
        }
    }

    #[test]
    fn a_file_written_by_hand_is_brought_to_what_there_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.toml");
        for (text, expected) in [
            ("text_size = 400", Preferences { text_size: 160, ..Preferences::default() }),
            ("language = \"xx\"\nnew = 1", Preferences::default()),
            (
                "[window]\nwidth = 3",
                Preferences { window: Window { width: 900, ..Window::default() }, ..Preferences::default() },
            ),
        ] {
            fs::write(&path, text).expect("it can be written");
            assert_eq!(Store::at(&path).load(), (expected, None), "{text}");
        }
    }

    #[test]
    fn text_grows_and_shrinks_as_far_as_it_goes() {
        for (from, by, to) in [(100, 10, 110), (160, 10, 160), (80, -10, 80), (155, 10, 160)] {
            assert_eq!(Preferences { text_size: from, ..Preferences::default() }.with_text(by).text_size, to);
        }
    }
}
