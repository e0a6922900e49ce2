# Two articles side by side.
reader-figure = { $figure }, { $verdict }: { $topic }
reader-link = De { $from } a { $to }, { $verdict }: { $a }, { $b }
reader-link-words = De { $from } a { $to }, frases parecidas
reader-common =
    { $count ->
        [0] nada en común
        [one] { $count } pasaje en común
        *[other] { $count } pasajes en común
    }
reader-common-verdicts =
    { $conflicts ->
        [one] { $conflicts } conflicto
        *[other] { $conflicts } conflictos
    }, { $tensions ->
        [one] { $tensions } tensión
        *[other] { $tensions } tensiones
    }, { $agreements ->
        [one] { $agreements } acuerdo
        *[other] { $agreements } acuerdos
    }
reader-choose-left = Artículo de la izquierda: { $letter }, { $outlet }
reader-choose-right = Artículo de la derecha: { $letter }, { $outlet }
reader-strip = Lugar en { $outlet }, { $percent } %, conflictos: { $conflicts }
reader-shortened = El artículo sigue. Es demasiado largo para mostrarlo entero.
reader-change-sides = Leer este artículo
command-next-article = Artículo siguiente
command-next-article-tip = Pone a la derecha el artículo siguiente.
command-previous-article = Artículo anterior
command-previous-article-tip = Pone a la derecha el artículo anterior.
key-left = Izquierda
key-right = Derecha
