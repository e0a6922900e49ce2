//! The words by which a page gives away its own parts, from `assets/articles.toml`.

use crate::{assets, text::fold};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// The words that tell a headline, a caption, a byline or a "read also" from the story.
#[derive(Debug, Deserialize)]
pub struct Words {
    fields: FxHashMap<String, Vec<String>>,
    /// How captions give themselves away.
    pub caption: Caption,
    /// How lines that are not of the story give themselves away.
    pub boilerplate: Boilerplate,
    /// How lines of names give themselves away.
    pub byline: Byline,
    dateline: Dateline,
    /// Months, weekdays, and how a day is written.
    pub calendar: Calendar,
    /// How newspapers are named.
    pub outlet: Outlet,
    /// What databases write around articles.
    pub database: Database,
}

/// What databases of the press write around the articles that they put into one file.
#[derive(Debug, Deserialize)]
pub struct Database {
    /// The last line of an article.
    pub ends: Vec<String>,
    /// The line above its story.
    pub bodies: Vec<String>,
    /// What the articles are called where they are counted.
    pub documents: Vec<String>,
    /// What stands between the number of one and that of all.
    pub of: Vec<String>,
    /// Labels of the author.
    pub bylines: Vec<String>,
    /// Labels of what else stands above a story.
    pub heads: Vec<String>,
    /// Labels of what stands below it.
    pub tails: Vec<String>,
    /// What the length of an article is counted in.
    pub words: Vec<String>,
    /// How a line begins that claims the right on what follows.
    pub rights: Vec<String>,
    /// The codes of Factiva.
    pub codes: Vec<String>,
}

impl Database {
    /// Whether a label, folded, is one that a database writes.
    #[must_use]
    pub fn is_label(&self, label: &str) -> bool {
        [&self.bylines, &self.heads, &self.tails].iter().any(|list| list.iter().any(|l| l == label))
    }
}

/// How newspapers are named.
#[derive(Debug, Deserialize)]
pub struct Outlet {
    /// Names of files that name no newspaper.
    pub generic: Vec<String>,
    /// Words of a name that keep a small letter.
    pub small: Vec<String>,
    /// What a bracket in a dateline says when it names no agency.
    pub no_agency: Vec<String>,
}

/// What begins or ends a caption.
#[derive(Debug, Deserialize)]
pub struct Caption {
    /// How it begins.
    pub openings: Vec<String>,
    /// What stands at its end.
    pub credits: Vec<String>,
}

/// What marks a line that is not of the story.
#[derive(Debug, Deserialize)]
pub struct Boilerplate {
    /// How a short block begins.
    pub openings: Vec<String>,
    /// What stands anywhere in a short block.
    pub phrases: Vec<String>,
    /// "founded in": with one of `business`, what a publisher says of itself.
    pub founded: Vec<String>,
    /// "clients", "journalists".
    pub business: Vec<String>,
    /// With a telephone number, a help line.
    pub help: Vec<String>,
    /// How many words a section's name at the foot may have.
    pub max_foot_words: usize,
}

/// What marks a line of names.
#[derive(Debug, Deserialize)]
pub struct Byline {
    /// How it begins.
    pub openings: Vec<String>,
    /// The small word before a name: "by "; a byline where a name follows.
    pub prepositions: Vec<String>,
    /// Who else may follow: "staff".
    pub people: Vec<String>,
    /// What stands anywhere in it.
    pub contains: Vec<String>,
    /// What stands before the day on a stamp.
    pub publication: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Dateline {
    particles: Vec<String>,
}

/// How days are written.
#[derive(Debug, Deserialize)]
pub struct Calendar {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    links: Vec<String>,
    day_endings: Vec<String>,
    /// Behind an hour before noon.
    pub morning: Vec<String>,
    /// Behind an hour after noon.
    pub afternoon: Vec<String>,
    stamp_words: Vec<String>,
    month_first: Vec<String>,
    day_first: Vec<String>,
}

/// What a label at the head of a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The headline.
    Title,
    /// The line below it.
    Subtitle,
    /// The newspaper.
    Outlet,
    /// The author.
    Byline,
    /// The day of publication.
    Date,
    /// The language.
    Language,
    /// Something that is not kept.
    Other,
}

static WORDS: LazyLock<Words> =
    LazyLock::new(|| toml::from_str(assets::ARTICLE_WORDS).expect("assets/articles.toml is checked by a test"));

impl Words {
    /// The words that the program carries.
    #[must_use]
    pub fn get() -> &'static Self {
        &WORDS
    }

    /// What a label stands for: "Fecha", "Date", "Titular".
    #[must_use]
    pub fn field(&self, label: &str) -> Option<Field> {
        let label = fold(label.trim()).replace(['_', '-'], " ");
        let (key, _) = self.fields.iter().find(|(_, names)| names.contains(&label))?;
        Some(match key.as_str() {
            "title" => Field::Title,
            "subtitle" => Field::Subtitle,
            "outlet" => Field::Outlet,
            "byline" => Field::Byline,
            "date" => Field::Date,
            "language" => Field::Language,
            _ => Field::Other,
        })
    }

    /// Whether a place's name may hold this small word, folded.
    #[must_use]
    pub fn is_particle(&self, word: &str) -> bool {
        self.dateline.particles.iter().any(|p| p == word)
    }
}

impl Calendar {
    /// The month of that name, folded and without its full stop, from 1.
    #[must_use]
    pub fn month(&self, word: &str) -> Option<i8> {
        self.months.iter().position(|names| names.iter().any(|n| n == word)).map(|i| i as i8 + 1)
    }

    /// The weekday of that name, folded, from 1 for Monday.
    #[must_use]
    pub fn weekday(&self, word: &str) -> Option<i8> {
        self.weekdays.iter().position(|names| names.iter().any(|n| n == word)).map(|i| i as i8 + 1)
    }

    /// Whether the word may stand between the parts of a date.
    #[must_use]
    pub fn is_link(&self, word: &str) -> bool {
        self.links.iter().any(|l| l == word)
    }

    /// Whether the word is the ending of a day's number: "3rd".
    #[must_use]
    pub fn is_day_ending(&self, word: &str) -> bool {
        self.day_endings.iter().any(|l| l == word)
    }

    /// Whether the word only accompanies a stamp: "horas", "GMT".
    #[must_use]
    pub fn is_stamp_word(&self, word: &str) -> bool {
        self.stamp_words.iter().any(|w| w == word)
    }

    /// Whether those who write that language differ about the order of day and month in figures.
    #[must_use]
    pub fn order_varies(&self, tag: &str) -> bool {
        let base = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        base.is_empty() || self.month_first.contains(&base)
    }

    /// Whether a text in that language, a tag such as "en-US", writes the month before the day in figures.
    #[must_use]
    pub fn month_comes_first(&self, tag: &str) -> bool {
        let tag = tag.to_lowercase().replace('_', "-");
        let fits = |known: &String| (tag == *known || tag.starts_with(&format!("{known}-"))).then_some(known.len());
        let longest = |list: &[String]| list.iter().filter_map(fits).max().unwrap_or(0);
        longest(&self.month_first) > longest(&self.day_first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_folded_and_complete() {
        let words = Words::get();
        assert_eq!(words.calendar.months.len(), 12);
        assert_eq!(words.calendar.weekdays.len(), 7);
        let all =
            [&words.boilerplate.openings, &words.boilerplate.phrases, &words.caption.openings, &words.byline.openings];
        for word in all.into_iter().flatten() {
            assert_eq!(&fold(word), word, "written as it is looked up");
        }
    }

    #[test]
    fn labels_and_orders() {
        let words = Words::get();
        assert_eq!(words.field("Título"), Some(Field::Title));
        assert_eq!(words.field("published_on"), Some(Field::Date));
        assert_eq!(words.field("Lima"), None);
        assert!(words.calendar.month_comes_first("en"));
        assert!(!words.calendar.month_comes_first("en-GB"));
        assert!(!words.calendar.month_comes_first("es-US"));
    }
}
