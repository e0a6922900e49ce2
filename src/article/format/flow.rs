//! The flow of a document's text: what word processors' formats have in common once their elements are known.

use super::html;
use crate::article::draft::{Draft, Piece, Role};

/// Collects the words of a paragraph, and makes pieces of them.
#[derive(Debug, Default)]
pub struct Flow {
    /// The pieces so far, in order.
    pub pieces: Vec<Piece>,
    /// Notes at the foot and at the end: they are beside the story and come after it.
    pub notes: Vec<Piece>,
    /// The words of the paragraph that is being read; a line end in it is a break within the paragraph.
    pub text: String,
    /// Whether a rule stands behind the last piece, or a page was ended there.
    pub ruled: bool,
}

/// A cell with more words than this is a column of the page, not a figure of a table.
const COLUMN: usize = 600;

impl Flow {
    /// Ends the paragraph. Where two breaks in a row part it, it is several, as one sees it.
    pub fn flush(&mut self, role: Role) {
        let text = std::mem::take(&mut self.text);
        let mut part = String::new();
        for line in text.split('\n') {
            if line.trim().is_empty() {
                self.push(&std::mem::take(&mut part), role);
                self.ruled |= line.contains('\u{c}');
            }
            part.push(' ');
            part.push_str(line);
        }
        self.push(&part, role);
    }

    fn push(&mut self, text: &str, role: Role) {
        self.pieces.extend(Piece::below(&mut self.ruled, text, role));
    }

    /// Takes over a row of a table, cell by cell: one piece, unless the table only lays out the page.
    pub fn row(&mut self, cells: Vec<Self>) {
        let mut cells: Vec<Self> = cells;
        for cell in &mut cells {
            self.notes.append(&mut cell.notes);
        }
        let filled = cells.iter().filter(|c| !c.pieces.is_empty()).count();
        let length = |cell: &Self| cell.pieces.iter().map(|p| p.text.len()).sum::<usize>();
        if filled <= 1 && cells.len() <= 1 || cells.iter().any(|c| length(c) > COLUMN && c.pieces.len() > 1) {
            self.pieces.extend(cells.into_iter().flat_map(|c| c.pieces));
            return;
        }
        let words = |cell: &Self| cell.pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ");
        let row: Vec<String> = cells.iter().map(words).filter(|w| !w.is_empty()).collect();
        self.pieces.extend(Piece::new(&row.join(" | "), Role::Item));
    }

    /// The draft of what was collected.
    #[must_use]
    pub fn into_draft(self) -> Draft {
        let mut draft = Draft { pieces: self.pieces, ..Draft::default() };
        settle(&mut draft);
        draft.pieces.extend(self.notes.into_iter().map(|note| Piece { role: Role::Aside, ..note }));
        draft
    }
}

/// Ends a draft of paragraphs: where none is marked as a heading, the words alone must tell which one is; lines such as
/// "Date: …" above the story are taken for what they say.
pub fn settle(draft: &mut Draft) {
    if !draft.pieces.iter().any(|p| matches!(p.role, Role::Heading(_))) {
        for piece in draft.pieces.iter_mut().filter(|p| p.role == Role::Paragraph) {
            piece.role = Role::Line;
        }
    }
    html::labelled_lines(draft);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Flow {
        let mut flow = Flow { text: text.to_owned(), ..Flow::default() };
        flow.flush(Role::Paragraph);
        flow
    }

    #[test]
    fn breaks_part_paragraphs() {
        for (text, expected) in
            [("uno\ndos", vec!["uno dos"]), ("uno\n \ndos\n\n\ntres", vec!["uno", "dos", "tres"]), ("\n", vec![])]
        {
            let found: Vec<String> = cell(text).pieces.into_iter().map(|p| p.text).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn rows_are_items_and_columns_are_not() {
        let long = format!("{}\n\nFin.", "Cayó el puente. ".repeat(50));
        for (cells, expected) in [
            (vec!["Norte", "4"], vec![("Norte | 4", Role::Item)]),
            (vec!["Solo.\n\nDos."], vec![("Solo.", Role::Paragraph), ("Dos.", Role::Paragraph)]),
            (vec![], vec![]),
        ] {
            let mut flow = Flow::default();
            flow.row(cells.into_iter().map(cell).collect());
            let found: Vec<(&str, Role)> = flow.pieces.iter().map(|p| (p.text.as_str(), p.role)).collect();
            assert_eq!(found, expected);
        }
        let mut flow = Flow::default();
        flow.row(vec![cell(&long), cell("Al lado")]);
        assert_eq!(flow.pieces.len(), 3);
    }
}
