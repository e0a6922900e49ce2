//! JSON and lines of JSON: articles as programs that fetch them write them (trafilatura, newspaper4k, news APIs).

use super::{Delivery, debris, html, plain};
use crate::article::{Notice, draft::Draft};
use serde_json::{Map, Value};

/// Names under which programs put a story's text, the plainest first.
const TEXT: &[&str] = &[
    "text",
    "maintext",
    "articleBody",
    "article_text",
    "full_text",
    "cleaned_text",
    "body",
    "content",
    "raw_text",
    "raw-text",
    "content_text",
    "content_html",
    "html",
    "raw_html",
];
const TITLE: &[&str] = &["title", "headline"];
const PUBLISHED: &[&str] = &[
    "date",
    "publish_date",
    "date_publish",
    "published",
    "published_at",
    "publishedAt",
    "datePublished",
    "date_published",
    "publication_date",
    "pubDate",
];
const OUTLET: &[&str] = &[
    "sitename",
    "site_name",
    "source-hostname",
    "outlet",
    "publisher",
    "publication",
    "source",
    "source_domain",
    "source-domain",
    "hostname",
    "domain",
    "source_url",
    "url",
];
const BYLINE: &[&str] = &["author", "authors", "byline"];
const LANGUAGE: &[&str] = &["language", "lang", "meta_lang", "inLanguage"];
/// How deep a list of articles may lie within what wraps it: `{"response": {"results": [...]}}`.
const DEEPEST: usize = 4;

/// Whether a text is JSON by how it begins, whatever its name.
#[must_use]
pub fn begins(text: &str) -> bool {
    let rest = text.trim_start();
    let inner = rest.strip_prefix('[').map_or(rest, str::trim_start);
    inner.strip_prefix('{').is_some_and(|r| r.trim_start().starts_with('"'))
}

/// Reads the articles of one JSON value, or of one on each line. What is JSON by its beginning alone is read as plain text.
#[must_use]
pub fn read(text: &str) -> Delivery {
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let mut records = Vec::new();
        gather(&value, 0, &mut records);
        return delivery(&records, 0);
    }
    let lines: Vec<Option<Value>> =
        text.lines().map(str::trim).filter(|l| !l.is_empty()).map(|l| serde_json::from_str(l).ok()).collect();
    let broken = lines.iter().filter(|l| l.is_none()).count();
    // A value that was cut off and laid out over lines holds no line that is a record.
    let mut records = Vec::new();
    lines.iter().flatten().for_each(|value| gather(value, 0, &mut records));
    if records.is_empty() {
        return plain::read(text).into();
    }
    delivery(&records, broken)
}

/// The records that lie in a value: itself where it holds a text, or else those in its lists.
fn gather<'v>(value: &'v Value, depth: usize, records: &mut Vec<&'v Map<String, Value>>) {
    match value {
        Value::Object(object) if first(object, TEXT).is_some() => records.push(object),
        Value::Object(object) if depth < DEEPEST => {
            // Lists alone are followed, and what wraps them: an article without a text is still one of those expected.
            let before = records.len();
            object.values().filter(|v| v.is_array() || v.is_object()).for_each(|v| gather(v, depth + 1, records));
            if records.len() == before && first(object, TITLE).is_some() {
                records.push(object);
            }
        }
        Value::Array(list) if depth < DEEPEST => list.iter().for_each(|v| gather(v, depth + 1, records)),
        _ => {}
    }
}

fn delivery(records: &[&Map<String, Value>], broken: usize) -> Delivery {
    let expected = Some(records.len() + broken);
    let mut drafts: Vec<Draft> = records.iter().filter_map(|record| draft(record)).collect();
    if let Some(first) = drafts.first_mut().filter(|_| broken > 0) {
        first.notices.push(Notice::new("load-broken-records", &[("count", &broken.to_string())]));
    }
    Delivery { drafts, expected }
}

/// The article of a record; none where it holds no words.
fn draft(record: &Map<String, Value>) -> Option<Draft> {
    let text = first(record, TEXT)?;
    let is_page = text.trim_start().starts_with('<') && debris::holds_tags(&text);
    let mut draft = if is_page { html::read(&text) } else { plain::read(&text) };
    // What the record says goes before what its text seems to say.
    draft.title = first(record, TITLE).or(draft.title);
    draft.published = first(record, PUBLISHED).or(draft.published);
    draft.outlet = first(record, OUTLET).map(|o| host(&o)).or(draft.outlet);
    draft.byline = first(record, BYLINE).or(draft.byline);
    draft.language = first(record, LANGUAGE).or(draft.language);
    (!draft.pieces.is_empty()).then_some(draft)
}

/// The words of the first of these fields that has any.
fn first(record: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| words(record.get(*name)?)).filter(|w| !w.trim().is_empty())
}

/// A value's words: itself, the name of a thing, or all of a list.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()).filter(|t| !t.trim().is_empty()),
        Value::Object(thing) => thing.get("name").and_then(Value::as_str).map(str::to_owned),
        Value::Array(list) => {
            let all: Option<Vec<&str>> =
                list.iter().map(|v| v.as_str().or_else(|| v.get("name").and_then(Value::as_str))).collect();
            all.filter(|all| !all.is_empty()).map(|all| all.join(", "))
        }
        _ => None,
    }
}

/// Of an address the part that names the newspaper: `https://www.elvalle.pe/a/b` → "elvalle.pe".
#[must_use]
pub fn host(name: &str) -> String {
    let Some((_, rest)) = name.split_once("://") else { return name.trim().to_owned() };
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, titles: &[&str], expected: usize, broken: usize) -> Delivery {
        assert!(begins(text), "{text}");
        let delivery = read(text);
        let found: Vec<&str> = delivery.drafts.iter().map(|d| d.title.as_deref().unwrap_or("–")).collect();
        assert_eq!((found.as_slice(), delivery.expected), (titles, Some(expected)), "{text}");
        let notices: usize = delivery.drafts.iter().map(|d| d.notices.len()).sum();
        assert_eq!(notices, usize::from(broken > 0), "{text}");
        delivery
    }

    #[test]
    fn one_or_many() {
        check(r#"{"title": "Uno", "text": "El río creció."}"#, &["Uno"], 1, 0);
        check(r#"[{"title": "Uno", "text": "a"}, {"headline": "Dos", "body": "b"}]"#, &["Uno", "Dos"], 2, 0);
        check(r#"{"status": "ok", "articles": [{"title": "Uno", "content": "a"}]}"#, &["Uno"], 1, 0);
        check(
            "{\"title\": \"Uno\", \"text\": \"a\"}\n{\"title\": \n{\"title\": \"Dos\", \"text\": \"b\"}\n",
            &["Uno", "Dos"],
            3,
            1,
        );
        check(r#"[{"title": "Uno", "text": "a"}, {"title": "Dos", "text": null}]"#, &["Uno"], 2, 0);
        check(r#"{"title": "Uno", "text": ""}"#, &[], 1, 0);
    }

    #[test]
    fn what_a_record_says_of_itself() {
        let record = r#"{"title": "Cae un puente", "author": "Ana Gil", "hostname": "elvalle.pe", "date": "2025-11-03",
            "source-hostname": "El Valle", "language": "es", "source": "https://elvalle.pe/a", "text": "Uno.\nDos."}"#;
        let draft = check(record, &["Cae un puente"], 1, 0).drafts.remove(0);
        assert_eq!(draft.outlet.as_deref(), Some("El Valle"));
        assert_eq!(draft.byline.as_deref(), Some("Ana Gil"));
        assert_eq!(draft.published.as_deref(), Some("2025-11-03"));
        assert_eq!(draft.language.as_deref(), Some("es"));
        assert_eq!(draft.pieces.len(), 2);
        let record =
            r#"{"title": "a", "authors": ["Ana Gil", "Leo Paz"], "source_url": "https://www.elvalle.pe", "text": "b"}"#;
        let draft = check(record, &["a"], 1, 0).drafts.remove(0);
        assert_eq!(draft.outlet.as_deref(), Some("elvalle.pe"));
        assert_eq!(draft.byline.as_deref(), Some("Ana Gil, Leo Paz"));
    }

    #[test]
    fn what_only_begins_so() {
        for text in ["[Lima] Uno", "{a}", "", "[1, 2]"] {
            assert!(!begins(text), "{text}");
        }
        assert_eq!(read("{\"title\": \"Uno\",\n \"text\": \"a").drafts.len(), 1);
    }
}
