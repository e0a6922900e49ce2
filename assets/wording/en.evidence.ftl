# The evidence of a finding: who says what, and why the program thinks so.
evidence-none = Choose a finding from the list.
evidence-apart = only { $name } differs
evidence-voice = { $names } { $verb } { $values }
evidence-say =
    { $count ->
        [one] says
        *[other] say
    }
evidence-others-say =
    { $count ->
        [one] The other source says
        *[other] The other { $count } sources say
    }
evidence-against-others = { $voice }. { $others } { $values }.
evidence-sources-agree =
    { $count ->
        [one] The source agrees
        [2] Both sources agree
        *[other] All { $count } sources agree
    }
evidence-agree = { $who }: { $values }.
evidence-alone = Only { $name } gives this figure: { $values }.
evidence-rival-claims = { $name } gives two versions: { $values }.
evidence-within-one = { $name } has { $values }.
evidence-list-and = { $first } and { $last }
evidence-list-or = { $first } or { $last }
evidence-more = { $count } more
evidence-more-values =
    { $count ->
        [one] and another value
        *[other] and { $count } other values
    }

# What each source says
evidence-cards = What each source says
evidence-mark-hedge = hedge
evidence-mark-figure = figure
evidence-mark-counted = counted
evidence-cited = citing “{ $words }”
evidence-uncited = no source given
evidence-repeated = repeated by { $names }
evidence-read = Read in the article (R)
evidence-more-cards =
    { $count ->
        [one] Show another source that says the same
        *[other] Show { $count } more sources that say the same
    }

# Why
evidence-why = Why
evidence-why-count =
    { $count ->
        [one] Why: { $count } reason
        *[other] Why: { $count } reasons
    }
evidence-counter = Against: { $reason }
evidence-sure = Very likely ({ $percent }%)
evidence-fairly-sure = Likely ({ $percent }%)
evidence-unsure = Doubtful ({ $percent }%)

# The number line
evidence-common = Shared by { $letters }
evidence-gap-more = { $by } more than { $letter }
evidence-gap-less = { $by } less than { $letter }
evidence-gap-times = { $gap }, { $times } times
evidence-gap-hours-later = { $by } h later than { $letter }
evidence-gap-hours-earlier = { $by } h earlier than { $letter }
evidence-logarithmic = logarithmic scale
evidence-spoken-apart = { $value }, apart
evidence-spoken-common = { $name }: { $low } to { $high }
number-point = .
evidence-day = { $weekday } { $day } { $month }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
number-large-unit = 1000000000
number-large = { $number } billion
evidence-only-here = No other source gives this figure.
