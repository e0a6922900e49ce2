//! The report as Web Annotations (W3C Web Annotation Data Model): one for every mention, that other programs lay over the
//! articles.
//!
//! Positions count code points of the article's extracted text, as the model recommends; the quotation finds the place where
//! another program extracts the text otherwise.

use super::{
    Fact, Mention, Report, each_once,
    json::pretty,
    stored::{Stored, StoredArticle, StoredFinding, StoredMention},
    uri,
};
use crate::article::split::Part;
use serde_json::{Value, json};

/// The report as a collection of annotations in JSON-LD, with a line break at its end.
#[must_use]
pub fn print(report: &Report) -> String {
    pretty(&collection(report))
}

fn collection(report: &Report) -> Value {
    let facts = || report.findings.iter();
    let items: Vec<Value> =
        facts().flat_map(|fact| (0..fact.mentions.len()).map(move |m| annotation(report, fact, m))).collect();
    let names: Vec<&str> =
        facts().map(|f| f.id.as_str()).chain(report.articles.iter().map(|a| a.sha256.as_str())).collect();
    let name = uri::of_thing(&names);
    let page = uri::of_thing(&[&name, "first"]);
    json!({
        // What the model has no word for has one of ours.
        "@context": ["http://www.w3.org/ns/anno.jsonld", {
            "cotejo": "urn:cotejo:",
            "sha256": "cotejo:sha256",
            "part": "cotejo:part",
            "positions": "cotejo:positions",
            "finding": "cotejo:finding",
            "verdict": "cotejo:verdict"
        }],
        "id": name,
        "type": "AnnotationCollection",
        "label": report.generator,
        "positions": "Unicode code points of the article's extracted text, from 0, end exclusive",
        "total": items.len(),
        "first": {"id": page, "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    })
}

fn annotation(report: &Report, fact: &Fact, place: usize) -> Value {
    let mention = &fact.mentions[place];
    let source = report.source(mention);
    let start = mention.figure.start.to_string();
    json!({
        "id": uri::of_thing(&[&fact.id, &source.sha256, &source.file, &start]),
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"type": "Software", "name": report.generator},
        "finding": fact.id,
        "verdict": fact.verdict,
        "body": bodies(report, fact, place),
        "target": target(report, mention)
    })
}

/// The finding, its verdict and its topic as tags; the reasons, the decision and the note as comments.
fn bodies(report: &Report, fact: &Fact, place: usize) -> Vec<Value> {
    let tag =
        |value: &str| json!({"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value});
    let say = |purpose: &str, value: &str| {
        json!({
            "type": "TextualBody", "purpose": purpose, "format": "text/plain",
            "language": report.language, "value": value
        })
    };
    let mut bodies = vec![tag(&fact.id), tag(fact.verdict.key())];
    bodies.extend((!fact.topic.is_empty()).then(|| tag(&fact.topic)));
    bodies.extend(reasons(fact, place).iter().map(|r| say("describing", r)));
    bodies.extend((fact.status != "open").then(|| say("assessing", &fact.decision)));
    bodies.extend((!fact.note.is_empty()).then(|| say("commenting", &fact.note)));
    bodies
}

/// Why this mention stands as it does: the reasons of the finding, and of its gravest pairs, each once.
fn reasons(fact: &Fact, place: usize) -> Vec<&str> {
    let own = fact.pairs.iter().filter(|p| p.a == place || p.b == place);
    let gravest = own.clone().map(|p| p.verdict).min();
    let pairs = own.filter(|p| Some(p.verdict) == gravest).flat_map(|p| p.reasons.iter().chain(&p.against));
    each_once(fact.reasons.iter().chain(pairs))
}

fn target(report: &Report, mention: &Mention) -> Value {
    let source = report.source(mention);
    let figure = &mention.figure;
    json!({
        "type": "SpecificResource",
        "source": {
            "id": uri::of_file(&source.file),
            "type": "Text",
            "language": source.language,
            "sha256": source.sha256,
            "part": source.index,
            "cut": source.part
        },
        "selector": [
            {"type": "TextQuoteSelector", "exact": figure.exact, "prefix": mention.prefix, "suffix": mention.suffix},
            {"type": "TextPositionSelector", "start": figure.start, "end": figure.end}
        ]
    })
}

/// What a collection of ours quotes; none where it is another one.
pub(super) fn read_back(collection: &Value) -> Option<Stored> {
    let mut stored = Stored { articles: Vec::new(), findings: Vec::new() };
    for item in collection["first"]["items"].as_array()? {
        let source = &item["target"]["source"];
        let file = uri::to_file(source["id"].as_str()?)?;
        let sha256 = source["sha256"].as_str()?.to_owned();
        let index = u32::try_from(source["part"].as_u64()?).ok()?;
        let part: Option<Part> = serde_json::from_value(source["cut"].clone()).ok()?;
        let same = |a: &StoredArticle| (&a.file, &a.sha256, a.index, &a.part) == (&file, &sha256, index, &part);
        let known = stored.articles.iter().find(|a| same(a)).map(|a| a.id);
        let article = known.unwrap_or_else(|| {
            let id = stored.articles.len() as u32;
            stored.articles.push(StoredArticle { id, letter: String::new(), file, sha256, index, part });
            id
        });
        let mention = quotation(&item["target"]["selector"], article)?;
        let id = item["finding"].as_str()?;
        match stored.findings.last_mut().filter(|f| f.id == id) {
            Some(finding) => finding.mentions.push(mention),
            None => stored.findings.push(StoredFinding { id: id.to_owned(), mentions: vec![mention] }),
        }
    }
    Some(stored)
}

/// The quotation of two selectors. It has no sentence: the words around it stand for it.
fn quotation(selectors: &Value, article: u32) -> Option<StoredMention> {
    let of = |kind: &str| selectors.as_array()?.iter().find(|s| s["type"] == kind);
    let (quote, position) = (of("TextQuoteSelector")?, of("TextPositionSelector")?);
    let text = |key: &str| Some(quote[key].as_str()?.to_owned());
    let place = |key: &str| usize::try_from(position[key].as_u64()?).ok();
    let (exact, prefix, suffix) = (text("exact")?, text("prefix")?, text("suffix")?);
    let sentence = format!("{prefix}{exact}{suffix}");
    Some(StoredMention { article, sentence, exact, prefix, suffix, start: place("start")?, end: place("end")? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_collection_is_as_the_model_asks() {
        sample::assert_valid("annotations", &print(&sample::report("A")));
    }

    #[test]
    fn what_was_printed_is_read_back() {
        let stored = Stored::parse(print(&sample::report("a/b ñ.txt")).as_bytes()).expect("annotations of ours");
        let files: Vec<&str> = stored.articles.iter().map(|a| a.file.as_str()).collect();
        assert_eq!(files, ["a/b ñ.txt", "B"]);
        let mentions: Vec<_> = stored.findings[0].mentions.iter().map(|m| (m.article, m.exact.as_str())).collect();
        assert_eq!((stored.findings.len(), mentions), (1, vec![(0, "más de 11.000"), (1, "unos 15.000")]));
        assert!(stored.findings[0].mentions[0].sentence.starts_with("Envió a más de 11.000 soldados"));
    }

    #[test]
    fn a_mention_is_found_by_its_words_and_by_its_place() {
        let report = sample::report("A");
        let collection = collection(&report);
        let items = collection["first"]["items"].as_array().expect("annotations");
        assert_eq!((items.len(), &collection["total"]), (2, &json!(2)));
        let target = &items[0]["target"];
        assert_eq!(
            target["selector"][0],
            json!({
                "type": "TextQuoteSelector", "exact": "más de 11.000", "prefix": "Envió a ", "suffix": " soldados, según Seúl. A"
            })
        );
        assert_eq!(target["selector"][1], json!({"type": "TextPositionSelector", "start": 8, "end": 21}));
        let tags: Vec<_> = items[0]["body"].as_array().expect("bodies").iter().map(|b| b["value"].clone()).collect();
        assert_eq!(tags[..2], [json!("0123"), json!("tension")]);
        assert_ne!(items[0]["id"], items[1]["id"]);
    }
}
