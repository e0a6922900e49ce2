# Verdicts and the reasons for them.
verdict-conflict = Conflicto
verdict-tension = Tensión
verdict-agree = Acuerdo
verdict-single = Una sola fuente

# Why two mentions are taken for one fact. $a and $b are words of the articles and stay as they were printed.
reason-same-counted-word = Las dos cuentan lo mismo: «{ $a }».
reason-same-counted = Las dos parecen contar lo mismo: «{ $a }» y «{ $b }».
reason-same-measure = Las dos se expresan en la misma clase de unidad: { $measure ->
    [length] longitud
    [area] superficie
    [volume] volumen
    [mass] peso
    [speed] velocidad
    [temperature] temperatura
    [energy] energía
    [power] potencia
    [pressure] presión
    [frequency] frecuencia
    [data] datos
    [duration] duración
    [percent] porcentaje
    [percentage_point] puntos porcentuales
    [point] puntos
    [times] veces
    [money] dinero
   *[other] { $measure }
}.
reason-shared-names = Se nombra a los mismos: { $names }.
reason-shared-words = Comparten palabras poco comunes: { $words }.
reason-both-prominent = Las dos van en el titular o al principio del texto.
reason-same-speaker-word = Las dos citan a la misma fuente: «{ $a }».
reason-same-speaker = Las dos citan, al parecer, a la misma fuente: «{ $a }» y «{ $b }».
reason-same-dispatch = Las dos reproducen casi el mismo texto: valen por un solo testimonio.

# How they differ.
reason-apart = Una cifra es { $times } veces la otra.
reason-same-value = Dicen el mismo valor.
reason-rounded = Una podría ser la otra, redondeada.
reason-within-bound = Una cabe en lo que la otra deja abierto.
reason-swapped-digits = Tienen las mismas cifras en otro orden: podría haber un baile de números.
reason-power-of-ten = Una es { $factor } veces la otra: podría sobrar o faltar algún cero, o haberse confundido la escala.
reason-converted = Es el mismo valor en otra unidad.
reason-by-rate = Es más o menos la misma suma en otra moneda, al cambio aproximado de { $date }.
reason-other-clock = Es la misma hora según el reloj de otro lugar.
reason-other-part = Todos menos { $out } de { $all } son { $left }: las dos cifras son las partes de un mismo total.
reason-other-unit = Las cifras coinciden y la unidad no: «{ $a }» y «{ $b }».
reason-other-direction = Una fuente habla de subida y la otra de bajada.
reason-other-fate = Una fuente cuenta «{ $a }» y la otra «{ $b }»: el mismo número con otra suerte.
reason-other-score = El resultado no es el mismo: «{ $a }» y «{ $b }».
reason-other-day = La fecha no es la misma: «{ $a }» y «{ $b }».
reason-other-day-from = No es el mismo día: «{ $a }» es el { $day-a } y «{ $b }», el { $day-b }.
reason-other-hour = La hora no es la misma: «{ $a }» y «{ $b }».

# What speaks against.
reason-later = { $days ->
    [0] Una fuente se publicó más tarde el mismo día: podría ser una actualización.
    [one] Una fuente se publicó un día después: podría ser una actualización.
   *[other] Una fuente se publicó { $days } días después: podría ser una actualización.
}
reason-other-scope = { $scope ->
    [previous] Una de las dos podría referirse a un dato anterior.
    [planned] Una de las dos podría ser una previsión y no un hecho.
    [additional] Una de las dos podría contar solo lo que se añade.
    [part] Una de las dos podría ser solo una parte.
    [total] Una de las dos podría ser el total.
    [per] Una de las dos podría ir por unidad, por persona o por periodo.
    [average] Una de las dos podría ser un promedio.
    [maximum] Una de las dos podría ser un máximo.
    [minimum] Una de las dos podría ser un mínimo.
    [remaining] Una de las dos podría contar solo lo que queda.
    [limit] Una de las dos podría ser un límite o un plazo.
    [comparison] Una de las dos podría servir solo de comparación.
    [negated] Una de las dos podría estar negada en su frase.
    [rumour] Una de las dos podría ser un dato sin confirmar.
    [deadline_ahead] Una de las dos podría referirse a un plazo que aún no ha llegado.
    [change] Una de las dos podría ser una variación y no un nivel.
    [estimated] Una de las dos podría ser una estimación.
    [corrected] Una de las dos podría ser un dato ya corregido.
    [contrast] Una de las dos podría mencionarse solo por contraste.
   *[other] Una de las dos podría referirse a otro ámbito ({ $scope }).
}
reason-same-article = Las dos están en el mismo artículo: podrían ser dos datos distintos.
reason-few-words = Las dos frases tienen pocas palabras en común: podrían hablar de otra cosa.
reason-other-speaker = Cada cifra la da una fuente distinta: «{ $a }» y «{ $b }».
reason-rival-claims = El artículo recoge dos versiones, la de «{ $a }» y la de «{ $b }»: no se contradice.

# How many tell a fact. Copies of one agency text count as one.
finding-told-by = Lo dicen { $sources } fuentes; { $copies } de ellas reproducen { $dispatches ->
    [one] el mismo despacho
   *[other] { $dispatches } despachos
}.
finding-rival-claims = Versiones enfrentadas

# Kinds of figures.
kind-count = recuento
kind-money = dinero
kind-percent = porcentaje
kind-date = fecha
kind-time = hora
kind-duration = duración
kind-distance = distancia
kind-area = superficie
kind-weight = peso
kind-speed = velocidad
kind-temperature = temperatura
kind-age = edad
kind-ordinal = ordinal
kind-rate = tasa
kind-score = resultado
kind-other = otra cifra

# How firmly a figure is stated. $value is the figure.
hedge-none = { $value }
hedge-exactly = { $value } exactos
hedge-about = alrededor de { $value }
hedge-almost = casi { $value }
hedge-more-than = más de { $value }
hedge-at-least = { $value } o más
hedge-less-than = menos de { $value }
hedge-up-to = { $value } o menos
hedge-range = de { $low } a { $high }

# Numbers and dates in the program's own words. A blank would be trimmed, so it is written in quotes.
number-decimal = ,
number-group = .
date-long = { $day } de { $month } de { $year }
month-long-1 = enero
month-long-2 = febrero
month-long-3 = marzo
month-long-4 = abril
month-long-5 = mayo
month-long-6 = junio
month-long-7 = julio
month-long-8 = agosto
month-long-9 = septiembre
month-long-10 = octubre
month-long-11 = noviembre
month-long-12 = diciembre

# What inside one article does not work out. $said, $a, $b and the like are its own words; { $is } was reckoned.
reason-own-text = { $zone ->
    [headline] El titular dice «{ $a }» y el texto, «{ $b }».
    [lead] El primer párrafo dice «{ $a }» y el texto, más abajo, «{ $b }».
    [subhead] El subtítulo dice «{ $a }» y el texto, «{ $b }».
   *[caption] El pie de foto dice «{ $a }» y el texto, «{ $b }».
}
reason-sum-is = La suma da { $is } ({ $parts }) y el total dice «{ $said }».
reason-part-exceeds = La parte («{ $part }») es mayor que el todo («{ $whole }»).
reason-share-is = «{ $part }» de «{ $whole }» es el { $is } %, y se dice «{ $said }».
reason-fraction-is = «{ $fraction }» es el { $is } %, y se dice «{ $said }».
reason-change-is = De «{ $from }» a «{ $to }» la variación es del { $is } %, y se dice «{ $said }».
reason-difference-is = De «{ $from }» a «{ $to }» la diferencia es de { $is }, y se dice «{ $said }».
reason-points-not-percent = De «{ $from }» a «{ $to }» la diferencia se cuenta en puntos porcentuales, y se dice «{ $said }».
reason-duration-is = De «{ $from }» a «{ $to }» van { $is } { $unit }, y se dice «{ $said }».
reason-other-weekday = El { $day } cae en { $weekday }, y se dice «{ $said }».
reason-other-than-today = Por la fecha del artículo, «{ $said }» es { $weekday }, { $day }, y al lado dice «{ $other }».
reason-converts-to = «{ $a }» equivale a { $is } { $unit }, y se dice «{ $said }».
reason-other-sum = Con ningún tipo de cambio reciente «{ $a }» equivale a «{ $b }».
reason-other-age = Quien nació en { $born } tiene { $age } años en { $at }, y se dice «{ $said }».

# What was checked within one article.
check-headline = Titular y texto
check-sum = Suma
check-share = Porcentaje
check-change = Variación
check-period = Duración
check-weekday = Día de la semana
check-conversion = Conversión
check-age = Edad
report-within = Dentro de un artículo
