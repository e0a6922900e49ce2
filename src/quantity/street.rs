//! Numbers of houses and of streets: "calle Mayor 12", "Avda. de la Constitución, 25", "1200 Main Street".

use super::{identifier::counts, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// How many tokens the name of a street may have.
const LONGEST: usize = 7;

/// Behind the street, its name and its number, where the word for the street stands before them.
pub(super) fn behind(scan: &Scan, i: usize) -> Option<usize> {
    let first = i + scan.at(i, Meaning::Street)?;
    let first = first + usize::from(scan.is_sign(first, ".") && scan.glued(first));
    let mut k = first;
    let mut numbered = false;
    while k < first + LONGEST && scan.gap(k) == Gap::Space {
        let of = scan.is(k, Meaning::Of) || k > first && scan.is(k - 1, Meaning::Of) && scan.is(k, Meaning::The);
        let number = is_number(scan, k) && (k == first || scan.is(k - 1, Meaning::Of)) && of_a_name(scan, k);
        numbered |= number;
        if !(scan.is_capital(k) || of || number) {
            break;
        }
        k += 1;
    }
    let comma = usize::from(scan.is_sign(k, ","));
    let at = k + comma;
    let ends = scan.breaks_before(at + 1) || !scan.is_word(at + 1);
    let house = k > first && is_number(scan, at) && scan.gap(at) == Gap::Space && !counts(scan, at);
    if house && (ends || comma == 0 && !scan.is(at + 1, Meaning::Verb)) {
        return Some(at + 1);
    }
    numbered.then_some(k)
}

/// Digits alone, and few of them.
fn is_number(scan: &Scan, k: usize) -> bool {
    scan.is_numeral(k) && scan.str(k).len() <= 4 && scan.str(k).bytes().all(|b| b.is_ascii_digit())
}

/// Whether a number is part of a name: "calle 6 de Octubre", "plaza del 9 de Octubre".
fn of_a_name(scan: &Scan, k: usize) -> bool {
    scan.at(k + 1, Meaning::Of).is_some_and(|of| scan.is_capital(k + 1 + of))
}

/// Behind "1200 Main Street", where the word for the street comes last.
pub(super) fn before(scan: &Scan, i: usize) -> Option<usize> {
    let plain = (1..=5).contains(&scan.str(i).len()) && scan.str(i).bytes().all(|b| b.is_ascii_digit());
    // "the 1400 block of Oak Street"
    let block = scan.at(i + 1, Meaning::Street).filter(|&len| len > 1 && scan.is_capital(i + 1 + len));
    if let Some(len) = block.filter(|_| plain) {
        return Some(i + 1 + len);
    }
    let named = |k: &usize| scan.is_capital(*k) && scan.gap(*k) == Gap::Space;
    let last = (i + 1..i + 5).take_while(named).find(|&k| k > i + 1 && scan.is(k, Meaning::Street))?;
    plain.then_some(last + 1)
}
