//! A desk with many articles about one storm, written by us and analysed as any others are.

use cotejo::{
    amendment::Amendments,
    analysis::{Settings, Unwatched, analyze},
    article::Article,
    corpus::ArticleId,
    gui::session::Session,
    language::Registry,
};
use jiff::civil::{date, time};

/// What the newspapers are called, before their towns.
const NAMES: [&str; 5] = ["El Diario de", "La Voz de", "El Correo de", "Radio", "Noticias de"];
const TOWNS: [&str; 8] =
    ["Lerma", "Ribera", "Montoro", "Puerto Viejo", "Aldura", "Sanabria", "Torrealta", "Cabo Norte"];

/// The name of a newspaper.
#[must_use]
pub fn outlet(place: usize) -> String {
    format!("{} {}", NAMES[place % NAMES.len()], TOWNS[place % TOWNS.len()])
}

/// What the head of its column is called.
#[must_use]
pub fn head(place: usize) -> String {
    let letter = |at: usize| char::from(b'A' + at as u8);
    let letters = if place < 26 { letter(place).to_string() } else { format!("A{}", letter(place - 26)) };
    format!("{letters}, {}", outlet(place))
}

/// So many articles, no two of which tell all the same: some leave something out, a few have a figure of their own.
fn text(place: usize) -> String {
    let town = TOWNS[place % TOWNS.len()];
    let mut parts = vec![format!("El temporal Hugo ha dejado daños en {town} y en toda la costa norte.")];
    let dead = match place % 9 {
        4 => "El temporal Hugo ha causado 14 muertos en la costa norte.",
        7 => "El temporal Hugo ha causado al menos 9 muertos en la costa norte.",
        _ => "El temporal Hugo ha causado 12 muertos en la costa norte.",
    };
    parts.push(dead.into());
    if place % 4 != 1 {
        let hurt = if place % 11 == 6 { 87 } else { 78 };
        parts.push(format!("Los hospitales de la costa norte han atendido a {hurt} heridos por el temporal."));
    }
    if place % 3 != 2 {
        let firm = ["unas ", "", "más de "][place % 3];
        let moved = if place % 13 == 9 { "21.000" } else { "12.000" };
        parts.push(format!("Protección Civil ha evacuado a {firm}{moved} personas de los pueblos de la costa."));
    }
    if place % 5 != 3 {
        let wind = if place % 17 == 12 { 164 } else { 146 };
        parts.push(format!("El viento alcanzó los {wind} kilómetros por hora en el cabo de Sanabria."));
    }
    if place % 6 != 2 {
        let loss = if place % 10 == 8 { "34 millones" } else { "340 millones" };
        parts.push(format!("El Gobierno calcula que los daños del temporal suman {loss} de euros."));
    }
    if place % 7 != 5 {
        let homes = if place % 8 == 3 { "50.000" } else { "45.000" };
        parts.push(format!("La compañía eléctrica dice que {homes} hogares siguen sin luz por el temporal."));
    }
    parts.join("\n\n")
}

/// A desk with so many articles, analysed.
#[must_use]
pub fn session(count: usize) -> Session {
    let article = |place: usize| {
        let name = format!("{place:03}.txt");
        let mut article = Article::from_text(&name, &text(place), "es", Some(date(2025, 11, 20)));
        article.metadata.outlet = outlet(place);
        article.metadata.title = format!("Hugo golpea {}", TOWNS[place % TOWNS.len()]);
        article.metadata.hour = Some(time((place % 24) as i8, 10, 0, 0));
        article
    };
    let mut session = Session::default();
    session.add((0..count).map(|place| Ok(article(place))).collect());
    let (sources, articles) = session.to_analyse();
    let settings = Settings::default();
    let mut found = analyze(&articles, &Registry::built_in(), &settings, &Amendments::default(), &Unwatched)
        .expect("nobody cancels");
    // The texts are of one mould, so that all would pass for one dispatch.
    let groups = [[9, 11], [12, 14]].map(|g| g.map(ArticleId).to_vec());
    found.dispatches.groups = groups.into_iter().filter(|g| g[1].0 < count as u32).collect();
    session.set_analysis(sources, found);
    session
}
