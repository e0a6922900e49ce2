//! Drafts of what fact-checkers publish beside an article: schema.org's ClaimReview, without its rating.
//!
//! The program does not know which source is right, so every side of a finding is a claim with a draft of its own, and the
//! rating is left to a person: the draft says so, and no validator takes it for finished.

use super::{Fact, Mention, Report, json::pretty};
use crate::{finding::Verdict, wording::Wording};
use serde_json::{Value, json};

/// The drafts as JSON-LD, with a line break at its end: of the findings that somebody confirmed; while nobody has, of all
/// that are flagged and not dismissed.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> String {
    pretty(&drafts(report, words))
}

fn drafts(report: &Report, words: &Wording) -> Value {
    let flagged = || report.flagged().filter(|f| f.status != "dismissed");
    let any_confirmed = flagged().any(|f| f.status == "confirmed");
    let chosen = flagged().filter(|f| !any_confirmed || f.status == "confirmed");
    let drafts: Vec<Value> = chosen.flat_map(|f| claims(f).into_iter().map(|c| draft(report, f, &c, words))).collect();
    json!({"@context": "https://schema.org", "@graph": drafts})
}

/// The mentions of every claim: those that say the same are one. What does not work out within an article is one claim.
fn claims(fact: &Fact) -> Vec<Vec<usize>> {
    if fact.check.is_some() { vec![(0..fact.mentions.len()).collect()] } else { fact.sides() }
}

fn draft(report: &Report, fact: &Fact, claim: &[usize], words: &Wording) -> Value {
    let mentions: Vec<&Mention> = claim.iter().map(|&m| &fact.mentions[m]).collect();
    let first = mentions[0];
    let rating = json!({
        "@type": "Rating",
        "ratingValue": null,
        "alternateName": null,
        "ratingExplanation": words.text("claimreview-rating")
    });
    json!({
        "@type": "ClaimReview",
        "identifier": {"@type": "PropertyValue", "propertyID": "cotejo", "value": fact.id},
        "creativeWorkStatus": words.text("claimreview-status"),
        "inLanguage": report.language,
        "datePublished": report.made.map(|m| m.date()),
        "url": null,
        "author": {"@type": "Organization", "name": null},
        "claimReviewed": first.sentence,
        "reviewBody": body(report, fact, claim, words),
        "itemReviewed": {
            "@type": "Claim",
            "author": author(report, first, words),
            "datePublished": mentions.iter().filter_map(|m| report.source(m).date).min(),
            "appearance": appearances(report, &mentions)
        },
        "reviewRating": rating
    })
}

/// Who claims it: who is named in the article, in its words, or else the outlet.
fn author(report: &Report, mention: &Mention, words: &Wording) -> Value {
    match &mention.attribution {
        Some(speaker) => {
            json!({"@type": "Organization", "name": speaker, "description": words.text("claimreview-speaker")})
        }
        None => json!({"@type": "Organization", "name": report.source(mention).name}),
    }
}

/// The articles that it appears in, each once. A path on somebody's machine is nothing to publish: the file's hash is.
fn appearances(report: &Report, mentions: &[&Mention]) -> Vec<Value> {
    let mut told = Vec::new();
    let mut appearances = Vec::new();
    for source in mentions.iter().map(|m| report.source(m)) {
        if told.contains(&source.id) {
            continue;
        }
        told.push(source.id);
        appearances.push(json!({
            "@type": "NewsArticle",
            "headline": source.title,
            "inLanguage": source.language,
            "datePublished": source.date,
            "url": null,
            "publisher": {"@type": "Organization", "name": source.name},
            "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": source.sha256}
        }));
    }
    appearances
}

/// What the other sources say, and why the two do not go together.
fn body(report: &Report, fact: &Fact, claim: &[usize], words: &Wording) -> String {
    let others = (0..fact.mentions.len()).filter(|m| !claim.contains(m)).map(|m| &fact.mentions[m]);
    let said = others.map(|m| format!("{}: {}", report.source(m).name, words.quoted(&m.sentence)));
    let within = |mention: &usize| claim.contains(mention);
    let own = |p: &&super::Pair| p.verdict == fact.verdict && (within(&p.a) || within(&p.b));
    let verdict = words.text(&format!("verdict-{}", Verdict::key(fact.verdict)));
    let mut lines = vec![if fact.topic.is_empty() { verdict } else { format!("{verdict}: {}", fact.topic) }];
    for line in said.chain(fact.reasons.iter().cloned()) {
        lines.push(line);
    }
    for reason in fact.pairs.iter().filter(own).flat_map(|p| p.reasons.iter().chain(&p.against)) {
        if !lines.contains(reason) {
            lines.push(reason.clone());
        }
    }
    lines.extend(Some(fact.note.clone()).filter(|n| !n.is_empty()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn graph(status: &'static str) -> Vec<Value> {
        let mut report = sample::report("A");
        report.findings[0].status = status;
        drafts(&report, &Wording::new("es"))["@graph"].as_array().cloned().unwrap_or_default()
    }

    #[test]
    fn the_drafts_are_as_the_vocabulary_asks() {
        for language in Wording::languages() {
            let mut report = sample::report("A");
            report.findings[0].status = "confirmed";
            let report = report.made(jiff::civil::date(2025, 8, 14).at(9, 0, 0, 0));
            sample::assert_valid("claimreview", &print(&report, &Wording::new(language)));
        }
    }

    #[test]
    fn every_side_is_a_claim_and_none_is_rated() {
        for (status, expected) in [("confirmed", 2), ("open", 2), ("dismissed", 0)] {
            assert_eq!(graph(status).len(), expected, "{status}");
        }
        let drafts = graph("confirmed");
        assert_eq!(drafts[0]["claimReviewed"], "Envió a más de 11.000 soldados, según Seúl.");
        assert_eq!(drafts[0]["itemReviewed"]["appearance"][0]["publisher"]["name"], "A");
        assert!(drafts[0]["reviewBody"].as_str().is_some_and(|b| b.contains("Envió a unos 15.000 soldados.")));
        assert!(drafts.iter().all(|d| d["reviewRating"]["ratingValue"].is_null()));
    }

    #[test]
    fn what_was_confirmed_goes_alone() {
        let mut report = sample::report("A");
        report.findings[0].status = "open";
        let mut other = report.findings[0].clone();
        (other.id, other.status) = ("4567".to_owned(), "confirmed");
        report.findings.push(other);
        let drafts = drafts(&report, &Wording::new("es"));
        let told = drafts["@graph"].as_array().expect("drafts");
        assert!(told.len() == 2 && told.iter().all(|d| d["identifier"]["value"] == "4567"));
    }
}
