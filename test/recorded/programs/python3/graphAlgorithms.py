"""Shortest paths, components, topological order, spanning tree and bipartite matching on small graphs."""
import heapq
from collections import defaultdict, deque
from itertools import combinations
from math import inf

edges = [("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9)]
graph = defaultdict(dict)
for u, v, w in edges:
    graph[u][v] = w
    graph[v][u] = w


def dijkstra(source):
    distance = {node: inf for node in graph}
    distance[source] = 0
    previous = {}
    queue = [(0, source)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distance[node]:
            continue
        for neighbour, weight in graph[node].items():
            if (candidate := d + weight) < distance[neighbour]:
                distance[neighbour] = candidate
                previous[neighbour] = node
                heapq.heappush(queue, (candidate, neighbour))
    return distance, previous


distance, previous = dijkstra("a")
path, node = [], "e"
while node:
    path.append(node)
    node = previous.get(node)
print(distance, " > ".join(reversed(path)))


def topological(dependencies):
    incoming = {n: 0 for n in dependencies}
    for targets in dependencies.values():
        for t in targets:
            incoming[t] = incoming.get(t, 0) + 1
    ready = deque(sorted(n for n, c in incoming.items() if c == 0))
    while ready:
        n = ready.popleft()
        yield n
        for t in dependencies.get(n, ()):
            incoming[t] -= 1
            if not incoming[t]:
                ready.append(t)


print(list(topological({"shirt": ["tie", "belt"], "tie": ["jacket"], "trousers": ["shoes", "belt"], "belt": ["jacket"], "socks": ["shoes"]})))


class Disjoint:
    def __init__(self, items):
        self.parent = {i: i for i in items}

    def find(self, i):
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


sets = Disjoint(graph)
tree = [(u, v, w) for u, v, w in sorted(edges, key=lambda e: e[2]) if sets.union(u, v)]
print(tree, sum(w for *_, w in tree))
maze = ["S.#.....", "..#.###.", ".##...#.", "....#.#E"]
start, goal = [(r, row.index(c)) for c in "SE" for r, row in enumerate(maze) if c in row]
frontier, seen = deque([(start, 0)]), {start}
while frontier:
    (r, c), steps = frontier.popleft()
    if (r, c) == goal:
        print("reached in", steps)
        break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        place = r + dr, c + dc
        if 0 <= place[0] < len(maze) and 0 <= place[1] < len(maze[0]) and maze[place[0]][place[1]] != "#" and place not in seen:
            seen.add(place)
            frontier.append((place, steps + 1))
else:
    print("no way")
nodes = sorted(graph)
matrix = {(u, v): 0 if u == v else graph[u].get(v, inf) for u in nodes for v in nodes}
for k in nodes:
    for i in nodes:
        for j in nodes:
            matrix[i, j] = min(matrix[i, j], matrix[i, k] + matrix[k, j])
for u in nodes:
    print(u, *(f"{matrix[u, v]:3}" for v in nodes))
triangles = [t for t in combinations(nodes, 3) if all(b in graph[a] for a, b in combinations(t, 2))]
print(triangles, max(graph, key=lambda n: (len(graph[n]), n)))
