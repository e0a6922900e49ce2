# The window: menus, commands, panels, messages.
language-name = Español

# Menus and views
menu-file = Archivo
menu-edit = Edición
menu-view = Ver
menu-finding = Hallazgo
menu-help = Ayuda
view-findings = Hallazgos
view-reader = Lectura
view-ledger = Cuadro
go-to = Ir a…
decided = { $done } de { $total } decididos

# Commands: the name, and a sentence that explains it
command-open-files = Abrir artículos…
command-open-files-tip = Elige uno o varios archivos: texto, web, PDF, Word y otros.
command-open-folder = Abrir carpeta…
command-open-folder-tip = Abre todos los artículos de una carpeta.
command-paste = Pegar artículo
command-paste-tip = Añade como artículo lo que se ha copiado.
command-open-sample = Probar con un ejemplo
command-open-sample-tip = Abre unas noticias de muestra que no concuerdan.
command-export = Exportar informe…
command-export-tip = Guarda los hallazgos y las decisiones en un archivo.
command-quit = Salir
command-quit-tip = Cierra la ventana.
command-undo = Deshacer
command-undo-tip = Deshace lo último que se hizo.
command-redo = Rehacer
command-redo-tip = Vuelve a hacer lo que se deshizo.
command-copy-finding = Copiar hallazgo
command-copy-finding-tip = Copia lo que dice cada fuente, con su cita.
command-copy-quotation = Copiar cita
command-copy-quotation-tip = Copia la frase de la ficha elegida, con su fuente.
command-copy-table = Copiar el cuadro
command-copy-table-tip = Copia lo que dice cada fuente de los hallazgos visibles, para una hoja de cálculo. En el cuadro, con Ctrl+C.
command-search = Buscar
command-search-tip = Busca en los hallazgos y en los textos.
command-clear-filters = Quitar filtros
command-clear-filters-tip = Muestra todos los hallazgos.
command-settings = Ajustes…
command-settings-tip = Idioma, aspecto y cuánto se señala.
command-show-findings = Ver hallazgos
command-show-findings-tip = Muestra los hallazgos y sus pruebas.
command-show-reader = Ver lectura
command-show-reader-tip = Muestra los artículos uno junto a otro.
command-show-ledger = Ver cuadro
command-show-ledger-tip = Muestra qué dice cada fuente de cada hecho.
command-text-larger = Texto más grande
command-text-larger-tip = Agranda todo lo que hay en la ventana.
command-text-smaller = Texto más pequeño
command-text-smaller-tip = Reduce todo lo que hay en la ventana.
command-text-usual = Tamaño normal
command-text-usual-tip = Vuelve al tamaño de fábrica.
command-theme-light = Tema claro
command-theme-light-tip = Letra oscura sobre papel claro.
command-theme-dark = Tema oscuro
command-theme-dark-tip = Letra clara sobre fondo oscuro.
command-theme-system = Tema del sistema
command-theme-system-tip = Claro u oscuro, como el sistema.
command-language = Idioma
command-language-tip = Cambia el idioma de la ventana.
command-next = Siguiente
command-next-tip = Pasa al hallazgo siguiente.
command-previous = Anterior
command-previous-tip = Vuelve al hallazgo anterior.
command-next-undecided = Siguiente sin decidir
command-next-undecided-tip = Pasa al siguiente conflicto o tensión sin decidir.
command-previous-undecided = Anterior sin decidir
command-previous-undecided-tip = Vuelve al anterior conflicto o tensión sin decidir.
command-confirm = Confirmar
command-confirm-tip = Las fuentes no coinciden de verdad.
command-dismiss = Descartar
command-dismiss-tip = No hay discrepancia; pide el motivo.
command-to-check = Por comprobar
command-to-check-tip = Hay que consultarlo antes de decidir.
command-reopen = Reabrir
command-reopen-tip = Retira la decisión.
command-note = Nota
command-note-tip = Escribe una nota sobre el hallazgo.
command-read = Leer aquí
command-read-tip = Abre los dos artículos por la frase.
command-next-part = Parte siguiente
command-next-part-tip = Pone el teclado en la parte siguiente de la ventana.
command-previous-part = Parte anterior
command-previous-part-tip = Pone el teclado en la parte anterior de la ventana.
command-palette = Ir a una orden o un hallazgo
command-palette-tip = Encuentra cualquier orden, hallazgo, fuente o caso por su nombre.
command-keys = Teclas
command-keys-tip = Muestra todas las teclas.
command-manual = Manual
command-manual-tip = Explica qué se señala, por qué, y cómo trabajar con ello.
manual-title = Manual

# Keys as they are printed
key-ctrl = Ctrl+
key-alt = Alt+
key-shift = Mayús+
key-enter = Intro
key-escape = Esc
key-down = Abajo
key-up = Arriba
key-page-down = AvPág
key-page-up = RePág
key-home = Inicio
key-end = Fin

# Empty desk
empty-title = Ponga dos noticias lado a lado
empty-promise = Cotejo las lee y señala las cifras que no cuadran. Nada sale de este equipo.
empty-gather = Reúna
empty-gather-how = Suelte aquí archivos o una carpeta: texto, web, PDF o Word.
empty-walk = Recorra
empty-walk-how = recorren los hallazgos.
empty-decide = Decida
empty-decide-how = confirman o descartan: una tecla cada vez.

drop-here = Suelte para añadir

# Sources
sources = Fuentes
figures =
    { $count ->
        [one] { $count } cifra
        *[other] { $count } cifras
    }
date-none = sin fecha
date-short = { $day } { $month }
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sept
month-10 = oct
month-11 = nov
month-12 = dic
source-menu = Opciones de { $name }
source-read = Leer el artículo
source-correct = Corregir datos…
source-cut = Separar en artículos…
source-only = Ver solo sus hallazgos
source-remove = Quitar
source-title = Datos del artículo
source-field-title = Título
source-field-outlet = Medio
source-field-date = Fecha de publicación (2025-08-13)
source-field-language = Idioma del artículo
source-date-wrong = La fecha no se entiende. Escríbala como 2025-08-13, o deje el campo vacío.
source-save = Guardar

# Findings
findings = Hallazgos
findings-list = Lista de hallazgos
search-hint = Buscar en hallazgos y textos
order-severity = Por gravedad
order-kind = Por tipo
order-place = Por orden en el texto
order-topic = De la A a la Z
order-spread = Por dispersión
order-turned = En orden inverso
group-conflict = Conflictos
group-tension = Tensiones
group-agree = Acuerdos
group-single = Una sola fuente
kind-group-count = Personas y cosas
kind-group-money = Dinero
kind-group-percent = Porcentajes y tasas
kind-group-date = Fechas y horas
kind-group-duration = Duraciones y edades
kind-group-measure = Medidas
kind-group-other = Otras cifras
chip-shown = visibles
chip-hidden = ocultos
filter-more = Más
filter-undecided = Solo sin decidir
filter-all-ways = Todas las clases de discrepancia
way-other-value = Otro valor
way-other-fate = Muertos por heridos
way-power-of-ten = Diez, cien o mil veces
way-swapped-digits = Cifras bailadas
way-other-unit = Otra unidad o moneda
way-other-direction = Subida frente a bajada
way-other-day = Otro día o año
way-other-hour = Otra hora
way-other-score = Otro resultado
way-update = Actualización posterior
way-bound = Límite frente a valor
way-rival-claims = Versiones enfrentadas
way-within = Dentro de un artículo
filter-all-sources = Todas las fuentes
place-of = { $place } de { $total }
state-open = Sin decidir
state-confirmed = Confirmado
state-dismissed = Descartado
state-to-check = Por comprobar
findings-none-filtered = Ningún hallazgo con estos filtros.
findings-one-article = Con un solo artículo no hay con qué comparar. Abra otro sobre el mismo hecho.
findings-none = Estos artículos no tienen cifras en común. Puede que traten de hechos distintos.

# Reasons for dismissing
dismiss-different-facts = Hechos distintos
dismiss-updated-since = Actualizado después
dismiss-typing-error = Errata
dismiss-conversion = Conversión
dismiss-rounding = Redondeo

# Status bar and work in the background
status-empty = Sin artículos
status-desk =
    { $articles ->
        [one] { $articles } artículo
        *[other] { $articles } artículos
    }, { $figures ->
        [one] { $figures } cifra
        *[other] { $figures } cifras
    }
status-keys = Teclas
cancel = Cancelar
close = Cerrar
phase-loading = Abriendo archivos, { $done } de { $total }
phase-reading = Leyendo artículos, { $done } de { $total }
phase-aligning = Emparejando pasajes, { $done } de { $total }
phase-judging = Comparando cifras, { $done } de { $total }
phase-searching = Buscando archivos
phase-saving = Guardando el informe

# Dialogs
note-title = Nota sobre el hallazgo
note-field = Lo que conviene recordar
note-save = Guardar nota
keys-title = Teclas
palette-hint = Escriba una orden, un hallazgo, una fuente o un caso
palette-article = Leer { $name }: { $title }
palette-case = Abrir caso: { $name }
palette-nothing = Nada lleva esas palabras.
keys-within = En listas y textos
keys-move = Arriba y abajo
keys-across = De la lista a las pruebas, y de vuelta
keys-page = Una página
keys-ends = Al principio, al final
keys-cell = Del cuadro a las pruebas
keys-source = Mover una fuente
keys-control = Al control siguiente, al anterior
keys-leave = Cerrar, salir de un campo
export-title = Exportar informe
export-form = Formato
export-findings = Hallazgos
export-decisions = Conflictos y tensiones, según lo decidido
export-also = Además
export-going = { $findings } de { $of } hallazgos van en el informe
export-more = y { $count } más
export-none = Ningún hallazgo va en el informe. Incluya alguna clase de hallazgos y alguna decisión.
export-private = No se envía nada.
export-save = Guardar informe…
format-html = Página web
format-markdown = Markdown
format-csv = Tabla (CSV)
format-json = Datos para programas
report-file-name = informe-de-cotejo
dialog-open-title = Abrir artículos
dialog-save-title = Guardar informe
filter-articles = Artículos
filter-all = Todos los archivos
path-open-title = Abrir por su ruta
path-save-title = Guardar en una ruta
path-why = Este sistema no ofrece un diálogo de archivos. Escriba la ruta.
path-field = Ruta del archivo o de la carpeta
path-open = Abrir
path-save = Guardar

# What was done, and messages about it
deed-added = Artículos abiertos
deed-removed = Artículo quitado
deed-cut = Artículos separados
deed-corrected = Datos corregidos
deed-confirmed = Confirmado
deed-dismissed = Descartado
deed-to-check = Por comprobar
deed-reopened = Reabierto
deed-noted = Nota guardada
toast-undone = Deshecho: { $deed }
toast-redone = Rehecho: { $deed }
toast-removed = Se ha quitado { $name }
toast-failed = Algo ha fallado en el programa. Su trabajo sigue aquí; inténtelo otra vez.
toast-copied = Copiado
toast-cancelled = Detenido. Lo que ya estaba en la mesa sigue igual.
toast-unreadable =
    { $count ->
        [one] No se ha podido leer { $count } archivo. El motivo está en la lista de fuentes.
        *[other] No se han podido leer { $count } archivos. Los motivos están en la lista de fuentes.
    }
toast-already-open = Esos artículos ya están abiertos.
toast-saved = Informe guardado en { $path }
