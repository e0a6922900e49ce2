//! Web pages: the article out of the page, block by block, and what the page says of itself.

use super::{
    Delivery, debris, linked_data,
    page::{self, Piecewise},
    plain,
};
use crate::article::{
    draft::{Draft, Role},
    metadata::take_field,
    split,
};
use dom_query::{Document, NodeRef};

/// The largest page, in bytes, that is given to readability: its time grows faster than the page.
const READABLE: usize = 4 * 1024 * 1024;

/// Reads what a page holds: one article, or as many as a database wrote into it.
#[must_use]
pub fn read_all(text: &str) -> Delivery {
    if debris::depth(text) > debris::DEEPEST {
        return plain::read(text).into();
    }
    let document = Document::from(text);
    split::of_page(&document).unwrap_or_else(|| of_document(&document, text).into())
}

/// Reads a web page.
#[must_use]
pub fn read(text: &str) -> Draft {
    if debris::depth(text) > debris::DEEPEST {
        return plain::read(text);
    }
    of_document(&Document::from(text), text)
}

fn of_document(document: &Document, text: &str) -> Draft {
    let mut draft = Draft::default();
    let about = linked_data::About::of(document);
    draft.title = about.title;
    draft.outlet = about.outlet;
    draft.byline = about.byline;
    draft.language = about.language;
    draft.published = about.published;
    draft.surroundings = page::surroundings(document);
    draft.pieces = chosen(document, text).pieces;
    labelled_lines(&mut draft);
    draft
}

/// The article's pieces: what readability finds, unless the page's own article, walked whole, says much more.
fn chosen(document: &Document, text: &str) -> Piecewise {
    let own = page::root(document).map(|root| Piecewise::walk(root, true)).unwrap_or_default();
    let whole = document.body().map(|body| Piecewise::walk(body, true)).unwrap_or_default();
    if text.len() > READABLE {
        return if own.prose == 0 { whole } else { own };
    }
    let found = dom_smoothie::Readability::new(text, None, None).and_then(|mut r| r.parse()).ok();
    let Some(found) = found else {
        return if own.prose == 0 { whole } else { own };
    };
    let content = Document::fragment(found.content);
    let mut read = Piecewise::walk(content.root(), false);
    let is_article = own.is_article && own.linked * 3 <= own.prose.max(1);
    // The page's own <article> holds the story and little else: its headline, captions and standfirst are all there.
    if is_article && own.prose * 10 >= read.prose * 9 && own.prose <= read.prose * 2 + 400 {
        return own;
    }
    let better = if own.prose > 0 && own.linked * 2 <= own.prose { own } else { whole };
    if read.prose * 10 < better.prose * 6 && better.linked * 3 <= better.prose {
        return better;
    }
    read.add_headline(document);
    read
}

/// Lines such as "Fecha: …" in a hand-made page are of the page, not of the story.
pub fn labelled_lines(draft: &mut Draft) {
    let pieces = std::mem::take(&mut draft.pieces);
    for (i, piece) in pieces.into_iter().enumerate() {
        let label = piece.text.split_once(':').filter(|(label, value)| i < 8 && label.len() < 24 && value.len() < 80);
        let known = label.is_some_and(|(label, value)| {
            let mut probe = Draft { language: draft.language.clone(), ..Draft::default() };
            let known = take_field(&mut probe, label, value) && probe.pieces.is_empty();
            draft.published = draft.published.take().or(probe.published);
            draft.outlet = draft.outlet.take().or(probe.outlet);
            draft.byline = draft.byline.take().or(probe.byline);
            known
        });
        let role = if known { Role::Aside } else { piece.role };
        draft.pieces.push(crate::article::draft::Piece { role, ..piece });
    }
}

/// What a browser shows of an element and all that it holds, white space not yet folded.
#[must_use]
pub fn shown_text(node: &NodeRef<'_>) -> String {
    let mut out = String::new();
    for inner in node.descendants_it() {
        if inner.is_text()
            && !inner.ancestors_it(Some(8)).any(|a| a.node_name().is_some_and(|n| page::is_hidden_name(&n)))
        {
            out.push_str(&inner.text());
        } else if inner.has_name("br") {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[(&str, Role)]) -> Draft {
        let draft = read(page);
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected, "{page}");
        draft
    }

    #[test]
    fn a_small_page_comes_out_whole() {
        let page = "<!DOCTYPE html><html lang=\"es-PE\"><head><title>Cae un puente | El Valle</title></head><body>\
            <header>El Valle · 3 de noviembre de 2025</header><nav><a href=\"/\">Portada</a></nav>\
            <article><h1>Cae un puente</h1><h2>Nadie resultó herido</h2>\
            <figure><img src=a.jpg><figcaption>El puente, ayer. / EFE</figcaption></figure>\
            <p>El puente de <b>San Juan</b> cayó\n   el lunes: 60&nbsp;% de la vía.</p><ul><li>40 casas</li></ul>\
            <p>Uno.<br>Dos.</p></article><aside><p>Lo más leído</p></aside><footer>© 2025</footer></body></html>";
        let draft = check(
            page,
            &[
                ("Cae un puente", Role::Heading(1)),
                ("Nadie resultó herido", Role::Heading(2)),
                ("El puente, ayer. / EFE", Role::Caption),
                ("El puente de San Juan cayó el lunes: 60\u{a0}% de la vía.", Role::Paragraph),
                ("40 casas", Role::Item),
                ("Uno. Dos.", Role::Paragraph),
            ],
        );
        assert_eq!(draft.outlet.as_deref(), Some("El Valle"));
        assert_eq!(draft.language.as_deref(), Some("es-PE"));
        assert!(draft.surroundings.iter().any(|l| l.contains("noviembre")));
    }

    #[test]
    fn what_a_page_says_of_itself() {
        let page = "<html><head><meta property=\"og:site_name\" content=\"The Valley\">\
            <script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\
            \"2026-03-04T18:40:00Z\",\"author\":[{\"name\":\"Ana Gil\"}],\"headline\":\"A bridge falls\"}]}</script></head>\
            <body><p>The bridge fell.</p></body></html>";
        let draft = check(page, &[("The bridge fell.", Role::Paragraph)]);
        assert_eq!(draft.outlet.as_deref(), Some("The Valley"));
        assert_eq!(draft.byline.as_deref(), Some("Ana Gil"));
        assert_eq!(draft.title.as_deref(), Some("A bridge falls"));
        assert_eq!(draft.published.as_deref(), Some("2026-03-04T18:40:00Z"));
    }

    #[test]
    fn broken_pages_are_read_as_a_browser_would() {
        check("<p>Uno<p>Dos", &[("Uno", Role::Paragraph), ("Dos", Role::Paragraph)]);
        check(
            "<body>Suelto <p>Dos</p> y más",
            &[("Suelto", Role::Paragraph), ("Dos", Role::Paragraph), ("y más", Role::Paragraph)],
        );
        check("", &[]);
        check("<html><body><script>var a = 3;</script></body></html>", &[]);
        let deep = format!("{}Uno{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        check(&deep, &[("Uno", Role::Line)]);
        let nested = format!("{}Uno{}", "<div>".repeat(1500), "</div>".repeat(1500));
        check(&nested, &[("Uno", Role::Paragraph)]);
    }
}
