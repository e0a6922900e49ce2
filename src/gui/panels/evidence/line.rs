//! The number line of a finding, with the letters of the desk.

use crate::{
    finding::Finding,
    gui::{session::Session, widgets::Line},
    report::number_line,
    wording::Wording,
};

/// The number line of a finding; none where there is nothing to compare or the values cannot stand on one axis.
#[must_use]
pub fn of(session: &Session, words: &Wording, finding: &Finding) -> Option<Line> {
    let corpus = &session.analysis().corpus;
    number_line::of(finding, corpus, session.settings.leeway, words, |article| session.letter_of(article))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finding::Verdict, gui::fixture};

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
}
