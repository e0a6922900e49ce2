//! What a figure takes from another beside it: "de 24 y 33 años", "25 de los 60 metros", "de 50.000 a 80.000 bolivianos",
//! "98 votos contra 47".

use super::{Amount, Change, Kind, Number, decimal::times, draft::Draft, scan::Scan};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};
use rust_decimal::Decimal;

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
    in_money(scan, found);
    for k in 1..found.len() {
        let (left, right) = found.split_at_mut(k);
        if is_bare(&right[0]) {
            of_a_sum(scan, &left[k - 1], &mut right[0]);
        }
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

/// "1.200 millones de euros, de los que 350 proceden de América": a part of a sum is in its currency, and in its millions
/// where it has none of its own. A part of so many people may be told in millions or not, which stays open.
fn of_a_sum(scan: &Scan, sum: &Draft, part: &mut Draft) {
    let first = part.first();
    let Some((which, ())) = scan.find_before(first, sum.end, |m| (m == Meaning::OfWhich).then_some(())) else { return };
    let near = which - sum.end <= REACH && !(sum.end..which).any(|k| scan.breaks_before(k) && k > sum.end);
    let whole = sum.scale.filter(|s| *s >= Decimal::from(1_000_000));
    if !near || sum.per.is_some() || whole.is_none() {
        return;
    }
    let scaled = whole.filter(|_| part.scale.is_none()).and_then(|scale| scaled(&part.amount, scale));
    let money = sum.unit.is_some_and(|u| Units::built_in().get(u).dimension == "money");
    match scaled {
        Some(amount) if money => part.amount = amount,
        Some(amount) if sum.unit.is_none() => part.other.push(amount),
        _ => {}
    }
    if money {
        (part.kind, part.unit, part.counts) = (sum.kind, sum.unit, false);
    }
}

/// A small number in a scale that was not said with it.
fn scaled(amount: &Amount, scale: Decimal) -> Option<Amount> {
    let Amount::Number(n) = amount else { return None };
    let small = |v: Option<Decimal>| v.is_none_or(|v| v < Decimal::ONE_THOUSAND);
    let up = |v: Option<Decimal>| v.and_then(|v| times(v, scale));
    let number = Number { low: up(n.low), high: up(n.high), grain: times(n.grain, scale)?, digits: n.digits };
    (small(n.low) && small(n.high)).then_some(Amount::Number(number))
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

/// Gives millions and more that count nothing the currency of the sum before them in the sentence: "facturó 1.200 millones
/// de euros y ganó 84,3 millones".
fn in_money(scan: &Scan, found: &mut [Draft]) {
    let mut money: Option<u16> = None;
    let mut behind = 0;
    for draft in found {
        let apart = |k: usize| scan.breaks_before(k) && k > behind && !scan.is_sign(k - 1, ";");
        money = money.filter(|_| !(behind..draft.first()).any(apart));
        behind = draft.end;
        let large = draft.scale.is_some_and(|s| s >= Decimal::from(1_000_000));
        let own =
            draft.unit.filter(|&u| large && draft.converts.is_none() && Units::built_in().get(u).dimension == "money");
        // "a million of them" counts something else.
        let bare = is_bare(draft) && !scan.is(draft.end, Meaning::Of);
        if let (true, true, Some(unit)) = (bare, large, money) {
            (draft.kind, draft.unit, draft.counts) = (Kind::Money, Some(unit), false);
        }
        money = own.or(money);
    }
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
