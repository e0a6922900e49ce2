//! Ranges: two numbers that are the ends of one statement.

use super::{
    Amount, Kind, Number,
    decimal::times,
    draft::Draft,
    measure::UnitAt,
    operand::{self, Operand},
    ordinal,
    scan::Scan,
    share,
    words::{self, Numeric},
};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// The two ends of a range that begins at token `i`: "entre 10 y 15 mil", "de 3 a 5 años", "10-15".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let opened = scan.at(i, Meaning::Between);
    if let Some(len) = opened {
        let first = skip_article(scan, i + len);
        return [true, false]
            .into_iter()
            .find_map(|joins| {
                let a = operand::read(scan, first, joins)?;
                let b_at = skip_softener(scan, skip_article(scan, a.end + between_joint(scan, a.end)?));
                let b = operand::read(scan, b_at, true).filter(|b| !is_hour(scan, b) && !is_day(scan, b))?;
                joined(i, &a, &b, true)
            })
            .or_else(|| share::between(scan, i))
            .or_else(|| ordinal::between(scan, i));
    }
    if let Some(len) = scan.at(i, Meaning::From) {
        // "subió de 10 a 12" says what was and what is, and no range.
        if super::change::direction(scan, i).is_some() || after_change(scan, i) {
            return None;
        }
        let a = operand::read(scan, skip_article(scan, i + len), true)?;
        let to = scan.at(a.end, Meaning::To)?;
        let b_at = skip_softener(scan, skip_article(scan, a.end + to));
        let b = operand::read(scan, b_at, true).filter(|b| !is_hour(scan, b) && !is_day(scan, b))?;
        return joined(i, &a, &b, false);
    }
    if i > 0
        && scan.is(i - 1, Meaning::From)
        && (super::change::direction(scan, i - 1).is_some() || after_change(scan, i - 1))
    {
        return None;
    }
    let a = operand::read(scan, i, true)?;
    if let Some(around) = tolerance(scan, &a) {
        return Some(around);
    }
    let b_at = skip_article(scan, a.end + open_joint(scan, &a)?);
    let b = operand::read(scan, skip_softener(scan, b_at), true)?;
    let fits = plausible(scan, &a, &b) && !is_amount_and_end(scan, i, &a, &b, b_at);
    joined(i, &a, &b, false).filter(|_| fits)
}

/// "2,000.45 ± 0.01 pounds", "4.5 +/- 0.2": a value with how far it may be off on either side.
fn tolerance(scan: &Scan, a: &Operand) -> Option<Draft> {
    let spelled = scan.is_sign(a.end, "+") && scan.is_sign(a.end + 1, "/") && scan.is_dash(a.end + 2);
    let len = if scan.is_sign(a.end, "±") {
        1
    } else if spelled && scan.glued(a.end + 2) {
        3
    } else {
        return None;
    };
    let b = operand::read(scan, a.end + len, true).filter(|b| b.number.digits && a.number.digits)?;
    let scale = b.number.scale.filter(|_| a.number.scale.is_none()).unwrap_or(Decimal::ONE);
    let (value, off) = (times(a.number.value, scale)?, b.number.value);
    let end = |value: Option<Decimal>, o: &Operand| {
        let number = Numeric { value: value?, scale: o.number.scale.or(b.number.scale), ..o.number.clone() };
        Some(Operand { number, ..o.clone() })
    };
    joined(a.first, &end(value.checked_sub(off), a)?, &end(value.checked_add(off), &b)?, true)
}

/// "will fall by 400 to about 2,100": by how much something changes and to what, and no range. The end has a hedge of its
/// own, or lies far from the amount.
fn is_amount_and_end(scan: &Scan, i: usize, a: &Operand, b: &Operand, b_at: usize) -> bool {
    let changed = scan.is_before(i, 0, Meaning::By) && super::change::direction(scan, i).is_some();
    let far = times(a.number.value, Decimal::from(3)).is_some_and(|v| b.number.value > v) && b.number.scale.is_none();
    changed && scan.is(a.end, Meaning::To) && (b.first > b_at || far)
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

/// Whether the second number of a range is a day: "du 3 au 6 juin", "del 20 al 25 de agosto".
fn is_day(scan: &Scan, b: &Operand) -> bool {
    let month = b.end + scan.at(b.end, Meaning::Of).unwrap_or(0);
    b.number.digits && b.unit.is_none() && scan.find(month, |m| matches!(m, Meaning::Month(_)).then_some(())).is_some()
}

/// Whether the second end is an hour, so that both are: "entre as 8h e as 12h30", "dalle 8 alle 12.30".
fn is_hour(scan: &Scan, end: &Operand) -> bool {
    super::time::read(scan, end.first).is_some()
}

fn skip_article(scan: &Scan, i: usize) -> usize {
    let next_is_number = scan.is(i, Meaning::The) && !scan.is(i + 1, Meaning::Stop);
    let scaled = words::read(scan, i, false, true).is_some_and(|n| !n.article);
    i + usize::from(next_is_number && !scaled)
}

/// Behind a word that only softens the second end: "entre 2 l y unos 7 l".
fn skip_softener(scan: &Scan, i: usize) -> usize {
    i + scan.at(i, Meaning::Before(crate::language::Hedge::About)).unwrap_or(0)
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
    if scan.is_dash(j) && (scan.glued(j) == scan.glued(j + 1) || is_sloppy_dash(scan, a)) {
        return Some(1);
    }
    // "8- to 16-meter"
    if scan.is_dash(j) && scan.glued(j) {
        return scan.at(j + 1, Meaning::To).map(|len| 1 + len);
    }
    scan.at(j, Meaning::To).or_else(|| scan.at(j, Meaning::Or))
}

/// "2 -7 g": a dash that only the space before it makes a minus, for no weight and no length is below zero.
fn is_sloppy_dash(scan: &Scan, a: &Operand) -> bool {
    let numeral = scan.gap(a.end) == Gap::Space && scan.glued(a.end + 1) && scan.is_numeral(a.end + 1);
    let positive = |o: Operand| {
        let whole = matches!(o.unit?.dimension(), "length" | "mass" | "volume" | "area" | "duration" | "speed");
        (whole && o.number.value > a.number.value).then_some(())
    };
    numeral && a.number.digits && operand::read(scan, a.end + 1, true).and_then(positive).is_some()
}

/// Whether two numbers that only stand beside each other are the ends of one range.
fn plausible(scan: &Scan, a: &Operand, b: &Operand) -> bool {
    // "36 à 38 millions": the scale behind the second end is that of both.
    let shared = b.number.scale.filter(|_| a.number.scale.is_none()).and_then(|s| b.number.value.checked_div(s));
    let (low, high) = (a.number.value, shared.unwrap_or(b.number.value));
    let decimals = |n: &Numeric| n.scale.is_none() && n.value.scale() > 0;
    let even = decimals(&a.number) == decimals(&b.number) || scan.is_dash(a.end);
    let near = high <= low.checked_mul(Decimal::from(20)).unwrap_or(Decimal::MAX) || low.is_zero();
    if scan.is(a.end, Meaning::Or) {
        return even && high <= low.checked_mul(Decimal::TWO).unwrap_or(Decimal::MAX) + Decimal::ONE;
    }
    // "at 0% until 2010" says until when.
    let year = |n: &Numeric| n.plain == Some(4) && super::year::is_year(n.value);
    let until = year(&b.number) && b.unit.is_none() && !year(&a.number) && !scan.is_dash(a.end);
    even && near && !until && !a.number.article && !b.number.article
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
    let mut high = b.number.value;
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
    // "from -18 to -34 degrees" falls.
    if high < low && low <= Decimal::ZERO {
        (low, high) = (high, low);
    }
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
