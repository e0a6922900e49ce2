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
