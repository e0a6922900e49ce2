//! `cotejo compare`: pairs of short texts, line by line.

use super::{
    Outcome,
    jsonl::{Line, answer_lines},
};
use crate::{
    align::Aligned,
    amendment::Amendments,
    analysis::{Analysis, Settings, Unwatched, analyze},
    article::Article,
    concept::Lexicon,
    corpus::{ArticleId, SentenceId},
    finding::{Finding, Verdict},
    language::Registry,
    report::Figure,
    text::CodePoints,
    wording::Wording,
};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Answers every pair of standard input.
pub fn run(words: &Wording) -> Outcome {
    let languages = super::languages(words);
    answer_lines(words, |line| compare(line, &languages, words))
}

fn compare(line: &Line, languages: &Registry, words: &Wording) -> Result<Map<String, Value>, String> {
    let article = |side: &str, language: &str| {
        let text = line.text(side)?;
        let language = line.optional(language)?.unwrap_or_else(|| languages.detect(text).key.as_str());
        Ok::<_, String>(Arc::new(Article::from_text(side, text, language, line.date("reference")?.map(|r| r.0))))
    };
    let articles = [article("a", "lang_a")?, article("b", "lang_b")?];
    let (settings, amendments) = (Settings::default(), Amendments::default());
    let analysis = analyze(&articles, languages, &settings, &amendments, &Unwatched).map_err(|e| e.to_string())?;
    let pairs = pairs(&analysis, words);
    let verdict = pairs.iter().map(|p| p.0).min().map_or("none", Verdict::key);
    let pairs: Vec<_> = pairs.into_iter().map(|p| p.1).collect();
    let similarity = similarity(&analysis);
    let fields = json!({"verdict": verdict, "similarity": similarity, "pairs": pairs});
    Ok(fields.as_object().cloned().unwrap_or_default())
}

/// Every pair of figures, one of either text, that states one fact.
fn pairs(analysis: &Analysis, words: &Wording) -> Vec<(Verdict, Value)> {
    let corpus = &analysis.corpus;
    let points: Vec<_> = corpus.article_ids().map(|id| CodePoints::new(&corpus.article(id).text)).collect();
    let figure = |finding: &Finding, mention: usize| {
        let mention = finding.mentions[mention];
        let points = &points[mention.article.0 as usize];
        Figure::new(corpus.article(mention.article), points, corpus.quantity(mention.quantity))
    };
    let mut found = Vec::new();
    for finding in &analysis.findings {
        for pair in &finding.pairs {
            if finding.mentions[pair.a].article == finding.mentions[pair.b].article {
                continue;
            }
            let reasons: Vec<_> = pair.reasons.iter().map(|r| words.reason(r)).collect();
            let (a, b) = (figure(finding, pair.a), figure(finding, pair.b));
            found.push((pair.verdict, json!({"a": a, "b": b, "verdict": pair.verdict, "reasons": reasons})));
        }
    }
    found
}

/// How much the two texts tell the same thing, 0 to 1: every sentence by its best partner in the other text, weighed by
/// its length, both ways.
fn similarity(analysis: &Analysis) -> f64 {
    let corpus = &analysis.corpus;
    let aligned = Aligned::read(corpus, Lexicon::built_in());
    let gist = |sentence: SentenceId| &aligned.gists[sentence.0 as usize];
    let (mut sum, mut weight) = (0.0, 0.0);
    for (here, there) in [(ArticleId(0), ArticleId(1)), (ArticleId(1), ArticleId(0))] {
        for sentence in corpus.sentences_of(here) {
            let length = corpus.sentence(sentence).span.len() as f64;
            let likeness = corpus.sentences_of(there).map(|other| gist(sentence).similarity(gist(other)));
            sum += f64::from(likeness.fold(0.0, f32::max)) * length;
            weight += length;
        }
    }
    if weight > 0.0 { (sum / weight * 1e4).round() / 1e4 } else { 0.0 }
}
