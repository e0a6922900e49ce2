//! Rival claims: within one article two named speakers give different figures for one fact, as the police and the organisers
//! do for a march.
//!
//! Two figures so near each other are mostly two facts, and the model of pairs takes them for two. Where each has a speaker
//! of its own, and nothing else parts them, they are one: what they count, where, and of which year must be the same.

use super::{Aligned, Compared, cluster, context::Context, features::place};
use crate::{
    article::Zone,
    attribution::Voice,
    corpus::ArticleId,
    quantity::{
        Amount, Kind, Quantity,
        relation::{Stance, relate},
    },
    text::Span,
};
use rustc_hash::FxHashMap;

/// How likely two rival claims state one fact: the reader of who speaks is right in about nine of ten.
const LIKELY: f32 = 0.85;
/// How many figures on a figure's rival stands.
const REACH: usize = 3;
/// Claims further apart than this, relative to the larger, are hardly of one fact.
const FAR: f64 = 0.95;
/// A sentence with no more words that mean something, besides who speaks, is brief.
const MOST_WORDS: usize = 5;
/// Scopes that leave a figure what it is.
const HARMLESS_SCOPES: [&str; 4] = ["total", "estimated", "rumour", "contrast"];

/// Joins the groups that rival claims tie together, and makes the pairs between them as likely as that.
#[must_use]
pub fn join(
    aligned: &Aligned<'_>,
    compared: &[Compared],
    likelihoods: &mut [f32],
    groups: Vec<Vec<u32>>,
) -> Vec<Vec<u32>> {
    let mut group_of: FxHashMap<u32, u32> = FxHashMap::default();
    for (place, group) in groups.iter().enumerate() {
        group_of.extend(group.iter().map(|i| (*i, place as u32)));
    }
    let links = rivals(aligned).into_iter().map(|(a, b)| (group_of[&a], group_of[&b]));
    let first = cluster::components(groups.len(), links);
    for (pair, likelihood) in compared.iter().zip(likelihoods) {
        let (x, y) = (group_of[&pair.a], group_of[&pair.b]);
        let context = |i: u32| &aligned.contexts[i as usize];
        let tied = x != y && first[x as usize] == first[y as usize];
        if tied && context(pair.a).voice_beside(context(pair.b), aligned.corpus) == Some(Voice::Different) {
            *likelihood = likelihood.max(LIKELY);
        }
    }
    let mut joined: Vec<Vec<u32>> = vec![Vec::new(); groups.len()];
    for (place, group) in groups.into_iter().enumerate() {
        joined[first[place] as usize].extend(group);
    }
    joined.retain(|g| !g.is_empty());
    joined.iter_mut().for_each(|g| g.sort_unstable());
    joined.sort_unstable();
    joined
}

/// Pairs of figures that are rival claims, by the places of their contexts.
fn rivals(aligned: &Aligned<'_>) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    for article in aligned.corpus.article_ids() {
        // The contexts stand in the order of the figures.
        let numbers: Vec<&Context> = aligned
            .corpus
            .quantities_of(article)
            .map(|q| &aligned.contexts[q.0 as usize])
            .filter(|c| is_number(aligned, c))
            .collect();
        for (i, a) in numbers.iter().enumerate() {
            if numbers.get(i + 1).is_some_and(|next| says_again(aligned, a, next)) {
                continue;
            }
            let near = numbers[i + 1..].iter().take(REACH).enumerate();
            let near = near.take_while(|(_, b)| b.sentence.0 <= a.sentence.0 + 1);
            let rival = near.into_iter().find(|(between, b)| are_rivals(aligned, a, b, *between == 0));
            found.extend(rival.map(|(_, b)| (a.quantity.0, b.quantity.0)));
        }
    }
    found
}

/// "Miles de personas, 45.000 según …": the second says more exactly what the first says, in the same mouth.
fn says_again(aligned: &Aligned<'_>, a: &Context, next: &Context) -> bool {
    let corpus = aligned.corpus;
    let one_mouth = corpus.speaker(a.quantity).map(|s| s.span) == corpus.speaker(next.quantity).map(|s| s.span);
    let relation = relate(corpus.quantity(a.quantity), corpus.quantity(next.quantity));
    one_mouth && relation.is_some_and(|r| r.stance != Stance::Conflict)
}

fn is_number(aligned: &Aligned<'_>, context: &Context) -> bool {
    let quantity = aligned.corpus.quantity(context.quantity);
    matches!(quantity.amount, Amount::Number(_))
        && context.zone != Zone::Boilerplate
        && !matches!(quantity.kind, Kind::Age | Kind::Ordinal | Kind::Score)
}

/// `next`: no other number stands between the two.
fn are_rivals(aligned: &Aligned<'_>, a: &Context, b: &Context, next: bool) -> bool {
    let corpus = aligned.corpus;
    let (qa, qb) = (corpus.quantity(a.quantity), corpus.quantity(b.quantity));
    if qa.kind != qb.kind || qa.change != qb.change || a.voice_beside(b, aligned.corpus) != Some(Voice::Different) {
        return false;
    }
    let Some(relation) = relate(qa, qb) else { return false };
    let apart = relation.stance != Stance::Agree && relation.gap < FAR;
    apart && same_counted(aligned, a, b, qa, qb, next) && nothing_parts(aligned, a, b) && !place_between(aligned, a, b)
}

/// Whether both count or measure the same. A figure that counts nothing itself takes what the one beside it counts.
fn same_counted(aligned: &Aligned<'_>, a: &Context, b: &Context, qa: &Quantity, qb: &Quantity, next: bool) -> bool {
    match (&qa.unit.measure, &qb.unit.measure) {
        (Some(x), Some(y)) => x.dimension == y.dimension && (next || a.window.shared(&b.window).next().is_some()),
        (None, None) => {
            let noun = a.noun.shared(&b.noun).next().is_some();
            let compatible = |x: &crate::concept::ConceptId| {
                b.noun_concepts.entries().iter().any(|y| aligned.lexicon.compatible(*x, y.0))
            };
            let concept = a.noun_concepts.entries().iter().any(|x| compatible(&x.0));
            let bare = |c: &Context, q: &Quantity| q.unit.span.is_none() && is_brief(aligned, c);
            noun || concept || next && (bare(a, qa) || bare(b, qb))
        }
        _ => false,
    }
}

/// Whether the sentence of a figure says little besides: "Organisers put the figure at 60,000." What it counts stands
/// beside it then.
fn is_brief(aligned: &Aligned<'_>, context: &Context) -> bool {
    let sentence = aligned.corpus.sentence(context.sentence).span;
    let speaker = aligned.corpus.speaker(context.quantity).map_or(context_span(aligned, context), |s| s.span);
    let words = aligned.terms.words(context.article);
    let from = words.partition_point(|w| (w.start as usize) < sentence.start());
    let here = words[from..].iter().take_while(|w| (w.end as usize) <= sentence.end());
    let told = here.filter(|w| !w.common && !speaker.overlaps(w.span()));
    told.take(MOST_WORDS + 1).count() <= MOST_WORDS && !another_in_one_mouth(aligned, context)
}

/// Whether the speaker of a figure states another number in the same sentence.
fn another_in_one_mouth(aligned: &Aligned<'_>, context: &Context) -> bool {
    let speaker = |c: &Context| aligned.corpus.speaker(c.quantity).map(|s| s.span);
    let mut near = aligned.corpus.beside(context.quantity, REACH as u32).map(|q| &aligned.contexts[q.0 as usize]);
    near.any(|c| c.sentence == context.sentence && is_number(aligned, c) && speaker(c) == speaker(context))
}

fn context_span(aligned: &Aligned<'_>, context: &Context) -> Span {
    aligned.corpus.quantity(context.quantity).span
}

/// Whether neither fates nor scopes nor years part the two.
fn nothing_parts(aligned: &Aligned<'_>, a: &Context, b: &Context) -> bool {
    let clash = |x: &[_], y: &[_]| !x.is_empty() && !y.is_empty() && !x.iter().any(|f| y.contains(f));
    let years = !a.years.is_empty() && !b.years.is_empty() && !a.years.iter().any(|y| b.years.contains(y));
    let harmless = |s: &crate::concept::ConceptId| HARMLESS_SCOPES.contains(&aligned.lexicon.concept(*s).key.as_str());
    let only = |x: &Context, y: &Context| x.scopes.iter().any(|s| !y.scopes.contains(s) && !harmless(s));
    !clash(&a.fates, &b.fates) && !years && !only(a, b) && !only(b, a)
}

/// Whether two speakers of one article speak of two places, given the features of the pair.
pub(super) fn elsewhere(aligned: &Aligned<'_>, a: &Context, b: &Context, features: &[f32]) -> bool {
    let rivals = features[const { place("voices_differ_same_article") }] > 0.0;
    rivals && a.sentence.0.abs_diff(b.sentence.0) <= 1 && place_between(aligned, a, b)
}

/// Whether a name stands between the claim of one and that of the other: "en Madrid, …; en Barcelona, la Policía".
fn place_between(aligned: &Aligned<'_>, a: &Context, b: &Context) -> bool {
    let corpus = aligned.corpus;
    let whole = |c: &Context| {
        let figure = corpus.quantity(c.quantity).span;
        corpus.speaker(c.quantity).map_or(figure, |s| if near(s.span, figure) { figure.cover(s.span) } else { figure })
    };
    let (x, y) = (whole(a), whole(b));
    if x.end() >= y.start() {
        return false;
    }
    names_in(aligned, a.article, Span::new(x.end(), y.start()))
}

/// Whether a speaker stands so near a figure that they are of one clause.
fn near(speaker: Span, figure: Span) -> bool {
    speaker.cover(figure).len() < 200
}

fn names_in(aligned: &Aligned<'_>, article: ArticleId, span: Span) -> bool {
    let words = aligned.terms.words(article);
    let from = words.partition_point(|w| (w.start as usize) < span.start());
    words[from..].iter().take_while(|w| (w.end as usize) <= span.end()).any(|w| w.name)
}
