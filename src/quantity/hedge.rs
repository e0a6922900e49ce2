//! Hedges: the words before or behind a figure that say how firmly it is meant.

use super::{Hedge, draft::Draft, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// Finds the hedge of a figure, before it and else behind it. `floor` is the token behind the figure before this one.
pub(super) fn attach(scan: &Scan, draft: &mut Draft, floor: usize) {
    if let Some((first, end, hedge)) = before(scan, draft.core.0, floor) {
        draft.hedge = hedge;
        draft.hedge_words = Some((first, end));
        // "al menos unos 300": the outer hedge bounds, the inner one only softens.
        if let Some((outer, _, stronger)) = before(scan, first, floor)
            && matches!(hedge, Hedge::About | Hedge::Exactly)
        {
            draft.hedge = stronger;
            draft.hedge_words = Some((outer, end));
        }
    }
    if matches!(draft.hedge, Hedge::None | Hedge::Exactly | Hedge::About)
        && let Some((first, end, hedge)) = behind(scan, draft)
        && (draft.hedge == Hedge::None || !matches!(hedge, Hedge::About))
    {
        draft.hedge = hedge;
        draft.hedge_words = Some((first, end));
        if first >= draft.end {
            draft.end = end;
        }
    }
}

/// The hedge that ends right before token `i`, or before the article there: "cerca de un", "supera los".
fn before(scan: &Scan, i: usize, floor: usize) -> Option<(usize, usize, Hedge)> {
    let hedge = |end: usize| {
        let (first, hedge) =
            scan.find_before(end, floor, |m| if let Meaning::Before(h) = m { Some(h) } else { None })?;
        (scan.gap(i) != Gap::Line).then_some((first, end, hedge))
    };
    hedge(i).or_else(|| {
        let article = i.checked_sub(1).filter(|&a| a >= floor && scan.is(a, Meaning::The))?;
        // "del" and "al" hold the article inside, "cerca de los" has it apart.
        hedge(article)
    })
}

/// The hedge behind the figure or behind its unit: "o más", "200 personas como mínimo".
fn behind(scan: &Scan, draft: &Draft) -> Option<(usize, usize, Hedge)> {
    [Some(draft.core.1), draft.unit_words.map(|u| u.1)].into_iter().flatten().find_map(|at| {
        let (len, hedge) = scan.find(at, |m| if let Meaning::After(h) = m { Some(h) } else { None })?;
        (scan.gap(at) != Gap::Line).then_some((at, at + len, hedge))
    })
}
