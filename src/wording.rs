//! The program's own words, by key and language: Fluent files, none in code.

use crate::{assets, finding::Reason};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use std::{fmt, sync::Arc};
use unic_langid::LanguageIdentifier;

/// The words of one language. A key that is missing there is looked up in the other languages, and shown as it is where none has it.
#[derive(Clone)]
pub struct Wording {
    key: String,
    bundles: Arc<Vec<FluentBundle<FluentResource>>>,
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wording({})", self.key)
    }
}

impl Wording {
    /// The keys of the languages that the program speaks, in order. A file `es.window.ftl` belongs to the language `es`.
    #[must_use]
    pub fn languages() -> Vec<&'static str> {
        let mut keys: Vec<_> = assets::WORDINGS.iter().filter_map(|(name, _)| name.split('.').next()).collect();
        keys.dedup();
        keys
    }

    /// The words of `language`, a tag such as "es" or "es-MX"; of the first language where it is not known.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let known = Self::languages();
        let short = language.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
        let chosen = known.iter().find(|k| **k == short).unwrap_or(&known[0]);
        let others = known.iter().filter(|k| *k != chosen);
        let bundles = std::iter::once(chosen).chain(others).map(|key| bundle(key)).collect();
        Self { key: (*chosen).to_owned(), bundles: Arc::new(bundles) }
    }

    /// The words of the system's language.
    #[must_use]
    pub fn of_system() -> Self {
        Self::new(&sys_locale::get_locale().unwrap_or_default())
    }

    /// The language's key: "es".
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The words of `key`.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// A text between the quotation marks of the language.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        format!("{}{text}{}", self.text("quotation-opens"), self.text("quotation-closes"))
    }

    /// The words of `key` with texts filled in.
    #[must_use]
    pub fn with(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(name.to_string(), *value);
        }
        self.format(key, &args)
    }

    /// The words of `key` with numbers filled in, so that the wording can choose between one and many.
    #[must_use]
    pub fn count(&self, key: &str, arguments: &[(&str, usize)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            args.set(name.to_string(), FluentValue::from(*value as f64));
        }
        self.format(key, &args)
    }

    /// A reason, for or against, as a sentence. What was printed in the articles stays as it was printed; numbers of the
    /// program's own are written as the language writes them.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        let (key, arguments) = reason.message();
        let mut args = FluentArgs::new();
        for (name, value) in arguments {
            match name {
                "days" => {
                    args.set(name, value.parse::<f64>().map_or(FluentValue::from(value.clone()), FluentValue::from));
                }
                "times" | "factor" | "is" | "all" | "out" | "left" => args.set(name, self.number_text(&value)),
                "parts" => {
                    args.set(name, value.split('+').map(|n| self.number_text(n)).collect::<Vec<_>>().join(" + "));
                }
                "day" | "day-a" | "day-b" => args.set(name, value.parse().map_or(value.clone(), |day| self.date(day))),
                "weekday" => args.set(name, self.text(&format!("weekday-long-{value}"))),
                _ => args.set(name, value),
            }
        }
        self.format(key, &args)
    }

    /// A number as the language writes it: 1.234,5 or 1,234.5.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        self.number_text(&number.normalize().to_string())
    }

    /// A day as the language writes it: 13 de agosto de 2025.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.text(&format!("month-long-{}", date.month()));
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.with("date-long", &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// A day and an hour: 13 de agosto de 2025, 09:05.
    #[must_use]
    pub fn moment(&self, at: DateTime) -> String {
        format!("{}, {:02}:{:02}", self.date(at.date()), at.hour(), at.minute())
    }

    /// Sets the marks of the language into a plain number such as "-1234.5"; anything else is left as it is. Numbers of
    /// four digits are grouped too, as newspapers do.
    fn number_text(&self, plain: &str) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("−", rest));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let is_number =
            !whole.is_empty() && whole.bytes().chain(fraction.unwrap_or("0").bytes()).all(|b| b.is_ascii_digit());
        if !is_number {
            return plain.to_owned();
        }
        let group = self.text("number-group");
        let mut out = sign.to_owned();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push_str(&group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push_str(&self.text("number-decimal"));
            out.push_str(fraction);
        }
        out
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        for bundle in self.bundles.iter() {
            if let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) {
                return bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned();
            }
        }
        key.to_owned()
    }
}

/// All files of one language as one bundle. A mistake in a file is found by the test below, not by the person.
fn bundle(key: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = key.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of direction around what is filled in would be shown as boxes by some fonts and break a search.
    bundle.set_use_isolating(false);
    for (_, bytes) in assets::WORDINGS.iter().filter(|(name, _)| name.split('.').next() == Some(key)) {
        let source = String::from_utf8_lossy(bytes).into_owned();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys(language: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for (name, bytes) in assets::WORDINGS.iter().filter(|(name, _)| name.split('.').next() == Some(language)) {
            let source = std::str::from_utf8(bytes).expect("wordings are UTF-8").to_owned();
            if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
                panic!("{name}: {errors:?}");
            }
            for line in source.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic())) {
                let key = line.split([' ', '=']).next().unwrap_or_default().to_owned();
                assert!(keys.insert(key.clone()), "{name}: {key} stands twice");
            }
        }
        keys
    }

    #[test]
    fn numbers_and_dates_follow_the_language() {
        for (language, number, expected) in [
            ("es", "1234567.5", "1.234.567,5"),
            ("en", "1234567.5", "1,234,567.5"),
            ("es", "-1000", "−1.000"),
            ("en", "999", "999"),
            ("es", "0.25", "0,25"),
            ("es", "1.50", "1,5"),
        ] {
            let number: Decimal = number.parse().expect("a number");
            assert_eq!(Wording::new(language).number(number), expected);
        }
        let date = Date::constant(2025, 8, 13);
        assert_eq!(Wording::new("es").date(date), "13 de agosto de 2025");
        assert_eq!(Wording::new("en").date(date), "13 August 2025");
    }

    #[test]
    fn reasons_are_sentences() {
        let words = |w: &str| w.to_owned();
        for (reason, es, en) in [
            (
                Reason::Apart { times: words("1234.5") },
                "Una cifra es 1.234,5 veces la otra.",
                "One figure is 1,234.5 times the other.",
            ),
            (
                Reason::Later { days: 1 },
                "Una fuente se publicó un día después: podría ser una actualización.",
                "One source was published a day later: this may be an update.",
            ),
            (
                Reason::OtherDay { a: words("1.234"), b: words("martes") },
                "La fecha no es la misma: «1.234» y «martes».",
                "The date is not the same: “1.234” and “martes”.",
            ),
        ] {
            assert_eq!(Wording::new("es").reason(&reason), es);
            assert_eq!(Wording::new("en").reason(&reason), en);
        }
    }

    #[test]
    fn every_language_has_every_message() {
        let languages = Wording::languages();
        let first = keys(languages[0]);
        for other in &languages[1..] {
            let other_keys = keys(other);
            assert_eq!(first.difference(&other_keys).collect::<Vec<_>>(), Vec::<&String>::new(), "missing in {other}");
            assert_eq!(
                other_keys.difference(&first).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "missing in {}",
                languages[0]
            );
        }
    }
}
