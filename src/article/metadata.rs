//! What is known of an article: its day, its newspaper, its language.

use super::{
    Article, Notice, Zone,
    address::Address,
    dateline::Dateline,
    draft::{Draft, Piece, Role},
    stamp::Stamp,
    words::{Field, Words},
};
use crate::{language::Registry, text::fold};
use jiff::civil::{Date, Time};
use std::path::Path;

/// The day of publication as far as it could be found.
#[derive(Debug, Default)]
pub struct Dated {
    /// The day.
    pub day: Option<Date>,
    /// Its month and day, where no year was found.
    pub day_without_year: Option<(i8, i8)>,
    /// The hour.
    pub hour: Option<Time>,
    ambiguous: bool,
}

impl Dated {
    /// What the person should know about it.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        match (self.day, self.day_without_year) {
            (Some(day), _) if self.ambiguous => Some(Notice::new("load-date-ambiguous", &[("date", &day.to_string())])),
            (Some(_), _) => None,
            (None, Some((month, day))) => {
                Some(Notice::new("load-date-without-year", &[("day", &day.to_string()), ("month", &month.to_string())]))
            }
            (None, None) => Some(Notice::new("load-no-date", &[])),
        }
    }
}

/// The day of publication: what the file says of itself, then the page's stamp, the dateline, the page around the
/// article. Never a day from the story's own prose.
#[must_use]
pub fn published(draft: &Draft, zones: &[Zone], dateline: Option<&Dateline>, tag: &str) -> Dated {
    let furniture = draft.pieces.iter().zip(zones).filter(|(_, z)| **z == Zone::Boilerplate).map(|(p, _)| p);
    let lines = furniture.filter(|p| p.role != Role::Aside && p.text.len() < 200);
    let stamps = lines.flat_map(|p| Stamp::all(&p.text, tag));
    let around = draft.surroundings.iter().flat_map(|line| Stamp::all(line, tag));
    let all: Vec<Stamp> = draft
        .published
        .iter()
        .flat_map(|p| Stamp::all(p, tag))
        .chain(stamps)
        .chain(dateline.and_then(|d| d.stamp.clone()))
        .chain(around)
        .collect();
    let Some(best) = all.iter().find(|s| s.date().is_some()) else {
        let open = all.first();
        return Dated {
            day_without_year: open.map(|s| (s.month, s.day)),
            hour: open.and_then(|s| s.time),
            ..Dated::default()
        };
    };
    Dated { day: best.date(), day_without_year: None, hour: best.time, ambiguous: best.ambiguous }
}

/// Gives a year to the articles that print only "15 jun", from the days of the others: articles about one event are of
/// one time, so the year that lies nearest to the middle of the known days is the right one.
///
/// Articles whose day is known are left as they are; where no day is known, none is guessed.
pub fn settle(articles: &mut [Article]) {
    let mut known: Vec<Date> = articles.iter().filter_map(|a| a.metadata.published).collect();
    known.sort();
    let Some(&middle) = known.get(known.len() / 2) else { return };
    for article in articles.iter_mut().filter(|a| a.metadata.published.is_none()) {
        let Some((month, day)) = article.day_without_year else { continue };
        let years = [middle.year() - 1, middle.year(), middle.year() + 1];
        let days = years.into_iter().filter_map(|y| Date::new(y, month, day).ok());
        let distance = |d: &Date| (*d - middle).get_days().unsigned_abs();
        if let Some(nearest) = days.min_by_key(distance) {
            article.metadata.published = Some(nearest);
            article.notices.retain(|n| n.key != "load-date-without-year");
            article.notices.push(Notice::new("load-date-from-others", &[("date", &nearest.to_string())]));
        }
    }
}

/// The author by the line of names above the story: "Por Ana Gil | 3 de noviembre" → "Ana Gil".
#[must_use]
pub fn byline(pieces: &[Piece], zones: &[Zone]) -> Option<String> {
    let words = &Words::get().byline;
    let lines = pieces.iter().zip(zones).take(10).filter(|(p, z)| **z == Zone::Boilerplate && p.text.len() < 160);
    lines.map(|(p, _)| p.text.as_str()).find_map(|line| {
        let (first, rest) = line.split_once(' ')?;
        let named = words.prepositions.iter().any(|p| p.trim_end() == fold(first));
        let end = rest.find(['|', '·', ',', '•', '/']).unwrap_or(rest.len());
        let name = rest[..end].trim();
        (named && !name.is_empty() && !name.bytes().any(|b| b.is_ascii_digit())).then(|| name.to_owned())
    })
}

/// The newspaper: what the file says, the agency of the dateline, and last the host of its address or the name of the file.
#[must_use]
pub fn outlet(draft: &Draft, dateline: Option<&Dateline>, path: &Path) -> String {
    let words = &Words::get().outlet;
    let agency = dateline.and_then(|d| d.agency.clone()).filter(|a| {
        let folded = fold(a);
        a.starts_with(char::is_uppercase) && !words.no_agency.iter().any(|w| folded.contains(w.as_str()))
    });
    draft.outlet.clone().filter(|o| !o.is_empty()).or(agency).or_else(|| outlet_of_place(path)).unwrap_or_default()
}

/// `https://www.elvalle.pe/a` → "elvalle.pe"; of a file as [`outlet_of_file`].
fn outlet_of_place(path: &Path) -> Option<String> {
    let address = path.to_str().and_then(Address::of);
    address.map_or_else(|| outlet_of_file(path), |address| Some(address.host().to_owned()))
}

/// "03-el-nacional.html" → "El Nacional"; none where the name says nothing of a newspaper.
fn outlet_of_file(path: &Path) -> Option<String> {
    let words = &Words::get().outlet;
    let stem = path.file_stem()?.to_string_lossy().into_owned();
    let parts: Vec<&str> = stem.split(['-', '_', ' ', '.']).filter(|p| !p.is_empty()).collect();
    let first = parts.iter().position(|p| !p.chars().all(|c| c.is_ascii_digit()))?;
    let parts = &parts[first..];
    let odd = |p: &&str| p.chars().filter(char::is_ascii_digit).count() >= 3 || p.len() > 24;
    let generic = |p: &&str| words.generic.contains(&fold(p.trim_end_matches(|c: char| c.is_ascii_digit())));
    if parts.iter().any(odd) || parts.iter().all(generic) || parts.len() > 6 {
        return None;
    }
    let named = parts.iter().enumerate().map(|(i, part)| {
        let small = i > 0 && words.small.contains(&fold(part));
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if !small => first.to_uppercase().chain(letters).collect(),
            _ => (*part).to_owned(),
        }
    });
    Some(named.collect::<Vec<String>>().join(" "))
}

/// The language: of the words themselves where there are enough, else what the file says. Where the program has no pack
/// for it, the nearest one at hand, and a notice of that.
#[must_use]
pub fn language(draft: &Draft, languages: &Registry) -> (String, Option<Notice>) {
    let at_hand = |key: &str| languages.packs().any(|p| p.key == key);
    let declared = draft.language.as_deref().and_then(|tag| tag.split(['-', '_']).next()).map(str::to_lowercase);
    let mut sample = String::new();
    for piece in draft.pieces.iter().filter(|p| p.role != Role::Aside) {
        sample.push_str(&piece.text);
        sample.push('\n');
        if sample.len() > 6000 {
            break;
        }
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 60
        && let Some(key) = declared.filter(|key| at_hand(key))
    {
        return (key, None);
    }
    let code = whichlang::detect_language(&sample).three_letter_code();
    let nearest = languages.detect(&sample);
    let foreign = letters >= 200 && !nearest.code.is_empty() && !languages.packs().any(|p| p.code == code);
    (nearest.key.clone(), foreign.then(|| Notice::new("load-language-not-at-hand", &[("language", &nearest.name)])))
}

/// Takes a labelled line, "Fecha: 13 de agosto de 2025", into the draft. Whether it was one.
pub fn take_field(draft: &mut Draft, label: &str, value: &str) -> bool {
    let Some(field) = Words::get().field(label) else { return false };
    let value = value.trim().trim_matches(['"', '\'']).trim();
    match field {
        Field::Title => draft.push(value, Role::Heading(1)),
        Field::Subtitle => draft.push(value, Role::Heading(2)),
        Field::Outlet => draft.outlet = Some(value.to_owned()),
        Field::Byline => draft.byline = Some(value.to_owned()),
        Field::Language => draft.language = Some(value.to_owned()),
        Field::Date => draft.published = Some(value.to_owned()),
        Field::Other => {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newspapers_by_their_files() {
        for (file, expected) in [
            ("03-el-nacional.html", Some("El Nacional")),
            ("05_la_hora_de_madrid.txt", Some("La Hora de Madrid")),
            ("the-sentinel.md", Some("The Sentinel")),
            ("Newsnow24.txt", Some("Newsnow24")),
            ("000_9dd7de1eeeb6ed4f.txt", None),
            ("articulo2.txt", None),
            ("2025.txt", None),
        ] {
            assert_eq!(outlet_of_file(Path::new(file)).as_deref(), expected, "{file}");
        }
    }

    #[test]
    fn authors_by_their_line() {
        for (line, expected) in [
            ("Por Ana Gil | 3 de noviembre de 2025", Some("Ana Gil")),
            ("By Dana White, 12 May 2026", Some("Dana White")),
            ("3 de noviembre de 2025", None),
        ] {
            let piece = Piece::new(line, Role::Line).into_iter().collect::<Vec<_>>();
            assert_eq!(byline(&piece, &[Zone::Boilerplate]).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_year_comes_from_the_others() {
        let mut articles: Vec<Article> = (0..3).map(|i| Article::from_text(&i.to_string(), "x", "es", None)).collect();
        articles[0].metadata.published = Date::new(2025, 12, 31).ok();
        articles[1].day_without_year = Some((1, 1));
        settle(&mut articles);
        assert_eq!(articles[1].metadata.published, Date::new(2026, 1, 1).ok());
        assert_eq!(articles[2].metadata.published, None);
    }
}
