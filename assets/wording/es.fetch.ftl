# Páginas que se traen de la web, solo si la persona lo pide.
cli-fetch = Trae de la web las direcciones que se nombran; sin esto no se conecta a la red
fetch-not-allowed = Es una dirección web. Cotejo no se conecta a la red si no se lo piden: en la ventana, pegue la dirección; en la línea de órdenes, añada --fetch. O guarde la página en el navegador y abra el archivo.
fetch-unreachable = No hubo respuesta. Compruebe la dirección y la conexión, o guarde la página en el navegador y abra el archivo.
fetch-refused = El servidor no da la página sin cuenta o sin navegador (respuesta { $code }). Ábrala en el navegador, guárdela y abra el archivo.
fetch-gone = En esa dirección no hay ninguna página (respuesta { $code }). Compruebe la dirección.
fetch-status = El servidor no pudo dar la página (respuesta { $code }). Pruebe más tarde, o guárdela en el navegador y abra el archivo.
fetch-insecure = No se ha podido comprobar de quién es el servidor, y no se ha leído nada de él. Ábrala en el navegador, y si es de fiar, guárdela y abra el archivo.
fetch-too-slow = El servidor tardó más de 30 segundos y se dejó de esperar. Pruebe otra vez, o guarde la página en el navegador y abra el archivo.
fetch-too-large = La página ocupa más de { $size } MB y no se ha leído. Guárdela en el navegador, solo el texto, y abra el archivo.
fetch-redirects = La dirección lleva a otra, y esa a otra, sin fin. Ábrala en el navegador, guárdela y abra el archivo.
fetch-title = Traer de la web
fetch-why-one = Lo pegado es una dirección web. Cotejo trabaja sin red; para leer esta página tiene que pedírsela a { $host }, que sabrá que alguien la pide desde aquí.
fetch-why-many = Lo pegado son direcciones web. Cotejo trabaja sin red; para leer estas páginas tiene que pedírselas a { $host }, que sabrán que alguien las pide desde aquí.
fetch-more = y { $count } más
fetch-once = { $count ->
    [one] Traer la página
   *[other] Traer las páginas
}
fetch-always = Traer siempre las direcciones que se peguen, sin preguntar
fetch-kept = La página se guarda en el caso, con la hora y su huella (SHA-256). Lo que enlaza no se trae.
phase-fetching = { $total ->
    [1] Se pide la página…
   *[other] Se piden páginas: { $done } de { $total }
}
settings-network = Red
settings-fetch = Traer de la web las direcciones que se pegan
settings-fetch-why = Sin esto, Cotejo pregunta cada vez. Nunca se conecta por sí solo.
report-fetched = traída de la web el { $date }
verify-fetched = se trajo de la web, y Cotejo no la pide de nuevo por sí solo. Guarde la página junto al informe y compruébela en el navegador.
