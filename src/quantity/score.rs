//! Results of matches: "3-1", "2 a 2".

use super::{Amount, Kind, draft::Draft, scan::Scan, words};
use crate::{language::Meaning, text::token::Gap};

/// The most that either side has in a draw told by one number: "empate a dos".
const MOST_GOALS: u32 = 20;

/// A result: "3-1", "2 a 2", "57 votos contra 43" is not one.
pub(super) fn score(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some(told) = worded(scan, i).or_else(|| drawn(scan, i)).or_else(|| spoken(scan, i)) {
        return Some(told);
    }
    let small = |k: usize| scan.is_numeral(k).then(|| scan.str(k).parse::<u8>().ok()).flatten();
    let (a, b) = (small(i)?, small(i + 2)?);
    // "123-118" is a result where a match is spoken of, and a stretch of numbers elsewhere.
    let high = a.max(b) >= 40;
    let told = near(scan, i, 14, Meaning::Match) || near(scan, i, 14, Meaning::Vote);
    // "voted 73-20"
    let voted = a > b && near(scan, i, 3, Meaning::Vote);
    if high && !(told && (a.min(b) >= 40 || voted)) {
        return None;
    }
    let dash = scan.is_dash(i + 1) && scan.glued(i + 1) && scan.glued(i + 2);
    let to = scan.is_word(i + 1) && scan.is(i + 1, Meaning::To) && scan.gap(i + 2) == Gap::Space;
    // "3:0", as German and others write it, beside a word that speaks of a match.
    // One digit on either side is no hour, so that the word may stand further away.
    let reach = if scan.str(i).len() == 1 && scan.str(i + 2).len() == 1 { 60 } else { 14 };
    let colon =
        scan.is_sign(i + 1, ":") && scan.glued(i + 1) && scan.glued(i + 2) && near(scan, i, reach, Meaning::Match);
    if !dash && !to && !colon
        || scan.glued(i + 3) && (scan.is_word(i + 3) || scan.is_dash(i + 3) || scan.is_sign(i + 3, "%/"))
    {
        return None;
    }
    let cue = near(scan, i, 14, Meaning::Match);
    let counted = scan.is_word(i + 3)
        && !scan.is(i + 3, Meaning::Stop)
        && !scan.is(i + 3, Meaning::Verb)
        && !scan.is_capital(i + 3);
    let measured = scan.find(i + 3, |m| matches!(m, Meaning::Unit(_) | Meaning::Month(_)).then_some(())).is_some();
    let dated = scan.at(i + 3, Meaning::Of).is_some_and(|len| {
        scan.find(i + 3 + len, |m| if let Meaning::Month(_) = m { Some(()) } else { None }).is_some()
    });
    let zoned = scan.find(i + 3, |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Hours).then_some(()));
    if measured || dated || zoned.is_some() || to && !cue && a != b || !cue && (counted || a < b && a > 9) {
        return None;
    }
    // "to win 49 to 52 seats" is a stretch; who wins has the higher number first.
    if to && high && a < b {
        return None;
    }
    let opened = i > 0 && (scan.is(i - 1, Meaning::From) && to || scan.is(i - 1, Meaning::Between));
    (!opened).then(|| Draft::new(i, i + 3, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// "2-to-1".
fn worded(scan: &Scan, i: usize) -> Option<Draft> {
    let glued = scan.is_dash(i + 1) && scan.is_dash(i + 3) && (i + 1..=i + 4).all(|k| scan.glued(k));
    let small = |k: usize| scan.is_numeral(k).then(|| scan.str(k).parse::<u8>().ok()).flatten();
    let (a, b) = (small(i)?, small(i + 4)?);
    let ends = !scan.glued(i + 5) || scan.is_sign(i + 5, ".,;:)");
    (glued && ends && scan.is(i + 2, Meaning::To) && a > b)
        .then(|| Draft::new(i, i + 5, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// "ganó dos a uno", "lost 14 to eight", "trois buts à zéro": at least one number or what is counted in words.
fn spoken(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, a) = goals(scan, i)?;
    let named = scan.at(end, Meaning::Match).filter(|_| scan.gap(end) == Gap::Space);
    let to = end + named.unwrap_or(0);
    let first = to + scan.at(to, Meaning::To).filter(|_| scan.is_word(to) && scan.gap(to) == Gap::Space)?;
    let (end, b) = goals(scan, first)?;
    let digits = scan.is_numeral(i) && scan.is_numeral(first) && named.is_none();
    let led =
        (i.saturating_sub(3)..i).rev().take_while(|&k| !scan.breaks_before(k + 1)).any(|k| scan.is(k, Meaning::Match));
    let opened = [Meaning::From, Meaning::Between].iter().any(|&m| scan.is_before(i, 0, m));
    // "dos goles a un rival débil"
    let article = scan.is(first, Meaning::One) || scan.is(first, Meaning::Article);
    let ends = scan.breaks_before(end) || scan.is_sign(end, ".,;:)") || scan.is(end, Meaning::Stop);
    let fits = !digits && a >= b && !opened && (named.is_some() || led) && (ends || !article && free(scan, end));
    fits.then(|| Draft::new(i, end, Kind::Score, Amount::Score(a.into(), b.into())))
}

/// "empate a dos", "two apiece", "2-all": both sides have as many.
fn drawn(scan: &Scan, i: usize) -> Option<Draft> {
    let (end, n) = goals(scan, i)?;
    let score =
        |end, behind| Draft { end: behind, ..Draft::new(i, end, Kind::Score, Amount::Score(n.into(), n.into())) };
    if scan.is_before(i, 0, Meaning::DrawBefore) {
        let named = scan.at(end, Meaning::Match).unwrap_or(0);
        // "empate em 1 a 1", "tied at six under"
        let goes_on = scan.at(end, Meaning::To).is_some_and(|len| goals(scan, end + len).is_some())
            || scan.is_sign(end, ":") && scan.glued(end + 1)
            || scan.find(end, |m| matches!(m, Meaning::Before(_)).then_some(())).is_some();
        return (!goes_on && n <= MOST_GOALS && (named > 0 || free(scan, end))).then(|| score(end, end + named));
    }
    let dash = usize::from(scan.is_dash(end) && scan.glued(end) && scan.glued(end + 1));
    let behind = end + dash + scan.at(end + dash, Meaning::DrawBehind).filter(|_| scan.gap(end) != Gap::Line)?;
    // "the two all scored"
    let ends = dash > 0
        || scan.breaks_before(behind)
        || scan.is_sign(behind, ".,;:)")
        || scan.is(behind, Meaning::Stop) && !scan.is_before(i, 0, Meaning::The);
    (ends && near(scan, i, 14, Meaning::Match)).then(|| score(if dash > 0 { behind } else { end }, behind))
}

/// A small whole number in digits or words, with the token behind it.
fn goals(scan: &Scan, i: usize) -> Option<(usize, u32)> {
    let n = words::whole(scan, i).filter(|n| n.scale.is_none() && !n.open && n.value.fract().is_zero())?;
    Some((n.end, u32::try_from(n.value).ok().filter(|v| *v < 100)?))
}

/// Whether no noun and no unit follows that a number would count.
fn free(scan: &Scan, end: usize) -> bool {
    let counted = scan.may_be_noun(end) && !scan.is_capital(end);
    let joined = scan.glued(end) && scan.is_dash(end);
    !(counted || joined || scan.is_measure(end) || scan.is_sign(end, "%€$"))
}

/// Whether a word of a meaning stands within so many tokens of the same line.
pub(super) fn near(scan: &Scan, i: usize, reach: usize, meaning: Meaning) -> bool {
    let back = (1..=reach.min(i)).map(|k| i - k).take_while(|&k| scan.gap(k + 1) != Gap::Line);
    let ahead = (i + 1..(i + reach).min(scan.len())).take_while(|&k| scan.gap(k) != Gap::Line);
    back.chain(ahead).any(|k| scan.is_word(k) && scan.is(k, meaning))
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, extract};
    use crate::language::Registry;

    /// The results of a text, or "none".
    fn check(language: &str, text: &str, expected: &str) {
        let figures = extract(text, Registry::built_in().get(language), None);
        let told = figures.iter().filter_map(|q| match q.amount {
            Amount::Score(a, b) => Some(format!("{} = {a}-{b}", q.core.of(text))),
            _ => None,
        });
        let told: Vec<String> = told.collect();
        assert_eq!(if told.is_empty() { "none".to_owned() } else { told.join(", ") }, expected, "{text}");
    }

    #[test]
    fn results_in_words_are_results() {
        check("es", "El Lago ganó dos a uno en casa.", "dos a uno = 2-1");
        check("es", "El Lago ganó por uno a cero al Ribera.", "uno a cero = 1-0");
        check("es", "El Lago ganó de dos a tres puntos.", "none");
        check("es", "Ganó dos a tres millones de euros.", "none");
        check("en", "The Ravens lost 14 to eight on Sunday.", "14 to eight = 14-8");
        check("en", "They won two to three seats.", "none");
        check("en", "They won ten to eight seats.", "none");
        check("fr", "Lyon a gagné trois buts à zéro.", "trois buts à zéro = 3-0");
        check("es", "Marcó dos goles a un rival débil.", "none");
        check("es", "Marcó dos goles a tres minutos del final.", "none");
    }

    #[test]
    fn one_number_tells_a_draw() {
        check("es", "El partido acabó con empate a dos.", "dos = 2-2");
        check("es", "Acabó en empate a dos goles en el campo.", "dos = 2-2");
        check("es", "Hubo empate a 20 diputados.", "none");
        check("pt", "O jogo terminou com empate em 1 a 1.", "1 a 1 = 1-1");
        check("en", "The game ended 2-all.", "2-all = 2-2");
        check("en", "The match was tied at two apiece.", "two = 2-2");
        check("en", "He was tied at six under.", "none");
        check("en", "They won because the two all scored.", "none");
        check("fr", "Le match s'est terminé sur deux partout.", "deux = 2-2");
    }

    #[test]
    fn single_digits_around_a_colon_are_no_hour() {
        check(
            "de",
            "Die Gäste gewannen das Pokalspiel, in dem sie lange hinten lagen und erst ganz spät trafen; am Ende hieß es 5:4.",
            "5:4 = 5-4",
        );
        check("de", "Das Spiel beginnt um 20:30 Uhr.", "none");
    }
}
