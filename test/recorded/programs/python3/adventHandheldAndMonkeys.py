"""Advent of Code: signal strengths drawn on a CRT, packets compared with cmp_to_key, snafu numbers."""
from functools import cmp_to_key, reduce
from math import prod
from ast import literal_eval
prog = "addx 15 addx -11 addx 6 addx -3 addx 5 addx -1 addx -8 addx 13 addx 4 noop addx -1 addx 5 addx -1 addx 5 addx -1".replace(" addx", "\naddx").replace(" noop", "\nnoop").split("\n")
xs = [1]
for line in prog:
    op, *arg = line.split()
    xs.append(xs[-1])
    if op == "addx": xs.append(xs[-1] + int(arg[0]))
print(len(xs), xs[19] * 20, "".join("#" if abs(x - i % 40) < 2 else "." for i, x in enumerate(xs[:-1])))
PACKETS = """[1,1,3,1,1]
[1,1,5,1,1]

[[1],[2,3,4]]
[[1],4]

[9]
[[8,7,6]]

[[4,4],4,4]
[[4,4],4,4,4]

[]
[3]

[[[]]]
[[]]"""
def compare(a, b):
    match a, b:
        case int(), int(): return (a > b) - (a < b)
        case int(), list(): return compare([a], b)
        case list(), int(): return compare(a, [b])
    for x, y in zip(a, b):
        if r := compare(x, y): return r
    return compare(len(a), len(b))
pairs = [tuple(map(literal_eval, p.split())) for p in PACKETS.split("\n\n")]
print([compare(*p) for p in pairs], sum(i for i, p in enumerate(pairs, 1) if compare(*p) < 0))
flat = sorted([x for p in pairs for x in p] + [[[2]], [[6]]], key=cmp_to_key(compare))
print(flat, prod(flat.index(d) + 1 for d in ([[2]], [[6]])))
def snafu(n):
    out = ""
    while n: n, r = divmod(n + 2, 5); out = "=-012"[r] + out
    return out or "0"
def parse(s): return reduce(lambda a, c: a * 5 + "=-012".index(c) - 2, s, 0)
print([snafu(n) for n in (1, 3, 4, 8, 2022, 314159265)], parse("1=-0-2"), snafu(sum(map(parse, "1=-0-2 12111 2=0= 21 2=01 111 20012".split()))))
items = {0: ([79, 98], lambda o: o * 19, 23, 2, 3), 1: ([54, 65, 75, 74], lambda o: o + 6, 19, 2, 0), 2: ([79, 60, 97], lambda o: o * o, 13, 1, 3), 3: ([74], lambda o: o + 3, 17, 0, 1)}
seen = [0] * 4
for rnd in range(20):
    for m, (have, fn, d, t, f) in items.items():
        while have:
            w = fn(have.pop(0)) // 3; seen[m] += 1
            items[f if w % d else t][0].append(w)
print(seen, prod(sorted(seen)[-2:]), [v[0] for v in items.values()])
