//! Two bounds that are the ends of one statement: "más de 20 y menos de 30", "no less than 5 but no more than 10".

use super::{Amount, Hedge, Kind, Number, draft::Draft, measure, scan::Scan};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};

/// Makes one figure of every two bounds that stand beside each other.
pub(super) fn join(scan: &Scan, found: &mut Vec<Draft>) {
    let mut k = 1;
    while k < found.len() {
        if let Some(both) = both(scan, &found[k - 1], &found[k]) {
            found[k - 1] = both;
            found.remove(k);
        }
        k += 1;
    }
}

/// The figure of two bounds; none where they do not bound the same thing from two sides.
fn both(scan: &Scan, a: &Draft, b: &Draft) -> Option<Draft> {
    if !beside(scan, a, b) || a.per != b.per {
        return None;
    }
    let (below, above) = match (side(a)?, side(b)?) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return None,
    };
    let ((low, x), (high, y)) = (value(below)?, value(above)?);
    let dimension = |d: &Draft| d.unit.map(|u| Units::built_in().get(u).dimension.as_str());
    let same = match (dimension(a), dimension(b)) {
        (Some(x), Some(y)) => x == y && a.unit == b.unit,
        (None, None) => a.kind == b.kind,
        (None, Some(_)) => a.kind == Kind::Count,
        _ => b.kind == Kind::Count,
    };
    if low >= high || !same {
        return None;
    }
    let grain = x.grain.min(y.grain);
    let amount = Amount::Number(Number { low: Some(low), high: Some(high), grain, digits: x.digits || y.digits });
    let unit = b.unit.or(a.unit);
    let kind = unit.map_or(b.kind, |u| measure::kind_of(&Units::built_in().get(u).dimension));
    let end = b.hedge_words.map_or(b.core.1, |h| h.1.max(b.core.1));
    let both = Draft::new(a.first(), end, kind, amount);
    Some(Draft {
        unit,
        unit_words: b.unit_words.or(a.unit_words),
        per: b.per,
        end: b.end,
        counts: a.counts && b.counts,
        takes_of: b.takes_of,
        ..both
    })
}

/// Whether a bound is the lower one.
fn side(draft: &Draft) -> Option<bool> {
    match draft.hedge {
        Hedge::MoreThan | Hedge::AtLeast => Some(true),
        Hedge::LessThan | Hedge::UpTo => Some(false),
        _ => None,
    }
}

/// The one value of a bound.
fn value(draft: &Draft) -> Option<(rust_decimal::Decimal, &Number)> {
    let Amount::Number(n) = &draft.amount else { return None };
    n.low.filter(|_| n.low == n.high).map(|v| (v, n))
}

/// Whether no more than "and", "but" or a comma stands between two figures.
fn beside(scan: &Scan, a: &Draft, b: &Draft) -> bool {
    let (from, to) = (a.end.max(a.core.1), b.first());
    let at = from + usize::from(scan.is_sign(from, ","));
    let joint = scan.at(at, Meaning::JoinsBounds).unwrap_or(0);
    // "los 20": an article may stand before the number whose hedge stands behind it.
    from < to && at + joint == to && (from..=to).all(|k| scan.gap(k) != Gap::Line)
}
