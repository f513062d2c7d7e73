"""Big letters from bit rows, boxes of text and a rotating text marquee."""
FONT = {"H": "10101 10101 11111 10101 10101", "I": "111 010 010 010 111", "!": "1 1 1 0 1"}
def banner(text, on="█", off=" "):
    glyphs = [FONT[c].split() for c in text]
    return "\n".join("  ".join(row.replace("1", on).replace("0", off) for row in rows).rstrip() for rows in zip(*glyphs))
print(banner("HI!"), banner("IH", "#", "."), sep="\n\n")
def box(*lines):
    w = max(map(len, lines))
    return "\n".join(["╔" + "═" * (w + 2) + "╗", *(f"║ {l:<{w}} ║" for l in lines), "╚" + "═" * (w + 2) + "╝"])
print(box("short", "a longer line", ""))
s = "MARQUEE "
for i in range(0, 8, 3): print(f"[{(s * 2)[i:i + 8]}]", s[-i:] + s[:-i] if i else s)
try: banner("X")
except KeyError as e: print("no glyph for", e)
