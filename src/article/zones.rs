//! Zones: which piece is the headline, which is the lead, which is of the story at all.

use super::{
    Zone,
    dateline::Dateline,
    draft::{Piece, Role},
    stamp::{self, Stamp},
    words::Words,
};
use crate::text::fold;
use rustc_hash::FxHashMap;

/// How far into a text its furniture may reach: the lines of names, places and days above the story.
const HEAD: usize = 8;
/// No line of names, no "read also" is longer than this, in bytes; what is longer is prose.
const SHORT: usize = 320;
/// No headline is longer than this, in bytes.
const HEADLINE: usize = 240;

/// What each piece is to its reader. `tag` is the language's, as far as it is known.
#[must_use]
pub fn assign(pieces: &[Piece], tag: &str) -> Vec<Zone> {
    let mut zones: Vec<Option<Zone>> = pieces.iter().map(alone).collect();
    repeated(pieces, &mut zones);
    blurbs(pieces, &mut zones);
    foot(pieces, &mut zones);
    let headline = headline(pieces, &zones, tag);
    if let Some(at) = headline {
        zones[at] = Some(Zone::Headline);
    }
    above(pieces, &mut zones, headline);
    furniture(pieces, &mut zones, headline, tag);
    subheads(pieces, &mut zones);
    let mut led = false;
    zones
        .into_iter()
        .map(|zone| {
            zone.unwrap_or_else(|| {
                let first = !led;
                led = true;
                if first { Zone::Lead } else { Zone::Body }
            })
        })
        .collect()
}

/// The newspaper's name on the first line of a plain text: a name alone, then a line of days or names, and only then a
/// headline, which is longer.
#[must_use]
pub fn masthead(pieces: &[Piece], tag: &str) -> Option<usize> {
    let [first, second, rest @ ..] = pieces else { return None };
    let name = first.role == Role::Line && first.text.split_whitespace().count() <= 5 && is_place_alone(&first.text);
    let headline = rest.iter().take(3).find(|p| !is_furniture(&p.text, tag))?;
    let fits =
        is_furniture(&second.text, tag) && headline.text.len() > first.text.len() && !ends_a_sentence(&headline.text);
    (name && fits).then_some(0)
}

/// What a piece is by itself, wherever it stands; none where that does not show.
fn alone(piece: &Piece) -> Option<Zone> {
    match piece.role {
        Role::Aside => return Some(Zone::Boilerplate),
        Role::Caption => return Some(Zone::Caption),
        _ => {}
    }
    let text = &piece.text;
    if text.len() > SHORT * 2 {
        return None;
    }
    let folded = fold(text);
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(');
    if is_beside_the_story(folded) {
        return Some(Zone::Boilerplate);
    }
    let words = &Words::get().caption;
    let end = folded.len().saturating_sub(90);
    let end = (end..=folded.len()).find(|i| folded.is_char_boundary(*i)).unwrap_or(0);
    let is_caption = (folded.len() <= SHORT && begins_with(folded, &words.openings))
        || words.credits.iter().any(|c| folded[end..].contains(c.as_str()));
    (is_caption && !matches!(piece.role, Role::Heading(_) | Role::Item)).then_some(Zone::Caption)
}

/// Whether a short block, folded, is a "read also", a paywall, a notice of rights, a help line.
fn is_beside_the_story(folded: &str) -> bool {
    let words = &Words::get().boilerplate;
    if folded.len() > SHORT {
        return false;
    }
    let bare = folded.trim_start_matches('(');
    let count = bare.split_whitespace().count();
    let opens = words.openings.iter().any(|opening| {
        let Some(rest) = bare.strip_prefix(opening.as_str()) else { return false };
        let whole = opening.ends_with([' ', ':']) || !rest.starts_with(char::is_alphanumeric) || opening.ends_with('r');
        // One word alone begins many a sentence; it is a label where little follows, or a colon.
        let label = opening.contains([' ', ':', '©']) || count <= 6 || rest.trim_start().starts_with([':', '·', '|']);
        whole && label
    });
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    opens
        || words.phrases.iter().any(|p| bare.contains(p.as_str()))
        || (folded.len() <= SHORT / 2
            && digits >= 3
            && words.help.iter().any(|h| bare.contains(h.as_str()))
            && has_telephone(bare))
}

/// Whether a text holds what is dialled: seven digits or more with hyphens and spaces, or a short number by itself.
fn has_telephone(text: &str) -> bool {
    let mut digits = 0;
    let mut hyphens = 0;
    for c in text.chars().chain(['.']) {
        match c {
            '0'..='9' => digits += 1,
            '-' | ' ' | '(' | ')' | '+' if digits > 0 => hyphens += usize::from(c == '-'),
            _ => {
                if digits >= 7 || (digits >= 3 && c != ',' && !c.is_alphabetic() && text.len() < 120) || hyphens > 2 {
                    return true;
                }
                (digits, hyphens) = (0, 0);
            }
        }
    }
    false
}

fn begins_with(folded: &str, openings: &[String]) -> bool {
    openings.iter().any(|o| {
        folded
            .strip_prefix(o.as_str())
            .is_some_and(|rest| o.ends_with([' ', ':', ',']) || !rest.starts_with(char::is_alphanumeric))
    })
}

/// A paragraph that comes again, word for word, was the page's teaser: the story's own stands further on.
fn repeated(pieces: &[Piece], zones: &mut [Option<Zone>]) {
    let mut last: FxHashMap<&str, usize> = FxHashMap::default();
    for (i, piece) in pieces.iter().enumerate().filter(|(_, p)| p.text.len() >= 40) {
        if let Some(before) = last.insert(&piece.text, i)
            && zones[before].is_none()
        {
            // A headline repeated as the first line stays the headline; the other one goes.
            let gone = if matches!(pieces[before].role, Role::Heading(_)) { i } else { before };
            zones[gone] = Some(Zone::Boilerplate);
        }
    }
}

/// What a publisher says of itself below the story: founded then, so many clients.
fn blurbs(pieces: &[Piece], zones: &mut [Option<Zone>]) {
    let words = &Words::get().boilerplate;
    for (i, piece) in pieces.iter().enumerate().skip(pieces.len() * 2 / 3).filter(|(_, p)| p.text.len() < 1200) {
        let folded = fold(&piece.text);
        let any = |list: &[String]| list.iter().any(|w| folded.contains(w.as_str()));
        if i > 1 && any(&words.founded) && any(&words.business) {
            zones[i] = Some(Zone::Boilerplate);
        }
    }
}

/// A section's name alone below the story: "Internacional".
fn foot(pieces: &[Piece], zones: &mut [Option<Zone>]) {
    let longest = Words::get().boilerplate.max_foot_words;
    for (piece, zone) in pieces.iter().zip(zones.iter_mut()).skip(3).rev().take(2) {
        let bare = piece.text.split_whitespace().count() <= longest
            && !piece.text.bytes().any(|b| b.is_ascii_digit())
            && !ends_a_sentence(&piece.text)
            && piece.role != Role::Item;
        if !bare {
            break;
        }
        *zone = Some(Zone::Boilerplate);
    }
}

fn headline(pieces: &[Piece], zones: &[Option<Zone>], tag: &str) -> Option<usize> {
    let free = |i: usize| zones[i].is_none() || matches!(pieces[i].role, Role::Heading(_));
    let depth = |i: usize| match pieces[i].role {
        Role::Heading(depth) => Some(depth),
        _ => None,
    };
    let headings = (0..pieces.len()).filter(|i| free(*i) && depth(*i).is_some());
    if let Some(at) = headings.min_by_key(|i| (depth(*i), *i)).filter(|i| depth(*i) == Some(1) || *i < HEAD) {
        return Some(at);
    }
    let first = (0..pieces.len().min(HEAD)).find(|i| zones[*i].is_none() && !is_furniture(&pieces[*i].text, tag))?;
    let text = &pieces[first].text;
    let looks = pieces.len() > first + 1
        && pieces[first].role == Role::Line
        && text.len() <= HEADLINE
        && !ends_a_sentence(text)
        && Dateline::at_head_of(text, tag).is_none();
    looks.then_some(first)
}

/// The page's name or its section's above the headline: few words, no figure, no sentence.
fn above(pieces: &[Piece], zones: &mut [Option<Zone>], headline: Option<usize>) {
    for i in 0..headline.unwrap_or(0) {
        let text = &pieces[i].text;
        let bare = text.split_whitespace().count() <= 6 && !text.bytes().any(|b| b.is_ascii_digit());
        if zones[i].is_none() && bare && !ends_a_sentence(text) {
            zones[i] = Some(Zone::Boilerplate);
        }
    }
}

/// The lines of names, places and days between the headline and the story, and those below it.
fn furniture(pieces: &[Piece], zones: &mut [Option<Zone>], headline: Option<usize>, tag: &str) {
    let mut prose = 0;
    let mut last = None;
    for i in 0..pieces.len().min(HEAD + headline.unwrap_or(0)) {
        if zones[i].is_some() || pieces[i].role == Role::Item {
            continue;
        }
        let text = &pieces[i].text;
        let above = headline.is_none_or(|h| i > h) && prose <= 2 && last.is_none_or(|l| i <= l + 2);
        if is_furniture(text, tag) || (above && prose <= 1 && is_place_alone(text)) {
            zones[i] = Some(Zone::Boilerplate);
            if headline.is_some() && prose <= 2 {
                last = Some(i);
            }
        } else {
            if headline.is_some() && prose <= 2 && Dateline::at_head_of(text, tag).is_some() {
                last = Some(i);
                prose = 3;
            }
            prose += 1;
        }
        if prose > 3 {
            break;
        }
    }
    // What stands between the headline and the line of names, or the dateline, is the standfirst, though it may be whole sentences.
    if let (Some(from), Some(to)) = (headline, last)
        && from < to
        && (from..to).filter(|i| zones[*i].is_none()).count() <= 2
        && (from..to).all(|i| zones[i].is_some() || pieces[i].text.len() <= HEADLINE)
    {
        for zone in &mut zones[from + 1..to] {
            zone.get_or_insert(Zone::Subhead);
        }
    }
    if let Some(i) = pieces.len().checked_sub(1).filter(|i| *i > 2 && zones[*i].is_none())
        && is_furniture(&pieces[i].text, tag)
    {
        zones[i] = Some(Zone::Boilerplate);
    }
}

/// Whether a line is a byline or a stamp.
fn is_furniture(text: &str, tag: &str) -> bool {
    if text.len() > SHORT / 2 {
        return false;
    }
    let words = &Words::get().byline;
    let folded = fold(text);
    let someone =
        |rest: &str| rest.contains(char::is_uppercase) || words.people.iter().any(|p| fold(rest).contains(p.as_str()));
    let preposed = words.prepositions.iter().filter_map(|p| folded.strip_prefix(p.as_str())).next();
    let preposed = preposed.is_some_and(|_| text.split_once(' ').is_some_and(|(_, rest)| someone(rest)));
    let named =
        preposed || begins_with(&folded, &words.openings) || words.contains.iter().any(|c| folded.contains(c.as_str()));
    let (other, small) = stamp::other_words(text);
    let stamps = Stamp::all(text, tag);
    let has_time = stamps.iter().any(|s| s.time.is_some());
    let parted = text.contains(['|', '·', '•']) || text.contains(" / ");
    let announced = words.publication.iter().any(|p| folded.contains(p.as_str()));
    let dated = stamps.iter().any(|s| s.year.is_some()) && (named || announced || parted || has_time || small <= 2);
    let dated = dated || (!stamps.is_empty() && (has_time || announced || (named && parted)));
    let prose = ends_a_sentence(text) && other > 4;
    !prose && ((dated && other <= 10) || (named && other <= 12 && !ends_a_sentence(text) && !text.contains(['?', ':'])))
}

/// Whether a line is nothing but a place or a name: "Bogotá", "MADRID / VALVERDE", "G. A. Vitoria".
fn is_place_alone(text: &str) -> bool {
    let particle = |w: &str| Words::get().is_particle(&fold(w));
    let words: Vec<&str> = text.split([' ', '/', ',', '.', '(', ')']).filter(|w| !w.is_empty()).collect();
    words.len() <= 6
        && !words.is_empty()
        && words.iter().all(|w| (w.starts_with(char::is_uppercase) && !w.contains(char::is_numeric)) || particle(w))
        && !text.contains(['?', '!', ':', '¡', '¿'])
}

/// The headings within the story and below the headline.
fn subheads(pieces: &[Piece], zones: &mut [Option<Zone>]) {
    let story = |z: Option<Zone>| matches!(z, None | Some(Zone::Lead | Zone::Body));
    for i in 0..pieces.len() {
        if zones[i].is_some() {
            continue;
        }
        let text = &pieces[i].text;
        let heading = match pieces[i].role {
            Role::Heading(_) => true,
            Role::Line | Role::Paragraph => {
                let mut follow = pieces.iter().zip(zones.iter()).skip(i + 1).filter(|(_, z)| story(**z)).take(2);
                text.len() <= HEADLINE
                    && text.split_whitespace().count() <= if i <= 2 { 40 } else { 16 }
                    && !ends_a_sentence(text)
                    && !text.ends_with([':', ';', ','])
                    && !text.starts_with(['-', '–', '—', '•', '*', '"', '“', '«', '(', '\''])
                    && follow.any(|(p, _)| p.text.len() > text.len())
            }
            _ => false,
        };
        if heading {
            zones[i] = Some(Zone::Subhead);
        }
    }
}

/// Whether a text ends as a sentence does: with a stop, whatever quotes and brackets stand behind it.
fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', '’', '\'', ')', ']', ' ', '*', '_']).ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first letters of the zones: H headline, S subhead, L lead, B body, C caption, - boilerplate.
    fn check(lines: &[&str], expected: &str) {
        let pieces: Vec<Piece> = lines.iter().filter_map(|l| Piece::new(l, Role::Line)).collect();
        let letters: String = assign(&pieces, "es")
            .into_iter()
            .map(|z| match z {
                Zone::Headline => 'H',
                Zone::Subhead => 'S',
                Zone::Lead => 'L',
                Zone::Body => 'B',
                Zone::Caption => 'C',
                Zone::Boilerplate => '-',
            })
            .collect();
        assert_eq!(letters, expected, "{lines:#?}");
    }

    const LEAD: &str =
        "El río se desbordó el lunes y obligó a sacar de sus casas a 350 personas en cuatro pueblos del valle.";
    const BODY: &str =
        "Las autoridades calculan que las pérdidas superan los dos millones de euros, según un primer balance oficial.";

    #[test]
    fn a_page_from_top_to_bottom() {
        check(
            &["El río se lleva el puente", "El agua subió tres metros en una noche de lluvia", "Bogotá", LEAD, BODY],
            "HS-LB",
        );
        check(
            &[
                "El río se lleva el puente",
                "El agua subió tres metros en una noche",
                "Redacción | 3/11/2025 10:20",
                LEAD,
                BODY,
            ],
            "HS-LB",
        );
        check(
            &[
                "El río se lleva el puente",
                "Nadie esperaba la crecida. El puente tenía un siglo.",
                "Por Ana Gil, con agencias",
                LEAD,
                BODY,
            ],
            "HS-LB",
        );
        check(&["El río se lleva el puente", "Bogotá", LEAD, "Un siglo de historia", BODY], "H-LSB");
        check(&[LEAD, BODY], "LB");
        let filed = format!("Toledo, 3 nov (Sur).- {LEAD}");
        check(&["El río se lleva el puente", "Nadie esperaba la crecida. Llovió mucho.", &filed, BODY], "HSLB");
        check(&["El río se lleva el puente", LEAD, BODY, BODY, "Internacional"], "HL-B-");
        check(&["Flood sweeps away bridge", "By our staff, 12 May 2026, updated 7.45pm", LEAD, BODY], "H-LB");
    }

    #[test]
    fn a_newspaper_on_the_first_line() {
        let lines = ["El Farol", "Publicado el 3 de noviembre de 2025", "El río se lleva el puente", LEAD];
        let pieces: Vec<Piece> = lines.iter().filter_map(|l| Piece::new(l, Role::Line)).collect();
        assert_eq!(masthead(&pieces, "es"), Some(0));
        assert_eq!(masthead(&pieces[2..], "es"), None);
        assert_eq!(masthead(&pieces[..2], "es"), None);
    }

    #[test]
    fn what_is_not_of_the_story() {
        for line in [
            "MIRA AQUÍ: Las imágenes de la crecida",
            "Lea también: El puente de 1920",
            "Read more: How the bridge was built",
            "El contenido al que quiere acceder es exclusivo para suscriptores.",
            "© 2025 Ediciones El Valle. Todos los derechos reservados.",
            "Teléfono de emergencias: 112.",
            "¿Necesita ayuda? Llame al 900 123 456.",
        ] {
            check(&["El río se lleva el puente", LEAD, line, BODY], "HL-B");
        }
        let blurb = "La agencia fue fundada en 1835 y distribuye su contenido a 5.000 clientes con 1.700 periodistas.";
        check(&["El río se lleva el puente", LEAD, BODY, "Habrá obras en primavera, dijo el alcalde.", blurb], "HLBB-");
    }

    #[test]
    fn captions() {
        for line in [
            "Vecinos miran el puente. Foto: Ana Gil",
            "Foto: Ana Gil / El Valle",
            "El alcalde, el 3 de mayo de 2024. (Foto de Ana Gil / AFP)",
        ] {
            check(&["El río se lleva el puente", line, LEAD, BODY], "HCLB");
        }
    }

    #[test]
    fn prose_that_only_looks_so() {
        for line in [
            "Compartir el agua será difícil este verano, según el informe que se presentó el martes en la capital.",
            "El acuerdo se firmó el 12 de junio de 2024.",
            "Por su parte, la empresa habla de 340 despidos.",
            "Ver más lejos, dijo el alcalde, es lo que falta. \"Llevamos diez años así\", añadió.",
        ] {
            let expected = if line.starts_with("Ver") { "HL-B" } else { "HLBB" };
            check(&["El río se lleva el puente", LEAD, line, BODY], expected);
        }
    }
}
