//! Parts of a whole: "dos tercios", "la quinta parte", "uno de cada cinco", "half of", "1/4".

use super::{Kind, decimal::ratio, draft::Draft, group, measure::UnitAt, scan::Scan, words};
use crate::{
    language::{Meaning, Units},
    text::token::{Gap, TokenKind, vulgar_fraction},
};
use rust_decimal::Decimal;

/// A part of a whole: "dos tercios", "la quinta parte", "uno de cada cinco", "1/4", "½".
pub(super) fn share(scan: &Scan, i: usize) -> Option<Draft> {
    let one_of = out_of(scan, i);
    let rated = one_of.is_some();
    let (first_end, a, b) = one_of.or_else(|| fraction(scan, i)).or_else(|| slashed(scan, i))?;
    let value = ratio(a, b)?;
    if let Some(draft) = of_scale(scan, i, first_end, value).filter(|_| !rated) {
        return Some(draft);
    }
    let unit_at = |j: usize| {
        let of = scan.at(j, Meaning::Of).unwrap_or(0);
        scan.find(j + of, |m| match m {
            Meaning::Unit(u) => Some(u),
            _ => None,
        })
        .map(|(len, u)| UnitAt { first: j + of, end: j + of + len, unit: u, per: None })
    };
    let unit = unit_at(first_end).filter(|u| !rated && u.dimension() != "times" && scan.gap(first_end) != Gap::Line);
    // A fraction by itself is a number; of something it is a share.
    let alone = scan.breaks_before(i) && (scan.breaks_before(first_end) || scan.is_sign(first_end, ".,;)"));
    let numeric = unit.is_some() || alone;
    let amount = if numeric { value } else { ratio(a * Decimal::ONE_HUNDRED, b)? };
    let kind = if numeric { unit.map_or(Kind::Count, UnitAt::kind) } else { Kind::Percent };
    let mut draft = Draft::new(i, first_end, kind, Draft::number(amount, Decimal::ONE.min(amount.abs()), false));
    draft.unit = unit.map(|u| u.unit).or_else(|| if numeric { None } else { Units::built_in().find("percent") });
    draft.unit_words = unit.map(|u| (u.first, u.end));
    draft.end = unit.map_or(first_end, |u| u.end);
    Some(draft)
}

/// "a third of a million", "un cuarto de millón".
fn of_scale(scan: &Scan, first: usize, end: usize, part: Decimal) -> Option<Draft> {
    let of = scan.at(end, Meaning::Of)?;
    let article = scan.at(end + of, Meaning::Article).unwrap_or(0);
    let at = end + of + if scan.find(end + of, scale_of).is_some() { 0 } else { article };
    let (len, scale) = scan.find(at, scale_of)?;
    let value = part.checked_mul(scale)?.round();
    let mut draft = Draft::new(first, at + len, Kind::Count, Draft::number(value, scale / Decimal::TEN, false));
    draft.counts = true;
    draft.takes_of = true;
    Some(draft)
}

fn scale_of(m: Meaning) -> Option<Decimal> {
    if let Meaning::Scale(s) = m { Some(s) } else { None }
}

/// "uno de cada cinco", which is asked before "uno de" is taken for a pronoun.
pub(super) fn rate(scan: &Scan, i: usize) -> Option<Draft> {
    out_of(scan, i).and_then(|_| share(scan, i))
}

/// "dos de cada tres", "one in five".
fn out_of(scan: &Scan, i: usize) -> Option<(usize, Decimal, Decimal)> {
    let a = words::read(scan, i, false, true)?;
    let len = scan.at(a.end, Meaning::OutOf)?;
    let b = words::read(scan, a.end + len, false, true)?;
    let digits = a.digits && b.digits || !a.digits && !b.digits;
    let long = len > 1;
    let round = b.value <= Decimal::TEN || (b.value % Decimal::TEN).is_zero() || b.value == Decimal::from(12);
    let counts = scan.find(b.end, |m| if matches!(m, Meaning::Unit(_) | Meaning::Month(_)) { Some(()) } else { None });
    let fits = a.value < b.value
        && a.scale.is_none()
        && a.value.fract().is_zero()
        && b.value <= Decimal::from(100_000)
        && (long || digits && round && b.value <= Decimal::from(1000) && counts.is_none());
    fits.then_some((b.end, a.value, b.value))
}

/// "dos tercios", "la quinta parte", "half of".
fn fraction(scan: &Scan, i: usize) -> Option<(usize, Decimal, Decimal)> {
    let part_of = |j: usize| {
        let (len, n) = scan.find(j, |m| match m {
            Meaning::Ordinal(n) if n > 1 => Some(n),
            Meaning::Fraction(n) => Some(n),
            _ => None,
        })?;
        Some((scan.at(j + len, Meaning::Part)? + len, n))
    };
    let named = |j: usize| scan.find(j, |m| if let Meaning::Fraction(n) = m { Some(n) } else { None });
    let ends = |j: usize| {
        scan.is(j, Meaning::Of)
            || scan.breaks_before(j)
            || !scan.is_word(j) && !scan.is_dash(j)
            || scan.is(j, Meaning::Stop)
            || scan.is(j, Meaning::Verb)
    };
    // With an article: "la cuarta parte", "la mitad", "a third".
    if scan.is(i, Meaning::The) || scan.is(i, Meaning::Article) || scan.is(i, Meaning::One) {
        let j = i + 1 + usize::from(scan.is_dash(i + 1) && scan.glued(i + 1));
        if let Some((len, n)) = part_of(j) {
            return Some((j + len, Decimal::ONE, Decimal::from(n)));
        }
        let (len, n) = named(j)?;
        let also_order = scan.find(j, |m| if let Meaning::Ordinal(_) = m { Some(()) } else { None }).is_some();
        // "the quarter" is a stretch of the year, "el tercio" one that was spoken of.
        let definite = !scan.is(i, Meaning::One) && !scan.is(i, Meaning::Article);
        // "the third" is a place in an order, "a third" a part.
        let order =
            also_order && scan.is(i, Meaning::The) && !scan.is(i, Meaning::Article) && !scan.is(i, Meaning::One);
        if order && n != 2 {
            return None;
        }
        if n == 2 && scan.is(i, Meaning::The) || ends(j + len) && !(definite && n != 2) {
            let of = scan.is(j + len, Meaning::Of);
            let alone = scan.breaks_before(i) && scan.breaks_before(j + len);
            return (n == 2 || of || alone || !also_order || scan.is(i, Meaning::Article)).then_some((
                j + len,
                Decimal::ONE,
                Decimal::from(n),
            ));
        }
        return None;
    }
    if group::half_of(scan, i).is_some() {
        return None;
    }
    // "half of", "half the": nothing before it, something behind it.
    if let Some((len, 2)) = named(i) {
        let whole = scan.is(i + len, Meaning::Of) || scan.is(i + len, Meaning::The) || scan.is(i + len, Meaning::Verb);
        return whole.then_some((i + len, Decimal::ONE, Decimal::TWO));
    }
    let a = words::read(scan, i, false, true)?;
    if a.article || a.scale.is_some_and(|s| s >= Decimal::from(1_000_000)) || a.plain.is_some_and(|n| n > 3) {
        return None;
    }
    let j = a.end + usize::from(scan.is_dash(a.end) && scan.glued(a.end) && scan.glued(a.end + 1));
    if scan.gap(j) == Gap::Line {
        return None;
    }
    let (len, n) = part_of(j).or_else(|| named(j).filter(|&(len, n)| n > 2 && ends(j + len)))?;
    // "two thirds", "one third of"; "twenty-fifth" is a place in an order.
    let several = a.value > Decimal::ONE && scan.pack.is_plural_form(scan.str(j));
    let one = a.value == Decimal::ONE && (scan.is(j + len, Meaning::Of) || scan.is_dash(a.end));
    (several || one).then_some((j + len, a.value, Decimal::from(n)))
}

/// "1/4", "½".
fn slashed(scan: &Scan, i: usize) -> Option<(usize, Decimal, Decimal)> {
    if scan.kind(i) == Some(TokenKind::Fraction) {
        let (a, b) = scan.str(i).chars().next().and_then(vulgar_fraction)?;
        return Some((i + 1, a.into(), b.into()));
    }
    let glued = scan.is_sign(i + 1, "/⁄") && scan.glued(i + 1) && scan.glued(i + 2);
    if !glued || !scan.is_numeral(i) || !scan.is_numeral(i + 2) {
        return None;
    }
    let (a, b): (u32, u32) = (scan.str(i).parse().ok()?, scan.str(i + 2).parse().ok()?);
    let usual = a < b && (b <= 10 || matches!(b, 12 | 15 | 16 | 32 | 64 | 100 | 1000));
    let more = scan.is_sign(i + 3, "/-") && scan.glued(i + 3);
    (a > 0 && usual && !more).then_some((i + 3, a.into(), b.into()))
}
