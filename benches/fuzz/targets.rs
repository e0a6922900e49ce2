//! What is fuzzed: the readers of everything that comes from outside, each with what has to hold whatever it is given.

use cotejo::{
    article::{Article, load::load_bytes, split::Cut},
    case::Case,
    corpus::ReadArticle,
    language::Registry,
    quantity,
    report::{stored::Stored, verify::verify},
    wording::Wording,
};
use jiff::civil::Date;
use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
    sync::{Arc, LazyLock},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

static LANGUAGES: LazyLock<Registry> = LazyLock::new(Registry::built_in);
static WORDS: LazyLock<Wording> = LazyLock::new(|| Wording::new("es"));

/// A reader that is fuzzed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The figures of a text. The first byte chooses the language and whether there is a day of publication.
    Figures,
    /// Files of text: plain, Markdown, web pages, JSON, letters, RTF. The first byte chooses the ending of the name.
    Texts,
    /// What lies within a .docx, .odt or .epub. The first byte chooses which; a byte 0xFF parts one part from the next.
    Parts,
    /// Whole files, by what their first bytes say: PDF, ZIP, gzip, web archives.
    Files,
    /// Cases.
    Cases,
    /// Reports that are read back.
    Reports,
}

/// The endings that [`Target::Texts`] chooses from.
const ENDINGS: [&str; 8] = ["txt", "md", "html", "json", "eml", "rtf", "fodt", "mhtml"];
/// The kinds of package that [`Target::Parts`] chooses from: the type that goes first, and the names of the parts.
const PACKAGES: [(&str, &[&str]); 3] = [
    ("", &["word/document.xml", "word/footnotes.xml", "word/styles.xml", "docProps/core.xml"]),
    ("application/vnd.oasis.opendocument.text", &["content.xml", "meta.xml", "styles.xml"]),
    ("application/epub+zip", &["META-INF/container.xml", "book.opf", "one.xhtml", "two.xhtml"]),
];

impl Target {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Figures, Self::Texts, Self::Parts, Self::Files, Self::Cases, Self::Reports];

    /// Its name, on the command line and of the folder of its inputs.
    pub fn key(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Texts => "texts",
            Self::Parts => "parts",
            Self::Files => "files",
            Self::Cases => "cases",
            Self::Reports => "reports",
        }
    }

    /// The one of that name.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|t| t.key() == key)
    }

    /// Reads an input. Panics where something does not hold.
    pub fn read(self, data: &[u8]) {
        let chosen = || data.split_first().map(|(choice, rest)| (usize::from(*choice), rest));
        match self {
            Self::Figures => {
                if let Some((choice, bytes)) = chosen() {
                    read_figures(choice, &String::from_utf8_lossy(bytes));
                }
            }
            Self::Texts => {
                if let Some((choice, bytes)) = chosen() {
                    read_file(&format!("a.{}", ENDINGS[choice % ENDINGS.len()]), bytes);
                }
            }
            Self::Parts => {
                if let Some((choice, bytes)) = chosen() {
                    read_file("a", &package(PACKAGES[choice % PACKAGES.len()], bytes));
                }
            }
            Self::Files => read_file("a", data),
            Self::Cases => read_case(data),
            Self::Reports => read_report(data),
        }
    }
}

/// The inputs that are kept of a target, in the order of their names: what it begins with, and what once broke it.
#[cfg_attr(fuzzing, allow(dead_code, reason = "libFuzzer reads the folder itself"))]
pub fn kept(target: Target) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/fuzz/corpus").join(target.key());
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|e| e.path()).collect();
    paths.sort();
    paths.iter().filter_map(|p| fs::read(p).ok()).collect()
}

/// Every span lies on boundaries of characters, and one behind the other.
fn read_figures(choice: usize, text: &str) {
    let mut packs = LANGUAGES.packs();
    let place = (choice >> 1) % packs.len().max(1);
    let Some(pack) = packs.nth(place) else { return };
    let published = (choice & 1 == 1).then(|| Date::constant(2025, 8, 13));
    check_figures(text, &quantity::extract(text, pack, published));
}

fn check_figures(text: &str, figures: &[quantity::Quantity]) {
    let mut behind = 0;
    for figure in figures {
        assert!(text.get(figure.span.range()).is_some() && text.get(figure.core.range()).is_some());
        assert!(figure.core.start() >= behind && !figure.core.is_empty());
        assert!(figure.unit.span.is_none_or(|s| text.get(s.range()).is_some()));
        behind = figure.core.end();
    }
}

/// A file is refused or read; what is read holds together, and its sentences, figures and parts do.
fn read_file(name: &str, bytes: &[u8]) {
    for article in load_bytes(Path::new(name), bytes, &LANGUAGES).unwrap_or_default() {
        check_article(&article);
        for cut in [Cut::Rules, Cut::Headings, Cut::Lines("El".to_owned())] {
            cut.parts(&article, &LANGUAGES).iter().for_each(check_article);
        }
        let read = ReadArticle::read(Arc::new(article), &LANGUAGES);
        let text = &read.article.text;
        check_figures(text, &read.quantities);
        let mut behind = 0;
        for sentence in &read.sentences {
            assert!(sentence.span.start() >= behind && text.get(sentence.span.range()).is_some());
            behind = sentence.span.end();
        }
    }
}

/// Its blocks cover all of the text that is not white space, in order.
fn check_article(article: &Article) {
    let mut behind = 0;
    for block in &article.blocks {
        let between = article.text.get(behind..block.span.start());
        assert!(between.is_some_and(|t| t.trim().is_empty()), "something lies between two blocks");
        assert!(article.text.get(block.span.range()).is_some_and(|t| !t.trim().is_empty()));
        behind = block.span.end();
    }
    assert!(article.text.get(behind..).is_some_and(|t| t.trim().is_empty()), "something lies behind the last block");
}

/// The parts of a package, stored as they are.
fn package((media, names): (&str, &[&str]), bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, stored).expect("a name that is new");
        zip.write_all(bytes).expect("there is memory");
    };
    if media.is_empty() {
        add("[Content_Types].xml", b"<Types/>");
    } else {
        add("mimetype", media.as_bytes());
    }
    names.iter().zip(bytes.split(|b| *b == 0xff)).for_each(|(name, part)| add(name, part));
    zip.finish().expect("it is whole").into_inner()
}

/// A case that opens is the same again once it is written, and its articles hold together.
fn read_case(bytes: &[u8]) {
    let Ok(case) = Case::from_bytes(bytes) else { return };
    for article in case.articles() {
        let read = ReadArticle::read(article.clone(), &LANGUAGES);
        check_figures(&article.text, &read.quantities);
    }
    let written = case.to_bytes().expect("what was read can be written");
    assert!(Case::from_bytes(&written).expect("what was written can be read") == case, "it changed on the way");
}

/// A report that is read has a standing for every quotation.
fn read_report(bytes: &[u8]) {
    let Ok(stored) = Stored::parse(bytes) else { return };
    let quotations: usize = stored.findings.iter().map(|f| f.mentions.len()).sum();
    let verification = verify(&stored, Path::new("/nowhere/report.json"), &LANGUAGES, &WORDS);
    assert_eq!(verification.quotations.len(), quotations);
}
