//! Figures that are numbers: counts and measures, and which reader is asked first where several could read.

use super::{
    Amount, Hedge, Kind, Number,
    absence::none_of,
    age,
    decimal::{grain, ratio, times},
    distance,
    draft::Draft,
    grade::graded,
    identifier,
    measure::UnitAt,
    one,
    opening::Opening,
    operand::{self, Operand},
    ordinal::ordinal,
    range::{self, percent_end},
    scan::Scan,
    score::{near, score},
    share::share,
    words,
};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

/// The seconds of an hour: only parts of a clock's time follow behind commas, "2 horas, 4 minutos y 33 segundos".
const HOUR: Decimal = Decimal::from_parts(3600, 0, 0, false, 0);

/// Reads the figure that begins at token `i`, if one does.
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    let ask = |opening, reader: fn(&Scan, usize) -> Option<Draft>| {
        if scan.opens(i, opening) { reader(scan, i) } else { None }
    };
    ask(Opening::Joined, score)
        .or_else(|| graded(scan, i))
        .or_else(|| and_half(scan, i))
        .or_else(|| ask(Opening::Joined, share))
        .or_else(|| ask(Opening::Joined, range::read).map(|range| aged(scan, range)))
        .or_else(|| ask(Opening::Joined, ordinal))
        .or_else(|| multiple(scan, i))
        .or_else(|| single(scan, i))
        .or_else(|| ask(Opening::Count, plain))
        .or_else(|| none_of(scan, i))
}

/// A range, which may be one of ages: "jóvenes de entre 16 y 24 años", "aged 22 to 57".
fn aged(scan: &Scan, mut range: Draft) -> Draft {
    age::judge(scan, &mut range);
    range
}

/// A number with its unit.
fn plain(scan: &Scan, i: usize) -> Option<Draft> {
    let o = half_unit(scan, i).or_else(|| one::of_unit(scan, i)).or_else(|| operand::read(scan, i, true))?;
    let all = i == 0 && scan.breaks_before(o.end) && o.end + 1 >= scan.len();
    if o.number.article && !all && !one::is_said(scan, &o) {
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
    draft.scale = o.number.scale;
    // "una treintena" is about thirty.
    draft.hedge = if o.number.grouped { Hedge::About } else { Hedge::None };
    half_behind_unit(scan, &mut draft);
    in_usual_unit(&mut draft);
    quake_degrees(scan, &mut draft);
    smaller_unit(scan, &mut draft);
    age::judge(scan, &mut draft);
    Some(draft)
}

/// "media hora", "half an hour", "medio litro".
fn half_unit(scan: &Scan, i: usize) -> Option<Operand> {
    let len = scan.at(i, Meaning::Half)?;
    let at = i + len + usize::from(scan.is_dash(i + len));
    let (more, unit) = scan.unit(at)?;
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

/// What is always compared in another unit is stated in that one: "medio siglo" and "50 años" say the same, and so do ten
/// dimes and a dollar.
fn in_usual_unit(draft: &mut Draft) {
    let units = Units::built_in();
    let Some(unit) = draft.unit.map(|u| units.get(u)) else { return };
    let Some(usual) = unit.said_in.as_deref().and_then(|key| units.find(key)) else { return };
    let Some(factor) = ratio(unit.factor, units.get(usual).factor) else { return };
    let Amount::Number(n) = &mut draft.amount else { return };
    let scale = |v: &mut Option<Decimal>| *v = v.and_then(|v| times(v, factor));
    scale(&mut n.low);
    scale(&mut n.high);
    n.grain = times(n.grain, factor).unwrap_or(n.grain);
    draft.unit = Some(usual);
}

/// How far from its degrees the word for an earthquake stands, in tokens.
const QUAKE: usize = 8;

/// "un sismo de 6,9 grados": the degrees of an earthquake are its magnitude, and no temperature.
fn quake_degrees(scan: &Scan, draft: &mut Draft) {
    let units = Units::built_in();
    let degrees = draft.unit.is_some_and(|u| units.get(u).key == "degree");
    let Amount::Number(n) = &draft.amount else { return };
    let magnitude = n.low.is_some_and(|v| v > Decimal::ZERO && v <= Decimal::TEN);
    if degrees && magnitude && near(scan, draft.core.0, QUAKE, Meaning::Quake) {
        draft.unit = units.find("magnitude");
        draft.kind = Kind::Other;
    }
}

/// "seis horas y veinte minutos", "5 feet 10 inches", "20 dollars 43 cents": a second number in a smaller unit.
fn smaller_unit(scan: &Scan, draft: &mut Draft) {
    let mut below = None;
    if inches(scan, draft) {
        return;
    }
    while let Some(small) = smaller_part(scan, draft, below) {
        below = Some(small);
    }
}

/// The inches of "6-foot-8".
fn inches(scan: &Scan, draft: &mut Draft) -> bool {
    let (Some(unit), Amount::Number(n)) = (draft.unit, &mut draft.amount) else { return false };
    let at = draft.end;
    let joined = scan.is_dash(at) && scan.glued(at) && scan.glued(at + 1) && scan.is_numeral(at + 1);
    let Some(part) = scan.str(at + 1).parse().ok().filter(|&i: &u32| joined && i < 12) else { return false };
    let Some(part) = ratio(part.into(), Decimal::from(12)).filter(|_| Units::built_in().get(unit).key == "foot") else {
        return false;
    };
    let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
    add(&mut n.low);
    add(&mut n.high);
    (draft.end, draft.core.1) = (at + 2, at + 2);
    true
}

/// Adds the part in the next smaller unit, smaller than `below` where one was added before; gives its factor.
fn smaller_part(scan: &Scan, draft: &mut Draft, below: Option<Decimal>) -> Option<Decimal> {
    let minutes = bare_minutes(scan, draft);
    let (Some(unit), Amount::Number(n)) = (draft.unit, &mut draft.amount) else { return None };
    let units = Units::built_in();
    let large = units.get(unit);
    let small_enough = matches!(large.dimension.as_str(), "duration" | "length" | "mass" | "money");
    if !small_enough || scan.gap(draft.end) == Gap::Line || draft.per.is_some() {
        return None;
    }
    if let Some((end, part)) =
        cents(scan, draft.end).filter(|_| large.dimension == "money" && large.factor == Decimal::ONE)
    {
        let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
        add(&mut n.low);
        add(&mut n.high);
        n.grain = Decimal::new(1, 2);
        (draft.end, draft.core.1) = (end, end);
        return None;
    }
    if let Some(part) = minutes.filter(|_| large.factor == HOUR) {
        let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
        add(&mut n.low);
        add(&mut n.high);
        (draft.end, draft.core.1) = (draft.end + 1, draft.end + 1);
        return None;
    }
    let comma = usize::from(scan.is_sign(draft.end, ",") && large.dimension == "duration" && large.factor <= HOUR);
    let with = || scan.at(draft.end, Meaning::LoosePoint).filter(|_| large.dimension == "money");
    let joint = scan.at(draft.end, Meaning::And).or_else(with).unwrap_or(comma);
    // "the last 3 months, and 2 days ago" are two.
    if joint > 0 && distance::read(scan, draft.end + joint).is_some() {
        return None;
    }
    let o = operand::read(scan, draft.end + joint, true).filter(|o| !o.unit_first && !o.number.article)?;
    let small = o.unit.map(|u| units.get(u.unit)).filter(|s| s.dimension == large.dimension)?;
    let fits = small.factor < large.factor && o.number.value * small.factor < large.factor;
    if !fits || below.is_some_and(|b| small.factor >= b) {
        return None;
    }
    let part = ratio(o.number.value * small.factor, large.factor)?;
    let add = |v: &mut Option<Decimal>| *v = v.and_then(|v| v.checked_add(part));
    add(&mut n.low);
    add(&mut n.high);
    n.grain = ratio(small.factor, large.factor).unwrap_or(n.grain);
    draft.end = o.end;
    draft.core.1 = o.number.end;
    Some(small.factor)
}

/// Two digits behind the hours that something lasted, as a part of an hour: "en 3 h 52".
fn bare_minutes(scan: &Scan, draft: &Draft) -> Option<Decimal> {
    let i = draft.end;
    let two = scan.is_numeral(i) && scan.str(i).len() == 2 && scan.gap(i) == Gap::Space;
    let lasting = draft.kind == Kind::Duration && scan.is_before(draft.core.0, 0, Meaning::During);
    let minutes: u32 = scan.str(i).parse().ok().filter(|m| two && lasting && *m < 60)?;
    ratio(minutes.into(), 60.into())
}

/// A small number behind a currency that counts nothing else: "15 dollars 50", "25 euros con 50", "$20 43".
fn cents(scan: &Scan, i: usize) -> Option<(usize, Decimal)> {
    let joint = scan.at(i, Meaning::LoosePoint);
    let and = scan.at(i, Meaning::And).filter(|_| joint.is_none());
    let at = i + joint.or(and).unwrap_or(0);
    let number = words::whole(scan, at).filter(|n| n.scale.is_none() && n.value.fract().is_zero())?;
    let two = number.plain.is_none_or(|n| n == 2 || joint.is_some()) && number.value < Decimal::ONE_HUNDRED;
    let counts = identifier::counts(scan, number.end - 1) || scan.is_measure(number.end);
    let ends = scan.breaks_before(number.end) || scan.is_sign(number.end, ".,;)");
    let ends = ends || scan.is_word(number.end) && scan.gap(number.end) == Gap::Space && !counts;
    // Behind a sign or "and" the number may begin something else, unless the text ends with it.
    let last = number.end + usize::from(scan.is_sign(number.end, ".")) == scan.len();
    let sure = last || and.is_none() && scan.is_word(i.checked_sub(1)?);
    let near = (i..number.end).all(|k| scan.gap(k) == Gap::Space || scan.is_dash(k) || scan.glued(k));
    (two && ends && sure && near && !number.value.is_zero()).then(|| (number.end, number.value / Decimal::ONE_HUNDRED))
}

/// Whether a number is the second half of a name: "Apolo 11", "Canal Trece", "Ibex 35", "U.S. 19".
fn is_name_part(scan: &Scan, o: &Operand) -> bool {
    if o.unit.is_some() || o.number.scale.is_some() || o.first == 0 {
        return false;
    }
    let inside = scan.gap(o.first) == Gap::Space && ends_name(scan, o.first - 1);
    let plain = o.number.digits && o.number.plain.is_some_and(|n| n <= 4);
    let small = plain && o.number.value <= Decimal::from(30);
    let year = o.number.plain == Some(4) && super::year::is_year(o.number.value);
    let counted = identifier::counts(scan, o.end - 1) || scan.is(o.end, Meaning::Verb) && !small;
    let titled = in_title(scan, o) || !(small || year) && in_table(scan, o.first - 1);
    if inside && plain && !titled && (!counted || scan.is_named(o.end)) {
        return true;
    }
    // "Cuatro Vientos": a word with a capital within a sentence, before another one.
    !o.number.digits && scan.is_named(o.first) && !scan.breaks_before(o.first) && scan.is_capital(o.number.end)
}

/// Whether token `k` ends a name within a sentence: "Apolo", "U.S.".
fn ends_name(scan: &Scan, k: usize) -> bool {
    let letter = |k: usize| scan.is_capital(k) && scan.str(k).chars().count() == 1;
    let initials = k >= 3
        && scan.is_sign(k, ".")
        && scan.glued(k)
        && letter(k - 1)
        && scan.is_sign(k - 2, ".")
        && scan.glued(k - 1)
        && letter(k - 3);
    let capital = scan.is_capital(k) && !scan.is_known(k);
    initials || capital && !scan.breaks_before(k)
}

/// Whether the figure stands in a headline whose every word has a capital.
fn in_title(scan: &Scan, o: &Operand) -> bool {
    let before = o.first - 1;
    let opened = |k: usize| scan.is_capital(k) && scan.breaks_before(k) && !scan.is(k, Meaning::The);
    scan.is_named(o.end) || before > 0 && opened(before - 1)
}

/// Whether the name that ends at token `k` is one of several with a number each: "Demócratas 51, Republicanos 49".
fn in_table(scan: &Scan, k: usize) -> bool {
    let first = (0..=k).rev().take_while(|&k| scan.is_capital(k)).last().unwrap_or(k);
    first > 0 && (scan.is_sign(first - 1, ",;:|(") || scan.is_numeral(first - 1) || scan.is(first - 1, Meaning::And))
}

/// "hora y media", "a year and a half": one and a part of a unit.
fn and_half(scan: &Scan, i: usize) -> Option<Draft> {
    let one = scan.at(i, Meaning::One).or_else(|| scan.at(i, Meaning::Article)).unwrap_or(0);
    let (len, unit) = scan.unit(i + one)?;
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
    let end = i + len;
    // "double-digit", "el doble techo": the word describes what follows; "set to double" is what somebody does.
    let joined = scan.is_dash(end) && scan.glued(end);
    let described = scan.is(i, Meaning::The) && scan.is_word(end) && scan.gap(end) == Gap::Space;
    let known = scan.is(end, Meaning::Stop) || scan.is(end, Meaning::Verb) || scan.is_known(end);
    let does = i > 0 && (scan.is(i - 1, Meaning::To) || scan.is(i - 1, Meaning::Future));
    if joined || does || described && !known {
        return None;
    }
    Some(Draft::new(i, end, Kind::Rate, Draft::number(n, Decimal::ONE, false)))
}

/// "un solo herido", "a single vote".
fn single(scan: &Scan, i: usize) -> Option<Draft> {
    let len = scan.at(i, Meaning::Single)?;
    let mut draft = Draft::new(i, i + len, Kind::Count, Draft::number(Decimal::ONE, Decimal::ONE, false));
    draft.counts = true;
    Some(draft)
}
