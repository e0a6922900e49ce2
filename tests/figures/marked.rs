//! Marked sentences: news of ours in which a person marked every figure before the program read them.
//!
//! A file of `tests/figures` is named after its language. It says which share of the figures must be found, and of those
//! found which share must be right (`floor`), and lists `[[sentences]]` with `text`, `published` where a day is needed,
//! and `figures` as the examples of a language pack write them: `"más de 11.000 = 11000.. count, soldados"`.
//!
//! A figure is found where one was read that overlaps it and says the same; each answers for one. What it counts and its
//! kind are told apart from that: whoever compares values needs the values first. All that went wrong is listed in
//! `target/tmp/figures.txt`.

use cotejo::{
    language::{Pack, Registry},
    quantity::{Amount, Quantity, extract},
    text::Span,
};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::{fmt, fs, path::Path};

/// A file of marked sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// The least precision and the least recall.
    floor: f64,
    sentences: Vec<Sentence>,
}

/// A sentence with its figures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    text: String,
    #[serde(default)]
    published: String,
    figures: Vec<String>,
}

/// A figure, marked by a person or read by the program.
struct Mark {
    span: Span,
    value: Value,
    kind: String,
    noun: String,
}

/// What a figure says: two ends, or a moment or score as it is written.
#[derive(PartialEq)]
enum Value {
    Ends(Option<Decimal>, Option<Decimal>),
    Written(String),
}

impl Value {
    fn parse(written: &str) -> Self {
        let end = |s: &str| if s.is_empty() { Some(None) } else { s.parse().ok().map(Some) };
        let (low, high) = written.split_once("..").unwrap_or((written, written));
        match (end(low), end(high)) {
            (Some(low), Some(high)) => Self::Ends(low, high),
            _ => Self::Written(written.to_owned()),
        }
    }

    fn of(amount: &Amount) -> Self {
        let near = |d: Option<Decimal>| d.map(|d| d.round_dp(4).normalize());
        match amount {
            Amount::Number(n) => Self::Ends(near(n.low), near(n.high)),
            Amount::Moment(m) => Self::parse(&m.iso()),
            Amount::Score(a, b) => Self::Written(format!("{a}-{b}")),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |d: &Option<Decimal>| d.map(|d| d.to_string()).unwrap_or_default();
        match self {
            Self::Ends(low, high) if low == high => f.write_str(&end(low)),
            Self::Ends(low, high) => write!(f, "{}..{}", end(low), end(high)),
            Self::Written(text) => f.write_str(text),
        }
    }
}

impl Mark {
    /// A mark as a person writes it; its words are looked for in the text from `from` on.
    fn parse(mark: &str, text: &str, from: usize) -> Result<Self, String> {
        let fault = |what: &str| format!("«{mark}» {what} in «{text}»");
        let (words, said) = mark.rsplit_once(" = ").ok_or(fault("has no ` = `"))?;
        let at = text[from..].find(words).ok_or(fault("does not stand behind the mark before it"))? + from;
        let (said, noun) = said.split_once(", ").unwrap_or((said, ""));
        let (value, kind) = said.rsplit_once(' ').ok_or(fault("has no kind"))?;
        let span = Span::new(at, at + words.len());
        Ok(Self { span, value: Value::parse(value), kind: kind.to_owned(), noun: noun.to_owned() })
    }

    fn read(quantity: &Quantity, text: &str) -> Self {
        Self {
            span: quantity.span,
            value: Value::of(&quantity.amount),
            kind: format!("{:?}", quantity.kind).to_lowercase(),
            noun: quantity.unit.span.map(|s| s.of(text)).unwrap_or_default().to_owned(),
        }
    }

    fn show(&self, text: &str) -> String {
        let noun = if self.noun.is_empty() { String::new() } else { format!(", {}", self.noun) };
        format!("{} = {} {}{noun}", self.span.of(text), self.value, self.kind)
    }
}

/// How many figures were marked, read, and read as marked.
#[derive(Default)]
struct Score {
    marked: usize,
    read: usize,
    right: usize,
    right_kind: usize,
    right_noun: usize,
    told: String,
}

impl Score {
    fn precision(&self) -> f64 {
        self.right as f64 / self.read.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.marked.max(1) as f64
    }

    fn add(&mut self, sentence: &Sentence, pack: &Pack) {
        let text = &sentence.text;
        let mut marks: Vec<Mark> = Vec::new();
        for mark in &sentence.figures {
            let from = marks.last().map_or(0, |m| m.span.end());
            marks.push(Mark::parse(mark, text, from).unwrap_or_else(|fault| panic!("{}.toml: {fault}", pack.key)));
        }
        let found = extract(text, pack, sentence.published.parse().ok());
        let mut read: Vec<Mark> = found.iter().map(|q| Mark::read(q, text)).collect();
        self.marked += marks.len();
        self.read += read.len();
        let mut lines = Vec::new();
        for mark in &marks {
            let Some(at) = read.iter().position(|r| r.span.overlaps(mark.span) && r.value == mark.value) else {
                lines.push(format!("  missed    {}", mark.show(text)));
                continue;
            };
            let answer = read.remove(at);
            self.right += 1;
            self.right_kind += usize::from(answer.kind == mark.kind);
            self.right_noun += usize::from(answer.noun == mark.noun);
            if answer.kind != mark.kind || answer.noun != mark.noun {
                lines.push(format!("  other     {}   for {}", answer.show(text), mark.show(text)));
            }
        }
        lines.extend(read.iter().map(|r| format!("  invented  {}", r.show(text))));
        if !lines.is_empty() {
            self.told.push_str(&format!("{}: {text}\n{}\n", pack.key, lines.join("\n")));
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize| part as f64 / self.right.max(1) as f64;
        write!(
            f,
            "{:>4} marked, {:>4} read: precision {:.3}, recall {:.3}; of the right ones kind {:.3}, noun {:.3}",
            self.marked,
            self.read,
            self.precision(),
            self.recall(),
            share(self.right_kind),
            share(self.right_noun)
        )
    }
}

#[test]
#[allow(clippy::print_stdout)] // the figures are what a person runs this for: cargo test --test cases marked -- --nocapture
fn marked_sentences_are_read_as_a_person_marked_them() {
    // The packs as they stand in the folder: whoever mends one runs the built test again and need not build.
    let (languages, mistakes) = Registry::with_folder(&super::root().join("assets/languages"));
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let (mut told, mut short) = (String::new(), Vec::new());
    for path in super::entries(&super::root().join("tests/figures")) {
        let Some(key) = path.file_name().and_then(|n| n.to_str()?.strip_suffix(".toml")) else { continue };
        let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{key}.toml: {e}"));
        let file: File = toml::from_str(&text).unwrap_or_else(|e| panic!("{key}.toml: {e}"));
        let pack = languages.find(key).unwrap_or_else(|| panic!("{key}.toml: there is no such language"));
        let mut score = Score::default();
        file.sentences.iter().for_each(|s| score.add(s, pack));
        println!("{key}: {:>3} sentences, {score}", file.sentences.len());
        if score.precision() < file.floor || score.recall() < file.floor {
            short.push(format!("{key}: {score}, and {} is asked for", file.floor));
        }
        told.push_str(&format!("{key}: {score}\n\n{}\n", score.told));
    }
    let list = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures.txt");
    fs::write(&list, told).expect("the target folder can be written");
    assert!(short.is_empty(), "\n{}\nwhat went wrong: {}", short.join("\n"), list.display());
}

#[test]
fn marks_are_read() {
    let text = "Murieron 40 de los 240 viajeros";
    for (mark, expected) in [
        ("40 = 40 count", "40 = 40 count"),
        ("de los 240 = 200..240 count, viajeros", "de los 240 = 200..240 count, viajeros"),
        ("240 = 5.. rate", "240 = 5.. rate"),
        ("240 = ..3.50 money", "240 = ..3.50 money"),
        ("40 = 2025-08-13 date", "40 = 2025-08-13 date"),
        ("40 = 3-1 score", "40 = 3-1 score"),
    ] {
        assert_eq!(Mark::parse(mark, text, 0).map(|m| m.show(text)), Ok(expected.to_owned()));
    }
    for wrong in ["40", "41 = 41 count", "40 = 40"] {
        assert!(Mark::parse(wrong, text, 0).is_err(), "{wrong}");
    }
}
