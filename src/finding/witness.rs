//! Witnesses: how many sources tell a fact on their own. Copies of one dispatch count as one.

use super::Finding;
use crate::{align::dispatch::Dispatches, corpus::ArticleId};
use serde::Serialize;

/// How many tell a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Witnesses {
    /// Articles that state it.
    pub sources: usize,
    /// The same, with those that print one dispatch counted once.
    pub independent: usize,
    /// The articles among them that print one dispatch, two or more of each, in order.
    pub dispatches: Vec<Vec<ArticleId>>,
}

impl Witnesses {
    /// How many of the sources print a dispatch that another one prints too.
    #[must_use]
    pub fn copies(&self) -> usize {
        self.dispatches.iter().map(Vec::len).sum()
    }
}

impl Finding {
    /// How many tell this fact.
    #[must_use]
    pub fn witnesses(&self, dispatches: &Dispatches) -> Witnesses {
        let mut articles: Vec<ArticleId> = self.mentions.iter().map(|m| m.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let mut groups: Vec<Vec<ArticleId>> = Vec::new();
        for &article in &articles {
            match groups.iter_mut().find(|g| dispatches.together(g[0], article)) {
                Some(group) => group.push(article),
                None => groups.push(vec![article]),
            }
        }
        let independent = groups.len();
        groups.retain(|g| g.len() > 1);
        Witnesses { sources: articles.len(), independent, dispatches: groups }
    }
}
