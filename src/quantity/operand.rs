//! A number with the signs before it and the unit behind it: "-3 °C", "US$ 1.5bn", "75 USD million".

use super::{
    decimal::{grain, times},
    measure::{self, Sign, UnitAt},
    scan::Scan,
    spoken_decimals,
    words::{self, Numeric, of_scale},
};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// A number with the signs before it and the unit behind it.
#[derive(Clone, Debug)]
pub(super) struct Operand {
    /// The first token: a currency's sign, a minus, or the number.
    pub first: usize,
    pub number: Numeric,
    pub unit: Option<UnitAt>,
    /// The unit stood before the number.
    pub unit_first: bool,
    /// The token behind number and unit.
    pub end: usize,
}

/// Reads the number that begins at token `i`, with its sign and unit. `joins`: whether "and" may join parts of it.
pub(super) fn read(scan: &Scan, i: usize, joins: bool) -> Option<Operand> {
    scan.operands.get(i, usize::from(joins), || afresh(scan, i, joins))
}

fn afresh(scan: &Scan, i: usize, joins: bool) -> Option<Operand> {
    let (signed, mut negative) = minus(scan, i);
    let sign = measure::sign(scan, signed);
    let mut at = signed + sign.map_or(0, |s| s.len);
    if sign.is_some() {
        if scan.gap(at) > Gap::Space {
            return None;
        }
        // "$-99.99"
        let inner = scan.is_dash(at) && scan.glued(at) && scan.glued(at + 1);
        negative |= inner;
        at += usize::from(inner);
    }
    let number = leading_point(scan, at)
        .or_else(|| spoken_decimals::lone(scan, at))
        .or_else(|| words::read(scan, at, sign.is_some(), joins))?;
    if sign.is_some() && !number.digits {
        return None;
    }
    let mut o = Operand { first: i, end: number.end, number, unit: None, unit_first: false };
    if negative {
        o.number.value = -o.number.value;
        o.number.article = false;
    }
    o.unit = measure::behind(scan, o.end, &o.number);
    o.end = o.unit.map_or(o.end, |u| u.end);
    match sign {
        Some(sign) => o.lead(scan, signed, sign)?,
        None => o.follow(scan)?,
    }
    if let Some(len) = scan.at(o.end, Meaning::BelowZero) {
        o.number.value = -o.number.value.abs();
        o.end += len;
    }
    Some(o)
}

impl Operand {
    /// Takes the sign of a currency before the number for its unit.
    fn lead(&mut self, scan: &Scan, first: usize, sign: Sign) -> Option<()> {
        self.unit_first = true;
        self.multiply(sign.scale)?;
        // "$1,5 millones de dólares": the words say which dollars.
        if self.unit.is_none_or(|u| u.dimension() != "money") {
            self.end = self.number.end;
            let at = UnitAt { first, end: first + sign.len, unit: sign.unit, per: None };
            self.unit = Some(at);
            // "$3,000 a month"
            if let Some(rate) = measure::rate(scan, UnitAt { end: self.number.end, ..at }) {
                (self.unit, self.end) = (Some(UnitAt { end: at.end, ..rate }), rate.end);
            }
        }
        Some(())
    }

    /// Takes what may stand behind the number of a currency: "75 USD million", "120 MEUR".
    fn follow(&mut self, scan: &Scan) -> Option<()> {
        if self.number.digits
            && self.unit.is_none()
            && let Some(sign) = measure::sign(scan, self.end).filter(|s| s.scale > Decimal::ONE)
        {
            let end = self.end + sign.len;
            self.unit = Some(UnitAt { first: self.end, end, unit: sign.unit, per: None });
            self.end = end;
            return self.multiply(sign.scale);
        }
        let money = self.unit.is_some_and(|u| u.dimension() == "money" && u.per.is_none());
        let scale = scan.find(self.end, of_scale).filter(|&(_, s)| s >= Decimal::from(1_000_000));
        let plain = money && self.number.scale.is_none() && scan.gap(self.end) == Gap::Space;
        if let Some((len, scale)) = scale.filter(|_| plain) {
            self.end += len;
            self.number.scale = Some(scale);
            return self.multiply(scale);
        }
        Some(())
    }

    /// Multiplies the number by a scale that stands apart from it.
    fn multiply(&mut self, scale: Decimal) -> Option<()> {
        if scale > Decimal::ONE {
            self.number.value = times(self.number.value, scale)?;
            self.number.grain = times(self.number.grain, scale)?;
            self.number.other = self.number.other.and_then(|o| times(o, scale));
            self.number.plain = None;
        }
        Some(())
    }
}

/// ".77", as English writes it.
fn leading_point(scan: &Scan, i: usize) -> Option<Numeric> {
    let apart = !scan.glued(i) || i > 0 && (scan.is_dash(i - 1) || scan.is_sign(i - 1, "($€£<>=~"));
    let opens = scan.is_sign(i, ".,") && apart && scan.glued(i + 1) && scan.is_numeral(i + 1);
    let written = scan.str(i + 1);
    if !opens || written.len() > 9 || !written.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut number = words::read(scan, i + 1, false, true)?;
    let places = Decimal::from_i128_with_scale(1, written.len() as u32);
    number.value = times(number.value, places)?;
    number.grain = if number.scale.is_some() { grain(number.value) } else { places };
    number.plain = None;
    Some(number)
}

/// Behind a minus before a number, and whether there is one.
fn minus(scan: &Scan, i: usize) -> (usize, bool) {
    if scan.is_dash(i) {
        let opens = !scan.glued(i) || i > 0 && scan.is_sign(i - 1, "([<>=≤≥~:");
        let apart = !scan.glued(i + 1) && stands_alone(scan, i);
        // "-15:00" is an hour behind a dash.
        let hour = scan.is_sign(i + 2, ":") && scan.glued(i + 2) && scan.glued(i + 3) && scan.is_numeral(i + 3);
        return if opens && !hour && (scan.glued(i + 1) || apart) { (i + 1, true) } else { (i, false) };
    }
    let word = scan.at(i, Meaning::Minus);
    match word {
        // "al menos 3" ends with the same word and is a hedge, "todos menos 3" says how many are left out.
        Some(len) if i == 0 || !scan.is_numeral(i - 1) && !ends_hedge(scan, i + len) => (i + len, true),
        _ => (i, false),
    }
}

/// Whether a dash apart from its number is a minus: the two are all of the text, or a temperature opens it. Elsewhere it is a
/// dash between words or the mark of a list.
fn stands_alone(scan: &Scan, i: usize) -> bool {
    if i != 0 || scan.gap(i + 1) != Gap::Space {
        return false;
    }
    let Some(number) = words::read(scan, i + 1, false, true) else { return false };
    let unit = measure::behind(scan, number.end, &number);
    unit.map_or(number.end, |u| u.end) == scan.len() || unit.is_some_and(|u| u.dimension() == "temperature")
}

/// Whether a hedge, or what leaves some out of all, ends just before token `end`.
fn ends_hedge(scan: &Scan, end: usize) -> bool {
    scan.find_before(end, 0, |m| matches!(m, Meaning::Before(_) | Meaning::After(_) | Meaning::AllBut).then_some(()))
        .is_some()
}
