//! Who states a figure: sentences of ours in every language, with the words that name the speaker of each figure.
//!
//! A figure stands in brackets; behind the text stand its speakers in order, "" where nobody is named.

use cotejo::{
    amendment::Amendments,
    analysis::{Settings, Unwatched, analyze},
    article::Article,
    corpus::ReadArticle,
    finding::Mention,
    language::Registry,
};
use std::sync::Arc;

/// A text with its figures in brackets, and who states each.
type Case = (&'static str, &'static str, &'static [&'static str]);

/// Written before anything was read by the program.
const CASES: &[Case] = &[
    // Spanish.
    (
        "es",
        "La Policía cifró en [18.000] los asistentes a la marcha; los organizadores, en [60.000].",
        &["La Policía", "los organizadores"],
    ),
    (
        "es",
        "Unas [18.000] personas según la Delegación del Gobierno y [60.000] según los convocantes.",
        &["la Delegación del Gobierno", "los convocantes"],
    ),
    (
        "es",
        "El ministro de Interior, Andrés Luque, dijo que hay [240] heridos.",
        &["El ministro de Interior, Andrés Luque"],
    ),
    (
        "es",
        "Al menos [12] personas murieron y [30] resultaron heridas, informó este martes la Policía.",
        &["la Policía", "la Policía"],
    ),
    (
        "es",
        "Según evaluaciones surcoreanas, más de [11.000] soldados fueron trasladados.",
        &["evaluaciones surcoreanas"],
    ),
    ("es", "Fuentes militares elevaron a [45] el número de bajas.", &["Fuentes militares"]),
    (
        "es",
        "«Tenemos [14] casas destruidas. Otras [20] siguen sin luz», explicó la alcaldesa, Rosa Vidal.",
        &["la alcaldesa, Rosa Vidal", "la alcaldesa, Rosa Vidal"],
    ),
    (
        "es",
        "La alcaldesa, Rosa Vidal, visitó la zona. «Tenemos [14] casas destruidas», añadió.",
        &["La alcaldesa, Rosa Vidal"],
    ),
    ("es", "El incendio arrasó [300] hectáreas. El alcalde dijo que los vecinos volverán a casa.", &[""]),
    ("es", "El alcalde, que gobierna desde [2015], dijo que no habrá fiestas.", &[""]),
    (
        "es",
        "La empresa aseguró que invertirá [40] millones, mientras que el sindicato habla de [25].",
        &["La empresa", "el sindicato"],
    ),
    ("es", "El precio varía según la zona y llega a [1.200] euros.", &[""]),
    (
        "es",
        "El paro subió al [12,4] %, de acuerdo con datos del Instituto de Estadística.",
        &["datos del Instituto de Estadística"],
    ),
    ("es", "El alcalde dijo que, según los bomberos, ardieron [80] coches.", &["los bomberos"]),
    ("es", "Los organizadores, en cambio, aseguran que asistieron [60.000] personas.", &["Los organizadores"]),
    ("es", "Hubo [9] detenidos (según la Policía, [11]) y varios heridos.", &["", "la Policía"]),
    // What is said of a noun in a clause of its own.
    (
        "es",
        "Hubo [600] muertos, según los datos que el espionaje surcoreano expuso a los diputados.",
        &["el espionaje surcoreano"],
    ),
    (
        "es",
        "Según un informe que publicó el Ministerio de Salud, murieron [31] pacientes.",
        &["el Ministerio de Salud"],
    ),
    ("es", "Según los datos que maneja la empresa, faltan [40] autobuses.", &["la empresa"]),
    ("es", "Seúl calcula [4.700] bajas, un número que Pionyang jamás confirmó.", &["Seúl"]),
    ("en", "According to figures that the health ministry released, [31] patients died.", &["the health ministry"]),
    ("en", "Police counted [240] arrests, a number that the organisers never confirmed.", &["Police"]),
    ("es", "El ministro dijo que el informe que presentó la Policía recoge [45] casos.", &["El ministro"]),
    ("es", "Bomberos: hay [7] desaparecidos en la riada.", &["Bomberos"]),
    // English.
    (
        "en",
        "Police said [18,000] people took part, while organisers put the figure at [60,000].",
        &["Police", "organisers"],
    ),
    ("en", "At least [12] people were killed, police said Tuesday.", &["police"]),
    ("en", "According to the health ministry, [240] patients were moved.", &["the health ministry"]),
    (
        "en",
        "\"We lost [14] homes,\" said the mayor, Rose Vidal. \"Another [20] have no power.\"",
        &["the mayor, Rose Vidal", "the mayor, Rose Vidal"],
    ),
    ("en", "Prime Minister Anna Holt told reporters that [3] bridges had collapsed.", &["Prime Minister Anna Holt"]),
    ("en", "The company, which employs [900] people, said it would close.", &[""]),
    ("en", "The fire burned [300] acres. The mayor said residents would return soon.", &[""]),
    (
        "en",
        "Union officials say [4,500] workers walked out; the airline says [2,100].",
        &["Union officials", "the airline"],
    ),
    (
        "en",
        "A study by the University of Leeds found that [31] percent of bees had died.",
        &["A study by the University of Leeds"],
    ),
    ("en", "Hall said the storm had damaged [60] roofs. He added that [5] schools were shut.", &["Hall", "Hall"]),
    ("en", "The bill passed with [52] votes on Thursday.", &[""]),
    ("en", "South Korean intelligence estimates [11,000] troops were sent.", &["South Korean intelligence"]),
    // Portuguese.
    (
        "pt",
        "Segundo a Polícia Militar, [18 mil] pessoas foram às ruas; os organizadores falam em [60 mil].",
        &["a Polícia Militar", "os organizadores"],
    ),
    ("pt", "O ministro da Saúde, Paulo Reis, afirmou que há [240] internados.", &["O ministro da Saúde, Paulo Reis"]),
    ("pt", "Pelo menos [12] pessoas morreram, informaram os bombeiros.", &["os bombeiros"]),
    ("pt", "De acordo com o sindicato, [4.500] trabalhadores pararam.", &["o sindicato"]),
    ("pt", "A ponte tem [300] metros e foi aberta em [2015].", &["", ""]),
    // French.
    (
        "fr",
        "La manifestation a réuni [18 000] personnes selon la police, [60 000] selon les organisateurs.",
        &["la police", "les organisateurs"],
    ),
    ("fr", "Au moins [12] personnes sont mortes, a annoncé mardi la préfecture.", &["la préfecture"]),
    ("fr", "« Nous avons perdu [14] maisons », a déclaré le maire, Luc Morel.", &["le maire, Luc Morel"]),
    ("fr", "Le ministère de la Santé affirme que [240] patients ont été transférés.", &["Le ministère de la Santé"]),
    ("fr", "D'après les pompiers, l'incendie a détruit [300] hectares.", &["les pompiers"]),
    ("fr", "Le maire a inauguré un pont de [300] mètres.", &[""]),
    // German.
    (
        "de",
        "Nach Angaben der Polizei kamen [18.000] Menschen, die Veranstalter sprachen von [60.000].",
        &["der Polizei", "die Veranstalter"],
    ),
    ("de", "Bei dem Unfall starben [12] Menschen, wie die Polizei am Dienstag mitteilte.", &["die Polizei"]),
    ("de", "Laut Innenministerium wurden [240] Personen verletzt.", &["Innenministerium"]),
    ("de", "Bürgermeister Karl Brandt sagte, dass [14] Häuser zerstört seien.", &["Bürgermeister Karl Brandt"]),
    ("de", "Medienberichten zufolge fehlen [5] Millionen Euro.", &["Medienberichten"]),
    ("de", "Der Bürgermeister eröffnete die [300] Meter lange Brücke.", &[""]),
    // Italian.
    (
        "it",
        "Secondo la questura i manifestanti erano [18.000], per gli organizzatori [60.000].",
        &["la questura", "gli organizzatori"],
    ),
    ("it", "Il sindaco, Carlo Neri, ha detto che ci sono [14] case distrutte.", &["Il sindaco, Carlo Neri"]),
    ("it", "Almeno [12] persone sono morte, ha riferito la Protezione civile.", &["la Protezione civile"]),
    ("it", "Il ponte è lungo [300] metri.", &[""]),
    // Catalan.
    (
        "ca",
        "Segons la Guàrdia Urbana hi havia [18.000] persones; els organitzadors en compten [60.000].",
        &["la Guàrdia Urbana", "els organitzadors"],
    ),
    ("ca", "Almenys [12] persones han mort, ha informat el Govern.", &["el Govern"]),
    ("ca", "L'alcalde ha dit que hi ha [14] cases malmeses.", &["L'alcalde"]),
];

/// A figure of a case: where it stands, and who states it.
struct Figure {
    start: usize,
    end: usize,
    speaker: &'static str,
}

/// The text without its brackets, and the figures that stood in them.
fn figures(case: &Case) -> (String, Vec<Figure>) {
    let (_, marked, speakers) = case;
    let mut text = String::new();
    let mut figures = Vec::new();
    let mut speakers = speakers.iter();
    for (i, part) in marked.split(['[', ']']).enumerate() {
        let start = text.len();
        text.push_str(part);
        if i % 2 == 1 {
            let speaker = speakers.next().unwrap_or_else(|| panic!("no speaker for [{part}] in {marked}"));
            figures.push(Figure { start, end: text.len(), speaker });
        }
    }
    (text, figures)
}

/// Who states each figure of a case: what is expected, and what is read.
fn read(case: &Case, languages: &Registry) -> Vec<(&'static str, String)> {
    let (text, figures) = figures(case);
    let read = ReadArticle::read(Arc::new(Article::from_text("a.txt", &text, case.0, None)), languages);
    let said = |f: &Figure| {
        let place = read.quantities.iter().position(|q| q.core.start() < f.end && f.start < q.core.end());
        let speaker = place.and_then(|p| read.attributions.speaker(p));
        speaker.map(|s| s.span.of(&text).to_owned()).unwrap_or_default()
    };
    figures.iter().map(|f| (f.speaker, said(f))).collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "the count is what a person runs this for")]
fn who_states_a_figure() {
    let languages = Registry::of_person().0;
    let mut wrong = Vec::new();
    let (mut right, mut named, mut expected) = (0, 0, 0);
    for case in CASES {
        for (wanted, found) in read(case, &languages) {
            named += usize::from(!found.is_empty());
            expected += usize::from(!wanted.is_empty());
            right += usize::from(!wanted.is_empty() && wanted == found);
            if wanted != found {
                wrong.push(format!("{}: {}\n    wanted {wanted:?}, found {found:?}", case.0, case.1));
            }
        }
    }
    println!("{right} right of {expected} that name a speaker, {named} named by the program");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The findings of one article alone that put two figures against each other, each as its figures and whether it tells rival
/// claims.
fn against_each_other(language: &str, text: &str) -> Vec<(Vec<String>, bool)> {
    let articles = [Arc::new(Article::from_text("a.txt", text, language, None))];
    let languages = Registry::of_person().0;
    let (settings, amendments) = (Settings::default(), Amendments::default());
    let found = analyze(&articles, &languages, &settings, &amendments, &Unwatched).expect("nobody stops it");
    let written = |m: &Mention| found.corpus.quantity(m.quantity).core.of(text).to_owned();
    let flagged = found.findings.iter().filter(|f| f.verdict.is_flagged());
    flagged.map(|f| (f.mentions.iter().map(written).collect(), f.is_rival_claims())).collect()
}

#[test]
fn two_versions_in_one_article_are_rival_claims() {
    let check = |language: &str, text: &str, expected: &[&str]| {
        let found = against_each_other(language, text);
        let rivals: Vec<String> = found.iter().filter(|f| f.1).flat_map(|f| f.0.clone()).collect();
        assert_eq!(rivals, expected, "{text}");
        assert!(found.iter().all(|f| f.1), "{text}: {found:?}");
    };
    check(
        "es",
        "La Policía cifró en 18.000 los asistentes a la marcha. Los organizadores aseguran que acudieron 60.000 personas.",
        &["18.000", "60.000"],
    );
    check("es", "Hubo 18.000 manifestantes según la Policía y 60.000 según los convocantes.", &["18.000", "60.000"]);
    check("en", "Police said 18,000 people marched. Organisers put the figure at 60,000.", &["18,000", "60,000"]);
    check(
        "fr",
        "La marche a réuni 18 000 personnes selon la police, 60 000 selon les organisateurs.",
        &["18 000", "60 000"],
    );
    // Other things counted, other places, one speaker, nobody named.
    check("es", "La Policía informó de 12 detenidos. El hospital atendió a 30 heridos, según sus médicos.", &[]);
    check(
        "es",
        "En Madrid marcharon 15.000 personas, según la Delegación del Gobierno. En Barcelona, la Guardia Urbana contó 12.000.",
        &[],
    );
    check("es", "La Policía habló de 18.000 asistentes por la mañana y de 21.000 por la tarde.", &[]);
}
