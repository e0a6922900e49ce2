//! A newsroom that writes: articles by the thousand about invented events, from texts of ours, the same for the same seed.
//!
//! Every event has true figures. Every outlet tells some of them, in its own words and order, in Spanish or English, and
//! now and then tells one wrongly; what was told wrongly is known. Between them stand sentences without figures from
//! `benches/events`, of a few stories for each event and of one telling of each for each outlet, under names of the event's own:
//! so two events of one kind are as unlike, and two tellings of one event as like, as news is.

use crate::events::events_below;
use fastrand::Rng;
use serde::Deserialize;
use std::{
    collections::HashMap,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

const TEMPLATES: &str = include_str!("templates.toml");
/// How long an article is, in words.
const WORDS: usize = 400;
/// How many of the facts of an event an article tells.
const TOLD: f64 = 0.7;
/// How many of the figures told are wrong.
const WRONG: f64 = 0.12;
/// How many stories lend an event their sentences.
const STORIES: usize = 6;
/// How short, and how long, the sentences are that stories lend, in words.
const LENT: std::ops::Range<usize> = 6..60;

/// What was written.
pub struct Written {
    /// The articles, those of one event one after another.
    pub articles: Vec<Page>,
    /// How many facts are told with different values by the articles of their event.
    pub disagreements: usize,
}

/// One article, as a file would hold it.
pub struct Page {
    /// The name of its file.
    pub name: String,
    /// Head and text.
    pub text: String,
}

#[derive(Deserialize)]
struct Templates {
    places: Vec<String>,
    regions: Vec<String>,
    people: Vec<String>,
    outlets_es: Vec<String>,
    outlets_en: Vec<String>,
    kind: Vec<Kind>,
}

/// What an event may be: a flood, a strike.
#[derive(Deserialize)]
struct Kind {
    name: String,
    headlines: InBoth,
    fact: Vec<Fact>,
}

/// Something with a figure that is told of such an event.
#[derive(Deserialize)]
struct Fact {
    key: String,
    least: u32,
    most: u32,
    step: u32,
    #[serde(flatten)]
    told: InBoth,
}

#[derive(Deserialize)]
struct InBoth {
    es: Vec<String>,
    en: Vec<String>,
}

/// An event as several outlets told it, without its figures.
struct Story {
    tellings: Vec<Telling>,
}

struct Telling {
    is_spanish: bool,
    sentences: Vec<String>,
}

/// What the articles of one event have in common.
struct Event<'a> {
    kind: &'a Kind,
    stories: Vec<&'a Story>,
    /// What the names of its stories are called in this event.
    names: HashMap<&'a str, String>,
    place: String,
    region: String,
    people: Vec<String>,
    day: jiff::civil::Date,
    values: Vec<u32>,
}

/// One outlet at work on one event.
struct Author<'a> {
    event: &'a Event<'a>,
    is_spanish: bool,
    outlet: &'a str,
    /// What it has from the stories of the event.
    lent: Vec<&'a str>,
    told: HashMap<&'a str, u32>,
}

/// Writes articles about `events` events, as many outlets on each.
#[must_use]
pub fn write(seed: u64, events: usize, outlets: usize) -> Written {
    let templates: Templates = toml::from_str(TEMPLATES).expect("the templates are whole");
    let stories = Story::all();
    let mut rng = Rng::with_seed(seed);
    let mut written = Written { articles: Vec::new(), disagreements: 0 };
    for number in 0..events {
        let event = Event::happen(&templates, &stories, &mut rng);
        let mut told: HashMap<&str, Vec<u32>> = HashMap::new();
        let (mut spanish, mut english) = (templates.outlets_es.clone(), templates.outlets_en.clone());
        rng.shuffle(&mut spanish);
        rng.shuffle(&mut english);
        for outlet in 0..outlets {
            let is_spanish = event.stories[0].telling(outlet).is_spanish;
            let names = if is_spanish { &spanish } else { &english };
            let mut author = Author::new(&event, is_spanish, &names[outlet % names.len()], &mut rng);
            let tellings = event.stories.iter().map(|story| story.telling(outlet));
            let fitting = tellings.filter(|telling| telling.is_spanish == is_spanish);
            author.lent = fitting.flat_map(|telling| &telling.sentences).map(String::as_str).collect();
            author.told.iter().for_each(|(key, value)| told.entry(key).or_default().push(*value));
            let name = format!("{number:05}-{outlet:02}-{}.txt", event.kind.name.replace(' ', "-"));
            written.articles.push(Page { name, text: author.write(&mut rng) });
        }
        written.disagreements += told.values().filter(|values| values.iter().any(|v| v != &values[0])).count();
    }
    written
}

impl Written {
    /// Puts every article into a file of its own.
    ///
    /// # Errors
    /// Where the folder cannot be written to.
    pub fn save(&self, folder: &Path) -> io::Result<()> {
        self.articles.iter().try_for_each(|page| fs::write(folder.join(&page.name), &page.text))
    }
}

impl Story {
    /// Those of `benches/events` that are told in Spanish and English, in the order of their names.
    fn all() -> Vec<Self> {
        let named = |path: &&PathBuf| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("es-") || name.starts_with("mx-")
        };
        let told = |path: &PathBuf| {
            let mut texts: Vec<PathBuf> = fs::read_dir(path).ok()?.filter_map(|e| Some(e.ok()?.path())).collect();
            texts.retain(|path| path.extension().is_some_and(|e| e == "txt"));
            texts.sort();
            let tellings: Vec<_> = texts.iter().map(|text| Telling::read(text)).collect();
            Some(Self { tellings }).filter(|story| !story.tellings.is_empty())
        };
        let events = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/events");
        let folders = ["dense", "plain", "fresh"].map(|part| events_below(&events.join(part))).concat();
        folders.iter().filter(named).filter_map(told).collect()
    }

    /// What one outlet makes of it.
    fn telling(&self, outlet: usize) -> &Telling {
        &self.tellings[outlet % self.tellings.len()]
    }

    /// The words of it that are names: inside a sentence they have a capital.
    fn names(&self) -> impl Iterator<Item = &str> {
        let sentences = self.tellings.iter().flat_map(|telling| &telling.sentences);
        let inside = sentences.flat_map(|sentence| words(sentence).skip(1));
        inside.filter(|word| word.len() > 3 && word.starts_with(char::is_uppercase))
    }
}

impl Telling {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a text of ours");
        let whole = |sentence: &&str| {
            let even = |open: char, close: char| sentence.matches(open).count() == sentence.matches(close).count();
            LENT.contains(&sentence.split_whitespace().count())
                && sentence.ends_with('.')
                && !sentence.contains(|c: char| c.is_ascii_digit())
                && (even('«', '»') && even('“', '”') && even('(', ')'))
        };
        let sentences = text.lines().flat_map(|line| line.split_inclusive(". ")).map(str::trim).filter(whole);
        let count = |word: &str| text.split_whitespace().filter(|w| *w == word).count();
        Self { is_spanish: count("de") > count("the"), sentences: sentences.map(str::to_owned).collect() }
    }
}

/// The words of a sentence.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

impl<'a> Event<'a> {
    fn happen(templates: &'a Templates, stories: &'a [Story], rng: &mut Rng) -> Self {
        let stories: Vec<&Story> = (0..STORIES).map(|_| rng.choice(stories).expect("a story")).collect();
        let mut names = HashMap::new();
        for name in stories.iter().flat_map(|story| story.names()) {
            names.entry(name).or_insert_with(|| blend(&templates.places, rng));
        }
        let kind = &templates.kind[rng.usize(..templates.kind.len())];
        let value = |fact: &Fact, rng: &mut Rng| rng.u32(fact.least / fact.step..=fact.most / fact.step) * fact.step;
        Self {
            kind,
            stories,
            names,
            place: blend(&templates.places, rng),
            region: blend(&templates.regions, rng),
            people: (0..3).map(|_| person(&templates.people, rng)).collect(),
            day: jiff::civil::date(2025, 1, 1) + jiff::Span::new().days(rng.i64(0..365)),
            values: kind.fact.iter().map(|fact| value(fact, rng)).collect(),
        }
    }
}

/// A name that begins like one of these and ends like another, since the news of a year knows places by the thousand.
fn blend(names: &[String], rng: &mut Rng) -> String {
    let half = |name: &str| {
        let word = name.split(' ').next().unwrap_or(name);
        (word.char_indices().nth(word.chars().count() / 2).map_or(0, |c| c.0), word.to_owned())
    };
    let (a, head) = half(rng.choice(names).expect("a name"));
    let (b, tail) = half(rng.choice(names).expect("a name"));
    format!("{}{}", &head[..a], &tail[b..])
}

/// Somebody who is called by the first name of one of these and the family name of another.
fn person(names: &[String], rng: &mut Rng) -> String {
    let first = rng.choice(names).and_then(|n| n.split_once(' ')).map_or("", |n| n.0).to_owned();
    let family = rng.choice(names).and_then(|n| n.split_once(' ')).map_or("", |n| n.1);
    format!("{first} {family}")
}

impl<'a> Author<'a> {
    fn new(event: &'a Event<'a>, is_spanish: bool, outlet: &'a str, rng: &mut Rng) -> Self {
        let mut told = HashMap::new();
        for (fact, &value) in event.kind.fact.iter().zip(&event.values) {
            if rng.f64() < TOLD {
                let value = if rng.f64() < WRONG { fact.wrong(value, rng) } else { value };
                told.insert(fact.key.as_str(), value);
            }
        }
        Self { event, is_spanish, outlet, lent: Vec::new(), told }
    }

    fn write(&self, rng: &mut Rng) -> String {
        let event = self.event;
        let mut sentences: Vec<String> = Vec::new();
        for fact in event.kind.fact.iter().filter(|fact| self.told.contains_key(fact.key.as_str())) {
            sentences.push(self.fill(rng.choice(self.of(&fact.told)).expect("a template"), rng));
        }
        let mut words: usize = sentences.iter().map(|s| s.split_whitespace().count()).sum();
        for lent in &self.lent {
            if words < WORDS {
                sentences.push(self.renamed(lent));
                words += lent.split_whitespace().count();
            }
        }
        rng.shuffle(&mut sentences);
        let headlines = self.of(&event.kind.headlines).iter();
        // A headline tells what its article tells.
        let known =
            |h: &&String| event.kind.fact.iter().all(|f| self.told.contains_key(&*f.key) || !h.contains(&f.slot()));
        let headline = headlines.filter(known).max_by_key(|_| rng.u32(..)).map(|h| self.fill(h, rng));
        let (title, outlet, date) =
            if self.is_spanish { ("Titular", "Medio", "Fecha") } else { ("Title", "Outlet", "Date") };
        let mut text = String::new();
        if let Some(headline) = headline {
            writeln!(text, "{title}: {headline}").expect("a string takes all");
        }
        writeln!(text, "{outlet}: {}\n{date}: {}\n", self.outlet, event.day).expect("a string takes all");
        for paragraph in sentences.chunks(3) {
            text.push_str(&paragraph.join(" "));
            text.push_str("\n\n");
        }
        text
    }

    /// A sentence of a story, with the names of this event.
    fn renamed(&self, sentence: &str) -> String {
        let mut renamed = String::with_capacity(sentence.len());
        let mut rest = sentence;
        for word in words(sentence) {
            let (before, after) = rest.split_once(word).expect("a word of it");
            renamed.push_str(before);
            renamed.push_str(self.event.names.get(word).map_or(word, String::as_str));
            rest = after;
        }
        renamed + rest
    }

    fn of<'b>(&self, both: &'b InBoth) -> &'b [String] {
        if self.is_spanish { &both.es } else { &both.en }
    }

    fn fill(&self, template: &str, rng: &mut Rng) -> String {
        const SPANISH: [&str; 7] = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
        const ENGLISH: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let event = self.event;
        let day = event.day.weekday().to_monday_zero_offset() as usize;
        let person = &event.people[rng.usize(..event.people.len())];
        let mut text = template
            .replace("{place}", &event.place)
            .replace("{region}", &event.region)
            .replace("{person}", person)
            .replace("{day}", if self.is_spanish { SPANISH[day] } else { ENGLISH[day] });
        for (key, value) in &self.told {
            text = text.replace(&format!("{{{key}}}"), &self.digits(*value));
        }
        text
    }

    /// A whole number, in threes: 3.150 in Spanish, 3,150 in English.
    fn digits(&self, value: u32) -> String {
        let plain = value.to_string();
        let mut digits = String::new();
        for (i, digit) in plain.chars().enumerate() {
            if i > 0 && (plain.len() - i).is_multiple_of(3) {
                digits.push(if self.is_spanish { '.' } else { ',' });
            }
            digits.push(digit);
        }
        digits
    }
}

impl Fact {
    fn slot(&self) -> String {
        format!("{{{}}}", self.key)
    }

    /// Another value than the true one, as a desk gets it wrong: two digits change places, or a figure of another hour.
    fn wrong(&self, value: u32, rng: &mut Rng) -> u32 {
        let mut digits: Vec<char> = value.to_string().chars().collect();
        let at = rng.usize(..digits.len().max(2) - 1);
        if digits.len() > 1 && digits[at] != digits[at + 1] && digits[at + 1] != '0' && rng.bool() {
            digits.swap(at, at + 1);
            return digits.iter().collect::<String>().parse().expect("digits");
        }
        let other = (f64::from(value) * rng.choice([0.6, 0.75, 1.3, 1.5]).expect("a factor")).round() as u32;
        let other = other.div_ceil(self.step) * self.step;
        if other == value { value + self.step } else { other.max(2) }
    }
}
