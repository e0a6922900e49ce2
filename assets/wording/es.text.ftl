# Lo que se leyó de un archivo.
cli-text = Muestra lo que se leyó de un archivo: el artículo, sin lo que lo rodea
cli-zones = Dice junto a cada párrafo por qué se lo tomó
cli-jsonl-text = Responde con una línea de JSON por artículo
zone-headline = Titular
zone-subhead = Subtítulo
zone-lead = Entrada
zone-body = Texto
zone-caption = Pie de foto
zone-boilerplate = No se compara
