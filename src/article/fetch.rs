//! Fetches a page from the web. The only door to the network: it is called where a person said so, for the addresses they named,
//! and nothing that a page points to is fetched with it.

use super::{Notice, address::Address};
use jiff::Timestamp;
use std::time::Duration;
use ureq::{Agent, Error, ResponseExt};

/// A page as it came, before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Where it came from in the end, which may be elsewhere than was asked for.
    pub address: Address,
    /// When.
    pub at: Timestamp,
    /// What the server called it, "text/html"; empty where it said nothing.
    pub media: String,
    /// The charset that the server named.
    pub charset: Option<String>,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
}

/// Why an address was not fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// Nobody said that it may be.
    #[error("it is an address on the web, and fetching is not allowed")]
    NotAllowed,
    /// The host was not found, or did not answer.
    #[error("no connection: {0}")]
    Unreachable(String),
    /// It answered with a status that is no page: 403, 404, 500.
    #[error("the server answered {0}")]
    Status(u16),
    /// The connection is not safe: whose the host is could not be proved.
    #[error("the connection is not safe: {0}")]
    Insecure(String),
    /// The server did not finish within [`PATIENCE`].
    #[error("the server took too long")]
    TooSlow,
    /// The page is larger than [`LIMIT`].
    #[error("the page is too large")]
    TooLarge,
    /// It leads from one address to the next without end.
    #[error("too many redirections")]
    Redirects,
}

/// So long a page may take, all redirections with it.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// The largest page, in bytes unpacked: 32 MiB.
pub const LIMIT: u64 = 32 * 1024 * 1024;
/// So often an address may lead to another.
const REDIRECTS: u32 = 8;

impl FetchError {
    /// The key of its message in the wording, and what to fill in.
    #[must_use]
    pub fn message(&self) -> Notice {
        match self {
            Self::NotAllowed => Notice::new("fetch-not-allowed", &[]),
            Self::Unreachable(_) => Notice::new("fetch-unreachable", &[]),
            Self::Status(code @ (401 | 402 | 403 | 407 | 451)) => {
                Notice::new("fetch-refused", &[("code", &code.to_string())])
            }
            Self::Status(code @ (404 | 410)) => Notice::new("fetch-gone", &[("code", &code.to_string())]),
            Self::Status(code) => Notice::new("fetch-status", &[("code", &code.to_string())]),
            Self::Insecure(_) => Notice::new("fetch-insecure", &[]),
            Self::TooSlow => Notice::new("fetch-too-slow", &[]),
            Self::TooLarge => Notice::new("fetch-too-large", &[("size", &(LIMIT / 1024 / 1024).to_string())]),
            Self::Redirects => Notice::new("fetch-redirects", &[]),
        }
    }
}

impl From<Error> for FetchError {
    fn from(error: Error) -> Self {
        match error {
            Error::Timeout(_) | Error::BodyStalled => Self::TooSlow,
            Error::BodyExceedsLimit(_) => Self::TooLarge,
            Error::TooManyRedirects | Error::RedirectFailed => Self::Redirects,
            Error::StatusCode(code) => Self::Status(code),
            Error::Tls(reason) => Self::Insecure(reason.to_owned()),
            Error::Rustls(reason) => Self::Insecure(reason.to_string()),
            // A failure of the handshake comes wrapped.
            Error::Io(error) if error.get_ref().is_some_and(|e| e.to_string().contains("certificate")) => {
                Self::Insecure(error.to_string())
            }
            other => Self::Unreachable(other.to_string()),
        }
    }
}

/// Fetches a page. It waits for the server, so it is called on a thread of its own.
///
/// # Errors
/// Where there is no page to be had; see [`FetchError`].
pub fn fetch(address: &Address) -> Result<Fetched, FetchError> {
    fetch_within(address, PATIENCE)
}

fn fetch_within(address: &Address, patience: Duration) -> Result<Fetched, FetchError> {
    let mut config = Agent::config_builder()
        .timeout_global(Some(patience))
        .max_redirects(REDIRECTS)
        .http_status_as_error(false)
        .accept("text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1")
        .user_agent(concat!("Cotejo/", env!("CARGO_PKG_VERSION")));
    if address.is_loopback() {
        config = config.proxy(None);
    }
    let mut response = Agent::new_with_config(config.build()).get(address.as_str()).call()?;
    if !response.status().is_success() {
        return Err(FetchError::Status(response.status().as_u16()));
    }
    let address = Address::of(&response.get_uri().to_string()).unwrap_or_else(|| address.clone());
    let body = response.body_mut();
    let (media, charset) = (body.mime_type().unwrap_or_default().to_lowercase(), body.charset().map(str::to_owned));
    let bytes = body.with_config().limit(LIMIT).read_to_vec()?;
    Ok(Fetched { address, at: Timestamp::now(), media, charset, bytes })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Write},
        net::TcpListener,
        thread,
    };

    /// A server on this machine that answers each path of `answers` with these bytes, and every other with 404.
    pub fn serve(answers: &[(&str, Vec<u8>)]) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = format!("http://{}", listener.local_addr().expect("an address"));
        let answers: Vec<(String, Vec<u8>)> = answers.iter().map(|(p, a)| ((*p).to_owned(), a.clone())).collect();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answers = answers.clone();
                thread::spawn(move || {
                    let mut reader = BufReader::new(&stream);
                    let mut line = String::new();
                    let _ = reader.read_line(&mut line);
                    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                    while line.trim() != "" {
                        line.clear();
                        let _ = reader.read_line(&mut line);
                    }
                    let found = answers.iter().find(|(p, _)| *p == path).map(|(_, answer)| answer.clone());
                    let _ = (&stream).write_all(&found.unwrap_or_else(|| answer("404 Not Found", "", b"")));
                    if path == "/slow" {
                        thread::sleep(Duration::from_secs(20));
                    }
                });
            }
        });
        at
    }

    /// An answer with a body.
    pub fn answer(status: &str, fields: &str, body: &[u8]) -> Vec<u8> {
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{fields}\r\n");
        [head.as_bytes(), body].concat()
    }

    fn check(at: &str, path: &str, expected: Result<(&str, &str, &[u8]), FetchError>) {
        let address = Address::of(&format!("{at}{path}")).expect("an address");
        let found = fetch_within(&address, Duration::from_secs(3));
        let found = found.map(|f| (f.address.to_string(), f.media, f.bytes));
        let expected = expected.map(|(to, media, bytes)| (format!("{at}{to}"), media.to_owned(), bytes.to_vec()));
        assert_eq!(found, expected, "{path}");
    }

    #[test]
    fn pages_and_what_else_a_server_answers() {
        let html = "Content-Type: text/html; charset=iso-8859-1\r\n";
        let at = serve(&[
            ("/a", answer("200 OK", html, b"<p>cay\xf3")),
            ("/moved", answer("301 Moved", "Location: /a\r\n", b"")),
            ("/round", answer("302 Found", "Location: /round\r\n", b"")),
            ("/closed", answer("403 Forbidden", "", b"")),
            ("/slow", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>".to_vec()),
            ("/huge", answer("200 OK", html, &vec![b'a'; LIMIT as usize + 1])),
        ]);
        check(&at, "/a", Ok(("/a", "text/html", b"<p>cay\xf3")));
        check(&at, "/moved", Ok(("/a", "text/html", b"<p>cay\xf3")));
        check(&at, "/none", Err(FetchError::Status(404)));
        check(&at, "/closed", Err(FetchError::Status(403)));
        check(&at, "/round", Err(FetchError::Redirects));
        check(&at, "/slow", Err(FetchError::TooSlow));
        check(&at, "/huge", Err(FetchError::TooLarge));
        let free = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port");
        let nobody = fetch(&Address::of(&format!("http://{free}/")).expect("an address"));
        assert!(matches!(nobody, Err(FetchError::Unreachable(_))), "{nobody:?}");
    }
}
