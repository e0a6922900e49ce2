# The report.
report-read = { $articles ->
    [one] Un artículo
   *[other] { $articles } artículos
}, { $figures ->
    [one] una cifra
   *[other] { $figures } cifras
}.
report-summary = { $conflicts ->
    [0] Ningún conflicto
    [one] Un conflicto
   *[other] { $conflicts } conflictos
}, { $tensions ->
    [0] ninguna tensión
    [one] una tensión
   *[other] { $tensions } tensiones
}, { $agreements ->
    [0] ningún acuerdo
    [one] un acuerdo
   *[other] { $agreements } acuerdos
}.
report-agreements = Acuerdos
report-note = Nota

# Saving.
save-no-space = No queda espacio para guardar «{ $path }». Libere espacio o elija otra carpeta.
save-permission = No tiene permiso para escribir «{ $path }». Elija otro nombre u otra carpeta.
save-read-only = «{ $path }» está en una unidad de solo lectura. Elija otra carpeta.
save-no-folder = La carpeta de «{ $path }» no existe. Elija otra carpeta.
save-is-folder = «{ $path }» es una carpeta. Escriba el nombre de un archivo.
save-failed = No se ha podido guardar «{ $path }»: { $reason }.
format-text = Texto
format-pdf = Documento para imprimir (PDF)
report-missing-letters = Algunas letras no están en los tipos de este documento y se muestran como «■». La página web y el documento de Word las muestran.
report-chosen = Este informe incluye { $findings } de { $of } hallazgos.
part-conflicts = Conflictos
part-tensions = Tensiones
part-agreements = Acuerdos
part-singles = En una sola fuente
part-undecided = Sin decidir
part-confirmed = Confirmados
part-to-check = Por comprobar
part-dismissed = Descartados
part-notes = Notas
part-folders = Carpetas de los archivos
report-place = { $verdict } { $number } de { $total }
format-docx = Documento (Word)
report-title = Informe de cotejo
report-title-of = { $case }: informe de cotejo
report-decided = { $total ->
    [0] Nada que decidir
   *[other] { $done } de { $total } decididos
}
report-count-conflict = { $count ->
    [one] conflicto
   *[other] conflictos
}
report-count-tension = { $count ->
    [one] tensión
   *[other] tensiones
}
report-count-agree = { $count ->
    [one] acuerdo
   *[other] acuerdos
}
report-count-single = de una sola fuente
report-ledger = Qué dice cada fuente
report-fact = Dato
report-silent = no lo menciona
report-says = según
quotation-opens = «
quotation-closes = »
report-singles = En una sola fuente
report-contents = Contenido
report-skip = Ir al contenido
report-apart = se aparta de las demás
report-sources = Fuentes
report-nothing = No se ha encontrado ningún dato que aparezca en más de un lugar.
report-method = Método y límites
report-method-text = El programa lee las cifras de cada artículo, agrupa las que parecen hablar del mismo dato y compara sus valores teniendo en cuenta el redondeo y los matices («más de», «unos»). No consulta nada fuera de los artículos y no sabe cuál de las fuentes acierta. Puede unir datos distintos o pasar por alto una diferencia: cada conflicto es una pregunta que conviene comprobar, no una acusación. Las citas se reproducen tal como figuran en los archivos indicados.

# Headings of columns.
csv-finding = Hallazgo
csv-verdict = Veredicto
csv-severity = Gravedad
csv-topic = Dato
csv-kind = Clase
csv-status = Decisión
csv-note = Nota
csv-source = Fuente
csv-outlet = Medio
csv-title = Título
csv-date = Fecha de publicación
csv-file = Archivo
csv-figure = Cifra
csv-low = Mínimo
csv-high = Máximo
csv-iso = Fecha u hora
csv-unit = Unidad
csv-attribution = Atribución
csv-sentence = Frase
csv-reasons = Motivos
csv-against = En contra
