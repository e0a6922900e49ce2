//! Reads files into articles. The only reader of articles' files.

pub use super::reason::Reason;

use super::{
    Article, Notice, Origin,
    address::{self, Address},
    encoding,
    fetch::{FetchError, Fetched, fetch},
    format::{self, Delivery, ENDINGS},
    split::Part,
};
use crate::{assets, language::Registry};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{self, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
    time::Duration,
};

/// A file that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}", path = path.display())]
pub struct LoadError {
    /// The file.
    pub path: PathBuf,
    /// What happened.
    pub reason: Reason,
}

/// The largest file that is read, in bytes: 64 MiB.
pub const LIMIT: u64 = 64 * 1024 * 1024;
/// So long a file may take to be read.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// The room that a format's reader has for what lies within what, in bytes.
const STACK: usize = 32 * 1024 * 1024;
/// The endings of files that do nothing but lead to a page.
const LINKS: [&str; 3] = ["url", "webloc", "desktop"];
/// Folders within folders are followed so far.
const DEEPEST: usize = 32;
/// So many files are looked at when others are missing: a whole disk is not read for them.
const MOST_FILES: usize = 20_000;

/// What was read from a list of files: the articles, and the files that could not be read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of their files.
    pub articles: Vec<Article>,
    /// The files that could not be read.
    pub errors: Vec<LoadError>,
}

/// What is read of a list of paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Files on this machine. An address is an error that says so.
    #[default]
    Files,
    /// Pages of the web too: the person said so.
    Web,
}

/// Reads files and folders into articles, each in the one of the languages that it is written in. A file that was read before, by its bytes, is not read again: its first
/// article gets a notice that says so. Years that single articles leave out are taken from the others.
#[must_use]
pub fn load_all(paths: &[PathBuf], reach: Reach, languages: &Registry) -> Loaded {
    let (files, errors) = expand(paths);
    let mut loaded = Loaded { articles: Vec::new(), errors };
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    // Files are read side by side; pages are fetched one after another, so that no server is asked for many at once.
    let read = |file: PathBuf| match address_at(&file) {
        Some(address) => Err((file, address)),
        None => Ok(load_file(&file, languages)),
    };
    let fetch = |(path, address): (PathBuf, Address)| match reach {
        Reach::Web => load_address(&address, languages),
        Reach::Files => Err(LoadError { path, reason: Reason::NotFetched(FetchError::NotAllowed) }),
    };
    let read: Vec<_> = files.into_par_iter().map(read).collect();
    for read in read {
        match read.unwrap_or_else(fetch) {
            Ok(articles) => {
                for article in articles {
                    loaded.add(article, &mut seen);
                }
            }
            Err(error) => loaded.errors.push(error),
        }
    }
    super::settle(&mut loaded.articles);
    loaded
}

impl Loaded {
    fn add(&mut self, article: Article, seen: &mut FxHashMap<String, usize>) {
        let key = format!("{}#{}", article.origin.sha256, article.origin.index);
        if let Some(&first) = seen.get(&key) {
            let path = article.origin.path.display().to_string();
            self.articles[first].notices.push(Notice::new("load-twice", &[("path", &path)]));
        } else {
            seen.insert(key, self.articles.len());
            self.articles.push(article);
        }
    }
}

/// Reads the articles of one file.
///
/// # Errors
/// Where the file cannot be read as an article; see [`Reason`].
pub fn load_file(path: &Path, languages: &Registry) -> Result<Vec<Article>, LoadError> {
    let fail = |reason| LoadError { path: path.to_owned(), reason };
    let about = fs::metadata(path).map_err(|e| fail(Reason::of(&e)))?;
    if about.is_dir() {
        return Err(fail(Reason::EmptyFolder));
    }
    if about.len() > LIMIT {
        return Err(fail(Reason::TooLarge(about.len())));
    }
    let bytes = read_up_to(LIMIT, path).map_err(|e| {
        let gone = e.kind() == io::ErrorKind::NotFound;
        fail(if gone { Reason::Vanished } else { Reason::of(&e) })
    })?;
    read(path, bytes, languages).map_err(fail)
}

/// The bytes of a file, and no more than one above the limit: a device has no length, and no end either.
pub(crate) fn read_up_to(limit: u64, path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Files that are asked for article by article: each is read once, since a database puts many into one.
#[derive(Debug)]
pub struct Files<'l> {
    languages: &'l Registry,
    read: FxHashMap<PathBuf, Result<Vec<Article>, LoadError>>,
    /// What articles of them were cut into, by the first part of each.
    cut: FxHashMap<(PathBuf, u32, Part), Vec<Article>>,
}

impl<'l> Files<'l> {
    /// None read yet.
    #[must_use]
    pub fn new(languages: &'l Registry) -> Self {
        Self { languages, read: FxHashMap::default(), cut: FxHashMap::default() }
    }

    /// The article of that number in a file, or the part of it that a person cut; none where the file holds fewer now.
    ///
    /// # Errors
    /// As [`load_file`], the same whenever it is asked for.
    pub fn article(&mut self, path: &Path, index: u32, part: Option<&Part>) -> Result<Option<&Article>, LoadError> {
        let Some(part) = part else {
            return Ok(self.articles(path)?.iter().find(|a| a.origin.index == index));
        };
        let key = (path.to_owned(), index, Part { number: 0, ..part.clone() });
        if !self.cut.contains_key(&key) {
            let languages = self.languages;
            let whole = self.article(path, index, part.of.as_deref())?;
            let parts = whole.map_or_else(Vec::new, |whole| part.cut.parts(whole, languages));
            self.cut.insert(key.clone(), parts);
        }
        Ok(self.cut.get(&key).and_then(|parts| parts.get(part.number as usize)))
    }

    fn articles(&mut self, path: &Path) -> Result<&[Article], LoadError> {
        let languages = self.languages;
        let read = || {
            let mut articles = load_file(path, languages)?;
            super::settle(&mut articles);
            Ok(articles)
        };
        self.read.entry(path.to_owned()).or_insert_with(read).as_deref().map_err(Clone::clone)
    }
}

/// Reads the articles of a file's bytes. `path` is only a name: its ending and its words are looked at, never the disk.
///
/// # Errors
/// Where the bytes cannot be read as an article; see [`Reason`].
pub fn load_bytes(path: &Path, bytes: &[u8], languages: &Registry) -> Result<Vec<Article>, LoadError> {
    read(path, bytes.to_vec(), languages).map_err(|reason| LoadError { path: path.to_owned(), reason })
}

/// The address that a path is, as on a command line, or that the file there leads to: .url, .webloc, .desktop.
#[must_use]
pub fn address_at(path: &Path) -> Option<Address> {
    if let Some(address) = path.to_str().and_then(Address::of) {
        return Some(address);
    }
    let ending = path.extension()?.to_str()?.to_lowercase();
    if !LINKS.contains(&ending.as_str()) {
        return None;
    }
    let mut text = String::new();
    fs::File::open(path).ok()?.take(4 * address::LONGEST as u64).read_to_string(&mut text).ok()?;
    Address::of_link(&text)
}

/// Fetches a page and reads its articles. For a thread of its own: the server may take its time.
///
/// # Errors
/// Where the page cannot be had, or holds no article; see [`Reason`].
pub fn load_address(address: &Address, languages: &Registry) -> Result<Vec<Article>, LoadError> {
    let fail = |reason| LoadError { path: address.as_str().into(), reason };
    let fetched = fetch(address).map_err(|error| fail(Reason::NotFetched(error)))?;
    read_fetched(fetched, languages).map_err(fail)
}

/// Reads a page that was fetched. Its hash is that of the bytes as they came.
fn read_fetched(fetched: Fetched, languages: &Registry) -> Result<Vec<Article>, Reason> {
    let address = &fetched.address;
    let file = Origin::of_file(Path::new(address.as_str()), sha256(&fetched.bytes));
    let origin = Origin { fetched: Some(fetched.at), ..file };
    let is_page = matches!(fetched.media.as_str(), "text/html" | "application/xhtml+xml");
    // What the server says of the charset goes with the bytes no further than to here.
    let bytes = match &fetched.charset {
        Some(label) if is_page || fetched.media.starts_with("text/") => {
            format!("\u{feff}{}", encoding::decode_labelled(&fetched.bytes, Some(label)).text).into_bytes()
        }
        _ => fetched.bytes,
    };
    let name = if is_page { Path::new("page.html") } else { Path::new(address.as_str()) };
    articles_of(name, bytes, &origin, languages)
}

fn read(path: &Path, bytes: Vec<u8>, languages: &Registry) -> Result<Vec<Article>, Reason> {
    if bytes.len() as u64 > LIMIT {
        return Err(Reason::TooLarge(bytes.len() as u64));
    }
    let origin = Origin::of_file(path, sha256(&bytes));
    articles_of(path, bytes, &origin, languages)
}

/// The articles that bytes hold, all from one origin. The ending of `name` counts where the bytes leave their format open.
fn articles_of(name: &Path, bytes: Vec<u8>, origin: &Origin, languages: &Registry) -> Result<Vec<Article>, Reason> {
    let Delivery { drafts, expected } = read_apart(name, bytes)?;
    let found = drafts.len();
    let mut articles: Vec<Article> =
        (0..).zip(drafts).map(|(index, draft)| draft.finish(Origin { index, ..origin.clone() }, languages)).collect();
    let first = articles.first_mut().ok_or(Reason::NoText)?;
    if found > 1 || expected.is_some_and(|expected| expected != found) {
        let expected = expected.unwrap_or(found).to_string();
        first.notices.push(Notice::new("load-several", &[("found", &found.to_string()), ("expected", &expected)]));
    }
    Ok(articles)
}

/// Has a file's format read on a thread of its own. Most parsers are not ours: a fault of theirs on one odd file must not take
/// the person's work along, nor may one that never ends keep them waiting. A thread cannot be stopped from outside; one that
/// is given up ends by itself or with the program.
fn read_apart(path: &Path, bytes: Vec<u8>) -> Result<Delivery, Reason> {
    let (send, receive) = mpsc::channel();
    let path = path.to_owned();
    let work = move || {
        let read = catch_unwind(AssertUnwindSafe(|| format::read(&path, &bytes))).unwrap_or(Err(Reason::Broken));
        // Nobody listens any more where it took too long.
        let _ = send.send(read);
    };
    let worker = thread::Builder::new().name("reader".to_owned()).stack_size(STACK).spawn(work);
    worker.map_err(|error| Reason::of(&error))?;
    receive.recv_timeout(PATIENCE).unwrap_or(Err(Reason::TooSlow))
}

/// The SHA-256 of a file's bytes, as [`Origin`] holds it: for seeing whether a file is still what was read.
///
/// # Errors
/// Where the file is not there or cannot be read.
pub fn digest(path: &Path) -> Result<String, LoadError> {
    let bytes = read_up_to(LIMIT, path).map_err(|e| LoadError { path: path.to_owned(), reason: Reason::of(&e) })?;
    Ok(sha256(&bytes))
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// When a file was written last, and how long it is: where both are as they were, so is the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    written: Option<std::time::SystemTime>,
    length: u64,
}

/// How a file is now; none where there is none.
#[must_use]
pub fn state_of(path: &Path) -> Option<FileState> {
    let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some(FileState { written: about.modified().ok(), length: about.len() })
}

/// The SHA-256 of a file's bytes, as in an article's [`Origin`]; none where it cannot be read as an article.
#[must_use]
pub fn sha256_of(path: &Path) -> Option<String> {
    let length = fs::metadata(path).ok()?.len();
    if length > LIMIT { None } else { digest(path).ok() }
}

/// The articles that the program carries as an example.
#[must_use]
pub fn load_sample(languages: &Registry) -> Vec<Article> {
    let files = assets::SAMPLE_ARTICLES.iter().filter(|(name, _)| is_article_name(Path::new(name)));
    let mut articles: Vec<Article> =
        files.filter_map(|(name, bytes)| load_bytes(Path::new(name), bytes, languages).ok()).flatten().collect();
    super::settle(&mut articles);
    articles
}

/// Files as they are, folders as the files in them that may be articles: sorted by name, folders within folders too,
/// nothing hidden. A folder without any is reported.
#[must_use]
pub fn expand(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<LoadError>) {
    let mut files = Vec::new();
    let mut errors = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        if let Err(error) = gather(path, DEEPEST, &mut files, &mut errors) {
            errors.push(LoadError { path: path.clone(), reason: Reason::of(&error) });
        } else if files.len() == before {
            errors.push(LoadError { path: path.clone(), reason: Reason::EmptyFolder });
        }
    }
    (files, errors)
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>, errors: &mut Vec<LoadError>) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.filter_map(Result::ok).map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        // A link to a folder above would never end.
        let linked = path.is_symlink() && path.is_dir();
        if is_hidden(&path) || linked {
            continue;
        }
        if path.is_dir() {
            if depth > 0
                && let Err(error) = gather(&path, depth - 1, files, errors)
            {
                errors.push(LoadError { reason: Reason::of(&error), path });
            }
        } else if is_article_name(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// The files of a folder and of those within it, the nearest first, until `stop` says so: so many at most, none that is too
/// large to be read. What cannot be looked into is passed over.
#[must_use]
pub fn files_within(folder: &Path, stop: impl Fn() -> bool) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut level = vec![folder.to_owned()];
    for _ in 0..=DEEPEST {
        let mut below = Vec::new();
        for folder in level {
            if stop() || files.len() >= MOST_FILES || below.len() >= MOST_FILES {
                return files;
            }
            let Ok(entries) = fs::read_dir(folder) else { continue };
            let mut paths: Vec<_> = entries.filter_map(Result::ok).take(MOST_FILES).map(|e| e.path()).collect();
            paths.sort();
            for path in paths.into_iter().filter(|p| !is_hidden(p)) {
                match fs::metadata(&path) {
                    Ok(about) if about.is_dir() && !path.is_symlink() => below.push(path),
                    Ok(about) if about.is_file() && about.len() <= LIMIT => files.push(path),
                    _ => {}
                }
            }
        }
        level = below;
    }
    files
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
}

/// Whether a file's name has one of the endings that articles have.
#[must_use]
pub fn is_article_name(path: &Path) -> bool {
    path.extension().is_some_and(|e| ENDINGS.contains(&e.to_string_lossy().to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::fetch::tests::{answer, serve};
    use crate::article::{Zone, magic::Binary};

    fn reason(name: &str, bytes: &[u8]) -> Option<Reason> {
        load_bytes(Path::new(name), bytes, &Registry::built_in()).err().map(|e| e.reason)
    }

    #[test]
    fn files_that_lead_to_a_page() {
        let folder = tempfile::tempdir().expect("a folder");
        let check = |name: &str, expected: Option<&str>| {
            let path = folder.path().join(name);
            fs::write(&path, "[InternetShortcut]\nURL=https://a.pe/1\n").expect("a file");
            assert_eq!(address_at(&path).as_ref().map(Address::as_str), expected, "{name}");
        };
        check("a.url", Some("https://a.pe/1"));
        check("a.URL", Some("https://a.pe/1"));
        check("a.txt", None);
        assert!(address_at(Path::new("https://a.pe/1")).is_some());
        assert!(address_at(Path::new("nada.url")).is_none());
    }

    #[test]
    fn a_page_that_was_fetched() {
        let page = "<html><head><title>Cae un puente</title></head><body><p>El puente cayó el lunes.</p></body></html>";
        let latin: Vec<u8> = page.chars().map(|c| c as u8).collect();
        let html = "Content-Type: text/html; charset=iso-8859-1\r\n";
        let at = serve(&[("/a", answer("200 OK", html, &latin)), ("/b", answer("200 OK", html, b"<p></p>"))]);
        let address = |path: &str| Address::of(&format!("{at}{path}")).expect("an address");
        let languages = Registry::built_in();
        let article = load_address(&address("/a"), &languages).expect("a page").remove(0);
        assert!(article.text.contains("El puente cayó el lunes."), "{}", article.text);
        assert_eq!((article.origin.sha256, article.metadata.outlet.as_str()), (sha256(&latin), "127.0.0.1"));
        assert!(article.origin.fetched.is_some());
        let path = PathBuf::from(address("/a").as_str());
        assert_eq!(article.origin.path, path);
        let failed = |path: &str| load_address(&address(path), &languages).err().map(|e| e.reason);
        assert_eq!(failed("/b"), Some(Reason::NoText));
        assert_eq!(failed("/none"), Some(Reason::NotFetched(FetchError::Status(404))));
        // Nothing is fetched where nobody said so.
        let loaded = |reach| load_all(std::slice::from_ref(&path), reach, &languages);
        let error = LoadError { path: path.clone(), reason: Reason::NotFetched(FetchError::NotAllowed) };
        assert_eq!(loaded(Reach::Files).errors, [error]);
        assert_eq!(loaded(Reach::Web).articles.len(), 1);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (name, bytes, expected) in [
            ("a.txt", &b""[..], Some(Reason::Empty)),
            ("a.txt", b" \n\t ", Some(Reason::Empty)),
            ("a.txt", b"%PDF-1.4 ...", Some(Reason::Broken)),
            ("a.txt", b"\x89PNG\r\n\x1a\n", Some(Reason::Binary(Binary::Image))),
            ("a.txt", &[0; 64], Some(Reason::Binary(Binary::Other))),
            ("a.html", b"<html><script>1</script></html>", Some(Reason::NoText)),
            ("a.txt", b"Uno.", None),
            ("a.html", b"Uno.", None),
        ] {
            assert_eq!(reason(name, bytes), expected, "{name} {bytes:?}");
        }
        let noise: Vec<u8> = (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(reason("a.txt", &noise), Some(Reason::Binary(Binary::Other)));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400), ending in 0..3_usize) {
            let _ = load_bytes(Path::new(["a.txt", "a.md", "a.html"][ending]), &bytes, &Registry::built_in());
        }

        #[test]
        fn blocks_cover_the_text_in_order(
            text in "(\\PC|\n|<p>|</div>|# |\\* |: |&amp;|3 de mayo|\\.- ){0,60}",
            ending in 0..3_usize,
        ) {
            let name = ["a.txt", "a.md", "a.html"][ending];
            for article in load_bytes(Path::new(name), text.as_bytes(), &Registry::built_in()).unwrap_or_default() {
                let mut end = 0;
                for block in &article.blocks {
                    proptest::prop_assert!(block.span.start() >= end && !block.span.of(&article.text).trim().is_empty());
                    proptest::prop_assert_eq!(article.text[end..block.span.start()].trim(), "");
                    end = block.span.end();
                }
                proptest::prop_assert_eq!(end, article.text.len());
            }
        }
    }

    #[test]
    fn folders_and_files() {
        let folder = tempfile::tempdir().expect("a folder of the system");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("b")).unwrap();
        fs::create_dir(path("empty")).unwrap();
        for name in ["2.txt", "1.md", "b/3.HTML", "notes.xlsx", ".hidden.txt"] {
            fs::write(path(name), "Cae un puente\n\nEl puente cayó el lunes.").unwrap();
        }
        let (files, errors) = expand(&[folder.path().to_owned(), path("empty")]);
        assert_eq!(files, [path("1.md"), path("2.txt"), path("b/3.HTML")]);
        assert_eq!(errors, [LoadError { path: path("empty"), reason: Reason::EmptyFolder }]);
        let loaded = load_all(&[path("1.md"), path("none.txt"), path("2.txt")], Reach::Files, &Registry::built_in());
        assert_eq!(loaded.articles.len(), 1, "the same bytes are one article");
        assert!(loaded.articles[0].notices.iter().any(|n| n.key == "load-twice"));
        assert_eq!(loaded.errors, [LoadError { path: path("none.txt"), reason: Reason::Missing }]);
    }

    #[test]
    fn an_article_from_its_bytes() {
        let text = " date 2025-11-03 Cae un puente en el valle\n\n\nEl Valle, 3 nov (Agencia Sur).- El puente cayó el lunes.\n\nNo hubo heridos.\n";
        let article =
            load_bytes(Path::new("01-el-valle.txt"), text.as_bytes(), &Registry::built_in()).unwrap().remove(0);
        assert_eq!(article.metadata.title, "Cae un puente en el valle");
        assert_eq!(article.metadata.outlet, "Agencia Sur");
        assert_eq!(article.metadata.language, "es");
        assert_eq!(article.metadata.published.map(|d| d.to_string()).as_deref(), Some("2025-11-03"));
        assert_eq!(article.dateline.map(|d| d.of(&article.text)), Some("El Valle, 3 nov (Agencia Sur).- "));
        let zones: Vec<Zone> = article.blocks.iter().map(|b| b.zone).collect();
        assert_eq!(zones, [Zone::Headline, Zone::Lead, Zone::Body]);
        assert_eq!(article.blocks[2].span.of(&article.text), "No hubo heridos.");
    }
}
