//! What is done by hand: mentions joined and parted, figures corrected.

use crate::{
    amendment::Citation,
    corpus::QuantityId,
    gui::{
        app::Desk,
        candidates::{candidates, marked},
        command::UiCommand,
        panels,
        view_state::{Dialog, FigureForm, JoinForm, View},
    },
};

/// How much of a sentence the dialog shows before and behind the figure, in characters.
const SHOWN: usize = 200;

impl Desk {
    /// Does what one of the commands asks for, about the mention that is chosen.
    pub(super) fn amend(&mut self, command: UiCommand) {
        let figures = self.meant(command);
        let cited: Vec<Citation> = figures.iter().filter_map(|q| self.session.cite(*q)).collect();
        let (Some(first), Some(figure)) = (cited.first(), figures.first()) else { return };
        match command {
            UiCommand::Join => self.view.dialog = self.join_form(*figure),
            UiCommand::Split => {
                let names = [("figure", first.figure.as_str()), ("name", first.source.as_str())];
                if self.session.part(&cited) {
                    self.view.say_with_undo(self.words.with("toast-parted", &names));
                    self.analyse();
                } else {
                    self.view.say(self.words.text("toast-nothing-to-part"));
                }
            }
            _ => self.view.dialog = self.figure_form(&cited),
        }
    }

    /// The figures that a command is about: those of the chosen card, which may stand for several sources that print the same
    /// sentence; or the figure that is chosen in the reader. Where the command leaves a choice that was not made, the first is
    /// chosen, and the person is told how to go on.
    fn meant(&mut self, command: UiCommand) -> Vec<QuantityId> {
        let chosen = self.view.chosen;
        if let Some(figure) = chosen.filter(|_| self.view.view == View::Reader) {
            return vec![figure];
        }
        let Some(finding) = self.session.selected_finding() else { return Vec::new() };
        let figure = |place: &usize| finding.mentions[*place].quantity;
        let cards = panels::evidence::cards_of(&self.session, finding);
        let cards: Vec<Vec<QuantityId>> = cards.iter().map(|c| c.iter().map(figure).collect()).collect();
        // To join any mention joins them all, and two that part leave each other, whichever goes.
        let free = match command {
            UiCommand::Join => true,
            UiCommand::Split => cards.len() <= 2,
            _ => cards.len() == 1,
        };
        let known = chosen.and_then(|q| cards.iter().find(|c| c.contains(&q)));
        if let Some(card) = known.or(cards.first().filter(|_| free)) {
            // Of copies that are alone with each other only one can go.
            let only_one = command == UiCommand::Split && cards.len() == 1;
            return if only_one { card.last().copied().into_iter().collect() } else { card.clone() };
        }
        let shown = self.view.reader.articles;
        let is_read = |q: &&QuantityId| shown.contains(&Some(self.session.analysis().corpus.article_of(**q)));
        let reading = self.view.view == View::Reader;
        let read = cards.iter().flatten().find(is_read).filter(|_| reading);
        self.view.chosen = read.or(cards.first().and_then(|c| c.first())).copied();
        self.view.focus_card = !reading;
        let key = if reading { "toast-choose-figure" } else { "toast-choose-mention" };
        self.view.say(self.words.text(key));
        Vec::new()
    }

    /// Joins two mentions.
    pub(super) fn join(&mut self, [one, other]: &[Citation; 2]) {
        self.view.close_dialog();
        if self.session.join(one, other) {
            let names = [
                ("figure", one.figure.as_str()),
                ("name", one.source.as_str()),
                ("other", other.figure.as_str()),
                ("of", other.source.as_str()),
            ];
            self.view.say_with_undo(self.words.with("toast-joined", &names));
            self.analyse();
        }
    }

    /// Corrects figures; none where they are no figures.
    pub(super) fn correct(&mut self, mentions: &[Citation], told: Option<&str>) {
        self.view.close_dialog();
        let figure = mentions.first().map(|c| c.figure.clone()).unwrap_or_default();
        if self.session.correct(mentions, told) {
            let key = if told.is_some() { "toast-figure-corrected" } else { "toast-figure-passed-over" };
            let names = [("figure", figure.as_str()), ("told", told.unwrap_or_default())];
            self.view.say_with_undo(self.words.with(key, &names));
            self.analyse();
        }
    }

    /// Takes figures as the program reads them.
    pub(super) fn restore(&mut self, mentions: &[Citation]) {
        self.view.close_dialog();
        if self.session.restore(mentions) {
            self.view.say_with_undo(self.words.text("toast-figure-restored"));
            self.analyse();
        }
    }

    /// Tells of amendments whose mentions are lost, each once.
    pub(super) fn tell_of_losses(&mut self) {
        let lost = self.session.newly_lost();
        if lost > 0 {
            self.view.say(self.words.count("toast-by-hand-lost", &[("count", lost)]));
        }
    }

    fn join_form(&self, figure: QuantityId) -> Option<Dialog> {
        let corpus = &self.session.analysis().corpus;
        let article = corpus.article_of(figure);
        let candidates = candidates(&self.session, figure);
        Some(Dialog::Join(Box::new(JoinForm {
            mention: self.session.cite(figure)?,
            letter: self.session.letter_of(article),
            outlet: corpus.article(article).name(),
            told: corpus.told(figure).to_owned(),
            found: (0..candidates.len()).collect(),
            candidates: candidates.into(),
            analysis: self.session.share_analysis(),
            query: String::new(),
            chosen: 0,
            offset: 0.0,
        })))
    }

    /// The dialog that corrects figures which say the same: copies of one sentence.
    pub(super) fn figure_form(&self, mentions: &[Citation]) -> Option<Dialog> {
        let first = mentions.first()?;
        let corpus = &self.session.analysis().corpus;
        let (id, core) = first.place(corpus)?;
        let article = corpus.read(id);
        let corrected = article.corrected.values().map(|c| &c.read).find(|q| q.core == core);
        let read = corrected.or_else(|| article.printed().find(|q| q.core == core))?.clone();
        let mut amendments = self.session.amendments().clone();
        amendments.recite(corpus);
        let told = amendments.correction(first).cloned();
        let printed = corpus.text(id, read.span);
        let typed = told.clone().flatten().unwrap_or_else(|| printed.to_owned());
        let mut outlets: Vec<String> = Vec::new();
        for name in mentions.iter().filter_map(|c| Some(corpus.article(c.place(corpus)?.0).name())) {
            if !outlets.contains(&name) {
                outlets.push(name);
            }
        }
        let tail = first.sentence.get(first.at + first.figure.len()..).unwrap_or_default();
        Some(Dialog::Figure(Box::new(FigureForm {
            mentions: mentions.to_vec(),
            article: article.article.clone(),
            letter: self.session.letter_of(id),
            outlet: outlets.join(", "),
            sentence: marked(first.sentence.get(..first.at).unwrap_or_default(), &first.figure, tail, SHOWN, SHOWN),
            before: typed.clone(),
            typed,
            told,
            read,
            is_fresh: true,
        })))
    }
}
