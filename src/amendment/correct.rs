//! Corrected figures in the place of what was read, before anything is compared.

use super::{Amendments, read};
use crate::{
    corpus::{Corpus, ReadArticle},
    language::Registry,
    quantity::Quantity,
    text::Span,
};
use std::{collections::BTreeMap, sync::Arc};

impl Amendments {
    /// The articles with their figures as the person corrected them.
    #[must_use]
    pub fn corrected(&self, articles: Vec<Arc<ReadArticle>>, languages: &Registry) -> Vec<Arc<ReadArticle>> {
        if self.corrected.is_empty() {
            return articles;
        }
        let corpus = Corpus::new(articles.clone());
        let mut told: BTreeMap<usize, Vec<(Span, Option<&str>)>> = BTreeMap::new();
        for correction in &self.corrected {
            if let Some((article, core)) = correction.mention.place(&corpus) {
                told.entry(article.0 as usize).or_default().push((core, correction.told.as_deref()));
            }
        }
        let correct = |(place, read): (usize, Arc<ReadArticle>)| match told.get(&place) {
            Some(told) => Arc::new(in_article(&read, told, languages)),
            None => read,
        };
        articles.into_iter().enumerate().map(correct).collect()
    }
}

/// An article with figures, by their places, that say something else, or nothing.
fn in_article(before: &ReadArticle, told: &[(Span, Option<&str>)], languages: &Registry) -> ReadArticle {
    let corrections = told.iter().filter_map(|&(core, told)| {
        let place = before.quantities.iter().position(|q| q.core == core)?;
        let figure = match told {
            Some(told) => {
                let figure = read(told, &before.article, &before.quantities[place], languages).ok()?;
                Some((told.to_owned(), figure))
            }
            None => None,
        };
        Some((place, figure))
    });
    let corrections: BTreeMap<usize, Option<(String, Quantity)>> = corrections.collect();
    before.amended(&corrections, languages)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Citation, tests::corpus},
        *,
    };
    use crate::corpus::{ArticleId, QuantityId};

    const TEXT: &str = "Hubo 11 muertos a 16 km (10 millas) del F15 y 3.150 militares.";

    /// The figures of the text, one of them corrected.
    fn figures(figure: &str, told: Option<&str>) -> Vec<String> {
        let before = corpus(&[("a", TEXT)]);
        let id = before.quantity_ids().find(|q| before.quantity(*q).core.of(TEXT) == figure).expect("a figure");
        let mut amendments = Amendments::default();
        amendments.correct(Citation::of(&before, id), told.map(str::to_owned));
        let after = amendments.corrected(vec![before.read(ArticleId(0)).clone()], &Registry::built_in());
        let after = Corpus::new(after);
        // Cited again, it is the same mention, whether it counts or not.
        assert_eq!(amendments.corrected[0].mention.now(&after), Some(amendments.corrected[0].mention.clone()));
        after.quantity_ids().map(|q| format!("{}:{:?}", after.told(q), after.quantity(q).converts)).collect()
    }

    #[test]
    fn what_the_person_says_stands_in_the_place_of_what_was_read() {
        assert_eq!(figures("3.150", Some("unos 1.350")), ["11:None", "16:None", "10:Some(1)", "unos 1.350:None"]);
        // What cannot be read changes nothing.
        assert_eq!(figures("3.150", Some("nada")), ["11:None", "16:None", "10:Some(1)", "3.150:None"]);
        assert_eq!(figures("11", None), ["16:None", "10:Some(0)", "3.150:None"]);
        assert_eq!(figures("16", None), ["11:None", "10:None", "3.150:None"]);
    }

    #[test]
    fn what_was_read_is_remembered() {
        let before = corpus(&[("a", TEXT)]);
        let last = QuantityId(before.quantity_ids().len() as u32 - 1);
        let mut amendments = Amendments::default();
        amendments.correct(Citation::of(&before, last), Some("1.350".into()));
        let after = amendments.corrected(vec![before.read(ArticleId(0)).clone()], &Registry::built_in());
        let after = Corpus::new(after);
        let corrected = after.corrected(last).expect("it was corrected");
        assert_eq!((corrected.told.as_str(), &corrected.read), ("1.350", before.quantity(last)));
        assert_eq!(after.quantity(last).exact(), Some(1350.into()));
        assert_eq!(after.quantity(last).core, before.quantity(last).core);
    }
}
