//! Figures that are numbers: counts and measures, and which reader is asked first where several could read.

use super::{
    Amount, Kind, Number,
    absence::none_of,
    age,
    decimal::{grain, ratio},
    draft::Draft,
    measure::UnitAt,
    ordinal::ordinal,
    range::{self, Operand, operand, percent_end},
    scan::Scan,
    score::score,
    share::share,
    words,
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
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
    let year = o.number.plain == Some(4) && super::year::is_year(o.number.value);
    let named = !counted || scan.is_capital(o.end);
    if inside && (small || year) && !title && named {
        return true;
    }
    // "Cuatro Vientos": a word with a capital within a sentence, before another one.
    !o.number.digits && scan.is_capital(o.first) && !scan.breaks_before(o.first) && scan.is_capital(o.number.end)
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

/// "el doble", "twice".
fn multiple(scan: &Scan, i: usize) -> Option<Draft> {
    let (len, n) = scan.find(i, |m| if let Meaning::Multiple(n) = m { Some(n) } else { None })?;
    Some(Draft::new(i, i + len, Kind::Rate, Draft::number(n, Decimal::ONE, false)))
}

/// "un solo herido", "a single vote".
fn single(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Single)?;
    let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ONE, Decimal::ONE, false));
    draft.counts = true;
    Some(draft)
}
