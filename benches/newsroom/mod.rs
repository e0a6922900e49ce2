//! A newsroom that writes: articles by the thousand about invented events, from templates of ours, the same for the same seed.
//!
//! Every event has true figures. Every outlet tells some of them, in its own words and order, in Spanish or English, and
//! now and then tells one wrongly; between them stand sentences without figures. What was told wrongly is known.

use fastrand::Rng;
use serde::Deserialize;
use std::{collections::HashMap, fmt::Write, fs, io, path::Path};

const TEMPLATES: &str = include_str!("templates.toml");
/// How long an article is, in words.
const WORDS: usize = 400;
/// How many of the facts of an event an article tells.
const TOLD: f64 = 0.7;
/// How many of the figures told are wrong.
const WRONG: f64 = 0.12;
/// How many of the outlets write in Spanish.
const SPANISH: f64 = 0.6;

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
    filler: InBoth,
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

/// What the articles of one event have in common.
struct Event<'a> {
    kind: &'a Kind,
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
    told: HashMap<&'a str, u32>,
}

/// Writes articles about `events` events, as many outlets on each.
#[must_use]
pub fn write(seed: u64, events: usize, outlets: usize) -> Written {
    let templates: Templates = toml::from_str(TEMPLATES).expect("the templates are whole");
    let mut rng = Rng::with_seed(seed);
    let mut written = Written { articles: Vec::new(), disagreements: 0 };
    for number in 0..events {
        let event = Event::happen(&templates, &mut rng);
        let mut told: HashMap<&str, Vec<u32>> = HashMap::new();
        let (mut spanish, mut english) = (templates.outlets_es.clone(), templates.outlets_en.clone());
        rng.shuffle(&mut spanish);
        rng.shuffle(&mut english);
        for outlet in 0..outlets {
            let is_spanish = rng.f64() < SPANISH;
            let names = if is_spanish { &spanish } else { &english };
            let author = Author::new(&event, is_spanish, &names[outlet % names.len()], &mut rng);
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

impl<'a> Event<'a> {
    fn happen(templates: &'a Templates, rng: &mut Rng) -> Self {
        let kind = &templates.kind[rng.usize(..templates.kind.len())];
        let value = |fact: &Fact, rng: &mut Rng| rng.u32(fact.least / fact.step..=fact.most / fact.step) * fact.step;
        Self {
            kind,
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
        Self { event, is_spanish, outlet, told }
    }

    fn write(&self, rng: &mut Rng) -> String {
        let event = self.event;
        let mut sentences: Vec<String> = Vec::new();
        for fact in event.kind.fact.iter().filter(|fact| self.told.contains_key(fact.key.as_str())) {
            sentences.push(self.fill(rng.choice(self.of(&fact.told)).expect("a template"), rng));
        }
        let mut words: usize = sentences.iter().map(|s| s.split_whitespace().count()).sum();
        let mut filler: Vec<&String> = self.of(&event.kind.filler).iter().collect();
        rng.shuffle(&mut filler);
        for template in filler {
            if words < WORDS {
                sentences.push(self.fill(template, rng));
                words += template.split_whitespace().count();
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
