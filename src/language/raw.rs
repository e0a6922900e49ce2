//! The file of a language as it was written: every value is asked for by its place, and what nobody asked for is a mistake.

use super::pack::{Example, PackError};
use crate::assets;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// The file of a language as it was written.
pub(super) struct Raw {
    file: String,
    table: Table,
    asked: BTreeSet<String>,
}

impl Raw {
    /// Reads the text as TOML.
    pub(super) fn parse(file: &str, text: &str) -> Result<Self, PackError> {
        let table = text.parse::<Table>().map_err(|e| {
            let line = e.span().map_or(1, |s| text.get(..s.start).unwrap_or_default().matches('\n').count() + 1);
            let example = "one = [\"un\", \"una\"]".to_owned();
            PackError { file: file.to_owned(), key: format!("line {line}"), problem: e.message().to_owned(), example }
        })?;
        Ok(Self { file: file.to_owned(), table, asked: BTreeSet::new() })
    }

    /// A mistake at a place of this file.
    pub(super) fn error(&self, key: &str, problem: &str) -> PackError {
        let example = right_at(key).unwrap_or_default();
        PackError { file: self.file.clone(), key: key.to_owned(), problem: problem.to_owned(), example }
    }

    /// The value at a place such as "numbers.one".
    fn value(&mut self, place: &str) -> Option<&Value> {
        self.asked.insert(place.to_owned());
        let mut parts = place.split('.');
        let mut value = self.table.get(parts.next()?)?;
        for part in parts {
            value = value.as_table()?.get(part)?;
        }
        Some(value)
    }

    /// A list of words; empty where there is none.
    pub(super) fn words(&mut self, place: &str) -> Result<Vec<String>, PackError> {
        let found = self.value(place).map(words_of);
        found
            .unwrap_or(Some(Vec::new()))
            .ok_or_else(|| self.error(place, "expected a list of words: [\"one\", \"two\"]"))
    }

    /// A table of lists of words.
    pub(super) fn lists(&mut self, place: &str) -> Result<Vec<(String, Vec<String>)>, PackError> {
        self.entries(place, "expected a table of lists of words: km = [\"kilometre\"]", words_of)
    }

    /// A table of words with a text each.
    pub(super) fn texts(&mut self, place: &str) -> Result<Vec<(String, String)>, PackError> {
        self.entries(place, "expected a table of words: week = \"week\"", |v| v.as_str().map(str::to_owned))
    }

    /// A table of words with a number each, which may be written as a text to keep it exact: "0.5".
    pub(super) fn numbers(&mut self, place: &str) -> Result<Vec<(String, Decimal)>, PackError> {
        self.entries(place, "expected a table of words with a number each: two = 2", |v| match v {
            Value::Integer(n) => Some(Decimal::from(*n)),
            Value::String(s) => s.parse().ok(),
            _ => None,
        })
    }

    fn entries<T>(
        &mut self,
        place: &str,
        expected: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Result<Vec<(String, T)>, PackError> {
        let Some(value) = self.value(place) else { return Ok(Vec::new()) };
        let entries = value.as_table().map(|t| t.iter().map(|(k, v)| (k.clone(), read(v))).collect::<Vec<_>>());
        let entries = entries.ok_or_else(|| self.error(place, expected))?;
        entries
            .into_iter()
            .map(|(k, v)| v.map(|v| (k.clone(), v)).ok_or_else(|| self.error(&format!("{place}.{k}"), expected)))
            .collect()
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, place: &str) -> Result<String, PackError> {
        let found = self.value(place).and_then(Value::as_str).map(str::to_owned);
        found.ok_or_else(|| self.error(place, "expected a text here"))
    }

    /// True or false, which must be there.
    pub(super) fn flag(&mut self, place: &str) -> Result<bool, PackError> {
        let found = self.value(place).and_then(Value::as_bool);
        found.ok_or_else(|| self.error(place, "expected true or false here"))
    }

    /// True or false, where it is there.
    pub(super) fn flag_or(&mut self, place: &str, otherwise: bool) -> Result<bool, PackError> {
        let found = self.value(place).map_or(Some(otherwise), Value::as_bool);
        found.ok_or_else(|| self.error(place, "expected true or false here"))
    }

    /// The examples.
    pub(super) fn examples(&mut self) -> Result<Vec<Example>, PackError> {
        let Some(value) = self.value("examples").cloned() else { return Ok(Vec::new()) };
        let wrong =
            |i: usize| self.error(&format!("examples[{i}]"), "expected text = \"…\" and figures = [\"2 = 2 count\"]");
        let list = value.as_array().ok_or_else(|| wrong(0))?;
        let read = |(i, v): (usize, &Value)| {
            let field = |key: &str| v.get(key).and_then(Value::as_str).map(str::to_owned);
            let figures = v.get("figures").and_then(words_of);
            let text = field("text").ok_or_else(|| wrong(i))?;
            Ok(Example {
                text,
                published: field("published").unwrap_or_default(),
                figures: figures.ok_or_else(|| wrong(i))?,
            })
        };
        list.iter().enumerate().map(read).collect()
    }

    /// Complains of the first value that nobody asked for: most likely its key is misspelt.
    pub(super) fn finish(self) -> Result<(), PackError> {
        let unknown = self.table.iter().find_map(|(key, value)| self.unknown(key, value));
        unknown.map_or(Ok(()), |key| Err(self.error(&key, "this key is not known; is it misspelt?")))
    }

    fn unknown(&self, place: &str, value: &Value) -> Option<String> {
        if self.asked.contains(place) {
            return None;
        }
        let table = value.as_table().filter(|t| !t.is_empty());
        let Some(table) = table else { return Some(place.to_owned()) };
        let inside = self.asked.iter().any(|a| a.strip_prefix(place).is_some_and(|rest| rest.starts_with('.')));
        if !inside {
            return Some(place.to_owned());
        }
        table.iter().find_map(|(key, value)| self.unknown(&format!("{place}.{key}"), value))
    }
}

/// What stands at a place of a language that the program carries, as a line of its file; of a table its first line.
fn right_at(key: &str) -> Option<String> {
    let packs = assets::LANGUAGE_PACKS.iter().filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok()?.parse().ok());
    packs.into_iter().find_map(|table: Table| {
        let mut here = Value::Table(table);
        let mut name = "";
        for part in key.split('.') {
            let part = part.split('[').next().unwrap_or(part);
            let Some(inside) = here.get(part) else { break };
            (here, name) = (inside.clone(), part);
        }
        // A misspelt word of a table, or a whole table: its first line tells what its lines look like.
        if let Value::Table(table) = here {
            let (first, value) = table.iter().find(|(_, v)| !v.is_table())?;
            return (!name.is_empty()).then(|| line(first, value));
        }
        (!name.is_empty()).then(|| line(name, &here))
    })
}

/// A line of a language's file, its lists cut to the first words.
fn line(key: &str, value: &Value) -> String {
    let plain = key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let key = if plain { key.to_owned() } else { format!("{key:?}") };
    match value {
        Value::Array(list) => {
            let few: Vec<String> = list.iter().take(2).map(ToString::to_string).collect();
            format!("{key} = [{}]", few.join(", "))
        }
        other => format!("{key} = {other}"),
    }
}

fn words_of(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|v| v.as_str().map(str::to_owned)).collect()
}
