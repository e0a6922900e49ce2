//! The axis of a number line: where it begins and ends, and what is named under it.

use super::{number_line::Extent, numbers};
use crate::wording::Wording;
use jiff::civil::{Date, Time};

/// From this ratio of the widest to the narrowest value on, equal distances are equal ratios.
const LOGARITHMIC_FROM: f64 = 50.0;

/// What the axis counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Numbers.
    Number,
    /// Days since 1970; the hour is a fraction.
    Day,
    /// Hours of a day.
    Clock,
}

/// The axis: its ends and the distance of its names.
#[derive(Clone, Debug)]
pub struct Scale {
    axis: Axis,
    /// The smallest and the largest value of the axis.
    pub ends: (f64, f64),
    /// How far its names are apart.
    pub step: f64,
    /// Whether equal distances are equal ratios.
    pub logarithmic: bool,
}

impl Scale {
    /// An axis on which these values can stand.
    #[must_use]
    pub fn of(axis: Axis, values: &[Extent]) -> Self {
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

    /// The values named under the axis, with their names.
    #[must_use]
    pub fn ticks(&self, words: &Wording) -> Vec<(f64, String)> {
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

/// The number of a day on the axis.
#[must_use]
pub fn day_number(date: Date) -> f64 {
    f64::from(Date::constant(1970, 1, 1).until(date).map_or(0, |s| s.get_days()))
}

fn date_of(number: f64) -> Date {
    let epoch = Date::constant(1970, 1, 1);
    let days = jiff::Span::new().try_days(number.floor() as i64);
    days.and_then(|days| epoch.checked_add(days)).unwrap_or(epoch)
}

/// The number of an hour on the axis.
#[must_use]
pub fn hours(time: Time) -> f64 {
    f64::from(time.hour()) + f64::from(time.minute()) / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;

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
