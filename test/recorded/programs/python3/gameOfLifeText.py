"""Conway's game of life on a set of cells, a glider and a blinker."""
from collections import Counter

def step(cells):
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0))
    return {p for p, n in near.items() if n == 3 or n == 2 and p in cells}

def show(cells, w, h):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(5):
    print("generation", gen, "alive", len(glider))
    print(show(glider, 6, 5))
    glider = step(glider)
blinker = {(1, 0), (1, 1), (1, 2)}
print(sorted(step(blinker)), step(step(blinker)) == blinker)
r_pent = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
sizes = []
for _ in range(40):
    sizes.append(len(r_pent))
    r_pent = step(r_pent)
print(sizes)
print(min(x for x, _ in r_pent), max(x for x, _ in r_pent), min(y for _, y in r_pent), max(y for _, y in r_pent))
