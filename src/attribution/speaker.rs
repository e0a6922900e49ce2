//! A speaker: the words that name somebody who states something, and what two of them are compared by.

use crate::text::Span;

/// Somebody who is named as stating something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The words that name them, in the article's text: "el ministro de Interior".
    pub span: Span,
    /// What they are, by the classes of the languages' files: "police", "government_minister". Sorted.
    pub classes: Vec<String>,
    /// Their names, folded: "luque". Sorted.
    pub names: Vec<String>,
}

/// How two speakers stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// One and the same, as far as the words tell.
    Same,
    /// Two different ones: the police and the organisers.
    Different,
    /// The words leave it open: "fuentes", "las autoridades"; a ministry and its minister.
    Open,
}

impl Speaker {
    /// How two speakers stand. `one_tongue`: whether their names can be compared, being of one language.
    #[must_use]
    pub fn beside(&self, other: &Self, one_tongue: bool) -> Voice {
        let share = |a: &[String], b: &[String]| a.iter().any(|x| b.contains(x));
        let sides = |s: &Self| s.classes.iter().map(|c| side(c).to_owned()).collect::<Vec<_>>();
        let within = |a: &[String], b: &[String]| a.iter().all(|x| b.contains(x));
        let named = !self.names.is_empty() && !other.names.is_empty();
        let classed = !self.classes.is_empty() && !other.classes.is_empty();
        let one_class = share(&self.classes, &other.classes);
        let one_side = share(&sides(self), &sides(other));
        let one_name = within(&self.names, &other.names) || within(&other.names, &self.names);
        match (classed, named) {
            (true, _) if !one_side => {
                if named && share(&self.names, &other.names) {
                    Voice::Open
                } else {
                    Voice::Different
                }
            }
            (true, true) if one_class && one_name => Voice::Same,
            (true, true) if one_tongue && !share(&self.names, &other.names) => Voice::Different,
            (true, false) if one_class => Voice::Same,
            (true, _) => Voice::Open,
            (false, true) if one_name => Voice::Same,
            (false, true) if one_tongue && !share(&self.names, &other.names) => Voice::Different,
            _ => Voice::Open,
        }
    }
}

/// The side that a class speaks for: what stands before "_".
fn side(class: &str) -> &str {
    class.split('_').next().unwrap_or(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(classes: &str, names: &str) -> Speaker {
        let list = |s: &str| s.split_whitespace().map(str::to_owned).collect();
        Speaker { span: Span::new(0, 0), classes: list(classes), names: list(names) }
    }

    #[test]
    fn two_voices_or_one() {
        for (a, b, one_tongue, expected) in [
            (("police", ""), ("police", "nacional"), true, Voice::Same),
            (("police", ""), ("organisers", ""), false, Voice::Different),
            (("government", ""), ("government_ministry", "interior"), true, Voice::Open),
            (("", ""), ("police", ""), true, Voice::Open),
            (("", "luque"), ("", "andres luque"), true, Voice::Same),
            (("", "luque"), ("", "vidal"), true, Voice::Different),
            (("", "seul"), ("", "seoul"), false, Voice::Open),
            (("local_mayor", "vidal"), ("local_mayor", "reyes"), true, Voice::Different),
            (("", "luque"), ("police", ""), true, Voice::Open),
        ] {
            let (a, b) = (speaker(a.0, a.1), speaker(b.0, b.1));
            assert_eq!(a.beside(&b, one_tongue), expected, "{a:?} {b:?}");
            assert_eq!(b.beside(&a, one_tongue), expected, "{b:?} {a:?}");
        }
    }
}
