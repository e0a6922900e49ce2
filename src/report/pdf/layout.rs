//! Blocks laid out on pages: where each word, line and shape stands.

use super::{
    face::{Face, Faces},
    line::{Piece, Set, lines},
    tree::{Role, Tree},
};
use crate::report::{
    blocks::{Block, Run, Style},
    drawing::Drawing,
    ink::Ink,
};

/// A4, in points, and its margins.
pub const PAGE: (f32, f32) = (595.28, 841.89);
pub const LEFT: f32 = 56.0;
const TOP: f32 = 64.0;
const BOTTOM: f32 = PAGE.1 - 60.0;
/// How wide the column is.
pub const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
/// From the units of a drawing to points.
pub const SCALE: f32 = 0.67;
/// How far lines are apart, in sizes of their letters.
const LEADING: f32 = 1.4;

/// One thing on a page.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its left end; how high its base line or corner stands.
    pub at: (f32, f32),
    /// What it is.
    pub what: What,
    /// The part of the document that it belongs to; none for what is not read aloud.
    pub part: Option<usize>,
}

/// What a mark is.
#[derive(Clone, Debug)]
pub enum What {
    /// Words of a size, in a face.
    Words(Piece, Face, f32),
    /// A ground of a colour: width, height.
    Ground(f32, f32, Ink),
    /// A thin line across of a colour: its width.
    Rule(f32, Ink),
    /// A number line.
    Drawing(Drawing),
}

/// A heading for the outline: how deep, its words, its page and height on it.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 for a chapter, 2 for what is in it.
    pub depth: u8,
    /// Its words.
    pub text: String,
    /// The page, from 0.
    pub page: usize,
    /// How far down.
    pub y: f32,
}

/// The pages as they fill.
pub struct Layout<'f> {
    faces: &'f Faces,
    y: f32,
    /// What stands on each page.
    pub pages: Vec<Vec<Mark>>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// The parts of the document.
    pub tree: Tree,
    is_list_open: bool,
}

impl<'f> Layout<'f> {
    /// An empty page.
    pub fn new(faces: &'f Faces) -> Self {
        let (pages, headings) = (vec![Vec::new()], Vec::new());
        Self { faces, y: TOP, pages, headings, tree: Tree::default(), is_list_open: false }
    }

    /// Lays out a block behind those before it.
    pub fn add(&mut self, block: &Block) {
        let sans = Set { serif: false, strong: false, size: 10.5, left: LEFT, width: WIDTH };
        let is_item = matches!(block, Block::Item(..));
        if is_item && !self.is_list_open {
            self.tree.open(Role::List);
        } else if !is_item && self.is_list_open {
            self.tree.close();
        }
        self.is_list_open = is_item;
        match block {
            Block::Title(text) => self.title(text, sans),
            Block::Heading(depth, words) => self.heading(*depth, words, sans),
            Block::Paragraph(words) => {
                let is_quiet = words.iter().all(|run| run.style == Style::Quiet);
                self.paragraph(Role::Paragraph, words, if is_quiet { Set { size: 9.0, ..sans } } else { sans });
                self.y += 3.0;
            }
            Block::Quotation(letter, words, caption) => self.quotation(letter, words, caption, sans),
            Block::Item(sign, words) => self.item(sign, words, sans),
            Block::Line(drawing, spoken) => self.drawing(drawing, spoken),
            Block::Table(head, rows) => self.table(head, rows),
            Block::Note(words) => self.note(words, sans),
        }
    }

    fn title(&mut self, text: &str, sans: Set) {
        let run = Run { text: text.to_owned(), style: Style::Plain, language: None };
        let role = Role::Heading(1, text.to_owned());
        self.paragraph(role, &[run], Set { serif: true, size: 25.0, ..sans });
        self.y += 6.0;
    }

    fn heading(&mut self, depth: u8, words: &[Run], sans: Set) {
        let (size, before) = match depth {
            1 => (16.0, 18.0),
            2 => (14.0, 16.0),
            _ => (10.5, 6.0),
        };
        // A heading does not stand alone at the foot of a page.
        self.room(before + size + if depth < 3 { 90.0 } else { 40.0 });
        if self.y > TOP {
            self.y += before;
        }
        let text: String = words.iter().map(|r| r.text.as_str()).collect();
        if depth < 3 {
            let (page, y) = (self.pages.len() - 1, self.y);
            self.headings.push(Heading { depth, text: text.clone(), page, y });
        }
        let role = Role::Heading(u16::from(depth) + 1, text);
        self.paragraph(role, words, Set { serif: depth < 3, strong: true, size, ..sans });
        self.y += 3.0;
    }

    fn quotation(&mut self, letter: &[Run], words: &[Run], caption: &[Run], sans: Set) {
        self.room(60.0);
        let top = self.y;
        self.tree.open(Role::Quotation);
        self.y += 1.5;
        self.paragraph(Role::Paragraph, letter, Set { size: 10.0, ..sans });
        self.y = top;
        self.paragraph(Role::Paragraph, words, Set { serif: true, size: 12.0, ..sans.indented(20.0) });
        self.paragraph(Role::Paragraph, caption, Set { size: 9.0, ..sans.indented(20.0) });
        self.tree.close();
        self.rule();
    }

    fn item(&mut self, sign: &str, words: &[Run], sans: Set) {
        self.room(16.0);
        let top = self.y;
        self.tree.open(Role::Item);
        let sign = Run { text: sign.to_owned(), style: Style::Quiet, language: None };
        self.paragraph(Role::Label, &[sign], sans);
        self.y = top;
        self.paragraph(Role::Body, words, sans.indented(14.0));
        self.tree.close();
    }

    fn drawing(&mut self, drawing: &Drawing, spoken: &str) {
        self.room(drawing.height * SCALE + 12.0);
        self.tree.open(Role::Figure(spoken.to_owned()));
        self.mark((LEFT, self.y + 4.0), What::Drawing(drawing.clone()));
        self.tree.close();
        self.y += drawing.height * SCALE + 10.0;
    }

    fn note(&mut self, words: &[Run], sans: Set) {
        self.y += 6.0;
        self.room(30.0);
        let (page, top) = (self.pages.len(), self.y);
        self.paragraph(Role::Paragraph, words, sans.indented(14.0));
        // The bar stands beside the note as long as it is on one page.
        if page == self.pages.len() {
            self.decorate((LEFT, top + 1.0), What::Ground(2.5, self.y - top, Ink::Quiet));
        }
        self.y += 6.0;
    }

    fn mark(&mut self, at: (f32, f32), what: What) {
        let part = self.tree.current();
        self.put(Mark { at, what, part });
    }

    /// What is only looked at.
    fn decorate(&mut self, at: (f32, f32), what: What) {
        self.put(Mark { at, what, part: None });
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    /// Goes to a new page where this one has no room so high.
    fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }

    fn rule(&mut self) {
        self.y += 4.0;
        self.decorate((LEFT, self.y), What::Rule(WIDTH, Ink::Soft));
        self.y += 5.0;
    }

    fn paragraph(&mut self, role: Role, words: &[Run], set: Set) {
        self.tree.open(role);
        for line in lines(self.faces, words, set) {
            self.room(set.size * LEADING);
            self.line(line, set);
        }
        self.tree.close();
    }

    /// Sets one line and goes under it.
    fn line(&mut self, line: Vec<Piece>, set: Set) {
        let mut x = set.left;
        let base = self.y + set.size * 1.05;
        for piece in line {
            let face = set.face(piece.style);
            let (width, all) = (piece.width(self.faces, set, true), piece.width(self.faces, set, false));
            match piece.style {
                Style::Figure => {
                    self.decorate((x - 1.5, base - set.size), What::Ground(width + 3.0, set.size * 1.3, Ink::Marked));
                }
                Style::Hedge | Style::Unit => self.decorate((x, base + 2.0), What::Rule(width, Ink::Quiet)),
                _ => {}
            }
            self.mark((x, base), What::Words(piece, face, set.size));
            x += all;
        }
        self.y += set.size * LEADING;
    }

    fn table(&mut self, head: &[Vec<Run>], rows: &[Vec<Vec<Run>>]) {
        self.room(80.0);
        self.tree.open(Role::Table);
        self.row(head, true);
        for row in rows {
            let pages = self.pages.len();
            self.room(self.height(row));
            if self.pages.len() > pages {
                self.repeat(head);
            }
            self.row(row, false);
        }
        self.tree.close();
        self.y += 6.0;
    }

    /// The names of the columns once more, for those who look only: they were read aloud before.
    fn repeat(&mut self, head: &[Vec<Run>]) {
        let tree = std::mem::take(&mut self.tree);
        self.row(head, true);
        self.tree = tree;
        self.pages.last_mut().into_iter().flatten().for_each(|mark| mark.part = None);
    }

    /// The cells with how they are set. The fact stands in the first column: it is half as wide again.
    fn cells(row: &[Vec<Run>], strong: bool) -> impl Iterator<Item = (&Vec<Run>, Set)> {
        let width = WIDTH / (row.len() as f32 + 0.5);
        row.iter().enumerate().map(move |(place, cell)| {
            let (before, wide) = if place == 0 { (0.0, 1.5) } else { (place as f32 + 0.5, 1.0) };
            let set = Set { serif: false, strong, size: 9.0, left: LEFT + before * width, width: wide * width - 8.0 };
            (cell, set)
        })
    }

    /// How high a row will be.
    fn height(&self, row: &[Vec<Run>]) -> f32 {
        let lines = Self::cells(row, false).map(|(cell, set)| lines(self.faces, cell, set).len());
        lines.max().unwrap_or(1) as f32 * 9.0 * LEADING + 10.0
    }

    fn row(&mut self, row: &[Vec<Run>], is_head: bool) {
        let top = self.y;
        let mut bottom = top;
        self.tree.open(Role::Row);
        for (place, (cell, set)) in Self::cells(row, is_head).enumerate() {
            self.y = top;
            self.tree.open(match place {
                _ if is_head => Role::ColumnName,
                0 => Role::RowName,
                _ => Role::Cell,
            });
            for line in lines(self.faces, cell, set) {
                // A cell that is higher than a page is cut: its words stand whole in the finding.
                if self.y + set.size * LEADING < PAGE.1 - 30.0 {
                    self.line(line, set);
                }
            }
            self.tree.close();
            bottom = bottom.max(self.y);
        }
        self.tree.close();
        self.y = bottom;
        self.rule();
    }
}
