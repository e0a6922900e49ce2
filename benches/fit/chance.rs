//! Chance that can be repeated, so that a fit can.

/// Chance that can be repeated: splitmix64 (Steele, Lea and Flood 2014).
pub struct Chance(u64);

impl Chance {
    /// Chance that begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9).wrapping_add(1))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to 1, 1 left out.
    fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Whether it falls within a share of all.
    pub fn within(&mut self, share: f32) -> bool {
        share > 0.0 && self.share() < share
    }

    /// A normally distributed number (Box and Muller 1958).
    pub fn normal(&mut self) -> f32 {
        let radius = (-2.0 * self.share().max(1e-7).ln()).sqrt();
        radius * (std::f32::consts::TAU * self.share()).cos()
    }

    /// Puts a list into any order.
    pub fn shuffle(&mut self, list: &mut [usize]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.next() as usize % (i + 1));
        }
    }
}
