"""Playfair, Polybius, rail fence, Atbash, Bacon and columnar transposition."""
from string import ascii_uppercase as UP
def square(key): return "".join(dict.fromkeys((key + UP).upper().replace("J", "I")))
def playfair(text, key):
    sq, t, i, out = square(key), text.upper().replace("J", "I"), 0, ""
    t = "".join(c for c in t if c.isalpha())
    while i < len(t):
        a, b = t[i], t[i + 1] if i + 1 < len(t) and t[i + 1] != t[i] else "X"
        i += 2 if b != "X" or (i + 1 < len(t) and t[i + 1] == "X") else 1
        (r1, c1), (r2, c2) = divmod(sq.index(a), 5), divmod(sq.index(b), 5)
        if r1 == r2: c1, c2 = (c1 + 1) % 5, (c2 + 1) % 5
        elif c1 == c2: r1, r2 = (r1 + 1) % 5, (r2 + 1) % 5
        else: c1, c2 = c2, c1
        out += sq[r1 * 5 + c1] + sq[r2 * 5 + c2] + " "
    return out.strip()
print(square("playfair example"[:8].strip()), playfair("Hide the gold in the tree stump", "playfairexample"))
def rail(s, n):
    rows = [""] * n; r, d = 0, 1
    for c in s:
        rows[r] += c
        if not 0 <= r + d < n: d = -d
        r += d
    return "".join(rows)
print(rail("WEAREDISCOVEREDFLEEATONCE", 3), "Hello".translate(str.maketrans(UP + UP.lower(), UP[::-1] + UP.lower()[::-1])), "".join("{}{}".format(*divmod(square("").index(c), 5)) for c in "BAT"), " ".join(f"{UP.index(c):05b}".replace("0", "a").replace("1", "b") for c in "HI"))
def columnar(t, key): return " ".join("".join(t[i::len(key)]) for i in sorted(range(len(key)), key=key.__getitem__))
print(columnar("DEFENDTHEEASTWALL", "GERMAN"), [*enumerate(sorted("ZEBRAS"), 1)][:2])
