"""Towers of Hanoi: recursive, iterative, with pegs drawn."""
def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield n, a, c
        yield from hanoi(n - 1, b, a, c)

pegs = {"A": [3, 2, 1], "B": [], "C": []}
def draw():
    for level in range(2, -1, -1):
        print(" ".join(("=" * (2 * p[level] - 1) if level < len(p) else "|").center(7) for p in pegs.values()).rstrip())
    print("-" * 23)
draw()
for number, (disc, src, dst) in enumerate(hanoi(3), start=1):
    pegs[dst].append(pegs[src].pop())
    print(f"{number}. disc {disc}: {src} -> {dst}")
    if number in (4, 7):
        draw()
print([sum(1 for _ in hanoi(k)) for k in range(11)], 2 ** 10 - 1)
assert pegs == dict(A=[], B=[], C=[3, 2, 1]), pegs
