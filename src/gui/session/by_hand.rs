//! What the person does by hand: mentions joined and parted, figures corrected.

use super::{Deed, Session, Step};
use crate::{
    amendment::{Amendments, Citation},
    corpus::QuantityId,
    finding::{Finding, Fingerprint, Mark, Pair, Reason},
};
use std::{cmp::Reverse, collections::BTreeSet};

impl Session {
    /// All that was done by hand.
    #[must_use]
    pub fn amendments(&self) -> &Amendments {
        &self.amendments
    }

    /// A figure of the analysis, as it is found again after the next one.
    #[must_use]
    pub fn cite(&self, figure: QuantityId) -> Option<Citation> {
        let corpus = &self.analysis.corpus;
        ((figure.0 as usize) < corpus.quantity_ids().len()).then(|| Citation::of(corpus, figure))
    }

    /// The finding that a figure was matched in: the selected one, where it holds the figure.
    #[must_use]
    pub fn finding_of(&self, figure: QuantityId) -> Option<&Finding> {
        let holds = |f: &&Finding| f.mentions.iter().any(|m| m.quantity == figure);
        let matched = |f: &&Finding| holds(f) && (f.check.is_none() || !f.pairs.is_empty());
        self.selected_finding().filter(matched).or_else(|| self.analysis.findings.iter().find(matched))
    }

    /// Joins the facts of two mentions. Says whether that is new.
    pub fn join(&mut self, one: &Citation, other: &Citation) -> bool {
        let (one, other) = (self.fact_of(one), self.fact_of(other));
        let around = self.marks_around(&one);
        self.amend(Deed::Joined, around, |a| a.join(&one, &other))
    }

    /// Takes mentions away from the others of their finding. Says whether there were any others.
    pub fn part(&mut self, mentions: &[Citation]) -> bool {
        let figures: Vec<QuantityId> = mentions.iter().filter_map(|c| c.quantity(&self.analysis.corpus)).collect();
        let Some(finding) = figures.first().and_then(|q| self.finding_of(*q)) else { return false };
        let goes = |place: usize| figures.contains(&finding.mentions[place].quantity);
        let others: Vec<usize> = (0..finding.mentions.len()).filter(|place| !goes(*place)).collect();
        let crosses = |p: &&Pair| goes(p.a) != goes(p.b) && !p.reasons.contains(&Reason::JoinedByHand);
        let kept = |place: &usize| finding.pairs.iter().filter(crosses).any(|p| p.a == *place || p.b == *place);
        let cite = |place: &usize| self.cite(finding.mentions[*place].quantity);
        let from: Vec<Citation> = others.iter().filter_map(cite).collect();
        let program: Vec<Citation> = others.iter().filter(|p| kept(p)).filter_map(cite).collect();
        if from.is_empty() {
            return false;
        }
        let around = self.marks_around(mentions);
        self.amend(Deed::Parted, around, |a| a.part(mentions, &from, &program))
    }

    /// Writes down what figures say; none where they are no figures. Says whether that is new.
    pub fn correct(&mut self, mentions: &[Citation], told: Option<&str>) -> bool {
        let deed = if told.is_some() { Deed::FigureCorrected } else { Deed::FigurePassedOver };
        let around = self.marks_around(mentions);
        self.amend(deed, around, |a| mentions.iter().for_each(|c| a.correct(c.clone(), told.map(str::to_owned))))
    }

    /// Takes figures as the program reads them. Says whether they had been corrected.
    pub fn restore(&mut self, mentions: &[Citation]) -> bool {
        let around = self.marks_around(mentions);
        self.amend(Deed::FigureRestored, around, |a| mentions.iter().for_each(|c| a.restore(c)))
    }

    /// How many mentions that were amended stand in their articles no more, which nobody was told of yet.
    pub fn newly_lost(&mut self) -> usize {
        let lost: BTreeSet<Citation> = self.analysis.lost.iter().cloned().collect();
        let new = lost.difference(&self.lost).count();
        self.lost.extend(lost);
        new
    }

    fn amend(&mut self, deed: Deed, around: Vec<Mark>, edit: impl FnOnce(&mut Amendments)) -> bool {
        let mut amendments = self.amendments.clone();
        // One mention has one citation, so that a later edit meets an earlier one.
        amendments.recite(&self.analysis.corpus);
        let before = amendments.clone();
        edit(&mut amendments);
        let is_new = amendments != before;
        if is_new {
            self.make(deed, Step::Amend(Box::new(amendments), around));
        }
        is_new
    }

    /// All mentions of the fact that a mention states, that one first.
    fn fact_of(&self, mention: &Citation) -> Vec<Citation> {
        let figure = mention.quantity(&self.analysis.corpus);
        let finding = figure.and_then(|q| self.finding_of(q));
        let others = finding.into_iter().flat_map(|f| &f.mentions).filter(|m| Some(m.quantity) != figure);
        std::iter::once(mention.clone()).chain(others.filter_map(|m| self.cite(m.quantity))).collect()
    }

    /// What the finding around mentions is known by, theirs first.
    fn marks_around(&self, mentions: &[Citation]) -> Vec<Mark> {
        let figures: Vec<QuantityId> = mentions.iter().filter_map(|c| c.quantity(&self.analysis.corpus)).collect();
        let finding = figures.first().and_then(|q| self.finding_of(*q)).or_else(|| self.selected_finding());
        let mut marks: Vec<(bool, Mark)> =
            finding.into_iter().flat_map(|f| &f.mentions).map(|m| (!figures.contains(&m.quantity), m.mark)).collect();
        marks.sort_by_key(|m| m.0);
        marks.into_iter().map(|m| m.1).collect()
    }

    /// The finding that has most of the mentions that were amended last; of several the one with fewest others.
    pub(super) fn followed(&mut self) -> Option<Fingerprint> {
        let marks = std::mem::take(&mut self.follow);
        let first = |f: &Finding| f.mentions.iter().any(|m| marks.first() == Some(&m.mark));
        let known = self.analysis.findings.iter().enumerate().filter(|(_, f)| f.shares(&marks) > 0);
        let best = known.max_by_key(|(i, f)| (f.shares(&marks), first(f), Reverse(f.mentions.len()), Reverse(*i)));
        best.map(|(_, f)| f.fingerprint.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{Settings, Unwatched, analyze},
        article::Article,
        finding::Verdict,
        language::Registry,
        review::Status,
    };

    /// The desk with three articles on a flood and one on something else, analysed.
    fn session() -> Session {
        let mut session = Session::default();
        let article = |(name, text): (&str, &str)| {
            let mut article = Article::from_text(&format!("{name}.txt"), text, "es", None);
            article.metadata.outlet = name.to_owned();
            Ok(article)
        };
        let texts = [
            ("El Faro", "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle."),
            ("La Costa", "El río Aldura se desbordó en Montoro y causó 15 muertos en el valle."),
            ("La Voz", "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle, según Efe."),
            ("La Hora", "El presupuesto municipal de cultura paga 40 conciertos."),
        ];
        session.add(texts.map(article).into());
        analyse(&mut session);
        session
    }

    fn analyse(session: &mut Session) {
        let (sources, articles) = session.to_analyse();
        let (languages, settings) = (Registry::built_in(), Settings::default());
        let found = analyze(&articles, &languages, &settings, session.amendments(), &Unwatched);
        session.set_analysis(sources, found.expect("nobody cancels"));
    }

    fn cited(session: &Session, figure: u32) -> Citation {
        session.cite(QuantityId(figure)).expect("it is there")
    }

    /// How many mentions the selected finding has, and its verdict.
    fn selected(session: &Session) -> (usize, Verdict) {
        let finding = session.selected_finding().expect("one is selected");
        (finding.mentions.len(), finding.verdict)
    }

    #[test]
    fn every_edit_by_hand_is_taken_back_and_done_again() {
        let check = |edit: fn(&mut Session), deed: Deed, expected: (usize, Verdict)| {
            let mut session = session();
            let before = session.to_case();
            edit(&mut session);
            let after = session.to_case();
            analyse(&mut session);
            assert_eq!((session.history().0, selected(&session)), (Some(deed), expected));
            assert!(session.is_changed());
            session.step(1);
            assert_eq!(session.undo(), Some(deed));
            analyse(&mut session);
            assert_eq!((session.to_case(), selected(&session)), (before, (3, Verdict::Conflict)));
            assert_eq!(session.redo(), Some(deed));
            assert_eq!(session.amendments(), &after.amendments);
            analyse(&mut session);
            assert_eq!(selected(&session), expected);
        };
        check(|s| assert!(s.part(&[cited(s, 1)])), Deed::Parted, (2, Verdict::Agree));
        check(|s| assert!(s.join(&cited(s, 0), &cited(s, 3))), Deed::Joined, (4, Verdict::Conflict));
        check(|s| assert!(s.correct(&[cited(s, 1)], Some("once"))), Deed::FigureCorrected, (3, Verdict::Agree));
        check(|s| assert!(s.correct(&[cited(s, 1)], None)), Deed::FigurePassedOver, (2, Verdict::Agree));
    }

    #[test]
    fn what_was_decided_goes_with_the_finding() {
        for edit in [
            (|s| s.part(&[cited(s, 1)])) as fn(&mut Session) -> bool,
            |s| s.join(&cited(s, 0), &cited(s, 3)),
            |s| s.correct(&[cited(s, 1)], Some("12")),
        ] {
            let mut session = session();
            let first = session.selected().cloned().expect("a finding");
            session.decide(Status::Confirmed);
            session.select(first);
            assert!(edit(&mut session));
            analyse(&mut session);
            let status = |s: &Session| s.status(s.selected_finding().expect("it is followed"));
            assert_eq!(status(&session), Status::Confirmed);
            session.undo();
            analyse(&mut session);
            assert_eq!(status(&session), Status::Confirmed);
        }
    }

    #[test]
    fn an_edit_that_is_no_edit_is_not_recorded() {
        let mut session = session();
        assert!(!session.part(&[cited(&session, 3)]), "it is alone");
        assert!(!session.restore(&[cited(&session, 0)]), "it was not corrected");
        assert!(session.join(&cited(&session, 0), &cited(&session, 3)));
        analyse(&mut session);
        assert!(!session.join(&cited(&session, 0), &cited(&session, 3)));
        assert!(session.part(&[cited(&session, 3)]));
        assert_eq!(session.amendments().joined, [] as [[Citation; 2]; 0]);
    }

    #[test]
    fn a_loss_is_told_once() {
        let mut session = session();
        session.join(&cited(&session, 0), &cited(&session, 3));
        analyse(&mut session);
        assert_eq!(session.newly_lost(), 0);
        let id = session.sources()[3].id;
        session.renew(vec![(id, Article::from_text("La Hora.txt", "Nada más que decir.", "es", None))]);
        analyse(&mut session);
        assert_eq!((session.newly_lost(), session.newly_lost()), (1, 0));
        assert_eq!(session.amendments().joined.len(), 1, "it is kept");
        analyse(&mut session);
        assert_eq!(session.newly_lost(), 0);
    }
}
