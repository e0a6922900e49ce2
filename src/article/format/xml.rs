//! XML of documents: read into a tree within limits, and the few looks at it that all of their readers take.

use crate::article::reason::Reason;
use roxmltree::{Document, Node, ParsingOptions};

/// No document has more elements and texts.
const MOST_NODES: u32 = 3_000_000;
/// No document's parts lie deeper in each other: walks stop there, since every level costs room on the stack.
pub const DEEPEST: usize = 400;

/// Reads XML into a tree.
///
/// # Errors
/// Where it is not well-formed, or larger than any document's.
pub fn parse(text: &str) -> Result<Document<'_>, Reason> {
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let text = text.trim_start_matches('\u{feff}');
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached | roxmltree::Error::EntityReferenceLoop(_) => Reason::Bomb,
        _ => Reason::Broken,
    })
}

/// The first child element of that name, whatever its namespace: strict and transitional documents differ in these alone.
#[must_use]
pub fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|c| c.is_element() && c.tag_name().name() == name)
}

/// The child elements, each with its name.
pub fn children<'a, 'i: 'a>(node: Node<'a, 'i>) -> impl Iterator<Item = (&'a str, Node<'a, 'i>)> {
    node.children().filter(Node::is_element).map(|c| (c.tag_name().name(), c))
}

/// An attribute of that name, whatever its namespace.
#[must_use]
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|a| a.name() == name).map(|a| a.value())
}

/// The text of the first element of that name anywhere below, folded; none where it is empty.
#[must_use]
pub fn words(node: Node<'_, '_>, name: &str) -> Option<String> {
    let found = node.descendants().find(|d| d.is_element() && d.tag_name().name() == name)?;
    let text = crate::article::draft::fold_white_space(found.text().unwrap_or_default());
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_is_told_from_what_is_broken() {
        let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
        let many = "<a/>".repeat(3_000_001);
        let laughs = "<!DOCTYPE l [<!ENTITY a '&b;&b;&b;&b;&b;&b;'><!ENTITY b '&a;&a;'>]><l>&a;</l>";
        for (text, expected) in [
            ("\u{feff}<?xml version='1.0'?><a><b/>uno</a>", None),
            ("<a>", Some(Reason::Broken)),
            ("", Some(Reason::Broken)),
            (&deep, None),
            (&format!("<a>{many}</a>"), Some(Reason::Bomb)),
            (laughs, Some(Reason::Bomb)),
        ] {
            assert_eq!(parse(text).err(), expected, "{text:.60}");
        }
    }
}
