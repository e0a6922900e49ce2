//! Quantities: every figure of a text with all that belongs to it.

mod absence;
mod age;
mod behind_number;
mod bounds;
mod calendar;
mod change;
mod clock_distance;
mod compounds;
mod currency;
mod date;
mod day_part;
mod decimal;
mod digits;
mod distance;
mod draft;
mod era;
pub mod examples;
mod figure;
mod fraction;
mod grade;
mod group;
mod hedge;
mod holiday;
mod identifier;
pub mod interval;
pub mod leeway;
mod measure;
mod meeting;
mod memo;
pub mod moment;
mod named_clock;
mod noun;
mod one;
mod opening;
mod operand;
mod ordinal;
mod part;
mod period;
mod phrases;
mod range;
pub mod rates;
mod read;
pub mod relation;
mod restated;
mod scan;
mod score;
mod share;
mod shared;
mod slashed_date;
mod span_end;
mod spoken_decimals;
mod stopwatch;
mod street;
mod sum;
mod tense;
mod time;
#[cfg(test)]
mod trial;
mod weekday;
mod whole;
mod words;
mod year;
mod zone;

use crate::{
    language::{Pack, Units},
    text::Span,
};
use jiff::civil::{Date, Time};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use crate::language::Hedge;
pub use interval::Interval;
pub use leeway::Leeway;
pub use moment::{Clock, Day, Moment};

/// A figure: one mention of a number, a date or a time, with its hedge, its unit or what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with its hedge, without the counted noun: "más de 11.000".
    pub span: Span,
    /// The figure alone: "11.000".
    pub core: Span,
    /// The words of the hedge, where there are any: "más de".
    pub hedge_span: Option<Span>,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// What it says.
    pub amount: Amount,
    /// How firmly the writer says it.
    pub hedge: Hedge,
    /// What it is measured in, or what it counts.
    pub unit: Unit,
    /// Whether it states a level or a change, and in which direction.
    pub change: Change,
    /// The other readings that the writing allows ("1.234" as 1.234 or 1234); empty where there is only one.
    pub other_readings: Vec<Amount>,
    /// The quantity (by its place in the text's list) that this one only converts: "16 km (10 miles)".
    pub converts: Option<u32>,
    /// The whole that it is said to be a part of: 84 of "81 of the 84 stocks".
    pub of: Option<Decimal>,
    /// What it leaves of that whole, where this is what is meant: 24 of "all but three of the 27 members".
    pub rest: Option<Decimal>,
    /// Which end of a span it is: "from 8 p.m. to 6 a.m.", "between July and September".
    pub end: Option<End>,
}

impl Quantity {
    /// The number that it says, where it says one and no more and no less.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        match &self.amount {
            Amount::Number(n) if n.low == n.high => n.low,
            _ => None,
        }
    }
}

/// An end of a span whose two ends are figures of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// Where it begins.
    First,
    /// Where it ends.
    Last,
}

/// What sort of quantity a figure is; the names are those of the command line's contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Kind {
    Count,
    Money,
    Percent,
    Date,
    Time,
    Duration,
    Distance,
    Area,
    Weight,
    Speed,
    Temperature,
    Age,
    Ordinal,
    Rate,
    Score,
    Other,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// A number, or a range of numbers.
    Number(Number),
    /// A day, a longer stretch of the calendar, an hour, or a day and an hour.
    Moment(Moment),
    /// A result: 3-1.
    Score(Decimal, Decimal),
}

/// A number as written, unscaled: "1,5 millones" is 1500000.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The lower end; none for "up to", "less than".
    pub low: Option<Decimal>,
    /// The upper end; none for "more than", "at least".
    pub high: Option<Decimal>,
    /// The place value of the last digit that was written and is not a filling zero: 1000 for "15.000", 1 for "15.034",
    /// 100000 for "1,2 millones". What the writer may have rounded to.
    pub grain: Decimal,
    /// Whether it was written in digits (and not in words).
    pub digits: bool,
}

/// Whether a figure states how much there is, or how much it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// How much there is; nothing is said of a change.
    #[default]
    Level,
    /// It rose by this.
    RoseBy,
    /// It fell by this.
    FellBy,
    /// It was this before.
    From,
    /// It is this afterwards.
    To,
}

/// What a figure is measured in, or what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unit {
    /// The unit of measure or the currency, where it is one; its key in the table of units ("km", "EUR").
    pub measure: Option<Measure>,
    /// The counted noun with its modifiers, or the words of the unit: "bajas norcoreanas".
    pub span: Option<Span>,
}

/// A unit of measure or a currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its key: "km", "EUR", "celsius", "percent", "point".
    pub key: String,
    /// What it measures: only quantities of one dimension can be compared ("length", "money", "percent").
    pub dimension: String,
    /// How many base units one of it is (the metre of "length"); 1 for currencies.
    pub factor: Decimal,
    /// What it shows where the base unit shows 0, in base units: 0 for all but temperatures.
    pub zero: Decimal,
}

impl Measure {
    /// What a rate is counted by: "year" of "GBP/year". None for what is no rate, and for speeds, which have units of their own.
    #[must_use]
    pub fn per(&self) -> Option<&str> {
        self.dimension.split_once('/').and(self.key.split_once('/')).map(|(_, per)| per)
    }

    /// The unit of a rate without what it is counted by: "GBP" of "GBP/year".
    #[must_use]
    pub fn undivided(&self) -> Option<Self> {
        let (key, _) = self.per().and(self.key.split_once('/'))?;
        let units = Units::built_in();
        let unit = units.get(units.find(key)?);
        Some(Self { key: unit.key.clone(), dimension: unit.dimension.clone(), factor: unit.factor, zero: unit.zero })
    }
}

/// Every figure of `text`, in order of their places.
///
/// `published` is the day that "yesterday" is counted from. Never fails: what cannot be read is not there.
#[must_use]
pub fn extract(text: &str, pack: &Pack, published: Option<Date>) -> Vec<Quantity> {
    extract_at(text, pack, published, None)
}

/// The same, and hours by their distance ("in 5 minutes") counted from `hour` of that day.
#[must_use]
pub fn extract_at(text: &str, pack: &Pack, published: Option<Date>, hour: Option<Time>) -> Vec<Quantity> {
    let mut scan = scan::Scan::new(text, pack, published);
    scan.hour = hour;
    read::figures(&scan).into_iter().map(|draft| draft.finish(&scan)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Registry;
    use proptest::prelude::*;

    /// Whether every figure stands on boundaries, in order and apart from the others.
    fn well_formed(text: &str) {
        for pack in Registry::built_in().packs() {
            let found = extract(text, pack, "2025-08-13".parse().ok());
            let mut behind = 0;
            for q in &found {
                assert!(text.get(q.span.range()).is_some() && text.get(q.core.range()).is_some(), "{text:?}");
                assert!(q.core.start() >= behind && !q.core.is_empty(), "{text:?}: {q:?}");
                assert!(q.unit.span.is_none_or(|s| text.get(s.range()).is_some()), "{text:?}");
                behind = q.core.end();
            }
        }
    }

    #[test]
    fn odd_text_is_read_without_a_fault() {
        for text in [
            "",
            "1",
            "½½½",
            "-",
            "$",
            "entre",
            "de 5 a",
            "99999999999999999999999999999999",
            "1.1.1.1",
            "a las",
            "5.",
            "un",
            "mil mil mil",
            "Q9",
            "siglo",
            "30 de febrero",
            "12:99",
            "0/0",
            "1/0",
            "\u{ad}1\u{ad}",
            "mil millones de millones de billones de trillones",
            "9999 trillones de trillones",
            "-,5",
            "4,",
        ] {
            well_formed(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            well_formed(&text);
        }

        #[test]
        fn any_jumble_of_figures_is_read(words in prop::collection::vec(prop::sample::select(vec![
            "entre", "y", "de", "a", "mil", "millones", "dos", "treinta", "un", "una", "medio", "docena", "15.000", "3,5", "1/2", "½",
            "$", "%", "-", "–", "(", ")", ".", ",", ":", "15", "30", "2025", "agosto", "August", "martes", "ayer", "hace", "años", "a. m.",
            "p.m.", "h", "horas", "GMT", "half", "one", "and", "twenty", "hundred", "million", "in", "out of", "third", "quinta", "parte",
            "at", "to", "km", "grados", "bajo cero", "más", "menos", "y media", "siglo", "XXI", "Q1", "#", "@", "www", "99999999999999999999999",
            "con", "sobre", "over", "x", "10", "^", "e", "tercios", "fifths", "milésimo", "hundredth", "décimas", "coma", "point", "pero", "but",
            "F", "los", "the", "no", "muertos", "deaths", "\n", "0", "nº", "o más", "over", "next", "último", "trimestre",
        ]), 0..24), glue in prop::collection::vec(any::<bool>(), 24)) {
            let text: String = words.iter().zip(glue).map(|(w, g)| format!("{w}{}", if g { "" } else { " " })).collect();
            well_formed(&text);
        }
    }

    /// The shortest of three readings, in seconds: whatever else runs on the machine can only make one longer.
    fn seconds(text: &str, pack: &Pack) -> f64 {
        let timed = || {
            let start = std::time::Instant::now();
            std::hint::black_box(extract(text, pack, "2025-08-13".parse().ok()));
            start.elapsed().as_secs_f64()
        };
        (0..3).map(|_| timed()).fold(f64::INFINITY, f64::min)
    }

    /// Pieces that a hostile or broken text may repeat without end.
    const REPEATED: [&str; 34] = [
        "entre 10 y 15 mil de 3 a 5 - 4 treinta y ",
        "1 ",
        "1",
        "1.",
        "1,",
        "1-",
        "- ",
        "-",
        "–",
        "\"",
        "(",
        ")",
        "[",
        "'",
        "’",
        ".",
        ",",
        "/",
        "#",
        "@",
        "a1!",
        "a-",
        "mil ",
        "millones ",
        "dos punto dos ",
        "punto dos ",
        "entre ",
        "de ",
        "twenty-",
        "half a ",
        "\u{a0}",
        "1\u{202f}000\u{a0}",
        "$",
        "no ",
    ];

    #[test]
    fn time_grows_with_the_text_and_no_faster() {
        for pack in Registry::built_in().packs() {
            for piece in REPEATED {
                let of_length = |bytes: usize| piece.repeat(bytes / piece.len());
                let mut measured = Vec::new();
                // Sixteen times the text in sixteen times the time; a square would be 256 times. A machine that is busy while
                // one of the two is read tells nothing, and it is not busy at the wrong moment five times running; what
                // grows with the square fails every time.
                let linear = (0..5).any(|_| {
                    let short = seconds(&of_length(2_000), pack);
                    let long = seconds(&of_length(32_000), pack);
                    measured.push((short, long));
                    long < 90.0 * short + 0.05
                });
                assert!(linear, "{} {piece:?}: seconds for short and long {measured:?}", pack.key);
            }
        }
    }

    #[test]
    fn a_line_of_a_megabyte_is_read() {
        let words = "El 15 de agosto murieron más de 1.200 personas, según fuentes, y «40» de los 240 heridos -un 3,5 %- siguen (16 km) ";
        let line = words.repeat(1_000_000 / words.len());
        let registry = Registry::built_in();
        let found = registry.packs().map(|pack| extract(&line, pack, None).len());
        assert!(found.min().unwrap_or(0) > 10_000);
    }
}
