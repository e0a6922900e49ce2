//! A part of a whole that is named: "81 of the 84 stocks", and one whose rest is meant: "all but three of the 27 members".

use super::{Amount, Kind, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};
use rust_decimal::Decimal;

/// How many words may stand between "of" and the whole: "of its first 84".
const OWNED_WITHIN: usize = 2;
/// How many tokens may stand between a whole and the part behind it: "of the 27 members, all but three".
const REACH: usize = 6;

/// Gives the parts their wholes.
pub(super) fn find(scan: &Scan, found: &mut [Draft]) {
    for k in 0..found.len() {
        let Some(part) = count(&found[k]) else { continue };
        let floor = k.checked_sub(1).map_or(0, |p| found[p].end);
        let all_but = all_but(scan, &found[k], floor);
        let behind = found.get(k + 1).filter(|whole| is_of(scan, &found[k], whole));
        let before =
            || all_but.and_then(|first| k.checked_sub(1).map(|w| &found[w]).filter(|w| is_before(scan, w, first)));
        let Some(whole) = behind.or_else(before).and_then(count).filter(|whole| *whole > part) else { continue };
        found[k].whole = Some(whole);
        found[k].rest = all_but.map(|_| whole - part);
    }
}

/// Where the words begin that say "all but" before a figure.
fn all_but(scan: &Scan, draft: &Draft, floor: usize) -> Option<usize> {
    let at = draft.core.0;
    let article = usize::from(at > floor && scan.is(at - 1, Meaning::The));
    let led = |end: usize| scan.find_before(end, floor, |m| (m == Meaning::AllBut).then_some(())).map(|f| f.0);
    led(at).or_else(|| led(at - article))
}

/// Whether "of" and perhaps whose they are stand between a part and its whole.
fn is_of(scan: &Scan, part: &Draft, whole: &Draft) -> bool {
    let first = whole.core.0;
    let counted = part.unit_words.map(|w| w.1).filter(|&end| end > part.core.1 && end < first);
    let at = counted.unwrap_or(part.core.1);
    let Some(of) = scan.at(at, Meaning::Of) else { return false };
    let owner = |k: usize| scan.is(k, Meaning::The) || scan.is(k, Meaning::Possessive);
    let from = at + of;
    from <= first && first - from <= OWNED_WITHIN && (from..first).all(owner) && near(scan, part.core.1, first)
}

/// Whether a whole stands before the words "all but" that begin at token `first`: "de los 27 países, todos menos tres".
fn is_before(scan: &Scan, whole: &Draft, first: usize) -> bool {
    let at = whole.first();
    let at = at - usize::from(at > 0 && scan.is(at - 1, Meaning::The) && !scan.is(at - 1, Meaning::Of));
    let of = scan.is_before(at, 0, Meaning::Of) || scan.is_before(whole.first(), 0, Meaning::Of);
    let comma = (whole.core.1..first).any(|k| scan.is_sign(k, ","));
    of && comma && first - whole.core.1 <= REACH && near(scan, whole.core.1, first)
}

/// Whether nothing between two tokens ends a line or a sentence.
fn near(scan: &Scan, from: usize, to: usize) -> bool {
    (from..=to).all(|k| scan.gap(k) != Gap::Line && !scan.is_sign(k, ".;:()"))
}

/// The one number of things that a figure says.
fn count(draft: &Draft) -> Option<Decimal> {
    let Amount::Number(n) = &draft.amount else { return None };
    let value = n.low.filter(|_| n.low == n.high && draft.kind == Kind::Count && draft.unit.is_none())?;
    (value.fract().is_zero() && value > Decimal::ZERO).then_some(value)
}

#[cfg(test)]
mod tests {
    use crate::{language::Registry, quantity};

    /// The parts of a text: the part, its whole, and the rest where that is meant.
    fn check(language: &str, text: &str, expected: &str) {
        let languages = Registry::built_in();
        let figures = quantity::extract(text, languages.get(language), None);
        let told = |q: &quantity::Quantity| {
            let rest = q.rest.map(|r| format!("={r}")).unwrap_or_default();
            Some(format!("{}/{}{rest}", q.span.of(text), q.of?))
        };
        assert_eq!(figures.iter().filter_map(told).collect::<Vec<_>>().join(" "), expected, "{text}");
    }

    #[test]
    fn a_part_knows_its_whole() {
        check("en", "All but three of the 27 members signed.", "three/27=24");
        check("es", "Firmaron todos menos tres de los 27 socios.", "tres/27=24");
        check("de", "Alle bis auf drei der 27 Mitglieder unterschrieben.", "drei/27=24");
        check("fr", "Tous sauf trois des 27 membres ont signé.", "trois/27=24");
        check("it", "Tutti tranne tre dei 27 soci hanno firmato.", "tre/27=24");
        check("pt", "Todos exceto três dos 27 sócios assinaram.", "três/27=24");
        check("ca", "Tots menys tres dels 27 socis van signar.", "tres/27=24");
        check("es", "De los 27 socios, todos menos tres firmaron.", "tres/27=24");
        check("es", "Cerraron 81 de las 84 tiendas.", "81/84");
        check("en", "It shut three of its 84 branches.", "three/84");
        check("en", "It shut three branches in 84 days.", "");
        check("es", "La sala tiene 12 asientos de 30 kilos.", "");
    }
}
