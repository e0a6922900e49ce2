# Whether what a report quotes still stands.
cli-verify = Checks whether what a report quotes still stands in its files
cli-after-verify = Exit status: 0 all quotations stand, 1 some do not, 2 something could not be read.
cli-report = REPORT
cli-report-verify = Report in JSON or as annotations, as “cotejo check --format json” writes it
cli-format-verify = Form of the answer; text where it is left out
verify-same = unchanged
verify-changed = changed since the report
verify-no-hash = found; the report does not say which bytes were read
verify-missing = neither where the report says nor beside the report. Copy the file beside the report and verify again.
verify-stands = stands
verify-elsewhere = stands elsewhere
verify-reworded = the figure stands, the sentence was changed
verify-gone = gone
verify-unknown = unknown, its file could not be read
verify-quoted = “{ $text }”
verify-summary = { $quotations ->
    [0] The report quotes nothing.
    [one] One quotation: { $stand } in place, { $elsewhere } elsewhere, { $reworded } reworded, { $gone } gone, { $unknown } unknown.
   *[other] { $quotations } quotations: { $stand } in place, { $elsewhere } elsewhere, { $reworded } reworded, { $gone } gone, { $unknown } unknown.
}
verify-no-report = There is no file “{ $file }”. Check its name, or write a report with “cotejo check --format json -o { $file } …”.
verify-report-unread = “{ $file }” could not be read: { $reason }.
verify-report-too-large = “{ $file }” is larger than 1 GiB and was not read. Write the report again, of fewer articles.
verify-report-damaged = “{ $file }” is damaged and cannot be verified: { $reason }. Take a copy of it, or write the report again.
verify-report-dangling = “{ $file }” is damaged and cannot be verified: it quotes article { $reason }, which it does not name. Take a copy of it, or write the report again.
verify-not-a-report = “{ $file }” is not a report of Cotejo in JSON or as annotations. Write one with “cotejo check --format json”.
verify-report-later = “{ $file }” was written by a later Cotejo (version { $reason } of the format). Install that one to verify it.
