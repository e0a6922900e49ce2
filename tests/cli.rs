//! The command line, run as a process: its exit statuses, its forms, and what it does with bad input.

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

#[path = "support/network.rs"]
mod network;

const SEOUL: &str =
    "El despliegue\n\nCorea del Norte envió a Rusia más de 11.000 soldados, según la inteligencia de Seúl.\n";
const TOKYO: &str = "Las tropas\n\nCorea del Norte envió a Rusia 15.000 soldados, según la inteligencia de Seúl.\n";
const COOKING: &str = "Receta\n\nSe baten tres huevos y se añaden 200 gramos de harina.\n";

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

/// Runs the program in a folder, in English, without a display.
fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cotejo"))
        .current_dir(folder)
        .args(arguments)
        .args(["--language", "en"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that does not read its input may be gone by now.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    run_with(folder.path(), arguments, b"")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("it was not killed")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}\n{}", out(output), err(output)))
}

fn lines(output: &Output) -> Vec<Value> {
    out(output).lines().map(|line| serde_json::from_str(line).expect("JSON on every line")).collect()
}

#[test]
fn what_is_left_out_is_told_and_flagged_all_the_same() {
    let folder = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
    let file = folder.path().join("a.txt").display().to_string();
    let report = |without: &str| run(&folder, &["check", "--format", "json", "--without", without, &file, "b.txt"]);
    let whole = json(&report("folders"));
    let all = whole["findings"].as_array().expect("findings").len();
    assert_eq!((&whole["articles"][0]["file"], &whole["chosen"]), (&Value::from("a.txt"), &Value::Null));
    let output = report("conflicts,tensions");
    let left = json(&output);
    assert_eq!((left["chosen"]["of"].as_u64(), status(&output)), (Some(all as u64), 1));
    assert_eq!(left["chosen"]["findings"].as_u64(), left["findings"].as_array().map(|f| f.len() as u64));
    assert_eq!(left["articles"][0]["file"], Value::from(file.as_str()));
}

#[test]
fn rigour_widens_what_is_taken_for_one_fact() {
    let joined = |rigour: &str| -> usize {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let report = json(&run_with(&demo, &["check", "--format", "json", "--rigour", rigour, "demo"], b""));
        let pairs = |f: &Value| f["pairs"].as_array().map_or(0, Vec::len);
        report["findings"].as_array().map_or(0, |all| all.iter().map(pairs).sum())
    };
    let (strict, normal, wide) = (joined("strict"), joined("normal"), joined("wide"));
    assert!(0 < strict && strict < normal && normal < wide, "{strict} {normal} {wide}");
}

#[test]
fn statuses_are_those_of_diff() {
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes()), ("c.txt", COOKING.as_bytes())]);
    for (arguments, expected) in [
        (&["check", "a.txt", "b.txt"][..], 1),
        (&["check", "."], 1),
        (&["check", "a.txt", "c.txt"], 0),
        (&["check", "a.txt"], 0),
        (&["check", "a.txt", "gone.txt"], 2),
        (&["check"], 2),
        (&["check", "--format", "exe", "a.txt"], 2),
        (&["check", "-o", "report.exe", "a.txt"], 2),
        (&["check", "-o", "gone/report.html", "a.txt"], 2),
        (&["figures", "a.txt"], 0),
        (&["figures", "gone.txt"], 2),
        (&["compare"], 2),
        (&["--help"], 0),
        (&["--version"], 0),
    ] {
        let output = run(&here, arguments);
        assert_eq!(status(&output), expected, "{arguments:?}\n{}\n{}", out(&output), err(&output));
        assert_eq!(err(&output).is_empty(), expected != 2, "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn copies_of_one_dispatch_are_known_whatever_their_form() {
    let paragraphs = [
        "Un terremoto sacudió la madrugada del martes la costa de Arauca y dejó al menos 34 muertos, según la gobernadora.",
        "Los equipos de rescate buscan a 120 personas bajo los escombros de dos edificios de viviendas en el puerto.",
        "El hospital regional atendió a 410 heridos, de los que 25 siguen graves, informó su directora a la prensa local.",
    ];
    let html: String = paragraphs.iter().map(|p| format!("<p>{p}</p>")).collect();
    let page = format!("<html lang=es><body><article><h1>Terremoto en Arauca</h1>{html}</article></body></html>");
    let plain = paragraphs.join("\n\n");
    let record = serde_json::json!({"title": "Terremoto en Arauca", "text": plain}).to_string();
    let escaped = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\'{:02x}", c as u32) };
    let body: String = plain.replace("\n\n", "\\par ").chars().map(escaped).collect();
    let rtf = format!("{{\\rtf1\\ansi\\ansicpg1252 Sismo en la costa\\par {body}}}");
    let letter = format!(
        "From: Agencia <a@sur.example>\r\nSubject: Terremoto\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; \
         charset=utf-8\r\n\r\n{}",
        plain.replace('\n', "\r\n")
    );
    let changed = format!("# Arauca tiembla\n\n{}", plain.replace("25 siguen", "52 siguen"));
    let files = [
        ("a.txt", format!("Terremoto en Arauca\n\n{plain}")),
        ("b.html", page),
        ("c.json", record),
        ("d.rtf", rtf),
        ("e.eml", letter),
        ("f.md", changed),
        ("g.txt", "El alcalde inauguró ayer una plaza con 40 árboles.\n\nLa obra costó 3 millones.".to_owned()),
    ];
    let here = folder(&files.each_ref().map(|(name, text)| (*name, text.as_bytes())));
    let arguments: Vec<&str> = ["check", "--format", "json"].into_iter().chain(files.each_ref().map(|f| f.0)).collect();
    let report = json(&run(&here, &arguments));
    let articles = report["articles"].as_array().expect("articles");
    let dispatches: Vec<&Value> = articles.iter().map(|a| &a["dispatch"]).collect();
    let [copies @ .., alone] = dispatches.as_slice() else { panic!("{report}") };
    assert_eq!(copies, &[&Value::from(0); 6], "{report}");
    assert!(alone.is_null());
    // A copy that was changed is found out all the same.
    let findings = report["findings"].as_array().expect("findings");
    let swapped = findings.iter().find(|f| f["verdict"] == "conflict").expect("25 against 52");
    assert_eq!(swapped["witnesses"]["sources"], 6, "{swapped}");
}

#[test]
fn the_json_report_has_the_promised_fields() {
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
    let report = json(&run(&here, &["check", "--format", "json", "a.txt", "b.txt"]));
    assert_eq!((&report["format"], &report["version"]), (&"cotejo-report".into(), &1.into()));
    assert_eq!(report["generator"], format!("cotejo {}", env!("CARGO_PKG_VERSION")));
    let article = &report["articles"][1];
    assert_eq!((&article["id"], &article["file"], &article["language"]), (&1.into(), &"b.txt".into(), &"es".into()));
    assert_eq!(article["sha256"].as_str().expect("a hash").len(), 64);
    for field in ["title", "outlet", "date", "sentences", "figures"] {
        assert!(article.get(field).is_some(), "{field}");
    }
    let findings = report["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|f| f["verdict"] != "single").expect("the soldiers meet");
    assert!(matches!(finding["verdict"].as_str(), Some("conflict" | "tension")), "{finding}");
    assert_eq!(finding["kind"], "count");
    for field in ["severity", "confidence"] {
        let share = finding[field].as_f64().expect("a number");
        assert!((0.0..=1.0).contains(&share), "{field} {share}");
    }
    let mention = &finding["mentions"][0];
    let expected: Value = serde_json::from_str(
        r#"{"exact": "más de 11.000", "low": 11000, "high": null, "iso": null, "hedge": "more_than", "article": 0}"#,
    )
    .expect("JSON");
    for (field, value) in expected.as_object().expect("an object") {
        assert_eq!(&mention[field], value, "{field}");
    }
    assert!(mention["unit"].as_str().is_some_and(|u| u.contains("soldados")));
    // The selectors point at the figure in the article's text.
    let text: Vec<char> = SEOUL.chars().collect();
    let (start, end) = (mention["start"].as_u64().expect("an offset"), mention["end"].as_u64().expect("an offset"));
    let exact: String = text[start as usize..end as usize].iter().collect();
    assert_eq!(mention["exact"], exact.as_str());
    let quoted = ["prefix", "exact", "suffix"].map(|k| mention[k].as_str().expect("a text")).concat();
    assert!(SEOUL.contains(&quoted), "{quoted}");
    assert_eq!(mention["prefix"].as_str().expect("a text").chars().count(), 32);
    let pair = &finding["pairs"][0];
    assert_eq!((&pair["a"], &pair["b"]), (&0.into(), &1.into()));
    assert!(pair["reasons"].as_array().is_some_and(|r| !r.is_empty()));
}

#[test]
fn the_same_input_gives_the_same_report() {
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes()), ("c.txt", COOKING.as_bytes())]);
    let report = || run(&here, &["check", "--format", "json", "."]).stdout;
    assert_eq!(report(), report());
}

#[test]
fn bad_files_are_named_and_the_rest_goes_on() {
    let binary: Vec<u8> = (0..=255_u8).cycle().take(5000).collect();
    let here = folder(&[
        ("a.txt", SEOUL.as_bytes()),
        ("b.txt", TOKYO.as_bytes()),
        ("empty.txt", b""),
        ("binary.txt", &binary),
        ("paper.pdf", b"%PDF-1.7 ..."),
    ]);
    for bad in ["empty.txt", "binary.txt", "paper.pdf", "gone.txt"] {
        let output = run(&here, &["check", "--format", "json", "a.txt", bad, "b.txt"]);
        assert_eq!(status(&output), 2, "{bad}");
        assert!(err(&output).contains(bad), "{bad}: {}", err(&output));
        let report = json(&output);
        assert_eq!(report["articles"].as_array().map(Vec::len), Some(2), "{bad}");
        assert_eq!(report["unread"][0]["file"], bad);
        assert_eq!(
            report["summary"]["conflicts"].as_u64().zip(report["summary"]["tensions"].as_u64()).map(|(c, t)| c + t),
            Some(1)
        );
    }
}

#[test]
fn odd_texts_are_read() {
    let mut broken = SEOUL.as_bytes().to_vec();
    broken.extend(b"\n\nUn byte suelto: \xff\xfe y sigue.\n");
    let here = folder(&[("a.txt", &broken), ("b.txt", TOKYO.as_bytes())]);
    assert_eq!(status(&run(&here, &["check", "a.txt", "b.txt"])), 1);
    // The same file twice is read once, and that is said.
    let twice = run(&here, &["check", "--format", "json", "b.txt", "./b.txt"]);
    let report = json(&twice);
    assert_eq!((status(&twice), report["articles"].as_array().map(Vec::len)), (0, Some(1)));
    assert!(!report["notices"].as_array().expect("notices").is_empty());
}

#[test]
fn a_report_is_written_in_the_form_of_its_file() {
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
    for (name, arguments, begins) in [
        ("r.html", &[][..], "<!DOCTYPE html>"),
        ("r.md", &[], "# "),
        ("r.csv", &[], "\u{feff}"),
        ("r.json", &[], "{"),
        ("r.txt", &[], "2 articles"),
        ("odd.name", &["--format", "markdown"], "# "),
    ] {
        let output = run(&here, &[&["check", "-o", name], arguments, &["a.txt", "b.txt"]].concat());
        assert_eq!((status(&output), out(&output)), (1, ""), "{name}: {}", err(&output));
        let text = fs::read_to_string(here.path().join(name)).expect("the report");
        assert!(text.starts_with(begins), "{name}: {text}");
        assert!(text.contains("11.000") && text.contains("15.000"), "{name}: {text}");
        fs::remove_file(here.path().join(name)).expect("the report");
    }
}

#[test]
fn without_a_display_the_findings_are_printed() {
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
    let output = run(&here, &["a.txt", "b.txt"]);
    assert_eq!(status(&output), 1);
    assert!(err(&output).contains("display"), "{}", err(&output));
    assert_eq!(out(&output), out(&run(&here, &["check", "a.txt", "b.txt"])));
    let nothing = run(&here, &[]);
    assert_eq!((status(&nothing), out(&nothing)), (2, ""));
}

#[test]
fn figures_are_answered_line_by_line() {
    let here = folder(&[("a.txt", SEOUL.as_bytes())]);
    let input = b"{\"id\": 1, \"text\": \"Lleg\xc3\xb3 a 15.000 soldados\", \"lang\": \"es\"}\nnonsense\n{\"id\": \"x\"}\n\xff\n\
        {\"id\": 2, \"text\": \"It happened yesterday\", \"lang\": \"en\", \"reference\": \"2025-08-13\"}\n";
    let output = run_with(here.path(), &["figures", "--jsonl"], input);
    let answers = lines(&output);
    assert_eq!((status(&output), answers.len()), (0, 5));
    let figure = &answers[0]["figures"][0];
    assert_eq!((&answers[0]["id"], &figure["exact"], &figure["low"]), (&1.into(), &"15.000".into(), &15000.into()));
    assert_eq!((&figure["start"], &figure["end"], &figure["kind"]), (&8.into(), &14.into(), &"count".into()));
    for (answer, id) in [(1, Value::Null), (2, "x".into()), (3, Value::Null)] {
        assert_eq!(answers[answer]["id"], id);
        assert!(answers[answer]["error"].is_string(), "{}", answers[answer]);
    }
    assert_eq!(answers[4]["figures"][0]["iso"], "2025-08-12");
    let shown = run(&here, &["figures", "a.txt"]);
    assert!(out(&shown).contains("[más de 11.000]¹") && out(&shown).contains("more than 11,000"), "{}", out(&shown));
    assert!(!out(&shown).contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn pairs_are_answered_line_by_line() {
    let here = folder(&[]);
    let input = "{\"id\": 1, \"a\": \"Envió 11.000 soldados a Rusia\", \"b\": \"Envió 15.000 soldados a Rusia\", \"lang_a\": \"es\", \"lang_b\": \"es\"}\n\
        {\"id\": 2, \"a\": \"Llueve\", \"b\": \"Ganó 3-1\"}\n{\"id\": 3, \"a\": \"solo\"}\n";
    let answers = lines(&run_with(here.path(), &["compare", "--jsonl"], input.as_bytes()));
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[0]["verdict"], "conflict");
    let pair = &answers[0]["pairs"][0];
    assert_eq!(
        (&pair["a"]["low"], &pair["b"]["low"], &pair["verdict"]),
        (&11000.into(), &15000.into(), &"conflict".into())
    );
    assert!(
        answers[0]["similarity"].as_f64().expect("a number") > answers[1]["similarity"].as_f64().expect("a number")
    );
    assert_eq!((&answers[1]["verdict"], &answers[1]["pairs"]), (&"none".into(), &Value::Array(vec![])));
    assert!(answers[2]["error"].as_str().is_some_and(|e| e.contains("\"b\"")));
}

#[cfg(unix)]
#[test]
fn a_reader_that_went_away_is_no_failure() {
    let here = folder(&[("a.txt", SEOUL.repeat(3000).as_bytes())]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_cotejo"))
        .current_dir(here.path())
        .args(["figures", "a.txt"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((status(&output), err(&output)), (0, ""));
}

/// Runs the program with a folder of languages of the person's own.
fn run_with_languages(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cotejo"));
    command.current_dir(folder.path()).args(arguments).args(["--language", "en"]);
    command.env("COTEJO_LANGUAGES", folder.path()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.output().expect("the program runs")
}

/// A language of the person's own, with one word of each sort and an example.
const OWN: &str = r#"
name = "Toki"
code = ""
stemmer = ""
common = ["jan", "li", "ona", "e", "mute", "ni", "tomo"]
[format]
decimal = ","
day_first = true
month_day = false
months_capital = false
of_before_year = true
direction_behind = true
dotted_hours = true
dotted_dates = false
modifiers_first = false
plural = ["s"]
[numbers.cardinals]
tu = 2
luka = 5
[[examples]]
text = "Jan luka li kama."
figures = ["luka = 5 count"]
[[examples]]
text = "Jan tu li kama."
figures = ["tu = 3 count"]
"#;

#[test]
fn a_language_of_the_persons_own_is_used_and_a_bad_one_is_named() {
    let article = "Tomo\n\nOna li jan. Jan luka li kama e ni. Ona li mute, ona li ni e tomo ona.\n";
    let bad = "name = \"Bad\"\n[numbers.cardinals]\none = \"first\"\n";
    let folder = folder(&[("toki.toml", OWN.as_bytes()), ("bad.toml", bad.as_bytes()), ("a.txt", article.as_bytes())]);
    let listed = run_with_languages(&folder, &["languages"]);
    assert!(out(&listed).contains("toki · Toki · 2 examples") && out(&listed).contains("es · español"));
    let told = err(&listed);
    assert!(told.contains("bad.toml") && told.contains("numbers.cardinals.one"), "{told}");
    // How it would be right, from a language that the program carries.
    assert!(told.contains("Right would be, for example: ") && told.contains(" = "), "{told}");
    let read = run_with_languages(&folder, &["figures", "a.txt"]);
    assert!(out(&read).contains("· toki · one figure") && out(&read).contains("[luka]¹"), "{}", out(&read));
}

#[test]
fn the_file_of_a_language_is_checked_by_its_examples() {
    let folder = folder(&[("toki.toml", OWN.as_bytes()), ("bad.toml", b"[numbers")]);
    let checked = run_with_languages(&folder, &["languages", "toki.toml"]);
    assert_eq!(status(&checked), 1);
    assert!(out(&checked).contains("one read otherwise"), "{}", out(&checked));
    assert!(out(&checked).contains("expected: tu = 3 count") && out(&checked).contains("tu = 2 count"));
    let broken = run_with_languages(&folder, &["languages", "bad.toml"]);
    assert_eq!(status(&broken), 2);
    assert!(err(&broken).contains("bad.toml") && err(&broken).contains("line 1"), "{}", err(&broken));
}

#[test]
fn a_case_is_checked_with_its_decisions_and_without_its_files() {
    use cotejo::{
        article::load::load_bytes,
        case::{Case, CaseSource, Copies},
        finding::Fingerprint,
        language::Registry,
        review::{Edit, Entry, Review, Status},
    };
    let here = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes()), ("half.cotejo", b"{\"format\":")]);
    let report = json(&run(&here, &["check", "--format", "json", "a.txt", "b.txt"]));
    let id = report["findings"][0]["id"].as_str().expect("a finding").to_owned();
    let read = |name: &str, text: &str| {
        let mut read = load_bytes(Path::new(name), text.as_bytes(), &Registry::built_in()).expect("an article");
        CaseSource::read(read.remove(0))
    };
    let mut review = Review::default();
    let entry = Entry { status: Status::Confirmed, note: "Seúl rectifica".into(), ..Entry::default() };
    let _ = review.apply(Edit { fingerprint: Fingerprint(id.clone()), entry });
    let case = Case { sources: vec![read("a.txt", SEOUL), read("b.txt", TOKYO)], review, ..Case::default() };
    let path = here.path().join("tropas.cotejo");
    case.write(&Copies::none_of(&path)).expect("it can be written");
    fs::remove_file(here.path().join("a.txt")).expect("it is there");
    let output = run(&here, &["check", "--format", "json", "tropas.cotejo"]);
    assert_eq!(status(&output), 1, "{}", err(&output));
    let of_case = json(&output);
    let finding = of_case["findings"].as_array().expect("findings").iter().find(|f| f["id"] == id.as_str());
    assert!(finding.expect("the same finding").to_string().contains("Seúl rectifica"));
    for (name, words) in [("half.cotejo", "damaged"), ("none.cotejo", "cannot be found")] {
        let output = run(&here, &["check", name]);
        assert_eq!(status(&output), 2);
        assert!(err(&output).contains(words), "{}", err(&output));
    }
}

#[test]
fn a_case_is_checked_with_what_was_done_by_hand() {
    use cotejo::{
        amendment::{Amendments, Citation},
        article::load::load_bytes,
        case::{Case, CaseSource, Copies},
        corpus::{ArticleId, Corpus, ReadArticle},
        language::Registry,
    };
    let languages = Registry::built_in();
    let texts = [
        ("a.txt", "El río Aldura se desbordó en Montoro y causó 11 muertos en el valle."),
        ("b.txt", "El río Aldura se desbordó en Montoro y causó 15 muertos en el valle."),
        ("c.txt", "El presupuesto municipal de cultura paga 40 conciertos. Hubo 7 ensayos."),
    ];
    let read = texts.map(|(name, text)| {
        std::sync::Arc::new(load_bytes(Path::new(name), text.as_bytes(), &languages).expect("an article").remove(0))
    });
    let corpus = Corpus::new(read.iter().map(|a| ReadArticle::read(a.clone(), &languages).into()).collect());
    let cited = |article: u32, place: usize| {
        let figure = corpus.quantities_of(ArticleId(article)).nth(place).expect("a figure");
        Citation::of(&corpus, figure)
    };
    let here = folder(&[]);
    let check = |amend: &dyn Fn(&mut Amendments), formats: &[(&str, &[&str])]| {
        let mut amendments = Amendments::default();
        amend(&mut amendments);
        let sources = read.iter().map(|article| CaseSource::Read { article: article.clone(), off: false }).collect();
        let case = Case { sources, amendments, ..Case::default() };
        let path = here.path().join("caso.cotejo");
        case.write(&Copies::none_of(&path)).expect("it can be written");
        for (format, expected) in formats {
            let output = run(&here, &["check", "--format", format, "caso.cotejo"]);
            assert!(status(&output) < 2, "{}", err(&output));
            for words in *expected {
                assert!(out(&output).contains(words), "{format}: {words} is not in {}", out(&output));
            }
        }
    };
    let joined = ["joined by hand", "Joined by hand."];
    check(
        &|a| a.join(&[cited(0, 0), cited(1, 0)], &[cited(2, 0)]),
        &[
            ("text", &joined),
            ("markdown", &joined),
            ("html", &joined),
            ("csv", &["By hand", "joined by hand", "Joined by hand."]),
            ("json", &["\"joined\": true", "Joined by hand."]),
        ],
    );
    let corrected = "figure corrected by hand: once; it was read as 15";
    check(
        &|a| a.correct(cited(1, 0), Some("once".into())),
        &[
            ("text", &[corrected, "B once"]),
            ("markdown", &[corrected]),
            ("html", &[corrected]),
            ("csv", &[corrected]),
            ("json", &["\"told\": \"once\"", corrected]),
        ],
    );
    let parted = ["split by hand"];
    check(&|a| a.part(&[cited(1, 0)], &[cited(0, 0)], &[]), &[("html", &parted), ("csv", &parted), ("json", &parted)]);
    let passed_over = ["By hand: “40” is not a figure."];
    check(
        &|a| a.correct(cited(2, 0), None),
        &[("text", &passed_over), ("markdown", &passed_over), ("html", &passed_over), ("json", &passed_over)],
    );
}

/// A report on two articles, in JSON, beside them.
fn with_report() -> TempDir {
    let folder = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
    assert_eq!(status(&run(&folder, &["check", "a.txt", "b.txt", "-o", "report.json"])), 1);
    folder
}

#[test]
fn quotations_are_verified() {
    // What becomes of the files, the exit status, and how the quotations stand: in place, elsewhere, reworded, gone, unknown.
    let check = |change: &dyn Fn(&Path), expected_status: i32, expected: [u64; 5]| {
        let folder = with_report();
        change(folder.path());
        let output = run(&folder, &["verify", "report.json", "--format", "json"]);
        let found = json(&output);
        let counts = ["stand", "elsewhere", "reworded", "gone", "unknown"].map(|k| found["summary"][k].as_u64());
        assert_eq!(counts, expected.map(Some), "{found:#}");
        assert_eq!(status(&output), expected_status, "{found:#}");
        let text = run(&folder, &["verify", "report.json"]);
        assert_eq!(status(&text), expected_status, "{}", out(&text));
    };
    // Annotations hold the same quotations.
    let folder = with_report();
    assert_eq!(status(&run(&folder, &["check", "a.txt", "b.txt", "-o", "report.jsonld"])), 1);
    let output = run(&folder, &["verify", "report.jsonld"]);
    assert_eq!(status(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("2 in place"), "{}", out(&output));
    let rewrite = |folder: &Path, from: &str, to: &str| {
        fs::write(folder.join("b.txt"), TOKYO.replace(from, to)).expect("a file");
    };
    check(&|_| {}, 0, [2, 0, 0, 0, 0]);
    check(&|f| rewrite(f, "Las tropas", "Las tropas, hoy"), 0, [1, 1, 0, 0, 0]);
    check(&|f| rewrite(f, "según", "dice"), 1, [1, 0, 1, 0, 0]);
    check(&|f| rewrite(f, "15.000", "12.000"), 1, [1, 0, 0, 1, 0]);
    check(&|f| fs::remove_file(f.join("b.txt")).expect("it was there"), 2, [1, 0, 0, 0, 1]);
    check(&|f| fs::write(f.join("b.txt"), b"%PDF-1.4").expect("a file"), 2, [1, 0, 0, 0, 1]);
}

#[test]
fn sources_are_found_beside_the_report() {
    let folder = with_report();
    let output = run_with(Path::new("/"), &["verify", folder.path().join("report.json").to_str().expect("UTF-8")], b"");
    assert_eq!(status(&output), 0, "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("2 in place"), "{}", out(&output));
}

#[test]
fn what_is_no_report_is_not_verified() {
    let check = |bytes: &[u8], told: &str| {
        let folder = folder(&[("report.json", bytes)]);
        let output = run(&folder, &["verify", "report.json"]);
        assert_eq!((status(&output), out(&output)), (2, ""));
        assert!(err(&output).contains(told), "{}", err(&output));
    };
    check(b"{\"format\": \"cotejo-report\", ", "is damaged");
    check(b"\xff\xfe\x00", "is damaged");
    check(b"{\"articles\": []}", "is not a report of Cotejo");
    check(b"{\"format\": \"cotejo-report\", \"version\": 99}", "later Cotejo");
    // A report may name what never ends.
    let endless =
        r#"{"format": "cotejo-report", "version": 1, "articles": [{"id": 0, "file": "/dev/zero"}], "findings": []}"#;
    let folder = folder(&[("endless.json", endless.as_bytes())]);
    assert_eq!(status(&run(&folder, &["verify", "endless.json"])), 2);
    assert!(err(&run(&folder, &["verify", "none.json"])).contains("There is no file"));
    assert!(err(&run(&folder, &["verify", "."])).contains("could not be read"));
}

#[test]
fn the_ending_chooses_the_form() {
    let check = |name: &str, begins: &[u8]| {
        let folder = folder(&[("a.txt", SEOUL.as_bytes()), ("b.txt", TOKYO.as_bytes())]);
        let output = run(&folder, &["check", "a.txt", "b.txt", "-o", name]);
        assert_eq!(status(&output), 1, "{name}: {}", err(&output));
        let bytes = fs::read(folder.path().join(name)).expect("a report");
        assert!(bytes.starts_with(begins), "{name}: {:?}", String::from_utf8_lossy(&bytes[..60.min(bytes.len())]));
    };
    check("r.xlsx", b"PK\x03\x04");
    check("r.csv", b"\xef\xbb\xbf");
    check("r.sarif", b"{\n  \"$schema\"");
    check("r.sarif.json", b"{\n  \"$schema\"");
    check("r.jsonld", b"{\n  \"@context\": [");
    check("r.claimreview.json", b"{\n  \"@context\": \"https://schema.org\"");
}

#[test]
fn nothing_is_sent_unless_it_is_asked_for() {
    let program = env!("CARGO_BIN_EXE_cotejo");
    let page = b"<html><head><link rel='stylesheet' href='http://127.0.0.1:9/a.css'></head><body><h1>Las tropas</h1>\
        <img src='http://127.0.0.1:9/a.png'><p>Corea del Norte envi\xc3\xb3 15.000 soldados.</p></body></html>";
    let folder = folder(&[
        ("a.html", page),
        ("b.txt", SEOUL.as_bytes()),
        ("c.url", b"[InternetShortcut]\nURL=http://127.0.0.1:9/"),
    ]);
    // Reads the count as long as the shell that ran the program is there.
    let sent = |arguments: &str| {
        let script = format!("\"$0\" {arguments} >/dev/null 2>&1; echo ended; read -r line");
        let mut child = network::apart("sh")?
            .args(["-c", &script, program])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the shell starts");
        let mut told = [0; 5];
        std::io::Read::read_exact(child.stdout.as_mut().expect("a pipe"), &mut told).expect("the program ends");
        let count = network::packets_of(child.id());
        drop(child.stdin.take());
        let _ = child.wait();
        Some(count)
    };
    let Some(fetching) = sent("check --fetch http://127.0.0.1:9/") else { return };
    assert!(fetching > 0, "what is sent is not counted");
    for arguments in [
        "check a.html b.txt c.url http://127.0.0.1:9/",
        "check --format html -o r.html .",
        "check --format pdf -o r.pdf .",
        "check --format json -o r.json .",
        "verify r.json",
        "figures a.html",
        "text a.html",
    ] {
        assert_eq!(sent(arguments), Some(0), "{arguments}");
    }
}
