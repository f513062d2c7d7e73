"""Rosetta Code: anagrams, isograms, levenshtein neighbours, ABC blocks, look and say, 100 doors, semordnilaps."""
from itertools import groupby
from collections import defaultdict
WORDS = "abel able bale bela elba caret carte cater crate trace angel angle galen glean lange dog god stop pots drawer reward isogram palindrome level evil live vile".split()
anagrams = defaultdict(list)
for w in WORDS:
    anagrams["".join(sorted(w))].append(w)
top = max(map(len, anagrams.values()))
print(*(g for g in anagrams.values() if len(g) == top), sep="\n")
print([w for w in WORDS if len(set(w)) == len(w)][:6], sorted({tuple(sorted((w, w[::-1]))) for w in WORDS if w[::-1] in WORDS and w != w[::-1]}))
BLOCKS = "BO XK DQ CP NA GT RE TG QD FS JW HU VI AN OB ER FS LY PC ZM".split()
def can_make(word, blocks=BLOCKS):
    if not word: return True
    return any(can_make(word[1:], blocks[:i] + blocks[i + 1:]) for i, b in enumerate(blocks) if word[0] in b)
for w in ["A", "BARK", "BOOK", "TREAT", "COMMON", "SQUAD", "CONFUSE", ""]:
    print(f"{w!r:10}", can_make(w))
s, seq = "1", []
for _ in range(9):
    seq.append(s)
    s = "".join(f"{len(list(g))}{k}" for k, g in groupby(s))
print(seq)
doors = [False] * 101
for i in range(1, 101):
    for j in range(i, 101, i):
        doors[j] = not doors[j]
print([i for i, d in enumerate(doors) if d])
def bottles(n): return f"{n or 'no more'} bottle{'s' if n != 1 else ''} of beer"
for n in range(3, 0, -1):
    print(f"{bottles(n).capitalize()} on the wall, {bottles(n)}.\nTake one down, {bottles(n - 1)} on the wall.")
print(["".join(sorted(set("aeiou") & set(w))) for w in WORDS[:5]], sum(map(str.isalpha, "a1b2")), sorted(WORDS, key=lambda w: (-len(w), w))[:4])
