//! Which articles tell of one event: figures of unrelated articles never meet.

use super::{
    cluster,
    context::Bag,
    similarity::Gist,
    terms::{TermId, Terms},
};
use crate::{
    concept::ConceptId,
    corpus::{ArticleId, Corpus},
    quantity::{Amount, relation::representative},
};
use jiff::civil::Date;
use rayon::prelude::*;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

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
const UNNAMED_VALUES: usize = 2;
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
    pub fn of(corpus: &Corpus, terms: &Terms, gists: &[Gist]) -> Self {
        let profiles: Vec<Profile> = corpus.article_ids().map(|id| Profile::of(corpus, terms, gists, id)).collect();
        let mut pairs = FxHashSet::default();
        let mut possible = FxHashSet::default();
        let mut close: Vec<Vec<ArticleId>> = vec![Vec::new(); profiles.len()];
        let row = |i: usize| profiles[i + 1..].iter().map(|b| profiles[i].likeness(b)).collect::<Vec<_>>();
        let likenesses: Vec<Vec<(f32, bool)>> = (0..profiles.len()).into_par_iter().map(row).collect();
        for (i, a) in profiles.iter().enumerate() {
            for ((j, b), &(likeness, told)) in profiles.iter().enumerate().skip(i + 1).zip(&likenesses[i]) {
                let (x, y) = (ArticleId(i as u32), ArticleId(j as u32));
                let unsure = a.length.min(b.length) < TOO_SHORT;
                if unsure || (told && likeness >= ONE_EVENT) {
                    pairs.insert((x, y));
                }
                if likeness >= POSSIBLE {
                    possible.insert((x, y));
                }
                if told && likeness >= BY_A_THIRD {
                    close[i].push(y);
                    close[j].push(x);
                }
            }
        }
        for around in &close {
            pairs.extend(pairs_of(around).filter(|pair| possible.contains(pair)));
        }
        let mut related = Self { pairs };
        related.close_gaps(profiles.len(), &possible);
        related
    }

    /// Takes two articles for one event's where two others are related to both: four outlets tell one event, and the one
    /// that tells it in quite other words than another is known by the rest.
    fn close_gaps(&mut self, articles: usize, possible: &FxHashSet<(ArticleId, ArticleId)>) {
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
        let known = |(pair, n): &(_, usize)| *n >= BY_TWO && possible.contains(pair);
        self.pairs.extend(common.into_iter().filter(known).map(|(pair, _)| pair));
    }

    /// The event of each article, as a number: articles that are related, directly or through others, share it.
    #[must_use]
    pub fn events(&self, articles: usize) -> Vec<u32> {
        cluster::components(articles, self.pairs.iter().map(|(a, b)| (a.0, b.0)))
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
    pub fn of(corpus: &Corpus, terms: &Terms, gists: &[Gist], id: ArticleId) -> Self {
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
        for sentence in corpus.sentences_of(id) {
            for (concept, _) in gists[sentence.0 as usize].concepts.entries() {
                *concepts.entry(*concept).or_default() += 1.0;
            }
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

    /// How many telling values both articles state.
    fn shared_values(&self, other: &Self) -> usize {
        self.values.iter().filter(|v| other.values.binary_search(v).is_ok()).count()
    }

    /// How likely two articles tell of one event, as log odds: above 0 it is likelier than not. And whether they share
    /// what tells one event from another of its kind: a name, or values.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> (f32, bool) {
        let days = |(a, b): (Date, Date)| (b - a).get_days().abs();
        let far = self.published.zip(other.published).is_some_and(|dates| days(dates) > DAYS);
        let (names, values) = (self.names.cosine(&other.names), self.shared_values(other));
        let named = names >= SHARED_NAMES;
        let odds = BASE
            + NAMES * names
            + if named { NAMED } else { 0.0 }
            + WORDS * self.words.cosine(&other.words)
            + CONCEPTS * self.concepts.cosine(&other.concepts)
            + VALUES * (1.0 + values as f32).ln()
            + LENGTH * (1.0 + self.length.min(other.length) as f32).ln()
            + if self.language == other.language { 0.0 } else { OTHER_LANGUAGE }
            + if far { FAR_APART } else { 0.0 };
        (odds, named || values >= UNNAMED_VALUES)
    }
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
