//! A program that is killed while it works and while it writes: nothing that it reported as kept may be lost.

use cotejo::{
    article::load::load_sample,
    autosave::{Autosave, Work},
    case::{Case, CaseSource},
    finding::Fingerprint,
    language::Registry,
    review::{Edit, Entry, Status},
};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Names the folder in which the child works; without it, it is no child.
const FOLDER: &str = "COTEJO_CRASH_FOLDER";
const KILLS: usize = 50;

fn fingerprint(n: usize) -> Fingerprint {
    Fingerprint(format!("{n:016x}"))
}

/// How many decisions are there, from the first on; none may be left out.
fn decisions(work: &Work) -> usize {
    let count = (0..).take_while(|n| work.case.review.knows(&fingerprint(*n))).count();
    assert!(!work.case.review.knows(&fingerprint(count + 1)), "a decision is missing");
    count
}

/// The child: takes up the work where it was left, decides, has it kept, says so, and goes on until it is killed.
#[test]
fn decides_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let autosave = Autosave::in_folder(Path::new(&folder));
    let mut work = autosave.load().work;
    if work.case.sources.is_empty() {
        let articles = load_sample(&Registry::built_in());
        work.case = Case { sources: articles.into_iter().map(CaseSource::read).collect(), ..work.case };
    }
    // Ends by itself when nobody is there to kill it.
    let until = Instant::now() + Duration::from_secs(60);
    let mut n = decisions(&work);
    while Instant::now() < until {
        let entry = Entry { status: Status::Confirmed, note: format!("nota {n}"), ..Entry::default() };
        let _ = work.case.review.apply(Edit { fingerprint: fingerprint(n), entry });
        autosave.save(&work).expect("it can be written");
        n += 1;
        let mut out = std::io::stdout().lock();
        writeln!(out, "kept {n}").and_then(|()| out.flush()).expect("somebody listens");
    }
}

#[test]
fn nothing_that_was_kept_is_lost_by_a_kill() {
    let folder = tempfile::tempdir().expect("a folder");
    let sources = load_sample(&Registry::built_in()).len();
    let mut reported = 0;
    // A small generator is random enough, and says the same on every run.
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    for round in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["decides_until_it_is_killed", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder.path())
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
        let restored = Autosave::in_folder(folder.path()).load();
        let found = decisions(&restored.work);
        assert!(found >= last, "round {round}: {last} decisions were reported as kept, {found} are there");
        assert!(!restored.is_copy, "round {round}: the desk itself was damaged");
        assert_eq!(restored.work.case.sources.len(), sources, "round {round}");
        reported = found;
    }
}
