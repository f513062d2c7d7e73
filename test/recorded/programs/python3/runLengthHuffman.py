"""Run-length, Huffman, LZW, base64 by hand, and XOR checks."""
import heapq
from collections import Counter
from itertools import groupby
import re, base64
def rle(s): return "".join(f"{len(list(g))}{k}" for k, g in groupby(s))
def unrle(s): return re.sub(r"(\d+)(\D)", lambda m: m[2] * int(m[1]), s)
t = "WWWWWBBWWWAAAZ"
print(rle(t), unrle(rle(t)) == t)
def huffman(text):
    heap = [[n, i, [ch, ""]] for i, (ch, n) in enumerate(sorted(Counter(text).items()))]
    heapq.heapify(heap); tick = len(heap)
    while len(heap) > 1:
        lo, hi = heapq.heappop(heap), heapq.heappop(heap)
        for p in lo[2:]: p[1] = "0" + p[1]
        for p in hi[2:]: p[1] = "1" + p[1]
        heapq.heappush(heap, [lo[0] + hi[0], tick] + lo[2:] + hi[2:]); tick += 1
    return dict(heap[0][2:])
codes = huffman("this is an example for huffman encoding")
for ch, code in sorted(codes.items(), key=lambda kv: (len(kv[1]), kv[1])): print(repr(ch), code, end="  ")
print()
bits = "".join(codes[c] for c in "this is"); back, cur = "", ""
inv = {v: k for k, v in codes.items()}
for b in bits:
    cur += b
    if cur in inv: back += inv[cur]; cur = ""
print(bits, back, f"{len(bits) / (7 * 8):.1%}")
def lzw(s):
    table = {chr(i): i for i in range(256)}; w, out = "", []
    for c in s:
        if w + c in table: w += c
        else: out.append(table[w]); table[w + c] = len(table); w = c
    return out + [table[w]]
def unlzw(codes):
    table = {i: chr(i) for i in range(256)}; w = out = chr(codes[0])
    for k in codes[1:]:
        e = table[k] if k in table else w + w[0]
        out += e; table[len(table)] = w + e[0]; w = e
    return out
c = lzw("TOBEORNOTTOBEORTOBEORNOT"); print(c, unlzw(c))
AL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
def b64(data):
    out = ""
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]; n = int.from_bytes(chunk.ljust(3, b"\0"), "big")
        out += "".join(AL[n >> s & 63] for s in (18, 12, 6, 0))[:len(chunk) + 1].ljust(4, "=")
    return out
for d in (b"", b"f", b"fo", b"foo", "ünï".encode()): print(b64(d), b64(d) == base64.b64encode(d).decode(), end=" ")
print(); key = b"key"; enc = bytes(a ^ key[i % 3] for i, a in enumerate(b"secret message")); print(enc, enc.hex(), bytes(a ^ key[i % 3] for i, a in enumerate(enc)).decode())
