//! Ranges: two numbers that are the ends of one statement.

use super::{
    Amount, Kind, Number,
    decimal::times,
    draft::Draft,
    measure::{self, UnitAt},
    scan::Scan,
    words::{self, Numeric},
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

/// Reads the number that begins at token `i`, with its sign and unit.
pub(super) fn operand(scan: &Scan, i: usize, joins: bool) -> Option<Operand> {
    scan.operands.get(i, usize::from(joins), || operand_afresh(scan, i, joins))
}

fn operand_afresh(scan: &Scan, i: usize, joins: bool) -> Option<Operand> {
    let (after_minus, negative) = minus(scan, i);
    if let Some(number) = leading_point(scan, after_minus) {
        let number = Numeric { value: if negative { -number.value } else { number.value }, ..number };
        let unit = measure::behind(scan, number.end, &number);
        let end = unit.map_or(number.end, |u| u.end);
        return Some(Operand { first: i, number, unit, unit_first: false, end });
    }
    let symbol = measure::symbol(scan, after_minus);
    let at = after_minus + symbol.map_or(0, |s| s.0);
    if symbol.is_some() && scan.gap(at) > Gap::Space {
        return None;
    }
    let mut number = words::read(scan, at, symbol.is_some(), joins)?;
    if symbol.is_some() && !number.digits {
        return None;
    }
    if negative {
        number.value = -number.value;
        number.article = false;
    }
    let mut end = number.end;
    let mut unit = measure::behind(scan, end, &number);
    if let Some(u) = unit {
        end = u.end;
    }
    let mut unit_first = false;
    if let Some((len, symbol)) = symbol {
        unit_first = true;
        let first = after_minus;
        // "$1,5 millones de dólares": the words say which dollars.
        if unit.is_none_or(|u| u.dimension() != "money") {
            end = number.end;
            let sign = UnitAt { first, end: first + len, unit: symbol, per: None };
            unit = Some(sign);
            // "$3,000 a month"
            if let Some(rate) = measure::rate(scan, UnitAt { end: number.end, ..sign }) {
                (unit, end) = (Some(UnitAt { end: first + len, ..rate }), rate.end);
            }
        }
    }
    if let Some(len) = scan.at(end, Meaning::BelowZero) {
        number.value = -number.value.abs();
        end += len;
    }
    Some(Operand { first: i, number, unit, unit_first, end })
}

/// ".77", as English writes it.
fn leading_point(scan: &Scan, i: usize) -> Option<Numeric> {
    let opens = scan.is_sign(i, ".,") && !scan.glued(i) && scan.glued(i + 1) && scan.is_numeral(i + 1);
    let written = scan.str(i + 1);
    if !opens || written.len() > 9 || !written.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut number = words::read(scan, i + 1, false, true)?;
    let scale = Decimal::from_i128_with_scale(1, written.len() as u32);
    number.value = times(number.value, scale)?;
    number.grain = times(number.grain, scale)?;
    number.plain = None;
    Some(number)
}

/// Behind a minus before a number, and whether there is one.
fn minus(scan: &Scan, i: usize) -> (usize, bool) {
    if scan.is_dash(i) && (!scan.glued(i) || i > 0 && scan.is_sign(i - 1, "(")) && scan.glued(i + 1) {
        return (i + 1, true);
    }
    let word = scan.at(i, Meaning::Minus);
    match word {
        // "al menos 3" ends with the same word and is a hedge.
        Some(len) if i == 0 || !scan.is_numeral(i - 1) && !ends_hedge(scan, i + len) => (i + len, true),
        _ => (i, false),
    }
}

/// Whether a hedge ends just before token `end`.
fn ends_hedge(scan: &Scan, end: usize) -> bool {
    scan.find_before(end, 0, |m| matches!(m, Meaning::Before(_) | Meaning::After(_)).then_some(())).is_some()
}

/// The two ends of a range that begins at token `i`: "entre 10 y 15 mil", "de 3 a 5 años", "10-15".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let opened = scan.at(i, Meaning::Between);
    if let Some(len) = opened {
        let first = skip_article(scan, i + len);
        return [true, false].into_iter().find_map(|joins| {
            let a = operand(scan, first, joins)?;
            let b_at = skip_article(scan, a.end + between_joint(scan, a.end)?);
            let b = operand(scan, b_at, true)?;
            joined(i, &a, &b, true)
        });
    }
    if let Some(len) = scan.at(i, Meaning::From) {
        // "subió de 10 a 12" says what was and what is, and no range.
        if super::change::direction(scan, i).is_some() || after_change(scan, i) {
            return None;
        }
        let a = operand(scan, skip_article(scan, i + len), true)?;
        let to = scan.at(a.end, Meaning::To)?;
        let b = operand(scan, skip_article(scan, a.end + to), true)?;
        return joined(i, &a, &b, false);
    }
    if i > 0
        && scan.is(i - 1, Meaning::From)
        && (super::change::direction(scan, i - 1).is_some() || after_change(scan, i - 1))
    {
        return None;
    }
    let a = operand(scan, i, true)?;
    let b_at = a.end + open_joint(scan, &a)?;
    let b = operand(scan, skip_article(scan, b_at), true)?;
    joined(i, &a, &b, false).filter(|_| plausible(scan, &a, &b))
}

/// "subirá 50 euros, de 1.134 a 1.184": behind a figure that says by how much.
fn after_change(scan: &Scan, i: usize) -> bool {
    let by = |k: usize| {
        scan.is_sign(k, "%")
            || scan.is_numeral(k)
            || scan.find(k, |m| matches!(m, Meaning::Unit(_)).then_some(())).is_some()
    };
    i > 2 && scan.is_sign(i - 1, ",") && by(i - 2) && super::change::direction_in_sentence(scan, i).is_some()
}

fn skip_article(scan: &Scan, i: usize) -> usize {
    let next_is_number = scan.is(i, Meaning::The) && !scan.is(i + 1, Meaning::Stop);
    let scaled = words::read(scan, i, false, true).is_some_and(|n| !n.article);
    i + usize::from(next_is_number && !scaled)
}

/// What joins the two ends after "between".
fn between_joint(scan: &Scan, j: usize) -> Option<usize> {
    scan.at(j, Meaning::And)
        .or_else(|| scan.at(j, Meaning::To))
        .or_else(|| scan.at(j, Meaning::Or))
        .or_else(|| (scan.is_dash(j) && scan.gap(j) != Gap::Line).then_some(1))
}

/// What joins the two ends of a range that nothing opened.
fn open_joint(scan: &Scan, a: &Operand) -> Option<usize> {
    let j = a.end;
    if scan.gap(j) == Gap::Line {
        return None;
    }
    if scan.is_dash(j) && scan.glued(j) == scan.glued(j + 1) {
        return Some(1);
    }
    // "8- to 16-meter"
    if scan.is_dash(j) && scan.glued(j) {
        return scan.at(j + 1, Meaning::To).map(|len| 1 + len);
    }
    scan.at(j, Meaning::To).or_else(|| scan.at(j, Meaning::Or))
}

/// Whether two numbers that only stand beside each other are the ends of one range.
fn plausible(scan: &Scan, a: &Operand, b: &Operand) -> bool {
    let (low, high) = (a.number.value, b.number.value);
    let decimals = |n: &Numeric| n.scale.is_none() && n.value.scale() > 0;
    let even = decimals(&a.number) == decimals(&b.number) || scan.is_dash(a.end);
    let near = high <= low.checked_mul(Decimal::from(20)).unwrap_or(Decimal::MAX) || low.is_zero();
    if scan.is(a.end, Meaning::Or) {
        return even && high <= low.checked_mul(Decimal::TWO).unwrap_or(Decimal::MAX) + Decimal::ONE;
    }
    even && near && !a.number.article && !b.number.article
}

/// One figure of two ends; none where they measure different things or fall.
fn joined(first: usize, a: &Operand, b: &Operand, opened: bool) -> Option<Draft> {
    if let (Some(x), Some(y)) = (a.unit, b.unit)
        && x.dimension() != y.dimension()
    {
        return None;
    }
    // A unit between the ends and none behind the second: "2 horas a 5".
    if a.unit.is_some_and(|u| !a.unit_first && u.key() != "percent") && b.unit.is_none() && !opened {
        return None;
    }
    let mut low = a.number.value;
    let high = b.number.value;
    let mut low_grain = a.number.grain;
    if let Some(scale) = b.number.scale.filter(|_| a.number.scale.is_none() && !b.number.open) {
        let mantissa = high.checked_div(scale)?;
        if low <= mantissa && low < scale {
            low = times(low, scale)?;
            low_grain = times(low_grain, scale)?;
        }
    }
    let in_years = |n: &Numeric| super::year::is_year(n.value);
    let scan_years = in_years(&a.number)
        && in_years(&b.number)
        && a.number.plain == Some(4)
        && b.number.plain == Some(4)
        && a.unit.is_none()
        && b.unit.is_none();
    if low >= high || scan_years {
        return None;
    }
    let unit = b.unit.or(a.unit);
    let core_end = if b.unit_first { b.end } else { b.number.end.max(percent_end(b)) };
    let amount = Amount::Number(Number {
        low: Some(low),
        high: Some(high),
        grain: low_grain.min(b.number.grain),
        digits: a.number.digits || b.number.digits,
    });
    let mut draft = Draft::new(first, core_end, unit.map_or(Kind::Count, UnitAt::kind), amount);
    draft.unit = unit.map(|u| u.unit);
    draft.per = unit.and_then(|u| u.per);
    draft.unit_words = unit.map(|u| (u.first, u.end));
    draft.end = b.end.max(core_end);
    draft.counts = unit.is_none();
    draft.takes_of = b.number.takes_of;
    Some(draft)
}

/// A per cent sign or word belongs to the figure itself.
pub(super) fn percent_end(o: &Operand) -> usize {
    o.unit.filter(|u| u.dimension() == "percent" && !o.unit_first).map_or(o.number.end, |u| u.end)
}
