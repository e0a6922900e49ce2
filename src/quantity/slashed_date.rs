//! Dates in digits alone: "2025-08-13", "13/08/2025", "13.8.2025", "13/8".

use super::{calendar, calendar::Hint, date::draft, draft::Draft, moment::Day, scan::Scan};
use jiff::civil::Date;

/// "2025-08-13", "13/08/2025", "13.8.2025", "13/8".
pub(super) fn read(scan: &Scan, i: usize) -> Option<Draft> {
    if !scan.is_numeral(i) || i > 0 && scan.glued(i) && !scan.is_sign(i - 1, "(¿¡\"'“«[") {
        return None;
    }
    let mut parts: Vec<&str> = scan.str(i).split('.').collect();
    let mut end = i + 1;
    let dotted = parts.len() == 3;
    let sign = scan.str(i + 1);
    if parts.len() == 1 && (scan.is_sign(i + 1, "/") || scan.is_dash(i + 1)) {
        while end < i + 5 && scan.str(end) == sign && scan.glued(end) && scan.is_numeral(end + 1) && scan.glued(end + 1)
        {
            parts.push(scan.str(end + 1));
            end += 2;
        }
    }
    let whole = scan.glued(end)
        && (scan.is_sign(end, "/") || scan.is_dash(end) || scan.is_word(end) && !scan.str(end).starts_with('T'));
    if parts.len() < 2
        || whole
        || parts.iter().any(|p| p.len() > 4 || p.is_empty() || !p.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let n = |k: usize| parts[k].parse::<i16>().ok();
    let small = |k: usize| n(k).and_then(|v| i8::try_from(v).ok());
    let (day_first, len) = (scan.pack.format.day_first, |k: usize| parts[k].len());
    if parts.len() == 2 {
        if sign != "/" {
            return None;
        }
        // "3/4" is a part of a whole; a day has a zero before it, or is past the twelfth.
        let telling = parts.iter().any(|p| p.starts_with('0') || p.len() == 2 && *p > "12");
        if !telling {
            return None;
        }
        let (day, month) = if day_first { (small(0)?, small(1)?) } else { (small(1)?, small(0)?) };
        let (day, month) = if month > 12 { (month, day) } else { (day, month) };
        let day = calendar::day_of_month(scan.published, None, month, day, Hint::None)?;
        return Some(draft(i, end, day, None));
    }
    let date = if len(0) == 4 {
        Date::new(n(0)?, small(1)?, small(2)?).ok()
    } else if len(2) == 4 || len(2) == 2 && sign == "/" && !dotted {
        let year = if len(2) == 4 { n(2)? } else { 2000 + n(2)? };
        let straight = || Date::new(year, small(1)?, small(0)?).ok();
        let american = || Date::new(year, small(0)?, small(1)?).ok();
        if day_first || dotted { straight().or_else(american) } else { american().or_else(straight) }
    } else {
        None
    }?;
    Some(draft(i, end, Day::Date(date), None))
}
