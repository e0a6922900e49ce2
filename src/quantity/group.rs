//! Groups that say a number: "una docena", "decenas de miles", "several hundred", "medio millón".

use super::{
    decimal::{grain, times},
    part,
    scan::Scan,
    words::{Numeric, of_scale},
};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// "docena", "score", and with a number before: "dos docenas".
pub(super) fn collective(scan: &Scan, number: &mut Numeric) {
    let group = |m| match m {
        Meaning::Collective(n) | Meaning::Plenty(n) => Some(n),
        _ => None,
    };
    let Some((len, n)) = scan.find(number.end, group) else { return };
    if scan.gap(number.end) == Gap::Line || number.scale.is_some_and(|s| s >= n) {
        return;
    }
    let Some(value) = times(number.value, n) else { return };
    *number = Numeric {
        end: number.end + len,
        value,
        grain: n,
        scale: Some(n),
        other: None,
        plain: None,
        article: false,
        takes_of: true,
        grouped: n >= Decimal::TEN,
        ..number.clone()
    };
    of_thousands(scan, number);
}

/// A second scale behind a group: "decenas de miles", "una docena de millones".
fn of_thousands(scan: &Scan, number: &mut Numeric) {
    let Some(len) = scan.at(number.end, Meaning::Of) else { return };
    let behind = |m| match m {
        Meaning::Plenty(n) => Some(n),
        _ => None,
    };
    let Some((more, n)) = scan.find(number.end + len, behind) else { return };
    let Some(value) = times(number.value, n).filter(|_| n >= Decimal::ONE_THOUSAND) else { return };
    let Some(grain) = times(number.grain, n) else { return };
    *number = Numeric { end: number.end + len + more, value, grain, scale: Some(n), ..number.clone() };
    of_thousands(scan, number);
}

/// Groups in plural without a number before them: "miles de", "several hundred", "decenas de miles".
pub(super) fn plenty(scan: &Scan, i: usize) -> Option<Numeric> {
    let group = |m| match m {
        Meaning::Plenty(n) => Some((n, true)),
        Meaning::Collective(n) => Some((n, false)),
        _ => None,
    };
    let mut number = Numeric { open: true, takes_of: true, ..Numeric::unsaid(i) };
    if let Some((len, ())) = scan.find(i, |m| (m == Meaning::Several).then_some(())) {
        let scale = |m| match m {
            Meaning::Plenty(n) | Meaning::Scale(n) | Meaning::Collective(n) => Some(n),
            _ => None,
        };
        let (more, n) = scan.find(i + len, scale)?;
        (number.end, number.value, number.grain) = (i + len + more, times(n, Decimal::TWO)?, n);
        while let Some((more, n)) = scan.find(number.end, of_scale) {
            (number.end, number.value, number.grain) =
                (number.end + more, times(number.value, n)?, times(number.grain, n)?);
        }
    } else {
        // "a dozen" has its article with it.
        let article = scan.at(i, Meaning::Article).unwrap_or(0);
        let (len, (n, open)) = scan.find(i, group).or_else(|| {
            let (len, found) = scan.find(i + article, group).filter(|f| article > 0 && !f.1.1)?;
            Some((article + len, found))
        })?;
        (number.end, number.value, number.grain, number.open) = (i + len, n, n, open);
        number.grouped = !open && n >= Decimal::TEN;
    }
    of_thousands(scan, &mut number);
    number.scale = Some(number.grain);
    if !number.open {
        part::add(scan, &mut number);
    }
    Some(number)
}

/// Half of a scale or of a group: "medio millón", "half a dozen".
pub(super) fn half_of(scan: &Scan, i: usize) -> Option<Numeric> {
    let len = scan.at(i, Meaning::Half)?;
    let scale = |m| match m {
        Meaning::Scale(n) | Meaning::Collective(n) => Some(n),
        _ => None,
    };
    let at = i + len + usize::from(scan.is_dash(i + len));
    let (more, n) = scan.find(at, scale)?;
    let mut number = Numeric {
        value: times(n, Decimal::new(5, 1))?,
        scale: Some(n),
        takes_of: true,
        grouped: scan.is(at, Meaning::Collective(n)),
        ..Numeric::unsaid(at + more)
    };
    of_thousands(scan, &mut number);
    number.grain = grain(number.value);
    Some(number)
}
