//! Words: runs of letters, as a reader sees them. Figures are not words.

use super::Span;

/// The words of `text`, in order. Digits, punctuation and apostrophes end a word: "d'État" is "d" and "État".
///
/// ```
/// use cotejo::text::words;
/// let text = "Unos 11.000 soldados, dice.";
/// let found: Vec<_> = words(text).map(|w| w.of(text)).collect();
/// assert_eq!(found, ["Unos", "soldados", "dice"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Span> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((start, c)) = chars.next() {
            if !is_letter(c) {
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some(&(at, c)) = chars.peek() {
                if !is_letter(c) && c != '\u{ad}' {
                    break;
                }
                end = at + c.len_utf8();
                chars.next();
            }
            return Some(Span::new(start, end));
        }
        None
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}
