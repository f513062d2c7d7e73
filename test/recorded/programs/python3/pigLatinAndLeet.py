"""Silly translations with dictionaries and joins."""
def pig(word):
    for i, ch in enumerate(word):
        if ch in "aeiouAEIOU":
            break
    else:
        return word + "ay"
    res = word[i:] + word[:i].lower() + ("ay" if i else "yay")
    return res.capitalize() if word[0].isupper() else res
LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "t": "7", "s": "5"}
text = "The Apple pie is quite Strong rhythm"
print(" ".join(pig(w) for w in text.split()))
print("".join(LEET.get(c.lower(), c) for c in text))
MORSE = {c: m for c, m in zip("etianmsurwdkgo", ". - .. .- -. -- ... ..- .-. .-- -.. -.- --. ---".split())}
enc = " ".join(MORSE.get(c, "?") for c in "soundagain")
print(enc, "".join({v: k for k, v in MORSE.items()}[m] for m in enc.split()))
nato = dict(zip("ABC", ["Alfa", "Bravo", "Charlie"]))
print(*[nato.get(c, f"<{c}>") for c in "CABX"], sep=" - ")
