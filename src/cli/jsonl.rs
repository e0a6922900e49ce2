//! Lines of JSON in, lines of JSON out, in order. A bad line is answered with its error, and the rest goes on.

use super::{Outcome, output};
use crate::wording::Wording;
use jiff::civil::{Date, Time};
use serde_json::{Map, Value, json};
use std::io::{self, BufRead, BufWriter, Write};

/// Answers every line of standard input. `answer` makes the fields that follow `id`, or says what is wrong.
pub fn answer_lines(words: &Wording, answer: impl Fn(&Line) -> Result<Map<String, Value>, String>) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let written = answer_all(&mut input, &mut out, answer).and_then(|()| out.flush());
    output::finish(written, words).err().unwrap_or(Outcome::Calm)
}

fn answer_all(
    input: &mut impl BufRead,
    out: &mut impl Write,
    answer: impl Fn(&Line) -> Result<Map<String, Value>, String>,
) -> io::Result<()> {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let reply = match Line::read(&bytes) {
            Err(error) => json!({"id": null, "error": error}),
            Ok(line) => match answer(&line) {
                Ok(fields) => {
                    let mut reply = Map::from_iter([("id".to_owned(), line.id())]);
                    reply.extend(fields);
                    Value::Object(reply)
                }
                Err(error) => json!({"id": line.id(), "error": error}),
            },
        };
        serde_json::to_writer(&mut *out, &reply)?;
        out.write_all(b"\n")?;
    }
}

/// One line: an object.
#[derive(Debug)]
pub struct Line(Map<String, Value>);

impl Line {
    fn read(bytes: &[u8]) -> Result<Self, String> {
        match serde_json::from_slice(bytes) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => Err("expected a JSON object".to_owned()),
            Err(error) => Err(format!("not JSON: {error}")),
        }
    }

    fn id(&self) -> Value {
        self.0.get("id").cloned().unwrap_or(Value::Null)
    }

    /// The text of a field that must be there.
    pub fn text(&self, field: &str) -> Result<&str, String> {
        self.optional(field)?.ok_or_else(|| format!("\"{field}\" is missing"))
    }

    /// The text of a field that may be missing or null.
    pub fn optional(&self, field: &str) -> Result<Option<&str>, String> {
        match self.0.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(format!("\"{field}\" must be a string")),
        }
    }

    /// A date that may be missing, and the hour behind it that may be missing as well.
    pub fn date(&self, field: &str) -> Result<Option<(Date, Option<Time>)>, String> {
        let Some(text) = self.optional(field)? else { return Ok(None) };
        let (day, hour) = text.split_once(['T', ' ']).map_or((text, None), |(day, hour)| (day, hour.parse().ok()));
        let day = day.parse().map_err(|_| format!("\"{field}\" must be a date such as 2025-08-13"))?;
        Ok(Some((day, hour)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &[u8], expected: &[&str]) {
        let mut out = Vec::new();
        let answer = |line: &Line| {
            let text = line.text("text")?;
            line.date("reference")?;
            Ok(Map::from_iter([("length".to_owned(), json!(text.len()))]))
        };
        answer_all(&mut &*input, &mut out, answer).expect("memory can be written");
        let lines: Vec<_> = std::str::from_utf8(&out).expect("UTF-8").lines().collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn bad_lines_are_answered_and_the_rest_goes_on() {
        check(
            b"{\"id\":1,\"text\":\"abc\"}\n\n{\"id\":\"x\"}\n[]\n{\"id\":2,\"text\":\"\",\"reference\":\"2025-08-13T10:00\"}",
            &[
                r#"{"id":1,"length":3}"#,
                r#"{"error":"\"text\" is missing","id":"x"}"#,
                r#"{"error":"expected a JSON object","id":null}"#,
                r#"{"id":2,"length":0}"#,
            ],
        );
        check(
            b"{\"id\":3,\"text\":4}\n{\"id\":4,\"text\":\"\",\"reference\":\"soon\"}\n",
            &[
                r#"{"error":"\"text\" must be a string","id":3}"#,
                r#"{"error":"\"reference\" must be a date such as 2025-08-13","id":4}"#,
            ],
        );
    }

    #[test]
    fn what_is_not_json_has_no_id() {
        let mut out = Vec::new();
        answer_all(&mut &b"{\"id\":\"\xff\"}\nnope\n"[..], &mut out, |_| Ok(Map::new()))
            .expect("memory can be written");
        let lines: Vec<_> = std::str::from_utf8(&out).expect("UTF-8").lines().collect();
        assert!(
            lines.len() == 2 && lines.iter().all(|l| l.contains("\"id\":null") && l.contains("not JSON")),
            "{lines:?}"
        );
    }
}
