//! What was read and compared, as lines of JSON, for trying out models elsewhere before they are built here.

use super::gold::Event;
use cotejo::{
    align::{Aligned, Compared},
    concept::ConceptId,
    quantity::{Amount, relation::Stance},
};
use serde_json::{Value, json};
use std::{fs::File, io::Write, path::Path};

/// Writes one line for every event: its figures without their words, the pairs with their features, the gold.
pub fn write(path: &Path, names: &[String], events: &[Event], aligned: &[Aligned<'_>], compared: &[Vec<Compared>]) {
    let mut file = File::create(path).expect("the file can be written");
    for ((name, event), (aligned, compared)) in names.iter().zip(events).zip(aligned.iter().zip(compared)) {
        let line = json!({
            "event": name,
            "names": cotejo::align::model::pair_names(),
            "figures": aligned.contexts.iter().enumerate().map(|(i, _)| figure(event, aligned, i)).collect::<Vec<_>>(),
            "pairs": compared.iter().map(|c| pair(event, c)).collect::<Vec<_>>(),
            "wanted": event.wanted.iter().map(|(k, flagged)| json!([k.0, k.1, flagged])).collect::<Vec<_>>(),
        });
        writeln!(file, "{line}").expect("the file can be written");
    }
}

fn figure(event: &Event, aligned: &Aligned<'_>, i: usize) -> Value {
    let c = &aligned.contexts[i];
    let q = aligned.corpus.quantity(c.quantity);
    let (low, high) = match &q.amount {
        Amount::Number(n) => (n.low, n.high),
        _ => (None, None),
    };
    let iso = if let Amount::Moment(m) = &q.amount { Some(m.iso()) } else { None };
    let text = &aligned.corpus.article(c.article).text;
    let concepts = |list: &[(ConceptId, f32)]| {
        list.iter().map(|(c, w)| json!([aligned.lexicon.concept(*c).key, w])).collect::<Vec<_>>()
    };
    json!({
        "article": c.article.0, "sentence": c.sentence.0, "zone": format!("{:?}", c.zone), "position": c.position,
        "start": q.span.start(), "text": q.span.of(text), "before": before(text, q.span.start()), "after": after(text, q.span.end()), "kind": q.kind, "low": low, "high": high, "iso": iso, "hedge": q.hedge, "change": q.change,
        "measure": q.unit.measure.as_ref().map(|m| &m.key), "dimension": q.unit.measure.as_ref().map(|m| &m.dimension),
        "factor": q.unit.measure.as_ref().map(|m| m.factor), "noun_words": q.unit.span.is_some(),
        "noun": c.noun.entries().iter().map(|e| json!([e.0.0, e.1])).collect::<Vec<_>>(),
        "noun_concepts": concepts(c.noun_concepts.entries()), "concepts": concepts(c.concepts.entries()),
        "window": c.window.entries().iter().map(|e| json!([e.0.0, e.1])).collect::<Vec<_>>(),
        "cognates": c.cognates.entries().iter().map(|e| json!([e.0.0, e.1])).collect::<Vec<_>>(),
        "names": c.names.entries().iter().map(|e| json!([e.0.0, e.1])).collect::<Vec<_>>(),
        "fates": c.fates.iter().map(|f| &aligned.lexicon.concept(*f).key).collect::<Vec<_>>(),
        "scopes": c.scopes.iter().map(|f| &aligned.lexicon.concept(*f).key).collect::<Vec<_>>(),
        "years": c.years, "background": c.background, "language": c.language, "gold": event.gold_of[i],
    })
}

fn pair(event: &Event, c: &Compared) -> Value {
    let stance = match c.relation.stance {
        Stance::Agree => 0,
        Stance::Tension => 1,
        Stance::Conflict => 2,
    };
    json!([c.a, c.b, c.features, event.to_join(c), c.parted, stance, format!("{:?}", c.relation.shape), c.relation.gap])
}

/// The characters before a place, for reading by eye.
fn before(text: &str, at: usize) -> String {
    let tail: Vec<char> = text[..at].chars().rev().take(140).collect();
    tail.into_iter().rev().collect()
}

/// The characters behind a place.
fn after(text: &str, at: usize) -> String {
    text[at..].chars().take(140).collect()
}
