//! Shares: "31 of 240, 20 %", where it is 12.9 %.

use super::{
    Check, Slip,
    bounds::{Bounds, last_place, middle},
    line::Line,
};
use crate::{
    finding::Reason,
    quantity::{Change, Hedge, Kind},
};
use rust_decimal::Decimal;

/// The first share of a sentence that is not that of its two numbers.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    (0..line.figures.len()).find_map(|k| three(line, k).or_else(|| worked_out(line, k)))
}

/// A share, its part and its whole, in one of the orders in which they are written.
fn three(line: &Line<'_>, k: usize) -> Option<Slip> {
    if k + 2 >= line.figures.len() {
        return None;
    }
    let (first, second) = (line.between(k, k + 1), line.between(k + 1, k + 2));
    let of = |between: &str| matches!(between, "o" | "ot");
    let [part, whole, share] = if of(&first) && restates(&second) && ends(&line.behind(k + 2)) {
        // "31 de los 240 pasajeros (un 20 %)"
        [k, k + 1, k + 2]
    } else if of(&second) && restates(&first) && is_share(line, k + 1) {
        // "31 diputados, el 20 % de los 240"
        [k, k + 2, k + 1]
    } else if of(&second) && is_share(line, k) && in_brackets(&first) && ends(&line.behind(k + 2)) {
        // "el 20 % de los pasajeros (31 de 240)"
        [k + 1, k + 2, k]
    } else {
        return None;
    };
    // "Lost 12 of 48 seats, 35 percent": what the verb says of the seats is not said of the share.
    is_percent(line, share).then(|| judge(line, part, whole, share)).flatten()
}

/// Whether a gap leads over to the same in other words: a comma, a bracket, "that is".
fn restates(between: &str) -> bool {
    let bare = between.trim_end_matches('t');
    matches!(bare, "," | "(" | "-" | ",I" | "(I" | ",I," | "-I") && between.len() - bare.len() <= 1
}

/// Whether a bracket opens with the next figure.
fn in_brackets(between: &str) -> bool {
    between.strip_suffix('(').is_some_and(|rest| rest.len() <= 4 && rest.chars().all(|c| "otw".contains(c)))
}

fn ends(behind: &str) -> bool {
    behind.chars().next().is_none_or(|c| ".,;)-".contains(c))
}

fn is_percent(line: &Line<'_>, k: usize) -> bool {
    let q = line.figure(k);
    q.kind == Kind::Percent && q.unit.measure.as_ref().is_some_and(|m| m.dimension == "percent")
}

fn is_share(line: &Line<'_>, k: usize) -> bool {
    is_percent(line, k) && line.figure(k).change == Change::Level
}

fn judge(line: &Line<'_>, part: usize, whole: usize, share: usize) -> Option<Slip> {
    let counts = |k: usize| {
        let q = line.figure(k);
        matches!(q.kind, Kind::Count | Kind::Money | Kind::Area | Kind::Weight | Kind::Distance)
            && !matches!(q.change, Change::From | Change::To)
    };
    if !counts(part) || !counts(whole) {
        return None;
    }
    let (p, w) = (line.number(part)?, line.number(whole)?);
    let (a, b) = (Bounds::of(line.figure(part), p)?, Bounds::of(line.figure(whole), w)?);
    let ratio = a.over(b)?;
    let percent = |v: Decimal| v.checked_mul(Decimal::ONE_HUNDRED);
    let is = Bounds { low: percent(ratio.low)?, high: percent(ratio.high)? };
    if fits(line, share, is)? || middle(p)? >= middle(w)? {
        return None;
    }
    let exact = percent(middle(p)?.checked_div(middle(w)?)?)?;
    let reason = Reason::ShareIs {
        part: line.written(part),
        whole: line.written(whole),
        is: exact.round_dp(1).normalize(),
        said: line.written(share),
    };
    Some(Slip::new(Check::Share, 0.85, &[line.id(part), line.id(whole), line.id(share)], reason))
}

/// Whether a share may be said of these values, in per cent: writers round, and some cut off.
fn fits(line: &Line<'_>, share: usize, is: Bounds) -> Option<bool> {
    let (q, n) = (line.figure(share), line.number(share)?);
    let place = last_place(n);
    let slack = match q.hedge {
        Hedge::About | Hedge::Almost => (n.low.or(n.high)? / Decimal::TEN).max(place + place),
        // "a third" is said of much; what was written in digits was worked out.
        _ if !n.digits => (n.low.or(n.high)? / Decimal::TEN).max(place),
        _ => place,
    };
    let above = n.low.is_none_or(|low| low - slack < is.high);
    let below = n.high.is_none_or(|high| is.low < high + slack);
    Some(above && below)
}

/// "31 out of 240 (20 %)": the reader of figures made a share of the two numbers already.
fn worked_out(line: &Line<'_>, k: usize) -> Option<Slip> {
    let share = Some(k + 1).filter(|n| *n < line.figures.len())?;
    let fraction = line.written(k);
    let numbers = fraction.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty()).count();
    let of_two = numbers == 2 && !fraction.contains(['%', '.', ',', '/']);
    let beside = restates(line.between(k, share).trim_start_matches('w')) && ends(&line.behind(share));
    if !is_share(line, k)
        || !is_share(line, share)
        || !of_two
        || !beside
        || !line.written(share).contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let is = middle(line.number(k)?)?;
    if fits(line, share, Bounds::exactly(is))? {
        return None;
    }
    let reason = Reason::FractionIs { fraction, is: is.round_dp(1).normalize(), said: line.written(share) };
    Some(Slip::new(Check::Share, 0.85, &[line.id(k), line.id(share)], reason))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn shares_are_worked_out_again() {
        check(
            TODAY,
            &[
                ("es", "Siguen ingresados 31 de los 240 pasajeros, el 20 %.", "share: 31 | 240 | 20 %"),
                ("es", "Votaron a favor 31 diputados, el 20 % de los 240.", "share: 31 | 20 % | 240"),
                ("es", "El 20 % de los pasajeros (31 de 240) sigue ingresado.", "share: 20 % | 31 | 240"),
                ("es", "Han cerrado 45 de las 60 tiendas (un 57 %).", "share: 45 | 60 | 57 %"),
                ("en", "Some 31 of the 240 passengers (20%) are in hospital.", "share: Some 31 | 240 | 20%"),
                ("en", "They lost 12 of 48 seats, 35 percent.", "share: 12 | 48 | 35 percent"),
                ("pt", "Fecharam 45 das 60 lojas (57%).", "share: 45 | 60 | 57%"),
                ("fr", "Il reste 31 des 240 passagers, soit 20 %.", "share: 31 | 240 | 20 %"),
                ("it", "Hanno chiuso 45 dei 60 negozi (il 57%).", "share: 45 | 60 | 57%"),
                ("de", "Noch 31 der 240 Fahrgäste (20 Prozent) liegen im Krankenhaus.", "share: 31 | 240 | 20 Prozent"),
            ],
        );
    }

    #[test]
    fn shares_that_are_right_or_of_something_else_are_left_alone() {
        check(
            TODAY,
            &[
                ("es", "Siguen ingresados 31 de los 240 pasajeros, el 12,9 %.", ""),
                ("es", "Siguen ingresados 31 de los 240 pasajeros, el 13 %.", ""),
                ("es", "Siguen ingresados 31 de los 240 pasajeros, el 12 %.", ""),
                ("es", "Siguen ingresados 31 de los 240 pasajeros, un 20 % más que ayer.", ""),
                ("es", "Cerca de 31.000 de los 240.000 votantes, un 13 %, se abstuvieron.", ""),
                ("es", "Votaron 31 de los 240 socios, y el 20 % de ellos en blanco.", ""),
                ("es", "Más de 31 de los 240 pasajeros, el 20 %, siguen ingresados.", ""),
                ("es", "Cerraron 45 de las 60 tiendas (tres cuartos).", ""),
                ("es", "Ganó 31 de 60 partidos, 12 de ellos fuera.", ""),
                ("en", "Some 31 of the 240 passengers (13%) are in hospital.", ""),
                ("en", "They lost 12 of 48 seats, 25 percent.", ""),
                ("en", "They lost 12 of 48 seats, down 5 percent.", ""),
                ("fr", "Il reste 31 des 240 passagers, soit 12,9 %.", ""),
                ("de", "Noch 31 der 240 Fahrgäste (13 Prozent) liegen im Krankenhaus.", ""),
            ],
        );
    }
}
