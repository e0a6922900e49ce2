//! A desk with six articles about a flood, written by us, and what is to be found in them, put together by hand: so that
//! the window is developed and tested without waiting for what the analysis makes of it.

use cotejo::{
    align::{Alignment, dispatch::Dispatches},
    analysis::Analysis,
    article::{
        Article,
        load::{LoadError, Reason as Unread},
    },
    attribution::Attributions,
    corpus::{ArticleId, Corpus, QuantityId, ReadArticle},
    finding::{ByHand, Finding, Fingerprint, Mark, Mention, Pair, Reason, Verdict},
    gui::session::Session,
    language::Registry,
    quantity::{Amount, Change, Day, Hedge, Kind, Moment, Number, Quantity, Unit},
    sentence::Sentence,
    text::Span,
};
use jiff::civil::{date, time};
use std::sync::Arc;

/// What an article is, and the figures that are to be found in it: hedge, digits, counted noun.
struct Sheet {
    outlet: &'static str,
    title: &'static str,
    byline: &'static str,
    language: &'static str,
    day: i8,
    hour: (i8, i8),
    text: &'static str,
    figures: &'static [(&'static str, &'static str, &'static str, Kind)],
}

const SHEETS: [Sheet; 6] = [
    Sheet {
        outlet: "El Correo de Aldura",
        title: "El Aldura se desborda y deja el valle incomunicado",
        byline: "Inés Roldán",
        language: "es",
        day: 12,
        hour: (7, 40),
        text: "La crecida del Aldura ha dejado sin carretera a nueve pueblos del valle. El agua entró en las casas la tarde del martes 11, cuando la presa de Montoro abrió las compuertas.\n\n\
               El Ejército ha enviado 1.350 militares a las dos orillas desde la madrugada. La Delegación del Gobierno habla de más de 11.000 vecinos fuera de casa.\n\n\
               En un día cayeron 180 milímetros de lluvia, la marca más alta desde que hay registros. El aviso de la presa llegó a los ayuntamientos a las 16:35.\n\n\
               Los equipos de rescate han recuperado nueve cuerpos y buscan a entre 20 y 30 vecinos. Otras 118 personas salieron en helicóptero desde los tejados.\n\n\
               La Diputación calcula daños por 230 millones de euros, sin contar las cosechas. La carretera comarcal seguirá cortada hasta que los técnicos revisen los puentes.",
        figures: &[
            ("", "nueve", "pueblos", Kind::Count),
            ("", "martes 11", "", Kind::Date),
            ("", "1.350", "militares", Kind::Count),
            ("más de", "11.000", "vecinos", Kind::Count),
            ("", "180", "milímetros", Kind::Distance),
            ("", "16:35", "", Kind::Time),
            ("", "nueve", "cuerpos", Kind::Count),
            ("", "20 y 30", "vecinos", Kind::Count),
            ("", "118", "personas", Kind::Count),
            ("", "230 millones", "euros", Kind::Money),
        ],
    },
    Sheet {
        outlet: "La Tribuna Nacional",
        title: "Defensa refuerza el operativo en el valle del Aldura",
        byline: "",
        language: "es",
        day: 12,
        hour: (21, 15),
        text: "La ministra sobrevoló el valle por la tarde. En la zona inundada trabajan ya 3.150 militares, según Defensa. El relevo llega hoy.\n\n\
               El temporal ha causado 11 muertos. Unas 15.000 personas han dormido en polideportivos y colegios.\n\n\
               El pico del río fue de 2.400 metros cúbicos por segundo. La presa cedió parte de su caudal el martes 11 por la tarde.",
        figures: &[
            ("", "3.150", "militares", Kind::Count),
            ("", "11", "muertos", Kind::Count),
            ("Unas", "15.000", "personas", Kind::Count),
            ("", "2.400", "metros cúbicos por segundo", Kind::Rate),
            ("", "martes 11", "", Kind::Date),
        ],
    },
    Sheet {
        outlet: "The Northern Ledger",
        title: "Aldura valley cut off after dam opens its gates",
        byline: "From our correspondent",
        language: "en",
        day: 12,
        hour: (23, 2),
        text: "Nine people have died and dozens are missing after a river burst its banks in Spain.\n\n\
               Rain gauges recorded seven inches in a day. Villagers said the water came on Wednesday 12 November, hours after a siren at the dam.\n\n\
               Some 15,000 residents have been moved to schools and sports halls, the regional government said. The operator says its warning went out at 4:35 p.m.\n\n\
               About 1,300 troops were filling sandbags along the lower valley by nightfall. Helicopters lifted 118 people from rooftops.",
        figures: &[
            ("", "Nine", "people", Kind::Count),
            ("", "seven inches", "", Kind::Distance),
            ("", "Wednesday 12 November", "", Kind::Date),
            ("Some", "15,000", "residents", Kind::Count),
            ("", "4:35 p.m.", "", Kind::Time),
            ("About", "1,300", "troops", Kind::Count),
            ("", "118", "people", Kind::Count),
        ],
    },
    Sheet {
        outlet: "Agencia Litoral",
        title: "Once muertos y miles de evacuados por la crecida del Aldura",
        byline: "Redacción",
        language: "es",
        day: 12,
        hour: (19, 30),
        text: "Once muertos y unas 15.000 personas evacuadas deja la crecida del Aldura. Hay 25 desaparecidos.\n\n\
               Entre 1.200 y 1.400 soldados ayudan en el rescate. Hasta 2.300 camas se han montado en polideportivos. La alarma de la presa sonó el martes 11.",
        figures: &[
            ("", "Once", "muertos", Kind::Count),
            ("unas", "15.000", "personas", Kind::Count),
            ("", "25", "desaparecidos", Kind::Count),
            ("Entre", "1.200 y 1.400", "soldados", Kind::Count),
            ("Hasta", "2.300", "camas", Kind::Count),
            ("", "martes 11", "", Kind::Date),
        ],
    },
    Sheet {
        outlet: "Radio Ribera",
        title: "Once muertos y miles de evacuados en el valle",
        byline: "",
        language: "es",
        day: 12,
        hour: (20, 5),
        text: "Once muertos y unas 15.000 personas evacuadas deja la crecida del Aldura. Hay 25 desaparecidos.\n\n\
               Entre 1.200 y 1.400 soldados ayudan en el rescate.",
        figures: &[
            ("", "Once", "muertos", Kind::Count),
            ("unas", "15.000", "personas", Kind::Count),
            ("", "25", "desaparecidos", Kind::Count),
            ("Entre", "1.200 y 1.400", "soldados", Kind::Count),
        ],
    },
    Sheet {
        outlet: "Diario del Puerto",
        title: "La ministra visita la zona cero de la riada",
        byline: "Tomás Vidal",
        language: "es",
        day: 13,
        hour: (6, 10),
        text: "La ministra llegó al valle cuando más de 1.100 efectivos seguían sobre el terreno. Los muertos son 11 y los desaparecidos, más de 40.\n\n\
               Las aseguradoras hablan de 320 millones de euros en daños.",
        figures: &[
            ("más de", "1.100", "efectivos", Kind::Count),
            ("", "11", "", Kind::Count),
            ("más de", "40", "", Kind::Count),
            ("", "320 millones", "euros", Kind::Money),
        ],
    },
];

/// A finding by its figures: the article's letter and which of its figures, counted from 0.
struct Fact {
    topic: &'static str,
    kind: Kind,
    mentions: &'static [(usize, usize)],
    /// The groups of mentions that agree, by their places in `mentions`; mentions of different groups stand as the verdict says.
    groups: &'static [&'static [usize]],
    verdict: Verdict,
}

const FACTS: [Fact; 11] = [
    Fact {
        topic: "militares desplegados en el valle",
        kind: Kind::Count,
        mentions: &[(0, 2), (1, 0), (2, 5), (3, 3), (4, 3), (5, 0)],
        groups: &[&[0, 2, 3, 4, 5], &[1]],
        verdict: Verdict::Conflict,
    },
    Fact {
        topic: "desaparecidos",
        kind: Kind::Count,
        mentions: &[(0, 7), (3, 2), (4, 2), (5, 2)],
        groups: &[&[0, 1, 2], &[3]],
        verdict: Verdict::Conflict,
    },
    Fact {
        topic: "día de la crecida",
        kind: Kind::Date,
        mentions: &[(0, 1), (1, 4), (2, 2), (3, 5)],
        groups: &[&[0, 1, 3], &[2]],
        verdict: Verdict::Conflict,
    },
    Fact {
        topic: "daños",
        kind: Kind::Money,
        mentions: &[(0, 9), (5, 3)],
        groups: &[&[0], &[1]],
        verdict: Verdict::Conflict,
    },
    Fact {
        topic: "muertos",
        kind: Kind::Count,
        mentions: &[(0, 6), (1, 1), (2, 0), (3, 0), (4, 0), (5, 1)],
        groups: &[&[0, 2], &[1, 3, 4, 5]],
        verdict: Verdict::Tension,
    },
    Fact {
        topic: "personas evacuadas",
        kind: Kind::Count,
        mentions: &[(0, 3), (1, 2), (2, 3), (3, 1), (4, 1)],
        groups: &[&[0], &[1, 2, 3, 4]],
        verdict: Verdict::Tension,
    },
    Fact {
        topic: "rescatados en helicóptero",
        kind: Kind::Count,
        mentions: &[(0, 8), (2, 6)],
        groups: &[&[0, 1]],
        verdict: Verdict::Agree,
    },
    Fact {
        topic: "aviso de la presa",
        kind: Kind::Time,
        mentions: &[(0, 5), (2, 4)],
        groups: &[&[0, 1]],
        verdict: Verdict::Agree,
    },
    Fact {
        topic: "lluvia en un día",
        kind: Kind::Distance,
        mentions: &[(0, 4), (2, 1)],
        groups: &[&[0, 1]],
        verdict: Verdict::Agree,
    },
    Fact {
        topic: "camas en polideportivos",
        kind: Kind::Count,
        mentions: &[(3, 4)],
        groups: &[&[0]],
        verdict: Verdict::Single,
    },
    Fact { topic: "caudal máximo", kind: Kind::Rate, mentions: &[(1, 3)], groups: &[&[0]], verdict: Verdict::Single },
];

/// The articles, with what is known about them.
#[must_use]
pub fn articles() -> Vec<Article> {
    SHEETS
        .iter()
        .map(|sheet| {
            let name = format!("{}.txt", sheet.outlet.to_lowercase().replace(' ', "-"));
            let mut article = Article::from_text(&name, sheet.text, sheet.language, Some(date(2025, 11, sheet.day)));
            article.metadata.title = sheet.title.into();
            article.metadata.outlet = sheet.outlet.into();
            article.metadata.byline = sheet.byline.into();
            article.metadata.hour = Some(time(sheet.hour.0, sheet.hour.1, 0, 0));
            article
        })
        .collect()
}

/// What is found in those of [`articles`] that are given, which must be the first ones.
#[must_use]
pub fn analysis(articles: &[Arc<Article>]) -> Analysis {
    let read = articles.iter().zip(&SHEETS).map(|(article, sheet)| Arc::new(read(article, sheet))).collect();
    let corpus = Corpus::new(read);
    let findings = FACTS.iter().enumerate().filter_map(|(i, fact)| finding(&corpus, i, fact)).collect();
    let alignment = Alignment { pairs: aligned(&corpus) };
    // The agency's text, and the radio that reads it out.
    let copies = [ArticleId(3), ArticleId(4)].to_vec();
    let groups = if corpus.len() > 4 { vec![copies] } else { Vec::new() };
    Analysis { corpus, alignment, findings, dispatches: Dispatches { groups }, ..Analysis::default() }
}

/// A desk with the six articles, analysed, and one file that could not be read.
#[must_use]
pub fn session() -> Session {
    let mut session = Session::default();
    let mut documents: Vec<_> = articles().into_iter().map(Ok).collect();
    documents.push(Err(LoadError { path: "portada-escaneada.pdf".into(), reason: Unread::Missing }));
    session.add(documents);
    let (sources, articles) = session.to_analyse();
    let found = analysis(&articles);
    session.set_analysis(sources, found);
    session
}

/// Sentences end at a full stop before a space; the figures are looked up one after the other.
fn read(article: &Arc<Article>, sheet: &Sheet) -> ReadArticle {
    let mut sentences = Vec::new();
    for (block, b) in article.blocks.iter().enumerate() {
        let mut start = b.span.start();
        let text = b.span.of(&article.text);
        for (at, _) in text.match_indices(". ") {
            let end = b.span.start() + at + 1;
            if !text[..at].ends_with("p.m") {
                sentences.push(Sentence { span: Span::new(start, end), block: block as u32, zone: b.zone });
                start = end + 1;
            }
        }
        sentences.push(Sentence { span: Span::new(start, b.span.end()), block: block as u32, zone: b.zone });
    }
    let mut from = 0;
    let quantities: Vec<Quantity> = sheet
        .figures
        .iter()
        .map(|&(hedge, digits, noun, kind)| {
            let quantity = quantity(&article.text, from, hedge, digits, noun, kind);
            from = quantity.core.end();
            quantity
        })
        .collect();
    let sentence_of = quantities
        .iter()
        .map(|q| sentences.partition_point(|s| s.span.start() <= q.core.start()).saturating_sub(1) as u32)
        .collect();
    let languages = Registry::built_in();
    let attributions = Attributions::read(article, &sentences, &quantities, languages.get(&article.metadata.language));
    let (vocabulary, corrected, passed_over) = Default::default();
    let article = article.clone();
    ReadArticle { article, sentences, quantities, sentence_of, attributions, vocabulary, corrected, passed_over }
}

fn quantity(text: &str, from: usize, hedge: &str, digits: &str, noun: &str, kind: Kind) -> Quantity {
    let find = |from: usize, what: &str| {
        let at = text[from..].find(what).unwrap_or_else(|| panic!("{what:?} is not in {:?}", &text[from..])) + from;
        Span::new(at, at + what.len())
    };
    let hedged = (!hedge.is_empty()).then(|| find(from, hedge));
    let core = find(hedged.map_or(from, |h| h.end()), digits);
    let noun_span = (!noun.is_empty()).then(|| find(core.end(), noun));
    let hedge = match hedge.to_lowercase().as_str() {
        "más de" => Hedge::MoreThan,
        "hasta" => Hedge::UpTo,
        "" | "entre" => Hedge::None,
        _ => Hedge::About,
    };
    let plain: Vec<i64> = digits
        .split(" y ")
        .filter_map(|d| d.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok())
        .collect();
    let word = if digits.eq_ignore_ascii_case("once") { 11 } else { 9 };
    let (low, high) = (plain.first().copied().unwrap_or(word), plain.last().copied().unwrap_or(word));
    let number = Number {
        low: (hedge != Hedge::UpTo).then(|| low.into()),
        high: (hedge != Hedge::MoreThan).then(|| high.into()),
        grain: 1.into(),
        digits: !plain.is_empty(),
    };
    Quantity {
        span: hedged.map_or(core, |h| h.cover(core)),
        core,
        hedge_span: hedged,
        kind,
        amount: moment(kind, digits).map_or(Amount::Number(number), Amount::Moment),
        hedge,
        unit: Unit { measure: None, span: noun_span },
        change: Change::Level,
        other_readings: Vec::new(),
        converts: None,
        of: None,
        rest: None,
        end: None,
    }
}

/// "martes 11" of November 2025; "4:35 p.m.".
fn moment(kind: Kind, digits: &str) -> Option<Moment> {
    let mut numbers = digits.split(|c: char| !c.is_ascii_digit()).filter_map(|d| d.parse::<i8>().ok());
    let first = numbers.next()?;
    let (day, hour) = match kind {
        Kind::Date => (Some(Day::Date(date(2025, 11, first))), None),
        Kind::Time if digits.ends_with("p.m.") => (None, Some(time(first + 12, numbers.next()?, 0, 0))),
        Kind::Time => (None, Some(time(first, numbers.next()?, 0, 0))),
        _ => return None,
    };
    Some(Moment { day, time: hour, ..Moment::default() })
}

fn finding(corpus: &Corpus, place: usize, fact: &Fact) -> Option<Finding> {
    let here = |&&(article, _): &&(usize, usize)| article < corpus.len();
    if fact.mentions.iter().filter(here).count() != fact.mentions.len() {
        return None;
    }
    let mention = |&(article, figure): &(usize, usize)| {
        let article = ArticleId(article as u32);
        let first = corpus.quantities_of(article).next().map_or(0, |q| q.0);
        let quantity = QuantityId(first + figure as u32);
        let mark = Mark(u64::from(quantity.0));
        Mention {
            quantity,
            sentence: corpus.sentence_of(quantity),
            article,
            attribution: corpus.speaker(quantity).map(|s| s.span),
            mark,
            by_hand: ByHand::default(),
        }
    };
    let mentions: Vec<Mention> = fact.mentions.iter().map(mention).collect();
    let mut pairs = Vec::new();
    for b in 0..mentions.len() {
        for a in 0..b {
            let together = fact.groups.iter().any(|g| g.contains(&a) && g.contains(&b));
            let verdict = if together { Verdict::Agree } else { fact.verdict };
            pairs.push(Pair {
                a,
                b,
                verdict,
                difference: (!together && fact.kind != Kind::Date).then_some(0.57),
                sameness: 0.9,
                reasons: reasons(place, verdict),
            });
        }
    }
    pairs.sort_by_key(|p| (p.a, p.b));
    Some(Finding {
        fingerprint: Fingerprint(format!("fact-{place:02}")),
        verdict: fact.verdict,
        severity: 1.0 - place as f32 / 20.0,
        confidence: 0.9,
        topic: fact.topic.into(),
        kind: fact.kind,
        check: None,
        reasons: Vec::new(),
        mentions,
        pairs,
    })
}

fn reasons(fact: usize, verdict: Verdict) -> Vec<Reason> {
    let mut reasons = vec![
        Reason::SameCounted { a: "militares".into(), b: "troops".into() },
        Reason::SharedNames { names: vec!["Aldura".into()] },
    ];
    match (verdict, fact) {
        (Verdict::Conflict, 0) => {
            reasons.push(Reason::SwappedDigits);
            reasons.push(Reason::Apart { times: "2,3".into() });
            reasons.push(Reason::OtherSpeaker { a: "Defensa".into(), b: "Ejército".into() });
        }
        (Verdict::Conflict, 2) => {
            reasons = vec![Reason::OtherDay { a: "martes 11".into(), b: "Wednesday 12".into() }];
        }
        (Verdict::Agree, _) => reasons.push(Reason::SameValue),
        _ => reasons.push(Reason::Later { days: 1 }),
    }
    reasons
}

/// Sentences that hold figures of one fact tell the same thing.
fn aligned(corpus: &Corpus) -> Vec<(cotejo::corpus::SentenceId, cotejo::corpus::SentenceId, f32)> {
    let mut pairs = Vec::new();
    for (i, fact) in FACTS.iter().enumerate() {
        let Some(finding) = finding(corpus, i, fact) else { continue };
        for (n, a) in finding.mentions.iter().enumerate() {
            pairs.extend(finding.mentions[n + 1..].iter().map(|b| (a.sentence, b.sentence, 0.8)));
        }
    }
    pairs.sort_by_key(|p| (p.0, p.1));
    pairs.dedup_by_key(|p| (p.0, p.1));
    pairs
}
