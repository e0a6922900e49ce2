//! Letters and pages in the form of letters: .eml, and MHTML as browsers save it.

use super::{Delivery, debris, doubts, html, plain};
use crate::article::{draft::Draft, encoding};
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType, decoders};

/// How much is looked at to see whether a file begins as a letter does, in bytes.
const HEAD: usize = 16 * 1024;

/// Whether the bytes begin with the header of a letter: a line of it at the top, and one that no article has.
#[must_use]
pub fn begins(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let mut lines = head.trim_start().lines().take_while(|line| !line.trim().is_empty());
    let is_field = |line: &str| {
        line.split_once(':').is_some_and(|(name, _)| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        })
    };
    let telling = ["mime-version:", "message-id:", "received:", "content-type:", "x-mozilla-status:"];
    let tells = |line: &str| telling.iter().any(|t| line.get(..t.len()).is_some_and(|l| l.eq_ignore_ascii_case(t)));
    lines.next().is_some_and(|line| is_field(line) && (tells(line) || lines.any(tells)))
}

/// Reads a letter, or the page that was saved as one.
#[must_use]
pub fn read(bytes: &[u8]) -> Delivery {
    let Some(message) = MessageParser::default().parse(bytes) else { return Delivery::default() };
    let page = message.parts.iter().find(|p| matches!(p.body, PartType::Html(_)));
    let plain_text = message.parts.iter().find(|p| matches!(p.body, PartType::Text(_)));
    // A letter says the same as a page and as plain text; the page knows its headings and its captions.
    let mut draft = page.map(|p| read_part(p, &message, html::read)).filter(|d| !d.pieces.is_empty());
    if draft.is_none() {
        draft = plain_text.map(|p| read_part(p, &message, plain_or_page));
    }
    let Some(mut draft) = draft else { return Delivery::default() };
    // The page says better than its wrapping what it is called and when it was published.
    let own = |text: Option<&str>| text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    draft.title = draft.title.or_else(|| own(message.subject()));
    let is_page = message.header("Snapshot-Content-Location").is_some()
        || message.content_type().is_some_and(|t| t.subtype() == Some("related") && message.to().is_none());
    // A saved page carries the day when it was saved, which is none of the story's.
    if !is_page {
        draft.published = draft.published.or_else(|| message.date().map(mail_parser::DateTime::to_rfc3339));
        let sender = message.from().and_then(|from| from.first());
        draft.outlet = draft.outlet.or_else(|| own(sender.and_then(|s| s.name().or_else(|| s.address()))));
    }
    draft.into()
}

fn plain_or_page(text: &str) -> Draft {
    let head = text.trim_start();
    if head.starts_with('<') && debris::holds_tags(head) { html::read(text) } else { plain::read(text) }
}

/// Reads a part. Where its header names no charset, its bytes and what the page says decide, as for any file.
fn read_part(part: &MessagePart<'_>, message: &Message<'_>, read: impl Fn(&str) -> Draft) -> Draft {
    let decoded = match &part.body {
        PartType::Html(text) | PartType::Text(text) => text.as_ref(),
        _ => "",
    };
    if part.content_type().is_some_and(|t| t.attribute("charset").is_some()) {
        return read(decoded);
    }
    let raw = message.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => decoders::quoted_printable::quoted_printable_decode(raw),
        Encoding::Base64 => decoders::base64::base64_decode(raw),
    };
    let Some(bytes) = bytes.filter(|b| !b.is_empty()) else { return read(decoded) };
    let decoded = encoding::decode(&bytes);
    let mut draft = read(&decoded.text);
    draft.notices.extend(doubts(&decoded));
    draft
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(letter: &str, expected: &[&str]) -> Draft {
        let bytes: Vec<u8> = letter.replace('\n', "\r\n").chars().map(|c| c as u8).collect();
        assert!(begins(&bytes), "{letter}");
        let draft = read(&bytes).drafts.remove(0);
        let found: Vec<&str> = draft.pieces.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(found, expected, "{letter}");
        draft
    }

    #[test]
    fn a_letter() {
        let draft = check(
            "From: Agencia Sur <a@sur.pe>\nTo: b@c.pe\nSubject: =?utf-8?Q?Cay=C3=B3_un_puente?=\n\
             Date: Mon, 3 Nov 2025 10:00:00 -0500\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\
             Content-Transfer-Encoding: quoted-printable\n\nEl puente cay=F3 el lun=\nes.\n\nNo hubo heridos.\n",
            &["El puente cayó el lunes.", "No hubo heridos."],
        );
        assert_eq!(draft.title.as_deref(), Some("Cayó un puente"));
        assert_eq!(draft.outlet.as_deref(), Some("Agencia Sur"));
        assert_eq!(draft.published.as_deref(), Some("2025-11-03T10:00:00-05:00"));
    }

    #[test]
    fn a_saved_page() {
        let draft = check(
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://elvalle.pe/a\nSubject: Cae un puente\n\
             Date: Mon, 3 Nov 2025 10:00:00 -0500\nMIME-Version: 1.0\n\
             Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n--x\nContent-Type: text/html\n\
             Content-Transfer-Encoding: quoted-printable\n\n<html><head><meta charset=3D\"windows-1252\"></head><body>\
             <article><p>El puente cay=F3 el lunes.</p></article></body></html>\n--x\nContent-Type: image/png\n\
             Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--x--\n",
            &["El puente cayó el lunes."],
        );
        assert_eq!(draft.published, None);
    }

    #[test]
    fn letters_that_had_to_be_guessed_are_told_of() {
        let head = "From: a@b.pe\nMessage-ID: <1@b.pe>\nContent-Type: text/plain";
        let body = "\nContent-Transfer-Encoding: 8bit\n\nEl puente cayó el lunes, señaló la policía.\n";
        let guessed = |charset: &str| {
            let draft = check(&format!("{head}{charset}{body}"), &["El puente cayó el lunes, señaló la policía."]);
            draft.notices.iter().any(|n| n.key == "load-encoding-guessed")
        };
        assert!(guessed(""));
        assert!(!guessed("; charset=windows-1252"));
    }

    #[test]
    fn no_letters() {
        for text in [
            "Medio: El Valle\nFecha: 3 de mayo\n\nUno.",
            "",
            "Uno.\nMIME-Version: 1.0",
            "Lima: un puente\n\nMIME-Version: 1",
        ] {
            assert!(!begins(text.as_bytes()), "{text}");
        }
    }
}
