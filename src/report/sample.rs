//! A small report for the tests of the printers, with a title and a note of the test's choice.

use super::Report;
use crate::{
    analysis::Analysis,
    article::Article,
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle},
    finding::{ByHand, Finding, Fingerprint, Mark, Mention, Pair, Reason, Verdict},
    language::Registry,
    review::{Dismissal, Edit, Entry, Review, Status},
    wording::Wording,
};
use jiff::civil::date;
use std::sync::Arc;

/// Two articles that disagree on soldiers; the first has `hostile` as its title, its outlet, its file and in its text, and
/// the finding as its topic and its note.
pub fn report(hostile: &str) -> Report {
    let languages = Registry::built_in();
    let texts = [
        (hostile, format!("Envió a más de 11.000 soldados, según Seúl. {hostile}")),
        ("B", "Envió a unos 15.000 soldados.".to_owned()),
    ];
    let read = texts.map(|(name, text)| {
        let mut article = Article::from_text(name, &text, "es", Some(date(2025, 8, 13)));
        article.metadata.title = name.to_owned();
        article.metadata.outlet = name.to_owned();
        Arc::new(ReadArticle::read(Arc::new(article), &languages))
    });
    let corpus = Corpus::new(read.to_vec());
    let mention = |article| {
        let quantity: QuantityId = corpus.quantities_of(ArticleId(article)).next().expect("a figure");
        Mention {
            quantity,
            sentence: corpus.sentence_of(quantity),
            article: ArticleId(article),
            attribution: None,
            mark: Mark(0),
            by_hand: ByHand::default(),
        }
    };
    let fingerprint = Fingerprint("0123".to_owned());
    let counted = "soldados".to_owned();
    let pair = Pair {
        a: 0,
        b: 1,
        verdict: Verdict::Tension,
        difference: Some(0.27),
        sameness: 0.9,
        reasons: vec![
            Reason::SameCounted { a: counted.clone(), b: counted },
            Reason::Apart { times: "1.36".to_owned() },
            Reason::OtherSpeaker { a: hostile.to_owned(), b: "B".to_owned() },
        ],
    };
    let finding = Finding {
        fingerprint: fingerprint.clone(),
        verdict: Verdict::Tension,
        severity: 0.8,
        confidence: 0.9,
        topic: hostile.to_owned(),
        kind: crate::quantity::Kind::Count,
        check: None,
        reasons: Vec::new(),
        mentions: vec![mention(0), mention(1)],
        pairs: vec![pair],
    };
    let mut review = Review::default();
    let entry =
        Entry { status: Status::Dismissed(Dismissal::Rounding), note: hostile.to_owned(), marks: finding.marks() };
    let _ = review.apply(Edit { fingerprint, entry });
    let analysis = Analysis { corpus, findings: vec![finding], ..Analysis::default() };
    Report::new(&analysis, &review, &[], &Wording::new("es"))
}

/// Holds a report in JSON to what its form asks: to `tests/schemas/<form>.json`.
pub fn assert_valid(form: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(format!("{form}.json"));
    let schema = std::fs::read_to_string(path).expect("a schema");
    let schema = serde_json::from_str(&schema).expect("a schema in JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema that makes sense");
    let report = serde_json::from_str(text).expect("JSON");
    let flaws: Vec<String> = validator.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(flaws.is_empty(), "{form}:\n{}", flaws.join("\n"));
}
