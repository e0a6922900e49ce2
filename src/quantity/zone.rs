//! Zones of time behind an hour: "GMT", "UTC-5", "hora peninsular", "ET".

use super::{moment::Clock, scan::Scan};
use crate::{
    language::{Meaning, Zone},
    text::fold,
};

/// A zone as it was read.
pub(super) struct ZoneRead {
    /// The token behind it.
    pub end: usize,
    /// Minutes east of Greenwich, where they are known.
    pub offset: Option<i16>,
    /// Whose clock it is.
    pub clock: Clock,
    /// Whether its words say by themselves that an hour stands before them.
    pub certain: bool,
}

/// The zone that begins at token `i`, if one does. Summer time is counted by the day of publication, which is near enough
/// to the day that is spoken of.
pub(super) fn read(scan: &Scan, i: usize) -> Option<ZoneRead> {
    if let Some((len, zone)) = scan.find(i, |m| if let Meaning::Zone(z) = m { Some(z) } else { None }) {
        let end = i + len;
        let certain = len > 1 || scan.is_capital(i) || scan.glued(i);
        if zone == Zone::fixed(0)
            && let Some((end, shift)) = shift(scan, end)
        {
            return Some(ZoneRead { end, offset: Some(shift), clock: Clock::Zone(Zone::fixed(shift)), certain });
        }
        return Some(ZoneRead { end, offset: zone.offset(scan.published), clock: Clock::Zone(zone), certain });
    }
    let end = i + scan.at(i, Meaning::LooseZone)?;
    let clock = Clock::Place(fold(scan.span(end - 1, end).of(scan.text)));
    Some(ZoneRead { end, offset: None, clock, certain: scan.is_capital(i) })
}

/// "+2", "-05:00", "−3" behind the name of Greenwich's own time, in minutes.
fn shift(scan: &Scan, i: usize) -> Option<(usize, i16)> {
    let sign = if scan.is_sign(i, "+") { 1 } else { -i16::from(scan.is_dash(i)) };
    let hours = scan.str(i + 1).parse::<i16>().ok().filter(|h| (0..=14).contains(h))?;
    if sign == 0 || !scan.glued(i) || !scan.glued(i + 1) || !scan.is_numeral(i + 1) {
        return None;
    }
    let minutes = scan
        .str(i + 3)
        .parse::<i16>()
        .ok()
        .filter(|m| scan.is_sign(i + 2, ":") && scan.glued(i + 2) && scan.glued(i + 3) && [0, 30, 45].contains(m));
    Some((i + 2 + if minutes.is_some() { 2 } else { 0 }, sign * (60 * hours + minutes.unwrap_or(0))))
}
