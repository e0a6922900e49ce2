# Verdicts and the reasons for them.
verdict-conflict = Conflicto
verdict-tension = Tensión
verdict-agree = Acuerdo
verdict-single = Una sola fuente
