# Sources: pasting, switching off, moving, reading again.
source-off = Switch off
source-on = Switch on
source-is-off = off
source-is-on = on
source-up = Move up
source-down = Move down
source-read-again = Read again
paste-title = Paste article
paste-add = Add article
paste-name = Pasted text
paste-words =
    { $count ->
        [one] { $count } word:
        *[other] { $count } words:
    }
paste-empty = The clipboard is empty. Copy the text of the article and paste it here.
paste-no-text = What was copied has no text. Copy the text of the article and paste it here.
deed-switched-off = Article switched off
deed-switched-on = Article switched on
deed-moved = Article moved
toast-pasted = Added { $name }
toast-switched-off = { $name } is no longer compared
toast-switched-on = { $name } is compared again
toast-changed = The article has changed: { $name }. Your decisions are kept.
toast-changed-many = { $count } articles have changed. Your decisions are kept.
toast-not-read-again = { $path } could not be read again; what was there stays. { $reason }

# A file of several articles is split into them.
cut-title = Split into articles
cut-why = If this file holds several articles, choose where each of them begins. The file is not touched, and splitting can be undone.
cut-rules = At dividing lines
cut-rules-why = Lines of dashes or other signs, page breaks
cut-headings = At headings
cut-headings-why = A heading under another counts as one
cut-lines = At paragraphs that begin alike
cut-lines-why = For example “Date:” or the outlet’s name
cut-words = What each article begins with
cut-found = { $count ->
    [0] This splits nothing
    [1] This splits nothing
   *[other] It would become { $count } articles
}
cut-length = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
cut-do = Split
