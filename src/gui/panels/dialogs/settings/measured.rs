//! How right each rigour is and how much it finds, as the fit measured it on whole events held out: read from where the
//! fit wrote it, so that a new fit is told of by itself.

use crate::analysis::Rigour;

/// What was measured of one rigour, in per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How many of a hundred flags are right.
    pub right: usize,
    /// How many of a hundred disagreements are flagged.
    pub found: usize,
}

const WEIGHTS: &str = include_str!("../../../../../assets/weights.toml");

fn head() -> impl Iterator<Item = Vec<&'static str>> {
    WEIGHTS.lines().map_while(|l| l.strip_prefix('#')).map(|l| l.split_whitespace().collect())
}

/// What was measured of a rigour.
pub fn of(rigour: Rigour) -> Option<Measured> {
    let line = head().find(|words| words.starts_with(&[rigour.name(), "held", "out"]))?;
    // "435/60 0.879 0.293": how many were right and wrong, then the shares.
    let mut shares = line.iter().skip(3).filter_map(|w| w.parse::<f64>().ok()).map(|share| (share * 100.0).round());
    Some(Measured { right: shares.next()? as usize, found: shares.next()? as usize })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_finds_more_and_is_less_often_right() {
        let [strict, normal, wide] = Rigour::ALL.map(|r| of(r).expect("the fit wrote it down"));
        assert!(100 >= strict.right && strict.right > normal.right && normal.right > wide.right && wide.right > 0);
        assert!(0 < strict.found && strict.found < normal.found && normal.found < wide.found && wide.found <= 100);
    }
}
