//! Nexis: every article ends in a line that says so, and its story begins behind a line that says "Body".

use super::{of_story, tells_day};
use crate::{
    article::{
        draft::{Draft, Piece, Role},
        format::Delivery,
        words::Words,
    },
    text::fold,
};

/// A title above a story is no longer, in bytes; nor is a line that is a day, or a name.
const TITLE: usize = 400;
const LINE: usize = 100;
/// So many lines may stand between the beginning of an article and its day.
const HEAD: usize = 12;

/// The articles of a text in which each ends in a line that says so.
pub fn by_ends(pieces: &[Piece]) -> Option<Delivery> {
    let words = &Words::get().database;
    let mut drafts = Vec::new();
    let mut start = 0;
    for (at, piece) in pieces.iter().enumerate() {
        let folded = fold(&piece.text);
        // It may be glued to the last line of the story.
        let Some(end) = words.ends.iter().find(|e| folded.ends_with(e.as_str())) else { continue };
        let mut own = pieces[start..=at].to_vec();
        start = at + 1;
        if let Some(last) = own.last_mut() {
            let keep = last.text.chars().count().saturating_sub(end.chars().count());
            last.text = last.text.chars().take(keep).collect::<String>().trim_end().to_owned();
        }
        if let Some(body) = own.iter().position(|p| is_one_of(p, &words.bodies)) {
            drafts.push(told(&own, body + 1, true));
        }
    }
    drafts.retain(|draft: &Draft| !draft.pieces.is_empty());
    let expected = pieces.iter().take(12).find_map(|p| promised(&p.text, &words.documents));
    (!drafts.is_empty()).then_some(Delivery { drafts, expected })
}

fn is_one_of(piece: &Piece, list: &[String]) -> bool {
    list.contains(&fold(piece.text.trim_matches(['\u{a0}', ' ', ':'])))
}

/// "Documents (100)" → 100.
fn promised(text: &str, names: &[String]) -> Option<usize> {
    let folded = fold(text);
    let (name, number) = folded.split_once('(')?;
    let named = names.iter().any(|n| n == name.trim());
    named.then(|| number.trim_end_matches(')').trim().parse().ok()).flatten()
}

/// One article whose story begins at `story`: above it stand its title, newspaper and day, and labelled lines. Where the
/// `title` does not stand above the newspaper, it stands below the day.
pub fn told(pieces: &[Piece], story: usize, title_first: bool) -> Draft {
    let words = &Words::get().database;
    let mut draft = Draft::default();
    let head = &pieces[..story.min(pieces.len())];
    let is_label = |p: &Piece| label(p).is_some_and(|l| words.is_label(&l));
    let is_day = |p: &Piece| p.text.len() <= LINE && !is_label(p) && tells_day(&p.text);
    // The list of titles on a cover has no day of its own: of the days before the story the last one counts.
    let day = if title_first { head.iter().rposition(is_day) } else { head.iter().take(HEAD).position(is_day) };
    if let Some(day) = day {
        draft.published = Some(head[day].text.clone());
        draft.outlet = day.checked_sub(1).map(|i| head[i].text.clone());
        let below = || head[day + 1..].iter().find(|p| !is_label(p));
        let above = || day.checked_sub(2).map(|i| &head[i]);
        let title = if title_first { above() } else { below() };
        if let Some(title) = title.filter(|t| t.text.len() <= TITLE) {
            draft.push(&title.text, Role::Heading(1));
        }
    }
    for piece in &head[day.map_or(0, |d| d + 1)..] {
        if label(piece).is_some_and(|l| words.bylines.contains(&l)) {
            draft.byline = Some(value(piece).to_owned());
        }
    }
    let is_tail = |p: &Piece| label(p).is_some_and(|l| words.tails.contains(&l));
    let story = pieces.get(story..).unwrap_or_default().iter().take_while(|p| !is_tail(p));
    draft.pieces.extend(story.filter(|p| !p.text.is_empty()).map(of_story));
    draft
}

/// What a line is labelled, folded: "Byline: Ana Gil" → "byline".
pub fn label(piece: &Piece) -> Option<String> {
    let (label, _) = piece.text.split_once(':')?;
    (label.len() <= 40).then(|| fold(label.trim_matches(['\u{a0}', ' '])))
}

/// What stands behind the label.
fn value(piece: &Piece) -> &str {
    piece.text.split_once(':').map_or("", |(_, value)| value).trim_matches(['\u{a0}', ' '])
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    #[test]
    fn articles_of_nexis() {
        check(
            &[
                "Job Number: 1",
                "Documents (3)",
                "1. A bridge falls",
                "2. Un puente cae",
                "A bridge falls",
                "The Valley",
                "July 2, 2019 Tuesday 9:33 AM GMT",
                "Copyright 2019 The Valley",
                "Section: NEWS",
                "Byline:\u{a0}Ana Gil",
                "Body",
                "The bridge fell.",
                "Two died. End of Document",
                "Un puente cae",
                "El Valle",
                "2 de julio de 2019",
                "Length: 5 words",
                "Body",
                "El puente cayó.",
                "Load-Date: July 3, 2019",
                "End of Document",
            ],
            &[
                (
                    "The Valley",
                    "July 2, 2019 Tuesday 9:33 AM GMT",
                    "Ana Gil",
                    &["A bridge falls", "The bridge fell.", "Two died."],
                ),
                ("El Valle", "2 de julio de 2019", "", &["Un puente cae", "El puente cayó."]),
            ],
            Some(3),
        );
    }
}
