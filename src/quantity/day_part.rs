//! Parts of the day beside an hour: "a las 5 de la tarde", "last night at 10", "il pomeriggio alle 7".

use super::scan::Scan;
use crate::{language::Meaning, text::token::Gap};

/// A part of the day, which tells which of two hours is meant.
#[derive(Clone, Copy)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Night,
}

impl DayPart {
    /// The hour of the day, from 0 to 24.
    pub fn hour(self, hour: i8) -> i8 {
        match (self, hour) {
            (Self::Morning | Self::Night, 12) => 0,
            (Self::Afternoon, 1..12) | (Self::Night, 5..12) => hour + 12,
            _ => hour,
        }
    }
}

/// The part of the day that is named at a token, and the token behind it.
pub(super) fn part_of_day(scan: &Scan, end: usize) -> Option<(usize, DayPart)> {
    let part = |m| match m {
        Meaning::Morning => Some(DayPart::Morning),
        Meaning::Afternoon => Some(DayPart::Afternoon),
        Meaning::Night => Some(DayPart::Night),
        _ => None,
    };
    scan.find(end, part).filter(|_| scan.gap(end) != Gap::Line).map(|(len, part)| (end + len, part))
}

/// Whether the part of the day at a token may stand beside any number: "murieron 3 esta tarde".
pub(super) fn is_loose(scan: &Scan, i: usize) -> bool {
    let said = |m| matches!(m, Meaning::LoosePart | Meaning::Day(_)).then_some(());
    let part = |m| matches!(m, Meaning::Morning | Meaning::Afternoon | Meaning::Night).then_some(());
    scan.find(i, said).is_some_and(|f| Some(f.0) == scan.find(i, part).map(|p| p.0))
}

/// What stands before "at" and says that an hour follows.
#[derive(Clone, Copy)]
pub(super) enum Lead {
    /// A part of the day: "por la tarde, a las 5", "last night at 10".
    Part(DayPart),
    /// A day: "Friday at 7".
    Day,
}

/// What says before an hour and its "at" that it is one.
pub(super) fn led_by(scan: &Scan, i: usize) -> Option<Lead> {
    let (at, ()) = scan.find_before(i, 0, |m| matches!(m, Meaning::At | Meaning::AtHour).then_some(()))?;
    if at == 0 || scan.gap(at) == Gap::Line || scan.gap(i) == Gap::Line {
        return None;
    }
    // "Friday by 5" is how much as well as when.
    let other = |m| {
        let other = matches!(m, Meaning::By | Meaning::Before(_) | Meaning::From | Meaning::To | Meaning::When);
        other.then_some(())
    };
    let plain = scan.find_before(i, 0, other).is_none();
    let end = at - usize::from(scan.is_sign(at - 1, ","));
    let lead = |m| match m {
        Meaning::AfternoonBefore => Some(Lead::Part(DayPart::Afternoon)),
        Meaning::NightBefore => Some(Lead::Part(DayPart::Night)),
        Meaning::Morning => Some(Lead::Part(DayPart::Morning)),
        Meaning::Weekday(_) | Meaning::Day(_) | Meaning::Holiday(_) if plain => Some(Lead::Day),
        _ => None,
    };
    let period = |m| matches!(m, Meaning::Period(_)).then_some(());
    let which = |first| [Meaning::Next, Meaning::This].iter().any(|&m| scan.is_before(first, 0, m));
    let directed = || scan.find_before(end, 0, period).filter(|p| plain && which(p.0)).map(|_| Lead::Day);
    scan.find_before(end, 0, lead).map(|f| f.1).or_else(directed)
}
