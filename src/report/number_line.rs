//! The number line of a finding: which lanes, which axis, what is measured. Plain data; window and reports draw it.

use super::{
    Telling, numbers,
    scale::{Axis, Scale, day_number, hours},
};
use crate::{
    corpus::{ArticleId, Corpus},
    finding::{Finding, Verdict},
    quantity::{Amount, Hedge, Interval, Leeway, Measure, Moment, Quantity},
    wording::Wording,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::fmt::Display;

/// What a number line shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<L> {
    /// The lanes from the top.
    pub lanes: Vec<Lane<L>>,
    /// The smallest and the largest value of the axis.
    pub ends: (f64, f64),
    /// Whether equal distances are equal ratios.
    pub logarithmic: bool,
    /// The values named under the axis, with their names.
    pub ticks: Vec<(f64, String)>,
    /// Whether a name is that of the stretch up to the next value, as a day's is.
    pub stretches: bool,
    /// Where the others overlap, and what to call it.
    pub common: Option<Common>,
    /// What is said under the axis: that it is logarithmic.
    pub remark: Option<String>,
    /// All of it in words, for a screen reader.
    pub spoken: String,
}

/// More letters than this in one lane would push the axis aside; the rest is counted, and the words name them all.
pub const MOST_BADGES: usize = 6;

impl<L> Line<L> {
    /// How far along the axis a value stands, from 0 to 1.
    #[must_use]
    pub fn share(&self, value: f64) -> f32 {
        let (low, high) = self.ends;
        let share = if self.logarithmic {
            (value.max(low).ln() - low.ln()) / (high.ln() - low.ln())
        } else {
            (value - low) / (high - low)
        };
        // An axis without width has no other place.
        if share.is_finite() { share.clamp(0.0, 1.0) as f32 } else { 0.0 }
    }
}

/// Where those that do not stand apart overlap.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// From.
    pub low: f64,
    /// To.
    pub high: f64,
    /// What to call it: "Zona común de A y C".
    pub name: String,
}

/// One value and who states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane<L> {
    /// The letters of the sources.
    pub letters: Vec<L>,
    /// The value in the words of the article.
    pub label: String,
    /// What is stated.
    pub extent: Extent,
    /// The verdict, where this value stands apart.
    pub apart: Option<Verdict>,
    /// How far it is from the nearest other value.
    pub gap: Option<Gap>,
}

/// A measured distance.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// To where it is measured.
    pub to: f64,
    /// How far that is: "1.800 más que A".
    pub label: String,
}

/// What a figure states, on an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// This value.
    Exact(f64),
    /// About this value: from, at, to.
    About(f64, f64, f64),
    /// From one value to another.
    Range(f64, f64),
    /// This value or more.
    From(f64),
    /// This value or less.
    To(f64),
}

impl Extent {
    /// Its ends; none where it is open.
    #[must_use]
    pub fn ends(self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Exact(at) => (Some(at), Some(at)),
            Self::About(low, _, high) | Self::Range(low, high) => (Some(low), Some(high)),
            Self::From(low) => (Some(low), None),
            Self::To(high) => (None, Some(high)),
        }
    }
}

/// What a source is called on a number line.
pub trait Letter: Copy + Ord + Display {}

impl<L: Copy + Ord + Display> Letter for L {}

/// A value with who states it, before it is a lane.
struct Stated<L> {
    extent: Extent,
    letters: Vec<L>,
    label: String,
    voice: usize,
}

/// The number line of a finding; none where there is nothing to compare or the values cannot stand on one axis.
#[must_use]
pub fn of<L: Letter>(
    finding: &Finding,
    corpus: &Corpus,
    leeway: Leeway,
    words: &Wording,
    letter_of: impl Fn(ArticleId) -> L,
) -> Option<Line<L>> {
    let quantities: Vec<&Quantity> = finding.mentions.iter().map(|m| corpus.quantity(m.quantity)).collect();
    let axis = axis(&quantities)?;
    let unit = Unit::of(quantities[0]);
    let voices = finding.voices();
    let outlier = finding.outlier(&voices);
    let telling = Telling::of(finding, corpus);
    let mut stated: Vec<Stated<L>> = Vec::new();
    for (voice, said) in voices.iter().enumerate() {
        for &place in &said.mentions {
            let mention = &finding.mentions[place];
            let Some(extent) = extent(axis, quantities[place], unit, leeway) else { continue };
            let letter = letter_of(mention.article);
            match stated.iter_mut().find(|s| s.extent == extent && s.voice == voice) {
                Some(same) if same.letters.contains(&letter) => {}
                Some(same) => same.letters.push(letter),
                None => {
                    let label = telling.within_sentence(mention);
                    stated.push(Stated { extent, letters: vec![letter], label, voice });
                }
            }
        }
    }
    if stated.len() < 2 {
        return None;
    }
    stated.iter_mut().for_each(|s| s.letters.sort_unstable());
    stated.sort_by_key(|s| (Some(s.voice) != outlier, s.letters[0]));
    let common = common(words, &stated, outlier);
    let values: Vec<Extent> = stated.iter().map(|s| s.extent).collect();
    let scale = Scale::of(axis, &values);
    let gaps: Vec<Option<Gap>> = stated
        .iter()
        .map(|s| (Some(s.voice) == outlier).then(|| gap(words, axis, finding.verdict, s, &stated)).flatten())
        .collect();
    let lanes: Vec<Lane<L>> = stated
        .into_iter()
        .zip(gaps)
        .map(|(s, gap)| Lane {
            apart: (Some(s.voice) == outlier).then_some(finding.verdict),
            letters: s.letters,
            label: s.label,
            extent: s.extent,
            gap,
        })
        .collect();
    Some(Line {
        spoken: spoken(words, &lanes, common.as_ref()),
        ticks: scale.ticks(words),
        stretches: axis == Axis::Day && scale.step == 1.0,
        ends: scale.ends,
        logarithmic: scale.logarithmic,
        remark: scale.logarithmic.then(|| words.text("evidence-logarithmic")),
        lanes,
        common,
    })
}

fn axis(quantities: &[&Quantity]) -> Option<Axis> {
    let mut numbers = 0;
    let mut days = 0;
    let mut clocks = 0;
    for quantity in quantities {
        match &quantity.amount {
            Amount::Number(_) => numbers += 1,
            Amount::Moment(m) if m.days().is_some() => days += 1,
            Amount::Moment(Moment { day: None, time: Some(_), .. }) => clocks += 1,
            _ => {}
        }
    }
    let most = numbers.max(days).max(clocks);
    match most {
        0 | 1 => None,
        _ if most == numbers => same_measure(quantities).then_some(Axis::Number),
        _ if most == days => Some(Axis::Day),
        _ => Some(Axis::Clock),
    }
}

/// Whether the values can be counted on one axis. What is said of no unit goes with any; two currencies do not go together,
/// but a bare sign such as "$" names none for certain.
fn same_measure(quantities: &[&Quantity]) -> bool {
    let measures: Vec<&Measure> = quantities.iter().filter_map(|q| q.unit.measure.as_ref()).collect();
    let one_dimension = measures.windows(2).all(|w| w[0].dimension == w[1].dimension);
    let is_code = |m: &&&Measure| m.key.len() == 3 && m.key.bytes().all(|b| b.is_ascii_uppercase());
    let mut currencies = measures.iter().filter(|m| m.dimension == "money").filter(is_code);
    let first = currencies.next();
    one_dimension && currencies.all(|m| Some(&m.key) == first.map(|f| &f.key))
}

/// The unit that the axis is written in: that of the first figure. Values come in base units.
#[derive(Clone, Copy)]
struct Unit {
    factor: f64,
    zero: f64,
}

impl Unit {
    fn of(quantity: &Quantity) -> Self {
        let number = |v: Decimal| v.to_f64().filter(|v| v.is_finite());
        let measure = quantity.unit.measure.as_ref();
        let factor = measure.and_then(|m| number(m.factor)).filter(|f| *f != 0.0).unwrap_or(1.0);
        Self { factor, zero: measure.and_then(|m| number(m.zero)).unwrap_or(0.0) }
    }

    /// From its own numbers to base units.
    fn to_base(self, value: Option<Decimal>) -> Option<f64> {
        value.and_then(|v| v.to_f64()).map(|v| v * self.factor + self.zero)
    }

    /// From base units to its own numbers, without the dust of binary fractions.
    fn own_number(self, value: f64) -> f64 {
        let value = (value - self.zero) / self.factor;
        (value * 1e6).round() / 1e6
    }
}

fn extent(axis: Axis, quantity: &Quantity, unit: Unit, leeway: Leeway) -> Option<Extent> {
    match (axis, &quantity.amount) {
        (Axis::Number, Amount::Number(number)) => {
            let own = Unit::of(quantity);
            let value = |v| own.to_base(v).map(|v| unit.own_number(v));
            let interval = Interval::within(quantity, leeway);
            let bound = |v: Option<Decimal>| v.and_then(|v| v.to_f64()).map(|v| unit.own_number(v));
            number_extent(
                quantity.hedge,
                (value(number.low), value(number.high)),
                (bound(interval.low), bound(interval.high)),
            )
        }
        (Axis::Day, Amount::Moment(moment)) => {
            let (first, last) = moment.days()?;
            let start = day_number(first);
            Some(match moment.time {
                Some(time) => Extent::Exact(start + hours(time) / 24.0),
                None => Extent::Range(start, day_number(last) + 1.0),
            })
        }
        (Axis::Clock, Amount::Moment(moment)) => moment.time.map(|t| Extent::Exact(hours(t))),
        _ => None,
    }
}

/// What a number states, from its ends and from the interval that it commits its writer to.
fn number_extent(
    hedge: Hedge,
    ends: (Option<f64>, Option<f64>),
    interval: (Option<f64>, Option<f64>),
) -> Option<Extent> {
    Some(match (ends, interval) {
        ((Some(low), Some(high)), _) if low < high => Extent::Range(low, high),
        ((Some(at), Some(_)), (Some(low), Some(high)))
            if matches!(hedge, Hedge::About | Hedge::Almost) && low < high =>
        {
            Extent::About(low, at, high)
        }
        ((Some(at), Some(_)), _) => Extent::Exact(at),
        ((Some(low), None), _) => Extent::From(low),
        ((None, Some(high)), _) => Extent::To(high),
        ((None, None), _) => return None,
    })
}

/// Where all that do not stand apart overlap. An exact value only has to lie in it.
fn common<L: Letter>(words: &Wording, stated: &[Stated<L>], outlier: Option<usize>) -> Option<Common> {
    let others: Vec<&Stated<L>> = stated.iter().filter(|s| Some(s.voice) != outlier).collect();
    let wide = others.iter().filter(|s| !matches!(s.extent, Extent::Exact(_)));
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    for (a, b) in wide.map(|s| s.extent.ends()) {
        low = low.max(a.unwrap_or(f64::NEG_INFINITY));
        high = high.min(b.unwrap_or(f64::INFINITY));
    }
    let holds = |s: &&Stated<L>| !matches!(s.extent, Extent::Exact(at) if at < low || at > high);
    if others.len() < 2 || low >= high || !low.is_finite() || !high.is_finite() || !others.iter().all(holds) {
        return None;
    }
    let mut letters: Vec<L> = others.iter().flat_map(|s| s.letters.iter().copied()).collect();
    letters.sort_unstable();
    letters.dedup();
    let last = letters.pop()?;
    let first: Vec<String> = letters.iter().map(ToString::to_string).collect();
    if first.is_empty() {
        return None;
    }
    let list = words.with("evidence-list-and", &[("first", &first.join(", ")), ("last", &last.to_string())]);
    Some(Common { low, high, name: words.with("evidence-common", &[("letters", &list)]) })
}

/// How far a value that stands apart is from the nearest other one.
fn gap<L: Letter>(
    words: &Wording,
    axis: Axis,
    verdict: Verdict,
    apart: &Stated<L>,
    stated: &[Stated<L>],
) -> Option<Gap> {
    if verdict != Verdict::Conflict {
        return None;
    }
    let distance = |other: &Stated<L>| {
        let (low, high) = apart.extent.ends();
        let (a, b) = other.extent.ends();
        // Between the ends that face each other.
        match (low, high, a, b) {
            (Some(low), _, _, Some(b)) if low >= b => Some((low - b, low, b)),
            (_, Some(high), Some(a), _) if a >= high => Some((a - high, high, a)),
            _ => None,
        }
    };
    let others = stated.iter().filter(|s| s.voice != apart.voice);
    // The distance to a value that was written is told before that to a bound that was worked out.
    let worked_out = |s: &Stated<L>| !matches!(s.extent, Extent::Exact(_));
    let nearest = others
        .filter_map(|s| Some((distance(s)?, s)))
        .min_by(|x, y| worked_out(x.1).cmp(&worked_out(y.1)).then(x.0.0.total_cmp(&y.0.0)));
    let ((by, from, to), other) = nearest?;
    if by <= 0.0 {
        return None;
    }
    let letter = other.letters[0].to_string();
    let more = from > to;
    let label = match axis {
        Axis::Number => {
            let key = if more { "evidence-gap-more" } else { "evidence-gap-less" };
            let mut label = words.with(key, &[("by", &numbers::on_axis(words, by)), ("letter", &letter)]);
            let times = from.max(to) / from.min(to);
            if times.is_finite() && times >= 1.5 && from.min(to) > 0.0 {
                label =
                    words.with("evidence-gap-times", &[("gap", &label), ("times", &numbers::written(words, times))]);
            }
            label
        }
        Axis::Clock => {
            let minutes = (by * 60.0).round() as i64;
            let by = format!("{}:{:02}", minutes / 60, minutes % 60);
            let key = if more { "evidence-gap-hours-later" } else { "evidence-gap-hours-earlier" };
            words.with(key, &[("by", &by), ("letter", &letter)])
        }
        // Neighbouring days lie side by side on the axis; there is nothing to measure between them.
        Axis::Day => return None,
    };
    Some(Gap { to, label })
}

fn spoken<L: Letter>(words: &Wording, lanes: &[Lane<L>], common: Option<&Common>) -> String {
    let mut parts: Vec<String> = lanes
        .iter()
        .map(|lane| {
            let letters: Vec<String> = lane.letters.iter().map(ToString::to_string).collect();
            let said = format!("{} {}", letters.join(", "), lane.label);
            if lane.apart.is_some() { words.with("evidence-spoken-apart", &[("value", &said)]) } else { said }
        })
        .collect();
    parts.extend(common.map(|c| {
        let ends = [c.low, c.high].map(|v| numbers::written(words, v));
        words.with("evidence-spoken-common", &[("name", &c.name), ("low", &ends[0]), ("high", &ends[1])])
    }));
    format!("{}.", parts.join(". "))
}
