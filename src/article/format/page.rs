//! The tree of a web page, walked block by block.

use crate::article::draft::{Piece, Role, fold_white_space};
use dom_query::{Document, NodeRef};

/// The pieces of a part of a page, and how much of it is what.
#[derive(Debug, Default)]
pub struct Piecewise {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
    /// How many bytes of paragraphs, items and captions there are.
    pub prose: usize,
    /// How many bytes of these are the words of links.
    pub linked: usize,
    /// Whether it is the page's only `<article>`.
    pub is_article: bool,
    /// Whether a rule stands behind the last piece.
    ruled: bool,
    buffer: String,
    linked_in_buffer: usize,
}

/// Elements that a browser shows nothing of.
const HIDDEN: [&str; 12] = [
    "script", "style", "noscript", "template", "head", "iframe", "svg", "object", "select", "textarea", "math", "title",
];
/// Elements that stand beside a story.
const BESIDE: [&str; 6] = ["nav", "aside", "footer", "form", "button", "dialog"];
/// Elements that flow within a line.
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];
/// Parts of the names of classes and ids that mark what stands beside a story.
const BESIDE_NAMES: [&str; 24] = [
    "related",
    "relacionad",
    "sidebar",
    "newsletter",
    "share",
    "social",
    "comment",
    "comentario",
    "promo",
    "advert",
    "publicidad",
    "banner",
    "breadcrumb",
    "menu",
    "cookie",
    "paywall",
    "recommend",
    "teaser",
    "most-read",
    "mas-leid",
    "masleid",
    "outbrain",
    "taboola",
    "subscribe",
];
/// Deeper in the tree than this, words are taken as they come: every level costs room on the stack.
const DEEPEST: usize = 400;

/// Whether a browser shows nothing of an element of that name.
#[must_use]
pub fn is_hidden_name(name: &str) -> bool {
    HIDDEN.contains(&name)
}

/// The part of the page that holds the story by its own word: the only `<article>`, `<main>`, or else the body.
#[must_use]
pub fn root(document: &Document) -> Option<NodeRef<'_>> {
    for selector in ["article", "main", "[role=main]", "[itemprop=articleBody]"] {
        let found = document.select(selector);
        if let [only] = found.nodes() {
            return Some(*only);
        }
    }
    document.body()
}

/// Short lines of the page outside the story, where its day may stand: headers and times.
#[must_use]
pub fn surroundings(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for node in document.select("time[datetime]").nodes().iter().take(3) {
        lines.extend(node.attr("datetime").map(|d| d.to_string()));
    }
    for selector in ["time", "[class*=date]", "[class*=fecha]", "header", "body > div:first-child"] {
        for node in document.select(selector).nodes().iter().take(4) {
            let line = fold_white_space(&super::html::shown_text(node));
            if !line.is_empty() && line.len() < 400 {
                lines.push(line);
            }
        }
    }
    lines
}

impl Piecewise {
    /// Walks a part of a page. With `prune`, what stands beside the story by its element or its class is left out.
    #[must_use]
    pub fn walk(root: NodeRef<'_>, prune: bool) -> Self {
        let mut out = Self { is_article: root.has_name("article"), ..Self::default() };
        out.node(&root, Role::Paragraph, prune, false, 0);
        out.flush(Role::Paragraph);
        out
    }

    /// Puts the page's headline before the pieces, where the walk did not meet one.
    pub fn add_headline(&mut self, document: &Document) {
        if self.pieces.iter().any(|p| p.role == Role::Heading(1)) {
            return;
        }
        let headings = document.select("h1");
        let Some(heading) = headings.nodes().first() else { return };
        if let Some(piece) = Piece::new(&super::html::shown_text(heading), Role::Heading(1)) {
            self.pieces.retain(|p| p.text != piece.text);
            self.pieces.insert(0, piece);
        }
    }

    fn flush(&mut self, role: Role) {
        let linked = std::mem::take(&mut self.linked_in_buffer);
        if let Some(piece) = Piece::below(&mut self.ruled, &std::mem::take(&mut self.buffer), role) {
            if !matches!(role, Role::Heading(_)) {
                self.prose += piece.text.len();
                self.linked += linked.min(piece.text.len());
            }
            self.pieces.push(piece);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>, role: Role, prune: bool, in_link: bool, depth: usize) {
        let mut breaks = 0;
        for child in node.children_it(false) {
            if child.is_text() {
                let text = child.text();
                if !text.trim().is_empty() {
                    breaks = 0;
                    self.linked_in_buffer += if in_link { text.len() } else { 0 };
                }
                self.buffer.push_str(&text);
                continue;
            }
            let Some(name) = child.node_name().filter(|_| child.is_element()) else { continue };
            if depth >= DEEPEST {
                self.buffer.push_str(&child.text());
                continue;
            }
            let name: &str = &name;
            if name == "br" {
                // Two breaks in a row end a paragraph, as one sees it.
                breaks += 1;
                if breaks >= 2 {
                    self.flush(role);
                } else {
                    self.buffer.push(' ');
                }
                continue;
            }
            if is_hidden_name(name)
                || is_hidden(&child)
                || (prune && depth > 0 && is_beside(&child, name))
                || (prune && BESIDE.contains(&name))
            {
                continue;
            }
            breaks = 0;
            if INLINE.contains(&name) {
                self.node(&child, role, prune, in_link || name == "a", depth + 1);
                continue;
            }
            if matches!(name, "td" | "th") {
                if !self.buffer.trim().is_empty() {
                    self.buffer.push_str(" | ");
                }
                self.node(&child, Role::Item, prune, in_link, depth + 1);
                continue;
            }
            self.flush(role);
            self.ruled |= name == "hr";
            let inner = role_of(name, role);
            self.node(&child, inner, prune, in_link, depth + 1);
            self.flush(inner);
        }
    }
}

/// What the words within an element are.
fn role_of(name: &str, outer: Role) -> Role {
    match (name, outer) {
        ("figcaption" | "caption", _) | (_, Role::Caption) => Role::Caption,
        ("h1", _) => Role::Heading(1),
        ("h2", _) => Role::Heading(2),
        ("h3", _) => Role::Heading(3),
        ("h4" | "h5" | "h6", _) => Role::Heading(4),
        ("li" | "dt" | "dd" | "tr", _) | (_, Role::Item) => Role::Item,
        _ => Role::Paragraph,
    }
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").map(|s| s.to_lowercase().replace(' ', "")).unwrap_or_default();
    style.contains("display:none") || style.contains("visibility:hidden") || node.has_attr("hidden")
}

/// Whether an element stands beside the story by its name, its class or its id.
fn is_beside(node: &NodeRef<'_>, name: &str) -> bool {
    if BESIDE.contains(&name) {
        return true;
    }
    // A header that holds the headline is of the story; any other holds the page's name and its menus.
    if name == "header" {
        return node.descendants_it().all(|d| !d.has_name("h1"));
    }
    if !matches!(name, "div" | "section" | "ul" | "ol" | "p" | "article" | "table") {
        return false;
    }
    let mut names = node.class().map(|c| c.to_lowercase()).unwrap_or_default();
    names.push(' ');
    names.push_str(&node.id_attr().map(|c| c.to_lowercase()).unwrap_or_default());
    names.len() > 1 && BESIDE_NAMES.iter().any(|part| names.contains(part))
}
