//! EPUB: the pages of a book in the order of its spine; of a newspaper, each page an article.

use super::{
    Delivery, debris, flow,
    package::{self, Package},
    page::Piecewise,
    xml::{self, attribute, child, children},
};
use crate::article::{
    draft::{Draft, Role, fold_white_space},
    reason::Reason,
};
use dom_query::Document;
use percent_encoding::percent_decode_str;
use roxmltree::Node;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Ways in which fonts alone are made unreadable: the words are as they were.
const FONTS_ALONE: [&str; 2] = ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

/// Reads an EPUB.
///
/// # Errors
/// Where it is encrypted or damaged, or unpacks to too much.
pub fn read(package: &mut Package<'_>) -> Result<Delivery, Reason> {
    if is_locked(package)? {
        return Err(Reason::Encrypted);
    }
    let container = package.text("META-INF/container.xml")?.ok_or(Reason::Broken)?;
    let container = xml::parse(&container)?;
    let file = container.descendants().find(|n| n.tag_name().name() == "rootfile");
    let name = file.and_then(|f| attribute(f, "full-path")).ok_or(Reason::Broken)?;
    let text = package.text(name)?.ok_or(Reason::Broken)?;
    let book = xml::parse(&text)?;
    let root = book.root_element();
    let mut whole = about(root);
    let mut articles = Vec::new();
    for page in spine(root, package::folder(name)) {
        let Some(text) = package.text(&page)? else { continue };
        if debris::depth(&text) > debris::DEEPEST {
            return Err(Reason::Bomb);
        }
        let document = Document::from(text);
        let pieces = document.body().map(|body| Piecewise::walk(body, true).pieces).unwrap_or_default();
        articles.push(Draft { pieces, ..whole.clone() });
    }
    if is_periodical(root) {
        // The book's title and author are the newspaper's, not those of its articles.
        let outlet = whole.title.take().or(whole.outlet.take());
        let told = articles.into_iter().filter(|a| a.pieces.iter().any(|p| p.role == Role::Paragraph));
        let drafts = told.map(|a| Draft { title: None, byline: None, outlet: outlet.clone(), ..a }).collect();
        return Ok(Delivery { drafts, expected: None });
    }
    whole.pieces = articles.into_iter().flat_map(|a| a.pieces).collect();
    flow::settle(&mut whole);
    Ok(whole.into())
}

/// Whether more than fonts is encrypted.
fn is_locked(package: &mut Package<'_>) -> Result<bool, Reason> {
    let Some(text) = package.text("META-INF/encryption.xml")? else { return Ok(false) };
    let document = xml::parse(&text)?;
    let data = document.descendants().filter(|n| n.tag_name().name() == "EncryptedData");
    let method = |data: Node<'_, '_>| {
        child(data, "EncryptionMethod")
            .and_then(|m| attribute(m, "Algorithm"))
            .is_some_and(|a| FONTS_ALONE.contains(&a))
    };
    Ok(data.into_iter().any(|data| !method(data)))
}

/// What the book says of itself. A day of anything but publication is not taken.
fn about(root: Node<'_, '_>) -> Draft {
    let mut draft = Draft::default();
    for (name, said) in child(root, "metadata").into_iter().flat_map(children) {
        let words = fold_white_space(said.text().unwrap_or_default());
        let slot = match name {
            "title" => &mut draft.title,
            "creator" => &mut draft.byline,
            "publisher" => &mut draft.outlet,
            "language" => &mut draft.language,
            "date" if attribute(said, "event").is_none_or(|event| event.contains("publication")) => {
                &mut draft.published
            }
            _ => continue,
        };
        if !words.is_empty() {
            slot.get_or_insert(words);
        }
    }
    draft
}

/// The names of the pages in their order, without the lists of what is where.
fn spine(root: Node<'_, '_>, folder: &str) -> Vec<String> {
    let mut pages: FxHashMap<&str, String> = FxHashMap::default();
    for (_, item) in child(root, "manifest").into_iter().flat_map(children) {
        let is_page = attribute(item, "media-type").is_some_and(|t| t.contains("html"));
        let is_list = attribute(item, "properties").is_some_and(|p| p.split_whitespace().any(|p| p == "nav"));
        if let (Some(id), Some(target), true) = (attribute(item, "id"), attribute(item, "href"), is_page && !is_list) {
            pages.insert(id, package::resolve(folder, &unescape(target)));
        }
    }
    let items = child(root, "spine").into_iter().flat_map(children);
    let told = items.filter(|(_, item)| attribute(*item, "linear") != Some("no"));
    told.filter_map(|(_, item)| pages.remove(attribute(item, "idref")?)).collect()
}

/// "a%20b" → "a b".
fn unescape(target: &str) -> Cow<'_, str> {
    percent_decode_str(target).decode_utf8_lossy()
}

/// Whether it is a newspaper or a magazine, by its own word.
fn is_periodical(root: Node<'_, '_>) -> bool {
    root.descendants().filter(|n| n.tag_name().name() == "meta").any(|meta| {
        let name = attribute(meta, "name").or_else(|| attribute(meta, "property")).unwrap_or_default();
        let value = attribute(meta, "content").or_else(|| meta.text()).unwrap_or_default();
        name == "calibre:publication_type" && value.starts_with("periodical")
    })
}

#[cfg(test)]
mod tests {
    use super::{super::package::tests::pack, *};

    const CONTAINER: &str = "<c><rootfiles><rootfile full-path='O/b.opf'/></rootfiles></c>";

    fn book(meta: &str) -> Vec<u8> {
        let text = format!(
            "<package xmlns:dc='d' xmlns:opf='f'><metadata><dc:title>El Valle</dc:title><dc:creator>Ana Gil</dc:creator><dc:language>es</dc:language>\
             <dc:date opf:event='creation'>2020-01-01</dc:date><dc:date>2025-11-03</dc:date>{meta}</metadata><manifest>\
             <item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/><item id='b' href='p%202.xhtml' media-type='application/xhtml+xml'/>\
             <item id='a' href='p1.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>"
        );
        pack(&[
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("O/b.opf", &text),
            ("O/nav.xhtml", "<html><body><p>Índice</p></body></html>"),
            ("O/p1.xhtml", "<html><body><h1>Cae un puente</h1><p>Uno.</p></body></html>"),
            ("O/p 2.xhtml", "<html><body><h1>Después</h1><p>Dos.</p></body></html>"),
        ])
    }

    fn check(meta: &str, expected: &[(Option<&str>, Option<&str>, &[&str])]) {
        let bytes = book(meta);
        let delivery = read(&mut Package::open(&bytes).expect("a package")).expect("a book");
        assert_eq!(delivery.drafts.len(), expected.len());
        for (draft, (title, outlet, texts)) in delivery.drafts.iter().zip(expected) {
            let found: Vec<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
            assert_eq!((draft.title.as_deref(), draft.outlet.as_deref(), found.as_slice()), (*title, *outlet, *texts));
            assert_eq!(draft.published.as_deref(), Some("2025-11-03"));
        }
    }

    #[test]
    fn books_and_newspapers() {
        check("", &[(Some("El Valle"), None, &["Cae un puente", "Uno.", "Después", "Dos."])]);
        check(
            "<meta name='calibre:publication_type' content='periodical:newspaper:x'/>",
            &[(None, Some("El Valle"), &["Cae un puente", "Uno."]), (None, Some("El Valle"), &["Después", "Dos."])],
        );
    }

    #[test]
    fn locked_ones_say_so() {
        for (algorithm, expected) in [("http://www.w3.org/2001/04/xmlenc#aes128-cbc", true), (FONTS_ALONE[0], false)] {
            let lock = format!("<e><EncryptedData><EncryptionMethod Algorithm='{algorithm}'/></EncryptedData></e>");
            let bytes = pack(&[("META-INF/encryption.xml", &lock)]);
            assert_eq!(is_locked(&mut Package::open(&bytes).expect("a package")), Ok(expected));
        }
        assert_eq!(unescape("a%20b%C3%B1%zz%"), "a bñ%zz%");
    }
}
