//! Constraints: what the person holds together and apart, against the groups that were found: must-link and cannot-link of
//! clustering with background knowledge (Wagstaff et al. 2001).
//!
//! They are applied to finished groups, so that taking one figure away leaves the others of its group together.

use super::cluster;
use rustc_hash::{FxHashMap, FxHashSet};

/// Pairs of figures, by the places of their contexts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    together: Vec<(u32, u32)>,
    /// The first was taken away from the second.
    taken: FxHashSet<(u32, u32)>,
}

/// Groups that the constraints hold for.
#[derive(Debug, Default, PartialEq)]
pub struct Held {
    /// Figures that state one fact, sorted as they were.
    pub groups: Vec<Vec<u32>>,
    /// For every figure in a group that was joined the group that it was in.
    joined: FxHashMap<u32, u32>,
    /// The figures whose groups were joined by them.
    tied: FxHashSet<u32>,
}

impl Held {
    /// Whether a figure brought its group to another; not where the two were one already.
    #[must_use]
    pub fn ties(&self, figure: u32) -> bool {
        self.tied.contains(&figure)
    }

    /// Whether two figures of one group are together by the person's will alone.
    #[must_use]
    pub fn by_hand(&self, a: u32, b: u32) -> bool {
        matches!((self.joined.get(&a), self.joined.get(&b)), (Some(x), Some(y)) if x != y)
    }
}

impl Constraints {
    /// Figures that belong together, and figures of which the first was taken away from the second.
    #[must_use]
    pub fn new(together: Vec<(u32, u32)>, taken: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self { together, taken: taken.into_iter().collect() }
    }

    /// Whether two figures are not to be together.
    #[must_use]
    pub fn parts(&self, a: u32, b: u32) -> bool {
        self.taken.contains(&(a, b)) || self.taken.contains(&(b, a))
    }

    /// Whether the person took a figure away from another.
    #[must_use]
    pub fn takes(&self, figure: u32) -> bool {
        self.taken.iter().any(|(taken, _)| *taken == figure)
    }

    /// Takes figures out of their groups and joins groups. What was taken apart stays apart, whatever would join it.
    #[must_use]
    pub fn hold(&self, groups: Vec<Vec<u32>>) -> Held {
        let groups: Vec<Vec<u32>> =
            if self.taken.is_empty() { groups } else { groups.into_iter().flat_map(|g| self.split(g)).collect() };
        if self.together.is_empty() {
            let mut groups = groups;
            groups.sort_unstable();
            return Held { groups, ..Held::default() };
        }
        let mut group_of: FxHashMap<u32, u32> = FxHashMap::default();
        for (place, group) in groups.iter().enumerate() {
            group_of.extend(group.iter().map(|i| (*i, place as u32)));
        }
        let mut links: Vec<(u32, u32)> = Vec::new();
        let mut tied = FxHashSet::default();
        for (a, b) in &self.together {
            let (Some(x), Some(y)) = (group_of.get(a), group_of.get(b)) else { continue };
            links.push((*x, *y));
            let first = cluster::components(groups.len(), links.iter().copied());
            let whole: Vec<u32> =
                (0..groups.len()).filter(|g| first[*g] == first[*x as usize]).flat_map(|g| groups[g].clone()).collect();
            if self.taken.iter().any(|(t, from)| whole.contains(t) && whole.contains(from)) {
                links.pop();
            } else if x != y {
                tied.extend([*a, *b]);
            }
        }
        let first = cluster::components(groups.len(), links);
        let mut united: Vec<Vec<u32>> = vec![Vec::new(); groups.len()];
        let mut joined = FxHashMap::default();
        for (place, group) in groups.into_iter().enumerate() {
            joined.extend(group.iter().map(|i| (*i, place as u32)));
            united[first[place] as usize].extend(group);
        }
        united.retain(|g| !g.is_empty());
        united.iter_mut().for_each(|g| g.sort_unstable());
        united.sort_unstable();
        Held { groups: united, joined, tied }
    }

    /// A group without the figures that were taken away from others in it. Those that were taken from the same, and not from
    /// each other, stay together.
    fn split(&self, group: Vec<u32>) -> Vec<Vec<u32>> {
        let taken = |i: &u32| group.iter().any(|other| self.taken.contains(&(*i, *other)));
        let (gone, stay): (Vec<u32>, Vec<u32>) = group.iter().partition(|i| taken(i));
        let mut parts: Vec<Vec<u32>> = Vec::new();
        for figure in gone {
            match parts.iter_mut().find(|p| p.iter().all(|other| !self.parts(figure, *other))) {
                Some(part) => part.push(figure),
                None => parts.push(vec![figure]),
            }
        }
        parts.extend(Some(stay).filter(|s| !s.is_empty()));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(groups: &[&[u32]], together: &[(u32, u32)], taken: &[(u32, u32)], expected: &[&[u32]]) -> Held {
        let constraints = Constraints::new(together.to_vec(), taken.iter().copied());
        let held = constraints.hold(groups.iter().map(|g| g.to_vec()).collect());
        assert_eq!(held.groups, expected, "{together:?} {taken:?}");
        held
    }

    #[test]
    fn a_figure_leaves_its_group_and_the_others_stay() {
        check(&[&[0, 1, 2]], &[], &[(1, 0), (1, 2)], &[&[0, 2], &[1]]);
        check(&[&[0, 1]], &[], &[(1, 0)], &[&[0], &[1]]);
        check(&[&[0, 1], &[2]], &[], &[(1, 2)], &[&[0, 1], &[2]]);
        // Two that go at once stay together; two that went one after the other do not.
        check(&[&[0, 1, 2]], &[], &[(1, 0), (2, 0)], &[&[0], &[1, 2]]);
        check(&[&[0, 1, 2]], &[], &[(1, 0), (1, 2), (2, 0)], &[&[0], &[1], &[2]]);
    }

    #[test]
    fn groups_are_joined_with_all_that_is_in_them() {
        let held = check(&[&[0, 1], &[2, 3], &[4]], &[(1, 2)], &[], &[&[0, 1, 2, 3], &[4]]);
        assert!(held.by_hand(0, 3) && held.by_hand(1, 2));
        assert!(!held.by_hand(0, 1) && !held.by_hand(2, 3));
        assert!(held.ties(1) && held.ties(2) && !held.ties(0));
        // What is one already was not brought about by hand.
        let held = check(&[&[0, 1]], &[(0, 1)], &[], &[&[0, 1]]);
        assert!(!held.ties(0) && !held.by_hand(0, 1));
    }

    #[test]
    fn what_was_taken_apart_stays_apart() {
        check(&[&[0, 1], &[2]], &[(1, 2)], &[(2, 0)], &[&[0, 1], &[2]]);
        check(&[&[0], &[1], &[2]], &[(0, 1), (1, 2)], &[(2, 0)], &[&[0, 1], &[2]]);
    }
}
