//! DOCX: the story of a word processor's document as its reader sees it, changes accepted.

use super::{
    flow::Flow,
    package::{self, Package},
    xml::{self, attribute, child, children},
};
use crate::article::{
    draft::{Draft, Piece, Role},
    reason::Reason,
};
use roxmltree::Node;
use rustc_hash::FxHashMap;
use std::path::Path;

/// Reads a DOCX. Its day of creation is not taken: a file is made on another day than an article is published. Nor is the
/// name of who typed it: an account, as often as not.
///
/// # Errors
/// Where the story's part is missing or damaged, or unpacks to too much.
pub fn read(package: &mut Package<'_>) -> Result<Draft, Reason> {
    let main = of_kind(&links(package, "", "_rels/.rels")?, "officeDocument")
        .filter(|name| package.holds(name))
        .map(str::to_owned)
        .unwrap_or_else(|| "word/document.xml".to_owned());
    let folder = package::folder(&main).to_owned();
    let file = main[folder.len()..].to_owned();
    let links = links(package, &folder, &format!("{folder}_rels/{file}.rels"))?;
    let mut part = |kind: &str| of_kind(&links, kind).map_or(Ok(None), |name| package.text(name));
    let styles = part("styles")?.map(|text| Styles::read(&text)).transpose()?.unwrap_or_default();
    let notes = [part("footnotes")?, part("endnotes")?];
    let story = package.text(&main)?.ok_or(Reason::Broken)?;
    let chunks = chunks(package, &links)?;
    let mut walk = Walk { styles: &styles, chunks: &chunks, flow: Flow::default() };
    walk.blocks(xml::parse(&story)?.root_element(), 0)?;
    for notes in notes.iter().flatten() {
        walk.notes(xml::parse(notes)?.root_element())?;
    }
    let mut draft = walk.flow.into_draft();
    if let Some(text) = package.text("docProps/core.xml")?
        && let Ok(about) = xml::parse(&text)
    {
        draft.title = xml::words(about.root_element(), "title");
        draft.language = xml::words(about.root_element(), "language");
    }
    Ok(draft)
}

/// What a part points to within the package.
struct Link {
    id: String,
    /// The last word of what it is to the part: "styles".
    kind: String,
    /// The name of the other part.
    target: String,
}

/// The links of a part in that folder; `name` is that of their list.
fn links(package: &mut Package<'_>, folder: &str, name: &str) -> Result<Vec<Link>, Reason> {
    let Some(text) = package.text(name)? else { return Ok(Vec::new()) };
    let document = xml::parse(&text)?;
    let inside = children(document.root_element()).filter(|(_, l)| attribute(*l, "TargetMode") != Some("External"));
    let links = inside.filter_map(|(_, link)| {
        Some(Link {
            id: attribute(link, "Id").unwrap_or_default().to_owned(),
            kind: attribute(link, "Type")?.rsplit('/').next().unwrap_or_default().to_owned(),
            target: package::resolve(folder, attribute(link, "Target")?),
        })
    });
    Ok(links.collect())
}

/// The first part of that kind.
fn of_kind<'l>(links: &'l [Link], kind: &str) -> Option<&'l str> {
    links.iter().find(|link| link.kind == kind).map(|link| link.target.as_str())
}

/// Texts in other formats that the story takes in where it names them: pages, letters, plain text. By the names of the links.
fn chunks(package: &mut Package<'_>, links: &[Link]) -> Result<FxHashMap<String, Vec<Piece>>, Reason> {
    let mut chunks = FxHashMap::default();
    for link in links.iter().filter(|link| link.kind == "aFChunk") {
        let Some(bytes) = package.part(&link.target)? else { continue };
        // A document within a document might hold itself.
        if !bytes.starts_with(b"PK")
            && let Ok(delivery) = super::read(Path::new(&link.target), &bytes)
        {
            chunks.insert(link.id.clone(), delivery.drafts.into_iter().flat_map(|draft| draft.pieces).collect());
        }
    }
    Ok(chunks)
}

/// What a document's styles say of its paragraphs.
#[derive(Debug, Default)]
struct Styles(FxHashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    based_on: Option<String>,
}

impl Styles {
    fn read(text: &str) -> Result<Self, Reason> {
        let document = xml::parse(text)?;
        let styles = children(document.root_element()).filter(|(name, _)| *name == "style").filter_map(|(_, style)| {
            let named = child(style, "name").and_then(|n| attribute(n, "val")).and_then(role_of_name);
            let set = child(style, "pPr").and_then(role_of_properties);
            let based_on = child(style, "basedOn").and_then(|b| attribute(b, "val")).map(str::to_owned);
            Some((attribute(style, "styleId")?.to_owned(), Style { role: named.or(set), based_on }))
        });
        Ok(Self(styles.collect()))
    }

    /// The role that a style gives, by itself or by those that it is based on; these may go round in a circle.
    fn role(&self, id: &str) -> Option<Role> {
        let mut style = self.0.get(id);
        for _ in 0..16 {
            if let Some(role) = style?.role {
                return Some(role);
            }
            style = self.0.get(style?.based_on.as_deref()?);
        }
        None
    }
}

/// The names of the styles that every word processor knows are written in English in the file, whatever the menus say.
pub(super) fn role_of_name(name: &str) -> Option<Role> {
    let name = name.to_lowercase();
    if let Some(depth) = name.strip_prefix("heading ").and_then(|d| d.trim().parse::<u8>().ok()) {
        return Some(Role::Heading(depth.clamp(1, 6)));
    }
    match name.as_str() {
        "title" => Some(Role::Heading(1)),
        "subtitle" => Some(Role::Heading(2)),
        "caption" => Some(Role::Caption),
        "footnote text" | "endnote text" => Some(Role::Aside),
        _ => None,
    }
}

fn role_of_properties(properties: Node<'_, '_>) -> Option<Role> {
    let level = child(properties, "outlineLvl").and_then(|l| attribute(l, "val")).and_then(|l| l.parse::<u8>().ok());
    if let Some(level) = level.filter(|l| *l < 9) {
        return Some(Role::Heading((level + 1).min(6)));
    }
    let numbering = child(properties, "numPr")?;
    let none = child(numbering, "numId").and_then(|n| attribute(n, "val")) == Some("0");
    (!none).then_some(Role::Item)
}

struct Walk<'s> {
    styles: &'s Styles,
    chunks: &'s FxHashMap<String, Vec<Piece>>,
    flow: Flow,
}

impl Walk<'_> {
    /// The paragraphs and tables below an element, whatever wraps them.
    fn blocks(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), Reason> {
        if depth > xml::DEEPEST {
            return Err(Reason::Bomb);
        }
        for (name, block) in children(chosen(node)) {
            match name {
                "p" => self.paragraph(block, depth + 1)?,
                "tbl" => self.table(block, depth + 1)?,
                "altChunk" => {
                    let pieces = attribute(block, "id").and_then(|id| self.chunks.get(id));
                    self.flow.pieces.extend(pieces.into_iter().flatten().cloned());
                }
                "del" | "moveFrom" | "sectPr" | "sdtPr" => {}
                _ => self.blocks(block, depth + 1)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, paragraph: Node<'_, '_>, depth: usize) -> Result<(), Reason> {
        let properties = child(paragraph, "pPr");
        let style = properties.and_then(|p| child(p, "pStyle")).and_then(|s| attribute(s, "val"));
        let styled = style.and_then(|id| self.styles.role(id));
        let role = match (properties.and_then(role_of_properties), styled) {
            (Some(Role::Item), Some(heading @ Role::Heading(_))) => heading,
            (own, styled) => own.or(styled).unwrap_or(Role::Paragraph),
        };
        let mut within = Vec::new();
        self.line(paragraph, depth, &mut within)?;
        self.flow.flush(role);
        for block in within {
            if block.tag_name().name() == "tbl" {
                self.table(block, depth + 1)?;
            } else {
                self.blocks(block, depth + 1)?;
            }
        }
        Ok(())
    }

    /// The words of a line; the boxes and tables that hang in it are put aside until it ends.
    fn line<'a, 'i>(&mut self, node: Node<'a, 'i>, depth: usize, within: &mut Vec<Node<'a, 'i>>) -> Result<(), Reason> {
        if depth > xml::DEEPEST {
            return Err(Reason::Bomb);
        }
        for (name, part) in children(chosen(node)) {
            match name {
                "t" => self.flow.text.push_str(part.text().unwrap_or_default()),
                "tab" | "ptab" => self.flow.text.push('\t'),
                // A page that somebody ended; breaks of columns end none.
                "br" if part.attributes().any(|a| a.name() == "type" && a.value() == "page") => {
                    self.flow.text.push_str("\n\u{c}\n");
                }
                "br" | "cr" => self.flow.text.push('\n'),
                "noBreakHyphen" => self.flow.text.push('-'),
                "txbxContent" | "tbl" => within.push(part),
                // What was deleted or moved away, codes of fields, how a word is spoken.
                "del" | "moveFrom" | "delText" | "instrText" | "pPr" | "rPr" | "rt" | "sdtPr" => {}
                "r" if is_hidden(part) => {}
                _ => self.line(part, depth + 1, within)?,
            }
        }
        Ok(())
    }

    fn table(&mut self, table: Node<'_, '_>, depth: usize) -> Result<(), Reason> {
        if depth > xml::DEEPEST {
            return Err(Reason::Bomb);
        }
        for (name, row) in children(table) {
            let deleted = child(row, "trPr").is_some_and(|p| child(p, "del").is_some());
            if name != "tr" {
                // Rows may be wrapped, in what a form repeats.
                self.table(row, depth + 1)?;
            } else if !deleted {
                let cells = row.children().filter(|c| matches!(c.tag_name().name(), "tc" | "sdt"));
                let cells: Result<Vec<Flow>, Reason> = cells
                    .map(|cell| {
                        let mut walk = Walk { styles: self.styles, chunks: self.chunks, flow: Flow::default() };
                        walk.blocks(cell, depth + 1)?;
                        Ok(walk.flow)
                    })
                    .collect();
                self.flow.row(cells?);
            }
        }
        Ok(())
    }

    /// Notes at the foot or at the end; the lines that part them from the text are notes too, by their type.
    fn notes(&mut self, notes: Node<'_, '_>) -> Result<(), Reason> {
        for (_, note) in children(notes).filter(|(_, n)| attribute(*n, "type").is_none_or(|t| t == "normal")) {
            let mut walk = Walk { styles: self.styles, chunks: self.chunks, flow: Flow::default() };
            walk.blocks(note, 0)?;
            self.flow.notes.append(&mut walk.flow.pieces);
        }
        Ok(())
    }
}

/// The same thing may stand in a file twice, for new programs and for old ones: one of both is read.
fn chosen<'a, 'i>(node: Node<'a, 'i>) -> Node<'a, 'i> {
    if node.tag_name().name() != "AlternateContent" {
        return node;
    }
    child(node, "Choice").or_else(|| child(node, "Fallback")).unwrap_or(node)
}

fn is_hidden(run: Node<'_, '_>) -> bool {
    let vanish = child(run, "rPr").and_then(|p| child(p, "vanish"));
    vanish.is_some_and(|v| !matches!(attribute(v, "val"), Some("0" | "false" | "off")))
}

#[cfg(test)]
mod tests {
    use super::{super::package::tests::pack, *};

    const STYLES: &str = "<w:styles xmlns:w='w'><w:style w:styleId='Ttulo1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='Mio'><w:basedOn w:val='Ttulo1'/></w:style><w:style w:styleId='Pie'><w:name w:val='caption'/></w:style>\
        <w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn w:val='A'/></w:style></w:styles>";
    const LINKS: &str = "<R xmlns='r'><R Type='x/styles' Target='styles.xml'/><R Type='x/footnotes' Target='/word/footnotes.xml'/>\
        <R Id='h' Type='x/aFChunk' Target='/chunk.htm'/><R Id='z' Type='x/aFChunk' Target='own.docx'/></R>";
    const NOTES: &str = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator'><w:p><w:r><w:t>---a</w:t></w:r></w:p></w:footnote>\
        <w:footnote><w:p><w:r><w:t>Según el censo.</w:t></w:r></w:p></w:footnote></w:footnotes>";

    fn document(body: &str) -> Vec<u8> {
        let story = format!("<w:document xmlns:w='w' xmlns:m='m'><w:body>{body}</w:body></w:document>");
        pack(&[
            ("[Content_Types].xml", "<a/>"),
            ("word/document.xml", &story),
            ("word/_rels/document.xml.rels", LINKS),
            ("word/styles.xml", STYLES),
            ("chunk.htm", "<html><body><p>Hay <b>4</b> muertos.</p></body></html>"),
            ("word/own.docx", "PK"),
            ("word/footnotes.xml", NOTES),
            ("docProps/core.xml", "<c xmlns:dc='d'><dc:title>El puente</dc:title><dc:language>es-MX</dc:language></c>"),
        ])
    }

    fn check(body: &str, expected: &[(&str, Role)]) {
        let bytes = document(body);
        let draft = read(&mut Package::open(&bytes).expect("a package")).expect("a document");
        let mut expected = expected.to_vec();
        expected.push(("Según el censo.", Role::Aside));
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected, "{body}");
        assert_eq!((draft.title.as_deref(), draft.language.as_deref()), (Some("El puente"), Some("es-MX")));
    }

    #[test]
    fn paragraphs_by_their_styles() {
        let p = |style: &str, text: &str| {
            format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
        };
        check(&p("Mio", "Cae"), &[("Cae", Role::Heading(1))]);
        check(&(p("Ttulo1", "Cae") + &p("Pie", "Foto")), &[("Cae", Role::Heading(1)), ("Foto", Role::Caption)]);
        check(&(p("Ttulo1", "Cae") + &p("A", "Uno")), &[("Cae", Role::Heading(1)), ("Uno", Role::Paragraph)]);
        check(&p("Normal", "Sin títulos"), &[("Sin títulos", Role::Line)]);
        check(
            "<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>40 casas</w:t></w:r></w:p>",
            &[("40 casas", Role::Item)],
        );
    }

    #[test]
    fn changes_are_accepted_and_codes_left_out() {
        check(
            "<w:p><w:r><w:t>Hay </w:t></w:r><w:del><w:r><w:delText>3</w:delText><w:t>3</w:t></w:r></w:del><w:ins><w:r><w:t>4</w:t></w:r></w:ins>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>oculto</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>muer</w:t><w:softHyphen/><w:t>tos</w:t></w:r></w:p>",
            &[("Hay 4 muertos", Role::Line)],
        );
        check(
            "<w:p><w:r><w:t>Uno</w:t><w:br/><w:br/><w:t>Dos</w:t></w:r></w:p>",
            &[("Uno", Role::Line), ("Dos", Role::Line)],
        );
    }

    #[test]
    fn texts_in_other_formats() {
        let story =
            "<w:p><w:r><w:t>Uno</w:t></w:r></w:p><w:altChunk w:id='h'/><w:altChunk w:id='z'/><w:altChunk w:id='?'/>";
        check(story, &[("Uno", Role::Line), ("Hay 4 muertos.", Role::Line)]);
    }

    #[test]
    fn boxes_and_tables() {
        let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let row = |cells: &str| format!("<w:tr>{cells}</w:tr>");
        check(&format!("<w:tbl>{}</w:tbl>", row(&(cell("Norte") + &cell("4")))), &[("Norte | 4", Role::Item)]);
        check(&format!("<w:tbl>{}</w:tbl>", row(&cell("Solo"))), &[("Solo", Role::Line)]);
        let inner = "<w:txbxContent><w:p><w:r><w:t>Caja</w:t></w:r></w:p></w:txbxContent>";
        check(
            &format!(
                "<w:p><w:r><AlternateContent><Choice>{inner}</Choice><Fallback>{inner}</Fallback></AlternateContent><w:t>Uno</w:t></w:r></w:p>"
            ),
            &[("Uno", Role::Line), ("Caja", Role::Line)],
        );
    }

    #[test]
    fn what_is_nested_too_deep_is_refused() {
        let deep = format!("{}{}", "<w:tbl><w:tr><w:tc>".repeat(9000), "</w:tc></w:tr></w:tbl>".repeat(9000));
        let bytes = document(&deep);
        assert_eq!(read(&mut Package::open(&bytes).expect("a package")).err(), Some(Reason::Bomb));
    }
}
