"""Wolfram's elementary automata, Langton's ant and a one-dimensional sandpile."""
def rule(number, width=31, rows=12):
    table = {tuple(map(int, f"{i:03b}")): number >> i & 1 for i in range(8)}
    row = [0] * width
    row[width // 2] = 1
    for _ in range(rows):
        yield "".join(" *"[c] for c in row).rstrip()
        row = [table[row[i - 1], row[i], row[(i + 1) % width]] for i in range(width)]


for n in (30, 90, 110):
    print(f"Rule {n} ({n:08b})")
    for line in rule(n, rows=8):
        print("|" + line)


def ant(steps, size=9):
    grid = [["."] * size for _ in range(size)]
    x = y = size // 2
    dx, dy = 0, -1
    for _ in range(steps):
        if grid[y][x] == ".":
            dx, dy = -dy, dx
            grid[y][x] = "#"
        else:
            dx, dy = dy, -dx
            grid[y][x] = "."
        x, y = (x + dx) % size, (y + dy) % size
    return grid


print(*("".join(r) for r in ant(100)), sep="\n")
pile = [0, 0, 0, 0, 12, 0, 0, 0, 0]
topples = 0
while any(h > 1 for h in pile):
    for i, h in enumerate(pile):
        if h > 1:
            pile[i] -= 2
            if i: pile[i - 1] += 1
            if i + 1 < len(pile): pile[i + 1] += 1
            topples += 1
print(pile, topples, sum(pile))
