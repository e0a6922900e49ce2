//! What looks like a figure and is none: names with digits in them, addresses of the net, telephones, numbers of pages.

use super::{measure::joined_abbreviation, scan::Scan, street, time};
use crate::{language::Meaning, text::token::Gap};

/// Behind what looks like a figure at token `i` and is none; none where it may be one.
pub(super) fn skip(scan: &Scan, i: usize) -> Option<usize> {
    if let Some(len) =
        scan.at(i, Meaning::Name).filter(|&len| is_whole_name(scan, i, len) && !is_both_units(scan, i, len))
    {
        return Some(i + len);
    }
    if scan.is_word(i) {
        return address(scan, i)
            .or_else(|| street::behind(scan, i))
            .or_else(|| label(scan, i))
            .or_else(|| coded(scan, i))
            .or_else(|| proper_ordinal(scan, i));
    }
    if !scan.is_numeral(i) {
        return (scan.is_sign(i, "#@") && scan.glued(i + 1)).then(|| glued_end(scan, i));
    }
    list_number(scan, i)
        .or_else(|| telephone(scan, i))
        .or_else(|| tie_break(scan, i))
        .or_else(|| street::before(scan, i))
        .or_else(|| numbered_act(scan, i))
        .or_else(|| proper_ordinal(scan, i))
        .or_else(|| inside_name(scan, i))
}

/// "los dos kilómetros": what elsewhere says both counts units here.
fn is_both_units(scan: &Scan, i: usize, len: usize) -> bool {
    scan.is(i, Meaning::The) && scan.gap(i + len) == Gap::Space && scan.is_measure(i + len)
}

/// Whether a name with digits is written as one: "5G" and not "5 g", "9/11" and not "9/11/2025".
fn is_whole_name(scan: &Scan, i: usize, len: usize) -> bool {
    let dated = scan.is_sign(i + len, "/") && scan.glued(i + len);
    // "24 heures sur 24" has words besides.
    !scan.is_numeral(i) || (scan.glued(i + 1) || len > 3) && !dated
}

/// Behind the tokens that are glued to `i`.
fn glued_end(scan: &Scan, i: usize) -> usize {
    (i + 1..scan.len()).find(|&k| !scan.glued(k)).unwrap_or(scan.len())
}

/// "https://…", "www.…", "ana@example.org".
fn address(scan: &Scan, i: usize) -> Option<usize> {
    if !scan.glued(i + 1) {
        return None;
    }
    let glued = |k: usize| scan.glued(i + k);
    let link = scan.is_sign(i + 1, ":") && scan.is_sign(i + 2, "/") && scan.is_sign(i + 3, "/") && glued(1) && glued(2);
    let www = scan.str(i).eq_ignore_ascii_case("www") && scan.is_sign(i + 1, ".") && glued(1);
    (link || www).then(|| glued_end(scan, i))
}

/// "artículo 155", "page 4", "Tel. 600 123 456".
fn label(scan: &Scan, i: usize) -> Option<usize> {
    let len = scan.at(i, Meaning::Label)?;
    let mut k = i + len;
    let sign = |k: usize| {
        scan.is_sign(k, ".:-#°º ") || scan.is(k, Meaning::OrdinalSuffix) && scan.glued(k) || scan.is(k, Meaning::Label)
    };
    while k < i + len + 3 && sign(k) && scan.gap(k) <= Gap::Space {
        k += 1;
    }
    if !scan.is_numeral(k) || scan.gap(k) > Gap::Space || scan.gap(k) == Gap::Line {
        return None;
    }
    // "Race 3 p.m." is no race of that number.
    if measures(scan, k) || counts(scan, k) && !scan.is_capital(i) || time::read(scan, k).is_some() {
        return None;
    }
    let mut end = glued_end(scan, k);
    while scan.is_sign(end - 1, ".,;:)") && end > k + 1 {
        end -= 1;
    }
    while scan.is_numeral(end) && scan.gap(end) == Gap::Space && time::read(scan, end).is_none() {
        end += 1;
    }
    let plural = scan.pack.is_plural_form(scan.str(i + len - 1));
    Some(if plural { listed(scan, end) } else { end })
}

/// Whether the number at `k` has a unit of its own, so that it is a figure all the same: "la ley 40 días después".
fn measures(scan: &Scan, k: usize) -> bool {
    scan.is_measure(k + 1) || scan.is_sign(k + 1, "%")
}

/// Whether a noun that it counts stands behind the number at `k`.
pub(super) fn counts(scan: &Scan, k: usize) -> bool {
    let noun = scan.is_plural(k + 1) || scan.is(k + 1, Meaning::Counted);
    noun && scan.is_word(k + 1) && scan.gap(k + 1) != Gap::Line && !scan.is(k + 1, Meaning::Stop)
}

/// "artículos 12, 13 y 15", "pages 12 to 14": the numbers that follow belong to the same word.
fn listed(scan: &Scan, mut end: usize) -> usize {
    loop {
        let sign = usize::from(scan.is_sign(end, ",") || scan.is_dash(end));
        let word = [Meaning::And, Meaning::Or, Meaning::To].into_iter().find_map(|m| scan.at(end, m));
        let at = end + word.unwrap_or(sign);
        let next = at > end && scan.is_numeral(at) && scan.gap(at) <= Gap::Space && scan.gap(end) <= Gap::Space;
        if !next || measures(scan, at) || counts(scan, at) {
            return end;
        }
        end = at + 1;
    }
}

/// "6-7 (5)": the points of the loser in brackets behind a set.
fn tie_break(scan: &Scan, i: usize) -> Option<usize> {
    let first = i.checked_sub(4)?;
    let set =
        scan.is_numeral(first) && scan.is_dash(first + 1) && scan.is_numeral(first + 2) && scan.str(first).len() == 1;
    let brackets = scan.is_sign(i - 1, "(") && scan.is_sign(i + 1, ")") && scan.glued(i) && scan.glued(i + 1);
    (set && brackets && scan.glued(first + 1) && scan.glued(first + 2)).then_some(i + 1)
}

/// "Ley 39/2015": a number with the year of its making, which no date can be.
fn numbered_act(scan: &Scan, i: usize) -> Option<usize> {
    let slash = scan.is_sign(i + 1, "/") && scan.glued(i + 1) && scan.glued(i + 2) && scan.is_numeral(i + 2);
    let year = scan.str(i + 2).len() == 4 && scan.str(i + 2).parse().is_ok_and(|y: i32| (1900..2100).contains(&y));
    let number: u32 = scan.str(i).parse().ok().filter(|_| slash && year)?;
    let led = i > 0 && scan.is_sign(i - 1, "/");
    (number > 12 && scan.str(i).len() != 4 && !led).then_some(i + 3)
}

/// "Fourteenth Amendment", "42nd Street": a place in an order that is the beginning of a name.
fn proper_ordinal(scan: &Scan, i: usize) -> Option<usize> {
    let end = if scan.is_numeral(i) {
        let suffix = scan.at(i + 1, Meaning::OrdinalSuffix).filter(|_| scan.glued(i + 1))?;
        // "37º C" is a temperature.
        let unit = scan.find(i + 1, |m| matches!(m, Meaning::Abbreviation(_)).then_some(()));
        unit.is_none_or(|u| u.0 <= suffix).then_some(i + 1 + suffix)?
    } else {
        let ordinal = scan.find(i, |m| matches!(m, Meaning::Ordinal(_)).then_some(()))?.0;
        (scan.is_capital(i) && !scan.breaks_before(i)).then_some(i + ordinal)?
    };
    let of_calendar = |m| matches!(m, Meaning::Month(_) | Meaning::Weekday(_) | Meaning::Period(_)).then_some(());
    let dated = scan.find(end, of_calendar).is_some();
    // "his 23rd Grand Slam title" counts his titles.
    if scan.is_before(i, 0, Meaning::Possessive) {
        return None;
    }
    (scan.is_capital(end) && scan.gap(end) == Gap::Space && !dated).then_some(end)
}

/// "F-16", "G20", "COVID-19": letters with digits glued to them.
fn coded(scan: &Scan, i: usize) -> Option<usize> {
    if !scan.glued(i + 1) {
        return None;
    }
    let dash = usize::from(scan.is_dash(i + 1) && scan.glued(i + 1));
    let at = i + 1 + dash;
    if !scan.is_numeral(at) || !scan.glued(at) {
        return None;
    }
    if dash == 1 && scan.is_capital(i) && scan.str(i).len() == 1 {
        return Some(at + 1);
    }
    // Codes of currencies and words that belong to the figure are glued to it as well: "US$5" has a sign between.
    let own = scan.find(i, |m| {
        matches!(m, Meaning::Symbol(_) | Meaning::PartOf | Meaning::When | Meaning::Month(_) | Meaning::Cardinal(_))
            .then_some(())
    });
    own.is_none().then(|| {
        let mut end = glued_end(scan, at);
        while end > at + 1 && !scan.is_word(end - 1) && !scan.is_numeral(end - 1) {
            end -= 1;
        }
        end
    })
}

/// "1. Primero …" at the start of a line, "1) …" also within one.
fn list_number(scan: &Scan, i: usize) -> Option<usize> {
    let inline = i > 0 && scan.is_sign(i - 1, ".:;") && !scan.glued(i) && scan.is_sign(i + 1, ")");
    let opens = (scan.gap(i) == Gap::Line && scan.is_sign(i + 1, ".)") || inline) && scan.glued(i + 1);
    let short = scan.str(i).len() <= 2;
    let goes_on = matches!(scan.gap(i + 2), Gap::Space | Gap::Wide) && scan.kind(i + 2).is_some();
    (opens && short && goes_on && !scan.is_numeral(i + 2)).then_some(i + 2)
}

/// "+34 600 123 456", "555-123-4567", "91 512 34 56".
fn telephone(scan: &Scan, i: usize) -> Option<usize> {
    let abroad = i > 0 && scan.is_sign(i - 1, "+") && scan.glued(i);
    let mut k = i + 1;
    let mut groups = 1;
    while k < i + 14 {
        let dashed = scan.is_dash(k) && scan.glued(k) && scan.glued(k + 1);
        let bracket = scan.is_sign(k, "()");
        let at = k + usize::from(dashed || bracket);
        if !scan.is_numeral(at)
            || scan.gap(at) > Gap::Space
            || scan.str(at).len() > 4
            || scan.str(at).contains(['.', ','])
        {
            break;
        }
        groups += 1;
        k = at + 1;
    }
    if groups == 1 {
        return dialled(scan, i);
    }
    let run: Vec<usize> = (i..k).filter(|&k| scan.is_numeral(k)).map(|k| scan.str(k).len()).collect();
    let thousands =
        run.len() > 1 && run[0] <= 3 && run[1..].iter().all(|&n| n == 3) && (i + 1..k).all(|k| scan.is_numeral(k));
    let year = ["1", "2"].iter().any(|c| scan.str(i).starts_with(c)) && run.iter().skip(1).all(|&n| n <= 2);
    let date = run.first() == Some(&4) && run.len() == 3 && year
        || run.last() == Some(&4) && run.len() == 3 && run[..2].iter().all(|&n| n <= 2);
    let measured = scan.find(k, |m| matches!(m, Meaning::Unit(_) | Meaning::Abbreviation(_)).then_some(())).is_some();
    let local = run == [3, 4] && scan.is_dash(i + 1) && !measured;
    ((abroad && groups > 1) || local || (groups >= 3 && !thousands && !date && run.iter().sum::<usize>() >= 7))
        .then_some(k)
        .or_else(|| dialled(scan, i))
}

/// "075 50621", "0171-555123": a code that begins with a zero, and a longer number.
fn dialled(scan: &Scan, i: usize) -> Option<usize> {
    let digits = |k: usize| scan.is_numeral(k) && scan.str(k).bytes().all(|b| b.is_ascii_digit());
    let code = digits(i) && scan.str(i).starts_with('0') && (2..=5).contains(&scan.str(i).len());
    let sign = usize::from((scan.is_dash(i + 1) || scan.is_sign(i + 1, "/")) && scan.glued(i + 1));
    let at = i + 1 + sign;
    let number = digits(at) && (5..=8).contains(&scan.str(at).len()) && scan.gap(at) <= Gap::Space;
    (code && number).then_some(at + 1)
}

/// Digits inside a longer name: "4x4", "11-M", "h2o", "1A", "192.168.0.1".
fn inside_name(scan: &Scan, i: usize) -> Option<usize> {
    if i > 0 && scan.glued(i) && (scan.is_word(i - 1) || scan.is_sign(i - 1, "_#@\\")) {
        let sign = scan.find_before(i, 0, |m| matches!(m, Meaning::Symbol(_)).then_some(()));
        return sign.is_none().then_some(i + 1);
    }
    if super::digits::power_of_ten(scan, i + 1).is_some() {
        return None;
    }
    if scan.is_sign(i + 1, "@_") && scan.glued(i + 1) {
        return Some(glued_end(scan, i));
    }
    let dash = usize::from(scan.is_dash(i + 1) && scan.glued(i + 1));
    let at = i + 1 + dash;
    if !scan.is_word(at) || !scan.glued(at) {
        return None;
    }
    // "737s" are machines, "10.7s" is a time.
    if dash == 0 && scan.str(at) == "s" && scan.str(i).len() == 3 && scan.str(i).bytes().all(|b| b.is_ascii_digit()) {
        return Some(at + 1);
    }
    if joined_abbreviation(scan, i + 1).is_some() {
        return None;
    }
    let belongs = scan.find(i + 1, |m| {
        let known = matches!(
            m,
            Meaning::Abbreviation(_)
                | Meaning::Unit(_)
                | Meaning::ScaleLetters(_)
                | Meaning::MoneyLetters(_)
                | Meaning::OrdinalSuffix
                | Meaning::Morning
                | Meaning::Afternoon
                | Meaning::Hours
                | Meaning::Zone(_)
                | Meaning::After(_)
                | Meaning::AgeAfter
                | Meaning::Symbol(_)
                | Meaning::Scale(_)
        );
        known.then_some(())
    });
    if belongs.is_some() {
        return None;
    }
    if dash == 1 {
        let word = scan.str(at);
        let number = scan.find(at, |m| {
            let joins = matches!(m, Meaning::Month(_) | Meaning::To | Meaning::Of);
            (joins || matches!(m, Meaning::Scale(_) | Meaning::Fraction(_))).then_some(())
        });
        // "a 16-nation summit" counts nations; "11-M" is a name.
        let counts = scan.pack.format.modifiers_first && word.len() > 2 && !scan.is_named(at);
        return (!counts && number.is_none()).then(|| glued_end(scan, i).min(at + 1));
    }
    // The decade "1990s" is the calendar's.
    (scan.str(at) != "s").then_some(at + 1)
}
