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
