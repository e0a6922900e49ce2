//! The story on the pages: what runs along all of them is left out, lines are joined into paragraphs.

use super::line::Line;
use crate::article::{
    draft::{Draft, Role},
    format::flow,
};
use crate::{sense::Senses, text::fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// No heading is longer, in bytes.
const HEADING: usize = 300;
/// Signs that an item of a list begins with.
const BULLETS: [char; 7] = ['•', '▪', '‣', '●', '■', '◦', '·'];

/// The draft of these pages.
pub fn tell(pages: Vec<Vec<Line>>) -> Draft {
    let running = running(&pages);
    let lines: Vec<Line> = pages
        .into_iter()
        .flatten()
        .filter(|line| {
            !(line.is_furniture || line.at_edge && (is_number(&line.text) || running.contains(&mask(&line.text))))
        })
        .filter(Line::has_words)
        .collect();
    let body = body_size(&lines);
    let mut draft = Draft::default();
    let mut sizes: Vec<f32> = Vec::new();
    let mut headings = Vec::new();
    for paragraph in paragraphs(&lines) {
        let size = paragraph[0].size;
        let text = joined(paragraph);
        let is_heading =
            size > body * 1.15 && text.len() <= HEADING && !paragraph[0].is_row && text.contains(char::is_alphabetic);
        let role = if paragraph[0].is_row || text.starts_with(BULLETS) { Role::Item } else { Role::Paragraph };
        draft.push(&text, role);
        if is_heading && draft.pieces.len() > headings.len() {
            sizes.push(size);
        }
        headings.resize(draft.pieces.len(), is_heading.then_some(size));
    }
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.dedup_by(|a, b| (*a - *b).abs() < 0.6);
    for (piece, size) in draft.pieces.iter_mut().zip(&headings) {
        if let Some(size) = size {
            let above = sizes.iter().filter(|s| **s > size + 0.6).count();
            piece.role = Role::Heading(u8::try_from(above + 1).unwrap_or(6).min(6));
        }
    }
    flow::settle(&mut draft);
    draft
}

/// The lines at the edge that come again on page after page, whatever number they hold.
fn running(pages: &[Vec<Line>]) -> FxHashSet<String> {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for page in pages {
        let mut here: Vec<String> = page.iter().filter(|l| l.at_edge).map(|l| mask(&l.text)).collect();
        here.sort();
        here.dedup();
        for line in here {
            *seen.entry(line).or_default() += 1;
        }
    }
    let enough = (pages.len() / 3).max(2);
    seen.into_iter().filter(|(_, count)| *count >= enough).map(|(line, _)| line).collect()
}

/// A line without its numbers: "Page 3 of 8" and "Page 4 of 8" are one.
fn mask(text: &str) -> String {
    text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect::<String>().to_lowercase()
}

/// Whether a line is a page's number: "12", "- 12 -", "3/8", "xiv".
fn is_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = !bare.is_empty() && bare.len() <= 8 && bare.chars().all(|c| c.is_ascii_digit());
    digits || (!bare.is_empty() && bare.len() <= 6 && bare.chars().all(|c| "ivxlc".contains(c)))
}

/// The size that most letters have.
fn body_size(lines: &[Line]) -> f32 {
    let mut letters: FxHashMap<i32, usize> = FxHashMap::default();
    for line in lines {
        #[allow(clippy::cast_possible_truncation)]
        let size = (line.size * 2.0).round() as i32;
        *letters.entry(size).or_default() += line.text.len();
    }
    #[allow(clippy::cast_precision_loss)]
    letters.into_iter().max_by_key(|(size, count)| (*count, -size)).map_or(10.0, |(size, _)| size as f32 / 2.0)
}

/// The lines in runs that are one paragraph each.
fn paragraphs(lines: &[Line]) -> impl Iterator<Item = &[Line]> {
    lines.chunk_by({
        let mut widest = 0.0_f32;
        move |before, line| {
            widest = widest.max(before.right - before.left);
            let goes_on = goes_on(before, line, widest);
            if !goes_on {
                widest = 0.0;
            }
            goes_on
        }
    })
}

/// Whether a line goes on with the paragraph of the one before it, the widest of which is so wide.
fn goes_on(before: &Line, line: &Line, widest: f32) -> bool {
    if (before.size - line.size).abs() > 0.6 || before.is_row || line.is_row || line.text.starts_with(BULLETS) {
        return false;
    }
    let size = line.size;
    let down = before.height - line.height;
    let open = !before.text.trim_end_matches(['"', '”', '»', '’', ')', ' ']).ends_with(['.', '!', '?', '…', ':']);
    // In the next column or on the next page: what was not ended goes on.
    if down < -size * 0.5 || down > size * 8.0 || (line.left - before.left).abs() > size * 15.0 {
        let first = line.text.chars().next();
        return open && (ends_in_hyphen(&before.text) || first.is_some_and(|c| c.is_lowercase() || c.is_numeric()));
    }
    let indented = line.left > before.left + size * 0.8;
    let short = before.right - before.left < widest * 0.8;
    down <= size * 1.75 && (open || !(indented || short))
}

fn ends_in_hyphen(text: &str) -> bool {
    let bare = text.trim_end().strip_suffix(['-', '\u{ad}', '‐']);
    bare.is_some_and(|b| b.ends_with(char::is_alphabetic))
}

/// Whether the hyphen at the end of a line is the word's own, "franco-" and "alemán": both halves are words, and they are
/// none when written as one.
fn is_compound(text: &str, next: &str) -> bool {
    let letters = |c: char| !c.is_alphabetic();
    let first = text.trim_end_matches(['-', '\u{ad}', '‐']).rsplit(letters).next().unwrap_or_default();
    let second = next.split(letters).next().unwrap_or_default();
    let known = |word: &str| Senses::built_in().find(&fold(word)).is_some();
    let both = first.len() >= 4 && second.len() >= 4 && known(first) && known(second);
    both && !text.ends_with('\u{ad}') && !known(&format!("{first}{second}"))
}

/// Whether a line ends between the two years of "2019-2020".
fn is_span(text: &str, next: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    next.starts_with(digits) && text.strip_suffix(['-', '–']).is_some_and(|t| t.ends_with(digits))
}

/// The words of lines as one text. A hyphen at the end of a line was put there by the printer where the word goes on small.
fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let next = line.text.trim();
        if ends_in_hyphen(&text) {
            let end = text.trim_end().len();
            text.truncate(end);
            if next.starts_with(char::is_lowercase) && !is_compound(&text, next) {
                text.pop();
            }
        } else if !(text.is_empty() || is_span(&text, next)) {
            text.push(' ');
        }
        text.push_str(next);
    }
    text.replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(left: f32, right: f32, height: f32, text: &str) -> Line {
        Line { text: text.to_owned(), left, right, height, size: 10.0, ..Line::default() }
    }

    fn check(lines: &[Line], expected: &[&str]) {
        let found: Vec<String> = paragraphs(lines).map(joined).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_joined_as_they_were_broken() {
        let first = line(50.0, 250.0, 700.0, "El puente franco-");
        check(&[first.clone(), line(50.0, 250.0, 688.0, "Alemán cayó.")], &["El puente franco-Alemán cayó."]);
        check(&[first, line(50.0, 250.0, 688.0, "alemán cayó.")], &["El puente franco-alemán cayó."]);
        check(&[line(50.0, 250.0, 700.0, "Hay 14 he-"), line(50.0, 250.0, 688.0, "ridos.")], &["Hay 14 heridos."]);
        check(
            &[line(50.0, 250.0, 700.0, "Entre 2019-"), line(50.0, 250.0, 688.0, "2020 hubo 3.")],
            &["Entre 2019-2020 hubo 3."],
        );
        // An indent begins another paragraph; so does a line that was not filled.
        check(&[line(50.0, 250.0, 700.0, "Cayó."), line(65.0, 250.0, 688.0, "Hay dos.")], &["Cayó.", "Hay dos."]);
        // On into the next column.
        check(&[line(50.0, 250.0, 60.0, "Cayó y"), line(300.0, 500.0, 700.0, "hay 3.")], &["Cayó y hay 3."]);
        check(&[line(50.0, 250.0, 60.0, "Cayó."), line(300.0, 500.0, 700.0, "Hay 3.")], &["Cayó.", "Hay 3."]);
    }

    #[test]
    fn numbers_of_pages() {
        for (text, expected) in [("12", true), ("- 12 -", true), ("3/8", true), ("xiv", true), ("12 muertos", false)] {
            assert_eq!(is_number(text), expected, "{text}");
        }
        assert_eq!(mask("Page 3 of 8"), mask("Page 14 of 8"));
    }
}
