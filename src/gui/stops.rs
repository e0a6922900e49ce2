//! The places that F6 goes round: the parts of the window that the keyboard can be in.

use egui::{Context, Id, Rect};
use std::collections::BTreeMap;

/// A part of the window, in the order in which F6 comes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Stop {
    Sources,
    Findings,
    Evidence,
    Reader,
    Ledger,
    Decisions,
    Messages,
    Menus,
}

/// Where the parts of the window are in this frame, and the first control of each.
#[derive(Debug, Default)]
pub struct Stops(BTreeMap<Stop, (Rect, Id)>);

impl Stops {
    /// Forgets all parts; they tell of themselves while they are painted.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// A part that is seen at `rect`, where `first` is the control that is gone to. The first one told counts.
    pub fn tell(&mut self, stop: Stop, rect: Rect, first: Id) {
        self.0.entry(stop).or_insert((rect, first));
    }

    /// Puts the keyboard into the next part of the window (`by` 1) or the one before (`by` -1), going round.
    pub fn go(&self, ctx: &Context, by: isize) {
        let stops: Vec<&(Rect, Id)> = self.0.values().collect();
        let focused = ctx.memory(|m| m.focused());
        let place = focused.and_then(|id| ctx.read_response(id)).map(|r| r.rect.center());
        let is_at = |(rect, first): &&(Rect, Id)| Some(*first) == focused || place.is_some_and(|p| rect.contains(p));
        // What may lie above others comes later in the order.
        let at = stops.iter().rposition(is_at).map(|at| at as isize);
        let before_first = if by < 0 { 0 } else { -1 };
        let next = (at.unwrap_or(before_first) + by).rem_euclid(stops.len().max(1) as isize);
        if let Some((_, first)) = stops.get(next as usize) {
            ctx.memory_mut(|m| m.request_focus(*first));
        }
    }
}
