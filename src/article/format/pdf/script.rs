//! Raised and lowered signs: "km²", "H₂O", the mark of a note behind a figure.

use super::line::Line;

/// A small sign that stands higher or lower than the line that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// The piece behind is raised or lowered against what stands before.
    Behind(Way),
    /// What stands before is raised or lowered against the piece behind it.
    Before(Way),
}

/// Where a small sign stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Above the line.
    Up,
    /// Below it.
    Down,
}

impl Script {
    /// How a piece stands to the line before it, where one of the two is small and stands higher or lower.
    pub fn of(line: &Line, part: &Line) -> Option<Self> {
        let level = is_brought_level(line, part).then_some(Self::Behind(Way::Up));
        way(line, part).map(Self::Behind).or_else(|| way(part, line).map(Self::Before)).or(level)
    }
}

/// Whether a piece is a raised sign that the library has brought to the height of its line: digits much smaller than what they
/// are glued to. Lowered ones are brought level too and cannot be told from these; what counts is that they are no part of a figure.
fn is_brought_level(line: &Line, part: &Line) -> bool {
    let digits = part.text.trim();
    let small = part.size <= line.size * 0.75 && part.left - line.right < line.size * 0.35;
    let level = (part.height - line.height).abs() <= line.size * 0.12;
    small && level && digits.len() <= 3 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// How a small piece stands to a line.
fn way(line: &Line, small: &Line) -> Option<Way> {
    let lift = (small.height - line.height) / line.size;
    if small.size > line.size * 0.85 || small.text.trim().len() > 12 {
        return None;
    }
    match lift {
        0.12..=0.75 => Some(Way::Up),
        -0.4..=-0.04 => Some(Way::Down),
        _ => None,
    }
}

/// The signs as they are written raised or lowered; what has no such sign stays.
pub fn written(text: &str, way: Way) -> String {
    const UP: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const DOWN: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let signs = if way == Way::Up { UP } else { DOWN };
    let sign = |c: char| c.to_digit(10).and_then(|d| signs.get(d as usize)).copied().unwrap_or(c);
    text.chars().map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_signs_beside_a_line() {
        let line = Line { text: "15.000".to_owned(), height: 100.0, size: 10.0, ..Line::default() };
        let small = |height, size| Line { text: "3".to_owned(), height, size, ..Line::default() };
        for (height, size, expected) in [
            (104.0, 6.0, Some(Script::Behind(Way::Up))),
            (98.0, 6.0, Some(Script::Behind(Way::Down))),
            (100.0, 6.0, Some(Script::Behind(Way::Up))),
            (100.0, 8.0, None),
            (104.0, 10.0, None),
            (120.0, 6.0, None),
            (90.0, 16.0, Some(Script::Before(Way::Up))),
        ] {
            assert_eq!(Script::of(&line, &small(height, size)), expected, "{height} {size}");
        }
        assert_eq!((written("3,n", Way::Up), written("2", Way::Down)), ("³,n".to_owned(), "₂".to_owned()));
    }
}
