//! What was asked for, read from the arguments. The help speaks the person's language.

use crate::{
    analysis::Rigour,
    article::load::Reach,
    quantity::Leeway,
    report::{Choice, Format, choice::Part},
    wording::Wording,
};
use clap::{Arg, ArgAction, ArgMatches, Command, builder::PossibleValuesParser, value_parser};
use clap_complete::Shell;
use std::{ffi::OsString, path::PathBuf};

/// What was asked for.
#[derive(Debug)]
pub struct Options {
    /// What to do.
    pub task: Task,
    /// The words to do it in.
    pub words: Wording,
}

/// What to do.
#[derive(Debug)]
pub enum Task {
    /// Open the window with these files and folders.
    Window(Vec<PathBuf>),
    /// Report on files.
    Check(Check),
    /// List figures.
    Figures(Figures),
    /// Compare pairs of short texts.
    Compare,
    /// Show what was read of files.
    Text(Text),
    /// Look whether what a report quotes still stands.
    Verify(Verify),
    /// List the languages, or check the files of some.
    Languages(Vec<PathBuf>),
    /// Print the completions of a shell.
    Completions(Shell),
    /// Print the page of the manual, or write all pages into a folder.
    Man(Option<PathBuf>),
}

/// What `check` was asked for.
#[derive(Debug)]
pub struct Check {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// The form of the report, where it was named.
    pub format: Option<Format>,
    /// The file to write; standard output where none was named.
    pub to: Option<PathBuf>,
    /// What goes into the report.
    pub choice: Choice,
    /// How much is flagged.
    pub rigour: Rigour,
    /// How wide "about" is.
    pub leeway: Leeway,
    /// Whether addresses are fetched.
    pub reach: Reach,
}

/// What `figures` was asked for.
#[derive(Debug)]
pub struct Figures {
    /// Files and folders; standard input where there are none.
    pub paths: Vec<PathBuf>,
    /// Answer with lines of JSON.
    pub jsonl: bool,
    /// Whether addresses are fetched.
    pub reach: Reach,
}

/// What `text` was asked for.
#[derive(Debug)]
pub struct Text {
    /// Files and folders.
    pub paths: Vec<PathBuf>,
    /// Say beside each paragraph what it was taken for.
    pub zones: bool,
    /// Answer with lines of JSON.
    pub jsonl: bool,
    /// Whether addresses are fetched.
    pub reach: Reach,
}

/// What `verify` was asked for.
#[derive(Debug)]
pub struct Verify {
    /// The report in JSON.
    pub report: PathBuf,
    /// Answer in JSON.
    pub json: bool,
}

impl Options {
    /// Reads the arguments, the program's name first.
    ///
    /// # Errors
    /// Where they make no sense, and where help or the version was asked for: what to print.
    pub fn parse(arguments: &[OsString]) -> Result<Self, clap::Error> {
        let words = language(arguments).map_or_else(Wording::of_system, |key| Wording::new(&key));
        let matches = command(&words).try_get_matches_from(arguments)?;
        let task = match matches.subcommand() {
            Some(("check", m)) => Task::Check(Check {
                paths: paths(m),
                format: m.get_one::<String>("format").and_then(|name| Format::from_name(name)),
                to: m.get_one("output").cloned(),
                choice: choice(m),
                rigour: m.get_one::<String>("rigour").and_then(|name| Rigour::from_name(name)).unwrap_or_default(),
                leeway: m.get_one::<String>("about").and_then(|name| Leeway::from_name(name)).unwrap_or_default(),
                reach: reach(m),
            }),
            Some(("figures", m)) => {
                Task::Figures(Figures { paths: paths(m), jsonl: m.get_flag("jsonl"), reach: reach(m) })
            }
            Some(("compare", _)) => Task::Compare,
            Some(("text", m)) => Task::Text(Text {
                paths: paths(m),
                zones: m.get_flag("zones"),
                jsonl: m.get_flag("jsonl"),
                reach: reach(m),
            }),
            Some(("verify", m)) => Task::Verify(Verify {
                report: m.get_one("report").cloned().unwrap_or_default(),
                json: m.get_one::<String>("format").is_some_and(|f| f == Format::Json.name()),
            }),
            Some(("languages", m)) => Task::Languages(paths(m)),
            Some(("completions", m)) => Task::Completions(m.get_one("shell").copied().unwrap_or(Shell::Bash)),
            Some(("man", m)) => Task::Man(m.get_one("folder").cloned()),
            _ => Task::Window(paths(&matches)),
        };
        Ok(Self { task, words })
    }
}

fn choice(matches: &ArgMatches) -> Choice {
    let names = matches.get_many::<String>("without").unwrap_or_default();
    Choice::without(names.filter_map(|name| Part::from_name(name)))
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("paths").unwrap_or_default().cloned().collect()
}

fn reach(matches: &ArgMatches) -> Reach {
    if matches.get_flag("fetch") { Reach::Web } else { Reach::Files }
}

/// The language asked for. It is looked for before the arguments are read, since their help is written in it.
fn language(arguments: &[OsString]) -> Option<String> {
    let mut texts = arguments.iter().map_while(|a| a.to_str()).take_while(|a| *a != "--");
    while let Some(text) = texts.next() {
        if let Some(key) = text.strip_prefix("--language") {
            return key.strip_prefix('=').or_else(|| texts.next()).map(str::to_owned);
        }
    }
    None
}

/// The command line, its help in the words of a language.
pub(super) fn command(words: &Wording) -> Command {
    let t = |key: &str| words.text(key);
    let paths = || Arg::new("paths").value_name(t("cli-paths")).value_parser(value_parser!(PathBuf)).num_args(0..);
    let fetch = || Arg::new("fetch").long("fetch").action(ArgAction::SetTrue).help(t("cli-fetch"));
    let jsonl = || Arg::new("jsonl").long("jsonl").action(ArgAction::SetTrue);
    let formats: Vec<_> = Format::ALL.iter().map(|f| f.name()).chain(["md", "txt"]).collect();
    Command::new("cotejo")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t("cli-about"))
        .after_help(t("cli-after"))
        .disable_help_subcommand(true)
        .arg(paths().help(t("cli-paths-window")))
        .arg(
            Arg::new("language")
                .long("language")
                .global(true)
                .value_name(Wording::languages().join("|"))
                .value_parser(PossibleValuesParser::new(Wording::languages()))
                .help(t("cli-language")),
        )
        .subcommand(
            Command::new("check")
                .about(t("cli-check"))
                .arg(paths().help(t("cli-paths-check")).required(true).num_args(1..))
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_parser(PossibleValuesParser::new(formats))
                        .help(t("cli-format")),
                )
                .arg(
                    Arg::new("output")
                        .short('o')
                        .long("output")
                        .value_name(t("cli-file"))
                        .value_parser(value_parser!(PathBuf))
                        .help(t("cli-output")),
                )
                .arg(
                    Arg::new("without")
                        .long("without")
                        .action(ArgAction::Append)
                        .value_name(t("cli-parts"))
                        .value_delimiter(',')
                        .value_parser(PossibleValuesParser::new(Part::ALL.map(Part::name)))
                        .help(t("cli-without")),
                )
                .arg(
                    Arg::new("rigour")
                        .long("rigour")
                        .value_parser(PossibleValuesParser::new(Rigour::ALL.map(Rigour::name)))
                        .help(t("cli-rigour")),
                )
                .arg(
                    Arg::new("about")
                        .long("about")
                        .value_parser(PossibleValuesParser::new(Leeway::ALL.map(Leeway::name)))
                        .help(t("cli-leeway")),
                )
                .arg(fetch()),
        )
        .subcommand(
            Command::new("figures")
                .about(t("cli-figures"))
                .arg(paths().help(t("cli-paths-figures")))
                .arg(jsonl().help(t("cli-jsonl-figures")))
                .arg(fetch()),
        )
        .subcommand(Command::new("languages").about(t("cli-languages")).arg(paths().help(t("cli-paths-languages"))))
        .subcommand(
            Command::new("compare").about(t("cli-compare")).arg(jsonl().required(true).help(t("cli-jsonl-compare"))),
        )
        .subcommand(
            Command::new("text")
                .about(t("cli-text"))
                .arg(paths().help(t("cli-paths-check")).required(true).num_args(1..))
                .arg(Arg::new("zones").long("zones").action(ArgAction::SetTrue).help(t("cli-zones")))
                .arg(jsonl().help(t("cli-jsonl-text")))
                .arg(fetch()),
        )
        .subcommand(
            Command::new("verify")
                .about(t("cli-verify"))
                .after_help(t("cli-after-verify"))
                .arg(
                    Arg::new("report")
                        .value_name(t("cli-report"))
                        .value_parser(value_parser!(PathBuf))
                        .required(true)
                        .help(t("cli-report-verify")),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_parser(PossibleValuesParser::new([Format::Text, Format::Json].map(Format::name)))
                        .help(t("cli-format-verify")),
                ),
        )
        .subcommand(
            Command::new("completions").about(t("cli-completions")).arg(
                Arg::new("shell")
                    .value_name(t("cli-shell"))
                    .value_parser(value_parser!(Shell))
                    .required(true)
                    .help(t("cli-shell-completions")),
            ),
        )
        .subcommand(
            Command::new("man").about(t("cli-man")).arg(
                Arg::new("folder")
                    .value_name(t("cli-folder"))
                    .value_parser(value_parser!(PathBuf))
                    .help(t("cli-folder-man")),
            ),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &str) -> Result<Options, clap::Error> {
        let arguments: Vec<_> = arguments.split(' ').map(OsString::from).collect();
        Options::parse(&arguments)
    }

    #[test]
    fn arguments_make_sense() {
        for language in Wording::languages() {
            command(&Wording::new(language)).debug_assert();
        }
        let options = parse("cotejo check --format json -o out.json a.txt b --language en").expect("valid");
        assert_eq!(options.words.key(), "en");
        let Task::Check(check) = options.task else { panic!("a check") };
        assert_eq!((check.paths.len(), check.format, check.rigour), (2, Some(Format::Json), Rigour::Normal));
        let Task::Check(check) = parse("cotejo check --rigour wide a").expect("valid").task else { panic!("a check") };
        assert_eq!((check.rigour, check.leeway), (Rigour::Wide, Leeway::Usual));
        let Task::Check(check) = parse("cotejo check --about narrow a").expect("valid").task else { panic!("a check") };
        assert_eq!(check.leeway, Leeway::Narrow);
        let without = "cotejo check --without notes,singles --without folders a";
        let Task::Check(check) = parse(without).expect("valid").task else { panic!("a check") };
        assert_eq!(check.choice, Choice::without([Part::Singles, Part::Notes, Part::Folders]));
        assert!(matches!(parse("cotejo verify a --format json").expect("valid").task, Task::Verify(v) if v.json));
        assert!(matches!(parse("cotejo text a --zones").expect("valid").task, Task::Text(t) if t.zones && !t.jsonl));
        assert!(matches!(parse("cotejo a.txt b.txt").expect("valid").task, Task::Window(paths) if paths.len() == 2));
        assert!(matches!(parse("cotejo --language es check a").expect("valid").task, Task::Check(_)));
        assert!(matches!(parse("cotejo a.txt check").expect("valid").task, Task::Window(paths) if paths.len() == 2));
        assert!(matches!(parse("cotejo completions fish").expect("valid").task, Task::Completions(Shell::Fish)));
        assert!(matches!(parse("cotejo man").expect("valid").task, Task::Man(None)));
        assert!(matches!(parse("cotejo").expect("valid").task, Task::Window(paths) if paths.is_empty()));
        for wrong in [
            "cotejo check",
            "cotejo compare",
            "cotejo verify",
            "cotejo verify a b",
            "cotejo text",
            "cotejo verify --format html a",
            "cotejo check --format exe a",
            "cotejo check --rigour lax a",
            "cotejo check --without sources a",
            "cotejo --language xx a",
            "cotejo completions",
            "cotejo completions cmd",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_language_is_found_anywhere() {
        for (arguments, expected) in [
            ("cotejo --language en check a", Some("en")),
            ("cotejo check a --language=es", Some("es")),
            ("cotejo check a", None),
            ("cotejo -- --language en", None),
        ] {
            let arguments: Vec<_> = arguments.split(' ').map(OsString::from).collect();
            assert_eq!(language(&arguments).as_deref(), expected);
        }
    }
}
