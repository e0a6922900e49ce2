//! Hedges: the words before or behind a figure that say how firmly it is meant.

use super::{Hedge, Kind, draft::Draft, measure, scan::Scan, words};
use crate::{language::Meaning, text::token::Gap};

/// Finds the hedge of a figure, before it and else behind it. `floor` is the token behind the figure before this one.
pub(super) fn attach(scan: &Scan, draft: &mut Draft, floor: usize) {
    if draft.kind == Kind::Date || draft.kind == Kind::Score {
        return;
    }
    if draft.kind == Kind::Time {
        // "hasta las nueve" bounds a stretch of time and not the hour; "hacia las nueve" softens it.
        let found = before(scan, draft.core.0, floor, false).filter(|h| h.2 == Hedge::About);
        (draft.hedge, draft.hedge_words) = found.map_or((Hedge::None, None), |(a, b, h)| (h, Some((a, b))));
        return;
    }
    // "over three days" is how long it took.
    let lasting =
        |first: usize, end: usize| draft.kind == Kind::Duration && scan.at(first, Meaning::During) == Some(end - first);
    let bounds = draft.kind == Kind::Ordinal;
    if let Some((first, end, hedge)) = before(scan, draft.core.0, floor, bounds).filter(|h| !lasting(h.0, h.1)) {
        draft.hedge = hedge;
        draft.hedge_words = Some((first, end));
        // "al menos unos 300": the outer hedge bounds, the inner one only softens.
        if let Some((outer, _, stronger)) = before(scan, first, floor, false)
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

/// The hedge that ends right before token `i`, or before the article there: "cerca de un", "supera los". `bounds`: whether
/// words that compare are a bound behind an article too, as before a place in an order: "higher than the tenth".
fn before(scan: &Scan, i: usize, floor: usize, bounds: bool) -> Option<(usize, usize, Hedge)> {
    let hedge = |end: usize| {
        let (first, hedge) =
            scan.find_before(end, floor, |m| if let Meaning::Before(h) = m { Some(h) } else { None })?;
        // "alle bis auf drei" leaves three out and bounds nothing.
        let left_out = scan.is_before(end, floor, Meaning::AllBut);
        let fits = scan.gap(i) != Gap::Line && !left_out && !leads(scan, first, end) && !changes(scan, first, end, i);
        fits.then_some((first, end, hedge))
    };
    // "supera ya los 2.100"
    let adverb = |end: usize| {
        let (first, ()) = scan.find_before(end, floor, |m| (m == Meaning::BetweenHedge).then_some(()))?;
        hedge(first)
    };
    hedge(i).or_else(|| adverb(i)).or_else(|| {
        let article = i.checked_sub(1).filter(|&a| a >= floor && scan.is(a, Meaning::The))?;
        // "del" and "al" hold the article inside, "cerca de los" has it apart. "More than the 60 it needed" compares.
        hedge(article).or_else(|| adverb(article)).filter(|h| bounds || !compares(scan, article, h.0, h.1))
    })
}

/// Whether the words before an article compare with a known figure and bound nothing: "more than the 60 it needed".
fn compares(scan: &Scan, article: usize, first: usize, end: usize) -> bool {
    !scan.is(article, Meaning::Article) && scan.at(first, Meaning::Compares) == Some(end - first)
}

/// "pasa de 31 a 24": the words say a change, for its end follows.
fn changes(scan: &Scan, first: usize, end: usize, number: usize) -> bool {
    let moves = scan.is(first, Meaning::Rise) || scan.is(first, Meaning::Fall);
    let from = end > first + 1 && scan.is(end - 1, Meaning::From);
    let past_sign = |k: usize| k + measure::symbol(scan, k).map_or(0, |s| s.0);
    let behind = words::whole(scan, past_sign(number)).map_or(number + 1, |n| n.end);
    let ends = |to: usize| words::whole(scan, past_sign(behind + to)).is_some();
    moves && from && scan.at(behind, Meaning::To).is_some_and(ends)
}

/// Whether the words lead from or to a value instead of bounding it: "cayó hasta los 43".
fn leads(scan: &Scan, first: usize, end: usize) -> bool {
    let led = |m: Meaning| scan.at(first, m) == Some(end - first);
    // "un 6,2 %, desde el 7,1 %" says what it was.
    let was = led(Meaning::From) && first > 0 && scan.is_sign(first - 1, ",");
    was || (led(Meaning::To) || led(Meaning::From)) && super::change::direction_in_sentence(scan, first).is_some()
}

/// The hedge behind the figure or behind its unit: "o más", "200 personas como mínimo".
fn behind(scan: &Scan, draft: &Draft) -> Option<(usize, usize, Hedge)> {
    [Some(draft.core.1), draft.unit_words.map(|u| u.1)].into_iter().flatten().find_map(|at| {
        let (len, hedge) = scan.find(at, |m| if let Meaning::After(h) = m { Some(h) } else { None })?;
        // "90+4" is an hour of a match.
        let goes_on = scan.is_numeral(at + len) && scan.glued(at + len);
        // "5.000 o menos de 6.000" begins another figure.
        let goes_on = goes_on || of_number(scan, at + len) && scan.is_word(at) || opens_next(scan, at + 1, at + len);
        // "55 million pounds plus 5 million" adds another figure.
        let adds = hedge == Hedge::MoreThan && scan.gap(at + len) == Gap::Space && starts_number(scan, at + len);
        (scan.gap(at) != Gap::Line && !goes_on && !adds).then_some((at, at + len, hedge))
    })
}

/// Whether a number stands here, or the sign of a currency before one.
fn starts_number(scan: &Scan, i: usize) -> bool {
    words::whole(scan, i + measure::symbol(scan, i).map_or(0, |s| s.0)).is_some()
}

/// Whether "of" and a number stand here.
fn of_number(scan: &Scan, i: usize) -> bool {
    scan.at(i, Meaning::Of).is_some_and(|of| {
        let at = i + of + usize::from(scan.is(i + of, Meaning::The));
        words::whole(scan, at).is_some()
    })
}

/// Whether a hedge that begins before `end` reaches over it to the next number: "5000 o | mayor que 4500".
fn opens_next(scan: &Scan, first: usize, end: usize) -> bool {
    (first..end).any(|k| {
        let hedge = scan.find(k, |m| matches!(m, Meaning::Before(_)).then_some(()));
        hedge.is_some_and(|(len, ())| k + len > end)
    })
}
