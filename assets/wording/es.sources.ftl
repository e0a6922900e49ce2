# Sources: pasting, switching off, moving, reading again.
source-off = Apagar
source-on = Encender
source-is-off = apagada
source-is-on = encendida
source-up = Subir
source-down = Bajar
source-read-again = Leer de nuevo
paste-title = Pegar artículo
paste-add = Añadir artículo
paste-name = Texto pegado
paste-words =
    { $count ->
        [one] { $count } palabra:
        *[other] { $count } palabras:
    }
paste-empty = El portapapeles está vacío. Copie el texto del artículo y péguelo aquí.
paste-no-text = Lo copiado no tiene texto. Copie el texto del artículo y péguelo aquí.
deed-switched-off = Artículo apagado
deed-switched-on = Artículo encendido
deed-moved = Artículo movido
toast-pasted = Se ha añadido { $name }
toast-switched-off = { $name } ya no se compara
toast-switched-on = { $name } se compara otra vez
toast-changed = El artículo ha cambiado: { $name }. Sus decisiones se conservan.
toast-changed-many = Han cambiado { $count } artículos. Sus decisiones se conservan.
toast-not-read-again = No se ha podido leer de nuevo { $path }; sigue lo que había. { $reason }

# Un archivo con varios artículos se separa en ellos.
cut-title = Separar en artículos
cut-why = Si este archivo contiene varios artículos, elija dónde empieza cada uno. El archivo no se toca, y la separación puede deshacerse.
cut-rules = En las líneas divisorias
cut-rules-why = Líneas de guiones u otros signos, saltos de página
cut-headings = En los títulos
cut-headings-why = Un título tras otro cuenta como uno
cut-lines = En los párrafos que empiezan igual
cut-lines-why = Por ejemplo «Fecha:» o el nombre del medio
cut-words = Con qué empieza cada artículo
cut-found = { $count ->
    [0] Así no se separa nada
    [1] Así no se separa nada
   *[other] Quedarían { $count } artículos
}
cut-length = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
cut-do = Separar
