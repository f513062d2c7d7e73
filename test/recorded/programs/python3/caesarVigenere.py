"""Caesar and Vigenere ciphers, frequency attack, ROT13 by codecs and by translate."""
import string
import codecs
from collections import Counter


def caesar(text, shift):
    out = []
    for ch in text:
        if ch.isupper():
            out.append(chr((ord(ch) - 65 + shift) % 26 + 65))
        elif ch.islower():
            out.append(chr((ord(ch) - 97 + shift) % 26 + 97))
        else:
            out.append(ch)
    return "".join(out)


def vigenere(text, key, decrypt=False):
    sign = -1 if decrypt else 1
    res, k = "", 0
    for ch in text.upper():
        if ch in string.ascii_uppercase:
            res += string.ascii_uppercase[(ord(ch) - 65 + sign * (ord(key[k % len(key)].upper()) - 65)) % 26]
            k += 1
    return res


msg = "The Quick Brown Fox Jumps Over The Lazy Dog, 42 times!"
enc = caesar(msg, 3)
print(enc)
print(caesar(enc, -3) == msg)
print(codecs.encode(msg, "rot13"))
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13], "!,")
print(msg.lower().translate(table))
v = vigenere("Attack at dawn", "LEMON")
print(v, vigenere(v, "LEMON", decrypt=True))
secret = caesar("meet me near the evergreen tree between seven and eleven", 11)
letters = Counter(c for c in secret if c.isalpha())
print(letters.most_common(3))
guess = (ord(letters.most_common(1)[0][0]) - ord("e")) % 26
print("shift", guess, "->", caesar(secret, -guess))
for s in range(1, 26, 8):
    print(f"{s:02d} {caesar('Zebra', s)}")
