# What is done by hand: mentions joined and parted, figures corrected.
command-join = Join mentions
command-join-tip = Joins the mention with one in another article that states the same fact.
command-split = Split mention
command-split-tip = Takes the mention away from the others: it states another fact.
command-correct = Correct figure…
command-correct-tip = Corrects a figure that was misread, or says that it is none.
deed-joined = Mentions joined
deed-parted = Mention split
deed-figure-corrected = Figure corrected
deed-figure-passed-over = Not a figure
deed-figure-restored = Reading restored
toast-joined = Joined “{ $figure }” in { $name } with “{ $other }” in { $of }
toast-parted = Split “{ $figure }” in { $name }
toast-nothing-to-part = This mention is not joined with any other.
toast-figure-corrected = Figure corrected: { $told } in place of “{ $figure }”
toast-figure-passed-over = “{ $figure }” is no longer read as a figure
toast-figure-restored = The figure is read as before
toast-choose-mention = Choose the mention with the arrows and press the key again.
toast-choose-figure = Choose the figure with a click and press the key again.
toast-by-hand-lost =
    { $count ->
        [one] An article has changed and no longer holds a figure that you joined, split or corrected. It is kept in case it comes back.
        *[other] Articles have changed and no longer hold { $count } figures that you joined, split or corrected. They are kept in case they come back.
    }

# With what a mention is joined.
join-title = Join with…
join-search = Search the figures of the other articles
join-do = Join
join-none = The other articles have no figure that can be compared with this one.
join-none-found = No figure with those words. Try others.

# What a figure says.
figure-title = Correct figure
figure-was-read = The program read: { $reading }
figure-field = What the article says
figure-is-read = Read as: { $reading }
figure-none = No figure can be read here. Write it as in the article: 1,350, some 200 residents, Tuesday 11 March.
figure-several = Several figures are read here. Write only one.
figure-correct = Correct
figure-pass-over = Not a figure
figure-restore = Back to the reading
reader-passed-over = { $figure }: not a figure, as you say. Correct

# How it is told apart.
reason-joined-by-hand = Joined by hand.
by-hand-joined = joined by hand
by-hand-parted = split by hand
by-hand-corrected = figure corrected by hand: { $told }; it was read as { $read }
by-hand-passed-over = By hand: “{ $figure }” is not a figure.
csv-by-hand = By hand
toast-crowded = Two decisions stood on findings that are one now: that of the one you looked at holds. The other is kept, and comes back if they part.
