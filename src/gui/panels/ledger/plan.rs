//! How the width of the ledger is shared: a fixed column for the facts and their spread, the rest for the sources.

use super::data::Ledger;
use crate::gui::theme::{size, space};
use egui::{Rangef, Rect, Vec2, vec2};
use std::ops::Range;

/// Under this width of the window there is no column for the spread, and a narrower one for the facts.
const SPREAD_FROM: f32 = 1100.0;
const SPREAD: f32 = 136.0;
const FACT: f32 = 284.0;
const FACT_NARROW: f32 = 240.0;
const FACT_MAX: f32 = 420.0;
/// Figures that stand further apart than this are hard to compare.
const SOURCE_MAX: f32 = 220.0;

/// Where the columns stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The width of the column of the facts.
    pub fact: f32,
    /// The width of that of their spread; 0 where there is none.
    pub spread: f32,
    /// The width of a source.
    pub source: f32,
    /// How many sources there are.
    pub count: usize,
}

impl Plan {
    /// Shares a width among so many sources.
    #[must_use]
    pub fn of(width: f32, window: f32, count: usize) -> Self {
        let narrow = window < SPREAD_FROM;
        let spread = if narrow { 0.0 } else { SPREAD };
        let room = width - spread - space::XL;
        let least = if narrow { FACT_NARROW } else { FACT };
        let sources = count.max(1) as f32;
        let fact = (room - sources * SOURCE_MAX).clamp(least, FACT_MAX).floor();
        let source = ((room - fact) / sources).floor().clamp(size::LEDGER_SOURCE, SOURCE_MAX);
        Self { fact, spread, source, count }
    }

    /// What does not move sideways.
    #[must_use]
    pub fn fixed(&self) -> f32 {
        self.fact + self.spread
    }

    /// How large the whole table is below its head.
    #[must_use]
    pub fn size(&self, ledger: &Ledger) -> Vec2 {
        vec2(self.fixed() + self.count as f32 * self.source + space::XL, ledger.height() + space::L)
    }

    /// Where a source stands in a table whose left edge is at `left`, unless it was scrolled there.
    #[must_use]
    pub fn column(&self, left: f32, column: usize) -> Rangef {
        let from = left + self.fixed() + column as f32 * self.source;
        Rangef::new(from, from + self.source)
    }

    /// Where the lines end that part the rows of a table whose left edge is at `left`: with the last source, or with the
    /// window.
    #[must_use]
    pub fn end(&self, left: f32, window: f32) -> f32 {
        (left + self.fixed() + self.count as f32 * self.source).min(window)
    }

    /// The sources that can be seen in a part of the table.
    #[must_use]
    pub fn seen(&self, part: Rect) -> Range<usize> {
        let first = (part.left() / self.source).floor().max(0.0) as usize;
        let last = ((part.right() - self.fixed()) / self.source).ceil().max(0.0) as usize;
        first.min(self.count)..last.clamp(first.min(self.count), self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn the_width_is_shared() {
        let check = |width, count, expected: (f32, f32, f32)| {
            let plan = Plan::of(width, width, count);
            assert_eq!((plan.fact, plan.spread, plan.source), expected, "{count} in {width}");
        };
        check(1440.0, 6, (284.0, 136.0, 166.0));
        // Few sources stand together, and many are never narrower than their least.
        check(1440.0, 2, (420.0, 136.0, 220.0));
        check(1440.0, 60, (284.0, 136.0, 120.0));
        // In a narrow window the spread goes.
        check(1024.0, 6, (240.0, 0.0, 126.0));
    }

    #[test]
    fn only_what_can_be_seen_is_painted() {
        let plan = Plan { fact: 284.0, spread: 136.0, source: 120.0, count: 1000 };
        let seen = |left: f32, width: f32| plan.seen(Rect::from_min_max(pos2(left, 0.0), pos2(left + width, 500.0)));
        assert_eq!(seen(0.0, 1020.0), 0..5);
        assert_eq!(seen(60.0, 1020.0), 0..6);
        assert_eq!(seen(120.0, 1020.0), 1..6);
        assert_eq!(seen(119_500.0, 1020.0), 995..1000);
        assert_eq!(seen(500_000.0, 1020.0), 1000..1000);
    }
}
