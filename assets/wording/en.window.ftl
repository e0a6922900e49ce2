# The window: menus, commands, panels, messages.
language-name = English

# Menus and views
menu-file = File
menu-edit = Edit
menu-view = View
menu-finding = Finding
menu-help = Help
view-findings = Findings
view-reader = Reader
view-ledger = Ledger
go-to = Go to…
decided = { $done } of { $total } decided

# Commands: the name, and a sentence that explains it
command-open-files = Open articles…
command-open-files-tip = Chooses one or more files: text, web, PDF, Word and others.
command-open-folder = Open folder…
command-open-folder-tip = Opens every article in a folder.
command-paste = Paste article
command-paste-tip = Adds what was copied as an article.
command-open-sample = Try an example
command-open-sample-tip = Opens sample articles that do not agree.
command-export = Export report…
command-export-tip = Saves the findings and decisions to a file.
command-quit = Quit
command-quit-tip = Closes the window.
command-undo = Undo
command-undo-tip = Takes back what was done last.
command-redo = Redo
command-redo-tip = Does again what was undone.
command-copy-finding = Copy finding
command-copy-finding-tip = Copies what each source says, with its reference.
command-copy-quotation = Copy quotation
command-copy-quotation-tip = Copies the sentence of the chosen card, with its source.
command-copy-table = Copy table
command-copy-table-tip = Copies what each source says of the findings shown, for a spreadsheet. In the ledger, with Ctrl+C.
command-search = Search
command-search-tip = Searches findings and texts.
command-clear-filters = Clear filters
command-clear-filters-tip = Shows every finding.
command-settings = Settings…
command-settings-tip = Language, look, and how much is flagged.
command-show-findings = Show findings
command-show-findings-tip = Shows the findings and their evidence.
command-show-reader = Show reader
command-show-reader-tip = Shows the articles side by side.
command-show-ledger = Show ledger
command-show-ledger-tip = Shows what each source says of each fact.
command-text-larger = Larger text
command-text-larger-tip = Makes everything in the window larger.
command-text-smaller = Smaller text
command-text-smaller-tip = Makes everything in the window smaller.
command-text-usual = Usual size
command-text-usual-tip = Goes back to the size it came with.
command-theme-light = Light theme
command-theme-light-tip = Dark letters on light paper.
command-theme-dark = Dark theme
command-theme-dark-tip = Light letters on a dark ground.
command-theme-system = System theme
command-theme-system-tip = Light or dark, as the system is.
command-language = Language
command-language-tip = Changes the language of the window.
command-next = Next
command-next-tip = Goes to the next finding.
command-previous = Previous
command-previous-tip = Goes back to the previous finding.
command-next-undecided = Next undecided
command-next-undecided-tip = Goes to the next conflict or tension without a decision.
command-previous-undecided = Previous undecided
command-previous-undecided-tip = Goes back to the previous conflict or tension without a decision.
command-confirm = Confirm
command-confirm-tip = The sources do disagree.
command-dismiss = Dismiss
command-dismiss-tip = There is no disagreement; asks why.
command-to-check = To check
command-to-check-tip = It has to be looked up before deciding.
command-reopen = Reopen
command-reopen-tip = Withdraws the decision.
command-note = Note
command-note-tip = Writes a note about the finding.
command-read = Read here
command-read-tip = Opens both articles at the sentence.
command-next-part = Next part
command-next-part-tip = Puts the keyboard into the next part of the window.
command-previous-part = Previous part
command-previous-part-tip = Puts the keyboard into the part of the window before.
command-palette = Go to a command or finding
command-palette-tip = Finds any command, finding, source or case by its name.
command-keys = Keys
command-keys-tip = Shows every key.
command-manual = Manual
command-manual-tip = Explains what is flagged and why, and how to work with it.
manual-title = Manual

# Keys as they are printed
key-ctrl = Ctrl+
key-alt = Alt+
key-shift = Shift+
key-enter = Enter
key-escape = Esc
key-down = Down
key-up = Up
key-page-down = PgDn
key-page-up = PgUp
key-home = Home
key-end = End

# Empty desk
empty-title = Lay two articles side by side
empty-promise = Cotejo reads them and marks the figures that disagree. Nothing leaves this computer.
empty-gather = Gather
empty-gather-how = Drop files or a folder here: text, web, PDF or Word.
empty-walk = Walk through
empty-walk-how = walk through the findings.
empty-decide = Decide
empty-decide-how = confirm or dismiss: one key each time.

drop-here = Drop to add

# Sources
sources = Sources
figures =
    { $count ->
        [one] { $count } figure
        *[other] { $count } figures
    }
date-none = no date
date-short = { $day } { $month }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
source-menu = Options for { $name }
source-read = Read the article
source-correct = Correct details…
source-cut = Split into articles…
source-only = Show only its findings
source-remove = Remove
source-title = Article details
source-field-title = Title
source-field-outlet = Outlet
source-field-date = Publication date (2025-08-13)
source-field-language = Language of the article
source-date-wrong = The date cannot be read. Write it as 2025-08-13, or leave the field empty.
source-save = Save

# Findings
findings = Findings
findings-list = List of findings
search-hint = Search findings and texts
order-severity = By severity
order-kind = By kind
order-place = By place in the text
order-topic = From A to Z
order-spread = By spread
order-turned = Reversed
group-conflict = Conflicts
group-tension = Tensions
group-agree = Agreements
group-single = One source
kind-group-count = People and things
kind-group-money = Money
kind-group-percent = Percentages and rates
kind-group-date = Dates and times
kind-group-duration = Durations and ages
kind-group-measure = Measures
kind-group-other = Other figures
chip-shown = shown
chip-hidden = hidden
filter-more = More
filter-undecided = Undecided only
filter-all-ways = All kinds of disagreement
way-other-value = Another value
way-other-fate = Dead for injured
way-power-of-ten = Ten, a hundred or a thousand times
way-swapped-digits = Swapped digits
way-other-unit = Another unit or currency
way-other-direction = Rise against fall
way-other-day = Another day or year
way-other-hour = Another hour
way-other-score = Another result
way-update = Updated since
way-bound = Bound against value
way-rival-claims = Rival claims
way-within = Within one article
filter-all-sources = All sources
place-of = { $place } of { $total }
state-open = Undecided
state-confirmed = Confirmed
state-dismissed = Dismissed
state-to-check = To check
findings-none-filtered = No findings match these filters.
findings-one-article = One article alone has nothing to be compared with. Open another about the same event.
findings-none = These articles have no figures in common. They may be about different events.

# Reasons for dismissing
dismiss-different-facts = Different facts
dismiss-updated-since = Updated since
dismiss-typing-error = Typing error
dismiss-conversion = Conversion
dismiss-rounding = Rounding

# Status bar and work in the background
status-empty = No articles
status-desk =
    { $articles ->
        [one] { $articles } article
        *[other] { $articles } articles
    }, { $figures ->
        [one] { $figures } figure
        *[other] { $figures } figures
    }
status-keys = Keys
cancel = Cancel
close = Close
phase-loading = Opening files, { $done } of { $total }
phase-reading = Reading articles, { $done } of { $total }
phase-aligning = Matching passages, { $done } of { $total }
phase-judging = Comparing figures, { $done } of { $total }
phase-searching = Looking for files
phase-saving = Saving the report

# Dialogs
note-title = Note about the finding
note-field = What is worth remembering
note-save = Save note
keys-title = Keys
palette-hint = Type a command, a finding, a source or a case
palette-article = Read { $name }: { $title }
palette-case = Open case: { $name }
palette-nothing = Nothing has these words.
keys-within = In lists and texts
keys-move = Up and down
keys-across = From the list to the evidence, and back
keys-page = A page
keys-ends = To the beginning, to the end
keys-cell = From the ledger to the evidence
keys-source = Move a source
keys-control = To the next control, the one before
keys-leave = Close, leave a field
export-title = Export report
export-form = Form
export-findings = Findings
export-decisions = Conflicts and tensions, by decision
export-also = Also
export-going = { $findings } of { $of } findings go into the report
export-more = and { $count } more
export-none = No finding goes into the report. Include some kind of findings and some decision.
export-private = Nothing is sent anywhere.
export-save = Save report…
format-html = Web page
format-markdown = Markdown
format-csv = Table (CSV)
format-json = Data for programs
report-file-name = cotejo-report
dialog-open-title = Open articles
dialog-save-title = Save report
filter-articles = Articles
filter-all = All files
path-open-title = Open by path
path-save-title = Save to a path
path-why = This system offers no file dialog. Type the path.
path-field = Path of the file or folder
path-open = Open
path-save = Save

# What was done, and messages about it
deed-added = Articles opened
deed-removed = Article removed
deed-cut = Articles split
deed-corrected = Details corrected
deed-confirmed = Confirmed
deed-dismissed = Dismissed
deed-to-check = To check
deed-reopened = Reopened
deed-noted = Note saved
toast-undone = Undone: { $deed }
toast-redone = Redone: { $deed }
toast-removed = Removed { $name }
toast-failed = Something in the program failed. Your work is still here; please try again.
toast-copied = Copied
toast-cancelled = Stopped. What was on the desk is as before.
toast-unreadable =
    { $count ->
        [one] { $count } file could not be read. The reason is in the list of sources.
        *[other] { $count } files could not be read. The reasons are in the list of sources.
    }
toast-already-open = Those articles are open already.
toast-saved = Report saved to { $path }
