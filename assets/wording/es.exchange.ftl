# Informes para otros programas.
format-xlsx = Libro de cálculo (Excel)
format-annotations = Anotaciones web
format-sarif = Resultados de verificación (SARIF)
format-claimreview = Borradores ClaimReview

# Las hojas del libro: 31 caracteres como mucho, ninguno de []:*?/\.
xlsx-findings = Hallazgos
xlsx-ledger = Cuadro
xlsx-mentions = Menciones
xlsx-pairs = Pares
xlsx-decisions = Decisiones
xlsx-about = Acerca de
xlsx-confidence = Confianza
xlsx-difference = Diferencia
xlsx-sameness = Mismo dato
xlsx-apart = Se aparta
xlsx-source-a = Fuente A
xlsx-figure-a = Cifra A
xlsx-source-b = Fuente B
xlsx-figure-b = Cifra B
xlsx-start = Inicio
xlsx-end = Fin
xlsx-language = Idioma
xlsx-sentences = Frases
xlsx-figures = Cifras
xlsx-fetched = Traído de la web
xlsx-sha256 = SHA-256
xlsx-notices = Avisos
xlsx-offsets = Inicio y fin cuentan caracteres Unicode (puntos de código) del texto del artículo, desde 0; el fin no se incluye. Gravedad, confianza, diferencia y «mismo dato» van de 0 a 1. Los números de más de 15 cifras figuran como texto, porque una hoja de cálculo los redondearía.
xlsx-left-out = { $count ->
    [one] Se ha dejado fuera una fila, porque en una hoja no caben más de 1.048.576. El informe JSON la contiene.
   *[other] Se han dejado fuera { $count } filas, porque en una hoja no caben más de 1.048.576. El informe JSON las contiene todas.
}

# Borradores de ClaimReview.
claimreview-status = Borrador: una persona completa reviewRating, url y author, comprueba el autor de la afirmación y borra esta línea.
claimreview-rating = Lo completa una persona: ratingValue, bestRating, worstRating y alternateName («Falso», «Inexacto»). El programa dice que las fuentes difieren, no cuál acierta.
claimreview-speaker = Con las palabras del artículo: compruebe quién es, y si se trata de una persona o de una organización.
