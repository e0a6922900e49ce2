//! Units behind a number and signs before it: what a figure is measured in.

use super::{Kind, scan::Scan, words::Numeric};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// A unit in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitAt {
    /// Its first token.
    pub first: usize,
    /// The token behind it.
    pub end: usize,
    /// Its place in the table of units.
    pub unit: u16,
    /// What it is counted by, in a rate.
    pub per: Option<u16>,
}

impl UnitAt {
    pub fn dimension(self) -> &'static str {
        &Units::built_in().get(self.unit).dimension
    }

    pub fn key(self) -> &'static str {
        &Units::built_in().get(self.unit).key
    }

    /// What sort of quantity it makes of a figure.
    pub fn kind(self) -> Kind {
        // Pay by the month is money; pesos by the dollar are a rate.
        let paid =
            self.per.is_some_and(|p| Units::built_in().get(p).dimension == "duration") && self.dimension() == "money";
        match self.per.filter(|_| !paid).map(|p| Units::built_in().get(p).dimension.as_str()) {
            // Rain by the area is a height.
            Some("area") if self.dimension() == "volume" => Kind::Distance,
            Some(_) => Kind::Rate,
            None => kind_of(self.dimension()),
        }
    }
}

/// What sort of quantity a dimension makes.
pub(super) fn kind_of(dimension: &str) -> Kind {
    match dimension {
        "money" => Kind::Money,
        "percent" | "percentage_point" => Kind::Percent,
        "length" => Kind::Distance,
        "area" => Kind::Area,
        "mass" => Kind::Weight,
        "speed" => Kind::Speed,
        "temperature" => Kind::Temperature,
        "duration" => Kind::Duration,
        "times" => Kind::Count,
        _ => Kind::Other,
    }
}

/// The sign or the code of a currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sign {
    /// How many tokens it has.
    pub len: usize,
    /// The currency, by its place in the table of units.
    pub unit: u16,
    /// What it multiplies the number by: a million for "MEUR".
    pub scale: Decimal,
}

/// The sign or the code of a currency at token `i`: "$", "US$", "EUR", "MEUR".
pub(super) fn sign(scan: &Scan, i: usize) -> Option<Sign> {
    let plain = scan.find(i, |m| if let Meaning::Symbol(u) = m { Some((u, Decimal::ONE)) } else { None });
    let million =
        || scan.find(i, |m| if let Meaning::MillionSymbol(u) = m { Some((u, Decimal::from(1_000_000))) } else { None });
    let (len, (unit, scale)) = plain.or_else(million)?;
    is_written_as_code(scan, i, len).then_some(Sign { len, unit, scale })
}

/// The sign or the code of a currency that says no scale, at token `i`.
pub(super) fn symbol(scan: &Scan, i: usize) -> Option<(usize, u16)> {
    sign(scan, i).filter(|s| s.scale == Decimal::ONE).map(|s| (s.len, s.unit))
}

/// A code of letters counts in capitals alone: "PEN", and not "pen".
fn is_written_as_code(scan: &Scan, i: usize, len: usize) -> bool {
    let signs = (i..i + len).any(|k| !scan.is_word(k));
    // "a $110 million grant" has an article and no "A$".
    let apart = len > 1 && scan.is_word(i) && !scan.glued(i + 1) && scan.str(i).len() == 1;
    !apart && (signs || scan.is_capital(i))
}

/// The unit behind a number that ends before token `j`.
pub(super) fn behind(scan: &Scan, j: usize, number: &Numeric) -> Option<UnitAt> {
    if scan.gap(j) == Gap::Line {
        return None;
    }
    let (first, unit, end) = unit_at(scan, j, number).or_else(|| {
        let of = scan.at(j, Meaning::Of).filter(|_| number.takes_of)?;
        unit_at(scan, j + of, number)
    })?;
    let found = UnitAt { first, end, unit, per: None };
    Some(rate(scan, found).unwrap_or(found))
}

fn unit_at(scan: &Scan, j: usize, number: &Numeric) -> Option<(usize, u16, usize)> {
    let word = unit_word(scan, j, number);
    let rest = scan.tokens.get(j).map_or("", |t| &scan.text[t.span.start()..]);
    let whole = |len: usize| !(scan.glued(j + len) && scan.is_word(j + len));
    let short = scan
        .find(j, |m| if let Meaning::Abbreviation(u) = m { scan.pack.spells(u, rest).then_some(u) } else { None })
        .filter(|&(len, _)| number.digits && scan.gap(j) <= Gap::Space && whole(len) && !leads_on(scan, j, j + len));
    let sign = symbol(scan, j).filter(|_| number.digits);
    let Some((len, unit)) = [word, short, sign].into_iter().flatten().max_by_key(|f| f.0) else {
        return joined_abbreviation(scan, j).filter(|_| number.digits);
    };
    let dash = usize::from(scan.is_dash(j) && len > 1);
    Some((j + dash, unit, j + len))
}

/// "350-kW": an abbreviation of several letters behind a dash.
pub(super) fn joined_abbreviation(scan: &Scan, dash: usize) -> Option<(usize, u16, usize)> {
    let at = dash + 1;
    let joined = scan.is_dash(dash) && scan.glued(dash) && scan.glued(at) && scan.is_word(at) && scan.str(at).len() > 1;
    let rest = scan.tokens.get(at).filter(|_| joined).map(|t| &scan.text[t.span.start()..])?;
    let unit = |m| if let Meaning::Abbreviation(u) = m { scan.pack.spells(u, rest).then_some(u) } else { None };
    let (len, unit) = scan.find(at, unit)?;
    (!scan.glued(at + len) || !scan.is_word(at + len)).then_some((at, unit, at + len))
}

/// Whether an abbreviation is something else here: "1,200 in India", "24 F-16".
fn leads_on(scan: &Scan, j: usize, end: usize) -> bool {
    let preposition = scan.is(j, Meaning::Stop) && scan.gap(j) == Gap::Space;
    // "31 in May": a verb with a capital is none.
    let verb = scan.is(end, Meaning::Verb) && !scan.is_named(end);
    let sentence = scan.is_word(end) && scan.gap(end) != Gap::Line && !verb;
    let code = scan.is_dash(end) && scan.glued(end) && scan.glued(end + 1) && scan.is_numeral(end + 1);
    preposition && (sentence || scan.is_numeral(end)) || code && scan.is_capital(j)
}

/// A unit in words. Where a word is a currency and something else ("pounds"), it is the currency where millions are
/// spoken of, or where the document shows that currency's sign.
fn unit_word(scan: &Scan, j: usize, number: &Numeric) -> Option<(usize, u16)> {
    let mut all = Vec::new();
    let (len, unit) = scan.unit(j)?;
    scan.find(j, |m| -> Option<()> {
        if let Meaning::Unit(u) = m {
            all.push(u);
        }
        None
    });
    let is_money = |u: u16| Units::built_in().get(u).dimension == "money";
    // "20 won" tells of winners, "450 trillion won" of money.
    let verb = is_money(unit) && (scan.is(j, Meaning::Match) || scan.is(j, Meaning::Verb));
    if verb && number.scale.is_none() && number.value < Decimal::ONE_THOUSAND {
        return None;
    }
    let money = all.iter().copied().find(|&u| scan.at(j, Meaning::Unit(u)) == Some(len) && is_money(u));
    let other = all.iter().copied().find(|&u| scan.at(j, Meaning::Unit(u)) == Some(len) && !is_money(u));
    if let (Some(money), Some(other)) = (money, other) {
        let large = number.scale.is_some_and(|s| s >= Decimal::from(1_000_000));
        return Some((len, if large || scan.currencies.contains(&money) { money } else { other }));
    }
    Some((len, unit))
}

/// The second unit of a rate: "por kilo", "a month", "diarios".
pub(super) fn rate(scan: &Scan, found: UnitAt) -> Option<UnitAt> {
    if matches!(found.dimension(), "percent" | "percentage_point" | "speed" | "times") {
        return None;
    }
    let per_unit = |m| if let Meaning::PerUnit(u) = m { Some(u) } else { None };
    if let Some((len, per)) = scan.find(found.end, per_unit).filter(|_| scan.gap(found.end) != Gap::Line) {
        return (found.dimension() != "duration").then_some(UnitAt { end: found.end + len, per: Some(per), ..found });
    }
    let len = scan.at(found.end, Meaning::Per)?;
    let (more, per) = scan.unit(found.end + len)?;
    // "dólares el barril" is a price, "dólares el año entrante" a date.
    if scan.is(found.end, Meaning::The)
        && len == 1
        && Units::built_in().get(per).dimension == "duration"
        && !scan.is(found.end, Meaning::Article)
    {
        return None;
    }
    let same = Units::built_in().get(per).dimension == found.dimension() && found.dimension() != "money";
    (!same && found.dimension() != "duration").then_some(UnitAt {
        end: found.end + len + more,
        per: Some(per),
        ..found
    })
}
