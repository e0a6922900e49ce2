//! Changes: "subió de 10 a 12, un 30 % más", where it is 20 %; "14, three more than the 10 of last year".

use super::{
    Check, Slip,
    bounds::{Bounds, last_place, middle},
    line::Line,
};
use crate::{
    finding::Reason,
    quantity::{Change, Hedge, Kind, Number},
};
use rust_decimal::Decimal;

/// A size that many times as large as it ought to be, or as small, is of something else: "a fall of 10.89 to 9,837.94".
const REACH: i64 = 4;
/// How many signs may stand between the two ends of a change, and between them and its size.
const BETWEEN_ENDS: usize = 10;
const BEFORE_SIZE: usize = 4;

/// The first change of a sentence whose size is not that between its two ends.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    (0..line.figures.len()).find_map(|k| from_to(line, k).or_else(|| more_than(line, k)))
}

/// What a change went from, what it came to, and how large it is said to be.
struct Move {
    from: usize,
    to: usize,
    by: usize,
}

/// "subió de 10 a 12, un 30 % más"; "rose 30 percent, from 10 to 12"; "12 million, up 30 % from 10 million".
fn from_to(line: &Line<'_>, k: usize) -> Option<Slip> {
    if k + 2 >= line.figures.len() {
        return None;
    }
    let is = |at: usize, change: Change| line.figure(at).change == change;
    let close = |a: usize, most: usize| {
        let between = line.between(a, a + 1);
        between.chars().count() <= most && between.chars().all(|c| "w,to<>&(-v".contains(c))
    };
    let ends = |a: usize, b: usize| (is(a, Change::From) && is(b, Change::To)).then_some((a, b));
    let found = if let Some((from, to)) = ends(k, k + 1).or_else(|| ends(k + 1, k)) {
        let joint = line.between(k + 1, k + 2);
        let apposed = joint.starts_with([',', '(', '-']) && !line.behind(k + 2).starts_with('o');
        (close(k, BETWEEN_ENDS) && apposed && close(k + 1, BEFORE_SIZE)).then_some(Move { from, to, by: k + 2 })
    } else if let Some((from, to)) = ends(k + 1, k + 2).or_else(|| ends(k + 2, k + 1)) {
        let moves = is(k, Change::RoseBy) || is(k, Change::FellBy);
        (moves && close(k, BEFORE_SIZE) && close(k + 1, BETWEEN_ENDS)).then_some(Move { from, to, by: k })
    } else {
        // The figure before the size is what it came to.
        let moves = is(k + 1, Change::RoseBy) || is(k + 1, Change::FellBy);
        let joint = line.between(k, k + 1);
        let led = matches!(joint.as_str(), "," | ",w" | ",t" | "(" | "(w");
        let back = matches!(line.between(k + 1, k + 2).as_str(), "<" | ">" | "o" | "<t" | "ot");
        (moves && led && back && is(k + 2, Change::From)).then_some(Move { from: k + 2, to: k, by: k + 1 })
    }?;
    judge(line, &found)
}

fn judge(line: &Line<'_>, m: &Move) -> Option<Slip> {
    let measure = |k: usize| line.figure(k).unit.measure.as_ref().map(|m| m.key.as_str());
    let (from, to) = (number(line, m.from)?, number(line, m.to)?);
    if measure(m.from) != measure(m.to) {
        return None;
    }
    let (a, b) = (Bounds::of(line.figure(m.from), from)?, Bounds::of(line.figure(m.to), to)?);
    let (before, after) = (middle(from)?, middle(to)?);
    let by = line.figure(m.by);
    let falls = after < before;
    let says_other_way = by.change == Change::RoseBy && falls || by.change == Change::FellBy && after > before;
    let percent = by.unit.measure.as_ref().is_some_and(|u| u.dimension == "percent");
    let (is, exact) = if percent && by.kind == Kind::Percent {
        let ratio = b.over(a)?;
        let of = |v: Decimal| (v - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED);
        (size(Bounds { low: of(ratio.low)?, high: of(ratio.high)? }), of(after.checked_div(before)?)?.abs())
    } else {
        let same = measure(m.by) == measure(m.from) || points_of_percent(measure(m.by), measure(m.from));
        if !same {
            return None;
        }
        (size(b.minus(a)?), (after - before).abs())
    };
    if fits(line, m.by, is)? && !says_other_way || of_something_else(line, m.by, exact) {
        return None;
    }
    let is = exact.round_dp(if exact < Decimal::TEN { 1 } else { 0 }).normalize();
    let (from, to, said) = (line.written(m.from), line.written(m.to), line.written(m.by));
    let figures = [line.id(m.from), line.id(m.to), line.id(m.by)];
    if percent && fits(line, m.by, size(b.minus(a)?))? && measure(m.from) == Some("percent") && !says_other_way {
        return Some(Slip::new(Check::Change, 0.7, &figures, Reason::PointsNotPercent { from, to, said }).perhaps());
    }
    let reason =
        if percent { Reason::ChangeIs { from, to, is, said } } else { Reason::DifferenceIs { from, to, is, said } };
    Some(Slip::new(Check::Change, 0.8, &figures, reason))
}

/// Whether a change in points is told of two shares.
fn points_of_percent(by: Option<&str>, of: Option<&str>) -> bool {
    of == Some("percent") && by.is_some_and(|b| b.contains("point"))
}

/// A change without its direction.
fn size(b: Bounds) -> Bounds {
    if b.high <= Decimal::ZERO {
        Bounds { low: -b.high, high: -b.low }
    } else if b.low < Decimal::ZERO {
        Bounds { low: Decimal::ZERO, high: b.high.max(-b.low) }
    } else {
        b
    }
}

/// Whether a size is so far from what was reckoned that it is no slip of it.
fn of_something_else(line: &Line<'_>, by: usize, exact: Decimal) -> bool {
    let q = line.figure(by);
    let factor = q.unit.measure.as_ref().filter(|_| q.kind != Kind::Percent).map_or(Decimal::ONE, |m| m.factor);
    let said = number(line, by).and_then(|n| n.low.or(n.high)?.abs().checked_mul(factor));
    let reach = |v: Decimal| v.checked_mul(Decimal::from(REACH));
    said.is_none_or(|s| reach(s).is_none_or(|r| r < exact) || reach(exact).is_none_or(|r| r < s))
}

/// Whether a size may be said of a change, in the unit in which it is said.
fn fits(line: &Line<'_>, by: usize, is: Bounds) -> Option<bool> {
    let (q, n) = (line.figure(by), number(line, by)?);
    let place = last_place(n);
    let value = n.low.or(n.high)?.abs();
    let slack = match q.hedge {
        Hedge::None | Hedge::Exactly if n.digits && q.kind == Kind::Percent => place,
        Hedge::None | Hedge::Exactly if q.kind == Kind::Count => {
            (n.grain / Decimal::TWO).min(value / Decimal::from(20)).floor()
        }
        Hedge::None | Hedge::Exactly => (n.grain / Decimal::TWO).min(value / Decimal::from(20)),
        _ => (value / Decimal::TEN).max(place),
    };
    let factor = q.unit.measure.as_ref().filter(|_| q.kind != Kind::Percent).map_or(Decimal::ONE, |m| m.factor);
    let scaled = |v: Decimal| v.abs().checked_mul(factor);
    let above = n.low.is_none_or(|v| scaled(v).is_none_or(|v| v <= is.high + slack * factor));
    let below = n.high.is_none_or(|v| scaled(v).is_none_or(|v| is.low <= v + slack * factor));
    Some(above && below)
}

fn number<'a>(line: &Line<'a>, k: usize) -> Option<&'a Number> {
    let kind = line.figure(k).kind;
    let told = !matches!(kind, Kind::Ordinal | Kind::Age | Kind::Rate | Kind::Temperature);
    line.number(k).filter(|_| told)
}

/// "14, tres más que los 10 de 2024": three figures of one sort.
fn more_than(line: &Line<'_>, k: usize) -> Option<Slip> {
    if k + 2 >= line.figures.len() {
        return None;
    }
    let (first, second) = (line.between(k, k + 1), line.between(k + 1, k + 2));
    let sign = match second.trim_start_matches('w').trim_end_matches(['t', 'w']) {
        "M" => Decimal::ONE,
        "L" => Decimal::NEGATIVE_ONE,
        _ => return None,
    };
    if !matches!(first.as_str(), "," | ",t" | "(" | "(t" | "-" | "-t") {
        return None;
    }
    let [a, b, c] = [k, k + 1, k + 2];
    let (now, then) = (number(line, a)?, number(line, c)?);
    let (now_bounds, then_bounds) = (Bounds::of(line.figure(a), now)?, Bounds::of(line.figure(c), then)?);
    let measure = |k: usize| line.figure(k).unit.measure.as_ref().map(|m| m.key.as_str());
    if measure(a) != measure(c) {
        return None;
    }
    let percent = measure(b) == Some("percent");
    let (is, exact) = if percent && measure(a) != Some("percent") {
        let ratio = now_bounds.over(then_bounds)?;
        let of = |v: Decimal| (v - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED).map(|v| v * sign);
        let (x, y) = (of(ratio.low)?, of(ratio.high)?);
        (Bounds { low: x.min(y), high: x.max(y) }, of(middle(now)?.checked_div(middle(then)?)?)?)
    } else if measure(b) == measure(a) {
        let apart = now_bounds.minus(then_bounds)?;
        let (x, y) = (apart.low * sign, apart.high * sign);
        (Bounds { low: x.min(y), high: x.max(y) }, (middle(now)? - middle(then)?) * sign)
    } else {
        return None;
    };
    if fits(line, b, is)? {
        return None;
    }
    let is = exact.round_dp(1).normalize();
    let (from, to, said) = (line.written(c), line.written(a), line.written(b));
    let reason =
        if percent { Reason::ChangeIs { from, to, is, said } } else { Reason::DifferenceIs { from, to, is, said } };
    Some(Slip::new(Check::Change, 0.75, &[line.id(a), line.id(b), line.id(c)], reason))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn changes_are_worked_out_again() {
        check(
            TODAY,
            &[
                ("es", "La plantilla subió de 10 a 12 empleados, un 30 % más.", "change: 10 | 12 | 30 %"),
                ("es", "El precio bajó un 40 %, de 200 a 150 euros.", "change: 40 % | 200 | 150"),
                ("es", "El paro subió dos puntos, del 10 % al 14 %.", "change: dos | 10 % | 14 %"),
                ("es", "Hubo 14 casos, tres más que los 10 de 2024.", "change: 14 | tres | 10"),
                ("en", "Sales rose 30 percent, from 10,250 to 12,310 units.", "change: 30 percent | 10,250 | 12,310"),
                ("en", "The staff fell from 120 to 90, a drop of 40 percent.", "change: 120 | 90 | 40 percent"),
                ("fr", "Le prix est passé de 200 à 150 euros, une baisse de 40 %.", "change: 200 | 150 | 40 %"),
                ("it", "Il prezzo è sceso del 40%, da 200 a 150 euro.", "change: 40% | 200 | 150"),
                ("de", "Der Preis fiel um 40 Prozent von 200 auf 150 Euro.", "change: 40 Prozent | 200 | 150"),
            ],
        );
    }

    #[test]
    fn changes_that_are_right_are_left_alone() {
        check(
            TODAY,
            &[
                ("es", "La plantilla subió de 10 a 12 empleados, un 20 % más.", ""),
                ("es", "El precio bajó un 25 %, de 200 a 150 euros.", ""),
                ("es", "El paro subió cuatro puntos, del 10 % al 14 %.", ""),
                ("es", "Pasó de 10 a 12 millones, un 30 % más.", ""),
                ("es", "Hubo 14 casos, cuatro más que los 10 de 2024.", ""),
                ("es", "El precio subió de 10 a 12 euros, y las ventas, un 30 %.", ""),
                ("es", "Bajó casi un 30 %, de 200 a 150 euros.", ""),
                ("es", "La deuda creció un 3,2 % en 2024, hasta 1.250 millones, y un 4,1 % en 2025.", ""),
                ("en", "Sales rose 20 percent, from 10,250 to 12,310 units.", ""),
                ("en", "It rose from 120 to 180, half as many again, in 3 years.", ""),
                ("fr", "Le prix est passé de 200 à 150 euros, une baisse de 25 %.", ""),
                ("de", "Der Preis fiel um 25 Prozent von 200 auf 150 Euro.", ""),
            ],
        );
    }
}
