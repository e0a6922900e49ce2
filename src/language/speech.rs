//! The words by which a language tells who says something: verbs of saying, words for a source, nouns of those who speak.

use super::{pack::PackError, raw::Raw};
use crate::text::{fold, token::tokens};
use rustc_hash::FxHashMap;

/// The words of one language, folded.
#[derive(Debug, Default)]
pub struct Speech {
    /// By the first word of each entry.
    entries: FxHashMap<Box<str>, Vec<Entry>>,
    /// The classes of speakers, by their place in the file.
    classes: Vec<Box<str>>,
    /// What longer words may end in: "Innenministerium", "Medienberichten"; none where nouns are not compounded.
    endings: Vec<(Box<str>, Role)>,
    /// Whether "that" may be left out: "police said 12 people died".
    pub that_may_lack: bool,
    /// Whether a comma stands before "that", so that it opens no relative clause: "sagte, dass".
    pub comma_before_that: bool,
}

/// A word or a phrase and one thing that it does.
#[derive(Debug)]
struct Entry {
    /// The first word with its accents, in small letters.
    first: Box<str>,
    /// Whether it is an acronym that must be printed as one: "ESA" is no "esa".
    capitals: bool,
    /// The words behind the first.
    rest: Box<[Box<str>]>,
    role: Role,
}

/// What a word does where somebody is told to say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Says,
    SaidParticiple,
    TellsFigure,
    ToldFigureParticiple,
    Auxiliary,
    AccordingTo,
    AccordingToBehind,
    That,
    Opener,
    Preposition,
    Pronoun,
    Passive,
    Article,
    Of,
    Stop,
    Verb,
    Vague,
    Speaker(u16),
}

/// What a word of a text does. The numbers count the words of the longest phrase that begins there; 0 is none.
#[derive(Clone, Copy, Debug, Default)]
pub struct Roles {
    /// A verb of saying: "dijo".
    pub says: u8,
    /// Its participle, which wants an auxiliary: "dicho".
    pub participle: u8,
    /// A verb that tells a figure: "cifró", "put the figure at".
    pub figure: u8,
    /// Its participle.
    pub figure_participle: u8,
    /// "según", "according to".
    pub according_to: u8,
    /// The same behind its noun: "zufolge".
    pub according_to_behind: u8,
    /// A word that leaves open whose voice it is: "fuentes", "data".
    pub vague: u8,
    /// A noun of those who speak, and its class.
    pub speaker: u8,
    /// The class of `speaker`.
    pub class: u16,
    /// "ha", "had".
    pub auxiliary: bool,
    /// "que", "that".
    pub that: bool,
    /// A clause with a subject of its own may begin behind it: "y", "mientras".
    pub opener: bool,
    /// "en", "by".
    pub preposition: bool,
    /// "él", "she".
    pub pronoun: bool,
    /// "se", "was": what follows is said of nobody.
    pub passive: bool,
    /// "el", "their".
    pub article: bool,
    /// "de", "of".
    pub of: bool,
    /// Stands in no name of a speaker.
    pub stop: bool,
    /// A verb of another kind.
    pub verb: bool,
}

impl Roles {
    /// How many words of a speaker's name begin here; 0 for none.
    #[must_use]
    pub fn known(self) -> u8 {
        self.speaker.max(self.vague)
    }

    fn take(&mut self, role: Role, words: u8) {
        let longest = |kept: &mut u8| *kept = (*kept).max(words);
        match role {
            Role::Says => longest(&mut self.says),
            Role::SaidParticiple => longest(&mut self.participle),
            Role::TellsFigure => longest(&mut self.figure),
            Role::ToldFigureParticiple => longest(&mut self.figure_participle),
            Role::AccordingTo => longest(&mut self.according_to),
            Role::AccordingToBehind => longest(&mut self.according_to_behind),
            Role::Vague => longest(&mut self.vague),
            Role::Speaker(class) if words > self.speaker => (self.speaker, self.class) = (words, class),
            Role::Speaker(_) => {}
            Role::Auxiliary => self.auxiliary = true,
            Role::That => self.that = true,
            Role::Opener => self.opener = true,
            Role::Preposition => self.preposition = true,
            Role::Pronoun => self.pronoun = true,
            Role::Passive => self.passive = true,
            Role::Article => self.article = true,
            Role::Of => self.of = true,
            Role::Stop => self.stop = true,
            Role::Verb => self.verb = true,
        }
    }
}

/// The lists of the file and what their words do.
const LISTS: &[(&str, Role)] = &[
    ("speech.verbs", Role::Says),
    ("speech.participles", Role::SaidParticiple),
    ("speech.figure_verbs", Role::TellsFigure),
    ("speech.figure_participles", Role::ToldFigureParticiple),
    ("speech.auxiliaries", Role::Auxiliary),
    ("speech.according_to", Role::AccordingTo),
    ("speech.according_to_behind", Role::AccordingToBehind),
    ("speech.clause_openers", Role::Opener),
    ("speech.prepositions", Role::Preposition),
    ("speech.pronouns", Role::Pronoun),
    ("speech.passives", Role::Passive),
    ("speech.vague_speakers", Role::Vague),
    ("calendar.that", Role::That),
    ("words.the", Role::Article),
    ("words.of", Role::Of),
    ("words.stop", Role::Stop),
    ("words.verbs", Role::Verb),
    ("calendar.past_verbs", Role::Verb),
];

/// Words shorter than this are no end of a longer one.
const SHORTEST_ENDING: usize = 5;

impl Speech {
    /// Reads the part `[speech]` of a language's file, and of the words for figures those that part noun phrases.
    ///
    /// # Errors
    /// Where one of its entries is no list of words.
    pub(super) fn read(raw: &mut Raw) -> Result<Self, PackError> {
        let compounds = raw.flag_or("format.nouns_capitalised", false)?;
        let mut speech = Self {
            comma_before_that: raw.flag_or("speech.comma_before_that", false)?,
            that_may_lack: raw.flag_or("speech.that_may_lack", false)?,
            ..Self::default()
        };
        for &(place, role) in LISTS {
            for word in raw.words(place)? {
                speech.add(&word, role);
                if role == Role::Vague && compounds {
                    speech.add_ending(&word, role);
                }
            }
        }
        for (class, words) in raw.lists("speech.speakers")? {
            let place = speech.classes.len() as u16;
            speech.classes.push(class.into_boxed_str());
            for word in words {
                speech.add(&word, Role::Speaker(place));
                if compounds {
                    speech.add_ending(&word, Role::Speaker(place));
                }
            }
        }
        Ok(speech)
    }

    fn add(&mut self, phrase: &str, role: Role) {
        let mut words = split(phrase).into_iter();
        let Some(first) = words.next() else { return };
        let written = phrase.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let capitals = phrase.len() > 1 && phrase.chars().all(char::is_uppercase);
        let entry = Entry { first: written.into_boxed_str(), capitals, rest: words.collect(), role };
        self.entries.entry(first).or_default().push(entry);
    }

    fn add_ending(&mut self, word: &str, role: Role) {
        let folded = fold(word);
        if folded.len() >= SHORTEST_ENDING && !folded.contains(' ') {
            self.endings.push((folded.into_boxed_str(), role));
        }
    }

    /// What the first of these folded words does, alone or with those behind it. `printed` is the first as it stands in the
    /// text: accents may be left out there, but those that it has are its own ("annonce" is no "annoncé").
    #[must_use]
    pub fn roles<'w>(&self, first: &str, printed: &str, behind: impl Fn(usize) -> Option<&'w str>) -> Roles {
        let mut roles = Roles::default();
        if let Some(entries) = self.entries.get(first) {
            let accented = if printed.is_ascii() { None } else { Some(printed.to_lowercase()) };
            let accented = accented.as_deref().map(|w| w.trim_end_matches(|c: char| !c.is_alphanumeric()));
            for entry in entries {
                let spelt = accented.is_none_or(|w| w == &*entry.first || w == first)
                    && !(entry.capitals && printed.contains(char::is_lowercase));
                if spelt && entry.rest.iter().enumerate().all(|(i, word)| behind(i) == Some(word)) {
                    roles.take(entry.role, 1 + entry.rest.len() as u8);
                }
            }
        } else if let Some((_, role)) = self.endings.iter().find(|(e, _)| first.ends_with(e.as_ref())) {
            roles.take(*role, 1);
        }
        roles
    }

    /// The name of a class of speakers: "government_ministry".
    #[must_use]
    pub fn class(&self, place: u16) -> &str {
        self.classes.get(place as usize).map_or("", |c| c)
    }

    /// Whether the language has no words for speaking at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The folded words of a phrase, without apostrophes: "d", "apres".
fn split(phrase: &str) -> Vec<Box<str>> {
    let folded = fold(phrase);
    let words =
        tokens(&folded).into_iter().map(|t| t.span.of(&folded)).filter(|w| w.chars().all(char::is_alphanumeric));
    words.map(Box::from).collect()
}

#[cfg(test)]
mod tests {
    use crate::language::Registry;
    use std::collections::BTreeSet;

    #[test]
    fn words_do_what_their_lists_say() {
        let languages = Registry::built_in();
        let roles = |language: &str, words: &[&'static str]| {
            let rest = words[1..].to_vec();
            languages.get(language).speech.roles(words[0], words[0], move |i| rest.get(i).copied())
        };
        assert_eq!(roles("es", &["dijo"]).says, 1);
        assert_eq!(roles("es", &["de", "acuerdo", "con"]).according_to, 3);
        assert_eq!(roles("fr", &["d", "apres"]).according_to, 2);
        assert_eq!(roles("de", &["innenministerium"]).speaker, 1);
        assert_eq!(roles("en", &["table"]).known(), 0);
        assert_eq!(roles("es", &["esa"]).known(), 0);
        assert_eq!(languages.get("es").speech.roles("esa", "ESA", |_| None).speaker, 1);
        let speech = &languages.get("fr").speech;
        assert_eq!(speech.roles("annonce", "annoncé", |_| None).says, 0);
        assert_eq!(speech.roles("annonce", "annoncé", |_| None).participle, 1);
        assert_eq!(speech.roles("police", "Police", |_| None).speaker, 1);
    }

    #[test]
    fn every_language_has_the_same_classes_of_speakers() {
        let languages = Registry::built_in();
        let classes = |key: &str| -> BTreeSet<String> {
            languages.get(key).speech.classes.iter().map(ToString::to_string).collect()
        };
        for pack in languages.packs() {
            assert_eq!(classes(&pack.key), classes("es"), "{}", pack.key);
        }
    }
}
