//! Phrases: the words of a sentence that name somebody, from an article or a name to the end of the noun phrase.

use super::item::{Figure, Item, Sign};
use std::ops::Range;

/// A noun phrase that may name a speaker.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// The items that it takes, with an apposition between commas.
    pub items: Range<usize>,
    /// The first of them that carry its meaning, without "for …": where its class is read.
    pub head: Range<usize>,
    /// Whether a noun of those who speak is in it.
    pub known: bool,
    /// Whether a name is in it.
    pub named: bool,
    /// Whether an article opens it.
    pub led: bool,
}

/// How long a phrase can be.
const LONGEST: usize = 16;
/// How long what stands in apposition can be.
const LONGEST_APPOSITION: usize = 9;
/// How many words may qualify a noun that is known: "fuentes policiales cercanas".
const QUALIFIERS: usize = 2;

/// How many words may stand before a noun: "senior local officials".
const BEFORE_NOUN: usize = 3;

/// The habits of a language that speaking depends on.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    /// "health ministry officials", where else "funcionarios sanitarios".
    pub modifiers_first: bool,
    /// A capital tells no name.
    pub nouns_capitalised: bool,
    /// "sagte, dass".
    pub comma_before_that: bool,
    /// "police said 12 people died".
    pub that_may_lack: bool,
}

/// The noun phrase that begins at an item.
#[must_use]
pub fn phrase(items: &[Item], from: usize, habits: Habits) -> Option<Phrase> {
    let mut reader = Reader {
        items,
        habits,
        at: from,
        known: false,
        named: false,
        led: false,
        open: false,
        words: 0,
        room: BEFORE_NOUN,
    };
    while reader.at < from + 2 && reader.is(|i| i.roles.article && i.figure == Figure::None) {
        reader.at += 1;
    }
    let led = reader.at > from;
    // "los mismos convocantes".
    let small = |i: &Item| i.roles.stop && !(i.roles.article || i.roles.preposition || i.roles.that || i.roles.opener);
    while led && reader.at < from + 3 && reader.is(small) {
        reader.at += 1;
    }
    reader.led = led;
    let end = (from + LONGEST).min(items.len());
    while reader.at < end && reader.step() {}
    let head = from..reader.at;
    if reader.words == 0 || reader.open {
        return None;
    }
    reader.bridge();
    Some(Phrase { items: from..reader.at, head, known: reader.known, named: reader.named, led })
}

impl Phrase {
    /// Whether it can name a speaker where nothing but its words tells so.
    #[must_use]
    pub fn tells(&self, habits: Habits) -> bool {
        self.known || self.named && !habits.nouns_capitalised
    }

    /// The phrase with what stands in apposition: "la alcaldesa, Rosa Vidal", "Rosa Vidal, alcaldesa de Orrin".
    #[must_use]
    pub fn with_apposition(self, items: &[Item], habits: Habits) -> Self {
        let comma = self.items.end;
        if items.get(comma).is_none_or(|i| i.sign != Sign::Comma) {
            return self;
        }
        let Some(other) = phrase(items, comma + 1, habits) else { return self };
        let name = self.known && !self.named && other.named && !other.known && !other.led;
        let office = self.named && !self.known && other.known;
        let ended = items.get(other.items.end).is_none_or(|i| !i.is_word() && i.sign != Sign::Number);
        if (name || office) && ended && other.items.len() <= LONGEST_APPOSITION {
            return self.joined(&other);
        }
        self
    }

    /// This phrase and one behind it as one speaker.
    #[must_use]
    pub fn joined(self, other: &Self) -> Self {
        Self {
            items: self.items.start..other.items.end,
            head: if self.known { self.head } else { other.head.clone() },
            known: self.known || other.known,
            named: self.named || other.named,
            led: self.led,
        }
    }
}

/// Walks along a phrase.
struct Reader<'a> {
    items: &'a [Item],
    habits: Habits,
    at: usize,
    known: bool,
    named: bool,
    led: bool,
    /// Whether it stops at a possessive, so that its noun is missing: "Britain's".
    open: bool,
    words: usize,
    /// How many plain words may follow.
    room: usize,
}

impl Reader<'_> {
    fn is(&self, what: impl Fn(&Item) -> bool) -> bool {
        self.items.get(self.at).is_some_and(what)
    }

    /// Takes the next word, where it belongs to the phrase.
    fn step(&mut self) -> bool {
        let Some(item) = self.items.get(self.at) else { return false };
        if item.figure != Figure::None && item.roles.known() == 0 {
            return false;
        }
        match item.sign {
            Sign::Word => self.word(item),
            // "porte-parole", "sheriff's".
            Sign::Joint if self.words > 0 => self.take_joint(),
            Sign::Stop if self.words > 0 => self.initial(),
            Sign::Ampersand if self.named => self.ampersand(),
            _ => false,
        }
    }

    fn word(&mut self, item: &Item) -> bool {
        let roles = item.roles;
        if roles.known() > 0 && !self.is_verb(item) {
            self.known = true;
            self.room = if self.habits.modifiers_first { 0 } else { QUALIFIERS };
            return self.take(roles.known() as usize);
        }
        if roles.of && self.words > 0 && self.of() {
            return true;
        }
        let before = self.at.checked_sub(1).map(|b| &self.items[b]);
        let opens = before.is_none_or(|b| self.words == 0 && (b.ends_clause() || b.sign == Sign::Stop));
        let small = roles.stop || roles.article || roles.that || roles.opener || roles.pronoun || roles.auxiliary;
        let acts = roles.says > 0 || roles.figure > 0 || roles.participle > 0 || roles.verb;
        if item.capital && !(opens && (small || acts)) && !(small && self.habits.nouns_capitalised) {
            self.named = true;
            self.room = match self.habits.modifiers_first {
                true if self.led && !self.known => BEFORE_NOUN,
                true => 0,
                false => QUALIFIERS,
            };
            return self.take(1);
        }
        if small || acts || roles.preposition {
            return false;
        }
        // A plain word: before the noun that is known in some languages, behind it in the others.
        let leads_on =
            || self.habits.modifiers_first && self.items.get(self.at + 1).is_some_and(|i| i.roles.known() > 0);
        if self.room == 0 && !leads_on() {
            return false;
        }
        self.room = self.room.saturating_sub(1);
        self.take(1)
    }

    /// Whether a word that is a noun or a verb is a verb here: "police estimate", but "a police estimate put".
    fn is_verb(&self, item: &Item) -> bool {
        let acts = |i: &Item| i.roles.says > 0 || i.roles.figure > 0 || i.roles.verb;
        let noun = self.led && (!self.known && !self.named || self.items.get(self.at + 1).is_some_and(acts));
        item.roles.speaker == 0 && acts(item) && !noun && !(self.words > 0 && !self.known && !self.named)
    }

    fn take(&mut self, words: usize) -> bool {
        self.at = (self.at + words).min(self.items.len());
        self.words += words;
        self.open = false;
        true
    }

    /// "of" with the articles behind it, where a word follows.
    fn of(&mut self) -> bool {
        let behind = self.items[self.at + 1..].iter().take(2).take_while(|i| i.roles.article || i.roles.of).count();
        let next = self.at + 1 + behind;
        let goes_on = self
            .items
            .get(next)
            .is_some_and(|i| i.is_word() && i.figure == Figure::None && (i.capital || !i.roles.stop && !i.roles.verb));
        if goes_on {
            self.at = next;
            self.room = BEFORE_NOUN;
        }
        goes_on
    }

    fn take_joint(&mut self) -> bool {
        let Some(next) = self.items.get(self.at + 1).filter(|i| i.is_word() && i.glued) else { return false };
        // "'s" leads on to the noun that is owned.
        self.open = next.span.len() == 1;
        if self.open {
            self.room = BEFORE_NOUN;
        }
        self.at += 2;
        true
    }

    /// The stop of an initial within a name: "J. Pérez", "St. Louis", "a U.N. study".
    fn initial(&mut self) -> bool {
        let before = &self.items[self.at - 1];
        let initial = before.capital && before.span.len() <= 3 && self.items[self.at].glued;
        let series = self.at >= 2 && self.items[self.at - 2].sign == Sign::Stop;
        let next = self.items.get(self.at + 1).is_some_and(|i| i.is_name() || series && i.is_word());
        if initial && next {
            self.at += 1;
        }
        initial && next
    }

    /// "Karst & Bell".
    fn ampersand(&mut self) -> bool {
        let next = self.items.get(self.at + 1).is_some_and(Item::is_name);
        if next {
            self.at += 1;
        }
        next
    }

    /// What a preposition joins to the phrase: "Office for National Statistics", "a study by the University of Leeds".
    fn bridge(&mut self) {
        if !self.known || self.habits.nouns_capitalised || !self.is(|i| i.roles.preposition && !i.roles.opener) {
            return;
        }
        let start = self.at;
        self.at += 1;
        while self.is(|i| i.roles.article) {
            self.at += 1;
        }
        let joins = self.is(|i| i.is_name() && !i.roles.stop || i.roles.speaker > 0 && i.figure == Figure::None);
        if !joins {
            self.at = start;
            return;
        }
        while self.at < start + LONGEST && self.step() {}
    }
}
