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
