//! WARC and WACZ: the pages of a web archive. Read here rather than by the crate `warc`, which gives up at the first record
//! that is cut off and takes every film of an archive into memory.

use super::{Delivery, html, package::Package, plain, records::host};
use crate::article::{
    draft::Draft,
    encoding::{self, Decoded},
    reason::Reason,
};
use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, GzDecoder, MultiGzDecoder, ZlibDecoder};
use rustc_hash::FxHashSet;
use std::{
    borrow::Cow,
    io::{self, BufRead, BufReader, Read},
};

/// So much of an archive is gone through, in bytes unpacked: films and pictures are skipped, but they have to be unpacked for it.
const ROOM: u64 = 1024 * 1024 * 1024;
/// The largest page that is read, in bytes, packed or unpacked.
const PAGE: u64 = 16 * 1024 * 1024;
/// The most pages that are read of one archive.
const MOST_PAGES: usize = 5_000;
/// The longest line of a record's head, in bytes.
const LINE: u64 = 64 * 1024;
/// With this many bytes of text a page of an archive is taken for an article; a frame of an advertisement has less.
const STORY: usize = 400;

/// Whether the bytes are a WARC, packed or not.
#[must_use]
pub fn begins(bytes: &[u8]) -> bool {
    let mut head = [0; 5];
    let unpacks = bytes.starts_with(b"\x1f\x8b") && GzDecoder::new(bytes).read_exact(&mut head).is_ok();
    bytes.starts_with(b"WARC/") || (unpacks && &head == b"WARC/")
}

/// Whether a package is a WACZ: its list of contents, and archives within.
#[must_use]
pub fn is_packed(package: &Package<'_>) -> bool {
    package.holds("datapackage.json") && package.names().any(|name| is_archive(&name))
}

fn is_archive(name: &str) -> bool {
    name.ends_with(".warc") || name.ends_with(".warc.gz")
}

/// Reads the pages of a WARC.
///
/// # Errors
/// Where it unpacks to more than can be gone through.
pub fn read(bytes: &[u8]) -> Result<Delivery, Reason> {
    let mut pages = Pages::default();
    pages.gather(bytes)?;
    Ok(pages.into_delivery(None))
}

/// Reads the pages of a WACZ: those that its list names, where it has one.
///
/// # Errors
/// As [`read`], and where the package is damaged or encrypted.
pub fn read_packed(package: &mut Package<'_>) -> Result<Delivery, Reason> {
    let listed = package.text("pages/pages.jsonl")?.map(|text| listed(&text)).filter(|l| !l.is_empty());
    let mut names: Vec<String> = package.names().filter(|name| is_archive(name)).map(Cow::into_owned).collect();
    names.sort();
    let mut pages = Pages::default();
    for name in names {
        pages.gather(&package.part(&name)?.unwrap_or_default())?;
    }
    Ok(pages.into_delivery(listed))
}

/// The addresses of a WACZ's list of pages; its first line tells what the list is.
fn listed(text: &str) -> FxHashSet<String> {
    let lines = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    lines.filter_map(|page| Some(without_fragment(page.get("url")?.as_str()?).to_owned())).collect()
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// The pages gathered so far, in the order of the archive.
#[derive(Default)]
struct Pages {
    drafts: Vec<(String, Draft)>,
    seen: FxHashSet<String>,
    used: u64,
}

impl Pages {
    fn gather(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        let source: Box<dyn Read> =
            if bytes.starts_with(b"\x1f\x8b") { Box::new(MultiGzDecoder::new(bytes)) } else { Box::new(bytes) };
        let mut records = Records { source: BufReader::new(source.take(ROOM.saturating_sub(self.used))), used: 0 };
        // What stands before the place where an archive was cut off is read.
        while let Ok(Some(record)) = records.next() {
            if self.drafts.len() < MOST_PAGES
                && let Some(draft) = record.draft().filter(|d| !d.pieces.is_empty())
                && self.seen.insert(record.address.clone())
            {
                self.drafts.push((record.address, draft));
            }
        }
        self.used += records.used;
        if self.used >= ROOM { Err(Reason::Bomb) } else { Ok(()) }
    }

    fn into_delivery(self, listed: Option<FxHashSet<String>>) -> Delivery {
        let expected = listed.as_ref().map(FxHashSet::len);
        let all = self.drafts.len();
        // Beside the pages that a person saw, an archive holds the frames that these were put together from.
        let is_story = |address: &str, draft: &Draft| match &listed {
            Some(listed) => listed.contains(address),
            None => all == 1 || draft.len() >= STORY,
        };
        let drafts = self.drafts.into_iter().filter(|(address, draft)| is_story(address, draft));
        Delivery { drafts: drafts.map(|(_, draft)| draft).collect(), expected }
    }
}

/// A record that may be a page.
struct Record {
    /// What it is: "response", "resource", "conversion".
    kind: String,
    /// Its address, without the place within the page.
    address: String,
    /// What the block of a record other than a response holds.
    media: String,
    /// The block; empty where it was skipped.
    block: Vec<u8>,
}

impl Record {
    /// The article of the page; none where it is no page, or one that says that it was not found.
    fn draft(&self) -> Option<Draft> {
        let (media, body) =
            if self.kind == "response" { answer(&self.block)? } else { (self.media.clone(), self.block.clone()) };
        let Decoded { text, .. } = encoding::decode_labelled(&body, charset(&media));
        let is_text = media.starts_with("text/plain");
        let mut draft = if is_text && self.kind == "conversion" { plain::read(&text) } else { html::read(&text) };
        draft.outlet = draft.outlet.filter(|o| !o.is_empty()).or_else(|| Some(host(&self.address)));
        Some(draft)
    }
}

/// The records of an archive, one after another.
struct Records<R> {
    source: BufReader<R>,
    used: u64,
}

impl<R: Read> Records<R> {
    /// The next record; its block is kept where it may be a page.
    fn next(&mut self) -> io::Result<Option<Record>> {
        let Some(version) = self.line_after_empty_ones()? else { return Ok(None) };
        if !version.starts_with("WARC/") {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut record =
            Record { kind: String::new(), address: String::new(), media: String::new(), block: Vec::new() };
        let mut length = 0u64;
        while let Some(line) = self.line()?.filter(|line| !line.is_empty()) {
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().map_err(|_| io::ErrorKind::InvalidData)?,
                "warc-type" => record.kind = value.to_ascii_lowercase(),
                // Written between angle brackets by some.
                "warc-target-uri" => {
                    let address = value.trim_matches(['<', '>']);
                    record.address = without_fragment(address).to_owned();
                }
                "content-type" => record.media = value.to_ascii_lowercase(),
                _ => {}
            }
        }
        let mut block = self.source.by_ref().take(length);
        let may_be_page = length <= PAGE
            && match record.kind.as_str() {
                "response" => record.address.starts_with("http"),
                "resource" => is_page(&record.media),
                "conversion" => is_page(&record.media) || record.media.starts_with("text/plain"),
                _ => false,
            };
        let taken = if may_be_page {
            block.read_to_end(&mut record.block)? as u64
        } else {
            io::copy(&mut block, &mut io::sink())?
        };
        self.used += taken;
        // A block that was cut off may hold the story all the same.
        Ok((taken == length || !record.block.is_empty()).then_some(record))
    }

    fn line_after_empty_ones(&mut self) -> io::Result<Option<String>> {
        loop {
            match self.line()? {
                Some(line) if line.is_empty() => {}
                other => return Ok(other),
            }
        }
    }

    /// The next line without its end; none at the end of the archive.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let taken = self.source.by_ref().take(LINE).read_until(b'\n', &mut bytes)?;
        self.used += taken as u64;
        Ok((taken > 0).then(|| String::from_utf8_lossy(&bytes).trim_end().to_owned()))
    }
}

fn is_page(media: &str) -> bool {
    media.starts_with("text/html") || media.starts_with("application/xhtml")
}

/// The label of a charset in "text/html; charset=iso-8859-1".
fn charset(media: &str) -> Option<&str> {
    let label = media.split_once("charset=")?.1;
    Some(label.split(';').next().unwrap_or(label).trim_matches(['"', '\'', ' ']))
}

/// The media type and the body of a server's answer, unpacked; none where it is no page that was found.
fn answer(block: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut fields = [httparse::EMPTY_HEADER; 128];
    let mut response = httparse::Response::new(&mut fields);
    let httparse::Status::Complete(head) = response.parse(block).ok()? else { return None };
    let field = |name: &str| {
        let found = response.headers.iter().find(|f| f.name.eq_ignore_ascii_case(name));
        found.map(|f| String::from_utf8_lossy(f.value).trim().to_ascii_lowercase()).unwrap_or_default()
    };
    let media = field("content-type");
    if response.code != Some(200) || !is_page(&media) {
        return None;
    }
    let mut body = block[head..].to_vec();
    // Archives differ in whether they keep a body as it was sent, or as it came out, and leave the fields as they were sent.
    if field("transfer-encoding").contains("chunked") {
        body = in_one_piece(&body).unwrap_or(body);
    }
    let unpacked = match field("content-encoding").as_str() {
        "gzip" | "x-gzip" => unpack(MultiGzDecoder::new(body.as_slice())),
        "deflate" => unpack(ZlibDecoder::new(body.as_slice())).or_else(|| unpack(DeflateDecoder::new(body.as_slice()))),
        "br" => unpack(Decompressor::new(body.as_slice(), 4096)),
        _ => None,
    };
    Some((media, unpacked.unwrap_or(body)))
}

/// What comes out; none where nothing does, or more than any page.
fn unpack(source: impl Read) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    // A body that was cut off gives what stands before.
    let _ = source.take(PAGE + 1).read_to_end(&mut out);
    (!out.is_empty() && out.len() as u64 <= PAGE).then_some(out)
}

/// A body sent in chunks, each behind its length in hexadecimal; none where it is not so.
fn in_one_piece(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    loop {
        let (start, length) = match httparse::parse_chunk_size(body) {
            Ok(httparse::Status::Complete((start, length))) => (start, usize::try_from(length).ok()?),
            // Cut off behind a chunk.
            Ok(httparse::Status::Partial) if !whole.is_empty() => return Some(whole),
            _ => return None,
        };
        if length == 0 {
            return Some(whole);
        }
        let rest = &body[start..];
        whole.extend_from_slice(&rest[..length.min(rest.len())]);
        let Some(after) = rest.get(length..) else { return Some(whole) };
        body = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
        if body.is_empty() {
            return Some(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::package::tests::pack_bytes, *};
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write;

    /// A page whose story is long enough to be one.
    fn page(title: &str) -> String {
        let story = "El puente de San Juan cayó el lunes y dejó 40 heridos, según el alcalde. ".repeat(8);
        format!(
            "<html><head><meta charset=utf-8><title>{title}</title></head><body><article><h1>{title}</h1><p>{story}</p></article></body></html>"
        )
    }

    fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
        let media = if kind == "response" { "application/http; msgtype=response" } else { "text/html" };
        let head = format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n",
            block.len()
        );
        [head.as_bytes(), block, b"\r\n\r\n"].concat()
    }

    fn response(address: &str, status: &str, fields: &str, body: &[u8]) -> Vec<u8> {
        let head = format!("HTTP/1.1 {status}\r\n{fields}\r\n\r\n");
        record("response", address, &[head.as_bytes(), body].concat())
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).expect("room in memory");
        encoder.finish().expect("room in memory")
    }

    fn check(archive: &[u8], titles: &[&str], expected: Option<usize>) {
        let delivery = if archive.starts_with(b"PK") {
            read_packed(&mut Package::open(archive).expect("a package"))
        } else {
            assert!(begins(archive));
            read(archive)
        };
        let delivery = delivery.expect("an archive");
        let found: Vec<&str> = delivery.drafts.iter().map(|d| d.pieces[0].text.as_str()).collect();
        assert_eq!((found.as_slice(), delivery.expected), (titles, expected));
        assert!(delivery.drafts.iter().all(|d| d.pieces.last().is_some_and(|p| p.text.contains("cayó"))));
    }

    const HTML: &str = "Content-Type: text/html; charset=utf-8";

    #[test]
    fn the_pages_of_an_archive() {
        let info = record("warcinfo", "", b"software: x");
        let uno = response("https://a.pe/uno", "200 OK", HTML, page("Uno").as_bytes());
        let again = response("https://a.pe/uno#fotos", "200 OK", HTML, page("Uno").as_bytes());
        let gone = response("https://a.pe/no", "404 Not Found", HTML, page("No").as_bytes());
        let script = response("https://a.pe/a.js", "200 OK", "Content-Type: text/javascript", b"var a = 1;");
        let frame = response("https://ads.pe/", "200 OK", HTML, b"<p>Compre hoy</p>");
        let dos = record("resource", "<https://b.pe/dos>", page("Dos").as_bytes());
        let all = [info, uno.clone(), again, gone, script, frame, dos].concat();
        check(&all, &["Uno", "Dos"], None);
        check(&gzip(&all), &["Uno", "Dos"], None);
        // Each record packed by itself, as the standard advises; and an archive that was cut off.
        let dos = response("https://b.pe/dos", "200 OK", HTML, page("Dos").as_bytes());
        check(&[gzip(&uno), gzip(&dos)].concat(), &["Uno", "Dos"], None);
        check(&[uno.as_slice(), &dos[..300]].concat(), &["Uno"], None);
    }

    #[test]
    fn bodies_as_they_were_sent() {
        let text = page("Uno");
        let (a, b) = text.as_bytes().split_at(90);
        let chunked = [
            format!("{:x}\r\n", a.len()).as_bytes(),
            a,
            format!("\r\n{:X}\r\n", b.len()).as_bytes(),
            b,
            b"\r\n0\r\n\r\n",
        ]
        .concat();
        let latin: Vec<u8> = text.replace("utf-8", "").chars().map(|c| c as u8).collect();
        for (fields, body) in [
            ("Content-Type: text/html\r\nTransfer-Encoding: chunked", chunked),
            ("Content-Type: text/html\r\nTransfer-Encoding: chunked", text.clone().into_bytes()),
            ("Content-Type: text/html\r\nContent-Encoding: gzip", gzip(text.as_bytes())),
            ("Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", {
                let packed = gzip(text.as_bytes());
                [format!("{:x}\r\n", packed.len()).as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat()
            }),
            ("Content-Type: text/html\r\nContent-Encoding: br", text.into_bytes()),
            ("Content-Type: text/html; charset=\"iso-8859-1\"", latin),
        ] {
            check(&response("https://a.pe/uno", "200 OK", fields, &body), &["Uno"], None);
        }
    }

    #[test]
    fn a_packed_archive_and_its_list_of_pages() {
        let uno = gzip(&response("https://a.pe/uno", "200 OK", HTML, page("Uno").as_bytes()));
        let frame = gzip(&response("https://a.pe/otra", "200 OK", HTML, page("Otra").as_bytes()));
        let list = "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{\"url\": \"https://a.pe/uno\"}\n{\"url\": \"https://a.pe/dos\"}\n";
        let archive = [uno, frame].concat();
        let mut parts: Vec<(&str, &[u8])> = vec![("datapackage.json", b"{}"), ("archive/data.warc.gz", &archive)];
        check(&pack_bytes(&parts), &["Uno", "Otra"], None);
        parts.push(("pages/pages.jsonl", list.as_bytes()));
        check(&pack_bytes(&parts), &["Uno"], Some(2));
        assert!(is_packed(&Package::open(&pack_bytes(&parts)).expect("a package")));
    }

    #[test]
    fn no_archive_does_harm() {
        let endless = "WARC/1.0\r\nContent-Length: 18446744073709551615\r\nWARC-Type: response\r\n\r\nabc";
        for text in
            ["WARC/1.0\r\n", endless, "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "WARC/", "WARC/1.0\r\n\r\n\r\nUno"]
        {
            assert!(begins(text.as_bytes()));
            assert!(read(text.as_bytes()).expect("nothing").drafts.is_empty(), "{text}");
        }
        assert!(!begins(b"\x1f\x8b") && !begins(&gzip(b"Uno")) && !begins(b"Warcraft"));
    }
}
