# Verdicts and the reasons for them.
verdict-conflict = Conflict
verdict-tension = Tension
verdict-agree = Agreement
verdict-single = One source
