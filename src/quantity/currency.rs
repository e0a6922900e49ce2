//! Which of several currencies a bare word means: a text that begins with "pesos colombianos" goes on with "pesos".

use super::{draft::Draft, rates::Rates};
use crate::language::Units;

/// Gives a currency's bare word its country, where the text names one country for it, and does so first.
pub(super) fn settle(found: &mut [Draft]) {
    let key = |d: &Draft| d.unit.map(|u| Units::built_in().get(u).key.as_str());
    let rates = Rates::built_in();
    // A bare sign is no word: beside "US$" a "$" means the other ones.
    let mut bare: Vec<&str> = found.iter().filter_map(key).filter(|k| rates.is_shared(k) && *k != "$").collect();
    bare.sort_unstable();
    bare.dedup();
    for word in bare {
        let family = || found.iter().filter(|d| key(d).is_some_and(|k| k != "$" && rates.may_be_one(k, word)));
        let first = family().next().and_then(|d| d.unit);
        let one = family().all(|d| key(d) == Some(word) || d.unit == first);
        if !one || first.is_none() {
            continue;
        }
        for draft in found.iter_mut().filter(|d| key(d) == Some(word)) {
            draft.unit = first;
        }
    }
}
