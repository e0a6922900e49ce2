//! Parts of a whole: "dos tercios", "la quinta parte", "uno de cada cinco", "half of", "1/4".

use super::{
    Amount, Kind, Number,
    decimal::ratio,
    draft::Draft,
    era,
    fraction::{self, Fraction},
    measure::{self, UnitAt},
    scan::Scan,
    words::{self, Numeric},
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// A part of a whole: "dos tercios", "la quinta parte", "1/4", "½". So many of so many are a [`rate`], which is asked first.
pub(super) fn share(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some(negative) = below_zero(scan, i) {
        return Some(negative);
    }
    let written = fraction::read(scan, i);
    if let Some(scaled) = scaled(scan, i, written) {
        return Some(scaled);
    }
    let fraction = written.or_else(|| if i == 0 { fraction::lone(scan) } else { None })?;
    let of = scan.at(fraction.end, Meaning::Of);
    // "five eighths of" ends before it says of what.
    let dangling = of.filter(|len| scan.breaks_before(fraction.end + len)).unwrap_or(0);
    // "alla metà degli anni '80" says when.
    if of.is_some_and(|len| era::decade(scan, fraction.end + len).is_some()) {
        return None;
    }
    if let Some(unit) =
        unit_behind(scan, fraction.end + of.unwrap_or(0)).filter(|_| scan.gap(fraction.end) != Gap::Line)
    {
        return number(i, fraction, Some(unit));
    }
    // By itself, or in digits and of nothing, a fraction is a number; of something it is a share.
    let digits = fraction.digits && !scan.is(fraction.end, Meaning::The);
    if (of.is_none() || dangling > 0) && (alone(scan, i, fraction.end + dangling) || digits)
        || fraction.parts > fraction.whole
    {
        return number(i, fraction, None);
    }
    percent(i, fraction)
}

/// "entre un tercio y la mitad": a stretch of shares.
pub(super) fn between(scan: &Scan, i: usize) -> Option<Draft> {
    let first = i + scan.at(i, Meaning::Between)?;
    let low = fraction::read(scan, first)?;
    let high = fraction::read(scan, low.end + scan.at(low.end, Meaning::And)?)?;
    let value = |f: Fraction| ratio(f.parts.checked_mul(Decimal::ONE_HUNDRED)?, f.whole);
    let (from, to) = (value(low)?, value(high)?);
    let amount = Amount::Number(Number { low: Some(from), high: Some(to), grain: Decimal::ONE, digits: high.digits });
    let draft = Draft { amount, ..percent(i, high)? };
    (from < to).then_some(draft)
}

/// "-4/5"
fn below_zero(scan: &Scan, i: usize) -> Option<Draft> {
    let minus = scan.is_dash(i) && !scan.glued(i) && scan.glued(i + 1);
    let found = fraction::slashed(scan, i + 1).filter(|_| minus)?;
    number(i, Fraction { parts: -found.parts, ..found }, None)
}

/// The share in per cent.
fn percent(first: usize, fraction: Fraction) -> Option<Draft> {
    let value = ratio(fraction.parts.checked_mul(Decimal::ONE_HUNDRED)?, fraction.whole)?;
    // "A quarter" is said of 26 per cent, "six in ten" of 62.
    let coarse = fraction.whole <= Decimal::TEN;
    let grain = if coarse { Decimal::from(5) } else { Decimal::ONE };
    let amount = Draft::number(value, grain.min(value.abs()), false);
    let mut draft = Draft::new(first, fraction.end, Kind::Percent, amount);
    draft.unit = Units::built_in().find("percent");
    Some(draft)
}

/// The fraction as a number, of a unit where there is one: "½ litro".
fn number(first: usize, fraction: Fraction, unit: Option<UnitAt>) -> Option<Draft> {
    let value = ratio(fraction.parts, fraction.whole)?;
    let amount = Draft::number(value, value.abs(), fraction.digits);
    let mut draft = Draft::new(first, fraction.end, unit.map_or(Kind::Count, UnitAt::kind), amount);
    draft.unit = unit.map(|u| u.unit);
    draft.unit_words = unit.map(|u| (u.first, u.end));
    draft.end = unit.map_or(fraction.end, |u| u.end);
    if unit.is_some_and(|u| u.dimension() == "percent") {
        draft.core.1 = draft.end;
    }
    Some(draft)
}

/// A unit that a fraction is of: "three quarters of a mile", "quarter-litre".
fn unit_behind(scan: &Scan, j: usize) -> Option<UnitAt> {
    let dash = usize::from(scan.is_dash(j) && scan.glued(j + 1) && scan.unit(j).is_none());
    let at = j + dash + scan.at(j + dash, Meaning::Article).unwrap_or(0);
    let (len, unit) = scan.unit(at)?;
    let j = at;
    let unit = UnitAt { first: j, end: j + len, unit, per: None };
    (unit.dimension() != "times").then_some(unit)
}

/// "a third of a million", "un cuarto de millón", "three-quarters billion", "a quarter-million".
/// `written`: the fraction at token `i`, where one was read.
fn scaled(scan: &Scan, i: usize, written: Option<Fraction>) -> Option<Draft> {
    let lone = || {
        // "quarter million" needs no article, for no other reading has a scale behind.
        let (len, n) = scan.find(i, |m| if let Meaning::Fraction(n) = m { Some(n) } else { None })?;
        (n == 4 && scan.len() > 1).then(|| Fraction {
            end: i + len,
            parts: Decimal::ONE,
            whole: Decimal::from(n),
            digits: false,
        })
    };
    let fraction = written.or_else(lone)?;
    let of = scan.at(fraction.end, Meaning::Of).unwrap_or(0);
    let mut at = fraction.end + of + usize::from(of == 0 && scan.is_dash(fraction.end) && scan.glued(fraction.end));
    if of > 0 && scan.find(at, scale_of).is_none() {
        at += scan.at(at, Meaning::Article).or_else(|| scan.at(at, Meaning::One)).unwrap_or(0);
    }
    let (len, scale) = scan.find(at, scale_of).filter(|&(_, s)| s >= Decimal::ONE_THOUSAND)?;
    let value = ratio(fraction.parts.checked_mul(scale)?, fraction.whole)?.round();
    let mut number = Numeric { end: at + len, value, grain: scale / Decimal::TEN, ..Numeric::unsaid(i) };
    (number.scale, number.takes_of) = (Some(scale), true);
    let unit = measure::behind(scan, number.end, &number);
    let kind = unit.map_or(Kind::Count, UnitAt::kind);
    let mut draft = Draft::new(i, number.end, kind, Draft::number(value, number.grain, false));
    draft.unit = unit.map(|u| u.unit);
    draft.per = unit.and_then(|u| u.per);
    draft.unit_words = unit.map(|u| (u.first, u.end));
    draft.end = unit.map_or(number.end, |u| u.end);
    draft.counts = unit.is_none();
    draft.takes_of = true;
    Some(draft)
}

fn scale_of(m: Meaning) -> Option<Decimal> {
    if let Meaning::Scale(s) = m { Some(s) } else { None }
}

/// "uno de cada cinco", which is asked before "uno de" is taken for a pronoun.
pub(super) fn rate(scan: &Scan, i: usize) -> Option<Draft> {
    let rate = out_of(scan, i)?;
    if alone(scan, i, rate.end) { number(i, rate, None) } else { percent(i, rate) }
}

/// Whether nothing else stands in the sentence.
fn alone(scan: &Scan, i: usize, end: usize) -> bool {
    scan.breaks_before(i) && (scan.breaks_before(end) || scan.is_sign(end, ".,;)"))
}

/// "dos de cada tres", "one in five".
fn out_of(scan: &Scan, i: usize) -> Option<Fraction> {
    if let Some(every) = every(scan, i) {
        return Some(every);
    }
    let a = words::read(scan, i, false, true)?;
    let (joint, len) = whole_behind(scan, a.end)?;
    let b = words::read(scan, joint + len, false, true).or_else(|| hundred(scan, joint + len).filter(|_| len > 1))?;
    if joint > a.end && scan.is_plural(b.end) && !scan.is(b.end, Meaning::Stop) {
        return None;
    }
    let digits = b.digits || !a.digits;
    let long = len > 1;
    let round = b.value <= Decimal::TEN || (b.value % Decimal::TEN).is_zero() || b.value == Decimal::from(12);
    let dated = scan.find(b.end, |m| matches!(m, Meaning::Month(_)).then_some(())).is_some();
    let measured = dated || measure::behind(scan, b.end, &b).is_some();
    // "one in 31" says how many there are to each one, whatever the number.
    let round = round || a.value == Decimal::ONE && !a.digits;
    let fits = a.value < b.value
        && a.scale.is_none()
        && a.value.fract().is_zero()
        && b.value <= Decimal::from(100_000)
        && (long || digits && round && b.value <= Decimal::from(1000) && !measured);
    fits.then_some(Fraction { end: b.end, parts: a.value, whole: b.value, digits })
}

/// The bare scale of "in every hundred".
fn hundred(scan: &Scan, i: usize) -> Option<Numeric> {
    let (len, value) = scan.find(i, scale_of).filter(|s| s.1 <= Decimal::ONE_THOUSAND)?;
    Some(Numeric { end: i + len, value, ..Numeric::unsaid(i) })
}

/// What stands between the part and the whole, where it is, and how long: right behind the number, or behind what is counted
/// ("un Français sur cinq").
fn whole_behind(scan: &Scan, end: usize) -> Option<(usize, usize)> {
    if let Some(len) = scan.at(end, Meaning::OutOf) {
        return Some((end, len));
    }
    // "Français" is a word for a person as well.
    let open = |k: usize| !scan.is_known(k) || scan.is(k, Meaning::Person);
    let named = scan.is_word(end) && scan.gap(end) == Gap::Space && open(end);
    // "Un train français sur cinq": the adjective stands behind its noun, except where adjectives come first.
    let described = |k: usize| scan.is_word(k) && scan.gap(k) == Gap::Space && open(k) && !scan.is_capital(k);
    let behind = end + 1 + usize::from(!scan.pack.format.modifiers_first && described(end + 1));
    scan.at(behind, Meaning::OutOfCounted).filter(|_| named).map(|len| (behind, len))
}

/// "jeder fünfte", "jede zweite Frau"; "jeden zweiten Tag" is how often something happens.
fn every(scan: &Scan, i: usize) -> Option<Fraction> {
    let len = scan.at(i, Meaning::Every)?;
    let (more, n) = scan.find(i + len, |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None })?;
    let end = i + len + more;
    let often = |m| matches!(m, Meaning::Unit(_) | Meaning::Period(_) | Meaning::Weekday(_)).then_some(());
    let apart = scan.gap(end) == Gap::Line || scan.find(end, often).is_none();
    (n > 1 && apart).then(|| Fraction { end, parts: Decimal::ONE, whole: n.into(), digits: false })
}
