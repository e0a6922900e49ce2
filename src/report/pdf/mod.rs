//! The report on printed pages: fonts within the file, an outline, the number lines as vectors, tags for reading aloud.

mod face;
mod layout;
mod line;
mod pen;
mod tree;

use super::{
    Report,
    blocks::{self, Block, Run, Style, shown},
    ink::Ink,
};
use crate::wording::Wording;
use face::{Face, Faces};
use jiff::civil::DateTime;
use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, Configuration, ConfigurationBuilder},
    destination::XyzDestination,
    error::KrillaError,
    geom::Point,
    metadata::{self, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};
use layout::{Heading, LEFT, Layout, Mark, PAGE, SCALE, WIDTH, What};
use pen::Pen;

/// The report as the bytes of a PDF file. Empty where none could be made of it, which no report known does.
#[must_use]
pub fn print(report: &Report, words: &Wording) -> Vec<u8> {
    // A document that cannot be made fit for reading aloud is still one to print.
    let plain = || pages(report, words, Configuration::default());
    pages(report, words, read_aloud()).or_else(plain).unwrap_or_default()
}

/// PDF/UA-1: what a document needs so that everybody can have it read.
fn read_aloud() -> Configuration {
    ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().unwrap_or_default()
}

fn pages(report: &Report, words: &Wording, configuration: Configuration) -> Option<Vec<u8>> {
    let faces = Faces::new()?;
    let title = shown(&report.title(words));
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut layout = Layout::new(&faces);
    all_blocks(report, words, &faces).iter().for_each(|block| layout.add(block));
    let (last, size) = (layout.pages.len(), PageSettings::from_wh(PAGE.0, PAGE.1)?);
    for (place, marks) in std::mem::take(&mut layout.pages).iter().enumerate() {
        let mut page = document.start_page_with(size.clone());
        {
            let mut pen = Pen { surface: page.surface(), faces: &faces };
            draw(marks, &mut pen, &mut layout);
            margins(&mut pen, &title, &report.generator, &format!("{} / {last}", place + 1));
        }
        page.finish();
    }
    document.set_outline(outline(&layout.headings));
    document.set_tag_tree(layout.tree.into_tags(&report.language));
    document.set_metadata(metadata(report, title));
    finish(document)
}

/// The blocks with a sign in the place of each letter that the fonts do not hold, and a word on it where there is one.
fn all_blocks(report: &Report, words: &Wording, faces: &Faces) -> Vec<Block> {
    let mut blocks = blocks::of(report, words, WIDTH / SCALE);
    let mut is_missing = false;
    for run in blocks.iter_mut().flat_map(Block::runs_mut) {
        let (text, missing) = faces.printable(&run.text);
        run.text = text;
        is_missing |= missing;
    }
    if is_missing {
        let text = words.text("report-missing-letters");
        blocks.push(Block::Note(vec![Run { text, style: Style::Plain, language: None }]));
    }
    blocks
}

/// Draws a page; what is of one part and language stands together in the tree.
fn draw(marks: &[Mark], pen: &mut Pen<'_, '_>, layout: &mut Layout<'_>) {
    for group in marks.chunk_by(|a, b| a.part == b.part && language(a) == language(b) && is_text(a) == is_text(b)) {
        let first = &group[0];
        let part = first.part.filter(|_| !is_silent(first));
        let place = pen.surface.start_tagged(match &first.what {
            _ if part.is_none() => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            What::Words(piece, ..) => {
                let instead = Some(piece.text.as_str()).filter(|_| !is_text(first));
                ContentTag::Span(SpanTag::empty().with_lang(language(first)).with_actual_text(instead))
            }
            _ => ContentTag::Other,
        });
        group.iter().for_each(|mark| pen.mark(mark));
        pen.surface.end_tagged();
        if let Some(part) = part {
            layout.tree.place(part, place);
        }
    }
}

/// Whether a mark is a shape beside which the same stands in words.
fn is_silent(mark: &Mark) -> bool {
    matches!(&mark.what, What::Words(piece, ..) if piece.text.is_empty())
}

fn language(mark: &Mark) -> Option<&str> {
    match &mark.what {
        What::Words(piece, ..) => piece.language.as_deref(),
        _ => None,
    }
}

/// Whether a mark is words, and not a shape.
fn is_text(mark: &Mark) -> bool {
    matches!(&mark.what, What::Words(piece, ..) if !matches!(piece.style, Style::Sign(_)))
}

/// What stands above and under every page.
fn margins(pen: &mut Pen<'_, '_>, title: &str, generator: &str, number: &str) {
    const SIZE: f32 = 8.5;
    let right = PAGE.0 - LEFT - pen.faces.width(Face::Sans, SIZE, number);
    let foot = PAGE.1 - 32.0;
    for (kind, at, text) in [
        (ArtifactType::Header, (LEFT, 36.0), title),
        (ArtifactType::Footer, (LEFT, foot), generator),
        (ArtifactType::Footer, (right, foot), number),
    ] {
        pen.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        pen.words(at, Face::Sans, SIZE, Ink::Quiet, text);
        pen.surface.end_tagged();
    }
}

/// The headings beside the pages: findings within their chapter.
fn outline(headings: &[Heading]) -> Outline {
    let mut outline = Outline::new();
    let mut chapter: Option<OutlineNode> = None;
    for heading in headings {
        let place = XyzDestination::new(heading.page, Point::from_xy(LEFT, heading.y));
        let node = OutlineNode::new(heading.text.clone(), place);
        match &mut chapter {
            Some(chapter) if heading.depth > 1 => chapter.push_child(node),
            _ => chapter.replace(node).into_iter().for_each(|done| outline.push_child(done)),
        }
    }
    chapter.into_iter().for_each(|done| outline.push_child(done));
    outline
}

fn metadata(report: &Report, title: String) -> Metadata {
    let metadata = Metadata::new().title(title).language(report.language.clone()).creator(report.generator.clone());
    match report.made {
        Some(made) => metadata.creation_date(date(made)),
        None => metadata,
    }
}

fn date(made: DateTime) -> metadata::DateTime {
    let small = |part: i8| part.unsigned_abs();
    metadata::DateTime::new(made.year().unsigned_abs())
        .month(small(made.month()))
        .day(small(made.day()))
        .hour(small(made.hour()))
        .minute(small(made.minute()))
}

/// The bytes; what a document lacks is told where the program is tried out.
fn finish(document: Document) -> Option<Vec<u8>> {
    let told = |e: &KrillaError| debug_assert!(false, "{e:?}");
    document.finish().inspect_err(told).ok()
}
