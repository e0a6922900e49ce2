# The evidence of a finding: who says what, and why the program thinks so.
evidence-none = Elija un hallazgo de la lista.
evidence-apart = solo { $name } se aparta
evidence-voice = { $names } { $verb } { $values }
evidence-say =
    { $count ->
        [one] dice
        *[other] dicen
    }
evidence-others-say =
    { $count ->
        [one] La otra fuente dice
        *[other] Las otras { $count } fuentes dicen
    }
evidence-against-others = { $voice }. { $others } { $values }.
evidence-sources-agree =
    { $count ->
        [one] La fuente coincide
        *[other] Las { $count } fuentes coinciden
    }
evidence-agree = { $who }: { $values }.
evidence-alone = Solo { $name } da esta cifra: { $values }.
evidence-rival-claims = { $name } recoge dos versiones: { $values }.
evidence-within-one = En { $name } aparecen { $values }.
evidence-list-and = { $first } y { $last }
evidence-list-or = { $first } o { $last }
evidence-more = { $count } más
evidence-more-values =
    { $count ->
        [one] y otro valor
        *[other] y otros { $count } valores
    }

# What each source says
evidence-cards = Lo que dice cada fuente
evidence-mark-hedge = matiz
evidence-mark-figure = cifra
evidence-mark-counted = lo contado
evidence-cited = cita: «{ $words }»
evidence-uncited = sin fuente
evidence-repeated = { $names } lo repite
evidence-read = Leer en el artículo (R)
evidence-more-cards =
    { $count ->
        [one] Mostrar otra fuente que dice lo mismo
        *[other] Mostrar otras { $count } fuentes que dicen lo mismo
    }

# Why
evidence-why = Por qué
evidence-why-count =
    { $count ->
        [one] Por qué: { $count } razón
        *[other] Por qué: { $count } razones
    }
evidence-counter = En contra: { $reason }
evidence-sure = Muy probable ({ $percent } %)
evidence-fairly-sure = Probable ({ $percent } %)
evidence-unsure = Dudoso ({ $percent } %)

# The number line
evidence-common = Zona común de { $letters }
evidence-gap-more = { $by } más que { $letter }
evidence-gap-less = { $by } menos que { $letter }
evidence-gap-times = { $gap }, { $times } veces
evidence-gap-hours-later = { $by } h después que { $letter }
evidence-gap-hours-earlier = { $by } h antes que { $letter }
evidence-logarithmic = escala logarítmica
evidence-spoken-apart = { $value }, aparte
evidence-spoken-common = { $name }: { $low } a { $high }
number-point = ,
evidence-day = { $weekday } { $day } { $month }
weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
number-large-unit = 1000000
number-large = { $number } millones
evidence-only-here = Ninguna otra fuente da esta cifra.
