//! Parts behind a number that add to it: "un millón y medio", "two and three fifths", "2½", "10 1/2".

use super::{
    decimal::{ratio, times},
    fraction,
    scan::Scan,
    words::{Numeric, of_scale},
};
use crate::{
    language::Meaning,
    text::token::{Gap, TokenKind},
};
use rust_decimal::Decimal;

/// Adds the part that stands behind a number, where one does.
pub(super) fn add(scan: &Scan, number: &mut Numeric) {
    if scan.gap(number.end) == Gap::Line {
        return;
    }
    let Some((end, part)) = phrase(scan, number).or_else(|| digits(scan, number)).or_else(|| words(scan, number))
    else {
        return;
    };
    // "one billion and a half million" adds half of a million.
    let own =
        scan.find(end, of_scale).filter(|&(_, s)| number.scale.is_some_and(|n| s < n) && s >= Decimal::ONE_THOUSAND);
    let (end, unit) = match own {
        Some((len, scale)) => (end + len, scale),
        None => (end, number.scale.unwrap_or(Decimal::ONE)),
    };
    let Some(value) = times(part, unit).and_then(|p| number.value.checked_add(p)) else { return };
    let scaled = number.scale.is_some();
    let grain = unit / Decimal::TEN;
    *number = Numeric { end, value, grain, article: false, plain: None, ..number.clone() };
    // "two and a half million"
    if !scaled
        && let Some((len, scale)) = scan.find(number.end, of_scale)
        && let (Some(value), Some(grain)) = (times(number.value, scale), times(grain, scale))
    {
        *number = Numeric { end: number.end + len, value, grain, scale: Some(scale), takes_of: true, ..number.clone() };
    }
}

/// "y medio", "and a half": phrases of the pack.
fn phrase(scan: &Scan, number: &Numeric) -> Option<(usize, Decimal)> {
    let (len, part) = scan.find(number.end, |m| if let Meaning::Plus(p) = m { Some(p) } else { None })?;
    Some((number.end + len, part))
}

/// "2½", "2 1/4".
fn digits(scan: &Scan, number: &Numeric) -> Option<(usize, Decimal)> {
    let near = scan.gap(number.end) <= Gap::Wide && number.plain.is_some_and(|n| n <= 4) && number.scale.is_none();
    let glyph = scan.kind(number.end) == Some(TokenKind::Fraction);
    let found = fraction::slashed(scan, number.end).filter(|_| near && (glyph || !scan.glued(number.end)))?;
    Some((found.end, ratio(found.parts, found.whole)?))
}

/// "twenty and three fifths", "cien con tres cuartos". Of a whole, the fraction is a share and another figure.
fn words(scan: &Scan, number: &Numeric) -> Option<(usize, Decimal)> {
    let joint = scan.at(number.end, Meaning::And).or_else(|| scan.at(number.end, Meaning::LoosePoint))?;
    let at = number.end + joint;
    let found = fraction::added(scan, at).filter(|f| f.parts < f.whole && !scan.is(f.end, Meaning::Of))?;
    // "seven and a third fled": with an article only where nothing can follow that the third would be one of.
    let one = found.parts == Decimal::ONE;
    let closed = scan.breaks_before(found.end) || scan.is_sign(found.end, ".,;)");
    (number.plain.is_none() && (!one || closed)).then_some((found.end, ratio(found.parts, found.whole)?))
}
