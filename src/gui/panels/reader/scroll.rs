//! How far two columns are scrolled, and how one follows the other.

/// Where a linked pair of columns stands.
#[derive(Clone, Debug, Default)]
pub struct Scroll {
    /// How far each column is scrolled, in points.
    pub offset: [f32; 2],
    /// Where each is on its way to.
    goal: [Option<f32>; 2],
    /// The link by which the columns were held together last.
    anchor: Option<usize>,
}

/// The columns as scrolling sees them.
#[derive(Clone, Debug)]
pub struct Columns {
    /// How high each is.
    pub heights: [f32; 2],
    /// How much of them is seen.
    pub view: f32,
    /// For every link the height at which its ends stand; the selected link first counts.
    pub links: Vec<Ends>,
}

/// Where the two ends of a link stand in their columns.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    /// From the top of each column.
    pub y: [f32; 2],
    /// Whether it belongs to the selected finding.
    pub selected: bool,
}

/// What stands at this part of the height from the top is being read.
const READING_AT: f32 = 0.3;

/// What stands above this part of the height is seen well enough without scrolling.
const NEAR_THE_HEAD: f32 = 0.5;

/// How fast a column moves to its goal: it is there, as far as can be seen, after 0.18 s.
const SPEED: f32 = 26.0;

impl Columns {
    fn last(&self, side: usize) -> f32 {
        (self.heights[side] - self.view).max(0.0)
    }
}

impl Scroll {
    /// Goes to places in the columns, both at the same height of the window where that can be.
    pub fn go_to(&mut self, columns: &Columns, places: [Option<f32>; 2]) {
        let wanted = columns.view * READING_AT;
        match places {
            // Where both stand near the head of their articles, the titles are worth more than a level band.
            [Some(a), Some(b)] if a.max(b) <= columns.view * NEAR_THE_HEAD => {
                self.goal = [Some(0.0); 2];
            }
            [Some(a), Some(b)] => {
                // The heights at which a place can be shown, given how far its column goes.
                let reach = |side: usize, y: f32| (y - columns.last(side), y);
                let ((a_low, a_high), (b_low, b_high)) = (reach(0, a), reach(1, b));
                let at = wanted.max(a_low.max(b_low)).min(a_high.min(b_high));
                self.set_goal(columns, 0, a - at);
                self.set_goal(columns, 1, b - at);
            }
            [a, b] => {
                for (side, y) in [a, b].into_iter().enumerate() {
                    if let Some(y) = y {
                        self.set_goal(columns, side, y - wanted);
                    }
                }
            }
        }
    }

    fn set_goal(&mut self, columns: &Columns, side: usize, offset: f32) {
        self.goal[side] = Some(offset.clamp(0.0, columns.last(side)));
    }

    /// The person scrolls a column by so much (down is positive); the other follows.
    pub fn scroll(&mut self, columns: &Columns, side: usize, by: f32) {
        self.goal = [None; 2];
        self.offset[side] = (self.offset[side] + by).clamp(0.0, columns.last(side));
        self.follow(columns, side);
    }

    /// Puts the other column where the anchor has the same height: the selected link if it is seen, or else the topmost
    /// one that is. What lies between links is never guessed.
    fn follow(&mut self, columns: &Columns, side: usize) {
        let seen = |ends: &Ends| {
            let at = ends.y[side] - self.offset[side];
            (0.0..=columns.view).contains(&at)
        };
        let links = || columns.links.iter().enumerate().filter(|(_, ends)| seen(ends));
        let topmost = links().min_by(|x, y| x.1.y[side].total_cmp(&y.1.y[side]));
        let Some((anchor, ends)) = links().find(|(_, ends)| ends.selected).or(topmost) else { return };
        let other = 1 - side;
        let to = ends.y[other] - (ends.y[side] - self.offset[side]);
        if self.anchor.replace(anchor) == Some(anchor) {
            self.offset[other] = to.clamp(0.0, columns.last(other));
        } else {
            // Another anchor can be far away: the column is seen to move there.
            self.set_goal(columns, other, to);
        }
    }

    /// Moves on its way by a frame of `seconds`; at once where there should be no motion. Says whether it is still moving.
    pub fn step(&mut self, columns: &Columns, seconds: f32, still: bool) -> bool {
        for side in 0..2 {
            if let Some(goal) = self.goal[side] {
                let way = goal - self.offset[side];
                let share = if still { 1.0 } else { 1.0 - (-SPEED * seconds.max(0.0)).exp() };
                if way.abs() < 0.5 || share >= 1.0 {
                    self.offset[side] = goal;
                    self.goal[side] = None;
                } else {
                    self.offset[side] += way * share;
                }
            }
            self.offset[side] = self.offset[side].clamp(0.0, columns.last(side));
        }
        self.goal.iter().any(Option::is_some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(links: &[([f32; 2], bool)]) -> Columns {
        let links = links.iter().map(|&(y, selected)| Ends { y, selected }).collect();
        Columns { heights: [3000.0, 2000.0], view: 600.0, links }
    }

    #[test]
    fn both_places_come_to_the_same_height() {
        let check = |places: [f32; 2], expected: [f32; 2]| {
            let mut scroll = Scroll::default();
            let columns = columns(&[]);
            scroll.go_to(&columns, places.map(Some));
            while scroll.step(&columns, 0.1, false) {}
            assert_eq!(scroll.offset, expected, "{places:?}");
        };
        check([1000.0, 700.0], [820.0, 520.0]);
        // Near the head of both nothing moves.
        check([100.0, 250.0], [0.0, 0.0]);
        // Near the top both stand as high as the upper one can.
        check([50.0, 700.0], [0.0, 650.0]);
        // At the end of one column both stand lower.
        check([1000.0, 1900.0], [500.0, 1400.0]);
    }

    #[test]
    fn the_other_column_follows_the_topmost_link_in_sight() {
        let columns = columns(&[([100.0, 400.0], false), ([900.0, 1200.0], false)]);
        let mut scroll = Scroll::default();
        scroll.scroll(&columns, 0, 10.0);
        scroll.step(&columns, 0.0, true);
        assert_eq!(scroll.offset, [10.0, 310.0]);
        scroll.scroll(&columns, 0, 20.0);
        assert_eq!(scroll.offset, [30.0, 330.0]);
        // Between two links the other column stays where it is.
        scroll.scroll(&columns, 0, 100.0);
        assert_eq!(scroll.offset, [130.0, 330.0]);
    }

    #[test]
    fn the_selected_link_holds_while_it_is_seen() {
        let columns = columns(&[([100.0, 400.0], false), ([300.0, 1000.0], true)]);
        let mut scroll = Scroll::default();
        scroll.scroll(&columns, 1, 900.0);
        scroll.step(&columns, 0.0, true);
        assert_eq!(scroll.offset, [200.0, 900.0]);
    }

    #[test]
    fn no_column_leaves_its_ends() {
        let columns = columns(&[([2900.0, 10.0], true)]);
        let mut scroll = Scroll::default();
        scroll.scroll(&columns, 0, 1e9);
        scroll.step(&columns, 0.0, true);
        assert_eq!(scroll.offset, [2400.0, 0.0]);
        scroll.scroll(&columns, 0, -1e9);
        assert_eq!(scroll.offset[0], 0.0);
    }
}
