//! Texts in which every article begins with its number among all: "1 of 10 DOCUMENTS", "Dokument 1 von 10".

use super::heads::{label, told};
use crate::{
    article::{draft::Piece, format::Delivery, words::Words},
    text::fold,
};

/// The articles of a text in which a line counts each of them, from one, without a gap.
pub fn by_counters(pieces: &[Piece]) -> Option<Delivery> {
    let counters: Vec<(usize, usize, usize)> = pieces
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| counter(&piece.text).map(|(number, of)| (at, number, of)))
        .collect();
    let (_, first, of) = *counters.first()?;
    let in_order = counters.iter().zip(first..).all(|((_, number, all), expected)| *number == expected && *all == of);
    // A part of a list may be saved by itself, so it need not begin with one; but more than are counted there cannot be.
    if !in_order || first == 0 || first + counters.len() - 1 > of {
        return None;
    }
    let ends = counters.iter().skip(1).map(|(at, ..)| *at).chain([pieces.len()]);
    let drafts = counters.iter().zip(ends).map(|((at, ..), end)| {
        let own = &pieces[at + 1..end];
        told(own, story(own), false)
    });
    let drafts: Vec<_> = drafts.filter(|draft| !draft.pieces.is_empty()).collect();
    (!drafts.is_empty()).then_some(Delivery { drafts, expected: Some(of) })
}

/// "3 of 10 DOCUMENTS", "Document 3 de 10" → (3, 10); none where any other word stands there.
fn counter(text: &str) -> Option<(usize, usize)> {
    let words = &Words::get().database;
    if text.len() > 60 {
        return None;
    }
    let folded = fold(text);
    let (mut numbers, mut names) = (Vec::new(), 0);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        match word.parse::<usize>() {
            Ok(number) => numbers.push(number),
            Err(_) if words.documents.iter().any(|d| d == word) => names += 1,
            Err(_) if words.of.iter().any(|of| of == word) => {}
            Err(_) => return None,
        }
    }
    match numbers.as_slice() {
        [number, of] if names == 1 && number <= of => Some((*number, *of)),
        _ => None,
    }
}

/// Where the story of an article begins: behind the last labelled line of its head.
fn story(pieces: &[Piece]) -> usize {
    let words = &Words::get().database;
    let is_head = |p: &Piece| label(p).is_some_and(|l| words.is_label(&l) && !words.tails.contains(&l));
    let head = pieces.iter().take(16).rposition(is_head);
    head.map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::{super::trial::check, *};

    #[test]
    fn lines_that_count() {
        for (text, expected) in [
            ("1 of 10 DOCUMENTS", Some((1, 10))),
            ("Dokument 3 von 10", Some((3, 10))),
            ("Document 2 de 4", Some((2, 4))),
            ("Documento 2 de 4", Some((2, 4))),
            ("2 of 4", None),
            ("5 of 4 documents", None),
            ("3 of 10 documents were lost", None),
            ("Page 3 of 10", None),
        ] {
            assert_eq!(counter(text), expected, "{text}");
        }
    }

    #[test]
    fn articles_that_are_counted() {
        check(
            &[
                "1 of 2 DOCUMENTS",
                "The Valley",
                "July 2, 2019 Tuesday",
                "A bridge falls",
                "BYLINE: Ana Gil",
                "SECTION: NEWS; Pg. 3",
                "LENGTH: 12 words",
                "The bridge fell.",
                "Two died.",
                "LANGUAGE: ENGLISH",
                "Copyright 2019 The Valley",
                "2 of 2 DOCUMENTS",
                "El Valle",
                "2 de julio de 2019",
                "Un puente cae",
                "LENGTH: 3 words",
                "El puente cayó.",
            ],
            &[
                ("The Valley", "July 2, 2019 Tuesday", "Ana Gil", &["A bridge falls", "The bridge fell.", "Two died."]),
                ("El Valle", "2 de julio de 2019", "", &["Un puente cae", "El puente cayó."]),
            ],
            Some(2),
        );
    }
}
