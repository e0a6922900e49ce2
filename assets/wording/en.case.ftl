# Cases: commands, messages, the list of recent ones.
command-new-case = New case
command-new-case-tip = Clears the desk. The work on it is kept.
command-open-case = Open case…
command-open-case-tip = Opens a saved case, with its articles and decisions.
command-save-case = Save case
command-save-case-tip = Saves articles, decisions and notes in a file.
command-save-case-as = Save case as…
command-save-case-as-tip = Saves the case in another file.
command-read-again = Read again
command-read-again-tip = Reads the articles again whose files have changed.
command-find-files = Find files…
command-find-files-tip = Looks in a folder, and in those within it, for the files that are missing.

filter-cases = Cotejo cases
case-file-name = case
case-save-title = Save case
case-open-title = Open case
window-title = { $name } – Cotejo

case-saved = Case saved: { $name }
case-opened = Case opened: { $name }
case-already-open = The case { $name } is already open.
case-changed-elsewhere = The case { $name } was saved in another window since you opened it. Nothing was written, so that what was decided there is not lost. Save yours under another name, or press Ctrl+S again to replace that version.
case-saved-elsewhere = The case { $name } was saved elsewhere since. That version was opened.
case-one-at-a-time = One case is opened at a time: { $name }.
case-set-aside = Your earlier work is kept under Recent cases: { $name }
case-save-first = Save the case first (Ctrl+S): there is no place on this computer to keep it.
case-from-copy = The file of the case { $name } was damaged. The newest copy before it was opened; look over the last decisions and save the case.
case-gone = “{ $path }” cannot be found. It may have been moved or renamed: open it from where it is now.
case-permission = The system does not let “{ $path }” be read. Check its permissions or copy it to a folder of yours.
case-damaged = “{ $path }” is damaged or is not a Cotejo case, and there is no earlier copy on this computer. Open another copy, if you have one.
case-newer = “{ $path }” was saved by a later version of Cotejo. Update the program to open it.
case-system = The system could not read “{ $path }”: { $reason }
desk-from-copy = What was last saved by itself was damaged. The copy before it was restored; look over the last decisions.
desk-unreadable = What was saved by itself was damaged and could not be restored. The file is still at “{ $path }”.

case-article-changed = The file has changed since it was read. The text of then is shown.
case-article-missing = The file is no longer in its place. The text saved in the case is shown.
case-changed =
    { $count ->
        [one] The article has changed. Your decisions are kept.
        *[other] { $count } articles have changed. Your decisions are kept.
    }
case-missing =
    { $count ->
        [one] The file of one article is missing. The text saved in the case is used.
        *[other] The files of { $count } articles are missing. The texts saved in the case are used.
    }
case-read-again =
    { $count ->
        [one] Article read again
        *[other] { $count } articles read again
    }
deed-read-again = Read again
find-title = Folder to look for the missing files in
find-here = Find
case-found = Files found: { $found } of { $count }.
case-found-none = None of the missing files is in that folder. Try another; the text saved in the case is still used.
deed-found = Files found

# Status bar
case-status-saved = { $name }, saved
case-status-changed = { $name }, with changes not saved in the case
case-status-kept = Saved at { $time }

# Recent cases
recent-cases = Recent cases
recent-gone = The file is no longer there.
recent-forget = Take { $name } off the list
recent-today = today, { $time }
recent-yesterday = yesterday
recent-conflicts =
    { $count ->
        [one] { $count } conflict
        *[other] { $count } conflicts
    }
recent-tensions =
    { $count ->
        [one] { $count } tension
        *[other] { $count } tensions
    }
