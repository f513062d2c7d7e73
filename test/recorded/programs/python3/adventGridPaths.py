"""Advent of Code style: grids by complex numbers, flood fill, Dijkstra with heapq."""
import heapq
from itertools import product
RISK = """1163751742
1381373672
2136511328
3694931569
7463417111
1319128137
1359912421
3125421639
1293138521
2311944581"""
grid = {(r, c): int(v) for r, line in enumerate(RISK.split()) for c, v in enumerate(line)}
end = max(grid)


def dijkstra(grid, start, end):
    dist, heap, came = {start: 0}, [(0, start)], {}
    while heap:
        d, (r, c) = heapq.heappop(heap)
        if (r, c) == end:
            path = [end]
            while path[-1] in came:
                path.append(came[path[-1]])
            return d, path[::-1]
        if d > dist[r, c]:
            continue
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            q = r + dr, c + dc
            if q in grid and d + grid[q] < dist.get(q, 1e9):
                dist[q] = d + grid[q]
                came[q] = r, c
                heapq.heappush(heap, (dist[q], q))


cost, path = dijkstra(grid, (0, 0), end)
print(cost, len(path), path[:5], end)
marks = set(path)
for r in range(end[0] + 1):
    print("".join(f"[{grid[r, c]}]" if (r, c) in marks else f" {grid[r, c]} " for c in range(end[1] + 1)))
pos, heading, seen = 0j, 1j, []
for step in "R8, R4, R4, R8, L3".split(", "):
    heading *= {"R": -1j, "L": 1j}[step[0]]
    for _ in range(int(step[1:])):
        pos += heading
        seen.append(pos)
print(pos, abs(pos.real) + abs(pos.imag), next((p for i, p in enumerate(seen) if p in seen[:i]), None))
low = [p for p in product(range(10), repeat=2) if all(grid[p] < grid.get((p[0] + a, p[1] + b), 10) for a, b in ((0, 1), (1, 0), (0, -1), (-1, 0)))]
print(low, sum(grid[p] + 1 for p in low))
