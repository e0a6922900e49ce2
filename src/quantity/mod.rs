//! Quantities: every figure of a text with all that belongs to it.

mod age;
mod calendar;
mod change;
mod date;
mod decimal;
mod digits;
mod draft;
mod figure;
mod hedge;
mod identifier;
pub mod interval;
mod measure;
pub mod moment;
mod noun;
mod range;
pub mod rates;
mod read;
pub mod relation;
mod scan;
mod time;
mod words;

use crate::{language::Pack, text::Span};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use crate::language::Hedge;
pub use interval::Interval;
pub use moment::{Day, Moment};

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

/// Every figure of `text`, in order of their places.
///
/// `published` is the day that "yesterday" is counted from. Never fails: what cannot be read is not there.
#[must_use]
pub fn extract(text: &str, pack: &Pack, published: Option<Date>) -> Vec<Quantity> {
    let scan = scan::Scan::new(text, pack, published);
    read::figures(&scan).into_iter().map(|draft| draft.finish(&scan)).collect()
}
