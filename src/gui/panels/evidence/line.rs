//! The number line of a finding: which lanes, which axis, what is measured.

use crate::{
    finding::{Finding, Verdict},
    gui::{
        panels::numbers,
        session::{Letter, Session},
        voices::Telling,
        widgets::{Common, Extent, Gap, Lane, Line},
    },
    quantity::{Amount, Hedge, Interval, Leeway, Measure, Moment, Quantity},
    wording::Wording,
};
use jiff::civil::{Date, Time};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// From this ratio of the widest to the narrowest value on, equal distances are equal ratios.
const LOGARITHMIC_FROM: f64 = 50.0;

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    /// Numbers.
    Number,
    /// Days since 1970; the hour is a fraction.
    Day,
    /// Hours of a day.
    Clock,
}

/// A value with who states it, before it is a lane.
struct Stated {
    extent: Extent,
    letters: Vec<Letter>,
    label: String,
    voice: usize,
}

/// The number line of a finding; none where there is nothing to compare or the values cannot stand on one axis.
#[must_use]
pub fn of(session: &Session, words: &Wording, finding: &Finding) -> Option<Line> {
    let corpus = &session.analysis().corpus;
    let quantities: Vec<&Quantity> = finding.mentions.iter().map(|m| corpus.quantity(m.quantity)).collect();
    let axis = axis(&quantities)?;
    let unit = Unit::of(quantities[0]);
    let voices = finding.voices();
    let outlier = finding.outlier(&voices);
    let telling = Telling::of(finding, corpus);
    let leeway = session.settings.leeway;
    let mut stated: Vec<Stated> = Vec::new();
    for (voice, said) in voices.iter().enumerate() {
        for &place in &said.mentions {
            let mention = &finding.mentions[place];
            let Some(extent) = extent(axis, quantities[place], unit, leeway) else { continue };
            let letter = session.letter_of(mention.article);
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
    let lanes: Vec<Lane> = stated
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

fn day_number(date: Date) -> f64 {
    f64::from(Date::constant(1970, 1, 1).until(date).map_or(0, |s| s.get_days()))
}

fn date_of(number: f64) -> Date {
    let epoch = Date::constant(1970, 1, 1);
    let days = jiff::Span::new().try_days(number.floor() as i64);
    days.and_then(|days| epoch.checked_add(days)).unwrap_or(epoch)
}

fn hours(time: Time) -> f64 {
    f64::from(time.hour()) + f64::from(time.minute()) / 60.0
}

/// Where all that do not stand apart overlap. An exact value only has to lie in it.
fn common(words: &Wording, stated: &[Stated], outlier: Option<usize>) -> Option<Common> {
    let others: Vec<&Stated> = stated.iter().filter(|s| Some(s.voice) != outlier).collect();
    let wide = others.iter().filter(|s| !matches!(s.extent, Extent::Exact(_)));
    let (mut low, mut high) = (f64::NEG_INFINITY, f64::INFINITY);
    for (a, b) in wide.map(|s| s.extent.ends()) {
        low = low.max(a.unwrap_or(f64::NEG_INFINITY));
        high = high.min(b.unwrap_or(f64::INFINITY));
    }
    let holds = |s: &&Stated| !matches!(s.extent, Extent::Exact(at) if at < low || at > high);
    if others.len() < 2 || low >= high || !low.is_finite() || !high.is_finite() || !others.iter().all(holds) {
        return None;
    }
    let mut letters: Vec<Letter> = others.iter().flat_map(|s| s.letters.iter().copied()).collect();
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
fn gap(words: &Wording, axis: Axis, verdict: Verdict, apart: &Stated, stated: &[Stated]) -> Option<Gap> {
    if verdict != Verdict::Conflict {
        return None;
    }
    let distance = |other: &Stated| {
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
    let worked_out = |s: &Stated| !matches!(s.extent, Extent::Exact(_));
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

/// The axis: its ends and the distance of its names.
struct Scale {
    axis: Axis,
    ends: (f64, f64),
    step: f64,
    logarithmic: bool,
}

impl Scale {
    fn of(axis: Axis, values: &[Extent]) -> Self {
        let known = || values.iter().flat_map(|v| [v.ends().0, v.ends().1]).flatten();
        let low = known().fold(f64::INFINITY, f64::min);
        let high = known().fold(f64::NEG_INFINITY, f64::max);
        let open = (values.iter().any(|v| v.ends().0.is_none()), values.iter().any(|v| v.ends().1.is_none()));
        if axis == Axis::Number && low > 0.0 && high / low >= LOGARITHMIC_FROM {
            let ends = (10_f64.powf(low.log10().floor()), 10_f64.powf(high.log10().ceil()));
            return Self { axis, ends, step: 10.0, logarithmic: true };
        }
        let room = if high > low { high - low } else { (high.abs() * 0.4).max(1.0) };
        let step = match axis {
            Axis::Number if known().all(|v| v.fract() == 0.0) => nice(room / 5.0).max(1.0),
            Axis::Number => nice(room / 5.0),
            Axis::Day => (room / 6.0).ceil().max(1.0),
            Axis::Clock => nice(room / 4.0).max(0.25),
        };
        let mut ends = ((low / step).floor() * step, (high / step).ceil() * step);
        if axis == Axis::Day {
            ends = (low.floor() - step, high.ceil() + step);
        }
        if ends.1 - ends.0 < 2.0 * step {
            ends.1 += step;
        }
        if open.0 {
            ends.0 -= step;
        }
        if open.1 || (high - ends.1).abs() < step / 4.0 {
            ends.1 += step / 2.0;
        }
        if low >= 0.0 && axis == Axis::Number {
            ends.0 = ends.0.max(0.0);
        }
        Self { axis, ends, step, logarithmic: false }
    }

    fn ticks(&self, words: &Wording) -> Vec<(f64, String)> {
        let mut ticks = Vec::new();
        let mut value = self.ends.0;
        while value <= self.ends.1 * (1.0 + 1e-9) + 1e-9 && ticks.len() < 40 {
            ticks.push((value, self.name(words, value)));
            value = if self.logarithmic { value * self.step } else { value + self.step };
        }
        ticks
    }

    fn name(&self, words: &Wording, value: f64) -> String {
        match self.axis {
            Axis::Number => numbers::on_axis(words, value),
            Axis::Clock => {
                let minutes = (value * 60.0).round() as i64;
                format!("{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
            }
            Axis::Day => {
                let date = date_of(value);
                let month = words.text(&format!("month-{}", date.month()));
                if self.step == 1.0 {
                    let weekday = words.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
                    let day = date.day().to_string();
                    words.with("evidence-day", &[("weekday", &weekday), ("day", &day), ("month", &month)])
                } else if self.step > 300.0 {
                    date.year().to_string()
                } else {
                    words.with("date-short", &[("day", &date.day().to_string()), ("month", &month)])
                }
            }
        }
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that is at least `least`.
fn nice(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|m| m * power).find(|s| *s >= least * 0.999).unwrap_or(power * 10.0)
}

fn spoken(words: &Wording, lanes: &[Lane], common: Option<&Common>) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::fixture;

    fn line(place: usize) -> Option<Line> {
        let session = fixture::session();
        let finding = session.shown().nth(place).expect("a finding");
        of(&session, &Wording::new("es"), finding)
    }

    #[test]
    fn the_outlier_stands_on_top_with_its_distance() {
        let line = line(0).expect("a line");
        assert_eq!(line.lanes[0].label, "3.150");
        assert_eq!(line.lanes[0].apart, Some(Verdict::Conflict));
        let gap = line.lanes[0].gap.as_ref().expect("a distance");
        assert_eq!(gap.label, "1.800 más que A, 2,3 veces");
        assert_eq!(line.lanes.len(), 5);
        let common = line.common.expect("the others overlap");
        assert_eq!((common.low, common.high, common.name.as_str()), (1235.0, 1365.0, "Zona común de A, C, D, E y F"));
        assert!(line.ends.0 <= 1100.0 && line.ends.1 > 3150.0, "{:?}", line.ends);
    }

    #[test]
    fn days_are_columns_of_an_axis_of_their_own() {
        let line = line(2).expect("a line");
        assert_eq!(line.lanes[0].label, "Wednesday 12 November");
        let names: Vec<&str> = line.ticks.iter().map(|t| t.1.as_str()).collect();
        assert_eq!(names, ["lun 10 nov", "mar 11 nov", "mié 12 nov", "jue 13 nov", "vie 14 nov"]);
        assert_eq!(line.lanes[1].extent.ends().1, line.lanes[0].extent.ends().0);
    }

    #[test]
    fn one_value_alone_needs_no_line() {
        assert_eq!(line(6), None);
        assert_eq!(line(9), None);
    }

    #[test]
    fn distances_grow_by_one_two_and_five() {
        for (least, expected) in [(0.3, 0.5), (1.0, 1.0), (3.0, 5.0), (430.0, 500.0), (7.0, 10.0), (0.011, 0.02)] {
            assert!((nice(least) - expected).abs() < 1e-9, "{least}: {}", nice(least));
        }
    }

    #[test]
    fn far_values_are_set_by_their_ratio() {
        let check = |values: &[Extent], expected| assert_eq!(Scale::of(Axis::Number, values).logarithmic, expected);
        check(&[Extent::Exact(10.0), Extent::Exact(500.0)], true);
        check(&[Extent::Exact(10.0), Extent::Exact(400.0)], false);
        check(&[Extent::Exact(0.0), Extent::Exact(400.0)], false);
    }

    #[test]
    fn every_axis_has_names_and_ends() {
        let values = [
            vec![Extent::Exact(0.0), Extent::Exact(0.0)],
            vec![Extent::From(5.0), Extent::To(5.0)],
            vec![Extent::Exact(-3.0), Extent::Range(1e12, 2e12)],
            vec![Extent::Exact(0.2), Extent::Exact(0.21)],
        ];
        for values in values {
            for axis in [Axis::Number, Axis::Day, Axis::Clock] {
                let scale = Scale::of(axis, &values);
                assert!(scale.ends.0 < scale.ends.1, "{values:?} {:?}", scale.ends);
                let ticks = scale.ticks(&Wording::new("es"));
                assert!((2..=40).contains(&ticks.len()), "{values:?}: {ticks:?}");
            }
        }
    }
}
