//! A figure as other programs get it: offsets in code points, values as numbers, dates as ISO text.

use crate::{
    article::Article,
    language::Hedge,
    quantity::{Amount, Kind, Quantity},
    text::{CodePoints, Span},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Serialize, Serializer};

/// One figure of a text, with the words around it: a W3C text-quote and text-position selector, and what was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Its first character, counted in code points of the article's text.
    pub start: usize,
    /// The character behind its last one.
    pub end: usize,
    /// The figure with its hedge, without the counted noun: "más de 11.000".
    pub exact: String,
    /// What sort of quantity it is.
    pub kind: Kind,
    /// The smallest value stated; none for "up to", and for dates and times.
    pub low: Option<Value>,
    /// The largest value stated; none for "more than", and for dates and times.
    pub high: Option<Value>,
    /// The date or time.
    pub iso: Option<String>,
    /// The counted noun or the unit, as the article words it; empty for a bare number.
    pub unit: String,
    /// How firmly it is said.
    pub hedge: Hedge,
}

/// An exact number, written as a number where it is handed on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value(pub Decimal);

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match (self.0.is_integer().then(|| self.0.to_i64()).flatten(), self.0.to_f64()) {
            (Some(whole), _) => to.serialize_i64(whole),
            (None, Some(number)) => to.serialize_f64(number),
            (None, None) => to.serialize_none(),
        }
    }
}

impl Figure {
    /// The figure `quantity` of `article`, whose text `points` counts.
    #[must_use]
    pub fn new(article: &Article, points: &CodePoints<'_>, quantity: &Quantity) -> Self {
        let (low, high, iso) = match &quantity.amount {
            Amount::Number(n) => (n.low, n.high, None),
            Amount::Score(a, b) => (Some(*a), Some(*b), None),
            Amount::Moment(moment) => (None, None, Some(moment.iso())),
        };
        Self {
            start: points.at(quantity.span.start()),
            end: points.at(quantity.span.end()),
            exact: quantity.span.of(&article.text).to_owned(),
            kind: quantity.kind,
            low: low.map(Value),
            high: high.map(Value),
            iso,
            unit: unit(article, quantity),
            hedge: quantity.hedge,
        }
    }

    /// Every figure of an article.
    #[must_use]
    pub fn all(article: &Article, quantities: &[Quantity]) -> Vec<Self> {
        let points = CodePoints::new(&article.text);
        quantities.iter().map(|q| Self::new(article, &points, q)).collect()
    }
}

/// The counted noun or the unit in the article's words; the unit's key where it was not written out.
fn unit(article: &Article, quantity: &Quantity) -> String {
    let printed = quantity.unit.span.map(|s| s.of(&article.text)).unwrap_or_default();
    match &quantity.unit.measure {
        Some(measure) if printed.is_empty() => measure.key.clone(),
        _ => printed.to_owned(),
    }
}

/// A stretch of a text to quote: the sentence around `figure`, cut at both ends where it is longer than [`LONGEST`].
#[must_use]
pub fn excerpt(text: &str, sentence: Span, figure: Span) -> Span {
    if sentence.len() <= LONGEST {
        return sentence;
    }
    let start = text.ceil_char_boundary(figure.start().saturating_sub(LONGEST / 2).max(sentence.start()));
    let end = text.floor_char_boundary((figure.end() + LONGEST / 2).min(sentence.end()));
    Span::new(start.min(figure.start()), end.max(figure.end()))
}

/// The longest sentence that is quoted whole, in bytes. A text without a full stop would else stand whole in every finding.
pub const LONGEST: usize = 2000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::ReadArticle, language::Registry};
    use serde_json::{Value as Json, json};
    use std::sync::Arc;

    fn figures(text: &str, language: &str) -> Json {
        let article = Arc::new(Article::from_text("a.txt", text, language, None));
        let read = ReadArticle::read(article.clone(), &Registry::built_in());
        serde_json::to_value(Figure::all(&article, &read.quantities)).expect("figures are plain data")
    }

    #[test]
    fn offsets_are_code_points() {
        let found = figures("Según Seúl, envió a más de 11.000 soldados.", "es");
        assert_eq!(
            found,
            json!([{"start": 20, "end": 33, "exact": "más de 11.000", "kind": "count", "low": 11000, "high": null,
                "iso": null, "unit": "soldados", "hedge": "more_than"}])
        );
    }

    #[test]
    fn values_are_numbers() {
        for (number, expected) in [("15000", "15000"), ("1.50", "1.5"), ("-3", "-3"), ("99999999999999999999", "1e+20")]
        {
            let value = Value(number.parse().expect("a number"));
            assert_eq!(serde_json::to_string(&value).expect("a number"), expected);
        }
    }

    #[test]
    fn long_sentences_are_cut_around_the_figure() {
        let text = format!("{} 15.000 {}", "ñ".repeat(5000), "é".repeat(5000));
        let figure = Span::new(10_001, 10_007);
        let cut = excerpt(&text, Span::new(0, text.len()), figure);
        assert!(cut.contains(figure) && cut.len() < LONGEST + 20);
        assert!(cut.of(&text).contains("15.000"));
    }
}
