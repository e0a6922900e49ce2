//! The words around a figure as the network reads them: what each means, how far it stands, what lies between.

use super::terms::{Terms, Word};
use crate::{
    article::Zone,
    concept::{Class, Lexicon},
    corpus::{ArticleId, Corpus, QuantityId},
    quantity::{Change, Hedge, Kind},
    sense::{SenseId, Senses},
    text::Span,
};
use rayon::prelude::*;

/// The words around one figure, and what the network is told of the figure itself.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The words and other figures to its right, the nearest first; then those to its left.
    pub neighbours: Vec<Neighbour>,
    /// The figure's kind, zone and form.
    pub traits: [f32; FIGURE_TRAITS],
}

/// A word or another figure beside a figure.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// What it means, where it is a word that the table of senses knows.
    pub sense: Option<SenseId>,
    /// Where it stands and of what sort it is.
    pub traits: [f32; NEIGHBOUR_TRAITS],
}

/// How many neighbours are read on each side.
const REACH: usize = 20;
/// How many of them may stand in the next sentence.
const REACH_BEYOND: usize = 6;
/// How many other figures are looked at on each side.
const FIGURES: u32 = 12;
/// How many traits a figure has: its kind, and five more.
pub const FIGURE_TRAITS: usize = KINDS + 5;
/// How many traits a neighbour has: its place and form, and its class of concepts.
pub const NEIGHBOUR_TRAITS: usize = 14 + CLASSES.len();

/// How many kinds of figures there are, each a trait.
const KINDS: usize = Kind::Other as usize + 1;

/// The classes of concepts that a neighbour may name, each a trait.
const CLASSES: [Class; 9] = [
    Class::People,
    Class::Fate,
    Class::Act,
    Class::Event,
    Class::Thing,
    Class::Place,
    Class::Role,
    Class::Time,
    Class::Scope,
];

/// Reads the surroundings of every figure of a corpus, in the order of their ids.
#[must_use]
pub fn surroundings(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon) -> Vec<Surroundings> {
    let read = |article: ArticleId| {
        let reader = Reader { corpus, terms, lexicon, article };
        corpus.quantities_of(article).map(move |id| reader.read(id)).collect::<Vec<_>>()
    };
    let articles: Vec<ArticleId> = corpus.article_ids().collect();
    articles.into_par_iter().map(read).collect::<Vec<_>>().into_iter().flatten().collect()
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    corpus: &'a Corpus,
    terms: &'a Terms,
    lexicon: &'a Lexicon,
    article: ArticleId,
}

/// What stands beside a figure.
#[derive(Clone, Copy)]
enum Item<'a> {
    Word(&'a Word),
    Figure(Span, Kind),
}

impl Item<'_> {
    fn span(self) -> Span {
        match self {
            Self::Word(word) => word.span(),
            Self::Figure(span, _) => span,
        }
    }
}

impl<'a> Reader<'a> {
    fn read(self, id: QuantityId) -> Surroundings {
        let quantity = self.corpus.quantity(id);
        let words = self.terms.words(self.article);
        let figures: Vec<(Span, Kind)> =
            self.corpus.beside(id, FIGURES).map(|q| self.corpus.quantity(q)).map(|q| (q.span, q.kind)).collect();
        let free = |w: &&Word| !figures.iter().any(|f| f.0.overlaps(w.span()));
        let (start, end) = (quantity.span.start(), quantity.span.end());
        let before = words.partition_point(|w| (w.start as usize) < start);
        let after = words.partition_point(|w| (w.start as usize) < end);
        let mut right: Vec<Item<'_>> = words[after..].iter().take(REACH).filter(free).map(Item::Word).collect();
        right.extend(figures.iter().filter(|f| f.0.start() >= end).map(|f| Item::Figure(f.0, f.1)));
        right.sort_by_key(|item| item.span().start());
        let mut left: Vec<Item<'_>> = words[..before].iter().rev().take(REACH).filter(free).map(Item::Word).collect();
        left.extend(figures.iter().filter(|f| f.0.end() <= start).map(|f| Item::Figure(f.0, f.1)));
        left.sort_by_key(|item| std::cmp::Reverse(item.span().start()));
        let mut neighbours = Vec::with_capacity(2 * REACH);
        self.walk(id, &right, 1.0, &mut neighbours);
        self.walk(id, &left, -1.0, &mut neighbours);
        Surroundings { neighbours, traits: self.traits(id) }
    }

    /// Reads the neighbours of one side, the nearest first.
    fn walk(self, id: QuantityId, items: &[Item<'a>], side: f32, out: &mut Vec<Neighbour>) {
        let quantity = self.corpus.quantity(id);
        let sentence = self.corpus.sentence(self.corpus.sentence_of(id)).span;
        let text = &self.corpus.article(self.article).text;
        let (mut barriers, mut figures, mut beyond) = (0_usize, 0_usize, 0_usize);
        let mut at = if side > 0.0 { quantity.span.end() } else { quantity.span.start() };
        for (i, item) in items.iter().take(REACH).enumerate() {
            let span = item.span();
            let (from, to) = if side > 0.0 { (at, span.start()) } else { (span.end(), at) };
            barriers += text.get(from..to.max(from)).unwrap_or_default().chars().filter(|c| is_barrier(*c)).count();
            at = if side > 0.0 { span.end() } else { span.start() };
            if span.start() < sentence.start() || span.end() > sentence.end() {
                beyond += 1;
                if beyond > REACH_BEYOND {
                    break;
                }
            }
            figures += usize::from(matches!(item, Item::Figure(..)));
            let place = Place { side, distance: i, barriers, figures, beyond: beyond > 0 };
            out.push(self.neighbour(*item, place, quantity.kind));
        }
    }

    fn neighbour(self, item: Item<'_>, place: Place, kind: Kind) -> Neighbour {
        let flag = |b: bool| f32::from(u8::from(b));
        let distance = place.distance as f32;
        let mut traits = [0.0; NEIGHBOUR_TRAITS];
        traits[..8].copy_from_slice(&[
            place.side,
            distance.min(20.0) / 20.0,
            (-distance / 2.0).exp(),
            (-distance / 7.0).exp(),
            place.barriers.min(4) as f32 / 4.0,
            flag(place.beyond),
            place.figures.min(3) as f32 / 3.0,
            flag(place.distance == 0),
        ]);
        let sense = match item {
            Item::Figure(_, other) => {
                traits[8] = 1.0;
                traits[9] = flag(other == kind);
                None
            }
            Item::Word(word) => {
                traits[10] = flag(word.name);
                traits[11] = flag(word.common);
                traits[12] = flag(word.sense.is_none());
                traits[13] = word.sense.map_or(1.0, |s| Senses::built_in().telling(s));
                let classes = word.concepts.iter().map(|c| self.lexicon.concept(*c).class);
                for at in classes.filter_map(|class| CLASSES.iter().position(|c| *c == class)) {
                    traits[14 + at] = 1.0;
                }
                word.sense
            }
        };
        Neighbour { sense, traits }
    }

    fn traits(self, id: QuantityId) -> [f32; FIGURE_TRAITS] {
        let quantity = self.corpus.quantity(id);
        let zone = self.corpus.sentence(self.corpus.sentence_of(id)).zone;
        let flag = |b: bool| f32::from(u8::from(b));
        let mut traits = [0.0; FIGURE_TRAITS];
        traits[quantity.kind as usize] = 1.0;
        traits[KINDS..].copy_from_slice(&[
            flag(matches!(zone, Zone::Headline | Zone::Subhead | Zone::Lead)),
            flag(quantity.hedge != Hedge::None),
            flag(quantity.change != Change::Level),
            flag(quantity.unit.span.is_some()),
            flag(quantity.unit.measure.is_some()),
        ]);
        traits
    }
}

/// Where a neighbour stands.
#[derive(Clone, Copy)]
struct Place {
    side: f32,
    /// How many neighbours stand between.
    distance: usize,
    /// How many commas and stronger stops stand between.
    barriers: usize,
    /// How many other figures stand between, itself among them.
    figures: usize,
    /// Whether it stands in another sentence.
    beyond: bool,
}

/// Whether a character parts the words beside it.
fn is_barrier(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '(' | ')' | '—' | '–' | '.' | '!' | '?' | '«' | '»' | '"' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;

    /// How the neighbours of the first figure of a text read, nearest first, right then left: their distance, with a star
    /// for another figure, an exclamation mark behind a stop, and brackets around what stands in another sentence.
    fn check(text: &str, expected: &str) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(&[text], &languages);
        let lexicon = Lexicon::built_in();
        let terms = Terms::of(&corpus);
        let told = |n: &Neighbour| {
            let distance = (n.traits[1] * 20.0 * n.traits[0]).round() as i32;
            let figure = if n.traits[8] > 0.0 { "*" } else { "" };
            let barrier = if n.traits[4] > 0.0 { "!" } else { "" };
            let told = format!("{distance}{figure}{barrier}");
            if n.traits[5] > 0.0 { format!("({told})") } else { told }
        };
        let found = &surroundings(&corpus, &terms, lexicon)[0];
        let found: Vec<String> = found.neighbours.iter().map(told).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn neighbours_are_read_from_the_figure_outwards() {
        check("Murieron 12 personas ayer.", "0 1 0");
        check("Murieron 12 personas, y otras 30 fueron heridas.", "0 1! 2! 3*! 4! 5! 0");
        check("Murieron 12. Los demás viven.", "(0!) (1!) (2!) 0");
    }
}
