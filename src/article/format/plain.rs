//! Plain text: lines and empty lines, what a header says, what a copied page left behind.

use super::debris;
use crate::article::{
    draft::{Draft, Role, is_rule},
    metadata::take_field,
    stamp::Stamp,
    words::{Field, Words},
};

/// Lines that may carry labels stand within the first ones of a text.
const HEADER: usize = 12;

/// Reads a plain text.
#[must_use]
pub fn read(text: &str) -> Draft {
    let text = debris::clean(text);
    let wrapped = is_hard_wrapped(&text);
    let mut draft = Draft::default();
    let mut lines = text.lines().peekable();
    let mut header_lines = HEADER;
    // The header: labelled lines, and the line that a feed writes with the day before the headline.
    while let Some(line) = lines.peek().filter(|_| header_lines > 0) {
        if !line.trim().is_empty() && !take_header(line.trim(), &mut draft) {
            break;
        }
        header_lines -= 1;
        lines.next();
    }
    let mut paragraph = String::new();
    for line in lines {
        let line = line.trim();
        if is_rule(line) {
            flush(&mut paragraph, &mut draft);
            draft.ruled = true;
            continue;
        }
        if !wrapped || line.is_empty() || begins_item(line) {
            flush(&mut paragraph, &mut draft);
        }
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(line);
    }
    flush(&mut paragraph, &mut draft);
    draft
}

fn flush(paragraph: &mut String, draft: &mut Draft) {
    let role = if begins_item(paragraph) { Role::Item } else { Role::Line };
    draft.push(paragraph, role);
    paragraph.clear();
}

/// Takes a line of the header into the draft. Whether it was one.
fn take_header(line: &str, draft: &mut Draft) -> bool {
    if let Some((label, value)) = line.split_once(':')
        && label.len() <= 40
        && !value.trim().is_empty()
        && take_field(draft, label, value)
    {
        return true;
    }
    // " date 2025-08-13 The headline": a label, a day, and the rest of the line.
    let mut parts = line.splitn(3, ' ');
    let (Some(label), Some(day)) = (parts.next(), parts.next()) else { return false };
    if Words::get().field(label) != Some(Field::Date) {
        return false;
    }
    if Stamp::find(day, "").is_none_or(|s| s.date().is_none() || s.range != (0..day.len())) {
        return false;
    }
    draft.published = Some(day.to_owned());
    if let Some(rest) = parts.next() {
        // What follows is the headline as a rule, and now and then a caption: that shows when all lines are known.
        draft.push(rest, Role::Line);
    }
    true
}

/// Whether a line is an item of a list.
fn begins_item(line: &str) -> bool {
    let rest = line.strip_prefix(['•', '*', '·', '▪', '‣', '-', '–', '—']);
    rest.is_some_and(|r| r.starts_with(' ') && r.len() > 1)
}

/// Whether line ends stand where the page was full and not where paragraphs end: lines of like length, most of which
/// stop in the middle of a sentence.
fn is_hard_wrapped(text: &str) -> bool {
    const WIDTH: std::ops::RangeInclusive<usize> = 40..=120;
    let (mut inner, mut open, mut full, mut longest) = (0_usize, 0_usize, 0_usize, 0);
    let mut lines = text.lines().map(str::trim).take(2000).peekable();
    while let Some(line) = lines.next() {
        let width = line.chars().count();
        longest = longest.max(width);
        if line.is_empty() || lines.peek().is_none_or(|next| next.is_empty()) {
            continue;
        }
        inner += 1;
        open += usize::from(!line.ends_with(['.', '!', '?', '…', ':', '"', '”', '»', ')']));
        full += usize::from(WIDTH.contains(&width));
    }
    WIDTH.contains(&longest) && inner >= 4 && open * 10 >= inner * 7 && full * 10 >= inner * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) -> Draft {
        let draft = read(text);
        let found: Vec<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(found, expected, "{text}");
        draft
    }

    #[test]
    fn lines_are_paragraphs() {
        check("Uno.\nDos.\n\n\n Tres  y\tcuatro. \n", &["Uno.", "Dos.", "Tres y cuatro."]);
        check("", &[]);
    }

    #[test]
    fn a_full_page_width_is_no_paragraph() {
        let wrapped = "El río que atraviesa la ciudad se desbordó el lunes y\nobligó a sacar de sus casas a más de 350 personas que\nvivían en cuatro pueblos del valle, según los bomberos\nde la comarca, que trabajaron toda la noche.\n\nNo hubo heridos entre los vecinos, aunque los daños en\nlas huertas son grandes, dijo el alcalde.\n";
        assert_eq!(read(wrapped).pieces.len(), 2);
    }

    #[test]
    fn a_header_is_no_text() {
        let draft =
            check(" date 2025-08-13 El río se lleva el puente\n\n\nUno.", &["El río se lleva el puente", "Uno."]);
        assert_eq!(draft.published.as_deref(), Some("2025-08-13"));
        let draft =
            check("Medio: El Valle\nFecha: 13 de agosto de 2025\nTitular: El puente\n\nUno.", &["El puente", "Uno."]);
        assert_eq!(draft.outlet.as_deref(), Some("El Valle"));
        assert!(draft.published.is_some());
    }

    #[test]
    fn a_colon_alone_makes_no_label() {
        check("Lima: un puente menos\nUno.", &["Lima: un puente menos", "Uno."]);
        check("Fecha límite: mañana\nUno.", &["Fecha límite: mañana", "Uno."]);
    }

    #[test]
    fn remains_of_a_page() {
        check("<p>Uno <b>dos</b>.</p>\nTres &amp; cuatro.", &["Uno dos.", "Tres & cuatro."]);
    }
}
