//! ODT: the story of an OpenDocument text as its reader sees it, changes accepted.

use super::{
    flow::Flow,
    package::Package,
    xml::{self, attribute, child, children},
};
use crate::article::{
    draft::{Draft, Role},
    reason::Reason,
};
use roxmltree::Node;
use rustc_hash::FxHashMap;

/// Reads an ODT. Its day of creation and who typed it are not taken, as with [DOCX](super::docx::read).
///
/// # Errors
/// Where the story's part is missing, encrypted or damaged, or unpacks to too much.
pub fn read(package: &mut Package<'_>) -> Result<Draft, Reason> {
    if package.text("META-INF/manifest.xml")?.is_some_and(|text| text.contains("encryption-data")) {
        return Err(Reason::Encrypted);
    }
    let story = package.text("content.xml")?.ok_or(Reason::Broken)?;
    let named = package.text("styles.xml")?;
    let about = package.text("meta.xml")?;
    let mut parents = Parents::default();
    if let Some(Ok(document)) = named.as_deref().map(xml::parse) {
        parents.take(document.root_element());
    }
    let document = xml::parse(&story)?;
    let mut draft = body(document.root_element(), parents)?;
    if let Some(Ok(about)) = about.as_deref().map(xml::parse) {
        draft.title = xml::words(about.root_element(), "title");
        draft.language = xml::words(about.root_element(), "language");
    }
    Ok(draft)
}

/// Reads an ODT that is one XML file (FODT).
///
/// # Errors
/// Where it is damaged, or larger or deeper than any document.
pub fn read_flat(text: &str) -> Result<Draft, Reason> {
    let document = xml::parse(text)?;
    let root = document.root_element();
    let mut draft = body(root, Parents::default())?;
    if let Some(about) = child(root, "meta") {
        draft.title = xml::words(about, "title");
        draft.language = xml::words(about, "language");
    }
    Ok(draft)
}

fn body(root: Node<'_, '_>, mut parents: Parents) -> Result<Draft, Reason> {
    parents.take(root);
    let text = child(root, "body").and_then(|b| child(b, "text")).ok_or(Reason::NoText)?;
    let mut walk = Walk { parents: &parents, flow: Flow::default() };
    walk.blocks(text, Role::Paragraph, 0)?;
    Ok(walk.flow.into_draft())
}

/// Which style each style is made from: what the person formatted by hand has a style of its own without a speaking name.
#[derive(Debug, Default)]
struct Parents(FxHashMap<String, String>);

impl Parents {
    fn take(&mut self, root: Node<'_, '_>) {
        for list in children(root).filter(|(name, _)| matches!(*name, "styles" | "automatic-styles")) {
            for (_, style) in children(list.1).filter(|(name, _)| *name == "style") {
                if let (Some(name), Some(parent)) = (attribute(style, "name"), attribute(style, "parent-style-name")) {
                    self.0.insert(name.to_owned(), parent.to_owned());
                }
            }
        }
    }

    /// What a style says of its paragraphs; styles may go round in a circle.
    fn role(&self, style: &str) -> Option<Role> {
        let mut style = style;
        for _ in 0..16 {
            // A space in the name of a style is written "_20_".
            let name = style.replace("_20_", " ");
            match name.as_str() {
                "Title" => return Some(Role::Heading(1)),
                "Subtitle" => return Some(Role::Heading(2)),
                "Caption" | "Illustration" | "Figure" | "Drawing" => return Some(Role::Caption),
                "Header" | "Footer" | "Footnote" | "Endnote" => return Some(Role::Aside),
                _ => style = self.0.get(style)?,
            }
        }
        None
    }
}

struct Walk<'s> {
    parents: &'s Parents,
    flow: Flow,
}

impl Walk<'_> {
    /// The paragraphs, lists and tables below an element, whatever wraps them.
    fn blocks(&mut self, node: Node<'_, '_>, role: Role, depth: usize) -> Result<(), Reason> {
        if depth > xml::DEEPEST {
            return Err(Reason::Bomb);
        }
        for (name, block) in children(node) {
            match name {
                "h" => {
                    let level = attribute(block, "outline-level").and_then(|l| l.parse::<u8>().ok()).unwrap_or(1);
                    self.paragraph(block, Role::Heading(level.clamp(1, 6)), depth)?;
                }
                "p" => {
                    let styled = attribute(block, "style-name").and_then(|s| self.parents.role(s));
                    self.paragraph(block, styled.unwrap_or(role), depth)?;
                }
                "list" => self.blocks(block, Role::Item, depth + 1)?,
                "table-row" => {
                    let cells = children(block).filter(|(name, _)| *name == "table-cell");
                    let cells: Result<Vec<Flow>, Reason> = cells
                        .map(|(_, cell)| {
                            let mut walk = Walk { parents: self.parents, flow: Flow::default() };
                            walk.blocks(cell, role, depth + 1)?;
                            Ok(walk.flow)
                        })
                        .collect();
                    self.flow.row(cells?);
                }
                // What was deleted stands here; forms, fields and lists of headings are not of the story.
                "tracked-changes" | "forms" | "annotation" | "sequence-decls" | "variable-decls"
                | "user-field-decls" | "table-of-content" | "alphabetical-index" | "bibliography" => {}
                _ => self.blocks(block, role, depth + 1)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>, role: Role, depth: usize) -> Result<(), Reason> {
        let mut within = Vec::new();
        self.line(paragraph, depth + 1, &mut within)?;
        self.flow.flush(role);
        for (is_note, block) in within {
            let mut walk = Walk { parents: self.parents, flow: Flow::default() };
            walk.blocks(block, Role::Paragraph, depth + 1)?;
            let Flow { mut pieces, mut notes, .. } = walk.flow;
            self.flow.notes.append(&mut notes);
            if is_note { self.flow.notes.append(&mut pieces) } else { self.flow.pieces.append(&mut pieces) }
        }
        Ok(())
    }

    /// The words of a line; the boxes and notes that hang in it are put aside until it ends.
    fn line<'a, 'i>(
        &mut self,
        node: Node<'a, 'i>,
        depth: usize,
        within: &mut Vec<(bool, Node<'a, 'i>)>,
    ) -> Result<(), Reason> {
        if depth > xml::DEEPEST {
            return Err(Reason::Bomb);
        }
        for part in node.children() {
            if let Some(text) = part.text().filter(|_| part.is_text()) {
                // A line end in the file is a space on the page.
                self.flow.text.extend(text.chars().map(|c| if c == '\n' { ' ' } else { c }));
            }
            match part.tag_name().name() {
                "s" | "tab" => self.flow.text.push(' '),
                "line-break" => self.flow.text.push('\n'),
                "note" => within.extend(child(part, "note-body").map(|body| (true, body))),
                "text-box" => within.push((false, part)),
                "annotation" | "annotation-end" | "tracked-changes" | "hidden-text" | "hidden-paragraph" | "title"
                | "desc" | "script" | "ruby-text" | "page-number" | "object" => {}
                _ => self.line(part, depth + 1, within)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::package::tests::pack, *};

    fn document(body: &str) -> String {
        format!(
            "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:d='d'><o:automatic-styles><o:style o:name='P1' o:parent-style-name='Title'/>\
             <o:style o:name='P2' o:parent-style-name='P2'/></o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document-content>"
        )
    }

    fn check(body: &str, expected: &[(&str, Role)]) {
        let content = document(body);
        let meta = "<m xmlns:dc='d'><dc:title>El puente</dc:title></m>";
        let bytes = pack(&[("content.xml", &content), ("meta.xml", meta)]);
        let draft = read(&mut Package::open(&bytes).expect("a package")).expect("a document");
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected, "{body}");
        assert_eq!(draft.title.as_deref(), Some("El puente"));
        assert_eq!(read_flat(&content).map(|d| d.pieces), Ok(draft.pieces));
    }

    #[test]
    fn the_story_as_one_sees_it() {
        check("<t:p>Hay<t:s/>4 <t:span>muer</t:span>tos</t:p>", &[("Hay 4 muertos", Role::Line)]);
        check(
            "<t:p t:style-name='P1'>Cae</t:p><t:p t:style-name='P2'>Uno</t:p>",
            &[("Cae", Role::Heading(1)), ("Uno", Role::Paragraph)],
        );
        check(
            "<t:tracked-changes><t:deletion><t:p>borrado</t:p></t:deletion></t:tracked-changes><t:h t:outline-level='2'>Ayer</t:h>\
             <t:list><t:list-item><t:p>40 casas</t:p></t:list-item></t:list>",
            &[("Ayer", Role::Heading(2)), ("40 casas", Role::Item)],
        );
        check(
            "<t:p>Uno<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>Nota</t:p></t:note-body></t:note>.\
             <d:frame><d:text-box><t:p>Caja</t:p></d:text-box></d:frame></t:p><t:p>Dos</t:p>",
            &[("Uno.", Role::Line), ("Caja", Role::Line), ("Dos", Role::Line), ("Nota", Role::Aside)],
        );
        check(
            "<t:table><t:table-row><t:table-cell><t:p>Norte</t:p></t:table-cell><t:table-cell><t:p>4</t:p></t:table-cell></t:table-row></t:table>",
            &[("Norte | 4", Role::Item)],
        );
    }

    #[test]
    fn an_encrypted_one_says_so() {
        let bytes = pack(&[("META-INF/manifest.xml", "<m><encryption-data/></m>"), ("content.xml", "\u{1}")]);
        assert_eq!(read(&mut Package::open(&bytes).expect("a package")).err(), Some(Reason::Encrypted));
    }
}
