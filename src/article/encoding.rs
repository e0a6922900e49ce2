//! Bytes to text: which encoding a file is in, and what it says.

use encoding_rs::{
    Encoding, ISO_8859_2, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    X_MAC_CYRILLIC,
};

/// A text, and how it was read from its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text: line ends are `\n`, no other control characters than the tab.
    pub text: String,
    /// The encoding's name, "windows-1252".
    pub encoding: &'static str,
    /// Whether neither the file said it nor its bytes proved it.
    pub guessed: bool,
    /// How many characters could not be read; each stands in the text as U+FFFD.
    pub replaced: usize,
}

/// How much of a file is looked at to find its encoding, in bytes.
const SAMPLE: usize = 256 * 1024;

/// Reads bytes as text. Looks, in this order, at a byte order mark, at the pattern of zero bytes, at whether it is
/// valid UTF-8, at what the page says of itself, and at last guesses by the frequency of letters (chardetng).
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    decode_labelled(bytes, None)
}

/// As [`decode`], with what a server said of the bytes: believed before the page itself, unless it does not fit them.
#[must_use]
pub fn decode_labelled(bytes: &[u8], label: Option<&str>) -> Decoded {
    if let Some((text, encoding)) = utf_32(bytes) {
        return finished(&text, encoding, false);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return finished(&text, encoding.name(), false);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return finished(&text, encoding.name(), false);
    }
    let escapes = bytes.contains(&0x1b);
    if !escapes && let Ok(text) = std::str::from_utf8(bytes) {
        return finished(text, UTF_8.name(), false);
    }
    let labelled = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    for encoding in [labelled, declared(bytes)].into_iter().flatten() {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        if !broken {
            return finished(&text, encoding.name(), false);
        }
    }
    // A few broken bytes in a text that is UTF-8 otherwise: a truncated download, two files joined.
    if mostly_utf_8(bytes) {
        return finished(&String::from_utf8_lossy(bytes), UTF_8.name(), false);
    }
    let encoding = guess(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    finished(&text, encoding.name(), encoding != UTF_8)
}

fn finished(text: &str, encoding: &'static str, guessed: bool) -> Decoded {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut replaced = 0;
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\u{feff}' => {}
            '\n' | '\t' => clean.push(c),
            c if c.is_control() => {}
            c => {
                replaced += usize::from(c == char::REPLACEMENT_CHARACTER);
                clean.push(c);
            }
        }
    }
    Decoded { text: clean, encoding, guessed, replaced }
}

/// UTF-32, which the web never took up and `encoding_rs` does not know: by its mark, or by three zeros in every four bytes.
fn utf_32(bytes: &[u8]) -> Option<(String, &'static str)> {
    let (little, body) = match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => (true, rest),
        [0, 0, 0xfe, 0xff, rest @ ..] => (false, rest),
        _ if bytes.len() >= 8 && bytes.len().is_multiple_of(4) => {
            let units = bytes.chunks_exact(4).take(SAMPLE / 4);
            let count = units.len();
            let high_zero = |little: bool| {
                let zero = |u: &[u8]| if little { u[2] == 0 && u[3] == 0 } else { u[0] == 0 && u[1] == 0 };
                units.clone().filter(|u| zero(u)).count()
            };
            let filled = units.clone().filter(|u| u.iter().any(|b| *b != 0)).count();
            // Astral characters have one zero byte only, hence not every unit need have two.
            let little = high_zero(true) * 10 >= count * 9;
            let big = high_zero(false) * 10 >= count * 9;
            if little == big || filled * 10 < count * 9 {
                return None;
            }
            (little, bytes)
        }
        _ => return None,
    };
    let name = if little { "UTF-32LE" } else { "UTF-32BE" };
    let unit = |b: &[u8]| match *b {
        [a, b, c, d] if little => u32::from_le_bytes([a, b, c, d]),
        [a, b, c, d] => u32::from_be_bytes([a, b, c, d]),
        _ => 0xfffd,
    };
    Some((body.chunks(4).map(|b| char::from_u32(unit(b)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect(), name))
}

/// UTF-16 without a mark: text has spaces and line ends, whose one byte is zero, always on the same side.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(SAMPLE)].chunks_exact(2);
    let count = pairs.len();
    let (mut first, mut second, mut both) = (0, 0, 0);
    for pair in pairs {
        match (pair[0] == 0, pair[1] == 0) {
            (true, true) => both += 1,
            (true, false) => first += 1,
            (false, true) => second += 1,
            (false, false) => {}
        }
    }
    if count < 2 || both > 0 {
        return None;
    }
    let (more, less, encoding) = if second > first { (second, first, UTF_16LE) } else { (first, second, UTF_16BE) };
    (more * 50 >= count && less * 20 <= more && more > 0).then_some(encoding)
}

/// What a page or an XML file says of itself within its first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let after = &head[head.find(key)? + key.len()..];
        let label = after.trim_start_matches(['"', '\'', ' ', '\u{bb}', '\u{fffd}']);
        let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
        Encoding::for_label(&label.as_bytes()[..end])
    })
}

/// Whether well-formed sequences of several bytes outnumber broken ones by far.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > broken * 4
}

/// The likeliest encoding by the frequency of letters, with what chardetng leaves out put right.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(sample, true);
    let found = detector.guess(None, chardetng::Utf8Detection::Allow);
    // chardetng, made for browsers, never answers Macintosh nor ISO-8859-15.
    let candidates: &[&'static Encoding] = if found == WINDOWS_1252 {
        &[WINDOWS_1252, MACINTOSH, ISO_8859_15]
    } else if found == WINDOWS_1250 || found == ISO_8859_2 {
        &[found, MACINTOSH]
    } else if found == WINDOWS_1251 {
        &[WINDOWS_1251, X_MAC_CYRILLIC]
    } else {
        return found;
    };
    candidates.iter().copied().min_by_key(|encoding| strangeness(encoding, sample)).unwrap_or(found)
}

/// How much of a text looks unlike writing: signs within words, capitals behind small letters, signs that nobody types.
fn strangeness(encoding: &'static Encoding, sample: &[u8]) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let mut strange = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii() {
            let after = chars.peek().copied().unwrap_or(' ');
            let within = before.is_alphabetic() && after.is_alphabetic();
            let quiet = matches!(c, '’' | '-' | '\u{ad}' | '·');
            strange += match c {
                char::REPLACEMENT_CHARACTER => 5,
                '¤' | '¦' | '¬' | '¸' | '¨' | '¯' | '‡' | '†' | 'ˆ' | '˜' | '˛' | '˚' | '˙' | '◊' | '∂' | 'ƒ' => {
                    4
                }
                _ if c.is_control() => 5,
                _ if within && !c.is_alphabetic() && !quiet => 4,
                _ if before.is_lowercase() && c.is_uppercase() => 3,
                _ if c.is_uppercase() && after.is_lowercase() && before.is_lowercase() => 3,
                // In the West no word holds these letters; Macintosh writes é and ž with the bytes of the first two.
                'Ž' | 'ž' | 'Œ' if within && encoding == WINDOWS_1252 => 2,
                _ => 0,
            };
        }
        before = c;
    }
    strange
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPANISH: &str = "El año pasado murieron 1.200 personas; según el informe, «más de la mitad» vivía en la región. \
                           ¿Qué dirán mañana los vecinos de Peñíscola, Cádiz y Málaga? Costó 3.000 € en total.";

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let found = decode(bytes);
        assert_eq!((found.encoding, found.text.as_str()), (encoding, text));
    }

    #[test]
    fn marks_and_patterns_of_zeros() {
        let wide: Vec<u16> = SPANISH.encode_utf16().collect();
        let little: Vec<u8> = wide.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = wide.iter().flat_map(|u| u.to_be_bytes()).collect();
        check(&little, "UTF-16LE", SPANISH);
        check(&big, "UTF-16BE", SPANISH);
        check(&[&[0xff, 0xfe], little.as_slice()].concat(), "UTF-16LE", SPANISH);
        check(&[&[0xef, 0xbb, 0xbf], SPANISH.as_bytes()].concat(), "UTF-8", SPANISH);
        let wider: Vec<u8> = SPANISH.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        check(&wider, "UTF-32LE", SPANISH);
        check(&[&[0xff, 0xfe, 0, 0], wider.as_slice()].concat(), "UTF-32LE", SPANISH);
    }

    #[test]
    fn encodings_of_one_byte() {
        let without_euro = SPANISH.replace('€', "euros");
        check(&WINDOWS_1252.encode(SPANISH).0, "windows-1252", SPANISH);
        check(&ISO_8859_15.encode(SPANISH).0, "ISO-8859-15", SPANISH);
        // encoding_rs writes no Macintosh, so the bytes are looked up one by one.
        let macintosh: Vec<u8> = without_euro
            .chars()
            .map(|c| (0..=255u8).find(|b| MACINTOSH.decode_without_bom_handling(&[*b]).0.starts_with(c)).unwrap())
            .collect();
        check(&macintosh, "macintosh", &without_euro);
        let page = format!("<meta charset=\"iso-8859-15\"><p>{SPANISH}");
        check(&ISO_8859_15.encode(&page).0, "ISO-8859-15", &page);
    }

    #[test]
    fn broken_bytes_are_counted_and_do_not_spoil_the_rest() {
        let mut bytes = SPANISH.repeat(3).into_bytes();
        bytes.insert(0, 0xff);
        let found = decode(&bytes);
        assert_eq!((found.encoding, found.replaced), ("UTF-8", 1));
        assert!(found.text.ends_with("en total."));
    }

    #[test]
    fn line_ends_and_controls() {
        check(b"a\r\nb\rc\n\x07d\x0ce", "UTF-8", "a\nb\nc\nd\ne");
        check(b"", "UTF-8", "");
    }
}
