//! Durations between two ends: "from 1990 to 2000, 12 years"; "de 10:00 a 14:00, tres horas".

use super::{Check, Slip, bounds::Bounds, line::Line};
use crate::{
    finding::Reason,
    quantity::{Amount, Day, Kind, Moment, moment::minutes},
};
use rust_decimal::Decimal;

const DAY: i64 = 86_400;
const YEAR: i64 = 31_556_952;

/// The first duration of a sentence that does not lie between its two ends.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    (0..line.figures.len()).find_map(|k| {
        if k + 2 >= line.figures.len() {
            return None;
        }
        let ends = |behind: &str| behind.chars().next().is_none_or(|c| ".,;)-".contains(c));
        if joined(line, k, k + 1) && apposed(&line.between(k + 1, k + 2)) && ends(&line.behind(k + 2)) {
            return judge(line, k, k + 1, k + 2);
        }
        let led = matches!(line.between(k, k + 1).as_str(), ",<" | ",o" | "(" | ",w" | ",<t" | ",ot");
        (led && joined(line, k + 1, k + 2) && ends(&line.behind(k + 2))).then(|| judge(line, k + 1, k + 2, k))?
    })
}

/// "de 1990 a 2000", "entre 2010 y 2015", "1990–2000"
fn joined(line: &Line<'_>, a: usize, b: usize) -> bool {
    let opened = line.before(a).ends_with(['<', 'o', 'w', 't', '(', ',']);
    opened && matches!(line.between(a, b).as_str(), ">" | ">t" | "&" | "&t" | "-")
}

/// Whether the next figure says the same in other words.
fn apposed(between: &str) -> bool {
    matches!(between, "," | ",t" | "(" | ",I" | "-" | ",It" | ",w")
}

fn moment<'a>(line: &Line<'a>, k: usize) -> Option<&'a Moment> {
    match &line.figure(k).amount {
        Amount::Moment(m) => Some(m),
        _ => None,
    }
}

/// The shortest and the longest time between two ends, in seconds: both may be counted in, or neither.
fn between(a: &Moment, b: &Moment) -> Option<Bounds> {
    let (low, high) = match (a.day, b.day, a.time, b.time) {
        (Some(Day::Year(x)), Some(Day::Year(y)), None, None) => {
            let years = i64::from(y) - i64::from(x);
            ((years - 1) * YEAR, (years + 1) * YEAR)
        }
        (Some(Day::Date(x)), Some(Day::Date(y)), None, None) => {
            let days = i64::from((y - x).get_days());
            (days * DAY - DAY, days * DAY + DAY)
        }
        (None, None, Some(x), Some(y)) => {
            let apart = i64::from((minutes(y) - minutes(x)).rem_euclid(24 * 60) * 60);
            (apart, apart)
        }
        _ => return None,
    };
    (high > 0).then(|| Bounds { low: Decimal::from(low), high: Decimal::from(high) })
}

fn judge(line: &Line<'_>, a: usize, b: usize, duration: usize) -> Option<Slip> {
    let is = between(moment(line, a)?, moment(line, b)?)?;
    let q = line.figure(duration);
    let n = line.number(duration).filter(|_| q.kind == Kind::Duration)?;
    let factor = q.unit.measure.as_ref()?.factor;
    // A duration is said in whole units: "three months" of a hundred days.
    let unit = factor * Decimal::new(6, 1);
    let said = Bounds { low: n.low?.checked_mul(factor)?, high: n.high?.checked_mul(factor)? };
    if said.wider(unit).meets(is) {
        return None;
    }
    let middle = (is.low.checked_add(is.high)? / Decimal::TWO).checked_div(factor)?;
    let reason = Reason::DurationIs {
        from: line.written(a),
        to: line.written(b),
        is: middle.round_dp(1).normalize(),
        unit: q.unit.span.map(|s| s.of(line.text).to_owned()).unwrap_or_default(),
        said: line.written(duration),
    };
    Some(Slip::new(Check::Period, 0.75, &[line.id(a), line.id(b), line.id(duration)], reason))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn durations_are_counted_again() {
        check(
            TODAY,
            &[
                ("es", "Gobernó de 1990 a 2000, doce años.", "period: 1990 | 2000 | doce"),
                ("es", "Estuvo cerrado entre 2010 y 2015, ocho años.", "period: 2010 | 2015 | ocho"),
                ("es", "El corte durará de 10:00 a 14:00 (seis horas).", "period: 10:00 | 14:00 | seis"),
                ("en", "He ruled from 1990 to 2000, 14 years.", "period: 1990 | 2000 | 14"),
                ("fr", "Il a dirigé le club de 1990 à 2000, quinze ans.", "period: 1990 | 2000 | quinze"),
            ],
        );
    }

    #[test]
    fn durations_that_fit_are_left_alone() {
        check(
            TODAY,
            &[
                ("es", "Gobernó de 1990 a 2000, diez años.", ""),
                ("es", "Gobernó de 1990 a 2000, once años.", ""),
                ("es", "Vivió allí de 1990 a 2000, doce años después de la guerra.", ""),
                ("es", "Estuvo cerrado entre 2010 y 2015, cinco años.", ""),
                ("es", "El corte durará de 10:00 a 14:00 (cuatro horas).", ""),
                ("es", "Abre del 3 al 10 de agosto, ocho días.", ""),
                ("en", "He ruled from 1990 to 2000, 10 years.", ""),
                ("en", "From 2019 to 2024, two years of them abroad, she led the bank.", ""),
            ],
        );
    }
}
