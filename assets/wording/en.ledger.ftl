# Facts against sources.
ledger-table = Table of facts and sources
ledger-facts =
    { $count ->
        [one] { $count } fact
        *[other] { $count } facts
    }
ledger-spread = Spread
ledger-sorted = sorted
ledger-sorted-turned = sorted in reverse
ledger-copies = nearly the same as { $letters }
ledger-cell = { $topic }, { $source }: { $value }
ledger-cell-silent = { $topic }, { $source }: silent
ledger-silent = Says nothing of this fact.
ledger-evidence = Show evidence
ledger-read-beside = Read beside { $letter }
