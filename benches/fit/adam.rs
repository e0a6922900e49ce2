//! AdamW (Loshchilov and Hutter 2019): steps down a gradient, the rate rising and then falling as a cosine does.

/// What is remembered from step to step.
pub struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    step: usize,
    steps: usize,
    rate: f32,
}

/// How many steps the rate takes to rise.
const RISE: usize = 60;
/// What a step takes off every weight, as a share of the rate.
const DECAY: f32 = 1e-3;
/// A gradient longer than this is cut to it.
const LONGEST: f32 = 2.0;

impl Adam {
    /// For so many weights, with the rate of learning at its highest and the number of steps to come.
    pub fn new(weights: usize, rate: f32, steps: usize) -> Self {
        Self { mean: vec![0.0; weights], square: vec![0.0; weights], step: 0, steps, rate }
    }

    /// Moves the weights one step down the gradient.
    pub fn step(&mut self, weights: &mut [f32], gradient: &[f32]) {
        let length = gradient.iter().map(|g| f64::from(*g).powi(2)).sum::<f64>().sqrt() as f32;
        let cut = (LONGEST / length.max(1e-9)).min(1.0);
        self.step += 1;
        let rate = self.rate();
        let fade = |share: f32| 1.0 - share.powi(self.step as i32);
        let (fade_mean, fade_square) = (fade(0.9), fade(0.999));
        let moments = self.mean.iter_mut().zip(&mut self.square);
        for ((weight, g), (m, s)) in weights.iter_mut().zip(gradient).zip(moments) {
            let g = g * cut;
            *m = 0.9 * *m + 0.1 * g;
            *s = 0.999 * *s + 0.001 * g * g;
            *weight -= rate * ((*m / fade_mean) / ((*s / fade_square).sqrt() + 1e-8) + DECAY * *weight);
        }
    }

    /// The rate of learning: rising in a line, then falling as a cosine does to a fiftieth.
    fn rate(&self) -> f32 {
        let rise = RISE.min(self.steps / 5).max(1);
        if self.step < rise {
            return self.rate * self.step as f32 / rise as f32;
        }
        let done = (self.step - rise) as f32 / (self.steps - rise).max(1) as f32;
        self.rate * (0.02 + 0.98 * 0.5 * (1.0 + (std::f32::consts::PI * done).cos()))
    }
}

/// The mean of every feature, and one over its standard deviation.
pub fn standards<const N: usize>(rows: impl Iterator<Item = [f32; N]> + Clone) -> (Vec<f32>, Vec<f32>) {
    let count = rows.clone().count().max(1) as f64;
    let (mut means, mut squares) = (vec![0.0_f64; N], vec![0.0_f64; N]);
    for row in rows.clone() {
        means.iter_mut().zip(&row).for_each(|(m, x)| *m += f64::from(*x) / count);
    }
    for row in rows {
        let off = |(x, m): (&f32, &f64)| (f64::from(*x) - m).powi(2) / count;
        squares.iter_mut().zip(row.iter().zip(&means).map(off)).for_each(|(s, o)| *s += o);
    }
    let scales = squares.iter().map(|s| (1.0 / (s.sqrt() + 1e-3)) as f32).collect();
    (means.into_iter().map(|m| m as f32).collect(), scales)
}

/// Adds values so many times.
pub fn add(out: &mut [f32], by: f32, values: &[f32]) {
    out.iter_mut().zip(values).for_each(|(o, v)| *o += by * v);
}
