//! Datelines: "Lima, 15 jun (Agencia).-", "LONDON, March 3 (Reuters) -": where and when a story was filed.

use super::{stamp::Stamp, words::Words};
use crate::text::fold;

/// A dateline at the head of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// How many bytes it takes, with the dash that ends it.
    pub len: usize,
    /// The day that it names.
    pub stamp: Option<Stamp>,
    /// What stands in brackets: the agency, as a rule.
    pub agency: Option<String>,
}

/// No dateline is longer than this, in bytes.
const REACH: usize = 110;

/// What ends a dateline.
const ENDS: [&str; 14] =
    [".- ", ".– ", ".— ", ". - ", ". – ", ". — ", ".-", ".—", " - ", " – ", " — ", " —", ") -", ") –"];

impl Dateline {
    /// The dateline that a paragraph begins with. `tag` is the language's, as far as it is known.
    #[must_use]
    pub fn at_head_of(paragraph: &str, tag: &str) -> Option<Self> {
        let reach = (0..=REACH.min(paragraph.len())).rev().find(|i| paragraph.is_char_boundary(*i))?;
        let near = &paragraph[..reach];
        let (at, end) = ENDS
            .iter()
            .filter_map(|e| near.find(e).map(|at| (at, at + e.len())))
            .chain(full_stop(near, tag))
            .min_by_key(|(at, end)| (*at, usize::MAX - end))?;
        let head = &near[..at + usize::from(near[at..].starts_with(')'))];
        let len = paragraph.len() - paragraph[end..].trim_start().len();
        let (outside, agency) = without_brackets(head);
        let stamp = Stamp::find(head, tag);
        let place = match &stamp {
            Some(s) if s.range.start <= outside.len() => &outside[..s.range.start],
            _ => outside.as_str(),
        };
        let capitals = is_in_capitals(place);
        // ".-" ends nothing else: "Apaseo el Grande, Gto.- La tarde".
        let signed =
            near[at..end].trim_end().len() > 1 && near[at..].starts_with('.') && !near[at..end].starts_with(". ");
        let filed = (stamp.is_some() || agency.is_some() || capitals || signed) && is_place(place, stamp.is_some());
        if !filed && stamp.is_none() && agency.is_some() && place.trim().is_empty() {
            // "(ANSA) - ROMA, 14 AGO - Il governo": the agency stands before the place.
            let rest = Self::at_head_of(&paragraph[len..], tag)?;
            return Some(Self { len: len + rest.len, agency, ..rest });
        }
        filed.then_some(Self { len, stamp, agency })
    }
}

/// A full stop or a colon right behind a place and a whole date ends a dateline too: "Girona, 14 d'agost de 2025. El foc".
fn full_stop(near: &str, tag: &str) -> Option<(usize, usize)> {
    let stamp = Stamp::find(near, tag).filter(|s| s.date().is_some())?;
    let behind = &near[stamp.range.end..];
    let placed = near[..stamp.range.start].trim_end().ends_with(',');
    (placed && (behind.starts_with(". ") || behind.starts_with(": "))).then_some((stamp.range.end, stamp.range.end + 2))
}

/// The head with what stands in brackets blanked out, and what stood there first.
fn without_brackets(head: &str) -> (String, Option<String>) {
    let mut outside = String::with_capacity(head.len());
    let mut inside = String::new();
    let mut first = None;
    let mut depth = 0;
    for c in head.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                first = first.or_else(|| (!inside.trim().is_empty()).then(|| inside.trim().to_owned()));
                inside.clear();
            }
            _ if depth > 0 => inside.push(c),
            _ => {}
        }
        // A blank for every byte keeps the places of the rest.
        let blank = depth > 0 || c == ')';
        if blank { outside.extend(std::iter::repeat_n(' ', c.len_utf8())) } else { outside.push(c) }
    }
    (outside, first)
}

fn is_in_capitals(place: &str) -> bool {
    let letters: Vec<char> = place.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() >= 3 && place.split([',', '/']).next().is_some_and(|p| !p.chars().any(char::is_lowercase))
}

/// Whether these words may name a place: few, each with a capital or one of the small words that names hold.
fn is_place(place: &str, dated: bool) -> bool {
    let words: Vec<&str> =
        place.split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '\'')).filter(|w| !w.is_empty()).collect();
    let known = Words::get();
    let fits = |w: &&str| {
        w.starts_with(char::is_uppercase) || known.is_particle(&fold(w)) || known.calendar.weekday(&fold(w)).is_some()
    };
    words.len() <= 8 && (dated || !words.is_empty()) && words.iter().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: Option<(&str, Option<&str>)>) {
        let found = Dateline::at_head_of(paragraph, "es");
        let found = found.as_ref().map(|d| (paragraph[..d.len].trim_end(), d.agency.as_deref()));
        assert_eq!(found, expected, "{paragraph}");
    }

    #[test]
    fn finds_where_and_when_a_story_was_filed() {
        check("Lima, 15 jun (Andina).- El sismo", Some(("Lima, 15 jun (Andina).-", Some("Andina"))));
        check("LONDON, March 3 (Reuters) - Two", Some(("LONDON, March 3 (Reuters) -", Some("Reuters"))));
        check("PARIS (AP) — At least", Some(("PARIS (AP) —", Some("AP"))));
        check("BUENOS AIRES.- El gobierno", Some(("BUENOS AIRES.-", None)));
        check("PASCAGOULA, Miss. — Two days", Some(("PASCAGOULA, Miss. —", None)));
        check(
            "Santa Cruz de Tenerife, 3 nov (EFE).- Nueve",
            Some(("Santa Cruz de Tenerife, 3 nov (EFE).-", Some("EFE"))),
        );
        check("Johannesburg, 5 March 2026 – More", Some(("Johannesburg, 5 March 2026 –", None)));
        check("Apaseo el Grande, Gto.- La tarde", Some(("Apaseo el Grande, Gto.-", None)));
        check("17/02/2026 – Continúa", Some(("17/02/2026 –", None)));
        check("Oruro, 17 de febrero de 2026.- Al menos", Some(("Oruro, 17 de febrero de 2026.-", None)));
        check("Girona, 14 d'agost de 2025. El foc", Some(("Girona, 14 d'agost de 2025.", None)));
        check("Lima, 15 de junio de 2025: El sismo", Some(("Lima, 15 de junio de 2025:", None)));
        check("Berlin, 14. August 2025 (dpa) - Die", Some(("Berlin, 14. August 2025 (dpa) -", Some("dpa"))));
        check("PARIS, 14 août (AFP) – Le feu", Some(("PARIS, 14 août (AFP) –", Some("AFP"))));
        check("Lisboa, 14 ago 2025 (Lusa) – O fogo", Some(("Lisboa, 14 ago 2025 (Lusa) –", Some("Lusa"))));
        check("(ANSA) - ROMA, 14 AGO - Il governo", Some(("(ANSA) - ROMA, 14 AGO -", Some("ANSA"))));
    }

    #[test]
    fn leaves_prose_alone() {
        for prose in [
            "El ministro – que llegó tarde – no habló.",
            "Putin y Kim hablaron el 12 de agosto - según dijo el Kremlin - por teléfono.",
            "Nadie durmió en La Restinga.",
            "El acuerdo se firmó en Lima, 15 de junio de 2025. Después se rompió.",
            "Lima - Cusco, la ruta más bella",
            "",
            "—",
        ] {
            check(prose, None);
        }
    }
}
