//! Addresses on the web, as a person pastes or drops them. To know one is not to fetch it: see [`fetch`](super::fetch).

use std::fmt;
use url::Url;

/// An address that a page can be fetched from: http or https, with a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Url);

/// The longest address, in bytes.
pub(super) const LONGEST: usize = 4096;
/// So many addresses may be pasted at once.
const MOST: usize = 50;

impl Address {
    /// The address that a text is, and nothing but that.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let scheme = ["http://", "https://"];
        let is_web = scheme.iter().any(|s| text.get(..s.len()).is_some_and(|head| head.eq_ignore_ascii_case(s)));
        if !is_web || text.len() > LONGEST || text.contains(char::is_whitespace) {
            return None;
        }
        let mut url = Url::parse(text).ok()?;
        // Neither a name and a password, nor the place within the page, is of the page.
        url.set_fragment(None);
        let _ = (url.set_username(""), url.set_password(None));
        url.has_host().then_some(Self(url))
    }

    /// The addresses of a text that holds nothing else; none where it holds any other word, or more than can be meant.
    #[must_use]
    pub fn all_in(text: &str) -> Option<Vec<Self>> {
        let mut addresses = Vec::new();
        for word in text.split_whitespace() {
            let address = Self::of(word)?;
            if !addresses.contains(&address) {
                addresses.push(address);
            }
            if addresses.len() > MOST {
                return None;
            }
        }
        (!addresses.is_empty()).then_some(addresses)
    }

    /// The address in the text of a file that is a link to a page, as browsers leave one on the desktop when an address is dragged
    /// there: "URL=…" on a line of its own, or `<string>…</string>`.
    #[must_use]
    pub fn of_link(text: &str) -> Option<Self> {
        let line = |line: &str| line.trim().strip_prefix("URL=").and_then(Self::of);
        text.lines().find_map(line).or_else(|| {
            let (_, rest) = text.split_once("<string>")?;
            Self::of(&rest.split_once("</string>")?.0.replace("&amp;", "&"))
        })
    }

    /// Who answers at it, without "www.": "elvalle.pe".
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.0.host_str().unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether it is of this machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self.0.host() {
            Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
            Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
            Some(url::Host::Domain(name)) => name == "localhost",
            None => false,
        }
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = Address::all_in(text).unwrap_or_default();
        assert_eq!(found.iter().map(Address::as_str).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_text_that_is_an_address() {
        check(" https://www.elvalle.pe/a?b=1#fotos\n", &["https://www.elvalle.pe/a?b=1"]);
        check("HTTP://elvalle.pe", &["http://elvalle.pe/"]);
        check("https://a.pe/1\nhttps://b.pe/2\nhttps://a.pe/1", &["https://a.pe/1", "https://b.pe/2"]);
        check("https://ana:secreto@a.pe/", &["https://a.pe/"]);
        for text in [
            "",
            "elvalle.pe",
            "Vea https://a.pe/1",
            "ftp://a.pe/1",
            "javascript:alert(1)",
            "https://",
            "file:///etc/passwd",
        ] {
            check(text, &[]);
        }
        check(&"https://a.pe/".repeat(600), &[]);
        assert_eq!(Address::of("https://www.elvalle.pe/a").expect("an address").host(), "elvalle.pe");
    }

    #[test]
    fn links_to_a_page() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(Address::of_link(text).as_ref().map(Address::as_str), expected, "{text}");
        };
        check("[InternetShortcut]\r\nURL=https://a.pe/1\r\n", Some("https://a.pe/1"));
        check("[Desktop Entry]\nType=Link\nURL=https://a.pe/1\n", Some("https://a.pe/1"));
        let plist = "<plist><dict><key>URL</key><string>https://a.pe/1?a=1&amp;b=2</string></dict></plist>";
        check(plist, Some("https://a.pe/1?a=1&b=2"));
        check("URL=file:///etc/passwd", None);
        check("<string>", None);
    }
}
