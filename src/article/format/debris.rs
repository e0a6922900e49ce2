//! Remains of HTML in a plain text: tags and entities that a copy or a content system left behind.

use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The elements whose tags are taken out. A "<" before anything else is the sign that it looks like.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "em", "font", "i", "img", "ins", "kbd",
    "label", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];
/// The elements that begin a line of their own.
const BLOCK: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "input",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "noscript",
    "object",
    "ol",
    "p",
    "picture",
    "pre",
    "script",
    "section",
    "source",
    "style",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "video",
];
/// The longest tag, in bytes: an address with all its parameters fits, a forgotten ">" does not eat the article.
const LONGEST_TAG: usize = 2000;

/// Whether the text holds at least one tag of HTML.
#[must_use]
pub fn holds_tags(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| tag_at(&text[at..]).is_some())
}

/// The text without tags of HTML and with its entities as characters. Tags of blocks become line ends.
///
/// Quote marks within tags may be broken, as in `<a href=»https://…»>`: a tag ends at its first ">".
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    let tagless = if text.contains('<') { without_tags(text) } else { Cow::Borrowed(text) };
    if tagless.contains('&') { Cow::Owned(with_characters(&tagless)) } else { tagless }
}

fn without_tags(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut kept = 0;
    let mut from = 0;
    while let Some(at) = text[from..].find('<').map(|i| from + i) {
        match tag_at(&text[at..]) {
            Some((len, is_block)) => {
                out.push_str(&text[kept..at]);
                if is_block {
                    out.push('\n');
                }
                kept = at + len;
                from = kept;
            }
            None => from = at + 1,
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

/// The tag that `text` begins with: its length in bytes, and whether it is a block's.
fn tag_at(text: &str) -> Option<(usize, bool)> {
    let after = text.strip_prefix('<')?;
    if let Some(comment) = after.strip_prefix("!--") {
        let end = comment.get(..comment.len().min(LONGEST_TAG)).unwrap_or(comment).find("-->")?;
        return Some((4 + end + 3, false));
    }
    let name_part = after.strip_prefix('/').unwrap_or(after);
    let name_end = name_part.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = name_part[..name_end].to_ascii_lowercase();
    let is_block = BLOCK.binary_search(&name.as_str()).is_ok();
    if !is_block && INLINE.binary_search(&name.as_str()).is_err() {
        return None;
    }
    let rest = &name_part[name_end..];
    // "<a" must be followed by what a tag may hold: its end, or attributes.
    if !rest.starts_with(['>', ' ', '/', '\t', '\n']) {
        return None;
    }
    let end = rest
        .bytes()
        .take(LONGEST_TAG)
        .position(|b| matches!(b, b'>' | b'<'))
        .filter(|i| rest.as_bytes()[*i] == b'>')?;
    let attributes = &rest[..end];
    // "a < b and c > d" is arithmetic: attributes have an equals sign, or there are none.
    let plausible = attributes.trim_matches([' ', '/', '\t', '\n']).is_empty() || attributes.contains('=') || is_block;
    plausible.then_some((text.len() - rest.len() + end + 1, is_block))
}

/// No page that anybody wrote is nested deeper; what is would take a parser minutes. See [`depth`].
pub const DEEPEST: usize = 2000;

/// How deep the elements of a page are nested, by those whose end must be written. Looked at before a page is parsed,
/// since the time that a parser takes grows with the square of it.
#[must_use]
pub fn depth(text: &str) -> usize {
    const NESTING: [&str; 14] = [
        "article",
        "b",
        "blockquote",
        "center",
        "div",
        "em",
        "font",
        "i",
        "main",
        "section",
        "span",
        "strong",
        "table",
        "ul",
    ];
    let (mut depth, mut deepest) = (0_usize, 0);
    for (at, _) in text.match_indices('<') {
        let after = &text[at + 1..];
        let (closes, name) = after.strip_prefix('/').map_or((false, after), |name| (true, name));
        let end = name.bytes().take(12).position(|b| !b.is_ascii_alphanumeric()).unwrap_or(0);
        if !name.get(..end).is_some_and(|n| NESTING.contains(&n.to_ascii_lowercase().as_str())) {
            continue;
        }
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

/// Entities as the characters that they stand for; an ampersand that begins none stays.
fn with_characters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // The parser is slow for one entity; a text repeats a few of them.
    let mut known: FxHashMap<&str, Option<String>> = FxHashMap::default();
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name_end = rest[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).map(|i| i + 1);
        let entity = name_end.filter(|e| (2..=32).contains(e) && rest[*e..].starts_with(';')).map(|e| &rest[..=e]);
        match entity.and_then(|e| Some((e, known.entry(e).or_insert_with(|| character(e)).as_deref()?))) {
            Some((entity, characters)) => {
                out.push_str(characters);
                rest = &rest[entity.len()..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// What an entity stands for, by the parser of HTML, which knows all two thousand names.
fn character(entity: &str) -> Option<String> {
    let common = match entity {
        "&nbsp;" => "\u{a0}",
        "&amp;" => "&",
        "&quot;" => "\"",
        "&apos;" | "&#39;" => "'",
        "&lt;" => "<",
        "&gt;" => ">",
        _ => {
            let parsed = dom_query::Document::fragment(entity).text().to_string();
            return (parsed != entity && !parsed.is_empty()).then_some(parsed);
        }
    };
    Some(common.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(INLINE.is_sorted() && BLOCK.is_sorted());
    }

    #[test]
    fn tags_go_and_text_stays() {
        for (input, expected) in [
            ("<p>Hola <a href=»https://x.es/a-b» target=»_blank»><strong>mundo</strong></a>. </p>", "\nHola mundo. \n"),
            ("uno<br/>dos<BR>tres", "uno\ndos\ntres"),
            ("3 < 4 y 5 > 2", "3 < 4 y 5 > 2"),
            ("a <b and c> d", "a <b and c> d"),
            ("un <desconocido> habló", "un <desconocido> habló"),
            ("5 <a", "5 <a"),
            ("x <!-- nota --> y", "x  y"),
            ("a&ntilde;o, 60&nbsp;%, &#8364;5, AT&T; Q&A, &amp;", "año, 60\u{a0}%, €5, AT&T; Q&A, &"),
        ] {
            assert_eq!(clean(input), expected);
        }
    }

    #[test]
    fn nesting_is_measured() {
        for (text, expected) in
            [("", 0), ("<div><p>a<p>b</div><div></div>", 1), ("<div><b>a</b><i><span>", 3), ("a < b", 0)]
        {
            assert_eq!(depth(text), expected, "{text}");
        }
    }

    #[test]
    fn an_open_tag_does_not_eat_the_article() {
        let text = format!("<a href=\"x {}", "palabra ".repeat(2000));
        assert_eq!(clean(&text), text);
    }
}
