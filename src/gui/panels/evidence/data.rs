//! What the evidence of a finding shows, before it is painted.

use super::{
    passage::{self, Passage},
    summary,
};
use crate::{
    corpus::{ArticleId, Corpus, QuantityId},
    finding::{ByHand, Finding, Mark, Mention, Reason, Verdict},
    gui::{
        panels::{findings, moments},
        session::{Letter, Session},
        voices::{self, Voice},
    },
    report,
    review::Status,
    text::{fold, one_line},
    wording::Wording,
};

/// The evidence of one finding.
#[derive(Debug, PartialEq)]
pub struct Evidence {
    /// How its mentions stand.
    pub verdict: Verdict,
    /// The same in a word.
    pub verdict_word: String,
    /// Who stands alone, where somebody does: "solo La Tribuna Nacional se aparta".
    pub apart: Option<String>,
    /// What was decided.
    pub status: Status,
    /// The person's note; may be empty.
    pub note: String,
    /// "1 de 41"; nothing where the filters hide it.
    pub place: Option<String>,
    /// What it is about.
    pub title: String,
    /// Who says what, in one line.
    pub summary: String,
    /// What each source says, who stands alone first.
    pub cards: Vec<Card>,
    /// Why, first what speaks for it.
    pub reasons: Vec<Ground>,
    /// How sure the program is, in words; of a figure that stands alone, that it does.
    pub sureness: String,
}

/// What one source says, or several that print the same sentence.
#[derive(Debug, PartialEq)]
pub struct Card {
    /// The mention, by its place in [`Finding::mentions`]; of several that print the same sentence, the first.
    pub mention: usize,
    /// Its figure.
    pub figure: QuantityId,
    /// The figures of all mentions that it stands for.
    pub figures: Vec<QuantityId>,
    /// What it is known by while other cards come and go.
    pub key: (Mark, ArticleId),
    /// What was done by hand about it, in words.
    pub hand: Vec<String>,
    /// The same, as data.
    pub by_hand: ByHand,
    /// Whether its figure was corrected by hand.
    pub is_corrected: bool,
    /// Which voice it is part of, from 0.
    pub voice: usize,
    /// The letters of the sources.
    pub letters: Vec<Letter>,
    /// The outlet.
    pub outlet: String,
    /// When it was published and who is cited, each behind a comma.
    pub details: String,
    /// The other outlets that print the same sentence.
    pub repeated_by: Option<String>,
    /// The sentence between what stands before and after it.
    pub passage: Passage,
    /// All of it in one sentence, for a screen reader.
    pub spoken: String,
}

/// A reason in words.
#[derive(Debug, PartialEq)]
pub struct Ground {
    /// The words.
    pub text: String,
    /// Whether it speaks against.
    pub against: bool,
    /// What sort of reason it is.
    pub sort: GroundSort,
}

/// What a reason is about; each sort has its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum GroundSort {
    Same,
    Digits,
    Time,
    Unit,
    Cited,
    ByHand,
    Other,
}

/// No more reasons than can be taken in at a glance.
const MOST_REASONS: usize = 7;

impl Evidence {
    /// The evidence of a finding of the session.
    #[must_use]
    pub fn of(session: &Session, words: &Wording, finding: &Finding) -> Self {
        let voices = voices::voices(finding, session);
        let entry = session.review().entry(&finding.fingerprint);
        let total = session.shown().len();
        let place = session.selected_place().filter(|_| session.selected_finding() == Some(finding));
        Self {
            verdict: finding.verdict,
            verdict_word: verdict_word(words, finding),
            apart: summary::apart(session, words, finding, &voices),
            status: entry.status,
            note: entry.note,
            place: place.map(|p| words.count("place-of", &[("place", p + 1), ("total", total)])),
            title: findings::topic(finding),
            summary: summary::of(session, words, finding, &voices),
            cards: cards(session, words, finding, &voices),
            reasons: grounds(words, finding),
            sureness: if finding.pairs.is_empty() && finding.check.is_none() {
                words.text("evidence-only-here")
            } else {
                sureness(words, finding.confidence)
            },
        }
    }
}

/// The verdict, and what was checked where it is about one article: "Conflicto: suma".
fn verdict_word(words: &Wording, finding: &Finding) -> String {
    let verdict = words.text(&format!("verdict-{}", finding.verdict.key()));
    match finding.check {
        Some(check) => format!("{verdict} · {}", words.text(&format!("check-{}", check.key()))),
        None => verdict,
    }
}

/// A card for every mention, in the order of the voices; sentences that are printed alike share one.
fn cards(session: &Session, words: &Wording, finding: &Finding, voices: &[Voice]) -> Vec<Card> {
    let groups = groups(session, finding, voices);
    groups.into_iter().map(|(voice, places)| card(session, words, finding, voice, &places)).collect()
}

/// The mentions of every card, by their places in [`Finding::mentions`].
#[must_use]
pub fn cards_of(session: &Session, finding: &Finding) -> Vec<Vec<usize>> {
    groups(session, finding, &voices::voices(finding, session)).into_iter().map(|g| g.1).collect()
}

/// The mentions of every card, and the voice that it is part of.
fn groups(session: &Session, finding: &Finding, voices: &[Voice]) -> Vec<(usize, Vec<usize>)> {
    let corpus = &session.analysis().corpus;
    let mut groups: Vec<(usize, Vec<usize>, String)> = Vec::new();
    for (voice, said) in voices.iter().enumerate() {
        for &place in &said.mentions {
            let sentence = plain(corpus, &finding.mentions[place]);
            match groups.iter_mut().find(|g| g.0 == voice && g.2 == sentence) {
                Some(group) => group.1.push(place),
                None => groups.push((voice, vec![place], sentence)),
            }
        }
    }
    groups.into_iter().map(|(voice, places, _)| (voice, places)).collect()
}

/// A sentence as it is compared with others: letters and digits alone.
fn plain(corpus: &Corpus, mention: &Mention) -> String {
    let sentence = corpus.text(mention.article, corpus.sentence(mention.sentence).span);
    fold(sentence).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The card of one mention alone, by its place in [`Finding::mentions`].
#[must_use]
pub fn said_by(session: &Session, words: &Wording, finding: &Finding, mention: usize) -> Card {
    card(session, words, finding, 0, &[mention])
}

fn card(session: &Session, words: &Wording, finding: &Finding, voice: usize, places: &[usize]) -> Card {
    let corpus = &session.analysis().corpus;
    let first = finding.mentions[places[0]];
    let article = corpus.article(first.article);
    let mut letters: Vec<Letter> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    for &place in places {
        let mention = finding.mentions[place];
        let letter = session.letter_of(mention.article);
        if !letters.contains(&letter) {
            letters.push(letter);
            if mention.article != first.article {
                others.push(corpus.article(mention.article).name());
            }
        }
    }
    let outlet = article.name();
    let when = moments::short(words, article.metadata.published, article.metadata.hour);
    let cited = cited(words, corpus, &first);
    let passage = passage::of(corpus, finding, places[0]);
    let repeated_by = (!others.is_empty()).then(|| words.with("evidence-repeated", &[("names", &others.join(", "))]));
    let heard: Vec<String> = letters.iter().map(ToString::to_string).collect();
    let mut hand: Vec<String> = Vec::new();
    for said in places.iter().flat_map(|&p| report::by_hand(&finding.mentions[p], corpus, words)) {
        if !hand.contains(&said) {
            hand.push(said);
        }
    }
    let done: String = hand.iter().map(|h| format!(" ({h})")).collect();
    let spoken = format!("{}, {outlet}, {when}, {cited}. {}{done}", heard.join(", "), passage.sentence());
    Card {
        mention: places[0],
        figure: first.quantity,
        figures: places.iter().map(|&p| finding.mentions[p].quantity).collect(),
        key: (first.mark, first.article),
        hand,
        by_hand: first.by_hand,
        is_corrected: corpus.corrected(first.quantity).is_some(),
        voice,
        letters,
        details: format!(", {when}, {cited}"),
        outlet,
        repeated_by,
        passage,
        spoken,
    }
}

/// Who is cited, in the words of the article.
fn cited(words: &Wording, corpus: &Corpus, mention: &Mention) -> String {
    match mention.attribution.map(|span| one_line(corpus.text(mention.article, span))) {
        Some(cited) if !cited.is_empty() => words.with("evidence-cited", &[("words", &cited)]),
        _ => words.text("evidence-uncited"),
    }
}

/// The reasons of the pairs that stand as the finding does, each once: those for it, then those against.
fn grounds(words: &Wording, finding: &Finding) -> Vec<Ground> {
    let mut pairs: Vec<_> = finding.pairs.iter().filter(|p| p.verdict == finding.verdict).collect();
    // The pair that the program is surest of tells best why.
    pairs.sort_by(|x, y| y.sameness.total_cmp(&x.sameness).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut grounds: Vec<Ground> = Vec::new();
    let mut keys: Vec<&'static str> = Vec::new();
    for reason in finding.reasons.iter().chain(pairs.iter().flat_map(|p| &p.reasons)) {
        let key = reason.message().0;
        // Every sort of reason is told once, or one long finding would fill the page.
        if !keys.contains(&key) {
            keys.push(key);
            grounds.push(ground(words, reason));
        }
    }
    grounds.sort_by_key(|g| g.against);
    let against = grounds.iter().filter(|g| g.against).count().min(MOST_REASONS / 2);
    let mut left = [MOST_REASONS - against, against];
    grounds.retain(|g| {
        let left = &mut left[usize::from(g.against)];
        let keep = *left > 0;
        *left = left.saturating_sub(1);
        keep
    });
    grounds
}

fn ground(words: &Wording, reason: &Reason) -> Ground {
    let text = words.reason(reason);
    let sort = match reason {
        Reason::JoinedByHand => GroundSort::ByHand,
        Reason::SameCounted { .. }
        | Reason::SharedNames { .. }
        | Reason::SharedWords { .. }
        | Reason::BothProminent
        | Reason::SameValue => GroundSort::Same,
        Reason::SwappedDigits | Reason::PowerOfTen { .. } | Reason::Rounded | Reason::OtherPart { .. } => {
            GroundSort::Digits
        }
        Reason::OtherDay { .. }
        | Reason::OtherDayFrom { .. }
        | Reason::OtherHour { .. }
        | Reason::OtherClock
        | Reason::Later { .. } => GroundSort::Time,
        Reason::SameMeasure { .. } | Reason::Converted | Reason::ByRate { .. } | Reason::Apart { .. } => {
            GroundSort::Unit
        }
        Reason::SameSpeaker { .. }
        | Reason::SameDispatch
        | Reason::OtherSpeaker { .. }
        | Reason::RivalClaims { .. } => GroundSort::Cited,
        _ => GroundSort::Other,
    };
    Ground { text, against: reason.is_against(), sort }
}

fn sureness(words: &Wording, confidence: f32) -> String {
    let key = match confidence {
        c if c >= 0.85 => "evidence-sure",
        c if c >= 0.6 => "evidence-fairly-sure",
        _ => "evidence-unsure",
    };
    let percent = format!("{:.0}", (confidence * 100.0).clamp(0.0, 100.0));
    words.with(key, &[("percent", &percent)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    fn evidence(place: usize) -> Evidence {
        let mut session = fixture::session();
        let fingerprint = session.shown().nth(place).expect("a finding").fingerprint.clone();
        session.select(fingerprint);
        let finding = session.selected_finding().expect("it was selected");
        Evidence::of(&session, &Wording::new("es"), finding)
    }

    #[test]
    fn who_stands_alone_comes_first() {
        let evidence = evidence(0);
        assert_eq!(evidence.apart.as_deref(), Some("solo La Tribuna Nacional se aparta"));
        assert_eq!(evidence.cards[0].outlet, "La Tribuna Nacional");
        assert_eq!(evidence.place.as_deref(), Some("1 de 11"));
        assert!(
            evidence.cards[0].spoken.starts_with("B, La Tribuna Nacional, 12 nov, 21:15, "),
            "{}",
            evidence.cards[0].spoken
        );
    }

    #[test]
    fn sources_that_print_one_sentence_share_a_card() {
        let evidence = evidence(0);
        let shared: Vec<_> = evidence.cards.iter().filter(|c| c.letters.len() > 1).collect();
        assert_eq!(shared.len(), 1);
        assert_eq!(shared[0].outlet, "Agencia Litoral");
        assert_eq!(shared[0].repeated_by.as_deref(), Some("Radio Ribera lo repite"));
        assert_eq!(evidence.cards.len(), 5);
    }

    #[test]
    fn what_speaks_against_comes_last() {
        let reasons = evidence(0).reasons;
        let first_against = reasons.iter().position(|g| g.against).expect("something speaks against");
        assert!(reasons[first_against..].iter().all(|g| g.against));
        assert!(first_against >= 2, "{reasons:?}");
        assert!(reasons.len() <= MOST_REASONS);
    }
}
