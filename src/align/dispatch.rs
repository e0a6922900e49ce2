//! Dispatches: articles that print nearly the same text, as newspapers do with what an agency sends them.
//!
//! Two texts are near copies where most runs of words of the shorter one stand in the longer one too: shingling, as Broder
//! has it ("On the resemblance and containment of documents", 1997), by containment, so that a cut dispatch is found.

use super::terms::Terms;
use crate::{
    article::Zone,
    corpus::{ArticleId, Corpus},
};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// Which articles print one dispatch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatches {
    /// Two or more articles each, in order; the groups by their first.
    pub groups: Vec<Vec<ArticleId>>,
}

/// How many words a shingle has. Figures are no words, so that a copy with one digit changed is still one.
const SHINGLE: usize = 5;
/// From this share of the shorter text's shingles on, two texts are one dispatch.
const SHARED: f32 = 0.5;
/// A text with fewer shingles is too short to tell: two headlines may be alike by chance.
const FEWEST: usize = 30;
/// With how many of the first articles that have a shingle the others are compared: copies have their first one in common.
const COMPARED: usize = 6;

impl Dispatches {
    /// Finds the near copies of a corpus. Takes time in proportion to its words.
    #[must_use]
    pub fn of(corpus: &Corpus, terms: &Terms) -> Self {
        let shingles: Vec<Vec<u64>> = corpus.article_ids().map(|id| shingles(corpus, terms, id)).collect();
        let mut first: FxHashMap<u64, Vec<u32>> = FxHashMap::default();
        let mut links: Vec<(u32, u32)> = Vec::new();
        for (b, own) in shingles.iter().enumerate() {
            let mut shared: FxHashMap<u32, usize> = FxHashMap::default();
            for shingle in own {
                let known = first.entry(*shingle).or_default();
                known.iter().for_each(|a| *shared.entry(*a).or_default() += 1);
                if known.len() < COMPARED {
                    known.push(b as u32);
                }
            }
            let fewest = |a: u32| shingles[a as usize].len().min(own.len());
            let enough = |a: u32, n: usize| fewest(a) >= FEWEST && n as f32 >= SHARED * fewest(a) as f32;
            links.extend(shared.into_iter().filter(|&(a, n)| enough(a, n)).map(|(a, _)| (a, b as u32)));
        }
        let of = super::cluster::components(shingles.len(), links);
        let mut groups: FxHashMap<u32, Vec<ArticleId>> = FxHashMap::default();
        for (article, group) in of.iter().enumerate() {
            groups.entry(*group).or_default().push(ArticleId(article as u32));
        }
        Self::from_groups(groups.into_values())
    }

    /// Dispatches of these groups, put in order; an article alone is none.
    pub(crate) fn from_groups(groups: impl IntoIterator<Item = Vec<ArticleId>>) -> Self {
        let mut groups: Vec<Vec<ArticleId>> = groups.into_iter().filter(|g| g.len() > 1).collect();
        groups.iter_mut().for_each(|g| g.sort_unstable());
        groups.sort_unstable();
        Self { groups }
    }

    /// The place of an article's dispatch among the groups; none where nobody else prints it.
    #[must_use]
    pub fn place(&self, article: ArticleId) -> Option<usize> {
        self.groups.iter().position(|g| g.binary_search(&article).is_ok())
    }

    /// Whether two different articles print one dispatch.
    #[must_use]
    pub fn together(&self, a: ArticleId, b: ArticleId) -> bool {
        a != b && self.place(a).is_some_and(|place| self.groups[place].binary_search(&b).is_ok())
    }
}

/// The runs of words of an article's story as numbers, each once, sorted. They do not reach over the end of a sentence.
fn shingles(corpus: &Corpus, terms: &Terms, id: ArticleId) -> Vec<u64> {
    let words = terms.words(id);
    let mut found = Vec::with_capacity(words.len());
    let mut next = 0;
    for sentence in &corpus.read(id).sentences {
        let start = next;
        while next < words.len() && (words[next].start as usize) < sentence.span.end() {
            next += 1;
        }
        if sentence.zone == Zone::Boilerplate {
            continue;
        }
        found.extend(words[start..next].windows(SHINGLE).map(|run| {
            let mut hasher = FxHasher::default();
            run.iter().for_each(|w| terms.text(w.term).hash(&mut hasher));
            hasher.finish()
        }));
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;

    const DISPATCH: &str = "Una crecida del río Sarel dejó ayer doce muertos en la comarca de Valmiro, según informó Protección \
        Civil. El agua entró de madrugada en los barrios bajos y arrastró coches, árboles y dos puentes de madera. Unas trescientas \
        personas pasaron la noche en el pabellón del instituto, donde la Cruz Roja repartió mantas y comida caliente. La alcaldesa \
        pidió a los vecinos que no vuelvan a sus casas hasta que los técnicos revisen los cimientos de cada edificio.";

    fn check(texts: &[String], expected: &[&[u32]]) {
        let languages = Registry::built_in();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let corpus = Corpus::of_texts(&texts, &languages);
        let terms = Terms::of(&corpus);
        let found: Vec<Vec<u32>> =
            Dispatches::of(&corpus, &terms).groups.iter().map(|g| g.iter().map(|a| a.0).collect()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn near_copies_are_one_dispatch() {
        let other = "Doce personas murieron en Valmiro por la riada de ayer, cuando el Sarel se desbordó a su paso por los barrios \
            bajos y se llevó por delante vehículos y pasarelas. Protección Civil atendió a los evacuados en un pabellón, y el \
            Ayuntamiento teme que muchos edificios de la orilla hayan quedado dañados en sus cimientos tras la noche de lluvia.";
        let cut = DISPATCH[..DISPATCH.find("La alcaldesa").expect("it is there")].to_owned();
        let changed = format!("{} El Gobierno enviará ayuda.", DISPATCH.replace("doce muertos", "diez muertos"));
        let texts = [DISPATCH.to_owned(), other.to_owned(), cut, changed];
        check(&texts, &[&[0, 2, 3]]);
        check(&texts[1..2], &[]);
        check(&["Doce muertos.".to_owned(), "Doce muertos.".to_owned()], &[]);
        check(&[], &[]);
    }
}
