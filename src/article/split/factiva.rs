//! Factiva: every line of an article begins with a code of two or three capitals, or stands below one that is alone; or,
//! without codes, every article ends in a line with its number.

use super::{of_story, tells_day};
use crate::{
    article::{
        draft::{Draft, Piece, Role},
        format::Delivery,
        words::Words,
    },
    text::fold,
};

/// So many lines stand between the day and the story at most: hour, newspaper, code, page, language, right.
const BELOW: usize = 8;
/// A line of these is no longer, in bytes; nor is a code, a page or a language.
const LINE: usize = 120;
const BRIEF: usize = 16;

/// The articles of a text whose lines carry codes.
pub fn by_codes(pieces: &[Piece]) -> Option<Delivery> {
    let coded: Vec<(Option<&str>, &str)> = pieces.iter().map(|p| code_of(&p.text)).collect();
    let count = |code: &str| coded.iter().filter(|(c, _)| *c == Some(code)).count();
    // A headline, a story and a number of its own make an article: fewer codes are words in capitals.
    if count("HD") == 0 || count("TD") + count("LP") == 0 || count("AN") == 0 {
        return None;
    }
    let expected = Some(count("AN"));
    let mut drafts: Vec<Draft> = Vec::new();
    let mut current = Draft::default();
    let mut code = "";
    for (fresh, text) in coded {
        let before = code;
        code = fresh.unwrap_or(code);
        // The number of an article is its last line; behind it stands what the database says of the search.
        if before == "AN" && fresh.is_none() {
            code = "";
        }
        if fresh == Some("HD") && !current.pieces.is_empty() {
            drafts.push(std::mem::take(&mut current));
        }
        take(&mut current, code, text);
    }
    drafts.push(current);
    drafts.retain(|d| d.pieces.iter().any(|p| p.role == Role::Paragraph));
    Some(Delivery { drafts, expected })
}

/// The articles of a text in which each ends in a line such as "Document VALL000020190702ef720001x", and tells its length
/// and its day above its story.
pub fn by_numbers(pieces: &[Piece]) -> Option<Delivery> {
    let ends: Vec<usize> = (0..pieces.len()).filter(|at| is_number(&pieces[*at].text)).collect();
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
    let drafts: Vec<Draft> = starts.zip(&ends).filter_map(|(start, end)| told(&pieces[start..*end])).collect();
    (!drafts.is_empty()).then_some(Delivery { drafts, expected: Some(ends.len()) })
}

/// Whether a line is "Document" with Factiva's number of an article.
fn is_number(text: &str) -> bool {
    let Some((name, number)) = text.split_once(' ') else { return false };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_long = (16..=40).contains(&number.len()) && digits >= 8;
    is_long
        && number.bytes().all(|b| b.is_ascii_alphanumeric())
        && Words::get().database.documents.contains(&fold(name))
}

/// Whether a line is the length of an article: "1,571 words".
fn is_length(text: &str) -> bool {
    let folded = fold(text);
    let (number, word) = folded.split_once(' ').unwrap_or_default();
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','));
    is_number && Words::get().database.words.iter().any(|w| w == word.trim())
}

fn is_day(text: &str) -> bool {
    text.len() <= LINE && tells_day(text)
}

/// An article without codes; none where its length and its day do not stand above its story.
fn told(pieces: &[Piece]) -> Option<Draft> {
    let length = pieces.windows(2).position(|pair| is_length(&pair[0].text) && is_day(&pair[1].text))?;
    let mut draft = Draft::default();
    // Above it stand the headline and, below that, the author; or a section above the headline, which is longer than both.
    let (headline, byline) = match &pieces[..length] {
        [] => return None,
        [only] => (only, None),
        [.., first, second] if second.text.len() < first.text.len() => (first, Some(second)),
        [.., second] => (second, None),
    };
    draft.push(&headline.text, Role::Heading(1));
    draft.byline = byline.map(|p| p.text.clone());
    draft.published = Some(pieces[length + 1].text.clone());
    let below = &pieces[length + 2..];
    let is_hour =
        |p: &Piece| p.text.len() <= BRIEF && p.text.contains(':') && p.text.starts_with(|c: char| c.is_ascii_digit());
    let hour = below.first().filter(|p| is_hour(p));
    if let (Some(day), Some(hour)) = (&mut draft.published, hour) {
        *day = format!("{day} {}", hour.text);
    }
    let below = &below[usize::from(hour.is_some())..];
    draft.outlet = Some(below.first()?.text.clone());
    let claims = |p: &Piece| {
        let folded = fold(&p.text);
        p.text.len() <= 2 * LINE && Words::get().database.rights.iter().any(|r| folded.starts_with(r.as_str()))
    };
    // Without a claim the head ends with its last line of few letters.
    let is_brief = |p: &Piece| p.text.len() <= BRIEF && !p.text.ends_with(['.', '!', '?', ':']);
    let briefly = || 1 + below[1..].iter().take(BELOW - 1).take_while(|p| is_brief(p)).count();
    let story = below.iter().take(BELOW).rposition(claims).map_or_else(briefly, |at| at + 1);
    draft.pieces.extend(below[story..].iter().map(of_story));
    (draft.pieces.len() > 1).then_some(draft)
}

fn take(draft: &mut Draft, code: &str, text: &str) {
    match code {
        _ if text.is_empty() => {}
        "HD" => draft.push(text, Role::Heading(1)),
        "BY" => draft.byline = Some(text.to_owned()),
        "SN" => draft.outlet = Some(text.to_owned()),
        "PD" => draft.published = Some(text.to_owned()),
        "ET" => draft.published = draft.published.take().map(|day| format!("{day} {text}")),
        "LP" | "TD" => draft.push(text, Role::Paragraph),
        _ => {}
    }
}

/// The code at the beginning of a line, and what stands behind it.
fn code_of(text: &str) -> (Option<&str>, &str) {
    let code = text.split([' ', '\u{a0}', '|']).next().unwrap_or_default();
    let known = Words::get().database.codes.iter().any(|c| c == code);
    if known { (Some(code), text[code.len()..].trim_matches([' ', '|', '\u{a0}'])) } else { (None, text) }
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    #[test]
    fn articles_of_factiva_without_codes() {
        check(
            &[
                "A bridge falls",
                "By Ana Gil",
                "1,571 words",
                "2 July 2019",
                "05:10",
                "The Valley",
                "VALL",
                "A1",
                "English",
                "Copyright 2019. The Valley",
                "The bridge fell.",
                "Two died.",
                "Document VALL000020190702ef720001x",
                "Portada",
                "Cae un puente",
                "57 palabras",
                "3 de julio de 2019",
                "El Valle",
                "ELVA",
                "Español",
                "Cayó el puente y 3 murieron.",
                "Documento ELVA000020190702ef720001x",
                "Resumen de la búsqueda",
            ],
            &[
                ("The Valley", "2 July 2019 05:10", "By Ana Gil", &["A bridge falls", "The bridge fell.", "Two died."]),
                ("El Valle", "3 de julio de 2019", "", &["Cae un puente", "Cayó el puente y 3 murieron."]),
            ],
            Some(2),
        );
    }

    #[test]
    fn articles_of_factiva() {
        check(
            &[
                "HD | A bridge falls",
                "BY | Ana Gil",
                "PD | 2 July 2019",
                "SN | The Valley",
                "LP | The bridge fell.",
                "TD",
                "Two died.",
                "Three fled.",
                "AN | Document X1",
                "HD | Un puente",
                "PD | 3 July 2019",
                "ET | 09:30",
                "TD | Cayó.",
                "AN | Document X2",
                "Search Summary",
            ],
            &[
                (
                    "The Valley",
                    "2 July 2019",
                    "Ana Gil",
                    &["A bridge falls", "The bridge fell.", "Two died.", "Three fled."],
                ),
                ("", "3 July 2019 09:30", "", &["Un puente", "Cayó."]),
            ],
            Some(2),
        );
    }
}
