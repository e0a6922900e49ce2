# Cases: commands, messages, the list of recent ones.
command-new-case = Caso nuevo
command-new-case-tip = Deja la mesa vacía. El trabajo anterior se conserva.
command-open-case = Abrir caso…
command-open-case-tip = Abre un caso guardado, con sus artículos y decisiones.
command-save-case = Guardar caso
command-save-case-tip = Guarda artículos, decisiones y notas en un archivo.
command-save-case-as = Guardar caso como…
command-save-case-as-tip = Guarda el caso en otro archivo.
command-read-again = Leer de nuevo
command-read-again-tip = Vuelve a leer los artículos cuyo archivo ha cambiado.
command-find-files = Buscar archivos…
command-find-files-tip = Busca en una carpeta, y en las que contiene, los archivos que faltan.

filter-cases = Casos de Cotejo
case-file-name = caso
case-save-title = Guardar caso
case-open-title = Abrir caso
window-title = { $name } – Cotejo

case-saved = Caso guardado: { $name }
case-opened = Caso abierto: { $name }
case-already-open = El caso { $name } ya está abierto.
case-changed-elsewhere = El caso { $name } se ha guardado en otra ventana desde que usted lo abrió. No se ha escrito nada, para no borrar lo que allí se decidió. Guárdelo con otro nombre, o pulse de nuevo Ctrl+S para reemplazar aquella versión.
case-saved-elsewhere = El caso { $name } se guardó después en otro lugar. Se ha abierto esa versión.
case-one-at-a-time = Se abre un caso a la vez: { $name }.
case-set-aside = El trabajo anterior se conserva en Casos recientes: { $name }
case-save-first = Guarde antes el caso (Ctrl+S): en este equipo no hay dónde conservarlo.
case-from-copy = El archivo del caso { $name } estaba dañado. Se ha abierto la copia anterior más reciente; revise las últimas decisiones y guarde el caso.
case-gone = No se encuentra «{ $path }». Quizá se movió o cambió de nombre: ábralo desde donde esté ahora.
case-permission = El sistema no permite leer «{ $path }». Revise sus permisos o haga una copia en su carpeta.
case-damaged = «{ $path }» está dañado o no es un caso de Cotejo, y no hay copia anterior en este equipo. Abra otra copia, si la tiene.
case-newer = «{ $path }» se guardó con una versión posterior de Cotejo. Actualice el programa para abrirlo.
case-system = El sistema no pudo leer «{ $path }»: { $reason }
desk-from-copy = Lo último que se guardó solo estaba dañado. Se ha recuperado la copia anterior; revise las últimas decisiones.
desk-unreadable = Lo que se guardó solo estaba dañado y no se ha podido recuperar. El archivo sigue en «{ $path }».

case-article-changed = El archivo ha cambiado desde que se leyó. Se muestra el texto de entonces.
case-article-missing = El archivo ya no está en su lugar. Se muestra el texto guardado en el caso.
case-changed =
    { $count ->
        [one] El artículo ha cambiado. Sus decisiones se conservan.
        *[other] Han cambiado { $count } artículos. Sus decisiones se conservan.
    }
case-missing =
    { $count ->
        [one] Falta el archivo de un artículo. Se usa el texto guardado en el caso.
        *[other] Faltan los archivos de { $count } artículos. Se usa el texto guardado en el caso.
    }
case-read-again =
    { $count ->
        [one] Artículo leído de nuevo
        *[other] { $count } artículos leídos de nuevo
    }
deed-read-again = Leído de nuevo
find-title = Carpeta donde buscar los archivos que faltan
find-here = Buscar
case-found = Archivos encontrados: { $found } de { $count }.
case-found-none = En esa carpeta no está ninguno de los archivos que faltan. Pruebe con otra; se sigue usando el texto guardado en el caso.
deed-found = Archivos encontrados

# Status bar
case-status-saved = { $name }, guardado
case-status-changed = { $name }, con cambios sin guardar en el caso
case-status-kept = Guardado a las { $time }

# Recent cases
recent-cases = Casos recientes
recent-gone = El archivo ya no está en ese lugar.
recent-forget = Quitar { $name } de la lista
recent-today = hoy, { $time }
recent-yesterday = ayer
recent-conflicts =
    { $count ->
        [one] { $count } conflicto
        *[other] { $count } conflictos
    }
recent-tensions =
    { $count ->
        [one] { $count } tensión
        *[other] { $count } tensiones
    }
