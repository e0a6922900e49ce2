//! What a web page says of itself: JSON-LD, OpenGraph, meta elements, its title.

use crate::article::draft::fold_white_space;
use dom_query::Document;
use serde_json::Value;

/// What a page says of itself, as it says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The headline.
    pub title: Option<String>,
    /// The newspaper.
    pub outlet: Option<String>,
    /// The author.
    pub byline: Option<String>,
    /// The day and hour of publication.
    pub published: Option<String>,
    /// The language's tag.
    pub language: Option<String>,
}

/// What stands between an article's headline and its newspaper's name in a page's title.
const PARTING: [&str; 6] = [" | ", " – ", " — ", " - ", " · ", " :: "];

impl About {
    /// Looks first at JSON-LD, then at OpenGraph and other meta elements, and last at the title.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let mut about = Self::default();
        for script in document.select("script[type='application/ld+json']").nodes() {
            if let Ok(value) = serde_json::from_str::<Value>(script.text().trim()) {
                about.take_linked_data(&value, 0);
            }
        }
        let meta = |names: &[&str]| {
            names.iter().find_map(|name| {
                ["property", "name", "itemprop", "http-equiv"].iter().find_map(|attribute| {
                    let found = document.select_single(&format!("meta[{attribute}='{name}']"));
                    found.attr("content").map(|c| fold_white_space(&c)).filter(|c| !c.is_empty())
                })
            })
        };
        let fill = |slot: &mut Option<String>, names: &[&str]| *slot = slot.take().or_else(|| meta(names));
        fill(&mut about.title, &["og:title", "twitter:title", "dc.title", "headline"]);
        fill(&mut about.outlet, &["og:site_name", "application-name", "dc.publisher", "publisher"]);
        fill(&mut about.byline, &["author", "article:author", "dc.creator", "byl", "parsely-author"]);
        about.byline = about.byline.filter(|b| !b.contains("://"));
        let days =
            ["article:published_time", "og:published_time", "datePublished", "date", "dc.date", "dc.date.issued"];
        let more =
            ["pubdate", "publish-date", "parsely-pub-date", "sailthru.date", "article.published", "last-modified"];
        fill(&mut about.published, &[days.as_slice(), &more].concat());
        let html = document.select_single("html");
        about.language = html.attr("lang").or_else(|| html.attr("xml:lang")).map(|l| l.trim().to_owned());
        fill(&mut about.language, &["og:locale", "content-language", "language", "dc.language"]);
        about.language = about.language.filter(|l| !l.is_empty());
        about.take_title(&fold_white_space(&document.select_single("head > title").text()));
        about
    }

    /// "Cae un puente | El Valle": the headline, and the newspaper behind it.
    fn take_title(&mut self, title: &str) {
        let parted = PARTING.iter().filter_map(|p| title.rsplit_once(p)).min_by_key(|(_, last)| last.len());
        if let Some((headline, last)) = parted {
            let named =
                (1..=5).contains(&last.split_whitespace().count()) && last.starts_with(|c: char| c.is_uppercase());
            if named && headline.split_whitespace().count() >= 2 {
                self.outlet.get_or_insert_with(|| last.to_owned());
                self.title.get_or_insert_with(|| headline.to_owned());
            }
        }
        if !title.is_empty() {
            self.title.get_or_insert_with(|| title.to_owned());
        }
    }

    /// Looks through JSON-LD for an article, wherever it stands in the graph.
    fn take_linked_data(&mut self, value: &Value, depth: usize) {
        match value {
            _ if depth > 6 => {}
            Value::Array(items) => items.iter().for_each(|v| self.take_linked_data(v, depth + 1)),
            Value::Object(map) => {
                let kind = map.get("@type").map(ToString::to_string).unwrap_or_default();
                if kind.contains("Article") || kind.contains("Posting") || map.contains_key("datePublished") {
                    let keep = |slot: &mut Option<String>, key: &str| {
                        *slot = slot.take().or_else(|| map.get(key).and_then(words));
                    };
                    keep(&mut self.title, "headline");
                    keep(&mut self.published, "datePublished");
                    keep(&mut self.published, "dateCreated");
                    keep(&mut self.outlet, "publisher");
                    keep(&mut self.byline, "author");
                }
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let Some(inner) = map.get(key) {
                        self.take_linked_data(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The words of a value: a text, the name of an object, the names of several.
fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => fold_white_space(text),
        Value::Object(map) => words(map.get("name")?)?,
        Value::Array(items) => items.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        _ => return None,
    };
    (!text.is_empty() && !text.starts_with("http")).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_holds_the_newspaper() {
        for (title, outlet, headline) in [
            ("Cae un puente | El Valle", Some("El Valle"), "Cae un puente"),
            ("Cae un puente - El Valle", Some("El Valle"), "Cae un puente"),
            (
                "Cae un puente - tres años después del primer aviso",
                None,
                "Cae un puente - tres años después del primer aviso",
            ),
            ("Cae un puente", None, "Cae un puente"),
        ] {
            let about = About::of(&Document::from(format!("<head><title>{title}</title></head>")));
            assert_eq!((about.outlet.as_deref(), about.title.as_deref()), (outlet, Some(headline)));
        }
    }
}
