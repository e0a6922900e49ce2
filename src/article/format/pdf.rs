//! PDF: lines on pages become the paragraphs that they were printed from.

mod line;
mod script;
mod story;

use crate::article::{
    draft::{Draft, fold_white_space},
    reason::Reason,
};
use encoding_rs::{Encoding, WINDOWS_1252};
use line::Line;
use pdf_oxide::PdfDocument;

/// No article has more pages, and few books.
const MOST_PAGES: usize = 2000;
/// Nor more letters, in bytes.
const MOST_TEXT: usize = 32 * 1024 * 1024;

/// Reads a PDF. Its day of creation is not taken: a file is printed on another day than an article is published.
///
/// # Errors
/// Where it opens with a password alone, holds pictures of pages, or is damaged.
pub fn read(bytes: &[u8]) -> Result<Draft, Reason> {
    let document = PdfDocument::from_bytes(bytes.to_vec()).map_err(|_| refusal(bytes))?;
    if document.is_encrypted() && !document.is_authenticated() {
        return Err(Reason::Encrypted);
    }
    let count = document.page_count().map_err(|_| refusal(bytes))?;
    if count > MOST_PAGES {
        return Err(Reason::Bomb);
    }
    let (mut pages, mut length, mut failed) = (Vec::new(), 0, 0);
    for index in 0..count {
        let spans = document.extract_spans(index);
        let (Ok(spans), Ok(frame)) = (spans, document.get_page_media_box(index)) else {
            failed += 1;
            continue;
        };
        let lines = line::lines(&spans, frame.3);
        length += lines.iter().map(|l| l.text.len()).sum::<usize>();
        if length > MOST_TEXT {
            return Err(Reason::Bomb);
        }
        pages.push(lines);
    }
    if count > 0 && failed == count {
        return Err(Reason::Broken);
    }
    if !pages.iter().flatten().any(Line::has_words) {
        let pictured = (0..count).any(|i| document.page_image_handles(i).is_ok_and(|images| !images.is_empty()));
        return Err(if pictured { Reason::Scanned } else { Reason::NoText });
    }
    let mut draft = story::tell(pages);
    draft.title = title(&document);
    Ok(draft)
}

/// What the file says that it is called, where that is a headline and not the name of a file.
fn title(document: &PdfDocument) -> Option<String> {
    let info = document.resolve_object(document.trailer().as_dict()?.get("Info")?).ok()?;
    let bytes = document.resolve_object(info.as_dict()?.get("Title")?).ok()?;
    let bytes = bytes.as_string()?;
    // Without a mark the letters are the format's own, which are Latin-1 where there are words.
    let encoding = Encoding::for_bom(bytes).map_or(WINDOWS_1252, |(encoding, _)| encoding);
    let title = fold_white_space(&encoding.decode(bytes).0);
    let ending = title.rsplit_once('.').is_some_and(|(_, e)| (2..=5).contains(&e.len()) && !e.contains(' '));
    let is_headline = title.split(' ').filter(|w| w.contains(char::is_alphabetic)).count() >= 3;
    (is_headline && !ending && !title.starts_with("Microsoft ")).then_some(title)
}

/// Why a PDF could not be opened at all.
fn refusal(bytes: &[u8]) -> Reason {
    let locked = bytes.windows(9).any(|w| w == b"/Encrypt " || w == b"/Encrypt<");
    if locked { Reason::Encrypted } else { Reason::Broken }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::draft::Role;
    use std::fmt::Write;

    /// A PDF of these pages, each of lines at a place, in a size.
    fn print(pages: &[&[(u32, u32, u32, &str)]], trailer: &str) -> Vec<u8> {
        let kids: String = (0..pages.len()).fold(String::new(), |mut kids, i| {
            let _ = write!(kids, "{} 0 R ", 4 + 2 * i);
            kids
        });
        let mut objects = vec![
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        ];
        for (i, lines) in pages.iter().enumerate() {
            let mut stream = String::new();
            for (x, y, size, text) in *lines {
                let _ = writeln!(stream, "BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET");
            }
            objects.push(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
                5 + 2 * i
            ));
            objects.push(format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()));
        }
        let mut out = "%PDF-1.4\n".to_owned();
        let mut places = String::from("0000000000 65535 f \n");
        for (i, object) in objects.iter().enumerate() {
            let _ = writeln!(places, "{:010} 00000 n ", out.len());
            let _ = write!(out, "{} 0 obj\n{object}\nendobj\n", i + 1);
        }
        let (start, size) = (out.len(), objects.len() + 1);
        let _ = write!(
            out,
            "xref\n0 {size}\n{places}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF"
        );
        out.into_bytes()
    }

    fn check(pages: &[&[(u32, u32, u32, &str)]], expected: &[(&str, Role)]) {
        let draft = read(&print(pages, "")).expect("a PDF");
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_become_paragraphs() {
        check(
            &[&[
                (60, 700, 24, "Cae un puente"),
                (60, 660, 10, "El puente se vino abajo el lunes por la noche y hay 14 he-"),
                (60, 648, 10, "ridos, dijo el alcalde en una rueda de prensa muy concurrida"),
                (60, 636, 10, "y muy breve."),
                (60, 612, 10, "Dos casas se hundieron con el puente y sus vecinos huyeron."),
            ]],
            &[
                ("Cae un puente", Role::Heading(1)),
                (
                    "El puente se vino abajo el lunes por la noche y hay 14 heridos, dijo el alcalde en una rueda de prensa muy concurrida y muy breve.",
                    Role::Paragraph,
                ),
                ("Dos casas se hundieron con el puente y sus vecinos huyeron.", Role::Paragraph),
            ],
        );
    }

    #[test]
    fn a_title_is_no_file_name() {
        let check = |title: &str, expected: Option<&str>| {
            let bytes = print(&[&[(60, 700, 10, "Uno cayó.")]], &format!("/Info<</Title{title}>>"));
            assert_eq!(read(&bytes).expect("a PDF").title.as_deref(), expected, "{title}");
        };
        check("(Cae un puente)", Some("Cae un puente"));
        check("<FEFF00430061006500200075006E0020007000F3>", Some("Cae un pó"));
        check("(nota final 3.docx)", None);
        check("(Microsoft Word - nota final)", None);
        check("(untitled)", None);
        check("()", None);
    }

    #[test]
    fn words_set_wide_apart_stay_in_their_lines() {
        check(
            &[&[
                (60, 700, 10, "Un"),
                (90, 700, 10, "estudio"),
                (150, 700, 10, "cifra"),
                (60, 688, 10, "en"),
                (90, 688, 10, "unos"),
                (150, 688, 10, "19.900"),
                (60, 676, 10, "millones lo entregado."),
                (300, 700, 10, "Otros 25.000 hombres"),
                (300, 688, 10, "se"),
                (330, 688, 10, "suman"),
                (380, 688, 10, "ya."),
            ]],
            &[
                ("Un estudio cifra en unos 19.900 millones lo entregado.", Role::Line),
                ("Otros 25.000 hombres se suman ya.", Role::Line),
            ],
        );
    }

    #[test]
    fn marks_of_notes_are_no_digits() {
        check(
            &[&[(60, 700, 10, "Hubo unos 15.000"), (140, 704, 6, "3"), (146, 700, 10, "muertos.")]],
            &[("Hubo unos 15.000³ muertos.", Role::Line)],
        );
    }

    #[test]
    fn rows_of_tables() {
        check(
            &[&[
                (60, 640, 10, "Norte"),
                (200, 640, 10, "1.234,5"),
                (300, 640, 10, "-12"),
                (60, 628, 10, "Sur"),
                (200, 628, 10, "15"),
                (300, 628, 10, "7"),
            ]],
            &[("Norte | 1.234,5 | -12", Role::Item), ("Sur | 15 | 7", Role::Item)],
        );
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let left = [
            "El puente cay\\363 el lunes y",
            "14 vecinos murieron en el",
            "acto, dijo el alcalde de",
            "la villa y su concejal",
            "de obras.",
        ];
        let right = [
            "Otros 20 fueron llevados",
            "al hospital de la capital,",
            "donde 3 de ellos siguen",
            "muy graves, seg\\372n dijo",
            "un m\\351dico.",
        ];
        let lines: Vec<(u32, u32, u32, &str)> = left
            .iter()
            .zip(right)
            .zip(0..)
            .flat_map(|((l, r), i)| [(60, 700 - 12 * i, 10, *l), (320, 700 - 12 * i, 10, r)])
            .collect();
        check(
            &[&lines],
            &[
                (
                    "El puente cayó el lunes y 14 vecinos murieron en el acto, dijo el alcalde de la villa y su concejal de obras.",
                    Role::Line,
                ),
                (
                    "Otros 20 fueron llevados al hospital de la capital, donde 3 de ellos siguen muy graves, según dijo un médico.",
                    Role::Line,
                ),
            ],
        );
    }

    #[test]
    fn running_heads_and_numbers_of_pages_are_left_out() {
        let page = |number: &'static str, first: &'static str| {
            [(60, 770, 9, "El Valle, 3 de noviembre"), (60, 600, 10, first), (300, 20, 9, number)]
        };
        let pages = [page("1", "Uno cae y se levanta con la"), page("2", "ayuda de dos."), page("3", "Tres se van.")];
        let pages: Vec<&[(u32, u32, u32, &str)]> = pages.iter().map(<[_; 3]>::as_slice).collect();
        check(&pages, &[("Uno cae y se levanta con la ayuda de dos.", Role::Line), ("Tres se van.", Role::Line)]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (bytes, expected) in [
            (b"%PDF-1.4 ...".to_vec(), Reason::Broken),
            (print(&[&[]], ""), Reason::NoText),
            (
                print(&[&[(60, 700, 10, "x")]], "/Encrypt <</Filter/Standard/V 1/R 2/O(a)/U(b)/P -4>>/ID[(a)(a)]"),
                Reason::Encrypted,
            ),
        ] {
            assert_eq!(read(&bytes).err(), Some(expected), "{}", String::from_utf8_lossy(&bytes));
        }
    }
}
