//! Results of matches: "3-1", "2 a 2".

use super::{Amount, Kind, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// A result: "3-1", "2 a 2", "57 votos contra 43" is not one.
pub(super) fn score(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some(ratio) = worded(scan, i) {
        return Some(ratio);
    }
    let small = |k: usize| scan.is_numeral(k).then(|| scan.str(k).parse::<u8>().ok()).flatten();
    let (a, b) = (small(i)?, small(i + 2)?);
    // "123-118" is a result where a match is spoken of, and a stretch of numbers elsewhere.
    let high = a.max(b) >= 40;
    let told = near(scan, i, 14, Meaning::Match) || near(scan, i, 14, Meaning::Vote);
    // "voted 73-20"
    let voted = a > b && near(scan, i, 3, Meaning::Vote);
    if high && !(told && (a.min(b) >= 40 || voted)) {
        return None;
    }
    let dash = scan.is_dash(i + 1) && scan.glued(i + 1) && scan.glued(i + 2);
    let to = scan.is_word(i + 1) && scan.is(i + 1, Meaning::To) && scan.gap(i + 2) == Gap::Space;
    // "3:0", as German and others write it, beside a word that speaks of a match.
    let colon = scan.is_sign(i + 1, ":") && scan.glued(i + 1) && scan.glued(i + 2) && near(scan, i, 14, Meaning::Match);
    if !dash && !to && !colon
        || scan.glued(i + 3) && (scan.is_word(i + 3) || scan.is_dash(i + 3) || scan.is_sign(i + 3, "%/"))
    {
        return None;
    }
    let cue = near(scan, i, 14, Meaning::Match);
    let counted = scan.is_word(i + 3)
        && !scan.is(i + 3, Meaning::Stop)
        && !scan.is(i + 3, Meaning::Verb)
        && !scan.is_capital(i + 3);
    let measured = scan.find(i + 3, |m| matches!(m, Meaning::Unit(_) | Meaning::Month(_)).then_some(())).is_some();
    let dated = scan.at(i + 3, Meaning::Of).is_some_and(|len| {
        scan.find(i + 3 + len, |m| if let Meaning::Month(_) = m { Some(()) } else { None }).is_some()
    });
    let zoned = scan.find(i + 3, |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Hours).then_some(()));
    if measured || dated || zoned.is_some() || to && !cue && a != b || !cue && (counted || a < b && a > 9) {
        return None;
    }
    // "to win 49 to 52 seats" is a stretch; who wins has the higher number first.
    if to && high && a < b {
        return None;
    }
    let opened = i > 0 && (scan.is(i - 1, Meaning::From) && to || scan.is(i - 1, Meaning::Between));
    (!opened).then(|| Draft::new(i, i + 3, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// "2-to-1".
fn worded(scan: &Scan, i: usize) -> Option<Draft> {
    let glued = scan.is_dash(i + 1) && scan.is_dash(i + 3) && (i + 1..=i + 4).all(|k| scan.glued(k));
    let small = |k: usize| scan.is_numeral(k).then(|| scan.str(k).parse::<u8>().ok()).flatten();
    let (a, b) = (small(i)?, small(i + 4)?);
    let ends = !scan.glued(i + 5) || scan.is_sign(i + 5, ".,;:)");
    (glued && ends && scan.is(i + 2, Meaning::To) && a > b)
        .then(|| Draft::new(i, i + 5, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// Whether a word of a meaning stands within so many tokens of the same line.
pub(super) fn near(scan: &Scan, i: usize, reach: usize, meaning: Meaning) -> bool {
    let back = (1..=reach.min(i)).map(|k| i - k).take_while(|&k| scan.gap(k + 1) != Gap::Line);
    let ahead = (i + 1..(i + reach).min(scan.len())).take_while(|&k| scan.gap(k) != Gap::Line);
    back.chain(ahead).any(|k| scan.is_word(k) && scan.is(k, meaning))
}
