//! Terms: every word of the corpus as a number, so that comparing is counting.

use crate::{
    concept::{Class, ConceptId, Lexicon},
    corpus::{ArticleId, Corpus},
    language::{Pack, Registry},
    sense::{SenseId, Senses},
    text::{Span, Stemmer, fold, words},
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The words of all articles as terms.
#[derive(Debug)]
pub struct Terms {
    articles: Vec<Vec<Word>>,
    texts: Vec<String>,
    /// For every term where the corpus has it first; none for a spelling that gave way to another.
    firsts: Vec<Option<(ArticleId, Span)>>,
    /// For every term in how many sentences of the corpus it stands.
    frequency: Vec<u32>,
    sentences: u32,
}

/// A term's place in [`Terms`]: a stem, or a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermId(pub u32);

/// One word of an article.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it begins in the article's text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its stem, or the name's canonical spelling.
    pub term: TermId,
    /// The key that cognates of other languages share.
    pub cognate: Option<TermId>,
    /// Whether it is taken for part of a name.
    pub name: bool,
    /// Whether it is too common to mean anything by itself.
    pub common: bool,
    /// The concepts that it names, or begins to name.
    pub concepts: Vec<ConceptId>,
    /// Its entry in the table of what words mean.
    pub sense: Option<SenseId>,
}

impl Word {
    /// Where it stands in the article's text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// The concepts that words name, those left out that only say in what sense a figure is meant ("of them", "in all").
pub fn concepts<'a>(words: &'a [Word], lexicon: &'a Lexicon) -> impl Iterator<Item = ConceptId> + 'a {
    words.iter().flat_map(|w| &w.concepts).copied().filter(|c| lexicon.concept(*c).class != Class::Scope)
}

/// Two spellings of a name are one from this Jaro-Winkler similarity on (strsim): Zelenski and Zelensky reach it.
const SAME_NAME: f64 = 0.90;
/// How many sentences of other news are thought of beside the corpus: those of some two hundred articles.
const ARCHIVE: f32 = 3000.0;
/// Names shorter than this are compared letter by letter.
const FUZZY_FROM: usize = 6;

impl Terms {
    /// Reads the words of every article of a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus, languages: &Registry, lexicon: &Lexicon) -> Self {
        let mut reader = Reader::default();
        let articles = corpus.article_ids().map(|id| reader.read(corpus, id, languages, lexicon)).collect();
        let firsts = vec![None; reader.texts.len()];
        let mut terms = Self { articles, texts: reader.texts, firsts, frequency: Vec::new(), sentences: 0 };
        terms.join_spellings();
        terms.find_firsts(corpus);
        terms.count(corpus);
        terms
    }

    /// The words of an article, in order.
    #[must_use]
    pub fn words(&self, article: ArticleId) -> &[Word] {
        &self.articles[article.0 as usize]
    }

    /// The words of an article, sentence by sentence.
    pub fn sentences<'a>(&'a self, corpus: &'a Corpus, article: ArticleId) -> impl Iterator<Item = &'a [Word]> {
        let words = self.words(article);
        corpus.read(article).sentences.iter().map(move |sentence| {
            let from = words.partition_point(|w| (w.start as usize) < sentence.span.start());
            let to = words.partition_point(|w| (w.start as usize) < sentence.span.end());
            &words[from..to]
        })
    }

    /// The term's text: a stem or a name, folded.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        &self.texts[term.0 as usize]
    }

    /// The term as the corpus first writes it: "Pionyang", "soldados".
    #[must_use]
    pub fn as_written(&self, corpus: &Corpus, term: TermId) -> String {
        let first = self.firsts[term.0 as usize].map(|(article, span)| corpus.text(article, span));
        first.unwrap_or_else(|| self.text(term)).to_owned()
    }

    fn find_firsts(&mut self, corpus: &Corpus) {
        for id in corpus.article_ids() {
            for word in &self.articles[id.0 as usize] {
                self.firsts[word.term.0 as usize].get_or_insert((id, word.span()));
            }
        }
    }

    /// How much a term tells: the logarithm of how rare it is among the sentences, from 0.
    #[must_use]
    pub fn idf(&self, term: TermId) -> f32 {
        let n = self.frequency[term.0 as usize].max(1) as f32;
        ((self.sentences.max(1) as f32 + 1.0) / n).ln().max(0.0)
    }

    /// How much a term tells of what an article is about: as [`Terms::idf`], as if the corpus lay in an archive of
    /// three thousand sentences of other news. In a load of four articles the names that all of them share are the most
    /// frequent words of all, and yet those that tell one event from another.
    #[must_use]
    pub fn archive_idf(&self, term: TermId) -> f32 {
        let n = self.frequency[term.0 as usize].max(1) as f32;
        ((self.sentences as f32 + ARCHIVE + 1.0) / n).ln()
    }

    /// Gives the spellings of one name one term: the more frequent one.
    fn join_spellings(&mut self) {
        let mut counts: FxHashMap<TermId, u32> = FxHashMap::default();
        for word in self.articles.iter().flatten().filter(|w| w.name) {
            *counts.entry(word.term).or_default() += 1;
        }
        let mut names: Vec<(TermId, u32)> = counts.into_iter().collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| self.text(a.0).cmp(self.text(b.0))));
        let mut canonical: FxHashMap<TermId, TermId> = FxHashMap::default();
        // Spellings of one name share their first letter and nearly their length: only those are compared.
        let mut kept: FxHashMap<(u8, usize), Vec<TermId>> = FxHashMap::default();
        for (name, _) in names {
            let text = self.text(name);
            let length = text.len();
            if length < FUZZY_FROM {
                continue;
            }
            let first = text.as_bytes()[0];
            let twin = (length - 2..=length + 2)
                .filter_map(|l| kept.get(&(first, l)))
                .flatten()
                .copied()
                .find(|other| same_name(self.text(*other), text));
            match twin {
                Some(other) => {
                    canonical.insert(name, other);
                }
                None => kept.entry((first, length)).or_default().push(name),
            }
        }
        for word in self.articles.iter_mut().flatten() {
            if let Some(other) = canonical.get(&word.term) {
                word.term = *other;
            }
        }
    }

    fn count(&mut self, corpus: &Corpus) {
        let mut frequency = vec![0; self.texts.len()];
        let mut seen: Vec<TermId> = Vec::new();
        for id in corpus.article_ids() {
            let words = &self.articles[id.0 as usize];
            let mut next = 0;
            for sentence in &corpus.read(id).sentences {
                self.sentences += 1;
                seen.clear();
                while next < words.len() && (words[next].start as usize) < sentence.span.end() {
                    seen.push(words[next].term);
                    seen.extend(words[next].cognate);
                    next += 1;
                }
                seen.sort_unstable();
                seen.dedup();
                for term in &seen {
                    frequency[term.0 as usize] += 1;
                }
            }
        }
        self.frequency = frequency;
    }
}

/// Whether two folded names are spellings of one: nearly the same once the usual changes of spelling are undone.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (sounds(a), sounds(b));
    strsim::osa_distance(&a, &b) <= 1 && strsim::jaro_winkler(&a, &b) >= SAME_NAME
}

/// A word's folded form, its stem, and what it means.
type Forms = (String, String, Option<SenseId>);

/// Turns texts into terms, keeping what was seen.
#[derive(Default)]
struct Reader {
    ids: FxHashMap<String, TermId>,
    texts: Vec<String>,
    /// By language, then by the word as written.
    known: FxHashMap<String, FxHashMap<String, Arc<Forms>>>,
}

impl Reader {
    fn id(&mut self, text: &str) -> TermId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = TermId(self.texts.len() as u32);
        self.ids.insert(text.to_owned(), id);
        self.texts.push(text.to_owned());
        id
    }

    /// The forms of words, in their order.
    fn forms<'a>(
        &mut self,
        language: &str,
        stemmer: &Stemmer,
        words: impl Iterator<Item = &'a str>,
    ) -> Vec<Arc<Forms>> {
        let known = self.known.entry(language.to_owned()).or_default();
        let form = |word: &str| {
            if let Some(forms) = known.get(word) {
                return forms.clone();
            }
            let folded = fold(word);
            let sense = Senses::built_in().find(&folded);
            let forms = Arc::new((folded, stemmer.stem(word), sense));
            known.insert(word.to_owned(), forms.clone());
            forms
        };
        words.map(form).collect()
    }

    fn read(&mut self, corpus: &Corpus, id: ArticleId, languages: &Registry, lexicon: &Lexicon) -> Vec<Word> {
        let article = corpus.article(id);
        let language = article.metadata.language.as_str();
        let pack = languages.get(language);
        let text = &article.text;
        let spans: Vec<_> = words(text).collect();
        let forms = self.forms(language, &pack.stemmer, spans.iter().map(|s| s.of(text)));
        let lower: rustc_hash::FxHashSet<&str> = spans
            .iter()
            .zip(&forms)
            .filter(|(s, _)| s.of(text).starts_with(char::is_lowercase))
            .map(|(_, f)| f.0.as_str())
            .collect();
        let led = if pack.format.nouns_capitalised { led_words(pack, text, &spans, &forms) } else { Led::default() };
        let starts: Vec<usize> = corpus.read(id).sentences.iter().map(|s| s.span.start()).collect();
        let pairs: Vec<(&str, &str)> = forms.iter().map(|f| (f.0.as_str(), f.1.as_str())).collect();
        let mut found = Vec::with_capacity(spans.len());
        let mut named_until = 0;
        for (i, span) in spans.iter().enumerate() {
            let written = span.of(text);
            let (folded, stem) = pairs[i];
            let capital = written.starts_with(char::is_uppercase);
            // A capital at the head of a sentence says nothing, unless the word is never written without one.
            let opens = starts.binary_search(&span.start()).is_ok() || !follows_a_word(text, span.start());
            let name = capital && written.chars().count() > 2 && !(opens && lower.contains(folded));
            let mut concepts = Vec::new();
            if i >= named_until
                && let Some(named) = lexicon.named(language, &pairs[i..pairs.len().min(i + 5)])
            {
                named_until = i + named.words;
                concepts = named.concepts;
            }
            let common = folded.len() < 3 || pack.common.contains(folded);
            // Torres, Guerra, Peña: inside a sentence a capital makes a name of a word that is one of ours elsewhere.
            let proper = |c: &ConceptId| matches!(lexicon.concept(*c).class, Class::Role);
            // Where every noun has a capital, what says a concept or stands behind an article or a number is no name.
            let nouns = pack.format.nouns_capitalised;
            let inside = capital && !opens && !lower.contains(folded) && !nouns;
            let name = name && !(nouns && led.contains(folded));
            let is_name = name && !common && (inside || concepts.iter().all(proper));
            if is_name {
                concepts.retain(|c| matches!(lexicon.concept(*c).class, Class::Role | Class::Place));
            }
            let term = self.id(if is_name { folded } else { stem });
            let cognate = (!common).then(|| cognate(folded)).flatten().map(|key| self.id(&key));
            found.push(Word {
                start: span.start() as u32,
                end: span.end() as u32,
                term,
                cognate,
                name: is_name,
                common,
                concepts,
                sense: forms[i].2,
            });
        }
        found
    }
}

/// Folded words of a text.
type Led = rustc_hash::FxHashSet<String>;

/// The words that somewhere in the text stand behind a number, an article or an adjective. Names of persons and places hardly
/// do.
fn led_words(pack: &Pack, text: &str, spans: &[Span], forms: &[Arc<Forms>]) -> Led {
    let behind = |k: usize| {
        let gap = &text[spans[k - 1].end()..spans[k].start()];
        let before = spans[k - 1].of(text);
        let small = before.starts_with(char::is_lowercase) && pack.leads_noun(&forms[k - 1].0);
        gap.trim().is_empty() && (small || before.starts_with(char::is_numeric))
    };
    let led = (1..spans.len()).filter(|&k| spans[k].of(text).starts_with(char::is_uppercase) && behind(k));
    led.map(|k| forms[k].0.clone()).collect()
}

/// Whether a word or a comma stands before this place, so that a capital here is not that of a beginning.
fn follows_a_word(text: &str, at: usize) -> bool {
    text[..at]
        .trim_end()
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ')' | '\'' | '’'))
}

/// What related words of the European languages share once their usual changes of spelling are undone: the first six
/// sounds of the word. Short words have none.
fn cognate(folded: &str) -> Option<String> {
    if folded.len() < 6 || !folded.is_ascii() {
        return None;
    }
    let mut key = sounds(folded);
    key.truncate(6);
    key.insert(0, '~');
    Some(key)
}

/// A folded word as it sounds, roughly: one letter for those that spellings exchange, none doubled, no "e" before "s" at
/// the beginning (España, Spain; estación, station).
fn sounds(folded: &str) -> String {
    let word = folded.replace("cion", "tion");
    let word = word.strip_prefix('e').filter(|rest| rest.starts_with('s')).unwrap_or(&word);
    let mut out = String::with_capacity(word.len());
    let mut chars = word.chars().peekable();
    while let Some(c) = chars.next() {
        let sound = match (c, chars.peek()) {
            ('p', Some('h')) => 'f',
            ('t' | 'c', Some('h')) => c,
            ('q', Some('u')) => 'c',
            ('k', _) => 'c',
            ('y', _) => 'i',
            ('w', _) => 'v',
            ('z', _) => 's',
            _ => c,
        };
        if matches!((c, chars.peek()), ('p' | 't' | 'c', Some('h')) | ('q', Some('u'))) {
            chars.next();
        }
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings() {
        for (a, b, expected) in [
            ("pionyang", "pyongyang", true),
            ("zelenski", "zelensky", true),
            ("vladimir", "volodimir", false),
            ("martinez", "marquez", false),
            ("caracas", "caracol", false),
        ] {
            assert_eq!(same_name(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn a_noun_behind_an_article_or_a_number_is_no_name() {
        let languages = Registry::built_in();
        let text = "Im Chemiepark starben zwei Menschen. Die Polizei sperrte Hürth, sagte Sabine Thoma.";
        let spans: Vec<_> = words(text).collect();
        let forms: Vec<_> = spans.iter().map(|s| Arc::new((fold(s.of(text)), String::new(), None))).collect();
        let mut found: Vec<_> = led_words(languages.get("de"), text, &spans, &forms).into_iter().collect();
        found.sort();
        assert_eq!(found, ["menschen"]);
        let inside = text.replace("Im ", "Dann brannte im ").replace("Die ", "Doch die ");
        let spans: Vec<_> = words(&inside).collect();
        let forms: Vec<_> = spans.iter().map(|s| Arc::new((fold(s.of(&inside)), String::new(), None))).collect();
        let mut found: Vec<_> = led_words(languages.get("de"), &inside, &spans, &forms).into_iter().collect();
        found.sort();
        assert_eq!(found, ["chemiepark", "menschen", "polizei"]);
    }

    #[test]
    fn cognates_share_a_key() {
        for (a, b) in [("estacion", "station"), ("telefonica", "telephone"), ("presidente", "president")] {
            assert_eq!(cognate(a), cognate(b), "{a} {b}");
        }
        assert_ne!(cognate("soldado"), cognate("trabajador"));
        assert_eq!(cognate("casa"), None);
    }
}
