# Si lo que cita un informe sigue en pie.
cli-verify = Comprueba si lo que cita un informe sigue en pie en sus archivos
cli-after-verify = Estado de salida: 0 todas las citas siguen en pie, 1 algunas no, 2 algo no se pudo leer.
cli-report = INFORME
cli-report-verify = Informe en JSON o de anotaciones, tal como lo escribe «cotejo check --format json»
cli-format-verify = Forma de la respuesta; texto si no se indica
verify-same = sin cambios
verify-changed = cambiado desde el informe
verify-no-hash = encontrado; el informe no dice qué bytes se leyeron
verify-missing = no está donde dice el informe, ni junto al informe. Copie el archivo junto al informe y vuelva a verificar.
verify-stands = sigue en pie
verify-elsewhere = sigue en otro lugar
verify-reworded = la cifra sigue, la frase ha cambiado
verify-gone = ya no está
verify-unknown = no se sabe, no se pudo leer su archivo
verify-quoted = «{ $text }»
verify-summary = { $quotations ->
    [0] El informe no cita nada.
    [one] Una cita. En su lugar: { $stand }; en otro: { $elsewhere }; con la frase cambiada: { $reworded }; ya no está: { $gone }; no se sabe: { $unknown }.
   *[other] { $quotations } citas. En su lugar: { $stand }; en otro: { $elsewhere }; con la frase cambiada: { $reworded }; ya no están: { $gone }; no se sabe: { $unknown }.
}
verify-no-report = No existe el archivo «{ $file }». Compruebe el nombre, o escriba un informe con «cotejo check --format json -o { $file } …».
verify-report-unread = No se ha podido leer «{ $file }»: { $reason }.
verify-report-too-large = «{ $file }» ocupa más de 1 GiB y no se ha leído. Escriba el informe de nuevo, con menos artículos.
verify-report-damaged = «{ $file }» está dañado y no se puede verificar: { $reason }. Use una copia, o escriba el informe de nuevo.
verify-report-dangling = «{ $file }» está dañado y no se puede verificar: cita el artículo { $reason }, que no nombra. Use una copia, o escriba el informe de nuevo.
verify-not-a-report = «{ $file }» no es un informe de Cotejo en JSON ni de anotaciones. Escriba uno con «cotejo check --format json».
verify-report-later = «{ $file }» lo escribió un Cotejo posterior (versión { $reason } del formato). Instale ese para verificarlo.
