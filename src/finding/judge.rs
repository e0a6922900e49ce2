//! Judging: groups of figures become findings, each pair with its verdict and the reasons for it.

use super::{ByHand, Finding, Fingerprint, Mark, Mention, Pair, Reason, Verdict, topic::topic};
use crate::{
    align::{
        Aligned, Compared,
        constraints::{Constraints, Held},
        context::Context,
        stand::stand,
    },
    article::Zone,
    attribution::Voice,
    concept::Class,
    corpus::{ArticleId, Corpus, QuantityId},
    quantity::{
        Amount, Day, Kind, Leeway, Moment, Quantity,
        rates::Rates,
        relation::{Relation, Shape, Stance, parts, representative},
    },
    text::one_line,
};
use rayon::prelude::*;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use rustc_hash::FxHashMap;

/// How many names or words a reason lists.
const LISTED: usize = 4;

/// Makes findings of groups, the gravest first.
#[must_use]
pub fn judge(aligned: &Aligned<'_>, compared: &[Compared], likelihoods: &[f32], groups: &[Vec<u32>]) -> Vec<Finding> {
    let constraints = Constraints::default();
    let held = constraints.hold(groups.to_vec());
    judge_by(aligned, compared, likelihoods, Wishes { constraints: &constraints, held: &held, leeway: Leeway::Usual })
}

/// What the person has a say in.
#[derive(Clone, Copy, Debug)]
pub struct Wishes<'a> {
    /// What the person joined and parted.
    pub constraints: &'a Constraints,
    /// The groups that hold to it.
    pub held: &'a Held,
    /// How wide "about" is.
    pub leeway: Leeway,
}

/// Makes findings of groups as the person wishes, the gravest first.
#[must_use]
pub fn judge_by(aligned: &Aligned<'_>, compared: &[Compared], likelihoods: &[f32], wishes: Wishes<'_>) -> Vec<Finding> {
    let by_pair = compared.iter().zip(likelihoods).map(|(c, p)| ((c.a, c.b), *p)).collect();
    let judge = Judge { aligned, by_pair, marks: marks(aligned), wishes };
    let mut findings: Vec<Finding> = wishes.held.groups.par_iter().filter_map(|g| judge.finding(g)).collect();
    findings.sort_by(Finding::by_gravity);
    findings
}

/// From here on a number of persons is hardly the same for two fates by chance.
const TELLING: u32 = 10;
/// How far from a figure, in figures, its number is looked for under another fate.
const FATE_REACH: u32 = 100;

struct Judge<'a> {
    aligned: &'a Aligned<'a>,
    /// How likely two figures state one fact, by the places of their contexts.
    by_pair: FxHashMap<(u32, u32), f32>,
    /// The mark of every figure, by the place of its context.
    marks: Vec<Mark>,
    wishes: Wishes<'a>,
}

impl Judge<'_> {
    fn finding(&self, group: &[u32]) -> Option<Finding> {
        let corpus = self.aligned.corpus;
        let first = self.context(*group.first()?);
        if group.len() == 1 && first.zone == Zone::Boilerplate {
            return None;
        }
        let mentions: Vec<Mention> = group
            .iter()
            .map(|&i| {
                let c = self.context(i);
                Mention {
                    quantity: c.quantity,
                    sentence: c.sentence,
                    article: c.article,
                    attribution: corpus.speaker(c.quantity).map(|s| s.span),
                    mark: self.marks[i as usize],
                    by_hand: ByHand { joined: self.wishes.held.ties(i), parted: self.wishes.constraints.takes(i) },
                }
            })
            .collect();
        let mut pairs = Vec::new();
        for (a, &i) in group.iter().enumerate() {
            for (b, &j) in group.iter().enumerate().skip(a + 1) {
                pairs.extend(self.pair(a, b, i, j));
            }
        }
        let verdict = pairs.iter().map(|p| p.verdict).min().unwrap_or(Verdict::Single);
        let of_verdict = || pairs.iter().filter(|p| p.verdict == verdict);
        let count = of_verdict().count().max(1) as f32;
        let confidence = if pairs.is_empty() { 1.0 } else { of_verdict().map(|p| p.sameness).sum::<f32>() / count };
        let quantity = corpus.quantity(first.quantity);
        let mut finding = Finding {
            fingerprint: Fingerprint::of(mentions.iter().map(|m| m.mark)),
            verdict,
            severity: 0.0,
            confidence,
            topic: topic(self.aligned, group),
            kind: quantity.kind,
            check: None,
            reasons: Vec::new(),
            mentions,
            pairs,
        };
        finding.severity = self.severity(&finding);
        Some(finding)
    }

    fn context(&self, i: u32) -> &Context {
        &self.aligned.contexts[i as usize]
    }

    fn pair(&self, a: usize, b: usize, i: u32, j: u32) -> Option<Pair> {
        let corpus = self.aligned.corpus;
        let (ca, cb) = (self.context(i), self.context(j));
        let (qa, qb) = (corpus.quantity(ca.quantity), corpus.quantity(cb.quantity));
        let relation = self.wishes.leeway.regard(qa, qb, stand(corpus, ca.quantity, cb.quantity)?);
        let other_fate = match relation.stance {
            Stance::Conflict => self.other_fate(ca, cb).or_else(|| self.other_fate(cb, ca).map(Reason::turned)),
            // "600 muertos" and "600 heridos", taken for one fact: the number agrees and what it counts does not.
            _ => (ca.counts_fate && cb.counts_fate && ca.fates_part(cb, self.aligned.lexicon))
                .then(|| self.counted_in(ca, cb)),
        };
        let later = self.raised_later(ca, cb, qa, qb, relation).filter(|_| other_fate.is_none());
        let verdict = match relation.stance {
            Stance::Agree if other_fate.is_some() => Verdict::Conflict,
            Stance::Agree => Verdict::Agree,
            Stance::Tension => Verdict::Tension,
            Stance::Conflict if later.is_some() => Verdict::Tension,
            Stance::Conflict => Verdict::Conflict,
        };
        let by_hand = self.wishes.held.by_hand(i, j);
        let likely = || self.by_pair.get(&(i.min(j), i.max(j))).copied().unwrap_or(0.0);
        let sameness = if by_hand { 1.0 } else { likely() };
        let mut reasons = Vec::from_iter(by_hand.then_some(Reason::JoinedByHand));
        reasons.extend(self.same_fact(ca, cb, qa, qb));
        reasons.extend(how_they_stand(corpus, ca.quantity, cb.quantity, relation));
        reasons.extend(other_fate);
        reasons.extend(later.map(|days| Reason::Later { days }));
        let speakers = self.speakers(ca, cb, verdict.is_flagged());
        let rivals = matches!(speakers, Some(Reason::RivalClaims { .. }));
        reasons.extend(speakers);
        if self.aligned.dispatches.together(ca.article, cb.article) {
            reasons.push(Reason::SameDispatch);
        }
        reasons.extend(self.against(ca, cb).into_iter().filter(|r| !(rivals && *r == Reason::SameArticle)));
        let difference = matches!(qa.amount, Amount::Number(_)).then_some(relation.gap);
        Some(Pair { a, b, verdict, difference, sameness, reasons })
    }

    /// Whether `b`'s article gives the number of `a` to another fate: of 98 dead and 14 injured in one article, and 14 dead and
    /// 98 injured in the other, either is the other's slip.
    fn other_fate(&self, a: &Context, b: &Context) -> Option<Reason> {
        let corpus = self.aligned.corpus;
        let exact = |c: &Context| Some(corpus.quantity(c.quantity)).filter(|q| q.kind == Kind::Count)?.exact();
        if a.article == b.article || a.own_fate.is_empty() {
            return None;
        }
        let number = exact(a).filter(|n| *n >= Decimal::from(TELLING))?;
        let mut near = corpus.beside(b.quantity, FATE_REACH).map(|q| self.context(q.0));
        let other = near.find(|c| exact(c) == Some(number) && a.fates_part(c, self.aligned.lexicon))?;
        Some(self.counted_in(a, other))
    }

    /// The two figures with what they count, as those of two fates.
    fn counted_in(&self, a: &Context, b: &Context) -> Reason {
        let corpus = self.aligned.corpus;
        Reason::OtherFate { a: corpus.counted(a.quantity), b: corpus.counted(b.quantity) }
    }

    /// By how many days the higher figure is the later one, where both count what happened to people and grows as they
    /// are found.
    fn raised_later(&self, a: &Context, b: &Context, qa: &Quantity, qb: &Quantity, relation: Relation) -> Option<i32> {
        let (Amount::Number(x), Amount::Number(y)) = (&qa.amount, &qb.amount) else { return None };
        let counts_fates = |c: &Context| {
            c.noun_concepts.entries().iter().any(|e| self.aligned.lexicon.concept(e.0).class == Class::Fate)
                || !c.fates.is_empty()
        };
        if relation.shape != Shape::Apart || !(counts_fates(a) && counts_fates(b)) {
            return None;
        }
        let published = |id: ArticleId| self.aligned.corpus.article(id).metadata.published;
        let days = (published(b.article)? - published(a.article)?).get_days();
        let rises = representative(qb, y) > representative(qa, x);
        (days != 0 && (days > 0) == rises).then_some(days.abs())
    }

    /// What speaks for one fact.
    fn same_fact(&self, a: &Context, b: &Context, qa: &Quantity, qb: &Quantity) -> Vec<Reason> {
        let corpus = self.aligned.corpus;
        let mut reasons = Vec::new();
        let words = |c: &Context, q: &Quantity| q.unit.span.map(|s| corpus.text(c.article, s).to_owned());
        let noun = a.noun_concepts.shared(&b.noun_concepts).next().is_some() || a.noun.shared(&b.noun).next().is_some();
        match (&qa.unit.measure, &qb.unit.measure) {
            (Some(x), Some(y)) if x.dimension == y.dimension => {
                reasons.push(Reason::SameMeasure { measure: x.dimension.clone() });
            }
            _ => {
                if let (true, Some(x), Some(y)) = (noun, words(a, qa), words(b, qb)) {
                    reasons.push(Reason::SameCounted { a: x, b: y });
                }
            }
        }
        let names = self.listed(a.names.shared(&b.names));
        if !names.is_empty() {
            reasons.push(Reason::SharedNames { names });
        }
        let words =
            self.listed(a.window.shared(&b.window).filter(|(t, _)| !a.names.entries().iter().any(|n| n.0 == *t)));
        if !words.is_empty() {
            reasons.push(Reason::SharedWords { words });
        }
        let prominent = |c: &Context| matches!(c.zone, Zone::Headline | Zone::Lead);
        if a.article != b.article && prominent(a) && prominent(b) {
            reasons.push(Reason::BothProminent);
        }
        reasons
    }

    /// Whether the two figures are stated by one speaker or by two, where both name somebody.
    fn speakers(&self, a: &Context, b: &Context, flagged: bool) -> Option<Reason> {
        let corpus = self.aligned.corpus;
        let words = |c: &Context| {
            let cited = corpus.text(c.article, corpus.speaker(c.quantity)?.span);
            Some(one_line(cited))
        };
        let (x, y) = (words(a)?, words(b)?);
        match a.voice_beside(b, self.aligned.corpus)? {
            Voice::Same => Some(Reason::SameSpeaker { a: x, b: y }),
            Voice::Different if !flagged => None,
            Voice::Different if a.article == b.article => Some(Reason::RivalClaims { a: x, b: y }),
            Voice::Different => Some(Reason::OtherSpeaker { a: x, b: y }),
            Voice::Open => None,
        }
    }

    /// The weightiest of the shared terms, as they are written.
    fn listed(&self, shared: impl Iterator<Item = (crate::align::terms::TermId, f32)>) -> Vec<String> {
        let mut shared: Vec<_> = shared.collect();
        shared.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        shared.iter().take(LISTED).map(|(term, _)| self.aligned.terms.as_written(self.aligned.corpus, *term)).collect()
    }

    /// What speaks against one fact.
    fn against(&self, a: &Context, b: &Context) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let only = |x: &Context, y: &Context| x.scopes.iter().copied().find(|s| !y.scopes.contains(s));
        if let Some(scope) = only(a, b).or_else(|| only(b, a)) {
            reasons.push(Reason::OtherScope { scope: self.aligned.lexicon.concept(scope).key.clone() });
        }
        if a.article == b.article {
            reasons.push(Reason::SameArticle);
        }
        if a.window.cosine(&b.window) + a.cognates.cosine(&b.cognates) < 0.08 {
            reasons.push(Reason::FewWords);
        }
        reasons
    }

    /// How much a finding matters: its verdict, how far apart the values are, how prominent they stand, how many tell it.
    fn severity(&self, finding: &Finding) -> f32 {
        let base = match finding.verdict {
            Verdict::Conflict => 0.6,
            Verdict::Tension => 0.35,
            Verdict::Agree => 0.1,
            Verdict::Single => 0.0,
        };
        let gap = finding
            .pairs
            .iter()
            .filter(|p| p.verdict.is_flagged())
            .map(|p| p.difference.unwrap_or(0.6).min(1.0))
            .fold(0.0, f64::max) as f32;
        let prominent = finding.mentions.iter().any(|m| {
            matches!(self.aligned.corpus.sentence(m.sentence).zone, Zone::Headline | Zone::Subhead | Zone::Lead)
        });
        let witnesses = finding.witnesses(&self.aligned.dispatches).independent;
        let breadth = (witnesses.min(5) as f32 - 1.0) / 4.0;
        // What an article tells as two versions is no slip, and can wait.
        let base = if finding.is_rival_claims() { base - 0.15 } else { base };
        (base + 0.15 * gap * finding.confidence + 0.1 * f32::from(u8::from(prominent)) + 0.1 * breadth).clamp(0.0, 1.0)
    }
}

/// In what way the two values differ or agree.
pub(super) fn how_they_stand(corpus: &Corpus, a: QuantityId, b: QuantityId, relation: Relation) -> Option<Reason> {
    let (qa, qb) = (corpus.quantity(a), corpus.quantity(b));
    let told = |id| one_line(corpus.told(id));
    let other_unit = || Reason::OtherUnit { a: corpus.counted(a), b: corpus.counted(b) };
    Some(match (relation.shape, qa.kind) {
        _ if relation.stance == Stance::Conflict && same_digits_in_two_units(qa, qb) => other_unit(),
        (Shape::Equal, _) => Reason::SameValue,
        (Shape::Rounded, _) => Reason::Rounded,
        (Shape::Converted, _) if qa.kind == Kind::Money || qb.kind == Kind::Money => {
            Reason::ByRate { date: Rates::built_in().date.clone() }
        }
        (Shape::Converted, Kind::Time) => Reason::OtherClock,
        (Shape::Converted, _) => Reason::Converted,
        (Shape::OtherPart, _) => {
            let (whole, part, rest) = parts(qa, qb)?;
            Reason::OtherPart { whole, part, rest }
        }
        (Shape::WithinBound, _) if relation.stance != Stance::Conflict => Reason::WithinBound,
        (Shape::Swapped, _) => Reason::SwappedDigits,
        (Shape::PowerOfTen(power), _) => Reason::PowerOfTen { power: u32::from(power) },
        (Shape::OtherUnit, _) => other_unit(),
        (Shape::OtherDirection, _) => Reason::OtherDirection,
        (_, Kind::Date) => other_day((told(a), qa), (told(b), qb)),
        (_, Kind::Time) => Reason::OtherHour { a: told(a), b: told(b) },
        (_, Kind::Score) => Reason::OtherScore { a: told(a), b: told(b) },
        _ => Reason::Apart { times: times(qa, qb)? },
    })
}

/// Two days that differ: with the days that were meant, where words such as "yesterday" leave them to be reckoned.
fn other_day((a, qa): (String, &Quantity), (b, qb): (String, &Quantity)) -> Reason {
    let day = |q: &Quantity| match &q.amount {
        Amount::Moment(Moment { day: Some(Day::Date(date)), .. }) => Some(*date),
        _ => None,
    };
    let reckoned = |told: &str| !told.contains(|c: char| c.is_ascii_digit());
    match (day(qa), day(qb)) {
        (Some(day_a), Some(day_b)) if day_a != day_b && (reckoned(&a) || reckoned(&b)) => {
            Reason::OtherDayFrom { a, day_a, b, day_b }
        }
        _ => Reason::OtherDay { a, b },
    }
}

/// Whether both write one number and mean it in two units of one kind: "12.000 hectáreas" and "12.000 acres".
fn same_digits_in_two_units(a: &Quantity, b: &Quantity) -> bool {
    let digits = |q: &Quantity| {
        let value = q.exact()?;
        let measure = q.unit.measure.as_ref()?;
        Some((value, measure.dimension.clone(), measure.key.clone()))
    };
    digits(a).zip(digits(b)).is_some_and(|(a, b)| a.0 == b.0 && a.1 == b.1 && a.2 != b.2)
}

/// How many times the larger value is the smaller, with a decimal place or as many as it takes: "2.3", "1.0004".
fn times(a: &Quantity, b: &Quantity) -> Option<String> {
    let (Amount::Number(x), Amount::Number(y)) = (&a.amount, &b.amount) else { return None };
    let (x, y) = (representative(a, x).to_f64()?.abs(), representative(b, y).to_f64()?.abs());
    let (small, large) = (x.min(y), x.max(y));
    if small <= 0.0 {
        return None;
    }
    let ratio = large / small;
    let places = if ratio < 1.95 { 2 } else { 1 };
    // Two values that are all but one are told apart by as many places as it takes.
    let mut told = (places..=6).map(|places| format!("{ratio:.places$}"));
    told.find(|text| text.parse::<f64>().is_ok_and(|shown| shown > 1.0))
}

/// The mark of every figure, by the place of its context.
fn marks(aligned: &Aligned<'_>) -> Vec<Mark> {
    let corpus = aligned.corpus;
    let mut seen: FxHashMap<(ArticleId, &str, &str), u32> = FxHashMap::default();
    let mark = |c: &Context| {
        let figure = corpus.text(c.article, corpus.quantity(c.quantity).span);
        let sentence = corpus.text(c.article, corpus.sentence(c.sentence).span);
        let again = seen.entry((c.article, figure, sentence)).or_default();
        *again += 1;
        Mark::of(&corpus.article(c.article).known_as(), figure, sentence, *again - 1)
    };
    aligned.contexts.iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::Article,
        concept::Lexicon,
        corpus::{Corpus, ReadArticle},
        language::Registry,
    };
    use jiff::civil::Date;
    use std::sync::Arc;

    /// What is said of the first figures of two texts, were they one fact, about the fates of those counted.
    fn check(a: &str, b: &str, expected: Option<(&str, &str)>) {
        let languages = Registry::built_in();
        let corpus = Corpus::of_texts(&[a, b], &languages);
        let aligned = Aligned::read(&corpus, Lexicon::built_in());
        let (constraints, held) = (&Constraints::default(), &Held::default());
        let wishes = Wishes { constraints, held, leeway: Leeway::Usual };
        let judge = Judge { aligned: &aligned, by_pair: FxHashMap::default(), marks: marks(&aligned), wishes };
        let second = corpus.quantities_of(ArticleId(1)).next().expect("the second text has a figure").0;
        let pair = judge.pair(0, 1, 0, second).expect("the two can be compared");
        let told = pair.reasons.into_iter().find(|r| matches!(r, Reason::OtherFate { .. }));
        let expected = expected.map(|(a, b)| Reason::OtherFate { a: a.to_owned(), b: b.to_owned() });
        assert_eq!(told, expected, "{a} / {b}");
    }

    #[test]
    fn one_number_in_two_units_is_told_with_its_units() {
        let languages = Registry::built_in();
        let told = |a: &str, b: &str| {
            let corpus = Corpus::of_texts(&[a, b], &languages);
            let (x, y) = (QuantityId(0), QuantityId(1));
            let relation = crate::quantity::relation::relate(corpus.quantity(x), corpus.quantity(y))?;
            match how_they_stand(&corpus, x, y, relation)? {
                Reason::OtherUnit { a, b } => Some((a, b)),
                _ => None,
            }
        };
        let own = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        let check = |a, b, expected| assert_eq!(told(a, b), expected, "{a} / {b}");
        check("Ardieron 12.000 hectáreas.", "Ardieron 12.000 acres.", own("12.000 hectáreas", "12.000 acres"));
        check("Cayó a 500 metros.", "Cayó a 500 kilómetros.", own("500 metros", "500 kilómetros"));
        check("Subió un 3 por ciento.", "Subió 3 puntos porcentuales.", own("3 por ciento", "3 puntos porcentuales"));
        check("Ardieron 12.000 hectáreas.", "Ardieron 10.000 acres.", None);
        check("Cayó a 500 metros.", "Cayó a medio kilómetro.", None);
    }

    #[test]
    fn how_two_values_differ_is_told_so_that_they_do() {
        let languages = Registry::built_in();
        let check = |a: &str, b: &str, expected: Reason| {
            let read = |text: &str, day: &str| {
                let article = Article::from_text(text, text, "es", day.parse().ok());
                Arc::new(ReadArticle::read(Arc::new(article), &languages))
            };
            let corpus = Corpus::new(vec![read(a, "2025-08-13"), read(b, "2025-08-14")]);
            let (x, y) = (QuantityId(0), QuantityId(1));
            let relation =
                crate::quantity::relation::relate(corpus.quantity(x), corpus.quantity(y)).expect("comparable");
            assert_eq!(how_they_stand(&corpus, x, y, relation), Some(expected), "{a} / {b}");
        };
        let days = |a: &str, day_a: i8, b: &str, day_b: i8| Reason::OtherDayFrom {
            a: a.into(),
            day_a: Date::constant(2025, 8, day_a),
            b: b.into(),
            day_b: Date::constant(2025, 8, day_b),
        };
        check("Cayó ayer.", "Cayó ayer.", days("ayer", 12, "ayer", 13));
        check("Cayó el martes.", "Cayó el 13 de agosto.", days("martes", 12, "13 de agosto", 13));
        let both = Reason::OtherDay { a: "12 de agosto".into(), b: "13 de agosto".into() };
        check("Cayó el 12 de agosto.", "Cayó el 13 de agosto.", both);
        let times = |times: &str| Reason::Apart { times: times.into() };
        check("Hay 20.001 casas.", "Hay 20.009 casas.", times("1.0004"));
        check("Hay 120 casas.", "Hay 150 casas.", times("1.25"));
        check("Hay 100 casas.", "Hay 230 casas.", times("2.3"));
    }

    #[test]
    fn the_number_of_another_fate_is_told() {
        let expected = Some(("75 muertos", "75 heridos"));
        check("El choque dejó 75 muertos y 12 heridos.", "El choque dejó 12 muertos y 75 heridos.", expected);
        check("El choque dejó 75 muertos y 13 heridos.", "El choque dejó 12 muertos y 70 heridos.", None);
        check("El choque dejó 75 muertos.", "El choque dejó 75 muertos y 75 heridos.", None);
        check("El choque dejó 75 muertos.", "Hubo 75 heridos.", Some(("75 muertos", "75 heridos")));
        check("El choque dejó 75 fallecidos.", "Hubo 75 muertos.", None);
    }
}
