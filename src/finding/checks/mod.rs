//! Checks: what inside one article does not work out. Each is a file with what it looks for, and its cases beside it.

mod birth;
mod bounds;
mod change;
mod conversion;
mod headline;
mod likeness;
mod line;
mod period;
mod share;
mod sum;
#[cfg(test)]
mod trial;
mod weekday;

use super::{ByHand, Finding, Fingerprint, Mention, Pair, Reason, Verdict, topic::topic};
use crate::{
    align::{Aligned, constraints::Constraints},
    article::Zone,
    corpus::QuantityId,
    language::Registry,
    quantity::{Leeway, relation::relate},
};
use line::Line;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What was checked within an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The headline, a subhead, a caption or the first paragraph against the text.
    Headline,
    /// Parts against the whole.
    Sum,
    /// A share against its two numbers.
    Share,
    /// A rise or a fall against its two ends.
    Change,
    /// A duration against its two ends.
    Period,
    /// A weekday against its date.
    Weekday,
    /// A measure against the same one in another unit.
    Conversion,
    /// An age against the year of birth.
    Age,
}

impl Check {
    /// Every check, in the order in which they are listed.
    pub const ALL: [Self; 8] = [
        Self::Headline,
        Self::Sum,
        Self::Share,
        Self::Change,
        Self::Period,
        Self::Weekday,
        Self::Conversion,
        Self::Age,
    ];

    /// Its key in reports and on the command line: "headline".
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Sum => "sum",
            Self::Share => "share",
            Self::Change => "change",
            Self::Period => "period",
            Self::Weekday => "weekday",
            Self::Conversion => "conversion",
            Self::Age => "age",
        }
    }
}

/// Figures of one article that do not work out.
#[derive(Clone, Debug, PartialEq)]
struct Slip {
    check: Check,
    verdict: Verdict,
    /// How sure it is that this is a slip, 0 to 1.
    confidence: f32,
    /// The figures that it rests on, each once.
    figures: Vec<QuantityId>,
    /// What was expected, by which reckoning.
    reasons: Vec<Reason>,
}

impl Slip {
    /// A slip of these figures.
    fn new(check: Check, confidence: f32, figures: &[QuantityId], reason: Reason) -> Self {
        let mut figures = figures.to_vec();
        figures.sort_unstable();
        figures.dedup();
        Self { check, verdict: Verdict::Conflict, confidence, figures, reasons: vec![reason] }
    }

    /// Whether it says of two figures that they are one fact.
    fn is_pair(&self) -> bool {
        matches!(self.check, Check::Headline | Check::Conversion)
    }

    /// How much it matters, 0 to 1: its verdict, how sure it is, and whether it stands where everybody reads it.
    fn severity(&self, aligned: &Aligned<'_>, mentions: &[Mention]) -> f32 {
        let prominent = mentions
            .iter()
            .any(|m| matches!(aligned.corpus.sentence(m.sentence).zone, Zone::Headline | Zone::Subhead | Zone::Lead));
        let base = if self.verdict == Verdict::Conflict { 0.62 } else { 0.36 };
        base + 0.1 * self.confidence + 0.1 * f32::from(u8::from(prominent))
    }

    /// The same, as something to look at rather than a contradiction.
    fn perhaps(self) -> Self {
        Self { verdict: Verdict::Tension, ..self }
    }
}

/// The checks that need no more than one sentence.
const OF_A_SENTENCE: [fn(&Line<'_>) -> Option<Slip>; 7] =
    [sum::check, share::check, change::check, period::check, weekday::check, conversion::check, birth::check];

/// No article is flagged more often than this for what it says itself: the surest are shown.
const MOST: usize = 5;

/// Adds to the findings what inside single articles does not work out, and puts the gravest first. Figures that the person
/// took apart are not held against each other.
pub fn add(
    aligned: &Aligned<'_>,
    languages: &Registry,
    constraints: &Constraints,
    leeway: Leeway,
    findings: &mut Vec<Finding>,
) {
    let mut slips = slips(aligned, languages, leeway);
    slips.retain(|slip| match slip.figures[..] {
        [a, b] => !(slip.is_pair() && constraints.parts(a.0, b.0)),
        _ => true,
    });
    if slips.is_empty() {
        return;
    }
    let mentions: FxHashMap<QuantityId, Mention> =
        findings.iter().flat_map(|f| &f.mentions).map(|m| (m.quantity, *m)).collect();
    for slip in slips {
        if !tell_known(aligned, &slip, findings) {
            findings.extend(finding(aligned, &mentions, slip));
        }
    }
    findings.sort_by(Finding::by_gravity);
}

/// What does not work out, article by article. "About" is as wide as that.
fn slips(aligned: &Aligned<'_>, languages: &Registry, leeway: Leeway) -> Vec<Slip> {
    let corpus = aligned.corpus;
    let mut all = Vec::new();
    for article in corpus.article_ids() {
        let pack = languages.get(&corpus.article(article).metadata.language);
        let mut here = headline::check(aligned, article, leeway);
        for sentence in corpus.sentences_of(article) {
            if corpus.sentence(sentence).zone == Zone::Boilerplate {
                continue;
            }
            let Some(line) = Line::read(aligned, pack, article, sentence) else { continue };
            here.extend(OF_A_SENTENCE.iter().filter_map(|check| check(&line)));
        }
        here.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then_with(|| a.figures.cmp(&b.figures)));
        here.truncate(MOST);
        all.extend(here);
    }
    all
}

/// Whether two figures are a pair of a finding; then that learns why they were looked at, and that they differ where rounding
/// let them pass.
fn tell_known(aligned: &Aligned<'_>, slip: &Slip, findings: &mut [Finding]) -> bool {
    let [a, b] = slip.figures[..] else { return false };
    for finding in findings {
        let place = |q| finding.mentions.iter().position(|m| m.quantity == q);
        let Some((a, b)) = place(a).zip(place(b)) else { continue };
        let Some(pair) = finding.pairs.iter_mut().find(|p| (p.a, p.b) == (a, b)) else { return false };
        let passed = !pair.verdict.is_flagged();
        if passed {
            pair.verdict = slip.verdict;
            pair.reasons.retain(|r| !matches!(r, Reason::SameValue | Reason::Rounded | Reason::Converted));
        }
        // That both stand in one article is what was looked for.
        pair.reasons.retain(|r| *r != Reason::SameArticle);
        pair.reasons.insert(0, slip.reasons[0].clone());
        pair.sameness = pair.sameness.max(slip.confidence);
        if passed && slip.verdict < finding.verdict {
            finding.verdict = slip.verdict;
            finding.confidence = slip.confidence;
            finding.severity = finding.severity.max(slip.severity(aligned, &finding.mentions));
        }
        if finding.mentions.iter().all(|m| m.article == finding.mentions[0].article) {
            finding.check = Some(slip.check);
        }
        return true;
    }
    false
}

/// A finding of a slip. Two figures of one fact are a pair as any; of a reckoning no two figures contradict each other, so
/// that its reason belongs to the finding.
fn finding(aligned: &Aligned<'_>, known: &FxHashMap<QuantityId, Mention>, slip: Slip) -> Option<Finding> {
    // What was done by hand about a figure was done about another finding.
    let own = |q| known.get(q).map(|m| Mention { by_hand: ByHand::default(), ..*m });
    let mentions: Vec<Mention> = slip.figures.iter().map(own).collect::<Option<_>>()?;
    // The contexts stand in the order of the figures.
    let group: Vec<u32> = slip.figures.iter().map(|q| q.0).collect();
    let quantity = |m: &Mention| aligned.corpus.quantity(m.quantity);
    let marks = || mentions.iter().map(|m| m.mark);
    let paired = slip.is_pair();
    let mut pairs = Vec::new();
    let severity = slip.severity(aligned, &mentions);
    let mut reasons = slip.reasons;
    if let ([a, b], true) = (&mentions[..], paired) {
        let difference = relate(quantity(a), quantity(b)).map(|r| r.gap);
        let reasons = std::mem::take(&mut reasons);
        pairs.push(Pair { a: 0, b: 1, verdict: slip.verdict, difference, sameness: slip.confidence, reasons });
    }
    Some(Finding {
        fingerprint: if paired { Fingerprint::of(marks()) } else { Fingerprint::of_check(slip.check.key(), marks()) },
        verdict: slip.verdict,
        severity,
        confidence: slip.confidence,
        topic: topic(aligned, &group),
        kind: quantity(&mentions[0]).kind,
        check: Some(slip.check),
        reasons,
        mentions,
        pairs,
    })
}
