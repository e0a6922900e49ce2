//! Fitted numbers as bytes: of each network the means and scales of its features, and its weights.

use pulp::NullaryFnOnce;

/// What a file of fitted networks looks like.
#[derive(Clone, Debug)]
pub struct Form {
    /// What the file begins with.
    pub magic: &'static [u8],
    /// The names of the features that they were fitted for, a space between them.
    pub names: String,
    /// How many features have a mean and a scale.
    pub features: usize,
    /// How many weights a network has.
    pub weights: usize,
}

/// The numbers of one network.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// The mean of every feature, taken off before it is weighed.
    pub means: Vec<f32>,
    /// What every feature is then multiplied by: one over its standard deviation.
    pub scales: Vec<f32>,
    /// The weights.
    pub weights: Vec<f32>,
}

impl Form {
    /// Reads what [`Form::write`] writes.
    ///
    /// # Errors
    /// Where the bytes are none of these, or were fitted for other features: then the weights have to be fitted anew.
    pub fn parse(&self, bytes: &[u8]) -> Result<Vec<Numbers>, String> {
        let rest = bytes.strip_prefix(self.magic).ok_or("these are no networks")?;
        let named = rest.strip_prefix(self.names.as_bytes()).and_then(|r| r.strip_prefix(b"\n"));
        let rest = named.ok_or("they were fitted for other features: fit them anew")?;
        let size = 8 * self.features + 2 * self.weights;
        if rest.is_empty() || rest.len() % size != 0 {
            return Err(format!("{} bytes of weights, but every network has {size}", rest.len()));
        }
        let read = |bytes: &[u8]| {
            let (scaling, weights) = bytes.split_at(8 * self.features);
            let scaling: Vec<f32> = scaling.as_chunks::<4>().0.iter().map(|b| f32::from_le_bytes(*b)).collect();
            let (means, scales) = scaling.split_at(self.features);
            let weights = weights.as_chunks::<2>().0.iter().map(|b| upper(*b)).collect();
            Numbers { means: means.to_vec(), scales: scales.to_vec(), weights }
        };
        Ok(rest.chunks_exact(size).map(read).collect())
    }

    /// Networks as bytes: the names of the features; then of each network the means and scales, four bytes each, and the
    /// weights as the upper two bytes of a float.
    #[must_use]
    pub fn write<'a>(&self, networks: impl Iterator<Item = &'a Numbers>) -> Vec<u8> {
        let mut out = [self.magic, self.names.as_bytes(), b"\n"].concat();
        for network in networks {
            out.extend(network.means.iter().chain(&network.scales).flat_map(|x| x.to_le_bytes()));
            out.extend(network.weights.iter().flat_map(|w| (((w.to_bits() + 0x8000) >> 16) as u16).to_le_bytes()));
        }
        out
    }
}

/// A float from its upper two bytes.
fn upper(bytes: [u8; 2]) -> f32 {
    f32::from_bits(u32::from(u16::from_le_bytes(bytes)) << 16)
}

/// Adds to `out`, for every input, its row of weights as often as the input says.
///
/// As wide as the processor goes. Every unit is added up by itself and in one order, so that the outcome is the same on all of them.
pub(super) fn add_rows<const N: usize>(out: &mut [f32; N], inputs: &[f32], weights: &[f32]) {
    pulp::Arch::new().dispatch(AddRows { out, inputs, weights: weights.as_chunks::<N>().0 });
}

struct AddRows<'a, const N: usize> {
    out: &'a mut [f32; N],
    inputs: &'a [f32],
    weights: &'a [[f32; N]],
}

impl<const N: usize> NullaryFnOnce for AddRows<'_, N> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        let mut sum = *self.out;
        for (x, row) in self.inputs.iter().zip(self.weights) {
            if *x != 0.0 {
                for k in 0..N {
                    sum[k] += x * row[k];
                }
            }
        }
        *self.out = sum;
    }
}

/// The products of two rows, added up.
#[must_use]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form { magic: b"TRIAL\n", names: "one two".to_owned(), features: 2, weights: 3 }
    }

    #[test]
    fn networks_are_written_and_read_again() {
        let numbers = Numbers { means: vec![0.1, 0.2], scales: vec![1.0, 2.0], weights: vec![0.5, -1.5, 3.0] };
        let bytes = form().write([&numbers, &numbers].into_iter());
        assert_eq!(form().parse(&bytes), Ok(vec![numbers.clone(), numbers]));
    }

    #[test]
    fn bytes_that_are_no_networks_are_refused() {
        let numbers = Numbers { means: vec![0.1, 0.2], scales: vec![1.0, 2.0], weights: vec![0.5, -1.5, 3.0] };
        let whole = form().write(std::iter::once(&numbers));
        for (bytes, expected) in [
            (&b"nonsense"[..], "no networks"),
            (&whole[..10], "fit them anew"),
            (&whole[..whole.len() - 1], "bytes of weights"),
        ] {
            let error = form().parse(bytes).expect_err("they are refused");
            assert!(error.contains(expected), "{error}");
        }
    }
}
