//! A line: one sentence as the checks read it, its figures as single signs and the words between them by what they join.

use crate::{
    align::{Aligned, context::Context},
    concept::Lexicon,
    corpus::{ArticleId, Corpus, QuantityId, SentenceId},
    language::{Meaning, Pack, cues::Cue, lexicon::WordId},
    quantity::{Amount, Hedge, Number, Quantity},
    text::{Span, fold, one_line, token::TokenKind},
};
use jiff::civil::Date;

/// How many figures of a sentence are looked at: a table or a list of results is no sentence.
const MOST_FIGURES: usize = 16;

/// A sentence, its figures and what joins them.
pub(super) struct Line<'a> {
    /// The article's text.
    pub text: &'a str,
    pub pack: &'a Pack,
    /// The day of publication.
    pub published: Option<Date>,
    pub lexicon: &'a Lexicon,
    corpus: &'a Corpus,
    contexts: &'a [Context],
    /// The figures, in order.
    pub figures: Vec<(QuantityId, &'a Quantity)>,
    /// The sentence as a row of signs, see [`sign_of`]; a figure is `0`.
    signs: Vec<char>,
    /// Where in `signs` each figure stands.
    places: Vec<usize>,
}

impl<'a> Line<'a> {
    /// The sentence as the checks read it; none where it has no figures, or too many to be prose.
    pub fn read(aligned: &'a Aligned<'a>, pack: &'a Pack, article: ArticleId, id: SentenceId) -> Option<Self> {
        let corpus = aligned.corpus;
        let sentence = corpus.sentence(id);
        let all = corpus.quantities_of(article);
        let first = all.clone().next()?.0;
        let count = all.len() as u32;
        let read = corpus.read(article);
        let place = id.0 - corpus.sentences_of(article).next()?.0;
        let from = read.sentence_of.partition_point(|s| *s < place) as u32;
        let to = read.sentence_of.partition_point(|s| *s <= place) as u32;
        if from == to || to > count || (to - from) as usize > MOST_FIGURES {
            return None;
        }
        let figures: Vec<_> = (from..to).map(|k| (QuantityId(first + k), &read.quantities[k as usize])).collect();
        let text = &read.article.text;
        let published = read.article.metadata.published;
        let (lexicon, contexts) = (aligned.lexicon, &aligned.contexts[..]);
        let mut line =
            Self { text, pack, published, lexicon, corpus, contexts, figures, signs: Vec::new(), places: Vec::new() };
        line.lay(sentence.span);
        (line.places.len() == line.figures.len()).then_some(line)
    }

    /// Lays the sentence out as a row of signs.
    fn lay(&mut self, span: Span) {
        let text = span.of(self.text);
        let tokens = self.pack.lexicon.tokens(text);
        let ids = self.pack.lexicon.read(text, &tokens);
        let folded: Vec<String> = tokens.iter().map(|t| fold(t.span.of(text))).collect();
        let extents: Vec<Span> = (0..self.figures.len()).map(|k| self.extent(k)).collect();
        let mut i = 0;
        while i < tokens.len() {
            let here = Span::new(span.start() + tokens[i].span.start(), span.start() + tokens[i].span.end());
            let at = self.places.len();
            if extents.get(at).is_some_and(|e| e.start() < here.end()) {
                let end = extents[at].end();
                self.places.push(self.signs.len());
                self.signs.push('0');
                // A figure that begins within the words of the one before has no sign of its own.
                i += tokens[i..].iter().take_while(|t| span.start() + t.span.start() < end).count().max(1);
                continue;
            }
            if let Some((len, cue)) = self.pack.cues.at(folded[i..].iter().map(String::as_str)) {
                let inside = extents.get(at).is_none_or(|e| {
                    let last = tokens[(i + len).min(tokens.len()) - 1].span.end();
                    span.start() + last <= e.start()
                });
                if inside {
                    self.signs.push(sign_of_cue(cue));
                    i += len;
                    continue;
                }
            }
            self.signs.push(sign_of(self.pack, tokens[i].kind, &folded[i], ids[i]));
            i += 1;
        }
    }

    /// The place of a figure with its hedge and what it counts, where that stands beside it.
    fn extent(&self, k: usize) -> Span {
        let q = self.figures[k].1;
        // "En total 16" is exactly 16 to the reader of figures; here its words say more.
        let said = if q.hedge == Hedge::Exactly { q.core } else { q.span };
        let next = self.figures.get(k + 1).map_or(usize::MAX, |n| n.1.span.start());
        let beside = |s: &Span| s.start() + 8 >= said.start() && s.end() <= next && s.start() <= said.end() + 24;
        q.unit.span.filter(beside).map_or(said, |s| said.cover(s))
    }

    /// What stands between two figures, as signs.
    pub fn between(&self, a: usize, b: usize) -> String {
        plain(&self.signs[self.places[a] + 1..self.places[b]])
    }

    /// What stands before the first, or between a figure and the one before it.
    pub fn before(&self, k: usize) -> String {
        let from = k.checked_sub(1).map_or(0, |p| self.places[p] + 1);
        plain(&self.signs[from..self.places[k]])
    }

    /// What stands behind a figure, up to the next one or the end.
    pub fn behind(&self, k: usize) -> String {
        let to = self.places.get(k + 1).copied().unwrap_or(self.signs.len());
        plain(&self.signs[self.places[k] + 1..to])
    }

    /// Whether an article that names no certain one stands before a figure: "un martes 13".
    pub fn is_any(&self, k: usize) -> bool {
        self.places[k].checked_sub(1).is_some_and(|before| self.signs[before] == 'a')
    }

    /// The figure.
    pub fn figure(&self, k: usize) -> &'a Quantity {
        self.figures[k].1
    }

    /// The figure's id.
    pub fn id(&self, k: usize) -> QuantityId {
        self.figures[k].0
    }

    /// What stands around the figure.
    pub fn context(&self, k: usize) -> &'a Context {
        // The contexts stand in the order of the figures.
        &self.contexts[self.id(k).0 as usize]
    }

    /// The figure as it is written, without its noun.
    pub fn written(&self, k: usize) -> String {
        one_line(self.figure(k).span.of(self.text))
    }

    /// The figure as it is written, with what it counts or is measured in.
    pub fn counted(&self, k: usize) -> String {
        self.corpus.counted(self.id(k))
    }

    /// The number, where the figure is one with one reading.
    pub fn number(&self, k: usize) -> Option<&'a Number> {
        match &self.figure(k).amount {
            Amount::Number(n) if self.figure(k).other_readings.is_empty() => Some(n),
            _ => None,
        }
    }
}

/// Signs as the checks compare them, where all articles are one.
fn plain(signs: &[char]) -> String {
    signs.iter().map(|s| if *s == 'a' { 't' } else { *s }).collect()
}

/// One sign for what words beside a figure say of it: `T`otal, `P`art, `I`s, `M`ore, `L`ess, `B`orn.
fn sign_of_cue(cue: Cue) -> char {
    match cue {
        Cue::Total => 'T',
        Cue::OfThem => 'P',
        Cue::ThatIs => 'I',
        Cue::MoreThan => 'M',
        Cue::LessThan => 'L',
        Cue::Born => 'B',
    }
}

/// One sign for a word or a sign: `&` and, `o` of, `t` the, `a` a, `>` to, `<` from, `v` a verb, `w` any other word; `,` `(` `)` `:`
/// `-` `.` `;` and `"` as they are, whatever their shape; `x` for other signs.
fn sign_of(pack: &Pack, kind: TokenKind, folded: &str, id: WordId) -> char {
    match kind {
        TokenKind::Word => word_sign(pack, id),
        TokenKind::Numeral | TokenKind::Fraction => '#',
        TokenKind::Sign => match folded {
            "," => ',',
            "(" | "[" => '(',
            ")" | "]" => ')',
            ":" => ':',
            "-" | "–" | "—" => '-',
            "." | "!" | "?" | "…" => '.',
            ";" => ';',
            "«" | "»" | "\"" | "“" | "”" | "'" | "*" => '"',
            _ => 'x',
        },
    }
}

fn word_sign(pack: &Pack, id: WordId) -> char {
    let mut best: Option<(u8, char)> = None;
    let mut say = |rank: u8, sign: char| {
        if best.is_none_or(|b| rank < b.0) {
            best = Some((rank, sign));
        }
    };
    pack.lexicon.phrases(&[id], |_, meaning| match meaning {
        Meaning::And => say(0, '&'),
        Meaning::Of => say(1, 'o'),
        Meaning::Article | Meaning::One => say(2, 'a'),
        Meaning::The => say(3, 't'),
        Meaning::To => say(4, '>'),
        Meaning::From => say(5, '<'),
        Meaning::Verb | Meaning::Copula => say(6, 'v'),
        _ => {}
    });
    best.map_or('w', |b| b.1)
}
