# What is done by hand: mentions joined and parted, figures corrected.
command-join = Unir menciones
command-join-tip = Une la mención con la de otro artículo que habla del mismo dato.
command-split = Separar mención
command-split-tip = Aparta la mención de las demás: no habla del mismo dato.
command-correct = Corregir cifra…
command-correct-tip = Corrige una cifra que se ha leído mal, o dice que no lo es.
deed-joined = Menciones unidas
deed-parted = Mención separada
deed-figure-corrected = Cifra corregida
deed-figure-passed-over = No es una cifra
deed-figure-restored = Lectura restablecida
toast-joined = Se ha unido «{ $figure }» de { $name } con «{ $other }» de { $of }
toast-parted = Se ha separado «{ $figure }» de { $name }
toast-nothing-to-part = Esta mención no está unida a ninguna otra.
toast-figure-corrected = Cifra corregida: { $told } en lugar de «{ $figure }»
toast-figure-passed-over = «{ $figure }» ya no se lee como una cifra
toast-figure-restored = La cifra se lee otra vez como antes
toast-choose-mention = Elija la mención con las flechas y pulse la tecla otra vez.
toast-choose-figure = Elija la cifra con un clic y pulse la tecla otra vez.
toast-by-hand-lost =
    { $count ->
        [one] Un artículo ha cambiado y ya no contiene una cifra que usted unió, separó o corrigió. Se conserva por si vuelve.
        *[other] Hay artículos que han cambiado y ya no contienen { $count } cifras que usted unió, separó o corrigió. Se conservan por si vuelven.
    }

# With what a mention is joined.
join-title = Unir con…
join-search = Buscar en las cifras de los demás artículos
join-do = Unir
join-none = Los demás artículos no tienen ninguna cifra que se pueda comparar con esta.
join-none-found = Ninguna cifra con esas palabras. Pruebe con otras.

# What a figure says.
figure-title = Corregir cifra
figure-was-read = El programa leyó: { $reading }
figure-field = Lo que dice el artículo
figure-is-read = Se lee: { $reading }
figure-none = Aquí no se lee ninguna cifra. Escríbala como en el artículo: 1.350, unos 200 vecinos, el martes 11 de marzo.
figure-several = Aquí se leen varias cifras. Escriba solo una.
figure-correct = Corregir
figure-pass-over = No es una cifra
figure-restore = Volver a lo leído
reader-passed-over = { $figure }: no es una cifra, según usted. Corregir

# How it is told apart.
reason-joined-by-hand = Unidos a mano.
by-hand-joined = unido a mano
by-hand-parted = separado a mano
by-hand-corrected = cifra corregida a mano: { $told }; se leía { $read }
by-hand-passed-over = A mano: «{ $figure }» no es una cifra.
csv-by-hand = A mano
toast-crowded = Sobre los hallazgos que ahora son uno había dos decisiones: vale la del que se miraba. La otra se conserva y vuelve si se separan.
