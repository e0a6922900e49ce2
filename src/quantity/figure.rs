//! Figures that are numbers: counts, measures, parts of a whole, places in an order, results.

use super::{
    Amount, Kind, Number, age,
    decimal::{grain, ratio},
    draft::Draft,
    measure::UnitAt,
    range::{self, Operand, operand, percent_end},
    scan::Scan,
    words,
};
use crate::{
    language::{Meaning, Units},
    text::token::{Gap, TokenKind, vulgar_fraction},
};
use rust_decimal::Decimal;

/// Reads the figure that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    score(scan, i)
        .or_else(|| and_half(scan, i))
        .or_else(|| share(scan, i))
        .or_else(|| range::read(scan, i))
        .or_else(|| ordinal(scan, i))
        .or_else(|| multiple(scan, i))
        .or_else(|| single(scan, i))
        .or_else(|| plain(scan, i))
        .or_else(|| none_of(scan, i))
}

/// A number with its unit.
fn plain(scan: &Scan, i: usize) -> Option<Draft> {
    let o = half_unit(scan, i).or_else(|| operand(scan, i, true))?;
    if o.number.article && !says_one(scan, &o) {
        return None;
    }
    if is_name_part(scan, &o) {
        return None;
    }
    let number = Number {
        low: Some(o.number.value),
        high: (!o.number.open).then_some(o.number.value),
        grain: o.number.grain,
        digits: o.number.digits,
    };
    let core_end = if o.unit_first { o.number.end } else { percent_end(&o) };
    let mut draft = Draft::new(i, core_end, o.unit.map_or(Kind::Count, UnitAt::kind), Amount::Number(number));
    draft.other = o.number.other.map(|v| Draft::number(v, grain(v), true)).into_iter().collect();
    draft.end = o.end;
    draft.unit = o.unit.map(|u| u.unit);
    draft.per = o.unit.and_then(|u| u.per);
    draft.unit_words = o.unit.map(|u| (u.first, u.end));
    draft.counts = o.unit.is_none();
    draft.takes_of = o.number.takes_of;
    half_behind_unit(scan, &mut draft);
    in_years(&mut draft);
    smaller_unit(scan, &mut draft);
    age::judge(scan, &mut draft);
    Some(draft)
}

/// "media hora", "half an hour", "medio litro".
fn half_unit(scan: &Scan, i: usize) -> Option<Operand> {
    let len = scan.at(i, Meaning::Half)?;
    let at = i + len + usize::from(scan.is_dash(i + len));
    let unit = |m| if let Meaning::Unit(u) = m { Some(u) } else { None };
    let (more, unit) = scan.find(at, unit)?;
    let half = Decimal::new(5, 1);
    let number = words::Numeric { value: half, grain: half, ..words::Numeric::unsaid(i + len) };
    let unit = UnitAt { first: at, end: at + more, unit, per: None };
    Some(Operand { first: i, number, unit: Some(unit), unit_first: false, end: at + more })
}

/// "tres años y medio", "hora y media": the half stands behind the unit.
fn half_behind_unit(scan: &Scan, draft: &mut Draft) {
    let Some((_, end)) = draft.unit_words else { return };
    let part = scan.find(end, |m| if let Meaning::Plus(p) = m { Some(p) } else { None });
    let (Some((len, part)), Amount::Number(n)) = (part, &mut draft.amount) else { return };
    if scan.gap(end) == Gap::Line || end != draft.end {
        return;
    }
    let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
    add(&mut n.low);
    add(&mut n.high);
    n.grain = part;
    draft.end = end + len;
}

/// Decades and centuries that something lasts, in years: "medio siglo" and "50 años" say the same.
fn in_years(draft: &mut Draft) {
    let Some(unit) = draft.unit.map(|u| Units::built_in().get(u)) else { return };
    let factor = match unit.key.as_str() {
        "decade" => Decimal::TEN,
        "century" => Decimal::ONE_HUNDRED,
        _ => return,
    };
    let Amount::Number(n) = &mut draft.amount else { return };
    let scale = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_mul(factor)).map(|v| v.normalize());
    scale(&mut n.low);
    scale(&mut n.high);
    n.grain *= factor;
    draft.unit = Units::built_in().find("year");
}

/// "seis horas y veinte minutos", "5 feet 10 inches", "20 dollars 43 cents": a second number in a smaller unit.
fn smaller_unit(scan: &Scan, draft: &mut Draft) {
    let (Some(unit), Amount::Number(n)) = (draft.unit, &mut draft.amount) else { return };
    let units = Units::built_in();
    let large = units.get(unit);
    let small_enough = matches!(large.dimension.as_str(), "duration" | "length" | "mass" | "money");
    if !small_enough || scan.gap(draft.end) == Gap::Line || draft.per.is_some() {
        return;
    }
    if let Some((end, part)) =
        cents(scan, draft.end).filter(|_| large.dimension == "money" && large.factor == Decimal::ONE)
    {
        let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
        add(&mut n.low);
        add(&mut n.high);
        n.grain = Decimal::new(1, 2);
        (draft.end, draft.core.1) = (end, end);
        return;
    }
    let joint = scan.at(draft.end, Meaning::And).unwrap_or(0);
    let Some(o) = operand(scan, draft.end + joint, true).filter(|o| !o.unit_first && !o.number.article) else { return };
    let Some(small) = o.unit.map(|u| units.get(u.unit)).filter(|s| s.dimension == large.dimension) else { return };
    if small.factor >= large.factor || o.number.value * small.factor >= large.factor {
        return;
    }
    let Some(part) = ratio(o.number.value * small.factor, large.factor) else { return };
    let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
    add(&mut n.low);
    add(&mut n.high);
    n.grain = ratio(small.factor, large.factor).unwrap_or(n.grain);
    draft.end = o.end;
    draft.core.1 = o.number.end;
}

/// Two digits behind a currency that name no other thing: "15 dollars 50".
fn cents(scan: &Scan, i: usize) -> Option<(usize, Decimal)> {
    let written = scan.str(i);
    let two = scan.is_numeral(i) && written.len() == 2 && scan.gap(i) == Gap::Space && scan.is_word(i.checked_sub(1)?);
    let ends = scan.breaks_before(i + 1) || scan.is_sign(i + 1, ".,;)");
    let cents: u32 = written.parse().ok().filter(|_| two && ends)?;
    Some((i + 1, Decimal::new(i64::from(cents), 2)))
}

/// Whether the word for one states a number: before a unit that is measured, before a person who came to harm, before
/// a scale. Before any other noun it is an article.
fn says_one(scan: &Scan, o: &Operand) -> bool {
    if let Some(unit) = o.unit {
        return !matches!(unit.dimension(), "point" | "duration" | "percent" | "data" | "times")
            || unit.dimension() == "duration" && lasts(scan, o);
    }
    let at = o.number.end;
    if scan.gap(at) == Gap::Line {
        return false;
    }
    let harmed = scan.is(at, Meaning::Harm);
    let person_and_fate =
        scan.is(at, Meaning::Person) && (scan.is(at + 1, Meaning::Verb) || scan.is(at + 1, Meaning::Harm));
    harmed && scan.is(at, Meaning::Harm) || person_and_fate
}

/// A stretch of time that is said to last: "durante un año", "hace un mes".
fn lasts(scan: &Scan, o: &Operand) -> bool {
    let counted = |m| matches!(m, Meaning::Before(_) | Meaning::AgoBefore | Meaning::Ahead).then_some(());
    scan.find_before(o.first, 0, counted).is_some()
        || scan.is(o.end, Meaning::AgoAfter)
        || scan.find(o.end, |m| if let Meaning::Plus(_) = m { Some(()) } else { None }).is_some()
}

/// Whether a small number is the second half of a name: "Apolo 11", "Canal Trece".
fn is_name_part(scan: &Scan, o: &Operand) -> bool {
    if o.unit.is_some() || o.number.scale.is_some() || o.first == 0 {
        return false;
    }
    let before = o.first - 1;
    let inside = scan.is_capital(before)
        && scan.gap(o.first) == Gap::Space
        && !scan.is_known(before)
        && !scan.breaks_before(before);
    let title = scan.is_capital(o.end) || before > 0 && scan.is_capital(before - 1) && scan.breaks_before(before - 1);
    let counted = scan.is_word(o.end) && !scan.is(o.end, Meaning::Stop) && !scan.is(o.end, Meaning::Verb);
    let small = o.number.digits && o.number.value.abs() <= Decimal::from(30);
    let year = o.number.plain == Some(4) && super::date::is_year(o.number.value);
    let named = !counted || scan.is_capital(o.end);
    if inside && (small || year) && !title && named {
        return true;
    }
    // "Cuatro Vientos": a word with a capital within a sentence, before another one.
    !o.number.digits && scan.is_capital(o.first) && !scan.breaks_before(o.first) && scan.is_capital(o.number.end)
}

/// A part of a whole: "dos tercios", "la quinta parte", "uno de cada cinco", "1/4", "½".
fn share(scan: &Scan, i: usize) -> Option<Draft> {
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

/// "hora y media", "a year and a half": one and a part of a unit.
fn and_half(scan: &Scan, i: usize) -> Option<Draft> {
    let one = scan.at(i, Meaning::One).or_else(|| scan.at(i, Meaning::Article)).unwrap_or(0);
    let (len, unit) = scan.find(i + one, |m| if let Meaning::Unit(u) = m { Some(u) } else { None })?;
    let end = i + one + len;
    let (more, part) = scan.find(end, |m| if let Meaning::Plus(p) = m { Some(p) } else { None })?;
    if (i + 1..end + more).any(|k| scan.gap(k) == Gap::Line) {
        return None;
    }
    let unit = UnitAt { first: i + one, end, unit, per: None };
    let amount = Draft::number(Decimal::ONE.checked_add(part)?, part, false);
    let mut draft = Draft::new(i, end + more, unit.kind(), amount);
    draft.unit = Some(unit.unit);
    draft.unit_words = Some((unit.first, unit.end));
    Some(draft)
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
        let definite = !scan.is(i, Meaning::One) && scan.pack.format.and_joins_tens;
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
    if words::half_of(scan, i).is_some() {
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

/// A place in an order: "tercera", "3.º", "twenty-first".
fn ordinal(scan: &Scan, i: usize) -> Option<Draft> {
    let of_order = |m| if let Meaning::Ordinal(n) = m { Some(n) } else { None };
    let mut value = 0;
    let mut j = i;
    let mut digits = false;
    if scan.is_numeral(i) {
        let len = scan.at(i + 1, Meaning::OrdinalSuffix).filter(|_| scan.glued(i + 1))?;
        value = scan.str(i).parse().ok()?;
        digits = true;
        // "41º C" is a temperature.
        if scan.find(i + 1, |m| matches!(m, Meaning::Abbreviation(_)).then_some(())).is_some_and(|f| f.0 > len) {
            return None;
        }
        j = i + 1 + len;
        if scan.glued(j) && scan.is_word(j) {
            return None;
        }
    } else {
        if let Some(a) = words::read(scan, i, false, true).filter(|a| !a.digits && !a.article && !a.open) {
            let dash = usize::from(scan.is_dash(a.end) && scan.glued(a.end));
            let scale = a.scale.is_some() || (a.value % Decimal::TEN).is_zero();
            if scale && scan.find(a.end + dash, of_order).is_some_and(|(_, n)| n < 100) {
                value = u32::try_from(a.value).ok()?;
                j = a.end + dash;
            } else {
                return None;
            }
        }
        while let Some((len, n)) = scan.find(j, of_order) {
            if value != 0 && (value % 10 != 0 && value % 100 != 0 || n >= value) {
                break;
            }
            value = value.checked_add(n)?;
            j += len
                + usize::from(
                    scan.is_dash(j + len) && scan.glued(j + len) && scan.find(j + len + 1, of_order).is_some(),
                );
        }
        if j == i {
            return None;
        }
    }
    let mut draft = Draft::new(i, j, Kind::Ordinal, Draft::number(value.into(), Decimal::ONE, digits));
    draft.counts = true;
    Some(draft)
}

/// "el doble", "twice".
fn multiple(scan: &Scan, i: usize) -> Option<Draft> {
    let article = usize::from(scan.is(i, Meaning::The));
    let (len, n) = scan.find(i + article, |m| if let Meaning::Multiple(n) = m { Some(n) } else { None })?;
    let romance = scan.pack.format.and_joins_tens;
    let fits = if romance { article == 1 } else { article == 0 };
    fits.then(|| Draft::new(i, i + article + len, Kind::Rate, Draft::number(n, Decimal::ONE, false)))
}

/// "un solo herido", "a single vote".
fn single(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Single)?;
    let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ONE, Decimal::ONE, false));
    draft.counts = true;
    Some(draft)
}

/// Nobody came to harm: "sin víctimas", "ningún muerto", "no hubo heridos".
fn none_of(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Negation)?;
    let at = (i + len..i + len + 3).find(|&k| scan.is(k, Meaning::Harm))?;
    let apart = (i + len..=at).any(|k| scan.gap(k) == Gap::Line || scan.is_sign(k, ".,;:()") || scan.is_numeral(k));
    let nearer = (i + len..at).any(|k| scan.is(k, Meaning::Negation));
    if apart || nearer {
        return None;
    }
    let end = scan.at(at, Meaning::Harm).map_or(at + 1, |n| at + n);
    let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ZERO, Decimal::ONE, false));
    draft.unit_words = Some((at, end));
    draft.end = end;
    Some(draft)
}

/// A result: "3-1", "2 a 2", "57 votos contra 43" is not one.
fn score(scan: &Scan, i: usize) -> Option<Draft> {
    let small = |k: usize| scan.is_numeral(k).then(|| scan.str(k).parse::<u8>().ok()).flatten().filter(|&n| n < 40);
    let (a, b) = (small(i)?, small(i + 2)?);
    let dash = scan.is_dash(i + 1) && scan.glued(i + 1) && scan.glued(i + 2);
    let to = scan.is_word(i + 1) && scan.is(i + 1, Meaning::To) && scan.gap(i + 2) == Gap::Space;
    if !dash && !to || scan.glued(i + 3) && (scan.is_word(i + 3) || scan.is_dash(i + 3) || scan.is_sign(i + 3, "%/")) {
        return None;
    }
    let cue = near(scan, i, 14, Meaning::Match);
    let counted = scan.is_word(i + 3)
        && !scan.is(i + 3, Meaning::Stop)
        && !scan.is(i + 3, Meaning::Verb)
        && !scan.is_capital(i + 3);
    let measured = scan.find(i + 3, |m| matches!(m, Meaning::Unit(_) | Meaning::Month(_)).then_some(())).is_some();
    let dated = scan.at(i + 3, Meaning::Of).is_some_and(|len| {
        scan.find(i + 3 + len, |m| if let Meaning::Month(_) = m { Some(()) } else { None }).is_some()
    });
    let zoned = scan.find(i + 3, |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Hours).then_some(()));
    if measured || dated || zoned.is_some() || to && !cue && a != b || !cue && (counted || a < b && a > 9) {
        return None;
    }
    let opened = i > 0 && (scan.is(i - 1, Meaning::From) && to || scan.is(i - 1, Meaning::Between));
    (!opened).then(|| Draft::new(i, i + 3, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// Whether a word of a meaning stands within so many tokens of the same line.
pub(super) fn near(scan: &Scan, i: usize, reach: usize, meaning: Meaning) -> bool {
    let back = (1..=reach.min(i)).map(|k| i - k).take_while(|&k| scan.gap(k + 1) != Gap::Line);
    let ahead = (i + 1..(i + reach).min(scan.len())).take_while(|&k| scan.gap(k) != Gap::Line);
    back.chain(ahead).any(|k| scan.is_word(k) && scan.is(k, meaning))
}
