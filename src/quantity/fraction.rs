//! Fractions as they are written: "dos tercios", "la quinta parte", "three-quarters", "1/4", "½".

use super::{group, ordinal, scan::Scan, words};
use crate::{
    language::{Meaning, Units},
    text::token::{Gap, TokenKind, vulgar_fraction},
};
use rust_decimal::Decimal;

/// How far back in its sentence a count is looked for that an ordinal goes on from, in tokens.
const SENTENCE: usize = 30;

/// A fraction of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fraction {
    /// The token behind it.
    pub end: usize,
    /// How many parts.
    pub parts: Decimal,
    /// How many parts make the whole.
    pub whole: Decimal,
    /// Whether it is written in digits.
    pub digits: bool,
}

/// Reads the fraction that begins at token `i`.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Fraction> {
    worded(scan, i).or_else(|| slashed(scan, i))
}

/// Reads a fraction that is added to the number before it, where "a fifth" can be no place in an order: "three and a fifth".
pub(super) fn added(scan: &Scan, i: usize) -> Option<Fraction> {
    introduced(scan, i, true).or_else(|| read(scan, i))
}

/// Reads a fraction in words.
fn worded(scan: &Scan, i: usize) -> Option<Fraction> {
    // "half a million" and "half a point" are numbers of their units.
    let half = scan.at(i, Meaning::Half).is_some_and(|len| scan.is_measure(i + len));
    // "la primera mitad" is a part by its place.
    let placed =
        i > 0 && scan.find(i - 1, |m| matches!(m, Meaning::Ordinal(_)).then_some(())).is_some_and(|f| f.0 == 1);
    if half || placed || group::half_of(scan, i).is_some() {
        return None;
    }
    introduced(scan, i, false).or_else(|| bare_half(scan, i)).or_else(|| counted(scan, i)).or_else(|| over(scan, i))
}

/// A denominator by its own word, and whether that word is a place in an order as well: "tercio", "third".
fn named(scan: &Scan, j: usize) -> Option<(usize, u64, bool)> {
    let (len, n) = scan.find(j, |m| if let Meaning::Fraction(n) = m { Some(n) } else { None })?;
    let order = scan.find(j, |m| matches!(m, Meaning::Ordinal(_)).then_some(())).is_some();
    Some((len, n, order))
}

/// An ordinal with the word for a part: "quinta parte".
fn part_of(scan: &Scan, j: usize) -> Option<(usize, u64)> {
    let denominator = |m| match m {
        Meaning::Ordinal(n) if n > 1 => Some(n),
        Meaning::Fraction(n) => Some(n),
        _ => None,
    };
    let part = || {
        let (len, n) = scan.find(j, denominator)?;
        Some((scan.at(j + len, Meaning::Part)? + len, n))
    };
    part().or_else(|| numbered(scan, j))
}

/// A number that the word behind it makes a denominator of: "um doze avos".
fn numbered(scan: &Scan, j: usize) -> Option<(usize, u64)> {
    let number = words::whole(scan, j).filter(|n| !n.article && n.value > Decimal::TWO && n.value.fract().is_zero())?;
    let len = scan.at(number.end, Meaning::Denominator).filter(|_| scan.gap(number.end) != Gap::Line)?;
    Some((number.end + len - j, u64::try_from(number.value).ok()?))
}

/// A place in an order that the language has no other word for than for the part: "due venticinquesimi".
fn composed(scan: &Scan, j: usize) -> Option<(usize, u64)> {
    let place = ordinal::in_words(scan, j).map(|(end, n)| (end - j, n));
    place.or_else(|| tens(scan, j)).filter(|o| o.1 > 10)
}

/// Tens with the parts of one of theirs: the "twenty-fifths" of "three twenty-fifths".
fn tens(scan: &Scan, j: usize) -> Option<(usize, u64)> {
    let whole_tens = |m| match m {
        Meaning::Cardinal(n) if (20..100).contains(&n) && n.is_multiple_of(10) => Some(u64::from(n)),
        _ => None,
    };
    let (len, tens) = scan.find(j, whole_tens)?;
    let at = j + len + usize::from(scan.is_dash(j + len) && scan.glued(j + len));
    let (more, n, order) = named(scan, at).filter(|f| (3..10).contains(&f.1) && scan.gap(at) <= Gap::Space)?;
    (order || scan.pack.is_plural_form(scan.str(at))).then_some((at + more - j, tens + n))
}

/// Whether no noun follows that an ordinal would belong to.
fn ends(scan: &Scan, j: usize) -> bool {
    scan.is(j, Meaning::Of)
        || scan.breaks_before(j)
        || !scan.is_word(j) && !scan.is_dash(j)
        || scan.is(j, Meaning::Stop)
        || scan.is(j, Meaning::Verb)
        || scan.is_measure(j)
}

/// With an article or the word for one: "la cuarta parte", "la mitad", "a third", "one-fifth". `added`: whether a number
/// stands before it that it adds to.
fn introduced(scan: &Scan, i: usize, added: bool) -> Option<Fraction> {
    let (the, article) = (scan.is(i, Meaning::The), scan.is(i, Meaning::Article));
    let one = article || scan.is(i, Meaning::One);
    if !the && !one {
        return None;
    }
    let j = i + 1 + usize::from(scan.is_dash(i + 1) && scan.glued(i + 1));
    let found = |end, n: u64| Some(Fraction { end, parts: Decimal::ONE, whole: Decimal::from(n), digits: false });
    if let Some((len, n)) = part_of(scan, j) {
        return found(j + len, n);
    }
    let Some((len, n, order)) = named(scan, j) else {
        // "a thirteenth" is one more behind the twelfth, unless something says of what it is a part.
        let (len, n) = composed(scan, j).filter(|_| one)?;
        let of = scan.is(j + len, Meaning::Of);
        return found(j + len, n).filter(|f| of || scan.breaks_before(i) && scan.breaks_before(f.end));
    };
    let end = j + len;
    if n == 2 {
        return (the || ends(scan, end)).then(|| found(end, n))?;
    }
    // "the third" is a place in an order, and "the quarter" a stretch of the year.
    let opens = scan.breaks_before(i) || scan.is(i - 1, Meaning::LoosePoint);
    let of = scan.is(end, Meaning::Of);
    let alone = added || opens && scan.breaks_before(end) || is_percent(scan, end);
    let next = order && !of && is_next(scan, i, n);
    let fits = one && ends(scan, end) && (!order || article || of || alone) && !next;
    fits.then(|| found(end, n))?
}

/// Whether one less was counted before in the sentence: in "three survived; a fourth died" it is the next one.
fn is_next(scan: &Scan, i: usize, n: u64) -> bool {
    let before = |k: usize| {
        let said = |m| matches!(m, Meaning::Cardinal(c) if u64::from(c) + 1 == n).then_some(());
        scan.is_numeral(k) && scan.str(k).parse() == Ok(n - 1) || scan.find(k, said).is_some()
    };
    // A semicolon does not end the sentence here.
    let goes_on = |&k: &usize| !scan.breaks_before(k + 1) || scan.is_sign(k, ";");
    (0..i).rev().take(SENTENCE).take_while(goes_on).any(before)
}

/// Whether "per cent" stands here.
fn is_percent(scan: &Scan, j: usize) -> bool {
    let unit = scan.unit(j);
    unit.is_some_and(|(_, u)| Units::built_in().get(u).dimension == "percent")
}

/// "uno sobre tres", "one over twenty", where nothing else stands on the line.
fn over(scan: &Scan, i: usize) -> Option<Fraction> {
    let parts = words::whole(scan, i).filter(|_| scan.breaks_before(i))?;
    let len = scan.at(parts.end, Meaning::Over)?;
    let whole = words::whole(scan, parts.end + len).filter(|w| !w.value.is_zero())?;
    let ends = scan.breaks_before(whole.end) || is_percent(scan, whole.end);
    ends.then_some(Fraction { end: whole.end, parts: parts.value, whole: whole.value, digits: false })
}

/// "quarter", "tenth of a gallon" as the whole of a text; elsewhere it wants an article.
pub(super) fn lone(scan: &Scan) -> Option<Fraction> {
    let (end, n, order) = named(scan, 0)?;
    let of = scan.at(end, Meaning::Of).unwrap_or(usize::from(scan.is_dash(end)));
    if order && of == 0 {
        return None;
    }
    let article = scan.at(end + of, Meaning::Article).or_else(|| scan.at(end + of, Meaning::One)).unwrap_or(0);
    let measured = |&(len, _): &(usize, u16)| end + of + article + len == scan.len();
    if !(end == scan.len() && !order || scan.unit(end + of + article).filter(measured).is_some()) {
        return None;
    }
    Some(Fraction { end, parts: Decimal::ONE, whole: Decimal::from(n), digits: false })
}

/// "half of", "half the", "more than half": something behind it says of what, or something before it that it is measured.
fn bare_half(scan: &Scan, i: usize) -> Option<Fraction> {
    let (len, n, _) = named(scan, i).filter(|f| f.1 == 2)?;
    let end = i + len;
    let whole = scan.is(end, Meaning::Of) || scan.is(end, Meaning::The) || scan.is(end, Meaning::Verb);
    let hedged = || scan.find_before(i, 0, |m| matches!(m, Meaning::Before(_)).then_some(())).is_some();
    // "fell by half"
    let by = || scan.is_before(i, 0, Meaning::By);
    let whole = whole || (hedged() || by()) && ends(scan, end);
    whole.then(|| Fraction { end, parts: Decimal::ONE, whole: Decimal::from(n), digits: false })
}

/// With a number of parts: "dos tercios", "three-quarters", "tres veinteavos".
fn counted(scan: &Scan, i: usize) -> Option<Fraction> {
    let parts = words::whole(scan, i)?;
    let too_long = parts.plain.is_some_and(|n| n > 3) || parts.scale.is_some_and(|s| s >= Decimal::from(1_000_000));
    if parts.article || parts.value <= Decimal::ONE || too_long {
        return None;
    }
    let dash = scan.is_dash(parts.end) && scan.gap(parts.end) == scan.gap(parts.end + 1);
    let j = parts.end + usize::from(dash);
    if scan.gap(j) == Gap::Line {
        return None;
    }
    let denominator = || {
        // "a two-thirds majority"
        let joined = dash && scan.glued(j);
        // "cuatro décimas" are of a point.
        let unit = scan.find(j, |m| matches!(m, Meaning::Unit(_)).then_some(())).is_some();
        let found = named(scan, j).map(|(len, n, _)| (len, n)).or_else(|| composed(scan, j).filter(|_| !joined));
        let (len, n) = found.filter(|f| !unit && (joined || ends(scan, j + f.0)))?;
        (scan.pack.is_plural_form(scan.str(j + len - 1)) || scan.is_plural(j + len - 1)).then_some((len, n))
    };
    // "twenty-fifth" is a place in an order.
    let (len, n) = part_of(scan, j).or_else(denominator)?;
    let end = j + len;
    // "five halves" is a number for those who calculate, "5 cuartos" are rooms.
    let alone = scan.breaks_before(i) && scan.breaks_before(end) || scan.is_measure(end);
    let found = Fraction { end, parts: parts.value, whole: Decimal::from(n), digits: false };
    (found.parts < found.whole || alone).then_some(found)
}

/// "1/4", "½".
pub(super) fn slashed(scan: &Scan, i: usize) -> Option<Fraction> {
    let (end, a, b) = if scan.kind(i) == Some(TokenKind::Fraction) {
        let (a, b) = scan.str(i).chars().next().and_then(vulgar_fraction)?;
        (i + 1, a, b)
    } else {
        let glued = scan.is_sign(i + 1, "/⁄") && scan.glued(i + 1) && scan.glued(i + 2);
        if !glued || !scan.is_numeral(i) || !scan.is_numeral(i + 2) {
            return None;
        }
        let (a, b): (u32, u32) = (scan.str(i).parse().ok()?, scan.str(i + 2).parse().ok()?);
        let usual = a < b && (b <= 10 || matches!(b, 12 | 15 | 16 | 20 | 25 | 32 | 40 | 50 | 64 | 100 | 1000));
        let more = scan.is_sign(i + 3, "/-") && scan.glued(i + 3);
        if a == 0 || !usual || more {
            return None;
        }
        (i + 3, a, b)
    };
    Some(Fraction { end, parts: a.into(), whole: b.into(), digits: true })
}
