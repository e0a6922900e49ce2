//! What stands on the pages as a tree: headings, lists, tables. Those who have a document read aloud go by it.

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::num::NonZeroU16;

/// The parts of a document in the order in which they are read.
#[derive(Default)]
pub struct Tree {
    parts: Vec<Part>,
    /// The parts that are not finished yet, the outermost first.
    open: Vec<usize>,
}

/// What a part of the document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading: how deep, from 1, and its words.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A quotation.
    Quotation,
    /// Several things of one sort.
    List,
    /// One of them.
    Item,
    /// The sign before it.
    Label,
    /// What it is.
    Body,
    /// Facts against sources.
    Table,
    /// A row of a table.
    Row,
    /// The name of a column.
    ColumnName,
    /// The name of a row.
    RowName,
    /// Any other cell.
    Cell,
    /// A drawing, and the same in words.
    Figure(String),
}

struct Part {
    role: Role,
    within: Option<usize>,
    /// Where it stands on the pages.
    places: Vec<Identifier>,
}

impl Tree {
    /// Begins a part within the one that is open.
    pub fn open(&mut self, role: Role) {
        let within = self.open.last().copied();
        self.open.push(self.parts.len());
        self.parts.push(Part { role, within, places: Vec::new() });
    }

    /// Ends the part that was begun last.
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// The part that is open.
    pub fn current(&self) -> Option<usize> {
        self.open.last().copied()
    }

    /// Says where some of a part stands.
    pub fn place(&mut self, part: usize, place: Identifier) {
        self.parts[part].places.push(place);
    }

    /// The same in the words of a PDF.
    pub fn into_tags(self, language: &str) -> TagTree {
        let mut within: Vec<Vec<usize>> = vec![Vec::new(); self.parts.len()];
        let mut top = Vec::new();
        for (place, part) in self.parts.iter().enumerate() {
            match part.within {
                Some(outer) => within[outer].push(place),
                None => top.push(place),
            }
        }
        let mut groups: Vec<Option<TagGroup>> = self.parts.into_iter().map(|part| Some(part.group())).collect();
        // A part comes before all that is within it: from the last to the first, each is whole when it is taken.
        for place in (0..groups.len()).rev() {
            for inner in &within[place] {
                let inner = groups[*inner].take();
                if let (Some(outer), Some(inner)) = (&mut groups[place], inner) {
                    outer.push(inner);
                }
            }
        }
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        top.into_iter().filter_map(|place| groups[place].take()).for_each(|group| tree.push(group));
        tree
    }
}

impl Part {
    fn group(self) -> TagGroup {
        let kind: TagKind = match self.role {
            Role::Heading(depth, words) => {
                Tag::Hn(NonZeroU16::new(depth).unwrap_or(NonZeroU16::MIN), Some(words)).into()
            }
            Role::Paragraph => Tag::P.into(),
            Role::Quotation => Tag::BlockQuote.into(),
            Role::List => Tag::L(ListNumbering::None).into(),
            Role::Item => Tag::LI.into(),
            Role::Label => Tag::Lbl.into(),
            Role::Body => Tag::LBody.into(),
            Role::Table => Tag::Table.into(),
            Role::Row => Tag::TR.into(),
            Role::ColumnName => Tag::TH(TableHeaderScope::Column).into(),
            Role::RowName => Tag::TH(TableHeaderScope::Row).into(),
            Role::Cell => Tag::TD.into(),
            Role::Figure(spoken) => Tag::Figure(Some(spoken)).into(),
        };
        TagGroup::with_children(kind, self.places.into_iter().map(Into::into).collect())
    }
}
