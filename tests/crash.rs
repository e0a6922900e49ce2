//! A program that is killed while it works and while it writes: nothing that it reported as kept may be lost.

use cotejo::{
    article::load::load_sample,
    autosave::{Autosave, Tally, Work},
    case::{Case, CaseSource, Copies, Flaw},
    finding::Fingerprint,
    language::Registry,
    report::save::save,
    review::{Edit, Entry, Status},
};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Names the folder in which the child works; without it, it is no child.
const FOLDER: &str = "COTEJO_CRASH_FOLDER";
/// Names what the child writes.
const KEPT: &str = "COTEJO_CRASH_KEPT";
const KILLS: usize = 50;

fn fingerprint(n: usize) -> Fingerprint {
    Fingerprint(format!("{n:016x}"))
}

/// What the child writes.
#[derive(Clone, Copy)]
enum Kept {
    /// The work on the desk, as it is done.
    Desk,
    /// A case, saved by the person.
    Case,
    /// Work that gives way to a case that is opened, again and again.
    Opened,
    /// A report.
    Report,
}

impl Kept {
    const ALL: [Self; 4] = [Self::Desk, Self::Case, Self::Opened, Self::Report];

    fn key(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Case => "case",
            Self::Opened => "opened",
            Self::Report => "report",
        }
    }

    /// Where a case is kept, and the ones before it.
    fn copies(folder: &Path) -> Copies {
        Copies::new(&folder.join("crecida.cotejo"), &folder.join("before"))
    }

    fn write(self, case: &Case, folder: &Path) {
        let work = |case: Case| Work { case, is_changed: true, ..Work::default() };
        let written = match self {
            Self::Desk => Autosave::in_folder(folder).save(&Work { case: case.clone(), ..Work::default() }),
            Self::Case => case.write(&Self::copies(folder)).map(drop),
            Self::Opened => {
                let autosave = Autosave::in_folder(folder);
                autosave.set_aside(&work(case.clone()), Tally::default()).and_then(|path| {
                    let opened = Case::read(&autosave.copies_of(&path)).expect("what was set aside opens");
                    autosave.save(&work(opened.what))?;
                    autosave.take_away(&path);
                    Ok(())
                })
            }
            Self::Report => save(&folder.join("informe.html"), report(decisions(case)).as_bytes()),
        };
        written.expect("it can be written");
    }

    /// What is there, and whether it is a copy because the file itself is damaged.
    fn read(self, folder: &Path) -> (Case, bool) {
        match self {
            Self::Desk | Self::Opened => {
                let restored = Autosave::in_folder(folder).load();
                (restored.work.case, restored.is_copy)
            }
            Self::Case => match Case::read(&Self::copies(folder)) {
                Ok(found) => (found.what, found.is_copy),
                Err(Flaw::Missing) => (Case::default(), false),
                Err(flaw) => panic!("the case cannot be opened: {flaw}"),
            },
            Self::Report => {
                let text = fs::read_to_string(folder.join("informe.html")).unwrap_or_else(|_| report(0));
                let told = text.lines().next().and_then(|l| l.strip_prefix("<!-- "));
                let count = told.and_then(|l| l.strip_suffix(" -->")?.parse().ok()).expect("it begins as a report");
                assert!(text == report(count), "the report is of two kinds, or not whole");
                (decided(count), false)
            }
        }
    }
}

/// A report of some length that tells how many decisions there are.
fn report(decisions: usize) -> String {
    let lines: String = (0..2_000).map(|n| format!("<p>{n}: {decisions} decisiones</p>\n")).collect();
    format!("<!-- {decisions} -->\n{lines}")
}

/// A case of the sample with so many decisions.
fn decided(count: usize) -> Case {
    let sources = load_sample(&Registry::built_in()).into_iter().map(CaseSource::read).collect();
    let mut case = Case { sources, ..Case::default() };
    (0..count).for_each(|n| decide(&mut case, n));
    case
}

fn decide(case: &mut Case, n: usize) {
    let entry = Entry { status: Status::Confirmed, note: format!("nota {n}"), ..Entry::default() };
    let _ = case.review.apply(Edit { fingerprint: fingerprint(n), entry });
}

/// How many decisions are there, from the first on; none may be left out.
fn decisions(case: &Case) -> usize {
    let count = (0..).take_while(|n| case.review.knows(&fingerprint(*n))).count();
    assert!(!case.review.knows(&fingerprint(count + 1)), "a decision is missing");
    count
}

/// The child: takes up the work where it was left, decides, has it kept, says so, and goes on until it is killed.
#[test]
fn decides_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    let told = std::env::var(KEPT).unwrap_or_default();
    let kept = Kept::ALL.into_iter().find(|k| k.key() == told).expect("it is told what to write");
    let (mut case, _) = kept.read(folder);
    if case.sources.is_empty() {
        case = decided(0);
    }
    // Ends by itself when nobody is there to kill it.
    let until = Instant::now() + Duration::from_secs(60);
    let mut n = decisions(&case);
    while Instant::now() < until {
        decide(&mut case, n);
        kept.write(&case, folder);
        n += 1;
        let mut out = std::io::stdout().lock();
        writeln!(out, "kept {n}").and_then(|()| out.flush()).expect("somebody listens");
    }
}

#[test]
fn nothing_that_was_kept_is_lost_by_a_kill_during_work() {
    kill_again_and_again(Kept::Desk);
}

#[test]
fn nothing_that_was_saved_is_lost_by_a_kill_during_saving() {
    kill_again_and_again(Kept::Case);
}

#[test]
fn nothing_is_lost_by_a_kill_while_work_gives_way_to_a_case() {
    kill_again_and_again(Kept::Opened);
}

#[test]
fn a_report_is_whole_or_not_there_after_a_kill() {
    kill_again_and_again(Kept::Report);
}

fn kill_again_and_again(kept: Kept) {
    let folder = tempfile::tempdir().expect("a folder");
    let sources = load_sample(&Registry::built_in()).len();
    let mut reported = 0;
    // A small generator is random enough, and says the same on every run.
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["decides_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder.path())
            .env(KEPT, kept.key())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the child starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, said) = std::sync::mpsc::channel();
        let listener = thread::spawn(move || {
            let lines = out.lines().map_while(Result::ok);
            lines.filter_map(|l| l.split_once("kept ")?.1.trim().parse().ok()).for_each(|n: usize| _ = sender.send(n));
        });
        // Once it works, it is killed some moment later: amid a write, a turn of the copies, or between them.
        let mut last = said.recv_timeout(Duration::from_secs(60)).expect("the child keeps something");
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        thread::sleep(Duration::from_micros(chance % 25_000));
        child.kill().expect("it is ours");
        child.wait().expect("it ends");
        listener.join().expect("it listens to the end");
        last = said.into_iter().last().unwrap_or(last);
        assert!(last > reported, "round {round}: the child went on from {reported}, and reported {last}");
        let (case, is_copy) = kept.read(folder.path());
        let found = decisions(&case);
        assert!(found >= last, "round {round}: {last} decisions were reported as kept, {found} are there");
        assert!(!is_copy, "round {round}: the file itself was damaged");
        assert_eq!(case.sources.len(), sources, "round {round}");
        reported = found;
    }
}

/// What fuzzing found and what it begins with, read once more by a build without a fuzzer.
#[path = "../benches/fuzz/targets.rs"]
mod targets;

#[test]
fn what_was_fuzzed_is_read() {
    let folders = fs::read_dir("benches/fuzz/corpus").expect("the inputs that are kept").flatten();
    let named: Vec<_> = folders.filter_map(|f| targets::Target::of(f.file_name().to_str()?)).collect();
    assert_eq!(named.len(), targets::Target::ALL.len(), "every target has inputs");
    for target in named {
        targets::kept(target).iter().for_each(|data| target.read(data));
    }
}
