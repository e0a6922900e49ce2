//! What was read at a token, kept for a while: several readers ask for the number at the same place, one after the other.

use std::cell::RefCell;

/// How many places are kept; the readers look a few tokens ahead and come back.
const PLACES: usize = 16;
/// How many questions can be asked of a place.
const QUESTIONS: usize = 4;

/// Answers by place and question. A new place takes the slot of one that lies [`PLACES`] tokens away.
#[derive(Debug)]
pub(super) struct Memo<T> {
    slots: RefCell<Vec<Option<(usize, T)>>>,
}

impl<T: Clone> Memo<T> {
    pub fn new() -> Self {
        Self { slots: RefCell::new(vec![None; PLACES * QUESTIONS]) }
    }

    /// The answer to a question (below [`QUESTIONS`]) at token `i`, worked out where it is not at hand.
    pub fn get(&self, i: usize, question: usize, answer: impl FnOnce() -> T) -> T {
        let slot = i % PLACES * QUESTIONS + question % QUESTIONS;
        if let Some((place, known)) = &self.slots.borrow()[slot]
            && *place == i
        {
            return known.clone();
        }
        // Nothing is borrowed while the answer is sought: that may ask again.
        let found = answer();
        self.slots.borrow_mut()[slot] = Some((i, found.clone()));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_worked_out_once() {
        let memo = Memo::new();
        assert_eq!(memo.get(3, 1, || memo.get(4, 1, || 7) + 1), 8);
        assert_eq!((memo.get(3, 1, || 0), memo.get(4, 1, || 0)), (8, 7));
        assert_eq!(memo.get(3, 2, || 9), 9);
        assert_eq!(memo.get(3 + PLACES, 1, || 5), 5);
        assert_eq!(memo.get(3, 1, || 6), 6);
    }
}
