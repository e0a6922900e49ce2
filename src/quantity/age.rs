//! Ages: years that a person has lived, told from years that something lasts.

use super::{Kind, draft::Draft, scan::Scan};
use crate::{
    language::{Meaning, Units},
    text::token::Gap,
};

/// Makes an age of a duration, or of a bare number between commas behind a name, where the words around say so.
pub(super) fn judge(scan: &Scan, draft: &mut Draft) {
    let (first, _) = draft.core;
    let years = draft.unit.filter(|_| draft.kind == Kind::Duration);
    let after = scan.at(draft.end, Meaning::AgeAfter).or_else(|| scan.at(draft.core.1, Meaning::AgeAfter));
    if years.is_some_and(|u| Units::built_in().get(u).key == "year") || after.is_some() {
        let before = |meaning| scan.is_before(first, 0, meaning);
        let led = before(Meaning::AgeBefore) || before(Meaning::AgeBeforeNumber);
        let stated = after.is_some() || led && years.is_some();
        let of = first > 0 && scan.is(first - 1, Meaning::AgeLink);
        let person = of
            && first > 1
            && (scan.is(first - 2, Meaning::Person) || scan.is_sign(first - 2, ",(") || scan.is_named(first - 2));
        let person = person || of_person_behind(scan, draft);
        let apposed = years.is_some() && behind_name(scan, draft);
        if stated || person || apposed {
            draft.kind = Kind::Age;
            if let Some(len) = after {
                draft.end = draft.end.max(draft.core.1 + len);
                draft.counts = false;
                draft.unit = draft.unit.or_else(|| Units::built_in().find("year"));
            }
        }
        return;
    }
    let bare = draft.kind == Kind::Count && draft.unit.is_none();
    let spoken = bare && scan.is_before(first, 0, Meaning::AgeBeforeNumber);
    if bare && (behind_name(scan, draft) || linked(scan, draft) || spoken) {
        draft.kind = Kind::Age;
        draft.counts = false;
        draft.unit = Units::built_in().find("year");
    }
}

/// Whether the years are one word with their number and tell of a person: "zweijähriger Junge", "die Zweijährige".
fn of_person_behind(scan: &Scan, draft: &Draft) -> bool {
    let one_word =
        draft.unit_words.is_some_and(|(first, end)| scan.is_word(first) && scan.glued(first) && end == draft.end);
    one_word && (scan.is(draft.end, Meaning::Person) || scan.is_capital(draft.core.0) && !scan.is_capital(draft.end))
}

/// Whether the figure stands between commas or in brackets behind a name: "Juan Pérez, 52,".
fn behind_name(scan: &Scan, draft: &Draft) -> bool {
    let (first, _) = draft.core;
    let plain = (1..=3).contains(&scan.str(first).len()) && scan.is_numeral(first);
    plain && scan.gap(first) != Gap::Line && is_apposed(scan, first) && closes(scan, draft.end)
}

/// Whether a bare number stands behind a person and the word that leads to an age: "su hermano, de 31,".
fn linked(scan: &Scan, draft: &Draft) -> bool {
    let (first, _) = draft.core;
    let plain = (1..=2).contains(&scan.str(first).len()) && scan.is_numeral(first);
    let link = first > 0 && scan.is(first - 1, Meaning::AgeLink) && scan.gap(first) == Gap::Space;
    plain && link && is_apposed(scan, first - 1) && closes(scan, draft.end)
}

/// Whether a comma or a bracket stands before token `i`, and a person or a name before that.
fn is_apposed(scan: &Scan, i: usize) -> bool {
    i > 1 && scan.is_sign(i - 1, ",(") && (scan.is_capital(i - 2) || scan.is_before(i - 1, 0, Meaning::Person))
}

/// Whether a sign ends what was put in beside a name.
fn closes(scan: &Scan, i: usize) -> bool {
    scan.is_sign(i, ",).;") && scan.glued(i)
}
