//! Whether the words around a date speak of what was or of what is to come.

use super::{calendar::Hint, scan::Scan};
use crate::{language::Meaning, text::token::Gap};

/// What the words around say of past and future, and the token behind those that were read: "junio pasado".
pub(super) fn hint(scan: &Scan, first: usize, end: usize) -> (usize, Hint) {
    let kinds = [(Meaning::Past, Hint::Past), (Meaning::Next, Hint::Next), (Meaning::This, Hint::This)];
    for (meaning, hint) in kinds {
        if first > 0 && scan.is_before(first, 0, meaning) {
            return (end, hint);
        }
        // "el martes pasado" says it behind; "this Friday" never does.
        if hint != Hint::This
            && scan.gap(end) != Gap::Line
            && scan.pack.format.direction_behind
            && let Some(len) = scan.at(end, meaning)
        {
            return (end + len, hint);
        }
    }
    (end, if speaks_of_future(scan, first, end) { Hint::Next } else { Hint::None })
}

/// Whether the clause speaks of what is to come: a verb in the future, "will", "se prevé".
pub(super) fn speaks_of_future(scan: &Scan, first: usize, end: usize) -> bool {
    // "are planned for the third quarter"
    if (first.saturating_sub(4)..first)
        .any(|k| scan.is(k, Meaning::Future) && !(k + 1..=first).any(|b| scan.breaks_before(b)))
    {
        return true;
    }
    // "anunció el martes que cerrará": the day belongs to what was said.
    if (first.saturating_sub(3)..first)
        .any(|k| scan.is_word(k) && !scan.breaks_before(k + 1) && scan.pack.is_past_form(scan.str(k)))
    {
        return false;
    }
    let future = |k: usize| scan.is(k, Meaning::Future) || scan.is_word(k) && scan.pack.is_future_form(scan.str(k));
    let mut k = first;
    while k > 0 && first - k < 12 && !scan.breaks_before(k) && !scan.is_sign(k - 1, ",") {
        k -= 1;
        if future(k) {
            return true;
        }
    }
    let that = |k: usize| scan.is(k, Meaning::That);
    (end..end + 8).take_while(|&k| !scan.breaks_before(k) && !scan.is_sign(k, ",\"“«") && !that(k)).any(future)
}
