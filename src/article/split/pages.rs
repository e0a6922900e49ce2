//! Pages that a database wrote: Europresse, Factiva, Nexis. Readability would take the first article for all of them.

use super::{factiva::by_codes, heads, tells_day};
use crate::{
    article::{
        draft::{Draft, Piece, Role},
        format::{Delivery, html::shown_text, page::Piecewise},
    },
    text::one_line,
};
use dom_query::{Document, Selection};

/// Europresse: each article is an `<article>` with the newspaper, a line with the day, a title and the text in classes of their own.
pub fn europresse(document: &Document) -> Option<Delivery> {
    let found = document.select("article:has(.DocPublicationName)");
    let drafts: Vec<Draft> = found.iter().filter_map(|article| europresse_article(&article)).collect();
    (!drafts.is_empty()).then(|| Delivery { expected: Some(found.length()), drafts })
}

fn europresse_article(article: &Selection<'_>) -> Option<Draft> {
    let words = |selector: &str| {
        let found = article.select(selector);
        let text = found.nodes().first().map(shown_text)?;
        Some(one_line(&text)).filter(|t| !t.is_empty())
    };
    let mut draft = Draft {
        outlet: words(".DocPublicationName"),
        // "Monde, mardi 14 mars 2006, p. 16": what is no day is left out.
        published: words(".DocHeader").filter(|line| tells_day(line)),
        byline: words(".sm-margin-bottomNews, .docAuthors, .DocAuthors"),
        ..Draft::default()
    };
    if let Some(title) = words(".titreArticleVisu, .titreArticle") {
        draft.push(&title, Role::Heading(1));
    }
    let text = article.select(".DocText, .docOcurrContainer");
    let body = Piecewise::walk(*text.nodes().first()?, false);
    draft.pieces.extend(body.pieces);
    Some(draft)
}

/// Factiva: each article is a `<div class="article enArticle">` whose rows carry codes, or a headline in a class of its own.
pub fn factiva(document: &Document) -> Option<Delivery> {
    let found = document.select("div.article");
    let is_factiva = |s: &Selection<'_>| s.attr("class").is_some_and(|c| c.split_whitespace().any(is_factiva_class));
    let articles: Vec<Selection<'_>> = found.iter().filter(is_factiva).collect();
    let drafts: Vec<Draft> = articles.iter().flat_map(factiva_article).collect();
    (!drafts.is_empty()).then_some(Delivery { expected: Some(articles.len()), drafts })
}

/// "enArticle", "frArticle": the language, and what it is.
fn is_factiva_class(class: &str) -> bool {
    class.strip_suffix("Article").is_some_and(|language| matches!(language.len(), 2 | 4))
}

fn factiva_article(article: &Selection<'_>) -> Vec<Draft> {
    let Some(root) = article.nodes().first() else { return Vec::new() };
    let pieces = Piecewise::walk(*root, false).pieces;
    if let Some(delivery) = by_codes(&pieces) {
        return delivery.drafts;
    }
    let mut draft = Draft::default();
    let headline = article.select("[class$=Headline]");
    let title = headline.nodes().first().map(shown_text).and_then(|t| Piece::new(&t, Role::Heading(1)));
    let is_story = |p: &&Piece| title.as_ref().is_none_or(|t| t.text != p.text);
    let paragraphs = article.select("p[class*=articleParagraph]");
    let story: Vec<Piece> = if paragraphs.is_empty() {
        pieces.iter().filter(is_story).cloned().collect()
    } else {
        paragraphs.nodes().iter().filter_map(|p| Piece::new(&shown_text(p), Role::Paragraph)).collect()
    };
    // Between the headline and the story stand, each on a line, the author, how long it is, the day, the newspaper.
    let first = story.first().map(|s| s.text.clone()).unwrap_or_default();
    let head: Vec<&Piece> = pieces.iter().filter(is_story).take_while(|p| p.text != first).collect();
    let day = head.iter().position(|p| tells_day(&p.text));
    if let Some(day) = day {
        draft.published = Some(head[day].text.clone());
        let is_hour = |p: &Piece| p.text.starts_with(|c: char| c.is_ascii_digit());
        draft.outlet = head[day + 1..].iter().find(|p| !is_hour(p)).map(|p| p.text.clone());
    }
    draft.pieces.extend(title);
    draft.pieces.extend(story);
    vec![draft]
}

/// Nexis: a page that holds the lines which the database writes around each article.
pub fn nexis(document: &Document) -> Option<Delivery> {
    let body = document.body()?;
    heads::by_ends(&Piecewise::walk(body, false).pieces)
}

#[cfg(test)]
mod tests {
    use super::super::{of_page, trial::compare};
    use super::*;

    fn check(page: &str, expected: &[super::super::trial::Expected<'_>], promised: Option<usize>) {
        compare(&of_page(&Document::from(page)).expect("a database"), expected, promised);
    }

    #[test]
    fn articles_of_europresse() {
        check(
            "<html><body><article><header><span class=\"DocPublicationName\">La Vallée</span>\
             <span class=\"DocHeader\">Monde, mardi 14 mars 2006, p. 16</span><p class=\"titreArticleVisu\">Un <mark>pont</mark> tombe</p></header>\
             <div class=\"DocText\"><p>Le <mark>pont</mark> est tombé.</p><p>Deux morts.</p></div><aside>x</aside></article>\
             <article><span class=\"DocPublicationName\">El Valle</span><span class=\"DocHeader\">Portada</span>\
             <div class=\"DocText\"><p>Cayó.</p></div></article></body></html>",
            &[
                (
                    "La Vallée",
                    "Monde, mardi 14 mars 2006, p. 16",
                    "",
                    &["Un pont tombe", "Le pont est tombé.", "Deux morts."],
                ),
                ("El Valle", "", "", &["Cayó."]),
            ],
            Some(2),
        );
    }

    #[test]
    fn articles_of_factiva() {
        let row = |code: &str, text: &str| format!("<tr><td><b>{code}</b></td><td>{text}</td></tr>");
        let coded = format!(
            "<div class=\"article enArticle\"><table>{}{}{}{}{}</table></div>",
            row("HD", "A bridge falls"),
            row("PD", "2 July 2019"),
            row("SN", "The Valley"),
            row("TD", "<p>It fell.</p><p>Two died.</p>"),
            row("AN", "Document X1")
        );
        let plain = "<div class=\"article frArticle\"><span class=\"frHeadline\">Un pont tombe</span><div>Ana Gil</div><div>12 mots</div>\
            <div>2 juillet 2019</div><div>09:30</div><div>La Vallée</div><p class=\"articleParagraph frarticleParagraph\">Il est tombé.</p>\
            <p class=\"articleParagraph frarticleParagraph\">Deux morts.</p><p>Document Y2</p></div>";
        check(
            &format!("<html><body>{coded}{plain}</body></html>"),
            &[
                ("The Valley", "2 July 2019", "", &["A bridge falls", "It fell.", "Two died."]),
                ("La Vallée", "2 juillet 2019", "", &["Un pont tombe", "Il est tombé.", "Deux morts."]),
            ],
            Some(2),
        );
    }

    #[test]
    fn articles_of_nexis() {
        check(
            "<html><body><p>Documents (1)</p><h1>A bridge falls</h1><p>The Valley</p><p>July 2, 2019</p><p>Body</p><p>It fell.</p>\
             <p>End of Document</p></body></html>",
            &[("The Valley", "July 2, 2019", "", &["A bridge falls", "It fell."])],
            Some(1),
        );
    }

    #[test]
    fn other_pages() {
        for page in [
            "<html><body><article><h1>Cae un puente</h1><p>Cayó.</p></article></body></html>",
            "<html><body><div class=\"article\"><p>Cayó.</p></div><div class=\"article mainArticle2\"><p>Cayó.</p></div></body></html>",
        ] {
            assert!(of_page(&Document::from(page)).is_none(), "{page}");
        }
    }
}
