//! Reports are opened by the programs of others: LibreOffice, poppler, Chromium. Where one is missing, its test says so and
//! passes; where a change is checked it must be there.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

/// Whether a program is there.
fn has(program: &str) -> bool {
    let found = Command::new("which").arg(program).output().is_ok_and(|o| o.status.success());
    assert!(found || std::env::var_os("CI").is_none(), "{program} is not installed");
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

fn run(command: &mut Command) -> Output {
    let out = command.output().expect("the program starts");
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
    out
}

/// Two articles that disagree, in a folder of their own; the first holds what would do harm in a report.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(harm: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("in")).expect("a folder in it");
        let desk = Self { folder };
        let body = "Corea del Norte envió a Rusia";
        desk.write("in/a.txt", &format!("{harm}\n\n{body} 11.000 soldados en octubre {harm}.\n"));
        desk.write("in/b.txt", &format!("Los soldados de Kim\n\n{body} 25.000 soldados en octubre.\n"));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file in a new folder");
    }

    /// Writes a report; its ending says in which form.
    fn report(&self, name: &str, language: &str) -> PathBuf {
        let path = self.path(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_cotejo"));
        let out = command.args(["check", "--language", language, "-o"]).args([&path, &self.path("in")]).output();
        let out = out.expect("the program starts");
        assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
        path
    }

    /// The sentences that a report quotes.
    fn quoted(&self) -> Vec<String> {
        let report = fs::read_to_string(self.report("quoted.json", "es")).expect("a report");
        let report: Value = serde_json::from_str(&report).expect("JSON");
        let flagged = |fact: &&Value| ["conflict", "tension"].iter().any(|v| fact["verdict"] == *v);
        let facts = report["findings"].as_array().expect("findings").iter().filter(flagged);
        let mentions = facts.flat_map(|fact| fact["mentions"].as_array().expect("mentions"));
        let sentences: Vec<_> = mentions.map(|m| m["sentence"].as_str().expect("a sentence").to_owned()).collect();
        assert!(sentences.len() > 1);
        sentences
    }

    fn assert_quotes(&self, text: &str) {
        for sentence in self.quoted() {
            assert!(letters(text).contains(&letters(&sentence)), "{sentence} in {text}");
        }
    }
}

/// What an article may hold where its writer means harm, as far as every font has its letters.
const HARM: &str = "<script>alert(1)</script> \"><svg onload=alert(1)> ]]></w:t></w:r></w:p> =1+1 &amp;&#0; %s{0} \u{202e}oir\u{202c} \u{200b}\u{feff}";

/// The text with nothing but its letters: readers break lines and words where they like.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn pdf_text(path: &Path) -> String {
    String::from_utf8_lossy(&run(Command::new("pdftotext").arg(path).arg("-")).stdout).into_owned()
}

#[test]
fn every_quotation_stands_in_the_pdf() {
    if !has("pdftotext") || !has("pdfinfo") {
        return;
    }
    let desk = Desk::new(HARM);
    for (language, title) in [("es", "Informe de cotejo"), ("en", "Comparison report")] {
        let path = desk.report("a.pdf", language);
        let text = pdf_text(&path);
        desk.assert_quotes(&text);
        assert!(!text.contains('■'), "no letter is missing: {text}");
        let facts = String::from_utf8_lossy(&run(Command::new("pdfinfo").arg(&path)).stdout).into_owned();
        let says = |name: &str, what: &str| facts.lines().any(|l| l.starts_with(name) && l.ends_with(what));
        assert!(says("Title:", title) && says("Tagged:", "yes") && says("JavaScript:", "no"), "{facts}");
    }
}

#[test]
fn letters_that_no_font_holds_are_told_of() {
    if !has("pdftotext") {
        return;
    }
    let text = pdf_text(&Desk::new("東京 القاهرة").report("a.pdf", "en"));
    assert!(text.contains("■■"), "{text}");
    assert!(letters(&text).contains(&letters("Some letters are not in the fonts of this document")), "{text}");
}

#[test]
fn the_document_is_read_by_libreoffice() {
    if !has("soffice") || !has("pdftotext") {
        return;
    }
    let desk = Desk::new(HARM);
    let path = desk.report("a.docx", "es");
    let profile = format!("-env:UserInstallation=file://{}", desk.path("profile").display());
    run(Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .args([desk.folder.path(), &path]));
    desk.assert_quotes(&pdf_text(&desk.path("a.pdf")));
}

/// Chromium with a page in it. Without its sandbox, which root cannot use: the page is our own.
fn chromium(desk: &Desk, page: &Path, arguments: &[&str]) -> Output {
    run(Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=900,1400"])
        .arg(format!("--user-data-dir={}", desk.path("profile").display()))
        .args(arguments)
        .arg(format!("file://{}", page.display())))
}

#[test]
fn the_page_is_shown_by_chromium() {
    if !has("chromium") {
        return;
    }
    let desk = Desk::new(HARM);
    let (page, picture) = (desk.report("a.html", "es"), desk.path("a.png"));
    let shown = String::from_utf8_lossy(&chromium(&desk, &page, &["--dump-dom"]).stdout).into_owned();
    let shown = dom_query::Document::from(shown);
    desk.assert_quotes(&shown.select("blockquote").text());
    assert_eq!(shown.select("script, [onload]").length(), 0);
    assert!(shown.select("svg.line[role=img]").length() > 0);
    chromium(&desk, &page, &[&format!("--screenshot={}", picture.display())]);
    let picture = image::open(&picture).expect("a picture").to_rgb8();
    // The page's own style is at work: a conflict has its colour, and the letters of sources theirs.
    for (color, what) in [([0x8f, 0x1b, 0x16], "conflict"), ([0x2c, 0x33, 0x7b], "A"), ([0xa8, 0x64, 0x1a], "B")] {
        assert!(picture.pixels().filter(|p| p.0 == color).count() > 20, "{what}");
    }
}
