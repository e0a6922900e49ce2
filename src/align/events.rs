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
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, hash::Hash};

/// The events of a corpus: which articles tell of one.
#[derive(Debug, Default, PartialEq)]
pub struct Events {
    /// For each article the first one of its event.
    of: Vec<u32>,
}

/// How likeness is weighed, as a sum. Fitted by logistic regression to 2,900 pairs of articles of one event, 341 events of
/// them each alone, and 22,800 pairs of two events loaded together; a pair of one event counts five times.
const NAMES: f32 = 9.6;
/// Added where names have a cosine of [`SHARED_NAMES`] or more: few reports of one event share no name, two floods share none.
const NAMED: f32 = 1.5;
const SHARED_NAMES: f32 = 0.02;
const WORDS: f32 = 8.1;
const CONCEPTS: f32 = 12.3;
/// Cosines from here on say no more: reports of two matches in one form are alike in all their words, and reports of one event
/// by two pens hardly reach this.
const WORDS_ENOUGH: f32 = 0.35;
const CONCEPTS_ENOUGH: f32 = 0.5;
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
/// Where two share no name, nor [`UNNAMED_VALUES`] telling values: two briefs of two accidents are alike in all but these.
const UNTOLD: f32 = -2.0;
/// Two such articles are this like at most: others may bring them together, they themselves do not.
const UNTOLD_MOST: f32 = -1.5;
const UNNAMED_VALUES: u32 = 2;
/// Groups of articles are joined while the mean likeness of their pairs is at least this, and more by [`CROWDED`] for the
/// logarithm of how many articles are loaded: the more there are, the likelier two are alike by chance. Of 1,450 pairs of one
/// event among 230 loaded together, 95 in 100 are found, and 89 in 100 found are right; links of pairs alone gave 14
/// (`cargo bench --bench together`).
const ONE_EVENT: f32 = -1.6;
const CROWDED: f32 = 0.3;
/// Pairs that are less like than the mean asked for by this, or more, all count as so much less: that they are unlike is known.
const UNLIKE: f32 = 2.0;
/// A text of fewer words than this is too short to tell by: a headline, a quotation, a claim to be compared.
const TOO_SHORT: usize = 40;
/// What such a text is at least like any other: in a small load it is taken for part of what the rest tells.
const UNSURE: f32 = -0.6;

impl Events {
    /// Compares the articles of a corpus by their names, rarer words and concepts, and groups them by average linkage: one
    /// wrong pair joins no two events, and an article that is told in quite other words than one is known by the rest.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms, lexicon: &Lexicon) -> Self {
        let ids: Vec<ArticleId> = corpus.article_ids().collect();
        let profiles: Vec<Profile> = ids.par_iter().map(|id| Profile::of(corpus, terms, lexicon, *id)).collect();
        let index = Index::of(&profiles);
        let least = ONE_EVENT + CROWDED * (profiles.len().max(1) as f32).ln() - UNLIKE;
        let rows = (0..profiles.len()).into_par_iter().map_init(Sums::default, |sums, i| index.row(i, least, sums));
        let mut links: Vec<(u32, u32, f32)> = rows.collect::<Vec<_>>().concat();
        // No mean is as high as is asked for where no pair is: what hangs together by no such pair is never joined.
        let strong = links.iter().filter(|link| link.2 >= UNLIKE).map(|link| (link.0, link.1));
        let part = cluster::components(profiles.len(), strong);
        links.retain(|link| part[link.0 as usize] == part[link.1 as usize]);
        let mut of = vec![0; profiles.len()];
        for group in cluster::average_linkage(profiles.len(), &links, UNLIKE) {
            group.iter().for_each(|article| of[*article as usize] = group[0]);
        }
        Self { of }
    }

    /// The first article of the event that an article tells of.
    #[must_use]
    pub fn of_article(&self, article: ArticleId) -> ArticleId {
        ArticleId(self.of[article.0 as usize])
    }

    /// The articles of each event, in order. Articles that are `joined` count as one event's.
    pub fn members(&self, joined: impl IntoIterator<Item = (u32, u32)>) -> Vec<Vec<ArticleId>> {
        let of = cluster::components(self.of.len(), (0..).zip(self.of.iter().copied()).chain(joined));
        let mut members: BTreeMap<u32, Vec<ArticleId>> = BTreeMap::new();
        (0..).zip(of).for_each(|(article, event)| members.entry(event).or_default().push(ArticleId(article)));
        members.into_values().collect()
    }

    /// The events of some of the articles, in order, by their places among these.
    #[must_use]
    pub fn only(&self, articles: &[ArticleId]) -> Self {
        let mut firsts = FxHashMap::default();
        let place = |(place, a): (u32, &ArticleId)| *firsts.entry(self.of[a.0 as usize]).or_insert(place);
        Self { of: (0..).zip(articles).map(place).collect() }
    }
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

    /// How likely two articles tell of one event, as log odds: above 0 it is likelier than not. `shared` is what the two
    /// have in common.
    fn likeness(&self, other: &Self, shared: Shared) -> f32 {
        let days = |(a, b): (Date, Date)| (b - a).get_days().abs();
        let far = self.published.zip(other.published).is_some_and(|dates| days(dates) > DAYS);
        let names = self.names.cosine_of(&other.names, shared.names);
        let named = names >= SHARED_NAMES;
        let told = named || shared.values >= UNNAMED_VALUES;
        let likeness = BASE
            + NAMES * names
            + if named { NAMED } else { 0.0 }
            + WORDS * self.words.cosine_of(&other.words, shared.words).min(WORDS_ENOUGH)
            + CONCEPTS * self.concepts.cosine_of(&other.concepts, shared.concepts).min(CONCEPTS_ENOUGH)
            + VALUES * (1.0 + shared.values as f32).ln()
            + LENGTH * (1.0 + self.length.min(other.length) as f32).ln()
            + if self.language == other.language { 0.0 } else { OTHER_LANGUAGE }
            + if far { FAR_APART } else { 0.0 };
        let likeness = if told { likeness } else { (likeness + UNTOLD).min(UNTOLD_MOST) };
        let unsure = self.length.min(other.length) < TOO_SHORT;
        if unsure { likeness.max(UNSURE) } else { likeness }
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

    /// The later articles that an article is more than `least` like, and by how much more.
    fn row(&self, i: usize, least: f32, sums: &mut Sums) -> Vec<(u32, u32, f32)> {
        sums.clear();
        sums.resize(self.profiles.len(), Shared::default());
        let own = &self.profiles[i];
        sum(&self.names, &own.names, i, |j, product| sums[j].names += product);
        sum(&self.words, &own.words, i, |j, product| sums[j].words += product);
        sum(&self.concepts, &own.concepts, i, |j, product| sums[j].concepts += product);
        for list in own.values.iter().filter_map(|v| self.values.get(v)) {
            later(list, i, |j| *j).iter().for_each(|j| sums[*j as usize].values += 1);
        }
        let compare = |j: usize| (i as u32, j as u32, own.likeness(&self.profiles[j], sums[j]) - least);
        (i + 1..self.profiles.len()).map(compare).filter(|link| link.2 > 0.0).collect()
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
            let events = Aligned::read(&corpus, Lexicon::built_in()).events();
            assert_eq!(events.of_article(ArticleId(1)) == ArticleId(0), expected, "{a} / {b}");
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
