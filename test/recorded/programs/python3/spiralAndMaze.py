"""A maze carved with a seeded random and solved by BFS, drawn with characters."""
import random
from collections import deque
random.seed(3)
W, H = 8, 5
grid = [["#"] * (2 * W + 1) for _ in range(2 * H + 1)]
def carve(x, y):
    grid[2 * y + 1][2 * x + 1] = " "
    dirs = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    random.shuffle(dirs)
    for dx, dy in dirs:
        nx, ny = x + dx, y + dy
        if 0 <= nx < W and 0 <= ny < H and grid[2 * ny + 1][2 * nx + 1] == "#":
            grid[2 * y + 1 + dy][2 * x + 1 + dx] = " "
            carve(nx, ny)
carve(0, 0)
start, goal = (1, 1), (2 * H - 1, 2 * W - 1)
prev, queue = {start: None}, deque([start])
while queue:
    r, c = queue.popleft()
    if (r, c) == goal: break
    for q in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if grid[q[0]][q[1]] == " " and q not in prev:
            prev[q] = (r, c)
            queue.append(q)
node, steps = goal, 0
while node:
    grid[node[0]][node[1]] = "."
    node, steps = prev[node], steps + 1
print("\n".join(map("".join, grid)))
print(steps, len(prev), sum(row.count("#") for row in grid))
