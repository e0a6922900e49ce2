//! What the reader shows, before it is painted: the paragraphs of an article, and the passages that two articles share.

use crate::{
    analysis::Analysis,
    article::Zone,
    corpus::{ArticleId, QuantityId, SentenceId},
    finding::{Finding, Fingerprint, Verdict},
    gui::{
        panels::{evidence::one_line, findings, moments},
        session::{Letter, Session},
        voices::Telling,
        widgets::{Mark, MarkedText},
    },
    report,
    text::{Span, fold},
    wording::Wording,
};
use std::collections::{BTreeMap, BTreeSet};

/// An article as it is read.
#[derive(Debug, PartialEq)]
pub struct Page {
    /// Which article.
    pub article: ArticleId,
    /// Its letter.
    pub letter: Letter,
    /// The outlet.
    pub outlet: String,
    /// Language and how many figures.
    pub details: String,
    /// The title, and behind it who wrote it and when.
    pub byline: String,
    /// Title and paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Whether the article is too long to be shown as a whole.
    pub shortened: bool,
}

/// A paragraph of an article.
#[derive(Debug, PartialEq)]
pub struct Paragraph {
    /// How it is set.
    pub role: Role,
    /// Where it stands in the article; none for a title that is not part of the text.
    pub span: Option<Span>,
    /// Its text with marks.
    pub text: MarkedText,
    /// The figures in it, with the bytes of its text that they take.
    pub figures: Vec<FigurePlace>,
}

/// A figure of a paragraph.
#[derive(Debug, PartialEq)]
pub struct FigurePlace {
    /// Which figure; none where it is no figure, as the person says.
    pub quantity: Option<QuantityId>,
    /// Where it stands in the article.
    pub core: Span,
    /// The bytes of the paragraph's text.
    pub range: std::ops::Range<usize>,
    /// The gravest finding that it is part of.
    pub finding: Option<Fingerprint>,
    /// Whether its finding has other mentions.
    pub is_matched: bool,
    /// What a screen reader says of it.
    pub spoken: String,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Title,
    /// A standfirst or a heading within the text.
    Heading,
    /// Running text.
    Body,
    /// The words under a picture.
    Caption,
    /// What is not of the article.
    Quiet,
}

/// How much of an article is laid out, in bytes: more than any newspaper prints, less than would make the window wait.
const MOST_TEXT: usize = 400_000;

impl Page {
    /// An article, with the figures of the selected finding marked strongly. `matched` are the sentences that the other article has too.
    #[must_use]
    pub fn of(session: &Session, words: &Wording, article: ArticleId, matched: &[(SentenceId, Verdict)]) -> Self {
        let corpus = &session.analysis().corpus;
        let known = &corpus.article(article).metadata;
        let figures = words.count("figures", &[("count", corpus.quantities_of(article).len())]);
        let details = if known.language.is_empty() { figures } else { format!("{}, {figures}", known.language) };
        let when = moments::short(words, known.published, known.hour);
        let byline = if known.byline.is_empty() { when } else { format!("{}, {when}", known.byline) };
        let mut paragraphs = paragraphs(session, words, article, matched);
        // The headline in the text is shown with its figures; where the text begins with another line, the title stands above it.
        let is_title = |p: &&mut Paragraph| p.role == Role::Title;
        let same = |p: &Paragraph| fold(p.text.text.trim()) == fold(known.title.trim());
        if !known.title.is_empty() && !paragraphs.first().is_some_and(|p| p.role == Role::Title && same(p)) {
            paragraphs.iter_mut().filter(is_title).for_each(|p| p.role = Role::Heading);
            let text = MarkedText::plain(one_line(&known.title));
            paragraphs.insert(0, Paragraph { role: Role::Title, span: None, text, figures: Vec::new() });
        }
        let shown: usize = paragraphs.iter().filter_map(|p| p.span).map(Span::len).sum();
        let all: usize = corpus.article(article).blocks.iter().map(|b| b.span.len()).sum();
        Self {
            article,
            letter: session.letter_of(article),
            outlet: corpus.article(article).name(),
            details,
            byline,
            paragraphs,
            shortened: shown < all,
        }
    }
}

fn paragraphs(
    session: &Session,
    words: &Wording,
    article: ArticleId,
    matched: &[(SentenceId, Verdict)],
) -> Vec<Paragraph> {
    let corpus = &session.analysis().corpus;
    let whole = corpus.article(article);
    let selected = session.selected_finding();
    let mut findings: BTreeMap<QuantityId, &Finding> = BTreeMap::new();
    // The findings stand the gravest first, so the first that has a figure is the one to show.
    for finding in &session.analysis().findings {
        for mention in finding.mentions.iter().filter(|m| m.article == article) {
            findings.entry(mention.quantity).or_insert(finding);
        }
    }
    let mut figures = corpus.quantities_of(article).peekable();
    let mut left = MOST_TEXT;
    let mut paragraphs = Vec::new();
    for block in &whole.blocks {
        if block.span.len() > left {
            break;
        }
        left -= block.span.len();
        let mut text = MarkedText::plain(one_line(block.span.of(&whole.text)));
        let inside = |span: Span| span.start() - block.span.start()..span.end() - block.span.start();
        for &(sentence, verdict) in matched {
            let span = corpus.sentence(sentence).span;
            if block.span.contains(span) {
                text.marks.push((inside(span), Mark::Matched(verdict)));
            }
        }
        let mut places = Vec::new();
        while let Some(id) = figures.next_if(|&id| corpus.quantity(id).core.start() < block.span.end()) {
            let core = corpus.quantity(id).core;
            if !block.span.contains(core) {
                continue;
            }
            let strong = selected.is_some_and(|f| f.mentions.iter().any(|m| m.quantity == id));
            text.marks.push((inside(core), if strong { Mark::Figure } else { Mark::OtherFigure }));
            places.push(figure(session, words, findings.get(&id).copied(), id, inside(core)));
        }
        for passed_over in corpus.read(article).passed_over.iter().filter(|q| block.span.contains(q.core)) {
            let figure = one_line(corpus.text(article, passed_over.core));
            places.push(FigurePlace {
                quantity: None,
                core: passed_over.core,
                range: inside(passed_over.core),
                finding: None,
                is_matched: false,
                spoken: words.with("reader-passed-over", &[("figure", &figure)]),
            });
        }
        if matches!(block.zone, Zone::Boilerplate | Zone::Caption) {
            text.marks.push((0..text.text.len(), Mark::Quiet));
        }
        let role = match block.zone {
            Zone::Headline => Role::Title,
            Zone::Subhead => Role::Heading,
            Zone::Lead | Zone::Body => Role::Body,
            Zone::Caption => Role::Caption,
            Zone::Boilerplate => Role::Quiet,
        };
        paragraphs.push(Paragraph { role, span: Some(block.span), text, figures: places });
    }
    paragraphs
}

fn figure(
    session: &Session,
    words: &Wording,
    finding: Option<&Finding>,
    id: QuantityId,
    range: std::ops::Range<usize>,
) -> FigurePlace {
    let corpus = &session.analysis().corpus;
    let figure = one_line(corpus.told(id));
    let mut spoken = match finding {
        Some(f) => {
            let verdict = words.text(&format!("verdict-{}", f.verdict.key()));
            words.with("reader-figure", &[("figure", &figure), ("verdict", &verdict), ("topic", &findings::topic(f))])
        }
        None => figure,
    };
    if let Some(corrected) = report::corrected_by_hand(corpus, id, words) {
        spoken = format!("{spoken} ({corrected})");
    }
    FigurePlace {
        quantity: Some(id),
        core: corpus.quantity(id).core,
        range,
        finding: finding.map(|f| f.fingerprint.clone()),
        is_matched: finding.is_some_and(|f| !f.pairs.is_empty()),
        spoken,
    }
}

/// A passage that two articles have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The sentence on the left and the one on the right.
    pub sentences: [SentenceId; 2],
    /// The figures, where it is figures that tie them.
    pub figures: Option<[QuantityId; 2]>,
    /// How they stand; none where only the words are alike.
    pub verdict: Option<Verdict>,
    /// The finding.
    pub finding: Option<Fingerprint>,
    /// Whether the finding is the selected one.
    pub selected: bool,
    /// What a screen reader says at the left end and at the right one.
    pub spoken: [String; 2],
}

/// The passages that two articles share, in the order of the left one: those tied by figures, then those whose words are alike.
#[must_use]
pub fn links(session: &Session, words: &Wording, [left, right]: [ArticleId; 2]) -> Vec<Link> {
    let analysis = session.analysis();
    let selected = session.selected_finding();
    let mut links: Vec<Link> = Vec::new();
    for finding in &analysis.findings {
        let is_selected = selected.is_some_and(|s| s.fingerprint == finding.fingerprint);
        links.extend(of_finding(session, words, finding, [left, right]).map(|l| Link { selected: is_selected, ..l }));
    }
    let tied: BTreeSet<SentenceId> = links.iter().flat_map(|l| l.sentences).collect();
    for (a, b) in closest(analysis, [left, right]) {
        // A figure that ties them says more than that their words are alike.
        if !tied.contains(&a) && !tied.contains(&b) {
            let spoken = spoken(session, words, [left, right], None, [String::new(), String::new()]);
            links.push(Link {
                sentences: [a, b],
                figures: None,
                verdict: None,
                finding: None,
                selected: false,
                spoken,
            });
        }
    }
    links.sort_by_key(|l| (l.sentences, l.figures));
    links
}

/// For every sentence on the left the one on the right whose words are most like it.
fn closest(analysis: &Analysis, [left, right]: [ArticleId; 2]) -> BTreeMap<SentenceId, SentenceId> {
    let corpus = &analysis.corpus;
    let mut best: BTreeMap<SentenceId, (f32, SentenceId)> = BTreeMap::new();
    for &(a, b, similarity) in &analysis.alignment.pairs {
        let sides = [a, b].map(|s| corpus.article_of_sentence(s));
        let (a, b) = if sides == [left, right] {
            (a, b)
        } else if sides == [right, left] {
            (b, a)
        } else {
            continue;
        };
        if best.get(&a).is_none_or(|known| known.0 < similarity) {
            best.insert(a, (similarity, b));
        }
    }
    best.into_iter().map(|(a, (_, b))| (a, b)).collect()
}

/// The gravest pair of a finding between two articles.
fn of_finding(session: &Session, words: &Wording, finding: &Finding, [left, right]: [ArticleId; 2]) -> Option<Link> {
    let corpus = &session.analysis().corpus;
    let between = finding.pairs.iter().filter_map(|p| {
        let (a, b) = (finding.mentions[p.a], finding.mentions[p.b]);
        let sides = if (a.article, b.article) == (left, right) {
            [a, b]
        } else if (b.article, a.article) == (left, right) {
            [b, a]
        } else {
            return None;
        };
        Some((p.verdict, sides))
    });
    let (verdict, sides) = between.min_by_key(|(verdict, sides)| (*verdict, sides.map(|m| m.quantity)))?;
    let telling = Telling::of(finding, corpus);
    let values = sides.map(|m| telling.value(&m));
    Some(Link {
        sentences: sides.map(|m| m.sentence),
        figures: Some(sides.map(|m| m.quantity)),
        verdict: Some(verdict),
        finding: Some(finding.fingerprint.clone()),
        selected: false,
        spoken: spoken(session, words, [left, right], Some(verdict), values),
    })
}

fn spoken(
    session: &Session,
    words: &Wording,
    articles: [ArticleId; 2],
    verdict: Option<Verdict>,
    [a, b]: [String; 2],
) -> [String; 2] {
    let [left, right] = articles.map(|id| session.letter_of(id).to_string());
    [(&left, &right, &a, &b), (&right, &left, &b, &a)].map(|(from, to, a, b)| match verdict {
        Some(verdict) => {
            let verdict = words.text(&format!("verdict-{}", verdict.key())).to_lowercase();
            words.with("reader-link", &[("from", from), ("to", to), ("verdict", &verdict), ("a", a), ("b", b)])
        }
        None => words.with("reader-link-words", &[("from", from), ("to", to)]),
    })
}

/// The sentences of one side that are to be tinted: those of the selected finding.
#[must_use]
pub fn tinted(links: &[Link], side: usize) -> Vec<(SentenceId, Verdict)> {
    let selected = links.iter().filter(|l| l.selected);
    selected.filter_map(|l| Some((l.sentences[side], l.verdict?))).collect()
}

/// A place of the overview strip: the gravest finding of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The figure.
    pub quantity: QuantityId,
    /// The verdict.
    pub verdict: Verdict,
}

/// The places of an article's findings. What one source alone states is no place to look for.
#[must_use]
pub fn ticks(findings: &[Finding], article: ArticleId) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = findings
        .iter()
        .filter(|f| f.verdict != Verdict::Single)
        .flat_map(|f| f.mentions.iter().map(move |m| (f.verdict, m)))
        .filter(|(_, m)| m.article == article)
        .map(|(verdict, m)| Tick { quantity: m.quantity, verdict })
        .collect();
    ticks.sort_by_key(|t| (t.quantity, t.verdict));
    ticks.dedup_by_key(|t| t.quantity);
    ticks
}

/// The two articles to be shown: those that were chosen, or where the selected finding is not in both, its two sides.
#[must_use]
pub fn articles_of(session: &Session, chosen: [Option<ArticleId>; 2]) -> Option<[ArticleId; 2]> {
    let count = session.analysis().corpus.len() as u32;
    let chosen = chosen.map(|id| id.filter(|id| id.0 < count));
    match (chosen, count) {
        (_, 0) => None,
        ([Some(a), Some(b)], _) => Some([a, b]),
        ([Some(a), None] | [None, Some(a)], _) => Some([a, ArticleId(if a.0 == 0 && count > 1 { 1 } else { 0 })]),
        _ => Some([ArticleId(0), ArticleId(u32::from(count > 1))]),
    }
}

/// The two articles that show a newly selected finding, moving as little as can be.
#[must_use]
pub fn articles_for(finding: &Finding, shown: [ArticleId; 2]) -> [ArticleId; 2] {
    let states = |id: ArticleId| finding.mentions.iter().any(|m| m.article == id);
    let mention_of = |id: ArticleId| finding.mentions.iter().position(|m| m.article == id);
    let worst_beside = |id: ArticleId| {
        let sides = crate::gui::voices::sides_from(finding, mention_of(id)?);
        sides[1].map(|m| m.article)
    };
    match shown.map(states) {
        [true, true] => shown,
        [true, false] => [shown[0], worst_beside(shown[0]).unwrap_or(shown[1])],
        [false, true] => [worst_beside(shown[1]).unwrap_or(shown[0]), shown[1]],
        [false, false] => {
            let sides = crate::gui::voices::two_sides(finding).map(|m| m.map(|m| m.article));
            let left = sides[0].unwrap_or(shown[0]);
            let keep = if shown[1] == left { shown[0] } else { shown[1] };
            [left, sides[1].unwrap_or(keep)]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    #[test]
    fn the_figures_of_the_selected_finding_stand_out() {
        let session = fixture::session();
        let page = Page::of(&session, &Wording::new("es"), ArticleId(1), &[]);
        assert_eq!(page.paragraphs[0].role, Role::Title);
        let first = &page.paragraphs[1];
        let strong: Vec<_> = first.text.marks.iter().filter(|m| m.1 == Mark::Figure).collect();
        assert_eq!(strong.len(), 1);
        assert_eq!(&first.text.text[strong[0].0.clone()], "3.150");
        assert!(first.figures[0].spoken.starts_with("3.150, "), "{}", first.figures[0].spoken);
        assert!(!page.shortened);
    }

    #[test]
    fn links_join_the_figures_of_two_articles_once_a_finding() {
        let session = fixture::session();
        let links = links(&session, &Wording::new("es"), [ArticleId(0), ArticleId(2)]);
        let findings: Vec<_> = links.iter().filter_map(|l| l.finding.clone()).collect();
        let mut once = findings.clone();
        once.sort();
        once.dedup();
        assert_eq!(findings.len(), once.len());
        assert!(links.iter().any(|l| l.selected));
        assert!(
            links.iter().any(|l| l.spoken[0] == "De A a C, conflicto: martes 11, Wednesday 12 November"),
            "{links:#?}"
        );
        let turned = super::links(&session, &Wording::new("es"), [ArticleId(2), ArticleId(0)]);
        assert_eq!(turned.len(), links.len());
    }

    #[test]
    fn a_new_selection_moves_as_little_as_can_be() {
        let session = fixture::session();
        let check = |place: usize, shown: [u32; 2], expected: [u32; 2]| {
            let finding = session.shown().nth(place).expect("a finding");
            assert_eq!(articles_for(finding, shown.map(ArticleId)), expected.map(ArticleId), "{place} {shown:?}");
        };
        check(0, [0, 1], [0, 1]);
        check(0, [4, 5], [4, 5]);
        check(3, [0, 1], [0, 5]);
        check(3, [1, 5], [0, 5]);
        check(3, [1, 2], [0, 5]);
        check(9, [0, 1], [3, 1]);
    }

    #[test]
    fn every_source_can_be_shown_alone_or_not_at_all() {
        let session = fixture::session();
        let check = |chosen: [Option<u32>; 2], expected| {
            assert_eq!(articles_of(&session, chosen.map(|c| c.map(ArticleId))), expected);
        };
        check([None, None], Some([ArticleId(0), ArticleId(1)]));
        check([Some(0), None], Some([ArticleId(0), ArticleId(1)]));
        check([Some(3), Some(99)], Some([ArticleId(3), ArticleId(0)]));
        assert_eq!(articles_of(&Session::default(), [None, None]), None);
    }
}
