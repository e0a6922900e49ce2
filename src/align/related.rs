//! Which articles tell of one event: figures of unrelated articles never meet.

use super::{
    cluster,
    context::Bag,
    terms::{self, TermId, Terms},
};
use crate::{
    concept::{ConceptId, Lexicon},
    corpus::{ArticleId, Corpus},
    quantity::{Amount, relation::representative},
};
use jiff::civil::Date;
use rayon::prelude::*;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::Hash;

/// Which articles tell of one event.
#[derive(Debug, Default)]
pub struct Related {
    pairs: FxHashSet<(ArticleId, ArticleId)>,
}

/// How likeness is weighed, as a sum. Fitted by logistic regression to 2,900 pairs of articles of one event, 341 events of
/// them each alone, and 22,800 pairs of two events loaded together; a pair of one event counts five times.
const NAMES: f32 = 9.6;
/// Added where names have a cosine of [`SHARED_NAMES`] or more: few reports of one event share no name, two floods share none.
const NAMED: f32 = 1.5;
const SHARED_NAMES: f32 = 0.02;
const WORDS: f32 = 8.1;
const CONCEPTS: f32 = 12.3;
/// For the logarithm of one and the telling values in common.
const VALUES: f32 = 2.3;
/// Two languages share fewer words.
const OTHER_LANGUAGE: f32 = 0.6;
/// Published more than [`DAYS`] apart.
const FAR_APART: f32 = -2.3;
const DAYS: i32 = 7;
/// For the logarithm of one and the words of the shorter article: what two long ones have in common by chance is more.
const LENGTH: f32 = -1.5;
const BASE: f32 = 2.0;
/// Articles from this likeness on are taken for one event's, if they share a name, or [`UNNAMED_VALUES`] telling values: two
/// briefs of two accidents are alike in all but these.
const ONE_EVENT: f32 = 0.4;
const UNNAMED_VALUES: u32 = 2;
/// Two articles less like than this are not taken for one event's, whatever others say.
const POSSIBLE: f32 = -2.5;
/// Two articles that are both this like a third are taken for one event's as well.
const BY_A_THIRD: f32 = 1.5;
/// Two articles with this many others in common are taken for one event's.
const BY_TWO: usize = 2;
/// How many articles around one are asked which others they have in common.
const WITNESSES: usize = 24;
/// A text of fewer words than this is too short to tell by: a headline, a quotation, a claim to be compared.
const TOO_SHORT: usize = 40;

impl Related {
    /// Compares the articles of a corpus by their names, rarer words and concepts.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon) -> Self {
        let ids: Vec<ArticleId> = corpus.article_ids().collect();
        let profiles: Vec<Profile> = ids.par_iter().map(|id| Profile::of(corpus, terms, lexicon, *id)).collect();
        let index = Index::of(&profiles);
        let rows: Vec<Row> =
            (0..profiles.len()).into_par_iter().map_init(Sums::default, |sums, i| index.row(i, sums)).collect();
        let mut pairs = FxHashSet::default();
        let mut close: Vec<Vec<ArticleId>> = vec![Vec::new(); profiles.len()];
        for (i, row) in rows.iter().enumerate() {
            let x = ArticleId(i as u32);
            pairs.extend(row.one_event.iter().map(|j| (x, ArticleId(*j))));
            for j in &row.close {
                close[i].push(ArticleId(*j));
                close[*j as usize].push(x);
            }
        }
        let possible = |(a, b): &(ArticleId, ArticleId)| rows[a.0 as usize].possible.binary_search(&b.0).is_ok();
        for around in &close {
            pairs.extend(pairs_of(around).filter(possible));
        }
        let mut related = Self { pairs };
        related.close_gaps(profiles.len(), possible);
        related
    }

    /// The same of each of these groups by itself, by the places of its articles in it. A group is in order, and holds all that
    /// its articles are related to.
    #[must_use]
    pub fn split(self, groups: &[Vec<ArticleId>]) -> Vec<Self> {
        let mut places = FxHashMap::default();
        for (group, articles) in groups.iter().enumerate() {
            places.extend((0..).zip(articles).map(|(place, article)| (*article, (group, ArticleId(place)))));
        }
        let mut split: Vec<Self> = groups.iter().map(|_| Self::default()).collect();
        for (a, b) in self.pairs {
            let ((group, a), (_, b)) = (places[&a], places[&b]);
            split[group].pairs.insert((a, b));
        }
        split
    }

    /// Takes two articles for one event's where two others are related to both: four outlets tell one event, and the one
    /// that tells it in quite other words than another is known by the rest.
    fn close_gaps(&mut self, articles: usize, possible: impl Fn(&(ArticleId, ArticleId)) -> bool) {
        let mut around: Vec<Vec<ArticleId>> = vec![Vec::new(); articles];
        let mut sorted: Vec<_> = self.pairs.iter().copied().collect();
        sorted.sort_unstable();
        for (a, b) in sorted {
            for (x, y) in [(a, b), (b, a)] {
                if around[x.0 as usize].len() < WITNESSES {
                    around[x.0 as usize].push(y);
                }
            }
        }
        let mut common: FxHashMap<(ArticleId, ArticleId), usize> = FxHashMap::default();
        for around in &around {
            pairs_of(around).for_each(|pair| *common.entry(pair).or_default() += 1);
        }
        let known = |(pair, n): &(_, usize)| *n >= BY_TWO && possible(pair);
        self.pairs.extend(common.into_iter().filter(known).map(|(pair, _)| pair));
    }

    /// The event of each article, as a number: articles that are related, directly or through others, share it.
    #[must_use]
    pub fn events(&self, articles: usize) -> Vec<u32> {
        cluster::components(articles, self.links())
    }

    /// Two articles each that tell of one event, by their places.
    pub fn links(&self) -> impl Iterator<Item = (u32, u32)> {
        self.pairs.iter().map(|(a, b)| (a.0, b.0))
    }

    /// Whether the two tell of one event. An article always does with itself.
    #[must_use]
    pub fn tell_one_event(&self, a: ArticleId, b: ArticleId) -> bool {
        a == b || self.pairs.contains(&(a.min(b), a.max(b)))
    }
}

/// Every two of these articles, the earlier first.
fn pairs_of(articles: &[ArticleId]) -> impl Iterator<Item = (ArticleId, ArticleId)> {
    let with = |(i, a): (usize, &ArticleId)| {
        let a = *a;
        articles[i + 1..].iter().map(move |b| (a.min(*b), a.max(*b)))
    };
    articles.iter().enumerate().flat_map(with)
}

/// What an article speaks of, as a whole.
#[derive(Debug)]
pub struct Profile {
    names: Bag<TermId>,
    words: Bag<TermId>,
    concepts: Bag<ConceptId>,
    /// The values that do not agree by chance, sorted.
    values: Vec<Decimal>,
    /// How many words the article has.
    length: usize,
    language: String,
    published: Option<Date>,
}

impl Profile {
    /// The profile of one article.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon, id: ArticleId) -> Self {
        let mut names = FxHashMap::<TermId, f32>::default();
        let mut words = FxHashMap::<TermId, f32>::default();
        for word in terms.words(id).iter().filter(|w| !w.common) {
            let bag = if word.name { &mut names } else { &mut words };
            *bag.entry(word.term).or_default() += 1.0;
            if let Some(key) = word.cognate {
                *words.entry(key).or_default() += 0.5;
            }
        }
        let mut concepts = FxHashMap::<ConceptId, f32>::default();
        let mut said: Vec<ConceptId> = Vec::new();
        for words in terms.sentences(corpus, id) {
            said.clear();
            said.extend(terms::concepts(words, lexicon));
            said.sort_unstable();
            said.dedup();
            said.iter().for_each(|concept| *concepts.entry(*concept).or_default() += 1.0);
        }
        let metadata = &corpus.article(id).metadata;
        let damped = |n: f32| 1.0 + n.ln();
        let rare = |(term, n): (TermId, f32)| (term, damped(n) * terms.archive_idf(term));
        Self {
            names: Bag::new(names.into_iter().map(rare).collect()),
            words: Bag::new(words.into_iter().filter(|(_, n)| *n >= 0.5).map(rare).collect()),
            concepts: Bag::new(concepts.into_iter().map(|(c, n)| (c, damped(n))).collect()),
            values: telling_values(corpus, id),
            length: terms.words(id).len(),
            language: metadata.language.clone(),
            published: metadata.published,
        }
    }

    /// How likely two articles tell of one event, as log odds: above 0 it is likelier than not. And whether they share
    /// what tells one event from another of its kind: a name, or values. `shared` is what the two have in common.
    fn likeness(&self, other: &Self, shared: Shared) -> (f32, bool) {
        let days = |(a, b): (Date, Date)| (b - a).get_days().abs();
        let far = self.published.zip(other.published).is_some_and(|dates| days(dates) > DAYS);
        let names = self.names.cosine_of(&other.names, shared.names);
        let named = names >= SHARED_NAMES;
        let odds = BASE
            + NAMES * names
            + if named { NAMED } else { 0.0 }
            + WORDS * self.words.cosine_of(&other.words, shared.words)
            + CONCEPTS * self.concepts.cosine_of(&other.concepts, shared.concepts)
            + VALUES * (1.0 + shared.values as f32).ln()
            + LENGTH * (1.0 + self.length.min(other.length) as f32).ln()
            + if self.language == other.language { 0.0 } else { OTHER_LANGUAGE }
            + if far { FAR_APART } else { 0.0 };
        (odds, named || shared.values >= UNNAMED_VALUES)
    }
}

/// What two articles have in common: of each bag the sum of the products of their weights, and how many telling values.
#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    names: f32,
    words: f32,
    concepts: f32,
    values: u32,
}

/// The articles that hold each thing, in order, with its weight: so what an article shares with all others is summed up by going
/// through what it holds, and never by comparing bag with bag.
struct Index<'a> {
    profiles: &'a [Profile],
    names: FxHashMap<TermId, Vec<(u32, f32)>>,
    words: FxHashMap<TermId, Vec<(u32, f32)>>,
    concepts: FxHashMap<ConceptId, Vec<(u32, f32)>>,
    values: FxHashMap<Decimal, Vec<u32>>,
}

/// What an article shares with each of the later ones; kept from one article to the next, to be filled anew.
type Sums = Vec<Shared>;

/// The later articles that an article may go with, each sorted.
#[derive(Default)]
struct Row {
    /// Those that tell of the same event.
    one_event: Vec<u32>,
    /// Those that may.
    possible: Vec<u32>,
    /// Those that are so like that others are known by them.
    close: Vec<u32>,
}

impl<'a> Index<'a> {
    fn of(profiles: &'a [Profile]) -> Self {
        let (mut names, mut words) = (FxHashMap::default(), FxHashMap::default());
        let (mut concepts, mut values) = (FxHashMap::default(), FxHashMap::<Decimal, Vec<u32>>::default());
        for (i, profile) in (0..).zip(profiles) {
            file(&mut names, &profile.names, i);
            file(&mut words, &profile.words, i);
            file(&mut concepts, &profile.concepts, i);
            profile.values.iter().for_each(|v| values.entry(*v).or_default().push(i));
        }
        Self { profiles, names, words, concepts, values }
    }

    /// Compares an article with all that come later.
    fn row(&self, i: usize, sums: &mut Sums) -> Row {
        sums.clear();
        sums.resize(self.profiles.len(), Shared::default());
        let own = &self.profiles[i];
        sum(&self.names, &own.names, i, |j, product| sums[j].names += product);
        sum(&self.words, &own.words, i, |j, product| sums[j].words += product);
        sum(&self.concepts, &own.concepts, i, |j, product| sums[j].concepts += product);
        for list in own.values.iter().filter_map(|v| self.values.get(v)) {
            later(list, i, |j| *j).iter().for_each(|j| sums[*j as usize].values += 1);
        }
        let mut row = Row::default();
        for (j, other) in self.profiles.iter().enumerate().skip(i + 1) {
            let (likeness, told) = own.likeness(other, sums[j]);
            let unsure = own.length.min(other.length) < TOO_SHORT;
            if unsure || (told && likeness >= ONE_EVENT) {
                row.one_event.push(j as u32);
            }
            if likeness >= POSSIBLE {
                row.possible.push(j as u32);
            }
            if told && likeness >= BY_A_THIRD {
                row.close.push(j as u32);
            }
        }
        row
    }
}

/// Writes down that an article holds these things.
fn file<T: Copy + Ord + Hash>(index: &mut FxHashMap<T, Vec<(u32, f32)>>, bag: &Bag<T>, article: u32) {
    bag.entries().iter().for_each(|(thing, weight)| index.entry(*thing).or_default().push((article, *weight)));
}

/// Tells of every later article that holds one of an article's things, with the product of their weights.
fn sum<T: Copy + Ord + Hash>(
    index: &FxHashMap<T, Vec<(u32, f32)>>,
    bag: &Bag<T>,
    article: usize,
    mut add: impl FnMut(usize, f32),
) {
    for (thing, weight) in bag.entries() {
        let Some(list) = index.get(thing) else { continue };
        later(list, article, |e| e.0).iter().for_each(|(j, other)| add(*j as usize, weight * other));
    }
}

/// The part of a list in order that comes behind an article.
fn later<T>(list: &[T], article: usize, of: impl Fn(&T) -> u32) -> &[T] {
    &list[list.partition_point(|e| of(e) as usize <= article)..]
}

/// The numbers of an article that two unrelated articles hardly share: of two or more significant digits, or large.
fn telling_values(corpus: &Corpus, id: ArticleId) -> Vec<Decimal> {
    let telling = |value: &Decimal| {
        let digits = value.normalize().mantissa().unsigned_abs();
        let significant = digits.to_string().trim_end_matches('0').len();
        *value >= Decimal::ONE_THOUSAND || (significant >= 2 && *value > Decimal::from(12))
    };
    let value = |q| match &corpus.quantity(q).amount {
        Amount::Number(n) => Some(representative(corpus.quantity(q), n).normalize()),
        _ => None,
    };
    let mut values: Vec<Decimal> = corpus.quantities_of(id).filter_map(value).filter(telling).collect();
    values.sort_unstable();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{align::Aligned, concept::Lexicon, language::Registry};

    const CABLE: &str = "Dos ministros de Andoria y de Belmar firmaron ayer en Puerto Claro el convenio que reparte las aguas del lago \
        Ilmen, cerrado desde 1994. Andoria cederá 240 barcos de su flota y Belmar abrirá tres puertos. El texto será votado en marzo por \
        ambas cámaras, donde ninguna de las dos delegaciones espera sorpresas.";
    const REGIONAL: &str = "En Puerto Claro nadie durmió la siesta. Los pescadores del Ilmen siguieron por la radio la ceremonia, y cuando \
        la delegación de Belmar dejó la pluma sobre la mesa alguien tocó la campana de la lonja. «Treinta y un años sin echar una red», \
        decía Aurelio Sanz, que heredó de su padre una barca y una deuda con Andoria.";
    const BUS: &str = "Dos personas murieron y 14 resultaron heridas el sábado al volcar un autobús de línea en la bajada del puerto. El \
        conductor, de 51 años, dio negativo en la prueba de alcohol. Los bomberos tardaron 20 minutos en llegar y sacaron a los heridos \
        por las ventanas antes de trasladarlos al hospital comarcal.";
    const FIRE: &str = "Un trabajador murió y otros tres resultaron heridos el sábado en el incendio de una nave de muebles. El dueño, de 44 \
        años, calcula las pérdidas en medio millón. Los bomberos tardaron nueve minutos en llegar y trasladaron a los heridos al \
        hospital después de apagar las llamas desde las ventanas.";

    #[test]
    fn articles_of_one_event_find_each_other() {
        let check = |a: &str, b: &str, expected: bool| {
            let languages = Registry::built_in();
            let corpus = Corpus::of_texts(&[a, b], &languages);
            let related = Aligned::read(&corpus, &languages, Lexicon::built_in()).related();
            assert_eq!(related.tell_one_event(ArticleId(0), ArticleId(1)), expected, "{a} / {b}");
        };
        // The names that both share are the most frequent words of so small a load.
        check(CABLE, REGIONAL, true);
        // Two accidents are alike in all but their names.
        check(BUS, FIRE, false);
        check(CABLE, BUS, false);
        // Too short to tell by.
        check("Mueren 14 personas", "Murieron 12", true);
    }
}
