# Verdicts and the reasons for them.
verdict-conflict = Conflict
verdict-tension = Tension
verdict-agree = Agreement
verdict-single = One source

# Why two mentions are taken for one fact. $a and $b are words of the articles and stay as they were printed.
reason-same-counted-word = Both count the same thing: “{ $a }”.
reason-same-counted = Both seem to count the same thing: “{ $a }” and “{ $b }”.
reason-same-measure = Both are given in the same kind of unit: { $measure ->
    [length] length
    [area] area
    [volume] volume
    [mass] weight
    [speed] speed
    [temperature] temperature
    [energy] energy
    [power] power
    [pressure] pressure
    [frequency] frequency
    [data] data
    [duration] duration
    [percent] percentage
    [percentage_point] percentage points
    [point] points
    [times] times
    [money] money
   *[other] { $measure }
}.
reason-shared-names = The same names stand near both: { $names }.
reason-shared-words = They share uncommon words: { $words }.
reason-both-prominent = Both stand in the headline or at the top of the text.
reason-same-speaker-word = Both cite the same source: “{ $a }”.
reason-same-speaker = Both seem to cite the same source: “{ $a }” and “{ $b }”.
reason-same-dispatch = Both print nearly the same text: they count as one witness.

# How they differ.
reason-apart = One figure is { $times } times the other.
reason-same-value = They state the same value.
reason-rounded = One may be the other, rounded.
reason-within-bound = One fits within what the other leaves open.
reason-swapped-digits = The same digits in another order: two may have been swapped.
reason-power-of-ten = One is { $factor } times the other: a zero may be missing or extra, or the scale may have been mixed up.
reason-converted = It is the same value in another unit.
reason-by-rate = It is about the same sum in another currency, by a rough rate of { $date }.
reason-other-clock = It is the same hour by the clock of another place.
reason-other-part = All but { $out } of { $all } are { $left }: the two figures are the parts of one whole.
reason-other-unit = The digits match and the unit does not: “{ $a }” and “{ $b }”.
reason-other-direction = One source tells of a rise and the other of a fall.
reason-other-fate = One source counts “{ $a }”, the other “{ $b }”: the same number for another fate.
reason-other-score = The result is not the same: “{ $a }” and “{ $b }”.
reason-other-day = The date is not the same: “{ $a }” and “{ $b }”.
reason-other-day-from = It is not the same day: “{ $a }” is { $day-a }, “{ $b }” is { $day-b }.
reason-other-hour = The time is not the same: “{ $a }” and “{ $b }”.

# What speaks against.
reason-later = { $days ->
    [0] One source was published later on the same day: this may be an update.
    [one] One source was published a day later: this may be an update.
   *[other] One source was published { $days } days later: this may be an update.
}
reason-other-scope = { $scope ->
    [previous] One of them may be an earlier figure.
    [planned] One of them may be a plan or a forecast, not a fact.
    [additional] One of them may count only what is added.
    [part] One of them may be only a part.
    [total] One of them may be the total.
    [per] One of them may be per unit, per person or per period.
    [average] One of them may be an average.
    [maximum] One of them may be a maximum.
    [minimum] One of them may be a minimum.
    [remaining] One of them may count only what is left.
    [limit] One of them may be a limit or a deadline.
    [comparison] One of them may only serve as a comparison.
    [negated] One of them may be negated in its sentence.
    [rumour] One of them may be unconfirmed.
    [deadline_ahead] One of them may refer to a deadline still ahead.
    [change] One of them may be a change and not a level.
    [estimated] One of them may be an estimate.
    [corrected] One of them may be a figure that was corrected since.
    [contrast] One of them may be mentioned only as a contrast.
   *[other] One of them may have another scope ({ $scope }).
}
reason-same-article = Both stand in the same article: they may be two different facts.
reason-few-words = The two sentences have few words in common: they may speak of different things.
reason-other-speaker = Each figure comes from a different source: “{ $a }” and “{ $b }”.
reason-rival-claims = The article gives two versions, that of “{ $a }” and that of “{ $b }”: it does not contradict itself.

# How many tell a fact. Copies of one agency text count as one.
finding-told-by = { $sources } sources tell it; { $copies } of them print { $dispatches ->
    [one] the same dispatch
   *[other] { $dispatches } dispatches
}.
finding-rival-claims = Rival claims

# Kinds of figures.
kind-count = count
kind-money = money
kind-percent = percentage
kind-date = date
kind-time = time
kind-duration = duration
kind-distance = distance
kind-area = area
kind-weight = weight
kind-speed = speed
kind-temperature = temperature
kind-age = age
kind-ordinal = ordinal
kind-rate = rate
kind-score = score
kind-other = other figure

# How firmly a figure is stated. $value is the figure.
hedge-none = { $value }
hedge-exactly = exactly { $value }
hedge-about = about { $value }
hedge-almost = almost { $value }
hedge-more-than = more than { $value }
hedge-at-least = { $value } or more
hedge-less-than = less than { $value }
hedge-up-to = { $value } or less
hedge-range = { $low } to { $high }

# Numbers and dates in the program's own words. A blank would be trimmed, so it is written in quotes.
number-decimal = .
number-group = ,
date-long = { $day } { $month } { $year }
month-long-1 = January
month-long-2 = February
month-long-3 = March
month-long-4 = April
month-long-5 = May
month-long-6 = June
month-long-7 = July
month-long-8 = August
month-long-9 = September
month-long-10 = October
month-long-11 = November
month-long-12 = December

# What inside one article does not work out. $said, $a, $b and the like are its own words; { $is } was reckoned.
reason-own-text = { $zone ->
    [headline] The headline says “{ $a }” and the text “{ $b }”.
    [lead] The first paragraph says “{ $a }” and the text further down “{ $b }”.
    [subhead] The subhead says “{ $a }” and the text “{ $b }”.
   *[caption] The caption says “{ $a }” and the text “{ $b }”.
}
reason-sum-is = The parts add up to { $is } ({ $parts }), and the total says “{ $said }”.
reason-part-exceeds = The part (“{ $part }”) is larger than the whole (“{ $whole }”).
reason-share-is = “{ $part }” of “{ $whole }” is { $is }%, and “{ $said }” is said.
reason-fraction-is = “{ $fraction }” is { $is }%, and “{ $said }” is said.
reason-change-is = From “{ $from }” to “{ $to }” the change is { $is }%, and “{ $said }” is said.
reason-difference-is = From “{ $from }” to “{ $to }” the difference is { $is }, and “{ $said }” is said.
reason-points-not-percent = From “{ $from }” to “{ $to }” the difference is in percentage points, and “{ $said }” is said.
reason-duration-is = From “{ $from }” to “{ $to }” there are { $is } { $unit }, and “{ $said }” is said.
reason-other-weekday = { $day } falls on a { $weekday }, and “{ $said }” is said.
reason-other-than-today = By the date of the article, “{ $said }” is { $weekday }, { $day }, and “{ $other }” stands beside it.
reason-converts-to = “{ $a }” is { $is } { $unit }, and “{ $said }” is said.
reason-other-sum = No recent exchange rate makes “{ $a }” and “{ $b }” the same sum.
reason-other-age = Somebody born in { $born } is { $age } years old in { $at }, and “{ $said }” is said.

# What was checked within one article.
check-headline = Headline and text
check-sum = Sum
check-share = Share
check-change = Change
check-period = Duration
check-weekday = Weekday
check-conversion = Conversion
check-age = Age
report-within = Within one article
