"""Counts names in a text with pyahocorasick, by the rules of `hubatlas mentions --names`: whole tokens, space, hyphen and
underscore alike, case folded, longer names first from the left. Prints names that were found as JSON, and the processor
seconds that counting took; first of the automaton alone, which ignores all rules but case."""

import json
import sys
import time

import ahocorasick

EDGES = str.maketrans("-_", "  ")


def main(names, text):
    lines = open(text, encoding="utf-8", newline="\n").read().split("\n")
    folded = ahocorasick.Automaton()
    for number, name in enumerate(open(names, encoding="utf-8").read().split("\n")):
        key = name.lower().translate(EDGES)
        if key and key not in folded:
            folded.add_word(key, (number, len(key)))
    folded.make_automaton()
    start = time.process_time()
    bare = sum(1 for line in lines for _ in folded.iter(line.lower()))
    bare_seconds = time.process_time() - start
    start = time.process_time()
    counts = count(folded, lines)
    seconds = time.process_time() - start
    json.dump({"seconds": seconds, "bare_seconds": bare_seconds, "bare": bare, "counts": counts}, sys.stdout)


def count(automaton, lines):
    counts = {}
    for line in lines:
        text = line.lower().translate(EDGES)
        kept = []
        for last, (number, length) in automaton.iter(text):
            start, end = last - length + 1, last + 1
            if start and text[start - 1].isalnum() or end < len(text) and text[end].isalnum():
                continue
            while kept and kept[-1][0] >= start:
                kept.pop()
            if not kept or kept[-1][1] <= start:
                kept.append((start, end, number))
        for _, _, number in kept:
            counts[number] = counts.get(number, 0) + 1
    return counts


if __name__ == "__main__":
    main(*sys.argv[1:])
