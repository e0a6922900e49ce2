//! One language: its words for numbers, hedges, units, dates; checked when it is read.

use super::{
    breaks::Breaks,
    compound::Compounds,
    cues::Cues,
    holiday::Holiday,
    lexicon::Lexicon,
    meaning::{Hedge, Meaning, Period},
    raw::Raw,
    speech::Speech,
    units::Units,
    zone::Zone,
};
use crate::text::{Stemmer, fold};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use thiserror::Error;

/// One language, read from its file and checked.
#[derive(Debug)]
pub struct Pack {
    /// Its key: the name of its file without the ending ("es").
    pub key: String,
    /// Its name in itself: "español".
    pub name: String,
    /// What the detector calls it: its code of three letters ("spa"); empty where the detector does not know it.
    pub code: String,
    /// Cuts its words to their stems.
    pub stemmer: Stemmer,
    /// Its habits of writing numbers and dates.
    pub format: Format,
    /// Its words and phrases.
    pub lexicon: Lexicon,
    /// How it makes numbers of one word.
    pub compounds: Compounds,
    /// Its most frequent words, folded: what tells it from other languages where the detector is unsure.
    pub common: FxHashSet<String>,
    /// Texts with the figures that are to be found in them; run as tests.
    pub examples: Vec<Example>,
    /// Which full stops end a sentence.
    pub breaks: Breaks,
    /// Its words for how figures hang together by arithmetic.
    pub cues: Cues,
    /// Its words for saying and for those who say.
    pub speech: Speech,
    /// By the place of a unit: how its abbreviations are written.
    spellings: FxHashMap<u16, Vec<String>>,
    future_endings: Vec<String>,
    past_endings: Vec<String>,
    verb_endings: Vec<String>,
    loose_months: FxHashSet<String>,
    noun_leads: FxHashSet<String>,
    clock_words: FxHashSet<String>,
    noun_lead_endings: Vec<String>,
    loose_weekdays: FxHashSet<String>,
    loose_holidays: FxHashSet<String>,
    holidays: Vec<Holiday>,
}

/// A language's habits of writing numbers and dates.
#[derive(Clone, Debug)]
pub struct Format {
    /// Whether the comma stands before decimals by habit (and else the point).
    pub decimal_comma: bool,
    /// Whether 5/4 is the 5th of April.
    pub day_first: bool,
    /// Whether the day may follow its month: "April 5".
    pub month_day: bool,
    /// What "and" may stand behind within a number.
    pub and_joins: AndJoins,
    /// Whether months are written with a capital, so that a capital does not make a name of one: "May", "Mai".
    pub months_capital: bool,
    /// Whether "of" stands between a month and its year: "junio de 2024", and else "June 2024".
    pub of_before_year: bool,
    /// Whether "last" and "next" may stand behind what they say it of: "el martes pasado", "la semaine prochaine".
    pub direction_behind: bool,
    /// Whether a point between hour and minutes is usual: "a las 20.30", "um 20.30 Uhr".
    pub dotted_hours: bool,
    /// Whether a day and a month may be written with a point behind each: "am 15.8."
    pub dotted_dates: bool,
    /// Whether modifiers stand before their noun: "North Korean troops".
    pub modifiers_first: bool,
    /// Whether every noun has a capital, so that a capital tells no name.
    pub nouns_capitalised: bool,
    /// Whether a point behind digits makes an ordinal: "am 15. August".
    pub ordinal_point: bool,
    /// The endings of words in plural.
    pub plural: Vec<String>,
}

/// What "and" may stand behind within a number; where it may not, it joins two numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AndJoins {
    /// Tens, with units behind: "treinta y uno".
    pub tens: bool,
    /// Tens, with one or eleven behind and nothing else: "vingt et un", "soixante et onze".
    pub ones: bool,
    /// Hundreds, with what is less than a hundred behind: "a hundred and one", "duzentos e trinta".
    pub hundreds: bool,
    /// A thousand and more, with what is less than a hundred or a whole hundred behind: "a thousand and one", "mil e duzentos".
    pub thousands: bool,
}

/// A text and the figures that are to be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The day that relative days are counted from; "" for none.
    pub published: String,
    /// For each figure "its words = its value its kind, its noun or unit": "más de 11.000 = 11000.. count, soldados".
    pub figures: Vec<String>,
}

/// A mistake in the file of a language.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}: {key}: {problem}{}", if example.is_empty() { String::new() } else { format!(" ({example})") })]
pub struct PackError {
    /// The file.
    pub file: String,
    /// The place in it: "numbers.cardinals.dos".
    pub key: String,
    /// What is wrong, and what is expected instead.
    pub problem: String,
    /// How it would be right, from a language that the program carries: "dos = 2". Empty where there is no such place.
    pub example: String,
}

impl PackError {
    /// The mistake in the words of a person. `with` makes a message of its key and its values.
    pub fn in_words(&self, with: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let Self { file, key, problem, example } = self;
        let about = [("file", file.as_str()), ("key", key.as_str()), ("problem", problem.as_str())];
        if example.is_empty() {
            return with("language-left-out", &about);
        }
        with("language-left-out-example", &[about[0], about[1], about[2], ("example", example.as_str())])
    }
}

/// The lists of words that have one meaning: where they stand in the file, and what they mean.
const LISTS: &[(&str, Meaning)] = &[
    ("numbers.one", Meaning::One),
    ("numbers.article", Meaning::Article),
    ("numbers.half", Meaning::Half),
    ("numbers.several", Meaning::Several),
    ("numbers.part", Meaning::Part),
    ("numbers.bare_scales", Meaning::BareScale),
    ("numbers.denominators", Meaning::Denominator),
    ("numbers.out_of", Meaning::OutOf),
    ("numbers.out_of_counted", Meaning::OutOfCounted),
    ("numbers.every", Meaning::Every),
    ("numbers.ordinal_suffixes", Meaning::OrdinalSuffix),
    ("numbers.and", Meaning::And),
    ("numbers.point", Meaning::Point),
    ("numbers.loose_point", Meaning::LoosePoint),
    ("numbers.over", Meaning::Over),
    ("numbers.minus", Meaning::Minus),
    ("numbers.below_zero", Meaning::BelowZero),
    ("numbers.single", Meaning::Single),
    ("hedges.exactly", Meaning::Before(Hedge::Exactly)),
    ("hedges.about", Meaning::Before(Hedge::About)),
    ("hedges.almost", Meaning::Before(Hedge::Almost)),
    ("hedges.more_than", Meaning::Before(Hedge::MoreThan)),
    ("hedges.at_least", Meaning::Before(Hedge::AtLeast)),
    ("hedges.less_than", Meaning::Before(Hedge::LessThan)),
    ("hedges.up_to", Meaning::Before(Hedge::UpTo)),
    ("hedges.between", Meaning::BetweenHedge),
    ("hedges.after_exactly", Meaning::After(Hedge::Exactly)),
    ("hedges.after_about", Meaning::After(Hedge::About)),
    ("hedges.after_more_than", Meaning::After(Hedge::MoreThan)),
    ("hedges.after_at_least", Meaning::After(Hedge::AtLeast)),
    ("hedges.after_less_than", Meaning::After(Hedge::LessThan)),
    ("hedges.after_up_to", Meaning::After(Hedge::UpTo)),
    ("ranges.between", Meaning::Between),
    ("ranges.from", Meaning::From),
    ("ranges.to", Meaning::To),
    ("ranges.joins_bounds", Meaning::JoinsBounds),
    ("ranges.or", Meaning::Or),
    ("ranges.during", Meaning::During),
    ("words.of", Meaning::Of),
    ("words.the", Meaning::The),
    ("words.stop", Meaning::Stop),
    ("words.verbs", Meaning::Verb),
    ("words.more", Meaning::More),
    ("words.counted", Meaning::Counted),
    ("words.labels", Meaning::Label),
    ("words.names", Meaning::Name),
    ("words.streets", Meaning::Street),
    ("words.grades", Meaning::Grade),
    ("words.number_of", Meaning::NumberOf),
    ("words.reach", Meaning::Reach),
    ("words.copulas", Meaning::Copula),
    ("words.of_which", Meaning::OfWhich),
    ("words.all_but", Meaning::AllBut),
    ("words.sources", Meaning::Source),
    ("words.possessives", Meaning::Possessive),
    ("words.against", Meaning::Against),
    ("hedges.compares", Meaning::Compares),
    ("words.harm", Meaning::Harm),
    ("words.negation", Meaning::Negation),
    ("words.rise", Meaning::Rise),
    ("words.fall", Meaning::Fall),
    ("words.by", Meaning::By),
    ("words.match", Meaning::Match),
    ("words.draw_before", Meaning::DrawBefore),
    ("words.draw_behind", Meaning::DrawBehind),
    ("words.quakes", Meaning::Quake),
    ("words.vote", Meaning::Vote),
    ("age.persons", Meaning::Person),
    ("age.before", Meaning::AgeBefore),
    ("age.before_number", Meaning::AgeBeforeNumber),
    ("age.links", Meaning::AgeLink),
    ("age.after", Meaning::AgeAfter),
    ("calendar.past", Meaning::Past),
    ("calendar.rolling", Meaning::Rolling),
    ("calendar.next", Meaning::Next),
    ("calendar.of_next_week", Meaning::OfNextWeek),
    ("calendar.this", Meaning::This),
    ("calendar.next_but_one", Meaning::NextButOne),
    ("calendar.last_but_one", Meaning::LastButOne),
    ("calendar.ago_before", Meaning::AgoBefore),
    ("calendar.ago_after", Meaning::AgoAfter),
    ("calendar.ahead", Meaning::Ahead),
    ("calendar.ahead_if_future", Meaning::AheadIfFuture),
    ("calendar.from_now", Meaning::FromNow),
    ("calendar.days_before", Meaning::DaysBefore),
    ("calendar.days_after", Meaning::DaysAfter),
    ("calendar.on", Meaning::On),
    ("calendar.on_holiday", Meaning::OnHoliday),
    ("calendar.week_number", Meaning::WeekNumber),
    ("calendar.decade_suffixes", Meaning::DecadeSuffix),
    ("age.decades_of", Meaning::AgeDecade),
    ("calendar.until", Meaning::Until),
    ("calendar.since", Meaning::Since),
    ("calendar.future", Meaning::Future),
    ("calendar.past_verbs", Meaning::PastVerb),
    ("calendar.that", Meaning::That),
    ("calendar.when", Meaning::When),
    ("calendar.before_year", Meaning::BeforeYear),
    ("calendar.part_of", Meaning::PartOf),
    ("clock.at", Meaning::At),
    ("clock.at_hour", Meaning::AtHour),
    ("clock.morning", Meaning::Morning),
    ("clock.afternoon", Meaning::Afternoon),
    ("clock.loose_parts", Meaning::LoosePart),
    ("clock.hours", Meaning::Hours),
    ("clock.local", Meaning::Local),
    ("clock.sharp", Meaning::Sharp),
    ("clock.clock_of", Meaning::ClockOf),
    ("clock.clock_places", Meaning::ClockPlace),
    ("clock.in_place", Meaning::InPlace),
    ("clock.night", Meaning::Night),
    ("clock.minutes_past", Meaning::MinutesPast),
    ("clock.minutes_to", Meaning::MinutesTo),
    ("clock.hour_and", Meaning::HourAnd),
    ("clock.hour_less", Meaning::HourLess),
    ("clock.afternoon_before", Meaning::AfternoonBefore),
    ("clock.night_before", Meaning::NightBefore),
    ("clock.lead_before", Meaning::LeadBefore),
    ("clock.lead_behind", Meaning::LeadBehind),
    ("clock.half_to", Meaning::HalfTo),
    ("clock.loose_zones", Meaning::LooseZone),
    ("measure.per", Meaning::Per),
];

/// The highest place in an order that a word may say: "trillonésimo".
const HIGHEST_ORDINAL: i64 = 1_000_000_000_000_000_000;

/// The tables of words with a number each: where they stand in the file, and what the number makes of the word.
type WithNumber = (&'static str, fn(Decimal) -> Option<Meaning>);
const NUMBERED: &[WithNumber] = &[
    ("numbers.cardinals", |d| whole(d, 0, 999).map(|n| Meaning::Cardinal(n as u32))),
    ("numbers.spelled", |d| Some(Meaning::Spelled(d))),
    ("numbers.scales", |d| Some(Meaning::Scale(d))),
    ("numbers.scale_letters", |d| Some(Meaning::ScaleLetters(d))),
    ("numbers.money_letters", |d| Some(Meaning::MoneyLetters(d))),
    ("numbers.count_letters", |d| Some(Meaning::CountLetters(d))),
    ("numbers.collectives", |d| Some(Meaning::Collective(d))),
    ("numbers.plenty", |d| Some(Meaning::Plenty(d))),
    ("numbers.fractions", |d| whole(d, 2, HIGHEST_ORDINAL).map(|n| Meaning::Fraction(n.unsigned_abs()))),
    ("numbers.multiples", |d| Some(Meaning::Multiple(d))),
    ("numbers.ordinals", |d| whole(d, 1, HIGHEST_ORDINAL).map(|n| Meaning::Ordinal(n.unsigned_abs()))),
    ("numbers.plus", |d| Some(Meaning::Plus(d))),
    ("calendar.months", |d| whole(d, 1, 12).map(|n| Meaning::Month(n as i8))),
    ("calendar.weekdays", |d| whole(d, 1, 7).map(|n| Meaning::Weekday(n as i8))),
    ("calendar.days", |d| whole(d, -366, 366).map(|n| Meaning::Day(n as i16))),
    ("calendar.seasons", |d| whole(d, 1, 12).map(|n| Meaning::Season(n as i8))),
    ("calendar.decades", |d| whole(d, 1000, 2100).map(|n| Meaning::Decade(n as i16))),
    ("clock.named", |d| whole(d, 0, 1439).map(|n| Meaning::Clock(n as u16))),
    ("clock.parts", |d| whole(d, 1, 59).map(|n| Meaning::HourPart(n as u16))),
    ("clock.parts_to", |d| whole(d, 1, 59).map(|n| Meaning::PartTo(n as u16))),
    ("clock.zones", |d| whole(d, -840, 840).map(|n| Meaning::Zone(Zone::fixed(n as i16)))),
];

/// The tables of words with a stretch of the calendar each: where they stand in the file, and what it makes of the word.
type WithPeriod = (&'static str, fn(Period) -> Meaning);
const OF_PERIODS: [WithPeriod; 2] = [("calendar.periods", Meaning::Period), ("calendar.running", Meaning::Running)];

/// A whole number within bounds.
fn whole(d: Decimal, low: i64, high: i64) -> Option<i64> {
    let n = i64::try_from(d).ok().filter(|_| d.fract().is_zero())?;
    (low..=high).contains(&n).then_some(n)
}

impl Pack {
    /// Reads the file of a language. `key` is its name without the ending.
    ///
    /// # Errors
    /// The first mistake in the file, with its place.
    pub fn parse(key: &str, text: &str) -> Result<Self, PackError> {
        let mut raw = Raw::parse(&format!("{key}.toml"), text)?;
        let mut lexicon = Lexicon::new(&raw.words("format.elided")?, &raw.words("format.accented")?);
        for &(place, meaning) in LISTS {
            for word in raw.words(place)? {
                lexicon.add(&word, meaning);
            }
        }
        for &(place, meaning) in NUMBERED {
            for (word, number) in raw.numbers(place)? {
                let meaning = meaning(number)
                    .ok_or_else(|| raw.error(&format!("{place}.{word}"), "this number is out of its bounds"))?;
                lexicon.add(&word, meaning);
            }
        }
        for (place, meaning) in OF_PERIODS {
            for (word, period) in raw.texts(place)? {
                let period = period_named(&period)
                    .ok_or_else(|| raw.error(&format!("{place}.{word}"), "expected day, week, month, quarter …"))?;
                lexicon.add(&word, meaning(period));
            }
        }
        for (word, zone) in raw.texts("clock.summer_zones")? {
            let zone = Zone::parse(&zone).ok_or_else(|| {
                raw.error(&format!("clock.summer_zones.{word}"), "expected minutes and whose summer: \"60 europe\"")
            })?;
            lexicon.add(&word, Meaning::Zone(zone));
        }
        let mut holidays = Vec::new();
        for (word, rule) in raw.texts("calendar.holidays")? {
            let rule = Holiday::parse(&rule).ok_or_else(|| {
                raw.error(
                    &format!("calendar.holidays.{word}"),
                    "expected \"12-25\", \"11-thu-4\", \"easter-7..easter\"",
                )
            })?;
            lexicon.add(&word, Meaning::Holiday(holidays.len() as u16));
            holidays.push(rule);
        }
        let spellings = add_units(&mut raw, &mut lexicon)?;
        lexicon.finish();
        let decimal = raw.text("format.decimal")?;
        if decimal != "," && decimal != "." {
            return Err(raw.error("format.decimal", "expected \",\" or \".\""));
        }
        let format = Format {
            decimal_comma: decimal == ",",
            day_first: raw.flag("format.day_first")?,
            month_day: raw.flag("format.month_day")?,
            and_joins: and_joins(&mut raw)?,
            months_capital: raw.flag("format.months_capital")?,
            of_before_year: raw.flag("format.of_before_year")?,
            direction_behind: raw.flag("format.direction_behind")?,
            dotted_hours: raw.flag("format.dotted_hours")?,
            dotted_dates: raw.flag("format.dotted_dates")?,
            modifiers_first: raw.flag("format.modifiers_first")?,
            nouns_capitalised: raw.flag_or("format.nouns_capitalised", false)?,
            ordinal_point: raw.flag_or("format.ordinal_point", false)?,
            plural: raw.words("format.plural")?,
        };
        let cues = Cues::read(&mut raw, &lexicon)?;
        let pack = Self {
            key: key.to_owned(),
            name: raw.text("name")?,
            code: raw.text("code")?,
            stemmer: Stemmer::named(&raw.text("stemmer")?),
            format,
            lexicon,
            compounds: Compounds::read(&mut raw)?,
            common: raw.words("common")?.iter().map(|w| fold(w)).collect(),
            examples: raw.examples()?,
            breaks: Breaks::read(&mut raw)?,
            cues,
            speech: Speech::read(&mut raw)?,
            spellings,
            future_endings: raw.words("calendar.future_endings")?,
            past_endings: raw.words("calendar.past_endings")?,
            verb_endings: raw.words("words.verb_endings")?,
            loose_months: raw.words("calendar.loose_months")?.iter().map(|w| fold(w)).collect(),
            noun_leads: raw.words("words.noun_leads")?.iter().map(|w| fold(w)).collect(),
            clock_words: raw.words("clock.clock_words")?.iter().map(|w| fold(w)).collect(),
            noun_lead_endings: raw.words("words.noun_lead_endings")?,
            loose_weekdays: raw.words("calendar.loose_weekdays")?.iter().map(|w| fold(w)).collect(),
            loose_holidays: raw.words("calendar.loose_holidays")?.iter().map(|w| fold(w)).collect(),
            holidays,
        };
        raw.finish()?;
        Ok(pack)
    }

    /// Whether `written` begins with an abbreviation of the unit at a place of the table, just so: "C" and not "c".
    #[must_use]
    pub fn spells(&self, unit: u16, written: &str) -> bool {
        self.spellings.get(&unit).is_some_and(|all| all.iter().any(|s| written.starts_with(s.as_str())))
    }

    /// Whether a word by its ending speaks of the future; accents count ("será").
    #[must_use]
    pub fn is_future_form(&self, word: &str) -> bool {
        self.future_endings.iter().any(|e| word.len() > e.len() && word.ends_with(e.as_str()))
    }

    /// Whether a word by its ending tells what happened; accents count ("anunció").
    #[must_use]
    pub fn is_past_form(&self, word: &str) -> bool {
        self.past_endings.iter().any(|e| word.ends_with(e.as_str()))
    }

    /// Whether a word by its ending is a verb: "murieron".
    #[must_use]
    pub fn is_verb_form(&self, word: &str) -> bool {
        self.verb_endings.iter().any(|e| word.len() > e.len() + 1 && word.ends_with(e.as_str()))
    }

    /// Whether a word with a small letter, folded, stands before common nouns and hardly before names: an article, an inflected
    /// adjective. Asked where every noun has a capital.
    #[must_use]
    pub fn leads_noun(&self, folded: &str) -> bool {
        // "sagte Schmidt": a verb of the past may have the same ending.
        let inflected = || self.noun_lead_endings.iter().any(|e| folded.ends_with(e.as_str()));
        self.noun_leads.contains(folded) || inflected() && !self.is_past_form(folded)
    }

    /// Whether a word makes a clock of the name before it: "time" of "Kabul time".
    #[must_use]
    pub fn is_clock_word(&self, word: &str) -> bool {
        self.clock_words.contains(&fold(word))
    }

    /// Whether a word by its ending is a plural.
    #[must_use]
    pub fn is_plural_form(&self, word: &str) -> bool {
        self.format.plural.iter().any(|e| word.len() > e.len() + 2 && word.ends_with(e.as_str()))
    }

    /// Whether a month is also an everyday word ("may"), so that it wants a day, a year or a capital beside it.
    #[must_use]
    pub fn is_loose_month(&self, word: &str) -> bool {
        self.loose_months.contains(&fold(word))
    }

    /// Whether a weekday is also an everyday word or a short form of one ("sun", "mar"), so that it wants a capital or a
    /// day beside it.
    #[must_use]
    pub fn is_loose_weekday(&self, word: &str) -> bool {
        self.loose_weekdays.contains(&fold(word))
    }

    /// Whether a holiday's name is also said of what surrounds it ("Christmas market"), so that it wants a word before it
    /// that says the day.
    #[must_use]
    pub fn is_loose_holiday(&self, name: &str) -> bool {
        self.loose_holidays.contains(&fold(name))
    }

    /// The rule of a [`Meaning::Holiday`].
    #[must_use]
    pub fn holiday(&self, place: u16) -> Option<&Holiday> {
        self.holidays.get(usize::from(place))
    }
}

/// Reads what "and" may stand behind.
fn and_joins(raw: &mut Raw) -> Result<AndJoins, PackError> {
    let mut joins = AndJoins::default();
    for word in raw.words("format.and_joins")? {
        match word.as_str() {
            "tens" => joins.tens = true,
            "ones" => joins.ones = true,
            "hundreds" => joins.hundreds = true,
            "thousands" => joins.thousands = true,
            _ => {
                return Err(
                    raw.error("format.and_joins", "expected some of \"tens\", \"ones\", \"hundreds\", \"thousands\"")
                );
            }
        }
    }
    Ok(joins)
}

fn period_named(name: &str) -> Option<Period> {
    Some(match name {
        "day" => Period::Day,
        "week" => Period::Week,
        "weekend" => Period::Weekend,
        "month" => Period::Month,
        "quarter" => Period::Quarter,
        "half" => Period::Half,
        "year" => Period::Year,
        "decade" => Period::Decade,
        "century" => Period::Century,
        _ => return None,
    })
}

/// Adds the words of the units and currencies; gives the spellings of those that are abbreviated.
fn add_units(raw: &mut Raw, lexicon: &mut Lexicon) -> Result<FxHashMap<u16, Vec<String>>, PackError> {
    let mut spellings: FxHashMap<u16, Vec<String>> = FxHashMap::default();
    type Section = (&'static str, fn(u16) -> Meaning);
    let kinds: [Section; 4] = [
        ("units", Meaning::Unit),
        ("abbreviations", Meaning::Abbreviation),
        ("symbols", Meaning::Symbol),
        ("per_units", Meaning::PerUnit),
    ];
    for (section, meaning) in kinds {
        for (key, words) in raw.lists(&format!("measure.{section}"))? {
            let place = Units::built_in().find(&key).ok_or_else(|| {
                raw.error(&format!("measure.{section}.{key}"), "there is no such unit in assets/units.toml")
            })?;
            for word in words {
                lexicon.add(&word, meaning(place));
                if section == "symbols" && word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
                    lexicon.add(&format!("M{word}"), Meaning::MillionSymbol(place));
                }
                if section == "abbreviations" {
                    spellings.entry(place).or_default().push(word);
                }
            }
        }
    }
    Ok(spellings)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
        name = "small"
        code = ""
        stemmer = "english"
        common = ["the"]
        [format]
        decimal = "."
        day_first = true
        month_day = false
        months_capital = true
        of_before_year = false
        direction_behind = false
        dotted_hours = false
        dotted_dates = false
        modifiers_first = true
        plural = ["s"]
    "#;

    fn check(more: &str, expected: &str) {
        let found = Pack::parse("xx", &format!("{SMALL}{more}")).map(|p| p.name).map_err(|e| e.to_string());
        match found {
            Ok(name) => assert_eq!(name, expected, "{more}"),
            Err(e) => assert!(e.contains(expected), "{more}: {e}"),
        }
    }

    #[test]
    fn tells_the_place_of_a_mistake() {
        check("", "small");
        check("[numbers]\ncardinals = { two = 2 }", "small");
        check("[numbers]\ncardinals = { two = 2000 }", "xx.toml: numbers.cardinals.two: ");
        check("[numbers]\ncardinals = [\"two\"]", "xx.toml: numbers.cardinals: ");
        check("[numbers]\none = 1", "xx.toml: numbers.one: ");
        check("and_joins = [\"units\"]", "xx.toml: format.and_joins: ");
        check("[numbers]\nuno = [\"one\"]", "xx.toml: numbers.uno: ");
        check("[measure.units]\nsmoot = [\"smoot\"]", "xx.toml: measure.units.smoot: ");
        check("[calendar.periods]\nweek = \"wk\"", "xx.toml: calendar.periods.week: ");
        check("[calendar.holidays]\nnoel = \"25 December\"", "xx.toml: calendar.holidays.noel: ");
        check("[clock.summer_zones]\net = \"-5\"", "xx.toml: clock.summer_zones.et: ");
        check("[[examples]]\ntxt = 3", "xx.toml: examples");
        check("[numbers", "xx.toml: line");
    }

    #[test]
    fn keeps_an_apostrophe_with_the_word_that_lost_its_vowel() {
        let elided = "plural = [\"s\"]\n        elided = [\"l\", \"un\"]";
        let pack = Pack::parse("xx", &SMALL.replace("plural = [\"s\"]", elided)).unwrap();
        for (text, expected) in [
            ("l'80%", &["l'", "80", "%"][..]),
            ("Un’ora e l’«ora»", &["Un’", "ora", "e", "l’", "«", "ora", "»"]),
            ("il sì, l ' 8", &["il", "sì", ",", "l", "'", "8"]),
            ("po' l'", &["po", "'", "l'"]),
        ] {
            let found = pack.lexicon.tokens(text);
            assert_eq!(found.iter().map(|t| t.span.of(text)).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(pack.lexicon.tokens("l'80")[1].gap, crate::text::token::Gap::Space);
    }

    #[test]
    fn minds_accents_where_they_make_another_word() {
        let accented = "plural = [\"s\"]\n        accented = [\"março\"]";
        let text = SMALL.replace("plural = [\"s\"]", accented);
        let pack = Pack::parse("xx", &format!("{text}[calendar.months]\n\"março\" = 3\nabril = 4")).unwrap();
        for (word, known) in [("março", true), ("MARÇO", true), ("marco", false), ("Abril", true), ("ábril", true)] {
            let words = pack.lexicon.read(word, &pack.lexicon.tokens(word));
            assert_eq!(pack.lexicon.knows(words[0]), known, "{word}");
        }
    }

    #[test]
    fn finds_the_longest_phrase_first() {
        let pack = Pack::parse("xx", &format!("{SMALL}[hedges]\nabout = [\"more\", \"more or less\"]")).unwrap();
        let text = "More or less";
        let words = pack.lexicon.read(text, &pack.lexicon.tokens(text));
        let mut found = Vec::new();
        pack.lexicon.phrases(&words, |len, meaning| found.push((len, meaning)));
        let about = Meaning::Before(Hedge::About);
        assert_eq!(found, [(3, about), (1, about)]);
    }
}
