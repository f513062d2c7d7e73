"""Finds words in a letter grid in eight directions."""
GRID = ["CATXD", "AXOOG", "RTRGE", "SPAMS", "TACOX"]
def find(word):
    for r, row in enumerate(GRID):
        for c, _ in enumerate(row):
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if dr == dc == 0: continue
                    cells = [(r + k * dr, c + k * dc) for k in range(len(word))]
                    if all(0 <= y < 5 and 0 <= x < 5 for y, x in cells) and "".join(GRID[y][x] for y, x in cells) == word:
                        return (r, c), {(-1, 0): "up", (1, 0): "down", (0, 1): "right", (0, -1): "left"}.get((dr, dc), "diagonal")
found = {w: find(w) for w in ("CAT", "CARS", "TACO", "MAPS", "DOG", "SPAM", "GOOX", "XYZ", "CXRM")}
for w, where in found.items(): print(f"{w:<5}", where or "-")
print("\n".join("".join(r).lower() for r in zip(*GRID)), sum(v is not None for v in found.values()))
