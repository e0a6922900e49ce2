//! Vocabulary: the words of one article, what each is by its stem, its name, its meaning.

use crate::{
    article::Article,
    concept::{Class, ConceptId, Lexicon},
    language::Pack,
    sense::{SenseId, Senses},
    sentence::Sentence,
    text::{Span, fold, words},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// The words of an article. Depends on nothing but the article, so that it is read once, whatever it is compared with.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word<Spelling>>,
    spellings: Vec<String>,
}

/// A place among the spellings of one article: stems, names, and the keys of cognates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling(u32);

impl Spelling {
    /// Which of [`Vocabulary::spellings`] it is.
    #[must_use]
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

/// One word of an article.
#[derive(Clone, Debug)]
pub struct Word<T> {
    /// Where it begins in the article's text, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its stem, or the name's canonical spelling.
    pub term: T,
    /// The key that cognates of other languages share.
    pub cognate: Option<T>,
    /// Whether it is taken for part of a name.
    pub name: bool,
    /// Whether it is too common to mean anything by itself.
    pub common: bool,
    /// The concepts that it names, or begins to name.
    pub concepts: Vec<ConceptId>,
    /// Its entry in the table of what words mean.
    pub sense: Option<SenseId>,
}

impl<T: Copy> Word<T> {
    /// Where it stands in the article's text.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// The same word by another name for its spellings.
    #[must_use]
    pub fn with<U>(&self, name: impl Fn(T) -> U) -> Word<U> {
        Word {
            start: self.start,
            end: self.end,
            term: name(self.term),
            cognate: self.cognate.map(name),
            name: self.name,
            common: self.common,
            concepts: self.concepts.clone(),
            sense: self.sense,
        }
    }
}

impl Vocabulary {
    /// Reads the words of an article that is cut into these sentences. What was `met` in others is not stemmed again.
    #[must_use]
    pub fn read(article: &Article, sentences: &[Sentence], pack: &Pack, lexicon: &Lexicon, met: &mut Met) -> Self {
        let met = met.0.entry(article.metadata.language.clone()).or_default();
        Reader { pack, ids: FxHashMap::default(), met }.read(article, sentences, lexicon)
    }

    /// The words, in order.
    #[must_use]
    pub fn words(&self) -> &[Word<Spelling>] {
        &self.words
    }

    /// Every spelling once, in the order of their places.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.spellings.iter().map(String::as_str)
    }
}

/// The forms of the words met in the articles read so far, by language, then by the word as written. Changes nothing but the time
/// that it takes.
#[derive(Debug, Default)]
pub struct Met(FxHashMap<String, FxHashMap<String, Arc<Forms>>>);

/// What is known of a word wherever it stands.
#[derive(Debug)]
struct Forms {
    folded: String,
    stem: String,
    sense: Option<SenseId>,
    /// Whether it is too common to mean anything by itself.
    common: bool,
    /// What it shares with its cognates, unless it is common.
    cognate: Option<String>,
}

impl Forms {
    fn of(word: &str, pack: &Pack) -> Self {
        let folded = fold(word);
        let common = folded.len() < 3 || pack.common.contains(&folded);
        let cognate = (!common).then(|| cognate(&folded)).flatten();
        Self { stem: pack.stemmer.stem(word), sense: Senses::built_in().find(&folded), common, cognate, folded }
    }
}

/// Reads the words of an article, keeping what was seen.
struct Reader<'a> {
    pack: &'a Pack,
    ids: FxHashMap<String, Spelling>,
    met: &'a mut FxHashMap<String, Arc<Forms>>,
}

impl Reader<'_> {
    fn id(&mut self, text: &str) -> Spelling {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = Spelling(self.ids.len() as u32);
        self.ids.insert(text.to_owned(), id);
        id
    }

    fn forms(&mut self, word: &str) -> Arc<Forms> {
        if let Some(forms) = self.met.get(word) {
            return forms.clone();
        }
        let forms = Arc::new(Forms::of(word, self.pack));
        self.met.insert(word.to_owned(), forms.clone());
        forms
    }

    fn read(mut self, article: &Article, sentences: &[Sentence], lexicon: &Lexicon) -> Vocabulary {
        let (pack, text) = (self.pack, &article.text);
        let language = article.metadata.language.as_str();
        let spans: Vec<_> = words(text).collect();
        let forms: Vec<Arc<Forms>> = spans.iter().map(|s| self.forms(s.of(text))).collect();
        let lower: FxHashSet<&str> = spans
            .iter()
            .zip(&forms)
            .filter(|(s, _)| s.of(text).starts_with(char::is_lowercase))
            .map(|(_, f)| f.folded.as_str())
            .collect();
        let led = if pack.format.nouns_capitalised { led_words(pack, text, &spans, &forms) } else { Led::default() };
        let starts: Vec<usize> = sentences.iter().map(|s| s.span.start()).collect();
        let pairs: Vec<(&str, &str)> = forms.iter().map(|f| (f.folded.as_str(), f.stem.as_str())).collect();
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
            let common = forms[i].common;
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
            let cognate = forms[i].cognate.as_deref().map(|key| self.id(key));
            found.push(Word {
                start: span.start() as u32,
                end: span.end() as u32,
                term,
                cognate,
                name: is_name,
                common,
                concepts,
                sense: forms[i].sense,
            });
        }
        let mut spellings: Vec<(Spelling, String)> = self.ids.into_iter().map(|(text, id)| (id, text)).collect();
        spellings.sort_unstable_by_key(|(id, _)| *id);
        Vocabulary { words: found, spellings: spellings.into_iter().map(|(_, text)| text).collect() }
    }
}

/// Folded words of a text.
type Led = FxHashSet<String>;

/// The words that somewhere in the text stand behind a number, an article or an adjective. Names of persons and places hardly
/// do.
fn led_words(pack: &Pack, text: &str, spans: &[Span], forms: &[Arc<Forms>]) -> Led {
    let behind = |k: usize| {
        let gap = &text[spans[k - 1].end()..spans[k].start()];
        let before = spans[k - 1].of(text);
        let small = before.starts_with(char::is_lowercase) && pack.leads_noun(&forms[k - 1].folded);
        gap.trim().is_empty() && (small || before.starts_with(char::is_numeric))
    };
    let led = (1..spans.len()).filter(|&k| spans[k].of(text).starts_with(char::is_uppercase) && behind(k));
    led.map(|k| forms[k].folded.clone()).collect()
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
pub fn sounds(folded: &str) -> String {
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
    use crate::language::Registry;

    #[test]
    fn a_noun_behind_an_article_or_a_number_is_no_name() {
        let languages = Registry::built_in();
        let text = "Im Chemiepark starben zwei Menschen. Die Polizei sperrte Hürth, sagte Sabine Thoma.";
        let spans: Vec<_> = words(text).collect();
        let pack = languages.get("de");
        let forms: Vec<_> = spans.iter().map(|s| Arc::new(Forms::of(s.of(text), pack))).collect();
        let mut found: Vec<_> = led_words(pack, text, &spans, &forms).into_iter().collect();
        found.sort();
        assert_eq!(found, ["menschen"]);
        let inside = text.replace("Im ", "Dann brannte im ").replace("Die ", "Doch die ");
        let spans: Vec<_> = words(&inside).collect();
        let forms: Vec<_> = spans.iter().map(|s| Arc::new(Forms::of(s.of(&inside), pack))).collect();
        let mut found: Vec<_> = led_words(pack, &inside, &spans, &forms).into_iter().collect();
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
