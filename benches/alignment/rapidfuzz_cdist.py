#!/usr/bin/env python3
"""All pairs of sentences by RapidFuzz (MIT), for `cargo bench --bench alignment`, which calls this: `pip install rapidfuzz numpy`.

Standard input: {"scorer": a name in rapidfuzz.fuzz, "cutoff": 0 to 100, "workers": threads, "sets": [[[sentence, ...], ...], ...]}: sets
of articles of sentences. Standard output: {"seconds": how long the comparing took, "scores": [[...], ...]}: for each set the scores of all
pairs of sentences of different articles, in order; none where "scores" is false, since those of a thousand articles fill the memory."""
import json
import sys
import time

from rapidfuzz import fuzz, process, utils

ROWS = 500

asked = json.load(sys.stdin)
scorer = getattr(fuzz, asked["scorer"])
seconds, scores = 0.0, []
for articles in asked["sets"]:
    begun = time.perf_counter()
    sentences = [utils.default_process(s) for article in articles for s in article]
    article_of = [n for n, article in enumerate(articles) for _ in article]
    found = []
    for start in range(0, len(sentences), ROWS):
        rows = sentences[start : start + ROWS]
        # Each pair once: a sentence against those behind it.
        table = process.cdist(rows, sentences[start:], scorer=scorer, score_cutoff=asked["cutoff"], workers=asked["workers"])
        if asked["scores"]:
            for i, row in enumerate(table, start):
                found += [float(s) for j, s in enumerate(row, start) if j > i and article_of[i] != article_of[j]]
    seconds += time.perf_counter() - begun
    scores.append(found)
json.dump({"seconds": seconds, "scores": scores}, sys.stdout)
