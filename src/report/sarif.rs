//! The report as SARIF 2.1.0 (OASIS): for editors, issue trackers and pipelines that show what checkers find in files.
//!
//! What is flagged is a result. Its first location is that of who stands apart, where somebody does; the others are related
//! to it. Offsets count code points of the article's extracted text, which the run says of itself.

use super::{Fact, Report, json::pretty, uri};
use crate::{
    finding::{Check, Disagreement, Standing, Verdict},
    wording::Wording,
};
use serde_json::{Value, json};

/// Under this name results are recognised from run to run. It changes when fingerprints are made otherwise.
const FINGERPRINT: &str = "cotejoFinding/v1";

/// The report as a SARIF log, with a line break at its end.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> String {
    pretty(&log(report, words))
}

fn log(report: &Report, words: &Wording) -> Value {
    let results: Vec<Value> = report.flagged().map(|fact| result(report, fact, words)).collect();
    let artifacts: Vec<Value> = report.articles.iter().map(artifact).collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Cotejo",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": report.language,
                "fullDescription": {"text": words.text("report-method-text")},
                "rules": rules(words)
            }},
            "language": report.language,
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": notifications(report)}],
            "artifacts": artifacts,
            "results": results,
            "properties": {"offsets": "code points of the article's extracted text"}
        }]
    })
}

/// A rule: a way of disagreeing, or a check within one article.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    Way(Disagreement),
    Check(Check),
}

impl Rule {
    fn all() -> impl Iterator<Item = Self> {
        let ways = Disagreement::ALL.into_iter().filter(|w| *w != Disagreement::Within);
        ways.map(Self::Way).chain(Check::ALL.map(Self::Check))
    }

    fn of(fact: &Fact) -> Self {
        let way = fact.disagreement.filter(|w| *w != Disagreement::Within).unwrap_or(Disagreement::OtherValue);
        fact.check.map_or(Self::Way(way), Self::Check)
    }

    fn id(self) -> String {
        match self {
            Self::Way(way) => format!("way/{}", way.key()),
            Self::Check(check) => format!("check/{}", check.key()),
        }
    }

    /// Its name as the standard likes it: "PowerOfTen".
    fn name(self) -> String {
        let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
        self.id().split(['/', '-']).skip(usize::from(matches!(self, Self::Way(_)))).map(capital).collect()
    }

    /// The message of its name.
    fn key(self) -> String {
        self.id().replace('/', "-")
    }
}

fn rules(words: &Wording) -> Vec<Value> {
    let rule = |rule: Rule| {
        json!({
            "id": rule.id(),
            "name": rule.name(),
            "shortDescription": {"text": words.text(&rule.key())},
            "defaultConfiguration": {"level": "warning"}
        })
    };
    Rule::all().map(rule).collect()
}

/// What could not be read, and what is to be known about what was.
fn notifications(report: &Report) -> Vec<Value> {
    let place = |file: &str| json!([{"physicalLocation": {"artifactLocation": {"uri": uri::of_file(file)}}}]);
    let unread = report
        .unread
        .iter()
        .map(|u| json!({"level": "error", "message": {"text": u.reason}, "locations": place(&u.file)}));
    let notices = report.notices.iter().map(|n| {
        let file = &report.articles[n.article as usize].file;
        json!({"level": "note", "message": {"text": n.message}, "locations": place(file)})
    });
    unread.chain(notices).collect()
}

fn artifact(source: &super::Source) -> Value {
    let mut artifact = json!({
        "location": {"uri": uri::of_file(&source.file)},
        "roles": ["analysisTarget"],
        "properties": {"letter": source.letter, "outlet": source.name, "title": source.title, "date": source.date,
            "language": source.language}
    });
    if !source.sha256.is_empty() {
        artifact["hashes"] = json!({"sha-256": source.sha256});
    }
    artifact
}

fn result(report: &Report, fact: &Fact, words: &Wording) -> Value {
    let rule = Rule::of(fact);
    let index = Rule::all().position(|r| r == rule);
    let apart = fact.ledger.iter().find(|c| matches!(c.standing, Standing::Apart(_)));
    let first = apart.map_or(0, |c| c.mention);
    let others = (0..fact.mentions.len()).filter(|m| *m != first);
    let related: Vec<Value> = others.enumerate().map(|(id, m)| location(report, fact, m, Some(id))).collect();
    let mut result = json!({
        "ruleId": rule.id(),
        "ruleIndex": index,
        "level": if fact.verdict == Verdict::Conflict { "error" } else { "warning" },
        "message": {"text": message(report, fact, words)},
        "locations": [location(report, fact, first, None)],
        "relatedLocations": related,
        "partialFingerprints": {FINGERPRINT: fact.id},
        "rank": f64::from((fact.severity.clamp(0.0, 1.0) * 1000.0).round()) / 10.0,
        "properties": {"verdict": fact.verdict, "confidence": fact.confidence, "topic": fact.topic,
            "kind": fact.kind, "status": fact.status, "note": fact.note}
    });
    if fact.status == "dismissed" {
        let note = Some(fact.note.as_str()).filter(|n| !n.is_empty());
        let why = std::iter::once(fact.decision.as_str()).chain(note).collect::<Vec<_>>().join(". ");
        result["suppressions"] = json!([{"kind": "external", "status": "accepted", "justification": why}]);
    }
    result
}

/// What is told of a result: its verdict, what it is about, what each source says, and why.
fn message(report: &Report, fact: &Fact, words: &Wording) -> String {
    let verdict = words.text(&format!("verdict-{}", fact.verdict.key()));
    let topic = if fact.topic.is_empty() { words.text(fact.kind_key()) } else { fact.topic.clone() };
    let said = |c: &super::ledger::Cell| format!("{}: {}", report.articles[c.article.0 as usize].name, c.text());
    let said: Vec<String> = fact.ledger.iter().map(said).collect();
    let mut lines = vec![format!("{verdict}: {topic}"), said.join(" · ")];
    lines.extend(fact.reasons.iter().cloned());
    lines.extend(super::text::reasoned(fact).iter().flat_map(|p| p.reasons.iter().chain(&p.against).cloned()));
    let mut told: Vec<String> = Vec::new();
    for line in lines.into_iter().filter(|l| !l.is_empty()) {
        if !told.contains(&line) {
            told.push(line);
        }
    }
    told.join("\n")
}

fn location(report: &Report, fact: &Fact, mention: usize, id: Option<usize>) -> Value {
    let mention = &fact.mentions[mention];
    let source = report.source(mention);
    let figure = &mention.figure;
    let before = mention.prefix.chars().count().min(figure.start);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": {"uri": uri::of_file(&source.file), "index": source.id},
            "region": {
                "charOffset": figure.start,
                "charLength": figure.end - figure.start,
                "snippet": {"text": figure.exact}
            },
            "contextRegion": {
                "charOffset": figure.start - before,
                "charLength": before + figure.end - figure.start + mention.suffix.chars().count(),
                "snippet": {"text": format!("{}{}{}", mention.prefix, figure.exact, mention.suffix)}
            }
        },
        "message": {"text": format!("{}: {}", source.name, mention.sentence)}
    });
    if let Some(id) = id {
        location["id"] = json!(id);
    }
    location
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn run(language: &str) -> Value {
        log(&sample::report("A"), &Wording::new(language))["runs"][0].clone()
    }

    #[test]
    fn the_log_is_as_the_standard_asks() {
        for language in Wording::languages() {
            sample::assert_valid("sarif", &print(&sample::report("A"), &Wording::new(language)));
        }
    }

    #[test]
    fn every_rule_has_a_name() {
        let names: Vec<String> = Rule::all().map(Rule::name).collect();
        assert!(names.contains(&"PowerOfTen".to_owned()) && names.contains(&"CheckSum".to_owned()), "{names:?}");
        for language in Wording::languages() {
            let words = Wording::new(language);
            for rule in Rule::all() {
                assert_ne!(words.text(&rule.key()), rule.key(), "{language}");
            }
        }
    }

    #[test]
    fn a_result_says_where_and_by_what_it_is_known_again() {
        let run = run("es");
        let result = &run["results"][0];
        assert_eq!(result["level"], "warning");
        assert_eq!(result["partialFingerprints"], json!({"cotejoFinding/v1": "0123"}));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region, &json!({"charOffset": 8, "charLength": 13, "snippet": {"text": "más de 11.000"}}));
        let around = &result["locations"][0]["physicalLocation"]["contextRegion"];
        assert_eq!((&around["charOffset"], &around["charLength"]), (&json!(0), &json!(45)));
        assert_eq!(around["snippet"]["text"], "Envió a más de 11.000 soldados, según Seúl. A");
        assert_eq!(result["relatedLocations"][0]["id"], 0);
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("a place") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        // It was dismissed, with a note.
        assert_eq!(result["suppressions"][0]["justification"], "Descartado: Redondeo. A");
    }
}
