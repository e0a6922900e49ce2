//! Numbers written as one word: "zweitausenddreihundertfünfzig", "ventotto", "tweeëntwintig". A word that the lexicon does not
//! know is taken apart into the number words of its pack, wholly or not at all.

use super::{Meaning, pack::PackError, raw::Raw};
use crate::text::fold;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many parts are tried on one word before it is given up: far more than the longest number has, and a bound for any text.
const TRIES: u32 = 400;
/// How many bytes at the head of a word tell whether it is worth taking apart.
const OPENING: usize = 3;

/// The parts of which a language makes numbers in one word. Empty for a language that writes them apart.
#[derive(Clone, Debug, Default)]
pub struct Compounds {
    /// By their first byte, the longest first; folded.
    parts: FxHashMap<u8, Vec<(String, Part)>>,
    /// Between two parts: the "und" of "zweiundzwanzig".
    joints: Vec<String>,
    /// Whether units stand before tens.
    units_first: bool,
    /// Whether a part loses its last vowel before another one: "vent(i)otto".
    elides: bool,
    /// Makes an ordinal of what stands before, from twenty on: "ste".
    ordinal_endings: Vec<String>,
    /// Makes a fraction of it: "stel".
    fraction_endings: Vec<String>,
    /// Adds a part of one: "einhalb".
    plus: Vec<(String, Decimal)>,
    /// Words that are read by themselves behind the number: the "jährige" of "dreijährige".
    tails: Vec<String>,
    /// The first bytes of the parts that are numbers.
    openings: FxHashSet<u32>,
}

/// What a word says that was taken apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compound {
    /// The number, the ordinal or the fraction.
    pub meaning: Meaning,
    /// How many letters at the end of the word are a word of their own.
    pub tail: usize,
}

#[derive(Clone, Copy, Debug)]
enum Part {
    Number(u32),
    /// An ordinal or a fraction, which only ends a word: the "dritte" of "hundertdritte".
    Last(Meaning),
}

impl Compounds {
    /// Reads the part `[compounds]` of a language's file, and which of its number words can be parts.
    ///
    /// # Errors
    /// Where one of its entries is not what is expected there.
    pub(super) fn read(raw: &mut Raw) -> Result<Self, PackError> {
        let mut words = |list: &str| -> Result<Vec<String>, PackError> {
            Ok(raw.words(&format!("compounds.{list}"))?.iter().map(|w| fold(w)).collect())
        };
        let mut made = Self {
            joints: words("joints")?,
            ordinal_endings: words("ordinal_endings")?,
            fraction_endings: words("fraction_endings")?,
            tails: words("tails")?,
            ..Self::default()
        };
        made.units_first = raw.flag_or("compounds.units_first", false)?;
        made.elides = raw.flag_or("compounds.elides", false)?;
        made.plus = raw.numbers("compounds.plus")?.into_iter().map(|(w, n)| (fold(&w), n)).collect();
        let own = raw.numbers("compounds.parts")?;
        if own.is_empty() {
            return Ok(Self::default());
        }
        let number = |n: u32| Some(Part::Number(n));
        made.add(own, number);
        made.add(raw.numbers("numbers.cardinals")?, number);
        made.add(raw.numbers("numbers.scales")?, |n| (n <= 1000).then_some(Part::Number(n)));
        made.add(raw.numbers("numbers.ordinals")?, |n| Some(Part::Last(Meaning::Ordinal(n.into()))));
        made.add(raw.numbers("numbers.fractions")?, |n| Some(Part::Last(Meaning::Fraction(n.into()))));
        for parts in made.parts.values_mut() {
            parts.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        Ok(made)
    }

    fn add(&mut self, words: Vec<(String, Decimal)>, part: impl Fn(u32) -> Option<Part>) {
        for (word, number) in words {
            let word = fold(&word);
            let Some(part) = u32::try_from(number).ok().filter(|n| *n > 0).and_then(&part) else { continue };
            let one_word = word.chars().all(char::is_alphabetic);
            let Some(&first) = word.as_bytes().first().filter(|_| one_word) else { continue };
            if let (Part::Number(_), Some(opening)) = (part, opening(&word)) {
                self.openings.insert(opening);
            }
            self.parts.entry(first).or_default().push((word, part));
        }
    }

    /// Whether a word begins as a number does. Cheap, for most words do not.
    #[must_use]
    pub fn may_open(&self, written: &str) -> bool {
        if self.openings.is_empty() {
            return false;
        }
        // Of a plain word, the head is folded without its rest.
        let plain = written.as_bytes().first_chunk::<OPENING>().filter(|head| head.is_ascii());
        let head = plain.map(|head| packed(head.map(|byte| byte.to_ascii_lowercase())));
        head.or_else(|| opening(&fold(written))).is_some_and(|head| self.openings.contains(&head))
    }

    /// Takes a folded word apart. None where anything of it is left over.
    #[must_use]
    pub fn take_apart(&self, folded: &str) -> Option<Compound> {
        let mut tries = TRIES;
        self.walk(folded, State::default(), &mut tries)
    }

    fn walk(&self, rest: &str, state: State, tries: &mut u32) -> Option<Compound> {
        *tries = tries.checked_sub(1)?;
        if let Some(found) = self.end(rest, state) {
            return Some(found);
        }
        let first = rest.as_bytes().first()?;
        for (word, part) in self.parts.get(first).into_iter().flatten() {
            let Some(behind) = self.behind(rest, word) else { continue };
            let found = match *part {
                Part::Number(n) => state.take(n, self.units_first).and_then(|next| self.walk(behind, next, tries)),
                Part::Last(meaning) if behind.is_empty() => state.last(meaning),
                Part::Last(_) => None,
            };
            if found.is_some() {
                return found;
            }
        }
        let mut joints = self.joints.iter().filter_map(|j| rest.strip_prefix(j.as_str()));
        joints.find_map(|behind| self.walk(behind, state.join()?, tries))
    }

    /// What stands behind a part, which may have lost its last vowel.
    fn behind<'t>(&self, rest: &'t str, word: &str) -> Option<&'t str> {
        rest.strip_prefix(word).or_else(|| {
            let short = word.strip_suffix(['a', 'e', 'i', 'o']).filter(|_| self.elides)?;
            rest.strip_prefix(short).filter(|behind| behind.starts_with(['a', 'e', 'i', 'o', 'u']))
        })
    }

    /// What a number says whose word goes on with no more than `rest`.
    fn end(&self, rest: &str, state: State) -> Option<Compound> {
        let n = state.said()?;
        let is_in = |list: &[String]| list.iter().any(|e| e == rest);
        let number = if n < 1000 { Meaning::Cardinal(n) } else { Meaning::Spelled(n.into()) };
        let (meaning, tail) = if rest.is_empty() {
            (number, 0)
        } else if is_in(&self.ordinal_endings) && n >= 20 {
            (Meaning::Ordinal(n.into()), 0)
        } else if is_in(&self.fraction_endings) && n >= 20 {
            (Meaning::Fraction(n.into()), 0)
        } else if let Some((_, part)) = self.plus.iter().find(|(w, _)| w == rest) {
            (Meaning::Spelled(Decimal::from(n).checked_add(*part)?), 0)
        } else if is_in(&self.tails) {
            (number, rest.chars().count())
        } else {
            return None;
        };
        Some(Compound { meaning, tail })
    }
}

/// A number on its way through its parts.
#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// What was said up to the thousand.
    thousands: u32,
    /// What was said since.
    group: u32,
    /// A joint stands before.
    joined: bool,
}

impl State {
    /// What was said, where the word may end here.
    fn said(self) -> Option<u32> {
        let n = self.thousands.checked_add(self.group)?;
        (n > 0 && !self.joined).then_some(n)
    }

    fn join(self) -> Option<Self> {
        self.said().map(|_| Self { joined: true, ..self })
    }

    /// The number with one more part, where that fits.
    fn take(self, n: u32, units_first: bool) -> Option<Self> {
        let rest = self.group % 100;
        let tens_open = rest >= 20 && rest.is_multiple_of(10);
        let unit_open = units_first && self.joined && (1..10).contains(&rest);
        let (thousands, group) = match n {
            20..100 if unit_open => (self.thousands, self.group + n),
            _ if unit_open => return None,
            1..10 if rest == 0 || tens_open && !units_first => (self.thousands, self.group + n),
            10..100 if rest == 0 => (self.thousands, self.group + n),
            100 if self.group == 0 => (self.thousands, 100),
            100 if self.group < 100 && !self.joined => (self.thousands, self.group * 100),
            101..1000 if self.group == 0 => (self.thousands, n),
            1000 if self.thousands == 0 && !self.joined => (1000 * self.group.max(1), 0),
            _ => return None,
        };
        Some(Self { thousands, group, joined: false })
    }

    /// The ordinal or the fraction that a last part makes of the number before it: "hundertdritte", "dosmilésimo".
    fn last(self, meaning: Meaning) -> Option<Compound> {
        let before = u64::from(self.thousands.checked_add(self.group).filter(|n| *n > 0)?);
        let with = |n: u64| match n {
            1..20 if before.is_multiple_of(100) => before.checked_add(n),
            1..10 if before.is_multiple_of(10) && before % 100 >= 20 => before.checked_add(n),
            100 | 1000 if before < n => before.checked_mul(n),
            // "tresmillonésimo"
            1_000_000.. if before < 1000 => before.checked_mul(n),
            _ => None,
        };
        let meaning = match meaning {
            Meaning::Ordinal(n) => Meaning::Ordinal(with(n)?),
            Meaning::Fraction(n) => Meaning::Fraction(with(n)?),
            _ => return None,
        };
        Some(Compound { meaning, tail: 0 })
    }
}

/// The head of a folded word.
fn opening(folded: &str) -> Option<u32> {
    folded.as_bytes().first_chunk().map(|&head| packed(head))
}

/// The first bytes of a word as one number.
fn packed(head: [u8; OPENING]) -> u32 {
    head.iter().fold(0, |all, &byte| all << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMANIC: &str = r#"
        [compounds]
        units_first = true
        joints = ["und"]
        ordinal_endings = ["ste", "sten"]
        fraction_endings = ["stel"]
        tails = ["jährige"]
        parts = { ein = 1 }
        plus = { einhalb = "0.5" }
        [numbers.cardinals]
        zwei = 2
        drei = 3
        "fünf" = 5
        acht = 8
        achtzehn = 18
        zwanzig = 20
        "fünfzig" = 50
        hundert = 100
        [numbers.scales]
        tausend = 1000
        [numbers.ordinals]
        dritte = 3
        [numbers.fractions]
        drittel = 3
    "#;

    const ELIDING: &str = r#"
        [compounds]
        elides = true
        ordinal_endings = ["esimo"]
        parts = { mila = 1000 }
        [numbers.cardinals]
        uno = 1
        due = 2
        tre = 3
        cinque = 5
        otto = 8
        venti = 20
        cinquanta = 50
        cento = 100
        [numbers.scales]
        mille = 1000
    "#;

    fn check(pack: &str, word: &str, expected: &str) {
        let compounds = Compounds::read(&mut Raw::parse("xx.toml", pack).unwrap()).unwrap();
        let folded = fold(word);
        let found = compounds.take_apart(&folded).filter(|_| compounds.may_open(&folded));
        let found = found.map_or("none".to_owned(), |c| match c.meaning {
            Meaning::Cardinal(n) => format!("{n} tail {}", c.tail),
            Meaning::Spelled(n) => format!("{n} tail {}", c.tail),
            Meaning::Ordinal(n) => format!("{n}th"),
            Meaning::Fraction(n) => format!("1/{n}"),
            other => format!("{other:?}"),
        });
        assert_eq!(found, expected, "{word}");
    }

    #[test]
    fn reads_units_before_tens() {
        for (word, expected) in [
            ("zweiundzwanzig", "22 tail 0"),
            ("zwanzigdritte", "23th"),
            ("Dreihundertfünfzig", "350 tail 0"),
            ("zweitausenddreihundertfünfzig", "2350 tail 0"),
            ("achtzehnhundertzweiundfünfzig", "1852 tail 0"),
            ("tausendundzwei", "1002 tail 0"),
            ("hundertdreiundzwanzigtausend", "123000 tail 0"),
            ("zweieinhalb", "2.5 tail 0"),
            ("einundzwanzigste", "21th"),
            ("hundertdritte", "103th"),
            ("zweiundfünfzigstel", "1/52"),
            ("dreijährige", "3 tail 7"),
            ("dreiste", "none"),
            ("zweiund", "none"),
            ("Einsatz", "none"),
            ("zwanzigzwei", "none"),
            ("fünfzigacht", "none"),
        ] {
            check(GERMANIC, word, expected);
        }
    }

    #[test]
    fn drops_vowels_between_parts() {
        for (word, expected) in [
            ("ventidue", "22 tail 0"),
            ("ventotto", "28 tail 0"),
            ("ventitré", "23 tail 0"),
            ("duecentocinquanta", "250 tail 0"),
            ("tremilacinquecento", "3500 tail 0"),
            ("ventunesimo", "21th"),
            ("duecentesimo", "200th"),
            ("ventidueotto", "none"),
            ("trento", "none"),
        ] {
            check(ELIDING, word, expected);
        }
    }

    #[test]
    fn gives_up_on_a_word_without_end() {
        check(GERMANIC, &"zweiund".repeat(5000), "none");
        check("[compounds]\nunits_first = true", "zweiundzwanzig", "none");
    }
}
