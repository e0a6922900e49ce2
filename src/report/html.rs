//! The report as one page to hand to anyone: no script, nothing fetched, readable in light and dark, on paper and aloud.

use super::{Fact, Marked, Marks, Mention, Report, Source, blocks::shown, drawing, ledger, svg, text};
use crate::{
    finding::{Standing, Verdict},
    wording::Wording,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The look. It stands in the page, and the page allows no other.
const STYLE: &str = include_str!("../../assets/report.css");

/// How wide a number line is, in pixels: as wide as the page's column.
const WIDTH: f32 = 720.0;

/// The page. All that comes from articles, files or the person is escaped by the template.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> String {
    Page { report, words }.page().into_string()
}

struct Page<'a> {
    report: &'a Report,
    words: &'a Wording,
}

impl Page<'_> {
    fn t(&self, key: &str) -> String {
        self.words.text(key)
    }

    fn page(&self) -> Markup {
        let policy =
            format!("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'", hash(STYLE));
        html! {
            (DOCTYPE)
            html lang=(self.report.language) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="generator" content=(self.report.generator);
                    meta name="referrer" content="no-referrer";
                    title { (text::clean(&self.report.title(self.words))) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#main" { (self.t("report-skip")) }
                    (self.header())
                    (self.contents())
                    main id="main" tabindex="-1" {
                        (self.ledger())
                        @for (place, fact) in self.report.flagged().enumerate() { (self.fact(place, fact)) }
                        (self.briefly(Verdict::Agree, "report-agreements"))
                        (self.briefly(Verdict::Single, "report-singles"))
                        (self.sources())
                    }
                    (self.footer())
                }
            }
        }
    }

    fn header(&self) -> Markup {
        let s = self.report.summary;
        let counts = [("articles", self.report.articles.len()), ("figures", s.figures)];
        let numbers = [
            (Verdict::Conflict, s.conflicts),
            (Verdict::Tension, s.tensions),
            (Verdict::Agree, s.agreements),
            (Verdict::Single, s.singles),
        ];
        let decided = [("done", s.decided), ("total", s.conflicts + s.tensions)];
        html! {
            header {
                div.bar {
                    span { "Cotejo" }
                    @if let Some(made) = self.report.made {
                        time datetime=(made) { (self.words.moment(made)) }
                    }
                }
                h1 { (text::clean(&self.report.title(self.words))) }
                p.lead { (self.words.count("report-read", &counts)) }
                @if let Some(chosen) = self.report.chosen { p { (chosen.in_words(self.words)) } }
                ul.counts {
                    @for (verdict, number) in numbers {
                        li { (shape(verdict)) strong { (number) } " " (self.words.count(&format!("report-count-{}", verdict.key()), &[("count", number)])) }
                    }
                    li { (self.words.count("report-decided", &decided)) }
                }
            }
        }
    }

    /// What stands where. The places are numbers, so that no text of an article is ever part of an address.
    fn contents(&self) -> Markup {
        let has = |verdict| self.report.with_verdict(verdict).next().is_some();
        html! {
            nav aria-labelledby="contents" {
                h2 id="contents" { (self.t("report-contents")) }
                ul {
                    @if self.report.findings.iter().any(|f| f.verdict != Verdict::Single) {
                        li { a href="#ledger" { (self.t("report-ledger")) } }
                    }
                    @for (place, fact) in self.report.flagged().enumerate() {
                        li { (shape(fact.verdict)) a href=(format!("#f{}", place + 1)) {
                            span.hidden { (self.t(&format!("verdict-{}", fact.verdict.key()))) ": " } (self.topic(fact))
                        } }
                    }
                    @for (verdict, key) in [(Verdict::Agree, "report-agreements"), (Verdict::Single, "report-singles")] {
                        @if has(verdict) { li { (shape(verdict)) a href=(format!("#{}", verdict.key())) { (self.t(key)) } } }
                    }
                    li { a href="#sources" { (self.t("report-sources")) } }
                    li { a href="#method" { (self.t("report-method")) } }
                }
            }
        }
    }

    /// Facts against sources: what each source says of each fact.
    fn ledger(&self) -> Markup {
        let facts: Vec<_> = self.report.findings.iter().filter(|f| f.verdict != Verdict::Single).collect();
        if facts.is_empty() {
            return html! { @if self.report.chosen.is_none() { section { p { (self.t("report-nothing")) } } } };
        }
        html! {
            section aria-labelledby="ledger" {
                h2 id="ledger" { (self.t("report-ledger")) }
                div.scroll role="region" aria-labelledby="ledger" tabindex="0" {
                    table.ledger {
                        thead {
                            tr {
                                th scope="col" { (self.t("report-fact")) }
                                @for source in &self.report.articles {
                                    th scope="col" { (badge(source)) " " (text::clean(&source.name)) }
                                }
                            }
                        }
                        tbody { @for fact in facts { (self.row(fact)) } }
                    }
                }
            }
        }
    }

    fn row(&self, fact: &Fact) -> Markup {
        let verdict = self.t(&format!("verdict-{}", fact.verdict.key()));
        html! {
            tr class=(format!("of-{}", fact.verdict.key())) {
                th scope="row" { span.hidden { (verdict) ": " } (shape(fact.verdict)) (self.topic(fact)) }
                @for source in &self.report.articles {
                    @match fact.ledger.iter().find(|c| c.article.0 == source.id) {
                        None => td.silent { span aria-hidden="true" { "–" } span.hidden { (self.t("report-silent")) } },
                        Some(cell) => (self.cell(cell, source)),
                    }
                }
            }
        }
    }

    /// What one source says; who stands apart is marked by a shape and said aloud, not by colour alone.
    fn cell(&self, cell: &ledger::Cell, source: &Source) -> Markup {
        let apart = cell.standing.verdict().filter(|v| v.is_flagged());
        html! {
            td.apart[apart.is_some()] {
                @if let Some(verdict) = apart { (shape(verdict)) }
                @for (i, (hedge, value)) in cell.values.iter().enumerate() {
                    @if i > 0 { br; }
                    span lang=(source.language) { @if !hedge.is_empty() { (text::clean(hedge)) " " } (text::clean(value)) }
                }
                @if matches!(cell.standing, Standing::Apart(_)) { span.hidden { " (" (self.t("report-apart")) ")" } }
            }
        }
    }

    fn topic(&self, fact: &Fact) -> Markup {
        let language = fact.mentions.first().map(|m| self.report.source(m).language.as_str());
        let topic = text::clean(&fact.topic);
        html! {
            span lang=[language] { @if topic.is_empty() { (self.t(fact.kind_key())) } @else { (topic) } }
        }
    }

    /// "Conflict 1 of 4": the gravest come first.
    fn place(&self, place: usize, fact: &Fact) -> String {
        let of_this_verdict = |facts: usize| self.report.flagged().take(facts).filter(|f| f.verdict == fact.verdict);
        let number = of_this_verdict(place + 1).count().to_string();
        let total = of_this_verdict(usize::MAX).count().to_string();
        let verdict = self.t(&format!("verdict-{}", fact.verdict.key()));
        self.words.with("report-place", &[("verdict", &verdict), ("number", &number), ("total", &total)])
    }

    fn fact(&self, place: usize, fact: &Fact) -> Markup {
        let id = format!("f{}", place + 1);
        html! {
            section aria-labelledby=(id) {
                div.bar {
                    span.verdict.(fact.verdict.key()) { (shape(fact.verdict)) (self.place(place, fact)) }
                    @if let Some(key) = fact.check_key() { span { (self.t(&key)) } }
                    span.decision { (fact.decision) }
                }
                h2 id=(id) { (self.topic(fact)) }
                @if let Some(line) = &fact.line {
                    div.scroll role="region" aria-labelledby=(id) tabindex="0" { (svg::print(&drawing::draw(line, WIDTH), &line.spoken)) }
                }
                @for mention in &fact.mentions { (self.mention(mention)) }
                @for line in text::beside(fact, self.words) { p { (text::clean(&line)) } }
                (self.reasons(fact))
                @if !fact.note.is_empty() {
                    p.note { strong { (self.t("report-note")) "." } " " (noted(&fact.note)) }
                }
            }
        }
    }

    fn mention(&self, mention: &Mention) -> Markup {
        let source = self.report.source(mention);
        html! {
            figure {
                div { (badge(source)) }
                blockquote.quote lang=(source.language) dir="auto" { (marked(&mention.sentence, mention.marks)) }
                figcaption {
                    (text::clean(&source.name))
                    @if let Some(date) = source.date { ", " (self.words.date(date)) }
                    @if let Some(speaker) = &mention.attribution { "; " (self.t("report-says")) " " q lang=(source.language) { (text::clean(speaker)) } }
                    @for hand in mention.hand() { "; " em { (text::clean(hand)) } }
                }
            }
        }
    }

    fn reasons(&self, fact: &Fact) -> Markup {
        let letter = |mention: usize| badge(self.report.source(&fact.mentions[mention]));
        html! {
            @if !fact.reasons.is_empty() {
                ul.why { @for reason in &fact.reasons { li { (text::clean(reason)) } } }
            }
            @for pair in text::reasoned(fact) {
                h3 { (letter(pair.a)) " " (letter(pair.b)) " " (self.t(&format!("verdict-{}", pair.verdict.key()))) }
                ul.why {
                    @for reason in &pair.reasons { li { (text::clean(reason)) } }
                    @for reason in &pair.against { li.against { (text::clean(reason)) } }
                }
            }
        }
    }

    fn briefly(&self, verdict: Verdict, heading: &str) -> Markup {
        let facts: Vec<_> = self.report.with_verdict(verdict).collect();
        html! {
            @if !facts.is_empty() {
                section aria-labelledby=(verdict.key()) {
                    h2 id=(verdict.key()) { (shape(verdict)) (self.t(heading)) }
                    ul.why {
                        @for fact in facts {
                            li.plain {
                                (self.topic(fact)) ": "
                                @for (i, mention) in fact.mentions.iter().enumerate() {
                                    @let source = self.report.source(mention);
                                    @if i > 0 { " · " }
                                    (badge(source)) " " span lang=(source.language) { (text::clean(mention.told())) }
                                    @if !mention.hand().is_empty() { " (" em { (text::clean(&mention.hand().join("; "))) } ")" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn sources(&self) -> Markup {
        html! {
            section aria-labelledby="sources" {
                h2 id="sources" { (self.t("report-sources")) }
                div.scroll role="region" aria-labelledby="sources" tabindex="0" {
                    table {
                        thead { tr { @for key in ["csv-source", "csv-title", "csv-date", "csv-file"] { th scope="col" { (self.t(key)) } } } }
                        tbody {
                            @for source in &self.report.articles {
                                tr {
                                    th scope="row" { (badge(source)) " " (text::clean(&source.name)) }
                                    td lang=(source.language) { (text::clean(&source.title)) }
                                    td { @if let Some(date) = source.date { (self.words.date(date)) } }
                                    td {
                                        (text::clean(&source.file))
                                        @if let Some(fetched) = source.fetched_in_words(self.words) { br; (fetched) }
                                        @if !source.sha256.is_empty() { br; span.hash { "SHA-256 " (source.sha256) } }
                                    }
                                }
                            }
                        }
                    }
                }
                ul.aside {
                    @for unread in &self.report.unread { li { (text::clean(&unread.file)) ": " (text::clean(&unread.reason)) } }
                    @for notice in &self.report.notices { li { (badge(&self.report.articles[notice.article as usize])) " " (text::clean(&notice.message)) } }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! {
            footer.aside {
                h2 id="method" { (self.t("report-method")) }
                p { (self.t("report-method-text")) }
                p { (self.report.generator) }
            }
        }
    }
}

/// A source's letter in its colour. After eight sources the colours come again; the letter goes on.
fn badge(source: &Source) -> Markup {
    html! { span.badge.(format!("s{}", source.id % 8 + 1)) { (source.letter) } }
}

/// The outline of a verdict. Its word stands beside it, so it says nothing aloud.
fn shape(verdict: Verdict) -> Markup {
    html! {
        svg.shape.(verdict.key()) viewBox="-7 -7 14 14" aria-hidden="true" focusable="false" {
            @match verdict {
                Verdict::Conflict => path d="M0-7 7 0 0 7-7 0z" fill="currentColor" {},
                Verdict::Tension => path d="M0-6 6.5 5.5h-13z" fill="currentColor" {},
                Verdict::Agree => circle r="5" fill="currentColor" {},
                Verdict::Single => circle r="4.5" fill="none" stroke="currentColor" stroke-width="2" {},
            }
        }
    }
}

/// The sentence with its figure, hedge and counted noun marked.
fn marked(sentence: &str, marks: Marks) -> Markup {
    html! {
        @for (text, marked) in marks.parts(sentence) {
            @match marked {
                None => (shown(text)),
                Some(Marked::Figure) => mark { (shown(text)) },
                Some(Marked::Hedge) => span.hedge { (shown(text)) },
                Some(Marked::Unit) => span.unit { (shown(text)) },
            }
        }
    }
}

/// A note with its lines, without what is not seen.
fn noted(note: &str) -> String {
    note.lines().map(shown).collect::<Vec<_>>().join("\n")
}

/// SHA-256 in base 64: what a content security policy knows a style by.
fn hash(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in Sha256::digest(text).chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, b| bits << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for i in 0..4 {
            let digit = char::from(DIGITS[(bits >> (18 - 6 * i)) as usize & 63]);
            out.push(if i <= three.len() { digit } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_hash_is_base_64() {
        // echo -n "" | openssl dgst -sha256 -binary | base64
        assert_eq!(hash(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn hostile_texts_stay_text() {
        let words = Wording::new("es");
        // The elements of the page, whatever the articles hold.
        let elements = |page: &str| {
            let document = dom_query::Document::from(page);
            let names =
                ["script", "img", "iframe", "a", "object", "form", "link", "base", "style", "meta", "svg", "mark"];
            names.map(|name| document.select(name).length())
        };
        let calm = elements(&print(&sample::report("calm"), &words));
        assert_eq!((&calm[..3], &calm[4..8]), (&[0; 3][..], &[0; 4][..]));
        for hostile in [
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "</style><style>*{display:none}</style>",
            "--></title><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "<a href=\"javascript:alert(1)\">",
        ] {
            let page = print(&sample::report(hostile), &words);
            assert_eq!(elements(&page), calm, "{hostile}");
            assert!(!page.contains(hostile) || !hostile.contains('<'), "{hostile}");
            let document = dom_query::Document::from(page.as_str());
            assert_eq!(document.select("*[onload], *[onerror], *[onmouseover], *[style], *[src]").length(), 0);
            let links = document.select("*[href]");
            let links: Vec<_> = links.iter().map(|a| a.attr("href").expect("an address").to_string()).collect();
            assert!(links.len() > 3);
            for link in links {
                let place = link.strip_prefix('#').expect("no address leads out of the page");
                assert_eq!(document.select(&format!("[id='{place}']")).length(), 1, "{link}");
            }
            assert!(document.select("h2").text().contains(hostile), "{hostile} is shown");
        }
    }

    #[test]
    fn the_case_and_the_hour_of_fetching_are_told() {
        let words = Wording::new("es");
        let mut report = sample::report("A").of_case(Some(std::path::Path::new("/notas/El puente.cotejo")));
        report.articles[1].fetched = Some("2025-08-14T09:05:00Z".parse().expect("a moment"));
        let page = print(&report, &words);
        assert!(page.contains("<title>El puente: informe de cotejo</title>"));
        assert_eq!(page.matches("traída de la web el 14 de agosto de 2025, 09:05 UTC").count(), 1);
        let blocks = crate::report::blocks::of(&report, &words, 400.0);
        let told = format!("{blocks:?}");
        assert!(told.contains("El puente: informe de cotejo") && told.contains("14 de agosto de 2025, 09:05 UTC"));
        let text = crate::report::markdown::print(&report, &words);
        assert!(text.contains("# El puente: informe de cotejo") && text.contains("14 de agosto de 2025, 09:05 UTC"));
    }

    #[test]
    fn the_figure_is_marked() {
        let page = print(&sample::report("A"), &Wording::new("es"));
        let document = dom_query::Document::from(page.as_str());
        let marks: Vec<_> = document.select("mark").iter().map(|m| m.text().to_string()).collect();
        assert_eq!(marks, ["11.000", "15.000"]);
        assert_eq!(&*document.select(".hedge").first().text(), "más de");
        assert_eq!(&*document.select("blockquote").first().attr("lang").expect("a language"), "es");
        assert!(page.contains("Descartado: Redondeo"));
    }
}
