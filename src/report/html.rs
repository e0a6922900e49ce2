//! The report as one page to hand to anyone: no script, nothing fetched, readable in light and dark, on paper and aloud.

use super::{Fact, Marks, Mention, Report, Source, text};
use crate::{finding::Verdict, text::Span, wording::Wording};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// The look. It stands in the page, and the page allows no other.
const STYLE: &str = include_str!("../../assets/report.css");

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
                    title { (self.t("report-title")) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    (self.header())
                    main {
                        (self.ledger())
                        @for fact in self.report.flagged() { (self.fact(fact)) }
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
                        time datetime=(made) { (self.words.date(made.date())) (format!(", {:02}:{:02}", made.hour(), made.minute())) }
                    }
                }
                h1 { (self.t("report-title")) }
                p.lead { (self.words.count("report-read", &counts)) }
                ul.counts {
                    @for (verdict, number) in numbers {
                        li { (shape(verdict)) strong { (number) } " " (self.words.count(&format!("report-count-{}", verdict.key()), &[("count", number)])) }
                    }
                    li { (self.words.count("report-decided", &decided)) }
                }
            }
        }
    }

    /// Facts against sources: what each source says of each fact.
    fn ledger(&self) -> Markup {
        let facts: Vec<_> = self.report.findings.iter().filter(|f| f.verdict != Verdict::Single).collect();
        if facts.is_empty() {
            return html! { section { p { (self.t("report-nothing")) } } };
        }
        html! {
            section aria-labelledby="ledger" {
                h2 id="ledger" { (self.t("report-ledger")) }
                div.scroll role="region" aria-labelledby="ledger" tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (self.t("report-fact")) }
                                @for source in &self.report.articles {
                                    th scope="col" { (badge(source)) " " (source.name) }
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
        let sides = fact.sides();
        let largest = sides.iter().map(Vec::len).max().unwrap_or_default();
        // Where two sides are equally large, neither of them stands apart.
        let common = (sides.iter().filter(|s| s.len() == largest).count() == 1)
            .then(|| sides.iter().find(|s| s.len() == largest))
            .flatten();
        let apart = |mention: usize| fact.verdict.is_flagged() && common.is_none_or(|side| !side.contains(&mention));
        let verdict = self.t(&format!("verdict-{}", fact.verdict.key()));
        html! {
            tr class=(format!("of-{}", fact.verdict.key())) {
                th scope="row" { span.hidden { (verdict) ": " } (shape(fact.verdict)) (self.topic(fact)) }
                @for source in &self.report.articles {
                    @let here: Vec<_> = (0..fact.mentions.len()).filter(|&m| fact.mentions[m].article == source.id).collect();
                    @if here.is_empty() {
                        td.silent { span aria-hidden="true" { "–" } span.hidden { (self.t("report-silent")) } }
                    } @else {
                        td.apart[here.iter().any(|&m| apart(m))] lang=(source.language) {
                            @for (i, &m) in here.iter().enumerate() {
                                @if i > 0 { br; }
                                (text::clean(fact.mentions[m].told()))
                            }
                        }
                    }
                }
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

    fn fact(&self, fact: &Fact) -> Markup {
        html! {
            section {
                div.bar {
                    span.verdict.(fact.verdict.key()) { (shape(fact.verdict)) (self.t(&format!("verdict-{}", fact.verdict.key()))) }
                    @if let Some(key) = fact.check_key() { span { (self.t(&key)) } }
                    span { (fact.decision) }
                }
                h2 { (self.topic(fact)) }
                @for mention in &fact.mentions { (self.mention(mention)) }
                @for line in text::beside(fact, self.words) { p { (text::clean(&line)) } }
                (self.reasons(fact))
                @if !fact.note.is_empty() {
                    p.note { strong { (self.t("report-note")) "." } " " (fact.note) }
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
                section {
                    h2 { (shape(verdict)) (self.t(heading)) }
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
                                    td { (source.file) @if !source.sha256.is_empty() { br; span.hash { "SHA-256 " (source.sha256) } } }
                                }
                            }
                        }
                    }
                }
                ul.aside {
                    @for unread in &self.report.unread { li { (unread.file) ": " (unread.reason) } }
                    @for notice in &self.report.notices { li { (badge(&self.report.articles[notice.article as usize])) " " (notice.message) } }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! {
            footer.aside {
                h2 { (self.t("report-method")) }
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
    let mut spans: Vec<(Span, &str)> = Vec::new();
    for (span, class) in [(marks.figure, ""), (marks.hedge, "hedge"), (marks.unit, "unit")] {
        // Marks that overlap, as in "$3", would tear the sentence apart: the figure goes first.
        spans.extend(span.filter(|s| spans.iter().all(|(other, _)| !other.overlaps(*s))).map(|s| (s, class)));
    }
    spans.sort_unstable();
    let mut at = 0;
    let mut parts = Vec::new();
    for (span, class) in spans {
        parts.push((&sentence[at..span.start()], None));
        parts.push((span.of(sentence), Some(class)));
        at = span.end();
    }
    parts.push((&sentence[at..], None));
    html! {
        @for (text, class) in parts {
            @match class {
                None => (visible(text)),
                Some("") => mark { (visible(text)) },
                Some(class) => span class=(class) { (visible(text)) },
            }
        }
    }
}

/// A stretch of a quotation: as it stands, yet without what would turn the direction of the text around it.
fn visible(text: &str) -> String {
    text.replace(
        ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'],
        "",
    )
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
        assert_eq!(calm[..8], [0; 8]);
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
            assert_eq!(document.select("*[onload], *[onerror], *[onmouseover], *[style], *[src], *[href]").length(), 0);
            assert!(document.select("h2").text().contains(hostile), "{hostile} is shown");
        }
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
