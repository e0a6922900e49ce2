//! What is known from the analysis before: an article that did not change is not read again, an event that did not change not
//! judged again.

use super::{
    Analysis, Cancelled, Settings, Stage, Watch,
    event::{Event, Found},
    order::Order,
};
use crate::{
    align::dispatch::Dispatches,
    amendment::{Amendments, Located},
    article::Article,
    corpus::{Corpus, ReadArticle},
    finding::Finding,
    language::Registry,
    vocabulary::Met,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// What the analysis before read and found. Kept by whoever analyses again and again in the same languages: what comes out is
/// the same as from the beginning, only sooner.
#[derive(Debug, Default)]
pub struct Known {
    /// What was read, by where the article lies in memory; what was read holds it there.
    articles: FxHashMap<usize, Arc<ReadArticle>>,
    /// Events with what was found in them, by where what was read of their first article lies.
    events: FxHashMap<usize, (Event, Arc<Found>)>,
    /// What the person set when they were judged.
    settings: Settings,
}

impl Known {
    /// Analyses articles as [`analyze`](super::analyze) does, and keeps what it reads and finds.
    ///
    /// # Errors
    /// [`Cancelled`], where `watch` asked to stop. What was known stays known.
    pub fn analyze(
        &mut self,
        articles: &[Arc<Article>],
        languages: &Registry,
        settings: &Settings,
        amendments: &Amendments,
        watch: &dyn Watch,
    ) -> Result<Analysis, Cancelled> {
        let read = self.read(articles, languages, watch)?;
        self.articles = articles.iter().map(place_of).zip(read.iter().cloned()).collect();
        if self.settings != *settings {
            self.events.clear();
            self.settings = settings.clone();
        }
        // The work is done in an order of its own, so that the order of loading changes nothing.
        let order = Order::of(articles);
        let given = Corpus::new(amendments.corrected(read, languages));
        let located = if amendments.is_empty() { Located::default() } else { amendments.locate(&given) };
        watch.progress(Stage::Aligning, 0, articles.len());
        let events = Event::all(&given, &order, &located);
        let found = self.judge(&events, articles.len(), languages, watch)?;
        let mut analysis = Analysis { lost: located.lost, leeway: settings.leeway, ..Analysis::default() };
        let mut dispatches = Vec::new();
        let placed = events.par_iter().zip(&found).map(|(event, found)| event.placed(Found::clone(found), &given));
        for found in placed.collect::<Vec<_>>() {
            analysis.alignment.pairs.extend(found.alignment.pairs);
            analysis.findings.extend(found.findings);
            dispatches.extend(found.dispatches.groups);
        }
        self.events = events.into_iter().zip(found).map(|(event, found)| (first_of(&event), (event, found))).collect();
        analysis.alignment.pairs.sort_by_key(|p| (p.0, p.1));
        analysis.dispatches = Dispatches::from_groups(dispatches);
        analysis.findings.sort_by(Finding::by_gravity);
        analysis.corpus = given;
        Ok(analysis)
    }

    fn read(
        &self,
        articles: &[Arc<Article>],
        languages: &Registry,
        watch: &dyn Watch,
    ) -> Result<Vec<Arc<ReadArticle>>, Cancelled> {
        let done = AtomicUsize::new(0);
        let read = |met: &mut Met, article: &Arc<Article>| {
            go_on(watch)?;
            watch.progress(Stage::Reading, done.fetch_add(1, Ordering::Relaxed), articles.len());
            let known = self.articles.get(&place_of(article)).cloned();
            Ok(known.unwrap_or_else(|| Arc::new(ReadArticle::read_after(article.clone(), languages, met))))
        };
        articles.par_iter().map_init(Met::default, read).collect()
    }

    fn judge(
        &self,
        events: &[Event],
        articles: usize,
        languages: &Registry,
        watch: &dyn Watch,
    ) -> Result<Vec<Arc<Found>>, Cancelled> {
        let done = AtomicUsize::new(0);
        let judging = |event: &Event| {
            watch.progress(Stage::Judging, done.fetch_add(event.corpus.len(), Ordering::Relaxed), articles);
            go_on(watch)
        };
        let judge = |event: &Event| {
            go_on(watch)?;
            if let Some((before, found)) = self.events.get(&first_of(event))
                && before.is(event)
            {
                judging(event)?;
                return Ok(found.clone());
            }
            event.analyze(languages, &self.settings, || judging(event)).map(Arc::new)
        };
        events.par_iter().map(judge).collect()
    }
}

fn go_on(watch: &dyn Watch) -> Result<(), Cancelled> {
    if watch.is_cancelled() { Err(Cancelled) } else { Ok(()) }
}

/// Where an article lies in memory.
fn place_of(article: &Arc<Article>) -> usize {
    Arc::as_ptr(article).addr()
}

/// Where what was read of the first article of an event lies in memory.
fn first_of(event: &Event) -> usize {
    event.corpus.article_ids().next().map_or(0, |first| Arc::as_ptr(event.corpus.read(first)).addr())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Rigour, Unwatched, analyze};

    const TEXTS: [&str; 6] = [
        "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle. Unos 300 vecinos de Montoro durmieron fuera de casa. \
         El alcalde de Montoro, Julio Sanz, pidió al gobierno de Aldura que declare la comarca zona catastrófica antes del viernes. \
         El agua bajó por la tarde y dejó barro en las calles.",
        "La crecida del Aldura en Montoro deja 15 muertos. Según el alcalde de Montoro, Julio Sanz, 300 vecinos pasaron la noche en \
         el polideportivo y otros 40 siguen sin noticias de sus familias, que viven en aldeas sin luz ni teléfono desde el lunes. \
         Los bomberos achican sótanos y el barro cubre la plaza.",
        "El teatro Cervil de Lomas estrenó anoche una ópera de Berta Quil ante 1.250 espectadores. El montaje del Cervil costó 3,2 \
         millones y estará dos semanas en Lomas antes de viajar a otras 14 ciudades, según la compositora Berta Quil. \
         La crítica alabó al coro y lamentó que la orquesta tapara a veces a los solistas.",
        "Berta Quil llenó el Cervil. La ópera, que costó 3,4 millones, reunió en Lomas a 1.250 espectadores y recibió doce minutos de \
         aplausos; la gira de la compositora Berta Quil llevará el montaje del Cervil a 14 ciudades antes del verano. \
         El coro fue lo más celebrado de una noche sin fallos.",
        "La huelga de estibadores cerró el puerto de Narva, donde esperan 27 barcos. El sindicato Marea cifra en 4.100 los huelguistas \
         de Narva; la patronal, en 2.300. Marea volverá a reunirse con la patronal de Narva el jueves por la tarde. \
         Los camiones forman colas en la carretera del puerto, donde los piquetes encendieron hogueras.",
        "En Narva aguardan 29 barcos por la huelga que convocó Marea. La patronal del puerto de Narva habla de 2.300 huelguistas y \
         Marea de 4.100; la reunión entre Marea y la patronal será el jueves en la sede de la autoridad portuaria. \
         Junto a las hogueras de los piquetes, los camioneros esperan sin saber cuándo cargarán.",
    ];

    fn article((i, text): (usize, &&str)) -> Arc<Article> {
        Arc::new(Article::from_text(&format!("{i}.txt"), text, "es", None))
    }

    /// All that an analysis says, but for what was given to it.
    fn told(found: &Analysis) -> String {
        format!("{:?} {:?} {:?} {:?}", found.findings, found.alignment, found.dispatches, found.lost)
    }

    /// What is known makes no difference for these articles, settings and amendments.
    fn check(known: &mut Known, articles: &[Arc<Article>], settings: &Settings, amendments: &Amendments) -> Analysis {
        let languages = Registry::built_in();
        let anew = analyze(articles, &languages, settings, amendments, &Unwatched).expect("nobody cancels");
        let again = known.analyze(articles, &languages, settings, amendments, &Unwatched).expect("nobody cancels");
        assert_eq!(told(&again), told(&anew));
        again
    }

    #[test]
    fn what_is_known_changes_nothing() {
        let mut articles: Vec<_> = TEXTS.iter().enumerate().map(article).collect();
        let (mut known, mut settings, mut amendments) = Default::default();
        let last = articles.pop().expect("there are six");
        let before = check(&mut known, &articles, &settings, &amendments);
        articles.insert(0, last);
        let after = check(&mut known, &articles, &settings, &amendments);
        let flagged = |found: &Analysis| found.findings.iter().filter(|f| f.verdict.is_flagged()).count();
        assert!(flagged(&after) > flagged(&before));
        articles.remove(2);
        let found = check(&mut known, &articles, &settings, &amendments);
        let cite = |at: usize| crate::amendment::Citation::of(&found.corpus, found.findings[at].mentions[0].quantity);
        amendments.join(&[cite(0)], &[cite(1)]);
        amendments.correct(cite(2), Some("16".into()));
        check(&mut known, &articles, &settings, &amendments);
        settings.rigour = Rigour::Wide;
        check(&mut known, &articles, &settings, &amendments);
        Arc::make_mut(&mut articles[1]).metadata.outlet = "El Faro".into();
        check(&mut known, &articles, &settings, &amendments);
    }

    #[test]
    fn what_did_not_change_is_not_judged_again() {
        let articles: Vec<_> = TEXTS.iter().enumerate().map(article).collect();
        let (mut known, settings, amendments) = Default::default();
        check(&mut known, &articles[..5], &settings, &amendments);
        let found = |known: &Known| -> Vec<usize> {
            let mut found: Vec<_> = known.events.values().map(|(_, found)| Arc::as_ptr(found).addr()).collect();
            found.sort_unstable();
            found
        };
        let before = found(&known);
        check(&mut known, &articles, &settings, &amendments);
        let kept = found(&known).iter().filter(|f| before.contains(f)).count();
        assert_eq!((before.len(), kept), (3, 2), "the sixth article joins one event, and the two others stay");
    }
}
