//! `cotejo check`: reads files, analyses them, reports.

use super::{
    Outcome,
    options::Check,
    output::{complain, ink, print},
};
use crate::{
    amendment::Amendments,
    analysis::{Settings, Unwatched, analyze, prepare},
    article::{
        Article,
        load::{LoadError, load_all},
    },
    case::{Case, Copies, is_case_name},
    report::{Format, Report, in_words, save::save, text},
    review::Review,
    wording::Wording,
};
use jiff::Zoned;
use std::{path::Path, sync::Arc};

/// Reports on the files; see the contract for the exit status.
pub fn run(check: &Check, words: &Wording) -> Outcome {
    let Some(format) = chosen(check) else {
        let name = check.to.as_deref().unwrap_or(Path::new("")).display().to_string();
        complain(&words.with("cli-unknown-format", &[("file", &name)]));
        return Outcome::Trouble;
    };
    prepare();
    let languages = super::languages(words);
    let (cases, paths): (Vec<_>, Vec<_>) = check.paths.iter().cloned().partition(|p| is_case_name(p));
    let mut review = Review::default();
    let mut amendments = Amendments::default();
    let mut articles: Vec<Arc<Article>> = Vec::new();
    for path in &cases {
        match Case::read(&Copies::none_of(path)) {
            Ok(found) => {
                articles.extend(found.what.compared().cloned());
                review.take_over(found.what.review);
                amendments.extend(found.what.amendments);
            }
            Err(flaw) => {
                complain(&flaw.in_words(path, words));
                return Outcome::Trouble;
            }
        }
    }
    let loaded = load_all(&paths, check.reach, &languages);
    name_unread(&loaded.errors, words);
    articles.extend(loaded.articles.into_iter().map(Arc::new));
    let settings = Settings { rigour: check.rigour, leeway: check.leeway };
    let Ok(analysis) = analyze(&articles, &languages, &settings, &amendments, &Unwatched) else {
        return Outcome::Trouble;
    };
    review.carry_over(&analysis.findings, &[]);
    let mut report = Report::new(&analysis, &review, &loaded.errors, words);
    // What is left out of the report is found all the same.
    let is_flagged = report.flagged().next().is_some();
    let case = if let ([case], []) = (cases.as_slice(), paths.as_slice()) { Some(case.as_path()) } else { None };
    report = report.of_case(case).chosen(&check.choice);
    if format.is_dated() {
        report = report.made(Zoned::now().datetime());
    }
    let written = match &check.to {
        Some(path) => save(path, &format.print(&report, words)).map_err(|error| {
            complain(&error.in_words(words));
            Outcome::Trouble
        }),
        None if format == Format::Text => print(text::print(&report, words, ink()).as_bytes(), words),
        None => print(&format.print(&report, words), words),
    };
    match written {
        Err(trouble) => trouble,
        Ok(()) if !loaded.errors.is_empty() => Outcome::Trouble,
        Ok(()) if is_flagged => Outcome::Flagged,
        Ok(()) => Outcome::Calm,
    }
}

/// The form that was asked for: by name, or by the file's ending; text where nothing was said. None where the ending
/// says nothing.
fn chosen(check: &Check) -> Option<Format> {
    match (check.format, &check.to) {
        (Some(format), _) => Some(format),
        (None, Some(path)) => Format::from_path(path),
        (None, None) => Some(Format::Text),
    }
}

/// Names every file that could not be read on standard error, with the reason.
pub fn name_unread(errors: &[LoadError], words: &Wording) {
    for error in errors {
        complain(&format!("{}: {}", error.path.display(), in_words(&error.reason.message(), words)));
    }
}
