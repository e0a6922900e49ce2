# The report.
report-read = { $articles ->
    [one] One article
   *[other] { $articles } articles
}, { $figures ->
    [one] one figure
   *[other] { $figures } figures
}.
report-summary = { $conflicts ->
    [0] No conflict
    [one] One conflict
   *[other] { $conflicts } conflicts
}, { $tensions ->
    [0] no tension
    [one] one tension
   *[other] { $tensions } tensions
}, { $agreements ->
    [0] no agreement
    [one] one agreement
   *[other] { $agreements } agreements
}.
report-agreements = Agreements
report-note = Note

# Saving.
save-no-space = There is no space left to save “{ $path }”. Free some space or choose another folder.
save-permission = You are not allowed to write “{ $path }”. Choose another name or another folder.
save-read-only = “{ $path }” is on a read-only drive. Choose another folder.
save-no-folder = The folder of “{ $path }” does not exist. Choose another folder.
save-is-folder = “{ $path }” is a folder. Give the name of a file.
save-failed = “{ $path }” could not be saved: { $reason }.
format-text = Text
format-pdf = Document to print (PDF)
report-missing-letters = Some letters are not in the fonts of this document and are shown as “■”. The web page and the Word document show them.
report-chosen = This report holds { $findings } of { $of } findings.
part-conflicts = Conflicts
part-tensions = Tensions
part-agreements = Agreements
part-singles = In one source only
part-undecided = Undecided
part-confirmed = Confirmed
part-to-check = To check
part-dismissed = Dismissed
part-notes = Notes
part-folders = Folders of the files
report-place = { $verdict } { $number } of { $total }
format-docx = Document (Word)
report-title = Comparison report
report-title-of = { $case }: comparison report
report-decided = { $total ->
    [0] Nothing to decide
   *[other] { $done } of { $total } decided
}
report-count-conflict = { $count ->
    [one] conflict
   *[other] conflicts
}
report-count-tension = { $count ->
    [one] tension
   *[other] tensions
}
report-count-agree = { $count ->
    [one] agreement
   *[other] agreements
}
report-count-single = in one source only
report-ledger = What each source says
report-fact = Fact
report-silent = does not mention it
report-says = according to
quotation-opens = “
quotation-closes = ”
report-singles = In one source only
report-contents = Contents
report-skip = Skip to content
report-apart = differs from the others
report-sources = Sources
report-nothing = No fact was found that is stated in more than one place.
report-method = Method and limits
report-method-text = The program reads the figures of every article, groups those that seem to state the same fact, and compares their values, allowing for rounding and for hedges (“more than”, “about”). It looks up nothing outside the articles and does not know which source is right. It may join different facts or miss a difference: every conflict is a question worth checking, not an accusation. Quotations stand as they are in the files named.

# Headings of columns.
csv-finding = Finding
csv-verdict = Verdict
csv-severity = Severity
csv-topic = Fact
csv-kind = Kind
csv-status = Decision
csv-note = Note
csv-source = Source
csv-outlet = Outlet
csv-title = Title
csv-date = Date of publication
csv-file = File
csv-figure = Figure
csv-low = Low
csv-high = High
csv-iso = Date or time
csv-unit = Unit
csv-attribution = Attribution
csv-sentence = Sentence
csv-reasons = Reasons
csv-against = Against
