# The command line.
cli-about = Compara varias noticias sobre un mismo hecho y señala las cifras que no coinciden.
cli-after = Sin órdenes, abre la ventana. Estado de salida de check: 0, ninguna cifra señalada; 1, alguna; 2, error.
cli-paths = RUTAS
cli-paths-window = Archivos, carpetas o casos que abrir en la ventana
cli-paths-check = Archivos, carpetas o casos con artículos
cli-paths-figures = Archivos o carpetas; sin ellos se lee la entrada estándar
cli-file = ARCHIVO
cli-language = Idioma de los mensajes; si no se indica, el del sistema
cli-check = Compara los artículos y presenta un informe
cli-format = Formato del informe; si no se indica, el de la terminación del archivo de -o, o texto
cli-output = Archivo en el que se guarda el informe
cli-parts = PARTES
cli-without = Qué se deja fuera del informe, separado por comas; notes: las notas; folders: las carpetas de los archivos
cli-rigour = Cuánta seguridad exige para señalar: strict, pocos hallazgos y casi todos ciertos; wide, más de unos y de otros
cli-leeway = Cuánto abarca «unos»: narrow, la mitad de lo usual; wide, el doble
cli-figures = Muestra las cifras de un texto y cómo se han leído
cli-jsonl-figures = Lee líneas JSON de la entrada estándar y responde a cada una
cli-compare = Compara pares de textos breves
cli-jsonl-compare = Lee líneas JSON de la entrada estándar y responde a cada una
cli-figures-count = { $count ->
    [0] ninguna cifra
    [one] una cifra
   *[other] { $count } cifras
}
cli-no-display = no hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY)
cli-built-without-window = este programa se compiló sin ventana
cli-no-window = No se puede abrir la ventana: { $reason }.
cli-name-files = Indique archivos o carpetas para ver el informe aquí, o escriba «cotejo --help».
cli-unknown-format = No se sabe qué formato corresponde a «{ $file }». Indíquelo con --format.
cli-output-failed = No se ha podido escribir la salida: { $reason }.
cli-input-failed = No se ha podido leer la entrada: { $reason }.
cli-languages = Enumera los idiomas, o comprueba el archivo de uno nuevo con sus ejemplos
cli-paths-languages = Archivos de idiomas que comprobar; si no hay, los idiomas disponibles
cli-languages-examples = { $count ->
    [0] sin ejemplos
    [one] un ejemplo
   *[other] { $count } ejemplos
}
cli-languages-misread = { $count ->
    [0] todos se leen como dicen
    [one] uno se lee de otro modo
   *[other] { $count } se leen de otro modo
}
cli-languages-expected = se esperaba:
cli-languages-found = se leyó:
cli-completions = Muestra lo que necesita un intérprete de órdenes para completarlas
cli-shell = INTÉRPRETE
cli-shell-completions = El intérprete de órdenes
cli-man = Muestra la página para man, o escribe una por orden
cli-folder = CARPETA
cli-folder-man = Carpeta en la que se escriben las páginas
