//! Names for files and things that other programs understand: URIs.

use crate::article::address::Address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};

/// What may not stand in a path as it is: "á" is %C3%A1.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The URI of a file: absolute for an absolute path, else relative to where the program was started.
#[must_use]
pub fn of_file(path: &str) -> String {
    // A page that was fetched has one already.
    if let Some(address) = Address::of(path) {
        return address.to_string();
    }
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    let slashes = if drive || path.starts_with("\\\\") { path.replace('\\', "/") } else { path.to_owned() };
    let (letter, rest) = slashes.split_at(if drive { 2 } else { 0 });
    let encoded = format!("{letter}{}", utf8_percent_encode(rest, ENCODED));
    match slashes.as_str() {
        // A share of another machine names it: //server/folder.
        s if s.starts_with("//") => format!("file:{encoded}"),
        s if s.starts_with('/') => format!("file://{encoded}"),
        _ if drive => format!("file:///{encoded}"),
        // Colons are encoded: one in the first part would be read as a scheme, "javascript:" among them.
        _ => encoded,
    }
}

/// The file that a URI of ours names, or the address that a page was fetched from; none where it names neither, or something that is no text.
#[must_use]
pub fn to_file(uri: &str) -> Option<String> {
    if Address::of(uri).is_some() {
        return Some(uri.to_owned());
    }
    let path = match uri.strip_prefix("file://") {
        Some(rest) if rest.starts_with('/') => rest,
        // A share of another machine.
        Some(_) => &uri["file:".len()..],
        None if uri.contains(':') => return None,
        None => uri,
    };
    let is_byte = |behind: &str| behind.as_bytes().get(..2).is_some_and(|d| d.iter().all(u8::is_ascii_hexdigit));
    if !path.split('%').skip(1).all(is_byte) {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let drive = path.as_bytes().get(2) == Some(&b':') && path.starts_with('/');
    Some(if drive { path[1..].to_owned() } else { path.into_owned() })
}

/// A name that is the same whenever the same thing is named, and that of nothing else: a UUID of our own making (RFC 9562,
/// version 8) from what the thing is.
#[must_use]
pub fn of_thing(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // With their lengths: "ab", "c" is not "a", "bc".
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut bytes: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_uris() {
        let check = |path: &str, expected: &str| assert_eq!(of_file(path), expected);
        check("/casos/riada 1/á.txt", "file:///casos/riada%201/%C3%A1.txt");
        check("https://elvalle.pe/a?b=1", "https://elvalle.pe/a?b=1");
        check("demo/01-x.txt", "demo/01-x.txt");
        check("C:\\casos\\a.txt", "file:///C:/casos/a.txt");
        check("\\\\servidor\\casos\\a.txt", "file://servidor/casos/a.txt");
        check("a#b?c%.txt", "a%23b%3Fc%25.txt");
        check("javascript:alert(1)", "javascript%3Aalert%281%29");
        check("", "");
    }

    #[test]
    fn uris_lead_back_to_files() {
        for path in ["/casos/riada 1/á.txt", "demo/01-x.txt", "C:/casos/a.txt", "//servidor/a.txt", "a#b?c%.txt", "x:y"]
        {
            assert_eq!(to_file(&of_file(path)).as_deref(), Some(path));
        }
        for odd in ["ftp://x/y", "a%2", "a%zz", "a%ff", "a%+1"] {
            assert_eq!(to_file(odd), None, "{odd}");
        }
    }

    #[test]
    fn things_have_names_that_last() {
        let name = of_thing(&["0123", "a"]);
        assert_eq!(name, of_thing(&["0123", "a"]));
        assert_ne!(name, of_thing(&["012", "3a"]));
        assert_eq!((name.len(), &name[23..24]), (45, "8"));
    }
}
