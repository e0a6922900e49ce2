//! Factiva: every line of an article begins with a code of two or three capitals, or stands below one that is alone.

use crate::article::{
    draft::{Draft, Piece, Role},
    format::Delivery,
    words::Words,
};

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
