//! Lines of a page: pieces of print that stand on one height, side by side.

use pdf_oxide::layout::TextSpan;

/// A line of print.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it begins, and where it ends, from the left of the page.
    pub left: f32,
    /// See `left`.
    pub right: f32,
    /// How high it stands; less is further down.
    pub height: f32,
    /// How large its letters are.
    pub size: f32,
    /// Whether it stands where running heads do: in the upper or lower tenth of the page.
    pub at_edge: bool,
    /// Whether the file itself says that it is of the page and not of the text.
    pub is_furniture: bool,
}

impl Line {
    /// Whether there is a letter or a digit in it.
    pub fn has_words(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }
}

/// How often a reader of these lines is torn away: every line is counted, since a word out of place stands on a line of its own,
/// and every step back up the page.
pub fn breaks(lines: &[Line]) -> usize {
    let up = lines.windows(2).filter(|pair| pair[1].height > pair[0].height + pair[0].size * 0.5).count();
    lines.len() + up
}

/// The lines of a page, in the order of its pieces of print.
pub fn lines(spans: &[TextSpan], page_height: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for span in spans.iter().filter(|s| !s.text.trim().is_empty()) {
        let (left, right, height) = (span.bbox.x, span.bbox.x + span.bbox.width, span.bbox.y);
        let size = span.font_size.abs().max(1.0);
        let same = lines.last_mut().filter(|line| {
            let apart = left - line.right;
            (line.height - height).abs() < line.size.max(size) * 0.5 && apart > -size && apart < size * 6.0
        });
        let part = span.text.trim_matches(['\n', '\r']);
        if let Some(line) = same {
            let gap = left - line.right > size * 0.15;
            if gap && !line.text.ends_with(' ') && !part.starts_with(' ') {
                line.text.push(' ');
            }
            line.text.push_str(part);
            line.right = line.right.max(right);
            // A raised digit is smaller than the line that it stands on.
            line.size = line.size.max(size);
        } else {
            let share = height / page_height.max(1.0);
            lines.push(Line {
                text: part.to_owned(),
                left,
                right,
                height,
                size,
                at_edge: !(0.1..=0.9).contains(&share),
                is_furniture: span.artifact_type.is_some(),
            });
        }
    }
    lines
}
