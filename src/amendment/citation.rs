//! A citation: a mention by its source, its sentence and its figure, as they were printed. It finds the mention again after
//! another analysis, in whatever order articles come, and when the text around it has changed.

use crate::{
    article::{Article, as_text, split::Part},
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle},
    text::Span,
};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, path::PathBuf};

/// What a mention is found again by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    /// What the source is called.
    pub source: String,
    /// The file of the article.
    #[serde(serialize_with = "as_text")]
    pub path: PathBuf,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// Which article of the file, from 0.
    pub index: u32,
    /// Which part of that article, where a person cut it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// The sentence, as it was printed.
    pub sentence: String,
    /// How often the article prints that sentence before.
    pub again: u32,
    /// The figure without its hedge, as it was printed.
    pub figure: String,
    /// Where it begins in the sentence, in bytes.
    pub at: usize,
}

/// How surely an article is the one that is cited, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    /// The source is called the same.
    Name,
    /// It was read from the same place.
    Path,
    /// It was read from the same bytes.
    Bytes,
}

/// In a sentence that was changed, so many bytes before the figure, or behind it, are enough to know it by.
const ENOUGH: usize = 12;

impl Citation {
    /// The citation of a figure.
    #[must_use]
    pub fn of(corpus: &Corpus, id: QuantityId) -> Self {
        Self::at(corpus.read(corpus.article_of(id)), corpus.quantity(id).core)
    }

    /// The citation of a figure that stands there, whether it is counted among the figures or not.
    #[must_use]
    pub fn at(read: &ReadArticle, core: Span) -> Self {
        let Article { origin, text, .. } = &*read.article;
        let place = read.sentences.partition_point(|s| s.span.start() <= core.start()).saturating_sub(1);
        let span = read.sentences.get(place).map_or(core, |s| s.span).cover(core);
        let sentence = span.of(text);
        let before = read.sentences.iter().take(place).filter(|s| s.span.of(text) == sentence).count();
        Self {
            source: read.article.known_as(),
            path: origin.path.clone(),
            sha256: origin.sha256.clone(),
            index: origin.index,
            part: origin.part.clone(),
            sentence: sentence.to_owned(),
            again: before as u32,
            figure: core.of(text).to_owned(),
            at: core.start() - span.start(),
        }
    }

    /// The figure, among those of the corpus.
    #[must_use]
    pub fn quantity(&self, corpus: &Corpus) -> Option<QuantityId> {
        let (article, core) = self.place(corpus)?;
        corpus.quantities_of(article).find(|q| corpus.quantity(*q).core == core)
    }

    /// The same mention, as it is cited now.
    #[must_use]
    pub fn now(&self, corpus: &Corpus) -> Option<Self> {
        let (article, core) = self.place(corpus)?;
        Some(Self::at(corpus.read(article), core))
    }

    /// Whether its article is here, and does not hold it any more.
    #[must_use]
    pub fn is_lost(&self, corpus: &Corpus) -> bool {
        let is_here = |id| self.sureness(corpus.article(id)).is_some_and(|s| s >= Sureness::Path);
        corpus.article_ids().any(is_here) && self.place(corpus).is_none()
    }

    /// The article that holds it, and where the figure stands there.
    #[must_use]
    pub fn place(&self, corpus: &Corpus) -> Option<(ArticleId, Span)> {
        let mut known: Vec<(Sureness, ArticleId)> =
            corpus.article_ids().filter_map(|id| Some((self.sureness(corpus.article(id))?, id))).collect();
        // Of several that are as sure, the first by itself, whatever the order they came in.
        known.sort_by_key(|(sureness, id)| {
            let article = corpus.article(*id);
            (Reverse(*sureness), &article.text, &article.origin.path)
        });
        known.into_iter().find_map(|(_, id)| Some((id, self.within(corpus.read(id))?)))
    }

    fn sureness(&self, article: &Article) -> Option<Sureness> {
        let Article { origin, .. } = article;
        // What was cited before its file was cut stands in one of the parts now.
        if origin.index != self.index || self.part.is_some() && origin.part != self.part {
            return None;
        }
        if !self.sha256.is_empty() && origin.sha256 == self.sha256 {
            return Some(Sureness::Bytes);
        }
        if origin.path == self.path {
            return Some(Sureness::Path);
        }
        (!self.source.is_empty() && article.known_as() == self.source).then_some(Sureness::Name)
    }

    /// Where an article has the figure.
    fn within(&self, read: &ReadArticle) -> Option<Span> {
        let text = &read.article.text;
        let mut same = read.sentences.iter().filter(|s| s.span.of(text) == self.sentence).map(|s| s.span);
        match same.clone().nth(self.again as usize).or_else(|| same.next()) {
            Some(sentence) => {
                let start = sentence.start() + self.at.min(sentence.len());
                let printed = Span::new(start, (start + self.figure.len()).min(sentence.end()));
                // How far a figure reaches may be read otherwise by a later version of the program.
                read.printed().map(|q| q.core).find(|core| core.overlaps(printed))
            }
            None => self.within_changed(read),
        }
    }

    /// Where an article has the figure in a sentence that was changed on one side of it.
    fn within_changed(&self, read: &ReadArticle) -> Option<Span> {
        let text = &read.article.text;
        let (before, rest) = self.sentence.split_at_checked(self.at)?;
        let after = rest.get(self.figure.len()..)?;
        let mut found = read.printed().map(|q| q.core).filter(|core| {
            let place = read.sentences.partition_point(|s| s.span.start() <= core.start()).saturating_sub(1);
            let Some(sentence) = read.sentences.get(place).map(|s| s.span) else { return false };
            let head = text.get(sentence.start()..core.start());
            let tail = text.get(core.end()..sentence.end());
            let same = |known: &str, now: Option<&str>| known.trim().len() >= ENOUGH && now == Some(known);
            core.of(text) == self.figure && (same(before, head) || same(after, tail))
        });
        found.next().filter(|_| found.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::tests::corpus, *};
    use crate::{article::split::Cut, language::Registry};
    use std::sync::Arc;

    /// Cites the figure `figure` of one text, and says what stands there in the other, before and behind it.
    fn check(before: &str, figure: &str, after: &str, expected: Option<&str>) {
        let old = corpus(&[("a", before)]);
        let cited = old.quantity_ids().filter(|q| old.quantity(*q).core.of(before) == figure).last();
        let citation = Citation::of(&old, cited.expect("the figure is read"));
        let new = corpus(&[("b", "Nada."), ("a", after)]);
        let found = citation.place(&new).map(|(_, core)| &after[..core.end()]);
        assert_eq!(found, expected, "{before} / {after}");
    }

    #[test]
    fn a_mention_is_found_again() {
        let text = "Hubo 11 muertos y 11 heridos. Llovió.";
        check(text, "11", text, Some("Hubo 11 muertos y 11"));
        check(text, "11", "Antes.\n\nHubo 11 muertos y 11 heridos. Paró.", Some("Antes.\n\nHubo 11 muertos y 11"));
        // A sentence that goes on, one that begins otherwise, one that says something else.
        let grown = "Hubo 11 muertos y 11 heridos, según Efe.";
        check(text, "11", grown, Some("Hubo 11 muertos y 11"));
        let tail = "Según Efe, 40 vecinos siguen en el polideportivo.";
        check(tail, "40", "Dice Efe: 40 vecinos siguen en el polideportivo.", Some("Dice Efe: 40"));
        check(text, "11", "Hubo 12 muertos y 13 heridos.", None);
        check(tail, "40", "Hay 40 personas.", None);
    }

    #[test]
    fn a_mention_is_found_in_the_part_that_its_file_was_cut_into() {
        let whole = corpus(&[("a", "Hubo 11 muertos.\n\nHubo 12 heridos.")]);
        let cited = Citation::of(&whole, QuantityId(1));
        let part = |number| Some(Part { cut: Cut::Lines("Hubo".into()), number, of: None });
        let mut articles =
            ["Hubo 11 muertos.", "Hubo 12 heridos."].map(|text| Article::from_text("a", text, "es", None));
        articles[0].origin.part = part(0);
        articles[1].origin.part = part(1);
        let languages = Registry::built_in();
        let read = articles.map(|a| Arc::new(ReadArticle::read(Arc::new(a), &languages)));
        let parts = Corpus::new(read.to_vec());
        let found = cited.quantity(&parts);
        assert_eq!(found.map(|q| parts.article_of(q)), Some(ArticleId(1)));
        // What was cited in one part is not looked for in another.
        let now = cited.now(&parts).expect("it is there");
        assert!(now.part.is_some() && now.quantity(&whole).is_none());
    }

    #[test]
    fn a_sentence_that_is_printed_twice_has_two_mentions() {
        let text = "Hay 11 muertos.\n\nHay 11 muertos.";
        let corpus = corpus(&[("a", text)]);
        for id in corpus.quantity_ids() {
            assert_eq!(Citation::of(&corpus, id).quantity(&corpus), Some(id));
        }
    }

    #[test]
    fn a_citation_that_makes_no_sense_finds_nothing_amiss() {
        let corpus = corpus(&[("a", "Hay 11 muertos — según él — y 12 más.")]);
        let sound = Citation::of(&corpus, QuantityId(0));
        for at in [0, 17, 18, 19, usize::MAX] {
            for figure in ["", "—", "11 muertos y mucho más de lo que cabe en la frase"] {
                for sentence in [sound.sentence.as_str(), "", "Otra — frase"] {
                    let cited = Citation { at, figure: figure.into(), sentence: sentence.into(), ..sound.clone() };
                    let _ = (cited.place(&corpus), cited.now(&corpus), cited.is_lost(&corpus));
                }
            }
        }
    }

    #[test]
    fn the_same_words_in_another_source_are_another_mention() {
        let text = "Hay 11 muertos.";
        let both = corpus(&[("a", text), ("b", text)]);
        let citations: Vec<_> = both.quantity_ids().map(|q| Citation::of(&both, q)).collect();
        let alone = corpus(&[("b", text)]);
        assert_eq!(citations[0].place(&alone), None);
        assert!(!citations[0].is_lost(&alone));
        assert_eq!(citations[1].quantity(&alone), Some(QuantityId(0)));
    }
}
