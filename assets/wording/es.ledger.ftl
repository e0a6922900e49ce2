# Facts against sources.
ledger-table = Cuadro de hechos y fuentes
ledger-facts =
    { $count ->
        [one] { $count } hecho
        *[other] { $count } hechos
    }
ledger-spread = Dispersión
ledger-sorted = ordenado
ledger-sorted-turned = ordenado al revés
ledger-copies = casi igual que { $letters }
ledger-cell = { $topic }, { $source }: { $value }
ledger-cell-silent = { $topic }, { $source }: no lo dice
ledger-silent = No dice nada de este hecho.
ledger-evidence = Ver pruebas
ledger-read-beside = Leer junto a { $letter }
