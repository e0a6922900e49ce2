//! Sums: parts that are said to make a total and do not, and parts that are larger than their whole.

use super::{
    Check, Slip,
    bounds::{Bounds, middle},
    line::Line,
};
use crate::{
    concept::Class,
    finding::Reason,
    quantity::{Change, Kind, Number},
};
use rust_decimal::Decimal;

/// How many parts a sentence may add up.
const MOST_PARTS: usize = 6;
/// How many signs may stand between two parts of a list.
const BETWEEN_PARTS: usize = 8;
/// A total that far from the sum, as a ratio, counts something else: the year's dead and not the day's.
const REACH: i64 = 2;

/// The first sum of a sentence that does not work out, or part that is larger than its whole.
pub(super) fn check(line: &Line<'_>) -> Option<Slip> {
    let places = || 0..line.figures.len();
    places()
        .find_map(|k| total_behind(line, k))
        .or_else(|| places().find_map(|k| total_before(line, k)))
        .or_else(|| places().find_map(|k| part_of(line, k)))
}

/// A count or an amount that can be added to others.
fn countable<'a>(line: &Line<'a>, k: usize) -> Option<&'a Number> {
    let q = line.figure(k);
    let adds = matches!(q.kind, Kind::Count | Kind::Money | Kind::Weight | Kind::Area | Kind::Distance | Kind::Other);
    line.number(k).filter(|_| adds && q.change == Change::Level && q.converts.is_none())
}

fn bounds(line: &Line<'_>, k: usize) -> Option<Bounds> {
    Bounds::of(line.figure(k), countable(line, k)?)
}

/// Whether two figures are of one sort, so that one may be added to the other.
fn alike(line: &Line<'_>, a: usize, b: usize) -> bool {
    let key = |k: usize| line.figure(k).unit.measure.as_ref().map(|m| m.dimension.as_str());
    let currency = |k: usize| line.figure(k).unit.measure.as_ref().map(|m| m.key.as_str());
    key(a) == key(b) && (key(a) != Some("money") || currency(a) == currency(b))
}

/// Whether the parts of a list may stand so far apart: "12 heridos y 3 muertos".
fn listed(between: &str) -> bool {
    between.len() <= BETWEEN_PARTS && between.chars().all(|c| "w,&tov".contains(c)) && between.contains([',', '&'])
}

/// Whether the sentence, or its bracket, ends behind a figure, with at most so many words in between.
fn ends(behind: &str, words: usize) -> bool {
    let rest = behind.trim_start_matches('w');
    behind.len() - rest.len() <= words && rest.chars().next().is_none_or(|c| ".,;)-\"".contains(c))
}

/// "12 heridos y 3 muertos, 16 víctimas en total"; "12 heridos y 3 muertos, un total de 16".
fn total_behind(line: &Line<'_>, total: usize) -> Option<Slip> {
    let joint = line.between(total.checked_sub(2).map(|_| total - 1)?, total);
    let marked_behind = {
        let behind = line.behind(total);
        let rest = behind.trim_start_matches('w');
        behind.len() - rest.len() <= 1 && rest.strip_prefix('T').is_some_and(|rest| ends(rest, 0))
    };
    let bare = joint.trim_end_matches(['t', 'o', ',', ':']);
    let marked_before = bare.ends_with('T') && ends(&line.behind(total), 2);
    let lead = bare.trim_end_matches(['T', 'w', 't']);
    let breaks = |text: &str| text.ends_with([',', ':', '-', ';', '(', '&']);
    let first = lead.chars().filter(|c| *c == 'w').count() <= 2 && !lead.contains(['P', '.', '0']);
    let marked = if marked_before { breaks(lead) } else { marked_behind && breaks(joint.trim_end_matches(['t', 'w'])) };
    if !marked || !first {
        return None;
    }
    let mut from = total - 1;
    while from > 0 && total - from < MOST_PARTS && listed(&line.between(from - 1, from)) {
        from -= 1;
    }
    adds_up(line, from..total, total, 0.85)
}

/// "16 víctimas en total: 12 heridos y 3 muertos"; "15 víctimas (12 heridos y 3 muertos)".
fn total_before(line: &Line<'_>, total: usize) -> Option<Slip> {
    if total + 2 >= line.figures.len() {
        return None;
    }
    let joint = line.between(total, total + 1);
    let said = joint.contains('T') || line.before(total).trim_end_matches(['t', 'o']).ends_with('T');
    let open = joint.trim_start_matches('w').trim_start_matches('T').trim_end_matches('t');
    let opens = matches!(open, ":" | "(" | "-") || said && open == ",";
    if !opens || joint.len() > 5 {
        return None;
    }
    let mut to = total + 1;
    while to + 1 < line.figures.len() && to - total < MOST_PARTS && listed(&line.between(to, to + 1)) {
        to += 1;
    }
    // A list that ends with "and" is whole, where nothing follows.
    let closed = to > total + 1 && line.between(to - 1, to).contains('&') && ends(&line.behind(to), 3);
    let of_one_sort = said || (total + 1..=to).all(|k| both_people(line, total, k));
    if !closed || !of_one_sort {
        return None;
    }
    adds_up(line, total + 1..to + 1, total, if said { 0.85 } else { 0.7 })
}

/// Whether two figures count persons, or what happened to persons.
fn both_people(line: &Line<'_>, a: usize, b: usize) -> bool {
    let people = |k: usize| {
        let concepts = line.context(k).noun_concepts.entries();
        concepts.iter().any(|e| matches!(line.lexicon.concept(e.0).class, Class::People | Class::Fate))
    };
    people(a) && people(b)
}

/// A slip, unless some of the parts make the total: others of the list may count something else.
fn adds_up(line: &Line<'_>, parts: std::ops::Range<usize>, total: usize, confidence: f32) -> Option<Slip> {
    if parts.len() < 2 || !parts.clone().all(|k| alike(line, k, total)) {
        return None;
    }
    let whole = bounds(line, total)?;
    let each: Vec<Bounds> = parts.clone().map(|k| bounds(line, k)).collect::<Option<_>>()?;
    let sum = |chosen: u32| {
        let mut chosen_parts = each.iter().enumerate().filter(|(i, _)| chosen >> i & 1 == 1).map(|(_, b)| *b);
        chosen_parts.try_fold(Bounds::exactly(Decimal::ZERO), Bounds::plus)
    };
    if (1..1_u32 << each.len()).any(|chosen| sum(chosen).is_none_or(|s| s.meets(whole))) {
        return None;
    }
    let numbers: Vec<Decimal> = parts.clone().map(|k| middle(countable(line, k)?)).collect::<Option<_>>()?;
    let is = numbers.iter().try_fold(Decimal::ZERO, |sum, n| sum.checked_add(*n))?;
    let said = middle(countable(line, total)?)?;
    let reach = Decimal::from(REACH);
    if is > said.checked_mul(reach)? || said > is.checked_mul(reach)? {
        return None;
    }
    let figures: Vec<_> = parts.chain([total]).map(|k| line.id(k)).collect();
    let reason = Reason::SumIs { parts: numbers, is, said: line.written(total) };
    Some(Slip::new(Check::Sum, confidence, &figures, reason))
}

/// "240 pasajeros, de los cuales 250"; "250 de los 240 pasajeros".
fn part_of(line: &Line<'_>, k: usize) -> Option<Slip> {
    let (whole, part) = whole_and_part(line, k)?;
    let (large, small) = (bounds(line, whole)?, bounds(line, part)?);
    if small.low <= large.high || !alike(line, whole, part) {
        return None;
    }
    let reason = Reason::PartExceeds { part: line.written(part), whole: line.written(whole) };
    Some(Slip::new(Check::Sum, 0.8, &[line.id(whole), line.id(part)], reason))
}

/// The whole and the part, where figures `k` and the next one are so.
fn whole_and_part(line: &Line<'_>, k: usize) -> Option<(usize, usize)> {
    let next = Some(k + 1).filter(|n| *n < line.figures.len())?;
    let between = line.between(k, next);
    let noun = |k: usize| line.figure(k).unit.span;
    if matches!(between.as_str(), "o" | "ot") {
        // The part has no noun of its own, so that the reader of figures gave it that of the whole.
        // "250 de los 240" may have no noun at all.
        let same = noun(k) == noun(next) && (noun(k).is_some() || between == "ot");
        return same.then_some((next, k));
    }
    let before = between.trim_start_matches('w').strip_prefix([',', '('])?;
    let head = before.strip_suffix('t').unwrap_or(before);
    let led = head == "P" || head == "&P";
    let behind = line.behind(next);
    let followed = before.len() <= 1 && behind.trim_start_matches('w').starts_with('P');
    let same = noun(next).is_none() || noun(k) == noun(next) || both_people(line, k, next);
    (same && (led || followed)).then_some((k, next))
}

#[cfg(test)]
mod tests {
    use super::super::trial::check;

    const TODAY: &str = "2025-08-13";

    #[test]
    fn sums_are_added_up_again() {
        check(
            TODAY,
            &[
                ("es", "Hubo 12 heridos y 3 muertos, 16 víctimas en total.", "sum: 12 | 3 | 16"),
                ("es", "Dejó 12 heridos y 3 muertos, un total de 16 víctimas.", "sum: 12 | 3 | un total de 16"),
                ("es", "Un total de 16 víctimas: 12 heridos y 3 muertos.", "sum: Un total de 16 | 12 | 3"),
                ("es", "Se contaron 25 víctimas (18 heridos y 4 muertos).", "sum: 25 | 18 | 4"),
                (
                    "es",
                    "De los 240 pasajeros, 31 siguen en el hospital; 250 de los 240 viajaban en turista.",
                    "sum: 250 | 240",
                ),
                ("es", "Viajaban 40 personas, de las cuales 45 eran menores.", "sum: 40 | 45"),
                (
                    "es",
                    "Habrá 60 millones para escuelas y 30 millones para hospitales, en total 100 millones.",
                    "sum: 60 millones | 30 millones | en total 100 millones",
                ),
                ("en", "There were 12 injured and 3 dead, 17 casualties in all.", "sum: 12 | 3 | 17"),
                (
                    "de",
                    "Die Polizei meldete 12 Verletzte und 3 Tote, insgesamt 18 Opfer.",
                    "sum: 12 | 3 | insgesamt 18",
                ),
                ("en", "It lists 40 passengers, including 52 children.", "sum: 40 | 52"),
                ("pt", "Houve 12 feridos e 3 mortos, um total de 18 vítimas.", "sum: 12 | 3 | um total de 18"),
                ("fr", "On compte 12 blessés et 3 morts, 18 victimes au total.", "sum: 12 | 3 | 18"),
                ("it", "Ci sono 12 feriti e 3 morti, in totale 18 vittime.", "sum: 12 | 3 | in totale 18"),
            ],
        );
    }

    #[test]
    fn what_adds_up_or_need_not_is_left_alone() {
        check(
            TODAY,
            &[
                ("es", "Hubo 12 heridos y 3 muertos, 15 víctimas en total.", ""),
                ("es", "De los 240 pasajeros, 31 siguen en el hospital y 200 volvieron a casa.", ""),
                ("es", "Murieron 3 personas y 12 resultaron heridas, y ya son 150 las víctimas en total este año.", ""),
                ("es", "De los 50 detenidos, 30 son hombres, 20 mujeres y 12 menores.", ""),
                ("es", "Jugó 3 partidos: 12 remates y 4 asistencias.", ""),
                ("es", "Viajaban 40 personas, de las cuales 35 eran menores.", ""),
                ("es", "Hay 16 víctimas, entre ellas 3 muertos y 2 menores.", ""),
                ("es", "Se entregaron 2 casas y 3 locales, con un total de 800 metros cuadrados.", ""),
                ("es", "Hubo 12 heridos, 3 de ellos graves, y 4 muertos, 16 víctimas en total.", ""),
                ("es", "Costará unos 60 millones y 40 millones más en obras, en total cerca de 100 millones.", ""),
                ("es", "Detuvieron a 20 de los 15.000 asistentes.", ""),
                ("es", "Dos autobuses, incluidos 45 pasajeros, quedaron atrapados.", ""),
                ("en", "There were 12 injured and 3 dead, 15 casualties in all.", ""),
                ("en", "Police held 12 people on Monday and 3 on Tuesday, bringing the total this year to 200.", ""),
                ("en", "It carried 40 passengers, including 12 children.", ""),
                ("fr", "On compte 12 blessés, dont 3 graves, et 2 morts, soit 14 victimes au total.", ""),
                ("de", "Es gab 12 Verletzte und 3 Tote, insgesamt 15 Opfer.", ""),
            ],
        );
    }
}
