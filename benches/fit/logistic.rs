//! Logistic regression with a Gaussian prior, by Newton's method (iteratively reweighted least squares).

use super::gold::Row;

/// How strongly large weights are held down: the precision of the prior on each weight.
const RIDGE: f64 = 4.0;

/// A row whose curve is flatter than this says nothing about where to step, only about where to stop. Nine in ten are.
const FLAT: f64 = 2e-3;

/// The weights under which the rows are most likely, in the order of their features.
pub fn fit(rows: &[&Row]) -> Vec<f32> {
    let n = rows.iter().flat_map(|r| &r.active).map(|a| a.0 as usize + 1).max().unwrap_or(0);
    let mut weights = vec![0.0; n];
    for _ in 0..20 {
        let step = newton_step(rows, &weights);
        let size: f64 = step.iter().map(|s| s.abs()).fold(0.0, f64::max);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
        if size < 1e-3 {
            break;
        }
    }
    weights.into_iter().map(|w| w as f32).collect()
}

fn newton_step(rows: &[&Row], weights: &[f64]) -> Vec<f64> {
    let n = weights.len();
    let mut gradient = vec![0.0; n];
    let mut hessian = vec![0.0; n * n];
    for row in rows {
        let active: Vec<(usize, f64)> = row.active.iter().map(|a| (a.0 as usize, f64::from(a.1))).collect();
        let sum: f64 = active.iter().map(|(i, x)| weights[*i] * x).sum();
        let p = 1.0 / (1.0 + (-sum).exp());
        let error = f64::from(row.weight) * (f64::from(u8::from(row.same)) - p);
        let curve = f64::from(row.weight) * p * (1.0 - p);
        for (k, &(i, x)) in active.iter().enumerate() {
            gradient[i] += error * x;
            if curve >= FLAT {
                for &(j, y) in &active[k..] {
                    hessian[i * n + j] += curve * x * y;
                }
            }
        }
    }
    for i in 0..n {
        for j in 0..i {
            hessian[i * n + j] = hessian[j * n + i];
        }
    }
    for i in 0..n {
        let ridge = if i == 0 { 1e-6 } else { RIDGE };
        gradient[i] -= ridge * weights[i];
        hessian[i * n + i] += ridge;
    }
    solve(hessian, gradient)
}

/// Solves a symmetric, positive definite system by elimination with pivots.
fn solve(mut a: Vec<f64>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for i in 0..n {
        let pivot = (i..n).max_by(|x, y| a[x * n + i].abs().total_cmp(&a[y * n + i].abs())).unwrap_or(i);
        if a[pivot * n + i].abs() < 1e-12 {
            continue;
        }
        for k in 0..n {
            a.swap(i * n + k, pivot * n + k);
        }
        b.swap(i, pivot);
        for j in i + 1..n {
            let factor = a[j * n + i] / a[i * n + i];
            for k in i..n {
                a[j * n + k] -= factor * a[i * n + k];
            }
            b[j] -= factor * b[i];
        }
    }
    let mut x = vec![0.0; n];
    for i in (0..n).rev() {
        let rest: f64 = (i + 1..n).map(|k| a[i * n + k] * x[k]).sum();
        let pivot = a[i * n + i];
        x[i] = if pivot.abs() < 1e-12 { 0.0 } else { (b[i] - rest) / pivot };
    }
    x
}
