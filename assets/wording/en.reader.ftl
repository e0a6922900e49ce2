# Two articles side by side.
reader-figure = { $figure }, { $verdict }: { $topic }
reader-link = From { $from } to { $to }, { $verdict }: { $a }, { $b }
reader-link-words = From { $from } to { $to }, similar sentences
reader-common =
    { $count ->
        [0] nothing in common
        [one] { $count } passage in common
        *[other] { $count } passages in common
    }
reader-common-verdicts =
    { $conflicts ->
        [one] { $conflicts } conflict
        *[other] { $conflicts } conflicts
    }, { $tensions ->
        [one] { $tensions } tension
        *[other] { $tensions } tensions
    }, { $agreements ->
        [one] { $agreements } agreement
        *[other] { $agreements } agreements
    }
reader-choose-left = Article on the left: { $letter }, { $outlet }
reader-choose-right = Article on the right: { $letter }, { $outlet }
reader-strip = Place in { $outlet }, { $percent }%, conflicts: { $conflicts }
reader-shortened = The article goes on. It is too long to be shown as a whole.
reader-change-sides = Read this article
command-next-article = Next article
command-next-article-tip = Puts the next article on the right.
command-previous-article = Previous article
command-previous-article-tip = Puts the previous article on the right.
key-left = Left
key-right = Right
