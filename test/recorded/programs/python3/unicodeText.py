"""Unicode: normalization, categories, names, case folding, widths, encodings and errors."""
import unicodedata

for ch in "aÉß9½Ωж中€ﬁ\u0301 ":
    print(f"U+{ord(ch):04X} {unicodedata.name(ch, '?'):<40} {unicodedata.category(ch)} {ch.isalpha():d}{ch.isdigit():d}{ch.isnumeric():d}{ch.isspace():d}{ch.isupper():d}{ch.islower():d}")
a, b = "café", "cafe\u0301"
print(a == b, len(a), len(b), unicodedata.normalize("NFC", b) == a, unicodedata.normalize("NFD", a) == b, ascii(unicodedata.normalize("NFKC", "ﬁ²")))
print("Straße".upper(), "Straße".casefold() == "STRASSE".casefold(), "ΣΑΣ".lower(), "ǆ".title(), "İ".lower() == "i̇", "ŉ".upper(), "éa".capitalize())
strip = lambda s: "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
print(strip("Crème Brûlée à la Žižek"), unicodedata.lookup("GREEK SMALL LETTER PI"), "\N{SNOWMAN}", unicodedata.numeric("½"), unicodedata.digit("7"), unicodedata.decimal("٣"), int("٣٤"))
s = "naïve 日本 🎉"
for enc in ("utf-8", "utf-16-le", "latin-1", "ascii"):
    try:
        e = s.encode(enc)
        print(enc, len(e), e[:12])
    except UnicodeEncodeError as err:
        print(enc, err.reason, err.start, err.end, err)
print(s.encode("ascii", "replace"), s.encode("ascii", "ignore"), s.encode("ascii", "xmlcharrefreplace"), s.encode("ascii", "backslashreplace"))
for raw in (b"\xff\xfe", b"caf\xc3", b"\xe4", b"ok"):
    try:
        print(raw.decode("utf-8"))
    except UnicodeDecodeError as err:
        print(err, "|", raw.decode("utf-8", "replace").encode("ascii", "backslashreplace"), raw.decode("latin-1"))
print(len("🎉"), "🎉"[0] == "🎉", [hex(ord(c)) for c in "é🎉"], chr(0x1F600), ascii(s), repr("\x00\x7f\xa0\u200b\ud800"), "𝔘".isalpha(), "²".isdigit(), "²".isdecimal(), "Ⅷ".isnumeric())
print("{:*^12}|{:>6}|{:<6}|".format("中文", "é", "🎉"), "ẞ".lower(), sorted(["zebra", "Äpfel", "apfel", "Zoo", "éclair"]), "a\u2028b\x0bc\x85d".splitlines(), "x\u3000y\u00a0z".split(), "ａ".isidentifier(), "日本".isidentifier())
