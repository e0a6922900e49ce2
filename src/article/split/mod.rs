//! Databases of the press put many articles into one file: here they are told apart by what the database writes around them.
//!
//! What merely looks so stays whole: an article wrongly parted is worse than two that are read as one.

mod counted;
pub mod cut;
mod factiva;
mod heads;
mod pages;

pub use cut::{Cut, Part};

use super::{
    draft::{Draft, Piece, Role},
    format::Delivery,
    stamp::Stamp,
};
use dom_query::Document;

/// Tells the articles of a text apart where a database wrote it; anything else stays as it is.
#[must_use]
pub fn split(draft: Draft) -> Delivery {
    let found = heads::by_ends(&draft.pieces).or_else(|| counted::by_counters(&draft.pieces));
    let found = found.or_else(|| factiva::by_codes(&draft.pieces)).or_else(|| factiva::by_numbers(&draft.pieces));
    found.unwrap_or_else(|| draft.into())
}

/// The articles of a page where a database wrote it; none where it is a page like any other.
#[must_use]
pub fn of_page(document: &Document) -> Option<Delivery> {
    pages::europresse(document).or_else(|| pages::factiva(document)).or_else(|| pages::nexis(document))
}

/// Whether a line tells a whole day.
fn tells_day(text: &str) -> bool {
    Stamp::find(text, "").is_some_and(|stamp| stamp.date().is_some())
}

/// A line of a story whose headline is known: no heading, unless it is marked as one.
fn of_story(piece: &Piece) -> Piece {
    Piece { role: if piece.role == Role::Line { Role::Paragraph } else { piece.role }, ..piece.clone() }
}

#[cfg(test)]
pub(super) mod trial {
    use super::*;

    /// What is expected of an article: outlet, day, author, its pieces.
    pub type Expected<'e> = (&'e str, &'e str, &'e str, &'e [&'e str]);

    /// Holds a delivery against what is expected of it.
    pub fn compare(delivery: &Delivery, expected: &[Expected<'_>], promised: Option<usize>) {
        assert_eq!((delivery.drafts.len(), delivery.expected), (expected.len(), promised), "{:#?}", delivery.drafts);
        for (draft, (outlet, day, byline, texts)) in delivery.drafts.iter().zip(expected) {
            let found: Vec<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
            let known = [&draft.outlet, &draft.published, &draft.byline].map(|k| k.clone().unwrap_or_default());
            assert_eq!((known, found.as_slice()), ([*outlet, *day, *byline].map(str::to_owned), *texts));
        }
    }

    /// Splits lines, and holds what comes out against what is expected.
    pub fn check(lines: &[&str], expected: &[Expected<'_>], promised: Option<usize>) {
        let pieces = lines.iter().filter_map(|l| Piece::new(l, Role::Line)).collect();
        compare(&split(Draft { pieces, ..Draft::default() }), expected, promised);
    }

    #[test]
    fn what_is_no_database_stays_whole() {
        let one = |lines: &[&str]| check(lines, &[("", "", "", lines)], None);
        one(&["TD Bank falls", "HD television", "The end of document law"]);
        one(&["The list", "1 of 3 documents was lost", "Body", "Two died."]);
        one(&["Chapter 1 of 2", "Uno", "2 of 2", "Dos"]);
        one(&["Document of 2 July 2019", "571 words", "2 July 2019", "The Valley", "Two died."]);
        one(&["Uno", "571 palabras", "Documento VALL000020190702ef720001x"]);
        one(&["Article 1", "Two died.", "Article 2", "Three died."]);
    }
}
