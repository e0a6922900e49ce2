//! RTF: the story of a document as its reader sees it, changes accepted, whatever code page its letters are in.

use super::{docx::role_of_name, flow::Flow};
use crate::article::{
    draft::{Draft, Role, fold_white_space},
    reason::Reason,
};
use encoding_rs::Encoding;
use rustc_hash::FxHashMap;
use token::{Token, Tokens};

mod token;

/// No document's groups lie deeper in each other.
const DEEPEST: usize = 5000;

/// Reads an RTF. One that ends too early gives what there is of it.
///
/// # Errors
/// Where its groups are nested deeper than any document's.
pub fn read(bytes: &[u8]) -> Result<Draft, Reason> {
    let mut reader = Reader::default();
    for token in Tokens::of(bytes) {
        reader.take(token);
        if reader.outer.len() > DEEPEST {
            return Err(Reason::Bomb);
        }
    }
    reader.decode();
    reader.end_paragraph();
    reader.end_row();
    let mut draft = reader.story.into_draft();
    draft.title = Some(fold_white_space(&reader.title)).filter(|title| !title.is_empty());
    Ok(draft)
}

/// What the words of a group are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Use {
    /// They are of the story.
    #[default]
    Story,
    /// They are of a note at the foot.
    Note,
    /// They name fonts, which say how letters are encoded.
    Fonts,
    /// They name styles.
    Styles,
    /// They say something of the document, piece by piece.
    About,
    /// They are the document's title.
    Title,
    /// They are pictures, codes, headers: nothing of it is kept.
    Nothing,
}

/// What holds within a group and is forgotten behind it.
#[derive(Clone, Copy, Debug)]
struct State {
    used: Use,
    hidden: bool,
    deleted: bool,
    /// How letters are encoded.
    encoding: &'static Encoding,
    /// So many characters behind a Unicode letter stand in for it in old programs.
    stand_ins: usize,
}

impl Default for State {
    fn default() -> Self {
        let encoding = encoding_rs::WINDOWS_1252;
        Self { used: Use::Story, hidden: false, deleted: false, encoding, stand_ins: 1 }
    }
}

#[derive(Debug, Default)]
struct Reader {
    state: State,
    outer: Vec<State>,
    /// Letters that are still to be decoded: one may take two bytes.
    bytes: Vec<u8>,
    /// Characters that are still to be passed over.
    passing: usize,
    /// Half of a Unicode letter that takes two.
    half: Option<u16>,
    /// A group began with a star: who does not know it leaves it out.
    starred: bool,
    /// The token before this one began a group.
    opened: bool,
    /// The encoding of the document, and of each of its fonts.
    page: Option<&'static Encoding>,
    fonts: FxHashMap<i32, &'static Encoding>,
    styles: FxHashMap<i32, Role>,
    /// The font or the style that is being told of.
    number: i32,
    name: String,
    level: Option<Role>,
    paragraph: Paragraph,
    story: Flow,
    note: Flow,
    cell: Flow,
    cells: Vec<Flow>,
    title: String,
}

/// What is said of a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    level: Option<Role>,
    style: Option<Role>,
    is_item: bool,
    in_table: bool,
}

/// Groups whose words are not of the story.
const LEFT_OUT: [&str; 32] = [
    "colortbl",
    "pict",
    "nonshppict",
    "objdata",
    "objclass",
    "objname",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "listtext",
    "pntext",
    "xe",
    "tc",
    "tcn",
    "rxe",
    "sn",
    "sv",
    "template",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "buptim",
    "txe",
];
/// Groups with a star that hold words of the story: boxes.
const STARRED_IN: [&str; 3] = ["shpinst", "do", "shptxt"];

impl Reader {
    fn take(&mut self, token: Token<'_>) {
        if !matches!(token, Token::Byte(_)) {
            self.decode();
        }
        let opened = std::mem::replace(&mut self.opened, token == Token::Open);
        match token {
            Token::Open => {
                self.outer.push(self.state);
                self.passing = 0;
            }
            Token::Close => self.close(),
            Token::Byte(byte) => {
                if self.passing > 0 {
                    self.passing -= 1;
                } else {
                    self.bytes.push(byte);
                }
            }
            Token::Word(word, number) => {
                let starred = std::mem::take(&mut self.starred);
                self.word(word, number, starred);
            }
            // Within a group a star says nothing.
            Token::Star => self.starred = opened,
        }
    }

    fn close(&mut self) {
        let was = self.state.used;
        self.passing = 0;
        self.starred = false;
        if let Some(outer) = self.outer.pop() {
            self.state = outer;
        }
        if was == Use::Note && self.state.used != Use::Note {
            self.note.flush(Role::Paragraph);
            self.story.notes.append(&mut self.note.pieces);
        }
        if was == Use::Styles {
            let name = std::mem::take(&mut self.name);
            let level = self.level.take();
            if let Some(role) = role_of_name(name.trim().trim_end_matches(';')).or(level) {
                self.styles.insert(self.number, role);
            }
        }
    }

    /// Letters that were gathered become words.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = self.state.encoding.decode_without_bom_handling(&bytes);
        self.add(&text);
    }

    fn add(&mut self, text: &str) {
        if self.state.hidden || self.state.deleted {
            return;
        }
        match self.state.used {
            Use::Story => self.story.text.push_str(text),
            Use::Note => self.note.text.push_str(text),
            Use::Styles => self.name.push_str(text),
            Use::Title => self.title.push_str(text),
            Use::Fonts | Use::About | Use::Nothing => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, starred: bool) {
        let on = number != Some(0);
        match word {
            "u" => self.letter(number.unwrap_or(0)),
            "uc" => self.state.stand_ins = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            _ if self.passing > 0 => self.passing -= 1,
            _ if self.state.used == Use::Nothing => {}
            "fonttbl" => self.state.used = Use::Fonts,
            "stylesheet" => self.state.used = Use::Styles,
            "info" => self.state.used = Use::About,
            "title" if self.state.used == Use::About => self.state.used = Use::Title,
            "footnote" => self.state.used = Use::Note,
            _ if LEFT_OUT.contains(&word) || (starred && !STARRED_IN.contains(&word)) => {
                self.paragraph.is_item |= matches!(word, "listtext" | "pntext");
                // A style of letters stands with a star among those of paragraphs.
                self.state.used = Use::Nothing;
            }
            "v" => self.state.hidden = on,
            "deleted" => self.state.deleted = on,
            "plain" => (self.state.hidden, self.state.deleted) = (false, false),
            "ansicpg" | "mac" | "pc" | "pca" | "f" | "fcharset" | "cpg" => self.encoding(word, number.unwrap_or(0)),
            "s" if self.state.used == Use::Styles => (self.number, self.level) = (number.unwrap_or(0), None),
            "outlinelevel" => self.outline(number.unwrap_or(9)),
            "s" => self.paragraph.style = self.styles.get(&number.unwrap_or(0)).copied(),
            "pard" => self.paragraph = Paragraph::default(),
            "intbl" => self.paragraph.in_table = true,
            _ => self.sign(word),
        }
    }

    /// Words that stand for a sign, or for the end of something.
    fn sign(&mut self, word: &str) {
        match word {
            "par" | "sect" | "column" => self.end_paragraph(),
            "page" => {
                self.end_paragraph();
                self.story.ruled = true;
            }
            "cell" | "nestcell" => {
                self.paragraph.in_table = true;
                self.end_paragraph();
                self.cells.push(std::mem::take(&mut self.cell));
            }
            "row" | "nestrow" => self.end_row(),
            "line" => self.add("\n"),
            "tab" => self.add("\t"),
            "emdash" => self.add("—"),
            "endash" => self.add("–"),
            "lquote" => self.add("‘"),
            "rquote" => self.add("’"),
            "ldblquote" => self.add("“"),
            "rdblquote" => self.add("”"),
            "bullet" => self.add("•"),
            "emspace" | "enspace" | "qmspace" => self.add(" "),
            "~" => self.add("\u{a0}"),
            "_" => self.add("-"),
            _ => {}
        }
    }

    /// A Unicode letter, or half of one.
    fn letter(&mut self, number: i32) {
        self.passing = self.state.stand_ins;
        // Numbers beyond 32767 are written as negative ones.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let unit = number as u16;
        let first = self.half.take();
        let units: Vec<u16> = first.into_iter().chain([unit]).collect();
        match String::from_utf16(&units) {
            Ok(letter) => self.add(&letter),
            Err(_) if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            Err(_) => self.add("\u{fffd}"),
        }
    }

    fn encoding(&mut self, word: &str, number: i32) {
        let found = match word {
            "ansicpg" | "cpg" => of_page(number),
            "mac" => Some(encoding_rs::MACINTOSH),
            "pc" | "pca" => Some(encoding_rs::WINDOWS_1252),
            "fcharset" => of_charset(number),
            _ if self.state.used == Use::Fonts => {
                self.number = number;
                return;
            }
            _ => self.fonts.get(&number).copied().or(self.page).or(Some(encoding_rs::WINDOWS_1252)),
        };
        let Some(found) = found else { return };
        match (word, self.state.used) {
            (_, Use::Fonts) => drop(self.fonts.insert(self.number, found)),
            ("ansicpg" | "mac", _) => {
                self.page = Some(found);
                self.state.encoding = found;
            }
            _ => self.state.encoding = found,
        }
    }

    fn outline(&mut self, level: i32) {
        let level = u8::try_from(level).ok().filter(|l| *l < 9).map(|l| Role::Heading((l + 1).min(6)));
        match self.state.used {
            Use::Styles => self.level = level,
            _ => self.paragraph.level = level,
        }
    }

    fn end_paragraph(&mut self) {
        if self.state.used == Use::Note {
            return self.note.flush(Role::Paragraph);
        }
        let list = self.paragraph.is_item.then_some(Role::Item);
        let role = self.paragraph.level.or(self.paragraph.style).or(list).unwrap_or(Role::Paragraph);
        if self.paragraph.in_table {
            self.cell.text = std::mem::take(&mut self.story.text);
            self.cell.flush(role);
        } else {
            self.end_row_before();
            self.story.flush(role);
        }
        self.paragraph.is_item = false;
    }

    /// A row whose end is not marked ends where the text goes on outside of the table.
    fn end_row_before(&mut self) {
        if !self.cells.is_empty() || !self.cell.pieces.is_empty() {
            let text = std::mem::take(&mut self.story.text);
            self.end_row();
            self.story.text = text;
        }
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        let last = std::mem::take(&mut self.cell);
        cells.extend((!last.pieces.is_empty()).then_some(last));
        self.story.row(cells);
    }
}

/// The encoding of a code page by its number.
fn of_page(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        874 => "windows-874".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font by the number of its set of letters.
fn of_charset(number: i32) -> Option<&'static Encoding> {
    let page = match number {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        // A set of one's own, or of the system: the document's.
        _ => return None,
    };
    of_page(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rtf: &str, expected: &[(&str, Role)]) {
        let bytes: Vec<u8> = format!("{{\\rtf1\\ansi\\ansicpg1252 {rtf}}}").chars().map(|c| c as u8).collect();
        let draft = read(&bytes).expect("a document");
        let found: Vec<(&str, Role)> = draft.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
        assert_eq!(found, expected, "{rtf}");
    }

    #[test]
    fn letters_of_all_pages() {
        for (rtf, expected) in [
            (r"Vitoria, a\'f1o 2025\~\'97 fin\par", "Vitoria, año 2025\u{a0}— fin"),
            (r"\uc1 se\u241?or \u8364 ?4\par", "señor €4"),
            (r"\u-10179?\u-8704?a\par", "😀a"),
            (r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f0 a\f1 \'e4\'e0\f0  b\par", "aда b"),
            (r"{\fonttbl{\f0\fcharset128 A;}}\f0\'93\'fa\'96\'7b\par", "日本"),
            (r"muer\-tos y \{tres\} \ldblquote heridos\rdblquote", "muertos y {tres} “heridos”"),
            (r"{\b0\*\cs7 Uno} dos\par", "Uno dos"),
            ("uno\r\ndos \\bin3 \\{}tres", "unodos tres"),
        ] {
            check(rtf, &[(expected, Role::Line)]);
        }
    }

    #[test]
    fn what_is_not_of_the_story_is_left_out() {
        check(
            r"{\info{\title T}{\author A}}{\header Pie}{\*\generator X;}{\pict 0102}Hay {\deleted 3}{\v oculto}4{\field{\*\fldinst HYPERLINK x}{\fldrslt  casas}}.{\footnote Seg\'fan el censo}\par",
            &[("Hay 4 casas.", Role::Line), ("Según el censo", Role::Aside)],
        );
        check(r"a{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt caja\par}}b", &[("acaja", Role::Line), ("b", Role::Line)]);
    }

    #[test]
    fn headings_lists_and_tables() {
        check(
            r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\*\cs2 x;}}\pard\s1 Cae\par\pard\s0 Uno\par{\listtext 1.}40 casas\par",
            &[("Cae", Role::Heading(1)), ("Uno", Role::Paragraph), ("40 casas", Role::Item)],
        );
        check(
            r"\trowd\pard\intbl Norte\cell 4\cell\row\trowd\intbl Sur\cell 5\cell\row\pard Fin\par",
            &[("Norte | 4", Role::Item), ("Sur | 5", Role::Item), ("Fin", Role::Line)],
        );
    }

    #[test]
    fn odd_ones_end_well() {
        let deep = "{".repeat(100_000);
        assert_eq!(read(format!("{{\\rtf1{deep}").as_bytes()).err(), Some(Reason::Bomb));
        check("}}}}Uno", &[("Uno", Role::Line)]);
        check("Uno\\'", &[("Uno", Role::Line)]);
        check("Uno\\bin99999999999 dos", &[("Uno", Role::Line)]);
    }

    proptest::proptest! {
        #[test]
        fn any_words_are_read(rtf in r"([{}]|\\(par|u-?[0-9]{1,5}|'[0-9a-f]{2}|cell|row|intbl|f1|uc3|bin2|\*|footnote|stylesheet)|[a-z ]){0,80}") {
            let _ = read(rtf.as_bytes());
        }
    }
}
