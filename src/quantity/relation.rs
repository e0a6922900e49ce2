//! How two figures stand to each other when they state one fact: agreement, tension or conflict, and what kind of gap it is.

use super::{
    Amount, Change, Hedge, Interval, Kind, Measure, Number, Quantity, meeting,
    rates::{Apart, Rates},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// How two comparable figures stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relation {
    /// Whether both can be true of one fact.
    pub stance: Stance,
    /// What the gap, or the agreement, looks like.
    pub shape: Shape,
    /// How far apart they are, relative to the larger: 0 where they are equal, towards 1 where they are far apart. For
    /// moments 0 or 1.
    pub gap: f64,
}

impl Relation {
    /// How far apart the digits are: as the gap, but 0 where only the sign or the unit differs.
    #[must_use]
    pub fn apart(&self) -> f64 {
        let same_digits = matches!(self.shape, Shape::OtherDirection | Shape::OtherUnit) && self.gap >= 1.0;
        if same_digits { 0.0 } else { self.gap }
    }
}

/// Whether two figures can both be true of one fact, as stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// They say the same after rounding, conversion and hedges.
    Agree,
    /// They are compatible only because one leaves an end open.
    Tension,
    /// They are not compatible.
    Conflict,
}

/// What the agreement or the gap looks like; what the reason says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The same value.
    Equal,
    /// The same value in another unit.
    Converted,
    /// The same after rounding.
    Rounded,
    /// One lies within what the other leaves open.
    WithinBound,
    /// The same digits in another order.
    Swapped,
    /// A power of ten apart: the exponent.
    PowerOfTen(u8),
    /// Per cent against percentage points, one currency against another, with the same digits.
    OtherUnit,
    /// One rose and the other fell.
    OtherDirection,
    /// The other part of one whole: 24 against all but 3 of 27.
    OtherPart,
    /// Simply another value.
    Apart,
}

/// "More than x" is read as agreeing with a figure up to this many times x; beyond it an editor would want to look.
/// Of pairs of one fact in 414 annotated events, 338 of 374 agree up to there, and 3 of 103 between there and twice as much.
const MORE_THAN_REACH: f64 = 1.25;
/// The same for "at least x", which is said of a count that is exact so far.
const AT_LEAST_REACH: f64 = 1.055;
/// "Hundreds" is said up to a thousand.
const VAGUE_REACH: f64 = 10.0;
/// "Less than x" agrees down to this share of x.
const LESS_THAN_REACH: f64 = 0.8;
/// "Up to x" gives the highest: it agrees down to this share of x (33 of 34 pairs from there down to 0.8 do not).
const UP_TO_REACH: f64 = 0.95;
/// Two units of one dimension agree within this: conversions in print are rounded twice.
const CONVERSION: f64 = 0.05;

/// Sums in two currencies that a rough rate brings nearer than this may be one, where the rates wander as much.
const SAME_SUM: f64 = 1.3;
/// Two currencies whose rate is this near to one are worth the same in round numbers.
const SAME_RATE: f64 = 1.03;
/// Sums with a sign that several currencies share, further apart than this, may be in two of them: four fifths.
const OTHER_SIGN: f64 = 0.8;
/// The key of a point of whatever is counted in points.
const POINT: &str = "point";
/// The key of a hundredth of a whole as a step between two shares.
const PERCENTAGE_POINT: &str = "percentage_point";
/// The dimension whose units have no fixed factors.
const MONEY: &str = "money";

/// How `a` and `b` stand, were they statements of one fact. None where they cannot be compared: a day and a sum of
/// money, metres and kilos.
#[must_use]
pub fn relate(a: &Quantity, b: &Quantity) -> Option<Relation> {
    let relation = as_written(a, b)?;
    let other_part = relation.stance == Stance::Conflict && parts(a, b).is_some();
    Some(if other_part { agree(Shape::OtherPart, 0.0) } else { relation })
}

/// A whole, one part of it and what that leaves, where the two figures are such parts: "all but 3 of the 27" against 24, "81
/// of the 84" against "3 of the 84".
#[must_use]
pub fn parts(a: &Quantity, b: &Quantity) -> Option<(Decimal, Decimal, Decimal)> {
    by_rest(a, b).or_else(|| by_rest(b, a)).or_else(|| making_up(a, b))
}

/// All but so many, against those that are left.
fn by_rest(a: &Quantity, b: &Quantity) -> Option<(Decimal, Decimal, Decimal)> {
    let (whole, rest) = a.of.zip(a.rest)?;
    let number = Number { low: Some(rest), high: Some(rest), grain: Decimal::ONE, digits: true };
    let left = Quantity { amount: Amount::Number(number), rest: None, ..a.clone() };
    let counts = b.kind == Kind::Count && b.unit.measure.is_none() && b.of.is_none_or(|of| of == whole);
    let agrees = counts && as_written(&left, b).is_some_and(|r| r.stance == Stance::Agree);
    agrees.then_some((whole, whole - rest, rest))
}

/// Two parts that make up one whole. A small whole is made up by chance too often.
fn making_up(a: &Quantity, b: &Quantity) -> Option<(Decimal, Decimal, Decimal)> {
    let whole = a.of.filter(|&of| b.of == a.of && of >= Decimal::TEN)?;
    let one = |q: &Quantity| q.exact().filter(|_| q.rest.is_none());
    let (x, y) = (one(a)?, one(b)?);
    (x.checked_add(y)? == whole).then_some((whole, x.min(y), x.max(y)))
}

/// How two figures stand by what is written alone.
fn as_written(a: &Quantity, b: &Quantity) -> Option<Relation> {
    if let Some((a, b)) = undivided(a, b) {
        return as_written(&a, &b);
    }
    match (&a.amount, &b.amount) {
        (Amount::Number(x), Amount::Number(y)) => match (is_bare(a), is_bare(b)) {
            (true, false) => relate_numbers(&lent(a, b), x, b, y).map(|r| unscaled(r, (a, x), (b, y))),
            (false, true) => relate_numbers(a, x, &lent(b, a), y).map(|r| unscaled(r, (b, y), (a, x))),
            _ => relate_numbers(a, x, b, y),
        },
        (Amount::Moment(x), Amount::Moment(y)) => {
            meeting::relate(x, y, a.hedge != Hedge::None || b.hedge != Hedge::None)
        }
        (Amount::Score(x1, x2), Amount::Score(y1, y2)) => {
            let same = (x1, x2) == (y1, y2) || (x1, x2) == (y2, y1);
            Some(if same { agree(Shape::Equal, 0.0) } else { conflict(Shape::Apart, 1.0) })
        }
        _ => None,
    }
}

pub(super) fn agree(shape: Shape, gap: f64) -> Relation {
    Relation { stance: Stance::Agree, shape, gap }
}

fn tension(shape: Shape, gap: f64) -> Relation {
    Relation { stance: Stance::Tension, shape, gap }
}

pub(super) fn conflict(shape: Shape, gap: f64) -> Relation {
    Relation { stance: Stance::Conflict, shape, gap }
}

/// Whether a number has no unit of measure: the 40 of "limited to 40".
fn is_bare(q: &Quantity) -> bool {
    q.unit.measure.is_none()
}

/// A bare number in the unit of the other, which its writer left out: 19 beside "19 years" is not 19 seconds.
fn lent(bare: &Quantity, measured: &Quantity) -> Quantity {
    let mut lent = bare.clone();
    lent.unit.measure.clone_from(&measured.unit.measure);
    lent
}

/// Two rates by the same unit, or a rate and a figure that leaves out by what it is counted ("1,900 million" beside "900
/// million a year", "a monthly premium of 410" beside "410 a month"): both without it.
fn undivided(a: &Quantity, b: &Quantity) -> Option<(Quantity, Quantity)> {
    let (x, y) = (a.unit.measure.as_ref()?, b.unit.measure.as_ref()?);
    let by_one_unit = match (x.per(), y.per()) {
        (None, None) => false,
        (Some(x), Some(y)) => x == y,
        _ => true,
    };
    if !by_one_unit {
        return None;
    }
    let whole = |m: &Measure| m.undivided().unwrap_or_else(|| m.clone());
    let (x, y) = (whole(x), whole(y));
    let with = |of: &Quantity, measure| {
        let mut of = of.clone();
        of.unit.measure = Some(measure);
        of
    };
    (x.dimension == y.dimension).then(|| (with(a, x), with(b, y)))
}

/// Whether one of two figures is a rate and the other says nothing of by what it is counted.
#[must_use]
pub fn leaves_out_rate(a: &Quantity, b: &Quantity) -> bool {
    let per = |q: &Quantity| q.unit.measure.as_ref().map(|m| m.per().is_some());
    matches!((per(a), per(b)), (Some(true), Some(false)) | (Some(false), Some(true)))
}

/// "318" beside "318 million francs": where a number without a noun leaves out the unit, it leaves out the thousands,
/// millions or billions too.
fn unscaled(relation: Relation, bare: (&Quantity, &Number), measured: (&Quantity, &Number)) -> Relation {
    let smaller = bare.1.low.zip(measured.1.low).is_some_and(|(b, m)| b < m);
    match relation.shape {
        Shape::PowerOfTen(3 | 6 | 9) if smaller && bare.0.unit.span.is_none() => agree(Shape::Equal, 0.0),
        _ => relation,
    }
}

/// The dimension that a figure is measured in; bare numbers and counts have none.
fn dimension(q: &Quantity) -> &str {
    q.unit.measure.as_ref().map_or("", |m| m.dimension.as_str())
}

fn relate_numbers(a: &Quantity, x: &Number, b: &Quantity, y: &Number) -> Option<Relation> {
    let (da, db) = (dimension(a), dimension(b));
    let (key_a, key_b) = (measure_key(a), measure_key(b));
    // Per cent and points are two dimensions with the same digits: the classic slip, so they are compared all the same.
    // "4,1 puntos" are percentage points beside a share, and the same as "4.1 percentage points".
    let said = |key| if key == POINT { PERCENTAGE_POINT } else { key };
    let shares = are_shares(a, b);
    let points = shares && said(key_a) != said(key_b);
    if !shares && da != db && !(da.is_empty() || db.is_empty()) {
        return None;
    }
    let converted = !shares && key_a != key_b && !da.is_empty() && da == db;
    let (ia, ib) = (Interval::of(a), Interval::of(b));
    let (va, vb) = (representative(a, x), representative(b, y));
    let gap = gap(va, vb);
    if opposite(a.change, b.change) {
        return Some(conflict(Shape::OtherDirection, if va == vb { 1.0 } else { gap }));
    }
    if points {
        return Some(if va == vb { conflict(Shape::OtherUnit, 1.0) } else { shape_of_gap(va, vb, gap) });
    }
    let rates = Rates::built_in();
    let apart = || rates.apart((va, key_a), (vb, key_b));
    if converted && da == MONEY && !rates.may_be_one(key_a, key_b) {
        return by_rate(apart()?, va == vb);
    }
    // A "$" of pesos beside a sum in dollars: too far apart for a slip, and a rate makes them one.
    if converted && da == MONEY && gap > OTHER_SIGN && apart().is_some_and(|a| a.times <= SAME_SUM) {
        return Some(agree(Shape::Converted, gap));
    }
    let converted = converted && da != MONEY;
    if va == vb && (ia.low.is_some() == ib.low.is_some() || ia.high.is_some() == ib.high.is_some()) {
        return Some(agree(if converted { Shape::Converted } else { Shape::Equal }, 0.0));
    }
    if converted && gap <= CONVERSION {
        return Some(agree(Shape::Converted, gap));
    }
    if let Some(relation) = both_open((a, ia), (b, ib), gap) {
        return Some(relation);
    }
    if let Some(relation) = by_open_end(a, ia, vb, gap).or_else(|| by_open_end(b, ib, va, gap)) {
        return Some(relation);
    }
    if holds(ia, vb) || holds(ib, va) || ranges_meet(x, ia, y, ib) {
        return Some(agree(Shape::Rounded, gap));
    }
    Some(shape_of_gap(va, vb, gap))
}

/// What two sums in two currencies make of each other. Between agreement and a clear gap nothing is said.
fn by_rate(apart: Apart, same_digits: bool) -> Option<Relation> {
    let gap = 1.0 - 1.0 / apart.times.max(1.0);
    if same_digits && apart.times > SAME_RATE {
        // Whoever converts a sum writes other digits.
        Some(conflict(Shape::OtherUnit, gap))
    } else if apart.times <= apart.wander.min(SAME_SUM) {
        Some(agree(Shape::Converted, gap))
    } else {
        (apart.times >= apart.wander).then(|| conflict(Shape::Apart, gap))
    }
}

/// The gap between two values by its shape: swapped digits, a power of ten, or none of these.
fn shape_of_gap(va: Decimal, vb: Decimal, gap: f64) -> Relation {
    if let Some(power) = power_of_ten(va, vb) {
        conflict(Shape::PowerOfTen(power), gap)
    } else if swapped_digits(va, vb) {
        conflict(Shape::Swapped, gap)
    } else {
        conflict(Shape::Apart, gap)
    }
}

/// Whether both say how large a share is, or by how many points one moved: at least one of them in so many words.
#[must_use]
pub fn are_shares(a: &Quantity, b: &Quantity) -> bool {
    let share = |q: &Quantity| q.kind == Kind::Percent;
    (share(a) || share(b)) && may_be_share(a) && may_be_share(b)
}

/// Whether a figure is a share, or counts points, which may be those of a share.
#[must_use]
pub fn may_be_share(q: &Quantity) -> bool {
    q.kind == Kind::Percent || measure_key(q) == POINT
}

fn measure_key(q: &Quantity) -> &str {
    q.unit.measure.as_ref().map_or("", |m| m.key.as_str())
}

fn opposite(a: Change, b: Change) -> bool {
    matches!((a, b), (Change::RoseBy, Change::FellBy) | (Change::FellBy, Change::RoseBy))
}

/// The one value that stands for a figure, in base units: its middle, or the end that is not open.
#[must_use]
pub fn representative(q: &Quantity, n: &Number) -> Decimal {
    let value = match (n.low, n.high) {
        (Some(low), Some(high)) => low.checked_add(high).map_or(low, |sum| sum / Decimal::TWO),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => Decimal::ZERO,
    };
    q.unit.measure.as_ref().and_then(|m| value.checked_mul(m.factor)?.checked_add(m.zero)).unwrap_or(value)
}

/// How far apart two values are, relative to the larger: 0 to 1, and up to 2 where their signs differ.
#[must_use]
pub fn gap(a: Decimal, b: Decimal) -> f64 {
    let (a, b) = (a.to_f64().unwrap_or(0.0), b.to_f64().unwrap_or(0.0));
    let larger = a.abs().max(b.abs());
    if larger == 0.0 { 0.0 } else { (a - b).abs() / larger }
}

/// Where both leave the same end open, "more than a third" and "over 36 per cent": they agree where the bounds are near.
fn both_open(a: (&Quantity, Interval), b: (&Quantity, Interval), gap: f64) -> Option<Relation> {
    let near = |reach: f64| {
        let relation = if 1.0 - gap >= 1.0 / reach { agree } else { tension };
        Some(relation(Shape::WithinBound, gap))
    };
    match ((a.1.low, a.1.high), (b.1.low, b.1.high)) {
        ((Some(x), None), (Some(y), None)) => near(reach_above(if x < y { a.0 } else { b.0 }.hedge)),
        ((None, Some(x)), (None, Some(y))) => near(1.0 / reach_below(if x > y { a.0 } else { b.0 }.hedge)),
        _ => None,
    }
}

/// Up to how many times its bound a figure that is open above is read as agreeing.
fn reach_above(hedge: Hedge) -> f64 {
    match hedge {
        Hedge::AtLeast => AT_LEAST_REACH,
        // "Hundreds", without a hedge: up to the next word for more.
        Hedge::None => VAGUE_REACH,
        _ => MORE_THAN_REACH,
    }
}

/// Down to what share of its bound a figure that is open below is read as agreeing.
fn reach_below(hedge: Hedge) -> f64 {
    if hedge == Hedge::UpTo { UP_TO_REACH } else { LESS_THAN_REACH }
}

/// Where `open` leaves an end open: what that makes of the other figure's value.
fn by_open_end(open: &Quantity, interval: Interval, value: Decimal, gap: f64) -> Option<Relation> {
    let ratio = |bound: Decimal| {
        let bound = bound.to_f64().filter(|b| *b > 0.0)?;
        Some(value.to_f64()? / bound)
    };
    match (interval.low, interval.high) {
        (Some(low), None) => {
            let times = ratio(low)?;
            let reach = reach_above(open.hedge);
            Some(if times < 0.98 {
                shape_of_gap(low, value, gap)
            } else if times <= reach {
                agree(Shape::WithinBound, gap)
            } else {
                tension(Shape::WithinBound, gap)
            })
        }
        (None, Some(high)) => {
            let times = ratio(high)?;
            Some(if times > 1.02 {
                shape_of_gap(high, value, gap)
            } else if times >= reach_below(open.hedge) {
                agree(Shape::WithinBound, gap)
            } else {
                tension(Shape::WithinBound, gap)
            })
        }
        _ => None,
    }
}

pub(super) fn holds(interval: Interval, value: Decimal) -> bool {
    interval.low.is_none_or(|low| low <= value) && interval.high.is_none_or(|high| value <= high)
}

/// Whether two ranges overlap, one of them being a range in so many words.
pub(super) fn ranges_meet(x: &Number, ia: Interval, y: &Number, ib: Interval) -> bool {
    let is_range = |n: &Number| matches!((n.low, n.high), (Some(low), Some(high)) if low != high);
    let below = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).is_none_or(|(a, b)| a <= b);
    (is_range(x) || is_range(y)) && below(ia.low, ib.high) && below(ib.low, ia.high)
}

/// The exponent, where one value is exactly ten, a hundred, … times the other.
#[must_use]
pub fn power_of_ten(a: Decimal, b: Decimal) -> Option<u8> {
    let (small, large) = if a.abs() < b.abs() { (a, b) } else { (b, a) };
    if small.is_zero() || small == large {
        return None;
    }
    let mut scaled = small;
    for power in 1..=9 {
        scaled = scaled.checked_mul(Decimal::TEN)?;
        if scaled == large {
            return Some(power);
        }
    }
    None
}

/// Whether two different values of the same length are written with the same digits in another order: 1350 and 3150.
#[must_use]
pub fn swapped_digits(a: Decimal, b: Decimal) -> bool {
    let digits = |d: Decimal| {
        let mut digits: Vec<u8> = d.normalize().mantissa().abs().to_string().into_bytes();
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
        }
        digits
    };
    let (mut x, mut y) = (digits(a), digits(b));
    if x == y || x.len() != y.len() || x.len() < 2 {
        return false;
    }
    x.sort_unstable();
    y.sort_unstable();
    x == y && gap(a, b) < 0.9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::trial;

    fn check(a: &str, b: &str, expected: impl Into<Option<Stance>>) {
        trial::check("es", a, b, expected);
    }

    #[test]
    fn a_unit_left_out_is_that_of_the_other() {
        check("limitado a 40.", "a 40 km/h", Stance::Agree);
        check("limitado a 40.", "a 50 km/h", Stance::Conflict);
        check("ganó 318.", "318 millones de euros", Stance::Agree);
        check("ganó 318.", "328 millones de euros", Stance::Conflict);
        check("318 personas", "318 millones de euros", Stance::Conflict);
    }

    #[test]
    fn what_is_left_of_a_whole_agrees_with_those_left_out() {
        check("todos menos tres de los 27 socios", "24 socios", Stance::Agree);
        check("todos menos tres de los 27 socios", "24 de los 27 socios", Stance::Agree);
        check("todos menos tres de los 27 socios", "más de 22 socios", Stance::Agree);
        check("todos menos tres de los 27 socios", "25 socios", Stance::Conflict);
        check("todos menos tres de los 27 socios", "tres socios", Stance::Agree);
        check("81 de las 84 acciones", "tres de las 84 acciones", Stance::Agree);
        check("81 de las 84 acciones", "dos de las 84 acciones", Stance::Conflict);
        check("81 de las 84 acciones", "tres acciones", Stance::Conflict);
        check("5 de los 8 jueces", "3 de los 8 jueces", Stance::Conflict);
    }

    #[test]
    fn a_rate_may_leave_out_by_what_it_is_counted() {
        check("900 millones de euros al año", "1.900 millones de euros", Stance::Conflict);
        check("410 euros al mes", "410 euros", Stance::Agree);
        check("90 dólares al mes", "85 euros al mes", Stance::Agree);
        check("90 dólares al mes", "30 euros al mes", Stance::Conflict);
    }

    #[test]
    fn points_are_no_share() {
        check("sube 4,1 puntos", "sube un 4,1 %", Stance::Conflict);
        check("sube 4,1 puntos", "sube 4,1 puntos porcentuales", Stance::Agree);
        check("sube un 4,1 %", "sube un 4,1 %", Stance::Agree);
        check("sube 2 puntos", "sube un 3 %", Stance::Conflict);
    }

    #[test]
    fn two_currencies_meet_by_a_rough_rate() {
        check("8,7 millones de libras", "11,3 millones de dólares", Stance::Agree);
        check("18 millones de libras", "10,8 millones de dólares", Stance::Conflict);
        check("10.000 euros", "10.000 dólares", Stance::Conflict);
    }

    #[test]
    fn bounds_on_one_side_are_compared_by_how_near_they_are() {
        check("más de un tercio de los votos", "más del 36 % de los votos", Stance::Agree);
        check("más de 11.000 soldados", "más de 15.000 soldados", Stance::Tension);
    }

    #[test]
    fn what_is_said_in_few_digits_is_rounded() {
        check("una cuarta parte de los votos", "el 26 % de los votos", Stance::Agree);
        check("una cuarta parte de los votos", "el 29 % de los votos", Stance::Conflict);
        check("seis de cada diez votantes", "el 62 % de los votantes", Stance::Agree);
        check("tres toneladas", "3,2 toneladas", Stance::Agree);
        check("tres toneladas", "3,5 toneladas", Stance::Conflict);
        check("casi 1,2 millones de casas", "1.203.000 casas", Stance::Agree);
    }
}
