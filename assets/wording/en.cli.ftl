# The command line.
cli-about = Lays several articles about one event side by side and flags the figures that disagree.
cli-after = Without a command it opens the window. Exit status of check: 0 no flagged figures, 1 some, 2 trouble.
cli-paths = PATHS
cli-paths-window = Files, folders or cases to open in the window
cli-paths-check = Files, folders or cases with articles
cli-paths-figures = Files or folders; standard input where there are none
cli-file = FILE
cli-language = Language of the messages; the system's where it is left out
cli-check = Compares the articles and reports
cli-format = Form of the report; where it is left out, by the ending of the file of -o, or text
cli-output = File to write the report to
cli-parts = PARTS
cli-without = What is left out of the report, with commas between; notes: the notes; folders: the folders of the files
cli-rigour = How sure it has to be before it flags: strict for few findings, nearly all of them right; wide for more of both
cli-leeway = How wide "about" is: narrow, half of what is usual; wide, twice that
cli-figures = Shows the figures of a text and how they were read
cli-jsonl-figures = Reads lines of JSON from standard input and answers each
cli-compare = Compares pairs of short texts
cli-jsonl-compare = Reads lines of JSON from standard input and answers each
cli-figures-count = { $count ->
    [0] no figure
    [one] one figure
   *[other] { $count } figures
}
cli-no-display = there is no display (neither DISPLAY nor WAYLAND_DISPLAY)
cli-built-without-window = this program was built without a window
cli-no-window = The window cannot be opened: { $reason }.
cli-name-files = Name files or folders to see the report here, or type “cotejo --help”.
cli-unknown-format = There is no telling which format “{ $file }” should have. Name it with --format.
cli-output-failed = The output could not be written: { $reason }.
cli-input-failed = The input could not be read: { $reason }.
cli-languages = Lists the languages, or checks the file of a new one with its examples
cli-paths-languages = Files of languages to check; the languages at hand where there are none
cli-languages-examples = { $count ->
    [0] no examples
    [one] one example
   *[other] { $count } examples
}
cli-languages-misread = { $count ->
    [0] all read as they say
    [one] one read otherwise
   *[other] { $count } read otherwise
}
cli-languages-expected = expected:
cli-languages-found = found:
cli-completions = Prints what a shell needs to complete the commands
cli-shell = SHELL
cli-shell-completions = The shell
cli-man = Prints the page for man, or writes a page for each command
cli-folder = FOLDER
cli-folder-man = Folder to write the pages into
