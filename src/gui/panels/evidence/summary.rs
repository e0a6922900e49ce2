//! Who says what about a finding, in one line.

use crate::{
    finding::{Finding, Verdict},
    gui::{
        session::Session,
        voices::{Telling, Voice},
    },
    quantity::{Amount, Quantity},
    text::fold,
    wording::Wording,
};

/// How many different values or names are told before the rest is counted.
const TOLD: usize = 3;

/// Who stands alone: "solo La Tribuna Nacional se aparta".
#[must_use]
pub fn apart(session: &Session, words: &Wording, finding: &Finding, voices: &[Voice]) -> Option<String> {
    let voice = voices.first().filter(|v| v.apart && v.letters.len() == 1)?;
    let name = names(session, finding, voice).into_iter().next()?;
    Some(words.with("evidence-apart", &[("name", &name)]))
}

/// The summary of a finding.
#[must_use]
pub fn of(session: &Session, words: &Wording, finding: &Finding, voices: &[Voice]) -> String {
    let Some(first) = voices.first() else { return String::new() };
    let all: Vec<&Voice> = voices.iter().collect();
    let values = join(words, values(session, finding, &all), "or");
    let mut sources: Vec<_> = voices.iter().flat_map(|v| v.letters.iter().copied()).collect();
    sources.sort_unstable();
    sources.dedup();
    if finding.verdict == Verdict::Single || sources.len() == 1 {
        let several = finding.mentions.len() > 1 && voices.len() > 1;
        let key = match (several, finding.is_rival_claims()) {
            (_, true) => "evidence-rival-claims",
            (true, false) => "evidence-within-one",
            (false, false) => "evidence-alone",
        };
        let name = names(session, finding, first).into_iter().next().unwrap_or_default();
        return words.with(key, &[("name", &name), ("values", &values)]);
    }
    if voices.len() == 1 {
        let who = words.count("evidence-sources-agree", &[("count", sources.len())]);
        return words.with("evidence-agree", &[("who", &who), ("values", &values)]);
    }
    if first.apart {
        let rest: Vec<&Voice> = voices[1..].iter().collect();
        // A source that says both is not one of the others.
        let others = sources.iter().filter(|l| !first.letters.contains(l)).count();
        let said = [
            ("voice", say(session, words, finding, first)),
            ("others", words.count("evidence-others-say", &[("count", others)])),
            ("values", join(words, self::values(session, finding, &rest), "or")),
        ];
        return words.with("evidence-against-others", &said.each_ref().map(|(name, text)| (*name, text.as_str())));
    }
    let mut told: Vec<String> = voices.iter().take(TOLD).map(|v| say(session, words, finding, v)).collect();
    if voices.len() > TOLD {
        told.push(words.count("evidence-more-values", &[("count", voices.len() - TOLD)]));
    }
    format!("{}.", told.join("; "))
}

/// "El Correo y Radio Ribera dicen 9".
fn say(session: &Session, words: &Wording, finding: &Finding, voice: &Voice) -> String {
    let names = names(session, finding, voice);
    let verb = words.count("evidence-say", &[("count", names.len())]);
    let values = join(words, values(session, finding, &[voice]), "or");
    words.with("evidence-voice", &[("names", &join(words, names, "and")), ("verb", &verb), ("values", &values)])
}

/// The outlets of a voice, each once.
fn names(session: &Session, finding: &Finding, voice: &Voice) -> Vec<String> {
    let corpus = &session.analysis().corpus;
    let mut names: Vec<String> = Vec::new();
    for &mention in &voice.mentions {
        let name = corpus.article(finding.mentions[mention].article).name();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The different wordings of what voices say.
fn values(session: &Session, finding: &Finding, voices: &[&Voice]) -> Vec<String> {
    let corpus = &session.analysis().corpus;
    let telling = Telling::of(finding, corpus);
    let mut values: Vec<(String, &Quantity)> = Vec::new();
    for mention in voices.iter().flat_map(|v| &v.mentions).map(|&m| &finding.mentions[m]) {
        let value = telling.within_sentence(mention);
        let quantity = corpus.quantity(mention.quantity);
        // "11" and "once" are one value; "600 heridos" and "600 muertos" are not, where that is the question.
        let told =
            |(v, q): &(String, &Quantity)| fold(v) == fold(&value) || (!telling.is_counted() && is_same(q, quantity));
        if !values.iter().any(told) {
            values.push((value, quantity));
        }
    }
    values.into_iter().map(|(value, _)| value).collect()
}

/// Whether two figures state the same in other words.
fn is_same(a: &Quantity, b: &Quantity) -> bool {
    match (&a.amount, &b.amount) {
        (Amount::Number(x), Amount::Number(y)) => {
            (x.low, x.high, a.hedge, &a.unit.measure) == (y.low, y.high, b.hedge, &b.unit.measure)
        }
        (x, y) => x == y,
    }
}

/// "A", "A y B", "A, B y 3 más": no more than [`TOLD`] by name.
fn join(words: &Wording, mut items: Vec<String>, kind: &str) -> String {
    if items.len() > TOLD {
        let more = items.split_off(TOLD - 1).len();
        if kind == "or" {
            return format!("{} {}", items.join(", "), words.count("evidence-more-values", &[("count", more)]));
        }
        items.push(words.count("evidence-more", &[("count", more)]));
    }
    let Some(last) = items.pop() else { return String::new() };
    if items.is_empty() {
        return last;
    }
    let key = format!("evidence-list-{kind}");
    words.with(&key, &[("first", &items.join(", ")), ("last", &last)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    #[test]
    fn the_summary_says_who_says_what() {
        let session = fixture::session();
        let check = |place: usize, language, expected: &str| {
            let finding = session.shown().nth(place).expect("a finding");
            let voices = crate::gui::voices::voices(finding, &session);
            assert_eq!(of(&session, &Wording::new(language), finding, &voices), expected);
        };
        check(1, "es", "Diario del Puerto dice más de 40. Las otras 3 fuentes dicen 20 y 30 o 25.");
        check(3, "es", "El Correo de Aldura dice 230 millones; Diario del Puerto dice 320 millones.");
        check(6, "es", "Las 2 fuentes coinciden: 118.");
        check(9, "es", "Solo Agencia Litoral da esta cifra: hasta 2.300.");
    }

    #[test]
    fn long_lists_are_counted() {
        let words = Wording::new("es");
        let items = |n: usize| (0..n).map(|i| i.to_string()).collect::<Vec<_>>();
        assert_eq!(join(&words, items(1), "and"), "0");
        assert_eq!(join(&words, items(2), "and"), "0 y 1");
        assert_eq!(join(&words, items(3), "or"), "0, 1 o 2");
        assert_eq!(join(&words, items(7), "and"), "0, 1 y 5 más");
    }
}
