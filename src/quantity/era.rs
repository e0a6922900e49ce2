//! Decades and centuries: "los años 90", "the 1990s", "die Neunziger", "siglo XXI", "the 19th century".

use super::{
    date::{counted, day_at, draft},
    draft::Draft,
    moment::Day,
    scan::Scan,
    words,
};
use crate::language::{Meaning, Period};

/// "siglo XXI", "the 19th century", "XXe siècle".
pub(super) fn century(scan: &Scan, i: usize) -> Option<Draft> {
    let century = Meaning::Period(Period::Century);
    if let Some(len) = scan.at(i, century) {
        let n = roman(scan.str(i + len))?;
        return Some(draft(i, i + len + 1, Day::Century(n), None));
    }
    if let Some(n) = roman(scan.str(i)).filter(|_| scan.is_word(i)) {
        let len = scan.at(i + 1, century)?;
        return Some(draft(i, i + 1 + len, Day::Century(n), None));
    }
    let (end, n) = place_at(scan, i)?;
    let dash = usize::from(scan.is_dash(end));
    let len = scan.at(end + dash, century)?;
    Some(draft(i, end + dash + len, Day::Century(n), None))
}

/// A place in an order: "19th", "twenty-first", "décimo". "Two centuries" has none.
pub(super) fn place_at(scan: &Scan, i: usize) -> Option<(usize, i8)> {
    let (end, n) = day_at(scan, i)?;
    let order = |m| matches!(m, Meaning::Ordinal(_) | Meaning::OrdinalSuffix).then_some(());
    scan.find_before(end, i, order).is_some().then_some((end, n))
}

/// A Roman numeral up to the thirties, in capitals; the small letters of an ordinal may be glued to it: "XIXe".
fn roman(word: &str) -> Option<i8> {
    let digit = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let capitals = word.trim_end_matches(|c: char| c.is_lowercase());
    if capitals.is_empty() || word.len() > capitals.len() + 3 {
        return None;
    }
    let digits: Vec<i8> = capitals.chars().map(digit).collect::<Option<_>>()?;
    let mut total = 0_i8;
    for (k, &d) in digits.iter().enumerate() {
        let smaller = digits.get(k + 1).is_some_and(|&next| next > d);
        total = total.checked_add(if smaller { -d } else { d })?;
    }
    (1..=30).contains(&total).then_some(total)
}

/// "los años 90", "the 1990s", "la década de 1980", "los noventa".
pub(super) fn decade(scan: &Scan, i: usize) -> Option<Draft> {
    if let Some((len, year)) = scan.find(i, |m| if let Meaning::Decade(n) = m { Some(n) } else { None }) {
        let goes_on = scan.is(i + len, Meaning::And) && words::read(scan, i + len + 1, false, false).is_some();
        return (!goes_on && !counted(scan, i + len)).then(|| draft(i, i + len, Day::Decade(year), None));
    }
    let suffix = |j: usize| scan.glued(j) && scan.is(j, Meaning::DecadeSuffix);
    if let Some((end, n)) = tens(scan, i) {
        let end = if suffix(end) { end + 1 } else { return None };
        if scan.is_before(i, 0, Meaning::AgeDecade) {
            return None;
        }
        let years = scan.at(end, Meaning::Period(Period::Year)).unwrap_or(0);
        return Some(draft(i, end + years, Day::Decade(n), None));
    }
    let (len, period) = scan.find(i, |m| match m {
        Meaning::Period(p @ (Period::Decade | Period::Year)) => Some(p),
        _ => None,
    })?;
    let mut j = i + len;
    j += scan.at(j, Meaning::Of).unwrap_or(0);
    j += usize::from(scan.is(j, Meaning::The));
    j += scan.at(j, Meaning::Period(Period::Year)).filter(|_| period == Period::Decade).unwrap_or(0);
    let (end, n) = tens(scan, j).or_else(|| spoken_tens(scan, j))?;
    let fits = period == Period::Decade || j == i + len && scan.pack.is_plural_form(scan.str(i));
    let joined = scan.is(end, Meaning::And) && words::read(scan, end + 1, false, false).is_some();
    (fits && !joined).then(|| draft(i, end + usize::from(suffix(end)), Day::Decade(n), None))
}

/// Tens of something else than years, with the token behind: "temperatures in the 90s", "in his 90s". They are no figure.
pub(super) fn no_decade(scan: &Scan, i: usize) -> Option<usize> {
    let (end, _) = tens(scan, i)?;
    let suffix = scan.glued(end) && scan.is(end, Meaning::DecadeSuffix);
    (suffix && scan.is_before(i, 0, Meaning::AgeDecade)).then_some(end + 1)
}

/// "90", "'90", "1990": a decade in digits, with the token behind.
fn tens(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    let mark = usize::from(scan.is_sign(i, "'’‘") && scan.glued(i + 1));
    let written = scan.str(i + mark);
    let n = scan.is_numeral(i + mark).then(|| written.parse::<i16>().ok()).flatten()?;
    let year = match written.len() {
        2 if n % 10 == 0 && n >= 20 => 1900 + n,
        4 if n % 10 == 0 && (1000..2100).contains(&n) && mark == 0 => n,
        _ => return None,
    };
    Some((i + mark + 1, year))
}

/// "noventa", "novanta": a decade of the last century in words.
fn spoken_tens(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    let (len, n) = scan.find(i, |m| if let Meaning::Cardinal(n @ 20..100) = m { Some(n as i16) } else { None })?;
    (n % 10 == 0).then_some((i + len, 1900 + n))
}
