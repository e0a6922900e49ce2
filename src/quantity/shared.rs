//! What a figure takes from another beside it: "de 24 y 33 años", "25 de los 60 metros", "de 50.000 a 80.000 bolivianos",
//! "98 votos contra 47".

use super::{Change, Kind, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// How far before a figure the one that it is compared with may stand, in tokens.
const REACH: usize = 16;

/// Gives figures without a unit or a noun those of the figures that they are joined to.
pub(super) fn spread(scan: &Scan, found: &mut [Draft]) {
    let mut listed = false;
    for k in (0..found.len().saturating_sub(1)).rev() {
        let joint = joint(scan, &found[k], &found[k + 1], listed).filter(|j| takes(&found[k], j));
        listed = matches!(joint, Some(Joint::List));
        if joint.is_some() {
            let (left, right) = found.split_at_mut(k + 1);
            take(&mut left[k], &right[0]);
        }
    }
    for k in 1..found.len() {
        if is_bare(&found[k])
            && let Some(from) = compared(scan, found, k)
        {
            let (left, right) = found.split_at_mut(k);
            take(&mut right[0], &left[from]);
        }
    }
}

enum Joint {
    /// "24 y 33 años"
    List,
    /// "25 de los 60 metros"
    Part,
    /// "de 50.000 a 80.000 bolivianos"
    Change,
}

/// Whether a figure takes what the next one has: "pasó de 297 a 333 manadas" speaks of packs, whatever stood before.
fn takes(draft: &Draft, joint: &Joint) -> bool {
    let before = draft.unit.is_none() && draft.unit_words.is_some_and(|w| w.1 <= draft.core.0);
    is_bare(draft) || matches!(joint, Joint::Change) && draft.kind == Kind::Count && before
}

/// Whether nothing says what a number counts or is measured in.
fn is_bare(draft: &Draft) -> bool {
    draft.kind == Kind::Count && draft.counts && draft.unit.is_none() && draft.unit_words.is_none()
}

/// Whether a figure can lend its unit or its noun.
fn lends(draft: &Draft) -> bool {
    let dated = matches!(draft.kind, Kind::Date | Kind::Time | Kind::Score | Kind::Ordinal | Kind::Percent);
    !dated && (draft.unit.is_some() || draft.unit_words.is_some())
}

fn take(draft: &mut Draft, from: &Draft) {
    if lends(from) {
        (draft.kind, draft.unit, draft.per, draft.unit_words) = (from.kind, from.unit, from.per, from.unit_words);
    }
}

/// How a bare figure is joined to the one behind it. `listed`: that one is joined by "and" to the next.
fn joint(scan: &Scan, a: &Draft, b: &Draft, listed: bool) -> Option<Joint> {
    let (i, end) = (a.end, b.first());
    if i >= end || end > i + 6 || (i..=end).any(|k| scan.gap(k) > Gap::Space) {
        return None;
    }
    let behind = |meaning| scan.at(i, meaning).map(|len| i + len);
    let article = |k: usize| k + 1 == end && scan.is(k, Meaning::The);
    let follows = |k: usize| k == end || article(k);
    // "billetes de 50 y cinco pistolas": who writes one in digits and the other in words counts two things.
    let alike = scan.is_numeral(a.core.0) == scan.is_numeral(b.core.0);
    let and = behind(Meaning::And).or_else(|| behind(Meaning::Or)).is_some_and(follows);
    if alike && (and || listed && scan.is_sign(i, ",") && i + 1 == end) {
        return Some(Joint::List);
    }
    // "61,800 of the county's 67,000 meters"
    let owner =
        |k: usize| scan.is(k, Meaning::The) && !(k..end).any(|t| scan.is(t, Meaning::Verb) || scan.is_sign(t, ",;:("));
    if behind(Meaning::Of).is_some_and(|k| follows(k) || owner(k) || scan.is(k - 1, Meaning::The) && owner(k - 1)) {
        return Some(Joint::Part);
    }
    let moves = a.change == Change::From && b.change == Change::To;
    (moves && behind(Meaning::To).is_some_and(follows)).then_some(Joint::Change)
}

/// The figure before `k` that it is compared with: "98 votos contra 47", "22 toneladas, frente a las 17 de 2024",
/// "4.3 billion pounds from 5.1 billion".
fn compared(scan: &Scan, found: &[Draft], k: usize) -> Option<usize> {
    let first = found[k].first();
    let at = first - usize::from(first > 0 && scan.is(first - 1, Meaning::The));
    let adjective = |b: usize| scan.is_dash(found[b].core.1);
    let dated = |b: usize| matches!(found[b].kind, Kind::Date | Kind::Time);
    // No further back than it may stand: a long text may hold nothing that lends.
    let near = |b: &usize| first - found[*b].end.min(first) <= REACH;
    let before = (0..k).rev().take_while(near).find(|&b| !adjective(b) && !dated(b))?;
    let end = found[before].end;
    let against = scan.find_before(at, end, |m| (m == Meaning::Against).then_some(())).is_some();
    // "siete votos a cuatro"
    let voted = found[before].unit_words.is_some_and(|w| scan.is(w.0, Meaning::Vote))
        && scan.at(end, Meaning::To).is_some_and(|to| end + to == at);
    let moved = found[before].change == Change::To && found[k].change == Change::From && before + 1 == k;
    let broken = (end..first).any(|t| scan.breaks_before(t) && t > end || scan.is_sign(t, ";:"));
    // "12.000 personas según la policía y 45.000 según los convocantes"
    let sourced = scan.is(found[k].end, Meaning::Source) && found[before].kind == Kind::Count;
    ((against || moved || sourced || voted) && !broken && lends(&found[before])).then_some(before)
}
