//! Clustering by average linkage: figures that state one fact, from how likely each pair of them does.

use rustc_hash::FxHashMap;
use std::{cmp::Ordering, collections::BinaryHeap};

/// Two that may never come together count this much in the average of their groups.
pub const CANNOT_LINK: f32 = -3.0;

/// Groups `count` things by average linkage: the two groups with the highest mean likelihood are joined, again and
/// again, while that mean is at least `stop`. A pair that is not in `links` counts as 0. Every group is sorted, and the
/// groups are sorted by their first member; things that join nothing are groups of one.
///
/// Average linkage bought .58–.61 where single linkage gave .44 and complete linkage .50 (MATCHING.md): one wrong pair
/// cannot merge two facts.
#[must_use]
pub fn average_linkage(count: usize, links: &[(u32, u32, f32)], stop: f32) -> Vec<Vec<u32>> {
    let mut linkage = Linkage::new(count, links);
    while let Some(Candidate { mean, a, b, .. }) = linkage.heap.pop() {
        if mean < stop {
            break;
        }
        if linkage.is_current(a, b, mean) {
            linkage.join(a, b);
        }
    }
    let mut groups: Vec<Vec<u32>> = linkage.members.into_iter().filter(|m| !m.is_empty()).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Which of `count` things hang together by the links, directly or through others: for each the first of those it belongs to.
#[must_use]
pub fn components(count: usize, links: impl IntoIterator<Item = (u32, u32)>) -> Vec<u32> {
    fn first(of: &mut [u32], mut i: u32) -> u32 {
        while of[i as usize] != i {
            of[i as usize] = of[of[i as usize] as usize];
            i = of[i as usize];
        }
        i
    }
    let mut of: Vec<u32> = (0..count as u32).collect();
    for (a, b) in links {
        let (x, y) = (first(&mut of, a), first(&mut of, b));
        of[x.max(y) as usize] = x.min(y);
    }
    (0..count as u32).map(|i| first(&mut of, i)).collect()
}

struct Linkage {
    members: Vec<Vec<u32>>,
    /// For every group the summed likelihood of its pairs with every other group that it has a link to.
    sums: Vec<FxHashMap<u32, f32>>,
    heap: BinaryHeap<Candidate>,
}

/// Two groups that could be joined. Stale where one of them has changed since.
#[derive(PartialEq)]
struct Candidate {
    mean: f32,
    a: u32,
    b: u32,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        // Ties go to the earlier groups, so that the result does not depend on any order of hashing.
        self.mean.total_cmp(&other.mean).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Linkage {
    fn new(count: usize, links: &[(u32, u32, f32)]) -> Self {
        let mut sums = vec![FxHashMap::default(); count];
        let mut heap = BinaryHeap::with_capacity(links.len());
        for &(a, b, likelihood) in links {
            sums[a as usize].insert(b, likelihood);
            sums[b as usize].insert(a, likelihood);
            heap.push(Candidate { mean: likelihood, a: a.min(b), b: a.max(b) });
        }
        Self { members: (0..count as u32).map(|i| vec![i]).collect(), sums, heap }
    }

    fn mean(&self, a: u32, b: u32) -> Option<f32> {
        let pairs = self.members[a as usize].len() * self.members[b as usize].len();
        let sum = self.sums[a as usize].get(&b)?;
        (pairs > 0).then(|| sum / pairs as f32)
    }

    fn is_current(&self, a: u32, b: u32, mean: f32) -> bool {
        self.mean(a, b) == Some(mean)
    }

    /// Joins `b` into `a`.
    fn join(&mut self, a: u32, b: u32) {
        let members = std::mem::take(&mut self.members[b as usize]);
        self.members[a as usize].extend(members);
        self.sums[a as usize].remove(&b);
        let mut moved: Vec<(u32, f32)> = std::mem::take(&mut self.sums[b as usize]).into_iter().collect();
        // Floating-point sums depend on their order, so the order is fixed.
        moved.sort_unstable_by_key(|m| m.0);
        for (other, sum) in moved {
            if other != a {
                *self.sums[a as usize].entry(other).or_default() += sum;
                let back = &mut self.sums[other as usize];
                back.remove(&b);
                *back.entry(a).or_default() += sum;
            }
        }
        let mut others: Vec<u32> = self.sums[a as usize].keys().copied().collect();
        others.sort_unstable();
        for other in others {
            if let Some(mean) = self.mean(a, other) {
                self.heap.push(Candidate { mean, a: a.min(other), b: a.max(other) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(count: usize, links: &[(u32, u32, f32)], stop: f32, expected: &[&[u32]]) {
        assert_eq!(average_linkage(count, links, stop), expected, "{links:?} at {stop}");
    }

    #[test]
    fn hangs_together_by_links() {
        assert_eq!(components(2, []), [0, 1]);
        assert_eq!(components(5, [(3, 4), (1, 3)]), [0, 1, 2, 1, 1]);
    }

    #[test]
    fn groups_what_belongs_together() {
        check(0, &[], 0.5, &[]);
        check(2, &[], 0.5, &[&[0], &[1]]);
        check(3, &[(0, 1, 0.9), (1, 2, 0.4)], 0.5, &[&[0, 1], &[2]]);
        check(4, &[(0, 1, 0.9), (2, 3, 0.8), (1, 2, 0.9)], 0.5, &[&[0, 1], &[2, 3]]);
        check(3, &[(0, 1, 0.9), (1, 2, 0.9), (0, 2, CANNOT_LINK)], 0.3, &[&[0, 1], &[2]]);
        check(3, &[(0, 1, 0.8), (1, 2, 0.8), (0, 2, 0.7)], 0.5, &[&[0, 1, 2]]);
    }
}
