//! The clipboard, behind a small trait that a test can answer: what was copied elsewhere becomes an article, and what is copied
//! here goes out in all its forms.

use crate::{
    article::{
        self, Article,
        load::{self, Reason},
    },
    language::Registry,
};
use std::{path::Path, sync::Mutex};

/// What lies on the clipboard, or is to lie there, in the forms in which it is copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clip {
    /// As a page, with headings and paragraphs.
    pub html: Option<String>,
    /// As plain text.
    pub text: Option<String>,
}

/// Whoever can say what was copied, and copy.
pub trait Clipboard: Send + Sync {
    /// What was copied. Asked on a thread of its own: some systems take their time.
    fn read(&self) -> Clip;

    /// Copies a page, and the plain text that says the same, so that each program takes the best it can; whether that went
    /// well.
    fn write(&self, _clip: &Clip) -> bool {
        false
    }
}

/// Nothing was copied.
#[derive(Debug, Default)]
pub struct EmptyClipboard;

impl Clipboard for EmptyClipboard {
    fn read(&self) -> Clip {
        Clip::default()
    }
}

/// The system's own clipboard.
#[derive(Default)]
pub struct SystemClipboard {
    /// Held from the first copy on: on X11 what was copied is gone with whoever copied it.
    held: Mutex<Option<arboard::Clipboard>>,
}

impl Clipboard for SystemClipboard {
    fn read(&self) -> Clip {
        let Ok(mut clipboard) = arboard::Clipboard::new() else { return Clip::default() };
        Clip { html: clipboard.get().html().ok(), text: clipboard.get_text().ok() }
    }

    fn write(&self, clip: &Clip) -> bool {
        let (Some(html), Ok(mut held)) = (&clip.html, self.held.lock()) else { return false };
        if held.is_none() {
            *held = arboard::Clipboard::new().ok();
        }
        held.as_mut().is_some_and(|clipboard| clipboard.set_html(html.as_str(), clip.text.as_deref()).is_ok())
    }
}

impl Clip {
    /// The article that was copied. A page says what its headline is, so it is read where there is one; but where much of
    /// the text is not in it, taken for menus and the like, the plain text is right: the person chose what to copy.
    ///
    /// # Errors
    /// Where nothing, or no text, was copied.
    pub fn article(self, languages: &Registry) -> Result<Article, Reason> {
        let read = |name: &str, bytes: &[u8]| {
            let mut articles = load::load_bytes(Path::new(name), bytes, languages).map_err(|e| e.reason)?;
            article::settle(&mut articles);
            articles.into_iter().next().ok_or(Reason::Empty)
        };
        // The mark says that these bytes are UTF-8, whatever the page says it was written in.
        let page = self.html.map(|html| read("page.html", format!("\u{FEFF}{html}").as_bytes()));
        let plain = self.text.map(|text| read("text.txt", text.as_bytes()));
        match (page, plain) {
            (Some(Ok(page)), Some(Ok(plain))) if letters(&page) * 4 < letters(&plain) * 3 => Ok(plain),
            (Some(Ok(page)), _) => Ok(page),
            (_, Some(plain)) => plain,
            (Some(Err(reason)), None) => Err(reason),
            (None, None) => Err(Reason::Empty),
        }
    }
}

fn letters(article: &Article) -> usize {
    article.text.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=iso-8859-1><h1>Cae un puente en el valle</h1><p>El puente cayó el lunes con \
                        tres camiones.</p><p>No hubo heridos, según el alcalde.</p>";
    const TEXT: &str = "Cae un puente en el valle\n\nEl puente cayó el lunes con tres camiones.\n\nNo hubo heridos, \
                        según el alcalde.";

    fn clip(html: &str, text: &str) -> Clip {
        let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
        Clip { html: some(html), text: some(text) }
    }

    #[test]
    fn what_was_copied_becomes_an_article() {
        for clip in [clip(PAGE, TEXT), clip(PAGE, ""), clip("", TEXT), clip("<nav>Inicio</nav>", TEXT)] {
            let article = clip.clone().article(&Registry::built_in()).expect("text was copied");
            assert_eq!(article.metadata.title, "Cae un puente en el valle", "{clip:?}");
            assert!(article.text.contains("cayó el lunes con tres camiones"), "{clip:?} {}", article.text);
        }
    }

    #[test]
    fn nothing_copied_is_said() {
        for clip in [clip("", ""), clip("", "  \n"), Clip { html: None, text: Some(String::new()) }] {
            assert_eq!(clip.article(&Registry::built_in()).err(), Some(Reason::Empty));
        }
    }
}
